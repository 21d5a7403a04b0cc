// The queue of the units a seat reaches, and the list of every case one may read: the same parts over the same list.
import { longDate, timeOfDay } from '#basics/dates'
import { mayEver } from '#platform/access'
import type { View } from '#platform/act'
import { formDeed } from '#platform/http/site'
import type { Page, Screen, Visit } from '#platform/http/site'
import { idField, oneOf, optional, shape, text as line, Type } from '#platform/http/shape'
import { changeView, removeView, savedViews, saveView, viewKey, viewQuery } from '#platform/saved-views'
import type { SavedView, ViewedList } from '#platform/saved-views'
import { ErrorSummary, formatNumber, Hidden, KeyHints, LiveRegion, Notice, PageHead, Pager } from '#ui'
import { readClocksOfMany } from '../clocks.ts'
import { unitsThatTakeCases } from '../desk-choices.ts'
import { countGroups, deskCount, deskPage, deskUnit, filterChoices, foundCases } from '../desk-queries.ts'
import { handlersOf } from '../who-takes.ts'
import { unitOptions } from './case-picks.ts'
import { deskText } from './desk-text.ts'
import { CaseBulkBar, OutcomeNotice } from './queue-bulk-bar.tsx'
import { bulkDeed, outcomeOf } from './queue-bulk.ts'
import { addressTo, deskPaths, queryTo, readDeskList } from './queue-state.ts'
import type { DeskList, DeskListName } from './queue-state.ts'
import { CaseTable } from './queue-table.tsx'
import { ListActions } from './queue-actions.tsx'
import { isGrouped, ListTools } from './queue-tools.tsx'

export function listPage(which: DeskListName): Page {
  return {
    path: deskPaths[which],
    access: which === 'queue' ? 'case.queue' : 'case.list',
    show: (view, visit) => showList(view, visit, which),
    deeds: {
      ...(which === 'queue' || which === 'cases' ? { gor: bulkDeed(which) } : {}),
      'spara-vy': formDeed({
        access: 'view.save',
        body: shape({
          namn: line(80),
          lista: Type.String({ maxLength: 2000 }),
          for: optional(oneOf(['mig', 'enhet'])),
        }),
        run: async (deed, { body }) => {
          const unit = body.for === 'enhet' ? await deskUnit(deed) : null
          return saveView(deed, { list: which, name: body.namn, query: body.lista, unitId: unit?.unitId })
        },
        then: ({ query }) => done(which, query),
      }),
      'andra-vy': formDeed({
        access: 'view.save',
        body: shape({ vy: idField(), namn: line(80), lista: Type.String({ maxLength: 2000 }) }),
        run: async (deed, { body, version }) => {
          await changeView(deed, { viewId: body.vy, name: body.namn, version })
          return viewQuery(body.lista)
        },
        then: (query) => done(which, query),
      }),
      'ta-bort-vy': formDeed({
        access: 'view.save',
        body: shape({ vy: idField(), namn: optional(Type.String()), lista: Type.String({ maxLength: 2000 }) }),
        run: async (deed, { body, version }) => {
          await removeView(deed, { viewId: body.vy, version })
          return viewQuery(body.lista)
        },
        then: (query) => done(which, query, 'borttaget'),
      }),
    },
  }
}

function done(which: DeskListName, query: string, code = 'sparat'): string {
  const address = new URLSearchParams(query)
  address.set('klart', code)
  return `${deskPaths[which]}?${address.toString()}`
}

/** What saved views of the lists count, for the rail and the API. */
export const viewedLists: readonly ViewedList[] = (['queue', 'cases'] as const).map((which) => ({
  list: which,
  access: which === 'queue' ? 'case.queue' : 'case.list',
  path: deskPaths[which],
  async count(view, query) {
    const shown = readDeskList(which, query)
    return deskCount(view, which, shown.state, await foundCases(view, shown.search))
  },
}))

