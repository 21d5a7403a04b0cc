// Receipt, done notice, answer: each sent once, and written down as sent. Run as jobs after commit, and by the sweep for
// what a lost job left (TY-056).
import type { Id } from '#basics/id'
import { addressIn } from '#platform/address'
import type { Deed } from '#platform/act'
import { notify, post } from '#platform/notices'
import type { LetterFacts, PromiseTold } from './letters.ts'
import { convertedLetter, doneLetter, receiptLetter, replyLetter } from './letters.ts'
import { readClocks } from './clocks.ts'
import type { CaseRow } from './store.ts'
import { appendEvents, lockCase } from './store.ts'
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
  letter: (facts: LetterFacts) => { subject: string; body: string },
  about = { kind: 'case', id: row.case_id },
): Promise<void> {
  if (!row.requester_id || row.circle_id !== null) return
  const person = await personToWrite(deed, row.requester_id)
  if (!person) return
  const facts: LetterFacts = {
    lang: deed.tenant.language,
    number: row.number ?? '',
    title: row.title,
    office: deed.tenant.name,
    link: addressIn(deed.tenant, `/arenden/${row.number ?? row.case_id}`),
    now: deed.now,
  }
  await post(deed, {
    personId: row.requester_id,
    toAddress: person.email,
    ...letter(facts),
    aboutKind: about.kind,
    aboutId: about.id,
  })
}

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
