// The charts of a unit: promises kept against their target, what came in and got done, how long it took, and how the
// open work lies now. Each has its finding as title and a table behind it.
import type { ComponentChildren } from 'preact'
import { monthName } from '#basics/dates'
import { valuesOf } from '#platform/figure-store'
import type { CountedValue } from '#platform/figure-store'
import type { FigureDefinition, FigurePeriod } from '#platform/figures'
import { Bars, Figure, formatNumber, LineChart, PairChart } from '#ui'
import type { Bar } from '#ui'
import type { LoadRow } from '../load-queries.ts'
import { ageFinding, flowFinding, keptDescription, keptFinding, loadFinding, percentText } from './load-findings.ts'
import { figureHref, known } from './load-facts.ts'
import type { LoadFacts } from './load-facts.ts'
import { portalText } from './portal-text.ts'

const label = (period: FigurePeriod, lang: 'sv' | 'en'): string =>
  `${monthName(period.from.month, lang)} ${period.from.year}`
const tick = (period: FigurePeriod, lang: 'sv' | 'en'): string => monthName(period.from.month, lang).slice(0, 3)

export interface KeptChartProps {
  readonly facts: LoadFacts
  readonly definition: FigureDefinition
  readonly values: readonly CountedValue[]
  readonly target: number | null
}

export function KeptChart({ facts, definition, values, target }: KeptChartProps) {
  const { visit, scope, months } = facts
  const { lang } = visit
  const text = portalText[lang]
  const found = months.flatMap((period, n) => {
    const value = values[n]?.value ?? null
    return value === null ? [] : [{ period, value, name: monthName(period.from.month, lang) }]
  })
  const lowest = found.toSorted((a, b) => a.value - b.value)[0]
  return (
    <LineChart
      lang={lang}
      id={`d-${definition.key}`}
      finding={keptFinding(definition.name[lang], found, target, lang)}
      measure={text.shareOfPromises}
      description={keptDescription(found, target, lang)}
      target={target === null ? undefined : { value: target, text: text.target(wholePercent(target, lang)) }}
      tickText={(value) => formatNumber(value, lang, Number.isInteger(value) ? 0 : 1)}
      head={[text.month, text.share]}
      points={found.map(({ period, value }) => ({
        label: label(period, lang),
        tick: tick(period, lang),
        value,
        text: percentText(value, lang),
        href: figureHref(visit, definition.key, scope, period),
        note: period === lowest?.period && target !== null && value < target ? percentText(value, lang) : undefined,
      }))}
    />
  )
}

const wholePercent = (percent: number, lang: 'sv' | 'en'): string =>
  Number.isInteger(percent) ? `${percent}${lang === 'sv' ? '\u00a0' : ''}%` : percentText(percent, lang)

export async function FlowChart(facts: LoadFacts) {
  const { view, visit, scope, months } = facts
  const { lang } = visit
  const text = portalText[lang]
  const received = await valuesOf(view, known('received'), scope, months)
  const done = await valuesOf(view, known('done'), scope, months)
  const rows = months.map((period, n) => ({ period, received: received[n]?.value ?? 0, done: done[n]?.value ?? 0 }))
  const finding = flowFinding(rows, lang)
  const sum = (key: 'received' | 'done'): string =>
    formatNumber(
      rows.reduce((all, row) => all + row[key], 0),
      lang,
    )
  return (
    <PairChart
      lang={lang}
      id="d-flode"
      kind="grouped"
      finding={finding}
      measure={text.inOutMeasure}
      description={`${finding}. ${text.inOut[0]}: ${sum('received')}. ${text.inOut[1]}: ${sum('done')}.`}
      names={text.inOut}
      head={text.month}
      tickText={(value) => formatNumber(value, lang)}
      points={rows.map(({ period, received, done }) => ({
        label: label(period, lang),
        tick: tick(period, lang),
        values: [received, done],
        texts: [formatNumber(received, lang), formatNumber(done, lang)],
        hrefs: [figureHref(visit, 'received', scope, period), figureHref(visit, 'done', scope, period)],
      }))}
    />
  )
}

