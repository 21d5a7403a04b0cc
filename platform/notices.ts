// A word to a person: in the app at once, and by mail through the outbox. The notice keeps codes and facts; the words are
// looked up by kind when it is read or written as a letter, in the reader's language.
import type { Id } from '#basics/id'
import type { Words } from '#basics/refusal'
import type { Deed, View } from './act.ts'

export interface NoticeKind {
  /** One line in the list of notices. */
  line(facts: Readonly<Record<string, string>>): Words
  /** Address below the tenant that the notice opens. */
  href(facts: Readonly<Record<string, string>>, subjectId: Id): string
}
export type NoticeWords = Readonly<Record<string, NoticeKind>>

const kinds = new Map<string, NoticeKind>()

export function declareNotices(words: NoticeWords): void {
  for (const [kind, word] of Object.entries(words)) kinds.set(kind, word)
}

export function noticeKind(kind: string): NoticeKind | undefined {
  return kinds.get(kind)
}

export interface NewNotice {
  readonly personId: Id
  readonly kind: string
  readonly subjectKind: string
  readonly subjectId: Id
  readonly facts?: Readonly<Record<string, string>>
  /** Also when the reader caused it: a promise that moved because of one's own answer. */
  readonly toSelf?: boolean
}

export async function notify(deed: Deed, notices: readonly NewNotice[]): Promise<void> {
  const others = notices.filter((notice) => notice.toSelf || notice.personId !== deed.actor.personId)
  if (others.length === 0) return
  await deed.tx
    .insertInto('platform.notice')
    .values(
      others.map((notice) => ({
        tenant_id: deed.tenant.tenantId,
        notice_id: deed.newId(),
        person_id: notice.personId,
        at: deed.now,
        kind: notice.kind,
        subject_kind: notice.subjectKind,
        subject_id: notice.subjectId,
        facts: JSON.stringify(notice.facts ?? {}),
      })),
    )
    .execute()
  deed.changed(...others.map((notice) => `person:${notice.personId}`))
}

export interface Letter {
  readonly personId: Id | null
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  readonly aboutKind: string
  readonly aboutId: Id
}

/** Puts a mail in the outbox; the job `mail.send` takes it after commit (platform/mail). */
export async function post(deed: Deed, letter: Letter): Promise<Id> {
  const mailId = deed.newId()
  await deed.tx
    .insertInto('platform.outbox')
    .values({
      tenant_id: deed.tenant.tenantId,
      mail_id: mailId,
      person_id: letter.personId,
      to_address: letter.toAddress,
      subject: letter.subject.replaceAll(/[\r\n]+/g, ' ').slice(0, 250),
      body: letter.body,
      about_kind: letter.aboutKind,
      about_id: letter.aboutId,
      created_at: deed.now,
    })
    .execute()
  deed.enqueue({ task: 'mail.send', payload: { mailId } })
  return mailId
}

export async function unreadNotices(view: View): Promise<number> {
  if (view.actor.personId === null) return 0
  const found = await view.tx
    .selectFrom((q) =>
      q
        .selectFrom('platform.notice')
        .select('notice_id')
        .where('person_id', '=', view.actor.personId)
        .where('read_at', 'is', null)
        .limit(100)
        .as('n'),
    )
    .select((q) => q.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(found.count)
}

/** Everything up to now is read; twice is once. */
export async function readAllNotices(deed: Deed): Promise<{ read: number }> {
  const done = await deed.tx
    .updateTable('platform.notice')
    .set({ read_at: deed.now })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('person_id', '=', deed.actor.personId)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  deed.changed(`person:${deed.actor.personId ?? ''}`)
  return { read: Number(done.numUpdatedRows) }
}
