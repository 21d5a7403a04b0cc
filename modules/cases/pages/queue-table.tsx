// The rows of a list of cases: title with number and customer under it, state, promise and who has it; grouped by promise
// as long as the list stands in the order of the promise. Cards on a phone.
import type { ComponentChildren } from 'preact'
import type { Id } from '#basics/id'
import type { Lang } from '#basics/lang'
import { mayEver } from '#platform/access'
import type { View } from '#platform/act'
import type { ListPage } from '#platform/list'
import type { Visit } from '#platform/http/site'
import { DataTable, Empty, formatNumber, LinkButton, RowLink, Who } from '#ui'
import type { Column, IconName, RowGroup, SortLink } from '#ui'
import { caseStates, stateWords } from '../case.ts'
import type { StoredClock } from '../clocks.ts'
import type { PromiseGroup } from '../desk-queries.ts'
import { promiseGroupOf, promiseGroups } from '../desk-queries.ts'
import type { CaseListRow } from '../list.ts'
import { channelWords, clockKindWords, kindWords, priorityWords } from '../words.ts'
import { clockOfRow, glanceAt, RowClock, StateTag } from './case-marks.tsx'
import { deskText } from './desk-text.ts'
import type { DeskList } from './queue-state.ts'
import { addressTo, columnsOnScreen } from './queue-state.ts'

export const bulkForm = 'massa'

export interface CaseTableProps {
  readonly view: View
  readonly visit: Visit
  readonly shown: DeskList
  readonly page: ListPage<CaseListRow>
  readonly clocks: ReadonlyMap<Id, readonly StoredClock[]>
  readonly groups: Readonly<Record<PromiseGroup, number>> | null
  readonly selectable: boolean
  readonly selected: ReadonlySet<Id>
}

const groupLook: Readonly<Record<PromiseGroup, { icon: IconName; tone?: 'bad' | 'warn' }>> = {
  broken: { icon: 'circle-x', tone: 'bad' },
  today: { icon: 'alarm-clock', tone: 'warn' },
  later: { icon: 'calendar-days' },
  none: { icon: 'circle-dot' },
  approval: { icon: 'user-check' },
  paused: { icon: 'pause' },
}

export function CaseTable(props: CaseTableProps) {
  const { view, visit, shown, page, groups } = props
  const { lang } = visit
  const text = deskText[lang]
  const byGroup = groups ? Map.groupBy(page.rows, (row) => promiseGroupOf(view, row)) : null
  const table = groups
    ? {
        groups: promiseGroups.map((key): RowGroup<CaseListRow> => ({
          heading: text.groups[key],
          count: formatNumber(groups[key], lang),
          ...groupLook[key],
          rows: byGroup?.get(key) ?? [],
        })),
      }
    : { rows: page.rows }
  return (
    <DataTable
      lang={lang}
      caption={groups ? text.captionGrouped : text.caption}
      look="queue"
      keys
      id="rader"
      columns={columnsOf(props)}
      {...table}
      rowId={(row) => row.case_id}
      {...(props.selectable
        ? {
            select: {
              name: 'arende',
              form: bulkForm,
              total: String(page.rows.length),
              value: (row: CaseListRow) => row.case_id,
              label: (row: CaseListRow) => row.number,
              selected: props.selected,
            },
          }
        : {})}
      empty={<EmptyList visit={visit} shown={shown} />}
    />
  )
}

function EmptyList({ visit, shown }: { readonly visit: Visit; readonly shown: DeskList }) {
  const text = deskText[visit.lang]
  const narrowed = Object.keys(shown.state.filters).length > 0 || shown.search !== ''
  if (narrowed)
    return (
      <Empty
        title={text.emptyFiltered}
        icon="list-filter"
        action={<LinkButton href={visit.href(shown.path)}>{text.clearFilters}</LinkButton>}
      >
        {text.emptyFilteredHelp}
      </Empty>
    )
  return (
    <Empty
      title={shown.which === 'queue' ? text.emptyQueue : text.emptyCases}
      action={
        mayEver(visit.actor, 'case.register') && (
          <LinkButton href={visit.href('/arenden/nytt')}>{text.newCase}</LinkButton>
        )
      }
    >
      {shown.which === 'queue' ? text.emptyQueueHelp : text.emptyCasesHelp}
    </Empty>
  )
}

