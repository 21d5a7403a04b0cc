// The calendar of a schedule up to one of its versions. On each date the version with the latest first day holds; of two
// that begin together, the later made. A clock event carries the highest number that was known, so what it was counted
// with never changes, and a change that was decided beforehand is already in it.
import type { WorkingCalendar } from '#basics/working-time'
import type { ScheduleVersion, StatedHours } from '../schedule.ts'
import { hoursOf } from '../schedule.ts'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export interface DatedVersion {
  readonly versionNo: number
  readonly from: PlainDate
  readonly version: ScheduleVersion
}

/** The version in force on the date; before the first one, the first. */
export function versionOn(versions: readonly DatedVersion[], on: PlainDate): DatedVersion | undefined {
  const inForce = versions.toSorted((a, b) => compare(b.from, a.from) || b.versionNo - a.versionNo)
  const first = inForce.at(-1)?.from
  return inForce.find((one) => compare(one.from, on) <= 0) ?? inForce.find((one) => first?.equals(one.from))
}

/** One calendar over all dates; where the version in force states no hours, nothing is open. */
export function calendarOver(versions: readonly DatedVersion[]): WorkingCalendar {
  const hours = new Map<DatedVersion, StatedHours | null>()
  const hoursOn = (date: PlainDate): StatedHours | null => {
    const inForce = versionOn(versions, date)
    if (!inForce) return null
    const known = hours.get(inForce)
    if (known !== undefined) return known
    const made = hoursOf(inForce.version)
    hours.set(inForce, made)
    return made
  }
  return {
    windowsOn: (date) => hoursOn(date)?.calendar.windowsOn(date) ?? [],
    nameOn: (date) => hoursOn(date)?.calendar.nameOn?.(date),
  }
}

export interface PinnedVersion {
  readonly versionNo: number
  readonly from: PlainDate
  /** null = this version stands on no parent, or on another one. */
  readonly parentVersionNo: number | null
}

/**
 * Which versions a child needs when its parent changed from a day: one from that day, and one from each later day on
 * which either of them changes, where the child does not already stand on the parent's version in force. Each says whose
 * content it repeats.
 */
export function reissues<C extends PinnedVersion>(
  child: readonly C[],
  parent: readonly Omit<PinnedVersion, 'parentVersionNo'>[],
  from: PlainDate,
): readonly { readonly from: PlainDate; readonly repeats: C; readonly parentVersionNo: number }[] {
  const days = [from, ...child.map((one) => one.from), ...parent.map((one) => one.from)]
    .filter((day) => compare(day, from) >= 0)
    .toSorted(compare)
  const made: { from: PlainDate; repeats: C; parentVersionNo: number }[] = []
  for (const [n, day] of days.entries()) {
    if (days[n - 1]?.equals(day)) continue
    const own = latestOn(child, day)
    const above = latestOn(parent, day)
    if (!own || own.parentVersionNo === null || !above) continue
    const standing = latestOn(
      [
        ...made.map((one) => ({
          ...one.repeats,
          from: one.from,
          parentVersionNo: one.parentVersionNo,
          versionNo: Infinity,
        })),
        ...child,
      ],
      day,
    )
    if (standing?.parentVersionNo !== above.versionNo)
      made.push({ from: day, repeats: own, parentVersionNo: above.versionNo })
  }
  return made
}

function latestOn<V extends { readonly from: PlainDate; readonly versionNo: number }>(
  versions: readonly V[],
  on: PlainDate,
): V | undefined {
  return versions
    .filter((one) => compare(one.from, on) <= 0)
    .toSorted((a, b) => compare(b.from, a.from) || b.versionNo - a.versionNo)[0]
}
