// What a list of the desk shows is its address: filters, order, columns and search words are read out of it here, and
// addresses of the same list with something changed are made here. What does not belong in a filter is left out.
import { readDate } from '#basics/dates'
import type { Words } from '#basics/refusal'
import { isId } from '#basics/id'
import type { ListColumn, ListDefinition, ListState } from '#platform/list'
import { addressOf, readState, shownColumns } from '#platform/list'
import type { CaseListRow } from '../list.ts'
import { caseList, queueList } from '../list.ts'

export type DeskListName = 'queue' | 'cases'

export interface DeskList {
  readonly which: DeskListName
  readonly list: ListDefinition<CaseListRow>
  /** Below the tenant. */
  readonly path: string
  readonly state: ListState
  /** Words searched for, or empty. */
  readonly search: string
  /** Dates in the address that could not be read, with words about it. */
  readonly misread: readonly Words[]
}

export const deskPaths = { queue: '/arenden/ko', cases: '/arenden' } as const

const ids = new Set(['enhet', 'tjanst', 'kund', 'plats'])
const dates = new Set(['fran', 'till'])

/** Reads `?status=new&kolumner=title&kolumner=due&q=…`; a form sends a column at a time, a link all in one. */
export function readDeskList(which: DeskListName, query: URLSearchParams): DeskList {
  const list = which === 'queue' ? queueList : caseList
  const tidy = new URLSearchParams(query)
  const columns = query
    .getAll('kolumner')
    .flatMap((value) => value.split(','))
    .filter((key) => list.columns.some((column) => column.key === key))
  tidy.delete('kolumner')
  if (columns.length > 0) tidy.set('kolumner', [...new Set(columns)].join(','))
  const state = readState(list, tidy)
  const misread: Words[] = []
  const filters: Record<string, readonly string[]> = {}
  for (const [key, values] of Object.entries(state.filters)) {
    const kept = values.flatMap((value) => readFilter(list, key, value, misread))
    if (kept.length > 0) filters[key] = kept
  }
  return {
    which,
    list,
    path: deskPaths[which],
    state: { ...state, filters },
    search: (query.get('q') ?? '').trim().slice(0, 200),
    misread,
  }
}

function readFilter(list: ListDefinition<CaseListRow>, key: string, value: string, misread: Words[]): string[] {
  if (ids.has(key)) return isId(value) ? [value] : []
  if (key === 'ansvarig') return value === 'jag' || value === 'ingen' || isId(value) ? [value] : []
  if (dates.has(key)) {
    const reading = readDate(value)
    if (reading.ok) return [reading.value.toString()]
    misread.push(reading)
    return []
  }
  return list.filters.find((filter) => filter.key === key)?.options?.some((option) => option.value === value)
    ? [value]
    : []
}

/** The address of the list below the tenant, with changes; from the first page unless a cursor is given. */
export function addressTo(shown: DeskList, change: Partial<ListState> & { readonly search?: string } = {}): string {
  return shown.path + queryTo(shown, change)
}

export function queryTo(
  shown: DeskList,
  { search = shown.search, ...change }: Partial<ListState> & { readonly search?: string } = {},
): string {
  const address = new URLSearchParams(addressOf(shown.state, shown.list.defaultSort, change))
  // The default order turned round says so in the address: a descending list keeps its minus.
  const next = { ...shown.state, ...change }
  const usual =
    next.sort === shown.list.defaultSort && next.descending === (shown.list.sorts[next.sort]?.startsDescending ?? false)
  if (usual) address.delete('sort')
  else address.set('sort', (next.descending ? '-' : '') + next.sort)
  if (search) address.set('q', search)
  const text = address.toString()
  return text ? `?${text}` : ''
}

/** The list with one filter set to other values, or without it. */
export function withFilter(shown: DeskList, key: string, values: readonly string[]): string {
  const { [key]: _gone, ...rest } = shown.state.filters
  return addressTo(shown, { filters: values.length > 0 ? { ...rest, [key]: values } : rest })
}

/** Fields that carry the list's state through a form which changes some of it. */
export function carried(shown: DeskList, but: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, value] of new URLSearchParams(queryTo(shown)))
    if (!but.includes(key)) kept[key] = key in kept ? `${kept[key] ?? ''},${value}` : value
  return kept
}

/** What the desk shows until somebody chooses: the row carries number and customer under its title. */
const usualColumns: Readonly<Record<DeskListName, readonly string[]>> = {
  queue: ['title', 'service', 'state', 'due', 'owner', 'latest'],
  cases: ['title', 'service', 'state', 'due', 'owner', 'received'],
}

export function columnsOnScreen(shown: DeskList): readonly string[] {
  return shown.state.columns ?? usualColumns[shown.which]
}

/** An export has the columns chosen, or the list's own. */
export function columnsInFile(shown: DeskList): readonly ListColumn<CaseListRow>[] {
  return shownColumns(shown.list, shown.state)
}
