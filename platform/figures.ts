// Figures have one value: counted by a definition over its scope, not over what the viewer happens to see, and every
// figure opens to the rows behind it. `value` and `rows` are written apart and tested as one: folding the rows gives
// the value (model.md §4).
import type { Id } from '#basics/id'
import type { Words } from '#basics/refusal'
import type { View } from './act.ts'

export interface Scope {
  readonly kind: 'tenant' | 'authority' | 'customer' | 'unit' | 'service' | 'area'
  readonly id: Id
}

/** Half-open: from ≤ day < to. */
export interface FigurePeriod {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** A figure's value: a count, a share with its fraction, or an amount of time. Null = nothing to count. */
export interface FigureValue {
  readonly value: number | null
  readonly numerator?: number
  readonly denominator?: number
  /** Numbers shown beside: paused over the deadline, moved by us … */
  readonly beside?: Readonly<Record<string, number>>
}

export interface FigureRow {
  readonly subjectKind: string
  readonly subjectId: Id
  /** Number and title; empty for a viewer who may not see the subject (access decides when the rows are shown). */
  readonly label: string
  readonly at: Temporal.Instant
  /** What this row adds: for a share 1 or 0, for a count 1, for a median its measure. */
  readonly measure: number
  /** Counted in the denominator; false = shown beside. */
  readonly counted: boolean
  readonly note?: Words
}

export interface FigureDefinition {
  readonly key: string
  readonly version: number
  readonly validFrom: string
  readonly name: Words
  /** The rule in one sentence. */
  readonly sentence: Words
  /** What is not counted. */
  readonly exclusions: Words
  readonly unit: 'count' | 'percent' | 'working_hours' | 'days' | 'score'
  readonly scopes: readonly Scope['kind'][]
  readonly sources: readonly string[]
  /** Circle-marked rows are outside, or counted but never opened (cells under 5 suppressed). */
  readonly circles: 'outside' | 'aggregate_only'
  /** Target for a period, when one is decided. */
  readonly better: 'higher' | 'lower' | 'neither'
  value(view: View, scope: Scope, period: FigurePeriod): Promise<FigureValue>
  rows(
    view: View,
    scope: Scope,
    period: FigurePeriod,
    page: { after?: string; limit: number },
  ): Promise<readonly FigureRow[]>
  /** Folds rows to the value; the test holds it against `value`. */
  fold(rows: readonly FigureRow[]): FigureValue
}

const definitions = new Map<string, FigureDefinition>()

export function declareFigures(more: readonly FigureDefinition[]): void {
  for (const definition of more) definitions.set(definition.key, definition)
}

export function figure(key: string): FigureDefinition | undefined {
  return definitions.get(key)
}

export function allFigures(): readonly FigureDefinition[] {
  return [...definitions.values()]
}

/** Linear interpolation between closest ranks, as PostgreSQL's percentile_cont. */
export function percentile(measures: readonly number[], share: number): number | null {
  if (measures.length === 0) return null
  const sorted = measures.toSorted((a, b) => a - b)
  const position = share * (sorted.length - 1)
  const below = sorted[Math.floor(position)] ?? 0
  const above = sorted[Math.ceil(position)] ?? 0
  return below + (above - below) * (position - Math.floor(position))
}
