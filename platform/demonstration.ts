// What only a demonstration does to its own tenant: it is laid, told step by step up to its first day, and looked at
// while that goes on. How far the telling has come is counted in the transaction of each step.
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Id } from '#basics/id'
import type { Tenant } from './actor.ts'
import type { Floor } from './db/floor.ts'
import type { Tx } from './db/tx.ts'

/** The row that everything else of the tenant hangs on; false when another process has just laid it. */
export async function layTenant(tx: Tx, tenant: Tenant): Promise<boolean> {
  const laid = await tx
    .insertInto('platform.tenant')
    .values({
      tenant_id: tenant.tenantId,
      slug: tenant.slug,
      name: tenant.name,
      municipality: tenant.municipality,
      colour: tenant.colour,
      language: tenant.language,
      demonstration: tenant.demonstration,
      time_shift_days: tenant.timeShiftDays,
    })
    .onConflict((c) => c.column('slug').doNothing())
    .executeTakeFirst()
  return laid.numInsertedOrUpdatedRows === 1n
}

export interface Told {
  /** Steps done, over all cases in order of time. */
  readonly steps: number
  /** Cases of which everything is told. */
  readonly cases: number
}

export async function toldSoFar(floor: Floor, tenantId: Id): Promise<Told & { readonly plannedCases: number }> {
  const row = await floor
    .selectFrom('platform.tenant')
    .select(['loaded_steps as steps', 'loaded_cases as cases', 'planned_cases as plannedCases'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row ?? { steps: 0, cases: 0, plannedCases: 0 }
}

/** While an office's past is being told, nothing that looks at the clock may act on it: it would see a year of delay. */
export async function isBeingTold(floor: Floor, tenantId: Id): Promise<boolean> {
  const { cases, plannedCases } = await toldSoFar(floor, tenantId)
  return cases < plannedCases
}

export async function planToTell(db: Floor | Tx, tenantId: Id, plannedCases: number): Promise<void> {
  await db
    .updateTable('platform.tenant')
    .set({ planned_cases: plannedCases })
    .where('tenant_id', '=', tenantId)
    .execute()
}

/** One step on; false when another process has told it, so that no step is ever told twice. */
export async function countTold(db: Floor | Tx, tenantId: Id, told: Told): Promise<boolean> {
  const counted = await db
    .updateTable('platform.tenant')
    .set({ loaded_steps: told.steps, loaded_cases: told.cases })
    .where('tenant_id', '=', tenantId)
    .where('loaded_steps', '=', told.steps - 1)
    .executeTakeFirst()
  return counted.numUpdatedRows === 1n
}

/** A step of the telling need not reach the disk before the next: what is lost in a crash is told again. */
export async function withoutWaitingForDisk(tx: Tx): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx)
}

/** People have read what they were told before the first day began; only the latest waits for whoever sits down. */
export async function readOldNotices(tx: Tx, tenantId: Id, before: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('platform.notice')
    .set((q) => ({ read_at: q.ref('at') }))
    .where('tenant_id', '=', tenantId)
    .where('at', '<', before)
    .where('read_at', 'is', null)
    .execute()
}

/** Every office and all it holds, in one statement; the schema and its history stay. For the owner of the tables only. */
export async function forgetOffices(owner: Pool): Promise<void> {
  const found = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, t.relname) as name
     from pg_class t join pg_namespace n on n.oid = t.relnamespace
     join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped
     where t.relkind = 'r' and pg_get_userbyid(t.relowner) = current_user`,
  )
  if (found.rows.length > 0) await owner.query(`truncate ${found.rows.map((row) => row.name).join(', ')}`)
}
