// The ground a chart is drawn on: margins from the length of its words, axes, target line, and labels at the right end
// that never lie on each other.

import { scaleLinear, type ScaleLinear } from 'd3-scale'
import type { DrawingSize } from './frame.tsx'

/** A little wide, so that margins hold also for a fallback typeface. */
const pixelsPerCharacter = 7.6
const lineHeight = 18

/** Nearer than this, values are drawn as equal. */
const least = 1e-9

export const textWidth = (text: string): number => text.length * pixelsPerCharacter

/** One decimal is enough for a drawing and keeps the page small. */
export const round = (n: number): number => Math.round(n * 10) / 10

export interface Target {
  readonly value: number
  /** `Mål 70 %`, `Budget 413`. */
  readonly text: string
}

export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly y: ScaleLinear<number, number>
  readonly ticks: readonly number[]
}

export interface PlotFacts {
  readonly size: DrawingSize
  readonly values: readonly number[]
  readonly target?: Target | undefined
  /** Bars always start at zero; a line may have another floor, shown on the axis. */
  readonly fromZero: boolean
  readonly tickText: (value: number) => string
  /** Words written to the right of the last point. */
  readonly endTexts: readonly string[]
}

export function layPlot({ size, values, target, fromZero, tickText, endTexts }: PlotFacts): Plot {
  const all = target ? [...values, target.value] : values
  const high = Math.max(...all, fromZero ? 0 : -Infinity)
  // A line's axis spans at least a fifth of its highest value: a small change is not drawn as drama.
  const low = Math.min(...all, fromZero ? 0 : high > 0 ? high * 0.8 : Infinity)
  const spread = high - low > least ? high - low : Math.abs(high) > least ? Math.abs(high) : 1
  const y = scaleLinear()
    .domain([fromZero ? Math.min(0, low) : low - spread * 0.15, high + spread * 0.08])
    .nice(5)
  const ticks = y.ticks(size.name === 'wide' ? 5 : 3)
  const left = Math.max(0, ...ticks.map((tick) => textWidth(tickText(tick)))) + 10
  const right = size.width - (endTexts.length > 0 ? Math.max(...endTexts.map(textWidth)) + 12 : 6)
  const top = 24
  const bottom = size.height - 26
  y.range([bottom, top])
  return { left, right, top, bottom, y, ticks }
}

interface AxesProps {
  readonly plot: Plot
  readonly tickText: (value: number) => string
}

export function Axes({ plot, tickText }: AxesProps) {
  const { left, right, y, ticks, bottom } = plot
  return (
    <>
      <line class="ax" x1={left} x2={right} y1={bottom} y2={bottom} />
      {ticks.map((tick) => (
        <>
          <line class={tick === 0 ? 'ax' : 'gr'} x1={left} x2={right} y1={round(y(tick))} y2={round(y(tick))} />
          <text x={round(left - 8)} y={round(y(tick) + 5)} text-anchor="end">
            {tickText(tick)}
          </text>
        </>
      ))}
    </>
  )
}

interface LabelsBelowProps {
  readonly plot: Plot
  readonly labels: readonly string[]
  readonly x: (index: number) => number
}

/** As many labels as there is room for; the last stands if it does not crowd the one before. */
export function LabelsBelow({ plot, labels, x }: LabelsBelowProps) {
  const widest = Math.max(...labels.map(textWidth)) + 10
  const room = Math.max(1, Math.floor((plot.right - plot.left + widest / 2) / widest))
  const every = Math.max(1, Math.ceil(labels.length / room))
  return (
    <>
      {labels.map((label, i) =>
        i % every === 0 ? (
          <text x={round(x(i))} y={plot.bottom + 20} text-anchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </>
  )
}

export function TargetLine({ plot, target }: { readonly plot: Plot; readonly target: Target }) {
  const at = round(plot.y(target.value))
  return <line class="tg" x1={plot.left} x2={plot.right} y1={at} y2={at} />
}

export interface EndLabel {
  readonly text: string
  readonly y: number
  readonly look: 'v' | 'key-a' | 'key-b'
}

/** Labels at the right end, pushed apart until none covers another, kept inside the drawing. */
export function EndLabels({ plot, labels }: { readonly plot: Plot; readonly labels: readonly EndLabel[] }) {
  return (
    <>
      {spread(labels, plot).map((label) => (
        <text class={label.look} x={round(plot.right + 10)} y={round(label.y + 5)}>
          {label.text}
        </text>
      ))}
    </>
  )
}

export function spread(labels: readonly EndLabel[], { top, bottom }: Pick<Plot, 'top' | 'bottom'>): EndLabel[] {
  const placed = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label }))
  for (let round = 0; round < 8; round++) {
    for (let i = 1; i < placed.length; i++) {
      const above = placed[i - 1]
      const below = placed[i]
      if (!above || !below || below.y - above.y >= lineHeight) continue
      const missing = (lineHeight - (below.y - above.y)) / 2
      above.y -= missing
      below.y += missing
    }
  }
  const over = Math.max(0, (placed.at(-1)?.y ?? 0) - bottom)
  const under = Math.max(0, top - 8 - (placed[0]?.y ?? top))
  return placed.map((label) => ({ ...label, y: label.y - over + under }))
}
