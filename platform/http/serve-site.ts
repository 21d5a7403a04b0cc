// Puts the pages on the wire: GET reads and draws, POST runs one deed and goes on with 303; a refused form is drawn again
// with its words kept. Everything works without script.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#basics/id'
import type { Refusal } from '#basics/refusal'
import { forbidden, notFound, refuse } from '#basics/refusal'
import { mayEver } from '../access.ts'
import type { Stage } from '../act.ts'
import { act, look } from '../act.ts'
import type { Lang } from '../actor.ts'
import type { SignedIn } from '../identity/reach.ts'
import type { CookieRules } from './credentials.ts'
import { langOf, refuseForeignSite, signedIn } from './credentials.ts'
import type { FormValues } from './form.ts'
import { fromForm } from './form.ts'
import { asRefusal } from './problem.ts'
import { faultFacts, hashOf } from './serve-api.ts'
import type { CollectedSite, Download, FormBatch, FormDeed, FormInput, Page, Screen, SentFile, Visit } from './site.ts'
import type { TSchema } from './shape.ts'
import type { UploadedForm } from './uploads.ts'
import { readMultipart } from './uploads.ts'
import { validate } from './validate.ts'

export interface SiteHost {
  readonly stage: Stage
  readonly cookieRules: CookieRules
  /** Draws a screen into a whole document: the shell with its navigation, for this visit. */
  draw(request: FastifyRequest, who: SignedIn, visit: Visit, screen: Screen): Promise<string>
  /** A page that says what went wrong and what to do; also for visitors who are not signed in. */
  drawError(
    request: FastifyRequest,
    lang: Lang,
    facts: { status: number; refusal?: Refusal; trace?: string; who?: SignedIn },
  ): Promise<string>
  readonly uploads: import('./uploads.ts').Uploads
}

const formFields = ['_once', '_version']

export function serveSite(server: FastifyInstance, host: SiteHost, site: CollectedSite): void {
  for (const page of site.pages) {
    server.get(`/:tenant${page.path}`, (request, reply) =>
      guarded(host, request, reply, page.access, (who) => showPage(host, page, who, request, reply)),
    )
    for (const [name, deed] of Object.entries(page.deeds ?? {}))
      server.post(`/:tenant${page.path}${name ? `/${name}` : ''}`, (request, reply) =>
        guarded(host, request, reply, deed.access, (who) => runDeed(host, page, name, deed, who, request, reply)),
      )
  }
  for (const download of site.downloads)
    server.get(`/:tenant${download.path}`, (request, reply) =>
      guarded(host, request, reply, download.access, async (who) => {
        const visit = visitOf(host, who, request)
        const made = await look(host.stage, who.tenant, who.actor, (view) => download.make(view, visit))
        return sendDownload(reply, made)
      }),
    )
  for (const redirect of site.redirects)
    server.get(`/:tenant${redirect.path}`, (request, reply) =>
      guarded(host, request, reply, redirect.access, async (who) => {
        const visit = visitOf(host, who, request)
        const to = await look(host.stage, who.tenant, who.actor, (view) => redirect.to(view, visit))
        return reply.redirect(typeof to === 'string' ? visit.href(to) : to.absolute, 303)
      }),
    )
}

