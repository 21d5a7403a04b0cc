// What the portal's pages ask: one's own cases and those one follows, the cases of the customer one buys for, and the
// orders that wait for one's yes. Each list has one query path for screen, search, count and export.
import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { Lang } from '#basics/lang'
import type { View } from '#platform/act'
import type { DB } from '#platform/db/tx'
import type { ListPage, ListState, ListTotal } from '#platform/list'
import { countRows, fetchAll, fetchPage } from '#platform/list'
import { find } from '#platform/search/index-entry'
import { customersById, personNames } from '#organisation'
import { answerWords } from './answers.ts'
import type { CaseState } from './case.ts'
import { openStates } from './case.ts'
import type { CaseListRow } from './list.ts'
import { caseList } from './list.ts'
import { listedCases, listedIds, readableCases } from './list-query.ts'
import { listApprovals } from './queries.ts'
import { purchasersFor } from './who-orders.ts'

export type PortalList = 'mine' | 'customers'

/** Still to do for somebody: a delivered case waits for its requester's word. */
export const unfinishedStates = [...openStates, 'done'] as const satisfies readonly CaseState[]
export const finishedStates = [
  'closed',
  'withdrawn',
  'rejected',
  'converted',
  'merged',
] as const satisfies readonly CaseState[]

/** The finder looks at no more of them than this. */
const searchedAmong = 5000

/** Ids of the list's cases, the newest first: for the finder, so that others' cases never use up its hits. */
export async function caseIdsOf(view: View, which: PortalList): Promise<readonly Id[]> {
  const newest = <R>(way: SelectQueryBuilder<DB, keyof DB, R>) =>
    way.orderBy(sql`c.received_at desc`).limit(searchedAmong)
  const rows = await newest(listedIds(view, which).rows<{ case_id: Id }>('c.case_id', newest)).execute()
  return rows.map((row) => row.case_id)
}

/** Null = nothing is searched. A number finds its case whatever else is written about it. */
async function found(view: View, which: PortalList, search: string): Promise<readonly Id[] | null> {
  if (search === '') return null
  const among = await caseIdsOf(view, which)
  const hits = await find(view.tx, {
    tenantId: view.tenant.tenantId,
    query: search,
    kinds: ['case'],
    limit: 200,
    among,
  })
  const numbered = await readableCases(view).select('c.case_id').where('c.number', '=', search.toUpperCase()).execute()
  return [...numbered.map((row) => row.case_id), ...hits.entries.map((entry) => entry.id)]
}

export async function portalPage(
  view: View,
  which: PortalList,
  state: ListState,
  search = '',
): Promise<ListPage<CaseListRow>> {
  return fetchPage(view.tx, caseList, state, listedCases(view, which, state, await found(view, which, search)))
}

export async function portalRows(
  view: View,
  which: PortalList,
  state: ListState,
  search = '',
): Promise<readonly CaseListRow[]> {
  return fetchAll(caseList, state, listedCases(view, which, state, await found(view, which, search)))
}

export interface PortalCounts {
  readonly unfinished: ListTotal
  readonly finished: ListTotal
}

export async function countsOf(view: View, which: PortalList): Promise<PortalCounts> {
  const count = (states: readonly CaseState[]): Promise<ListTotal> =>
    countRows(
      view.tx,
      caseList,
      listedCases(view, which, (way) => way.where('c.state', 'in', [...states])),
    )
  return { unfinished: await count(unfinishedStates), finished: await count(finishedStates) }
}

/** More than anybody has under way at once. */
const mostUnderWay = 1000

/** For the card on the start page: what waits for me first, then what is done, then what ends first. */
export async function casesNow(view: View, most: number): Promise<readonly CaseListRow[]> {
  const turn = sql`case when c.state = 'waiting' and c.waiting_for = 'customer' then 0 when c.state = 'done' then 1 else 2 end`
  return listedCases(view, 'mine', (way) => way.where('c.state', 'in', [...unfinishedStates]))
    .rows<CaseListRow>('c.case_id', (way) => way.limit(mostUnderWay))
    .orderBy(turn)
    .orderBy(sql`c.due_at nulls last`)
    .orderBy(sql`c.latest_at desc`)
    .limit(most)
    .execute()
}

/** The customers the viewer buys for or coordinates, by name. */
export async function customersOf(view: View): Promise<readonly { customerId: Id; name: string }[]> {
  const known = await customersById(view, view.actor.customers, view.today)
  return [...known.values()]
    .map(({ customerId, name }) => ({ customerId, name }))
    .toSorted((a, b) => collator.compare(a.name, b.name))
}
const collator = new Intl.Collator('sv')

