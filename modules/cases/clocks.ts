// The clocks of a case in the database: events are appended, replayed by the pure rule (clock.ts), and the outcome cached
// on the clock and, for the queue, on the case. Nothing is ever rewritten.
import type { Insertable } from 'kysely'
import type { Id } from '#basics/id'
import type { WorkingCalendar } from '#basics/working-time'
import type { Deed, View } from '#platform/act'
import type { DB } from '#platform/db/tx'
import { calendarOfVersion } from './terms.ts'
import type { Clock, ClockEvent, ServicePromise } from './clock.ts'
import { advance, replay } from './clock.ts'
import type { ClockEventRow, ClockRow } from './store.ts'
import { appendClockEvent, cacheClock, clocksOf, insertClocks } from './store.ts'

/** A promise chosen for a case, with what the clock's row keeps of it. */
export interface PromiseForCase {
  readonly promise: ServicePromise
  readonly promiseId: Id
  readonly promiseVersion: number
  readonly sourceId: Id | null
  readonly targetShareThousandths: number | null
}

export interface HoursForCase {
  readonly scheduleId: Id
  readonly scheduleVersion: number
}

export interface StoredClock {
  readonly row: ClockRow
  readonly events: readonly ClockEvent[]
  readonly clock: Clock
  readonly calendarOf: (version: string) => WorkingCalendar
}

export const versionKey = (scheduleId: Id, version: number): string => `${scheduleId}@${version}`

async function calendars(view: View, keys: Iterable<string>): Promise<(version: string) => WorkingCalendar> {
  const known = new Map<string, WorkingCalendar>()
  for (const key of new Set(keys)) {
    const [scheduleId = '', version = '1'] = key.split('@')
    known.set(key, await calendarOfVersion(view, scheduleId, Number(version)))
  }
  return (version) => {
    const calendar = known.get(version)
    if (!calendar) throw new Error('clock: schedule version not loaded')
    return calendar
  }
}

/** The clocks of a case, replayed from their events. */
export async function readClocks(view: View, caseId: Id): Promise<StoredClock[]> {
  return replayStored(view, await clocksOf(view, [caseId]))
}

/** The same for the rows of a list, in as many statements as for one case. */
export async function readClocksOfMany(
  view: View,
  caseIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly StoredClock[]>> {
  return Map.groupBy(await replayStored(view, await clocksOf(view, caseIds)), ({ row }) => row.case_id)
}

async function replayStored(view: View, stored: Awaited<ReturnType<typeof clocksOf>>): Promise<StoredClock[]> {
  const calendarOf = await calendars(
    view,
    stored.flatMap(({ events }) => events.map((event) => versionKey(event.schedule_id, event.schedule_version_no))),
  )
  return stored.flatMap(({ clock: row, events: rows }) => {
    const events = rows.map((event) => asEvent(event, row))
    const clock = replay(events, calendarOf)
    return clock ? [{ row, events, clock, calendarOf }] : []
  })
}

/** The clocks a case begins with: what the head row caches of them, and how they are stored once the head row is there. */
export async function planClocks(
  deed: Deed,
  caseId: Id,
  promises: readonly PromiseForCase[],
  hours: HoursForCase | null,
): Promise<{ head: { due_at: Temporal.Instant | null; clock_kind: string | null }; save(): Promise<void> }> {
  if (promises.length === 0 || hours === null)
    return { head: { due_at: null, clock_kind: null }, save: () => Promise.resolve() }
  const schedule = versionKey(hours.scheduleId, hours.scheduleVersion)
  const calendarOf = await calendars(deed, [schedule])
  const started = promises.map((chosen) => {
    const event: ClockEvent = { kind: 'start', at: deed.now, schedule, promise: chosen.promise }
    return { clockId: deed.newId(), chosen, event, clock: advance(null, event, calendarOf) }
  })
  const save = async (): Promise<void> => {
    await insertClocks(
      deed,
      started.map(({ clockId, chosen, clock }) => clockRow(deed, caseId, clockId, chosen, clock, hours)),
      started.map(({ clockId, event }) => eventRow(deed, caseId, clockId, 1, event)),
    )
    for (const { chosen, clock } of started)
      deed.journal({
        verb: 'clock.start',
        kind: 'case',
        id: caseId,
        facts: {
          clock: chosen.promise.kind,
          due: clock.dueAt.toString(),
          promise: chosen.promiseId,
          version: chosen.promiseVersion,
          schedule,
        },
      })
  }
  return { head: headOf(started.map(({ clock }) => clock)), save }
}

function clockRow(
  deed: Deed,
  caseId: Id,
  clockId: Id,
  chosen: PromiseForCase,
  clock: Clock,
  hours: HoursForCase,
): Insertable<DB['cases.clock']> {
  return {
    tenant_id: deed.tenant.tenantId,
    clock_id: clockId,
    case_id: caseId,
    kind: chosen.promise.kind,
    ...frozenFrom(chosen),
    amount: chosen.promise.amount,
    unit: chosen.promise.unit,
    strength: chosen.promise.strength,
    schedule_id: hours.scheduleId,
    first_told_due_at: clock.firstToldDueAt,
    due_at: clock.dueAt,
    state: clock.state,
  }
}

export interface ClockMove {
  readonly kind: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly byUs: boolean
}

/** What happened to the clocks of a case: what the head row caches of them, and which deadlines moved. */
export interface MovedClocks {
  readonly change: { readonly due_at: Temporal.Instant | null; readonly clock_kind: string | null }
  readonly moved: readonly ClockMove[]
}

/** Appends to each clock the events `next` gives for it (null = untouched); `chosen` tells where a new promise comes from. */
export async function moveClocks(
  deed: Deed,
  caseId: Id,
  next: (stored: StoredClock) => ClockEvent | readonly ClockEvent[] | null,
  chosen: readonly PromiseForCase[] = [],
): Promise<MovedClocks> {
  const clocks: Clock[] = []
  const moved: ClockMove[] = []
  for (const stored of await readClocks(deed, caseId)) {
    const events = [next(stored) ?? []].flat()
    const clock = await append(deed, caseId, stored, events)
    clocks.push(clock)
    if (events.length === 0) continue
    const from = chosen.find(({ promise }) => events.some((event) => 'promise' in event && event.promise === promise))
    await cacheClock(deed, stored.row.clock_id, { ...cached(clock), ...(from ? frozenFrom(from) : {}) })
    if (clock.dueAt.equals(stored.clock.dueAt)) continue
    const by = clock.moves.at(-1)?.by
    moved.push({
      kind: clock.promise.kind,
      from: stored.clock.dueAt,
      to: clock.dueAt,
      byUs: by === 'us' || by === 'supplier',
    })
  }
  return { change: headOf(clocks), moved }
}

async function append(deed: Deed, caseId: Id, stored: StoredClock, events: readonly ClockEvent[]): Promise<Clock> {
  let { clock } = stored
  for (const [n, event] of events.entries()) {
    clock = advance(clock, event, await calendars(deed, [event.schedule, clock.schedule]))
    await appendClockEvent(deed, eventRow(deed, caseId, stored.row.clock_id, stored.events.length + 1 + n, event))
    deed.journal({
      verb: `clock.${event.kind}`,
      kind: 'case',
      id: caseId,
      facts: { clock: clock.promise.kind, due: clock.dueAt.toString(), state: clock.state },
    })
  }
  return clock
}

/** What a list needs of the clocks: the first deadline of those that have not ended. */
export function headOf(clocks: readonly Clock[]): { due_at: Temporal.Instant | null; clock_kind: string | null } {
  const open = clocks.filter((clock) => clock.state === 'running' || clock.state === 'paused')
  const first = open.toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))[0]
  return { due_at: first?.dueAt ?? null, clock_kind: first?.promise.kind ?? null }
}

