// The verdict due to a request, from the declared access tables and how the seat stands to the thing; never from the code
// that is tried.
import { declaredVerbs } from '#platform/access'
import type { AccessTable } from '#platform/access'
import type { Actor } from '#platform/actor'
import type { MatrixRoute } from './matrix-routes.ts'
import type { Thing } from './thing.ts'

/** Let in (whatever then becomes of it), visible but not permitted, not there for this seat. */
export type Verdict = 'in' | 'forbidden' | 'unseen'

let table: AccessTable | undefined

/** The tables as they stood when they were first asked: what is opened later is a fault to be found. */
const declared = (): AccessTable => (table ??= Object.fromEntries(declaredVerbs()))

/** Some way whose right is held and whose relation is among these; `any` = could a relation let this seat in? */
export function may(actor: Actor, verb: string, held: ReadonlySet<string> | 'any'): boolean {
  return (declared()[verb] ?? []).some(
    (way) =>
      (way.right === undefined || actor.rights.has(way.right)) &&
      (way.relation === undefined || held === 'any' || held.has(way.relation)),
  )
}

/** A redirection knows only the address, and what it leads to decides; these look the thing up to know where. */
const looksUp = (path: string): boolean => /^\/fil\/|^\/bestallt\//.test(path)

export function due(route: MatrixRoute, actor: Actor, thing: Thing | undefined): Verdict {
  if (!doorsOf(route).every((verb) => may(actor, verb, 'any'))) return 'forbidden'
  if (thing === undefined || (route.kind === 'redirect' && !looksUp(route.path))) return 'in'
  if (!thing.sees(actor)) return 'unseen'
  if (thing.kind === 'service') return dueOnService(route, actor, thing)
  // Who is asked for approval reads the case without any other way in.
  if (thing.kind === 'case' && route.method === 'GET') return 'in'
  const held = thing.relations(actor)
  return verbsOf(route).every((verb) => may(actor, verb, held)) ? 'in' : 'forbidden'
}

/** A view is saved of a list that one may open. */
const doorsOf = ({ access, pageAccess = access, path }: MatrixRoute): readonly string[] =>
  path.endsWith('/spara-vy') ? [access, pageAccess] : [access]

// A part of a case is also a case of its own, registered for somebody else; the page of approvals is for everyone, to say
// yes or no is not.
function verbsOf({ access, path }: MatrixRoute): readonly string[] {
  if (path.endsWith('/underarende')) return [access, 'case.register']
  return [access === 'case.approvals' ? 'case.approve' : access]
}

const aboutDraft = (path: string): boolean => /\/draft$|\/redigera(\/kasta)?$/.test(path)

/** A draft is for its proposer and those who work with the catalogue; what is published is for everyone to read. */
function dueOnService(route: MatrixRoute, actor: Actor, thing: Thing): Verdict {
  const held = thing.relations(actor)
  const seesDraft = may(actor, 'service.read_draft', held)
  if (!aboutDraft(route.path)) {
    if (route.method === 'GET') return thing.published ? 'in' : 'unseen'
    return may(actor, route.access, held) ? 'in' : 'forbidden'
  }
  if (route.kind === 'op' && route.method === 'GET') return seesDraft ? 'in' : 'unseen'
  if (!seesDraft) return thing.published ? 'forbidden' : 'unseen'
  return may(actor, 'service.change_draft', held) ? 'in' : 'forbidden'
}
