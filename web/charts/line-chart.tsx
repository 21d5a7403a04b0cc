// A trend against its target: one line, the target dotted with its word, the last value at the end of the line.

import { scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { ComponentChildren } from 'preact'
import { Figure } from '../ui/figure.tsx'
import { uiText } from '../ui/text.ts'
import { ChartFrame, type ChartProps, type DrawingSize } from './frame.tsx'
import { Axes, EndLabels, LabelsBelow, layPlot, round, TargetLine, type EndLabel, type Target } from './plot.tsx'

export interface ChartPoint {
  /** In the table: `april 2010`. */
  readonly label: string
  /** Under the axis: `apr`. */
  readonly tick: string
  readonly value: number
  /** As written: `69,8 %`. */
  readonly text: string
  /** The rows behind it; the link stands in the table. */
  readonly href?: string | undefined
  /** Written at the point, when it is worth a word: `90,4 dec`. */
  readonly note?: string | undefined
  readonly forecast?: boolean | undefined
}

export interface LineChartProps extends ChartProps {
  readonly points: readonly ChartPoint[]
  readonly target?: Target | undefined
  readonly tickText: (value: number) => string
  /** The two headings of the table: `Månad`, `Andel`. */
  readonly head: readonly [string, string]
}

export function LineChart(props: LineChartProps) {
  const rows = props.points.map((point) => [point.label, tableValue(point, props.finding)])
  return <ChartFrame {...props} table={{ head: props.head, rows }} draw={(size) => drawLine(props, size)} />
}

export function tableValue(point: Pick<ChartPoint, 'text' | 'href' | 'label'>, finding: string): ComponentChildren {
  if (!point.href) return point.text
  return (
    <Figure href={point.href} about={`${point.label}, ${finding}`}>
      {point.text}
    </Figure>
  )
}

function drawLine({ points, target, tickText, lang }: LineChartProps, size: DrawingSize) {
  const last = points.at(-1)
  if (!last) return <></>
  const lastText = last.forecast ? `${last.text} ${uiText(lang).forecast}` : last.text
  const plot = layPlot({
    size,
    values: points.map((point) => point.value),
    target,
    fromZero: false,
    tickText,
    endTexts: [lastText, ...(target ? [target.text] : [])],
  })
  const scale = scalePoint<number>(
    points.map((_, i) => i),
    [plot.left + 4, plot.right],
  )
  const x = (index: number) => scale(index) ?? plot.left
  const path = line<ChartPoint>(
    (_, i) => round(x(i)),
    (point) => round(plot.y(point.value)),
  )
  const firstForecast = points.findIndex((point) => point.forecast)
  const known = firstForecast < 0 ? points.length : firstForecast
  const labels: EndLabel[] = [{ text: lastText, y: plot.y(last.value), look: last.forecast ? 'key-b' : 'key-a' }]
  if (target) labels.push({ text: target.text, y: plot.y(target.value), look: 'v' })
  return (
    <>
      <Axes plot={plot} tickText={tickText} />
      <LabelsBelow plot={plot} labels={points.map((point) => point.tick)} x={x} />
      {target && <TargetLine plot={plot} target={target} />}
      <path class="l1" d={path(points.slice(0, known)) ?? ''} />
      {known < points.length && <path class="l1 fc" d={forecastPath(points, known, x, plot.y)} />}
      {points.map(
        (point, i) =>
          point.note &&
          i < points.length - 1 && <Noted point={point} x={x(i)} y={plot.y(point.value)} points={points} i={i} />,
      )}
      <circle
        class={last.forecast ? 'dot old' : 'dot'}
        cx={round(x(points.length - 1))}
        cy={round(plot.y(last.value))}
        r="5"
      />
      <EndLabels plot={plot} labels={labels} />
    </>
  )
}

function forecastPath(
  points: readonly ChartPoint[],
  known: number,
  x: (i: number) => number,
  y: (v: number) => number,
) {
  const from = Math.max(0, known - 1)
  return points
    .slice(from)
    .map((point, i) => `${i === 0 ? 'M' : 'L'}${round(x(from + i))},${round(y(point.value))}`)
    .join('')
}

interface NotedProps {
  readonly point: ChartPoint
  readonly points: readonly ChartPoint[]
  readonly i: number
  readonly x: number
  readonly y: number
}

/** The word stands under a dip and over a peak, so that the line does not cross it. */
function Noted({ point, points, i, x, y }: NotedProps) {
  const neighbours = [points[i - 1]?.value, points[i + 1]?.value].filter((value) => value !== undefined)
  const dip = neighbours.every((value) => value >= point.value) && i > 0
  return (
    <>
      <circle class="dot old" cx={round(x)} cy={round(y)} r="4.5" />
      <text x={round(x)} y={round(dip ? y + 20 : y - 11)} text-anchor={i === 0 ? 'start' : 'middle'}>
        {point.note}
      </text>
    </>
  )
}
