// The figures of a unit for its head: how promises are kept, what comes in and gets done, how the open work lies. Every
// figure opens to its rule and rows; every chart's title is what it found.
import { fullDate, longMoment } from '#basics/dates'
import type { View } from '#platform/act'
import { valueOf, valuesOf } from '#platform/figure-store'
import type { CountedValue } from '#platform/figure-store'
import type { FigurePeriod } from '#platform/figures'
import type { Page, Visit } from '#platform/http/site'
import {
  Empty,
  Figure,
  FilterMenu,
  Kpi,
  Kpis,
  LiveRegion,
  Menu,
  MenuList,
  PageHead,
  PrintButton,
  SelectField,
  Tag,
  formatNumber,
} from '#ui'
import { openByAge } from '../figures.ts'
import { loadByPerson, loadByUnit, loadScope, scopeChoices, targetPercent } from '../load-queries.ts'
import type { LoadRow, ScopeChoice } from '../load-queries.ts'
import { AgeBars, FlowChart, KeptChart, LeadChart, LoadBars } from './load-charts.tsx'
import { figureHref, keptFigures, known } from './load-facts.ts'
import type { LoadFacts } from './load-facts.ts'
import { monthsShown, periodChoices, periodName, readPeriod } from './load-period.ts'
import type { ShownPeriod } from './load-period.ts'
import { FaultsTable, MovesTable, PeriodTable } from './load-tables.tsx'
import { figureText } from './load-words.ts'
import { portalText } from './portal-text.ts'

const path = '/enhetens-siffror'

export const loadPage: Page = {
  path,
  access: 'case.load',
  async show(view, visit) {
    const { lang } = visit
    const text = portalText[lang]
    const over = await loadScope(view, visit.query.get('enhet'))
    const shown = readPeriod(visit.query.get('period'), view.today)
    const all = monthsShown(shown, view.today)
    const received = await valuesOf(view, known('received'), over.scope, all)
    const first = received.findIndex((month) => (month.value ?? 0) > 0)
    const facts: LoadFacts = {
      ...over,
      view,
      visit,
      shown,
      months: first < 0 ? [] : all.slice(first),
      today: { from: view.today, to: view.today.add({ days: 1 }) },
    }
    const people = await loadByPerson(view, over.scope)
    const topics = over.unitIds.slice(0, 20).map((unit) => `unit:${unit}`)
    const empty = first < 0 && people.length === 0
    return {
      title: `${text.load}: ${over.name}`,
      layout: 'desk',
      current: 'load',
      topics,
      main: (
        <>
          <PageHead
            title={over.name}
            under={`${text.loadOf(fullDate(lastDay(shown.period, view.today), lang))} · ${countedWords(received, view, lang)}`}
            actions={<Choices visit={visit} facts={facts} choices={await scopeChoices(view)} />}
          />
          {empty ? (
            <Empty title={text.nothingYet} icon="chart-column">
              {text.nothingYetHelp}
            </Empty>
          ) : (
            <>
              {await keyFigures(facts, people)}
              <div class="grid12">
                {await keptCharts(facts)}
                <div class="panel c6">
                  <div class="in">{await FlowChart(facts)}</div>
                </div>
                <div class="panel c6">
                  <div class="in">{await LeadChart(facts)}</div>
                </div>
                <LiveRegion id="lage" class="c6" topics={topics}>
                  <AgeBars facts={facts} bands={await openByAge(view, over.scope, view.today)} />
                </LiveRegion>
                <LiveRegion id="fordelning" class="c6" topics={topics}>
                  <LoadBars facts={facts} what="people" rows={people} />
                </LiveRegion>
                {await byUnit(facts)}
                {await PeriodTable(facts)}
                {await lastTables(facts)}
              </div>
            </>
          )}
        </>
      ),
    }
  },
}

function lastDay(period: FigurePeriod, today: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(period.to, today) > 0 ? today : period.to.subtract({ days: 1 })
}

/** When the kept values were counted; what has not been kept was counted for this page. */
function countedWords(values: readonly CountedValue[], view: View, lang: Visit['lang']): string {
  const text = portalText[lang]
  const at = values.findLast((value) => value.countedAt !== null)?.countedAt
  return at ? text.countedAt(longMoment(at, view.now, lang)) : text.countedNow
}

function Choices(props: {
  readonly visit: Visit
  readonly facts: LoadFacts
  readonly choices: readonly ScopeChoice[]
}) {
  const { visit, facts, choices } = props
  const { lang } = visit
  const text = portalText[lang]
  const chosen = facts.scope.kind === 'tenant' ? 'alla' : facts.scope.id
  const address = (period: ShownPeriod): string =>
    visit.href(`${path}?${new URLSearchParams({ enhet: chosen, period: period.key }).toString()}`)
  const some = periodChoices(facts.view.today)
  const list = (kind: ShownPeriod['kind']) =>
    some
      .filter((one) => one.kind === kind)
      .map((one) => ({ label: periodName(one, lang), href: address(one), current: one.key === facts.shown.key }))
  return (
    <>
      {choices.length > 1 && (
        <FilterMenu
          lang={lang}
          action={visit.href(path)}
          label={text.unit}
          icon="building"
          align="right"
          submit={text.show}
          hidden={{ period: facts.shown.key }}
        >
          <SelectField
            lang={lang}
            name="enhet"
            id="valj-enhet"
            label={text.unit}
            empty={null}
            value={chosen}
            options={choices}
          />
        </FilterMenu>
      )}
      <Menu label={periodName(facts.shown, lang)} labelHidden={`, ${text.period}`} icon="calendar">
        <MenuList heading={text.months} items={list('month')} />
        <MenuList heading={text.tertials} items={list('tertial')} />
      </Menu>
      <PrintButton lang={lang} />
    </>
  )
}

