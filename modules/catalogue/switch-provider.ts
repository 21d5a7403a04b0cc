// Another unit, or a supplier, provides the service from a day. What was measured before stays under the former: the
// history is rows with dates, never overwritten (TY-033).
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { areaRelations } from './access.ts'
import type { SwitchProvider } from './contract.ts'
import { areaById } from './areas/store.ts'
import { insertProvider, lockService, providersOf, touchService } from './store.ts'

const { compare, from: dateFrom } = Temporal.PlainDate

export type ProviderSwitch = Static<typeof SwitchProvider> & {
  readonly service: string
  readonly version?: number | undefined
}

export async function switchProvider(deed: Deed, input: ProviderSwitch): Promise<{ serviceId: Id }> {
  const service = await lockService(deed, input.service, input.version)
  const area = await areaById(deed, service.area_id)
  allow(deed.actor, 'service.switch_provider', areaRelations(deed.actor, area))
  const from = dateFrom(input.from)
  const known = await providersOf(deed, service.service_id)
  if (known.length > 0 && compare(from, deed.today) < 0)
    refuse({
      code: 'provider_in_the_past',
      status: 422,
      field: 'from',
      sv: 'Utföraren kan bytas tidigast från i dag. Det som redan gjorts ligger kvar hos den som gjorde det.',
      en: 'The provider can be switched from today at the earliest. What has been done stays with whoever did it.',
    })
  await mustExist(deed, input)
  const supplier = input.supplierPartyId ?? null
  const next = known.find((one) => compare(one.valid_from, from) > 0)?.valid_from ?? null
  await insertProvider(deed, service.service_id, {
    unit_id: input.unitId,
    supplier_party_id: supplier,
    valid_from: from,
    valid_to: next,
  })
  await touchService(deed, service)
  deed.journal({
    verb: 'service.provider_switched',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code, unitId: input.unitId, supplierPartyId: supplier, from: from.toString() },
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  return { serviceId: service.service_id }
}

async function mustExist(deed: Deed, input: ProviderSwitch): Promise<void> {
  const unit = await deed.tx
    .selectFrom('organisation.unit')
    .select('unit_id')
    .where('unit_id', '=', input.unitId)
    .executeTakeFirst()
  if (!unit) return notFound()
  if (!input.supplierPartyId) return
  const party = await deed.tx
    .selectFrom('organisation.party')
    .select('kind')
    .where('party_id', '=', input.supplierPartyId)
    .executeTakeFirst()
  if (!party) return notFound()
}
