// A small site for the browser tests: the real shell, components, style sheet and script under the real content policy,
// with a list, a case and a form that a server without database answers.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { organisationCss, page, type ShellProps } from '../shell/index.ts'
import { CasePage, FormPage, ListPage, type TrialCase } from './trial-pages.tsx'

export const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'"

export interface Posted {
  readonly path: string
  readonly fields: URLSearchParams
  readonly raw: string
}

export interface TrialSite {
  readonly address: string
  readonly posted: Posted[]
  readonly messages: string[]
  readonly cases: TrialCase[]
  /** Every POST is answered with the sign-in page. */
  signedOut: boolean
  /** Each answer to a POST waits this long. */
  delayMs: number
  /** Sends to every listener of the event stream. */
  tell(event: 'topic' | 'presence', data: unknown): void
  listeners(): number
  /** Pages by path, beside the trial's own. */
  readonly extra: Map<string, string>
  close(): Promise<void>
}

const assetPaths = { css: '/assets/index.css', js: '/assets/app.js' } as const

export const trialShell = {
  layout: 'desk',
  lang: 'sv',
  theme: 'light',
  assets: assetPaths,
  addresses: { home: '/', language: '/sprak', theme: '/tema', signOut: '/ut' },
  here: '/',
  person: 'Siv Ek',
  draftOwner: 'konto-1',
  live: { events: '/handelser', presence: '/narvaro' },
} as const satisfies Partial<ShellProps>

export async function startTrialSite(root: string): Promise<TrialSite> {
  const files = await buildAssets(root)
  const streams = new Set<ServerResponse>()
  const site: Omit<TrialSite, 'address' | 'close'> = {
    posted: [],
    messages: [],
    cases: ['KS-1 Flytta bord', 'KS-2 Sätt upp tavla', 'KS-3 Ny nyckel'].map((title) => ({
      id: title.slice(0, 4),
      title,
    })),
    signedOut: false,
    delayMs: 0,
    extra: new Map(),
    tell: (event, data) =>
      streams.forEach((stream) => stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)),
    listeners: () => streams.size,
  }
  const server = createServer((request, response) => {
    answer(site, files, streams, request, response).catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(site, {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

/** What the browser gets, minified as in a release. */
export async function buildAssets(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['web/client/app.ts', 'web/styles/index.css'],
    outdir: '/assets',
    entryNames: '[name]',
    assetNames: '[name]',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: ['es2024', 'safari18'],
    loader: { '.woff2': 'file' },
    logLevel: 'error',
  })
  return new Map(outputFiles.map((file) => [file.path.slice(file.path.indexOf('/assets/')), file.contents]))
}

type Site = Omit<TrialSite, 'address' | 'close'>

async function answer(
  site: Site,
  files: ReadonlyMap<string, Uint8Array>,
  streams: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://trial')
  response.setHeader('content-security-policy', policy)
  if (url.pathname === '/handelser') return listen(streams, response)
  const sheet = /^\/assets\/org-([0-9a-f]{6})\.css$/.exec(url.pathname)?.[1]
  if (sheet) return send(response, 'text/css', organisationCss(`#${sheet}`))
  const file = files.get(url.pathname)
  if (file) return send(response, typeOf(url.pathname), file)
  if (url.pathname === '/personer') return send(response, 'application/json', JSON.stringify(people(url.searchParams)))
  if (request.method === 'POST') return receive(site, request, response, url)
  send(response, 'text/html; charset=utf-8', site.extra.get(url.pathname) ?? render(site, url))
}

function typeOf(path: string): string {
  if (path.endsWith('.css')) return 'text/css'
  return path.endsWith('.js') ? 'text/javascript' : 'font/woff2'
}

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.setHeader('content-type', type)
  response.end(body)
}

function listen(streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(': hej\n\n')
  streams.add(response)
  response.on('close', () => streams.delete(response))
}

function people(query: URLSearchParams): readonly object[] {
  const all = [
    { value: 'p1', label: 'Åsa Öberg', detail: 'Kontorsservice' },
    { value: 'p2', label: 'Astrid Linde', detail: 'Fastighetsservice' },
  ]
  return all.filter((person) => person.label.toLowerCase().startsWith((query.get('q') ?? '').toLowerCase()))
}

async function receive(site: Site, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks).toString('utf8')
  const fields = new URLSearchParams(raw)
  site.posted.push({ path: url.pathname, fields, raw })
  await new Promise((resolve) => setTimeout(resolve, site.delayMs))
  if (site.signedOut) return void response.writeHead(303, { location: '/inloggning' }).end()
  if (url.pathname === '/narvaro') return void response.writeHead(204).end()
  if (url.pathname !== '/arende') return void response.writeHead(303, { location: '/lista?gjort=1' }).end()
  const text = /name="text"\r\n\r\n([^\r]*)/.exec(raw)?.[1] ?? fields.get('text') ?? ''
  if (!text.trim()) {
    response.statusCode = 422
    return send(response, 'text/html; charset=utf-8', render(site, url, 'Skriv något innan du skickar.'))
  }
  site.messages.push(text)
  response.writeHead(303, { location: '/arende' }).end()
}

function render(site: Site, url: URL, error?: string): string {
  if (url.pathname === '/inloggning') {
    return page({ ...trialShell, layout: 'minimal', title: 'Logga in', content: <h1>Logga in</h1> })
  }
  const query = url.searchParams
  const content =
    url.pathname === '/arende' ? (
      <CasePage messages={site.messages} inside={query.get('skriv') === 'internt'} error={error} />
    ) : url.pathname === '/form' ? (
      <FormPage />
    ) : (
      <ListPage cases={site.cases} wanted={query.get('q') ?? ''} />
    )
  return page({ ...trialShell, title: url.pathname.slice(1), hasErrors: error !== undefined, content })
}
