// The trials of the access matrix with the verdict due to each.
import { declaredVerbs } from '#platform/access'
import type { Actor } from '#platform/actor'
import type { CastName, Scene } from '../world/scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import type { MatrixRoute } from './matrix-routes.ts'
import { reaches, relations } from './matrix-subjects.ts'
import type { CaseFacts } from './matrix-subjects.ts'
import { nobody } from './hostile.ts'
import { specimen } from './specimen.ts'
import type { Known } from './specimen.ts'

/** Let in (whatever then becomes of it), visible but not permitted, not there for this seat. */
export type Verdict = 'in' | 'forbidden' | 'unseen'

export interface Trial {
  readonly route: MatrixRoute
  readonly who: CastName
  readonly about: string
  readonly send: Parameters<ServedScene['ask']>[1]
  readonly due: Verdict
}

type Seats = ReadonlyMap<CastName, Actor>
type KnownAt = (path: string) => Known

/** From the table alone: some way whose right is held and whose relation is among these. */
function permits(actor: Actor, verb: string, held: ReadonlySet<string> | 'any'): boolean {
  return (declaredVerbs().get(verb) ?? []).some(
    (way) =>
      (way.right === undefined || actor.rights.has(way.right)) &&
      (way.relation === undefined || held === 'any' || held.has(way.relation)),
  )
}

const isOfCase = ({ path }: MatrixRoute): boolean => /^\/api\/v1\/cases\/:caseId|^\/arenden\/:number/.test(path)

/** Where the door's verb is wide and the deed's own is narrow. */
const deedVerbs: Readonly<Record<string, string>> = { 'case.approvals': 'case.approve' }

function dueOnCase(route: MatrixRoute, actor: Actor, row: CaseFacts): Verdict {
  if (!permits(actor, route.access, 'any')) return 'forbidden'
  // A redirection knows only the address; what it leads to decides.
  if (route.kind === 'redirect') return 'in'
  const held = relations(actor, row)
  if (!reaches(actor, row) || !(permits(actor, 'case.read', held) || held.has('approver'))) return 'unseen'
  if (route.access === 'case.read') return 'in'
  return permits(actor, deedVerbs[route.access] ?? route.access, held) ? 'in' : 'forbidden'
}

export function caseTrials(
  routes: readonly MatrixRoute[],
  seats: Seats,
  cases: readonly CaseFacts[],
  known: KnownAt,
): readonly Trial[] {
  const missing = { ...cases[0]!, name: 'none', caseId: nobody, number: 'KIT-2012-99999', tenantId: nobody }
  return routes.filter(isOfCase).flatMap((route) =>
    [...seats].flatMap(([who, actor]) =>
      [...cases, missing].map((row): Trial => {
        // What is pointed at is the case itself: whoever may not see it has nothing else to be refused for.
        const others = ['otherId', 'parentId', 'intoId', 'arende', 'arende.id']
        const names: Known = (name) =>
          others.includes(name) || name === 'caseId'
            ? row.caseId
            : name === 'number'
              ? row.number
              : known(route.path)(name)
        return {
          route,
          who,
          about: row.name,
          send: requestOf(route, names, row.version),
          due: dueOnCase(route, actor, row),
        }
      }),
    ),
  )
}

/** Fields that are optional in the shape and needed for the deed to come as far as its access. */
const chosen: Readonly<Record<string, readonly string[]>> = {
  folj: ['val.person.id'],
  lanka: ['val.arende.id'],
  huvudarende: ['val.arende.id'],
  sammanfor: ['val.arende.id'],
}

function requestOf(route: MatrixRoute, known: Known, version = 1): Trial['send'] {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(known(name) ?? nobody))
  const value = (name: string): string | undefined => (name === 'code' ? undefined : known(name))
  const body = route.body && (specimen(route.body, value) as Record<string, unknown>)
  const query = new URLSearchParams(fieldsOf(route.query ? specimen(route.query, known) : {})).toString()
  const url = query ? `${path}?${query}` : path
  if (route.kind === 'op') {
    const headers = route.versioned ? { 'if-match': `"${version}"` } : {}
    return { method: route.method, path: url, headers, ...(body ? { json: body } : {}) }
  }
  if (route.kind !== 'form') return { method: 'GET', path: url }
  const picks = (chosen[route.path.split('/').at(-1) ?? ''] ?? []).map((field) => [
    field,
    known(field.includes('person') ? 'personId' : 'arende') ?? '',
  ])
  const fields = [...fieldsOf(body ?? {}), ...picks, ['_version', String(version)]]
  return { method: 'POST', path: url, form: Object.fromEntries(fields) as Record<string, string> }
}

function fieldsOf(body: unknown): string[][] {
  return Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.slice(0, 1).map((one) => [name, String(one)])
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, String(one)])
    return value === null ? [[name, '']] : [[name, String(value)]]
  })
}

export function otherTrials(
  routes: readonly MatrixRoute[],
  seats: Seats,
  scene: Scene,
  known: KnownAt,
): readonly Trial[] {
  void scene
  return routes
    .filter((route) => !isOfCase(route))
    .flatMap((route) =>
      [...seats].map(([who, actor]): Trial => {
        const due = permits(actor, route.access, 'any') ? 'in' : 'forbidden'
        return { route, who, about: 'the door', send: requestOf(route, known(route.path)), due }
      }),
    )
}
