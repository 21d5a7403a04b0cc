// What the index is asked, as text of a tsquery: safe whatever was typed, and bounded.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planQuery } from './plan-query.ts'
import { Vocabulary } from './vocabulary.ts'

const words = 'vaktmästeri uppdrag vaktmästeriuppdrag skrivare problem nyckel faktura utbildning it säkerhet snö'.split(
  ' ',
)
const office = new Vocabulary(
  words.map((word) => ({ word, entries: 1 })),
  words.length,
)
const plan = (query: string, typing = false) => planQuery(query, office, typing)

test('nothing is asked when nothing is said', () => {
  for (const query of ['', '   ', 'och', 'jag har en', '!?', '\u0000', "'", '""', '🖨️'])
    expect(plan(query), query).toBeUndefined()
  expect(plan('i', true)).toBeUndefined()
})

test('every word must be there, in one of its readings', () => {
  expect(plan('nycklarna och fakturan')?.must).toBe("'nyckl' & 'faktur'")
})

test('split words are also sought joined, a joined one also split', () => {
  expect(plan('vaktmästeri uppdrag')?.must).toContain("'vaktmasteriuppdrag'")
  expect(plan('snöskrivare')?.must).toContain("('sno' & 'skriv')")
})

test('a word nobody knows is sought as typed and corrected, and the correction is told', () => {
  const found = plan('skirvare nyckel')
  expect(found?.must).toMatch(/^\('skirv' \| 'skriv' \|.*\) & \('nyckl' \|.*\)$/)
  expect(found?.correctedTo).toBe('skrivare nyckel')
})

test('one wrong letter in one part of a compound', () => {
  expect(plan('skrivarprolbem')?.correctedTo).toBe('skrivare problem')
})

test('a split word is not misspelt', () => {
  const shop = new Vocabulary(
    ['databas', 'data', 'avtal', 'avtalsdatabas'].map((word) => ({ word, entries: 1 })),
    4,
  )
  expect(planQuery('avtals databas', shop)).not.toHaveProperty('correctedTo')
})

test('when not all words can be had, the common ones do not decide', () => {
  const shop = new Vocabulary(
    [
      { word: 'beställa', entries: 90 },
      { word: 'visitkort', entries: 1 },
    ],
    94,
  )
  expect(planQuery('beställa nytt visitkort', shop)?.may).not.toContain("'bestal'")
  expect(planQuery('beställa nytt visitkort', shop)?.may).toContain("'visitkort'")
})

const asked = /^(?:'[\p{L}\p{N}]+'(?::\*)?|[()&| ])+$/u

test('whatever is typed, the plan is lexemes and operators, and bounded', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom(...words, 'skirvare', "'", '&', '|', '!', ':*', '<->', '\\', '-', 'xyzzy', 'och'), {
        maxLength: 40,
      })
      .map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(typed, fc.boolean(), (query, typing) => {
      const found = plan(query, typing)
      if (!found) return
      for (const text of [found.must, found.may, ...found.terms.map((term) => term.query)]) expect(text).toMatch(asked)
      expect(found.must.length).toBeLessThan(6_000)
      expect(found.terms.length).toBeLessThan(300)
      for (const { weight } of found.terms) expect(weight).toBeGreaterThan(0)
    }),
  )
})

test('no query makes planning run away, also with ten thousand letters', () => {
  const queries = [
    'skirvaren funkar inte',
    'vaktmästeri uppdrag',
    'x'.repeat(10_000),
    'vaktmästeriuppdragen '.repeat(500),
    'prolbemskirvare '.repeat(9),
  ]
  for (const query of queries) {
    for (let n = 0; n < 50; n++) plan(query)
    // The least of many: what else the machine does meanwhile is not ours.
    const times = Array.from({ length: 101 }, () => {
      const start = performance.now()
      plan(query)
      return performance.now() - start
    })
    // Some half a millisecond; what runs away takes hundreds.
    expect(Math.min(...times), query.slice(0, 30)).toBeLessThan(25)
  }
})
