// Receipt, done notice, answer: each sent once, and written down as sent. Run as jobs after commit, and by the sweep for
// what a lost job left (TY-056).
import type { Id } from '#basics/id'
import { addressIn } from '#platform/address'
import type { Deed } from '#platform/act'
import { notify, post } from '#platform/notices'
import { deciders, latestApproval } from '#platform/approval'
import type { Letter, LetterFacts, PromiseTold } from './letters.ts'
import { approvalLetter, convertedLetter, doneLetter, receiptLetter, replyLetter } from './letters.ts'
import { moveClocks, readClocks } from './clocks.ts'
import type { CaseRow } from './store.ts'
import { appendEvents, changeCase, lockCase } from './store.ts'
import { closingRules } from './asked-for.ts'
import { personToWrite } from './who-orders.ts'

/** Within a minute of the order: number, promise in words and date, a way to follow it. */
export async function sendReceipt(deed: Deed, caseId: Id): Promise<boolean> {
  const row = await lockCase(deed, caseId)
  if (await happened(deed, caseId, 'receipt_sent')) return false
  const promised = await promisesTold(deed, caseId)
  await mailRequester(deed, row, (facts) => receiptLetter(facts, promised, row.state === 'awaiting_approval'))
  if (row.requester_id)
    await notify(deed, [
      {
        personId: row.requester_id,
        kind: 'case.received',
        subjectKind: 'case',
        subjectId: caseId,
        facts: { title: row.title, number: row.number ?? '' },
      },
    ])
  await stopReceiptClock(deed, row)
  await appendEvents(deed, caseId, [
    {
      kind: 'receipt_sent',
      facts: { promised: promised.map((promise) => ({ clock: promise.kind, due: promise.dueAt.toString() })) },
    },
  ])
  deed.journal({ verb: 'case.receipt_sent', kind: 'case', id: caseId })
  deed.changed(`case:${caseId}`)
  return true
}

/** A promise of a receipt is kept by the receipt; counted from the yes of the purchaser it is kept by the letter about that. */
async function stopReceiptClock(deed: Deed, row: CaseRow): Promise<void> {
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.promise.kind === 'receipt' && clock.endedAt === null
      ? { kind: 'stop', at: deed.now, schedule: clock.schedule }
      : null,
  )
  if (change.clock_kind !== row.clock_kind) await changeCase(deed, row, change)
}

export const approvalNews = ['asked', 'reminded', 'approved', 'rejected', 'lapsed'] as const
export type ApprovalNews = (typeof approvalNews)[number]

/** To the purchasers that they are asked, to the requester what became of it – with the promise when it is a yes. */
export async function mailApproval(deed: Deed, caseId: Id, what: ApprovalNews): Promise<void> {
  const row = await lockCase(deed, caseId)
  const approval = await latestApproval(deed, 'case', caseId)
  if (!approval || row.circle_id !== null) return
  const steps = await deciders(deed, approval.approval_id)
  const asks = what === 'asked' || what === 'reminded'
  if (asks && approval.state !== 'open') return
  const promised = what === 'approved' ? await promisesTold(deed, caseId) : []
  const reason = steps.find((step) => step.outcome !== null)?.reason ?? null
  const about = { kind: `approval.${what}`, id: approval.approval_id }
  for (const personId of asks ? steps.map((step) => step.person_id) : [row.requester_id]) {
    if (personId === null || (await mailed(deed, about, personId))) continue
    await mailTo(deed, row, personId, (facts) => approvalLetter(facts, what, { promised, reason }), about)
  }
  if (what === 'approved') await stopReceiptClock(deed, row)
}

