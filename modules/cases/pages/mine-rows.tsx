// The rows of one's own cases, or of those of one's customer: what it is about, its state and its promise. Cards on a phone.
import { localDate, shortDate } from '#basics/dates'
import { kronor } from '#basics/money'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { DataTable, Empty, LinkButton, RowLink } from '#ui'
import type { Column, SortLink } from '#ui'
import type { StoredClock } from '../clocks.ts'
import type { CaseListRow } from '../list.ts'
import { clockOfRow, RowClock, StateTag } from './case-marks.tsx'
import { addressTo, paths } from './mine-state.ts'
import type { Shown } from './mine-state.ts'
import { caseHref } from './mine-words.tsx'
import { portalText } from './portal-text.ts'

interface RowsProps {
  readonly view: View
  readonly visit: Visit
  readonly shown: Shown
  readonly rows: readonly CaseListRow[]
  readonly clocks: ReadonlyMap<string, readonly StoredClock[]>
}

export function CaseRows({ view, visit, shown, rows, clocks }: RowsProps) {
  const { lang } = visit
  const text = portalText[lang]
  const sort = (key: string): SortLink => {
    const now = shown.state.sort === key
    return {
      href: visit.href(addressTo(shown, { sort: key, descending: now ? !shown.state.descending : key === 'received' })),
      ...(now ? { direction: shown.state.descending ? ('descending' as const) : ('ascending' as const) } : {}),
    }
  }
  const clock = (row: CaseListRow) => clockOfRow(clocks.get(row.case_id) ?? [], row.clock_kind)
  const columns: (Column<CaseListRow> | false)[] = [
    {
      head: text.case,
      rowHead: true,
      phone: 'title',
      cell: (row) => (
        <>
          <RowLink href={caseHref(visit, row)}>{row.title}</RowLink>
          <span class="sm mute block">
            {row.number} · {row.service}
          </span>
        </>
      ),
    },
    shown.which === 'customers' && {
      head: text.askedBy,
      cell: (row) => (
        <>
          {row.requester}
          {view.actor.customers.length > 1 && <span class="sm mute block">{row.customer}</span>}
        </>
      ),
    },
    {
      head: text.state,
      cell: (row) => (
        <StateTag lang={lang} state={row.state} waitingFor={row.waiting_for} customer={shown.which === 'mine'} />
      ),
    },
    {
      head: text.promise,
      sort: sort('due'),
      cell: (row) => <RowClock lang={lang} state={row.state} stored={clock(row)} now={view.now} />,
    },
    shown.which === 'customers' && {
      head: text.cost,
      number: true,
      cell: (row) =>
        row.expected_ore === null ? '' : kronor(row.expected_ore, lang, row.expected_ore % 100n === 0n ? 'kr' : 'ore'),
    },
    {
      head: text.receivedAt,
      sort: sort('received'),
      cell: (row) => <span class="nowrap">{shortDate(localDate(row.received_at), view.today, lang)}</span>,
    },
  ]
  return (
    <DataTable
      lang={lang}
      caption={text.titles[shown.which]}
      look="cards"
      rows={rows}
      rowId={(row) => row.case_id}
      keys
      columns={columns.filter((column) => column !== false)}
      empty={<NoRows visit={visit} shown={shown} />}
    />
  )
}

function NoRows({ visit, shown }: { readonly visit: Visit; readonly shown: Shown }) {
  const text = portalText[visit.lang]
  if (shown.search !== '')
    return (
      <Empty
        title={text.emptySearch(shown.search)}
        icon="search"
        action={
          <LinkButton href={visit.href(`${paths[shown.which]}?visa=alla&q=${encodeURIComponent(shown.search)}`)}>
            {text.tabs.all}
          </LinkButton>
        }
      >
        {text.emptySearchHelp}
      </Empty>
    )
  const [title, help] = text.empty[shown.which]
  return (
    <Empty
      title={title}
      icon="folder-open"
      action={shown.which === 'mine' ? <LinkButton href={visit.href('/bestall')}>{text.newOne}</LinkButton> : undefined}
    >
      {help}
    </Empty>
  )
}
