// The tables under the charts: every figure of the period beside the one before, faults by category and whose they are,
// moves per customer and month.
import { monthName } from '#basics/dates'
import { valueOf } from '#platform/figure-store'
import { Card, DataTable, Figure, formatNumber } from '#ui'
import type { Column } from '#ui'
import { faultsByCategory } from '../figures.ts'
import { movesByCustomer } from '../load-queries.ts'
import { figureHref, known } from './load-facts.ts'
import type { LoadFacts } from './load-facts.ts'
import { before, periodName } from './load-period.ts'
import { figureText } from './load-words.ts'
import { portalText } from './portal-text.ts'

const inTable = [
  'received',
  'done',
  'answer-kept',
  'start-kept',
  'done-kept',
  'moved-by-us',
  'one-contact',
  'satisfied',
  'standard-share',
  'lead-median-days',
  'lead-p90-days',
  'faults',
  'moves',
] as const

export async function PeriodTable(facts: LoadFacts) {
  const { view, visit, scope, shown } = facts
  const { lang } = visit
  const text = portalText[lang]
  const earlier = before(shown)
  const rows = []
  for (const key of inTable) {
    const definition = known(key)
    const [now, then] = [
      await valueOf(view, definition, scope, shown.period),
      await valueOf(view, definition, scope, earlier.period),
    ]
    if (now.value !== null || then.value !== null) rows.push({ key, definition, now, then })
  }
  return (
    <Card heading={text.more} quiet flush class="c12">
      <DataTable
        lang={lang}
        caption={text.more}
        bare
        look="cards"
        rows={rows}
        columns={[
          {
            head: text.figure,
            rowHead: true,
            phone: 'title',
            cell: ({ definition }) => (
              <>
                {definition.name[lang]}
                <span class="sm mute block w4">{definition.sentence[lang]}</span>
              </>
            ),
          },
          {
            head: periodName(shown, lang),
            number: true,
            cell: ({ key, definition, now }) => (
              <Figure href={figureHref(visit, key, scope, shown.period)} strong about={definition.name[lang]}>
                {figureText(definition, now, lang)}
              </Figure>
            ),
          },
          {
            head: text.before(periodName(earlier, lang)),
            number: true,
            cell: ({ key, definition, then }) => (
              <Figure href={figureHref(visit, key, scope, earlier.period)} about={definition.name[lang]}>
                {figureText(definition, then, lang)}
              </Figure>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** Incidents by what and whose (HS-365); the sum is the figure. */
export async function FaultsTable(facts: LoadFacts) {
  const { view, visit, scope, shown } = facts
  const { lang } = visit
  const text = portalText[lang]
  const rows = await faultsByCategory(view, scope, shown.period)
  const all = rows.reduce((sum, row) => sum + row.count, 0)
  const [most] = [...Map.groupBy(rows, (row) => row.category)]
    .map(([category, some]) => ({ category, count: some.reduce((sum, row) => sum + row.count, 0) }))
    .toSorted((a, b) => b.count - a.count)
  if (!most) return null
  return (
    <Card
      heading={text.faultsFinding(most.category ?? text.noCategory, most.count, all)}
      quiet
      flush
      aside={
        <>
          {text.sum}{' '}
          <Figure href={figureHref(visit, 'faults', scope, shown.period)} strong about={known('faults').name[lang]}>
            {formatNumber(all, lang)}
          </Figure>
        </>
      }
    >
      <DataTable
        lang={lang}
        caption={text.faultsMeasure}
        bare
        rows={rows}
        columns={[
          {
            head: text.category,
            rowHead: true,
            cell: (row) => row.category ?? <span class="mute">{text.noCategory}</span>,
          },
          { head: text.whose, cell: (row) => row.authority },
          { head: text.count, number: true, cell: (row) => formatNumber(row.count, lang) },
        ]}
      />
    </Card>
  )
}

const monthsOfMoves = 6

export async function MovesTable(facts: LoadFacts) {
  const { view, visit, scope, months } = facts
  const { lang } = visit
  const text = portalText[lang]
  const periods = months.slice(-monthsOfMoves)
  const rows = await movesByCustomer(view, scope, periods)
  const sum = (row: { counts: readonly number[] }): number => row.counts.reduce((all, n) => all + n, 0)
  const most = rows.toSorted((a, b) => sum(b) - sum(a))[0]
  if (!most) return null
  const columns: Column<(typeof rows)[number]>[] = [
    { head: text.customer, rowHead: true, cell: (row) => row.customer },
    ...periods.map((period, n) => ({
      head: monthName(period.from.month, lang).slice(0, 3),
      number: true,
      cell: (row: (typeof rows)[number]) => formatNumber(row.counts[n] ?? 0, lang),
    })),
    { head: text.sum, number: true, cell: (row) => <b>{formatNumber(sum(row), lang)}</b> },
  ]
  return (
    <Card heading={text.movesFinding(most.customer, sum(most))} quiet flush aside={text.movesTitle}>
      <DataTable lang={lang} caption={text.movesMeasure} bare rows={rows} columns={columns} />
    </Card>
  )
}