function columnsOf({ view, visit, shown, clocks }: CaseTableProps): Column<CaseListRow>[] {
  const keys = columnsOnScreen(shown)
  const { lang } = visit
  const definition = shown.list.columns.filter((column) => column.key === 'title' || keys.includes(column.key))
  const inOrder = shown.state.columns
    ? definition
    : keys.flatMap((key) => definition.filter((column) => column.key === key))
  return inOrder.map((column) => {
    const sort = column.sort ? sortLink(visit, shown, column.sort) : undefined
    const number = column.kind !== 'text' && column.key !== 'due'
    return {
      head: column.label[lang],
      ...(column.key === 'title'
        ? { class: 'case', phone: 'title' as const }
        : onPhone.has(column.key)
          ? {}
          : { phone: 'hide' as const, ...(brief.has(column.key) ? { class: 'brief' } : {}) }),
      ...(number ? { number: true } : {}),
      ...(sort ? { sort } : {}),
      cell: (row: CaseListRow) =>
        cell(column.key, row, { view, visit, clock: clockOfRow(clocks.get(row.case_id) ?? [], row.clock_kind) }),
    }
  })
}

const onPhone = new Set(['title', 'state', 'due'])
/** Words of any length: two lines at most. */
const brief = new Set(['service', 'customer', 'place', 'category', 'unit'])

/** A heading turns the order round, or takes it over in the direction it usually has. */
function sortLink(visit: Visit, shown: DeskList, sort: string): SortLink {
  const current = shown.state.sort === sort
  const descending = current ? !shown.state.descending : (shown.list.sorts[sort]?.startsDescending ?? false)
  return {
    href: visit.href(addressTo(shown, { sort, descending })),
    ...(current ? { direction: shown.state.descending ? ('descending' as const) : ('ascending' as const) } : {}),
  }
}

interface CellFacts {
  readonly view: View
  readonly visit: Visit
  readonly clock: StoredClock | undefined
}

function cell(key: string, row: CaseListRow, { view, visit, clock }: CellFacts): ComponentChildren {
  const { lang } = visit
  const href = visit.href(`/arenden/${row.number || row.case_id}`)
  switch (key) {
    case 'title':
      return (
        <>
          <RowLink href={href}>{row.title}</RowLink>
          <span class="sub1">{[row.number, row.customer].filter(Boolean).join(' · ')}</span>
        </>
      )
    case 'state':
      return <StateTag lang={lang} state={row.state} waitingFor={row.waiting_for} />
    case 'due':
      return <RowClock lang={lang} state={row.state} stored={clock} now={view.now} href={`${href}#klocka`} />
    case 'owner':
      return (
        <Who
          lang={lang}
          name={
            row.owner_id !== null && row.owner_id === view.actor.personId
              ? deskText[lang].you
              : row.owner === null
                ? undefined
                : shortName(row.owner)
          }
        />
      )
    case 'latest':
      return <span class="mute nowrap">{glanceAt(row.latest_at, view.now, lang)}</span>
    case 'received':
    case 'done': {
      const at = key === 'done' ? row.done_at : row.received_at
      return at && <span class="mute nowrap">{glanceAt(at, view.now, lang)}</span>
    }
    default:
      // A slash is a good place to part a long word.
      return <span>{plainValue(key, row, lang)?.replaceAll('/', '/\u200b')}</span>
  }
}

/** `A. Linde`: enough for those who work together; the case has the whole name. */
function shortName(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  return rest.length === 0 ? name : `${first.slice(0, 1)}. ${rest.join(' ')}`
}

/** A value as a word or figure, also for exports in the other language. */
export function plainValue(key: string, row: CaseListRow, lang: Lang): string | null {
  switch (key) {
    case 'kind':
      return kindWords[row.kind][lang]
    case 'state':
      return caseStates.includes(row.state) ? stateWords[row.state][lang] : row.state
    case 'promise':
      return row.clock_kind ? clockKindWords[row.clock_kind][lang] : null
    case 'priority':
      return priorityWords[row.priority][lang]
    case 'channel':
      return channelWords[row.channel][lang]
    case 'cost':
      return row.expected_ore === null ? null : `${formatNumber(row.expected_ore / 100n, lang)} kr`
    case 'rating':
      return row.rating === null ? null : (deskText[lang].ratings[row.rating - 1] ?? null)
    default: {
      const value = (row as unknown as Readonly<Record<string, unknown>>)[key]
      return typeof value === 'string' ? value : null
    }
  }
}
