// The doors that stand before a seat is taken: the chooser, language and theme; sign-in, seats and live pages beside.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { VNode } from 'preact'
import { refuse } from '#basics/refusal'
import { look } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { dayOf, systemClock, tenantNow } from '#platform/clock'
import { langOf, refuseForeignSite, setCookie, themeOf } from '#platform/http/credentials'
import { sendError } from '#platform/http/serve-site'
import { systemActor, tenants } from '#platform/identity/reach'
import { demonstrationSeats } from '#organisation'
import { designPage } from '../web/design/index.ts'
import { ChooserScreen } from '../web/pages/entrance-screens.tsx'
import type { OfferedTenant } from '../web/pages/entrance-screens.tsx'
import { entranceText } from '../web/pages/entrance-text.ts'
import { field, ownPath } from './entrance-host.ts'
import type { EntranceHost, Handler, Show } from './entrance-host.ts'
import { serveLive, serveSeat } from './seat.ts'
import { serveReset, serveSignIn } from './sign-in.tsx'

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
