// Figures of cases: what `value` counts is what folding `rows` gives, for every figure and scope; kept values are read,
// counted again for sixty days, and journalled when they change.
import { beforeAll, describe, expect, test } from 'vitest'
import { act, look } from '#platform/act'
import type { View } from '#platform/act'
import { recount, periodsSince, valueOf, valuesOf } from '#platform/figure-store'
import { figure } from '#platform/figures'
import type { FigureDefinition, FigurePeriod, FigureRow, FigureValue, Scope } from '#platform/figures'
import type { JobContext } from '#platform/jobs'
import { scopesFor } from '#platform/figure-scopes'
import { cast, openScene } from '../../world/scene.ts'
import type { CastName, Scene } from '../../world/scene.ts'
import { tellHalfAYear } from './figure-fixtures.ts'
import { recountFigures, scopesWithCases } from './figure-jobs.ts'
import { casesFigures } from './figures.ts'
import { readableCases } from './list-query.ts'

let scene: Scene
let scopes: readonly Scope[]
const day = Temporal.PlainDate.from.bind(Temporal.PlainDate)
const month = (text: string): FigurePeriod => ({ from: day(`${text}-01`), to: day(`${text}-01`).add({ months: 1 }) })

beforeAll(async () => {
  scene = await openScene()
  await tellHalfAYear(scene)
  scopes = await see(scopesWithCases)
})

const see = async <T>(query: (view: View) => Promise<T>): Promise<T> =>
  look(scene.stage, scene.tenant, await scene.system(), query)
const context = async (): Promise<JobContext> => ({
  stage: scene.stage,
  tenant: scene.tenant,
  actor: await scene.system(),
})
const known = (key: string): FigureDefinition => {
  const definition = figure(key)
  if (!definition) throw new Error(key)
  return definition
}

async function allRows(
  view: View,
  definition: FigureDefinition,
  scope: Scope,
  period: FigurePeriod,
): Promise<FigureRow[]> {
  const rows: FigureRow[] = []
  for (;;) {
    const last = rows.at(-1)
    // A small page, so that paging is tried too.
    const page = await definition.rows(view, scope, period, { limit: 7, ...(last ? { after: last.subjectId } : {}) })
    rows.push(...page)
    if (page.length < 7) return rows
  }
}

/** What stands beside a figure is counted by `value` alone. */
const plain = ({ value, numerator, denominator }: FigureValue) => ({ value, numerator, denominator })

describe('every figure opens to the rows it is made of', () => {
  test.each(casesFigures.map((definition) => definition.key))(
    '%s: folding the rows gives the value, over every scope',
    async (key) => {
      const definition = known(key)
      const periods = [
        month('2012-04'),
        month('2012-09'),
        month('2012-10'),
        { from: day('2012-05-01'), to: day('2012-09-01') },
      ]
      let some = 0
      await see(async (view) => {
        for (const scope of scopes)
          for (const period of periods) {
            const value = await definition.value(view, scope, period)
            const rows = await allRows(view, definition, scope, period)
            expect(plain(definition.fold(rows)), `${scope.kind} ${scope.id} ${period.from}`).toEqual(plain(value))
            expect(new Set(rows.map((row) => row.subjectId)).size).toBe(rows.length)
            some += rows.length
          }
      })
      expect(some).toBeGreaterThan(0)
    },
  )
})

test('a figure has one value: for every figure, scope and seat that may ask, value and folded rows are the office’s own', async () => {
  // Three weeks with everything in them; the other periods are folded above.
  const periods = [{ from: day('2012-09-03'), to: day('2012-09-24') }]
  const office = await see(async (view) => {
    const values = new Map<string, unknown>()
    for (const definition of casesFigures)
      for (const scope of scopes)
        for (const period of periods)
          values.set(`${definition.key} ${scope.id} ${period.from}`, plain(await definition.value(view, scope, period)))
    return values
  })
  let asked = 0
  let hidden = 0
  const lookedFrom = new Set<string>()
  for (const name of Object.keys(cast) as CastName[]) {
    const actor = await scene.actor(name)
    if (!actor.rights.has('figures.read')) continue
    await look(scene.stage, scene.tenant, actor, async (view) => {
      const mayAsk = await scopesFor(view)
      const reached = await behindPolicies(view)
      const readable = new Set((await readableCases(view).select('c.case_id').execute()).map((row) => row.case_id))
      for (const definition of casesFigures)
        for (const scope of scopes.filter(mayAsk))
          for (const period of periods) {
            const where = `${definition.key} ${scope.id} ${period.from}`
            expect(plain(await definition.value(view, scope, period)), `${name} ${where}`).toEqual(office.get(where))
            const rows = await definition.rows(view, scope, period, { limit: 500 })
            expect(plain(definition.fold(rows)), `${name} ${where}`).toEqual(office.get(where))
            // What the seat may not open is counted and not named.
            const foreign = rows.filter((row) => !readable.has(row.subjectId))
            expect(new Set(foreign.map((row) => row.label)).isSubsetOf(new Set([''])), `${name} ${where}`).toBe(true)
            hidden += rows.filter((row) => row.label === '').length
            asked += 1
            lookedFrom.add(name)
          }
      // What lies behind the policies is the seat's own again.
      expect(await behindPolicies(view)).toEqual(reached)
    })
  }
  console.log(
    `figures: ${asked} of ${lookedFrom.size} seats equal the office's own, ${hidden} rows counted and not named`,
  )
  expect(lookedFrom.size).toBeGreaterThan(5)
  expect(hidden).toBeGreaterThan(0)
}, 120_000)

