// A pool that sees every statement pass. With `keeps` off, what a request writes is rolled back where it would have been
// committed, so that thousands of requests meet the same state; how many there were is counted.
import type { Pool, PoolClient } from 'pg'

export interface WatchedPool {
  readonly pool: Pool
  keeps: boolean
  /** Writing transactions that came as far as their commit. */
  commits: number
  /** Called where a writing transaction comes as far as its commit, in the context of whoever asked for it. */
  onCommit: (() => void) | undefined
  onStatement: ((text: string, values: readonly unknown[]) => void) | undefined
}

interface Statement {
  readonly text: string
  readonly values?: readonly unknown[]
}

export function watchPool(pool: Pool): WatchedPool {
  const clients = new WeakMap<PoolClient, PoolClient>()
  const watched: WatchedPool = {
    pool: new Proxy(pool, {
      get(target, name) {
        if (name !== 'connect') return valueOf(target, name)
        // Only the form with a promise: the database layer knows no other.
        return async () => {
          const client = await target.connect()
          const known = clients.get(client)
          if (known) return known
          const made = watchClient(client, watched)
          clients.set(client, made)
          return made
        }
      },
    }),
    keeps: true,
    commits: 0,
    onCommit: undefined,
    onStatement: undefined,
  }
  return watched
}

/** The database layer takes a rollback in place of a commit for an error, which it is nowhere but here. */
const undone = async (rollback: Promise<object>): Promise<object> => ({ ...(await rollback), command: 'COMMIT' })

function valueOf(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name)
  return typeof value === 'function' ? (value as () => unknown).bind(target) : value
}

function watchClient(client: PoolClient, watched: WatchedPool): PoolClient {
  let writes = false
  const query = client.query.bind(client) as unknown as (...given: unknown[]) => unknown
  return new Proxy(client, {
    get(target, name) {
      if (name !== 'query') return valueOf(target, name)
      return (first: string | Statement, ...rest: unknown[]) => {
        const text = typeof first === 'string' ? first : first.text
        const values = typeof first === 'string' ? rest[0] : first.values
        watched.onStatement?.(text, Array.isArray(values) ? (values as unknown[]) : [])
        if (text.startsWith('begin')) writes = !text.startsWith('begin read only')
        if (text !== 'commit' || !writes) return query(first, ...rest)
        watched.commits += 1
        watched.onCommit?.()
        return watched.keeps ? query('commit') : undone(query('rollback') as Promise<object>)
      }
    },
  })
}
