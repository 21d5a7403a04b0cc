// What crosses the wire about people. A protected person's contact and whereabouts are left out for whoever may not see
// them; health, leave and subsidy are not here because they are nowhere (TY-014).
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import {
  day,
  idField,
  listOf,
  nullable,
  oneOf,
  optional,
  pageOf,
  pageQuery,
  shape,
  text,
  Type,
} from '#platform/http/shape'
import { AssignmentRow } from '../assignments/contract.ts'
import { personKinds } from './person.ts'

const text0 = nullable(Type.String())
export const PersonParams = shape({ personId: idField() })

export const PersonRow = shape({
  personId: idField(),
  name: Type.String(),
  title: text0,
  email: text0,
  telephone: text0,
  kind: oneOf(personKinds),
  units: Type.String({ description: 'Names of the units on the day' }),
  roles: Type.String({ description: 'Names of the roles on the day' }),
  endedOn: nullable(day('The first day the person is no longer here')),
})
export type PersonRow = Static<typeof PersonRow>

const PersonRef = shape({ personId: idField(), name: Type.String() })

export const Person = shape({
  personId: idField(),
  name: Type.String(),
  title: text0,
  email: text0,
  telephone: text0,
  protected: Type.Boolean(),
  hidden: Type.Boolean({ description: 'Contact and whereabouts are left out: the person is protected' }),
  kind: oneOf(personKinds),
  mentor: nullable(PersonRef),
  deputy: nullable(PersonRef),
  awayFrom: nullable(day()),
  awayTo: nullable(day('The first day back')),
  endedOn: nullable(day('The first day the person is no longer here')),
  origin: Type.String(),
  version: Type.Integer(),
  assignments: Type.Array(AssignmentRow, { description: 'All of them, also ended and planned' }),
  may: listOf(oneOf(['organisation.edit', 'organisation.set_absence'])),
})
export type Person = Static<typeof Person>

const facts = {
  name: text(200),
  title: optional(nullable(text(200))),
  email: optional(nullable(text(254))),
  telephone: optional(nullable(text(40))),
  protected: optional(
    Type.Boolean({ description: 'Contact and whereabouts are shown only to those who edit the register' }),
  ),
  kind: oneOf(personKinds),
  mentorId: optional(nullable(idField('Guides a trainee'))),
  endedOn: optional(nullable(day('The first day the person is no longer here'))),
}
export const AddPerson = shape(facts)
export const ChangePerson = shape(facts)
export const EndPerson = shape({
  on: day('The first day the person is no longer here; assignments and mandates end with it'),
})
export const SetAbsence = shape({
  from: nullable(day('The first day away; null = here')),
  to: nullable(day('The first day back; null = not known')),
  deputyId: nullable(idField('Who acts in the person’s place')),
})

export const PeopleQuery = shape({
  ...pageQuery,
  datum: optional(day('The day whose units and roles are read')),
  sok: optional(text(200, { description: 'Part of the name' })),
  enhet: optional(idField('This unit and those beneath it')),
  roll: optional(idField('Who holds this role')),
  slag: optional(oneOf(personKinds)),
  avslutade: optional(oneOf(['ja'], 'Those who have left instead of those who are here')),
  sort: optional(oneOf(['name', '-name'])),
})

const tag = 'organisation'
const base = '/organisation/people'
const write = { tag, access: 'organisation.edit', answer: Person } as const

export const listPeople = op({
  id: 'listPeople',
  method: 'GET',
  path: base,
  tag,
  access: 'organisation.read',
  summary: 'People with their units and roles on a day',
  query: PeopleQuery,
  answer: pageOf(PersonRow),
})
export const findPeopleOp = op({
  id: 'findPeople',
  method: 'GET',
  path: `${base}/by-name`,
  tag,
  access: 'organisation.read',
  summary: 'People whose name matches, for a field that asks for a person',
  query: shape({ q: text(200) }),
  answer: shape({
    people: listOf(shape({ personId: idField(), name: Type.String(), title: text0, units: Type.String() }), 20),
  }),
})
export const readPerson = op({
  id: 'readPerson',
  method: 'GET',
  path: `${base}/{personId}`,
  tag,
  access: 'organisation.read',
  summary: 'A person',
  params: PersonParams,
  answer: Person,
})
export const addPersonOp = op({
  ...write,
  id: 'addPerson',
  method: 'POST',
  path: base,
  status: 201,
  summary: 'Add a person',
  body: AddPerson,
  example: { name: 'Kim Klockljung', title: 'Fritidsledare', kind: 'employee' },
})
export const changePersonOp = op({
  ...write,
  id: 'changePerson',
  method: 'PUT',
  path: `${base}/{personId}`,
  versioned: true,
  summary: 'Change what is kept about a person',
  params: PersonParams,
  body: ChangePerson,
})
export const endPersonOp = op({
  ...write,
  id: 'endPerson',
  method: 'POST',
  path: `${base}/{personId}/end`,
  versioned: true,
  summary: 'A person leaves on a day',
  params: PersonParams,
  body: EndPerson,
})
export const setAbsenceOp = op({
  ...write,
  id: 'setAbsence',
  access: 'organisation.set_absence',
  method: 'PUT',
  path: `${base}/{personId}/absence`,
  versioned: true,
  summary: 'Say from when somebody is away, and who acts instead',
  params: PersonParams,
  body: SetAbsence,
})
