// What a list of the desk asks: a page of it, its groups by promise, what its filters can be set to, and whose desk it is.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { Lang } from '#basics/lang'
import type { View } from '#platform/act'
import type { ListPage, ListState } from '#platform/list'
import { countRows, fetchAll, fetchPage } from '#platform/list'
import { find } from '#platform/search/index-entry'
import { openStates } from './case.ts'
import type { CaseListRow } from './list.ts'
import { caseList, queueList } from './list.ts'
import { listedCases, readableCases } from './list-query.ts'

/** What a page of the desk searches in a list: the finder's best hits; null = nothing is searched. */
export async function foundCases(view: View, text: string): Promise<readonly Id[] | null> {
  if (text === '') return null
  const found = await find(view.tx, { tenantId: view.tenant.tenantId, query: text, kinds: ['case'], limit: 200 })
  const byNumber = await readableCases(view)
    .select('c.case_id')
    .where('c.number', '=', text.toUpperCase())
    .limit(1)
    .execute()
  return [...byNumber.map((row) => row.case_id), ...found.entries.map((entry) => entry.id)]
}

const listOf = { queue: queueList, cases: caseList } as const

export async function deskPage(
  view: View,
  which: 'queue' | 'cases',
  state: ListState,
  ids: readonly Id[] | null,
): Promise<ListPage<CaseListRow>> {
  return fetchPage(view.tx, listOf[which], state, listedCases(view, which, state, ids))
}

export async function deskRows(
  view: View,
  which: 'queue' | 'cases',
  state: ListState,
  ids: readonly Id[] | null,
): Promise<readonly CaseListRow[]> {
  return fetchAll(listOf[which], state, listedCases(view, which, state, ids))
}

export async function deskCount(
  view: View,
  which: 'queue' | 'cases',
  state: ListState,
  ids: readonly Id[] | null,
): Promise<number> {
  return (await countRows(view.tx, listOf[which], listedCases(view, which, state, ids))).count
}

/** none: the work goes on, and no promise of it is left to keep. */
export const promiseGroups = ['broken', 'today', 'later', 'none', 'approval', 'paused'] as const
export type PromiseGroup = (typeof promiseGroups)[number]

/** How many cases of the queue lie in each group by promise; the same rules as `promiseGroupOf` has for a row. */
export async function countGroups(
  view: View,
  state: ListState,
  ids: readonly Id[] | null,
): Promise<Readonly<Record<PromiseGroup, number>>> {
  const endOfDay = view.today.add({ days: 1 }).toZonedDateTime('Europe/Stockholm').toInstant()
  return listedCases(view, 'queue', state, ids)
    .narrowed()
    .select([
      sql<number>`(count(*) filter (where c.state in ('new', 'in_progress') and c.due_at < ${view.now}))::int`.as(
        'broken',
      ),
      sql<number>`(count(*) filter (where c.state in ('new', 'in_progress') and c.due_at >= ${view.now} and c.due_at < ${endOfDay}))::int`.as(
        'today',
      ),
      sql<number>`(count(*) filter (where c.state in ('new', 'in_progress') and c.due_at >= greatest(${endOfDay}::timestamptz, ${view.now}::timestamptz)))::int`.as(
        'later',
      ),
      sql<number>`(count(*) filter (where c.state in ('new', 'in_progress') and c.due_at is null))::int`.as('none'),
      sql<number>`(count(*) filter (where c.state = 'awaiting_approval'))::int`.as('approval'),
      sql<number>`(count(*) filter (where c.state = 'waiting'))::int`.as('paused'),
    ])
    .executeTakeFirstOrThrow()
}

export function promiseGroupOf(
  view: Pick<View, 'now' | 'today'>,
  row: Pick<CaseListRow, 'state' | 'due_at'>,
): PromiseGroup {
  if (row.state === 'awaiting_approval') return 'approval'
  if (row.state === 'waiting') return 'paused'
  if (row.due_at === null) return 'none'
  if (Temporal.Instant.compare(row.due_at, view.now) < 0) return 'broken'
  const endOfDay = view.today.add({ days: 1 }).toZonedDateTime('Europe/Stockholm').toInstant()
  return Temporal.Instant.compare(row.due_at, endOfDay) < 0 ? 'today' : 'later'
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** What the filters of a list can be set to, by the filter's key, in one statement. */
export async function filterChoices(view: View, lang: Lang): Promise<ReadonlyMap<string, readonly Choice[]>> {
  const { tenantId } = view.tenant
  const units = view.actor.unitIds
  const valid = (alias: string) =>
    sql`${sql.ref(`${alias}.valid_from`)} <= ${view.today} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${view.today})`
  const found = await sql<Choice & { filter: string }>`
    select 'tjanst' as filter, s.service_id::text as value, coalesce(${lang === 'en' ? sql`v.name_en, ` : sql``}v.name_sv, s.code) as label
    from catalogue.service s join catalogue.service_version v on v.tenant_id = s.tenant_id and v.service_id = s.service_id and v.version_no = s.published_version
    where s.tenant_id = ${tenantId}
    union all
    select 'kund', c.customer_id::text, p.name from organisation.customer c
    join organisation.unit_placement p on p.tenant_id = c.tenant_id and p.unit_id = c.unit_id and ${valid('p')}
    where c.tenant_id = ${tenantId} and ${valid('c')}
    union all
    select 'plats', p.place_id::text, p.name from organisation.place p where p.tenant_id = ${tenantId} and ${valid('p')}
    union all
    select 'enhet', p.unit_id::text, p.name from organisation.unit_placement p where p.tenant_id = ${tenantId} and p.unit_id = any(${units}::uuid[]) and ${valid('p')}
    union all
    select 'ansvarig', pe.person_id::text, pe.name from organisation.person pe
    where pe.tenant_id = ${tenantId} and pe.person_id = any(array(select distinct c.owner_person_id from cases.case c
      where c.tenant_id = ${tenantId} and c.provider_unit_id = any(${units}::uuid[]) and c.state = any(${[...openStates]}::text[])))
    limit 3000`.execute(view.tx)
  const sorted = found.rows
    .toSorted((a, b) => collator.compare(a.label, b.label))
    .map(({ filter, value, label }) => ({ filter, value, label }))
  return Map.groupBy(sorted, (choice) => choice.filter)
}

const collator = new Intl.Collator('sv')

/** The unit the seat sits in: of those it reaches, the one that lies beneath none of the others. */
export async function deskUnit(view: View): Promise<{ unitId: Id; name: string } | null> {
  const units = view.actor.unitIds
  if (units.length === 0) return null
  const rows = await view.tx
    .selectFrom('organisation.unit_placement as p')
    .select(['p.unit_id as unitId', 'p.name', 'p.parent_unit_id as parentId'])
    .where('p.tenant_id', '=', view.tenant.tenantId)
    .where('p.unit_id', 'in', [...units])
    .where('p.valid_from', '<=', view.today)
    .where((e) => e.or([e('p.valid_to', 'is', null), e('p.valid_to', '>', view.today)]))
    .execute()
  const inside = new Set(rows.map((row) => row.unitId))
  const top = rows.find((row) => row.parentId === null || !inside.has(row.parentId))
  return top ? { unitId: top.unitId, name: top.name } : null
}
