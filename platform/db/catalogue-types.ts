// Writes platform/db/tables.ts, the Kysely types of every table of ours, from a live migrated database. A text column
// whose CHECK lists its values becomes the union of those values.

import type { Pool } from 'pg'

interface ColumnRow {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly type: string
  readonly element: string | null
  readonly required: boolean
  readonly defaulted: boolean
  readonly computed: boolean
  readonly kind: string
}

interface CheckRow {
  readonly schema: string
  readonly table: string
  readonly definition: string
}

/** Schemas that are not ours to describe: the job runner's, the migration history and PostgreSQL's own. */
export const foreignSchemas = ['graphile_worker', 'schema_history', 'information_schema', 'pg_catalog', 'pg_toast']

const columnsQuery = `
  select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type, e.typname as element,
    a.attnotnull as required, a.atthasdef or a.attidentity <> '' as defaulted,
    a.attgenerated <> '' or a.attidentity = 'a' as computed, c.relkind as kind
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and n.nspname <> all($1) and n.nspname !~ '^pg_'
  order by n.nspname, c.relname, a.attnum`

const checksQuery = `
  select n.nspname as schema, c.relname as table, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'c' and n.nspname <> all($1)
  order by n.nspname, c.relname, k.conname`

const header = `// Generated from the migrated database by \`node bin/tables.mjs\`; never edited. The keys are schema and table.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as unknown (the reader's schema decides), written as JSON text. */
export type Json = ColumnType<unknown, string, string>
`

export async function describeTypes(owner: Pool): Promise<string> {
  const columns = (await owner.query<ColumnRow>(columnsQuery, [foreignSchemas])).rows
  const checks = (await owner.query<CheckRow>(checksQuery, [foreignSchemas])).rows
  const unions = readUnions(checks)
  const tables = new Map<string, ColumnRow[]>()
  for (const column of columns) {
    const key = `${column.schema}.${column.table}`
    tables.set(key, [...(tables.get(key) ?? []), column])
  }
  const interfaces = [...tables].map(([key, rows]) => describeTable(key, rows, unions))
  const index = [...tables.keys()].map((key) => `  '${key}': ${interfaceName(key)}`)
  return `${header}\n${interfaces.join('\n')}\nexport interface DB {\n${index.join('\n')}\n}\n`
}

function describeTable(key: string, columns: ColumnRow[], unions: Map<string, string>): string {
  const lines = columns.map(
    (column) => `  ${column.column}: ${columnType(column, unions.get(`${key}.${column.column}`))}`,
  )
  return `export interface ${interfaceName(key)} {\n${lines.join('\n')}\n}\n`
}

/** cases.clock_event → CasesClockEvent; party.party stays PartyParty. */
function interfaceName(key: string): string {
  return key
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function columnType(column: ColumnRow, union: string | undefined): string {
  const base = union ?? (column.element === null ? scalar(column.type) : arrayOf(scalar(column.element)))
  const readOnly = column.kind === 'v' || column.kind === 'm'
  // A view's columns are never known to be non-null.
  const type = column.required || base === 'Json' ? base : `${base} | null`
  if (base === 'Json') return column.required && !column.defaulted ? 'Json' : optionalJson(column.required)
  if (column.computed) return `GeneratedAlways<${type}>`
  return column.defaulted && !readOnly ? `Generated<${type}>` : type
}

function optionalJson(required: boolean): string {
  return required
    ? 'ColumnType<unknown, string | undefined, string>'
    : 'ColumnType<unknown, string | null | undefined, string | null>'
}

function arrayOf(item: string): string {
  return /\W/.test(item) && !/^Temporal\.\w+$/.test(item) ? `(${item})[]` : `${item}[]`
}

const scalars: Record<string, string> = {
  int8: 'bigint',
  int4: 'number',
  int2: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  bool: 'boolean',
  timestamptz: 'Temporal.Instant',
  date: 'Temporal.PlainDate',
  bytea: 'Buffer',
  json: 'Json',
  jsonb: 'Json',
}

function scalar(type: string): string {
  return scalars[type] ?? 'string'
}

/** `CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))`, alone or as one alternative beside `is null`. */
function readUnions(checks: CheckRow[]): Map<string, string> {
  const unions = new Map<string, string>()
  for (const { schema, table, definition } of checks) {
    const inner = definition
      .replace(/^CHECK \(+/, '')
      .replace(/\)+( NOT VALID)?$/, '')
      .replace(/^(\w+) IS NULL\) OR \(+(?=\1 = )/, '')
    const list = /^(\w+) = ANY \(+ARRAY\[((?:'(?:[^']|'')*'::[\w ]+(?:, )?)+)\]/.exec(inner)
    const single = /^(\w+) = '((?:[^']|'')*)'::text$/.exec(inner)
    const rest = list ? inner.slice(list[0].length) : ''
    if (list?.[1] !== undefined && list[2] !== undefined && !/ (AND|OR) /.test(rest)) {
      const values = [...list[2].matchAll(/'((?:[^']|'')*)'::/g)].map((match) => literal(match[1] ?? ''))
      unions.set(`${schema}.${table}.${list[1]}`, values.join(' | '))
    } else if (single?.[1] !== undefined && single[2] !== undefined) {
      unions.set(`${schema}.${table}.${single[1]}`, literal(single[2]))
    }
  }
  return unions
}

function literal(value: string): string {
  return `'${value.replaceAll("''", "'").replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