const behindPolicies = (view: View) => view.tx.selectFrom('cases.case').select('case_id').orderBy('case_id').execute()

test('TY-052 “one contact was enough” is counted per month, and a hand-over is no new contact', async () => {
  const office: Scope = { kind: 'tenant', id: scene.tenant.tenantId }
  const months = ['2012-04', '2012-05', '2012-06', '2012-07', '2012-08', '2012-09'].map(month)
  const values = await see((view) => valuesOf(view, known('one-contact'), office, months))
  for (const [n, value] of values.entries()) {
    const rows = await see((view) => allRows(view, known('one-contact'), office, months[n] ?? month('2012-04')))
    expect(value.denominator).toBe(rows.length)
    expect(value.numerator).toBe(rows.filter((row) => row.measure === 1).length)
  }
  expect(values.some((value) => (value.numerator ?? 0) > 0)).toBe(true)
})

test('HS-350 the backlog of a day is what had come in minus what had been closed before it', async () => {
  await see(async (view) => {
    const office: Scope = { kind: 'tenant', id: scene.tenant.tenantId }
    for (const last of ['2012-04-10', '2012-06-15', '2012-09-19', '2012-10-03'] as const) {
      const period = { from: day(last), to: day(last).add({ days: 1 }) }
      const since = { from: day('2012-01-01'), to: period.to }
      const [came, done] = [
        await known('received').value(view, office, since),
        await known('done').value(view, office, since),
      ]
      const gone = await view.tx
        .selectFrom('cases.case')
        .select((e) => e.fn.countAll<bigint>().as('n'))
        .where('state', 'in', ['withdrawn', 'rejected', 'converted', 'merged'])
        .where('closed_at', '<', period.to.toZonedDateTime('Europe/Stockholm').toInstant())
        .executeTakeFirstOrThrow()
      expect((await known('backlog').value(view, office, period)).value).toBe(
        (came.value ?? 0) - (done.value ?? 0) - Number(gone.n),
      )
    }
  })
})

describe('kept values', () => {
  const unit = (): Scope => ({ kind: 'unit', id: scene.ids.unit['kontorsservice'] ?? '' })

  test('a period that is over is read with the time it was counted; the current month is counted now', async () => {
    const before = await see((view) => valueOf(view, known('start-kept'), unit(), month('2012-05')))
    expect(before.countedAt).toBeNull()
    const counted = await recountFigures(await context())
    expect(counted).toMatchObject({ changed: 0 })
    const [may, october] = await see((view) =>
      valuesOf(view, known('start-kept'), unit(), [month('2012-05'), month('2012-10')]),
    )
    expect(may).toEqual({ ...before, countedAt: expect.anything() as unknown })
    expect(october?.countedAt).toBeNull()
    const tertial = { from: day('2012-05-01'), to: day('2012-09-01') }
    expect((await see((view) => valueOf(view, known('received'), unit(), tertial))).countedAt).not.toBeNull()
  })

  test('twice on a day counts nothing twice, and what has not changed is not journalled', async () => {
    expect(await recountFigures(await context())).toEqual({ counted: 0, changed: 0 })
    scene.at('2012-10-04T03:00')
    const again = await recountFigures(await context())
    expect(again.changed).toBe(0)
    expect(again.counted).toBeGreaterThan(0)
  })

  test('a kept value that changes within sixty days is counted again and journalled; an older one stands', async () => {
    const systemActor = await scene.system()
    const rate = (text: string) =>
      act(scene.stage, scene.tenant, systemActor, async (deed) => {
        await deed.tx
          .updateTable('cases.case')
          .set({ rating: 1 })
          .where('tenant_id', '=', scene.tenant.tenantId)
          .where('title', '=', text)
          .execute()
      })
    await rate('Tavla 09')
    await rate('Tavla 04')
    scene.at('2012-10-05T03:00')
    const { changed } = await recount(await context(), [unit()], day('2012-04-01'))
    expect(changed).toBe(1)
    const [april, september] = await see((view) =>
      valuesOf(view, known('satisfied'), unit(), [month('2012-04'), month('2012-09')]),
    )
    expect(april?.value).toBe(100)
    expect(september?.value).toBe(0)
    const journalled = await scene.peek((tx) =>
      tx
        .selectFrom('platform.journal')
        .select('facts')
        .where('tenant_id', '=', scene.tenant.tenantId)
        .where('verb', '=', 'figure.recounted')
        .execute(),
    )
    expect(journalled.map((entry) => entry.facts)).toEqual([
      expect.objectContaining({ figure: 'satisfied', from: '2012-09-01', was: 100, is: 0 }),
    ])
  })

  test('months and tertials that are over, no further back than there are cases', () => {
    const found = periodsSince(day('2012-04-17'), day('2012-10-03')).map(({ from, to }) => `${from}/${to}`)
    expect(found).toEqual([
      '2012-04-01/2012-05-01',
      '2012-05-01/2012-06-01',
      '2012-06-01/2012-07-01',
      '2012-07-01/2012-08-01',
      '2012-08-01/2012-09-01',
      '2012-09-01/2012-10-01',
      '2012-01-01/2012-05-01',
      '2012-05-01/2012-09-01',
    ])
    expect(periodsSince(day('2012-10-01'), day('2012-10-03'))).toEqual([])
  })
})
