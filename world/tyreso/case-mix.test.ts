// The 1,900 cases: counted, dated, consistent, and the same every time.
import { describe, expect, test } from 'vitest'
import { planCases, recipe2012 } from './case-mix.ts'
import { customerOf, mayApprove } from './casting.ts'
import { forms } from './catalogue.ts'
import { type Answers, type Field, holds } from './form-shape.ts'
import { people } from './people.ts'
import type { PlannedCase } from './planned-case.ts'
import { buildings, spaces } from './premises.ts'
import { requestTypes } from './request-types.ts'
import { systems } from './systems.ts'
import { dateOf } from './tell-case.ts'

const cases = await planCases()
const byKey = new Map(cases.map((planned) => [planned.key, planned]))
const persons = new Set(people.map((person) => person.key))

function count(by: (planned: PlannedCase) => boolean): number {
  return cases.filter(by).length
}

describe('the mix', () => {
  test('1,900 cases of which 1,400 about the houses, from 2 January 2012 to the morning of 3 October', () => {
    expect(cases).toHaveLength(1900)
    expect(byKey.size).toBe(1900)
    expect(count((planned) => planned.service.startsWith('TJ-FASTIGHET'))).toBe(1400)
    expect(dateOf(cases[0]?.at ?? recipe2012.until) >= '2012-01-02').toBe(true)
    for (const { at } of cases) expect(Temporal.Instant.compare(at, recipe2012.until)).toBe(-1)
  })

  test('the same seed gives the same world, another seed another', async () => {
    const plain = (rows: readonly PlannedCase[]): string =>
      JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
    expect(plain(await planCases())).toBe(plain(cases))
    expect(plain(await planCases({ ...recipe2012, seed: 'another' }))).not.toBe(plain(cases))
  })

  test('about 93 % of the promises are kept, counted as the figure counts them', () => {
    const due = cases.flatMap((planned) => planned.clocks).filter((clock) => clock.kept !== null)
    const kept = due.filter((clock) => clock.kept).length / due.length
    expect(due.length).toBeGreaterThan(700)
    expect(kept).toBeGreaterThan(0.92)
    expect(kept).toBeLessThan(0.945)
  })

  test('150 cases are open, in several queues, some due that day and two broken', () => {
    const open = cases.filter((planned) => planned.ending === 'open')
    expect(open).toHaveLength(150)
    expect(new Set(open.map((planned) => planned.unit)).size).toBeGreaterThan(5)
    const running = open.flatMap((planned) => planned.clocks.filter((clock) => clock.stoppedAt === null))
    expect(running.filter((clock) => dateOf(clock.dueAt) === '2012-10-03').length).toBeGreaterThan(6)
    expect(running.filter((clock) => clock.kept === false)).toHaveLength(2)
    const fresh = open.filter(
      (planned) => Temporal.Instant.compare(planned.at, recipe2012.until.subtract({ hours: 24 * 30 })) > 0,
    )
    expect(fresh).toHaveLength(150)
  })

  test('cold rooms belong to winter, July is quiet, and mornings are busier than evenings', () => {
    const inMonth = (plot: string | null, month: string): number =>
      count((planned) => (plot === null || planned.plot === plot) && dateOf(planned.at).startsWith(month))
    expect(inMonth('kallt', '2012-01') + inMonth('kallt', '2012-02')).toBeGreaterThan(90)
    expect(inMonth('kallt', '2012-07')).toBe(0)
    expect(inMonth('snorojning', '2012-05')).toBe(0)
    expect(inMonth(null, '2012-07')).toBeLessThan(inMonth(null, '2012-06') * 0.65)
    const hour = (planned: PlannedCase): number => planned.at.toZonedDateTimeISO('Europe/Stockholm').hour
    expect(count((planned) => hour(planned) < 12)).toBeGreaterThan(count((planned) => hour(planned) >= 17) * 5)
  })

  test('the texts vary: few openings and few answers are the same twice', () => {
    expect(new Set(cases.map((planned) => planned.text)).size).toBeGreaterThan(1600)
    for (const planned of cases)
      for (const text of [planned.subject, planned.text, ...planned.steps.map((step) => step.text ?? 'ok')])
        expect(text, planned.key).not.toMatch(/[[\]{}<>|]|undefined|null/)
  })
})

