// A request type says what happens to what is asked: where it goes, by the answers first and else by its one route, and
// who must approve it. Pure.
import type { Condition, ConditionValues } from './form-condition.ts'
import { holds } from './form-condition.ts'

export const caseKinds = ['order', 'fault', 'question', 'complaint'] as const
export type CaseKind = (typeof caseKinds)[number]

export const needTypes = [
  'identity',
  'system_function',
  'training',
  'client',
  'printing',
  'communication',
  'change',
  'move',
] as const
export type NeedType = (typeof needTypes)[number]

export const routes = ['provider_unit', 'system_manager', 'place', 'customer_manager', 'named_unit'] as const
export type RouteKind = (typeof routes)[number]

export const approvals = ['none', 'unauthorised', 'over_limit', 'always'] as const
export type ApprovalRule = (typeof approvals)[number]

export interface Route {
  readonly to: RouteKind
  /** For named_unit. */
  readonly unitId?: string
  /** For system_manager: the field that holds the system; the form's only one when not told. */
  readonly systemField?: string
  /** Who takes over when the first has said its word: a wish goes on from the system manager to the customer manager. */
  readonly next?: RouteKind
}

export interface RouteRule extends Route {
  readonly when: Condition
}

export interface Routing {
  readonly route: RouteKind
  readonly routeUnitId: string | null
  readonly routeRules: readonly RouteRule[]
}

/** Routed once, when the case is registered (TY-057). */
export function routeFor(type: Routing, values: ConditionValues): Route {
  const rule = type.routeRules.find(({ when }) => holds(when, values))
  if (rule) {
    const { when: _asked, ...route } = rule
    return route
  }
  return type.routeUnitId !== null && type.route === 'named_unit'
    ? { to: type.route, unitId: type.routeUnitId }
    : { to: type.route }
}
