// Cuts a told case at the demonstration's day and says how it stands then.
import { type ClockFacts, expectedClocks, type Happening } from './expected-clocks.ts'
import type { Ending, PlannedCase, PlannedStep } from './planned-case.ts'

export type Skeleton = Omit<PlannedCase, 'steps' | 'clocks' | 'ending'>

const final: Readonly<Partial<Record<PlannedStep['act'], Ending>>> = {
  withdraw: 'withdrawn',
  reject: 'rejected',
  merge: 'merged',
  turn_into_wish: 'wish',
  confirm: 'confirmed',
  deliver: 'delivered',
  reopen: 'open',
}

function endingOf(steps: readonly PlannedStep[]): Ending {
  let ending: Ending = 'open'
  for (const step of steps) ending = final[step.act] ?? ending
  return ending
}

/** The case with these steps, as far as they lie before `until`. */
export function closeBook(
  planned: Skeleton,
  steps: readonly PlannedStep[],
  until: Temporal.Instant,
  untouched = false,
): PlannedCase {
  const told = steps.filter((step) => Temporal.Instant.compare(step.at, until) < 0)
  const kept = untouched ? told.slice(0, firstWord(told)) : told
  const ending = endingOf(kept)
  return {
    ...planned,
    steps: kept,
    clocks: expectedClocks(factsOf(planned), seen(planned, kept), ending, until),
    ending,
  }
}

/** Up to the first thing that would stop a clock or let it stand still. */
function firstWord(steps: readonly PlannedStep[]): number {
  const index = steps.findIndex((step) => ['reply', 'start', 'pause', 'deliver'].includes(step.act))
  return index < 0 ? steps.length : index
}

function factsOf(planned: Skeleton): ClockFacts {
  const towards = 'person' in planned.requester ? 'customer' : 'outside'
  return { at: planned.at, service: planned.service, channel: planned.channel, place: planned.place, towards }
}

function seen(planned: Skeleton, steps: readonly PlannedStep[]): readonly Happening[] {
  const asker = 'person' in planned.requester ? planned.requester.person : null
  return steps.map(({ act, at, by }) => ({ act, at, ours: by !== asker }))
}
