// The doors that stand before a seat is taken – sign-in, the chooser of a demonstration, reset – and those that follow a
// visitor everywhere: language, theme, seat, live events, files.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { VNode } from 'preact'
import { notFound, refuse } from '#basics/refusal'
import { act, look } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { dayOf, systemClock, tenantNow } from '#platform/clock'
import {
  clearSession,
  langOf,
  refuseForeignSite,
  sessionToken,
  setCookie,
  setSession,
  signedIn,
  themeOf,
} from '#platform/http/credentials'
import type { FormValues } from '#platform/http/form'
import type { Live } from '#platform/http/live'
import { asRefusal } from '#platform/http/problem'
import type { SiteHost } from '#platform/http/serve-site'
import { sendError } from '#platform/http/serve-site'
import { bySession, systemActor, tenantBySlug, tenants } from '#platform/identity/reach'
import {
  askReset,
  changeSeat,
  openSession,
  resetPassword,
  signIn,
  signOut,
  signOutEverywhere,
  tokenHash,
} from '#platform/identity/sessions'
import { post } from '#platform/notices'
import { mayFollowTopic } from '#cases'
import { demonstrationSeats, seatsOf } from '#organisation'
import { designPage } from '../web/design/index.ts'
import { AskResetScreen, ChooserScreen, ResetScreen, SignInScreen } from '../web/pages/entrance-screens.tsx'
import type { OfferedTenant } from '../web/pages/entrance-screens.tsx'
import { entranceText } from '../web/pages/entrance-text.ts'
import type { Assets } from '#shell'
import type { Frame } from './frame.tsx'

export interface EntranceHost extends SiteHost {
  readonly frame: Frame
  readonly live: Live
  readonly development: boolean
  readonly url: string
  readonly assets: Assets
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

export function serveEntrance(server: FastifyInstance, host: EntranceHost): void {
  const safe =
    (run: Handler): Handler =>
    async (request, reply) => {
      try {
        if (request.method === 'POST') refuseForeignSite(request)
        return await run(request, reply)
      } catch (error) {
        return sendError(host, request, reply, error)
      }
    }
  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    title: string,
    main: VNode,
    facts: { tenant?: Tenant; wide?: boolean; hasErrors?: boolean; status?: number } = {},
  ) =>
    reply
      .code(facts.status ?? 200)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(host.frame.drawPlain(request, { title, main, ...facts }))

  server.get(
    '/',
    safe((request, reply) => chooser(host, request, reply, show)),
  )
  server.post(
    '/sprak',
    safe((request, reply) => remember(host, request, reply, 'lang', ['sv', 'en'])),
  )
  server.post(
    '/tema',
    safe((request, reply) => remember(host, request, reply, 'theme', ['system', 'light', 'dark'])),
  )
  serveSignIn(server, host, safe, show)
  serveReset(server, host, safe, show)
  serveSeat(server, host, safe)
  serveLive(server, host, safe)
  if (host.development)
    server.get('/design', (request, reply) =>
      reply.type('text/html; charset=utf-8').send(
        designPage({
          lang: langOf(request),
          theme: themeOf(request) ?? 'system',
          assets: host.assets,
          addresses: { home: '/', language: '/sprak', theme: '/tema' },
        }),
      ),
    )
}

type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  main: VNode,
  facts?: { tenant?: Tenant; wide?: boolean; hasErrors?: boolean; status?: number },
) => unknown

const field = (request: FastifyRequest, name: string): string =>
  (request.body as FormValues | undefined)?.[name]?.[0] ?? ''

/** Only an address of our own: a path that begins with one slash. */
const ownPath = (path: string, fallback: string): string => (/^\/(?![/\\])[^\s]*$/.test(path) ? path : fallback)

async function tenantOf(host: EntranceHost, request: FastifyRequest): Promise<Tenant> {
  return (await tenantBySlug(host.stage.floor, (request.params as { tenant: string }).tenant)) ?? notFound()
}

const now = (host: EntranceHost): Temporal.Instant => (host.stage.clock ?? systemClock)()

async function chooser(host: EntranceHost, request: FastifyRequest, reply: FastifyReply, show: Show): Promise<unknown> {
  const offices: OfferedTenant[] = []
  const counts = await sql<{
    tenant_id: string
    loaded_cases: number
    planned_cases: number
  }>`select tenant_id, loaded_cases, planned_cases from platform.tenant`.execute(host.stage.floor)
  for (const tenant of await tenants(host.stage.floor)) {
    const today = dayOf(tenantNow(tenant, host.stage.clock ?? systemClock))
    const count = counts.rows.find((row) => row.tenant_id === tenant.tenantId)
    offices.push({
      slug: tenant.slug,
      name: tenant.name,
      municipality: tenant.municipality,
      demonstration: tenant.demonstration,
      today,
      loadedCases: count?.loaded_cases ?? 0,
      plannedCases: count?.planned_cases ?? 0,
      seats: tenant.demonstration
        ? await look(host.stage, tenant, await systemActor(host.stage.floor, tenant.tenantId), (view) =>
            demonstrationSeats(view),
          )
        : [],
    })
  }
  const lang = langOf(request)
  return show(request, reply, entranceText[lang].chooser, <ChooserScreen lang={lang} offices={offices} />, {
    wide: true,
  })
}

