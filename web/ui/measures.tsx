// Measures: the key figures on top of an overview, bars with a tick for the target, and the share used on a row.

import type { ComponentChildren } from 'preact'
import { classes, Icon } from './icon.tsx'

export function Kpis({ children }: { readonly children: ComponentChildren }) {
  return <div class="kpis">{children}</div>
}

export interface KpiProps {
  readonly label: string
  /** Usually a Figure. */
  readonly value: ComponentChildren
  readonly unit?: string | undefined
  /** Target met or not as a Tag, or words. */
  readonly context?: ComponentChildren
}

export function Kpi({ label, value, unit, context }: KpiProps) {
  return (
    <div class="kpi">
      <span class="lab">{label}</span>
      <span class="val">
        {value}
        {unit && <small> {unit}</small>}
      </span>
      {context && <span class="ctx">{context}</span>}
    </div>
  )
}

export interface Bar {
  readonly label: ComponentChildren
  /** The figure as written, usually a Figure. */
  readonly value: ComponentChildren
  readonly amount: number
  /** A tick on the track. */
  readonly target?: number | undefined
  /** A darker bar where the eye should rest. */
  readonly strong?: boolean | undefined
  /** Only where the whole bar is the bad news; then the words say so too. */
  readonly bad?: boolean | undefined
  readonly note?: ComponentChildren
}

export interface BarsProps {
  readonly items: readonly Bar[]
  /** The end of the track; the largest amount unless given. */
  readonly max?: number | undefined
  readonly thin?: boolean | undefined
}

/** One row per thing. The bar is decoration: the figure stands beside it. Widths are SVG attributes. */
export function Bars({ items, max, thin }: BarsProps) {
  const end = max ?? Math.max(...items.map((item) => Math.max(item.amount, item.target ?? 0)), 0)
  return (
    <ul class="bars">
      {items.map((item) => (
        <li>
          <span>{item.label}</span>
          <b>{item.value}</b>
          <svg
            class={classes('track', thin && 'thin')}
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect
              class={item.bad ? 'bad' : item.strong ? 'hi' : undefined}
              width={percent(item.amount, end)}
              height="10"
            />
            {item.target !== undefined && <path d={`M${percent(item.target, end)} -4v18`} />}
          </svg>
          {item.note && <span class="mute">{item.note}</span>}
        </li>
      ))}
    </ul>
  )
}

export interface UseShareProps {
  /** 0–1 and beyond. */
  readonly share: number
  /** `66 %` */
  readonly text: string
  /** Words when it goes faster than the year: `över takt`. */
  readonly overPace?: string | undefined
}

/** How much of the agreed is used, on a row in a table. */
export function UseShare({ share, text, overPace }: UseShareProps) {
  return (
    <span class={classes('use', overPace && 'over')}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={percent(share, 1)} height="10" />
      </svg>
      {overPace ? (
        <span class="nowrap over-t">
          {text} <Icon name="trending-up" />
          {overPace}
        </span>
      ) : (
        <span class="nowrap">{text}</span>
      )}
    </span>
  )
}

function percent(amount: number, of: number): number {
  if (!(of > 0)) return 0
  return Math.round(Math.min(1, Math.max(0, amount / of)) * 1000) / 10
}
