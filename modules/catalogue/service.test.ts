// The rules of a service: states by date, what follows what, the template, sign-off and the earlier commitment.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lifecycle, TemplateFacts } from './service.ts'
import {
  earlierCommitment,
  isOrderable,
  isReviewOverdue,
  isSettled,
  mayFollow,
  sections,
  serviceStates,
  stateOn,
  templateGaps,
} from './service.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const life = (facts: Partial<Lifecycle>): Lifecycle => ({
  publishedAs: 'active',
  startsOn: null,
  endingFrom: null,
  endsOn: null,
  ...facts,
})

test('HS-099 HS-126 the state of a day follows from the dates; a draft and a planned service cannot be ordered', () => {
  const planned = life({ publishedAs: 'planned', startsOn: day('2014-01-01') })
  expect(stateOn(life({ publishedAs: null }), day('2012-10-03'))).toBe('draft')
  expect(stateOn(planned, day('2013-12-31'))).toBe('planned')
  expect(stateOn(planned, day('2014-01-01'))).toBe('active')
  expect(stateOn(life({ publishedAs: 'planned' }), day('2099-01-01'))).toBe('planned')
  const ending = life({ endingFrom: day('2012-09-01'), endsOn: day('2013-01-01') })
  expect(['2012-08-31', '2012-09-01', '2012-12-31', '2013-01-01'].map((text) => stateOn(ending, day(text)))).toEqual([
    'active',
    'ending',
    'ending',
    'ended',
  ])
  expect(serviceStates.filter(isOrderable)).toEqual(['active', 'ending'])
})

test('a service walks through its states in order and never comes back from the end', () => {
  const ends = serviceStates.filter((state) => serviceStates.every((to) => !mayFollow(state, to)))
  expect(ends).toEqual(['ended'])
  expect(serviceStates.some((state) => mayFollow(state, 'draft'))).toBe(false)
  expect(mayFollow('draft', 'ended')).toBe(false)
  const date = fc.integer({ min: 0, max: 40 }).map((n) => day('2012-01-01').add({ days: n }))
  fc.assert(
    fc.property(date, date, date, date, date, (startsOn, a, b, d, e) => {
      const [endingFrom, endsOn] = Temporal.PlainDate.compare(a, b) <= 0 ? [a, b] : [b, a]
      const [first, later] = Temporal.PlainDate.compare(d, e) <= 0 ? [d, e] : [e, d]
      const facts = life({ publishedAs: 'planned', startsOn, endingFrom, endsOn })
      expect(serviceStates.indexOf(stateOn(facts, first))).toBeLessThanOrEqual(
        serviceStates.indexOf(stateOn(facts, later)),
      )
    }),
  )
})

const whole: TemplateFacts = {
  kind: 'support',
  ownerPersonId: null,
  ownerTitle: 'IT-chef',
  purpose: 'a',
  forWhom: 'b',
  content: 'c',
  orderWay: 'd',
  level: 'e',
  volume: 'f',
  price: 'g',
  process: 'h',
  notStated: [],
  boundaryRows: 2,
  standard: 'standard',
  adaptedFromServiceId: null,
  hasProvider: true,
  countableOfferings: 0,
  prices: 0,
  promises: 0,
}

test('TY-067 every section of the one template left empty blocks publishing, until it is filled or said not to be stated', () => {
  expect(templateGaps(whole)).toEqual([])
  for (const section of sections) {
    const empty = section === 'boundary' ? { ...whole, boundaryRows: 0 } : { ...whole, [section]: ' ' }
    expect(templateGaps(empty).map((gap) => gap.field)).toEqual([section])
    expect(templateGaps({ ...empty, notStated: [section] })).toEqual([])
  }
  expect(templateGaps({ ...whole, kind: null, ownerTitle: null, hasProvider: false }).map((gap) => gap.field)).toEqual([
    'kind',
    'ownerTitle',
    'provider',
  ])
})

test('a published price or promise states the section by itself', () => {
  expect(templateGaps({ ...whole, price: null, prices: 1, level: null, promises: 1 })).toEqual([])
})

test('TY-082 an adapted service must name the standard service it departs from', () => {
  expect(templateGaps({ ...whole, standard: 'adapted' }).map((gap) => gap.field)).toEqual(['adaptedFromServiceId'])
})

test('TY-077 a volume service must have something that can be counted', () => {
  expect(templateGaps({ ...whole, kind: 'volume' }).map((gap) => gap.field)).toEqual(['offerings'])
  expect(templateGaps({ ...whole, kind: 'volume', countableOfferings: 1 })).toEqual([])
})

test('TY-069 settled only when all who were asked have signed', () => {
  const noon = at('2012-06-30T10:00:00Z')
  const signed = { signedAt: at('2012-06-01T08:00:00Z') }
  expect(isSettled([], noon)).toBe(false)
  expect(isSettled([signed, { signedAt: null }], noon)).toBe(false)
  expect(isSettled([signed, signed], noon)).toBe(true)
  expect(isSettled([signed, { signedAt: at('2012-07-01T08:00:00Z') }], noon)).toBe(false)
})

test('TY-081 a review is overdue the day after its day', () => {
  expect(isReviewOverdue(day('2012-10-03'), day('2012-10-03'))).toBe(false)
  expect(isReviewOverdue(day('2012-10-03'), day('2012-10-04'))).toBe(true)
  expect(isReviewOverdue(null, day('2012-10-04'))).toBe(false)
})

test('TY-073 without a published entry the commitment of the day holds, else the one before it', () => {
  const plans = [
    { validFrom: day('2010-01-01'), validTo: day('2011-01-01'), body: '2010' },
    { validFrom: day('2011-01-01'), validTo: day('2012-01-01'), body: '2011' },
  ]
  expect(earlierCommitment(plans, false, day('2010-06-01'))?.body).toBe('2010')
  expect(earlierCommitment(plans, false, day('2012-10-03'))?.body).toBe('2011')
  expect(earlierCommitment(plans, false, day('2009-10-03'))).toBeNull()
  expect(earlierCommitment(plans, true, day('2012-10-03'))).toBeNull()
})
