// Calendars, promises and histories of clocks, as tests speak of them: times are local.

import { isOffByLaw, namedDay } from '#basics/swedish-calendar'
import type { Window, WorkingCalendar } from '#basics/working-time'
import type { WaitingFor } from './case.ts'
import type { ClockEvent, ServicePromise } from './clock-event.ts'

/** `2012-04-04T15:20` in Sweden. */
export function local(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Stockholm').toInstant()
}

export function localText(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString({ smallestUnit: 'minute' })
}

export function weekly(
  monToThu: readonly Window[],
  friday: readonly Window[],
  halfDays: Record<string, readonly Window[]> = {},
): WorkingCalendar {
  return {
    windowsOn(date) {
      const half = halfDays[date.toString()]
      if (half) return half
      if (isOffByLaw(date) || date.dayOfWeek > 5) return []
      return date.dayOfWeek === 5 ? friday : monToThu
    },
    nameOn: namedDay,
  }
}

/** As printed for Tyresö 2012 (TY-361), and one office that closes for lunch and on half-days. */
export const CALENDARS: Record<string, WorkingCalendar> = {
  town_hall: weekly([[465, 1005]], [[465, 900]]),
  masten: weekly([[420, 1320]], [[420, 1020]]),
  lunch: weekly(
    [
      [480, 720],
      [780, 1020],
    ],
    [
      [480, 720],
      [780, 960],
    ],
    { '2012-04-05': [[480, 720]], '2012-04-30': [[480, 720]] },
  ),
  always: { windowsOn: () => [[0, 1440]] },
}

export function calendarOf(schedule: string): WorkingCalendar {
  const calendar = CALENDARS[schedule]
  if (!calendar) throw new Error(`no calendar ${schedule}`)
  return calendar
}

export function promised(
  amount: number,
  unit: ServicePromise['unit'] = 'working_days',
  more: Partial<ServicePromise> = {},
): ServicePromise {
  return {
    kind: 'start',
    amount,
    unit,
    strength: 'binding',
    source: { kind: 'service', id: 'kontorsservice', version: 2 },
    ...more,
  }
}

/** A history on one schedule, written as it would be told. */
export function history(schedule = 'town_hall') {
  const on = (at: string) => ({ at: local(at), schedule })
  return {
    start: (at: string, promise: ServicePromise): ClockEvent => ({ ...on(at), kind: 'start', promise }),
    pause: (at: string, by: WaitingFor = 'customer', reason = 'svar från kund'): ClockEvent => ({
      ...on(at),
      kind: 'pause',
      by,
      reason,
    }),
    resume: (at: string): ClockEvent => ({ ...on(at), kind: 'resume' }),
    rebase: (
      at: string,
      promise: ServicePromise,
      by: 'us' | 'customer' = 'us',
      reason = 'ändrad prioritet',
    ): ClockEvent => ({ ...on(at), kind: 'rebase', by, reason, promise }),
    stop: (at: string): ClockEvent => ({ ...on(at), kind: 'stop' }),
    cancel: (at: string, reason = 'löftet gäller inte längre'): ClockEvent => ({ ...on(at), kind: 'cancel', reason }),
    reopen: (at: string, reason = 'inte klart'): ClockEvent => ({ ...on(at), kind: 'reopen', reason }),
  }
}
