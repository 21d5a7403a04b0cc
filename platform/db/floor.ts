// Kysely over the application's pool, with one difference: a transaction begins together with its context
// (`begin; set local app.tenant = …`) in one round trip. `set local`, so that nothing leaks through the pool.
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { DatabaseConnection, Dialect, TransactionSettings } from 'kysely'
import type { Pool } from 'pg'
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import type { DB, Tx } from './tx.ts'

/** What a transaction may see: the three boundaries of model.md §1. */
export interface Reach {
  readonly tenantId: Id
  readonly personId: Id | null
  readonly authorities: readonly Id[]
  readonly customers: readonly Id[]
  readonly circles: readonly Id[]
}

const opening = new AsyncLocalStorage<string>()

class ContextDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(opening.getStore() ?? 'begin'))
  }
}

class ContextDialect implements Dialect {
  readonly #pool: Pool
  constructor(pool: Pool) {
    this.#pool = pool
  }
  createDriver(): PostgresDriver {
    return new ContextDriver({ pool: this.#pool })
  }
  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler()
  }
  createAdapter(): PostgresAdapter {
    return new PostgresAdapter()
  }
  createIntrospector(db: Kysely<unknown>): PostgresIntrospector {
    return new PostgresIntrospector(db)
  }
}

export type Floor = Kysely<DB>

export function floorOver(pool: Pool): Floor {
  return new Kysely<DB>({ dialect: new ContextDialect(pool) })
}

// A statement that begins with its context cannot take parameters, so every id is checked against its form first.
const id = (value: Id): Id => {
  if (!isId(value)) throw new Error('context id is not a uuid')
  return value
}
const ids = (values: readonly Id[]): string => `{${values.map(id).join(',')}}`

function beginning(reach: Reach, readOnly: boolean): string {
  return (
    `begin${readOnly ? ' read only' : ''}; set local app.tenant = '${id(reach.tenantId)}'; ` +
    `set local app.person = '${reach.personId === null ? '' : id(reach.personId)}'; ` +
    `set local app.authorities = '${ids(reach.authorities)}'; set local app.customers = '${ids(reach.customers)}'; ` +
    `set local app.circles = '${ids(reach.circles)}'`
  )
}

export function within<T>(floor: Floor, reach: Reach, readOnly: boolean, run: (tx: Tx) => Promise<T>): Promise<T> {
  return opening.run(beginning(reach, readOnly), () => floor.transaction().execute((tx) => opening.exit(() => run(tx))))
}
