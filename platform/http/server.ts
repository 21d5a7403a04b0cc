// The HTTP server: headers, limits, parsers, health and metrics. What is served on it is handed in by app/.
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import Fastify, { LogController } from 'fastify'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { formValues } from './form.ts'

export interface ServerFacts {
  readonly logLevel: string
  /** Where the log goes instead of standard output. */
  readonly logStream?: Pick<NodeJS.WritableStream, 'write'>
  /** Behind a proxy: trust its X-Forwarded-* for the visitor's address. */
  readonly trustProxy: boolean
  /** Ready to take requests: the database answers. */
  ready(): Promise<boolean>
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join('; ')

export async function makeServer(facts: ServerFacts): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: 1_000_000,
    trustProxy: facts.trustProxy,
    requestTimeout: 30_000,
    logController: new LogController({ disableRequestLogging: true }),
    // No personal data: neither address, query nor body is logged; the route's pattern, status and time are.
    logger:
      facts.logLevel === 'silent'
        ? false
        : { level: facts.logLevel, base: null, ...(facts.logStream ? { stream: facts.logStream } : {}) },
    routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true },
  })
  await server.register(multipart)
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, formValues(new URLSearchParams(String(body))))
  })
  addHeaders(server)
  addMetrics(server)
  server.get('/healthz', () => ({ ok: true }))
  server.get('/readyz', async (_request, reply) =>
    (await facts.ready().catch(() => false)) ? { ready: true } : reply.code(503).send({ ready: false }),
  )
  return server
}

function addHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'geolocation=(), microphone=(), camera=(self)',
      'x-frame-options': 'DENY',
    })
    if (request.protocol === 'https')
      void reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains')
    done()
  })
}

function addMetrics(server: FastifyInstance): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'kontoret_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const faults = new Counter({ name: 'kontoret_faults_total', help: 'Answers with status 5xx', registers: [registry] })
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ route, method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500) faults.inc()
    request.log.info(
      { route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
    done()
  })
  server.get('/metrics', async (request, reply) => {
    // For the operator's own collector on this machine; what a proxy on it passes on is from elsewhere.
    const { forwarded = request.headers['x-forwarded-for'] } = request.headers
    const isHere = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
    if (!isHere || forwarded !== undefined) return reply.code(404).send()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
