// The shell's own pages as one room for the wiring: search, notices, outbox, figures, accessibility.
import type { AccessTable } from '#platform/access'
import { may } from '#platform/access'
import { scopeName } from '#platform/figure-scopes'
import { allFigures } from '#platform/figures'
import type { Api } from '#platform/http/api'
import { formOf } from '#platform/http/query-state'
import type { Site } from '#platform/http/site'
import type { Module } from '#platform/module'
import type { NavigationSource } from '#platform/navigation'
import { noticeKind, readAllNotices } from '#platform/notices'
import { savedViewsNavigation } from '#platform/saved-views'
import { savedViewsAccess, savedViewsRoutes } from '#platform/saved-views-api'
import { accessibilityPage } from './accessibility-page.tsx'
import { accountPage, accountRoutes } from './account-page.tsx'
import { figureOp, figureRowsOp, figuresOp, noticesOp, outboxOp, readNoticesOp, searchOp } from './contract.ts'
import { figurePage, figureRowsDownload, figuresPage, openFigure } from './figure-page.tsx'
import { letterPage, noticesOf, noticesPage, outboxPage } from './notices-page.tsx'
import { search, searchPage } from './search-page.tsx'
import { tasksPage, tasksRoutes } from './tasks-page.tsx'

const access: AccessTable = {
  ...savedViewsAccess,
  search: [{}],
  notices: [{}],
  account: [{}],
  tasks: [{}],
  'figures.read': [{ right: 'figures.read' }],
  'outbox.read': [{ right: 'outbox.read' }],
}

const navigation: NavigationSource = async (view, lang) => [
  ...(await savedViewsNavigation(view, lang)),
  {
    key: 'tasks',
    order: 12,
    entries: [{ key: 'tasks', href: '/att-gora', label: lang === 'sv' ? 'Att göra' : 'To do', icon: 'list-checks' }],
  },
  ...(may(view.actor, 'outbox.read')
    ? [
        {
          key: 'office',
          order: 80,
          entries: [{ key: 'outbox', href: '/utkorg', label: lang === 'sv' ? 'Utkorg' : 'Outbox', icon: 'mail' }],
        },
      ]
    : []),
]

function pages(site: Site): void {
  for (const page of [
    searchPage,
    noticesPage,
    outboxPage,
    letterPage,
    figuresPage,
    figurePage,
    accessibilityPage,
    accountPage,
    tasksPage,
  ])
    site.page(page)
  site.download(figureRowsDownload)
}

function routes(api: Api): void {
  savedViewsRoutes(api)
  accountRoutes(api)
  tasksRoutes(api)
  api.read(searchOp, async (view, { query, lang }) => {
    const found = await search(view, query.q, lang, query.kinds)
    return {
      correctedTo: found.correctedTo ?? null,
      hits: found.hits.map(({ kind, id, title, under, href }) => ({ kind, id, title, under, href })),
    }
  })
  api.read(noticesOp, async (view) =>
    (await noticesOf(view)).map((notice) => {
      const facts = notice.facts as Readonly<Record<string, string>>
      const kind = noticeKind(notice.kind)
      return {
        id: notice.notice_id,
        at: notice.at.toString(),
        kind: notice.kind,
        words: kind?.line(facts) ?? { sv: notice.kind, en: notice.kind },
        href: kind?.href(facts, notice.subject_id) ?? '/',
        readAt: notice.read_at?.toString() ?? null,
      }
    }),
  )
  api.write(
    readNoticesOp,
    (deed) => readAllNotices(deed),
    (_view, result) => Promise.resolve(result),
  )
  api.read(outboxOp, async (view) => {
    const letters = await view.tx
      .selectFrom('platform.outbox')
      .selectAll()
      .where('tenant_id', '=', view.tenant.tenantId)
      .orderBy('created_at', 'desc')
      .orderBy('mail_id', 'desc')
      .limit(200)
      .execute()
    return letters.map((letter) => ({
      id: letter.mail_id,
      to: letter.to_address,
      subject: letter.subject,
      body: letter.body,
      state: letter.state,
      createdAt: letter.created_at.toString(),
      settledAt: letter.settled_at?.toString() ?? null,
    }))
  })
  figureRoutes(api)
}

function figureRoutes(api: Api): void {
  api.read(figuresOp, () =>
    Promise.resolve(
      allFigures().map(({ key, version, name, sentence, exclusions, unit, scopes, sources }) => ({
        key,
        version,
        name,
        sentence,
        exclusions,
        unit,
        scopes: [...scopes],
        sources: [...sources],
      })),
    ),
  )
  api.read(figureOp, async (view, { params, query }) => {
    const { definition, scope, period, value } = await openFigure(view, params.key, formOf(query), 0)
    return {
      key: definition.key,
      version: definition.version,
      name: definition.name,
      sentence: definition.sentence,
      exclusions: definition.exclusions,
      unit: definition.unit,
      scope: { ...scope, name: await scopeName(view, scope) },
      from: period.from.toString(),
      to: period.to.toString(),
      value: value.value,
      numerator: value.numerator ?? null,
      denominator: value.denominator ?? null,
      beside: { ...value.beside },
    }
  })
  api.read(figureRowsOp, async (view, { params, query }) => {
    const { rows } = await openFigure(view, params.key, formOf(query), 1000)
    return rows.map((row) => ({
      kind: row.subjectKind,
      id: row.subjectId,
      label: row.label,
      at: row.at.toString(),
      measure: row.measure,
      counted: row.counted,
    }))
  })
}

export const shellModule: Module = { name: 'shell', access, navigation, pages, routes }
