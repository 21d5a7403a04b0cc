// The server beside its routes: strict headers, health, metrics and a log without tenants or people, limits.
import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openScene } from '../../world/scene.ts'
import type { Scene } from '../../world/scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'
import { makeServer } from './server.ts'

let scene: Scene
let served: ServedScene
let log = ''
const keepLine = (line: string | Uint8Array): boolean => {
  log += String(line)
  return true
}
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene, undefined, {
    logLevel: 'info',
    logStream: { write: keepLine },
  })
})
afterAll(() => served.close())

test('every door answers with strict headers, refusals and faults too', async () => {
  for (const url of [
    '/',
    '/healthz',
    '/api/v1/cases',
    '/api/openapi.json',
    '/assets/none.css',
    '/finns-inte',
    '/metrics',
  ]) {
    const { headers } = await served.server.inject({ url })
    const policy = String(headers['content-security-policy'])
    expect([url, headers['x-content-type-options'], headers['x-frame-options'], headers['referrer-policy']]).toEqual([
      url,
      'nosniff',
      'DENY',
      'same-origin',
    ])
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      expect([url, policy.split('; ').includes(rule)]).toEqual([url, true])
    expect(policy).not.toMatch(/unsafe|\*|http:/)
    expect([headers['cross-origin-opener-policy'], headers['server'], headers['x-powered-by']]).toEqual([
      'same-origin',
      undefined,
      undefined,
    ])
  }
})

describe('health', () => {
  test('alive always, ready when the database answers', async () => {
    const { server } = served
    expect((await server.inject({ url: '/healthz' })).json()).toEqual({ ok: true })
    expect((await server.inject({ url: '/readyz' })).json()).toEqual({ ready: true })
  })

  test('not ready when it does not, or cannot be reached', async () => {
    for (const ready of [
      () => Promise.resolve(false),
      () => Promise.reject(new Error('ECONNREFUSED postgres://secret')),
    ]) {
      const server = await makeServer({ logLevel: 'silent', trustProxy: false, ready })
      const reply = await server.inject({ url: '/readyz' })
      expect([reply.statusCode, reply.json()]).toEqual([503, { ready: false }])
      expect((await server.inject({ url: '/healthz' })).statusCode).toBe(200)
      await server.close()
    }
  })
})

describe('log and metrics', () => {
  const secrets = ['hemlig-sökning', 'Bo Ingelström', 'hemligt-losenord', 'Hyllan hemligt']

  test('hold routes and numbers: no tenant, person, address, query, body or cookie', async () => {
    log = ''
    await served.ask('employee', { path: `/sok?q=${encodeURIComponent('hemlig-sökning Bo Ingelström')}` })
    await served.ask('employee', {
      method: 'POST',
      path: '/api/v1/cases',
      json: { text: 'Hyllan hemligt', colour: 'röd' },
    })
    await served.server.inject({
      method: 'POST',
      url: `/${scene.tenant.slug}/logga-in`,
      remoteAddress: '203.0.113.77',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: 'name=employee&password=hemligt-losenord',
    })
    await served.server.inject({ url: `/${scene.tenant.slug}/nytt-losenord/${'a'.repeat(43)}` })
    await served.server.inject({ url: '/en/adress/som/ingen/har' })
    const metrics = (await served.server.inject({ url: '/metrics' })).body
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.length).toBeGreaterThanOrEqual(5)
    expect(new Set(lines.flatMap((line) => Object.keys(line)))).toEqual(
      new Set(['level', 'time', 'reqId', 'route', 'method', 'status', 'ms', 'msg']),
    )
    const cookie = (await served.cookieOf('employee')).split(';')[0]?.split('=')[1] ?? ''
    for (const where of [log, metrics]) {
      for (const secret of [
        ...secrets,
        ...secrets.map(encodeURIComponent),
        scene.tenant.slug,
        scene.tenant.tenantId,
        '203.0.113.77',
        cookie,
        'a'.repeat(43),
      ])
        expect([secret, where.includes(secret)]).toEqual([secret, false])
    }
    expect(metrics).toMatch(/kontoret_request_seconds_count\{route="\/:tenant\/sok",method="GET",status="200"\} 1/)
    expect(metrics).toContain('route="none"')
  })

  test('a fault is logged by kind and place with the number the visitor is told, never with its text', async () => {
    log = ''
    const broken = await serveScene({ ...scene, stage: { ...scene.stage, clock: brokenClock } }, undefined, {
      logLevel: 'info',
      logStream: { write: keepLine },
    })
    const reply = await broken.server.inject({
      url: '/api/v1/notices',
      headers: { cookie: await served.cookieOf('employee') },
    })
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([500, 'application/problem+json; charset=utf-8'])
    const problem = reply.json<{ code: string; trace: string; detail: string }>()
    expect(problem.code).toBe('fault')
    expect(reply.body).not.toContain('Bo Ingelström')
    const fault = log.split('\n').find((line) => line.includes('"fault"')) ?? ''
    expect(JSON.parse(fault)).toMatchObject({ reqId: problem.trace, fault: { name: 'RangeError' } })
    expect(fault).not.toContain('Bo Ingelström')
    expect((await broken.server.inject({ url: '/metrics' })).body).toContain('kontoret_faults_total 1')
    await broken.close()
  })

  test('the number of a request is new for each and is never taken from outside', async () => {
    log = ''
    for (let n = 0; n < 2; n++)
      await served.server.inject({ url: '/healthz', headers: { 'request-id': 'utifran', 'x-request-id': 'utifran' } })
    const ids = log
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { reqId: string }).reqId)
    expect(new Set(ids).size).toBe(2)
    expect(log).not.toContain('utifran')
  })

  test('metrics answer this machine only', async () => {
    const elsewhere = await served.server.inject({ url: '/metrics', remoteAddress: '203.0.113.77' })
    expect(elsewhere.statusCode).toBe(404)
    const forwarded = await served.server.inject({
      url: '/metrics',
      remoteAddress: '127.0.0.1',
      headers: { 'x-forwarded-for': '203.0.113.77' },
    })
    expect(forwarded.statusCode, 'a proxy on this machine passes nothing on').toBe(404)
  })
})

function brokenClock(): Temporal.Instant {
  throw new RangeError('the clock of Bo Ingelström has stopped')
}

test('limits: a megabyte of body, long headers, a request that never ends', async () => {
  const big = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/cases',
    json: { text: 'x'.repeat(1_000_001) },
  })
  expect([big.statusCode, big.json<{ code: string }>().code]).toEqual([413, 'too_large'])
  expect(served.server.server.requestTimeout).toBe(30_000)
  await served.server.listen({ port: 0, host: '127.0.0.1' })
  const address = served.server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const status = await new Promise<number | undefined>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: '/healthz', headers: { 'x-long': 'x'.repeat(40_000) } }, (reply) => {
      reply.resume()
      resolve(reply.statusCode)
    }).on('error', reject)
  })
  expect(status).toBe(431)
})
