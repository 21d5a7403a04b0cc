// One query path serves list, search, count, export and print. A list declares its columns, its sorts (each on an index)
// and its filters; its state is its address, so every view can be shared, saved and bookmarked. Pages go by cursor, and
// the total is exact to 10 000 and "10 000+" beyond.
import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Lang } from '#basics/lang'
import type { Words } from '#basics/refusal'
import { refuse } from '#basics/refusal'
import type { DB, Tx } from './db/tx.ts'
import { Ways } from './ways.ts'

export type CellKind = 'text' | 'number' | 'date' | 'instant' | 'amountOre' | 'quantity'
export type CellValue = string | number | bigint | Temporal.Instant | Temporal.PlainDate | null

export interface ListColumn<R> {
  readonly key: string
  readonly label: Words
  readonly kind: CellKind
  /** In Swedish unless a language is given; only words differ. */
  value(row: R, lang?: Lang): CellValue
  /** Key of the sort a click on the heading gives. */
  readonly sort?: string
  /** Not shown until chosen. */
  readonly extra?: boolean
}

export interface SortKey<R> {
  /** e.g. `c.due_at` */
  readonly column: string
  readonly nullable?: boolean
  of(row: R): Temporal.Instant | Temporal.PlainDate | string | number | bigint | null
}

export interface ListSort<R> {
  readonly label: Words
  readonly by: SortKey<R>
  readonly startsDescending?: boolean
}

export interface ListFilter {
  readonly key: string
  readonly label: Words
  /** Choices to offer; absent = free text or a date. */
  readonly options?: readonly { readonly value: string; readonly label: Words }[]
  readonly many?: boolean
  /** Without choices: an id or a day; what is neither is left out or said. */
  readonly reads?: 'id' | 'day'
}

export interface ListDefinition<R> {
  /** Stable name: saved views and exports are kept under it. */
  readonly key: string
  readonly columns: readonly ListColumn<R>[]
  readonly sorts: Readonly<Record<string, ListSort<R>>>
  readonly defaultSort: string
  readonly filters: readonly ListFilter[]
  /** The unique last sort key, e.g. `c.case_id`. */
  readonly tieBreak: { readonly column: string; of(row: R): string }
}

export interface ListState {
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sort: string
  readonly descending: boolean
  readonly columns: readonly string[] | null
  readonly cursor: string | null
  readonly limit: number
}

export interface ListTotal {
  readonly count: number
  /** False beyond 10,000. */
  readonly exact: boolean
}

export interface ListPage<R> {
  readonly rows: readonly R[]
  readonly next: string | null
  readonly total: ListTotal
}

const exactTo = 10_000
const exportLimit = 50_000

/** Reads the address: `?status=new&enhet=…&sort=-due&kolumner=a,b&cursor=…&limit=50`. Unknown names are left to the page. */
export function readState<R>(list: ListDefinition<R>, query: URLSearchParams): ListState {
  const filters: Record<string, string[]> = {}
  for (const filter of list.filters) {
    const values = query
      .getAll(filter.key)
      .flatMap((value) => (filter.many ? value.split(',') : [value]))
      .filter((value) => value !== '')
      .slice(0, 50)
    if (values.length > 0) filters[filter.key] = values
  }
  const asked = query.get('sort') ?? ''
  const name = asked.replace(/^-/, '')
  const known = list.sorts[name]
  const sort = known ? name : list.defaultSort
  const descending = known ? asked.startsWith('-') : (list.sorts[list.defaultSort]?.startsDescending ?? false)
  const limit = Number(query.get('limit') ?? 50)
  return {
    filters,
    sort,
    descending,
    columns: query.get('kolumner')?.split(',').filter(Boolean) ?? null,
    cursor: query.get('cursor'),
    limit: Number.isInteger(limit) && limit >= 1 && limit <= 200 ? limit : 50,
  }
}

/** The address of a state, with changes; dropping the cursor unless it is given. */
export function addressOf(state: ListState, defaultSort: string, change: Partial<ListState> = {}): string {
  const next = { ...state, cursor: null, ...change }
  const query = new URLSearchParams()
  for (const [key, values] of Object.entries(next.filters)) for (const value of values) query.append(key, value)
  if (next.sort !== defaultSort || next.descending) query.set('sort', (next.descending ? '-' : '') + next.sort)
  if (next.columns) query.set('kolumner', next.columns.join(','))
  if (next.cursor) query.set('cursor', next.cursor)
  if (next.limit !== 50) query.set('limit', String(next.limit))
  const text = query.toString()
  return text ? `?${text}` : ''
}

export function shownColumns<R>(list: ListDefinition<R>, state: ListState): readonly ListColumn<R>[] {
  const chosen = state.columns
  return chosen
    ? list.columns.filter((column) => chosen.includes(column.key))
    : list.columns.filter((column) => !column.extra)
}

type Query<R> = SelectQueryBuilder<DB, keyof DB, R>

