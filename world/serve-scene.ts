// A scene behind the real server, for tests of the doors: requests go in-process, as somebody of the cast.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { diskFileStore } from '#platform/files/store'
import { openSession } from '#platform/identity/sessions'
import { makeApplication } from '../app/application.ts'
import type { ApplicationFacts } from '../app/application.ts'
import type { CastName, Scene } from './scene.ts'

export interface ServedScene {
  readonly server: FastifyInstance
  /** Asks as a member of the cast; paths of pages are below the tenant, of the API from /api. */
  ask(
    name: CastName | null,
    request: {
      method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
      path: string
      json?: unknown
      form?: Record<string, string | string[]>
      headers?: Record<string, string>
    },
  ): Promise<LightMyRequestResponse>
  cookieOf(name: CastName): Promise<string>
  close(): Promise<void>
}

/** With `assets` the pages have their real style and script, for a browser. */
export async function serveScene(
  scene: Scene,
  assets: ApplicationFacts['assets'] = { css: '/assets/none.css', js: '/assets/none.js', folder: null },
  facts: Partial<Pick<ApplicationFacts, 'url' | 'logLevel' | 'logStream'>> = {},
): Promise<ServedScene> {
  const { server } = await makeApplication({
    stage: scene.stage,
    appPool: scene.appPool,
    files: diskFileStore(join(mkdtempSync(join(tmpdir(), 'kontoret-files-')), 'files')),
    url: 'http://localhost',
    logLevel: 'silent',
    development: true,
    assets,
    ...facts,
  })
  await server.ready()
  const tokens = new Map<CastName, string>()
  const cookieOf = async (name: CastName): Promise<string> => {
    const known = tokens.get(name)
    if (known) return known
    const token = await openSession(
      scene.floor,
      scene.tenant,
      { accountId: scene.ids.account[name], seatId: scene.ids.seat[name] },
      (scene.stage.clock ?? Temporal.Now.instant)(),
    )
    const cookie = `kontoret=${token}; lang=sv`
    tokens.set(name, cookie)
    return cookie
  }
  return {
    server,
    cookieOf,
    async ask(name, { method = 'GET', path, json, form, headers = {} }) {
      const options: InjectOptions = {
        method,
        url: path.startsWith('/api') || path.startsWith('/assets') ? path : `/${scene.tenant.slug}${path}`,
        headers: { ...(name ? { cookie: await cookieOf(name) } : {}), 'sec-fetch-site': 'same-origin', ...headers },
      }
      if (json !== undefined)
        return server.inject({
          ...options,
          payload: JSON.stringify(json),
          headers: { ...options.headers, 'content-type': 'application/json' },
        })
      if (form) {
        const body = new URLSearchParams(
          Object.entries(form).flatMap(([key, value]) =>
            (Array.isArray(value) ? value : [value]).map((one) => [key, one]),
          ),
        )
        return server.inject({
          ...options,
          payload: body.toString(),
          headers: { ...options.headers, 'content-type': 'application/x-www-form-urlencoded' },
        })
      }
      return server.inject(options)
    },
    close: () => server.close(),
  }
}
