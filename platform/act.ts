// One deed: one transaction, one actor, one now, one source of ids. Journal entries, number draws, jobs, notices of
// change and the stored answer to a repeated request are gathered while the verb runs and written by the last statements
// before commit, so that no lock on a series or on the journal's head is held over application code (model.md §3).
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { makeIds } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Actor, Tenant } from './actor.ts'
import type { SystemClock } from './clock.ts'
import { dayOf, realTime, systemClock, tenantNow } from './clock.ts'
import type { Floor } from './db/floor.ts'
import { within } from './db/floor.ts'
import type { Tx } from './db/tx.ts'
import { numberTarget } from './numbers.ts'

/** What a query gets: the open transaction, who asks, and when. */
export interface View {
  readonly tx: Tx
  readonly tenant: Tenant
  readonly actor: Actor
  /** The tenant's time; the only source of time in queries and deeds. */
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}

export interface JournalEntry {
  /** e.g. `case.delivered` */
  readonly verb: string
  readonly kind: string
  readonly id: Id
  /** Ids, instants, versions, amounts, codes. Never free text, names or addresses. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** Free text the deed stored: only its SHA-256 enters the journal. */
  readonly content?: string
}

export interface JobRequest {
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  /** In the tenant's time. */
  readonly runAt?: Temporal.Instant
  /** A later request with the same key replaces the earlier one. */
  readonly key?: string
}

/** What a verb gets: a view it may write in. */
export interface Deed extends View {
  newId(): Id
  journal(entry: JournalEntry): void
  /** The number is drawn at the end and written to the subject's row; read it after the deed. */
  drawNumber(kind: string, id: Id, series: string): void
  enqueue(job: JobRequest): void
  /** Tells live pages that something about these topics changed; carries no content. */
  changed(...topics: string[]): void
}

export interface Stage {
  readonly floor: Floor
  readonly clock?: SystemClock
}

export interface DeedOptions {
  /** Injected by the world's loader and tests; otherwise the tenant's now. */
  readonly now?: Temporal.Instant
  /** The world's loader tells its own story afterwards: no jobs are enqueued and no page is told. */
  readonly silent?: boolean
  /** Where and how the answer to this request is kept so that a repeat is answered, not done again. */
  readonly once?: { readonly key: string; readonly bodyHash: Buffer }
}

class Gathered {
  readonly entries: unknown[] = []
  readonly draws: { subject: Id; series: string; kind: string }[] = []
  readonly jobs: JobRequest[] = []
  readonly topics = new Set<string>()
}

const ids = makeIds()

export function look<T>(
  stage: Stage,
  tenant: Tenant,
  actor: Actor,
  query: (view: View) => Promise<T>,
  now?: Temporal.Instant,
): Promise<T> {
  const at = now ?? tenantNow(tenant, stage.clock ?? systemClock)
  return within(stage.floor, actor, true, (tx) => query({ tx, tenant, actor, now: at, today: dayOf(at) }))
}

export function act<T>(
  stage: Stage,
  tenant: Tenant,
  actor: Actor,
  verb: (deed: Deed) => Promise<T>,
  options: DeedOptions = {},
): Promise<T> {
  const now = options.now ?? tenantNow(tenant, stage.clock ?? systemClock)
  return within(stage.floor, actor, false, async (tx) => {
    const gathered = new Gathered()
    const deed = deedOf(tx, tenant, actor, now, gathered)
    const earlier = options.once ? await claim(deed, options.once) : undefined
    if (earlier) return earlier.answer as T
    const answer = await verb(deed)
    if (options.once) await keepAnswer(deed, options.once.key, answer)
    if (!options.silent) {
      await enqueueAll(deed, gathered.jobs)
      await tell(deed, gathered.topics)
    }
    await seal(tx, gathered)
    return answer
  })
}

