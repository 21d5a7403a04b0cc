// What a clock is given: the promise it measures, and the events that can happen to it, in what order.

import { minuteOf } from '#basics/dates'
import { refuse } from '#basics/refusal'
import type { WaitingFor } from './case.ts'

type Instant = Temporal.Instant

export const clockKinds = ['receipt', 'first_answer', 'start', 'done'] as const
export const clockUnits = ['working_minutes', 'working_days'] as const
/** strive = not binding, shown as "eftersträvas" (TY-053). */
export const promiseStrengths = ['binding', 'strive'] as const
/** In the order they are asked; the first that has a promise of the kind gives it (model.md §3). */
export const promiseSources = ['agreement_line', 'request_type', 'service', 'area', 'office'] as const
export const clockStates = ['running', 'paused', 'kept', 'broken', 'cancelled'] as const

export type ClockKind = (typeof clockKinds)[number]
export type ClockUnit = (typeof clockUnits)[number]
export type ClockState = (typeof clockStates)[number]

/** The promise as it stood when the clock took it; a later version of its source never touches the clock. */
export interface ServicePromise {
  readonly kind: ClockKind
  readonly amount: number
  readonly unit: ClockUnit
  readonly strength: (typeof promiseStrengths)[number]
  readonly source: { readonly kind: (typeof promiseSources)[number]; readonly id: string; readonly version: number }
}

interface Happened {
  readonly at: Instant
  /** Version of the schedule in force. Only start and rebase may bring another. */
  readonly schedule: string
}

export type ClockEvent = Happened &
  (
    | { readonly kind: 'start'; readonly promise: ServicePromise }
    | { readonly kind: 'pause'; readonly by: WaitingFor; readonly reason: string }
    | { readonly kind: 'resume' }
    /** What the case is has changed, or the calendar has by decision: another promise, another schedule, or both. */
    | {
        readonly kind: 'rebase'
        readonly by: 'customer' | 'us'
        readonly reason: string
        readonly promise?: ServicePromise
      }
    | { readonly kind: 'stop' }
    | { readonly kind: 'cancel'; readonly reason: string }
    | { readonly kind: 'reopen'; readonly reason: string }
  )

const MAY_FOLLOW: Record<ClockEvent['kind'], readonly ClockState[]> = {
  start: [],
  pause: ['running'],
  resume: ['paused'],
  rebase: ['running', 'paused'],
  stop: ['running', 'paused'],
  cancel: ['running', 'paused'],
  reopen: ['kept', 'broken', 'cancelled'],
}

/** Refuses an event that cannot follow, in words for the person who tried. */
export function mayFollow(
  clock: { readonly state: ClockState; readonly schedule: string; readonly lastEventAt: Instant },
  event: ClockEvent,
): void {
  if (!MAY_FOLLOW[event.kind].includes(clock.state)) refuseEvent(event.kind, clock.state)
  if (Temporal.Instant.compare(minuteOf(event.at), clock.lastEventAt) < 0) {
    refuse({
      code: 'clock_event_out_of_order',
      status: 409,
      sv: 'Klockans händelser måste komma i tidsordning.',
      en: 'The events of a clock must come in order of time.',
    })
  }
  if (event.kind !== 'rebase' && event.schedule !== clock.schedule) {
    refuse({
      code: 'clock_schedule_changed',
      status: 409,
      sv: 'En klocka byter kalender bara genom beslut, som en egen händelse.',
      en: 'A clock changes its calendar only by decision, as an event of its own.',
    })
  }
}

const STATE_WORDS: Record<ClockState | 'none', { readonly sv: string; readonly en: string }> = {
  none: { sv: 'har inte startat', en: 'has not started' },
  running: { sv: 'går', en: 'is running' },
  paused: { sv: 'är pausad', en: 'is paused' },
  kept: { sv: 'har stannat', en: 'has stopped' },
  broken: { sv: 'har stannat', en: 'has stopped' },
  cancelled: { sv: 'är avbruten', en: 'is cancelled' },
}

const EVENT_WORDS: Record<ClockEvent['kind'], { readonly sv: string; readonly en: string }> = {
  start: { sv: 'startas', en: 'be started' },
  pause: { sv: 'pausas', en: 'be paused' },
  resume: { sv: 'sättas igång igen', en: 'be resumed' },
  rebase: { sv: 'få ett nytt löfte', en: 'be given another promise' },
  stop: { sv: 'stoppas', en: 'be stopped' },
  cancel: { sv: 'avbrytas', en: 'be cancelled' },
  reopen: { sv: 'öppnas igen', en: 'be reopened' },
}

export function refuseEvent(kind: ClockEvent['kind'], state: ClockState | 'none'): never {
  return refuse({
    code: `clock_${kind}_refused`,
    status: 409,
    sv: `Klockan ${STATE_WORDS[state].sv} och kan inte ${EVENT_WORDS[kind].sv}.`,
    en: `The clock ${STATE_WORDS[state].en} and cannot ${EVENT_WORDS[kind].en}.`,
  })
}
