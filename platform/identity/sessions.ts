// Sign-in with a local account, sessions as hashed rows, and reset by a one-time link. All of it lives in real time: a
// demonstration's own day never prolongs a session. What one does with one's own account stands in account.ts.
import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Tenant } from '../actor.ts'
import type { Floor } from '../db/floor.ts'
import { within } from '../db/floor.ts'
import type { Tx } from '../db/tx.ts'
import { forgetSecrets } from '../outbox.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { blankReach } from './reach.ts'
import type { Counted } from './throttle.ts'
import { giveBack, takeAttempt } from './throttle.ts'

/** A long working day. No shorter limit for standing still: a queue is watched for hours. */
const sessionHours = 12
/** Seen is written this often at most, so that reading pages does not become writing. */
const seenEveryMinutes = 5
export const resetMinutes = 60

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
const newToken = (): string => randomBytes(32).toString('base64url')
const nameOf = (typed: string): string => typed.trim().toLowerCase()

const wrongCredentials = (): never =>
  refuse({
    code: 'wrong_credentials',
    status: 401,
    sv: 'Fel namn eller lösenord. Försök igen eller begär en ny länk.',
    en: 'Wrong name or password. Try again or ask for a new link.',
  })

/**
 * Whoever guesses at one name is stopped soon, from one address or from many; whoever tries many names from one address
 * somewhat later, since a whole office may sit behind one.
 */
function guesses(tenant: Tenant, name: string, from: string) {
  const pair: Counted = { of: `pair:${tenant.tenantId}:${name}:${from}`, atMost: 8 }
  const byName: Counted = { of: `name:${tenant.tenantId}:${name}`, atMost: 24 }
  const byAddress: Counted = { of: `from:${from}`, atMost: 60 }
  return { pair, byName, byAddress }
}

/** Checks name and password; the answer is the same, and takes as long, whether the account exists or not. */
export async function signIn(
  floor: Floor,
  tenant: Tenant,
  input: { name: string; password: string; from: string },
  at: Temporal.Instant,
): Promise<string> {
  const name = nameOf(input.name)
  const { pair, byName, byAddress } = guesses(tenant, name, input.from)
  await takeAttempt(floor, tenant.tenantId, [pair, byName, byAddress], at)
  const account = await within(floor, blankReach(tenant.tenantId), true, (tx) => accountNamed(tx, name))
  const matches = await passwordMatches(input.password, account?.password_hash ?? null)
  if (!account || !matches || isOver(account.ended_at, at)) return wrongCredentials()
  await giveBack(floor, tenant.tenantId, { forget: [pair, byName], oneLess: [byAddress] }, at)
  return openSession(floor, tenant, { accountId: account.account_id, seatId: null }, at)
}

const isOver = (endedAt: Temporal.Instant | null, at: Temporal.Instant): boolean =>
  endedAt !== null && Temporal.Instant.compare(endedAt, at) <= 0

/** A name with characters that no database stores is nobody's. */
async function accountNamed(tx: Tx, name: string) {
  if (name.includes('\0') || !name.isWellFormed()) return undefined
  return tx
    .selectFrom('platform.account')
    .select(['account_id', 'person_id', 'password_hash', 'ended_at'])
    .where('login_name', '=', name)
    .executeTakeFirst()
}

/** Also used by the seat chooser of a demonstration, which refuses every other tenant. */
export async function openSession(
  floor: Floor,
  tenant: Tenant,
  facts: { accountId: Id; seatId: Id | null },
  at: Temporal.Instant,
): Promise<string> {
  const token = newToken()
  await within(floor, blankReach(tenant.tenantId), false, (tx) =>
    tx
      .insertInto('platform.session')
      .values({
        tenant_id: tenant.tenantId,
        token_hash: tokenHash(token),
        account_id: facts.accountId,
        assignment_id: facts.seatId,
        created_at: at,
        seen_at: at,
        expires_at: at.add({ hours: sessionHours }),
      })
      .execute(),
  )
  return token
}

export async function changeSeat(floor: Floor, tenantId: Id, token: string, seatId: Id): Promise<void> {
  await within(floor, blankReach(tenantId), false, (tx) =>
    tx
      .updateTable('platform.session')
      .set({ assignment_id: seatId })
      .where('token_hash', '=', tokenHash(token))
      .execute(),
  )
}

