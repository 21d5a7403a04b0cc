// Which promise holds, and that the printed ones give the printed days.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOffByLaw } from '#basics/swedish-calendar'
import type { WorkingCalendar } from '#basics/working-time'
import { addWorkingDays } from '#basics/working-time'
import type { PromiseCandidate, PromiseQuestion } from './promise.ts'
import { channels, choosePromises, clockKinds, holders, holdsFor, priorities } from './promise.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const promise = (facts: Partial<PromiseCandidate>): PromiseCandidate => ({
  promiseId: 'p',
  versionNo: 1,
  holder: 'office',
  clockKind: 'first_answer',
  amount: 2,
  unit: 'working_days',
  channel: null,
  priority: null,
  towards: null,
  strength: 'binding',
  targetShareThousandths: 950,
  guarantee: true,
  name: { sv: 'Löfte', en: 'Promise' },
  validFrom: day('2010-01-01'),
  validTo: null,
  ...facts,
})
const asked = (facts: Partial<PromiseQuestion> = {}): PromiseQuestion => ({
  date: day('2012-04-05'),
  channel: 'mail',
  priority: 'normal',
  outside: false,
  ...facts,
})

const guarantee1 = [
  promise({ promiseId: 'mail-kund', channel: 'mail', towards: 'customer', strength: 'strive' }),
  promise({ promiseId: 'brev-kund', channel: 'letter', towards: 'customer', strength: 'strive', amount: 10 }),
  promise({ promiseId: 'mail-ut', channel: 'mail', towards: 'outside' }),
  promise({ promiseId: 'brev-ut', channel: 'letter', towards: 'outside', amount: 10 }),
]
const office: WorkingCalendar = { windowsOn: (date) => (date.dayOfWeek > 5 || isOffByLaw(date) ? [] : [[465, 1005]]) }
const received = Temporal.PlainDateTime.from('2012-04-05T10:00').toZonedDateTime('Europe/Stockholm').toInstant()
const dueDay = (chosen: PromiseCandidate | undefined): string =>
  addWorkingDays(office, received, chosen?.amount ?? 0)
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainDate()
    .toString()

test('TY-054 an e-mail on Maundy Thursday 2012 is due 11 April, a letter 23 April', () => {
  expect(dueDay(choosePromises(guarantee1, asked()).first_answer)).toBe('2012-04-11')
  expect(dueDay(choosePromises(guarantee1, asked({ channel: 'letter' })).first_answer)).toBe('2012-04-23')
  expect(choosePromises(guarantee1, asked({ channel: 'telephone' }))).toEqual({})
})

test('TY-053 an internal e-mail gets the same clock as a citizen’s, marked as striven for', () => {
  const internal = choosePromises(guarantee1, asked()).first_answer
  const citizen = choosePromises(guarantee1, asked({ outside: true })).first_answer
  expect([internal?.amount, internal?.unit]).toEqual([citizen?.amount, citizen?.unit])
  expect([internal?.strength, citizen?.strength]).toEqual(['strive', 'binding'])
})

test('the nearest holder wins, kind by kind', () => {
  const chain = holders.map((holder) => promise({ holder, promiseId: holder }))
  for (const [n, holder] of holders.entries())
    expect(choosePromises(chain.slice(n).toReversed(), asked()).first_answer?.holder).toBe(holder)
  const mixed = choosePromises(
    [promise({ holder: 'office' }), promise({ holder: 'service', clockKind: 'start', amount: 3 })],
    asked(),
  )
  expect([mixed.first_answer?.holder, mixed.start?.holder, mixed.done]).toEqual(['office', 'service', undefined])
})

test('a nearer holder whose condition does not hold leaves the word to the next', () => {
  const near = promise({ holder: 'request_type', priority: 'critical', amount: 1 })
  const far = promise({ holder: 'area', amount: 5 })
  expect(choosePromises([near, far], asked()).first_answer?.amount).toBe(5)
  expect(choosePromises([near, far], asked({ priority: 'critical' })).first_answer?.amount).toBe(1)
})

test('versions hold from their first day to the day before their end', () => {
  const old = promise({ versionNo: 1, validTo: day('2012-04-06') })
  const renewed = promise({ versionNo: 2, validFrom: day('2012-04-06'), amount: 1 })
  expect(choosePromises([renewed, old], asked()).first_answer?.versionNo).toBe(1)
  expect(choosePromises([renewed, old], asked({ date: day('2012-04-06') })).first_answer?.versionNo).toBe(2)
})

const some = fc.record({
  promiseId: fc.uuid(),
  holder: fc.constantFrom(...holders),
  clockKind: fc.constantFrom(...clockKinds),
  amount: fc.integer({ min: 1, max: 9 }),
  channel: fc.constantFrom(null, ...channels),
  priority: fc.constantFrom(null, ...priorities),
  towards: fc.constantFrom(null, 'customer' as const, 'outside' as const),
})

test('the choice does not depend on the order of the candidates, holds, and has none nearer', () => {
  const question = fc.record({
    channel: fc.constantFrom(...channels),
    priority: fc.constantFrom(...priorities),
    outside: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), question, (facts, given) => {
      const candidates = facts.map(promise)
      const chosen = choosePromises(candidates, asked(given))
      expect(choosePromises(candidates.toReversed(), asked(given))).toEqual(chosen)
      for (const kind of clockKinds) {
        const may = candidates.filter((one) => one.clockKind === kind && holdsFor(one, asked(given)))
        const one = chosen[kind]
        if (one === undefined) expect(may).toEqual([])
        else expect(Math.min(...may.map((other) => holders.indexOf(other.holder)))).toBe(holders.indexOf(one.holder))
      }
    }),
  )
})
