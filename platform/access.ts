// The one place that answers "may this person do this to that". Each module declares a table: verb → the ways in.
// Default deny: a verb without an entry is refused, and start-up refuses a route whose verb nobody declared.
import { forbidden } from '#basics/refusal'
import type { Actor } from './actor.ts'

/** A way in: the right the seat must hold, the relation it must have to the thing, or both. `{}` = everyone signed in. */
export interface Way {
  readonly right?: string
  readonly relation?: string
}

export type AccessTable = Readonly<Record<string, readonly Way[]>>

const declared = new Map<string, readonly Way[]>()

/** Registers a module's table once, at wiring. Two owners of one verb is a mistake. */
export function declareAccess(table: AccessTable): void {
  for (const [verb, ways] of Object.entries(table)) {
    const known = declared.get(verb)
    if (known && known !== ways) throw new Error(`access: ${verb} is declared twice`)
    declared.set(verb, ways)
  }
}

export function isDeclared(verb: string): boolean {
  return verb === 'public' || declared.has(verb)
}

export function declaredVerbs(): ReadonlyMap<string, readonly Way[]> {
  return declared
}

const none: ReadonlySet<string> = new Set()

export function may(actor: Actor, verb: string, relations: ReadonlySet<string> = none): boolean {
  if (actor.kind === 'system') return declared.has(verb)
  return (declared.get(verb) ?? []).some(
    (way) =>
      (way.right === undefined || actor.rights.has(way.right)) &&
      (way.relation === undefined || relations.has(way.relation)),
  )
}

/** For the door of a route: could any relation let this actor in? The verb asks again with the thing in hand. */
export function mayEver(actor: Actor, verb: string): boolean {
  return (
    actor.kind === 'system' ||
    (declared.get(verb) ?? []).some((way) => way.right === undefined || actor.rights.has(way.right))
  )
}

/** Refuses with 403. For a thing the actor cannot even see the load has already answered 404. */
export function allow(actor: Actor, verb: string, relations: ReadonlySet<string> = none): void {
  if (!may(actor, verb, relations)) forbidden(verb)
}
