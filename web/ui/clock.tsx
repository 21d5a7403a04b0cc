// The promise as one line in a list: icon, words, and a small strip that shows how much is used.

import type { ComponentChildren } from 'preact'
import { classes, Icon, type IconName } from './icon.tsx'

export type ClockState = 'running' | 'soon' | 'broken' | 'paused' | 'kept' | 'none'

const stateLook: Readonly<Record<ClockState, readonly [icon: IconName, tone: string]>> = {
  running: ['clock', ''],
  soon: ['alarm-clock', 'warn'],
  broken: ['circle-x', 'bad'],
  paused: ['pause', 'wait'],
  kept: ['check', 'ok'],
  none: ['minus', 'none'],
}

export interface ClockProps {
  readonly state: ClockState
  /** The words: `2 arbetsdagar kvar`. */
  readonly children: ComponentChildren
  /** The line under: `mån 16 april 16.45`. */
  readonly detail?: ComponentChildren
  /** Where the clock explains itself. */
  readonly href?: string | undefined
  readonly strip?: StripShare | undefined
  readonly large?: boolean | undefined
}

export function Clock({ state, children, detail, href, strip, large }: ClockProps) {
  const [icon, tone] = stateLook[state]
  const inside = (
    <>
      <Icon name={icon} />
      <b>
        {children}
        {strip && <MiniStrip {...strip} tone={tone} />}
      </b>
      {detail && <span class="m">{detail}</span>}
    </>
  )
  const look = classes('clock', tone, large && 't-lg')
  return href ? (
    <a class={look} href={href}>
      {inside}
    </a>
  ) : (
    <span class={look}>{inside}</span>
  )
}

export interface StripShare {
  readonly used: number
  readonly of: number
}

const mostCells = 5

/** Decoration beside words: at most five cells, so that ten days and three take the same room. */
export function MiniStrip({ used, of, tone }: StripShare & { readonly tone?: string | undefined }) {
  const cells = Math.max(1, Math.min(of, mostCells))
  const on = of > 0 ? Math.min(cells, Math.floor((Math.max(0, used) / of) * cells + 1e-9)) : 0
  return (
    <span
      class={classes('mini', tone)}
      aria-hidden="true"
      // Two constants, counted: a queue has hundreds of these cells.
      dangerouslySetInnerHTML={{ __html: '<i class="on"></i>'.repeat(on) + '<i></i>'.repeat(cells - on) }}
    />
  )
}
