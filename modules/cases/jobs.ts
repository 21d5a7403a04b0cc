// Work after commit and the sweeps of cases. Every job may run twice; every promise about time has a sweep that finds what
// a lost job left behind.
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Deed } from '#platform/act'
import { dueApprovals, deciders, markReminded } from '#platform/approval'
import type { JobContext, JobTable } from '#platform/jobs'
import { notify } from '#platform/notices'
import { lapseOrder } from './ask-purchaser.ts'
import { closeBySilence } from './deliver-case.ts'
import { sweepCalendars } from './follow-calendars.ts'
import { approvalNews, mailApproval, mailConverted, mailReply, sendDoneNotice, sendReceipt } from './send-letters.ts'
import { appendEvents, lockCase } from './store.ts'

const perSweep = 500
const text = (payload: Readonly<Record<string, unknown>>, key: string): Id => {
  const value = payload[key]
  return typeof value === 'string' ? value : ''
}

export const casesJobs: JobTable = {
  'case.receipt': { run: (context, payload) => deed(context, (doing) => sendReceipt(doing, text(payload, 'caseId'))) },
  'case.mail_done': {
    run: (context, payload) => deed(context, (doing) => sendDoneNotice(doing, text(payload, 'caseId'))),
  },
  'case.mail_reply': {
    run: (context, payload) =>
      deed(context, (doing) => mailReply(doing, text(payload, 'caseId'), text(payload, 'messageId'))),
  },
  'case.mail_converted': {
    run: (context, payload) => deed(context, (doing) => mailConverted(doing, text(payload, 'caseId'))),
  },
  'case.mail_approval': {
    run: async (context, payload) => {
      const what = approvalNews.find((one) => one === payload['what'])
      if (what) await deed(context, (doing) => mailApproval(doing, text(payload, 'caseId'), what))
    },
  },
  'case.sweep_letters': { everyMinutes: 1, run: sweepLetters },
  'case.sweep_silence': { everyMinutes: 15, run: sweepSilence },
  'case.sweep_approvals': { everyMinutes: 15, run: sweepApprovals },
  'case.sweep_calendars': { everyMinutes: 15, run: sweepCalendars },
}

async function deed(context: JobContext, run: (doing: Deed) => Promise<unknown>): Promise<void> {
  await act(context.stage, context.tenant, context.actor, run)
}

/** Receipts and done notices whose job was lost: cases of the last week without the event. */
export async function sweepLetters(context: JobContext): Promise<void> {
  const missing = await look(context.stage, context.tenant, context.actor, async (view) => {
    const since = view.now.subtract({ hours: 24 * 7 })
    const lately = (column: 'received_at' | 'done_at', kind: string) =>
      view.tx
        .selectFrom('cases.case as c')
        .select('c.case_id')
        .where('c.tenant_id', '=', view.tenant.tenantId)
        .where(`c.${column}`, '>=', since)
        .where(`c.${column}`, '<=', view.now.subtract({ seconds: 20 }))
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('cases.event as v')
                .select('v.n')
                .where('v.tenant_id', '=', view.tenant.tenantId)
                .whereRef('v.case_id', '=', 'c.case_id')
                .where('v.kind', '=', kind)
                .$if(column === 'done_at', (q) => q.whereRef('v.at', '>=', 'c.done_at')),
            ),
          ),
        )
        .limit(perSweep)
        .execute()
    return { receipts: await lately('received_at', 'receipt_sent'), done: await lately('done_at', 'done_notice_sent') }
  })
  await each(missing.receipts, ({ case_id }) => deed(context, (doing) => sendReceipt(doing, case_id)))
  await each(missing.done, ({ case_id }) => deed(context, (doing) => sendDoneNotice(doing, case_id)))
}

/** Done, and nothing heard for the n days of the request type: closed. */
export async function sweepSilence(context: JobContext): Promise<void> {
  const silent = await look(context.stage, context.tenant, context.actor, (view) =>
    view.tx
      .selectFrom('cases.case as c')
      .innerJoin('catalogue.request_type as rt', (j) =>
        j.onRef('rt.tenant_id', '=', 'c.tenant_id').onRef('rt.request_type_id', '=', 'c.request_type_id'),
      )
      .select(['c.case_id', 'c.done_at', 'rt.close_after_days'])
      .where('c.tenant_id', '=', view.tenant.tenantId)
      .where('c.state', '=', 'done')
      .where('c.done_at', '<=', view.now.subtract({ hours: 24 }))
      .orderBy('c.done_at')
      .limit(5000)
      .execute()
      .then((rows) =>
        rows
          .filter(
            (row) =>
              row.done_at !== null &&
              Temporal.Instant.compare(row.done_at.add({ hours: 24 * row.close_after_days }), view.now) <= 0,
          )
          .slice(0, perSweep),
      ),
  )
  await each(silent, ({ case_id, done_at }) =>
    deed(context, (doing) => closeBySilence(doing, { caseId: case_id, ...(done_at ? { doneAt: done_at } : {}) })),
  )
}

/** Reminders to purchasers and their deputies, and orders that nobody answered in time. */
export async function sweepApprovals(context: JobContext): Promise<void> {
  const due = await look(context.stage, context.tenant, context.actor, async (view) => ({
    remind: await dueApprovals(view, 'case', 'remind', perSweep),
    lapse: await dueApprovals(view, 'case', 'lapse', perSweep),
  }))
  await each(due.lapse, (approval) => deed(context, (doing) => lapseOrder(doing, approval.subject_id)))
  await each(due.remind, (approval) => deed(context, (doing) => remindPurchasers(doing, approval)))
}

async function remindPurchasers(doing: Deed, approval: { approval_id: Id; subject_id: Id }): Promise<void> {
  if (!(await markReminded(doing, approval.approval_id))) return
  const row = await lockCase(doing, approval.subject_id)
  const asked = await deciders(doing, approval.approval_id)
  await notify(
    doing,
    asked.map((step) => ({
      personId: step.person_id,
      kind: 'case.asks_approval_again',
      subjectKind: 'case',
      subjectId: row.case_id,
      facts: { title: row.title, number: row.number ?? '' },
    })),
  )
  await appendEvents(doing, row.case_id, [{ kind: 'approval_reminded' }])
  doing.journal({ verb: 'case.approval_reminded', kind: 'case', id: row.case_id })
  doing.enqueue({ task: 'case.mail_approval', payload: { caseId: row.case_id, what: 'reminded' } })
}

/** One that cannot be done never holds up the others; the first fault is told when all have been tried. */
async function each<T>(rows: readonly T[], run: (row: T) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = []
  for (const row of rows) await run(row).catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
