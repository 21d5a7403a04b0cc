// From what a person types to what the index is asked: which words must be there, which may, and what each is worth.
// Pure, and a function of the query and the open vocabulary alone: what a viewer may not see never changes the plan.

import { headKey, modifierKey } from './compound.ts'
import { foldedWord, isStopWord, stem, wordsOf, type Word } from './swedish-words.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface SearchPlan {
  /** Every word, in one of its readings. Text of a tsquery, as are the others. */
  readonly must: string
  /** Any of the words that say most. */
  readonly may: string
  readonly terms: readonly { readonly query: string; readonly weight: number }[]
  /** The query as it was understood, when a word nobody knows is one letter from a known one. */
  readonly correctedTo?: string
}

/** How one word of the query may be matched. */
interface Reading {
  readonly word: Word
  readonly rarity: number
  /** Nothing known is like it: a name, a number, a word of a case. */
  readonly unknown: boolean
  /** Each is enough. Keys unless they hold an operator. */
  readonly strict: string[]
  /** Enough when not all words can be had. */
  readonly loose: string[]
  readonly worth: Worth[]
  readonly shown?: string
}

interface Worth {
  readonly keys: readonly string[]
  readonly weight: number
}

const longestQuery = 200
const mostWords = 8
const mostRepairs = 3
const longestRepaired = 25

export function planQuery(query: string, vocabulary: Vocabulary, typing = false): SearchPlan | undefined {
  const words = wordsOf(query.slice(0, longestQuery), 3 * mostWords)
  const last = words.at(-1)
  let telling = words.filter((word) => !isStopWord(word.folded)).slice(0, mostWords)
  if (telling.length === 0 && typing && last && last.folded.length > 1) telling = [last]
  if (telling.length === 0) return undefined
  const joints = jointsOf(words, telling)
  const repairs = { left: mostRepairs }
  const readings = telling.map((word) => {
    const known = joints.some(
      ({ first, second, keys }) => (first === word || second === word) && keys.some((key) => vocabulary.hasStem(key)),
    )
    return readWord(word, vocabulary, { isLast: word === last, typing, known, repairs })
  })
  addJoined(joints, readings)
  const corrected = readings.some((reading) => reading.shown !== undefined)
  return {
    must: readings.map(({ strict }) => anyOf(strict)).join(' & '),
    may: anyOf(tellingMost(readings).flatMap(({ strict, loose }) => [...strict, ...loose])),
    // ts_rank divides by the number of alternatives; a word is not worth less for having many forms.
    terms: readings.flatMap(({ worth }) =>
      worth.map(({ keys, weight }) => ({ query: anyOf(keys.map(lexeme)), weight: weight * keys.length })),
    ),
    ...(corrected ? { correctedTo: understood(words, readings) } : {}),
  }
}

interface Place {
  readonly isLast: boolean
  readonly typing: boolean
  /** Together with a neighbour it is a known word, so it is not misspelt. */
  readonly known: boolean
  /** How many words of the query may still be taken apart letter by letter. */
  readonly repairs: { left: number }
}

function readWord(word: Word, vocabulary: Vocabulary, place: Place): Reading {
  const key = stem(word.folded)
  const isKnown = vocabulary.hasStem(key)
  const parts = [vocabulary.parts(word.written), joinedKeys(word)].filter((keys) => keys !== undefined)
  const partsKnown = parts.some((keys) => keys.every((part) => vocabulary.hasStem(part)))
  const strict = [lexeme(key), ...parts.map((keys) => `(${keys.map(lexeme).join(' & ')})`)]
  const rarity = isKnown || !partsKnown ? vocabulary.rarity(key) : rarest(vocabulary, parts.flat())
  const worth = [{ keys: [key], weight: rarity }, ...worthOf(parts.flat(), 0.5, vocabulary)]
  const known = { word, strict, worth, loose: parts.flat().map(lexeme), rarity, unknown: false }
  const isPlain = isKnown || partsKnown || place.known
  if (isPlain && !(place.typing && place.isLast)) return known
  if (place.isLast) {
    const completions = vocabulary.completions(word.folded).filter((completion) => completion !== key)
    if (word.folded.length >= 4) strict.push(`'${word.folded}':*`)
    strict.push(...completions.map(lexeme))
    worth.push(...worthOf(completions, 0.6, vocabulary))
    if (completions.length > 0) return { ...known, rarity: isKnown ? rarity : rarest(vocabulary, completions) }
  }
  return isPlain ? known : readUnknown(known, vocabulary, place)
}

