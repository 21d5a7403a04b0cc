// The only writer of party and party_relation.
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import { asSeen } from '../versioned.ts'
import type { Party } from './contract.ts'

type PlainDate = Temporal.PlainDate
type Facts = Pick<Party, 'name' | 'aliases' | 'organisationNumber' | 'seriesPrefix'>

const columns = (facts: Facts) => ({
  name: facts.name,
  aliases: [...facts.aliases],
  organisation_number: facts.organisationNumber,
  series_prefix: facts.seriesPrefix,
})

export async function lockParty(deed: Deed, partyId: Id, version: number) {
  const row = await deed.tx
    .selectFrom('organisation.party')
    .selectAll()
    .where('party_id', '=', partyId)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

export async function insertParty(
  deed: Deed,
  partyId: Id,
  kind: Party['kind'],
  facts: Facts,
  origin: string,
): Promise<void> {
  await deed.tx
    .insertInto('organisation.party')
    .values({ tenant_id: deed.tenant.tenantId, party_id: partyId, kind, ...columns(facts), origin })
    .execute()
}

export async function updateParty(deed: Deed, partyId: Id, facts: Facts | null): Promise<void> {
  await deed.tx
    .updateTable('organisation.party')
    .set((q) => ({ ...(facts ? columns(facts) : {}), version: q('version', '+', 1) }))
    .where('party_id', '=', partyId)
    .execute()
}

export async function relationsOf(deed: Deed, partyId: Id, kind: Party['relations'][number]['kind'], otherPartyId: Id) {
  return deed.tx
    .selectFrom('organisation.party_relation')
    .select(['valid_from', 'valid_to'])
    .where('party_id', '=', partyId)
    .where('kind', '=', kind)
    .where('other_party_id', '=', otherPartyId)
    .execute()
}

export async function insertRelation(
  deed: Deed,
  partyId: Id,
  kind: Party['relations'][number]['kind'],
  otherPartyId: Id,
  from: PlainDate,
): Promise<void> {
  await deed.tx
    .insertInto('organisation.party_relation')
    .values({
      tenant_id: deed.tenant.tenantId,
      party_id: partyId,
      kind,
      other_party_id: otherPartyId,
      valid_from: from,
    })
    .execute()
}

export async function endRelationRow(
  deed: Deed,
  partyId: Id,
  kind: Party['relations'][number]['kind'],
  otherPartyId: Id,
  on: PlainDate,
): Promise<number> {
  const ended = await deed.tx
    .updateTable('organisation.party_relation')
    .set({ valid_to: on })
    .where('party_id', '=', partyId)
    .where('kind', '=', kind)
    .where('other_party_id', '=', otherPartyId)
    .where('valid_from', '<', on)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}
