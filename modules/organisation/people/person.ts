// The rules of a person: a name and how to reach it, nothing about health, leave or subsidy (TY-014); a trainee is there
// for a time and has somebody who guides (TY-049); who is away has dates and a deputy, never a reason.
import { refuse, Problems } from '#basics/refusal'
import type { Id } from '#basics/id'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export const personKinds = ['employee', 'elected', 'trainee', 'outside'] as const
export type PersonKind = (typeof personKinds)[number]

export interface PersonFacts {
  readonly name: string
  readonly title: string | null
  readonly email: string | null
  readonly telephone: string | null
  readonly protected: boolean
  readonly kind: PersonKind
  readonly mentorId: Id | null
  readonly endedOn: PlainDate | null
}

export function checkPerson(facts: PersonFacts, personId: Id | null): void {
  const problems = new Problems()
  if (facts.kind === 'trainee' && facts.endedOn === null)
    problems.add('endedOn', 'En praktikant har ett slutdatum. Ange det.', 'A trainee has an end date. Give it.')
  if (facts.kind === 'trainee' && facts.mentorId === null)
    problems.add('mentorId', 'En praktikant har en handledare. Välj vem.', 'A trainee has a mentor. Choose whom.')
  if (facts.mentorId !== null && facts.mentorId === personId)
    problems.add(
      'mentorId',
      'Ingen är sin egen handledare. Välj någon annan.',
      'Nobody is their own mentor. Choose someone else.',
    )
  if (facts.email !== null && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(facts.email))
    problems.add(
      'email',
      'Skriv en e-postadress, till exempel namn@example.se.',
      'Write a mail address, for example name@example.se.',
    )
  problems.done()
}

export interface Absence {
  readonly from: PlainDate | null
  /** The first day back. */
  readonly to: PlainDate | null
  readonly deputyId: Id | null
}

export function checkAbsence(absence: Absence, personId: Id): void {
  const problems = new Problems()
  if (absence.from !== null && absence.to !== null && compare(absence.from, absence.to) >= 0)
    problems.add(
      'to',
      'Första dagen tillbaka kommer efter första dagen borta.',
      'The first day back comes after the first day away.',
    )
  if (absence.from === null && absence.to !== null)
    problems.add('from', 'Ange första dagen borta.', 'Give the first day away.')
  if (absence.deputyId === personId)
    problems.add('deputyId', 'Välj någon annan som ersättare.', 'Choose someone else as deputy.')
  problems.done()
}

export function isAway(absence: Absence, on: PlainDate): boolean {
  return absence.from !== null && compare(absence.from, on) <= 0 && (absence.to === null || compare(on, absence.to) < 0)
}

export function isThere(endedOn: PlainDate | null, on: PlainDate): boolean {
  return endedOn === null || compare(on, endedOn) < 0
}

export function refuseEnded(endedOn: PlainDate | null, on: PlainDate, field: string): void {
  if (!isThere(endedOn, on))
    refuse({
      code: 'person_ended',
      status: 409,
      field,
      sv: `Personen slutar den ${endedOn ?? ''}. Välj en tidigare dag eller någon annan.`,
      en: `The person leaves on ${endedOn ?? ''}. Choose an earlier day or someone else.`,
    })
}
