// The promise as a picture and in words: one cell per calendar day, the sentence, and how we counted.

import type { ComponentChildren } from 'preact'
import { monthName, shortWeekday, weekdayName } from '#basics/dates'
import { classes, Hidden } from './icon.tsx'
import { More } from './menu.tsx'
import { Heading } from './panel.tsx'
import { uiText, type Lang } from './text.ts'

export interface PromiseDay {
  readonly date: Temporal.PlainDate
  readonly kind: 'start' | 'working' | 'off' | 'pause' | 'end'
  /** Which working day it is; stands in the cell. */
  readonly number?: number | undefined
  /** What a listener hears instead of the standard words: `långfredagen räknas inte`. */
  readonly note?: string | undefined
  readonly today?: boolean | undefined
}

export interface DayStripProps {
  readonly lang: Lang
  readonly label: string
  readonly days: readonly PromiseDay[]
  /** One letter per weekday, for a narrow side. */
  readonly narrow?: boolean | undefined
}

/** More days than this are drawn as weeks, seven to a row. */
const oneRow = 10

export function DayStrip({ lang, label, days, narrow }: DayStripProps) {
  const weeks = days.length > oneRow
  const first = days[0]
  const look = classes('days', weeks && 'weeks', weeks && first && `from-${first.date.dayOfWeek}`)
  return (
    <ol class={look} aria-label={label}>
      {days.map((day, i) => (
        <li class={classes(day.kind !== 'working' && day.kind, day.today && 'now')}>
          <span aria-hidden="true">{dayLetters(day.date, lang, narrow || weeks)}</span>
          <i aria-hidden="true">{cellMark(day)}</i>
          <span aria-hidden="true">
            {day.date.day}
            {(i === 0 || day.date.day === 1 || day.kind === 'end') && !narrow && (
              <span class="long">
                {' '}
                {weeks ? monthName(day.date.month, lang).slice(0, 3) : monthName(day.date.month, lang)}
              </span>
            )}
          </span>
          <Hidden>{spokenDay(day, lang)}</Hidden>
        </li>
      ))}
    </ol>
  )
}

function dayLetters(date: Temporal.PlainDate, lang: Lang, narrow: boolean | undefined): string {
  const name = shortWeekday(date, lang)
  return narrow ? name.slice(0, 1) : name
}

function cellMark({ kind, number }: PromiseDay): string | number {
  if (kind === 'start') return '●'
  if (kind === 'off') return '–'
  if (kind === 'pause') return 'II'
  return number ?? ''
}

function spokenDay(day: PromiseDay, lang: Lang): string {
  const text = uiText(lang)
  const words = [
    day.number !== undefined && text.workingDay(day.number),
    day.note ?? (day.kind === 'working' ? undefined : text.day[day.kind]),
    day.today && text.day.today,
  ].filter(Boolean)
  return `${weekdayName(day.date, lang)} ${day.date.day} ${monthName(day.date.month, lang)}: ${words.join(', ')}`
}

export interface PromiseCardProps {
  readonly lang: Lang
  readonly id?: string | undefined
  readonly heading: string
  /** The heading is for listeners when the clock already says it. */
  readonly headingHidden?: boolean | undefined
  readonly level?: 2 | 3 | undefined
  readonly tone?: 'warn' | 'bad' | 'wait' | 'ok' | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** The card that tops the side of a case and stands beside a service. */
export function PromiseCard(props: PromiseCardProps) {
  const { id, heading, headingHidden, level = 2, tone, children } = props
  return (
    <section class={classes('promise', tone, props.class)} id={id}>
      <Heading level={level} class={headingHidden ? 'sr' : 't-lg'}>
        {heading}
      </Heading>
      {children}
    </section>
  )
}

export interface CountedRow {
  readonly when: string
  readonly what: ComponentChildren
  /** Not counted: shown fainter. */
  readonly off?: boolean | undefined
  readonly last?: boolean | undefined
}

export interface ClockReplayProps {
  readonly lang: Lang
  readonly rows: readonly CountedRow[]
  /** Which promise and which calendar, with versions. */
  readonly source?: ComponentChildren
  readonly open?: boolean | undefined
}

/** “Så räknade vi”: each event of the clock on a row, and whence the promise comes. */
export function ClockReplay({ lang, rows, source, open }: ClockReplayProps) {
  const text = uiText(lang)
  return (
    <More summary={text.howWeCounted} open={open}>
      <table class="replay">
        <caption class="sr">{text.howWeCounted}</caption>
        <thead class="sr">
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr class={row.off ? 'off' : undefined}>
              <td class="nowrap">{row.when}</td>
              <td>{row.last ? <b>{row.what}</b> : row.what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {source && <p class="sm mute mt2">{source}</p>}
    </More>
  )
}

/** The same in a wide column, for a receipt: day to the left, what it means to the right. */
export function DayByDay({ rows }: { readonly rows: readonly CountedRow[] }) {
  return (
    <ul class="explain">
      {rows.map((row) => (
        <li class={row.off ? 'no' : undefined}>
          {row.off ? <span>{row.when}</span> : <b>{row.when}</b>}
          <span>{row.what}</span>
        </li>
      ))}
    </ul>
  )
}
