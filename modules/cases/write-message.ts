// The conversation of a case: what the customer writes, what we answer, and what we note among ourselves.
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import { notify } from '#platform/notices'
import { tieFiles } from '#platform/files/tie'
import type { SentFile } from '#platform/http/site'
import type { Channel } from './case.ts'
import { effectOfMessage } from './clock.ts'
import { moveClocks } from './clocks.ts'
import { loadFor, topicsOf } from './load-case.ts'
import { resume } from './pause-case.ts'
import type { CaseRow } from './store.ts'
import { appendEvents, changeCase, insertMessage } from './store.ts'

export interface NewMessage {
  readonly caseId: Id
  readonly body: string
  readonly channel?: Channel | undefined
  readonly files?: readonly SentFile[] | undefined
}

/** Our answer to the customer: stops the promise of a first answer. */
export async function replyToCase(deed: Deed, input: NewMessage): Promise<{ caseId: Id; messageId: Id }> {
  const row = await loadFor(deed, 'reply', input.caseId)
  const messageId = await keep(deed, row, 'out', input)
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    effectOfMessage(clock, 'us_to_customer') === 'stop'
      ? { kind: 'stop', at: deed.now, schedule: clock.schedule }
      : null,
  )
  await changeCase(deed, row, change)
  if (row.requester_id) await tell(deed, row, [row.requester_id, ...row.watchers], 'case.answered')
  deed.enqueue({ task: 'case.mail_reply', payload: { caseId: row.case_id, messageId } })
  return { caseId: row.case_id, messageId }
}

/** Internal: read on the provider's side only, and tells the customer nothing. */
export async function noteOnCase(deed: Deed, input: NewMessage): Promise<{ caseId: Id; messageId: Id }> {
  const row = await loadFor(deed, 'note', input.caseId)
  const messageId = await keep(deed, row, 'note', input)
  await changeCase(deed, row, {})
  return { caseId: row.case_id, messageId }
}

/** What the customer writes, whatever the channel; who waits for the customer waits no longer (zammad#1322). */
export async function writeInCase(deed: Deed, input: NewMessage): Promise<{ caseId: Id; messageId: Id }> {
  const row = await loadFor(deed, 'write', input.caseId)
  const messageId = await keep(deed, row, 'in', input)
  if (row.state === 'waiting' && row.waiting_for === 'customer') await resume(deed, row, 'resumed_by_answer')
  else await changeCase(deed, row, {})
  if (row.owner_person_id) await tell(deed, row, [row.owner_person_id], 'case.customer_wrote')
  return { caseId: row.case_id, messageId }
}

async function keep(deed: Deed, row: CaseRow, kind: 'in' | 'out' | 'note', input: NewMessage): Promise<Id> {
  const messageId = deed.newId()
  await insertMessage(deed, {
    case_id: row.case_id,
    message_id: messageId,
    kind,
    channel: input.channel ?? 'portal',
    author_id: deed.actor.personId,
    body: input.body,
  })
  await tieFiles(deed, input.files ?? [], 'message', messageId)
  await appendEvents(deed, row.case_id, [
    { kind: `message_${kind}`, facts: { messageId, files: input.files?.length ?? 0 } },
  ])
  deed.journal({
    verb: `case.message_${kind}`,
    kind: 'case',
    id: row.case_id,
    facts: { message: messageId, files: input.files?.length ?? 0 },
    content: input.body,
  })
  deed.changed(...topicsOf(row))
  return messageId
}

async function tell(deed: Deed, row: CaseRow, people: readonly Id[], kind: string): Promise<void> {
  await notify(
    deed,
    [...new Set(people)].map((personId) => ({
      personId,
      kind,
      subjectKind: 'case',
      subjectId: row.case_id,
      facts: { title: row.title, number: row.number ?? '' },
    })),
  )
}
