// The clock on a row: one word for its state, what is left, and when. Time stands in words before it stands in numbers.

import { localDate, shortMoment } from '#basics/dates'
import type { Words } from '#basics/refusal'
import type { ClockState } from './clock-event.ts'
import { daysWords, minutesWords } from './clock-phrases.ts'
import { remainingAt, stateAt, type Clock } from './clock.ts'

export interface ClockLabel {
  /** soon = runs out today. */
  readonly state: ClockState | 'soon'
  /** `2 arbetsdagar kvar`, `6 tim 3 min kvar`, `Bröts i går 16.45`. */
  readonly words: Words
  /** `mån 16 april 16.45`, `i dag 16.45`; for a paused clock what it waits for. */
  readonly detail: Words
}

/** `2 arbetsdagar`, or the hours and minutes of the last day. */
export function leftWords(clock: Clock, now: Temporal.Instant): Words {
  const left = remainingAt(clock, now)
  const inDays = clock.promise.unit === 'working_days' && left.workingDays > 0
  return inDays ? daysWords(left.workingDays) : minutesWords(Math.max(0, left.workingMinutes))
}

export function clockLabel(clock: Clock, now: Temporal.Instant): ClockLabel {
  const state = stateAt(clock, now)
  const due: Words = { sv: shortMoment(clock.dueAt, now, 'sv'), en: shortMoment(clock.dueAt, now, 'en') }
  const length = leftWords(clock, now)
  switch (state) {
    case 'running': {
      const soon = localDate(clock.dueAt).equals(localDate(now))
      return {
        state: soon ? 'soon' : 'running',
        words: { sv: `${length.sv} kvar`, en: `${length.en} left` },
        detail: due,
      }
    }
    case 'paused':
      return { state, words: { sv: 'Pausad', en: 'Paused' }, detail: waitWords(clock, length) }
    case 'kept':
      return { state, words: { sv: 'Löftet hölls', en: 'Promise kept' }, detail: due }
    case 'broken':
      return { state, words: { sv: `Bröts ${due.sv}`, en: `Broken ${due.en}` }, detail: lateWords(clock, now) }
    case 'cancelled':
      return { state, words: { sv: 'Löftet gäller inte', en: 'No promise' }, detail: { sv: '', en: '' } }
  }
}

const WHEN = {
  customer: { sv: 'när kunden svarat', en: 'when the customer has answered' },
  supplier: { sv: 'när leverans kommit', en: 'when the supplier has delivered' },
  us: { sv: 'när vi fortsätter', en: 'when we go on' },
}

function waitWords(clock: Clock, length: Words): Words {
  const when = WHEN[clock.waiting?.by ?? 'customer']
  return { sv: `${length.sv} kvar ${when.sv}`, en: `${length.en} left ${when.en}` }
}

function lateWords(clock: Clock, now: Temporal.Instant): Words {
  const left = remainingAt(clock, now)
  const late =
    left.workingDays < 0 && clock.promise.unit === 'working_days'
      ? daysWords(-left.workingDays)
      : minutesWords(Math.max(0, -left.workingMinutes))
  return { sv: `${late.sv} sen`, en: `${late.en} late` }
}
