// Turns a seat into an actor: what it reaches is asked of the database in the round trip that reads the session, by the
// function the organisation's room offers (a person's assignments decide, and they are dated).
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { Actor, Lang, Tenant } from '../actor.ts'
import { zone } from '../clock.ts'
import type { Floor, Reach } from '../db/floor.ts'

interface ReachSource {
  /** (tenant, person, seat, day) → person_name, assignment_id, unit_ids, rights, authorities, customers, circles */
  readonly seat: string
  /** (tenant) → authorities, circles */
  readonly system: string
}

let source: ReachSource | undefined

export function declareReach(functions: ReachSource): void {
  source = functions
}

function sources(): ReachSource {
  if (!source) throw new Error('reach: nobody declared where a seat reaches')
  return source
}

interface ReachRow {
  person_name: string
  assignment_id: Id | null
  unit_ids: Id[]
  rights: string[]
  authorities: Id[]
  customers: Id[]
  circles: Id[]
}

interface TenantRow {
  tenant_id: Id
  slug: string
  name: string
  municipality: string
  colour: string
  language: Lang
  demonstration: boolean
  time_shift_days: number
}

const tenantColumns = sql`t.tenant_id, t.slug, t.name, t.municipality, t.colour, t.language, t.demonstration, t.time_shift_days`

const asTenant = (row: TenantRow): Tenant => ({
  tenantId: row.tenant_id,
  slug: row.slug,
  name: row.name,
  municipality: row.municipality,
  colour: row.colour,
  language: row.language,
  demonstration: row.demonstration,
  timeShiftDays: row.time_shift_days,
})

/** Nobody in a tenant yet: for what is asked before there is an actor. */
export const blankReach = (tenantId: Id): Reach => ({
  tenantId,
  personId: null,
  authorities: [],
  customers: [],
  circles: [],
})

function asActor(tenantId: Id, accountId: Id | null, personId: Id, row: ReachRow): Actor {
  return {
    kind: 'person',
    tenantId,
    accountId,
    personId,
    personName: row.person_name,
    seatId: row.assignment_id,
    unitIds: row.unit_ids,
    rights: new Set(row.rights),
    authorities: row.authorities,
    customers: row.customers,
    circles: row.circles,
  }
}

/** A day of the tenant, from the real instant given: what validity is asked on. */
const dayIn = (at: Temporal.Instant) => sql`(${at}::timestamptz at time zone ${zone})::date + t.time_shift_days`

export interface SignedIn {
  readonly tenant: Tenant
  readonly actor: Actor
  readonly seenAt: Temporal.Instant
}

export async function bySession(floor: Floor, tokenHash: Buffer, at: Temporal.Instant): Promise<SignedIn | undefined> {
  const found = await sql<TenantRow & ReachRow & { account_id: Id; person_id: Id; seen_at: Temporal.Instant }>`
    select ${tenantColumns}, s.account_id, s.person_id, s.seen_at, r.person_name, r.assignment_id, r.unit_ids, r.rights, r.authorities, r.customers, r.circles
    from platform.session_by_token(${tokenHash}, ${at}) s
    join platform.tenant t on t.tenant_id = s.tenant_id
    cross join lateral ${sql.raw(sources().seat)}(s.tenant_id, s.person_id, s.assignment_id, ${dayIn(at)}) r`.execute(
    floor,
  )
  const row = found.rows[0]
  if (!row) return undefined
  return {
    tenant: asTenant(row),
    actor: { ...asActor(row.tenant_id, row.account_id, row.person_id, row), sessionKey: tokenHash.toString('hex') },
    seenAt: row.seen_at,
  }
}

/** The actor of a seat without a session: the world's loader, tests, and the live stream's re-check. */
export async function bySeat(
  floor: Floor,
  tenant: Tenant,
  facts: { accountId: Id | null; personId: Id; seatId: Id | null; day: Temporal.PlainDate },
): Promise<Actor | undefined> {
  const found = await sql<ReachRow>`
    select * from ${sql.raw(sources().seat)}(${tenant.tenantId}, ${facts.personId}, ${facts.seatId}, ${facts.day})`.execute(
    floor,
  )
  const row = found.rows[0]
  return row && asActor(tenant.tenantId, facts.accountId, facts.personId, row)
}

export async function systemActor(floor: Floor, tenantId: Id): Promise<Actor> {
  const found = await sql<{
    authorities: Id[]
    circles: Id[]
  }>`select * from ${sql.raw(sources().system)}(${tenantId})`.execute(floor)
  return {
    kind: 'system',
    tenantId,
    accountId: null,
    personId: null,
    personName: 'Kontoret',
    seatId: null,
    unitIds: [],
    rights: new Set(),
    authorities: found.rows[0]?.authorities ?? [],
    customers: [],
    circles: found.rows[0]?.circles ?? [],
  }
}

export async function tenantBySlug(floor: Floor, slug: string): Promise<Tenant | undefined> {
  const found = await sql<TenantRow>`select ${tenantColumns} from platform.tenant t where t.slug = ${slug}`.execute(
    floor,
  )
  return found.rows[0] && asTenant(found.rows[0])
}

export async function tenantById(floor: Floor, tenantId: Id): Promise<Tenant | undefined> {
  const found =
    await sql<TenantRow>`select ${tenantColumns} from platform.tenant t where t.tenant_id = ${tenantId}`.execute(floor)
  return found.rows[0] && asTenant(found.rows[0])
}

export async function tenants(floor: Floor): Promise<readonly Tenant[]> {
  const found = await sql<TenantRow>`select ${tenantColumns} from platform.tenant t order by t.slug`.execute(floor)
  return found.rows.map(asTenant)
}
