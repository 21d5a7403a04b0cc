// What crosses the wire about needs and wishes: what people would like the office to offer, and who stands behind it.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import {
  idField,
  instant,
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
import { Draft, tag, Words } from '../contract.ts'

export const needStates = ['open', 'draft_made', 'answered', 'declined'] as const
export const needKinds = ['wish', 'need'] as const

export const NeedRow = shape({
  needId: idField(),
  kind: oneOf(needKinds),
  title: Type.String(),
  area: nullable(shape({ areaId: idField(), name: Words })),
  askedBy: Type.String(),
  askedAt: instant(),
  state: oneOf(needStates),
  backers: Type.Integer({ description: 'Customers that stand behind it' }),
  backedByMine: Type.Boolean({ description: 'The viewer’s own customer is among them' }),
  version: Type.Integer(),
})
export type NeedRow = Static<typeof NeedRow>

export const NeedDetail = shape({
  ...NeedRow.properties,
  body: nullable(Type.String()),
  backing: Type.Array(
    shape({ customerId: idField(), customerName: Type.String(), personName: Type.String(), at: instant() }),
  ),
  service: nullable(
    shape(
      {
        serviceId: idField(),
        code: Type.String(),
        name: Type.String(),
        versionNo: Type.Integer(),
        published: Type.Boolean(),
      },
      { description: 'The draft made of it, or the version that answers it' },
    ),
  ),
  answeredAt: nullable(instant()),
  declineReason: nullable(Type.String()),
  may: listOf(Type.String()),
})
export type NeedDetail = Static<typeof NeedDetail>

export const AddNeed = shape({
  kind: optional(oneOf(needKinds, 'wish unless told')),
  title: text(200),
  body: optional(nullable(text(10_000))),
  areaId: optional(nullable(idField())),
})
export const BackNeed = shape({ customerId: optional(idField('The viewer’s own unless told')) })
export const DraftFromNeed = shape({
  areaId: optional(idField('The wish’s own area unless told')),
  nameSv: optional(text(200)),
  despiteSimilar: optional(Type.Boolean()),
})
export const AnswerNeed = shape({
  service: text(80, { description: 'Id or code of the published service that answers it' }),
})
export const DeclineNeed = shape({ reason: text(2000) })

const NeedParam = shape({ needId: idField() })
const one = { tag, params: NeedParam, answer: NeedDetail } as const

export const listNeedsOp = op({
  id: 'listNeeds',
  method: 'GET',
  path: '/catalogue/needs',
  tag,
  summary: 'Needs and wishes with how many stand behind them',
  access: 'catalogue.read',
  query: shape({
    ...pageQuery,
    state: optional(listOf(oneOf(needStates), 4)),
    area: optional(text(80)),
    kind: optional(oneOf(needKinds)),
    sort: optional(text(40)),
  }),
  answer: pageOf(NeedRow),
})
export const readNeedOp = op({
  id: 'readNeed',
  method: 'GET',
  path: '/catalogue/needs/{needId}',
  summary: 'A wish and its backers',
  access: 'catalogue.read',
  ...one,
})
export const addNeedOp = op({
  id: 'addNeed',
  method: 'POST',
  path: '/catalogue/needs',
  tag,
  summary: 'Put forward a wish; one’s own customer stands behind it',
  access: 'need.add',
  body: AddNeed,
  answer: NeedDetail,
  status: 201,
})
export const backNeedOp = op({
  id: 'backNeed',
  method: 'POST',
  path: '/catalogue/needs/{needId}/backers',
  summary: 'Stand behind a wish for one’s customer',
  access: 'need.back',
  body: BackNeed,
  ...one,
})
export const draftFromNeedOp = op({
  id: 'draftFromNeed',
  method: 'POST',
  path: '/catalogue/needs/{needId}/draft',
  tag,
  summary: 'Make a service draft of a wish',
  access: 'need.draft',
  params: NeedParam,
  body: DraftFromNeed,
  answer: Draft,
  versioned: true,
  status: 201,
})
export const answerNeedOp = op({
  id: 'answerNeed',
  method: 'POST',
  path: '/catalogue/needs/{needId}/answer',
  summary: 'Say which published service answers the wish',
  access: 'need.answer',
  body: AnswerNeed,
  versioned: true,
  ...one,
})
export const declineNeedOp = op({
  id: 'declineNeed',
  method: 'POST',
  path: '/catalogue/needs/{needId}/refusal',
  summary: 'Decline a wish with a reason',
  access: 'need.decline',
  body: DeclineNeed,
  versioned: true,
  ...one,
})
