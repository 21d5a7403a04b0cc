// Proves a tenant's journal: every entry is hashed again here, in the program and not by a function of the database, and
// must follow the one before; the head in the database must be the last entry; and every head that was written outside
// the database must still be an entry. So a changed, removed or swapped entry is named, and a cut tail is found even
// where the chain that is left holds (bin/verify-journal).
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { look } from './act.ts'
import type { Stage, View } from './act.ts'
import type { Tenant } from './actor.ts'
import { systemActor } from './identity/reach.ts'

export interface JournalVerdict {
  readonly entries: bigint
  /** The number of the last head kept outside; null = none has been kept yet. */
  readonly keptHead: bigint | null
  /** The first thing that does not hold. */
  readonly broken?: { readonly n: bigint; readonly why: JournalFault }
}

export type JournalFault =
  | 'entry missing'
  | 'entry changed'
  | 'does not follow the entry before'
  | 'head in the database is another'
  | 'cut off after this entry'
  | 'not the entry whose head was kept outside'
  | 'kept head cannot be read'

/** An entry as the hash is taken over it; `facts` is the text of the jsonb, which is the same wherever it is stored. */
export interface ChainedEntry {
  readonly tenant_id: string
  readonly n: bigint
  readonly at: Temporal.Instant
  readonly actor_kind: string
  readonly account_id: string | null
  readonly person_id: string | null
  readonly assignment_id: string | null
  readonly verb: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly facts: string
  readonly content_hash: Buffer | null
  readonly previous_hash: Buffer
  readonly hash: Buffer
}

interface Head {
  readonly n: bigint
  readonly hash: string
}

const perRead = 5000

/** `folder` is where startHeads writes (platform/journal-heads.ts). */
export async function checkJournal(stage: Stage, tenant: Tenant, folder: string): Promise<JournalVerdict> {
  const kept = readHeads(join(folder, `${tenant.tenantId}.heads`))
  const actor = await systemActor(stage.floor, tenant.tenantId)
  return look(stage, tenant, actor, async (view) => {
    // Read before the entries: what is written meanwhile comes after it and is checked all the same.
    const head = await headIn(view)
    const verdict = await walk(view, head, kept)
    return { ...verdict, keptHead: kept.heads.at(-1)?.n ?? null }
  })
}

async function walk(
  view: View,
  head: Head | undefined,
  kept: KeptHeads,
): Promise<Pick<JournalVerdict, 'entries' | 'broken'>> {
  const outside = new Map(kept.heads.map(({ n, hash }) => [n, hash]))
  const last = kept.heads.reduce((most, { n }) => (n > most ? n : most), head?.n ?? 0n)
  let previous: { n: bigint; hash: Buffer } = { n: 0n, hash: Buffer.alloc(0) }
  const broken = (n: bigint, why: JournalFault) => ({ entries: previous.n, broken: { n, why } })
  for (;;) {
    const entries = await read(view, previous.n)
    for (const entry of entries) {
      const n = previous.n + 1n
      if (entry.n !== n) return broken(n, 'entry missing')
      if (!entry.previous_hash.equals(previous.hash)) return broken(n, 'does not follow the entry before')
      if (!hashOf(entry).equals(entry.hash)) return broken(n, 'entry changed')
      const told = outside.get(n)
      if (told !== undefined && told !== entry.hash.toString('hex'))
        return broken(n, 'not the entry whose head was kept outside')
      if (head?.n === n && head.hash !== entry.hash.toString('hex')) return broken(n, 'head in the database is another')
      previous = { n, hash: entry.hash }
    }
    if (entries.length < perRead) break
  }
  if (previous.n < last) return broken(previous.n, 'cut off after this entry')
  if (head === undefined ? previous.n > 0n : head.n === 0n) return broken(previous.n, 'head in the database is another')
  if (kept.unreadable !== undefined) return broken(BigInt(kept.unreadable), 'kept head cannot be read')
  return { entries: previous.n }
}

async function headIn(view: View): Promise<Head | undefined> {
  const head = await view.tx
    .selectFrom('platform.journal_head')
    .select(['n', 'hash'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .executeTakeFirst()
  return head && { n: head.n, hash: head.hash.toString('hex') }
}

async function read(view: View, after: bigint): Promise<readonly ChainedEntry[]> {
  const found = await sql<ChainedEntry>`
    select tenant_id, n, at, actor_kind, account_id, person_id, assignment_id, verb, subject_kind, subject_id,
      facts::text as facts, content_hash, previous_hash, hash
    from platform.journal where tenant_id = ${view.tenant.tenantId} and n > ${after} order by n limit ${perRead}`.execute(
    view.tx,
  )
  return found.rows
}

export function hashOf(entry: ChainedEntry): Buffer {
  return createHash('sha256').update(entry.previous_hash).update(textOf(entry)).digest()
}

/** As jsonb writes it: keys by length and then by letter, a space after colon and comma. */
function textOf(entry: ChainedEntry): string {
  const fields: readonly (readonly [string, string])[] = [
    ['n', String(entry.n)],
    ['at', JSON.stringify(entry.at.toString({ fractionalSecondDigits: 6 }))],
    ['kind', JSON.stringify(entry.subject_kind)],
    ['seat', JSON.stringify(entry.assignment_id)],
    ['verb', JSON.stringify(entry.verb)],
    ['actor', JSON.stringify(entry.actor_kind)],
    ['facts', entry.facts],
    ['person', JSON.stringify(entry.person_id)],
    ['tenant', JSON.stringify(entry.tenant_id)],
    ['account', JSON.stringify(entry.account_id)],
    ['content', JSON.stringify(entry.content_hash?.toString('hex') ?? null)],
    ['subject', JSON.stringify(entry.subject_id)],
  ]
  return `{${fields.map(([key, value]) => `"${key}": ${value}`).join(', ')}}`
}

interface KeptHeads {
  readonly heads: readonly Head[]
  /** The line that is no head; a last line cut in the middle of a write is no fault. */
  readonly unreadable?: number
}

function readHeads(file: string): KeptHeads {
  if (!existsSync(file)) return { heads: [] }
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  const heads: Head[] = []
  for (const [index, line] of lines.entries()) {
    const [, n, hash] = /^(\d{1,18}) ([0-9a-f]{64})$/.exec(line) ?? []
    if (n === undefined || hash === undefined) return { heads, unreadable: index + 1 }
    heads.push({ n: BigInt(n), hash })
  }
  return { heads }
}
