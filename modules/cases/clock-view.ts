// A clock as it is told: the promise in words, where it comes from, and the explanation that reproduces the deadline.
import type { Lang } from '#basics/lang'
import type { View } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { promiseWords } from './clock-phrases.ts'
import { dayStrip, explain, stepWhen } from './clock-words.ts'
import type { StripDay } from './clock-words.ts'
import { remainingAt, stateAt } from './clock.ts'
import type { StoredClock } from './clocks.ts'
import type { ClockView } from './contract.ts'
import { promiseNames } from './terms.ts'

export const sourceWords: Readonly<Record<string, { sv: string; en: string }>> = {
  agreement_line: { sv: 'er överenskommelse', en: 'your agreement' },
  request_type: { sv: 'ärendetypen', en: 'the request type' },
  service: { sv: 'tjänsten', en: 'the service' },
  area: { sv: 'tjänsteområdet', en: 'the service area' },
  office: { sv: 'hela kontoret', en: 'the whole office' },
}

export async function clockViews(
  view: View,
  clocks: readonly StoredClock[],
  lang: Lang,
): Promise<Static<typeof ClockView>[]> {
  const names = await promiseNames(
    view,
    clocks.map(({ row }) => ({ promiseId: row.promise_id, versionNo: row.promise_version_no })),
  )
  return clocks.map(({ row, events, clock, calendarOf }) => {
    const left = remainingAt(clock, view.now)
    return {
      kind: row.kind,
      state: stateAt(clock, view.now),
      strength: clock.promise.strength,
      promise: promiseWords(clock.promise)[lang],
      source:
        `${names.get(row.promise_id)?.[lang] ?? ''} (${sourceWords[clock.promise.source.kind]?.[lang] ?? ''})`.trim(),
      promiseVersion: clock.promise.source.version,
      firstToldDueAt: clock.firstToldDueAt.toString(),
      dueAt: clock.dueAt.toString(),
      endedAt: clock.endedAt?.toString() ?? null,
      remainingWorkingDays: left.workingDays,
      remainingWorkingMinutes: left.workingMinutes,
      movedByUs: clock.movedByUs.workingMinutes > 0,
      explanation: explain(events, calendarOf).map((step) => ({ from: stepWhen(step, lang), words: step[lang] })),
    }
  })
}

export function stripOf({ events, calendarOf }: StoredClock, now: Temporal.Instant): readonly StripDay[] {
  return dayStrip(events, calendarOf, now)
}
