// Every GET there is – operations, pages, downloads, redirections – with the addresses' own parameters, and where something
// can be searched, sorted, filtered or counted over, in several ways.
import type { Id } from '#basics/id'
import { allFigures } from '#platform/figures'
import type { Scene } from '../world/scene.ts'
import { nobody } from './hostile.ts'
import { matrixRoutes } from './matrix-routes.ts'
import type { MatrixRoute } from './matrix-routes.ts'
import type { Known, Node } from './specimen.ts'
import { specimen } from './specimen.ts'

/** `words`: what stands in the hidden world only, and near misses of it. */
export function getRequests(scene: Scene, known: (path: string) => Known, words: readonly string[]): readonly string[] {
  return matrixRoutes()
    .filter(({ method }) => method === 'GET')
    .flatMap((route) => {
      const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(known(route.path)(name) ?? nobody),
      )
      const base = queryOf(route, known)
      const figure = /\/(figures|siffror)\/:key/.test(route.path)
      const queries = figure ? figureQueries(scene) : [base, ...variants(route, base, words)]
      const paths = figure ? figureKeys().map((key) => path.replace(known(route.path)('key') ?? '', key)) : [path]
      return paths.flatMap((one) => queries.map((query) => (query === '' ? one : `${one}?${query}`)))
    })
}

function queryOf(route: MatrixRoute, known: (path: string) => Known): string {
  const filled = route.query ? (specimen(route.query, known(route.path)) as Record<string, unknown>) : {}
  return new URLSearchParams(Object.entries(filled).map(([name, value]) => [name, String(value)])).toString()
}

function variants(route: MatrixRoute, base: string, words: readonly string[]): string[] {
  const shape: Node | undefined = route.query
  const fields = Object.entries(shape?.properties ?? {})
  const more = (name: string, value: string): string => {
    const query = new URLSearchParams(base)
    query.set(name, value)
    return query.toString()
  }
  if (route.kind === 'op')
    return fields.flatMap(([name, field]) => {
      if (name === 'q' || name === 'name') return words.map((word) => more(name, word))
      if (name === 'sort') return ['received', '-received', 'due', '-due', 'name'].map((value) => more(name, value))
      if (name === 'limit') return [more(name, '1')]
      const { items, enum: one }: Node = field
      const inner: Node | undefined = items
      const values = one ?? inner?.enum ?? []
      return values.map((value) => more(name, String(value)))
    })
  const asks = /sok|forslag|tjanster$|hitta|personer$|arenden|ko$/.test(route.path) && !route.path.includes('/:')
  return asks ? [...words.map((word) => more('q', word)), more('status', 'open'), more('sort', '-received')] : []
}

const figureKeys = (): readonly string[] => allFigures().map(({ key }) => key)

function figureQueries({ ids, tenant }: Scene): string[] {
  const over = (kind: string, id: Id | undefined): string =>
    `omrade=${kind}:${id ?? nobody}&fran=2012-04-01&till=2012-05-01`
  return [
    over('unit', ids.unit['kontorsservice']),
    over('unit', ids.unit['it-servicedesk']),
    over('customer', ids.customer.social),
    over('authority', ids.party.namnd),
    over('service', ids.service['vaktmasteri']),
    over('tenant', tenant.tenantId),
  ]
}
