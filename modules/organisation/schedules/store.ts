// The only writer of schedules, places and of who goes by which hours. Versions are inserted and never changed.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import type { ScheduleDay, Week } from '../schedule.ts'
import { asSeen } from '../versioned.ts'
import type { PinnedVersion } from './calendar.ts'
import { rangeOf } from './hours.ts'

type PlainDate = Temporal.PlainDate

export interface NewScheduleVersion {
  readonly scheduleId: Id
  readonly versionNo: number
  readonly from: PlainDate
  readonly reason: string | null
  readonly parent: { readonly scheduleId: Id; readonly versionNo: number } | null
  readonly week: Week | null
  readonly days: readonly ScheduleDay[]
}

/** A change of a schedule reaches its children: changes stand in line, per tenant. */
export async function lockSchedules(deed: Deed): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisation.schedule:${deed.tenant.tenantId}`}, 0))`.execute(
    deed.tx,
  )
}

export async function insertSchedule(
  deed: Deed,
  one: { scheduleId: Id; name: string; parentScheduleId: Id | null; origin: string },
): Promise<void> {
  await deed.tx
    .insertInto('organisation.schedule')
    .values({
      tenant_id: deed.tenant.tenantId,
      schedule_id: one.scheduleId,
      name: one.name,
      parent_schedule_id: one.parentScheduleId,
      origin: one.origin,
    })
    .execute()
}

export async function lockSchedule(deed: Deed, scheduleId: Id, version: number): Promise<void> {
  const row = await deed.tx
    .selectFrom('organisation.schedule')
    .select('version')
    .where('schedule_id', '=', scheduleId)
    .forUpdate()
    .executeTakeFirst()
  asSeen(row, version)
}

/** The version of the row now: following a parent may have counted it more than once. */
export async function scheduleVersion(deed: Deed, scheduleId: Id): Promise<number> {
  const row = await deed.tx
    .selectFrom('organisation.schedule')
    .select('version')
    .where('schedule_id', '=', scheduleId)
    .executeTakeFirstOrThrow()
  return row.version
}

export async function updateParent(deed: Deed, scheduleId: Id, parentScheduleId: Id | null): Promise<void> {
  await deed.tx
    .updateTable('organisation.schedule')
    .set((q) => ({ parent_schedule_id: parentScheduleId, version: q('version', '+', 1) }))
    .where('schedule_id', '=', scheduleId)
    .execute()
}

export async function insertScheduleVersion(deed: Deed, one: NewScheduleVersion): Promise<void> {
  const key = { tenant_id: deed.tenant.tenantId, schedule_id: one.scheduleId, version_no: one.versionNo }
  await deed.tx
    .insertInto('organisation.schedule_version')
    .values({
      ...key,
      valid_from: one.from,
      made_at: deed.now,
      reason: one.reason,
      parent_schedule_id: one.parent?.scheduleId ?? null,
      parent_version_no: one.parent?.versionNo ?? null,
    })
    .execute()
  const windows = Object.entries(one.week ?? {}).flatMap(([weekday, hours]) =>
    (hours ?? []).map(([opens, closes]) => ({
      ...key,
      weekday: Number(weekday),
      opens_minute: opens,
      closes_minute: closes,
    })),
  )
  if (windows.length > 0) await deed.tx.insertInto('organisation.schedule_window').values(windows).execute()
  const days = one.days.map((day) => ({
    ...key,
    day: day.date,
    kind: day.says,
    windows: sql<string[]>`${(day.says === 'closed' ? [] : (day.windows ?? [])).map(rangeOf)}::int4range[]`,
    name: day.why?.sv ?? null,
    name_en: day.why?.en ?? null,
  }))
  if (days.length > 0) await deed.tx.insertInto('organisation.schedule_day').values(days).execute()
}

export interface StoredVersion extends PinnedVersion {
  readonly parentScheduleId: Id | null
}

export async function storedVersions(deed: Deed, scheduleId: Id): Promise<readonly StoredVersion[]> {
  const rows = await deed.tx
    .selectFrom('organisation.schedule_version')
    .select(['version_no', 'valid_from', 'parent_schedule_id', 'parent_version_no'])
    .where('schedule_id', '=', scheduleId)
    .orderBy('version_no')
    .execute()
  if (rows.length === 0) return notFound()
  return rows.map((row) => ({
    versionNo: row.version_no,
    from: row.valid_from,
    parentScheduleId: row.parent_schedule_id,
    parentVersionNo: row.parent_version_no,
  }))
}

/** Schedules of which some version stands on this one. */
export async function childrenOf(deed: Deed, scheduleId: Id): Promise<readonly Id[]> {
  const rows = await deed.tx
    .selectFrom('organisation.schedule_version')
    .select('schedule_id')
    .distinct()
    .where('parent_schedule_id', '=', scheduleId)
    .execute()
  return rows.map((row) => row.schedule_id).toSorted()
}

/** Copies the content of a version into a new one that stands on another version of the parent. */
export async function repeatVersion(
  deed: Deed,
  one: {
    scheduleId: Id
    repeats: number
    versionNo: number
    from: PlainDate
    reason: string
    parent: { scheduleId: Id; versionNo: number }
  },
): Promise<void> {
  const { tenantId } = deed.tenant
  await insertScheduleVersion(deed, { ...one, week: null, days: [] })
  await sql`insert into organisation.schedule_window (tenant_id, schedule_id, version_no, weekday, opens_minute, closes_minute)
    select tenant_id, schedule_id, ${one.versionNo}, weekday, opens_minute, closes_minute from organisation.schedule_window
    where tenant_id = ${tenantId} and schedule_id = ${one.scheduleId} and version_no = ${one.repeats}`.execute(deed.tx)
  await sql`insert into organisation.schedule_day (tenant_id, schedule_id, version_no, day, kind, windows, name, name_en)
    select tenant_id, schedule_id, ${one.versionNo}, day, kind, windows, name, name_en from organisation.schedule_day
    where tenant_id = ${tenantId} and schedule_id = ${one.scheduleId} and version_no = ${one.repeats}`.execute(deed.tx)
}

export async function countScheduleVersion(deed: Deed, scheduleId: Id): Promise<void> {
  await deed.tx
    .updateTable('organisation.schedule')
    .set((q) => ({ version: q('version', '+', 1) }))
    .where('schedule_id', '=', scheduleId)
    .execute()
}

/** From the day the unit goes by these hours, or by its nearest ancestor's when null; earlier days stay. */
export async function storeUnitSchedule(deed: Deed, unitId: Id, scheduleId: Id | null, from: PlainDate): Promise<void> {
  await deed.tx
    .deleteFrom('organisation.unit_schedule')
    .where('unit_id', '=', unitId)
    .where('valid_from', '>=', from)
    .execute()
  await deed.tx
    .updateTable('organisation.unit_schedule')
    .set({ valid_to: from })
    .where('unit_id', '=', unitId)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', from)]))
    .execute()
  if (scheduleId)
    await deed.tx
      .insertInto('organisation.unit_schedule')
      .values({ tenant_id: deed.tenant.tenantId, unit_id: unitId, schedule_id: scheduleId, valid_from: from })
      .execute()
}

export async function storeTenantSchedule(deed: Deed, scheduleId: Id): Promise<void> {
  await deed.tx
    .insertInto('organisation.tenant_schedule')
    .values({ tenant_id: deed.tenant.tenantId, schedule_id: scheduleId })
    .onConflict((c) => c.column('tenant_id').doUpdateSet({ schedule_id: scheduleId }))
    .execute()
}
