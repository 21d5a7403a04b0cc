// What a tenant's words let us understand: compounds, beginnings, one wrong letter.

import { expect, test } from 'vitest'
import { foldedWord, stem } from './swedish-words.ts'
import { isOneAway, Vocabulary } from './vocabulary.ts'

const known = (...words: string[]): Vocabulary =>
  new Vocabulary(
    words.map((word) => ({ word, entries: 1 })),
    10,
  )
const office = known(
  'vaktmästeri',
  'uppdrag',
  'kontor',
  'material',
  'service',
  'faktura',
  'lön',
  'utbetalning',
  'arbete',
  'miljö',
  'skola',
  'gård',
  'gata',
  'belysning',
  'bil',
  'hyra',
  'håll',
  'lås',
  'platta',
  'nyckel',
  'system',
  'intern',
  'kontroll',
  'plan',
)

test.each([
  ['vaktmästeriuppdrag', ['vaktmästeri', 'uppdrag']],
  ['vaktmästeriuppdragen', ['vaktmästeri', 'uppdrag']],
  ['kontorsmaterialet', ['kontor', 'material']],
  ['löneutbetalningar', ['lön', 'utbetalning']],
  ['arbetsmiljö', ['arbete', 'miljö']],
  ['skolgården', ['skola', 'gård']],
  ['gatubelysning', ['gata', 'belysning']],
  ['hyrbil', ['hyra', 'bil']],
  ['internkontrollplan', ['intern', 'kontroll', 'plan']],
  ['lasplatta', ['lås', 'platta']],
])('%s is %j', (word, parts) => {
  expect(office.parts(word)).toEqual(parts.map((part) => stem(foldedWord(part))))
})

test.each(['underhåll', 'läsplatta', 'fakturahantering', 'kontor', 'bilen', 'kontoris'])(
  '%s is not taken apart',
  (word) => {
    expect(office.parts(word)).toBeUndefined()
  },
)

test('every wrong, missing, extra or swapped letter of every known word is seen', () => {
  const words = known('vaktmästare', 'kopiering', 'nyckelsystem', 'faktura', 'lösenord', 'wifi', 'telefoni', 'förråd')
  for (const [word] of words.words()) {
    for (const wrong of misspellings(word)) {
      if (wrong === word || wrong.length < 4 || (wrong.length < 6 && wrong[0] !== word[0])) continue
      expect(
        words.corrections(wrong).map(({ key }) => key),
        wrong,
      ).toContain(stem(word))
    }
  }
})

function misspellings(word: string): string[] {
  const wrong: string[] = []
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const letter of 'abcdefghijklmnopqrstuvwxyz')
      wrong.push(before + letter + after, before + letter + after.slice(1))
    wrong.push(before + after.slice(1))
    if (after.length > 1) wrong.push(before + after[1] + after[0] + after.slice(2))
  }
  return wrong
}

test('two wrong letters are another word', () => {
  expect(isOneAway('vaktmastare', 'vaktmestere')).toBe(false)
  expect(isOneAway('ab', 'ba')).toBe(true)
  expect(isOneAway('abc', 'abc')).toBe(false)
  expect(isOneAway('abcd', 'abdce')).toBe(false)
})

test('a short word is corrected only when it begins right, and never to a short key', () => {
  const words = known('söka', 'tavla', 'trasig')
  expect(words.corrections('boka')).toEqual([])
  expect(words.corrections('table')).toEqual([])
  expect(words.corrections('traffa')).toEqual([])
  expect(words.corrections('sokka').map(({ shown }) => shown)).toEqual(['söka'])
})

test('beginnings are completed, the commonest first', () => {
  const words = new Vocabulary(
    [
      { word: 'lönespec', entries: 1 },
      { word: 'lön', entries: 5 },
      { word: 'lokal', entries: 9 },
    ],
    10,
  )
  expect(words.completions('lon')).toEqual(['lon', 'lonespec'])
  expect(words.completions('x')).toEqual([])
})

test('the rarer the word, the more it says', () => {
  const words = new Vocabulary(
    [
      { word: 'lön', entries: 9 },
      { word: 'wifi', entries: 1 },
    ],
    10,
  )
  expect(words.rarity('wifi')).toBe(1)
  expect(words.rarity('lon')).toBeLessThan(0.5)
  expect(words.rarity('lon')).toBeGreaterThan(0)
})
