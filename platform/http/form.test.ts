// What a browser sends, read by the same contract as the API; a day that does not exist is said with the likely one.
import { expect, test } from 'vitest'
import type { Refusal } from '#basics/refusal'
import { fromForm } from './form.ts'
import { Type, day, listOf, nullable, optional, shape, text } from './shape.ts'
import { validate } from './validate.ts'

const Body = shape({ name: text(20), from: day(), to: optional(nullable(day())), days: optional(listOf(day(), 5)) })

function problemsOf(value: unknown): Record<string, [string, string]> {
  try {
    validate(Body, value, 'body')
  } catch (error) {
    return Object.fromEntries((error as Refusal).problems.map((one) => [one.field, [one.sv, one.en]]))
  }
  return {}
}

test('TY-068 a day that does not exist is kept as it was printed, with the likely one proposed; nothing is changed', () => {
  const sent = fromForm(Body, { name: ['Plan'], from: [' 2012-04-31 '], to: ['31 april 2012'], days: ['2011-02-29'] })
  expect(sent).toEqual({ name: 'Plan', from: '2012-04-31', to: '31 april 2012', days: ['2011-02-29'] })
  expect(problemsOf(sent)).toEqual({
    from: [
      'Datumet 31 april finns inte. April har 30 dagar. Menas 2012-04-30?',
      '31 April does not exist. April has 30 days. Is 2012-04-30 meant?',
    ],
    to: [
      'Datumet 31 april finns inte. April har 30 dagar. Menas 2012-04-30?',
      '31 April does not exist. April has 30 days. Is 2012-04-30 meant?',
    ],
    'days.0': [
      'Datumet 29 februari 2011 finns inte. Februari 2011 har 28 dagar. Menas 2011-02-28?',
      '29 February 2011 does not exist. February 2011 has 28 days. Is 2011-02-28 meant?',
    ],
  })
})

test('what is no day at all has no proposal', () => {
  for (const from of ['2012-13-01', '2012-04-45', 'i morgon', ''])
    expect(problemsOf({ name: 'Plan', from })['from']?.[0]).toBe('Skriv ett datum som finns, till exempel 2012-04-30.')
})

test('a form takes a day in the ways people write it; the wire takes one', () => {
  for (const from of ['2012-04-30', '30/4 2012', '30 april 2012', '20120430'])
    expect(fromForm(Body, { name: ['Plan'], from: [from], to: [''] })).toEqual({
      name: 'Plan',
      from: '2012-04-30',
      to: null,
    })
  expect(Object.keys(problemsOf({ name: 'Plan', from: '30 april 2012' }))).toEqual(['from'])
})

test('names that every object has reach nothing', () => {
  const sent = fromForm(shape({ name: Type.String() }), { name: ['x'], constructor: ['y'], 'toString.z': ['w'] })
  expect(Object.keys(sent as object)).toEqual(['name', 'constructor', 'toString.z'])
})
