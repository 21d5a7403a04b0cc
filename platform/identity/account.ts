// What a person does with the own account: sees where it is signed in, ends those sessions, changes the password.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import type { Deed, View } from '../act.ts'
import { realTime } from '../clock.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { endLinks } from './sessions.ts'
import { countAttempt, tooMany } from './throttle.ts'

export interface OwnSession {
  /** The hash it is kept under, in hex: names the session, opens nothing. */
  readonly key: string
  readonly startedAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** The one that asks. */
  readonly current: boolean
}

export interface OwnAccount {
  readonly loginName: string | null
  /** Without one there is nothing to change: the link by mail sets the first. */
  readonly hasPassword: boolean
  readonly sessions: readonly OwnSession[]
}

const keyForm = /^[0-9a-f]{64}$/

function accountOf(view: View): Id {
  return view.actor.accountId ?? notFound()
}

/** Sessions live in real time, whatever day a demonstration has. */
const real = (view: View): Temporal.Instant => realTime(view.tenant, view.now)

export async function ownAccount(view: View): Promise<OwnAccount> {
  const account = await view.tx
    .selectFrom('platform.account')
    .select(['login_name', 'password_hash'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('account_id', '=', accountOf(view))
    .executeTakeFirst()
  if (!account) return notFound()
  const sessions = await view.tx
    .selectFrom('platform.session')
    .select(['token_hash', 'created_at', 'seen_at', 'expires_at'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('account_id', '=', accountOf(view))
    .where('expires_at', '>', real(view))
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
  return {
    loginName: account.login_name,
    hasPassword: account.password_hash !== null,
    sessions: sessions.map((session) => {
      const key = session.token_hash.toString('hex')
      return {
        key,
        startedAt: session.created_at,
        seenAt: session.seen_at,
        endsAt: session.expires_at,
        current: key === view.actor.sessionKey,
      }
    }),
  }
}

export async function endSession(deed: Deed, key: string): Promise<void> {
  if (!keyForm.test(key)) notFound()
  const done = await deed.tx
    .deleteFrom('platform.session')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('account_id', '=', accountOf(deed))
    .where('token_hash', '=', Buffer.from(key, 'hex'))
    .executeTakeFirst()
  if (done.numDeletedRows !== 1n) notFound()
  deed.journal({ verb: 'account.session_ended', kind: 'account', id: accountOf(deed) })
}

/** Everywhere, or everywhere but here. */
export async function endSessions(deed: Deed, { keepThis }: { keepThis: boolean }): Promise<{ ended: number }> {
  const ended = await endOthers(deed, keepThis ? deed.actor.sessionKey : undefined)
  deed.journal({
    verb: 'account.signed_out_everywhere',
    kind: 'account',
    id: accountOf(deed),
    facts: { ended, keepThis },
  })
  return { ended }
}

async function endOthers(deed: Deed, but: string | undefined): Promise<number> {
  const done = await deed.tx
    .deleteFrom('platform.session')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('account_id', '=', accountOf(deed))
    .$if(but !== undefined, (q) => q.where('token_hash', '!=', Buffer.from(but ?? '', 'hex')))
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

export type PasswordOutcome = 'changed' | 'wrong' | 'too_many'

/**
 * The old password is asked for, and guesses at it are counted: so a wrong one is an outcome that is committed, and told
 * by `tellOutcome` afterwards. A change ends every other session and every link.
 */
export async function changePassword(
  deed: Deed,
  input: { current: string; password: string },
): Promise<{ outcome: PasswordOutcome }> {
  const accountId = accountOf(deed)
  const account = await deed.tx
    .selectFrom('platform.account')
    .select('password_hash')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (account.password_hash === null)
    refuse({
      code: 'no_password',
      status: 409,
      sv: 'Kontot har inget lösenord än. Be om en länk för nytt lösenord i stället.',
      en: 'The account has no password yet. Ask for a link for a new password instead.',
    })
  const counted = { of: `password:${accountId}`, atMost: 8 }
  if (!(await countAttempt(deed.tx, deed.tenant.tenantId, [counted], real(deed)))) return { outcome: 'too_many' }
  if (!(await passwordMatches(input.current, account.password_hash))) return { outcome: 'wrong' }
  const hash = await hashPassword(input.password)
  await deed.tx
    .updateTable('platform.account')
    .set((q) => ({ password_hash: hash, version: q('version', '+', 1) }))
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('account_id', '=', accountId)
    .execute()
  await endLinks(deed.tx, deed.tenant.tenantId, accountId, real(deed))
  const ended = await endOthers(deed, deed.actor.sessionKey)
  deed.journal({ verb: 'account.password_changed', kind: 'account', id: accountId, facts: { ended } })
  return { outcome: 'changed' }
}

/** Says what came of it, after the count has been kept. */
export function tellOutcome({ outcome }: { outcome: PasswordOutcome }): void {
  if (outcome === 'too_many') tooMany()
  if (outcome === 'wrong')
    refuse({
      code: 'wrong_password',
      status: 422,
      field: 'current',
      sv: 'Det är inte ditt nuvarande lösenord.',
      en: 'That is not your present password.',
    })
}
