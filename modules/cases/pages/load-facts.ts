// What every part of a unit's figures is drawn from, and the address each figure opens at.
import type { View } from '#platform/act'
import { figure } from '#platform/figures'
import type { FigureDefinition, FigurePeriod, Scope } from '#platform/figures'
import type { Visit } from '#platform/http/site'
import type { ClockKind } from '../clock.ts'
import type { LoadScope } from '../load-queries.ts'
import type { ShownPeriod } from './load-period.ts'

/** The promises that are followed over time, and the kind of clock each counts. */
export const keptFigures: readonly (readonly [key: string, kind: ClockKind])[] = [
  ['start-kept', 'start'],
  ['done-kept', 'done'],
  ['answer-kept', 'first_answer'],
]

export interface LoadFacts extends LoadScope {
  readonly view: View
  readonly visit: Visit
  readonly shown: ShownPeriod
  /** Twelve, the oldest first; those before anything had come in are left out. */
  readonly months: readonly FigurePeriod[]
  readonly today: FigurePeriod
}

/** Missing in a test or a tenant without the room that counts it: a mistake of ours, said at once. */
export function known(key: string): FigureDefinition {
  const definition = figure(key)
  if (!definition) throw new Error(`figure: ${key} is not declared`)
  return definition
}

export function figureHref(visit: Visit, key: string, scope: Scope, period: FigurePeriod): string {
  const query = new URLSearchParams({
    ...(scope.kind === 'tenant' ? {} : { omrade: `${scope.kind}:${scope.id}` }),
    fran: period.from.toString(),
    till: period.to.toString(),
  })
  return visit.href(`/siffror/${key}?${query.toString()}`)
}
