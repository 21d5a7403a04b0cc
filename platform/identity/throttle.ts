// Attempts at what can be guessed, counted per key in windows of real time and shared by all processes. An attempt is
// counted before it is tried, so that a hundred at once are no way round; what succeeds is given back.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Floor } from '../db/floor.ts'
import { within } from '../db/floor.ts'
import type { Tx } from '../db/tx.ts'
import { blankReach } from './reach.ts'

export const windowMinutes = 15

/** What is counted, and how many in a window. Only the hash of what names it is stored. */
export interface Counted {
  readonly of: string
  readonly atMost: number
}

const hashOf = (counted: Counted): Buffer => createHash('sha256').update(counted.of).digest()

const windowStart = (at: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(
    Math.floor(at.epochMilliseconds / (windowMinutes * 60_000)) * windowMinutes * 60_000,
  )

/** Counts one attempt under each key; false when any of them has had its number. */
export async function countAttempt(
  tx: Tx,
  tenantId: Id,
  counted: readonly Counted[],
  at: Temporal.Instant,
): Promise<boolean> {
  let allowed = true
  // In one order everywhere, so that two attempts never wait for each other.
  for (const one of counted.toSorted((a, b) => hashOf(a).compare(hashOf(b)))) {
    const { rows } = await sql<{ failures: number }>`
      insert into platform.throttle as t (tenant_id, key_hash, window_start, failures)
      values (${tenantId}, ${hashOf(one)}, ${windowStart(at)}, 1)
      on conflict (tenant_id, key_hash, window_start) do update set failures = t.failures + 1
      returning failures`.execute(tx)
    if ((rows[0]?.failures ?? 0) > one.atMost) allowed = false
  }
  return allowed
}

/** The same in a transaction of its own, which stays whatever comes of the attempt; refuses with 429. */
export async function takeAttempt(
  floor: Floor,
  tenantId: Id,
  counted: readonly Counted[],
  at: Temporal.Instant,
): Promise<void> {
  if (!(await within(floor, blankReach(tenantId), false, (tx) => countAttempt(tx, tenantId, counted, at)))) tooMany()
}

/** What succeeded is no longer counted: wholly forgotten for the account, one less for the address. */
export async function giveBack(
  floor: Floor,
  tenantId: Id,
  keys: { readonly forget: readonly Counted[]; readonly oneLess: readonly Counted[] },
  at: Temporal.Instant,
): Promise<void> {
  await within(floor, blankReach(tenantId), false, async (tx) => {
    const inWindow = { tenant_id: tenantId, window_start: windowStart(at) }
    for (const one of keys.forget)
      await tx
        .deleteFrom('platform.throttle')
        .where('tenant_id', '=', inWindow.tenant_id)
        .where('window_start', '=', inWindow.window_start)
        .where('key_hash', '=', hashOf(one))
        .execute()
    for (const one of keys.oneLess)
      await tx
        .updateTable('platform.throttle')
        .set((q) => ({ failures: q('failures', '-', 1) }))
        .where('tenant_id', '=', inWindow.tenant_id)
        .where('window_start', '=', inWindow.window_start)
        .where('key_hash', '=', hashOf(one))
        .where('failures', '>', 0)
        .execute()
  })
}

export function tooMany(): never {
  return refuse({
    code: 'too_many_attempts',
    status: 429,
    sv: `För många försök. Vänta ${windowMinutes} minuter.`,
    en: `Too many attempts. Wait ${windowMinutes} minutes.`,
  })
}
