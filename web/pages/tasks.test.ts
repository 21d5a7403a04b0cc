// What waits is told to the one it waits for, with its last day, by page and by API; it is gone when its reason is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '#platform/act'
import { openScene } from '../../world/scene.ts'
import type { CastName, Scene } from '../../world/scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'

interface Told {
  readonly kind: string
  readonly what: { readonly sv: string; readonly en: string }
  readonly href: string
  readonly due: string | null
}

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

const told = async (name: CastName): Promise<Told[]> =>
  (await served.ask(name, { path: '/api/v1/tasks' })).json<Told[]>()

test('nothing waits for somebody of whom nothing is asked', async () => {
  expect(await told('employee')).toEqual([])
  const page = await served.ask('employee', { path: '/att-gora' })
  expect([page.statusCode, page.body.includes('Inget väntar på dig.')]).toEqual([200, true])
})

test('an order waits for its purchaser until it is answered', async () => {
  const made = await served.ask('employee', {
    method: 'POST',
    path: '/api/v1/cases',
    json: { requestType: 'ny-dator', answers: { antal: 1 }, text: 'Ny dator' },
  })
  expect([made.statusCode, made.body]).toEqual([201, expect.stringContaining('awaiting_approval')])
  const { id, number } = made.json<{ id: string; number: string }>()
  const [task] = await told('purchaser')
  expect(task).toMatchObject({ kind: 'approve', href: `/arenden/${number}` })
  expect(task?.due).toMatch(/^2012-04-\d\d$/)
  const page = await served.ask('purchaser', { path: '/att-gora' })
  expect(page.body).toContain(`/arenden/${number}`)
  expect((await served.ask('purchaser', { path: task?.href ?? '' })).statusCode).toBe(200)
  expect((await told('colleague')).length + (await told('agent')).length).toBe(0)
  const yes = await served.ask('purchaser', { method: 'POST', path: `/api/v1/cases/${id}/approval`, json: {} })
  expect(yes.statusCode).toBe(200)
  expect(await told('purchaser')).toEqual([])
})

test('a mandate that ends within a month waits for those who keep the organisation, until there is a next', async () => {
  const ends = scene.stage.clock?.().toZonedDateTimeISO('Europe/Stockholm').toPlainDate().add({ days: 20 })
  const until = (day: Temporal.PlainDate | null) =>
    act(scene.stage, scene.tenant, scene_, async ({ tx }) => {
      await tx
        .updateTable('organisation.mandate')
        .set({ valid_to: day })
        .where('mandate_id', '=', scene.ids.seat.purchaser)
        .execute()
    })
  const scene_ = await scene.system()
  await until(ends ?? null)
  const mine = (await told('admin')).filter((task) => task.kind === 'mandate')
  expect(mine).toMatchObject([{ due: ends?.toString(), what: { sv: 'Beställarens mandat går ut: Eva Lind' } }])
  expect((await served.ask('admin', { path: mine[0]?.href ?? '' })).statusCode).toBe(200)
  expect((await told('agent')).filter((task) => task.kind === 'mandate')).toEqual([])
  await until(null)
  expect((await told('admin')).filter((task) => task.kind === 'mandate')).toEqual([])
})

test('a review whose day has passed waits for the catalogue, the nearest day first, complete in English', async () => {
  const system = await scene.system()
  await act(scene.stage, scene.tenant, system, async ({ tx }) => {
    await tx
      .updateTable('catalogue.service_version')
      .set({ review_on: Temporal.PlainDate.from('2012-03-01') })
      .where('tenant_id', '=', scene.tenant.tenantId)
      .execute()
  })
  const reviews = (await told('changeManager')).filter((task) => task.kind === 'review')
  expect(reviews.length).toBeGreaterThan(0)
  expect(reviews.every((task) => task.due === '2012-03-01')).toBe(true)
  const page = await served.ask('changeManager', {
    path: '/att-gora',
    headers: { cookie: (await served.cookieOf('changeManager')).replace('lang=sv', 'lang=en') },
  })
  expect(page.body).toContain('Review: ')
  expect(page.body).toContain('late')
  expect((await told('employee')).filter((task) => task.kind === 'review')).toEqual([])
})
