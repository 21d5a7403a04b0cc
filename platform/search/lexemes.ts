// The words of one entry as a tsvector made here, so that it depends on no dictionary of the server. A word of the title
// weighs A, of the synonyms B, of the text C; the parts of a compound weigh one letter less than the compound itself.

import { createHash } from 'node:crypto'
import type { Id } from '#basics/id'
import { isStopWord, foldedWord, stem, wordsOf, type Word } from './swedish-words.ts'

export interface EntryText {
  readonly title: string
  readonly synonyms: readonly string[]
  readonly body: string
}

/** Takes a word apart into keys; see Vocabulary.parts. */
export type Divide = (written: string) => readonly string[] | undefined

type Weight = 'A' | 'B' | 'C' | 'D'
const below: Readonly<Record<Weight, Weight>> = { A: 'B', B: 'C', C: 'D', D: 'D' }
const mostTitleWords = 60
const mostSynonymWords = 300
const mostBodyWords = 1_000
const mostPositions = 6

/** Stands before every lexeme of an entry; the same as platform.search_scope (0003_search.sql), which says why. */
export function scopeOf(tenantId: Id, kind: string): string {
  return createHash('sha256').update(`${tenantId}:${kind}`).digest('hex').slice(0, 6)
}

/** What `::tsvector` reads. Lexemes are letters and digits only, so there is nothing to escape. */
export function tsvectorOf(text: EntryText, scope: string, divide: Divide): string {
  const places = new Map<string, string[]>()
  let position = 0
  const put = (key: string, weight: Weight): void => {
    const known = places.get(key)
    if (!known) places.set(key, [`${position}${weight}`])
    else if (known.length < mostPositions) known.push(`${position}${weight}`)
  }
  for (const [weight, words] of weighed(text)) {
    for (const word of words) {
      position++
      if (isStopWord(word.folded)) continue
      put(stem(word.folded), weight)
      for (const part of word.joined.map(foldedWord)) if (!isStopWord(part)) put(stem(part), weight)
      for (const part of divide(word.written) ?? []) put(part, below[weight])
    }
  }
  return [...places].map(([key, at]) => `'${scope}${key}':${at.join(',')}`).join(' ')
}

/** The distinct words, with their dots: what an open entry adds to the vocabulary. */
export function vocabularyWordsOf(text: EntryText): string[] {
  const found = new Map<string, string>()
  for (const [, words] of weighed(text)) {
    for (const word of words) {
      for (const written of [word.written, ...word.joined]) {
        const folded = foldedWord(written)
        if (folded.length < 2 || isStopWord(folded) || !/\p{L}/u.test(folded) || found.has(folded)) continue
        found.set(folded, written)
      }
    }
  }
  return [...found.values()].sort()
}

function weighed(text: EntryText): readonly (readonly [Weight, readonly Word[]])[] {
  return [
    ['A', wordsOf(text.title, mostTitleWords)],
    ['B', wordsOf(text.synonyms.join(' / '), mostSynonymWords)],
    ['C', wordsOf(text.body, mostBodyWords)],
  ]
}
