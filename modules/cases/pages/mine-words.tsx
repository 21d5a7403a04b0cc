// One's own case on one line: who waits for whom, and until when.
import type { ComponentChildren } from 'preact'
import { localDate, longDate, longMoment, nearDay } from '#basics/dates'
import type { Id } from '#basics/id'
import type { Lang } from '#basics/lang'
import type { Visit } from '#platform/http/site'
import { stateAt } from '../clock.ts'
import type { StoredClock } from '../clocks.ts'
import type { CaseListRow } from '../list.ts'
import { promiseVerb } from '../words.ts'
import { clockOfRow } from './case-marks.tsx'
import { portalText } from './portal-text.ts'

export interface CaseLineProps {
  readonly visit: Visit
  readonly now: Temporal.Instant
  readonly row: CaseListRow
  readonly clocks: readonly StoredClock[]
  readonly me: Id | null
}

export const caseHref = (visit: Visit, row: Pick<CaseListRow, 'number' | 'case_id'>): string =>
  visit.href(`/arenden/${row.number || row.case_id}`)

export function CaseLine(props: CaseLineProps) {
  const { visit, now, row } = props
  const { lang } = visit
  const text = portalText[lang]
  const href = caseHref(visit, row)
  if (row.state === 'waiting' && row.waiting_for === 'customer')
    return (
      <>
        {text.waitsForYou} <a href={`${href}#skriv`}>{text.answer}</a>
      </>
    )
  if (row.state === 'waiting') return <>{row.waiting_for === 'supplier' ? text.waitsForSupplier : text.waitsForUs}</>
  if (row.state === 'awaiting_approval') return <>{text.waitsForApproval}</>
  if (row.state === 'done')
    return (
      <>
        {text.doneSince(row.done_at ? dayWords(row.done_at, now, lang) : '')}{' '}
        <a href={`${href}#bekrafta`}>{text.howWasIt}</a>
      </>
    )
  return <Promised {...props} />
}

function Promised({ visit, now, row, clocks }: CaseLineProps): ComponentChildren {
  const { lang } = visit
  const text = portalText[lang]
  const stored = clockOfRow(clocks, row.clock_kind)
  if (!stored || row.clock_kind === null) return text.noPromiseShort
  const verb = promiseVerb[stored.row.kind][lang]
  const due = stored.clock.dueAt
  if (stateAt(stored.clock, now) === 'broken') return text.late(verb, longMoment(due, now, lang))
  return (
    <>
      {verb} <b>{soonWords(due, now, lang)}</b>
    </>
  )
}

/** The hour matters today; otherwise the day is enough. */
function soonWords(at: Temporal.Instant, now: Temporal.Instant, lang: Lang): string {
  const [date, today] = [localDate(at), localDate(now)]
  if (date.equals(today)) return longMoment(at, now, lang)
  const near = nearDay(date, today, lang)
  return near ? `${near}, ${longDate(date, today, lang)}` : longDate(date, today, lang)
}

export function dayWords(at: Temporal.Instant, now: Temporal.Instant, lang: Lang): string {
  const [date, today] = [localDate(at), localDate(now)]
  return nearDay(date, today, lang) ?? longDate(date, today, lang)
}