/** Notes that the session is in use, now and then. */
export async function noteSeen(
  floor: Floor,
  tenantId: Id,
  token: string,
  seenAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> {
  if (at.since(seenAt).total('minutes') < seenEveryMinutes) return
  await within(floor, blankReach(tenantId), false, (tx) =>
    tx.updateTable('platform.session').set({ seen_at: at }).where('token_hash', '=', tokenHash(token)).execute(),
  )
}

export async function signOut(floor: Floor, tenantId: Id, token: string): Promise<void> {
  await within(floor, blankReach(tenantId), false, (tx) =>
    tx.deleteFrom('platform.session').where('token_hash', '=', tokenHash(token)).execute(),
  )
}

/** A one-time link's token; the caller puts it into a mail. Null for an unknown name. Asking is counted as guessing is. */
export async function askReset(
  floor: Floor,
  tenant: Tenant,
  input: { name: string; from: string },
  at: Temporal.Instant,
): Promise<{ token: string; personId: Id } | null> {
  const name = nameOf(input.name)
  const counted = [
    { of: `reset-name:${tenant.tenantId}:${name}`, atMost: 4 },
    { of: `reset-from:${input.from}`, atMost: 30 },
  ]
  await takeAttempt(floor, tenant.tenantId, counted, at)
  return within(floor, blankReach(tenant.tenantId), false, async (tx) => {
    const account = await accountNamed(tx, name)
    if (!account || isOver(account.ended_at, at)) return null
    return { token: await makeLink(tx, tenant.tenantId, account.account_id, at), personId: account.person_id }
  })
}

/** Only the token's hash is stored. An earlier link stops working: the latest letter is the one that counts. */
export async function makeLink(
  tx: Tx,
  tenantId: Id,
  accountId: Id,
  at: Temporal.Instant,
  minutes = resetMinutes,
): Promise<string> {
  await endLinks(tx, tenantId, accountId, at)
  const token = newToken()
  await tx
    .insertInto('platform.reset_link')
    .values({
      tenant_id: tenantId,
      token_hash: tokenHash(token),
      account_id: accountId,
      expires_at: at.add({ minutes }),
    })
    .execute()
  return token
}

/** No link of the account works any more, and no letter keeps one. */
export async function endLinks(tx: Tx, tenantId: Id, accountId: Id, at: Temporal.Instant): Promise<void> {
  const account = await tx
    .selectFrom('platform.account')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  await forgetSecrets(tx, tenantId, { personId: account.person_id })
  await tx
    .updateTable('platform.reset_link')
    .set({ used_at: at })
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute()
}

const linkIsOver = (): never =>
  refuse({
    code: 'link_used_or_old',
    status: 410,
    sv: 'Länken är använd eller för gammal. Begär en ny.',
    en: 'The link has been used or is too old. Ask for a new one.',
  })

/** Refuses a link that no longer works before anybody has thought of a password. Uses nothing up: mail filters look too. */
export async function refuseDeadLink(floor: Floor, tenant: Tenant, token: string, at: Temporal.Instant): Promise<void> {
  const link = await within(floor, blankReach(tenant.tenantId), true, (tx) =>
    tx
      .selectFrom('platform.reset_link')
      .select('account_id')
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .executeTakeFirst(),
  )
  if (!link) linkIsOver()
}

/** Sets the new password, uses up the link and ends every session of the account. */
export async function resetPassword(
  floor: Floor,
  tenant: Tenant,
  token: string,
  password: string,
  at: Temporal.Instant,
): Promise<{ accountId: Id; personId: Id }> {
  await refuseDeadLink(floor, tenant, token, at)
  const hash = await hashPassword(password)
  return within(floor, blankReach(tenant.tenantId), false, async (tx) => {
    const link = await tx
      .updateTable('platform.reset_link')
      .set({ used_at: at })
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returning('account_id')
      .executeTakeFirst()
    if (!link) return linkIsOver()
    const account = await tx
      .updateTable('platform.account')
      .set((q) => ({
        password_hash: hash,
        active_since: q.fn.coalesce('active_since', q.val(at)),
        version: q('version', '+', 1),
      }))
      .where('tenant_id', '=', tenant.tenantId)
      .where('account_id', '=', link.account_id)
      .where((q) => q.or([q('ended_at', 'is', null), q('ended_at', '>', at)]))
      .returning(['account_id', 'person_id'])
      .executeTakeFirst()
    if (!account) return linkIsOver()
    await endLinks(tx, tenant.tenantId, account.account_id, at)
    await tx
      .deleteFrom('platform.session')
      .where('tenant_id', '=', tenant.tenantId)
      .where('account_id', '=', account.account_id)
      .execute()
    return { accountId: account.account_id, personId: account.person_id }
  })
}
