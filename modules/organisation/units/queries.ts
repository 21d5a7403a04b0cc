// Reads of the dated tree. Every read takes a date; foreign and not yet there are the same as non-existing.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { may } from '#platform/access'
import type { TreeUnit, UnitDetail } from './contract.ts'
import type { UnitKind } from './unit.ts'

type PlainDate = Temporal.PlainDate

interface UnitRow {
  unit_id: Id
  code: string
  short_name: string | null
  parent_unit_id: Id | null
  party_id: Id
  kind: UnitKind
  name: string
  head_title: string | null
  valid_from: PlainDate
  valid_to: PlainDate | null
  origin: string
  customer_id: Id | null
}

const mostUnits = 20_000

/** Every unit of the day in the order they were added, so that a printed chart keeps its order. */
export async function treeOn(view: View, on: PlainDate): Promise<readonly TreeUnit[]> {
  const rows = await placed(view, on).orderBy('u.unit_id').limit(mostUnits).execute()
  return rows.map(asTreeUnit)
}

export async function unitOn(view: View, unitId: Id, on: PlainDate): Promise<TreeUnit> {
  const row = await placed(view, on).where('u.unit_id', '=', unitId).executeTakeFirst()
  return row ? asTreeUnit(row) : notFound()
}

/** The units of the day by id; those that are not there are left out. */
export async function unitsOn(view: View, unitIds: readonly Id[], on: PlainDate): Promise<ReadonlyMap<Id, TreeUnit>> {
  if (unitIds.length === 0) return new Map()
  const rows = await placed(view, on)
    .where('u.unit_id', 'in', [...unitIds])
    .execute()
  return new Map(rows.map((row) => [row.unit_id, asTreeUnit(row)]))
}

function placed(view: View, on: PlainDate) {
  return view.tx
    .selectFrom('organisation.unit as u')
    .innerJoin('organisation.unit_placement as p', (join) =>
      join.onRef('p.tenant_id', '=', 'u.tenant_id').onRef('p.unit_id', '=', 'u.unit_id'),
    )
    .leftJoin('organisation.customer as c', (join) =>
      join
        .onRef('c.tenant_id', '=', 'u.tenant_id')
        .onRef('c.unit_id', '=', 'u.unit_id')
        .on('c.valid_from', '<=', on)
        .on((q) => q.or([q('c.valid_to', 'is', null), q('c.valid_to', '>', on)])),
    )
    .where('p.valid_from', '<=', on)
    .where((q) => q.or([q('p.valid_to', 'is', null), q('p.valid_to', '>', on)]))
    .select([
      'u.unit_id',
      'u.code',
      'u.short_name',
      'p.parent_unit_id',
      'p.party_id',
      'p.kind',
      'p.name',
      'p.head_title',
      'p.valid_from',
      'p.valid_to',
      'p.origin',
      'c.customer_id',
    ])
}

function asTreeUnit(row: UnitRow): TreeUnit {
  return {
    unitId: row.unit_id,
    code: row.code,
    shortName: row.short_name,
    parentUnitId: row.parent_unit_id,
    partyId: row.party_id,
    kind: row.kind,
    name: row.name,
    headTitle: row.head_title,
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    customerId: row.customer_id,
  }
}

/** The unit and its ancestors of the day, nearest first. Thirty levels bound a tree that somebody has broken. */
export async function lineAbove(
  view: View,
  unitId: Id,
  on: PlainDate,
): Promise<readonly { unitId: Id; name: string }[]> {
  const found = await sql<{ unit_id: Id; name: string }>`
    with recursive up as (
      select p.unit_id, p.parent_unit_id, p.name, 0 as depth from organisation.unit_placement p
      where p.unit_id = ${unitId} and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on})
      union all
      select p.unit_id, p.parent_unit_id, p.name, up.depth + 1
      from up join organisation.unit_placement p on p.unit_id = up.parent_unit_id
      where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on}) and up.depth < 30
    ) select unit_id, name from up order by depth`.execute(view.tx)
  return found.rows.map((row) => ({ unitId: row.unit_id, name: row.name }))
}

/** The unit and every unit beneath it on the day. */
export async function unitsBeneath(view: View, unitId: Id, on: PlainDate): Promise<readonly Id[]> {
  const found = await sql<{ unit_id: Id }>`
    with recursive beneath as (
      select p.unit_id, 0 as depth from organisation.unit_placement p
      where p.unit_id = ${unitId} and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on})
      union all
      select p.unit_id, b.depth + 1 from beneath b join organisation.unit_placement p on p.parent_unit_id = b.unit_id
      where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on}) and b.depth < 30
    ) select unit_id from beneath`.execute(view.tx)
  return found.rows.map((row) => row.unit_id)
}

export interface ProviderParty {
  readonly partyId: Id
  readonly name: string
  readonly seriesPrefix: string | null
}

