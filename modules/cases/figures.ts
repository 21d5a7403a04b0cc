// What cases can count. Each figure has one value over its scope, whoever looks; `rows` lists what it is made of, and
// folding the rows gives the value (a test holds every figure and scope of the world to it).
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { View } from '#platform/act'
import { overAllAuthorities } from '#platform/figure-reach'
import { percentile } from '#platform/figures'
import type { FigureDefinition, FigurePeriod, Scope } from '#platform/figures'
import { bounds, count, define, head, inScope, one, share, shareOf } from './figure-count.ts'

/** How many cases came in, and how many were done. */
const counted = (key: string, column: 'received_at' | 'done_at'): FigureDefinition =>
  define({
    key,
    unit: 'count',
    better: 'neither',
    sources: ['cases.case'],
    facts: (view, scope, period) => {
      const { from, to } = bounds(period)
      return sql`select ${head}, c.${sql.ref(column)} as at, 1 as measure, true as counted from cases.case c where ${inScope(view, scope)} and c.${sql.ref(column)} >= ${from} and c.${sql.ref(column)} < ${to}`
    },
    value: async (view, scope, period) => {
      const { from, to } = bounds(period)
      const { n } = await one(
        view,
        sql<{
          n: bigint
        }>`select count(*) as n from cases.case c where ${inScope(view, scope)} and c.${sql.ref(column)} >= ${from} and c.${sql.ref(column)} < ${to}`,
      )
      return { value: Number(n) }
    },
    fold: count,
  })

/** Open at 24.00 of the period's last day: opened before, not closed before (HS-350). */
const openAt = (view: View, scope: Scope, at: Temporal.Instant) =>
  sql<boolean>`${inScope(view, scope)} and c.received_at < ${at} and coalesce(c.done_at, c.closed_at, 'infinity') >= ${at}`

const backlog: FigureDefinition = define({
  key: 'backlog',
  unit: 'count',
  better: 'lower',
  sources: ['cases.case'],
  facts: (view, scope, period) => {
    const { to } = bounds(period)
    return sql`select ${head}, c.received_at as at, 1 as measure, true as counted from cases.case c where ${openAt(view, scope, to)}`
  },
  value: async (view, scope, period) => {
    const { to } = bounds(period)
    const { n } = await one(
      view,
      sql<{ n: bigint }>`select count(*) as n from cases.case c where ${openAt(view, scope, to)}`,
    )
    return { value: Number(n) }
  },
  fold: count,
})

/**
 * Promise kept: of the clocks whose deadline fell in the period – open ones included, so that leaving a case open never
 * improves the figure – how many stopped in or before the minute of the deadline. Outside: cancelled before it; paused
 * over it, shown beside (model.md §4).
 */
const promiseKept = (key: string, kind: 'first_answer' | 'start' | 'done'): FigureDefinition => {
  const due = (view: View, scope: Scope, period: FigurePeriod) => {
    const { from, to } = bounds(period)
    return sql`from cases.clock k join cases.case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
      where ${inScope(view, scope)} and k.kind = ${kind} and k.due_at >= ${from} and k.due_at < ${to} and k.due_at < ${view.now} and not (k.state = 'cancelled' and k.ended_at <= k.due_at)`
  }
  return define({
    key,
    unit: 'percent',
    better: 'higher',
    sources: ['cases.clock', 'cases.case'],
    facts: (view, scope, period) =>
      sql`select ${head}, k.due_at as at, (case when k.state = 'kept' then 1 else 0 end) as measure, k.state <> 'paused' as counted ${due(view, scope, period)}`,
    value: async (view, scope, period) => {
      const row = await one(
        view,
        sql<{
          kept: bigint
          all: bigint
          paused: bigint
          moved: bigint
        }>`select count(*) filter (where k.state = 'kept') as kept, count(*) filter (where k.state <> 'paused') as all, count(*) filter (where k.state = 'paused') as paused, count(*) filter (where k.moved_by_us) as moved ${due(view, scope, period)}`,
      )
      return share(Number(row.kept), Number(row.all), { paused: Number(row.paused), movedByUs: Number(row.moved) })
    },
    fold: shareOf,
  })
}

