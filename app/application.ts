// Puts an installation together: rooms, doors, shell, live pages. main.ts runs it; tests ask it questions in-process.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Stage } from '#platform/act'
import { isDeclared } from '#platform/access'
import { projectRoot } from '#platform/db/project-root'
import { collectOps } from '#platform/http/api'
import type { ServedOp } from '#platform/http/api'
import { openApi } from '#platform/http/openapi'
import { makeServer } from '#platform/http/server'
import { problem, serveApi } from '#platform/http/serve-api'
import { sendError, sendNotFound, serveSite } from '#platform/http/serve-site'
import type { SiteHost } from '#platform/http/serve-site'
import { collectSite } from '#platform/http/site'
import type { CollectedSite } from '#platform/http/site'
import { startLive } from '#platform/http/live'
import type { Live } from '#platform/http/live'
import { serveFiles } from '#platform/files/serve'
import type { FileStore } from '#platform/files/store'
import { receiveFile } from '#platform/files/receive'
import type { Assets } from '#shell'
import { serveAssets } from './assets.ts'
import { makeFrame } from './frame.tsx'
import { modules, wire } from './modules.ts'
import { serveEntrance } from './entrance.tsx'

export interface ApplicationFacts {
  readonly stage: Stage
  readonly appPool: Pool
  readonly files: FileStore
  readonly url: string
  readonly logLevel: string
  /** Where the log goes instead of standard output. */
  readonly logStream?: Pick<NodeJS.WritableStream, 'write'>
  readonly development: boolean
  readonly assets: Assets & { readonly folder: string | null }
}

export interface Application {
  readonly server: FastifyInstance
  readonly live: Live
}

export function allOps(): ServedOp[] {
  wire()
  return collectOps(modules.flatMap((room) => (room.routes ? [room.routes] : [])))
}

export function allPages(): CollectedSite {
  wire()
  return collectSite(modules.flatMap((room) => (room.pages ? [room.pages] : [])))
}

export function version(): string {
  return (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version
}

export async function makeApplication(facts: ApplicationFacts): Promise<Application> {
  const ops = allOps()
  const site = allPages()
  refuseUndeclared(ops, site)
  const cookieRules = { secure: facts.url.startsWith('https://') }
  const server = await makeServer({
    logLevel: facts.logLevel,
    ...(facts.logStream ? { logStream: facts.logStream } : {}),
    trustProxy: cookieRules.secure,
    ready: async () => (await facts.appPool.query('select 1')).rowCount === 1,
  })
  const live = await startLive(facts.appPool, (error) => server.log.error({ fault: error.name }, 'live'))
  const frame = makeFrame(facts.stage, facts.assets)
  const host: SiteHost = {
    stage: facts.stage,
    cookieRules,
    draw: frame.draw,
    drawError: frame.drawError,
    uploads: { receive: (stream, name) => receiveUpload(facts.files, stream, name) },
  }
  const { uploads } = host
  serveAssets(server, facts.assets.folder)
  serveFiles(server, facts.stage, facts.files)
  server.get('/api/openapi.json', () =>
    openApi(
      ops.map(({ op }) => op),
      version(),
    ),
  )
  serveApi(server, { stage: facts.stage, cookieRules, uploads }, ops)
  serveEntrance(server, { ...host, frame, live, development: facts.development, url: facts.url, assets: facts.assets })
  serveSite(server, host, site)
  server.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/')
      ? problem(Object.assign(new Error('none'), { statusCode: 404 }), request, reply)
      : sendNotFound(host, request, reply),
  )
  // What the framework itself refuses, such as a body too large, is told in the language of the door it came through.
  server.setErrorHandler((error, request, reply) =>
    request.url.startsWith('/api/') ? problem(error, request, reply) : sendError(host, request, reply, error),
  )
  // Before the server waits for its requests: a page that listens never ends by itself.
  server.addHook('preClose', () => live.close())
  return { server, live }
}

async function receiveUpload(files: FileStore, stream: Readable, name: string) {
  const stored = await receiveFile(files, stream, name)
  return { name: stored.name, mediaType: stored.mediaType, sha256: stored.sha256, sizeBytes: stored.sizeBytes }
}

/** Deny at start: a route whose verb nobody has declared stops the start. */
function refuseUndeclared(ops: readonly ServedOp[], site: CollectedSite): void {
  const asked = [
    ...ops.map(({ op }) => [op.id, op.access]),
    ...site.pages.flatMap((page) => [
      [page.path, page.access],
      ...Object.entries(page.deeds ?? {}).map(([name, deed]) => [`${page.path}/${name}`, deed.access]),
    ]),
    ...site.downloads.map((page) => [page.path, page.access]),
    ...site.redirects.map((page) => [page.path, page.access]),
  ]
  const missing = asked.filter(([, verb]) => !isDeclared(verb ?? ''))
  if (missing.length > 0)
    throw new Error(`access: nobody declared ${missing.map(([where, verb]) => `${verb} (${where})`).join(', ')}`)
}
