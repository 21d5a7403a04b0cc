import { expect, test } from 'vitest'
import { fold, foldedWords } from './text-fold.ts'

test('å, ä, ö typed as a, o', () => {
  expect(fold('Felanmälan Å Ö')).toBe(fold('felanmalan a o'))
  expect(fold('Vaktmästeri')).toBe('vaktmasteri')
})
test('composed and decomposed letters are the same', () => expect(fold('a\u030asa')).toBe(fold('åsa')))
test('other alphabets’ letters', () => expect(fold('Café  Søren Æble')).toBe('cafe soren aeble'))
test('words', () =>
  expect(foldedWords('Whiteboard-tavla, plan 2 (kommunhuset)')).toEqual([
    'whiteboard',
    'tavla',
    'plan',
    '2',
    'kommunhuset',
  ]))