/** The board or company that answers for the unit on the day. */
export async function providerPartyOf(view: View, unitId: Id, on: PlainDate): Promise<ProviderParty> {
  const row = await view.tx
    .selectFrom('organisation.unit_placement as p')
    .innerJoin('organisation.party as party', (join) =>
      join.onRef('party.tenant_id', '=', 'p.tenant_id').onRef('party.party_id', '=', 'p.party_id'),
    )
    .where('p.unit_id', '=', unitId)
    .where('p.valid_from', '<=', on)
    .where((q) => q.or([q('p.valid_to', 'is', null), q('p.valid_to', '>', on)]))
    .select(['party.party_id', 'party.name', 'party.series_prefix'])
    .executeTakeFirst()
  return row ? { partyId: row.party_id, name: row.name, seriesPrefix: row.series_prefix } : notFound()
}

export async function unitByCode(view: View, code: string): Promise<{ unitId: Id; version: number } | null> {
  const row = await view.tx
    .selectFrom('organisation.unit')
    .select(['unit_id', 'version'])
    .where('code', '=', code)
    .executeTakeFirst()
  return row ? { unitId: row.unit_id, version: row.version } : null
}

/** The unit as a screen needs it. On a day when it is not there its nearest placement is shown, so history can be read. */
export async function unitDetail(view: View, unitId: Id, asked: PlainDate): Promise<UnitDetail> {
  const head = await view.tx
    .selectFrom('organisation.unit')
    .select(['version'])
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  const history = await historyOf(view, unitId)
  if (!head || history.length === 0) return notFound()
  const on = nearestDay(history, asked)
  const unit = await unitOn(view, unitId, on)
  const line = await lineAbove(view, unitId, on)
  const party = await providerPartyOf(view, unitId, on)
  const customer = await orderingCustomer(view, unitId, on)
  return {
    ...unit,
    version: head.version,
    date: on.toString(),
    partyName: party.name,
    line: line.slice(1),
    orderingCustomer: customer,
    placements: history,
    may: (['organisation.edit', 'schedule.edit', 'organisation.keep_customers'] as const).filter((verb) =>
      may(view.actor, verb),
    ),
  }
}

function nearestDay(history: UnitDetail['placements'], asked: PlainDate): PlainDate {
  const { compare, from } = Temporal.PlainDate
  const holds = history.some(
    (one) =>
      compare(from(one.validFrom), asked) <= 0 && (one.validTo === null || compare(asked, from(one.validTo)) < 0),
  )
  if (holds) return asked
  const before = history.findLast((one) => one.validTo !== null && compare(from(one.validTo), asked) <= 0)
  return before?.validTo ? from(before.validTo).subtract({ days: 1 }) : from(history[0]?.validFrom ?? asked.toString())
}

async function historyOf(view: View, unitId: Id): Promise<UnitDetail['placements']> {
  const rows = await view.tx
    .selectFrom('organisation.unit_placement as p')
    .where('p.unit_id', '=', unitId)
    .select((q) => [
      'p.valid_from',
      'p.valid_to',
      'p.parent_unit_id',
      'p.kind',
      'p.name',
      'p.head_title',
      'p.origin',
      q
        .selectFrom('organisation.unit_placement as above')
        .whereRef('above.unit_id', '=', 'p.parent_unit_id')
        .whereRef('above.valid_from', '<=', 'p.valid_from')
        .orderBy('above.valid_from', 'desc')
        .limit(1)
        .select('above.name')
        .as('parent_name'),
    ])
    .orderBy('p.valid_from')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    parentUnitId: row.parent_unit_id,
    parentName: row.parent_name,
    kind: row.kind,
    name: row.name,
    headTitle: row.head_title,
    origin: row.origin,
  }))
}

/** The nearest unit marked as customer, from the unit itself upwards; at most one (model.md §2). */
export async function orderingCustomer(
  view: View,
  unitId: Id,
  on: PlainDate,
): Promise<{ customerId: Id; unitId: Id; name: string } | null> {
  const found = await sql<{ customer_id: Id; unit_id: Id; name: string }>`
    with recursive up as (
      select p.unit_id, p.parent_unit_id, p.name, 0 as depth from organisation.unit_placement p
      where p.unit_id = ${unitId} and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on})
      union all
      select p.unit_id, p.parent_unit_id, p.name, up.depth + 1
      from up join organisation.unit_placement p on p.unit_id = up.parent_unit_id
      where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on}) and up.depth < 30
    )
    select c.customer_id, up.unit_id, up.name from up join organisation.customer c on c.unit_id = up.unit_id
    where c.valid_from <= ${on} and (c.valid_to is null or c.valid_to > ${on})
    order by up.depth limit 1`.execute(view.tx)
  const row = found.rows[0]
  return row ? { customerId: row.customer_id, unitId: row.unit_id, name: row.name } : null
}
