// Accounts as whoever keeps the register sees them: one is given without a password, its link is made for a letter, it is
// ended at once and opened again. What a person does with the own account stands in account.ts.
import type { Id } from '#basics/id'
import { lostRace, notFound, refuse } from '#basics/refusal'
import type { Deed, View } from '../act.ts'
import { realTime } from '../clock.ts'
import { endLinks, makeLink, resetMinutes } from './sessions.ts'

/** An invitation may lie over a weekend; a link for a new password may not. */
export const invitationMinutes = 3 * 24 * 60

/** invited: a link waits; waiting: neither password nor link that works. */
export const accountStates = ['none', 'invited', 'waiting', 'active', 'ended'] as const
export type AccountState = (typeof accountStates)[number]

export interface KeptAccount {
  readonly accountId: Id
  readonly state: Exclude<AccountState, 'none'>
  readonly loginName: string | null
  /** When the link that waits stops working. */
  readonly linkUntil: Temporal.Instant | null
  readonly activeSince: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  /** By the sessions that are still kept; an ended one leaves nothing behind. */
  readonly seenAt: Temporal.Instant | null
  readonly version: number
}

/** Accounts, links and sessions live in real time, whatever day a demonstration has. */
const real = (view: View): Temporal.Instant => realTime(view.tenant, view.now)

