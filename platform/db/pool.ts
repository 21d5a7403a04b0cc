// Connections to PostgreSQL in our own types: int8 is bigint, timestamptz is Temporal.Instant, date is
// Temporal.PlainDate, numeric is a string (never a float), both ways. The parsers belong to the pool, so that others
// who use `pg` in the same process (the job runner) keep theirs.

import { Pool, types, type PoolConfig } from 'pg'

type Parse = (text: string) => unknown

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const plainDate = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const asText = (text: string): string => text
/** The driver's own parser of text[]: it knows PostgreSQL's quoting. */
const textArray = (types.getTypeParser as (oid: number) => unknown)(1009) as (text: string) => (string | null)[]
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    textArray(text).map((item) => (item === null ? null : parse(item)))

/** By the type's number in PostgreSQL's catalogue. */
const parsers = new Map<number, Parse>([
  [20, BigInt], // int8
  [1016, arrayOf(BigInt)],
  [1184, instant], // timestamptz
  [1185, arrayOf(instant)],
  [1082, plainDate], // date
  [1182, arrayOf(plainDate)],
  [1700, asText], // numeric
  [1231, arrayOf(asText)],
  [1114, asText], // timestamp without zone: we have none
  [1115, arrayOf(asText)],
  [1186, asText], // interval
  [1187, arrayOf(asText)],
  [2951, arrayOf(asText)], // uuid[]
])

const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: never) => unknown {
    const own = format === 'binary' ? undefined : parsers.get(oid)
    return (own ?? types.getTypeParser(oid, format)) as (value: never) => unknown
  },
}

/** The driver asks every object for `toPostgres`, so instants and dates can be parameters as they are. */
function teachTemporal(): void {
  const writers: [object, (this: never) => string][] = [
    [
      Temporal.Instant.prototype,
      // PostgreSQL keeps microseconds and would round the rest, possibly into the future.
      function (this: Temporal.Instant) {
        return this.round({ smallestUnit: 'microsecond', roundingMode: 'trunc' }).toString()
      },
    ],
    [
      Temporal.PlainDate.prototype,
      function (this: Temporal.PlainDate) {
        return this.toString()
      },
    ],
  ]
  for (const [prototype, write] of writers) {
    if (!('toPostgres' in prototype))
      Object.defineProperty(prototype, 'toPostgres', { value: write, configurable: true })
  }
}

export interface PoolOptions {
  readonly url: string
  readonly max: number
  /** Another role than the one that signs in; a reset of the session comes back to it. */
  readonly role?: string | undefined
  readonly applicationName?: string
  /** Milliseconds; a query that takes longer is cancelled. */
  readonly statementTimeoutMs?: number
  /** Idle connections do not keep the process alive. */
  readonly letExit?: boolean
}

export function createPool(options: PoolOptions): Pool {
  teachTemporal()
  const settings = ['-c timezone=UTC', '-c datestyle=ISO', '-c intervalstyle=iso_8601']
  if (options.role !== undefined) settings.push(`-c role=${options.role}`)
  if (options.statementTimeoutMs !== undefined) settings.push(`-c statement_timeout=${options.statementTimeoutMs}`)
  const config: PoolConfig = {
    connectionString: options.url,
    max: options.max,
    types: typeParsers,
    options: settings.join(' '),
    application_name: options.applicationName ?? 'kontoret',
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: options.letExit ?? false,
  }
  const pool = new Pool(config)
  // An idle connection that the server closes is not an error of anyone's request; the pool makes a new one.
  pool.on('error', () => undefined)
  // The same while a request holds it: the query that is under way fails and says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
