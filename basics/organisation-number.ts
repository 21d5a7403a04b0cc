// Organisation numbers of legal persons, kept as ten digits. A sole trader's number is a personal identity number and
// worth protecting, so it is refused here and never stored as if it were public.

import { passesLuhn } from './luhn.ts'
import { misread, readable, type Reading } from './reading.ts'

/** Ten digits, no hyphen. */
export type OrganisationNumber = string

/** Reads `212000-9994`, `2120009994` and the twelve-digit form with 16 before. */
export function readOrganisationNumber(printed: string): Reading<OrganisationNumber> {
  const match = /^(?:16)?(\d{6})-?(\d{4})$/.exec(printed.replace(/[\s\u00a0]/g, ''))
  const digits = match ? `${match[1]}${match[2]}` : ''
  if (!match) {
    return misread(printed, { sv: 'Skriv numret som nnnnnn-nnnn.', en: 'Write the number as nnnnnn-nnnn.' })
  }
  // The third digit of a legal person is at least 2, so that its number is never mistaken for a birth date.
  if (Number(digits[2]) < 2) {
    return misread(printed, {
      sv: 'Det här ser ut som ett personnummer. Organisationsnumret för en juridisk person har en tvåa eller högre som tredje siffra.',
      en: 'This looks like a personal identity number. The third digit of a legal person’s number is at least 2.',
    })
  }
  if (!passesLuhn(digits)) {
    return misread(printed, {
      sv: 'Kontrollsiffran stämmer inte. Kontrollera siffrorna.',
      en: 'The check digit is wrong. Check the digits.',
    })
  }
  return readable(digits)
}

/** `212000-9994`. */
export function organisationNumberText(number: OrganisationNumber): string {
  return `${number.slice(0, 6)}-${number.slice(6)}`
}

/** `SE212000999401`. */
export function vatNumber(number: OrganisationNumber): string {
  return `SE${number}01`
}
