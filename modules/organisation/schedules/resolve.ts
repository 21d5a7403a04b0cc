// From rows to calendars: which schedule applies, and what it says on every date. A resolved calendar is immutable, so it
// is kept by (tenant, schedule, version) for as long as the process lives.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { WorkingCalendar } from '#basics/working-time'
import type { View } from '#platform/act'
import type { ChosenHours, ScheduleCandidate, ScheduleDay, ScheduleHolder, ScheduleVersion, Week } from '../schedule.ts'
import { chooseHours } from '../schedule.ts'
import type { DatedVersion } from './calendar.ts'
import { calendarOver, versionOn } from './calendar.ts'
import { windowOfRange } from './hours.ts'

type PlainDate = Temporal.PlainDate

export interface VersionTree {
  readonly versions: readonly DatedVersion[]
  /** The schedule and every schedule some version of it stands on. */
  readonly scheduleIds: ReadonlySet<Id>
}

interface VersionRecord {
  schedule_id: Id
  version_no: number
  name: string
  valid_from: PlainDate
  parent_schedule_id: Id | null
  parent_version_no: number | null
  windows: { weekday: number; opens: number; closes: number }[]
  days: {
    day: string
    kind: 'closed' | 'open' | 'half_day'
    windows: string[]
    name: string | null
    name_en: string | null
  }[]
}

/** Every version of a schedule with the parents it stands on. */
export async function versionTree(view: View, scheduleId: Id, upTo?: number): Promise<VersionTree> {
  const found = await sql<VersionRecord>`
    with recursive needed as (
      select v.tenant_id, v.schedule_id, v.version_no, v.parent_schedule_id, v.parent_version_no, 0 as depth
      from organisation.schedule_version v where v.schedule_id = ${scheduleId} and v.version_no <= ${upTo ?? 2_147_483_647}
      union
      select p.tenant_id, p.schedule_id, p.version_no, p.parent_schedule_id, p.parent_version_no, n.depth + 1
      from needed n join organisation.schedule_version p on p.schedule_id = n.parent_schedule_id and p.version_no = n.parent_version_no
      where n.depth < 25
    )
    select v.schedule_id, v.version_no, s.name, v.valid_from, v.parent_schedule_id, v.parent_version_no,
      coalesce((select json_agg(json_build_object('weekday', w.weekday, 'opens', w.opens_minute, 'closes', w.closes_minute) order by w.weekday, w.opens_minute)
        from organisation.schedule_window w where w.schedule_id = v.schedule_id and w.version_no = v.version_no), '[]') as windows,
      coalesce((select json_agg(json_build_object('day', d.day, 'kind', d.kind, 'windows', d.windows, 'name', d.name, 'name_en', d.name_en) order by d.day)
        from organisation.schedule_day d where d.schedule_id = v.schedule_id and d.version_no = v.version_no), '[]') as days
    from (select distinct schedule_id, version_no from needed) n
    join organisation.schedule_version v on v.schedule_id = n.schedule_id and v.version_no = n.version_no
    join organisation.schedule s on s.schedule_id = v.schedule_id
    order by v.schedule_id, v.version_no`.execute(view.tx)
  const records = new Map(found.rows.map((row) => [`${row.schedule_id}:${row.version_no}`, row]))
  const made = new Map<string, ScheduleVersion>()
  const versionOf = (key: string, depth: number): ScheduleVersion | null => {
    const row = records.get(key)
    if (!row || depth > 25) return null
    const known = made.get(key)
    if (known) return known
    const parent =
      row.parent_schedule_id === null
        ? null
        : versionOf(`${row.parent_schedule_id}:${row.parent_version_no}`, depth + 1)
    const version: ScheduleVersion = {
      id: key,
      schedule: row.schedule_id,
      name: row.name,
      week: asWeek(row.windows),
      days: row.days.map(asDay),
      parent,
    }
    made.set(key, version)
    return version
  }
  const own = found.rows.filter((row) => row.schedule_id === scheduleId)
  return {
    versions: own.flatMap((row) => {
      const version = versionOf(`${row.schedule_id}:${row.version_no}`, 0)
      return version ? [{ versionNo: row.version_no, from: row.valid_from, version }] : []
    }),
    scheduleIds: new Set(found.rows.map((row) => row.schedule_id)),
  }
}

