// Reads of schedules for the screens: the list, and one with its versions, reasons and who goes by it.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import type { Schedule, ScheduleRow, ScheduleVersionRow } from './contract.ts'
import { clock, hoursOfWindows, windowOfRange } from './hours.ts'

type PlainDate = Temporal.PlainDate

export async function scheduleList(view: View): Promise<ScheduleRow[]> {
  const found = await sql<{
    schedule_id: Id
    name: string
    parent_name: string | null
    version_no: number
    valid_from: PlainDate
    uses: bigint
    is_tenants: boolean
    origin: string
  }>`
    select s.schedule_id, s.name, parent.name as parent_name, v.version_no, v.valid_from, s.origin,
      (select count(*) from organisation.place p where p.schedule_id = s.schedule_id and (p.valid_to is null or p.valid_to > ${view.today}))
        + (select count(*) from organisation.unit_schedule u where u.schedule_id = s.schedule_id and (u.valid_to is null or u.valid_to > ${view.today}))
        + (select count(*) from organisation.schedule c where c.parent_schedule_id = s.schedule_id) as uses,
      exists (select from organisation.tenant_schedule t where t.schedule_id = s.schedule_id) as is_tenants
    from organisation.schedule s
    join lateral (select version_no, valid_from from organisation.schedule_version v where v.schedule_id = s.schedule_id order by version_no desc limit 1) v on true
    left join organisation.schedule parent on parent.tenant_id = s.tenant_id and parent.schedule_id = s.parent_schedule_id
    order by s.schedule_id limit 2000`.execute(view.tx)
  return found.rows.map((row) => ({
    scheduleId: row.schedule_id,
    name: row.name,
    parentName: row.parent_name,
    versionNo: row.version_no,
    validFrom: row.valid_from.toString(),
    uses: Number(row.uses),
    isTenants: row.is_tenants,
    origin: row.origin,
  }))
}

export async function schedule(view: View, scheduleId: Id): Promise<Schedule> {
  const head = await view.tx
    .selectFrom('organisation.schedule as s')
    .leftJoin('organisation.schedule as parent', (join) =>
      join.onRef('parent.tenant_id', '=', 's.tenant_id').onRef('parent.schedule_id', '=', 's.parent_schedule_id'),
    )
    .where('s.schedule_id', '=', scheduleId)
    .select(['s.name', 's.parent_schedule_id', 'parent.name as parent_name', 's.origin', 's.version'])
    .executeTakeFirst()
  if (!head) return notFound()
  return {
    scheduleId,
    name: head.name,
    parentScheduleId: head.parent_schedule_id,
    parentName: head.parent_name,
    origin: head.origin,
    version: head.version,
    usedBy: await usersOf(view, scheduleId),
    versions: await versionsOf(view, scheduleId),
  }
}

async function usersOf(view: View, scheduleId: Id): Promise<Schedule['usedBy']> {
  const found = await sql<{ kind: 'tenant' | 'unit' | 'place' | 'schedule'; id: Id; name: string }>`
    select 'tenant' as kind, t.tenant_id as id, ${view.tenant.name} as name from organisation.tenant_schedule t where t.schedule_id = ${scheduleId}
    union all
    select 'unit', u.unit_id, p.name from organisation.unit_schedule u
    join organisation.unit_placement p on p.unit_id = u.unit_id and p.valid_from <= ${view.today} and (p.valid_to is null or p.valid_to > ${view.today})
    where u.schedule_id = ${scheduleId} and (u.valid_to is null or u.valid_to > ${view.today})
    union all
    select 'place', p.place_id, p.name from organisation.place p
    where p.schedule_id = ${scheduleId} and (p.valid_to is null or p.valid_to > ${view.today})
    union all
    select 'schedule', s.schedule_id, s.name from organisation.schedule s where s.parent_schedule_id = ${scheduleId}
    limit 500`.execute(view.tx)
  return found.rows
}

async function versionsOf(view: View, scheduleId: Id): Promise<ScheduleVersionRow[]> {
  const versions = await view.tx
    .selectFrom('organisation.schedule_version')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .orderBy('version_no', 'desc')
    .limit(500)
    .execute()
  const windows = await view.tx
    .selectFrom('organisation.schedule_window')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .orderBy('weekday')
    .orderBy('opens_minute')
    .execute()
  const days = await view.tx
    .selectFrom('organisation.schedule_day')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .orderBy('day')
    .execute()
  return versions.map((version) => {
    const own = windows.filter((one) => one.version_no === version.version_no)
    return {
      versionNo: version.version_no,
      validFrom: version.valid_from.toString(),
      madeAt: version.made_at.toString(),
      reason: version.reason,
      parentScheduleId: version.parent_schedule_id,
      parentVersionNo: version.parent_version_no,
      week:
        own.length === 0
          ? null
          : own.map((one) => ({
              weekday: one.weekday,
              opens: clock(one.opens_minute),
              closes: clock(one.closes_minute),
            })),
      exceptions: days
        .filter((one) => one.version_no === version.version_no)
        .map((one) => ({
          date: one.day.toString(),
          says: one.kind,
          windows: hoursOfWindows(rangesOf(one.windows).map(windowOfRange)),
          ...(one.name === null ? {} : { name: one.name }),
          ...(one.name_en === null ? {} : { nameEn: one.name_en }),
        })),
    }
  })
}

/** int4range[] comes as text when the driver has no parser for it: {"[465,1005)","[…)"} */
function rangesOf(value: readonly string[] | string): readonly string[] {
  return typeof value === 'string' ? (value.match(/\[\d+,\d+\)/g) ?? []) : value
}
