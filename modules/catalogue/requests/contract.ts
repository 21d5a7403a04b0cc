// What crosses the wire about request types: the ways in to a service.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { day, idField, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { OnDate, RequestTypeRow, tag, Words } from '../contract.ts'
import type { Condition } from '../form-condition.ts'
import { Field } from '../forms/contract.ts'
import { approvals, caseKinds, needTypes, routes } from '../request-type.ts'

const RouteRule = shape({
  when: Type.Unsafe<Condition>(
    Type.Object({}, { additionalProperties: true, description: 'A condition on the answers, as of a form’s fields' }),
  ),
  to: oneOf(routes),
  unitId: optional(idField('For named_unit')),
  systemField: optional(text(40, { description: 'For system_manager: the field that holds the system' })),
  next: optional(oneOf(routes)),
})

const facts = {
  nameSv: text(200),
  nameEn: text(200),
  hintSv: optional(nullable(text(500))),
  hintEn: optional(nullable(text(500))),
  form: optional(nullable(text(80, { description: 'Id or code of the form' }))),
  needType: optional(nullable(oneOf(needTypes))),
  route: optional(oneOf(routes)),
  routeUnitId: optional(nullable(idField())),
  routeRules: optional(listOf(RouteRule, 20)),
  approval: optional(oneOf(approvals)),
  approvalOverOre: optional(nullable(Type.Integer({ minimum: 0, maximum: 9e15 }))),
  approvalField: optional(nullable(text(40))),
  approvalRemindDays: optional(Type.Integer({ minimum: 1, maximum: 60 })),
  approvalLapseDays: optional(Type.Integer({ minimum: 1, maximum: 90 })),
  identityCheck: optional(Type.Boolean()),
  categoryField: optional(nullable(text(40, { description: 'The field that incidents are grouped by (HS-365)' }))),
  offering: optional(nullable(text(80, { description: 'Id or code' }))),
  scheduleId: optional(nullable(idField())),
  placeIds: optional(listOf(idField(), 200)),
  elsewhere: optional(nullable(text(80, { description: 'Id or code of the request type for other places' }))),
  routine: optional(listOf(text(500), 30)),
  closeAfterDays: optional(Type.Integer({ minimum: 1, maximum: 60 })),
  reopenWithinDays: optional(Type.Integer({ minimum: 1, maximum: 90 })),
  validTo: optional(nullable(day('The first day it can no longer be used'))),
}

export const AddRequestType = shape({
  ...facts,
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
  service: text(80, { description: 'Id or code' }),
  caseKind: oneOf(caseKinds),
  from: day(),
})
export type AddRequestType = Static<typeof AddRequestType>
export const ChangeRequestType = shape({ ...facts, nameSv: optional(facts.nameSv), nameEn: optional(facts.nameEn) })
export type ChangeRequestType = Static<typeof ChangeRequestType>
export const SetPlaceRoutes = shape({ routes: listOf(shape({ placeId: idField(), unitId: idField() }), 500) })

export const RequestTypeDetail = shape({
  ...RequestTypeRow.properties,
  routeUnitId: nullable(idField()),
  routeRules: Type.Array(RouteRule),
  placeRoutes: Type.Array(
    shape({ placeId: idField(), placeName: Type.String(), unitId: idField(), unitName: nullable(Type.String()) }),
  ),
  approvalOverOre: nullable(Type.Integer()),
  approvalField: nullable(Type.String()),
  approvalRemindDays: Type.Integer(),
  approvalLapseDays: Type.Integer(),
  categoryField: nullable(Type.String()),
  circleId: nullable(idField()),
  offeringId: nullable(idField()),
  scheduleId: nullable(idField()),
  placeIds: Type.Array(idField()),
  elsewhere: nullable(shape({ requestTypeId: idField(), code: Type.String(), name: Words })),
  closeAfterDays: Type.Integer(),
  reopenWithinDays: Type.Integer(),
  areaId: idField(),
  fields: Type.Array(Field),
  intro: nullable(Words),
})
export type RequestTypeDetail = Static<typeof RequestTypeDetail>

const TypeParam = shape({ requestType: text(80, { description: 'Id or code' }) })
const one = { tag, params: TypeParam, answer: RequestTypeDetail } as const

export const readRequestTypes = op({
  id: 'readRequestTypes',
  method: 'GET',
  path: '/catalogue/request-types',
  tag,
  summary: 'The ways in of a day',
  access: 'catalogue.read',
  query: shape({ ...OnDate.properties, service: optional(text(80)), caseKind: optional(oneOf(caseKinds)) }),
  answer: shape({ requestTypes: listOf(RequestTypeRow, 5000) }),
})
export const readRequestTypeOp = op({
  id: 'readRequestType',
  method: 'GET',
  path: '/catalogue/request-types/{requestType}',
  summary: 'A way in with its form, routing, approval and routine',
  access: 'catalogue.read',
  query: OnDate,
  ...one,
})
export const addRequestTypeOp = op({
  id: 'addRequestType',
  method: 'POST',
  path: '/catalogue/request-types',
  tag,
  summary: 'Add a way in to a service',
  access: 'request_type.keep',
  body: AddRequestType,
  answer: RequestTypeDetail,
  status: 201,
})
export const changeRequestTypeOp = op({
  id: 'changeRequestType',
  method: 'PUT',
  path: '/catalogue/request-types/{requestType}',
  summary: 'Change a way in',
  access: 'request_type.keep',
  body: ChangeRequestType,
  versioned: true,
  ...one,
})
export const setPlaceRoutesOp = op({
  id: 'setPlaceRoutes',
  method: 'PUT',
  path: '/catalogue/request-types/{requestType}/place-routes',
  summary: 'Say which unit takes what comes from which place',
  access: 'request_type.keep',
  body: SetPlaceRoutes,
  versioned: true,
  ...one,
})
