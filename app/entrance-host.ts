// What the doors before a seat share: the host, how a field is read, and which addresses are our own.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { notFound } from '#basics/refusal'
import type { Tenant } from '#platform/actor'
import { systemClock } from '#platform/clock'
import type { FormValues } from '#platform/http/form'
import type { Live } from '#platform/http/live'
import type { SiteHost } from '#platform/http/serve-site'
import { tenantBySlug } from '#platform/identity/reach'
import type { Assets } from '#shell'
import type { Frame } from './frame.tsx'

export interface EntranceHost extends SiteHost {
  readonly frame: Frame
  readonly live: Live
  readonly development: boolean
  readonly url: string
  readonly assets: Assets
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

export type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  main: VNode,
  facts?: { tenant?: Tenant; wide?: boolean; hasErrors?: boolean; status?: number },
) => unknown

export const field = (request: FastifyRequest, name: string): string =>
  (request.body as FormValues | undefined)?.[name]?.[0] ?? ''

/** Only an address of our own: a path that begins with one slash. */
export const ownPath = (path: string, fallback: string): string => (/^\/(?![/\\])[^\s]*$/.test(path) ? path : fallback)

export async function tenantOf(host: EntranceHost, request: FastifyRequest): Promise<Tenant> {
  return (await tenantBySlug(host.stage.floor, (request.params as { tenant: string }).tenant)) ?? notFound()
}

export const now = (host: EntranceHost): Temporal.Instant => (host.stage.clock ?? systemClock)()
