// What the one search box finds: services with their ways in, then one's own cases, then people and the rest. Each kind
// is looked up behind its own policies.
import type { ComponentChild } from 'preact'
import { mayEver } from '#platform/access'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { find, worthShowing } from '#platform/search/index-entry'
import type { FoundEntry } from '#platform/search/index-entry'
import type { Hit, SearchKind } from '#platform/search/kinds'
import { searchKinds } from '#platform/search/kinds'
import { requestTypesOn } from '#catalogue'
import type { RequestTypeRow } from '#catalogue'
import { Actions, Empty, Hero, LinkButton, SearchHits } from '#ui'
import type { IconName, SearchHit } from '#ui'
import { caseIdsOf } from '../portal-queries.ts'
import { orderHref } from './order-choose.tsx'
import { portalText } from './portal-text.ts'

const most = { service: 12, case: 8, other: 8 } as const

export const findPage: Page = {
  path: '/hitta',
  access: 'case.open',
  async show(view, visit) {
    const text = portalText[visit.lang]
    const query = (visit.query.get('q') ?? '').trim().slice(0, 200)
    const found = query === '' ? nothing : await findForPortal(view, visit, query)
    const any = found.services.length + found.cases.length + found.others.length > 0
    return {
      title: query === '' ? text.search : text.searchFor(query),
      layout: 'portal',
      full: true,
      main: (
        <>
          <Hero
            lang={visit.lang}
            question={query === '' ? text.search : text.searchFor(query)}
            action={visit.href('/hitta')}
            label={text.searchLabel}
            placeholder={text.searchPlaceholder}
            value={query}
          />
          <div class="inner">
            {query === '' && <p class="lead">{text.writeToSearch}</p>}
            {found.correctedTo && <p class="mt6 mute">{text.alsoSearched(found.correctedTo)}</p>}
            {any ? <Found visit={visit} found={found} /> : query !== '' && <NothingFound visit={visit} query={query} />}
          </div>
        </>
      ),
    }
  },
}

interface FoundForPortal {
  readonly services: readonly SearchHit[]
  readonly cases: readonly Hit[]
  readonly others: readonly Hit[]
  readonly correctedTo?: string | undefined
}
const nothing: FoundForPortal = { services: [], cases: [], others: [] }

/** Own cases are asked for among themselves, so that those one may not see never use up the finder's hits. */
async function findForPortal(view: View, visit: Visit, query: string): Promise<FoundForPortal> {
  const kinds = searchKinds().filter((kind) => mayEver(view.actor, kind.access))
  const rest = kinds.filter((kind) => kind.kind !== 'case')
  const asked = { tenantId: view.tenant.tenantId, query, limit: 60 }
  const open = await find(view.tx, { ...asked, kinds: rest.map((kind) => kind.kind) })
  const own = await find(view.tx, { ...asked, kinds: ['case'], among: await caseIdsOf(view, 'mine') })
  const seen = await hitsOf(view, visit, rest, open.entries)
  const services = seen.filter((hit) => hit.kind === 'service').slice(0, most.service)
  const cases = await hitsOf(
    view,
    visit,
    kinds.filter((kind) => kind.kind === 'case'),
    own.entries,
  )
  return {
    services: await withWaysIn(view, visit, services),
    cases: cases.slice(0, most.case),
    others: seen.filter((hit) => hit.kind !== 'service').slice(0, most.other),
    correctedTo: open.correctedTo,
  }
}

async function hitsOf(
  view: View,
  visit: Visit,
  kinds: readonly SearchKind[],
  entries: readonly FoundEntry[],
): Promise<readonly Hit[]> {
  const hits = new Map<string, Hit>()
  for (const kind of kinds) {
    const ids = entries.filter((entry) => entry.kind === kind.kind).map((entry) => entry.id)
    for (const hit of await kind.hits(view, ids, visit.lang)) hits.set(`${hit.kind} ${hit.id}`, hit)
  }
  const visible = entries.filter((entry) => hits.has(`${entry.kind} ${entry.id}`))
  // Each kind has a heading of its own here: a good case must not hide a fair service.
  const worth = kinds.flatMap((kind) => worthShowing(visible.filter((entry) => entry.kind === kind.kind)))
  return worth.flatMap((entry) => hits.get(`${entry.kind} ${entry.id}`) ?? [])
}

async function withWaysIn(view: View, visit: Visit, services: readonly Hit[]): Promise<readonly SearchHit[]> {
  const { lang } = visit
  const types = Map.groupBy(await requestTypesOn(view, { date: view.today }), (type) => type.serviceId)
  return services.map((hit) => ({
    title: hit.title,
    href: visit.href(hit.href),
    kind: portalText[lang].inArea(hit.under),
    icon: hit.icon as IconName,
    ways: waysIn(types.get(hit.id) ?? [], visit),
  }))
}

function waysIn(types: readonly RequestTypeRow[], visit: Visit): readonly ComponentChild[] | undefined {
  const open = types.filter((type) => type.orderable)
  if (open.length === 0) return undefined
  return open.map((type) => <a href={visit.href(orderHref(type.code))}>{type.name[visit.lang]}</a>)
}

function Found({ visit, found }: { readonly visit: Visit; readonly found: FoundForPortal }) {
  const text = portalText[visit.lang]
  const plain = (hit: Hit): SearchHit => ({
    title: hit.title,
    href: visit.href(hit.href),
    kind: text.kinds[hit.kind] ?? '',
    icon: hit.icon as IconName,
    under: hit.under,
  })
  const parts: readonly (readonly [string, readonly SearchHit[]])[] = [
    [text.hitServices, found.services],
    [text.hitCases, found.cases.map(plain)],
    [text.hitOthers, found.others.map(plain)],
  ]
  return (
    <>
      {parts.map(
        ([heading, items]) =>
          items.length > 0 && (
            <section class="mt8 mw">
              <h2 class="mb4">{heading}</h2>
              <SearchHits label={heading} items={items} />
            </section>
          ),
      )}
    </>
  )
}

function NothingFound({ visit, query }: { readonly visit: Visit; readonly query: string }) {
  const text = portalText[visit.lang]
  return (
    <div class="mt8">
      <Empty
        title={text.nothingFound(query)}
        icon="search"
        action={
          <Actions>
            <LinkButton kind="primary" href={visit.href('/bestall?slag=question')}>
              {text.askUs}
            </LinkButton>
            <LinkButton href={visit.href('/tjanster')}>{text.seeServices}</LinkButton>
          </Actions>
        }
      >
        {text.nothingFoundHelp}
      </Empty>
    </div>
  )
}