async function mailed(deed: Deed, about: { kind: string; id: Id }, personId: Id): Promise<boolean> {
  const found = await deed.tx
    .selectFrom('platform.outbox')
    .select('mail_id')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

export async function sendDoneNotice(deed: Deed, caseId: Id): Promise<boolean> {
  const row = await lockCase(deed, caseId)
  if (row.done_at === null || (await happened(deed, caseId, 'done_notice_sent', row.done_at))) return false
  const { reopenWithinDays } = await closingRules(deed, row.request_type_id)
  const delivered = await deed.tx
    .selectFrom('cases.delivery')
    .select('note')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  await mailRequester(deed, row, (facts) => doneLetter(facts, delivered?.note ?? null, reopenWithinDays))
  await appendEvents(deed, caseId, [{ kind: 'done_notice_sent' }])
  deed.journal({ verb: 'case.done_notice_sent', kind: 'case', id: caseId })
  deed.changed(`case:${caseId}`)
  return true
}

export async function mailReply(deed: Deed, caseId: Id, messageId: Id): Promise<void> {
  const row = await lockCase(deed, caseId)
  const already = await deed.tx
    .selectFrom('platform.outbox')
    .select('mail_id')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('about_kind', '=', 'message')
    .where('about_id', '=', messageId)
    .executeTakeFirst()
  const message = await deed.tx
    .selectFrom('cases.message')
    .select('body')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .where('message_id', '=', messageId)
    .where('kind', '=', 'out')
    .executeTakeFirst()
  if (already || !message) return
  await mailRequester(deed, row, (facts) => replyLetter(facts, message.body), { kind: 'message', id: messageId })
}

export async function mailConverted(deed: Deed, caseId: Id): Promise<void> {
  const row = await lockCase(deed, caseId)
  if (row.state !== 'converted' || (await happened(deed, caseId, 'done_notice_sent'))) return
  await mailRequester(deed, row, convertedLetter)
  await appendEvents(deed, caseId, [{ kind: 'done_notice_sent' }])
}

async function mailRequester(
  deed: Deed,
  row: CaseRow,
  letter: (facts: LetterFacts) => Letter,
  about = { kind: 'case', id: row.case_id },
): Promise<void> {
  if (row.circle_id !== null) return
  if (row.requester_id) return mailTo(deed, row, row.requester_id, letter, about)
  // Somebody outside has no account: the letter goes to the address that was given, without a way in.
  const address = row.outside_address?.trim() ?? ''
  if (!/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(address)) return
  const facts = { ...factsOf(deed, row), link: null }
  await post(deed, { personId: null, toAddress: address, ...letter(facts), aboutKind: about.kind, aboutId: about.id })
}

async function mailTo(
  deed: Deed,
  row: CaseRow,
  personId: Id,
  letter: (facts: LetterFacts) => Letter,
  about: { kind: string; id: Id },
): Promise<void> {
  const person = await personToWrite(deed, personId)
  if (!person) return
  await post(deed, {
    personId,
    toAddress: person.email,
    ...letter(factsOf(deed, row)),
    aboutKind: about.kind,
    aboutId: about.id,
  })
}

const factsOf = (deed: Deed, row: CaseRow): LetterFacts => ({
  lang: deed.tenant.language,
  number: row.number ?? '',
  title: row.title,
  office: deed.tenant.name,
  link: addressIn(deed.tenant, `/arenden/${row.number ?? row.case_id}`),
  now: deed.now,
})

async function happened(deed: Deed, caseId: Id, kind: string, since?: Temporal.Instant): Promise<boolean> {
  const found = await deed.tx
    .selectFrom('cases.event')
    .select('n')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .$if(since !== undefined, (q) => q.where('at', '>=', since ?? deed.now))
    .executeTakeFirst()
  return found !== undefined
}

async function promisesTold(deed: Deed, caseId: Id): Promise<PromiseTold[]> {
  const clocks = await readClocks(deed, caseId)
  return clocks
    .filter(({ clock }) => clock.endedAt === null)
    .map(({ row, clock }) => ({ kind: row.kind, dueAt: clock.dueAt, strive: clock.promise.strength === 'strive' }))
    .toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))
}
