// Who must say yes, and did: one shared thing for orders, publishing, charging and payments. Any of the persons asked may
// decide (purchaser, head); under four eyes never the one who asked; of both parties each must say yes, and one no is
// enough. What is not decided is reminded of, then lapses.
import type { Id } from '#basics/id'
import { forbidden, notFound, refuse } from '#basics/refusal'
import type { Deed, View } from './act.ts'

export interface ApprovalRequest {
  readonly kind: 'purchaser' | 'four_eyes' | 'both_parties' | 'head'
  readonly subjectKind: string
  readonly subjectId: Id
  /** Why a yes is needed: `over_limit`, `not_authorised` … looked up as words where it is shown. */
  readonly reasonCode: string
  readonly amountOre?: bigint
  /** Who may decide; `deputyFor` when the person stands in for somebody away. */
  readonly deciders: readonly { readonly personId: Id; readonly deputyFor: Id | null }[]
  readonly remindAt?: Temporal.Instant
  readonly lapseAt?: Temporal.Instant
}

export async function askApproval(deed: Deed, request: ApprovalRequest): Promise<Id> {
  const deciders = request.deciders.filter(
    (decider) => request.kind !== 'four_eyes' || decider.personId !== deed.actor.personId,
  )
  if (deciders.length === 0)
    refuse({
      code: 'nobody_to_approve',
      status: 409,
      sv: 'Det finns ingen som kan godkänna. Be förvaltningens samordnare utse en beställare.',
      en: 'There is nobody who can approve. Ask the coordinator to appoint a purchaser.',
    })
  const approvalId = deed.newId()
  await deed.tx
    .insertInto('platform.approval')
    .values({
      tenant_id: deed.tenant.tenantId,
      approval_id: approvalId,
      kind: request.kind,
      subject_kind: request.subjectKind,
      subject_id: request.subjectId,
      reason_code: request.reasonCode,
      amount_ore: request.amountOre ?? null,
      asked_by: deed.actor.personId ?? deed.actor.tenantId,
      asked_at: deed.now,
      remind_at: request.remindAt ?? null,
      lapse_at: request.lapseAt ?? null,
    })
    .execute()
  await deed.tx
    .insertInto('platform.approval_step')
    .values(
      deciders.map((decider) => ({
        tenant_id: deed.tenant.tenantId,
        approval_id: approvalId,
        person_id: decider.personId,
        deputy_for: decider.deputyFor,
      })),
    )
    .execute()
  deed.journal({
    verb: 'approval.asked',
    kind: request.subjectKind,
    id: request.subjectId,
    facts: { approval: approvalId, reason: request.reasonCode, amountOre: request.amountOre?.toString() ?? null },
  })
  deed.changed(...deciders.map((decider) => `person:${decider.personId}`))
  return approvalId
}

export async function openApproval(view: Pick<View, 'tx' | 'tenant'>, subjectKind: string, subjectId: Id) {
  return view.tx
    .selectFrom('platform.approval')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .where('state', '=', 'open')
    .executeTakeFirst()
}

/** The latest one asked, whatever became of it: who was asked may still be told that it is settled. */
export async function latestApproval(view: Pick<View, 'tx' | 'tenant'>, subjectKind: string, subjectId: Id) {
  return view.tx
    .selectFrom('platform.approval')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function deciders(view: Pick<View, 'tx' | 'tenant'>, approvalId: Id) {
  return view.tx
    .selectFrom('platform.approval_step')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('approval_id', '=', approvalId)
    .orderBy('person_id')
    .execute()
}

/**
 * Two who decide at the same moment: the row is locked, the second is told that it is settled. `settled` is false when
 * the other party has yet to say yes.
 */
export async function decideApproval(
  deed: Deed,
  subjectKind: string,
  subjectId: Id,
  outcome: 'approved' | 'rejected',
  reason: string | null,
): Promise<{ approvalId: Id; settled: boolean }> {
  const approval = await deed.tx
    .selectFrom('platform.approval')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!approval) return notFound()
  if (approval.state !== 'open') alreadyDecided()
  const personId = deed.actor.personId
  const steps = await deciders(deed, approval.approval_id)
  const mine = steps.find((step) => step.person_id === personId)
  if (!mine || (approval.kind === 'four_eyes' && approval.asked_by === personId)) return forbidden('approval.decide')
  if (mine.outcome !== null) alreadyDecided()
  await deed.tx
    .updateTable('platform.approval_step')
    .set({ outcome, decided_at: deed.now, reason })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('approval_id', '=', approval.approval_id)
    .where('person_id', '=', mine.person_id)
    .execute()
  const waits = steps.some((step) => step !== mine && step.outcome === null)
  const settled = outcome === 'rejected' || approval.kind !== 'both_parties' || !waits
  if (settled) await settle(deed, approval.approval_id, outcome)
  deed.journal({
    verb: `approval.${outcome}`,
    kind: subjectKind,
    id: subjectId,
    facts: { approval: approval.approval_id, settled },
    ...(reason ? { content: reason } : {}),
  })
  return { approvalId: approval.approval_id, settled }
}

function alreadyDecided(): never {
  return refuse({
    code: 'already_decided',
    status: 409,
    sv: 'Det är redan avgjort. Läs om sidan för att se av vem.',
    en: 'It has already been decided. Reload to see by whom.',
  })
}

export async function endApproval(
  deed: Deed,
  subjectKind: string,
  subjectId: Id,
  state: 'withdrawn' | 'lapsed',
): Promise<void> {
  const approval = await openApproval(deed, subjectKind, subjectId)
  if (!approval) return
  await settle(deed, approval.approval_id, state)
  deed.journal({
    verb: `approval.${state}`,
    kind: subjectKind,
    id: subjectId,
    facts: { approval: approval.approval_id },
  })
}

async function settle(
  deed: Deed,
  approvalId: Id,
  state: 'approved' | 'rejected' | 'withdrawn' | 'lapsed',
): Promise<void> {
  await deed.tx
    .updateTable('platform.approval')
    .set((q) => ({ state, settled_at: deed.now, version: q('version', '+', 1) }))
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('approval_id', '=', approvalId)
    .execute()
}

/** For the sweeps: open approvals whose reminder or lapse has come. */
export async function dueApprovals(view: View, subjectKind: string, what: 'remind' | 'lapse', limit: number) {
  const query = view.tx
    .selectFrom('platform.approval')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('subject_kind', '=', subjectKind)
    .where('state', '=', 'open')
  const due =
    what === 'lapse'
      ? query.where('lapse_at', '<=', view.now)
      : query.where('remind_at', '<=', view.now).where('reminded_at', 'is', null)
  return due.orderBy('asked_at').limit(limit).execute()
}

export async function markReminded(deed: Deed, approvalId: Id): Promise<boolean> {
  const marked = await deed.tx
    .updateTable('platform.approval')
    .set({ reminded_at: deed.now })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('approval_id', '=', approvalId)
    .where('state', '=', 'open')
    .where('reminded_at', 'is', null)
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}
