// The gate of the hot lists. Every statement a page or an operation sends is asked for its plan and run, as the
// application's role behind the policies, on a filled database. Refused are a scan of a whole large table – also one
// inside a policy or a function – a sort of many rows, and reading more rows than a page can be worth.
import type { Pool, PoolClient } from 'pg'
import type { HeardStatement, HeardTurn, WireValue } from './tap.ts'

/** A table with more rows than this is read by index or not at all. */
export const largeTable = 10_000
/** A count goes to 10,000 and says "10 000+" beyond; half as many more may have to be passed on the way. */
const mostRead = 15_000
/** The finder looks back through 20,000 entries at most (platform/search). */
const mostSearched = 30_000

export interface Refused {
  readonly what: string
  readonly statement: string
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Schema?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly PlanNode[]
}

interface TableReads {
  readonly table: string
  readonly scans: number
  readonly scanned: number
  readonly fetched: number
}

export class PlanGate {
  readonly #pool: Pool
  readonly #seen = new Set<string>()
  readonly #sizes = new Map<string, number>()

  private constructor(pool: Pool) {
    this.#pool = pool
  }

  /** `owner` knows the tables' sizes, of which the application sees only its own part. */
  static async over(pool: Pool, owner: Pool): Promise<PlanGate> {
    const gate = new PlanGate(pool)
    const found = await owner.query<{ name: string; rows: number }>(
      `select c.oid::regclass::text as name, c.reltuples::float8 as rows from pg_class c where c.relkind = 'r'`,
    )
    for (const { name, rows } of found.rows) gate.#sizes.set(name, rows)
    return gate
  }

  get statements(): number {
    return this.#seen.size
  }

  #isLarge(table: string): boolean {
    return (this.#sizes.get(table) ?? 0) > largeTable
  }

  /** Judges what was heard of one request. A statement with the same text and values is judged once. */
  async judge(turns: readonly HeardTurn[]): Promise<Refused[]> {
    const refused: Refused[] = []
    for (const turn of turns) {
      const beginning = turn.find(({ text }) => text.startsWith('begin'))
      const client = await this.#pool.connect()
      try {
        await client.query(beginning?.text ?? 'begin read only')
        await client.query('set local max_parallel_workers_per_gather = 0')
        for (const statement of turn)
          if (isRead(statement) && this.#isNew(statement, beginning?.text ?? ''))
            refused.push(...(await this.#judgeOne(client, statement)))
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    return refused
  }

  #isNew({ text, values }: HeardStatement, context: string): boolean {
    const key = JSON.stringify([text, values, context])
    if (this.#seen.has(key)) return false
    this.#seen.add(key)
    return true
  }

  async #judgeOne(client: PoolClient, statement: HeardStatement): Promise<Refused[]> {
    const before = await readsOf(client)
    const answer = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>({
      text: `explain (analyze, verbose, timing off, format json) ${statement.text}`,
      values: statement.values.map(valueOf),
    })
    const plan = answer.rows[0]!['QUERY PLAN'][0].Plan
    const faults = [...this.#faultsOfPlan(plan), ...this.#faultsOfReads(before, await readsOf(client))]
    return [...new Set(faults)].map((what) => ({ what, statement: statement.text }))
  }

  *#faultsOfPlan(node: PlanNode): Generator<string> {
    const loops = node['Actual Loops'] ?? 1
    const table = node['Relation Name'] === undefined ? undefined : nameOf(node.Schema, node['Relation Name'])
    const read =
      ((node['Actual Rows'] ?? 0) +
        (node['Rows Removed by Filter'] ?? 0) +
        (node['Rows Removed by Index Recheck'] ?? 0)) *
      loops
    if (table !== undefined && node['Node Type'].includes('Seq Scan') && loops > 0 && this.#isLarge(table))
      if (!isCut(node, this.#sizes.get(table) ?? 0)) yield `scans the whole of ${table}`
    if (table !== undefined && read > mostRead) yield `reads ${Math.round(read)} rows of ${table}`
    if (node['Node Type'].includes('Sort')) {
      const sorted = (node.Plans ?? []).reduce(
        (sum, child) => sum + (child['Actual Rows'] ?? 0) * (child['Actual Loops'] ?? 1),
        0,
      )
      if (sorted > mostRead) yield `sorts ${Math.round(sorted)} rows`
    }
    for (const child of node.Plans ?? []) yield* this.#faultsOfPlan(child)
  }

  /** What the server itself counted, also inside functions, where plans do not show. */
  *#faultsOfReads(before: readonly TableReads[], after: readonly TableReads[]): Generator<string> {
    const earlier = new Map(before.map((reads) => [reads.table, reads]))
    for (const now of after) {
      const was = earlier.get(now.table) ?? { scans: 0, scanned: 0, fetched: 0 }
      const most = now.table === 'platform.search_entry' ? mostSearched : mostRead
      const scanned = now.scanned - was.scanned
      if (this.#isLarge(now.table) && scanned > 0.98 * (this.#sizes.get(now.table) ?? 0))
        yield `scans the whole of ${now.table}`
      const read = now.scanned - was.scanned + now.fetched - was.fetched
      if (read > most) yield `reads ${read} rows of ${now.table}`
    }
  }
}

/** A count of what most rows are ends at 10,001 of them: such a scan is cut by its limit and wanted what it read. */
function isCut(node: PlanNode, size: number): boolean {
  const found = node['Actual Rows'] ?? 0
  const passed = node['Rows Removed by Filter'] ?? 0
  return found > largeTable && found + passed < size && passed < found / 2
}

const isRead = ({ text }: HeardStatement): boolean => /^\s*(select|with)\b/i.test(text)

const nameOf = (schema: string | undefined, name: string): string =>
  `${schema === undefined || schema === 'public' ? '' : `${schema}.`}${name === 'case' ? '"case"' : name}`

const valueOf = (value: WireValue): string | Buffer | null =>
  value === null || typeof value === 'string' ? value : Buffer.from(value.bytes, 'base64')

async function readsOf(client: PoolClient): Promise<TableReads[]> {
  const found = await client.query<{ table: string; scans: string; scanned: string; fetched: string }>(
    `select relid::regclass::text as table, coalesce(seq_scan, 0) as scans, coalesce(seq_tup_read, 0) as scanned,
       coalesce(idx_tup_fetch, 0) as fetched from pg_stat_xact_user_tables where seq_scan > 0 or idx_scan > 0`,
  )
  return found.rows.map(({ table, scans, scanned, fetched }) => ({
    table,
    scans: Number(scans),
    scanned: Number(scanned),
    fetched: Number(fetched),
  }))
}
