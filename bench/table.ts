// What was measured, as one table: pace beside the floor's, times, and how they grow with the database. The ratio is the
// median of the rounds' ratios, so that what else the machine does falls on both sides.
import type { Asked } from './load.ts'
import type { Bench, Server, Sliced } from './measure.ts'
import type { Measured } from './requests.ts'

const growth = 1.3

export class Results {
  readonly #benches: readonly Bench[]
  readonly #asked = new Map<string, Sliced[]>()

  constructor(benches: readonly Bench[]) {
    this.#benches = benches
  }

  add(bench: Bench, server: Server, name: string, asked: Sliced): void {
    const key = `${bench.cases} ${server} ${name}`
    this.#asked.set(key, [...(this.#asked.get(key) ?? []), asked])
  }

  #of(bench: Bench, server: Server, name: string): readonly Sliced[] {
    return this.#asked.get(`${bench.cases} ${server} ${name}`) ?? []
  }

  /** Prints the table; what goals were missed. */
  print(): string[] {
    const [smallest] = this.#benches
    const rows: string[][] = []
    const missed: string[] = []
    for (const bench of this.#benches)
      for (const request of bench.office.requests) {
        const row = this.#row(bench, smallest!, request, missed)
        if (row) rows.push(row)
      }
    console.log(
      tabulate(
        [
          'request',
          'cases',
          'ours/s',
          'floor/s',
          'ratio',
          'p50 ms',
          'p99 ms',
          'CPU ms',
          'of floor',
          'SQL',
          'grown',
          '',
        ],
        rows,
      ),
    )
    return missed
  }

  #row(bench: Bench, smallest: Bench, request: Measured, missed: string[]): string[] | undefined {
    const ours = this.#of(bench, 'ours', request.name)
    const floor = this.#of(bench, 'floor', request.name)
    if (ours.length === 0) return undefined
    const failed = [...ours, ...floor].reduce((sum, asked) => sum + asked.failed, 0)
    const ratio = median(ours.map((asked, n) => pace(asked) / pace(floor[n]!)))
    const mine = median(ours.map(pace))
    const before = this.#of(smallest, 'ours', request.name)
    const grown = bench === smallest ? 1 : median(ours.map((asked, n) => pace(before[n]!) / pace(asked)))
    const where = `${request.name} at ${words(bench.cases)}`
    const faults = [
      ...(ratio < request.goal && mine < (request.enoughPerSecond ?? Infinity)
        ? [`${where}: ${ratio.toFixed(2)} of the floor, goal ${request.goal}`]
        : []),
      ...(request.grows && grown > growth ? [`${where}: ${grown.toFixed(2)} × the smallest, goal ${growth}`] : []),
      ...(failed > 0 ? [`${where}: ${failed} requests failed`] : []),
    ]
    missed.push(...faults)
    const times = ours.flatMap((asked) => asked.times).toSorted((a, b) => a - b)
    return [
      ...[request.name, words(bench.cases), mine.toFixed(0), median(floor.map(pace)).toFixed(0), ratio.toFixed(2)],
      ...[part(times, 0.5), part(times, 0.99)],
      ...[median(ours.map(({ cpuMs }) => cpuMs)).toFixed(2), median(floor.map(({ cpuMs }) => cpuMs)).toFixed(2)],
      ...[String(bench.statements(request)), bench === smallest ? '' : `${grown.toFixed(2)} ×`],
      faults.length > 0 ? 'MISSED' : 'ok',
    ]
  }
}

const pace = (asked: Asked): number => asked.done / asked.seconds

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const part = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)

const words = (cases: number): string => (cases >= 1_000_000 ? `${cases / 1_000_000} M` : `${cases / 1000} k`)

function tabulate(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, n) => Math.max(head.length, ...rows.map((row) => (row[n] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    cells.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join('  ')
  return [line(heads), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}
