// Changes an assignment from a day, or moves a role with everyone who holds it to another unit (TY-034). The former ends
// and another takes over from it, so that holder, rights and the seat chosen before all go on.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { placementsOf } from '../units/store.ts'
import { date, entered } from '../versioned.ts'
import { refuseDoubleHolding, refuseOutside, refuseTwoResponsible } from './assignment.ts'
import type { ChangeAssignment, EndAssignment, MoveRole } from './contract.ts'
import type { Assignment } from './store.ts'
import {
  endAssignmentRow,
  holdingsAt,
  insertAssignment,
  lockAssignment,
  lockHolders,
  updateAssignment,
} from './store.ts'
import { refuseUnitNotThere } from './unit-there.ts'

type PlainDate = Temporal.PlainDate

export interface SeenAssignment {
  readonly assignmentId: Id
  readonly version: number
}

export async function changeAssignment(
  deed: Deed,
  seen: SeenAssignment,
  input: Static<typeof ChangeAssignment>,
): Promise<{ assignmentId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const before = await lockAssignment(deed, seen.assignmentId, seen.version)
  const from = date(input.from)
  refuseOutside(before, from, 'from')
  const changed: Assignment = {
    ...before,
    title: input.title === undefined ? before.title : input.title,
    responsible: input.responsible ?? before.responsible,
    sharePercent: input.sharePercent === undefined ? before.sharePercent : input.sharePercent,
  }
  const others = (await holdingsAt(deed, before.unitId)).filter((one) => one.assignmentId !== before.assignmentId)
  if (changed.responsible) refuseTwoResponsible(others, { from, to: before.to })
  const assignmentId = await takeOver(deed, before, changed, from)
  deed.journal({
    verb: 'person.assignment_changed',
    kind: 'person',
    id: before.personId,
    facts: {
      assignment: assignmentId,
      former: before.assignmentId,
      from: input.from,
      share: changed.sharePercent,
      responsible: changed.responsible,
    },
  })
  deed.changed('organisation', `person:${before.personId}`)
  return { assignmentId }
}

export async function endAssignment(
  deed: Deed,
  seen: SeenAssignment,
  input: Static<typeof EndAssignment>,
): Promise<{ assignmentId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const before = await lockAssignment(deed, seen.assignmentId, seen.version)
  const on = date(input.on)
  refuseOutside(before, on, 'on')
  if (on.equals(before.from)) refuseEmpty()
  await endAssignmentRow(deed, before.assignmentId, on)
  deed.journal({
    verb: 'person.assignment_ended',
    kind: 'person',
    id: before.personId,
    facts: { assignment: before.assignmentId, role: before.roleId, unit: before.unitId, on: input.on },
  })
  deed.changed('organisation', `person:${before.personId}`)
  return { assignmentId: before.assignmentId }
}

function refuseEmpty(): never {
  return refuse({
    code: 'ends_as_it_begins',
    status: 422,
    field: 'on',
    sv: 'Uppdraget börjar den dagen. Välj en senare dag.',
    en: 'The assignment begins that day. Choose a later day.',
  })
}

export async function moveRole(
  deed: Deed,
  input: Static<typeof MoveRole>,
): Promise<{ moved: { personId: Id; assignmentId: Id }[] }> {
  allow(deed.actor, 'organisation.edit')
  const from = date(input.from)
  const holders = await lockHolders(deed, input.roleId, input.fromUnitId, from)
  if (holders.length === 0 || input.fromUnitId === input.toUnitId)
    refuse({
      code: 'nobody_to_move',
      status: 409,
      field: 'roleId',
      sv: 'Ingen har rollen vid enheten den dagen eller senare, eller så är det samma enhet.',
      en: 'Nobody holds the role at the unit on that day or later, or it is the same unit.',
    })
  const others = await holdingsAt(deed, input.toUnitId)
  const placements = await placementsOf(deed, input.toUnitId)
  const moved: { personId: Id; assignmentId: Id }[] = []
  for (const before of holders) {
    const starts = Temporal.PlainDate.compare(before.from, from) > 0 ? before.from : from
    const during = { from: starts, to: before.to }
    refuseUnitNotThere(placements, during, 'toUnitId')
    refuseDoubleHolding(others, { ...during, personId: before.personId, roleId: before.roleId })
    if (before.responsible) refuseTwoResponsible(others, during)
    const assignmentId = await takeOver(deed, before, { ...before, unitId: input.toUnitId }, starts)
    moved.push({ personId: before.personId, assignmentId })
    deed.changed(`person:${before.personId}`)
  }
  deed.journal({
    verb: 'role.moved',
    kind: 'role',
    id: input.roleId,
    facts: {
      fromUnit: input.fromUnitId,
      toUnit: input.toUnitId,
      from: input.from,
      assignments: moved.map((one) => one.assignmentId),
    },
  })
  deed.changed('organisation')
  return { moved }
}

/** In place when the change holds from the first day, otherwise one ends and another begins in the same chain. */
async function takeOver(deed: Deed, before: Assignment, after: Assignment, from: PlainDate): Promise<Id> {
  if (from.equals(before.from)) {
    await updateAssignment(deed, after)
    return before.assignmentId
  }
  await endAssignmentRow(deed, before.assignmentId, from)
  const assignmentId = deed.newId()
  await insertAssignment(deed, {
    ...after,
    assignmentId,
    from,
    continuesId: before.continuesId ?? before.assignmentId,
    origin: entered,
  })
  return assignmentId
}
