// Sign-in with a local account, and a new password by a one-time link.
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '#basics/refusal'
import { act, look } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { langOf, setSession } from '#platform/http/credentials'
import { asRefusal } from '#platform/http/problem'
import { bySession, systemActor } from '#platform/identity/reach'
import { askReset, changeSeat, refuseDeadLink, resetPassword, signIn, tokenHash } from '#platform/identity/sessions'
import { post } from '#platform/notices'
import { aboutAccount } from '#platform/outbox'
import { seatsOf } from '#organisation'
import { AskResetScreen, DeadLinkScreen, ResetScreen, SignInScreen } from '../web/pages/entrance-screens.tsx'
import { entranceText } from '../web/pages/entrance-text.ts'
import { field, ownPath, tenantOf, now } from './entrance-host.ts'
import type { EntranceHost, Handler, Show } from './entrance-host.ts'
import { leaveSession, noteSignIn } from './seat.ts'

export function serveSignIn(
  server: FastifyInstance,
  host: EntranceHost,
  safe: (run: Handler) => Handler,
  show: Show,
): void {
  server.get(
    '/:tenant/logga-in',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      if (tenant.demonstration) return reply.redirect('/', 303)
      const lang = langOf(request, tenant.language)
      const { till, klart } = request.query as { till?: string | string[]; klart?: string | string[] }
      const next = typeof till === 'string' ? till : ''
      return show(
        request,
        reply,
        entranceText[lang].signIn,
        <SignInScreen lang={lang} slug={tenant.slug} next={next} changed={klart === 'ersatt'} />,
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
        await leaveSession(host, request)
        await chooseFirstSeat(host, tenant, token)
        await noteSignIn(host, token, 'password')
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

export function serveReset(
  server: FastifyInstance,
  host: EntranceHost,
  safe: (run: Handler) => Handler,
  show: Show,
): void {
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
      const name = field(request, 'name')
      const refusal = await noSoonerThan(askedAnswerMs, () => sendLinkTo(host, tenant, name, request.ip, lang))
      return show(
        request,
        reply,
        entranceText[lang].resetTitle,
        <AskResetScreen lang={lang} slug={tenant.slug} sent={!refusal} problem={refusal?.words[lang]} />,
        { tenant, hasErrors: refusal !== undefined, status: refusal?.status ?? 200 },
      )
    }),
  )
  server.get(
    '/:tenant/nytt-losenord/:token',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      const lang = langOf(request, tenant.language)
      const { token } = request.params as { token: string }
      try {
        await refuseDeadLink(host.stage.floor, tenant, token, now(host))
      } catch (error) {
        return refusedReset(error, { request, reply, tenant, token, show })
      }
      return show(
        request,
        reply,
        entranceText[lang].resetTitle,
        <ResetScreen lang={lang} slug={tenant.slug} token={token} />,
        { tenant },
      )
    }),
  )
  server.post(
    '/:tenant/nytt-losenord/:token',
    safe(async (request, reply) => {
      const tenant = await tenantOf(host, request)
      const { token } = request.params as { token: string }
      try {
        const { accountId } = await resetPassword(
          host.stage.floor,
          tenant,
          token,
          field(request, 'password'),
          now(host),
        )
        await act(host.stage, tenant, await systemActor(host.stage.floor, tenant.tenantId), (deed) =>
          Promise.resolve(deed.journal({ verb: 'account.password_reset', kind: 'account', id: accountId })),
        )
        return await reply.redirect(`/${tenant.slug}/logga-in?klart=ersatt`, 303)
      } catch (error) {
        return refusedReset(error, { request, reply, tenant, token, show })
      }
    }),
  )
}

/** A dead link leads to a new one; a password that will not do is said at its field. */
function refusedReset(
  error: unknown,
  {
    request,
    reply,
    tenant,
    token,
    show,
  }: { request: FastifyRequest; reply: FastifyReply; tenant: Tenant; token: string; show: Show },
): unknown {
  const refusal = asRefusal(error)
  if (!refusal) throw error
  const lang = langOf(request, tenant.language)
  const words = refusal.words[lang]
  return show(
    request,
    reply,
    entranceText[lang].resetTitle,
    refusal.status === 410 ? (
      <DeadLinkScreen lang={lang} slug={tenant.slug} problem={words} />
    ) : (
      <ResetScreen lang={lang} slug={tenant.slug} token={token} problem={words} />
    ),
    { tenant, hasErrors: true, status: refusal.status },
  )
}

/** Whether the account exists must not be told by how long the answer takes. */
const askedAnswerMs = 250

async function noSoonerThan<T>(milliseconds: number, run: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([run(), sleep(milliseconds)])
  return result
}

/** Undefined when all is said, whoever asked; a refusal when there have been too many. */
async function sendLinkTo(
  host: EntranceHost,
  tenant: Tenant,
  name: string,
  from: string,
  lang: 'sv' | 'en',
): Promise<Refusal | undefined> {
  try {
    const asked = await askReset(host.stage.floor, tenant, { name, from }, now(host))
    if (asked) await sendLink(host, tenant, asked, lang)
    return undefined
  } catch (error) {
    const refusal = asRefusal(error)
    if (!refusal) throw error
    return refusal
  }
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
        aboutKind: aboutAccount,
        aboutId: asked.personId,
      })
  })
}