export async function keptAccount(view: View, personId: Id): Promise<KeptAccount | null> {
  const at = real(view)
  const row = await view.tx
    .selectFrom('platform.account as a')
    .select([
      'a.account_id',
      'a.login_name',
      'a.password_hash',
      'a.issuer',
      'a.active_since',
      'a.ended_at',
      'a.version',
    ])
    .select((q) => [
      q
        .selectFrom('platform.reset_link as l')
        .select((l) => l.fn.max('l.expires_at').as('until'))
        .whereRef('l.tenant_id', '=', 'a.tenant_id')
        .whereRef('l.account_id', '=', 'a.account_id')
        .where('l.used_at', 'is', null)
        .where('l.expires_at', '>', at)
        .as('link_until'),
      q
        .selectFrom('platform.session as s')
        .select((s) => s.fn.max('s.seen_at').as('seen'))
        .whereRef('s.tenant_id', '=', 'a.tenant_id')
        .whereRef('s.account_id', '=', 'a.account_id')
        .as('seen_at'),
    ])
    .where('a.tenant_id', '=', view.tenant.tenantId)
    .where('a.person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  const opens = row.password_hash !== null || row.issuer !== null
  return {
    accountId: row.account_id,
    state: row.ended_at !== null ? 'ended' : opens ? 'active' : row.link_until !== null ? 'invited' : 'waiting',
    loginName: row.login_name,
    linkUntil: row.link_until,
    activeSince: row.active_since,
    endedAt: row.ended_at,
    seenAt: row.seen_at,
    version: row.version,
  }
}

/** What a mail address is written with, and the Swedish letters: nothing that looks like something else. */
const loginForm = /^[a-z0-9åäöéü.!#$%&'*+/=?^_`{|}~@-]{3,200}$/

/** One account for a person, one name for an account. It has no password: the link sets the first. */
export async function giveAccount(deed: Deed, given: { personId: Id; loginName: string }): Promise<Id> {
  const loginName = given.loginName.trim().toLowerCase()
  if (!loginForm.test(loginName))
    refuse({
      code: 'wrong_login_name',
      status: 422,
      field: 'loginName',
      sv: 'Skriv minst tre tecken utan mellanslag, helst personens e-postadress.',
      en: 'Write at least three characters without spaces, best the person’s mail address.',
    })
  const accountId = deed.newId()
  const made = await deed.tx
    .insertInto('platform.account')
    .values({
      tenant_id: deed.tenant.tenantId,
      account_id: accountId,
      person_id: given.personId,
      login_name: loginName,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) await refuseClash(deed, given.personId)
  deed.journal({ verb: 'account.given', kind: 'account', id: accountId, facts: { person: given.personId } })
  return accountId
}

async function refuseClash(deed: Deed, personId: Id): Promise<never> {
  if (await keptAccount(deed, personId))
    refuse({
      code: 'account_exists',
      status: 409,
      sv: 'Personen har redan ett konto. Skicka en ny länk eller öppna kontot igen.',
      en: 'The person already has an account. Send a new link or open the account again.',
    })
  return refuse({
    code: 'login_name_taken',
    status: 409,
    field: 'loginName',
    sv: 'Inloggningsnamnet används av någon annan. Välj ett annat.',
    en: 'Somebody else has that login name. Choose another.',
  })
}

export interface SeenAccount {
  readonly personId: Id
  readonly version: number
}

async function lockAccount(deed: Deed, seen: SeenAccount) {
  const row = await deed.tx
    .selectFrom('platform.account')
    .select(['account_id', 'login_name', 'password_hash', 'ended_at', 'version'])
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('person_id', '=', seen.personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound()
  if (row.version !== seen.version) lostRace()
  return row
}

async function nextVersion(deed: Deed, accountId: Id, change: { ended_at?: Temporal.Instant | null }): Promise<void> {
  await deed.tx
    .updateTable('platform.account')
    .set((q) => ({ ...change, version: q('version', '+', 1) }))
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('account_id', '=', accountId)
    .execute()
}

export interface MadeLink {
  /** For a letter and for nothing else; never part of an answer, which is kept for repeats. */
  readonly token: string
  readonly until: Temporal.Instant
  readonly loginName: string | null
  /** The first password, or another. */
  readonly first: boolean
}

/** A new link; an earlier one stops working. */
export async function newLink(deed: Deed, seen: SeenAccount): Promise<MadeLink> {
  const account = await lockAccount(deed, seen)
  if (account.ended_at !== null)
    refuse({
      code: 'account_ended',
      status: 409,
      sv: 'Kontot är avslutat. Öppna det igen först.',
      en: 'The account has ended. Open it again first.',
    })
  const first = account.password_hash === null
  const minutes = first ? invitationMinutes : resetMinutes
  const token = await makeLink(deed.tx, deed.tenant.tenantId, account.account_id, real(deed), minutes)
  await nextVersion(deed, account.account_id, {})
  const until = real(deed).add({ minutes })
  deed.journal({
    verb: 'account.link_sent',
    kind: 'account',
    id: account.account_id,
    facts: { first, until: until.toString() },
  })
  return { token, until, loginName: account.login_name, first }
}

/** At once: no session, no link and no password opens it. */
export async function closeAccount(deed: Deed, seen: SeenAccount): Promise<void> {
  const account = await lockAccount(deed, seen)
  if (account.account_id === deed.actor.accountId)
    refuse({
      code: 'own_account',
      status: 409,
      sv: 'Ingen avslutar sitt eget konto. Be en annan administratör.',
      en: 'Nobody ends their own account. Ask another administrator.',
    })
  if (account.ended_at !== null)
    refuse({
      code: 'account_ended',
      status: 409,
      sv: 'Kontot är redan avslutat.',
      en: 'The account has already ended.',
    })
  await nextVersion(deed, account.account_id, { ended_at: real(deed) })
  const sessions = await endAll(deed, account.account_id)
  deed.journal({ verb: 'account.ended', kind: 'account', id: account.account_id, facts: { sessions } })
}

/** The password is the one it had. What came in while it was being ended does not come to life with it. */
export async function openAgain(deed: Deed, seen: SeenAccount): Promise<void> {
  const account = await lockAccount(deed, seen)
  if (account.ended_at === null)
    refuse({
      code: 'account_open',
      status: 409,
      sv: 'Kontot är redan öppet.',
      en: 'The account is already open.',
    })
  await nextVersion(deed, account.account_id, { ended_at: null })
  await endAll(deed, account.account_id)
  deed.journal({ verb: 'account.reopened', kind: 'account', id: account.account_id })
}

async function endAll(deed: Deed, accountId: Id): Promise<number> {
  await endLinks(deed.tx, deed.tenant.tenantId, accountId, real(deed))
  const ended = await deed.tx
    .deleteFrom('platform.session')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}
