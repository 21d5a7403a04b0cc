// Every route × seat × thing it may be about, as requests that are right in all but who sends them.
import type { Actor } from '#platform/actor'
import type { CastName } from '../world/scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import { due } from './due.ts'
import type { Verdict } from './due.ts'
import { nobody } from './hostile.ts'
import type { MatrixRoute } from './matrix-routes.ts'
import { specimen } from './specimen.ts'
import type { Known, Node } from './specimen.ts'
import type { Thing, ThingKind } from './thing.ts'

export interface Trial {
  readonly route: MatrixRoute
  readonly who: CastName
  readonly about: string
  readonly send: Parameters<ServedScene['ask']>[1]
  readonly due: Verdict
}

/** What a route is about, by its address; the rest is about itself only. */
const addresses: readonly (readonly [ThingKind, RegExp])[] = [
  ['case', /^\/api\/v1\/cases\/:caseId|^\/arenden\/:number|^\/fil\/:fileId|^\/godkannanden\/|^\/bestallt\//],
  ['agreement', /\/:agreementId/],
  ['customer', /\/customers\/:customerId|\/kunder\/:customerId/],
  ['need', /\/:needId/],
  ['view', /\/views\/:viewId|\/(andra|ta-bort)-vy$/],
  ['figure', /\/figures\/:key|\/siffror\/:key/],
  ['service', /^\/api\/v1\/catalogue\/services\/:service|^\/tjanster\/:code/],
  ['person', /\/people\/:personId|\/personer\/:personId/],
]

const kindOf = ({ path }: MatrixRoute): ThingKind | undefined => addresses.find(([, form]) => form.test(path))?.[0]

/** A draft that was never published has nothing to end, review or sign: those deeds are tried on what is offered. */
const fits = (route: MatrixRoute, thing: Thing): boolean =>
  thing.published !== false ||
  route.method === 'GET' ||
  /\/draft$|\/redigera(\/kasta|\/publicera)?$|\/publication$/.test(route.path)

export const theDoor = 'the door'

export function trialsOf(
  routes: readonly MatrixRoute[],
  seats: ReadonlyMap<CastName, Actor>,
  things: readonly Thing[],
  known: (path: string) => Known,
): readonly Trial[] {
  return routes.flatMap((route) => {
    const kind = kindOf(route)
    const about = kind ? things.filter((thing) => thing.kind === kind && fits(route, thing)) : [undefined]
    return [...seats].flatMap(([who, actor]) =>
      about.map((thing): Trial => {
        const names: Known = (name) => thing?.known[name] ?? known(route.path)(name)
        const send = requestOf(route, names, thing)
        return { route, who, about: thing?.name ?? theDoor, send, due: due(route, actor, thing) }
      }),
    )
  })
}

/** Fields that are optional in the shape and needed for the deed to come as far as its access: field → what it holds. */
const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  folj: { 'val.person.id': 'personId' },
  lanka: { 'val.arende.id': 'arende' },
  huvudarende: { 'val.arende.id': 'arende' },
  sammanfor: { 'val.arende.id': 'arende' },
  avsla: { motivering: 'text', skal: 'text', reason: 'text' },
  backers: { customerId: 'customerId' },
  'stall-er-bakom': { customerId: 'customerId' },
}

function requestOf(
  route: MatrixRoute,
  known: Known,
  { version = 1, query: asks = '' }: Partial<Thing> = {},
): Trial['send'] {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(known(name) ?? nobody))
  const value = (name: string): string | undefined => (name === 'code' ? undefined : known(name))
  const body = route.body && (specimen(route.body, value) as Record<string, unknown>)
  const query =
    route.method === 'GET'
      ? asks
      : new URLSearchParams(fieldsOf(route.query ? specimen(route.query, known) : {})).toString()
  const url = query ? `${path}?${query}` : path
  const shape: Node | undefined = route.body
  const fields = Object.keys(shape?.properties ?? {})
  const picks = Object.entries(chosen[route.path.split('/').at(-1) ?? ''] ?? {})
    .filter(([field]) => fields.includes(field.split('.')[0] ?? ''))
    .map(([field, name]) => [field, known(name) ?? 'Prov'])
  if (route.kind === 'op') {
    const headers = route.versioned ? { 'if-match': `"${version}"` } : {}
    return {
      method: route.method,
      path: url,
      headers,
      ...(body ? { json: { ...body, ...Object.fromEntries(picks) } } : {}),
    }
  }
  if (route.kind !== 'form') return { method: 'GET', path: url }
  const form = Object.fromEntries([...fieldsOf(body ?? {}), ...picks, ['_version', String(version)]]) as Record<
    string,
    string
  >
  return { method: 'POST', path: url, form }
}

function fieldsOf(body: unknown): string[][] {
  return Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.slice(0, 1).map((one) => [name, text(one)])
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, text(one)])
    return [[name, text(value)]]
  })
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
