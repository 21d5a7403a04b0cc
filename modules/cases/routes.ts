// Path → contract → verb or query; no decisions.
import type { Api, Input } from '#platform/http/api'
import type { OpFacts } from '#platform/http/op'
import { formOf } from '#platform/http/query-state'
import type { View } from '#platform/act'
import { readState } from '#platform/list'
import { decideOrder } from './ask-purchaser.ts'
import { changeFacts, changePriority, withdrawCase } from './change-case.ts'
import { changeCustomer, changeRequest } from './change-request.ts'
import type { CaseView } from './contract.ts'
import { cases as ops } from './contract.ts'
import { convertToWish } from './convert-case.ts'
import { deskPage, foundCases } from './desk-queries.ts'
import { confirmCase, deliverCase, rateCase, reopenCase } from './deliver-case.ts'
import { addWatcher, mergeCase, relateCases, removeWatcher, setParent, undoMerge } from './link-cases.ts'
import { caseList, queueList, rowView } from './list.ts'
import { openCase } from './open-case.ts'
import { pauseCase, resumeCase } from './pause-case.ts'
import { listApprovals, readCase } from './queries.ts'
import { portalPage } from './portal-queries.ts'
import { assignCase, handOverCase, startWork, takeCase } from './take-case.ts'
import { readTimeline } from './timeline.ts'
import { noteOnCase, replyToCase, writeDown, writeInCase } from './write-message.ts'

const fresh = (view: View, result: { caseId: string }, input: Pick<Input<OpFacts>, 'lang'>): Promise<CaseView> =>
  readCase(view, { caseId: result.caseId }, input.lang)
const page = (found: Awaited<ReturnType<typeof deskPage>>) => ({
  rows: found.rows.map(rowView),
  next: found.next,
  total: found.total,
})

export function casesRoutes(api: Api): void {
  api.read(ops.list, async (view, { query }) =>
    page(await deskPage(view, 'cases', readState(caseList, formOf(query)), await foundCases(view, query.q ?? ''))),
  )
  api.read(ops.mine, async (view, { query }) =>
    page(await portalPage(view, 'mine', readState(caseList, formOf(query)), query.q)),
  )
  api.read(ops.queue, async (view, { query }) =>
    page(await deskPage(view, 'queue', readState(queueList, formOf(query)), await foundCases(view, query.q ?? ''))),
  )
  api.read(ops.approvals, async (view) => (await listApprovals(view)).map(rowView))
  api.read(ops.read, (view, { params, lang }) => readCase(view, params, lang))
  api.read(ops.timeline, (view, { params, lang }) => readTimeline(view, params.caseId, lang))
  working(api)
  asking(api)
  keeping(api)
}

/** What the one who handles it does. */
function working(api: Api): void {
  api.write(ops.open, (deed, { body }) => openCase(deed, body), fresh)
  api.write(ops.take, (deed, { params }) => takeCase(deed, params), fresh)
  api.write(ops.assign, (deed, { params, body, version }) => assignCase(deed, { ...params, ...body, version }), fresh)
  api.write(
    ops.handOver,
    (deed, { params, body, version }) => handOverCase(deed, { ...params, ...body, version }),
    fresh,
  )
  api.write(ops.start, (deed, { params, version }) => startWork(deed, { ...params, version }), fresh)
  api.write(ops.pause, (deed, { params, body, version }) => pauseCase(deed, { ...params, ...body, version }), fresh)
  api.write(ops.resume, (deed, { params, version }) => resumeCase(deed, { ...params, version }), fresh)
  api.write(ops.reply, (deed, { params, body }) => replyToCase(deed, { ...params, ...body }), fresh)
  api.write(ops.note, (deed, { params, body }) => noteOnCase(deed, { ...params, ...body }), fresh)
  api.write(ops.writeDown, (deed, { params, body }) => writeDown(deed, { ...params, ...body }), fresh)
  api.write(ops.deliver, (deed, { params, body, version }) => deliverCase(deed, { ...params, ...body, version }), fresh)
}

/** What the one who asked does, and the purchaser. */
function asking(api: Api): void {
  api.write(ops.write, (deed, { params, body }) => writeInCase(deed, { ...params, ...body }), fresh)
  api.write(ops.confirm, (deed, { params, version }) => confirmCase(deed, { ...params, version }), fresh)
  api.write(ops.reopen, (deed, { params, body, version }) => reopenCase(deed, { ...params, ...body, version }), fresh)
  api.write(
    ops.withdraw,
    (deed, { params, body, version }) => withdrawCase(deed, { ...params, ...body, version }),
    fresh,
  )
  api.write(ops.rate, (deed, { params, body }) => rateCase(deed, { ...params, ...body }), fresh)
  api.write(
    ops.approve,
    (deed, { params, body }) => decideOrder(deed, { ...params, ...body, outcome: 'approved' }),
    fresh,
  )
  api.write(
    ops.reject,
    (deed, { params, body }) => decideOrder(deed, { ...params, ...body, outcome: 'rejected' }),
    fresh,
  )
}

/** What is kept right about a case, and what belongs together. */
function keeping(api: Api): void {
  api.write(
    ops.priority,
    (deed, { params, body, version }) => changePriority(deed, { ...params, ...body, version }),
    fresh,
  )
  api.write(ops.facts, (deed, { params, body, version }) => changeFacts(deed, { ...params, ...body, version }), fresh)
  api.write(
    ops.request,
    (deed, { params, body, version }) => changeRequest(deed, { ...params, ...body, version }),
    fresh,
  )
  api.write(
    ops.customer,
    (deed, { params, body, version }) => changeCustomer(deed, { ...params, ...body, version }),
    fresh,
  )
  api.write(ops.watch, (deed, { params, body }) => addWatcher(deed, { ...params, ...body }), fresh)
  api.write(ops.unwatch, (deed, { params }) => removeWatcher(deed, params), fresh)
  api.write(ops.relate, (deed, { params, body }) => relateCases(deed, { ...params, ...body, related: true }), fresh)
  api.write(ops.unrelate, (deed, { params }) => relateCases(deed, { ...params, related: false }), fresh)
  api.write(ops.parent, (deed, { params, body, version }) => setParent(deed, { ...params, ...body, version }), fresh)
  api.write(ops.merge, (deed, { params, body, version }) => mergeCase(deed, { ...params, ...body, version }), fresh)
  api.write(ops.undoMerge, (deed, { params }) => undoMerge(deed, params), fresh)
  api.write(
    ops.convert,
    (deed, { params, body, version }) => convertToWish(deed, { ...params, ...body, version }),
    fresh,
  )
}
