// The marks of a case wherever it is shown at the desk or to its customer: its state as a word, its promise as a clock on
// one line, and when something last happened.
import { fullDate, localDate, monthName, nearDay, timeOfDay } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { Clock, Tag } from '#ui'
import type { ClockState, IconName, Tone } from '#ui'
import type { CaseState, WaitingFor } from '../case.ts'
import { stateWords } from '../case.ts'
import { clockLabel, leftWords } from '../clock-label.ts'
import { remainingAt } from '../clock.ts'
import type { ClockKind } from '../clock.ts'
import type { StoredClock } from '../clocks.ts'
import { waitingWords } from '../words.ts'
import { deskText } from './desk-text.ts'

type Instant = Temporal.Instant

const stateLook: Readonly<Record<CaseState, readonly [Tone, IconName | undefined]>> = {
  awaiting_approval: ['warn', 'user-check'],
  new: ['info', undefined],
  in_progress: ['accent', undefined],
  waiting: ['wait', undefined],
  done: ['ok', undefined],
  closed: ['plain', 'circle-check'],
  withdrawn: ['plain', 'undo'],
  rejected: ['bad', undefined],
  converted: ['plain', 'lightbulb'],
  merged: ['plain', 'merge'],
}

export interface StateTagProps {
  readonly lang: Lang
  readonly state: CaseState
  readonly waitingFor: WaitingFor | null
  /** The customer reads that we wait for them, not that the customer is waited for. */
  readonly customer?: boolean
}

export function StateTag({ lang, state, waitingFor, customer }: StateTagProps) {
  const [tone, icon] = stateLook[state]
  if (customer && waitingFor === 'customer')
    return (
      <Tag tone="warn" icon="reply">
        {deskText[lang].waitsForYou}
      </Tag>
    )
  return (
    <Tag tone={tone} icon={icon}>
      {stateName(lang, state, waitingFor)}
    </Tag>
  )
}

export function stateName(lang: Lang, state: CaseState, waitingFor: WaitingFor | null): string {
  return state === 'waiting' && waitingFor ? waitingWords[waitingFor][lang] : stateWords[state][lang]
}

/** Latest first: a case that has ended is judged by its last promise. */
const weight: Readonly<Record<ClockKind, number>> = { done: 3, start: 2, first_answer: 1, receipt: 0 }

/** The clock a row shows: the first that ends of those that go on, else the last of those that have ended. */
export function clockOfRow(clocks: readonly StoredClock[], kind: ClockKind | null): StoredClock | undefined {
  return (
    clocks.find(({ row }) => row.kind === kind) ?? clocks.toSorted((a, b) => weight[b.row.kind] - weight[a.row.kind])[0]
  )
}

export interface RowClockProps {
  readonly lang: Lang
  readonly state: CaseState
  readonly stored: StoredClock | undefined
  readonly now: Instant
  readonly href?: string
}

/** Time in words before time in numbers: `6 tim 3 min kvar`, and below it what is promised and when. */
export function RowClock({ lang, state, stored, now, href }: RowClockProps) {
  const text = deskText[lang]
  if (!stored)
    return <Clock state="none">{state === 'awaiting_approval' ? text.promiseAfterApproval : text.noPromise}</Clock>
  const { clock, row } = stored
  const label = clockLabel(clock, now)
  const known: ClockState = label.state === 'cancelled' ? 'none' : label.state
  // Whom a paused clock waits for stands beside it, in the state.
  const detail = known === 'paused' ? `${leftWords(clock, now)[lang]} ${text.left}` : label.detail[lang]
  return (
    <Clock
      state={known}
      href={href}
      detail={detail && `${text.promised[row.kind]} ${detail}`}
      strip={known === 'none' ? undefined : used(stored, now)}
    >
      {label.words[lang]}
    </Clock>
  )
}

/** How much of the promise is used, for the small strip. */
function used({ clock }: StoredClock, now: Instant): { used: number; of: number } | undefined {
  const { amount, unit } = clock.promise
  if (amount === 0) return undefined
  const left = remainingAt(clock, now)
  return { used: amount - (unit === 'working_days' ? left.workingDays : left.workingMinutes), of: amount }
}

/** `10.31`, `i går`, `5 april`, `5 april 2011`: a glance, for the last column of a list. */
export function glanceAt(at: Instant, now: Instant, lang: Lang): string {
  const [date, today] = [localDate(at), localDate(now)]
  if (date.equals(today)) return timeOfDay(at, lang)
  return (
    nearDay(date, today, lang) ??
    (date.year === today.year ? `${date.day} ${monthName(date.month, lang)}` : fullDate(date, lang))
  )
}
