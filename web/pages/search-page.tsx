// One search over everything a room has declared findable. Each kind is looked up behind its own policies.
import { mayEver } from '#platform/access'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { find, worthShowing } from '#platform/search/index-entry'
import type { Hit } from '#platform/search/kinds'
import { searchKinds } from '#platform/search/kinds'
import { Empty, LinkButton, PageHead, SearchHits } from '#ui'
import type { IconName } from '#ui'
import { pagesText } from './text.ts'

export interface SearchAnswer {
  readonly hits: readonly Hit[]
  readonly correctedTo?: string
}

/** What the viewer may see of what the finder found, best first. */
export async function search(
  view: View,
  query: string,
  lang: 'sv' | 'en',
  only?: readonly string[],
): Promise<SearchAnswer> {
  const kinds = searchKinds().filter(
    (kind) => mayEver(view.actor, kind.access) && (only === undefined || only.includes(kind.kind)),
  )
  const found = await find(view.tx, {
    tenantId: view.tenant.tenantId,
    query: query.slice(0, 200),
    kinds: kinds.map((kind) => kind.kind),
    limit: 100,
  })
  const seen = new Map<string, Hit>()
  for (const kind of kinds) {
    const ids = found.entries.filter((entry) => entry.kind === kind.kind).map((entry) => entry.id)
    for (const hit of await kind.hits(view, ids, lang)) seen.set(`${hit.kind}:${hit.id}`, hit)
  }
  const visible = worthShowing(found.entries.filter((entry) => seen.has(`${entry.kind}:${entry.id}`)))
  return {
    hits: visible.flatMap((entry) => seen.get(`${entry.kind}:${entry.id}`) ?? []).slice(0, 50),
    ...(found.correctedTo ? { correctedTo: found.correctedTo } : {}),
  }
}

export const searchPage: Page = {
  path: '/sok',
  access: 'search',
  async show(view, visit: Visit) {
    const words = pagesText[visit.lang]
    const query = visit.query.get('q')?.trim() ?? ''
    const answer = query === '' ? { hits: [] } : await search(view, query, visit.lang)
    return {
      title: query === '' ? words.search : words.searchFor.replace('{q}', query),
      layout: 'desk',
      main: (
        <>
          <PageHead
            title={query === '' ? words.search : words.searchFor.replace('{q}', query)}
            under={answer.correctedTo ? words.searchAlso.replace('{q}', answer.correctedTo) : undefined}
          />
          {query === '' ? (
            <p class="lead">{words.searchEmpty}</p>
          ) : answer.hits.length === 0 ? (
            <Empty
              title={words.searchNone}
              icon="search"
              action={<LinkButton href={visit.href('/tjanster')}>{words.allServices}</LinkButton>}
            >
              {words.searchNoneHelp}
            </Empty>
          ) : (
            <SearchHits
              label={words.searchFor.replace('{q}', query)}
              items={answer.hits.map((hit) => ({
                title: hit.title,
                href: visit.href(hit.href),
                kind: words.kinds[hit.kind] ?? hit.kind,
                icon: hit.icon as IconName,
                under: hit.under,
              }))}
            />
          )}
        </>
      ),
    }
  },
}