describe('each case', () => {
  test('names people, houses, rooms, systems and units that exist, and carries a customer or comes from outside', () => {
    for (const planned of cases) {
      if ('person' in planned.requester) {
        expect(persons, planned.key).toContain(planned.requester.person)
        expect(planned.customer, planned.key).toBe(customerOf(planned.customerUnit ?? '', dateOf(planned.at)))
        expect(planned.customer, planned.key).not.toBeNull()
      } else expect(planned.customer, planned.key).toBeNull()
      if (planned.building !== null) expect(buildings.some((row) => row.key === planned.building)).toBe(true)
      if (planned.space !== null)
        expect(spaces.find((row) => row.key === planned.space)?.building).toBe(planned.building)
      if (planned.system !== null) expect(systems.some((row) => row.key === planned.system)).toBe(true)
      for (const step of planned.steps) if (step.by !== null) expect(persons, planned.key).toContain(step.by)
    }
  })

  test('its steps come after it, in order, in the past, and nobody acts before the office opens', () => {
    for (const planned of cases) {
      let last = planned.at
      for (const step of planned.steps) {
        expect(Temporal.Instant.compare(step.at, last), `${planned.key} ${step.act}`).toBeGreaterThanOrEqual(0)
        expect(Temporal.Instant.compare(step.at, recipe2012.until), planned.key).toBe(-1)
        const local = step.at.toZonedDateTimeISO('Europe/Stockholm')
        expect(local.dayOfWeek, planned.key).toBeLessThan(6)
        expect(local.hour * 60 + local.minute, planned.key).toBeGreaterThanOrEqual(7 * 60 + 45)
        last = step.at
      }
    }
  })

  test('its form is filled in: what is shown and required is answered, and only with what can be chosen', () => {
    for (const planned of cases) {
      const key = requestTypes.find((type) => type.key === planned.requestType)?.form
      const form = forms.find((row) => row.key === key)
      for (const field of form?.fields ?? []) checkAnswer(planned, field, planned.answers)
      for (const answered of Object.keys(planned.answers))
        expect(
          form?.fields.some((field) => field.key === answered),
          `${planned.key} ${answered}`,
        ).toBe(true)
    }
  })

  test('pauses and resumptions alternate, and nothing is delivered while the case stands still', () => {
    for (const planned of cases) {
      let paused = false
      for (const { act } of planned.steps) {
        if (act === 'pause') expect(paused, planned.key).toBe(false)
        if (act === 'resume') expect(paused, planned.key).toBe(true)
        if (act === 'deliver' || act === 'start') expect(paused, planned.key).toBe(false)
        if (act === 'pause' || act === 'resume') paused = act === 'pause'
      }
    }
  })

  test('what is charged has a quantity above zero', () => {
    const quantities = cases.flatMap((planned) =>
      planned.steps.flatMap((step) => (step.quantity ? [step.quantity] : [])),
    )
    expect(quantities.length).toBeGreaterThan(150)
    for (const quantity of quantities) expect(quantity.thousandths > 0n).toBe(true)
  })
})

describe('turns', () => {
  test('a duplicate is merged into a case of the same house before that is delivered, by another requester', () => {
    const merged = cases.filter((planned) => planned.ending === 'merged')
    expect(merged).toHaveLength(12)
    for (const planned of merged) {
      const merge = planned.steps[0]
      const main = byKey.get(merge?.to ?? '')
      expect(main?.building).toBe(planned.building)
      expect(main?.requester).not.toEqual(planned.requester)
      const delivered = main?.steps.find((step) => step.act === 'deliver')
      if (merge && delivered) expect(Temporal.Instant.compare(merge.at, delivered.at)).toBe(-1)
    }
  })

  test('a split case is delivered after its child', () => {
    const children = cases.filter((planned) => planned.parent !== null)
    expect(children.length).toBeGreaterThan(15)
    for (const child of children) {
      const parent = byKey.get(child.parent ?? '')
      const split = parent?.steps.find((step) => step.act === 'split')
      expect(split?.to).toBe(child.key)
      expect(split && child.at.equals(split.at)).toBe(true)
      const [theirs, ours] = [parent, child].map((planned) => planned?.steps.find((step) => step.act === 'deliver'))
      if (theirs) expect(ours && Temporal.Instant.compare(ours.at, theirs.at), child.key).toBe(-1)
    }
  })

  test('approval is given by somebody who may, and never asked of the requester', () => {
    const approvals = cases.flatMap((planned) =>
      planned.steps
        .filter((step) => step.act === 'approve' || step.act === 'reject')
        .map((step) => ({ planned, step })),
    )
    expect(approvals.length).toBeGreaterThan(60)
    for (const { planned, step } of approvals) {
      expect(mayApprove(step.by ?? '', dateOf(step.at)), planned.key).toBe(true)
      expect('person' in planned.requester && planned.requester.person === step.by, planned.key).toBe(false)
    }
  })

  test('refused, withdrawn, turned and reopened cases are there, and the late ones are complained about', () => {
    expect(count((planned) => planned.ending === 'rejected')).toBe(12)
    expect(count((planned) => planned.ending === 'wish')).toBeGreaterThan(9)
    expect(count((planned) => planned.ending === 'withdrawn')).toBeGreaterThan(3)
    expect(count((planned) => planned.steps.some((step) => step.act === 'reopen'))).toBeGreaterThan(12)
    const late = cases.filter((planned) => planned.plot === 'flytta-mobler-sent' && planned.ending !== 'open')
    for (const planned of late) {
      expect(planned.clocks.find((clock) => clock.clock === 'start')?.kept, planned.key).toBe(false)
      expect(
        planned.steps.some((step) => step.act === 'complain'),
        planned.key,
      ).toBe(true)
    }
  })
})

function checkAnswer(planned: PlannedCase, field: Field, answers: Answers): void {
  const at = `${planned.key} ${field.key}`
  const shown = field.showWhen === undefined || holds(field.showWhen, answers)
  const answer = answers[field.key]
  if (!shown) return expect(answer, at).toBeUndefined()
  if (field.required) expect(answer, at).toBeDefined()
  if (answer === undefined) return
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [String(answer)]
  const values = field.options?.map((option) => option.value)
  if (values) for (const one of chosen) expect(values, at).toContain(one)
  if (field.kind === 'number') expect(Number.isFinite(answer), at).toBe(true)
  if (field.kind === 'amount') expect(typeof answer, at).toBe('bigint')
  if (field.kind === 'date') expect(String(answer), at).toMatch(/^2012-\d\d-\d\d$|^2013-\d\d-\d\d$/)
  if (field.kind === 'person') expect(persons, at).toContain(answer)
  if (field.kind === 'system')
    expect(
      systems.some((row) => row.key === answer),
      at,
    ).toBe(true)
  if (field.kind === 'place')
    expect(
      [...buildings, ...spaces].some((row) => row.key === answer),
      at,
    ).toBe(true)
}
