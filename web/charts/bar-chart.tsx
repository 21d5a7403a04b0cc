// Bars per period from zero: known values filled, forecast paler and dashed with its word, the target as a dotted line.

import { scaleBand } from 'd3-scale'
import { uiText } from '../ui/text.ts'
import { ChartFrame, type ChartProps, type DrawingSize } from './frame.tsx'
import { tableValue, type ChartPoint } from './line-chart.tsx'
import { Axes, EndLabels, LabelsBelow, layPlot, round, TargetLine, textWidth, type Target } from './plot.tsx'

export interface BarPoint extends ChartPoint {
  /** Only where the whole bar is the bad news; the text says so too. */
  readonly bad?: boolean | undefined
}

export interface BarChartProps extends ChartProps {
  readonly points: readonly BarPoint[]
  readonly target?: Target | undefined
  readonly tickText: (value: number) => string
  readonly head: readonly [string, string]
}

/** With this few bars each carries its figure. */
const labelAll = 6

export function BarChart(props: BarChartProps) {
  const forecast = ` (${uiText(props.lang).forecast})`
  const rows = props.points.map((point) => [
    point.forecast ? point.label + forecast : point.label,
    tableValue(point, props.finding),
  ])
  return <ChartFrame {...props} table={{ head: props.head, rows }} draw={(size) => drawBars(props, size)} />
}

function drawBars({ points, target, tickText, lang }: BarChartProps, size: DrawingSize) {
  const endTexts = target ? [target.text] : []
  const plot = layPlot({ size, values: points.map((p) => p.value), target, fromZero: true, tickText, endTexts })
  const band = scaleBand<number>(
    points.map((_, i) => i),
    [plot.left, plot.right],
  ).padding(0.32)
  const x = (index: number) => band(index) ?? plot.left
  const width = band.bandwidth()
  const zero = plot.y(0)
  const firstForecast = points.findIndex((point) => point.forecast)
  return (
    <>
      <Axes plot={plot} tickText={tickText} />
      {points.map((point, i) => {
        const top = Math.min(plot.y(point.value), zero)
        const words = point.note ?? (points.length <= labelAll && fits(point.text, width) ? point.text : undefined)
        return (
          <>
            <rect
              class={point.bad ? 'bbad' : point.forecast ? 'b2' : 'b1'}
              x={round(x(i))}
              y={round(top)}
              width={round(width)}
              height={round(Math.abs(plot.y(point.value) - zero))}
              rx="1"
            />
            {words && (
              <text class="v" x={round(x(i) + width / 2)} y={round(top - 7)} text-anchor="middle">
                {words}
              </text>
            )}
          </>
        )
      })}
      {firstForecast >= 0 && (
        <text x={round((x(firstForecast) + x(points.length - 1) + width) / 2)} y={plot.top - 10} text-anchor="middle">
          {uiText(lang).forecast}
        </text>
      )}
      <LabelsBelow plot={plot} labels={points.map((point) => point.tick)} x={(i) => x(i) + width / 2} />
      {target && <TargetLine plot={plot} target={target} />}
      {target && <EndLabels plot={plot} labels={[{ text: target.text, y: plot.y(target.value), look: 'v' }]} />}
    </>
  )
}

const fits = (text: string, width: number) => textWidth(text) < width * 1.45
