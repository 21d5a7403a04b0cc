// Who may have the service, and who must (HS-012, HS-119); and the everyday words it is found by.
import type { Id } from '#basics/id'
import { Problems } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { areaRelations } from './access.ts'
import type { SetEligibility } from './contract.ts'
import { indexLater } from './index-entries.ts'
import { areaById } from './areas/store.ts'
import { lockService, replaceEligibility, touchService } from './store.ts'
import { customersOn } from './viewer.ts'

interface OnService {
  readonly service: string
  readonly version?: number | undefined
}

export async function setEligibility(
  deed: Deed,
  input: OnService & Static<typeof SetEligibility>,
): Promise<{ serviceId: Id }> {
  const service = await lockService(deed, input.service, input.version)
  allow(deed.actor, 'service.set_eligibility', areaRelations(deed.actor, await areaById(deed, service.area_id)))
  const customers = new Set((await customersOn(deed, deed.today)).map((one) => one.customerId))
  const problems = new Problems()
  const rows = input.rows.map((row, n) => {
    const [customer_type, customer_id] = [row.customerType ?? null, row.customerId ?? null]
    if ((customer_type === null) === (customer_id === null))
      problems.add(`rows.${n}`, 'Ange antingen en kundtyp eller en kund.', 'Give either a customer type or a customer.')
    if (customer_id !== null && !customers.has(customer_id))
      problems.add(`rows.${n}.customerId`, 'Kunden finns inte.', 'There is no such customer.')
    return { customer_type, customer_id, must: row.must ?? false }
  })
  problems.done()
  await replaceEligibility(deed, service.service_id, rows)
  await touchService(deed, service)
  deed.journal({
    verb: 'service.eligibility_set',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code, rows },
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  return { serviceId: service.service_id }
}

export async function setWords(
  deed: Deed,
  input: OnService & { readonly synonyms: readonly string[] },
): Promise<{ serviceId: Id }> {
  const service = await lockService(deed, input.service, input.version)
  allow(deed.actor, 'service.set_words', areaRelations(deed.actor, await areaById(deed, service.area_id)))
  const synonyms = [...new Set(input.synonyms.map((word) => word.trim()).filter((word) => word !== ''))]
  await touchService(deed, service, { synonyms })
  deed.journal({
    verb: 'service.words_set',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code, count: synonyms.length },
    content: synonyms.join('\n'),
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  indexLater(deed, [service.service_id])
  return { serviceId: service.service_id }
}
