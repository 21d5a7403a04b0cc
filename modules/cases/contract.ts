// What crosses the wire about cases.
import { op } from '#platform/http/op'
import {
  Type, amountOre, idField, instant, listOf, nullable, oneOf, optional, pageOf, pageQuery, quantityThousandths, shape, text,
} from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { caseDeeds, caseKinds, caseStates, channels, priorities, waitingFor } from './case.ts'
import { clockKinds, clockStates } from './clock.ts'

const Named = shape({ id: idField(), name: Type.String() })

export const CaseRowView = shape({
  id: idField(),
  number: Type.String(),
  kind: oneOf(caseKinds),
  title: Type.String(),
  state: oneOf(caseStates),
  waitingFor: nullable(oneOf(waitingFor)),
  service: Type.String(),
  requestType: Type.String(),
  customer: nullable(Type.String()),
  requester: nullable(Type.String()),
  place: nullable(Type.String()),
  category: nullable(Type.String()),
  unit: Type.String(),
  owner: nullable(Named),
  priority: oneOf(priorities),
  channel: oneOf(channels),
  clockKind: nullable(oneOf(clockKinds)),
  dueAt: nullable(instant()),
  receivedAt: instant(),
  doneAt: nullable(instant()),
  latestAt: instant(),
  expectedOre: nullable(amountOre()),
  rating: nullable(Type.Integer()),
  version: Type.Integer(),
})
export type CaseRowView = Static<typeof CaseRowView>

export const ClockView = shape({
  kind: oneOf(clockKinds),
  state: oneOf(clockStates),
  strength: oneOf(['binding', 'strive']),
  promise: Type.String({ description: 'The promise in words, with its source' }),
  source: Type.String(),
  promiseVersion: Type.Integer(),
  firstToldDueAt: instant(),
  dueAt: instant(),
  endedAt: nullable(instant()),
  remainingWorkingDays: Type.Integer(),
  remainingWorkingMinutes: Type.Integer(),
  movedByUs: Type.Boolean(),
  explanation: listOf(shape({ from: Type.String(), words: Type.String() })),
})

export const CaseView = shape({
  id: idField(),
  number: Type.String(),
  kind: oneOf(caseKinds),
  title: Type.String(),
  state: oneOf(caseStates),
  waitingFor: nullable(oneOf(waitingFor)),
  requestType: shape({ id: idField(), code: Type.String(), name: Type.String(), routine: nullable(Type.String()) }),
  service: shape({ id: idField(), code: Type.String(), name: Type.String() }),
  customer: nullable(Named),
  unit: nullable(Named),
  requester: nullable(Named),
  outsideName: nullable(Type.String()),
  registeredBy: Named,
  channel: oneOf(channels),
  provider: shape({ unitId: idField(), unit: Type.String(), partyId: idField(), party: Type.String(), line: Type.Integer() }),
  informationOwner: Named,
  owner: nullable(Named),
  place: nullable(Named),
  room: nullable(Named),
  system: nullable(Named),
  category: nullable(Type.String()),
  priority: oneOf(priorities),
  answers: listOf(shape({ key: Type.String(), label: Type.String(), value: Type.String() })),
  agreementLine: nullable(shape({ agreementId: idField(), version: Type.Integer(), line: Type.Integer() })),
  expectedOre: nullable(amountOre()),
  receivedAt: instant(),
  startedAt: nullable(instant()),
  doneAt: nullable(instant()),
  closedAt: nullable(instant()),
  clocks: listOf(ClockView),
  parent: nullable(shape({ id: idField(), number: Type.String(), title: Type.String() })),
  children: listOf(shape({ id: idField(), number: Type.String(), title: Type.String(), state: oneOf(caseStates) })),
  related: listOf(shape({ id: idField(), number: Type.String(), title: Type.String() })),
  mergedInto: nullable(shape({ id: idField(), number: Type.String(), title: Type.String() })),
  watchers: listOf(Named),
  rating: nullable(Type.Integer()),
  may: listOf(oneOf(caseDeeds)),
  version: Type.Integer(),
})
export type CaseView = Static<typeof CaseView>

