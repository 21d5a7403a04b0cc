// Reads of places and of when they are open. A place without stated hours answers with whose hours are used instead,
// and says that its own are not stated (TY-361).
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import type { OpeningHours, Place } from '../schedules/contract.ts'
import { hoursOfWindows } from '../schedules/hours.ts'
import { scheduleFor } from '../schedules/resolve.ts'

type PlainDate = Temporal.PlainDate

export async function placesOn(view: View, on: PlainDate): Promise<Place[]> {
  const rows = await places(view, on)
    .where('p.valid_from', '<=', on)
    .where((q) => q.or([q('p.valid_to', 'is', null), q('p.valid_to', '>', on)]))
    .orderBy('p.place_id')
    .limit(5000)
    .execute()
  return rows.map(asPlace)
}

export async function placeById(view: View, placeId: Id): Promise<Place> {
  const row = await places(view, view.today).where('p.place_id', '=', placeId).executeTakeFirst()
  return row ? asPlace(row) : notFound()
}

function places(view: View, on: PlainDate) {
  return view.tx
    .selectFrom('organisation.place as p')
    .selectAll('p')
    .select((q) =>
      q
        .selectFrom('organisation.unit_placement as u')
        .whereRef('u.unit_id', '=', 'p.served_by_unit_id')
        .where('u.valid_from', '<=', on)
        .orderBy('u.valid_from', 'desc')
        .limit(1)
        .select('u.name')
        .as('served_by_name'),
    )
}

function asPlace(row: Awaited<ReturnType<ReturnType<typeof places>['execute']>>[number]): Place {
  return {
    placeId: row.place_id,
    name: row.name,
    saidAt: row.said_at,
    address: row.address,
    scheduleId: row.schedule_id,
    hoursStated: row.hours_stated,
    servedByUnitId: row.served_by_unit_id,
    servedByName: row.served_by_name,
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
  }
}

export async function openingHours(view: View, placeId: Id, on: PlainDate): Promise<OpeningHours> {
  const place = await placeById(view, placeId)
  const answer = await scheduleFor(view, { placeId, unitId: place.servedByUnitId }, on)
  const monday = on.subtract({ days: on.dayOfWeek - 1 })
  const open = (day: PlainDate) => hoursOfWindows(answer?.calendar.windowsOn(day) ?? [])
  const nameOf = (day: PlainDate) => {
    const name = answer?.calendar.nameOn?.(day)
    return name ? { sv: name.sv, en: name.en } : null
  }
  return {
    date: on.toString(),
    name: place.name,
    stated: place.hoursStated,
    holder: answer?.holder ?? null,
    holderName: answer?.holderName ?? null,
    windows: open(on),
    dayName: nameOf(on),
    week: Array.from({ length: 7 }, (_, n) => monday.add({ days: n })).map((day) => ({
      weekday: day.dayOfWeek,
      windows: open(day),
      dayName: nameOf(day),
    })),
    scheduleId: answer?.scheduleId ?? null,
    versionNo: answer?.versionNo ?? null,
  }
}