function asWeek(windows: VersionRecord['windows']): Week | null {
  if (windows.length === 0) return null
  const byDay = Map.groupBy(windows, (one) => one.weekday)
  return Object.fromEntries(
    [...byDay].map(([weekday, hours]) => [weekday, hours.map(({ opens, closes }) => [opens, closes] as const)]),
  )
}

function asDay(row: VersionRecord['days'][number]): ScheduleDay {
  const date = Temporal.PlainDate.from(row.day)
  const why = row.name === null ? {} : { why: { sv: row.name, en: row.name_en ?? row.name } }
  const windows = row.windows.map(windowOfRange)
  if (row.kind === 'closed') return { date, says: 'closed', ...why }
  if (row.kind === 'half_day') return { date, says: 'half_day', windows, ...why }
  return { date, says: 'open', ...(windows.length > 0 ? { windows } : {}), ...why }
}

// ------------------------------------------------------------------------------------------------------------ what is kept

interface Resolved {
  readonly scheduleId: Id
  readonly versionNo: number
  readonly name: string
  readonly versions: readonly DatedVersion[]
  readonly calendar: WorkingCalendar
}

const kept = new Map<string, Resolved>()
const mostKept = 2000

/** `born` tells a version from another with the same number in a transaction that was rolled back. */
async function resolved(
  view: View,
  wanted: { scheduleId: Id; versionNo: number; name: string; born: string },
): Promise<Resolved> {
  const key = `${view.tenant.tenantId}:${wanted.scheduleId}:${wanted.versionNo}:${wanted.born}`
  const known = kept.get(key)
  if (known) return known
  const { versions } = await versionTree(view, wanted.scheduleId, wanted.versionNo)
  const made = {
    scheduleId: wanted.scheduleId,
    versionNo: wanted.versionNo,
    name: wanted.name,
    versions,
    calendar: calendarOver(versions),
  }
  if (kept.size >= mostKept) for (const old of [...kept.keys()].slice(0, mostKept / 10)) kept.delete(old)
  kept.set(key, made)
  return made
}

async function latestOf(view: View, scheduleIds: readonly Id[]): Promise<ReadonlyMap<Id, Resolved>> {
  if (scheduleIds.length === 0) return new Map()
  const found = await sql<{ schedule_id: Id; version_no: number; name: string; born: string }>`
    select distinct on (v.schedule_id) v.schedule_id, v.version_no, s.name, v.xmin::text as born
    from organisation.schedule_version v join organisation.schedule s on s.schedule_id = v.schedule_id
    where v.schedule_id = any(${[...new Set(scheduleIds)]}::uuid[])
    order by v.schedule_id, v.version_no desc`.execute(view.tx)
  const all = new Map<Id, Resolved>()
  for (const row of found.rows)
    all.set(
      row.schedule_id,
      await resolved(view, { scheduleId: row.schedule_id, versionNo: row.version_no, name: row.name, born: row.born }),
    )
  return all
}

// ------------------------------------------------------------------------------------------------------- which one applies

export interface ScheduleQuestion {
  /** Said by the agreement line; asked first. */
  readonly lineScheduleId?: Id | null
  /** Said by the request type at the place. */
  readonly requestTypeScheduleId?: Id | null
  readonly placeId?: Id | null
  /** The provider unit, or who serves the place unless told; its nearest ancestor with hours answers where it has none. */
  readonly unitId?: Id | null
}

export interface ScheduleAnswer {
  /** What a clock event carries: this schedule, up to this version. */
  readonly scheduleId: Id
  readonly versionNo: number
  readonly calendar: WorkingCalendar
  readonly holder: ScheduleHolder
  /** Whose hours they are: Kommunhuset, Kontorsservice. */
  readonly holderName: string
  /** Holders asked before that state no hours: shown as "ej angivet" beside the hours that are used instead. */
  readonly notStated: readonly { readonly holder: ScheduleHolder; readonly name: string }[]
}

