// What the promise's clocks should say about a told case: which promise, when it is due with its pauses, when it
// stopped, kept or not. Working days as in model.md §3, so that a loader can hold its own clocks against them.
import { addWorkingDays, workingDaysBetween } from '#basics/working-time'
import { placeCalendar } from './office-calendar.ts'
import type { Ending, ExpectedClock } from './planned-case.ts'
import type { Act } from './plot-shape.ts'
import { type Channel, type Measure, promises } from './promises.ts'

type Instant = Temporal.Instant

/** A step as a clock sees it. */
export interface Happening {
  readonly act: Act
  readonly at: Instant
  /** Said or done by the office, not by the one who asked. */
  readonly ours: boolean
}

export interface ClockFacts {
  readonly at: Instant
  readonly service: string
  readonly channel: Channel
  readonly place: string | null
  readonly towards: 'customer' | 'outside'
}

/** Per clock kind the first promise that exists: the service's, then the office's. */
export function measuresFor(facts: ClockFacts): readonly Measure[] {
  const fits = (measure: Measure): boolean =>
    (measure.channels === null || measure.channels.includes(facts.channel)) &&
    (measure.towards === 'everyone' || measure.towards === facts.towards)
  const heldBy = (kind: string, key: string): readonly Measure[] =>
    promises
      .filter((row) => row.holder.kind === kind && row.holder.key === key)
      .flatMap((row) => row.measures.filter(fits))
  const own = heldBy('service', facts.service)
  return [...own, ...heldBy('office', 'kit').filter((measure) => !own.some((first) => first.clock === measure.clock))]
}

/** The first word from us, or the first work; delivering stops both. */
export function stopIndex(clock: Measure['clock'], happenings: readonly Happening[]): number {
  return happenings.findIndex(({ act, ours }) => {
    if (act === 'deliver') return true
    return clock === 'start' ? act === 'start' : act === 'reply' && ours
  })
}

/** Due with the pauses before the stop; a pause within one working day costs nothing. */
export function dueAt(measure: Measure, facts: ClockFacts, happenings: readonly Happening[]): Instant {
  const calendar = placeCalendar(facts.place)
  const stop = stopIndex(measure.clock, happenings)
  let paused = 0
  let since: Instant | null = null
  for (const { act, at } of stop < 0 ? happenings : happenings.slice(0, stop)) {
    if (act === 'pause') since = at
    if (act !== 'resume' || since === null) continue
    paused += workingDaysBetween(calendar, since, at)
    since = null
  }
  return addWorkingDays(calendar, facts.at, measure.amount + paused)
}

function standsStill(happenings: readonly Happening[]): boolean {
  const last = happenings.findLast(({ act }) => act === 'pause' || act === 'resume')
  return last?.act === 'pause'
}

/** After withdrawal, refusal, merging or turning into a wish nothing more is owed. */
const cancels: ReadonlySet<Ending> = new Set<Ending>(['withdrawn', 'rejected', 'merged', 'wish'])

export function expectedClocks(
  facts: ClockFacts,
  happenings: readonly Happening[],
  ending: Ending,
  until: Instant,
): readonly ExpectedClock[] {
  const ended = cancels.has(ending) ? (happenings.at(-1)?.at ?? until) : until
  return measuresFor(facts).flatMap((measure) => {
    const due = dueAt(measure, facts, happenings)
    const stoppedAt = happenings[stopIndex(measure.clock, happenings)]?.at ?? null
    const overdue = Temporal.Instant.compare(due, ended) < 0
    // Cancelled before its deadline: outside the figure.
    if (stoppedAt === null && cancels.has(ending) && !overdue) return []
    const open = overdue && !standsStill(happenings) ? false : null
    const kept = stoppedAt === null ? open : Temporal.Instant.compare(stoppedAt, due) <= 0
    return [{ measure: measure.key, clock: measure.clock, dueAt: due, stoppedAt, kept }]
  })
}
