// What crosses the wire about information systems.
import { op } from '#platform/http/op'
import {
  Type,
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
} from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { criticalities } from './system.ts'

const Named = shape({ id: idField(), name: Type.String() })

export const SystemRow = shape({
  id: idField(),
  name: Type.String(),
  aliases: listOf(Type.String(), 20),
  owner: nullable(Named),
  managerUnit: nullable(Named),
  managerPerson: nullable(Named),
  criticality: nullable(oneOf(criticalities)),
  validFrom: day(),
  validTo: nullable(day('The first day it is no longer in use')),
  origin: Type.String(),
  version: Type.Integer(),
})
export type SystemRow = Static<typeof SystemRow>
export const SystemView = shape({
  ...SystemRow.properties,
  dependsOn: listOf(Named, 200),
  usedBy: listOf(Named, 200),
  may: listOf(Type.String()),
})
export type SystemView = Static<typeof SystemView>

export const SystemBody = shape({
  name: text(120),
  aliases: optional(listOf(text(60), 20)),
  ownerUnitId: optional(nullable(idField())),
  managerUnitId: optional(nullable(idField('Support about the system goes here'))),
  managerPersonId: optional(nullable(idField())),
  criticality: optional(nullable(oneOf(criticalities))),
  dependsOn: optional(listOf(idField(), 50)),
  validFrom: optional(day('Today unless told')),
})
export type SystemBody = Static<typeof SystemBody>
export const EndSystem = shape({ on: day('The first day it is no longer in use') })

export const SystemQuery = shape({
  ...pageQuery,
  datum: optional(day('Systems in use on the day')),
  sok: optional(text(200, { description: 'Name, or what it is also called' })),
  forvaltare: optional(idField('Managed by this unit or one beneath it')),
  vikt: optional(listOf(oneOf(criticalities), criticalities.length)),
  avslutade: optional(oneOf(['ja'], 'Those no longer in use instead')),
  sort: optional(oneOf(['name', '-name'])),
})

const params = shape({ systemId: idField() })
const tag = 'systems'
const write = { tag, access: 'system.keep', answer: SystemView } as const
export const systems = {
  list: op({
    id: 'listSystems',
    method: 'GET',
    path: '/systems',
    tag,
    access: 'system.read',
    summary: 'Information systems of a day',
    query: SystemQuery,
    answer: pageOf(SystemRow),
  }),
  read: op({
    id: 'readSystem',
    method: 'GET',
    path: '/systems/{systemId}',
    tag,
    access: 'system.read',
    summary: 'A system, who keeps it and what it depends on',
    params,
    answer: SystemView,
  }),
  add: op({
    ...write,
    id: 'addSystem',
    method: 'POST',
    path: '/systems',
    summary: 'Add a system',
    body: SystemBody,
    status: 201,
    example: { name: 'Heroma', criticality: 'high' },
  }),
  change: op({
    ...write,
    id: 'changeSystem',
    method: 'PUT',
    path: '/systems/{systemId}',
    summary: 'Change a system',
    params,
    body: SystemBody,
    versioned: true,
  }),
  end: op({
    ...write,
    id: 'endSystem',
    method: 'POST',
    path: '/systems/{systemId}/end',
    summary: 'Take a system out of use from a day; nothing in use may depend on it then',
    params,
    body: EndSystem,
    versioned: true,
  }),
}