async function showList(view: View, visit: Visit, which: DeskListName): Promise<Screen> {
  const { lang } = visit
  const text = deskText[lang]
  const shown = readDeskList(
    which,
    visit.attempt
      ? new URLSearchParams(visit.attempt.values['tillbaka']?.[0] ?? visit.attempt.values['lista']?.[0] ?? '')
      : visit.query,
  )
  const works = mayEver(view.actor, 'case.queue') && view.actor.unitIds.length > 0
  const ids = await foundCases(view, shown.search)
  const page = await deskPage(view, which, shown.state, ids)
  const clocks = await readClocksOfMany(
    view,
    page.rows.map((row) => row.case_id),
  )
  const groups = isGrouped(shown) ? await countGroups(view, shown.state, ids) : null
  const choices = await filterChoices(view, lang)
  const unit = await deskUnit(view)
  const saved = (await savedViews(view, which)).find((one) => one.query === viewQuery(queryTo(shown)))
  const outcome = await outcomeOf(view, visit.query.get('gjort'))
  const units = works ? await unitsThatTakeCases(view) : []
  const handlers = works && unit ? await handlersOf(view, unit.unitId) : []
  const topics = view.actor.unitIds.slice(0, 20).map((one) => `unit:${one}`)
  const total = page.total.exact ? formatNumber(page.total.count, lang) : `${formatNumber(page.total.count, lang)}+`
  return {
    title: saved?.name ?? text.titles[which],
    layout: 'desk',
    current: currentKey(shown, saved),
    topics,
    main: (
      <>
        <LiveRegion id="listhuvud" topics={topics}>
          <PageHead
            title={saved?.name ?? text.titles[which]}
            under={<p>{headWords(view, visit, shown, unit, page.total.count, total)}</p>}
            actions={<ListActions view={view} visit={visit} shown={shown} saved={saved} unit={unit} />}
          />
        </LiveRegion>
        <Messages visit={visit} shown={shown} />
        {outcome && <OutcomeNotice visit={visit} outcome={outcome} />}
        <ListTools visit={visit} shown={shown} choices={choices} />
        <LiveRegion id="lista" topics={topics}>
          <CaseTable
            view={view}
            visit={visit}
            shown={shown}
            page={page}
            clocks={clocks}
            groups={groups}
            selectable={works}
            selected={selectedRows(visit, outcome)}
          />
          {page.rows.length > 0 && (
            <Pager
              lang={lang}
              shown={formatNumber(page.rows.length, lang)}
              total={total}
              nextHref={page.next ? visit.href(addressTo(shown, { cursor: page.next })) : undefined}
              firstHref={shown.state.cursor ? visit.href(addressTo(shown)) : undefined}
            />
          )}
        </LiveRegion>
        {works && page.rows.length > 0 && (
          <CaseBulkBar
            visit={visit}
            path={shown.path}
            back={queryTo(shown)}
            handlers={handlers.map((one) => ({ value: one.personId, label: one.name }))}
            units={unitOptions(units)}
          />
        )}
        <KeyHints
          lang={lang}
          hints={text.keyHints
            .filter(([keys]) => works || keys.some((key) => reading.has(key)))
            .map(([keys, words]) => ({ keys, words }))}
        />
        {!works && <Hidden>{text.readOnly}</Hidden>}
      </>
    ),
  }
}

function selectedRows(visit: Visit, outcome: Awaited<ReturnType<typeof outcomeOf>>): ReadonlySet<string> {
  return new Set(visit.attempt ? visit.attempt.values['arende'] : outcome?.failed.map((one) => one.caseId))
}

function headWords(
  view: View,
  visit: Visit,
  shown: DeskList,
  unit: { name: string } | null,
  count: number,
  total: string,
): string {
  const { lang } = visit
  const text = deskText[lang]
  const narrowed = Object.keys(shown.state.filters).length > 0 || shown.search !== ''
  const where = narrowed
    ? text.casesChosen(count, total)
    : shown.which === 'queue' && unit
      ? text.openIn(count, total, unit.name)
      : text.casesInAll(count, total)
  return `${where} · ${longDate(view.today, view.today, lang)} ${view.today.year} ${text.at} ${timeOfDay(view.now, lang)}`
}

/** Keys that are of use to whoever only reads. */
const reading = new Set(['J', 'Enter', '?'])

/** Which entry of the rail the list is: a saved view, or one of those the unit always has. */
function currentKey(shown: DeskList, saved: SavedView | undefined): string {
  if (saved) return viewKey(saved.viewId)
  if (shown.which === 'cases') return 'all'
  const { filters } = shown.state
  const keys = Object.keys(filters)
  const only =
    keys.length === 1 && shown.search === '' ? `${keys[0] ?? ''}=${filters[keys[0] ?? '']?.join() ?? ''}` : ''
  return (
    {
      'ansvarig=jag': 'mine',
      'ansvarig=ingen': 'unowned',
      'lofte=brutet': 'broken',
      'lofte=idag': 'today',
      'lofte=tyst': 'silent',
    }[only] ?? 'queue'
  )
}

function Messages({ visit, shown }: { readonly visit: Visit; readonly shown: DeskList }) {
  const { lang, attempt } = visit
  return (
    <>
      {attempt && (
        <div class="mb5">
          <ErrorSummary
            lang={lang}
            title={attempt.refusal.problems.length > 0 ? undefined : attempt.refusal.words[lang]}
            errors={
              attempt.refusal.problems.length > 0
                ? attempt.refusal.problems.map((one) => ({
                    field: fieldIds[one.field] ?? `massa-${one.field}`,
                    message: one[lang],
                  }))
                : [{ field: 'rader', message: attempt.refusal.words[lang] }]
            }
          />
        </div>
      )}
      {shown.misread.map((words) => (
        <Notice tone="warn" live="alert" class="mb5">
          {words[lang]}
        </Notice>
      ))}
    </>
  )
}

const fieldIds: Readonly<Record<string, string>> = { namn: 'vynamn', name: 'vynamn', arende: 'rader' }
