// Money is an integer number of öre (bigint), never a float. Two divisions exist and are never mixed: `allocate` among
// parties and `instalments` over time; both sum to the whole. Rounding is half away from zero, once.

import { misread, readable, type Reading } from './reading.ts'
import type { Lang } from './lang.ts'
import { refuse } from './refusal.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

/** A price is an amount per so many units, kept exact: 125 öre per 10 pages. */
export interface UnitPrice {
  readonly amountOre: bigint
  readonly per: bigint
}

/** Nearest integer to numerator ÷ denominator; a half goes away from zero, so that −x rounds as the mirror of x. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('a divisor must be positive')
  const size = (2n * abs(numerator) + denominator) / (2n * denominator)
  return numerator < 0n ? -size : size
}

/**
 * Splits an amount by weights (largest remainder). The parts sum to the amount; equal remainders go to whoever stands
 * first. A negative amount is split as the mirror of the positive one, so a reversal undoes its charge to the öre.
 */
export function allocate(amountOre: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total <= 0n || weights.some((weight) => weight < 0n)) {
    refuse({
      code: 'key_without_weight',
      status: 422,
      sv: 'Nyckeln går inte att fördela efter: ingen andel får vara negativ och någon måste vara större än noll.',
      en: 'The key cannot be used: no share may be negative and at least one must be above zero.',
    })
  }
  const sign = amountOre < 0n ? -1n : 1n
  const whole = abs(amountOre)
  const parts = weights.map((weight) => (whole * weight) / total)
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (whole * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  const left = Number(whole - parts.reduce((sum, part) => sum + part, 0n))
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts.map((part) => sign * part)
}

/** n equal amounts, rounded; the last takes the rest (HS-182: 6.2 mnkr in 12 = 11 × 516 666.67 + 516 666.63). */
export function instalments(amountOre: bigint, n: number): bigint[] {
  if (!Number.isInteger(n) || n < 1 || n > 1200) {
    refuse({
      code: 'instalments_out_of_range',
      status: 422,
      sv: 'Antalet delbetalningar ska vara mellan 1 och 1 200.',
      en: 'The number of instalments must be between 1 and 1,200.',
    })
  }
  const each = divideRounded(amountOre, BigInt(n))
  const parts = Array.from({ length: n }, () => each)
  parts[n - 1] = amountOre - each * BigInt(n - 1)
  return parts
}

/** One charge line. Rounded once here, never per volume row. Quantity in thousandths: 1.5 hours is 1500. */
export function lineAmount(price: UnitPrice, quantityThousandths: bigint): bigint {
  return divideRounded(price.amountOre * quantityThousandths, price.per * 1000n)
}

export type AmountDetail = 'ore' | 'kr' | 'tkr' | 'mnkr'

/** `1 234,50 kr`; whole kronor, tkr and mnkr for overviews. */
export function kronor(amountOre: bigint, lang: Lang, detail: AmountDetail = 'ore'): string {
  const { step, decimals, sv, en } = DETAILS[detail]
  const shown = decimalText(divideRounded(amountOre, step), decimals, lang)
  return lang === 'sv' ? `${shown}${NBSP}${sv}` : `${shown}${NBSP}${en}`
}

/** The amount without its unit, for a column whose heading names it. */
export function amountText(amountOre: bigint, lang: Lang): string {
  return decimalText(amountOre, 2, lang)
}

/** A quantity in thousandths as people write it: 1500 is `1,5`, 2000 is `2`. */
export function quantityText(quantityThousandths: bigint, lang: Lang): string {
  const text = decimalText(quantityThousandths, 3, lang)
  return text.replace(/[.,]?0+$/, (zeros, at: number) => (/[.,]/.test(text.slice(0, at) + zeros) ? '' : zeros))
}

const DETAILS = {
  ore: { step: 1n, decimals: 2, sv: 'kr', en: 'SEK' },
  kr: { step: 100n, decimals: 0, sv: 'kr', en: 'SEK' },
  tkr: { step: 100_000n, decimals: 0, sv: 'tkr', en: 'SEK thousand' },
  mnkr: { step: 10_000_000n, decimals: 1, sv: 'mnkr', en: 'SEK million' },
} as const

function decimalText(value: bigint, decimals: number, lang: Lang): string {
  const digits = abs(value)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'sv' ? NBSP : ',')
  const fraction = decimals === 0 ? '' : (lang === 'sv' ? ',' : '.') + digits.slice(-decimals)
  return (value < 0n ? MINUS : '') + grouped + fraction
}

/**
 * Reads an amount as Swedes type it: `1 234,50`, `1234,5 kr`, `-12`, `1.234,50`, `1234.50`, `1 234,50-`.
 * A single point before three digits could mean either thousands or decimals and is asked about, never guessed.
 */
export function readKronor(printed: string): Reading<bigint> {
  const text = printed
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .trim()
    .replace(/ ?(kr|kronor|sek|:-)$/i, '')
    .replace(/[\u2212\u2013]/g, '-')
  const sign = /^-.*-$/.test(text) ? undefined : text.startsWith('-') || text.endsWith('-') ? -1n : 1n
  const body = text.replace(/^[+-] ?| ?-$/g, '')
  if (/^\d{1,3}\.\d{3}$/.test(body)) {
    return misread(
      printed,
      {
        sv: `Vi kan inte avgöra om punkten i ${body} skiljer tusental eller ören. Skriv till exempel ${body.replace('.', ' ')} eller ${body.replace('.', ',').slice(0, -1)}.`,
        en: `The point in ${body} could mark thousands or decimals. Write for example ${body.replace('.', ' ')} or ${body.replace('.', ',').slice(0, -1)}.`,
      },
      (sign ?? 1n) * BigInt(body.replace('.', '')) * 100n,
    )
  }
  const match = /^(\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+(?=,|$))(?:[.,](\d{1,2}))?$/.exec(body)
  if (!match || sign === undefined || text.length > 30) {
    return misread(printed, {
      sv: 'Skriv beloppet i kronor med högst två decimaler, till exempel 1 234,50.',
      en: 'Write the amount in kronor with at most two decimals, for example 1 234,50.',
    })
  }
  const [, whole = '', fraction = ''] = match
  return readable(sign * (BigInt(whole.replace(/[ .]/g, '')) * 100n + BigInt(fraction.padEnd(2, '0'))))
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}
