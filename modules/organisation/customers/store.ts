// The only writer of customer and mandate, save for what ends with a person.
import type { Id } from '#basics/id'
import type { Period } from '#basics/period'
import { notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { asSeen } from '../versioned.ts'
import type { LegalTies, Settlement } from './customer.ts'
import type { HeldMandate, MandateKind } from './mandate.ts'

type PlainDate = Temporal.PlainDate

export async function insertCustomer(
  deed: Deed,
  one: Period & {
    customerId: Id
    unitId: Id
    authorityPartyId: Id
    customerType: string
    settlement: Settlement
    counterpartCode: string | null
    origin: string
  },
): Promise<void> {
  await deed.tx
    .insertInto('organisation.customer')
    .values({
      tenant_id: deed.tenant.tenantId,
      customer_id: one.customerId,
      unit_id: one.unitId,
      authority_party_id: one.authorityPartyId,
      customer_type: one.customerType,
      settlement: one.settlement,
      counterpart_code: one.counterpartCode,
      valid_from: one.from,
      valid_to: one.to,
      origin: one.origin,
    })
    .execute()
}

/** Held while markings of the unit are weighed, so that two cannot be laid at once. */
export async function markingsOf(deed: Deed, unitId: Id): Promise<readonly Period[]> {
  const unit = await deed.tx
    .selectFrom('organisation.unit')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  if (!unit) notFound()
  const rows = await deed.tx
    .selectFrom('organisation.customer')
    .select(['valid_from', 'valid_to'])
    .where('unit_id', '=', unitId)
    .execute()
  return rows.map((row) => ({ from: row.valid_from, to: row.valid_to }))
}

export async function lockCustomer(deed: Deed, customerId: Id, version?: number): Promise<Period & { unitId: Id }> {
  const row = await deed.tx
    .selectFrom('organisation.customer')
    .select(['unit_id', 'valid_from', 'valid_to', 'version'])
    .where('customer_id', '=', customerId)
    .forUpdate()
    .executeTakeFirst()
  const seen = asSeen(row, version ?? row?.version ?? 0)
  return { unitId: seen.unit_id, from: seen.valid_from, to: seen.valid_to }
}

export async function endCustomerRow(deed: Deed, customerId: Id, on: PlainDate): Promise<number> {
  await deed.tx
    .updateTable('organisation.customer')
    .set((q) => ({ valid_to: on, version: q('version', '+', 1) }))
    .where('customer_id', '=', customerId)
    .execute()
  await deed.tx
    .deleteFrom('organisation.mandate')
    .where('customer_id', '=', customerId)
    .where('valid_from', '>=', on)
    .execute()
  const ended = await deed.tx
    .updateTable('organisation.mandate')
    .set((q) => ({ valid_to: on, version: q('version', '+', 1) }))
    .where('customer_id', '=', customerId)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export async function mandatesHeld(deed: Deed, customerId: Id): Promise<readonly HeldMandate[]> {
  const rows = await deed.tx
    .selectFrom('organisation.mandate as m')
    .innerJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.person_id', '=', 'm.person_id'),
    )
    .where('m.customer_id', '=', customerId)
    .select(['m.mandate_id', 'm.person_id', 'p.name', 'm.kind', 'm.area_codes', 'm.valid_from', 'm.valid_to'])
    .execute()
  return rows.map((row) => ({
    mandateId: row.mandate_id,
    personId: row.person_id,
    personName: row.name,
    kind: row.kind,
    areaCodes: row.area_codes,
    from: row.valid_from,
    to: row.valid_to,
  }))
}

export async function insertMandate(
  deed: Deed,
  one: Period & {
    mandateId: Id
    customerId: Id
    personId: Id
    kind: MandateKind
    areaCodes: readonly string[]
    limitOre: bigint | null
    origin: string
  },
): Promise<void> {
  await deed.tx
    .insertInto('organisation.mandate')
    .values({
      tenant_id: deed.tenant.tenantId,
      mandate_id: one.mandateId,
      person_id: one.personId,
      customer_id: one.customerId,
      kind: one.kind,
      area_codes: [...one.areaCodes],
      limit_ore: one.limitOre,
      valid_from: one.from,
      valid_to: one.to,
      origin: one.origin,
    })
    .execute()
}

export async function lockMandate(deed: Deed, mandateId: Id, version: number) {
  const row = await deed.tx
    .selectFrom('organisation.mandate')
    .selectAll()
    .where('mandate_id', '=', mandateId)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

export async function endMandateRow(deed: Deed, mandateId: Id, on: PlainDate): Promise<void> {
  await deed.tx
    .updateTable('organisation.mandate')
    .set((q) => ({ valid_to: on, version: q('version', '+', 1) }))
    .where('mandate_id', '=', mandateId)
    .execute()
}

/** Which party stands under which in law on the day, and the parties that provide: those with a case series. */
export async function legalFacts(deed: Deed, on: PlainDate): Promise<LegalTies & { providers: readonly Id[] }> {
  const ties = await deed.tx
    .selectFrom('organisation.party_relation')
    .select(['party_id', 'other_party_id', 'kind'])
    .where('kind', 'in', ['board_of', 'host_of'])
    .where('valid_from', '<=', on)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .execute()
  const providers = await deed.tx
    .selectFrom('organisation.party')
    .select('party_id')
    .where('series_prefix', 'is not', null)
    .execute()
  // "host of" is said of the host; "board of" of the board.
  const above = ties.map((tie): [Id, Id] =>
    tie.kind === 'board_of' ? [tie.party_id, tie.other_party_id] : [tie.other_party_id, tie.party_id],
  )
  return { above: new Map(above), providers: providers.map((row) => row.party_id) }
}
