// How alike a new service's name is to those that are there, so that they are shown before one more is made (TY-079).
// Words and their beginnings count, for Swedish joins words: "vaktmästeri" finds "vaktmästaruppdrag". Pure.
import { foldedWords } from '#basics/text-fold'

export interface Likenable {
  readonly name: string
  readonly synonyms: readonly string[]
}

/** From 0 to 1: the share of the shorter text's three-letter pieces that the other has too; the best of name and synonyms. */
export function likeness(name: string, other: Likenable): number {
  const mine = pieces(name)
  return Math.max(0, ...[other.name, ...other.synonyms].map((text) => overlap(mine, pieces(text))))
}

/** Above this the services are shown; tried on the 94 services of Tyresö. */
export const alike = 0.5

const empty: readonly string[] = ['och', 'for', 'med', 'till', 'av', 'i', 'pa', 'tjanst', 'tjanster', 'stod', 'hjalp']

function pieces(text: string): ReadonlySet<string> {
  const words = foldedWords(text).filter((word) => word.length > 1 && !empty.includes(word))
  return new Set(
    words.flatMap((word) =>
      word.length < 4 ? [word] : Array.from({ length: word.length - 2 }, (_, n) => word.slice(n, n + 3)),
    ),
  )
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size)
  if (least === 0) return 0
  return [...a].filter((piece) => b.has(piece)).length / least
}
