// Chance with a fixed seed: the same seed always tells the same stories. Not for anything that must be hard to guess.
import type { Range } from './plot-shape.ts'

export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  happens(probability: number): boolean
  pick<T>(list: readonly T[]): T
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K
  whole(low: number, high: number): number
  /** Nearer the low end most of the time, as waiting is. */
  skewed(range: Range): number
}

/** mulberry32: small, fast and well spread for its 32 bits. */
export function chanceFrom(seed: string): Chance {
  let state = fold(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(next() * list.length)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }
  return {
    next,
    happens: (probability) => next() < probability,
    pick,
    weighted: (weights) => pickWeighted(weights, next()),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    skewed: ([low, high]) => low + (high - low) * next() ** 2,
  }
}

function pickWeighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>, at: number): K {
  const entries = Object.entries(weights) as [K, number][]
  const sum = entries.reduce((total, [, weight]) => total + weight, 0)
  let left = at * sum
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  throw new RangeError('no weights to choose by')
}

/** FNV-1a, 32 bits. */
function fold(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}
