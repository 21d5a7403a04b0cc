// A person leaves on a day: from then on there is no sign-in, and assignments and mandates end (TY-049).
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { indexLater } from '../index-entries.ts'
import { date } from '../versioned.ts'
import type { EndPerson } from './contract.ts'
import type { SeenPerson } from './keep-people.ts'
import { endWithPerson, lockPerson, updatePerson } from './store.ts'

export async function endPerson(deed: Deed, seen: SeenPerson, input: Static<typeof EndPerson>): Promise<SeenPerson> {
  allow(deed.actor, 'organisation.edit')
  const before = await lockPerson(deed, seen.personId, seen.version)
  const on = date(input.on)
  const ended = await endWithPerson(deed, seen.personId, on)
  await updatePerson(deed, seen.personId, {
    name: before.name,
    title: before.title,
    email: before.email,
    telephone: before.telephone,
    protected: before.protected,
    kind: before.kind,
    mentorId: before.mentor_id,
    endedOn: on,
  })
  deed.journal({ verb: 'person.ended', kind: 'person', id: seen.personId, facts: { on: input.on, ended } })
  deed.changed('organisation', `person:${seen.personId}`)
  indexLater(deed, 'person', seen.personId)
  return { personId: seen.personId, version: seen.version + 1 }
}