export async function LeadChart(facts: LoadFacts) {
  const { view, visit, scope, months } = facts
  const { lang } = visit
  const text = portalText[lang]
  const half = await valuesOf(view, known('lead-median-hours'), scope, months)
  const nine = await valuesOf(view, known('lead-p90-hours'), scope, months)
  const rows = months.flatMap((period, n) => {
    const [a, b] = [half[n]?.value ?? null, nine[n]?.value ?? null]
    return a === null || b === null ? [] : [{ period, a, b }]
  })
  const last = rows.at(-1)
  const hours = (value: number): string => formatNumber(value, lang, 1)
  const finding = last
    ? text.leadFinding(hours(last.a), hours(last.b), monthName(last.period.from.month, lang))
    : text.leadNone
  return (
    <PairChart
      lang={lang}
      id="d-ledtid"
      kind="lines"
      finding={finding}
      measure={text.leadMeasure}
      description={`${finding}.`}
      names={text.leadNames}
      head={text.month}
      tickText={(value) => formatNumber(value, lang)}
      points={rows.map(({ period, a, b }) => ({
        label: label(period, lang),
        tick: tick(period, lang),
        values: [a, b],
        texts: [hours(a), hours(b)],
        hrefs: [
          figureHref(visit, 'lead-median-hours', scope, period),
          figureHref(visit, 'lead-p90-hours', scope, period),
        ],
      }))}
    />
  )
}

/** The same cases as a list; for who may not read the list, the figure they are counted in. */
function listHref({ view, visit, scope, unitIds, today }: LoadFacts, more: Readonly<Record<string, string>>): string {
  const reads = view.actor.rights.has('case.handle') && unitIds.every((unit) => view.actor.unitIds.includes(unit))
  if (!reads || unitIds.length > 50) return figureHref(visit, 'backlog', scope, today)
  const query = new URLSearchParams({ status: 'open', ...more })
  if (!('enhet' in more)) for (const unit of unitIds) query.append('enhet', unit)
  return visit.href(`/arenden?${query.toString()}`)
}

/** Days before today at which each band begins and ends; null = as far back as there is. */
const ages: Readonly<Record<string, readonly [number | null, number]>> = {
  '0': [0, 0],
  '1–2': [2, 1],
  '3–7': [7, 3],
  '8–14': [14, 8],
  '15+': [null, 15],
}

/** Bars as a chart among charts: the finding, what is measured, and each bar a door. */
function BarsFigure(props: {
  readonly finding: string
  readonly measure: string
  readonly children: ComponentChildren
}) {
  return (
    <div class="panel">
      <div class="in">
        <figure class="chart">
          <figcaption>
            <h2>{props.finding}</h2>
            <p>{props.measure}</p>
          </figcaption>
          <div class="mt3">{props.children}</div>
        </figure>
      </div>
    </div>
  )
}

export function AgeBars(props: {
  readonly facts: LoadFacts
  readonly bands: readonly { readonly band: string; readonly count: number }[]
}) {
  const { facts, bands } = props
  const { view, visit } = facts
  const { lang } = visit
  const text = portalText[lang]
  return (
    <BarsFigure finding={ageFinding(bands, lang)} measure={text.ageMeasure}>
      <Bars
        items={bands.map(({ band, count }): Bar => {
          const [from, to] = ages[band] ?? [null, 0]
          const since = from === null ? {} : { fran: view.today.subtract({ days: from }).toString() }
          const words = text.ages[band] ?? band
          return {
            label: words,
            amount: count,
            strong: band === '8–14' || band === '15+',
            value: (
              <Figure
                href={listHref(facts, { ...since, till: view.today.subtract({ days: to }).toString() })}
                about={words}
              >
                {formatNumber(count, lang)}
              </Figure>
            ),
          }
        })}
      />
    </BarsFigure>
  )
}

export function LoadBars(props: {
  readonly facts: LoadFacts
  readonly what: 'people' | 'units'
  readonly rows: readonly LoadRow[]
}) {
  const { facts, what, rows } = props
  const { lang } = facts.visit
  const text = portalText[lang]
  return (
    <BarsFigure
      finding={loadFinding(rows, what, lang)}
      measure={what === 'people' ? text.loadMeasure : text.unitsMeasure}
    >
      <Bars
        items={rows.map((row): Bar => {
          const name = row.id === null ? text.nobody : row.name
          return {
            label: (
              <>
                {name} {row.broken > 0 && <span class="mute nowrap">{text.someBroken(row.broken)}</span>}
              </>
            ),
            amount: row.open,
            strong: row.id === null,
            value: (
              <Figure
                href={listHref(facts, what === 'people' ? { ansvarig: row.id ?? 'ingen' } : { enhet: row.id ?? '' })}
                about={name}
              >
                {formatNumber(row.open, lang)}
              </Figure>
            ),
          }
        })}
      />
    </BarsFigure>
  )
}
