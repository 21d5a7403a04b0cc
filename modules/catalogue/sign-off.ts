// The administrations sign the published version; when all who were asked have signed, it is settled: fastställd (TY-069).
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import { notify } from '#platform/notices'
import { areaRelations } from './access.ts'
import type { ServiceHead } from './store.ts'
import { areaById } from './areas/store.ts'
import { askCustomers, lockService, sign, signOffsOf, touchService, versionOn } from './store.ts'
import { customersByIds, signersOf } from './viewer.ts'

export async function askSignOff(
  deed: Deed,
  input: { service: string; customerIds: readonly Id[] },
): Promise<{ serviceId: Id }> {
  const service = await lockService(deed, input.service)
  const area = await areaById(deed, service.area_id)
  allow(deed.actor, 'service.ask_sign_off', areaRelations(deed.actor, area))
  const versionNo = await versionToSign(deed, service)
  const wanted = [...new Set(input.customerIds)]
  const known = await customersByIds(deed, wanted, deed.today)
  if (wanted.length === 0 || known.length < wanted.length)
    refuse({
      code: 'customer_missing',
      status: 422,
      field: 'customerIds',
      sv: 'Välj minst en kund som finns i dag.',
      en: 'Choose at least one customer that exists today.',
    })
  const asked = await askCustomers(deed, service.service_id, versionNo, wanted)
  await touchService(deed, service)
  deed.journal({
    verb: 'service.sign_off_asked',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code, versionNo, customers: asked },
  })
  const signers = await signersOf(deed, asked, deed.today)
  await notify(
    deed,
    signers.map((personId) => ({
      personId,
      kind: 'service.sign_off_asked',
      subjectKind: 'service',
      subjectId: service.service_id,
      facts: { code: service.code },
    })),
  )
  deed.changed('catalogue', `service:${service.service_id}`)
  return { serviceId: service.service_id }
}

/** By the customer's purchaser or coordinator, once. */
export async function signOff(
  deed: Deed,
  input: { service: string; customerId?: Id | undefined },
): Promise<{ serviceId: Id }> {
  const service = await lockService(deed, input.service)
  const versionNo = await versionToSign(deed, service)
  const asked = await signOffsOf(deed, service.service_id, versionNo)
  const mine = asked.filter((one) => deed.actor.customers.includes(one.customer_id))
  const customerId = input.customerId ?? (mine.length === 1 ? mine[0]?.customer_id : undefined)
  allow(
    deed.actor,
    'service.sign_off',
    new Set(
      mine.length > 0 && (customerId === undefined || deed.actor.customers.includes(customerId)) ? ['signs_for'] : [],
    ),
  )
  const one = asked.find((row) => row.customer_id === customerId)
  if (customerId === undefined)
    return refuse({
      code: 'customer_missing',
      status: 422,
      field: 'customerId',
      sv: 'Välj vilken kund du skriver under för.',
      en: 'Choose which customer you sign for.',
    })
  if (!one) return notFound()
  if (one.signed_at !== null)
    refuse({
      code: 'signed_already',
      status: 409,
      sv: 'Er förvaltning har redan skrivit under.',
      en: 'Your administration has already signed.',
    })
  await sign(deed, service.service_id, versionNo, customerId)
  await touchService(deed, service)
  deed.journal({
    verb: 'service.signed_off',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code, versionNo, customerId },
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  return { serviceId: service.service_id }
}

async function versionToSign(deed: Deed, service: ServiceHead): Promise<number> {
  const holds = await versionOn(deed, service.service_id, deed.today)
  return holds?.version_no ?? notFound()
}
