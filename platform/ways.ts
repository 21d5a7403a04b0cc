// Rows that are come to in several ways (asked for by me, followed by me, of my unit), each on an index of its own. An `or`
// between them would read the whole table: each way gives its own first rows instead, and a page is made of those.
import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { DB } from './db/tx.ts'

type Query<R> = SelectQueryBuilder<DB, keyof DB, R>
export type Narrow<R> = (way: Query<R>) => Query<R>

export interface WaysFacts<N> {
  /** The table within the tenant, not narrowed. */
  readonly all: N
  /** Narrowed by way and filters; nothing selected, ordered or limited. */
  readonly ways: readonly N[]
  /** Adds the joins and the columns of a row. */
  words(narrowed: N): unknown
}

export class Ways<N> {
  readonly #facts: WaysFacts<N>

  constructor(facts: WaysFacts<N>) {
    this.#facts = facts
  }

  /** The rows of a list that is come to in one way only, without its words: for counting by kinds. */
  narrowed(): N {
    const [only, ...others] = this.#facts.ways
    if (only === undefined || others.length > 0) throw new Error('ways: counted by kinds where there is one way only')
    return only
  }

  /**
   * The rows with their columns, those among the `first` of each way; who asks orders and limits them once more. `key`
   * tells rows apart: an array of keys and not a join, so that however many tables the words come from, the rows are
   * looked up.
   */
  rows<R>(key: string, first: Narrow<R>): Query<R> {
    const { all, words } = this.#facts
    const among = sql<boolean>`${sql.ref(key)} = any (array(${this.keys(key, first)}))`
    return words((all as Query<R>).where(among as never) as N) as Query<R>
  }

  /** The keys of the first rows of each way, each key once. */
  keys<R>(key: string, first: Narrow<R>) {
    const { all, ways } = this.#facts
    const some =
      ways.length === 0 ? [(all as Query<R>).where(sql<boolean>`false` as never)] : (ways as readonly Query<R>[])
    return sql.join(
      some.map((way) => sql`(${first(way).select(sql<string>`${sql.ref(key)}`.as('key') as never)})`),
      sql` union `,
    )
  }
}
