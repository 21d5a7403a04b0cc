// Takes Swedish compounds apart, only into words that are known: kontorsmaterial → kontor + material when both are.
// Joints that Swedish puts between or drops: s (arbets-), e (löne-), o and u (kyrko-, gatu-), and a dropped a or e.

import { foldedWord, isStopWord, stem } from './swedish-words.ts'

export interface KnownWords {
  /** A word of this key is known. */
  hasStem(key: string): boolean
  /** With its dots, when this very word, folded, is known. */
  wordAsWritten(folded: string): string | undefined
}

const shortestPart = 3
const mostParts = 4
/** Stand first in many words without being words of their own there: underhåll is not "under" and "håll". */
const prefixes = new Set(
  'ater efter for fore fort fram genom inter kring med mellan mot ned ner om over pa sam sjalv till under upp ut utan vid'.split(
    ' ',
  ),
)

/** The keys of the parts, two or more, or undefined when the word cannot be taken apart. */
export function partsOf(written: string, known: KnownWords): readonly string[] | undefined {
  const folded = foldedWord(written)
  if (folded.length < 2 * shortestPart || /[^a-z]/.test(folded)) return undefined
  return divided(folded, asTyped(folded, written, known), mostParts)
}

/** Three letters are easily another word: läsplatta has no lås in it. Typed without dots, the benefit of the doubt. */
function asTyped(folded: string, written: string, known: KnownWords): KnownWords {
  if (folded === written || folded.length !== written.length) return known
  return {
    hasStem: (key) => known.hasStem(key),
    wordAsWritten: (part) => {
      const word = known.wordAsWritten(part)
      return word !== undefined && (part.length > shortestPart || written.includes(word)) ? word : undefined
    },
  }
}

function divided(word: string, known: KnownWords, most: number): readonly string[] | undefined {
  let best: readonly string[] | undefined
  // The longest last part first: the head of a Swedish compound stands last and is often a compound itself.
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const head = headKey(word.slice(at), known)
    if (head === undefined) continue
    const first = word.slice(0, at)
    const modifier = modifierKey(first, known)
    if (modifier !== undefined) return [modifier, head]
    if (best !== undefined || most <= 2 || first.length < 2 * shortestPart) continue
    const inner = divided(withoutJoint(first), known, most - 1) ?? divided(first, known, most - 1)
    if (inner) best = [...inner, head]
  }
  return best
}

export function headKey(part: string, known: KnownWords): string | undefined {
  const key = stem(part)
  return isPart(part, key, known) ? key : undefined
}

export function modifierKey(part: string, known: KnownWords): string | undefined {
  if (prefixes.has(part)) return undefined
  for (const form of modifierForms(part)) {
    const key = stem(form)
    if (form.length >= shortestPart && isPart(form, key, known)) return key
  }
  return undefined
}

function modifierForms(part: string): readonly string[] {
  const bare = part.slice(0, -1)
  if (part.endsWith('es')) return [bare, part, `${bare.slice(0, -1)}a`]
  if (part.endsWith('s')) return [bare, part, `${bare}e`]
  if (/[eou]$/.test(part)) return [part, bare, `${bare}a`]
  return [part, `${part}a`, `${part}e`]
}

function withoutJoint(part: string): string {
  return part.endsWith('s') ? part.slice(0, -1) : part
}

/** Three letters, or a key of three, prove little by themselves: then the very word must be known. */
function isPart(part: string, key: string, known: KnownWords): boolean {
  if (isStopWord(part)) return false
  return part.length > shortestPart && key.length > shortestPart
    ? known.hasStem(key)
    : known.wordAsWritten(part) !== undefined
}
