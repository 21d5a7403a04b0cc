// The words of one tenant's open entries, ready to be asked: is this word known, how common is it, which known words
// begin like this, and which is one wrong letter away. Made from the words and their counts alone, so it is the same
// for every viewer; words of entries that not everyone may read never enter it.

import { partsOf, type KnownWords } from './compound.ts'
import { foldedWord, stem } from './swedish-words.ts'

export interface CountedWord {
  /** In lower case, with its dots. */
  readonly word: string
  /** How many open entries have it. */
  readonly entries: number
}

interface Key {
  entries: number
  /** The commonest written form, shown when a word is corrected to this key. */
  shown: string
  shownEntries: number
}

export interface Correction {
  readonly key: string
  readonly shown: string
}

const mostCorrections = 3
const mostCompletions = 20
const mostRemembered = 20_000
const mostOfOneHalf = 400
const shortestCorrected = 4
/** A key has lost its ending: being one letter from a short one says too little. */
const shortestKeyCorrectedTo = 5
/** In a short word the first letter must be right: boka is not söka. */
const longestShort = 5

export class Vocabulary implements KnownWords {
  readonly entryCount: number
  readonly #keys = new Map<string, Key>()
  readonly #words = new Map<string, CountedWord>()
  readonly #parts = new Map<string, readonly string[] | null>()
  #sorted: readonly string[] | undefined
  /** Length and first half, or length and last half, of a known word or key → the words and keys that have it. */
  #halves: Map<string, string[]> | undefined

  constructor(words: Iterable<CountedWord>, entryCount: number) {
    this.entryCount = Math.max(1, entryCount)
    for (const counted of words) this.#add(counted)
  }

  #add(counted: CountedWord): void {
    const folded = foldedWord(counted.word)
    if (folded === '') return
    const same = this.#words.get(folded)
    if (!same || same.entries < counted.entries) this.#words.set(folded, counted)
    const key = stem(folded)
    const known = this.#keys.get(key)
    if (!known) {
      this.#keys.set(key, { entries: counted.entries, shown: counted.word, shownEntries: counted.entries })
      return
    }
    known.entries += counted.entries
    if (
      counted.entries > known.shownEntries ||
      (counted.entries === known.shownEntries && counted.word < known.shown)
    ) {
      known.shown = counted.word
      known.shownEntries = counted.entries
    }
  }

  hasStem(key: string): boolean {
    return this.#keys.has(key)
  }

  hasWord(folded: string): boolean {
    return this.#words.has(folded)
  }

  wordAsWritten(folded: string): string | undefined {
    return this.#words.get(folded)?.word
  }

  /** The commonest written form of a key. */
  shown(key: string): string {
    return this.#keys.get(key)?.shown ?? key
  }

  get size(): number {
    return this.#words.size
  }

  /** Folded form and word, for all words. */
  words(): IterableIterator<[folded: string, counted: CountedWord]> {
    return this.#words.entries()
  }

  /** 1 for a word that one entry or none has, towards 0 for a word that all have. */
  rarity(key: string): number {
    const entries = Math.max(1, Math.min(this.#keys.get(key)?.entries ?? 1, this.entryCount))
    return Math.log(1 + this.entryCount / entries) / Math.log(1 + this.entryCount)
  }

  /** The keys of a compound's parts, when all of them are known. */
  parts(written: string): readonly string[] | undefined {
    const remembered = this.#parts.get(written)
    if (remembered !== undefined) return remembered ?? undefined
    const found = partsOf(written, this)
    if (this.#parts.size >= mostRemembered) this.#parts.clear()
    this.#parts.set(written, found ?? null)
    return found
  }

  /** Keys of known words that begin like this, the commonest first. */
  completions(beginning: string): readonly string[] {
    this.#sorted ??= [...this.#words.keys()].sort()
    const found = new Set<string>()
    for (let at = firstAtLeast(this.#sorted, beginning); at < this.#sorted.length && found.size < 200; at++) {
      const word = this.#sorted[at]!
      if (!word.startsWith(beginning)) break
      found.add(stem(word))
    }
    const entries = (key: string): number => this.#keys.get(key)?.entries ?? 0
    return [...found].sort((a, b) => entries(b) - entries(a) || (a < b ? -1 : 1)).slice(0, mostCompletions)
  }

  /** Known words one wrong, missing, extra or swapped letter away, the likeliest first. */
  corrections(folded: string): readonly Correction[] {
    if (folded.length < shortestCorrected || /\d/.test(folded)) return []
    const found = new Map<string, Correction & { readonly cost: number }>()
    for (const typed of new Set([folded, stem(folded)])) {
      if (typed.length < shortestCorrected) continue
      for (const target of this.#near(typed)) {
        if (typed !== folded && target.length < shortestKeyCorrectedTo) continue
        if (folded.length <= longestShort && target[0] !== folded[0]) continue
        const key = this.#keys.has(target) ? target : stem(target)
        const shown = this.#words.get(target)?.word ?? this.shown(key)
        const cost = (typed === folded ? 0 : 1) + (target[0] === typed[0] ? 0 : 2)
        const earlier = found.get(key)
        if (!earlier || earlier.cost > cost) found.set(key, { key, shown, cost })
      }
    }
    const entries = (key: string): number => this.#keys.get(key)?.entries ?? 0
    return [...found.values()]
      .sort((a, b) => a.cost - b.cost || entries(b.key) - entries(a.key) || (a.key < b.key ? -1 : 1))
      .slice(0, mostCorrections)
  }

  /** One wrong letter spoils one half of a word and leaves the other; swapped neighbours in the middle spoil both. */
  #near(typed: string): readonly string[] {
    this.#halves ??= halvesOf([
      ...[...this.#words.keys()].filter((word) => word.length >= shortestCorrected),
      ...[...this.#keys.keys()].filter((key) => key.length >= shortestKeyCorrectedTo && !this.#words.has(key)),
    ])
    const near = new Set<string>()
    const middle = typed.length >> 1
    const swapped = typed.slice(0, middle - 1) + typed[middle] + typed[middle - 1] + typed.slice(middle + 1)
    for (const form of [typed, swapped]) {
      for (const length of form === typed ? [typed.length - 1, typed.length, typed.length + 1] : [typed.length]) {
        const half = length >> 1
        for (const key of [`${length}<${form.slice(0, half)}`, `${length}>${form.slice(half - length)}`]) {
          for (const target of this.#halves.get(key)?.slice(0, mostOfOneHalf) ?? []) near.add(target)
        }
      }
    }
    return [...near].filter((target) => isOneAway(typed, target))
  }
}

function halvesOf(targets: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const target of targets) {
    if (/\d/.test(target)) continue
    const half = target.length >> 1
    for (const key of [`${target.length}<${target.slice(0, half)}`, `${target.length}>${target.slice(half)}`]) {
      const there = index.get(key)
      if (there) there.push(target)
      else index.set(key, [target])
    }
  }
  return index
}

/** Exactly one letter replaced, added or left out, or two neighbours swapped. */
export function isOneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  const restA = a.slice(from)
  const restB = b.slice(from)
  if (restA.length > restB.length) return restA.slice(1) === restB
  if (restB.length > restA.length) return restB.slice(1) === restA
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return swapped || restA.slice(1) === restB.slice(1)
}

function firstAtLeast(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
