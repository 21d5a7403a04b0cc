// The doors themselves: who is let in, what is refused and how it is said.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScene } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import { allOps } from './application.ts'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

test('nobody gets in without a session; the public doors are these and no others', async () => {
  for (const { op } of allOps()) {
    const path = `/api/v1${op.path.replaceAll(/\{\w+\}/g, scene.tenant.tenantId)}`
    const reply = await served.ask(null, { method: op.method, path })
    expect([op.id, reply.statusCode]).toEqual([op.id, 401])
  }
  const page = await served.ask(null, { path: '/notiser' })
  expect([page.statusCode, page.headers.location]).toEqual([
    303,
    `/${scene.tenant.slug}/logga-in?till=${encodeURIComponent(`/${scene.tenant.slug}/notiser`)}`,
  ])
})

test('an order by the API: created, read with ETag, refused with the field named, safe to repeat', async () => {
  const body = {
    requestType: 'vaktmasteri-jobb',
    text: 'Sätt upp tavla',
    answers: { vad: 'Sätt upp tavla', plats: scene.ids.place.kommunhuset, flytt: 'nej' },
  }
  const headers = { 'idempotency-key': 'order-0001' }
  const made = await served.ask('employee', { method: 'POST', path: '/api/v1/cases', json: body, headers })
  expect(made.statusCode).toBe(201)
  const first = made.json<{ id: string; number: string; version: number; may: string[] }>()
  expect(first.number).toMatch(/^KIT-2012-\d{5}$/)
  expect(made.headers.etag).toBe(`"${first.version}"`)
  const again = await served.ask('employee', { method: 'POST', path: '/api/v1/cases', json: body, headers })
  expect(again.json<{ id: string }>().id).toBe(first.id)
  const other = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/cases',
    json: { ...body, text: 'Annat' },
    headers,
  })
  expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([409, 'idempotency_key_reused'])
  const wrong = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/cases',
    json: { ...body, answers: { vad: 'x', flytt: 'kanske' }, colour: 'red' },
  })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.headers['content-type']).toContain('application/problem+json')
  expect(wrong.json<{ errors: { field: string }[] }>().errors.map((error) => error.field)).toContain('colour')
  const unanswered = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/cases',
    json: { ...body, answers: { vad: 'x', flytt: 'kanske' } },
  })
  expect(unanswered.json<{ errors: { field: string }[] }>().errors.map((error) => error.field)).toEqual(
    expect.arrayContaining(['answers.plats', 'answers.flytt']),
  )
})

test('a write says which version it saw: none is 428, a stale one 412', async () => {
  const made = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/cases',
    json: { requestType: 'vaktmasteri-jobb', answers: { vad: 'x', plats: scene.ids.place.masten, flytt: 'nej' } },
  })
  const { id, version } = made.json<{ id: string; version: number }>()
  const start = (headers: Record<string, string>) =>
    served.ask('agent', { method: 'POST', path: `/api/v1/cases/${id}/start`, headers })
  expect((await start({})).statusCode).toBe(428)
  expect((await start({ 'if-match': '"99"' })).statusCode).toBe(412)
  expect((await start({ 'if-match': `"${version}"` })).statusCode).toBe(200)
})

test('foreign equals non-existing, byte for byte', async () => {
  const made = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/cases',
    json: { requestType: 'vaktmasteri-jobb', answers: { vad: 'x', plats: scene.ids.place.masten, flytt: 'nej' } },
  })
  const foreign = await served.ask('teacher', { path: `/api/v1/cases/${made.json<{ id: string }>().id}` })
  const missing = await served.ask('teacher', { path: `/api/v1/cases/${scene.tenant.tenantId}` })
  expect([foreign.statusCode, foreign.body]).toEqual([missing.statusCode, missing.body])
  expect(foreign.statusCode).toBe(404)
})

test('an address without a page keeps the office around the words; the API answers with a problem', async () => {
  const page = await served.ask('employee', { path: '/finns-inte' })
  expect([page.statusCode, page.body.includes(scene.tenant.name)]).toEqual([404, true])
  const elsewhere = await served.server.inject({ url: '/annan-kommun/finns-inte' })
  expect(elsewhere.statusCode).toBe(404)
  const api = await served.ask('employee', { path: '/api/v1/finns-inte' })
  expect([api.statusCode, api.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
})

test('a post from another site is refused', async () => {
  const reply = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/cases',
    json: {},
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(reply.statusCode).toBe(403)
})

test('every page answers with strict headers and no inline script or style', async () => {
  for (const path of ['/sok?q=tavla', '/notiser', '/om-tillganglighet', '/siffror']) {
    const reply = await served.ask('manager', { path })
    expect([path, reply.statusCode]).toEqual([path, 200])
    expect(reply.headers['content-security-policy']).toContain("script-src 'self'")
    expect(reply.body).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son\w+=/)
  }
})
