// A register: one list definition with its query, and from it everything a list owes its readers – the rows of a page, of
// a file and of the API, addresses of the same list with something changed, and the count of a saved view. A page draws
// it with Register (#ui).
import { localDate, readDate } from '#basics/dates'
import { isId } from '#basics/id'
import type { Words } from '#basics/refusal'
import type { View } from './act.ts'
import { formOf } from './http/query-state.ts'
import type { DownloadPage } from './http/site.ts'
import type { ListDefinition, ListFilter, ListPage, ListState } from './list.ts'
import { addressOf, fetchAll, fetchPage, readState, shownColumns } from './list.ts'
import type { ViewedList } from './saved-views.ts'
import { CSV_MEDIA_TYPE, toCsv } from './spreadsheet/csv.ts'
import type { Table } from './spreadsheet/table.ts'
import { toXlsx, XLSX_MEDIA_TYPE } from './spreadsheet/xlsx.ts'

type PlainDate = Temporal.PlainDate

export interface Register<R> {
  readonly list: ListDefinition<R>
  /** Below the tenant. */
  readonly path: string
  readonly access: string
  /** Names the sheet and the file. */
  readonly title: Words
  /** The filtered query, read on a day; it neither orders nor limits itself. */
  query(view: View, state: ListState, on: PlainDate): unknown
}

export interface RegisterReading {
  readonly state: ListState
  /** The day it is read on: today unless `datum` says another. */
  readonly on: PlainDate
  /** What of the address could not be read, by filter. */
  readonly misread: readonly { readonly filter: string; readonly typed: string; readonly words: Words }[]
}

/** Filter that says which day a register is read on. */
export const dayFilter: ListFilter = { key: 'datum', label: { sv: 'Den dag', en: 'On the day' }, reads: 'day' }

/** Reads the address: unknown choices are left out, a day that does not exist is kept as it was typed and said. */
export function readRegister<R>(register: Register<R>, view: View, query: URLSearchParams): RegisterReading {
  const { list } = register
  const tidy = new URLSearchParams(query)
  const columns = query
    .getAll('kolumner')
    .flatMap((value) => value.split(','))
    .filter((key) => list.columns.some((column) => column.key === key))
  tidy.delete('kolumner')
  if (columns.length > 0) tidy.set('kolumner', [...new Set(columns)].join(','))
  const state = readState(list, tidy)
  const misread: { filter: string; typed: string; words: Words }[] = []
  const filters: Record<string, readonly string[]> = {}
  for (const filter of list.filters) {
    const kept = (state.filters[filter.key] ?? []).flatMap((value) => {
      const read = readChoice(filter, value)
      if (typeof read === 'object') misread.push({ filter: filter.key, typed: value, words: read })
      return typeof read === 'string' ? [read] : []
    })
    if (kept.length > 0) filters[filter.key] = kept
  }
  const day = filters[dayFilter.key]?.[0]
  return { state: { ...state, filters }, on: day ? Temporal.PlainDate.from(day) : view.today, misread }
}

function readChoice(filter: ListFilter, value: string): string | Words | undefined {
  if (filter.options) return filter.options.some((option) => option.value === value) ? value : undefined
  if (filter.reads === 'id') return isId(value) ? value : undefined
  if (filter.reads !== 'day') return value.slice(0, 200)
  const reading = readDate(value)
  return reading.ok ? reading.value.toString() : { sv: reading.sv, en: reading.en }
}

export async function rowsOf<R>(view: View, register: Register<R>, reading: RegisterReading): Promise<ListPage<R>> {
  return fetchPage(view.tx, register.list, reading.state, await register.query(view, reading.state, reading.on))
}

/** For the API: the same filters, order and cursor as the page, from the operation's query. */
export async function answerOf<R, A>(
  view: View,
  register: Register<R>,
  query: Readonly<Record<string, unknown>> | undefined,
  asAnswer: (row: R) => A,
): Promise<{ rows: A[]; next: string | null; total: { count: number; exact: boolean } }> {
  const page = await rowsOf(view, register, readRegister(register, view, formOf(query)))
  return { rows: page.rows.map(asAnswer), next: page.next, total: page.total }
}

/** `?kund=…&sort=-from` of the same list with something changed; from its first page unless a cursor is given. */
export function addressIn<R>(register: Register<R>, state: ListState, change: Partial<ListState> = {}): string {
  const { list, path } = register
  const next = { ...state, cursor: null, ...change }
  const query = new URLSearchParams(addressOf(state, list.defaultSort, change))
  const usual = next.descending === (list.sorts[list.defaultSort]?.startsDescending ?? false)
  if (next.sort === list.defaultSort && usual) query.delete('sort')
  else query.set('sort', (next.descending ? '-' : '') + next.sort)
  const written = query.toString()
  return written ? `${path}?${written}` : path
}

/** Every row that the address selects, as CSV and as a workbook, with real numbers and dates. */
export function filesOf<R>(register: Register<R>): DownloadPage[] {
  return (['csv', 'xlsx'] as const).map((ending) => ({
    path: `${register.path}/rader.${ending}`,
    access: register.access,
    async make(view, { query, lang }) {
      const { state, on } = readRegister(register, view, query)
      const rows = await fetchAll(register.list, state, await register.query(view, state, on))
      const columns = shownColumns(register.list, state)
      const table: Table = {
        title: register.title[lang],
        columns: columns.map(({ key, label, kind }) => ({ key, title: label[lang], kind })),
        rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column.key, column.value(row, lang)]))),
      }
      const name = `${register.title[lang].toLowerCase().replaceAll(' ', '-')}-${localDate(view.now)}.${ending}`
      return ending === 'csv'
        ? { name, type: CSV_MEDIA_TYPE, bytes: await toCsv(table) }
        : { name, type: XLSX_MEDIA_TYPE, bytes: await toXlsx(table) }
    },
  }))
}

/** So that its views can be saved. */
export function viewedList<R>(register: Register<R>): ViewedList {
  return {
    list: register.list.key,
    access: register.access,
    path: register.path,
    async count(view, query) {
      const { state, on } = readRegister(register, view, query)
      const first = { ...state, limit: 1, cursor: null }
      return (await fetchPage(view.tx, register.list, first, await register.query(view, first, on))).total.count
    },
  }
}
