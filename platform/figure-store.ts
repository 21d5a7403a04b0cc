// Values of figures for periods that are over: counted once, kept with the time of counting, and counted again for sixty
// days because late facts still move them. A value that changes afterwards is journalled (model.md §4).
import { localDate } from '#basics/dates'
import type { Id } from '#basics/id'
import { monthOf, months, tertialOf } from '#basics/period'
import type { Deed, View } from './act.ts'
import { act, look } from './act.ts'
import { allFigures } from './figures.ts'
import type { FigureDefinition, FigurePeriod, FigureValue, Scope } from './figures.ts'
import type { JobContext } from './jobs.ts'

/** So long after its end a period is counted again each night. */
export const recountedForDays = 60
/** Further back nothing is counted by itself. */
const keptMonths = 48

export interface CountedValue extends FigureValue {
  /** When the kept value was counted; null = counted now. */
  readonly countedAt: Temporal.Instant | null
}

const { compare } = Temporal.PlainDate
const isOver = (period: FigurePeriod, today: Temporal.PlainDate): boolean => compare(period.to, today) <= 0
const keyOf = (period: FigurePeriod): string => `${period.from}/${period.to}`

/** The kept value of a period that is over, else counted now. */
export async function valueOf(
  view: View,
  definition: FigureDefinition,
  scope: Scope,
  period: FigurePeriod,
): Promise<CountedValue> {
  const [value] = await valuesOf(view, definition, scope, [period])
  return value ?? { value: null, countedAt: null }
}

/** The values of several periods, in their order; those that are kept come in one read. */
export async function valuesOf(
  view: View,
  definition: FigureDefinition,
  scope: Scope,
  periods: readonly FigurePeriod[],
): Promise<readonly CountedValue[]> {
  const kept = await keptValues(
    view,
    definition,
    scope,
    periods.filter((period) => isOver(period, view.today)),
  )
  const values: CountedValue[] = []
  for (const period of periods)
    values.push(kept.get(keyOf(period)) ?? { ...(await definition.value(view, scope, period)), countedAt: null })
  return values
}

async function keptValues(
  view: View,
  definition: FigureDefinition,
  scope: Scope,
  periods: readonly FigurePeriod[],
): Promise<ReadonlyMap<string, CountedValue>> {
  if (periods.length === 0) return new Map()
  const rows = await ofScope(view, scope)
    .where('figure', '=', definition.key)
    .where('version', '=', definition.version)
    .where(
      'period_from',
      'in',
      periods.map((period) => period.from),
    )
    .select(['period_from', 'period_to', 'value', 'counted_at'])
    .execute()
  return new Map(
    rows.map((row) => [
      keyOf({ from: row.period_from, to: row.period_to }),
      { ...(row.value as FigureValue), countedAt: row.counted_at },
    ]),
  )
}

const ofScope = (view: View, scope: Scope) =>
  view.tx
    .selectFrom('platform.figure_value')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('scope_kind', '=', scope.kind)
    .where('scope_id', '=', scope.id)

