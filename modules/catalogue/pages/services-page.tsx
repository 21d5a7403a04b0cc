// All services: area by area as people look for them, or as one list from A to Ö that can be narrowed and taken out.
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { addressOf, readState } from '#platform/list'
import type { ListState } from '#platform/list'
import type { Page, Visit } from '#platform/http/site'
import { Actions, DataTable, Empty, LinkButton, Notice, PageHead, Pager, ServiceAreas, Tabs } from '#ui'
import type { SortLink } from '#ui'
import { areasOn, listServices, serviceList, servicesFor } from '../queries.ts'
import type { Area, ServiceRow } from '../contract.ts'
import { catalogueText } from '../text.ts'
import { originText, serviceHref, StateTag, Unstated } from './page-parts.tsx'
import { Filters } from './service-filters.tsx'
import { path } from './services-path.ts'

export const servicesPage: Page = {
  path,
  access: 'catalogue.read',
  async show(view, visit) {
    const words = catalogueText[visit.lang].services
    const state = readState(serviceList, visit.query)
    const asList = visit.query.get('visa') === 'lista' || Object.keys(state.filters).length > 0
    const areas = await areasOn(view)
    return {
      title: words.title,
      layout: 'portal',
      current: 'services',
      topics: ['catalogue'],
      main: (
        <>
          <PageHead
            title={words.title}
            under={words.lead}
            actions={
              <>
                <LinkButton href={visit.href('/onskemal#nytt')}>{words.wish}</LinkButton>
                {may(view.actor, 'catalogue.desk') && (
                  <LinkButton href={visit.href('/katalog/ny')}>{words.propose}</LinkButton>
                )}
              </>
            }
          />
          <Tabs
            label={words.title}
            items={[
              { label: words.areas, href: visit.href(path), current: !asList },
              { label: words.all, href: visit.href(`${path}?visa=lista`), current: asList },
            ]}
          />
          {asList ? await ServiceList(view, visit, state, areas) : await ByArea(view, visit, areas)}
        </>
      ),
    }
  },
}

async function ByArea(view: View, visit: Visit, areas: readonly Area[]) {
  const { lang } = visit
  const words = catalogueText[lang].services
  const services = Map.groupBy(await servicesFor(view), (service) => service.areaId)
  const shown = areas.filter((area) => services.has(area.areaId))
  return (
    <>
      <h2 class="sr">{words.areas}</h2>
      <ServiceAreas
        areas={shown.map((area) => ({
          title: area.name[lang],
          href: visit.href(`${path}?area=${encodeURIComponent(area.code)}`),
          count: words.count(area.services),
          items: (services.get(area.areaId) ?? []).map((service) => ({
            label: service.name[lang],
            href: visit.href(serviceHref(service.code)),
            ...(service.state === 'planned' ? { price: words.planned } : {}),
          })),
        }))}
      />
      {areas
        .filter((area) => area.earlierCommitment)
        .map((area) => (
          <EarlierCommitment area={area} visit={visit} />
        ))}
    </>
  )
}

/** Marked as what it is: the commitment of an earlier plan, not an entry of the catalogue (TY-073). */
function EarlierCommitment({ area, visit }: { readonly area: Area; readonly visit: Visit }) {
  const { lang } = visit
  const words = catalogueText[lang].services
  const earlier = area.earlierCommitment
  if (!earlier) return null
  const source = originText(earlier.origin, lang)
  return (
    <Notice tone="info" icon="history" title={`${area.name[lang]}: ${words.earlier.toLowerCase()}`} class="mt6">
      <p>{earlier.body}</p>
      {earlier.note && <p>{earlier.note}</p>}
      <p class="mute">
        {words.earlierHelp}
        {source && ` (${source})`}
      </p>
    </Notice>
  )
}

async function ServiceList(view: View, visit: Visit, state: ListState, areas: readonly Area[]) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.services
  const page = await listServices(view, state)
  const address = (change: Partial<ListState>): string => {
    const query = addressOf(state, serviceList.defaultSort, change)
    return visit.href(`${path}${query === '' ? '?visa=lista' : `${query}&visa=lista`}`)
  }
  const sort = (key: string): SortLink => ({
    href: address({ sort: key, descending: state.sort === key && !state.descending }),
    ...(state.sort === key ? { direction: state.descending ? ('descending' as const) : ('ascending' as const) } : {}),
  })
  const shown = state.cursor === null ? page.rows.length : `… ${page.rows.length}`
  return (
    <>
      <Filters visit={visit} state={state} areas={areas} address={address} />
      <DataTable
        lang={lang}
        caption={words.all}
        look="cards"
        rows={page.rows}
        rowId={(row) => row.serviceId}
        empty={
          <Empty title={words.none} icon="search">
            {words.noneHelp}
          </Empty>
        }
        columns={[
          {
            head: all.any.service,
            rowHead: true,
            phone: 'title',
            sort: sort('name'),
            cell: (row: ServiceRow) => <a href={visit.href(serviceHref(row.code))}>{row.name[lang]}</a>,
          },
          { head: all.any.area, cell: (row) => row.areaName[lang] },
          { head: all.any.state, cell: (row) => <StateTag state={row.state} lang={lang} /> },
          { head: words.kind, cell: (row) => (row.kind ? all.kinds[row.kind] : <Unstated lang={lang} />) },
          { head: words.provider, cell: (row) => row.providerUnit ?? <Unstated lang={lang} /> },
          { head: words.owner, cell: (row) => row.ownerTitle ?? <Unstated lang={lang} /> },
          { head: all.any.code, sort: sort('code'), cell: (row) => row.code },
        ]}
      />
      <Pager
        lang={lang}
        shown={String(shown)}
        total={`${page.total.count}${page.total.exact ? '' : '+'}`}
        nextHref={page.next ? address({ cursor: page.next }) : undefined}
        firstHref={state.cursor ? address({ cursor: null }) : undefined}
      />
      <Actions>
        <LinkButton
          kind="quiet"
          small
          icon="download"
          download
          href={visit.href(`${path}/rader.csv${addressOf(state, serviceList.defaultSort)}`)}
        >
          {all.any.csv}
        </LinkButton>
        <LinkButton
          kind="quiet"
          small
          icon="download"
          download
          href={visit.href(`${path}/rader.xlsx${addressOf(state, serviceList.defaultSort)}`)}
        >
          {all.any.xlsx}
        </LinkButton>
      </Actions>
    </>
  )
}