function deedOf(tx: Tx, tenant: Tenant, actor: Actor, now: Temporal.Instant, gathered: Gathered): Deed {
  return {
    tx,
    tenant,
    actor,
    now,
    today: dayOf(now),
    newId: () => ids(now),
    journal: (entry) => {
      gathered.entries.push({
        at: now.toString(),
        actor: actor.kind,
        account: actor.accountId,
        person: actor.personId,
        seat: actor.seatId,
        verb: entry.verb,
        kind: entry.kind,
        subject: entry.id,
        facts: entry.facts ?? {},
        content: entry.content === undefined ? null : createHash('sha256').update(entry.content).digest('hex'),
      })
    },
    drawNumber: (kind, id, series) => {
      gathered.draws.push({ subject: id, series, kind })
    },
    enqueue: (job) => {
      gathered.jobs.push(job)
    },
    changed: (...topics) => {
      for (const topic of topics) gathered.topics.add(topic)
    },
  }
}

/** The last statement before commit: numbers, their rows and the journal in one. */
async function seal(tx: Tx, gathered: Gathered): Promise<void> {
  if (gathered.entries.length === 0 && gathered.draws.length === 0) return
  const entries = JSON.stringify(gathered.entries)
  const draws = JSON.stringify(gathered.draws.map(({ subject, series }) => ({ subject, series })))
  const kind = gathered.draws[0]?.kind
  if (kind === undefined) {
    await sql`select from platform.seal(${entries}::jsonb, '[]'::jsonb)`.execute(tx)
    return
  }
  const { table, key } = numberTarget(kind)
  const numbered = await sql`
    with sealed as materialized (select subject_id, number from platform.seal(${entries}::jsonb, ${draws}::jsonb))
    update ${sql.table(table)} t set number = sealed.number from sealed
    where t.tenant_id = platform.ctx_tenant() and t.${sql.ref(key)} = sealed.subject_id`.execute(tx)
  if (numbered.numAffectedRows !== BigInt(gathered.draws.length)) beyondReach()
}

/** A row that its maker may not see cannot get its number: nothing is kept rather than half of it. */
function beyondReach(): never {
  return refuse({
    code: 'beyond_reach',
    status: 409,
    sv: 'Det du registrerar hamnar hos någon som din plats inte når. Be någon som arbetar där registrera det.',
    en: 'What you register ends up with someone your seat does not reach. Ask someone who works there to register it.',
  })
}

async function enqueueAll(deed: Deed, jobs: readonly JobRequest[]): Promise<void> {
  for (const job of jobs) {
    const payload = JSON.stringify(job.payload)
    const runAt = job.runAt ? realTime(deed.tenant, job.runAt) : null
    await sql`select platform.enqueue(${job.task}, ${payload}::json, ${runAt}::timestamptz, ${job.key ?? null}::text)`.execute(
      deed.tx,
    )
  }
}

async function tell(deed: Deed, topics: ReadonlySet<string>): Promise<void> {
  if (topics.size === 0) return
  const message = JSON.stringify({ t: deed.tenant.tenantId, c: [...topics].slice(0, 100) })
  await sql`select pg_notify('kontoret', ${message})`.execute(deed.tx)
}

/** First to claim the key does the deed; a repeat with the same body gets the stored answer, another body is refused. */
async function claim(deed: Deed, once: NonNullable<DeedOptions['once']>): Promise<{ answer: unknown } | undefined> {
  const { tenantId } = deed.tenant
  const accountId = deed.actor.accountId
  if (accountId === null) return undefined
  const claimed = await deed.tx
    .insertInto('platform.idempotency')
    .values({ tenant_id: tenantId, account_id: accountId, key: once.key, body_hash: once.bodyHash, at: deed.now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined
  const earlier = await deed.tx
    .selectFrom('platform.idempotency')
    .select(['body_hash', 'answer'])
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('key', '=', once.key)
    .executeTakeFirstOrThrow()
  if (!earlier.body_hash.equals(once.bodyHash)) keyReused()
  return { answer: earlier.answer ?? null }
}

function keyReused(): never {
  return refuse({
    code: 'idempotency_key_reused',
    status: 409,
    field: 'Idempotency-Key',
    sv: 'Nyckeln har redan använts för något annat. Använd en ny nyckel för en ny begäran.',
    en: 'The key was already used for something else. Use a new key for a new request.',
  })
}

async function keepAnswer(deed: Deed, key: string, answer: unknown): Promise<void> {
  if (deed.actor.accountId === null) return
  await deed.tx
    .updateTable('platform.idempotency')
    .set({ answer: JSON.stringify(answer ?? null) })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('account_id', '=', deed.actor.accountId)
    .where('key', '=', key)
    .execute()
}
