// What crosses the wire about assignments: person × role × unit × share of full time, from–to.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { day, idField, listOf, nullable, optional, shape, text, Type } from '#platform/http/shape'

export const AssignmentRow = shape({
  assignmentId: idField(),
  personId: idField(),
  personName: Type.String(),
  roleId: idField(),
  roleName: Type.String(),
  unitId: idField(),
  unitName: Type.String(),
  title: nullable(Type.String()),
  responsible: Type.Boolean(),
  sharePercent: nullable(Type.Number({ description: 'Share of full time; null = not stated' })),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  version: Type.Integer(),
})
export type AssignmentRow = Static<typeof AssignmentRow>

const share = Type.Number({ minimum: 0, maximum: 100, description: 'Percent of full time' })

export const Assign = shape({
  personId: idField(),
  roleId: idField(),
  unitId: idField(),
  title: optional(nullable(text(200, { description: 'What the person is called there' }))),
  responsible: optional(Type.Boolean({ description: 'The one responsible person of the unit (TY-017)' })),
  sharePercent: optional(nullable(share)),
  from: day(),
  to: optional(nullable(day('The first day that no longer belongs to it'))),
})
export const ChangeAssignment = shape({
  from: day('The first day of the change; the former assignment ends that day'),
  title: optional(nullable(text(200))),
  responsible: optional(Type.Boolean()),
  sharePercent: optional(nullable(share)),
})
export const EndAssignment = shape({ on: day('The first day the assignment no longer holds') })
export const MoveRole = shape({
  roleId: idField(),
  fromUnitId: idField(),
  toUnitId: idField(),
  from: day('The first day at the new unit; holders keep their rights and their seat (TY-034)'),
})

const AssignmentParams = shape({ assignmentId: idField() })
const write = { tag: 'organisation', access: 'organisation.edit', answer: AssignmentRow } as const
const base = '/organisation/assignments'

export const assignOp = op({
  ...write,
  id: 'assignRole',
  method: 'POST',
  path: base,
  status: 201,
  summary: 'Give a person a role at a unit',
  body: Assign,
})
export const changeAssignmentOp = op({
  ...write,
  id: 'changeAssignment',
  method: 'POST',
  path: `${base}/{assignmentId}/changes`,
  versioned: true,
  summary: 'Change share, title or responsibility from a day',
  params: AssignmentParams,
  body: ChangeAssignment,
})
export const endAssignmentOp = op({
  ...write,
  id: 'endAssignment',
  method: 'POST',
  path: `${base}/{assignmentId}/end`,
  versioned: true,
  summary: 'End an assignment',
  params: AssignmentParams,
  body: EndAssignment,
})
export const moveRoleOp = op({
  id: 'moveRole',
  method: 'POST',
  path: '/organisation/role-moves',
  tag: 'organisation',
  access: 'organisation.edit',
  summary: 'Move a role with everyone who holds it to another unit from a day',
  body: MoveRole,
  answer: shape({ moved: listOf(shape({ personId: idField(), assignmentId: idField() }), 2000) }),
})
export const peopleOfUnit = op({
  id: 'peopleOfUnit',
  method: 'GET',
  path: '/organisation/units/{unitId}/people',
  tag: 'organisation',
  access: 'organisation.read',
  summary: 'Who is assigned to a unit on a day',
  params: shape({ unitId: idField() }),
  query: shape({ date: optional(day()) }),
  answer: shape({ date: day(), people: listOf(AssignmentRow, 2000) }),
})