async function remember(
  host: EntranceHost,
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: string,
  allowed: readonly string[],
): Promise<unknown> {
  const value = field(request, cookie)
  if (!allowed.includes(value))
    refuse({
      code: 'unknown_choice',
      status: 422,
      field: cookie,
      sv: 'Välj ett av alternativen.',
      en: 'Choose one of the alternatives.',
    })
  setCookie(reply, cookie, value, host.cookieRules, { maxAgeSeconds: 31_536_000 })
  return reply.redirect(ownPath(field(request, 'return'), '/'), 303)
}

function serveSignIn(server: FastifyInstance, host: EntranceHost, safe: (run: Handler) => Handler, show: Show): void {
  server.get(
    '/:tenant/logga-in',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      if (tenant.demonstration) return reply.redirect('/', 303)
      const lang = langOf(request, tenant.language)
      const next = (request.query as { till?: string }).till ?? ''
      return show(
        request,
        reply,
        entranceText[lang].signIn,
        <SignInScreen lang={lang} slug={tenant.slug} next={next} />,
        { tenant },
      )
    }),
  )
  server.post(
    '/:tenant/logga-in',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      const lang = langOf(request, tenant.language)
      const name = field(request, 'name')
      const next = ownPath(field(request, 'till'), `/${tenant.slug}/`)
      try {
        const token = await signIn(
          host.stage.floor,
          tenant,
          { name, password: field(request, 'password'), from: request.ip },
          now(host),
        )
        await chooseFirstSeat(host, tenant, token)
        setSession(reply, token, host.cookieRules)
        return await reply.redirect(next, 303)
      } catch (error) {
        const refusal = asRefusal(error)
        if (!refusal) throw error
        return show(
          request,
          reply,
          entranceText[lang].signIn,
          <SignInScreen lang={lang} slug={tenant.slug} name={name} next={next} problem={refusal.words[lang]} />,
          { tenant, hasErrors: true, status: refusal.status },
        )
      }
    }),
  )
}

async function chooseFirstSeat(host: EntranceHost, tenant: Tenant, token: string): Promise<void> {
  const who = await bySession(host.stage.floor, tokenHash(token), now(host))
  if (!who?.actor.personId) return
  const seats = await look(host.stage, tenant, who.actor, (view) => seatsOf(view, who.actor.personId ?? ''))
  const first = seats[0]
  if (first) await changeSeat(host.stage.floor, tenant.tenantId, token, first.assignmentId)
}

function serveReset(server: FastifyInstance, host: EntranceHost, safe: (run: Handler) => Handler, show: Show): void {
  server.get(
    '/:tenant/nytt-losenord',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      const lang = langOf(request, tenant.language)
      return show(
        request,
        reply,
        entranceText[lang].resetTitle,
        <AskResetScreen lang={lang} slug={tenant.slug} sent={false} />,
        { tenant },
      )
    }),
  )
  server.post(
    '/:tenant/nytt-losenord',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      const lang = langOf(request, tenant.language)
      const asked = await askReset(host.stage.floor, tenant, field(request, 'name'), now(host))
      if (asked) await sendLink(host, tenant, asked, lang)
      return show(
        request,
        reply,
        entranceText[lang].resetTitle,
        <AskResetScreen lang={lang} slug={tenant.slug} sent />,
        { tenant },
      )
    }),
  )
  server.get(
    '/:tenant/nytt-losenord/:token',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      const lang = langOf(request, tenant.language)
      return show(
        request,
        reply,
        entranceText[lang].resetTitle,
        <ResetScreen lang={lang} slug={tenant.slug} token={(request.params as { token: string }).token} />,
        { tenant },
      )
    }),
  )
  server.post(
    '/:tenant/nytt-losenord/:token',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      const lang = langOf(request, tenant.language)
      const { token } = request.params as { token: string }
      try {
        await resetPassword(host.stage.floor, tenant, token, field(request, 'password'), now(host))
        return await reply.redirect(`/${tenant.slug}/logga-in?klart=ersatt`, 303)
      } catch (error) {
        const refusal = asRefusal(error)
        if (!refusal) throw error
        return show(
          request,
          reply,
          entranceText[lang].resetTitle,
          <ResetScreen lang={lang} slug={tenant.slug} token={token} problem={refusal.words[lang]} />,
          { tenant, hasErrors: true, status: refusal.status },
        )
      }
    }),
  )
}