/** Fetches one page of a filtered query, or of the ways to its rows. The query must not order or limit itself. */
export async function fetchPage<R>(
  tx: Tx,
  list: ListDefinition<R>,
  state: ListState,
  query: unknown,
): Promise<ListPage<R>> {
  const first = (of: Query<R>): Query<R> => ordered(list, state, afterCursor(list, state, of)).limit(state.limit + 1)
  const rows = (await first(rowsOf(list, query, first))
    .execute()
    .catch((error: unknown) => badCursor(state, error))) as R[]
  const page = rows.slice(0, state.limit)
  const last = page.at(-1)
  const more = rows.length > state.limit && last !== undefined
  const total = !more && state.cursor === null ? { count: page.length, exact: true } : await countRows(tx, list, query)
  return { rows: page, next: more ? cursorAfter(list, state, last) : null, total }
}

/** Every row of the filtered query, in order, for an export; refused when there are too many to be of use. */
export async function fetchAll<R>(list: ListDefinition<R>, state: ListState, query: unknown): Promise<readonly R[]> {
  const first = (of: Query<R>): Query<R> => ordered(list, state, of).limit(exportLimit + 1)
  const rows = (await first(rowsOf(list, query, first)).execute()) as R[]
  if (rows.length > exportLimit)
    refuse({
      code: 'too_many_rows',
      status: 422,
      sv: 'Urvalet har fler än 50 000 rader. Smalna av det och exportera igen.',
      en: 'The selection has more than 50,000 rows. Narrow it and export again.',
    })
  return rows
}

function rowsOf<R>(list: ListDefinition<R>, query: unknown, first: (of: Query<R>) => Query<R>): Query<R> {
  return query instanceof Ways ? query.rows(list.tieBreak.column, first) : (query as Query<R>)
}

/** How many rows there are: exact to 10,000 and no further. */
export async function countRows<R>(tx: Tx, list: ListDefinition<R>, query: unknown): Promise<ListTotal> {
  const first = (of: Query<R>): Query<R> => of.limit(exactTo + 1)
  const some =
    query instanceof Ways
      ? query.keys(list.tieBreak.column, first)
      : sql`${first((query as Query<R>).clearSelect() as Query<R>).select(sql<number>`1`.as('one') as never)}`
  const counted = await sql<{ n: bigint }>`select count(*) as n from (${some}) as counted`.execute(tx)
  const found = Number(counted.rows[0]?.n ?? 0)
  return found > exactTo ? { count: exactTo, exact: false } : { count: found, exact: true }
}

function ordered<R>(list: ListDefinition<R>, state: ListState, query: Query<R>): Query<R> {
  const sort = list.sorts[state.sort]
  const direction = state.descending ? sql`desc` : sql`asc`
  const keyed = sort ? query.orderBy(sql`${sql.ref(sort.by.column)} ${direction}`) : query
  return keyed.orderBy(sql`${sql.ref(list.tieBreak.column)} ${direction}`)
}

interface Cursor {
  readonly s: string
  readonly v: string | null
  readonly i: string
}

function cursorAfter<R>(list: ListDefinition<R>, state: ListState, row: R): string {
  const value = list.sorts[state.sort]?.by.of(row) ?? null
  const cursor: Cursor = {
    s: (state.descending ? '-' : '') + state.sort,
    v: value === null ? null : String(value),
    i: list.tieBreak.of(row),
  }
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

function readCursor(state: ListState): Cursor | undefined {
  if (!state.cursor) return undefined
  try {
    const cursor = JSON.parse(Buffer.from(state.cursor, 'base64url').toString()) as Cursor
    if (cursor.s === (state.descending ? '-' : '') + state.sort && typeof cursor.i === 'string') return cursor
  } catch {
    // falls through to the refusal: a cursor is ours or it is not
  }
  return refuseCursor()
}

/** A forged cursor can hold what is no date and no id: the database says so (class 22, data exception). */
function badCursor(state: ListState, error: unknown): never {
  const code = (error as { code?: unknown }).code
  if (state.cursor !== null && typeof code === 'string' && code.startsWith('22')) return refuseCursor()
  throw error
}

function refuseCursor(): never {
  return refuse({
    code: 'bad_cursor',
    status: 422,
    field: 'cursor',
    sv: 'Sidan går inte att hitta. Börja om från listans början.',
    en: 'That page cannot be found. Start from the beginning of the list.',
  })
}

function afterCursor<R>(list: ListDefinition<R>, state: ListState, query: Query<R>): Query<R> {
  const cursor = readCursor(state)
  const sort = list.sorts[state.sort]
  if (!cursor || !sort) return query
  const column = sql.ref(sort.by.column)
  const tie = sql.ref(list.tieBreak.column)
  const beyond = state.descending ? sql`<` : sql`>`
  // Ascending order puts null last, descending puts it first (PostgreSQL's own rule).
  if (cursor.v === null)
    return query.where(
      state.descending
        ? sql<boolean>`((${column} is null and ${tie} < ${cursor.i}) or ${column} is not null)`
        : sql<boolean>`(${column} is null and ${tie} > ${cursor.i})`,
    )
  const after = sql<boolean>`(${column}, ${tie}) ${beyond} (${cursor.v}, ${cursor.i})`
  return query.where(sort.by.nullable && !state.descending ? sql<boolean>`(${after} or ${column} is null)` : after)
}
