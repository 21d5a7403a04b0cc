// Says from when to when somebody is away and who acts instead. Set by the person, the unit's manager or whoever keeps
// the register; never with a reason.
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { dateOrNull } from '../versioned.ts'
import type { SetAbsence } from './contract.ts'
import type { SeenPerson } from './keep-people.ts'
import { checkAbsence, refuseEnded } from './person.ts'
import { relationsTo } from './queries.ts'
import { holdPerson, lockPerson, updateAbsence } from './store.ts'

export async function setAbsence(deed: Deed, seen: SeenPerson, input: Static<typeof SetAbsence>): Promise<SeenPerson> {
  const absence = { from: dateOrNull(input.from), to: dateOrNull(input.to), deputyId: input.deputyId }
  await lockPerson(deed, seen.personId, seen.version)
  allow(deed.actor, 'organisation.set_absence', await relationsTo(deed, seen.personId))
  checkAbsence(absence, seen.personId)
  if (absence.deputyId)
    refuseEnded((await holdPerson(deed, absence.deputyId)).endedOn, absence.from ?? deed.today, 'deputyId')
  await updateAbsence(deed, seen.personId, absence)
  deed.journal({
    verb: 'person.absence_set',
    kind: 'person',
    id: seen.personId,
    facts: { from: input.from, to: input.to, deputy: input.deputyId },
  })
  deed.changed('organisation', `person:${seen.personId}`)
  return { personId: seen.personId, version: seen.version + 1 }
}
