// Reads of parties, with how they belong together on a day.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import type { Party } from './contract.ts'

type PlainDate = Temporal.PlainDate

export async function partiesOn(view: View, on: PlainDate, only?: Id): Promise<readonly Party[]> {
  let query = view.tx.selectFrom('organisation.party').selectAll().orderBy('party_id').limit(5000)
  if (only) query = query.where('party_id', '=', only)
  const rows = await query.execute()
  const relations =
    rows.length === 0
      ? []
      : await view.tx
          .selectFrom('organisation.party_relation as r')
          .innerJoin('organisation.party as other', (join) =>
            join.onRef('other.tenant_id', '=', 'r.tenant_id').onRef('other.party_id', '=', 'r.other_party_id'),
          )
          .where(
            'r.party_id',
            'in',
            rows.map((row) => row.party_id),
          )
          .where('r.valid_from', '<=', on)
          .where((q) => q.or([q('r.valid_to', 'is', null), q('r.valid_to', '>', on)]))
          .select(['r.party_id', 'r.kind', 'r.other_party_id', 'r.valid_from', 'r.valid_to', 'other.name'])
          .orderBy('other.name')
          .execute()
  const byParty = Map.groupBy(relations, (one) => one.party_id)
  return rows.map((row) => ({
    partyId: row.party_id,
    kind: row.kind,
    name: row.name,
    aliases: row.aliases,
    organisationNumber: row.organisation_number,
    seriesPrefix: row.series_prefix,
    origin: row.origin,
    version: row.version,
    relations: (byParty.get(row.party_id) ?? []).map((one) => ({
      kind: one.kind,
      otherPartyId: one.other_party_id,
      otherName: one.name,
      validFrom: one.valid_from.toString(),
      validTo: one.valid_to?.toString() ?? null,
    })),
  }))
}

export async function partyOn(view: View, partyId: Id, on: PlainDate): Promise<Party> {
  const [party] = await partiesOn(view, on, partyId)
  return party ?? notFound()
}
