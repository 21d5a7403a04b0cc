// Sign-in with a local account, sessions as hashed rows, sign out here or everywhere, and reset by a one-time link.
// All of it lives in real time: a demonstration's own day never prolongs a session.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Tenant } from '../actor.ts'
import type { Floor, Reach } from '../db/floor.ts'
import { within } from '../db/floor.ts'
import { hashPassword, passwordMatches } from './password.ts'

const sessionHours = 12
const failuresAllowed = 8
const windowMinutes = 15
const resetMinutes = 60

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
const newToken = (): string => randomBytes(32).toString('base64url')

const blank = (tenantId: Id): Reach => ({ tenantId, personId: null, authorities: [], customers: [], circles: [] })

const wrongCredentials = (): never =>
  refuse({
    code: 'wrong_credentials',
    status: 401,
    sv: 'Fel namn eller lösenord. Försök igen eller begär en ny länk.',
    en: 'Wrong name or password. Try again or ask for a new link.',
  })

/** Checks name and password; the answer is the same, and takes as long, whether the account exists or not. */
export async function signIn(
  floor: Floor,
  tenant: Tenant,
  input: { name: string; password: string; from: string },
  at: Temporal.Instant,
): Promise<string> {
  const name = input.name.trim().toLowerCase()
  const keys = [tokenHash(`name:${tenant.tenantId}:${name}`), tokenHash(`from:${input.from}`)]
  await refuseThrottled(floor, tenant.tenantId, keys, at)
  const account = await within(floor, blank(tenant.tenantId), true, (tx) =>
    tx
      .selectFrom('platform.account')
      .select(['account_id', 'person_id', 'password_hash', 'ended_at'])
      .where('login_name', '=', name)
      .executeTakeFirst(),
  )
  const matches = await passwordMatches(input.password, account?.password_hash ?? null)
  const ended = account?.ended_at ? Temporal.Instant.compare(account.ended_at, at) <= 0 : false
  if (!account || !matches || ended) {
    await countFailure(floor, tenant.tenantId, keys, at)
    return wrongCredentials()
  }
  return openSession(floor, tenant, { accountId: account.account_id, seatId: null }, at)
}

/** Also used by the seat chooser of a demonstration, which refuses every other tenant. */
export async function openSession(
  floor: Floor,
  tenant: Tenant,
  facts: { accountId: Id; seatId: Id | null },
  at: Temporal.Instant,
): Promise<string> {
  const token = newToken()
  await within(floor, blank(tenant.tenantId), false, (tx) =>
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
  await within(floor, blank(tenantId), false, (tx) =>
    tx
      .updateTable('platform.session')
      .set({ assignment_id: seatId })
      .where('token_hash', '=', tokenHash(token))
      .execute(),
  )
}

export async function signOut(floor: Floor, tenantId: Id, token: string): Promise<void> {
  await within(floor, blank(tenantId), false, (tx) =>
    tx.deleteFrom('platform.session').where('token_hash', '=', tokenHash(token)).execute(),
  )
}

export async function signOutEverywhere(floor: Floor, tenantId: Id, accountId: Id): Promise<void> {
  await within(floor, blank(tenantId), false, (tx) =>
    tx.deleteFrom('platform.session').where('account_id', '=', accountId).execute(),
  )
}

/** A one-time link's token; the caller puts it into a mail, or an administrator hands it over. Null for an unknown name. */
export async function askReset(
  floor: Floor,
  tenant: Tenant,
  name: string,
  at: Temporal.Instant,
): Promise<{ token: string; personId: Id } | null> {
  return within(floor, blank(tenant.tenantId), false, async (tx) => {
    const account = await tx
      .selectFrom('platform.account')
      .select(['account_id', 'person_id'])
      .where('login_name', '=', name.trim().toLowerCase())
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!account) return null
    const token = newToken()
    await tx
      .insertInto('platform.reset_link')
      .values({
        tenant_id: tenant.tenantId,
        token_hash: tokenHash(token),
        account_id: account.account_id,
        expires_at: at.add({ minutes: resetMinutes }),
      })
      .execute()
    return { token, personId: account.person_id }
  })
}

/** Sets the new password, uses up the link and ends every session of the account. */
export async function resetPassword(
  floor: Floor,
  tenant: Tenant,
  token: string,
  password: string,
  at: Temporal.Instant,
): Promise<void> {
  const hash = await hashPassword(password)
  await within(floor, blank(tenant.tenantId), false, async (tx) => {
    const link = await tx
      .updateTable('platform.reset_link')
      .set({ used_at: at })
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returning('account_id')
      .executeTakeFirst()
    if (!link)
      refuse({
        code: 'link_used_or_old',
        status: 410,
        sv: 'Länken är använd eller för gammal. Begär en ny.',
        en: 'The link has been used or is too old. Ask for a new one.',
      })
    await tx
      .updateTable('platform.account')
      .set({ password_hash: hash })
      .where('account_id', '=', link.account_id)
      .execute()
    await tx.deleteFrom('platform.session').where('account_id', '=', link.account_id).execute()
  })
}

const windowStart = (at: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(
    Math.floor(at.epochMilliseconds / (windowMinutes * 60_000)) * windowMinutes * 60_000,
  )

async function refuseThrottled(
  floor: Floor,
  tenantId: Id,
  keys: readonly Buffer[],
  at: Temporal.Instant,
): Promise<void> {
  const worst = await within(floor, blank(tenantId), true, (tx) =>
    tx
      .selectFrom('platform.throttle')
      .select((q) => q.fn.max('failures').as('failures'))
      .where('key_hash', 'in', [...keys])
      .where('window_start', '=', windowStart(at))
      .executeTakeFirst(),
  )
  if ((worst?.failures ?? 0) < failuresAllowed) return
  refuse({
    code: 'too_many_attempts',
    status: 429,
    sv: `För många försök. Vänta ${windowMinutes} minuter.`,
    en: `Too many attempts. Wait ${windowMinutes} minutes.`,
  })
}

async function countFailure(floor: Floor, tenantId: Id, keys: readonly Buffer[], at: Temporal.Instant): Promise<void> {
  await within(floor, blank(tenantId), false, async (tx) => {
    for (const key of keys)
      await sql`insert into platform.throttle as t (tenant_id, key_hash, window_start, failures)
        values (${tenantId}, ${key}, ${windowStart(at)}, 1)
        on conflict (tenant_id, key_hash, window_start) do update set failures = t.failures + 1`.execute(tx)
  })
}
