// What crosses the wire about roles: bundles of rights in versions, with predecessors.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { day, idField, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { rights } from '../rights.ts'
import { OnDate } from '../units/contract.ts'
import { roleLevels } from './role.ts'

const RoleLink = shape({
  roleId: idField(),
  versionNo: Type.Integer(),
  name: Type.String(),
  basis: oneOf(['stated', 'inferred']),
})

export const RoleVersion = shape({
  roleId: idField(),
  versionNo: Type.Integer(),
  code: Type.String(),
  name: Type.String(),
  level: nullable(oneOf(roleLevels)),
  levelBasis: nullable(Type.String()),
  model: nullable(Type.String({ description: 'The model of organisation it belongs to' })),
  rights: Type.Array(Type.String()),
  responsibilities: Type.Array(Type.String()),
  competences: Type.Array(Type.String()),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  predecessors: Type.Array(RoleLink),
  successors: Type.Array(RoleLink),
  holders: Type.Integer({ description: 'People who hold the role on the day' }),
})
export type RoleVersion = Static<typeof RoleVersion>

/** `version` is the number of the latest one: what a new version must have seen. */
export const Role = shape({
  roleId: idField(),
  code: Type.String(),
  version: Type.Integer(),
  versions: Type.Array(RoleVersion),
})
export type Role = Static<typeof Role>

const facts = {
  name: text(200),
  level: optional(nullable(oneOf(roleLevels))),
  levelBasis: optional(nullable(text(200))),
  model: optional(nullable(text(60))),
  rights: listOf(oneOf(rights), 50),
  responsibilities: optional(listOf(text(1000), 60)),
  competences: optional(listOf(text(1000), 60)),
  from: day(),
  to: optional(nullable(day())),
  predecessors: optional(listOf(shape({ roleId: idField(), basis: oneOf(['stated', 'inferred']) }), 10)),
}
export const AddRole = shape({ code: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,59}$' }), ...facts })
export const AddRoleVersion = shape(facts)
export const EndRole = shape({ on: day('The first day nobody can hold the role') })

const RoleParams = shape({ roleId: idField() })
const write = { tag: 'organisation', access: 'organisation.edit', answer: Role } as const
const base = '/organisation/roles'

export const listRoles = op({
  id: 'listRoles',
  method: 'GET',
  path: base,
  tag: 'organisation',
  access: 'organisation.read',
  summary: 'The roles of a day',
  query: OnDate,
  answer: shape({ date: day(), roles: listOf(RoleVersion, 2000) }),
})
export const readRole = op({
  id: 'readRole',
  method: 'GET',
  path: `${base}/{roleId}`,
  tag: 'organisation',
  access: 'organisation.read',
  summary: 'A role with all its versions, predecessors and successors',
  params: RoleParams,
  answer: Role,
})
export const listRights = op({
  id: 'listRights',
  method: 'GET',
  path: '/organisation/rights',
  tag: 'organisation',
  access: 'organisation.read',
  summary: 'The rights a role can carry',
  answer: shape({ rights: listOf(shape({ right: Type.String(), sv: Type.String(), en: Type.String() })) }),
})
export const addRoleOp = op({
  ...write,
  id: 'addRole',
  method: 'POST',
  path: base,
  status: 201,
  summary: 'Add a role',
  body: AddRole,
  example: {
    code: 'kravanalytiker',
    name: 'Kravanalytiker',
    level: 'tactical',
    rights: ['catalogue.propose'],
    from: '2012-01-01',
  },
})
export const addRoleVersionOp = op({
  ...write,
  id: 'addRoleVersion',
  method: 'POST',
  path: `${base}/{roleId}/versions`,
  versioned: true,
  status: 201,
  summary: 'A new version of a role from a day; the former ends then',
  params: RoleParams,
  body: AddRoleVersion,
})
export const endRoleOp = op({
  ...write,
  id: 'endRole',
  method: 'POST',
  path: `${base}/{roleId}/end`,
  versioned: true,
  summary: 'End a role',
  params: RoleParams,
  body: EndRole,
})