export interface ApprovalQuestion {
  readonly row: CaseListRow
  readonly askedAt: Temporal.Instant
  /** Unanswered then, the order falls. */
  readonly lapseAt: Temporal.Instant | null
  /** `over_limit`, `not_authorised`, `always`. */
  readonly reason: string
  /** My own limit for the area; null = none. */
  readonly limitOre: bigint | null
  /** I stand in for somebody who is away. */
  readonly deputyFor: string | null
  readonly unit: string | null
  readonly answers: readonly { key: string; label: string; value: string }[]
}

/** The orders that wait for the viewer's yes, the one that falls first at the top. */
export async function approvalQuestions(view: View, lang: Lang): Promise<readonly ApprovalQuestion[]> {
  const rows = await listApprovals(view)
  if (rows.length === 0) return []
  const asked = await approvalsOf(view, rows)
  const limits = new Map<string, bigint | null>()
  const questions: ApprovalQuestion[] = []
  for (const row of rows) {
    const of = asked.get(row.case_id)
    if (!of) continue
    const key = `${of.customer_id ?? ''} ${of.area_code}`
    if (!limits.has(key)) limits.set(key, await limitOf(view, of.customer_id, of.area_code))
    questions.push({
      row,
      askedAt: of.asked_at,
      lapseAt: of.lapse_at,
      reason: of.reason_code,
      limitOre: limits.get(key) ?? null,
      deputyFor: of.deputy_name,
      unit: of.unit_name,
      answers: await answerWords(view, of, lang),
    })
  }
  const last = (question: ApprovalQuestion): number => question.lapseAt?.epochMilliseconds ?? Infinity
  return questions.toSorted((a, b) => last(a) - last(b))
}

async function approvalsOf(view: View, rows: readonly CaseListRow[]) {
  const { tenantId } = view.tenant
  const found = await view.tx
    .selectFrom('cases.case as c')
    .innerJoin('platform.approval as a', (j) =>
      j
        .onRef('a.tenant_id', '=', 'c.tenant_id')
        .onRef('a.subject_id', '=', 'c.case_id')
        .on('a.subject_kind', '=', 'case'),
    )
    .innerJoin('platform.approval_step as st', (j) =>
      j.onRef('st.tenant_id', '=', 'a.tenant_id').onRef('st.approval_id', '=', 'a.approval_id'),
    )
    .innerJoin('catalogue.service as s', (j) =>
      j.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.service_id', '=', 'c.service_id'),
    )
    .innerJoin('catalogue.area as ar', (j) =>
      j.onRef('ar.tenant_id', '=', 's.tenant_id').onRef('ar.area_id', '=', 's.area_id'),
    )
    .leftJoin('organisation.unit_placement as up', (j) =>
      j
        .onRef('up.tenant_id', '=', 'c.tenant_id')
        .onRef('up.unit_id', '=', 'c.unit_id')
        .on('up.valid_from', '<=', view.today)
        .on((e) => e.or([e('up.valid_to', 'is', null), e('up.valid_to', '>', view.today)])),
    )
    .select([
      'c.case_id',
      'c.customer_id',
      'c.form_id',
      'c.form_version_no',
      'c.answers',
      'a.asked_at',
      'a.lapse_at',
      'a.reason_code',
      'st.deputy_for',
      'ar.code as area_code',
      'up.name as unit_name',
    ])
    .where('c.tenant_id', '=', tenantId)
    .where(
      'c.case_id',
      'in',
      rows.map((row) => row.case_id),
    )
    .where('a.state', '=', 'open')
    .where('st.person_id', '=', view.actor.personId)
    .execute()
  const names = await personNames(
    view,
    found.flatMap((one) => one.deputy_for ?? []),
  )
  return new Map(
    found.map((one) => [
      one.case_id,
      { ...one, deputy_name: one.deputy_for ? (names.get(one.deputy_for) ?? null) : null },
    ]),
  )
}

async function limitOf(view: View, customerId: Id | null, areaCode: string): Promise<bigint | null> {
  if (customerId === null) return null
  const mine = (await purchasersFor(view, customerId, areaCode)).filter((one) => one.personId === view.actor.personId)
  if (mine.length === 0 || mine.some((one) => one.limitOre === null)) return null
  return mine.reduce((most, one) => (one.limitOre !== null && one.limitOre > most ? one.limitOre : most), 0n)
}
