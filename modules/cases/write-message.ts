// The conversation of a case: what the customer writes, what we answer, and what we note among ourselves.
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import { notify } from '#platform/notices'
import { tieFiles } from '#platform/files/tie'
import type { TiableFile } from '#platform/files/tie'
import type { Channel, SpokenChannel } from './case.ts'
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
  readonly files?: readonly TiableFile[] | undefined
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
  await heard(deed, row)
  return { caseId: row.case_id, messageId }
}

/** What the customer said by telephone, at the counter or in a letter, written down by the one who took it. */
export async function writeDown(
  deed: Deed,
  input: NewMessage & { readonly channel: SpokenChannel },
): Promise<{ caseId: Id; messageId: Id }> {
  const row = await loadFor(deed, 'write_down', input.caseId)
  const messageId = await keep(deed, row, 'in', input, row.requester_id)
  await heard(deed, row)
  return { caseId: row.case_id, messageId }
}

/** Who waits for the customer waits no longer, whatever the channel; the one who holds the case is told. */
async function heard(deed: Deed, row: CaseRow): Promise<void> {
  if (row.state === 'waiting' && row.waiting_for === 'customer') await resume(deed, row, 'resumed_by_answer')
  else await changeCase(deed, row, {})
  if (row.owner_person_id) await tell(deed, row, [row.owner_person_id], 'case.customer_wrote')
}

/** `author`: whose words they are, when another than the one who writes them. */
async function keep(
  deed: Deed,
  row: CaseRow,
  kind: 'in' | 'out' | 'note',
  input: NewMessage,
  author: Id | null = deed.actor.personId,
): Promise<Id> {
  const messageId = deed.newId()
  const written = author === deed.actor.personId ? {} : { writtenDown: true }
  await insertMessage(deed, {
    case_id: row.case_id,
    message_id: messageId,
    kind,
    channel: input.channel ?? 'portal',
    author_id: author,
    body: input.body,
  })
  await tieFiles(deed, input.files ?? [], 'message', messageId)
  await appendEvents(deed, row.case_id, [
    { kind: `message_${kind}`, facts: { messageId, files: input.files?.length ?? 0, ...written } },
  ])
  deed.journal({
    verb: `case.message_${kind}`,
    kind: 'case',
    id: row.case_id,
    facts: { message: messageId, files: input.files?.length ?? 0, ...written },
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
