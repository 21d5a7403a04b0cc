// Personal identity numbers and coordination numbers (birth day + 60), kept as twelve digits. They are read and shown
// here and nowhere else; a real one never enters the repository (test numbers: basics/test-numbers.ts).

import { passesLuhn } from './luhn.ts'
import { misread, readable, type Misread, type Reading } from './reading.ts'

type PlainDate = Temporal.PlainDate

export interface IdentityNumber {
  readonly kind: 'personal' | 'coordination'
  /** YYYYMMDDNNNC; in a coordination number DD is the day + 60. */
  readonly digits: string
  readonly birthDate: PlainDate
}

/**
 * Reads `YYYYMMDD-NNNC`, `YYMMDD-NNNC`, or the digits alone. Ten digits take the latest century in which the person is
 * born by today; a plus sign says that the person has turned, or this year turns, a hundred.
 */
export function readIdentityNumber(printed: string, today: PlainDate): Reading<IdentityNumber> {
  const match = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/.exec(printed.replace(/[\s\u00a0]/g, ''))
  if (!match) {
    return wrong(printed, 'Skriv numret som ååååmmdd-nnnn.', 'Write the number as yyyymmdd-nnnn.')
  }
  const [, century, yy = '', mm = '', dd = '', sign = '', last = ''] = match
  const coordination = Number(dd) > 60
  const day = coordination ? Number(dd) - 60 : Number(dd)
  const year = century ? Number(century + yy) : yearOf(Number(yy), Number(mm), day, sign, today)
  const birthDate = dateOrNull(year, Number(mm), day)
  if (!birthDate || Temporal.PlainDate.compare(birthDate, today) > 0) {
    return wrong(
      printed,
      'Numret börjar inte med en födelsedag som finns.',
      'The number does not begin with a real birth date.',
    )
  }
  if (last.startsWith('000') || !passesLuhn(yy + mm + dd + last)) {
    return wrong(
      printed,
      'Kontrollsiffran stämmer inte. Kontrollera siffrorna.',
      'The check digit is wrong. Check the digits.',
    )
  }
  return readable({ kind: coordination ? 'coordination' : 'personal', digits: `${year}${mm}${dd}${last}`, birthDate })
}

/** `20000102-2391`. */
export function identityNumberText(number: IdentityNumber): string {
  return `${number.digits.slice(0, 8)}-${number.digits.slice(8)}`
}

/** `000102-2391`, with a plus sign from the year the person turns a hundred. */
export function shortIdentityNumber(number: IdentityNumber, today: PlainDate): string {
  const sign = today.year - number.birthDate.year >= 100 ? '+' : '-'
  return `${number.digits.slice(2, 8)}${sign}${number.digits.slice(8)}`
}

/** `20000102-••••`, for whoever has no need of the whole. */
export function maskedIdentityNumber(number: IdentityNumber): string {
  return `${number.digits.slice(0, 8)}-••••`
}

function yearOf(yy: number, month: number, day: number, sign: string, today: PlainDate): number {
  const latest = today.year - ((((today.year - yy) % 100) + 100) % 100)
  const date = dateOrNull(latest, month, day)
  const born = date && Temporal.PlainDate.compare(date, today) > 0 ? latest - 100 : latest
  return sign === '+' && today.year - born < 100 ? born - 100 : born
}

function dateOrNull(year: number, month: number, day: number): PlainDate | null {
  if (month < 1 || month > 12 || day < 1) return null
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return date.day === day ? date : null
}

function wrong(printed: string, sv: string, en: string): Misread<IdentityNumber> {
  return misread(printed, { sv, en })
}
