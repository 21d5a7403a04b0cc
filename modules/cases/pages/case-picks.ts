// Who and what a form points at: the chosen id when script has sent one, else the words that were written. Words that fit
// several are not guessed at: the refusal says which they were.
import type { Id } from '#basics/id'
import type { FieldProblem } from '#basics/refusal'
import { refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import { idField, optional, shape, text, Type } from '#platform/http/shape'
import { person, personByName } from '#organisation'
import type { FoundPerson } from '#organisation'
import { caseNamed } from '../desk-choices.ts'
import type { Choice } from '../desk-queries.ts'

export const PersonPick = shape({ person: optional(text(200)), 'person.id': optional(idField()) })
export const CasePick = shape({ arende: optional(text(200)), 'arende.id': optional(idField()) })
export const OptionalCasePick = Type.Optional(CasePick)

/** Who are meant by what was written; for the choice a page without script offers. */
export async function likelyPeople(view: View, written: string | undefined): Promise<readonly FoundPerson[]> {
  const name = written?.trim() ?? ''
  return name === '' ? [] : personByName(view, name)
}

export async function pickPerson(
  view: View,
  pick: { person?: string | undefined; 'person.id'?: Id | undefined },
  field: string,
): Promise<Id> {
  if (pick['person.id']) return (await person(view, pick['person.id'])).personId
  const written = pick.person?.trim() ?? ''
  if (written === '') refuse(one({ field, sv: 'Skriv namnet på personen.', en: 'Write the name of the person.' }))
  const found = await personByName(view, written)
  const exact = found.filter((candidate) => candidate.name.toLowerCase() === written.toLowerCase())
  const chosen = exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined
  if (chosen) return chosen.personId
  if (found.length === 0)
    refuse(
      one({
        field,
        sv: `Ingen heter ”${written}”. Pröva med efternamnet eller en del av namnet.`,
        en: `Nobody is called “${written}”. Try the surname or a part of the name.`,
      }),
    )
  return refuse(
    one({
      field,
      sv: 'Flera kan vara menade. Välj en av dem, eller skriv hela namnet.',
      en: 'Several may be meant. Choose one of them, or write the whole name.',
    }),
  )
}

export async function pickCase(
  view: View,
  pick: { arende?: string | undefined; 'arende.id'?: Id | undefined } | undefined,
  field: string,
): Promise<Id> {
  const written = pick?.['arende.id'] ?? pick?.arende?.trim() ?? ''
  if (written === '')
    refuse(
      one({
        field,
        sv: 'Skriv ärendets nummer, till exempel KIT-2012-00873.',
        en: 'Write the number of the case, for example KIT-2012-00873.',
      }),
    )
  // A suggestion is written as its number and its title.
  const number = written.split(/\s/)[0] ?? written
  try {
    return (await caseNamed(view, number)).caseId
  } catch {
    return refuse(
      one({
        field,
        sv: `Ärendet ${number} finns inte, eller så har du inte rätt att se det.`,
        en: `The case ${number} does not exist, or you may not see it.`,
      }),
    )
  }
}

function one(problem: FieldProblem) {
  return { code: 'not_chosen', status: 422, sv: problem.sv, en: problem.en, field: problem.field }
}

/** `1,5` as thousandths; what is not a quantity is said so at the field. */
export function readQuantity(written: string | undefined, field: string): number | undefined {
  const plain = (written ?? '').replaceAll(/[\s\u00a0]/g, '')
  if (plain === '') return undefined
  const match = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(plain)
  const thousandths = match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : 0
  if (thousandths > 0) return thousandths
  return refuse(
    one({
      field,
      sv: 'Skriv mängden som ett tal större än noll, till exempel 1,5.',
      en: 'Write the quantity as a number above zero, for example 1.5.',
    }),
  )
}

/** Namesakes are told apart by the unit above. */
export function unitOptions(units: readonly (Choice & { readonly detail: string | null })[]) {
  const seen = Map.groupBy(units, (unit) => unit.label)
  return units.map((unit) => ({
    value: unit.value,
    label: (seen.get(unit.label)?.length ?? 0) > 1 && unit.detail ? `${unit.label}, ${unit.detail}` : unit.label,
    ...(unit.detail ? { detail: unit.detail } : {}),
  }))
}
