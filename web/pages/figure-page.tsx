// A figure opened: the rule, the fraction, version and period to the left, the rows behind it to the right. Rows a viewer
// may not see are counted and said to be there, never shown.
import { fullDate, monthName, tableMoment } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { isId } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import { allFigures, figure } from '#platform/figures'
import type { FigureDefinition, FigurePeriod, FigureRow, FigureValue, Scope } from '#platform/figures'
import { scopeName, scopesFor } from '#platform/figure-scopes'
import type { DownloadPage, Page } from '#platform/http/site'
import { toXlsx } from '#platform/spreadsheet/xlsx'
import { DataTable, formatNumber, LinkButton, OpenedFigure, PageHead, Pager } from '#ui'
import { pagesText } from './text.ts'

const shownRows = 200

export function readScope(view: View, query: URLSearchParams): Scope {
  const [kind = 'unit', id = ''] = (query.get('omrade') ?? '').split(':')
  if (id === '') return { kind: 'tenant', id: view.tenant.tenantId }
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound()
  return { kind: kind as Scope['kind'], id }
}

export function readPeriod(view: View, query: URLSearchParams): FigurePeriod {
  const read = (name: string, fallback: Temporal.PlainDate): Temporal.PlainDate => {
    const text = query.get(name)
    if (!text) return fallback
    try {
      return Temporal.PlainDate.from(text)
    } catch {
      return refuse({
        code: 'bad_date',
        status: 422,
        field: name,
        sv: 'Skriv ett datum som finns, till exempel 2012-09-01.',
        en: 'Write a date that exists, for example 2012-09-01.',
      })
    }
  }
  const from = read('fran', view.today.with({ day: 1 }))
  return { from, to: read('till', from.add({ months: 1 })) }
}

export function valueText(definition: Pick<FigureDefinition, 'unit'>, value: FigureValue, lang: Lang): string {
  if (value.value === null) return '–'
  const digits = definition.unit === 'count' ? 0 : 1
  const number = formatNumber(value.value, lang, digits)
  if (definition.unit === 'percent') return `${number} %`
  if (definition.unit === 'working_hours') return `${number} ${lang === 'sv' ? 'tim' : 'h'}`
  if (definition.unit === 'days') return `${number} ${lang === 'sv' ? 'dygn' : 'days'}`
  return number
}

/** In a share each row meets the rule or does not; the one that does not is what one looks for. */
function measureCell({ measure, counted }: FigureRow, { unit }: FigureDefinition, lang: Lang) {
  const words = pagesText[lang]
  if (unit !== 'percent') return formatNumber(measure, lang, unit === 'count' ? 0 : 1)
  if (!counted) return '–'
  return measure > 0 ? words.yes : <b>{words.no}</b>
}

/** `september 2012` for a whole month, `3 oktober 2012` for one day, else the first and the last day. */
function daysOf({ from, to }: FigurePeriod, lang: Lang): string {
  const last = to.subtract({ days: 1 })
  if (from.equals(last)) return fullDate(from, lang)
  if (from.day === 1 && from.add({ months: 1 }).equals(to)) return `${monthName(from.month, lang)} ${from.year}`
  return `${fullDate(from, lang)} – ${fullDate(last, lang)}`
}

export interface OpenedFigureFacts {
  readonly definition: FigureDefinition
  readonly scope: Scope
  readonly period: FigurePeriod
  readonly value: FigureValue
  readonly rows: readonly FigureRow[]
}

/** Used by the page, its download and the API alike; a scope the viewer may not ask for does not exist. */
export async function openFigure(
  view: View,
  key: string,
  query: URLSearchParams,
  rowLimit: number,
): Promise<OpenedFigureFacts> {
  const definition = figure(key)
  if (!definition) return notFound()
  const scope = readScope(view, query)
  const mayAsk = await scopesFor(view)
  if (!mayAsk(scope) || !definition.scopes.includes(scope.kind)) return notFound()
  const period = readPeriod(view, query)
  const after = query.get('efter') ?? undefined
  if (after !== undefined && !isId(after)) return notFound()
  const rows =
    rowLimit === 0 ? [] : await definition.rows(view, scope, period, { limit: rowLimit, ...(after ? { after } : {}) })
  return { definition, scope, period, value: await definition.value(view, scope, period), rows }
}

