// What the case is has changed, so another promise may hold: its clocks follow, each by an appended event with the reason.
// A promise that no longer exists is cancelled, so that nothing stays in the escalation that was never promised
// (zammad#4353); one that is new begins now; the others are counted anew from the start with every pause kept (glpi#15605).
// Promises are taken as they stood when the case came in: a later version in the catalogue never touches a running clock.
import { dayOf } from '#platform/clock'
import type { Deed } from '#platform/act'
import type { ClockEvent, ClockKind, ServicePromise } from './clock.ts'
import type { HoursForCase, MovedClocks, PromiseForCase, StoredClock } from './clocks.ts'
import { moveClocks, planClocks, readClocks, versionKey } from './clocks.ts'
import { promisesFor } from './promises-for-case.ts'
import type { CaseRow } from './store.ts'

/** `row` as it is to be. `hours`: other opening hours may count from now on too (another service, another customer). */
export async function followPromises(
  deed: Deed,
  row: CaseRow,
  reason: string,
  hours: 'kept' | 'of the case' = 'kept',
): Promise<MovedClocks> {
  const found = await promisesFor(deed, row, dayOf(row.received_at))
  const before = await readClocks(deed, row.case_id)
  const counted = await moveClocks(
    deed,
    row.case_id,
    (stored) => eventsFor(deed, row, stored, { ...found, reason, newHours: hours === 'of the case' }),
    found.promises,
  )
  const kinds = new Set(before.map(({ clock }) => clock.promise.kind))
  const fresh = await stillToKeep(
    deed,
    row,
    found.promises.filter(({ promise }) => !kinds.has(promise.kind)),
  )
  if (fresh.length === 0) return counted
  const clocks = await planClocks(deed, row.case_id, fresh, found.hours)
  await clocks.save()
  const freshKinds = new Set(fresh.map(({ promise }) => promise.kind))
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    row.state === 'waiting' && freshKinds.has(clock.promise.kind) ? pauseOf(deed, row, clock.schedule, reason) : null,
  )
  return { change, moved: counted.moved }
}

interface Found {
  readonly promises: readonly PromiseForCase[]
  readonly hours: HoursForCase | null
  readonly reason: string
  readonly newHours: boolean
}

function eventsFor(deed: Deed, row: CaseRow, { clock }: StoredClock, found: Found): ClockEvent[] {
  const { reason } = found
  const chosen = found.promises.find(({ promise }) => promise.kind === clock.promise.kind)
  const at = deed.now
  if (clock.state === 'kept' || clock.state === 'broken') return []
  if (!chosen) return clock.state === 'cancelled' ? [] : [{ kind: 'cancel', at, schedule: clock.schedule, reason }]
  const again: ClockEvent[] =
    clock.state === 'cancelled' ? [{ kind: 'reopen', at, schedule: clock.schedule, reason }] : []
  const key = found.hours && versionKey(found.hours.scheduleId, found.hours.scheduleVersion)
  const otherHours = found.newHours && key !== null && key.split('@')[0] !== clock.schedule.split('@')[0]
  const schedule = otherHours ? key : clock.schedule
  const another = !samePromise(chosen.promise, clock.promise)
  const rebased: ClockEvent[] =
    another || otherHours
      ? [{ kind: 'rebase', at, schedule, by: 'us', reason, ...(another ? { promise: chosen.promise } : {}) }]
      : []
  const paused = again.length > 0 && row.state === 'waiting' ? [pauseOf(deed, row, schedule, reason)] : []
  return [...again, ...rebased, ...paused]
}

const samePromise = (a: ServicePromise, b: ServicePromise): boolean =>
  a.amount === b.amount && a.unit === b.unit && a.strength === b.strength

const pauseOf = (deed: Deed, row: CaseRow, schedule: string, reason: string): ClockEvent => ({
  kind: 'pause',
  at: deed.now,
  schedule,
  by: row.waiting_for ?? 'us',
  reason,
})

/** A new promise of what has already happened would be no promise. */
async function stillToKeep(
  deed: Deed,
  row: CaseRow,
  promises: readonly PromiseForCase[],
): Promise<readonly PromiseForCase[]> {
  if (promises.length === 0) return promises
  const happened = await deed.tx
    .selectFrom('cases.event')
    .select('kind')
    .distinct()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', row.case_id)
    .where('kind', 'in', ['receipt_sent', 'message_out'])
    .execute()
  const over: ReadonlySet<ClockKind> = new Set<ClockKind>([
    ...(row.started_at === null ? [] : ['start' as const]),
    ...happened.map(({ kind }) => (kind === 'receipt_sent' ? ('receipt' as const) : ('first_answer' as const))),
  ])
  return promises.filter(({ promise }) => !over.has(promise.kind))
}
