// From what a form's person field sends – a name, and the id where one was chosen from the list – to the person meant.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { idField, optional, shape, text } from '#platform/http/shape'
import { organisationText } from '../text.ts'
import { findPeople } from './queries.ts'

/** Nested, because a form's names with dots are fields of fields: `pick.person` and `pick.person.id`. */
export const PickedPerson = shape({ person: optional(text(200)), 'person.id': optional(idField()) })

export async function pickPerson(view: View, picked: Static<typeof PickedPerson> | undefined): Promise<Id | null> {
  if (picked?.['person.id']) return picked['person.id']
  const typed = picked?.person?.trim()
  if (!typed) return null
  const found = await findPeople(view, typed)
  const same = found.filter((one) => one.name.toLowerCase() === typed.toLowerCase())
  const [only, ...others] = same.length > 0 ? same : found
  if (only && others.length === 0) return only.personId
  const which = only ? 'manyNamed' : 'noneNamed'
  return refuse({
    code: only ? 'several_people' : 'no_such_person',
    status: 422,
    field: 'pick.person',
    sv: organisationText.sv.people[which],
    en: organisationText.en.people[which],
  })
}

export async function needPerson(view: View, picked: Static<typeof PickedPerson> | undefined): Promise<Id> {
  return (
    (await pickPerson(view, picked)) ??
    refuse({ code: 'person_missing', status: 422, field: 'pick.person', sv: 'Ange vem.', en: 'Say whom.' })
  )
}
