// What crosses the wire about the portal: what an order would cost and be promised, the orders that wait for one's yes
// with their terms, and how the open work of a unit lies.
import { op } from '#platform/http/op'
import { Type, amountOre, idField, instant, listOf, nullable, oneOf, optional, shape, text } from '#platform/http/shape'
import { channels } from './case.ts'
import { clockKinds } from './clock.ts'
import { CaseRowView } from './contract.ts'

const day = () => Type.String({ format: 'date' })

export const OrderPreviewView = shape({
  requestType: shape({ id: idField(), code: Type.String() }),
  customer: nullable(shape({ id: idField(), name: Type.String() })),
  expectedOre: nullable(amountOre()),
  approval: shape({
    needed: Type.Boolean(),
    why: Type.String({ description: 'no_rule, under_limit, own_mandate, not_authorised, over_limit or always' }),
    depends: Type.Boolean({ description: 'The sum is not known until the questions are answered' }),
    freeUpToOre: nullable(amountOre()),
    approvers: listOf(Type.String(), 200),
    missing: Type.Boolean({ description: 'Nobody has the mandate: the order would be refused' }),
  }),
  promises: listOf(
    shape({
      kind: oneOf(clockKinds),
      strength: oneOf(['binding', 'strive']),
      promise: Type.String({ description: 'In words' }),
      dueAt: instant(),
      explanation: listOf(shape({ from: Type.String(), words: Type.String() })),
    }),
  ),
})

const ApprovalView = shape({
  case: CaseRowView,
  askedAt: instant(),
  lapseAt: nullable(instant()),
  reason: Type.String({ description: 'over_limit, not_authorised or always' }),
  limitOre: nullable(amountOre()),
  deputyFor: nullable(Type.String()),
  unit: nullable(Type.String()),
  answers: listOf(shape({ key: Type.String(), label: Type.String(), value: Type.String() })),
})

const Carrying = shape({
  id: nullable(idField()),
  name: Type.String(),
  open: Type.Integer(),
  broken: Type.Integer(),
  waiting: Type.Integer(),
})

export const portal = {
  preview: op({
    id: 'previewOrder',
    method: 'GET',
    path: '/request-types/{requestType}/preview',
    tag: 'cases',
    access: 'case.open',
    summary: 'What it would cost, who must approve, and until when it would be promised if it were sent now',
    params: shape({ requestType: text(60, { description: 'Id or code' }) }),
    query: shape({ channel: optional(oneOf(channels)), onBehalfOf: optional(idField()) }),
    answer: OrderPreviewView,
  }),
  approvals: op({
    id: 'listApprovalQuestions',
    method: 'GET',
    path: '/approvals',
    tag: 'cases',
    access: 'case.approvals',
    summary: 'Orders that wait for your yes, with cost, your limit and the last moment to answer',
    answer: listOf(ApprovalView),
  }),
  customers: op({
    id: 'listMyCustomers',
    method: 'GET',
    path: '/cases/customers',
    tag: 'cases',
    access: 'case.list',
    summary: 'The customers you are purchaser or coordinator for; their cases are GET /cases?kund=…',
    answer: listOf(shape({ id: idField(), name: Type.String() })),
  }),
  casesOfNeed: op({
    id: 'listCasesOfNeed',
    method: 'GET',
    path: '/needs/{needId}/cases',
    tag: 'cases',
    access: 'case.list',
    summary: 'The cases you may read that became this wish',
    params: shape({ needId: idField() }),
    answer: listOf(shape({ id: idField(), number: Type.String(), title: Type.String() })),
  }),
  load: op({
    id: 'readLoad',
    method: 'GET',
    path: '/cases/load',
    tag: 'cases',
    access: 'case.load',
    summary: 'How the open cases of a unit lie now, and its faults and moves in a period; figures are under /figures',
    query: shape({
      enhet: optional(text(40, { description: 'Unit id, or alla for the whole office; your own unit unless told' })),
      fran: optional(day()),
      till: optional(day()),
    }),
    answer: shape({
      scope: shape({ kind: Type.String(), id: idField(), name: Type.String() }),
      byAge: listOf(shape({ band: Type.String(), count: Type.Integer() })),
      byPerson: listOf(Carrying),
      byUnit: listOf(Carrying),
      faults: listOf(shape({ category: nullable(Type.String()), authority: Type.String(), count: Type.Integer() })),
      moves: listOf(shape({ customer: Type.String(), count: Type.Integer() })),
    }),
  }),
} as const
