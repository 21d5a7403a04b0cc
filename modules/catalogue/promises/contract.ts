// What crosses the wire about promises, guarantees and levels.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { day, idField, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { OnDate, PromiseShown, tag, Words } from '../contract.ts'
import { channels, clockKinds, priorities } from '../promise.ts'

export const Level = shape({
  levelId: idField(),
  code: Type.String(),
  name: Words,
  scheduleId: nullable(idField()),
  scheduleName: nullable(Type.String()),
  promises: Type.Array(PromiseShown),
})
export type Level = Static<typeof Level>
export const AddLevel = shape({
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
  nameSv: text(100),
  nameEn: text(100),
  scheduleId: optional(nullable(idField())),
})

export const AddPromise = shape({
  promiseId: optional(idField('A new version of this promise; a new promise without it')),
  code: optional(text(60)),
  label: optional(nullable(text(60, { description: 'As it is called: Garanti 1' }))),
  holder: optional(
    oneOf(['level', 'request_type', 'service', 'area', 'office'], 'Whom it belongs to; not given for a new version'),
  ),
  holderId: optional(nullable(text(80, { description: 'Id or code of the holder; none for the office' }))),
  nameSv: text(1000),
  nameEn: text(1000),
  clockKind: optional(nullable(oneOf(clockKinds, 'None: a guarantee in words, without a clock'))),
  amount: optional(nullable(Type.Integer({ minimum: 1, maximum: 100_000 }))),
  unit: optional(nullable(oneOf(['working_minutes', 'working_days']))),
  channel: optional(nullable(oneOf(channels))),
  priority: optional(nullable(oneOf(priorities))),
  towards: optional(nullable(oneOf(['customer', 'outside']))),
  strength: oneOf(['binding', 'strive']),
  targetShareThousandths: optional(nullable(Type.Integer({ minimum: 0, maximum: 1000 }))),
  guarantee: optional(Type.Boolean()),
  from: day('The first day it holds; the version before ends that day'),
})
export type AddPromise = Static<typeof AddPromise>
export const EndPromise = shape({ on: day('The first day it no longer holds') })

export const readPromises = op({
  id: 'readPromises',
  method: 'GET',
  path: '/catalogue/promises',
  tag,
  summary: 'All promises and guarantees of a day',
  access: 'catalogue.read',
  query: OnDate,
  answer: shape({ promises: Type.Array(PromiseShown) }),
})
export const addPromiseOp = op({
  id: 'addPromiseVersion',
  method: 'POST',
  path: '/catalogue/promises',
  tag,
  summary: 'Add a promise, or a new version of one; running clocks keep theirs',
  access: 'promise.keep',
  body: AddPromise,
  answer: PromiseShown,
  status: 201,
})
export const endPromiseOp = op({
  id: 'endPromise',
  method: 'POST',
  path: '/catalogue/promises/{promiseId}/end',
  tag,
  summary: 'End a promise; running clocks keep theirs',
  access: 'promise.keep',
  params: shape({ promiseId: idField() }),
  body: EndPromise,
  answer: PromiseShown,
})
export const readLevels = op({
  id: 'readLevels',
  method: 'GET',
  path: '/catalogue/levels',
  tag,
  summary: 'Levels an agreement line can choose',
  access: 'catalogue.read',
  query: OnDate,
  answer: shape({ levels: Type.Array(Level) }),
})
export const addLevelOp = op({
  id: 'addLevel',
  method: 'POST',
  path: '/catalogue/levels',
  tag,
  summary: 'Add a level',
  access: 'level.keep',
  body: AddLevel,
  answer: Level,
  status: 201,
})
