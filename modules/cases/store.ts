// The only writer of the tables of cases. A head row is locked before anything about the case is decided.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Id } from '#basics/id'
import { lostRace, notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'

export type CaseRow = Selectable<DB['cases.case']>
export type NewCase = Insertable<DB['cases.case']>
export type CaseChange = Updateable<DB['cases.case']>
export type ClockRow = Selectable<DB['cases.clock']>
export type ClockEventRow = Selectable<DB['cases.clock_event']>

/** Locks the head row; what the policies hide does not exist. */
export async function lockCase(deed: Deed, caseId: Id): Promise<CaseRow> {
  const row = await deed.tx
    .selectFrom('cases.case')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? notFound()
}

export function mustBeVersion(row: { version: number }, seen: number | undefined): void {
  if (seen !== undefined && row.version !== seen) lostRace()
}

export async function insertCase(deed: Deed, row: NewCase): Promise<void> {
  await deed.tx.insertInto('cases.case').values(row).execute()
}

/** Changes the head and raises its version; the caller has locked it. */
export async function changeCase(deed: Deed, row: CaseRow, change: CaseChange): Promise<void> {
  await deed.tx
    .updateTable('cases.case')
    .set({ ...change, version: row.version + 1, latest_at: deed.now })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', row.case_id)
    .execute()
}

export interface NewEvent {
  readonly kind: string
  readonly reason?: string | null
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Appends to what happened; `first` is the number of the first event and is known when the case is new. */
export async function appendEvents(deed: Deed, caseId: Id, events: readonly NewEvent[], first?: number): Promise<void> {
  if (events.length === 0) return
  let n = first ?? (await nextEvent(deed, caseId))
  await deed.tx
    .insertInto('cases.event')
    .values(
      events.map((event) => ({
        tenant_id: deed.tenant.tenantId,
        case_id: caseId,
        n: n++,
        at: deed.now,
        kind: event.kind,
        by_person_id: deed.actor.personId,
        reason: event.reason ?? null,
        facts: JSON.stringify(event.facts ?? {}),
      })),
    )
    .execute()
}

async function nextEvent(deed: Deed, caseId: Id): Promise<number> {
  const last = await deed.tx
    .selectFrom('cases.event')
    .select('n')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.n ?? 0) + 1
}

export async function insertMessage(
  deed: Deed,
  row: Omit<Insertable<DB['cases.message']>, 'tenant_id' | 'at'>,
): Promise<void> {
  await deed.tx
    .insertInto('cases.message')
    .values({ ...row, tenant_id: deed.tenant.tenantId, at: deed.now })
    .execute()
}

export async function insertDelivery(
  deed: Deed,
  row: Omit<Insertable<DB['cases.delivery']>, 'tenant_id' | 'at'>,
): Promise<void> {
  await deed.tx
    .insertInto('cases.delivery')
    .values({ ...row, tenant_id: deed.tenant.tenantId, at: deed.now })
    .execute()
}

export async function insertRating(
  deed: Deed,
  row: Omit<Insertable<DB['cases.rating']>, 'tenant_id' | 'at'>,
): Promise<void> {
  await deed.tx
    .insertInto('cases.rating')
    .values({ ...row, tenant_id: deed.tenant.tenantId, at: deed.now })
    .execute()
}

export async function insertWatchers(deed: Deed, caseId: Id, people: readonly Id[]): Promise<void> {
  if (people.length === 0) return
  await deed.tx
    .insertInto('cases.watcher')
    .values(
      people.map((person_id) => ({
        tenant_id: deed.tenant.tenantId,
        case_id: caseId,
        person_id,
        added_by: deed.actor.personId ?? person_id,
        at: deed.now,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function deleteWatcher(deed: Deed, caseId: Id, personId: Id): Promise<void> {
  await deed.tx
    .deleteFrom('cases.watcher')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .execute()
}

export async function insertRelation(deed: Deed, caseId: Id, otherId: Id): Promise<void> {
  await deed.tx
    .insertInto('cases.relation')
    .values({
      tenant_id: deed.tenant.tenantId,
      case_id: caseId,
      other_case_id: otherId,
      at: deed.now,
      by_person_id: deed.actor.personId ?? caseId,
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function deleteRelation(deed: Deed, caseId: Id, otherId: Id): Promise<void> {
  await deed.tx
    .deleteFrom('cases.relation')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where((q) =>
      q.or([q.and({ case_id: caseId, other_case_id: otherId }), q.and({ case_id: otherId, other_case_id: caseId })]),
    )
    .execute()
}

export async function insertMerge(
  deed: Deed,
  row: { case_id: Id; n: number; into_case_id: Id; state_before: string },
): Promise<void> {
  await deed.tx
    .insertInto('cases.merge')
    .values({ ...row, tenant_id: deed.tenant.tenantId, at: deed.now, by_person_id: deed.actor.personId ?? row.case_id })
    .execute()
}

export async function lastMerge(deed: Deed, caseId: Id) {
  return deed.tx
    .selectFrom('cases.merge')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function undoMergeRow(deed: Deed, caseId: Id, n: number): Promise<void> {
  await deed.tx
    .updateTable('cases.merge')
    .set({ undone_at: deed.now })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .where('n', '=', n)
    .execute()
}

export async function insertConversion(deed: Deed, caseId: Id, needId: Id): Promise<void> {
  await deed.tx
    .insertInto('cases.conversion')
    .values({ tenant_id: deed.tenant.tenantId, case_id: caseId, need_id: needId, at: deed.now })
    .execute()
}

export async function insertClocks(
  deed: Deed,
  rows: readonly Insertable<DB['cases.clock']>[],
  events: readonly Insertable<DB['cases.clock_event']>[],
): Promise<void> {
  if (rows.length === 0) return
  await deed.tx
    .insertInto('cases.clock')
    .values([...rows])
    .execute()
  await deed.tx
    .insertInto('cases.clock_event')
    .values([...events])
    .execute()
}

/** Two statements, however many cases. */
export async function clocksOf(
  deed: Pick<Deed, 'tx' | 'tenant'>,
  caseIds: readonly Id[],
): Promise<{ clock: ClockRow; events: ClockEventRow[] }[]> {
  if (caseIds.length === 0) return []
  const clocks = await deed.tx
    .selectFrom('cases.clock')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('kind')
    .execute()
  if (clocks.length === 0) return []
  const events = await deed.tx
    .selectFrom('cases.clock_event')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where(
      'clock_id',
      'in',
      clocks.map((clock) => clock.clock_id),
    )
    .orderBy('clock_id')
    .orderBy('n')
    .execute()
  const byClock = Map.groupBy(events, (event) => event.clock_id)
  return clocks.map((clock) => ({ clock, events: byClock.get(clock.clock_id) ?? [] }))
}

export async function appendClockEvent(deed: Deed, row: Insertable<DB['cases.clock_event']>): Promise<void> {
  await deed.tx.insertInto('cases.clock_event').values(row).execute()
}

/** The cached outcome of a clock's replay. */
export async function cacheClock(deed: Deed, clockId: Id, change: Updateable<DB['cases.clock']>): Promise<void> {
  await deed.tx
    .updateTable('cases.clock')
    .set(change)
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('clock_id', '=', clockId)
    .execute()
}
