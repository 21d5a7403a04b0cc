// Who provides a service, by date: for its page, for the draft's, and for whoever must know where its cases go.
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { ServiceDetail } from './contract.ts'

type PlainDate = Temporal.PlainDate

/** The chain of delivery by date: the unit that answers for it, and the supplier behind it (HS-108). */
export async function providersShown(
  view: View,
  serviceId: Id,
  date: PlainDate,
): Promise<Pick<ServiceDetail, 'provider' | 'providers'>> {
  const rows = await view.tx
    .selectFrom('catalogue.service_provider as p')
    .leftJoin('organisation.unit_placement as u', (join) =>
      join
        .onRef('u.tenant_id', '=', 'p.tenant_id')
        .onRef('u.unit_id', '=', 'p.unit_id')
        .on('u.valid_from', '<=', date)
        .on((w) => w.or([w('u.valid_to', 'is', null), w('u.valid_to', '>', date)])),
    )
    .leftJoin('organisation.party as s', (join) =>
      join.onRef('s.tenant_id', '=', 'p.tenant_id').onRef('s.party_id', '=', 'p.supplier_party_id'),
    )
    .select([
      'p.unit_id',
      'u.name as unit_name',
      'p.supplier_party_id',
      's.name as supplier_name',
      'p.valid_from',
      'p.valid_to',
    ])
    .where('p.service_id', '=', serviceId)
    .orderBy('p.valid_from')
    .execute()
  const providers = rows.map((row) => ({
    unitId: row.unit_id,
    unitName: row.unit_name,
    supplier: row.supplier_party_id === null ? null : { partyId: row.supplier_party_id, name: row.supplier_name ?? '' },
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
  }))
  const on = date.toString()
  return {
    provider: providers.find((one) => one.validFrom <= on && (one.validTo === null || one.validTo > on)) ?? null,
    providers,
  }
}

/** The unit that provides a service on a day: where its cases go, and whose measures they are. */
export async function providerOn(
  view: View,
  serviceId: Id,
  date: PlainDate = view.today,
): Promise<{ unitId: Id; supplierPartyId: Id | null } | null> {
  const row = await view.tx
    .selectFrom('catalogue.service_provider')
    .select(['unit_id', 'supplier_party_id'])
    .where('service_id', '=', serviceId)
    .where('valid_from', '<=', date)
    .where((w) => w.or([w('valid_to', 'is', null), w('valid_to', '>', date)]))
    .executeTakeFirst()
  return row ? { unitId: row.unit_id, supplierPartyId: row.supplier_party_id } : null
}