/** The scopes of a kind with the largest kept value in a period; nothing when it has not been counted. */
export async function largestKept(
  view: View,
  definition: Pick<FigureDefinition, 'key' | 'version'>,
  kind: Scope['kind'],
  period: FigurePeriod,
  most: number,
): Promise<readonly Id[]> {
  const rows = await view.tx
    .selectFrom('platform.figure_value')
    .select(['scope_id', 'value'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('figure', '=', definition.key)
    .where('version', '=', definition.version)
    .where('scope_kind', '=', kind)
    .where('period_from', '=', period.from)
    .where('period_to', '=', period.to)
    .limit(5000)
    .execute()
  const size = (row: { value: unknown }): number => (row.value as FigureValue).value ?? 0
  return rows
    .filter((row) => size(row) > 0)
    .toSorted((a, b) => size(b) - size(a) || a.scope_id.localeCompare(b.scope_id))
    .slice(0, most)
    .map((row) => row.scope_id)
}

/**
 * Counts and keeps what is missing and what is younger than sixty days, for each of the scopes, each in a transaction of
 * its own. Safe to run twice: a scope that has been counted today is left alone, and an unchanged value journals nothing.
 */
export async function recount(
  context: JobContext,
  scopes: readonly Scope[],
  since: Temporal.PlainDate,
): Promise<{ counted: number; changed: number }> {
  const { stage, tenant, actor } = context
  const done = { counted: 0, changed: 0 }
  for (const scope of scopes) {
    if (await look(stage, tenant, actor, (view) => countedToday(view, scope))) continue
    const some = await act(stage, tenant, actor, (deed) => recountScope(deed, scope, since))
    done.counted += some.counted
    done.changed += some.changed
  }
  return done
}

async function countedToday(view: View, scope: Scope): Promise<boolean> {
  const last = await ofScope(view, scope).select('counted_at').orderBy('counted_at', 'desc').limit(1).executeTakeFirst()
  return last !== undefined && localDate(last.counted_at).equals(view.today)
}

async function recountScope(deed: Deed, scope: Scope, since: Temporal.PlainDate) {
  const kept = new Map(
    (await ofScope(deed, scope).selectAll().forUpdate().execute()).map((row) => [
      `${row.figure}@${row.version} ${keyOf({ from: row.period_from, to: row.period_to })}`,
      row.value as FigureValue,
    ]),
  )
  const young = deed.today.subtract({ days: recountedForDays })
  const rows: KeptRow[] = []
  let changed = 0
  for (const definition of allFigures().filter((one) => one.scopes.includes(scope.kind)))
    for (const period of periodsSince(since, deed.today)) {
      const was = kept.get(`${definition.key}@${definition.version} ${keyOf(period)}`)
      if (was !== undefined && compare(period.to, young) < 0) continue
      const is = await definition.value(deed, scope, period)
      rows.push({ definition, scope, period, is })
      if (was === undefined || sameValue(was, is)) continue
      changed += 1
      journalChange(deed, { definition, scope, period, is }, was)
    }
  await keep(deed, rows)
  return { counted: rows.length, changed }
}

interface KeptRow {
  readonly definition: FigureDefinition
  readonly scope: Scope
  readonly period: FigurePeriod
  readonly is: FigureValue
}

function journalChange(deed: Deed, { definition, scope, period, is }: KeptRow, was: FigureValue): void {
  deed.journal({
    verb: 'figure.recounted',
    kind: scope.kind,
    id: scope.id,
    facts: {
      figure: definition.key,
      version: definition.version,
      from: period.from.toString(),
      to: period.to.toString(),
      was: was.value,
      is: is.value,
      wasFraction: [was.numerator ?? null, was.denominator ?? null],
      isFraction: [is.numerator ?? null, is.denominator ?? null],
    },
  })
}

/** Months and four-month periods that are over, as far back as there is anything to count. */
export function periodsSince(since: Temporal.PlainDate, today: Temporal.PlainDate): readonly FigurePeriod[] {
  const earliest = today.with({ day: 1 }).subtract({ months: keptMonths })
  const from = compare(since, earliest) < 0 ? earliest : since.with({ day: 1 })
  if (compare(from, today.with({ day: 1 })) >= 0) return []
  const over = months({ from: monthOf(from).from, to: monthOf(today).from })
  const tertials = new Map(over.map(({ from: day }) => [keyOf(tertialOf(day)), tertialOf(day)]))
  return [...over, ...[...tertials.values()].filter((one) => isOver(one, today))]
}

async function keep(deed: Deed, rows: readonly KeptRow[]): Promise<void> {
  for (let n = 0; n < rows.length; n += 500)
    await deed.tx
      .insertInto('platform.figure_value')
      .values(
        rows.slice(n, n + 500).map(({ definition, scope, period, is }) => ({
          tenant_id: deed.tenant.tenantId,
          figure: definition.key,
          version: definition.version,
          scope_kind: scope.kind,
          scope_id: scope.id,
          period_from: period.from,
          period_to: period.to,
          value: JSON.stringify(is),
          counted_at: deed.now,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'figure', 'version', 'scope_kind', 'scope_id', 'period_from', 'period_to'])
          .doUpdateSet((q) => ({ value: q.ref('excluded.value'), counted_at: q.ref('excluded.counted_at') })),
      )
      .execute()
}

function sameValue(a: FigureValue, b: FigureValue): boolean {
  const besides = (value: FigureValue): string =>
    JSON.stringify(Object.entries(value.beside ?? {}).toSorted(([x], [y]) => x.localeCompare(y)))
  return (
    a.value === b.value &&
    (a.numerator ?? null) === (b.numerator ?? null) &&
    (a.denominator ?? null) === (b.denominator ?? null) &&
    besides(a) === besides(b)
  )
}
