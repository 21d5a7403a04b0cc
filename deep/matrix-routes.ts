// Operations, pages, forms, downloads and redirections as one list of routes to try.
import type { TSchema } from '#platform/http/shape'
import { allOps, allPages } from '../app/application.ts'

export interface MatrixRoute {
  readonly name: string
  readonly kind: 'op' | 'page' | 'form' | 'redirect'
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With parameters as `:name`. */
  readonly path: string
  readonly access: string
  /** A form lies on a page, which answers when it is refused. */
  readonly pageAccess?: string
  readonly body?: TSchema | undefined
  readonly query?: TSchema | undefined
  readonly versioned: boolean
}

export function matrixRoutes(): readonly MatrixRoute[] {
  const site = allPages()
  const ops = allOps().map(({ op }): MatrixRoute => ({
    ...{ name: op.id, kind: 'op', method: op.method, access: op.access, body: op.body, query: op.query },
    ...{ path: `/api/v1${op.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, versioned: op.versioned ?? false },
  }))
  const shown =
    (kind: 'page' | 'redirect') =>
    (page: { path: string; access: string }): MatrixRoute => ({
      ...{ name: `GET ${page.path}`, kind, method: 'GET', path: page.path, access: page.access, versioned: false },
    })
  const forms = site.pages.flatMap((page) =>
    Object.entries(page.deeds ?? {}).map(([deed, { access, body }]): MatrixRoute => {
      const path = page.path + (deed ? `/${deed}` : '')
      const name = `POST ${path}`
      return { name, kind: 'form', method: 'POST', path, access, pageAccess: page.access, body, versioned: true }
    }),
  )
  return [
    ...ops,
    ...[...site.pages, ...site.downloads].map(shown('page')),
    ...forms,
    ...site.redirects.map(shown('redirect')),
  ]
}