export const TimelineEntry = shape({
  at: instant(),
  kind: oneOf(['in', 'out', 'note', 'event', 'clock']),
  event: Type.String({ description: 'What happened, as a code' }),
  words: Type.String(),
  by: nullable(Type.String()),
  body: nullable(Type.String()),
  channel: nullable(Type.String()),
  files: listOf(shape({ id: idField(), name: Type.String(), sizeBytes: Type.Integer(), href: Type.String() })),
})
export type TimelineEntry = Static<typeof TimelineEntry>

export const Answers = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,40}$' }), Type.Union([Type.String({ maxLength: 20000 }), Type.Number(), Type.Boolean(), Type.Null(), listOf(Type.String({ maxLength: 500 }), 100)]))
export const OpenCaseBody = shape({
  requestType: text(60, { description: 'Id or code of the request type' }),
  title: optional(text(200)),
  text: optional(text(20000)),
  answers: optional(Answers),
  channel: optional(oneOf(channels)),
  priority: optional(oneOf(priorities)),
  onBehalfOf: optional(idField('Person the case is for')),
  outside: optional(shape({ name: text(200), address: optional(text(300)) })),
  watchers: optional(listOf(idField(), 20)),
  parentId: optional(idField('The case it is a part of')),
})
export const MessageBody = shape({ body: text(20000), channel: optional(oneOf(channels)) })
export const ReasonBody = shape({ reason: text(2000) })
export const OptionalReasonBody = shape({ reason: optional(text(2000)) })
export const AssignBody = shape({ personId: nullable(idField()), reason: optional(text(2000)) })
export const HandOverBody = shape({ unitId: idField(), line: optional(Type.Integer({ minimum: 1, maximum: 3 })), reason: text(2000) })
export const PauseBody = shape({ waitingFor: oneOf(waitingFor), reason: text(2000) })
export const DeliverBody = shape({ offeringId: optional(nullable(idField())), quantityThousandths: optional(quantityThousandths()), note: optional(text(2000)) })
export const PriorityBody = shape({ priority: oneOf(priorities), reason: text(2000) })
export const FactsBody = shape({ title: optional(text(200)), category: optional(nullable(text(80))), placeId: optional(nullable(idField())), roomId: optional(nullable(idField())), systemId: optional(nullable(idField())) })
export const RatingBody = shape({ score: Type.Integer({ minimum: 1, maximum: 3 }), comment: optional(text(2000)) })
export const PersonBody = shape({ personId: idField() })
export const OtherBody = shape({ otherId: idField() })
export const ParentBody = shape({ parentId: nullable(idField()) })
export const IntoBody = shape({ intoId: idField() })
export const WishBody = shape({ title: optional(text(200)) })
export const NoBody = shape({})

const one = shape({ caseId: idField() })
const onCase = { params: one, tag: 'cases' } as const
const filters = {
  ...pageQuery,
  sort: optional(Type.String({ maxLength: 40 })),
  status: optional(listOf(oneOf([...caseStates, 'open']), 10)),
  enhet: optional(listOf(idField(), 50)),
  tjanst: optional(idField()),
  kund: optional(idField()),
  ansvarig: optional(Type.String({ pattern: '^(jag|ingen|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$', description: 'A person, or jag (me), or ingen (nobody)' })),
  slag: optional(oneOf(caseKinds)),
  lofte: optional(oneOf(['brutet', 'idag', 'tyst'])),
  prioritet: optional(oneOf(priorities)),
  kanal: optional(oneOf(channels)),
  plats: optional(idField()),
  fran: optional(Type.String({ format: 'date' })),
  till: optional(Type.String({ format: 'date' })),
  q: optional(Type.String({ maxLength: 200 })),
}

