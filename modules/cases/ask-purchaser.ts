// An order that its purchaser must say yes to: who is asked, with reminder and deputy, and what follows the answer. The
// promise begins to count when the yes is given.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { askApproval, deciders, decideApproval, endApproval, latestApproval } from '#platform/approval'
import { notify } from '#platform/notices'
import type { PurchaserMandate } from './approval-rule.ts'
import { approvalNeed, whoMayApprove } from './approval-rule.ts'
import { planClocks } from './clocks.ts'
import { loadFor, topicsOf } from './load-case.ts'
import type { NewHead } from './open-case.ts'
import { promisesFor } from './promises-for-case.ts'
import { appendEvents, changeCase, lockCase } from './store.ts'
import type { RequestType } from './asked-for.ts'
import { purchasersFor } from './who-orders.ts'

export interface AskedPurchaser extends PurchaserMandate {
  readonly deputyFor: Id | null
}

export interface ApprovalOfOrder {
  readonly needed: boolean
  readonly why: string
  readonly deciders: readonly AskedPurchaser[]
}

export async function approvalFor(
  deed: Deed,
  type: RequestType,
  row: Pick<NewHead, 'requester_id' | 'customer_id' | 'expected_ore'>,
): Promise<ApprovalOfOrder> {
  if (row.customer_id === null || row.requester_id === null) return { needed: false, why: 'no_rule', deciders: [] }
  const rule = { rule: type.approval, freeUpToOre: type.approvalOverOre }
  if (type.approval === 'none') return { ...approvalNeed(rule, row.requester_id, row.expected_ore, []), deciders: [] }
  const mandates = await purchasersFor(deed, row.customer_id, type.areaCode)
  const need = approvalNeed(rule, row.requester_id, row.expected_ore, mandates)
  if (!need.needed) return { ...need, deciders: [] }
  const asked = whoMayApprove(mandates, row.requester_id, row.expected_ore)
  if (asked.length === 0)
    refuse({
      code: 'no_purchaser',
      status: 409,
      sv: 'Din förvaltning har ingen behörig beställare för summan. Be samordnaren utse en, och beställ igen.',
      en: 'Your administration has no authorised purchaser for the sum. Ask the coordinator to appoint one, and order again.',
    })
  return { ...need, deciders: asked }
}

export async function askPurchaser(
  deed: Deed,
  row: NewHead,
  approval: ApprovalOfOrder,
  type: RequestType,
): Promise<void> {
  await askApproval(deed, {
    kind: 'purchaser',
    subjectKind: 'case',
    subjectId: row.case_id,
    reasonCode: approval.why,
    deciders: approval.deciders,
    ...(row.expected_ore === null ? {} : { amountOre: row.expected_ore }),
    remindAt: deed.now.add({ hours: 24 * type.approvalRemindDays }),
    lapseAt: deed.now.add({ hours: 24 * type.approvalLapseDays }),
  })
  await appendEvents(deed, row.case_id, [
    { kind: 'approval_asked', facts: { why: approval.why, of: approval.deciders.map((decider) => decider.personId) } },
  ])
  await notify(
    deed,
    approval.deciders.map((decider) => ({
      personId: decider.personId,
      kind: 'case.asks_approval',
      subjectKind: 'case',
      subjectId: row.case_id,
      facts: { title: row.title, number: '' },
    })),
  )
  deed.enqueue({ task: 'case.mail_approval', payload: { caseId: row.case_id, what: 'asked' } })
}

export async function decideOrder(
  deed: Deed,
  input: { caseId: Id; outcome: 'approved' | 'rejected'; reason?: string | undefined },
): Promise<{ caseId: Id }> {
  if (input.outcome === 'rejected' && !input.reason?.trim())
    refuse({
      code: 'reason_missing',
      status: 422,
      field: 'reason',
      sv: 'Skriv varför, så att beställaren vet vad som kan göras.',
      en: 'Write why, so that the requester knows what can be done.',
    })
  const asking = await latestApproval(deed, 'case', input.caseId)
  const steps = asking ? await deciders(deed, asking.approval_id) : []
  const asked = steps.some((step) => step.person_id === deed.actor.personId)
  const row = await loadFor(deed, 'approve', input.caseId, undefined, asked ? ['approver'] : [])
  await decideApproval(deed, 'case', row.case_id, input.outcome, input.reason ?? null)
  if (input.outcome === 'rejected') {
    await changeCase(deed, row, { state: 'rejected', closed_at: deed.now })
  } else {
    const { promises, hours } = await promisesFor(deed, row)
    const clocks = await planClocks(deed, row.case_id, promises, hours)
    await clocks.save()
    await changeCase(deed, row, { ...clocks.head, state: 'new' })
  }
  await appendEvents(deed, row.case_id, [{ kind: input.outcome, reason: input.reason ?? null }])
  deed.journal({
    verb: `case.${input.outcome}`,
    kind: 'case',
    id: row.case_id,
    ...(input.reason ? { content: input.reason } : {}),
  })
  if (row.requester_id)
    await notify(deed, [
      {
        personId: row.requester_id,
        kind: `case.${input.outcome}`,
        subjectKind: 'case',
        subjectId: row.case_id,
        facts: { title: row.title, number: row.number ?? '' },
      },
    ])
  deed.enqueue({ task: 'case.mail_approval', payload: { caseId: row.case_id, what: input.outcome } })
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}

/** Nobody answered in time: the order falls, and the requester is told how to go on. For the sweep. */
export async function lapseOrder(deed: Deed, caseId: Id): Promise<void> {
  const row = await lockCase(deed, caseId)
  await endApproval(deed, 'case', caseId, row.state === 'awaiting_approval' ? 'lapsed' : 'withdrawn')
  if (row.state !== 'awaiting_approval') return
  await changeCase(deed, row, { state: 'rejected', closed_at: deed.now })
  await appendEvents(deed, caseId, [{ kind: 'approval_lapsed' }])
  deed.journal({ verb: 'case.approval_lapsed', kind: 'case', id: caseId })
  if (row.requester_id)
    await notify(deed, [
      {
        personId: row.requester_id,
        kind: 'case.approval_lapsed',
        subjectKind: 'case',
        subjectId: caseId,
        facts: { title: row.title, number: row.number ?? '' },
      },
    ])
  deed.enqueue({ task: 'case.mail_approval', payload: { caseId, what: 'lapsed' } })
  deed.changed(...topicsOf(row))
}
