// From a text to the words that are indexed and searched for: folded so that å, ä and ö may be typed as a and o, without
// the words that say nothing, and bounded whatever comes in.

import { fold } from '#basics/text-fold'

export { fold }
export { snowball, stem } from './swedish-stem.ts'

export interface Word {
  /** As written, in lower case: what is shown in "Visar även träffar för …". */
  readonly written: string
  /** Letters a–z and digits where the alphabet is Latin. */
  readonly folded: string
  /** The words a hyphen joined, as written: e-post → e, post. Empty when there is none. */
  readonly joined: readonly string[]
}

export const longestWord = 40

const hyphen = /[-\u2010\u2011]/
const runs = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*/gu

/** At most `most` words, in order; a word is cut at 40 letters. Anything that is no letter or digit separates. */
export function wordsOf(text: string, most: number): Word[] {
  const words: Word[] = []
  for (const [run] of text.normalize('NFC').matchAll(runs)) {
    const written = run.toLowerCase().slice(0, longestWord)
    const folded = foldedWord(written)
    if (folded === '') continue
    const joined = written.split(hyphen).filter((part) => foldedWord(part) !== '')
    words.push({ written, folded, joined: joined.length > 1 ? joined : [] })
    if (words.length === most) break
  }
  return words
}

/** One word folded, its hyphens gone and so are signs that folding leaves (½ becomes 1⁄2). */
export function foldedWord(written: string): string {
  return fold(written)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, longestWord)
}

const saysNothing = new Set(
  fold(
    `alla allt att av bara behöver blev bli blir blivit de dem den denna deras dess det detta dig din dina ditt du där då
    efter ej eller en er era ert ett fick finns fram från funkar fungera fungerar få får för ga ge ger gå går göra gör gjort ha
    hade han har hej hennes hon honom hos hur här i in inne inom inte ja jag ju kan kom komma kommer kunde man med medan mellan
    men mig min mina mitt mot mycket måste ned ner ni nog nu när någon något några och ofta också om oss på sa samt sen ser
    sig sin sina sitt ska skall skulle som så tack till under upp ut utan vad var vara varför vart varit vem vet vi vid vilka
    vilken vilket vill vår våra vårt än är åt över a an and are for from how in is my not of on the to what with`,
  ).split(/\s+/),
)

export function isStopWord(folded: string): boolean {
  return saysNothing.has(folded)
}
