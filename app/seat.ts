// What follows a seated visitor everywhere: taking and changing seats, signing out, live events and presence.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notFound } from '#basics/refusal'
import { act, look } from '#platform/act'
import { clearSession, sessionToken, setSession, signedIn } from '#platform/http/credentials'
import { endSessions } from '#platform/identity/account'
import { bySession, systemActor } from '#platform/identity/reach'
import { changeSeat, openSession, signOut, tokenHash } from '#platform/identity/sessions'
import { mayFollowTopic } from '#cases'
import { demonstrationSeats, seatsOf } from '#organisation'
import { field, tenantOf, now } from './entrance-host.ts'
import type { EntranceHost, Handler } from './entrance-host.ts'

export function serveSeat(server: FastifyInstance, host: EntranceHost, safe: (run: Handler) => Handler): void {
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
      await leaveSession(host, request)
      const token = await openSession(host.stage.floor, tenant, { accountId: seat.accountId, seatId }, now(host))
      await noteSignIn(host, token, 'chooser')
      setSession(reply, token, host.cookieRules)
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
          await act(host.stage, who.tenant, who.actor, (deed) => endSessions(deed, { keepThis: false }))
        else await signOut(host.stage.floor, who.tenant.tenantId, token)
      }
      clearSession(reply, host.cookieRules)
      return reply.redirect('/', 303)
    }),
  )
}

/** Whoever signs in anew in a browser leaves nothing open behind: the session of the cookie ends. */
export async function leaveSession(host: EntranceHost, request: FastifyRequest): Promise<void> {
  const who = await signedIn(host.stage, request, host.cookieRules)
  const token = sessionToken(request, host.cookieRules)
  if (who && token) await signOut(host.stage.floor, who.tenant.tenantId, token)
}

/** Who sat down and how is journalled. */
export async function noteSignIn(host: EntranceHost, token: string, by: 'password' | 'chooser'): Promise<void> {
  const who = await bySession(host.stage.floor, tokenHash(token), now(host))
  if (who?.actor.accountId)
    await act(host.stage, who.tenant, who.actor, (deed) =>
      Promise.resolve(
        deed.journal({ verb: 'account.signed_in', kind: 'account', id: who.actor.accountId ?? '', facts: { by } }),
      ),
    )
}

export function serveLive(server: FastifyInstance, host: EntranceHost, safe: (run: Handler) => Handler): void {
  server.get(
    '/:tenant/live',
    safe(async (request, reply) => {
      const who = await signedIn(host.stage, request, host.cookieRules)
      if (!who) return reply.code(401).send()
      const asked = (new URL(request.url, 'http://here').searchParams.get('topics') ?? '')
        .split(',')
        .filter(Boolean)
        .slice(0, 50)
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
      const topic = field(request, 'topic')
      const state = field(request, 'state') === 'idle' ? 'idle' : 'writing'
      if (await look(host.stage, who.tenant, who.actor, (view) => mayFollowTopic(view, topic)))
        await host.live.writing(who, topic, state)
      return reply.code(204).send()
    }),
  )
}
