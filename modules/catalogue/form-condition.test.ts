// Conditions: what they mean, and that hidden fields count as nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionWords } from './condition-words.ts'
import type { Condition } from './form-condition.ts'
import { holds, shownFields } from './form-condition.ts'
import { storedFields } from './form-fields.ts'

test('each leaf asks one question of one answer', () => {
  expect(holds({ field: 'a', is: 'ja' }, { a: 'ja' })).toBe(true)
  expect(holds({ field: 'a', is: 'ja' }, { a: 'nej' })).toBe(false)
  expect(holds({ field: 'a', is: 'ja' }, {})).toBe(false)
  expect(holds({ field: 'a', is: 'x' }, { a: ['y', 'x'] })).toBe(true)
  expect(holds({ field: 'a', oneOf: ['x', 'z'] }, { a: 'z' })).toBe(true)
  expect(holds({ field: 'a', oneOf: [] }, { a: 'z' })).toBe(false)
  expect(holds({ field: 'a', filled: true }, { a: '  ' })).toBe(false)
  expect(holds({ field: 'a', filled: true }, { a: [''] })).toBe(false)
  expect(holds({ field: 'a', filled: true }, { a: 0 })).toBe(true)
})

test('at least reads numbers as Swedes type them, and never holds for what is no number', () => {
  for (const typed of ['1 500', '1\u00a0500,00', '1500', 1500, '1.500,00', '1 500 kr'])
    expect(holds({ field: 'a', atLeast: 1500 }, { a: typed })).toBe(true)
  for (const typed of ['1 499,99', 'många', '', '15oo', 'NaN', 'Infinity'])
    expect(holds({ field: 'a', atLeast: 1500 }, { a: typed })).toBe(false)
  expect(holds({ field: 'a', atLeast: -5 }, { a: '\u22124' })).toBe(true)
})

const fields = [
  { key: 'flytt' },
  { key: 'antal', showWhen: { field: 'flytt', is: 'ja' } },
  { key: 'bil', showWhen: { field: 'antal', atLeast: 10 } },
] as const

test('a field hidden by another hides what depends on it, whatever it still holds', () => {
  const keys = (values: Record<string, unknown>) => shownFields(fields, values).map((field) => field.key)
  expect(keys({ flytt: 'ja', antal: '12' })).toEqual(['flytt', 'antal', 'bil'])
  expect(keys({ flytt: 'nej', antal: '12' })).toEqual(['flytt'])
  expect(keys({ antal: '12', bil: 'ja' })).toEqual(['flytt'])
})

const leaf = fc.oneof(
  fc.record({ field: fc.constantFrom('a', 'b', 'c'), is: fc.constantFrom('x', 'y') }),
  fc.record({ field: fc.constantFrom('a', 'b', 'c'), oneOf: fc.array(fc.constantFrom('x', 'y', 'z')) }),
  fc.record({ field: fc.constantFrom('a', 'b', 'c'), atLeast: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ field: fc.constantFrom('a', 'b', 'c'), filled: fc.constant(true as const) }),
)
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
}))
const values = fc.record(
  {
    a: fc.constantFrom('x', 'y', '2', '-1', ''),
    b: fc.array(fc.constantFrom('x', 'z', '3')),
    c: fc.integer({ min: -4, max: 4 }),
  },
  { requiredKeys: [] },
)

test('the tree is an algebra: not twice is nothing, all and any are each other’s mirror', () => {
  fc.assert(
    fc.property(tree, tree, values, (p, q, given) => {
      expect(holds({ not: { not: p } }, given)).toBe(holds(p, given))
      expect(holds({ not: { all: [p, q] } }, given)).toBe(holds({ any: [{ not: p }, { not: q }] }, given))
      expect(holds({ all: [p, q] }, given)).toBe(holds(p, given) && holds(q, given))
      expect(holds({ any: [] }, given)).toBe(false)
    }),
  )
})

test('a condition can be said in words in both languages', () => {
  const form = storedFields([
    {
      key: 'vad',
      kind: 'choice',
      label: { sv: 'Vad gäller det?', en: 'What is it about?' },
      required: true,
      options: [{ value: 'ny', label: { sv: 'Ny telefon', en: 'New phone' } }],
    },
    { key: 'antal', kind: 'number', label: { sv: 'Antal', en: 'Number' }, required: true, unit: 'st' },
  ])
  expect(conditionWords({ field: 'vad', is: 'ny' }, form, 'sv')).toBe('”Vad gäller det?” är ”Ny telefon”')
  expect(
    conditionWords(
      {
        all: [
          { field: 'vad', is: 'ny' },
          { field: 'antal', atLeast: 3 },
        ],
      },
      form,
      'en',
    ),
  ).toBe('“What is it about?” is “New phone” and “Number” is at least 3')
  expect(conditionWords({ not: { field: 'antal', filled: true } }, form, 'sv')).toBe('inte (”Antal” är ifyllt)')
})
