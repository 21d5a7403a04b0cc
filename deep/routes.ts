// Every route a server answers on, as the server itself tells when they are added; a route nobody thought of is there too.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
}

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

export async function collectRoutes<T>(make: () => Promise<T>): Promise<{ made: T; routes: readonly Route[] }> {
  const routes: Route[] = []
  const onServer = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of methods) if ([method].flat().includes(one)) routes.push({ method: one, url })
    })
  }
  subscribe('fastify.initialization', onServer)
  try {
    return { made: await make(), routes }
  } finally {
    unsubscribe('fastify.initialization', onServer)
  }
}