/** The link's base is configured, never taken from the request's host. */
async function sendLink(
  host: EntranceHost,
  tenant: Tenant,
  asked: { token: string; personId: string },
  lang: 'sv' | 'en',
): Promise<void> {
  const words = entranceText[lang]
  const link = `${host.url}/${tenant.slug}/nytt-losenord/${asked.token}`
  await act(host.stage, tenant, await systemActor(host.stage.floor, tenant.tenantId), async (deed) => {
    const person = await deed.tx
      .selectFrom('organisation.person')
      .select('email')
      .where('tenant_id', '=', tenant.tenantId)
      .where('person_id', '=', asked.personId)
      .executeTakeFirst()
    if (person?.email)
      await post(deed, {
        personId: asked.personId,
        toAddress: person.email,
        subject: words.mailSubject,
        body: words.mailBody.replace('{link}', link),
        aboutKind: 'account',
        aboutId: asked.personId,
      })
  })
}

function serveSeat(server: FastifyInstance, host: EntranceHost, safe: (run: Handler) => Handler): void {
  server.post(
    '/:tenant/satt-dig',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      if (!tenant.demonstration) notFound()
      const seatId = field(request, 'seat')
      const seat = await look(host.stage, tenant, await systemActor(host.stage.floor, tenant.tenantId), async (view) =>
        (await demonstrationSeats(view)).find((one) => one.seatId === seatId),
      )
      if (!seat) return notFound()
      setSession(
        reply,
        await openSession(host.stage.floor, tenant, { accountId: seat.accountId, seatId }, now(host)),
        host.cookieRules,
      )
      return reply.redirect(`/${tenant.slug}${seat.firstScreen}`, 303)
    }),
  )
  server.post(
    '/:tenant/plats',
    safe(async (request, reply) => {
      const who = await signedIn(host.stage, request, host.cookieRules)
      const token = sessionToken(request, host.cookieRules)
      if (!who || !token) return reply.redirect('/', 303)
      const seatId = field(request, 'seat')
      const seats = await look(host.stage, who.tenant, who.actor, (view) => seatsOf(view, who.actor.personId ?? ''))
      if (!seats.some((seat) => seat.assignmentId === seatId)) notFound()
      await changeSeat(host.stage.floor, who.tenant.tenantId, token, seatId)
      await act(host.stage, who.tenant, who.actor, (deed) =>
        Promise.resolve(
          deed.journal({ verb: 'seat.changed', kind: 'person', id: who.actor.personId ?? '', facts: { to: seatId } }),
        ),
      )
      return reply.redirect(`/${who.tenant.slug}/`, 303)
    }),
  )
  server.post(
    '/:tenant/logga-ut',
    safe(async (request, reply) => {
      const who = await signedIn(host.stage, request, host.cookieRules)
      const token = sessionToken(request, host.cookieRules)
      if (who && token) {
        if (field(request, 'overallt') === 'ja' && who.actor.accountId)
          await signOutEverywhere(host.stage.floor, who.tenant.tenantId, who.actor.accountId)
        else await signOut(host.stage.floor, who.tenant.tenantId, token)
      }
      clearSession(reply, host.cookieRules)
      return reply.redirect('/', 303)
    }),
  )
}

function serveLive(server: FastifyInstance, host: EntranceHost, safe: (run: Handler) => Handler): void {
  server.get(
    '/:tenant/live',
    safe(async (request, reply) => {
      const who = await signedIn(host.stage, request, host.cookieRules)
      if (!who) return reply.code(401).send()
      const asked = new URL(request.url, 'http://here').searchParams.getAll('amne').slice(0, 50)
      const topics = await look(host.stage, who.tenant, who.actor, async (view) => {
        const allowed: string[] = []
        for (const topic of asked) if (await mayFollowTopic(view, topic)) allowed.push(topic)
        return allowed
      })
      const token = sessionToken(request, host.cookieRules) ?? ''
      return host.live.open(
        request,
        reply,
        who,
        topics,
        async () => (await bySession(host.stage.floor, tokenHash(token), now(host))) !== undefined,
      )
    }),
  )
  server.post(
    '/:tenant/skriver',
    safe(async (request, reply) => {
      const who = await signedIn(host.stage, request, host.cookieRules)
      if (!who) return reply.code(401).send()
      const topic = field(request, 'amne')
      if (await look(host.stage, who.tenant, who.actor, (view) => mayFollowTopic(view, topic)))
        await host.live.writing(who, topic)
      return reply.code(204).send()
    }),
  )
}
