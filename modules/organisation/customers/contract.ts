// What crosses the wire about customers and mandates.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { amountOre, day, idField, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { OnDate, UnitParams } from '../units/contract.ts'
import { settlements } from './customer.ts'
import { mandateKinds } from './mandate.ts'

export const Customer = shape({
  customerId: idField(),
  unitId: idField(),
  name: Type.String({ description: 'Name of the unit on the day' }),
  authorityPartyId: idField(),
  authorityName: Type.String(),
  customerType: Type.String(),
  settlement: oneOf(settlements),
  counterpartCode: nullable(Type.String()),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  version: Type.Integer(),
})
export type Customer = Static<typeof Customer>

export const Mandate = shape({
  mandateId: idField(),
  customerId: idField(),
  customerName: Type.String(),
  personId: idField(),
  personName: Type.String(),
  kind: oneOf(mandateKinds),
  areaCodes: Type.Array(Type.String(), { description: 'Service areas; empty = all' }),
  limitOre: nullable(amountOre('Highest amount of one order; null = no limit')),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  version: Type.Integer(),
})
export type Mandate = Static<typeof Mandate>

export const CustomerRow = shape({
  ...Customer.properties,
  coordinator: nullable(shape({ personId: idField(), name: Type.String() })),
  purchasers: Type.Integer({ description: 'Purchasers on the day' }),
})
export type CustomerRow = Static<typeof CustomerRow>

const areaCode = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,59}$' })

export const MarkCustomer = shape({
  unitId: idField(),
  authorityPartyId: optional(idField('The board or company whose information it is; the unit’s own unless told')),
  customerType: Type.String({
    pattern: '^[a-z][a-z0-9_]{0,39}$',
    description: 'Decides what is offered: administration, school …',
  }),
  settlement: optional(oneOf(settlements, 'Posting within one legal person, otherwise invoice, unless told')),
  counterpartCode: optional(nullable(text(40))),
  from: day(),
  to: optional(nullable(day())),
})
export const EndCustomer = shape({ on: day('The first day it is no longer a customer; its mandates end then') })
export const GiveMandate = shape({
  customerId: idField(),
  personId: idField(),
  kind: oneOf(mandateKinds),
  areaCodes: optional(listOf(areaCode, 50)),
  limitOre: optional(nullable(Type.Integer({ minimum: 0, maximum: 9e15, description: 'Öre; leave out for no limit' }))),
  from: day(),
  to: optional(nullable(day())),
})
export const EndMandate = shape({ on: day('The first day the mandate no longer holds') })

const CustomerParams = shape({ customerId: idField() })
const MandateParams = shape({ mandateId: idField() })
const tag = 'organisation'
const base = '/organisation/customers'
const keep = { tag, access: 'organisation.keep_customers' } as const

export const listCustomers = op({
  id: 'listCustomers',
  method: 'GET',
  path: base,
  tag,
  access: 'organisation.read_customers',
  summary: 'The customers of a day with coordinator and number of purchasers',
  query: OnDate,
  answer: shape({ date: day(), customers: listOf(CustomerRow, 5000) }),
})
export const readCustomer = op({
  id: 'readCustomer',
  method: 'GET',
  path: `${base}/{customerId}`,
  tag,
  access: 'organisation.read_customer',
  summary: 'A customer with all its mandates, also ended and planned',
  params: CustomerParams,
  answer: shape({ ...Customer.properties, mandates: listOf(Mandate, 2000), may: listOf(Type.String()) }),
})
export const customerOfUnit = op({
  id: 'customerOfUnit',
  method: 'GET',
  path: '/organisation/units/{unitId}/customer',
  tag,
  access: 'organisation.read',
  summary: 'The customer a unit orders as on a day: the nearest marked unit above it, or none',
  params: UnitParams,
  query: OnDate,
  answer: shape({
    date: day(),
    customer: nullable(shape({ customerId: idField(), unitId: idField(), name: Type.String() })),
  }),
})
export const listUnmarked = op({
  id: 'listUnmarkedBranches',
  method: 'GET',
  path: '/organisation/unmarked-branches',
  tag,
  access: 'organisation.read_customers',
  summary: 'Branches without a customer: they cannot order priced services',
  query: OnDate,
  answer: shape({
    date: day(),
    branches: listOf(
      shape({
        unitId: idField(),
        name: Type.String(),
        units: Type.Integer(),
        people: Type.Integer(),
        partly: Type.Boolean(),
      }),
      20_000,
    ),
  }),
})
export const listPurchasers = op({
  id: 'listPurchasers',
  method: 'GET',
  path: `${base}/{customerId}/purchasers`,
  tag,
  access: 'organisation.read_customer',
  summary: 'Who may approve for a customer on a day, the highest limit last',
  params: CustomerParams,
  query: shape({ date: optional(day()), area: optional(areaCode) }),
  answer: shape({
    date: day(),
    purchasers: listOf(
      shape({
        personId: idField(),
        name: Type.String(),
        mandateId: idField(),
        limitOre: nullable(amountOre()),
        deputyId: nullable(idField()),
      }),
      1000,
    ),
  }),
})
export const markCustomerOp = op({
  ...keep,
  id: 'markCustomer',
  method: 'POST',
  path: base,
  status: 201,
  summary: 'Mark a unit as ordering and paying customer from a day',
  body: MarkCustomer,
  answer: Customer,
})
export const endCustomerOp = op({
  ...keep,
  id: 'endCustomer',
  method: 'POST',
  path: `${base}/{customerId}/end`,
  versioned: true,
  summary: 'End a customer and its mandates',
  params: CustomerParams,
  body: EndCustomer,
  answer: Customer,
})
export const giveMandateOp = op({
  ...keep,
  id: 'giveMandate',
  method: 'POST',
  path: '/organisation/mandates',
  status: 201,
  summary: 'Give a person a mandate for a customer; 409 when it already has a coordinator then',
  body: GiveMandate,
  answer: Mandate,
})
export const endMandateOp = op({
  ...keep,
  id: 'endMandate',
  method: 'POST',
  path: '/organisation/mandates/{mandateId}/end',
  versioned: true,
  summary: 'End a mandate',
  params: MandateParams,
  body: EndMandate,
  answer: Mandate,
})