interface Matching {
  readonly key: string
  readonly better: FigureDefinition['better']
  readonly sources: readonly string[]
  /** The instant that puts a case into the period. */
  readonly at: RawBuilder<unknown>
  readonly where: (view: View, period: FigurePeriod) => RawBuilder<unknown>
}

/** How many cases match. */
const howMany = ({ key, better, sources, at, where }: Matching): FigureDefinition =>
  define({
    key,
    unit: 'count',
    better,
    sources,
    facts: (view, scope, period) =>
      sql`select ${head}, ${at} as at, 1 as measure, true as counted from cases.case c where ${inScope(view, scope)} and ${where(view, period)}`,
    value: async (view, scope, period) => {
      const { n } = await one(
        view,
        sql<{
          n: bigint
        }>`select count(*) as n from cases.case c where ${inScope(view, scope)} and ${where(view, period)}`,
      )
      return { value: Number(n) }
    },
    fold: count,
  })

/** Of the cases that match, the share for which `hit` holds. */
const whatShare = ({
  key,
  better,
  sources,
  at,
  where,
  hit,
}: Matching & { readonly hit: RawBuilder<unknown> }): FigureDefinition =>
  define({
    key,
    unit: 'percent',
    better,
    sources,
    facts: (view, scope, period) =>
      sql`select ${head}, ${at} as at, (case when ${hit} then 1 else 0 end) as measure, true as counted from cases.case c where ${inScope(view, scope)} and ${where(view, period)}`,
    value: async (view, scope, period) => {
      const row = await one(
        view,
        sql<{
          hits: bigint
          all: bigint
        }>`select count(*) filter (where ${hit}) as hits, count(*) as all from cases.case c where ${inScope(view, scope)} and ${where(view, period)}`,
      )
      return share(Number(row.hits), Number(row.all))
    },
    fold: shareOf,
  })

/** A percentile of how long the cases done in the period took. */
const leadTime = (key: string, unit: 'working_hours' | 'days', part: number): FigureDefinition => {
  const measure =
    unit === 'days' ? sql`extract(epoch from c.done_at - c.received_at) / 86400` : sql`c.lead_working_minutes / 60.0`
  const done = (view: View, scope: Scope, period: FigurePeriod) =>
    sql`from cases.case c where ${inScope(view, scope)} and ${within('done_at', period)} and c.lead_working_minutes is not null`
  return define({
    key,
    unit,
    better: 'lower',
    sources: ['cases.case'],
    facts: (view, scope, period) =>
      sql`select ${head}, c.done_at as at, ${measure} as measure, true as counted ${done(view, scope, period)}`,
    value: async (view, scope, period) => {
      const row = await one(
        view,
        sql<{
          v: number | null
          n: bigint
        }>`select (percentile_cont(${part}) within group (order by ${measure}))::float8 as v, count(*) as n ${done(view, scope, period)}`,
      )
      return { value: row.v === null ? null : tenths(row.v), beside: { cases: Number(row.n) } }
    },
    fold: (rows) => {
      const value = percentile(
        rows.map((row) => row.measure),
        part,
      )
      return { value: value === null ? null : tenths(value), beside: { cases: rows.length } }
    },
  })
}

const tenths = (value: number): number => Math.round(value * 10) / 10

/** Half-open: the column's instant lies in the period. */
function within(column: 'received_at' | 'done_at', period: FigurePeriod): RawBuilder<boolean> {
  const { from, to } = bounds(period)
  return sql`c.${sql.ref(column)} >= ${from} and c.${sql.ref(column)} < ${to}`
}

const received = sql`c.received_at`
const done = sql`c.done_at`

