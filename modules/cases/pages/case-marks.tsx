// The marks of a case wherever it is shown at the desk or to its customer: its state as a word, its promise as a clock on
// one line, and when something last happened.
import { localDate, nearDay, tableMoment, timeOfDay } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { Clock, Tag } from '#ui'
import type { ClockState, IconName, Tone } from '#ui'
import type { CaseState, WaitingFor } from '../case.ts'
import { stateWords } from '../case.ts'
import { clockLabel, leftWords } from '../clock-label.ts'
import type { ClockLabel } from '../clock-label.ts'
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
  const { clock } = stored
  const label = clockLabel(clock, now)
  const known: ClockState = label.state === 'cancelled' ? 'none' : label.state
  return (
    <Clock
      state={known}
      href={href}
      detail={detailOf(stored, label, now, lang)}
      strip={known === 'none' ? undefined : used(stored, now)}
    >
      {wordsOf(stored, label, now, lang)}
    </Clock>
  )
}

/** In a row a day far off stands in figures: `Bröts 19/9 16.45`. */
function wordsOf({ clock }: StoredClock, label: ClockLabel, now: Instant, lang: Lang): string {
  const near = nearDay(localDate(clock.dueAt), localDate(now), lang) !== null
  return label.state === 'broken' && !near ? deskText[lang].brokeAt(tableMoment(clock.dueAt, lang)) : label.words[lang]
}

/** What was promised and when; of a kept promise when it was kept. Whom a paused clock waits for stands in the state. */
function detailOf({ clock, row }: StoredClock, label: ClockLabel, now: Instant, lang: Lang): string | undefined {
  const text = deskText[lang]
  if (label.state === 'cancelled') return undefined
  if (label.state === 'kept' && clock.endedAt) return `${text.ended[row.kind]} ${tableMoment(clock.endedAt, lang)}`
  const detail = label.state === 'paused' ? `${leftWords(clock, now)[lang]} ${text.left}` : label.detail[lang]
  return `${text.promised[row.kind]} ${detail}`
}

/** How much of the promise is used, for the small strip. */
function used({ clock }: StoredClock, now: Instant): { used: number; of: number } | undefined {
  const { amount, unit } = clock.promise
  if (amount === 0) return undefined
  const left = remainingAt(clock, now)
  return { used: amount - (unit === 'working_days' ? left.workingDays : left.workingMinutes), of: amount }
}

const shortMonths: Readonly<Record<Lang, readonly string[]>> = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sept', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
}

/** `10.31`, `i går`, `5 april`, `20 sept 2011`: a glance, for the last column of a list. */
export function glanceAt(at: Instant, now: Instant, lang: Lang): string {
  const [date, today] = [localDate(at), localDate(now)]
  if (date.equals(today)) return timeOfDay(at, lang)
  const day = `${date.day} ${shortMonths[lang][date.month - 1] ?? ''}`
  return nearDay(date, today, lang) ?? (date.year === today.year ? day : `${day} ${date.year}`)
}