export const figurePage: Page = {
  path: '/siffror/:key',
  access: 'figures.read',
  async show(view, visit) {
    const words = pagesText[visit.lang]
    const { lang } = visit
    const { definition, scope, period, value, rows } = await openFigure(
      view,
      visit.params['key'] ?? '',
      visit.query,
      shownRows + 1,
    )
    const page = rows.slice(0, shownRows)
    const heading = `${definition.name[lang]}: ${valueText(definition, value, lang)}`
    const days = daysOf(period, lang)
    const ones = definition.unit === 'count' && rows.every((row) => row.measure === 1)
    const allCounted = rows.every((row) => row.counted)
    const more = new URLSearchParams(visit.query)
    const last = page.at(-1)
    if (last) more.set('efter', last.subjectId)
    return {
      title: heading,
      layout: 'desk',
      current: 'load',
      crumbs: [{ href: '/siffror', label: words.figures }, { label: definition.name[lang] }],
      main: (
        <>
          <PageHead title={definition.name[lang]} under={`${await scopeName(view, scope)} · ${days}`} />
          <OpenedFigure
            lang={lang}
            id="siffra"
            heading={heading}
            closeHref={visit.href('/enhetens-siffror')}
            howHeading={words.how}
            actions={
              <LinkButton
                small
                icon="download"
                href={visit.href(`/siffror/${definition.key}/rader.xlsx?${visit.query.toString()}`)}
              >
                {words.csv}
              </LinkButton>
            }
            {...(value.denominator === undefined
              ? {}
              : {
                  equation: {
                    over: words.meets(formatNumber(value.numerator ?? 0, lang)),
                    under: words.counts(formatNumber(value.denominator, lang)),
                    equals: valueText(definition, value, lang),
                  },
                })}
            facts={[
              [words.rule, definition.sentence[lang]],
              [words.excluded, definition.exclusions[lang]],
              [words.period, days],
              [words.scope, await scopeName(view, scope)],
              [
                words.version,
                `${definition.version}, ${words.from} ${fullDate(Temporal.PlainDate.from(definition.validFrom), lang)}`,
              ],
              ...Object.entries(value.beside ?? {}).map(
                ([what, count]) => [besideWords[what]?.[lang] ?? what, String(count)] as const,
              ),
            ]}
          >
            <DataTable
              lang={lang}
              caption={words.rows}
              bare
              empty={words.none}
              rows={page}
              sum={ones && allCounted && rows.length <= shownRows && !visit.query.has('efter')}
              columns={[
                {
                  head: words.row,
                  rowHead: true,
                  sum: `${words.sum} ${valueText(definition, value, lang)}`,
                  cell: (row) =>
                    row.label === '' ? (
                      <span class="mute">{words.hidden}</span>
                    ) : (
                      <a href={visit.href(`/arenden/${row.subjectId}`)}>{row.label}</a>
                    ),
                },
                { head: words.when, class: 'nowrap', cell: (row) => tableMoment(row.at, lang) },
                ...(ones
                  ? []
                  : [
                      {
                        head: definition.unit === 'percent' ? words.meeting : words.measure,
                        number: definition.unit !== 'percent',
                        cell: (row: FigureRow) => measureCell(row, definition, lang),
                      },
                    ]),
                ...(allCounted
                  ? []
                  : [
                      {
                        head: words.counted,
                        cell: (row: FigureRow) => (row.counted ? words.yes : (row.note?.[lang] ?? words.no)),
                      },
                    ]),
              ]}
            />
            {rows.length > shownRows && (
              <Pager
                lang={lang}
                shown={String(page.length)}
                total={String(value.denominator ?? value.value ?? '')}
                nextHref={visit.href(`/siffror/${definition.key}?${more.toString()}`)}
              />
            )}
          </OpenedFigure>
        </>
      ),
    }
  },
}

const besideWords: Readonly<Record<string, { sv: string; en: string }>> = {
  paused: { sv: 'Pausade över tiden', en: 'Paused over the deadline' },
  movedByUs: { sv: 'Flyttade av oss', en: 'Moved by us' },
  cancelled: { sv: 'Avbrutna före tiden', en: 'Cancelled before the deadline' },
}

export const figureRowsDownload: DownloadPage = {
  path: '/siffror/:key/rader.xlsx',
  access: 'figures.read',
  async make(view, visit) {
    const words = pagesText[visit.lang]
    const { definition, rows } = await openFigure(view, visit.params['key'] ?? '', visit.query, 10_000)
    return {
      name: `${definition.key}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await toXlsx({
        columns: [
          { key: 'label', title: words.row, kind: 'text' },
          { key: 'at', title: words.when, kind: 'instant' },
          { key: 'measure', title: words.measure, kind: 'number' },
          { key: 'counted', title: words.counted, kind: 'text' },
        ],
        rows: rows.map((row) => ({
          label: row.label,
          at: row.at,
          measure: row.measure,
          counted: row.counted ? words.yes : words.no,
        })),
      }),
    }
  },
}

export const figuresPage: Page = {
  path: '/siffror',
  access: 'figures.read',
  show(_view, visit) {
    const words = pagesText[visit.lang]
    return Promise.resolve({
      title: words.figures,
      layout: 'desk',
      current: 'load',
      main: (
        <>
          <PageHead title={words.figures} under={words.figuresLead} />
          <DataTable
            lang={visit.lang}
            caption={words.figures}
            look="cards"
            rows={allFigures()}
            columns={[
              {
                head: words.figures,
                rowHead: true,
                phone: 'title',
                cell: (definition) => (
                  <a href={visit.href(`/siffror/${definition.key}`)}>{definition.name[visit.lang]}</a>
                ),
              },
              { head: words.rule, cell: (definition) => definition.sentence[visit.lang] },
              { head: words.version, number: true, cell: (definition) => definition.version },
            ]}
          />
        </>
      ),
    })
  },
}