/**
 * The hours that apply on a day: agreement line → request type at the place → place → provider unit (nearest ancestor) →
 * tenant (model.md §3). A change that is decided but begins later is in the calendar already. Null = nobody states any.
 */
export async function scheduleFor(
  view: View,
  question: ScheduleQuestion,
  on: PlainDate,
): Promise<ScheduleAnswer | null> {
  const holders = await holdersOf(view, question, on)
  const calendars = await latestOf(
    view,
    holders.flatMap((one) => (one.scheduleId ? [one.scheduleId] : [])),
  )
  const byVersion = new Map<ScheduleVersion, Resolved>()
  const candidates = holders.map((one): ScheduleCandidate => {
    const found = one.scheduleId ? calendars.get(one.scheduleId) : undefined
    const version = (found && versionOn(found.versions, on)?.version) ?? null
    if (version && found) byVersion.set(version, found)
    return { holder: one.holder, name: one.name ?? found?.name ?? '', version }
  })
  const chosen: ChosenHours | null = chooseHours(candidates)
  const found = chosen && byVersion.get(chosen.version)
  if (!chosen || !found) return null
  return {
    scheduleId: found.scheduleId,
    versionNo: found.versionNo,
    calendar: found.calendar,
    holder: chosen.holder,
    holderName: chosen.holderName,
    notStated: chosen.notStated.map(({ holder, name }) => ({ holder, name })),
  }
}

interface Holder {
  readonly holder: ScheduleHolder
  readonly name: string | null
  readonly scheduleId: Id | null
}

async function holdersOf(view: View, question: ScheduleQuestion, on: PlainDate): Promise<readonly Holder[]> {
  const said: Holder[] = []
  if (question.lineScheduleId) said.push({ holder: 'agreement_line', name: null, scheduleId: question.lineScheduleId })
  if (question.requestTypeScheduleId)
    said.push({ holder: 'request_type_at_place', name: null, scheduleId: question.requestTypeScheduleId })
  const found = await sql<{ holder: ScheduleHolder; name: string; schedule_id: Id | null }>`
    with recursive up as (
      select p.unit_id, p.parent_unit_id, p.name, 0 as depth from organisation.unit_placement p
      where p.unit_id = coalesce(${question.unitId ?? null}::uuid, (select served_by_unit_id from organisation.place where place_id = ${question.placeId ?? null}::uuid))
        and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on})
      union all
      select p.unit_id, p.parent_unit_id, p.name, up.depth + 1
      from up join organisation.unit_placement p on p.unit_id = up.parent_unit_id
      where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on}) and up.depth < 30
    )
    select 'place' as holder, pl.name, case when pl.hours_stated then pl.schedule_id end as schedule_id, 0 as depth
    from organisation.place pl where pl.place_id = ${question.placeId ?? null}::uuid
    union all
    select 'unit', up.name, us.schedule_id, up.depth from up
    join organisation.unit_schedule us on us.unit_id = up.unit_id and us.valid_from <= ${on} and (us.valid_to is null or us.valid_to > ${on})
    union all
    select 'tenant', ${view.tenant.name}, ts.schedule_id, 0 from organisation.tenant_schedule ts
    order by depth`.execute(view.tx)
  return [...said, ...found.rows.map((row) => ({ holder: row.holder, name: row.name, scheduleId: row.schedule_id }))]
}

/** The calendar a clock event was counted with: the schedule as it was known up to that version. */
export async function calendarOfVersion(view: View, scheduleId: Id, versionNo: number): Promise<WorkingCalendar> {
  const row = (
    await sql<{ name: string; born: string }>`
      select s.name, v.xmin::text as born from organisation.schedule_version v join organisation.schedule s on s.schedule_id = v.schedule_id
      where v.schedule_id = ${scheduleId} and v.version_no = ${versionNo}`.execute(view.tx)
  ).rows[0]
  if (!row) return notFound()
  return (await resolved(view, { scheduleId, versionNo, name: row.name, born: row.born })).calendar
}