export function sendDownload(reply: FastifyReply, made: Download): unknown {
  const plain = made.name.replaceAll(/[^\w.-]/g, '_')
  return reply
    .header('content-type', made.type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(made.name)}`)
    .send(Buffer.from(made.bytes))
}

async function guarded(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  access: string,
  run: (who: SignedIn) => Promise<unknown>,
): Promise<unknown> {
  let who: SignedIn | undefined
  try {
    who = await signedIn(host.stage, request, host.cookieRules)
    const slug = (request.params as { tenant: string }).tenant
    if (!who)
      return await reply.redirect(`/${encodeURIComponent(slug)}/logga-in?till=${encodeURIComponent(request.url)}`, 303)
    if (who.tenant.slug !== slug || !areReadable(request.params as Record<string, string>)) notFound()
    if (request.method !== 'GET') refuseForeignSite(request)
    if (!mayEver(who.actor, access)) forbidden(access)
    return await run(who)
  } catch (error) {
    return sendError(host, request, reply, error, who)
  }
}

/** A parameter named …Id is an id or nothing; no address holds characters that cannot be stored. */
function areReadable(params: Readonly<Record<string, string>>): boolean {
  return Object.entries(params).every(([name, value]) => !value.includes('\0') && (!name.endsWith('Id') || isId(value)))
}

export async function sendError(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  who?: SignedIn,
): Promise<unknown> {
  const refusal = asRefusal(error)
  if (!refusal) request.log.error({ fault: faultFacts(error) }, 'fault')
  const status = refusal?.status ?? 500
  const lang = langOf(request, who?.tenant.language)
  const html = await host.drawError(request, lang, {
    status,
    ...(refusal ? { refusal } : { trace: request.id }),
    ...(who ? { who } : {}),
  })
  return reply.code(status).type('text/html; charset=utf-8').send(html)
}

/** An address without a page: whoever is signed in keeps the office around the words. */
export async function sendNotFound(host: SiteHost, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const who = await signedIn(host.stage, request, host.cookieRules).catch(() => undefined)
  return sendError(host, request, reply, Object.assign(new Error('none'), { statusCode: 404 }), who)
}

function visitOf(host: SiteHost, who: SignedIn, request: FastifyRequest, attempt?: Visit['attempt']): Visit {
  const { tenant: slug, ...params } = request.params as Record<string, string>
  const url = new URL(request.url, 'http://here')
  const base = `/${slug ?? ''}`
  return {
    stage: host.stage,
    tenant: who.tenant,
    actor: who.actor,
    lang: langOf(request, who.tenant.language),
    params,
    query: url.searchParams,
    path: url.pathname.slice(base.length) || '/',
    ...(attempt ? { attempt } : {}),
    href: (path) => (path.startsWith('/') ? base + path : path),
  }
}

async function showPage(
  host: SiteHost,
  page: Page,
  who: SignedIn,
  request: FastifyRequest,
  reply: FastifyReply,
  attempt?: Visit['attempt'],
): Promise<unknown> {
  // A form may be open to more people than its page: a refused one is not a way to see the page.
  if (!mayEver(who.actor, page.access)) forbidden(page.access)
  const visit = visitOf(host, who, request, attempt)
  const screen = await look(host.stage, who.tenant, who.actor, (view) => page.show(view, visit))
  const html = await host.draw(request, who, visit, screen)
  return reply
    .code(attempt ? attempt.refusal.status : 200)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html)
}

async function runDeed(
  host: SiteHost,
  page: Page,
  name: string,
  deed: FormDeed | FormBatch,
  who: SignedIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const sent = await readForm(host, request)
  const visit = visitOf(host, who, request)
  try {
    const body = validate(deed.body, fromForm(deed.body, sent.values, formFields), 'body')
    const version = Number(sent.values['_version']?.[0] ?? 0) || 0
    const key = sent.values['_once']?.[0]
    const once =
      key && /^[\w-]{8,80}$/.test(key)
        ? { key, bodyHash: hashOf(page.path, name, visit.params, body, sent.files) }
        : undefined
    const input: FormInput<TSchema> = { body, params: visit.params, version, files: sent.files }
    const result =
      'each' in deed
        ? await deed.each(visit, input, once)
        : await act(host.stage, who.tenant, who.actor, (doing) => deed.run(doing, input), once ? { once } : {})
    return await reply.redirect(visit.href(deed.then(result, visit)), 303)
  } catch (error) {
    const refusal = asRefusal(error)
    if (!refusal || refusal.status === 404 || refusal.status === 403) throw error
    return showPage(host, page, who, request, reply, { deed: name, values: sent.values, refusal })
  }
}

async function readForm(host: SiteHost, request: FastifyRequest): Promise<UploadedForm> {
  if (request.isMultipart()) return readMultipart(request, host.uploads)
  const body = request.body as FormValues | undefined
  if (body !== undefined && (typeof body !== 'object' || body === null))
    refuse({ code: 'not_a_form', status: 400, sv: 'Skicka ett formulär.', en: 'Send a form.' })
  const files: SentFile[] = []
  return { values: body ?? {}, files }
}

export { onceKey } from './once.ts'
