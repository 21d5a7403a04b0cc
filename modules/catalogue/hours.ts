// When a service is open, and what its promises come to for what is asked now: the same calendar that the clocks of its
// cases will use (model.md §3), save that the agreement line and the place are not known yet.
import { openingHours, scheduleFor } from '#organisation'
import type { ScheduleAnswer } from '#organisation'
import type { Id } from '#basics/id'
import { addWorkingDays, addWorkingMinutes } from '#basics/working-time'
import type { View } from '#platform/act'
import type { ServiceDetail } from './contract.ts'
import { providerOn } from './providers-view.ts'
import { choosePromises, clockKinds } from './promise.ts'
import { promiseCandidates, promisesOfService } from './promises/queries.ts'

type PlainDate = Temporal.PlainDate
type Shown = Pick<ServiceDetail, 'hours' | 'places' | 'ifAskedNow' | 'promises'>

export async function hoursAndPromises(view: View, serviceId: Id, date: PlainDate): Promise<Shown> {
  const schedule = await scheduleOfService(view, serviceId, date)
  const chosen = choosePromises(await promiseCandidates(view, { serviceId, date }), {
    date,
    channel: 'portal',
    priority: 'normal',
    outside: false,
  })
  const ifAskedNow = clockKinds.flatMap((kind) => {
    const promise = chosen[kind]
    if (!promise || !schedule) return []
    const { calendar } = schedule
    const dueAt =
      promise.unit === 'working_days'
        ? addWorkingDays(calendar, view.now, promise.amount)
        : addWorkingMinutes(calendar, view.now, promise.amount)
    return [{ promiseId: promise.promiseId, versionNo: promise.versionNo, dueAt: dueAt.toString() }]
  })
  return {
    hours: schedule && weekOf(schedule, date),
    places: await placesOf(view, serviceId, date),
    ifAskedNow,
    promises: [...(await promisesOfService(view, serviceId, date))],
  }
}

/** The houses that the ways in name, each with its own hours or with whose are used instead (TY-361). */
async function placesOf(view: View, serviceId: Id, date: PlainDate): Promise<Shown['places']> {
  const rows = await view.tx
    .selectFrom('catalogue.request_type')
    .select('place_ids')
    .where('service_id', '=', serviceId)
    .where('valid_from', '<=', date)
    .where((w) => w.or([w('valid_to', 'is', null), w('valid_to', '>', date)]))
    .execute()
  const places: Shown['places'] = []
  for (const placeId of new Set(rows.flatMap((row) => row.place_ids))) {
    const { name, stated, holderName, week } = await openingHours(view, placeId, date)
    places.push({ placeId, name, stated, holderName, week })
  }
  return places
}

/** The hours of the unit that provides the service, or of whoever above it states any. */
export async function scheduleOfService(view: View, serviceId: Id, date: PlainDate): Promise<ScheduleAnswer | null> {
  const provider = await providerOn(view, serviceId, date)
  return scheduleFor(view, { unitId: provider?.unitId ?? null }, date)
}

function weekOf({ calendar, holderName, notStated }: ScheduleAnswer, date: PlainDate): NonNullable<Shown['hours']> {
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const week = Array.from({ length: 7 }, (_, n) => {
    const windows = calendar.windowsOn(monday.add({ days: n }))
    return {
      weekday: n + 1,
      windows: windows.map(([opens, closes]) => ({ opens: clock(opens), closes: clock(closes) })),
    }
  })
  return { holderName, notStated: notStated.map((one) => one.name), week }
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
