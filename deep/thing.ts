// Something a route may be about – a case, a service, an agreement … – with what decides who sees it and how a seat stands
// to it, said in our own words beside the product's (model.md §1, the access tables' heads).
import type { Id } from '#basics/id'
import type { Actor } from '#platform/actor'

export type ThingKind = 'case' | 'agreement' | 'customer' | 'service' | 'need' | 'person' | 'view' | 'figure'

export interface Thing {
  readonly kind: ThingKind
  /** How it stands: own, followed, another authority's … */
  readonly name: string
  /** Ids and codes that point at it, by the name of a parameter or field. */
  readonly known: Readonly<Record<string, string>>
  readonly version: number
  /** A seat that may not see it is to be told that it does not exist. */
  sees(actor: Actor): boolean
  relations(actor: Actor): ReadonlySet<string>
  /** A service that is a draft only is not. */
  readonly published?: boolean
  /** For an address whose page is told by its query which one is meant. */
  readonly query?: string
}

export const held = (facts: Readonly<Record<string, boolean>>): ReadonlySet<string> =>
  new Set(Object.entries(facts).flatMap(([name, is]) => (is ? [name] : [])))

/** Well formed, pointing at nothing. */
export function nothing(kind: ThingKind, known: Readonly<Record<string, string>>): Thing {
  return { kind, name: 'none', known, version: 1, sees: () => false, relations: () => new Set<string>() }
}

export const isOneOf = (ids: readonly Id[], id: Id | null): boolean => id !== null && ids.includes(id)