/** One wrong letter in the word, or in one part of a compound; else as much of a compound as is known. */
function readUnknown(reading: Reading, vocabulary: Vocabulary, { repairs }: Place): Reading {
  const { word, strict, worth, loose } = reading
  const corrections = vocabulary.corrections(word.folded)
  if (corrections.length > 0) {
    const keys = corrections.map(({ key }) => key)
    strict.push(...keys.map(lexeme))
    worth.push(...worthOf(keys, 0.8, vocabulary))
    return { ...reading, rarity: rarest(vocabulary, keys), shown: corrections[0]!.shown }
  }
  if (word.folded.length > longestRepaired || repairs.left-- <= 0) return { ...reading, unknown: true }
  const repaired = repairedParts(word.folded, vocabulary)
  if (repaired) {
    strict.push(`(${repaired.keys.map(lexeme).join(' & ')})`)
    loose.push(...repaired.keys.map(lexeme))
    worth.push(...worthOf(repaired.keys, 0.4, vocabulary))
    return { ...reading, rarity: rarest(vocabulary, repaired.keys), shown: repaired.shown }
  }
  const part = knownPart(word.folded, vocabulary)
  if (part === undefined) return { ...reading, unknown: true }
  loose.push(lexeme(part))
  worth.push(...worthOf([part], 0.4, vocabulary))
  return { ...reading, unknown: true, rarity: vocabulary.rarity(part) }
}

function worthOf(keys: readonly string[], share: number, vocabulary: Vocabulary): Worth[] {
  return keys.map((key) => ({ keys: [key], weight: share * vocabulary.rarity(key) }))
}

function joinedKeys(word: Word): readonly string[] | undefined {
  const keys = word.joined
    .map(foldedWord)
    .filter((part) => !isStopWord(part))
    .map(stem)
  return keys.length > 1 ? keys : undefined
}

/** skrivarprolbem: one part known, the other one letter from a known word. */
function repairedParts(folded: string, vocabulary: Vocabulary): { keys: string[]; shown: string } | undefined {
  for (let at = folded.length - 4; at >= 4; at--) {
    const first = folded.slice(0, at)
    const second = folded.slice(at)
    const modifier = modifierKey(first, vocabulary)
    const head = headKey(second, vocabulary)
    if (modifier !== undefined && head === undefined) {
      const [fixed] = vocabulary.corrections(second)
      if (fixed) return { keys: [modifier, fixed.key], shown: `${vocabulary.shown(modifier)} ${fixed.shown}` }
    }
    if (head !== undefined && modifier === undefined) {
      const [fixed] = vocabulary.corrections(first)
      if (fixed) return { keys: [fixed.key, head], shown: `${fixed.shown} ${vocabulary.shown(head)}` }
    }
  }
  return undefined
}

/** The longest known first or last part that is at least a third of the word. */
function knownPart(folded: string, vocabulary: Vocabulary): string | undefined {
  for (let length = folded.length - 2; length >= Math.max(4, folded.length / 3); length--) {
    const part = modifierKey(folded.slice(0, length), vocabulary) ?? headKey(folded.slice(-length), vocabulary)
    if (part !== undefined) return part
  }
  return undefined
}

interface Joint {
  readonly first: Word
  readonly second: Word
  readonly keys: readonly string[]
}

/** Two neighbouring words may be one in the text: vaktmästeri uppdrag, kontor(s) material. */
function jointsOf(words: readonly Word[], telling: readonly Word[]): readonly Joint[] {
  return telling.slice(1).flatMap((second, at) => {
    const first = telling[at]!
    const [a, b] = [first.folded, second.folded]
    if (words.indexOf(second) !== words.indexOf(first) + 1 || a.length + b.length < 5) return []
    const dropped = /[ae]$/.test(a) ? [`${a.slice(0, -1)}${b}`] : []
    return [{ first, second, keys: [...new Set([`${a}${b}`, `${a}s${b}`, ...dropped].map(stem))] }]
  })
}

function addJoined(joints: readonly Joint[], readings: readonly Reading[]): void {
  for (const { first, second, keys } of joints) {
    const pair = readings.filter(({ word }) => word === first || word === second)
    for (const { strict } of pair) strict.push(...keys.map(lexeme))
    pair[1]?.worth.push({ keys, weight: Math.max(...pair.map(({ rarity }) => rarity)) })
  }
}

/** Words half as rare as the rarest known one, and those nobody knows. */
function tellingMost(readings: readonly Reading[]): readonly Reading[] {
  const rarest = Math.max(0, ...readings.filter(({ unknown }) => !unknown).map(({ rarity }) => rarity))
  return readings.filter(({ unknown, rarity }) => unknown || rarity >= rarest / 2)
}

function rarest(vocabulary: Vocabulary, keys: readonly string[]): number {
  return keys.length === 0 ? 1 : Math.max(...keys.map((key) => vocabulary.rarity(key)))
}

function understood(words: readonly Word[], readings: readonly Reading[]): string {
  return words.map((word) => readings.find((reading) => reading.word === word)?.shown ?? word.written).join(' ')
}

function anyOf(queries: readonly string[]): string {
  const distinct = [...new Set(queries)]
  return distinct.length === 1 ? distinct[0]! : `(${distinct.join(' | ')})`
}

function lexeme(key: string): string {
  return `'${key}'`
}
