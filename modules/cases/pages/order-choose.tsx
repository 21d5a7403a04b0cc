// What can be ordered, reported, asked or complained about, area by area: two steps from the start page to every form.
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { find } from '#platform/search/index-entry'
import { areasOn, requestTypesOn, servicesFor } from '#catalogue'
import type { RequestTypeRow } from '#catalogue'
import { ChoiceChip, Empty, Form, LinkButton, PageHead, SearchField, ServiceAreas, Tools } from '#ui'
import { caseKinds } from '../case.ts'
import type { CaseKind } from '../case.ts'
import { portalText } from './portal-text.ts'

export const orderHref = (code: string): string => `/bestall/${encodeURIComponent(code)}`

export const choosePage: Page = {
  path: '/bestall',
  access: 'case.open',
  async show(view, visit) {
    const text = portalText[visit.lang]
    const kind = caseKinds.find((one) => one === visit.query.get('slag'))
    const query = (visit.query.get('q') ?? '').trim().slice(0, 200)
    const all = await requestTypesOn(view, { date: view.today, caseKind: kind })
    const types = query === '' ? all : await matching(view, all, query)
    return {
      title: text.chooseTitle[kind ?? 'all'],
      layout: 'portal',
      crumbs: [{ href: '/', label: text.start }, { label: kind ? text.crumbs[kind] : text.chooseTitle.all }],
      topics: ['catalogue'],
      main: (
        <>
          <PageHead title={text.chooseTitle[kind ?? 'all']} under={text.chooseLead} />
          <ChooseTools visit={visit} kind={kind} query={query} />
          {types.length === 0 ? (
            <NothingToChoose visit={visit} kind={kind} query={query} />
          ) : (
            <>
              <h2 class="sr">{text.chooseKinds}</h2>
              <ServiceAreas areas={await byArea(view, visit, types, kind === undefined)} />
            </>
          )}
        </>
      ),
    }
  },
}

function ChooseTools(props: { readonly visit: Visit; readonly kind: CaseKind | undefined; readonly query: string }) {
  const { visit, kind, query } = props
  const text = portalText[visit.lang]
  const address = (slag: CaseKind | undefined): string => {
    const search = new URLSearchParams({ ...(slag ? { slag } : {}), ...(query ? { q: query } : {}) }).toString()
    return visit.href(`/bestall${search ? `?${search}` : ''}`)
  }
  return (
    <Tools>
      <Form
        method="get"
        action={visit.href('/bestall')}
        search
        label={text.narrow}
        hidden={kind ? { slag: kind } : {}}
        enhance
      >
        <SearchField id="valj-q" name="q" label={text.narrow} value={query} />
      </Form>
      <ChoiceChip label={text.allKinds} href={address(undefined)} current={kind === undefined} />
      {caseKinds.map((one) => (
        <ChoiceChip label={text.crumbs[one]} href={address(one)} current={one === kind} />
      ))}
    </Tools>
  )
}

/** Services the finder knows by everyday words, in its order; then what is itself called so. */
async function matching(
  view: View,
  types: readonly RequestTypeRow[],
  query: string,
): Promise<readonly RequestTypeRow[]> {
  const { entries } = await find(view.tx, {
    tenantId: view.tenant.tenantId,
    query,
    kinds: ['service'],
    limit: 30,
    typing: true,
  })
  const services = entries.map((entry) => entry.id)
  const words = query.toLocaleLowerCase('sv').split(/\s+/)
  const named = (type: RequestTypeRow): boolean => {
    const name = `${type.name.sv} ${type.name.en}`.toLocaleLowerCase('sv')
    return words.every((word) => name.includes(word))
  }
  return types.filter((type) => services.includes(type.serviceId) || named(type))
}

/** With every kind together each way in says its kind; the names alone tell otherwise. */
async function byArea(view: View, visit: Visit, types: readonly RequestTypeRow[], sayKind: boolean) {
  const { lang } = visit
  const text = portalText[lang]
  const areaOf = new Map<string, { code: string; title: string; place: number }>()
  const grouped = new Map<string, RequestTypeRow[]>()
  const services = new Map((await servicesFor(view)).map((service) => [service.serviceId, service.areaId]))
  for (const [place, area] of (await areasOn(view)).entries())
    areaOf.set(area.areaId, { code: area.code, title: area.name[lang], place })
  for (const type of types) {
    const areaId = services.get(type.serviceId)
    if (areaId) grouped.set(areaId, [...(grouped.get(areaId) ?? []), type])
  }
  return [...grouped]
    .toSorted(([a], [b]) => (areaOf.get(a)?.place ?? 0) - (areaOf.get(b)?.place ?? 0))
    .map(([areaId, some]) => ({
      title: areaOf.get(areaId)?.title ?? '',
      items: some
        .toSorted((a, b) => placeOf(a) - placeOf(b) || collator.compare(a.name[lang], b.name[lang]))
        .map((type) => ({
          label: type.name[lang],
          href: visit.href(orderHref(type.code)),
          price: type.orderable ? (sayKind ? text.crumbs[type.caseKind] : undefined) : text.opensLater,
        })),
    }))
}
const collator = new Intl.Collator('sv')
/** What one orders and reports stands before what one asks and thinks. */
const placeOf = (type: RequestTypeRow): number => caseKinds.indexOf(type.caseKind)

function NothingToChoose(props: {
  readonly visit: Visit
  readonly kind: CaseKind | undefined
  readonly query: string
}) {
  const { visit, kind, query } = props
  const text = portalText[visit.lang]
  const slag = kind ? `?slag=${kind}` : ''
  if (query !== '')
    return (
      <Empty
        title={text.noneMatch(query)}
        icon="search"
        action={<LinkButton href={visit.href(`/bestall${slag}`)}>{text.clear}</LinkButton>}
      >
        {text.noneMatchHelp}
      </Empty>
    )
  return (
    <Empty
      title={text.noneOfKind}
      icon="clipboard-list"
      action={<LinkButton href={visit.href('/bestall?slag=question')}>{text.askUs}</LinkButton>}
    >
      {text.noneOfKindHelp}
    </Empty>
  )
}