export const cases = {
  open: op({ id: 'openCase', method: 'POST', path: '/cases', tag: 'cases', access: 'case.open', summary: 'Order, report a fault, ask or complain', body: OpenCaseBody, answer: CaseView, status: 201, example: { requestType: 'vaktmasteri-jobb', text: 'Sätt upp en whiteboardtavla på plan 2.', answers: { vad: 'Sätt upp tavla', flytt: 'nej' } } }),
  list: op({ id: 'listCases', method: 'GET', path: '/cases', tag: 'cases', access: 'case.list', summary: 'Cases you may read, filtered and sorted', query: shape(filters), answer: pageOf(CaseRowView) }),
  mine: op({ id: 'listMyCases', method: 'GET', path: '/cases/mine', tag: 'cases', access: 'case.list', summary: 'Cases you have asked for or follow', query: shape(pageQuery), answer: pageOf(CaseRowView) }),
  queue: op({ id: 'listQueue', method: 'GET', path: '/cases/queue', tag: 'cases', access: 'case.queue', summary: 'Open cases of the units your seat reaches, by promise', query: shape(filters), answer: pageOf(CaseRowView) }),
  approvals: op({ id: 'listApprovals', method: 'GET', path: '/cases/approvals', tag: 'cases', access: 'case.approvals', summary: 'Orders that wait for your yes', answer: listOf(CaseRowView) }),
  read: op({ id: 'readCase', method: 'GET', path: '/cases/{caseId}', access: 'case.read', summary: 'A case, with what you may do now', answer: CaseView, ...onCase }),
  timeline: op({ id: 'readTimeline', method: 'GET', path: '/cases/{caseId}/timeline', access: 'case.read', summary: 'Everything that happened, in order', answer: listOf(TimelineEntry, 5000), ...onCase }),
  take: op({ id: 'takeCase', method: 'POST', path: '/cases/{caseId}/taking', access: 'case.take', summary: 'Take the case', answer: CaseView, ...onCase }),
  assign: op({ id: 'assignCase', method: 'POST', path: '/cases/{caseId}/assignment', access: 'case.assign', summary: 'Give the case to a person of the unit, or back to the queue', body: AssignBody, answer: CaseView, versioned: true, ...onCase }),
  handOver: op({ id: 'handOverCase', method: 'POST', path: '/cases/{caseId}/hand-over', access: 'case.hand_over', summary: 'Hand over to another unit or support line', body: HandOverBody, answer: CaseView, versioned: true, ...onCase }),
  start: op({ id: 'startCase', method: 'POST', path: '/cases/{caseId}/start', access: 'case.start', summary: 'Start work', answer: CaseView, versioned: true, ...onCase }),
  pause: op({ id: 'pauseCase', method: 'POST', path: '/cases/{caseId}/pause', access: 'case.pause', summary: 'Wait for somebody; the clocks stand still', body: PauseBody, answer: CaseView, versioned: true, ...onCase }),
  resume: op({ id: 'resumeCase', method: 'DELETE', path: '/cases/{caseId}/pause', access: 'case.resume', summary: 'Go on', answer: CaseView, versioned: true, ...onCase }),
  reply: op({ id: 'replyToCase', method: 'POST', path: '/cases/{caseId}/replies', access: 'case.reply', summary: 'Answer the customer', body: MessageBody, answer: CaseView, ...onCase }),
  note: op({ id: 'noteOnCase', method: 'POST', path: '/cases/{caseId}/notes', access: 'case.note', summary: 'Note among ourselves', body: MessageBody, answer: CaseView, ...onCase }),
  write: op({ id: 'writeInCase', method: 'POST', path: '/cases/{caseId}/messages', access: 'case.write', summary: 'Write as the customer', body: MessageBody, answer: CaseView, ...onCase }),
  deliver: op({ id: 'deliverCase', method: 'POST', path: '/cases/{caseId}/delivery', access: 'case.deliver', summary: 'Deliver, with quantity', body: DeliverBody, answer: CaseView, versioned: true, ...onCase }),
  confirm: op({ id: 'confirmCase', method: 'POST', path: '/cases/{caseId}/closure', access: 'case.confirm', summary: 'Confirm that it is well done', answer: CaseView, versioned: true, ...onCase }),
  reopen: op({ id: 'reopenCase', method: 'DELETE', path: '/cases/{caseId}/closure', access: 'case.reopen', summary: 'Not right after all: open it again', body: ReasonBody, answer: CaseView, versioned: true, ...onCase }),
  withdraw: op({ id: 'withdrawCase', method: 'POST', path: '/cases/{caseId}/withdrawal', access: 'case.withdraw', summary: 'Take it back', body: OptionalReasonBody, answer: CaseView, versioned: true, ...onCase }),
  rate: op({ id: 'rateCase', method: 'POST', path: '/cases/{caseId}/rating', access: 'case.rate', summary: 'How did it go? 1 not good, 2 all right, 3 good', body: RatingBody, answer: CaseView, ...onCase }),
  approve: op({ id: 'approveOrder', method: 'POST', path: '/cases/{caseId}/approval', access: 'case.approvals', summary: 'Say yes to an order', body: OptionalReasonBody, answer: CaseView, ...onCase }),
  reject: op({ id: 'rejectOrder', method: 'DELETE', path: '/cases/{caseId}/approval', access: 'case.approvals', summary: 'Say no to an order, with reason', body: ReasonBody, answer: CaseView, ...onCase }),
  priority: op({ id: 'changePriority', method: 'PUT', path: '/cases/{caseId}/priority', access: 'case.change_priority', summary: 'Change priority, with reason', body: PriorityBody, answer: CaseView, versioned: true, ...onCase }),
  facts: op({ id: 'changeFacts', method: 'PUT', path: '/cases/{caseId}/facts', access: 'case.change_facts', summary: 'Correct title, category, place, room or system', body: FactsBody, answer: CaseView, versioned: true, ...onCase }),
  watch: op({ id: 'addWatcher', method: 'POST', path: '/cases/{caseId}/watchers', access: 'case.watch', summary: 'Let a person follow the case', body: PersonBody, answer: CaseView, ...onCase }),
  unwatch: op({ id: 'removeWatcher', method: 'DELETE', path: '/cases/{caseId}/watchers/{personId}', tag: 'cases', params: shape({ caseId: idField(), personId: idField() }), access: 'case.watch', summary: 'Stop following', answer: CaseView }),
  relate: op({ id: 'relateCases', method: 'POST', path: '/cases/{caseId}/relations', access: 'case.relate', summary: 'Say that two cases are related', body: OtherBody, answer: CaseView, ...onCase }),
  unrelate: op({ id: 'unrelateCases', method: 'DELETE', path: '/cases/{caseId}/relations/{otherId}', tag: 'cases', params: shape({ caseId: idField(), otherId: idField() }), access: 'case.relate', summary: 'Undo a relation', answer: CaseView }),
  parent: op({ id: 'setParent', method: 'PUT', path: '/cases/{caseId}/parent', access: 'case.set_parent', summary: 'Put the case under another, or lift it out', body: ParentBody, answer: CaseView, versioned: true, ...onCase }),
  merge: op({ id: 'mergeCase', method: 'POST', path: '/cases/{caseId}/merge', access: 'case.merge', summary: 'Merge into another case', body: IntoBody, answer: CaseView, versioned: true, ...onCase }),
  undoMerge: op({ id: 'undoMerge', method: 'DELETE', path: '/cases/{caseId}/merge', access: 'case.undo_merge', summary: 'Undo a merge the same day', answer: CaseView, ...onCase }),
  convert: op({ id: 'convertToWish', method: 'POST', path: '/cases/{caseId}/wish', access: 'case.convert', summary: 'Turn the case into a wish', body: WishBody, answer: CaseView, versioned: true, ...onCase }),
} as const
