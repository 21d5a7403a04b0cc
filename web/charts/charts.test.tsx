// Charts: the finding as heading, the same in words, the table behind, and labels that never lie on each other.

import { renderToString } from 'preact-render-to-string'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BarChart, LineChart, PairChart } from './index.ts'
import { layPlot, spread } from './plot.tsx'

const said = {
  lang: 'sv',
  finding: 'Fler löften hålls',
  measure: 'Andel, %',
  description: 'Från 88 till 92,9 procent.',
} as const
const points = [88, 89.4, 86.2, 92.9].map((value, i) => ({
  label: `månad ${i + 1}`,
  tick: `m${i + 1}`,
  value,
  text: `${value} %`,
  href: `/rader/${i}`,
}))

describe('a line', () => {
  const page = renderToString(
    <LineChart
      {...said}
      id="l"
      points={points}
      target={{ value: 95, text: 'Mål 95 %' }}
      tickText={String}
      head={['Månad', 'Andel']}
    />,
  )

  test('is an image named by its finding and described in words, in three widths', () => {
    expect(page).toContain('<h2 id="l-t">Fler löften hålls</h2>')
    for (const width of ['wide', 'middle', 'narrow']) {
      expect(page).toMatch(
        new RegExp(
          `<svg class="${width}"[^>]*role="img" aria-labelledby="l-t l-${width}"><desc id="l-${width}">Från 88`,
        ),
      )
    }
  })

  test('has its figures in a table, each opening to its rows', () => {
    expect(page).toMatch(/<details class="more"><summary>Visa som tabell/)
    expect(page).toContain('<th scope="row">månad 4</th><td class="num"><a class="fig" href="/rader/3">92.9 %')
  })

  test('writes its target and last value at the end, and nothing that the content policy forbids', () => {
    expect(page.match(/Mål 95 %/g)).toHaveLength(3)
    expect(page).toContain('<text class="key-a"')
    expect(page).not.toMatch(/ style=| on\w+=|<a [^>]*href[^>]*>[^<]*<\/a><\/svg>/)
  })
})

test('bars start at zero also when every value is high, and forecast is said in words', () => {
  const page = renderToString(
    <BarChart
      {...said}
      id="b"
      points={points.map((p, i) => ({ ...p, forecast: i === 3 }))}
      tickText={String}
      head={['Månad', 'Antal']}
    />,
  )
  expect(page).toMatch(/text-anchor="end">0<\/text>/)
  expect(page).toContain('class="b2"')
  expect(page).toContain('månad 4 (prognos)')
})

test.each(['grouped', 'stacked', 'lines'] as const)('two series %s carry their names at the last point', (kind) => {
  const pairs = points.map((p) => ({
    label: p.label,
    tick: p.tick,
    values: [p.value, 50] as const,
    texts: [p.text, '50'] as const,
  }))
  const page = renderToString(
    <PairChart
      {...said}
      id="p"
      kind={kind}
      names={['Inkomna', 'Stängda']}
      points={pairs}
      tickText={String}
      head="Månad"
    />,
  )
  expect(page.match(/<text class="key-a"/g)).toHaveLength(3)
  expect(page).toContain('<th scope="col" class="num">Stängda</th>')
})

test('an empty chart is still a frame with its finding', () => {
  expect(renderToString(<LineChart {...said} id="e" points={[]} tickText={String} head={['a', 'b']} />)).toContain(
    'Fler löften hålls',
  )
  expect(renderToString(<BarChart {...said} id="e" points={[]} tickText={String} head={['a', 'b']} />)).not.toContain(
    'NaN',
  )
})

test('no drawing holds a number that is none, whatever the values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 24 }),
      (values) => {
        const some = values.map((value, i) => ({
          label: String(i),
          tick: String(i),
          value,
          text: String(Math.round(value)),
        }))
        const head = ['a', 'b'] as const
        for (const page of [
          renderToString(<LineChart {...said} id="x" points={some} tickText={String} head={head} />),
          renderToString(<BarChart {...said} id="x" points={some} tickText={String} head={head} />),
        ]) {
          expect(page).not.toMatch(/NaN|Infinity|undefined/)
          expect(page).not.toMatch(/ (width|height)="-/)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('labels at the end keep a line apart and stay inside', () => {
  const plot = { top: 24, bottom: 170 }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 24, max: 170 }), { minLength: 1, maxLength: 3 }), (heights) => {
      const placed = spread(
        heights.map((y) => ({ text: 'x', y, look: 'v' as const })),
        plot,
      )
      for (let i = 1; i < placed.length; i++) {
        expect((placed[i]?.y ?? 0) - (placed[i - 1]?.y ?? 0)).toBeGreaterThan(16)
      }
      expect(placed.at(-1)?.y ?? 0).toBeLessThanOrEqual(plot.bottom + 1)
    }),
  )
})

test('a line may have another floor, shown on its axis, but a small change fills no drawing', () => {
  const size = { name: 'wide', width: 640, height: 240 } as const
  const plot = layPlot({ size, values: [88, 93], fromZero: false, tickText: String, endTexts: [] })
  expect(plot.y.domain()[0]).toBeGreaterThan(50)
  expect(plot.y.domain()[0]).toBeLessThanOrEqual(93 * 0.8)
  expect(plot.ticks[0]).toBeGreaterThanOrEqual(plot.y.domain()[0] ?? 0)
})
