// Steps: how it goes on from here; the steps of a run; and who must say yes.

import type { ComponentChildren } from 'preact'
import { classes, Hidden, Icon, type IconName } from './icon.tsx'
import { Avatar, Tag } from './tag.tsx'
import { uiText, type Lang } from './text.ts'

export interface Step {
  readonly title: ComponentChildren
  readonly text?: ComponentChildren
  readonly state?: 'done' | 'now' | 'later' | undefined
}

/** Numbered, from the top down. Without states it tells how something works. */
export function Steps({ lang, items }: { readonly lang: Lang; readonly items: readonly Step[] }) {
  return (
    <ol class="steps">
      {items.map((step) => (
        <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <div>
            <b>{step.title}</b>
            {step.state && <Hidden>{`, ${stateWord(step.state, lang)}`}</Hidden>}
            {step.text && <p class={step.state ? 'mute' : undefined}>{step.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

export interface RunStep {
  readonly label: string
  readonly state: 'done' | 'now' | 'later'
  readonly icon?: IconName | undefined
}

const stateIcon: Readonly<Record<RunStep['state'], IconName>> = { done: 'check', now: 'circle-dot', later: 'circle' }

/** On one line: the steps of a run. */
export function RunSteps(props: { readonly lang: Lang; readonly label: string; readonly items: readonly RunStep[] }) {
  return (
    <ol class="runsteps" aria-label={props.label}>
      {props.items.map((step) => (
        <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <Icon name={step.icon ?? stateIcon[step.state]} />
          {step.label}
          <Hidden>{`, ${stateWord(step.state, props.lang)}`}</Hidden>
        </li>
      ))}
    </ol>
  )
}

export interface ApprovalSeat {
  /** Empty when nobody has sat down yet. */
  readonly who?: string | undefined
  readonly title: ComponentChildren
  /** When it was done, or who may not take the seat. */
  readonly note?: ComponentChildren
  readonly state: 'prepared' | 'approved' | 'refused' | 'empty'
  readonly number?: number | undefined
  readonly of?: number | undefined
}

/** Four eyes: prepared, approved, and the seat that is still empty with its condition. */
export function Approval({ lang, seats }: { readonly lang: Lang; readonly seats: readonly ApprovalSeat[] }) {
  return (
    <ol class="approve">
      {seats.map((seat) => (
        <li>
          {seat.who ? (
            <Avatar name={seat.who} large />
          ) : (
            <span class="slot" aria-hidden="true">
              {seat.number}
            </span>
          )}
          <div>
            <b>{seat.title}</b>
            {seat.note && <span class="sm mute block">{seat.note}</span>}
          </div>
          <ApprovalMark lang={lang} seat={seat} />
        </li>
      ))}
    </ol>
  )
}

function ApprovalMark({ lang, seat }: { readonly lang: Lang; readonly seat: ApprovalSeat }) {
  const count = uiText(lang).approvals(seat.number ?? 1, seat.of ?? 1)
  if (seat.state === 'prepared') return <Icon name="file-pen" />
  if (seat.state === 'approved') return <Tag tone="ok">{count}</Tag>
  if (seat.state === 'refused') return <Tag tone="bad">{count}</Tag>
  return null
}

function stateWord(state: 'done' | 'now' | 'later', lang: Lang): string {
  const text = uiText(lang)
  return { done: text.stepDone, now: text.stepNow, later: text.stepLater }[state]
}

/** What a row of warnings looks like before something is locked: stops first. */
export interface WarningRow {
  readonly stops: boolean
  readonly title: ComponentChildren
  readonly text?: ComponentChildren
  readonly action?: ComponentChildren
  readonly word: string
}

export function Warnings({ rows }: { readonly rows: readonly WarningRow[] }) {
  const ordered = [...rows].sort((a, b) => Number(b.stops) - Number(a.stops))
  return (
    <ul class={classes('warnlist')}>
      {ordered.map((row) => (
        <li>
          <Tag tone={row.stops ? 'bad' : 'warn'} icon={row.stops ? 'octagon-x' : 'triangle-alert'}>
            {row.word}
          </Tag>
          <div>
            <b>{row.title}</b>
            {row.text && <p class="mute">{row.text}</p>}
          </div>
          {row.action && <div class="end">{row.action}</div>}
        </li>
      ))}
    </ul>
  )
}
