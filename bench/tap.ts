// Listens at the application's pool while a request is served: which statements went over which connection, with what
// values, and what came back. What is heard is the floor's script and the gate's evidence.
import { utilsOf } from './wire.ts'
import type { Pool, PoolClient } from 'pg'

/** As it goes over the wire: text, bytes (base64) or null. */
export type WireValue = string | null | { readonly bytes: string }

export interface HeardStatement {
  readonly text: string
  readonly values: readonly WireValue[]
  /** Rows that came back, as text; long answers are cut to the first hundred. */
  readonly rows: readonly (readonly (string | null)[])[]
}

/** What one connection did between being taken from the pool and given back. */
export type HeardTurn = readonly HeardStatement[]

export interface Tap {
  start(): void
  stop(): HeardTurn[]
  /** Takes the listener away again. */
  remove(): void
}

interface Answer {
  readonly rows?: readonly Record<string, unknown>[]
}

export function tapPool(pool: Pool): Tap {
  let turns: HeardStatement[][] = []
  let listening = false
  const current = new WeakMap<PoolClient, HeardStatement[]>()
  const tapped = new Set<PoolClient>()
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>
  const listen = (client: PoolClient): void => {
    tapped.add(client)
    const query = client.query.bind(client) as unknown as (...given: unknown[]) => Promise<Answer>
    const heard = async (...given: unknown[]): Promise<Answer> => {
      if (!listening) return query(...given)
      const [first, second] = given
      const text = typeof first === 'string' ? first : (first as { text: string }).text
      const values = (typeof first === 'string' ? second : (first as { values?: unknown[] }).values) ?? []
      const answer = await query(...given)
      const turn = current.get(client)
      turn?.push({ text, values: (values as unknown[]).map(wire), rows: rowsOf(answer) })
      return answer
    }
    Object.assign(client, { query: heard })
  }
  Object.assign(pool, {
    connect: async (...given: unknown[]) => {
      // pool.query() asks with a callback; nothing a request does goes that way.
      if (given.length > 0) return (connect as (...all: unknown[]) => unknown)(...given)
      const client = await connect()
      if (listening) {
        if (!tapped.has(client)) listen(client)
        const turn: HeardStatement[] = []
        current.set(client, turn)
        turns.push(turn)
      }
      return client
    },
  })
  return {
    start() {
      turns = []
      listening = true
    },
    stop() {
      listening = false
      return turns
    },
    remove() {
      Object.assign(pool, { connect })
      // What was laid over the driver's own method is its own property: without it the method is itself again.
      for (const client of tapped) Reflect.deleteProperty(client, 'query')
    },
  }
}

function wire(value: unknown): WireValue {
  const prepared = utilsOf().prepareValue(value)
  if (prepared === null || prepared === undefined) return null
  return Buffer.isBuffer(prepared) ? { bytes: prepared.toString('base64') } : prepared
}

function rowsOf(answer: Answer): (string | null)[][] {
  return (answer.rows ?? []).slice(0, 100).map((row) => Object.values(row).map(asText))
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner))
}
