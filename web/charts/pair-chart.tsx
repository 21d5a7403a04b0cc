// Two series over time, never more: beside each other, on each other, or as two lines. Their names stand at the last
// point; there is no legend to look up.

import { scaleBand } from 'd3-scale'
import { ChartFrame, type ChartProps, type DrawingSize } from './frame.tsx'
import { tableValue } from './line-chart.tsx'
import { Axes, EndLabels, LabelsBelow, layPlot, round, type EndLabel, type Plot } from './plot.tsx'

export interface PairPoint {
  readonly label: string
  readonly tick: string
  readonly values: readonly [number, number]
  /** As written in the table. */
  readonly texts: readonly [string, string]
  readonly hrefs?: readonly [string, string] | undefined
}

export interface PairChartProps extends ChartProps {
  readonly kind: 'grouped' | 'stacked' | 'lines'
  readonly names: readonly [string, string]
  readonly points: readonly PairPoint[]
  readonly tickText: (value: number) => string
  /** Heading of the first column of the table: `Månad`. */
  readonly head: string
}

export function PairChart(props: PairChartProps) {
  const rows = props.points.map(({ label, texts, hrefs }) => [
    label,
    tableValue({ label, text: texts[0], href: hrefs?.[0] }, props.names[0]),
    tableValue({ label, text: texts[1], href: hrefs?.[1] }, props.names[1]),
  ])
  return (
    <ChartFrame
      {...props}
      table={{ head: [props.head, ...props.names], rows }}
      draw={(size) => drawPair(props, size)}
    />
  )
}

type Band = (index: number) => number

function drawPair(props: PairChartProps, size: DrawingSize) {
  const { kind, points, names, tickText } = props
  const values = points.flatMap(({ values: [a, b] }) => (kind === 'stacked' ? [a + b] : [a, b]))
  const plot = layPlot({ size, values, fromZero: kind !== 'lines', tickText, endTexts: names })
  const band = scaleBand<number>(
    points.map((_, i) => i),
    [plot.left, plot.right],
  ).padding(kind === 'grouped' ? 0.24 : 0.32)
  const x: Band = (index) => band(index) ?? plot.left
  const width = band.bandwidth()
  return (
    <>
      <Axes plot={plot} tickText={tickText} />
      {kind === 'grouped' && <Grouped points={points} plot={plot} x={x} width={width} />}
      {kind === 'stacked' && <Stacked points={points} plot={plot} x={x} width={width} />}
      {kind === 'lines' && <Lines points={points} plot={plot} x={(i) => x(i) + width / 2} />}
      <LabelsBelow plot={plot} labels={points.map((point) => point.tick)} x={(i) => x(i) + width / 2} />
      <EndLabels plot={plot} labels={endLabels(props, plot)} />
    </>
  )
}

function endLabels({ kind, points, names }: PairChartProps, plot: Plot): EndLabel[] {
  const [a, b] = points.at(-1)?.values ?? [0, 0]
  const heights = kind === 'stacked' ? [a / 2, a + b / 2] : [a, b]
  return [
    { text: names[0], y: plot.y(heights[0] ?? 0), look: 'key-a' },
    { text: names[1], y: plot.y(heights[1] ?? 0), look: 'key-b' },
  ]
}

interface SeriesProps {
  readonly points: readonly PairPoint[]
  readonly plot: Plot
  readonly x: Band
  readonly width: number
}

function Grouped({ points, plot, x, width }: SeriesProps) {
  const half = (width - 1) / 2
  return (
    <>
      {points.map(({ values: [a, b] }, i) => (
        <>
          <Column look="b1" x={x(i)} width={half} from={plot.y(0)} to={plot.y(a)} />
          <Column look="b3" x={x(i) + half + 1} width={half} from={plot.y(0)} to={plot.y(b)} />
        </>
      ))}
    </>
  )
}

function Stacked({ points, plot, x, width }: SeriesProps) {
  return (
    <>
      {points.map(({ values: [a, b] }, i) => (
        <>
          <Column look="b1" x={x(i)} width={width} from={plot.y(0)} to={plot.y(a)} />
          <Column look="b3" x={x(i)} width={width} from={plot.y(a) - 1} to={plot.y(a + b)} />
        </>
      ))}
    </>
  )
}

function Column(props: { look: string; x: number; width: number; from: number; to: number }) {
  const top = Math.min(props.from, props.to)
  return (
    <rect
      class={props.look}
      x={round(props.x)}
      y={round(top)}
      width={round(props.width)}
      height={round(Math.abs(props.from - props.to))}
      rx="1"
    />
  )
}

function Lines({ points, plot, x }: Omit<SeriesProps, 'width'>) {
  const path = (series: 0 | 1) =>
    points.map(({ values }, i) => `${i === 0 ? 'M' : 'L'}${round(x(i))},${round(plot.y(values[series]))}`).join('')
  const last = points.at(-1)
  return (
    <>
      <path class="l2" d={path(1)} />
      <path class="l1" d={path(0)} />
      {last && <circle class="dot" cx={round(x(points.length - 1))} cy={round(plot.y(last.values[0]))} r="5" />}
    </>
  )
}
