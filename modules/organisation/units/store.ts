// The only writer of unit and unit_placement.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { Period } from '#basics/period'
import type { Deed } from '#platform/act'
import { asSeen } from '../versioned.ts'
import type { Hanging, UnitKind } from './unit.ts'

type PlainDate = Temporal.PlainDate

export interface Placement extends Hanging {
  readonly partyId: Id
  readonly kind: UnitKind
  readonly name: string
  readonly headTitle: string | null
  readonly origin: string
}

/** Two moves at a time could make a ring that neither sees: changes of the tree stand in line, per tenant. */
export async function lockTree(deed: Deed): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisation.tree:${deed.tenant.tenantId}`}, 0))`.execute(
    deed.tx,
  )
}

export async function lockUnit(deed: Deed, unitId: Id, version: number): Promise<void> {
  const row = await deed.tx
    .selectFrom('organisation.unit')
    .select('version')
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  asSeen(row, version)
}

export async function placementsOf(deed: Deed, unitId: Id): Promise<readonly Placement[]> {
  const rows = await deed.tx
    .selectFrom('organisation.unit_placement')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('valid_from')
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    parentUnitId: row.parent_unit_id,
    partyId: row.party_id,
    kind: row.kind,
    name: row.name,
    headTitle: row.head_title,
    origin: row.origin,
    from: row.valid_from,
    to: row.valid_to,
  }))
}

/** The placements of a unit and of everything that is above it on any day. */
export async function hangingsAbove(deed: Deed, unitId: Id): Promise<readonly Hanging[]> {
  const found = await sql<{
    unit_id: Id
    parent_unit_id: Id | null
    valid_from: PlainDate
    valid_to: PlainDate | null
  }>`
    with recursive above as (
      select ${unitId}::uuid as unit_id
      union
      select p.parent_unit_id from above join organisation.unit_placement p on p.unit_id = above.unit_id
      where p.parent_unit_id is not null
    )
    select p.unit_id, p.parent_unit_id, p.valid_from, p.valid_to
    from above join organisation.unit_placement p on p.unit_id = above.unit_id`.execute(deed.tx)
  return found.rows.map((row) => ({
    unitId: row.unit_id,
    parentUnitId: row.parent_unit_id,
    from: row.valid_from,
    to: row.valid_to,
  }))
}

export async function hangingsBeneath(deed: Deed, unitId: Id): Promise<readonly Hanging[]> {
  const rows = await deed.tx
    .selectFrom('organisation.unit_placement')
    .select(['unit_id', 'parent_unit_id', 'valid_from', 'valid_to'])
    .where('parent_unit_id', '=', unitId)
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    parentUnitId: row.parent_unit_id,
    from: row.valid_from,
    to: row.valid_to,
  }))
}

export async function insertUnit(
  deed: Deed,
  unit: { unitId: Id; code: string; shortName: string | null; origin: string },
): Promise<void> {
  await deed.tx
    .insertInto('organisation.unit')
    .values({
      tenant_id: deed.tenant.tenantId,
      unit_id: unit.unitId,
      code: unit.code,
      short_name: unit.shortName,
      origin: unit.origin,
    })
    .execute()
}

export async function insertPlacement(deed: Deed, placement: Placement): Promise<void> {
  await deed.tx
    .insertInto('organisation.unit_placement')
    .values({
      tenant_id: deed.tenant.tenantId,
      unit_id: placement.unitId,
      valid_from: placement.from,
      valid_to: placement.to,
      parent_unit_id: placement.parentUnitId,
      party_id: placement.partyId,
      kind: placement.kind,
      name: placement.name,
      head_title: placement.headTitle,
      origin: placement.origin,
    })
    .execute()
}

export async function endPlacement(deed: Deed, unitId: Id, from: PlainDate, on: PlainDate): Promise<void> {
  await deed.tx
    .updateTable('organisation.unit_placement')
    .set({ valid_to: on })
    .where('unit_id', '=', unitId)
    .where('valid_from', '=', from)
    .execute()
}

export async function removePlacement(deed: Deed, unitId: Id, from: PlainDate): Promise<void> {
  await deed.tx
    .deleteFrom('organisation.unit_placement')
    .where('unit_id', '=', unitId)
    .where('valid_from', '=', from)
    .execute()
}

export async function countUnitVersion(deed: Deed, unitId: Id): Promise<void> {
  await deed.tx
    .updateTable('organisation.unit')
    .set((q) => ({ version: q('version', '+', 1) }))
    .where('unit_id', '=', unitId)
    .execute()
}

/** Ends what belongs to a unit that ends: hours, assignments, posts. Those that had not begun never come about. */
export async function endWithUnit(deed: Deed, unitId: Id, on: PlainDate): Promise<Readonly<Record<string, number>>> {
  const ended: Record<string, number> = {}
  for (const table of ['organisation.unit_schedule', 'organisation.assignment', 'organisation.post'] as const) {
    await deed.tx.deleteFrom(table).where('unit_id', '=', unitId).where('valid_from', '>=', on).execute()
    const shortened = await deed.tx
      .updateTable(table)
      .set({ valid_to: on })
      .where('unit_id', '=', unitId)
      .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
      .executeTakeFirst()
    ended[table.slice('organisation.'.length)] = Number(shortened.numUpdatedRows)
  }
  return ended
}

export async function isCustomerFrom(deed: Deed, unitId: Id, on: PlainDate): Promise<boolean> {
  const row = await deed.tx
    .selectFrom('organisation.customer')
    .select('customer_id')
    .where('unit_id', '=', unitId)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Two periods as facts for the journal. */
export const periodFacts = (period: Period): { from: string; to: string | null } => ({
  from: period.from.toString(),
  to: period.to?.toString() ?? null,
})