/** The cached columns; a test holds them against the replay of every case of the world. */
export function cached(clock: Clock) {
  return {
    due_at: clock.dueAt,
    state: clock.state,
    ended_at: clock.endedAt,
    moved_by_us: clock.movedByUs.workingMinutes > 0,
    moved_by_customer: clock.movedByCustomer.workingMinutes > 0,
    amount: clock.promise.amount,
    unit: clock.promise.unit,
    strength: clock.promise.strength,
    schedule_id: clock.schedule.split('@')[0] ?? '',
  }
}

const frozenFrom = ({ promise, promiseId, promiseVersion, sourceId, targetShareThousandths }: PromiseForCase) => ({
  promise_id: promiseId,
  promise_version_no: promiseVersion,
  source_kind: promise.source.kind,
  source_id: sourceId,
  target_share_thousandths: targetShareThousandths,
})

function eventRow(
  deed: Deed,
  caseId: Id,
  clockId: Id,
  n: number,
  event: ClockEvent,
): Insertable<DB['cases.clock_event']> {
  const [scheduleId = '', version = '1'] = event.schedule.split('@')
  const promise = event.kind === 'start' || event.kind === 'rebase' ? event.promise : undefined
  return {
    tenant_id: deed.tenant.tenantId,
    case_id: caseId,
    clock_id: clockId,
    n,
    at: event.at,
    kind: event.kind,
    by: 'by' in event ? event.by : null,
    reason: 'reason' in event ? event.reason : null,
    schedule_id: scheduleId,
    schedule_version_no: Number(version),
    facts: JSON.stringify(promise ? { promise } : {}),
  }
}

function asEvent(row: ClockEventRow, clock: ClockRow): ClockEvent {
  const base = { at: row.at, schedule: versionKey(row.schedule_id, row.schedule_version_no) }
  const reason = row.reason ?? ''
  const { promise } = row.facts as { promise?: ServicePromise }
  switch (row.kind) {
    case 'start':
      return { ...base, kind: 'start', promise: promise ?? frozen(clock) }
    case 'pause':
      return { ...base, kind: 'pause', by: row.by ?? 'customer', reason }
    case 'rebase':
      return {
        ...base,
        kind: 'rebase',
        by: row.by === 'customer' ? 'customer' : 'us',
        reason,
        ...(promise ? { promise } : {}),
      }
    case 'cancel':
    case 'reopen':
      return { ...base, kind: row.kind, reason }
    case 'resume':
    case 'stop':
      return { ...base, kind: row.kind }
  }
}

function frozen(row: ClockRow): ServicePromise {
  return {
    kind: row.kind,
    amount: row.amount,
    unit: row.unit,
    strength: row.strength,
    source: { kind: row.source_kind, id: row.promise_id, version: row.promise_version_no },
  }
}
