// What is left after the kills, held against what was acknowledged: nothing lost, nothing done twice, nothing half done.
import { sql } from 'kysely'
import { look } from '#platform/act'
import type { Stage, View } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { systemActor } from '#platform/identity/reach'
import type { Writers } from './writers.ts'

export interface Wrong {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly half: readonly string[]
}

interface FoundCase {
  readonly case_id: string
  readonly number: string | null
  readonly marker: string
  readonly messages: number
  readonly registered: number
  readonly events: number
  readonly highest_event: number
  readonly clocks: number
  readonly journalled: number
  readonly receipts: number
  readonly letters: number
  readonly answers: number
}

export async function findWrong(stage: Stage, tenant: Tenant, writers: Writers): Promise<Wrong> {
  const system = await systemActor(stage.floor, tenant.tenantId)
  return look(stage, tenant, system, async (view) => {
    const cases = await casesLeft(view)
    const written = await messagesLeft(view)
    const firsts = new Set(cases.map(({ marker }) => marker))
    const times = new Map<string, number>()
    for (const { marker } of cases) times.set(marker, (times.get(marker) ?? 0) + 1)
    for (const marker of written) if (!firsts.has(marker)) times.set(marker, (times.get(marker) ?? 0) + 1)
    const byId = new Map(cases.map((one) => [one.case_id, one]))
    return {
      lost: writers.acknowledged
        .filter(({ kind, marker, id }) => !times.has(marker) || (kind === 'case' && byId.get(id)?.marker !== marker))
        .map(({ kind, marker }) => `${kind} ${marker}`),
      doubled: [...times].filter(([, n]) => n > 1).map(([marker, n]) => `${marker} ${n} times`),
      half: [
        ...cases.flatMap((one) => lacks(one).map((what) => `${one.number ?? one.case_id} ${what}`)),
        ...[...times.keys()].filter((marker) => !writers.sent.has(marker)).map((marker) => `${marker} was never sent`),
        ...(await missingNumbers(view, cases)),
      ],
    }
  })
}

/** Everything that belongs to one opened case is there, as often as it should be. */
function lacks(one: FoundCase): string[] {
  const due = { messages: 1, registered: 1, journalled: 1, answers: 1 } as const
  return [
    ...Object.entries(due).flatMap(([what, n]) => {
      const found = one[what as keyof typeof due]
      return found === n ? [] : [`${what} ${found}, due ${n}`]
    }),
    ...(one.number === null ? ['has no number'] : []),
    ...(one.clocks === 0 ? ['has no clock'] : []),
    ...(one.events === one.highest_event ? [] : [`has ${one.events} events, the last is ${one.highest_event}`]),
    // The receipt is work after the commit: written down as sent exactly when the letter lies in the outbox, never twice.
    ...(one.receipts === one.letters && one.receipts <= 1 ? [] : [`${one.receipts} receipts, ${one.letters} letters`]),
  ]
}

async function casesLeft({ tx, tenant }: View): Promise<readonly FoundCase[]> {
  const count = (from: string) => sql.raw(`(select count(*)::int from ${from})`)
  const of = `x.tenant_id = c.tenant_id and x.case_id = c.case_id`
  const about = `x.tenant_id = c.tenant_id and x.subject_kind = 'case' and x.subject_id = c.case_id`
  const found = await sql<FoundCase>`
    select c.case_id, c.number, c.title as marker,
      ${count(`cases.message x where ${of} and x.body = c.title`)} as messages,
      ${count(`cases.event x where ${of} and x.kind = 'registered'`)} as registered,
      ${count(`cases.event x where ${of}`)} as events,
      (select max(x.n) from cases.event x where ${sql.raw(of)}) as highest_event,
      ${count(`cases.clock x where ${of}`)} as clocks,
      ${count(`platform.journal x where ${about} and x.verb = 'case.opened'`)} as journalled,
      ${count(`cases.event x where ${of} and x.kind = 'receipt_sent'`)} as receipts,
      ${count(`platform.outbox x where x.tenant_id = c.tenant_id and x.about_kind = 'case' and x.about_id = c.case_id`)} as letters,
      ${count(`platform.idempotency x where x.tenant_id = c.tenant_id and left(x.key, 37) = c.title and x.answer is not null`)} as answers
    from cases.case c where c.tenant_id = ${tenant.tenantId}`.execute(tx)
  return found.rows
}

async function messagesLeft({ tx, tenant }: View): Promise<readonly string[]> {
  const found = await sql<{ body: string }>`
    select body from cases.message where tenant_id = ${tenant.tenantId} and kind = 'in'`.execute(tx)
  return found.rows.map(({ body }) => body)
}

async function missingNumbers({ tx, tenant }: View, cases: readonly FoundCase[]): Promise<string[]> {
  const series = await tx
    .selectFrom('platform.series')
    .select(['series', 'last_number'])
    .where('tenant_id', '=', tenant.tenantId)
    .execute()
  const drawn = series.reduce((sum, { last_number }) => sum + Number(last_number), 0)
  return drawn === cases.length ? [] : [`${drawn} numbers drawn for ${cases.length} cases`]
}
