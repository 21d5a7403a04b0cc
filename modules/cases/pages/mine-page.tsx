// One's own cases and those one follows; and, for who buys or coordinates, the cases of the own customer. The same list
// with the same search, filter, export and paging.
import type { View } from '#platform/act'
import type { ListTotal } from '#platform/list'
import type { Page, Screen, Visit } from '#platform/http/site'
import {
  Actions,
  Empty,
  FilterChip,
  FilterMenu,
  Form,
  formatNumber,
  LinkButton,
  LiveRegion,
  PageHead,
  Pager,
  SearchField,
  SelectField,
  Tabs,
  Tools,
} from '#ui'
import { caseKinds } from '../case.ts'
import { readClocksOfMany } from '../clocks.ts'
import { countsOf, customersOf, portalPage } from '../portal-queries.ts'
import type { PortalCounts, PortalList } from '../portal-queries.ts'
import { kindWords } from '../words.ts'
import { CaseRows } from './mine-rows.tsx'
import { addressTo, paths, readShown } from './mine-state.ts'
import type { Shown, Tab } from './mine-state.ts'
import { portalText } from './portal-text.ts'

export const minePages: readonly Page[] = (['mine', 'customers'] as const).map((which) => ({
  path: paths[which],
  access: 'case.list',
  show: (view: View, visit: Visit) => showList(view, visit, which),
}))

async function showList(view: View, visit: Visit, which: PortalList): Promise<Screen> {
  const { lang } = visit
  const text = portalText[lang]
  const shown = readShown(which, visit.query)
  const page = await portalPage(view, which, shown.state, shown.search)
  const clocks = await readClocksOfMany(
    view,
    page.rows.map((row) => row.case_id),
  )
  const topics =
    which === 'mine' ? [`person:${view.actor.personId ?? ''}`] : view.actor.customers.map((one) => `customer:${one}`)
  const buys = which === 'mine' || view.actor.customers.length > 0
  return {
    title: text.titles[which],
    layout: which === 'mine' ? 'portal' : 'desk',
    current: which,
    topics,
    ...(which === 'mine' ? { crumbs: [{ href: '/', label: text.start }, { label: text.titles.mine }] } : {}),
    main: (
      <>
        <PageHead
          title={text.titles[which]}
          under={text.leads[which]}
          actions={<Files visit={visit} shown={shown} />}
        />
        {buys ? (
          <LiveRegion id="lista" topics={topics}>
            <ListTabs visit={visit} shown={shown} counts={await countsOf(view, which)} />
            <ListTools visit={visit} shown={shown} customers={which === 'customers' ? await customersOf(view) : []} />
            <CaseRows view={view} visit={visit} shown={shown} rows={page.rows} clocks={clocks} />
            {page.rows.length > 0 && (
              <Pager
                lang={lang}
                shown={formatNumber(page.rows.length, lang)}
                total={`${formatNumber(page.total.count, lang)}${page.total.exact ? '' : '+'}`}
                nextHref={page.next ? visit.href(addressTo(shown, { cursor: page.next })) : undefined}
                firstHref={shown.state.cursor ? visit.href(addressTo(shown)) : undefined}
              />
            )}
          </LiveRegion>
        ) : (
          <Empty title={text.notBuyer} icon="users" />
        )}
      </>
    ),
  }
}

function Files({ visit, shown }: { readonly visit: Visit; readonly shown: Shown }) {
  const text = portalText[visit.lang]
  const query = addressTo(shown).slice(paths[shown.which].length)
  return (
    <Actions>
      {(['csv', 'xlsx'] as const).map((ending) => (
        <LinkButton
          kind="quiet"
          small
          icon="download"
          download
          href={visit.href(`${paths[shown.which]}/rader.${ending}${query}`)}
        >
          {text[ending]}
        </LinkButton>
      ))}
    </Actions>
  )
}

function ListTabs(props: { readonly visit: Visit; readonly shown: Shown; readonly counts: PortalCounts }) {
  const { visit, shown, counts } = props
  const { lang } = visit
  const text = portalText[lang]
  const all = {
    count: counts.unfinished.count + counts.finished.count,
    exact: counts.unfinished.exact && counts.finished.exact,
  }
  const tab = (key: Tab, label: string, { count, exact }: ListTotal) => ({
    label,
    count: `${formatNumber(count, lang)}${exact ? '' : '+'}`,
    href: visit.href(addressTo(shown, { tab: key })),
    current: shown.tab === key,
  })
  return (
    <Tabs
      label={text.which}
      items={[
        tab('oppna', text.tabs.open, counts.unfinished),
        tab('avslutade', text.tabs.closed, counts.finished),
        tab('alla', text.tabs.all, all),
      ]}
    />
  )
}

function ListTools(props: {
  readonly visit: Visit
  readonly shown: Shown
  readonly customers: readonly { customerId: string; name: string }[]
}) {
  const { visit, shown, customers } = props
  const { lang } = visit
  const text = portalText[lang]
  const path = visit.href(paths[shown.which])
  const kind = shown.state.filters['slag']?.[0]
  const customer = shown.state.filters['kund']?.[0]
  const kept = (...but: string[]): Record<string, string> =>
    Object.fromEntries(
      [...new URLSearchParams(addressTo(shown).split('?')[1] ?? '')].filter(([key]) => !but.includes(key)),
    )
  const without = (key: string): string => {
    const { [key]: _gone, ...filters } = shown.state.filters
    return visit.href(addressTo(shown, { filters }))
  }
  return (
    <Tools>
      <Form method="get" action={path} search label={text.searchMine} hidden={kept('q')} enhance>
        <SearchField id="lista-q" name="q" label={text.searchMine} value={shown.search} />
      </Form>
      {kind && (
        <FilterChip lang={lang} label={kindWords[kind as keyof typeof kindWords][lang]} removeHref={without('slag')} />
      )}
      {customer && (
        <FilterChip
          lang={lang}
          label={customers.find((one) => one.customerId === customer)?.name ?? text.customer}
          removeHref={without('kund')}
        />
      )}
      <FilterMenu lang={lang} action={path} label={text.filter} submit={text.show} hidden={kept('slag', 'kund')}>
        <SelectField
          lang={lang}
          name="slag"
          id="f-slag"
          label={text.kind}
          empty={text.allOf}
          value={kind}
          options={caseKinds.map((value) => ({ value, label: kindWords[value][lang] }))}
        />
        {customers.length > 1 && (
          <SelectField
            lang={lang}
            name="kund"
            id="f-kund"
            label={text.customer}
            empty={text.customerAll}
            value={customer}
            options={customers.map((one) => ({ value: one.customerId, label: one.name }))}
          />
        )}
      </FilterMenu>
    </Tools>
  )
}
