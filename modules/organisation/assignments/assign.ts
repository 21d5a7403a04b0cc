// Gives a person a role at a unit, for a share of full time, from–to; a person may hold several (TY-017).
import type { Id } from '#basics/id'
import { period } from '#basics/period'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { holdPerson } from '../people/store.ts'
import { refuseEnded } from '../people/person.ts'
import { refuseRoleNotThere } from '../roles/queries.ts'
import { placementsOf } from '../units/store.ts'
import { date, dateOrNull, entered } from '../versioned.ts'
import { refuseDoubleHolding, refuseTwoResponsible } from './assignment.ts'
import type { Assign } from './contract.ts'
import { holdingsAt, insertAssignment } from './store.ts'
import { refuseUnitNotThere } from './unit-there.ts'

export async function assign(
  deed: Deed,
  input: Static<typeof Assign>,
  origin = entered,
): Promise<{ assignmentId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const person = await holdPerson(deed, input.personId)
  const from = date(input.from)
  refuseEnded(person.endedOn, from, 'from')
  const asked = dateOrNull(input.to)
  const to = earliest(asked, person.endedOn)
  const during = period(from, to)
  const others = await holdingsAt(deed, input.unitId)
  refuseUnitNotThere(await placementsOf(deed, input.unitId), during, 'from')
  await refuseRoleNotThere(deed, input.roleId, from)
  refuseDoubleHolding(others, { ...during, personId: input.personId, roleId: input.roleId })
  if (input.responsible) refuseTwoResponsible(others, during)
  const assignmentId = deed.newId()
  await insertAssignment(deed, {
    assignmentId,
    personId: input.personId,
    roleId: input.roleId,
    unitId: input.unitId,
    title: input.title ?? null,
    responsible: input.responsible ?? false,
    sharePercent: input.sharePercent ?? null,
    from,
    to,
    continuesId: null,
    origin,
  })
  deed.journal({
    verb: 'person.assigned',
    kind: 'person',
    id: input.personId,
    facts: {
      assignment: assignmentId,
      role: input.roleId,
      unit: input.unitId,
      share: input.sharePercent ?? null,
      responsible: input.responsible ?? false,
      from: input.from,
      to: to?.toString() ?? null,
    },
  })
  deed.changed('organisation', `person:${input.personId}`)
  return { assignmentId }
}

/** Nobody is assigned beyond their own last day. */
function earliest(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (a === null || b === null) return a ?? b
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b
}