/** The two promises most rest on, the open work now, and what those who were asked thought. */
async function keyFigures(facts: LoadFacts, people: readonly LoadRow[]) {
  const { view, visit, scope, shown, today } = facts
  const { lang } = visit
  const text = portalText[lang]
  const kept = []
  for (const [key, kind] of keptFigures)
    kept.push({ key, kind, value: await valueOf(view, known(key), scope, shown.period) })
  const main = kept
    .filter(({ value }) => value.value !== null)
    .toSorted((a, b) => (b.value.denominator ?? 0) - (a.value.denominator ?? 0))
    .slice(0, 2)
  // One after the other, as everything on a transaction that counts with a wider reach (platform/figure-reach.ts).
  const targets: (number | null)[] = []
  for (const { kind } of main) targets.push(await targetPercent(view, scope, kind))
  const backlog = await valueOf(view, known('backlog'), scope, today)
  const satisfied = await valueOf(view, known('satisfied'), scope, shown.period)
  const broken = people.reduce((sum, row) => sum + row.broken, 0)
  return (
    <Kpis>
      {main.map(({ key, value }, n) => (
        <Kpi
          label={known(key).name[lang]}
          value={
            <Figure href={figureHref(visit, key, scope, shown.period)}>{figureText(known(key), value, lang)}</Figure>
          }
          context={<TargetTag value={value} target={targets[n] ?? null} lang={lang} />}
        />
      ))}
      <Kpi
        label={text.openNow}
        value={
          <Figure href={figureHref(visit, 'backlog', scope, today)}>
            {figureText(known('backlog'), backlog, lang)}
          </Figure>
        }
        context={broken > 0 ? <Tag tone="bad">{text.brokenNow(broken)}</Tag> : text.noneBroken}
      />
      <Kpi
        label={known('satisfied').name[lang]}
        value={
          <Figure href={figureHref(visit, 'satisfied', scope, shown.period)}>
            {figureText(known('satisfied'), satisfied, lang)}
          </Figure>
        }
        context={satisfied.denominator ? text.rated(formatNumber(satisfied.denominator, lang)) : text.nothingToCount}
      />
    </Kpis>
  )
}

/** Met or not in words; with no stated target the fraction. */
function TargetTag({
  value,
  target,
  lang,
}: {
  readonly value: CountedValue
  readonly target: number | null
  readonly lang: Visit['lang']
}) {
  const text = portalText[lang]
  const percent = value.value
  const fraction = text.of(formatNumber(value.numerator ?? 0, lang), formatNumber(value.denominator ?? 0, lang))
  if (percent === null) return <>{text.nothingToCount}</>
  if (target === null) return <>{fraction}</>
  const goal = formatNumber(target, lang, Number.isInteger(target) ? 0 : 1)
  return (
    <>
      {percent > target ? (
        <Tag tone="ok">{text.overTarget(goal)}</Tag>
      ) : percent === target ? (
        <Tag tone="ok">{text.atTarget(goal)}</Tag>
      ) : (
        <Tag tone="bad" icon="arrow-down">
          {text.underTarget(formatNumber(Math.round((target - percent) * 10) / 10, lang, 1), goal)}
        </Tag>
      )}{' '}
      {fraction}
      {value.beside?.['paused'] ? `, ${text.paused(value.beside['paused'])}` : ''}
    </>
  )
}

async function keptCharts(facts: LoadFacts) {
  const charts = []
  for (const [key, kind] of keptFigures) {
    const values = await valuesOf(facts.view, known(key), facts.scope, facts.months)
    if (values.every((value) => value.value === null)) continue
    charts.push({ key, values, target: await targetPercent(facts.view, facts.scope, kind) })
  }
  const width = charts.length === 1 ? 'c12' : charts.length === 2 ? 'c6' : 'c4'
  return charts.map((chart) => (
    <div class={`panel ${width}`}>
      <div class="in">
        <KeptChart facts={facts} definition={known(chart.key)} values={chart.values} target={chart.target} />
      </div>
    </div>
  ))
}

/** Side by side, or alone in the whole width. */
async function lastTables(facts: LoadFacts) {
  const tables = [await FaultsTable(facts), await MovesTable(facts)].filter((table) => table !== null)
  return tables.map((table) => <div class={tables.length > 1 ? 'c6' : 'c12'}>{table}</div>)
}

/** Only where there is more than one unit to tell apart. */
async function byUnit(facts: LoadFacts) {
  const rows = await loadByUnit(facts.view, facts.scope)
  return rows.length > 1 ? (
    <div class="c12">
      <LoadBars facts={facts} what="units" rows={rows} />
    </div>
  ) : null
}
