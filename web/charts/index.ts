// Charts, drawn on the server. Screens take them from #ui.

export { BarChart, type BarChartProps, type BarPoint } from './bar-chart.tsx'
export { LineChart, type ChartPoint, type LineChartProps } from './line-chart.tsx'
export { PairChart, type PairChartProps, type PairPoint } from './pair-chart.tsx'
export type { ChartProps } from './frame.tsx'
export type { Target } from './plot.tsx'