export const casesFigures: readonly FigureDefinition[] = [
  counted('received', 'received_at'),
  counted('done', 'done_at'),
  backlog,
  promiseKept('answer-kept', 'first_answer'),
  promiseKept('start-kept', 'start'),
  promiseKept('done-kept', 'done'),
  howMany({
    key: 'moved-by-us',
    better: 'lower',
    sources: ['cases.case', 'cases.clock'],
    at: received,
    where: (_, period) => {
      const { from, to } = bounds(period)
      return sql`exists (select from cases.clock k where k.tenant_id = c.tenant_id and k.case_id = c.case_id and k.moved_by_us and k.due_at >= ${from} and k.due_at < ${to})`
    },
  }),
  leadTime('lead-median-hours', 'working_hours', 0.5),
  leadTime('lead-p90-hours', 'working_hours', 0.9),
  leadTime('lead-median-days', 'days', 0.5),
  leadTime('lead-p90-days', 'days', 0.9),
  whatShare({
    key: 'satisfied',
    better: 'higher',
    sources: ['cases.case', 'cases.rating'],
    at: done,
    where: (_, period) => sql`${within('done_at', period)} and c.rating is not null`,
    hit: sql`c.rating = 3`,
  }),
  whatShare({
    key: 'one-contact',
    better: 'higher',
    sources: ['cases.case', 'cases.message'],
    at: done,
    where: (_, period) => within('done_at', period),
    hit: sql`not exists (select from cases.message m where m.tenant_id = c.tenant_id and m.case_id = c.case_id and m.kind = 'in' and m.at > c.received_at)`,
  }),
  whatShare({
    key: 'standard-share',
    better: 'higher',
    sources: ['cases.case'],
    at: received,
    where: (_, period) => sql`${within('received_at', period)} and c.kind = 'order' and c.standard is not null`,
    hit: sql`c.standard = 'standard'`,
  }),
  howMany({
    key: 'moves',
    better: 'neither',
    sources: ['cases.case', 'catalogue.request_type'],
    at: received,
    where: (_, period) =>
      sql`${within('received_at', period)} and exists (select from catalogue.request_type rt where rt.tenant_id = c.tenant_id and rt.request_type_id = c.request_type_id and rt.need_type = 'move')`,
  }),
  howMany({
    key: 'faults',
    better: 'lower',
    sources: ['cases.case'],
    at: received,
    where: (_, period) => sql`${within('received_at', period)} and c.kind = 'fault'`,
  }),
]

/** Incidents grouped by what and whose: category × authority (HS-365). Each cell opens as the figure `faults`. */
export async function faultsByCategory(
  view: View,
  scope: Scope,
  period: FigurePeriod,
): Promise<readonly { category: string | null; authority: string; count: number }[]> {
  const counted = sql<{ category: string | null; authority: string; n: bigint }>`
    select c.category, coalesce(m.name, p.name) as authority, count(*) as n
    from cases.case c
    join organisation.party p on p.tenant_id = c.tenant_id and p.party_id = c.information_owner_id
    left join organisation.party_relation r on r.tenant_id = p.tenant_id and r.party_id = p.party_id and r.kind = 'board_of' and r.valid_from <= ${view.today} and (r.valid_to is null or r.valid_to > ${view.today})
    left join organisation.party m on m.tenant_id = r.tenant_id and m.party_id = r.other_party_id
    where ${inScope(view, scope)} and ${within('received_at', period)} and c.kind = 'fault'
    group by 1, 2 order by 3 desc, 1, 2 limit 200`
  const found = await overAllAuthorities(view, () => counted.execute(view.tx))
  return found.rows.map((row) => ({ category: row.category, authority: row.authority, count: Number(row.n) }))
}

/** The open ones of a scope by age in working days at 24.00 of the day, oldest last. */
export async function openByAge(
  view: View,
  scope: Scope,
  day: Temporal.PlainDate,
): Promise<readonly { band: string; count: number }[]> {
  const at = day.add({ days: 1 }).toZonedDateTime('Europe/Stockholm').toInstant()
  const counted = sql<{ band: number; n: bigint }>`
    select case when age < 1 then 0 when age < 3 then 1 when age < 8 then 2 when age < 15 then 3 else 4 end as band, count(*) as n
    from (select extract(epoch from ${at}::timestamptz - c.received_at) / 86400 as age from cases.case c where ${openAt(view, scope, at)}) o group by 1`
  const found = await overAllAuthorities(view, () => counted.execute(view.tx))
  return ageBands.map((band, n) => ({ band, count: Number(found.rows.find((row) => row.band === n)?.n ?? 0) }))
}

/** In calendar days, so that every reader counts alike. */
export const ageBands = ['0', '1–2', '3–7', '8–14', '15+'] as const
