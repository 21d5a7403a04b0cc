// Adds and changes what is kept about a person: name, title, how to reach, and for a trainee the mentor and the last day.
import type { Id } from '#basics/id'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { indexLater } from '../index-entries.ts'
import { dateOrNull, entered } from '../versioned.ts'
import type { AddPerson, ChangePerson } from './contract.ts'
import type { PersonFacts } from './person.ts'
import { checkPerson } from './person.ts'
import { holdPerson, insertPerson, lockPerson, updatePerson } from './store.ts'

export interface SeenPerson {
  readonly personId: Id
  readonly version: number
}

const factsOf = (input: Static<typeof ChangePerson>): PersonFacts => ({
  name: input.name.trim(),
  title: input.title ?? null,
  email: input.email ?? null,
  telephone: input.telephone ?? null,
  protected: input.protected ?? false,
  kind: input.kind,
  mentorId: input.kind === 'trainee' ? (input.mentorId ?? null) : null,
  endedOn: dateOrNull(input.endedOn),
})

export async function addPerson(
  deed: Deed,
  input: Static<typeof AddPerson>,
  origin = entered,
): Promise<{ personId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const facts = factsOf(input)
  checkPerson(facts, null)
  if (facts.mentorId) await holdPerson(deed, facts.mentorId)
  const personId = deed.newId()
  await insertPerson(deed, personId, facts, origin)
  deed.journal({
    verb: 'person.added',
    kind: 'person',
    id: personId,
    content: JSON.stringify([facts.name, facts.title, facts.email, facts.telephone]),
    facts: { kind: facts.kind, protected: facts.protected, endedOn: input.endedOn ?? null, mentor: facts.mentorId },
  })
  deed.changed('organisation')
  indexLater(deed, 'person', personId)
  return { personId }
}

export async function changePerson(
  deed: Deed,
  seen: SeenPerson,
  input: Static<typeof ChangePerson>,
): Promise<SeenPerson> {
  allow(deed.actor, 'organisation.edit')
  const facts = factsOf(input)
  const before = await lockPerson(deed, seen.personId, seen.version)
  checkPerson(facts, seen.personId)
  if (facts.mentorId) await holdPerson(deed, facts.mentorId)
  await updatePerson(deed, seen.personId, facts)
  deed.journal({
    verb: 'person.changed',
    kind: 'person',
    id: seen.personId,
    content: JSON.stringify([facts.name, facts.title, facts.email, facts.telephone]),
    facts: {
      kind: facts.kind,
      formerKind: before.kind,
      protected: facts.protected,
      endedOn: input.endedOn ?? null,
      mentor: facts.mentorId,
    },
  })
  deed.changed('organisation')
  indexLater(deed, 'person', seen.personId)
  return { personId: seen.personId, version: seen.version + 1 }
}
