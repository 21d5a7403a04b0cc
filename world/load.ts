// The demonstration world. First start lays Tyresö's office of 2012 – everything but its cases – in one transaction, and
// then tells the cases while people may already sit down. A second start finds it there, and goes on telling if it was
// interrupted. The office lives on its own day: the first is Wednesday 3 October 2012, and time runs from there.
import { sql } from 'kysely'
import { makeIds } from '#basics/id'
import type { Id } from '#basics/id'
import { Refusal } from '#basics/refusal'
import type { Stage } from '#platform/act'
import { act } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { dayOf, systemClock, tenantNow } from '#platform/clock'
import { within } from '#platform/db/floor'
import { systemActor, tenantBySlug } from '#platform/identity/reach'
import { writeCatalogueEntries } from '#catalogue'
import { demonstrationSeats, writeOrganisationEntries } from '#organisation'
import { layCatalogue } from './load-catalogue.ts'
import type { Keys } from './load-keys.ts'
import { makeKeys } from './load-keys.ts'
import { layOrganisation } from './load-organisation.ts'
import { layAgreements, layDecisions, laySystemsAndPremises } from './load-registers.ts'
import { happenings, tellCases } from './tell-cases.ts'
import {
  agreements,
  assignments,
  buildings,
  mandateAssignments,
  people,
  places,
  spaces,
  systems,
  units,
} from './tyreso/index.ts'

export interface LoadingWorld {
  readonly offices: readonly {
    readonly name: string
    readonly municipality: string
    readonly today: Temporal.PlainDate
    readonly seats: readonly { readonly role: string; readonly unit: string; readonly person: string }[]
  }[]
  readonly planned: number
  loaded(): number
  /** Steps that the rules refused while the world was told; none in a world that is right. */
  readonly refused: readonly string[]
  readonly done: Promise<void>
  stop(): Promise<void>
}

const firstDay = Temporal.PlainDate.from('2012-10-03')
const midnight = firstDay.toZonedDateTime('Europe/Stockholm').toInstant()

export async function loadWorld(stage: Stage, options: { cases?: number } = {}): Promise<LoadingWorld> {
  const tenant = (await tenantBySlug(stage.floor, 'tyreso')) ?? (await layTyreso(stage, options.cases))
  const keys = await readKeys(stage, tenant)
  const all = happenings(midnight, options.cases)
  const planned = all.filter((one) => one.what === 'open').length
  const found = await sql<{
    loaded_steps: number
  }>`select loaded_steps from platform.tenant where tenant_id = ${tenant.tenantId}`.execute(stage.floor)
  const from = found.rows[0]?.loaded_steps ?? 0
  const progress = { stopped: false, cases: all.slice(0, from).filter((one) => one.what === 'open').length }
  const refused: string[] = []
  const publish = (): Promise<unknown> =>
    sql`update platform.tenant set loaded_cases = ${progress.cases}, planned_cases = ${planned} where tenant_id = ${tenant.tenantId}`.execute(
      stage.floor,
    )
  const telling =
    from >= all.length
      ? Promise.resolve()
      : tellCases({ stage, tenant, keys }, all, from, progress, ({ planned, what }, error) =>
          refused.push(
            `${planned.key} ${typeof what === 'string' ? what : `${what.act} by ${what.by ?? '-'} in ${planned.unit}`}: ${reasonOf(error)}`,
          ),
        )
  const timer = setInterval(() => void publish().catch(() => undefined), 1000)
  const done = telling
    .finally(() => clearInterval(timer))
    .then(async () => {
      await publish()
    })
  done.catch(() => undefined)
  const today = dayOf(tenantNow(tenant, stage.clock ?? systemClock))
  return {
    offices: [{ name: tenant.name, municipality: tenant.municipality, today, seats: await seatsOf(stage, tenant) }],
    planned,
    loaded: () => progress.cases,
    refused,
    done,
    async stop() {
      progress.stopped = true
      await done.catch(() => undefined)
    },
  }
}

async function seatsOf(stage: Stage, tenant: Tenant) {
  return act(stage, tenant, await systemActor(stage.floor, tenant.tenantId), (deed) => demonstrationSeats(deed))
}

async function layTyreso(stage: Stage, _cases: number | undefined): Promise<Tenant> {
  const madeAt = Temporal.PlainDate.from('2012-01-01').toZonedDateTime('Europe/Stockholm').toInstant()
  const ids = makeIds()
  const newId = (): Id => ids(madeAt)
  const keys = makeKeys(newId)
  const tenantId = newId()
  const now = (stage.clock ?? systemClock)()
  const timeShiftDays = dayOf(now).until(firstDay, { largestUnit: 'days' }).days
  const tenant: Tenant = {
    tenantId,
    slug: 'tyreso',
    name: 'Kontoret för interna tjänster',
    municipality: 'Tyresö kommun',
    colour: '#275b45',
    language: 'sv',
    demonstration: true,
    timeShiftDays,
  }
  await within(
    stage.floor,
    { tenantId, personId: null, authorities: [], customers: [], circles: [] },
    false,
    async (tx) => {
      await tx
        .insertInto('platform.tenant')
        .values({
          tenant_id: tenantId,
          slug: tenant.slug,
          name: tenant.name,
          municipality: tenant.municipality,
          colour: tenant.colour,
          language: 'sv',
          demonstration: true,
          time_shift_days: timeShiftDays,
        })
        .execute()
      const laying = { tx, tenantId, keys, madeAt }
      await layOrganisation(laying)
      await layDecisions(laying)
      await laySystemsAndPremises(laying)
      await layCatalogue(laying)
      await layAgreements(laying)
    },
  )
  await act(stage, tenant, await systemActor(stage.floor, tenantId), async (deed) => {
    await writeCatalogueEntries(deed)
    for (const kind of ['person', 'unit', 'place'] as const)
      await writeOrganisationEntries(deed, kind, [...keys.all(kind).values()])
    deed.journal({
      verb: 'world.laid',
      kind: 'tenant',
      id: tenantId,
      facts: { people: people.length, units: units.length, agreements: agreements.length },
    })
  })
  return tenant
}

/** The ids of what has been laid, found again by what each row is called. */
async function readKeys(stage: Stage, tenant: Tenant): Promise<Keys> {
  const known = new Map<string, Id>()
  const { tenantId } = tenant
  const rows = await act(stage, tenant, await systemActor(stage.floor, tenantId), ({ tx }) =>
    sql<{ kind: string; key: string; id: Id }>`
      select 'unit' as kind, code as key, unit_id as id from organisation.unit where tenant_id = ${tenantId}
      union all select 'account', login_name, account_id from platform.account where tenant_id = ${tenantId}
      union all select 'person', email, person_id from organisation.person where tenant_id = ${tenantId}
      union all select 'role', code, role_id from organisation.role where tenant_id = ${tenantId}
      union all select 'place', name, place_id from organisation.place where tenant_id = ${tenantId}
      union all select 'building', name, building_id from premises.building where tenant_id = ${tenantId}
      union all select 'room', r.name || ', ' || b.name, r.room_id from premises.room r join premises.building b on b.tenant_id = r.tenant_id and b.building_id = r.building_id where r.tenant_id = ${tenantId}
      union all select 'system', name, system_id from systems.system where tenant_id = ${tenantId}
      union all select 'offering', code, offering_id from catalogue.offering where tenant_id = ${tenantId}
      union all select 'assignment', p.email || ' ' || r.code || ' ' || u.code, a.assignment_id from organisation.assignment a
        join organisation.person p on p.tenant_id = a.tenant_id and p.person_id = a.person_id
        join organisation.role r on r.tenant_id = a.tenant_id and r.role_id = a.role_id and r.version_no = (select max(x.version_no) from organisation.role x where x.tenant_id = r.tenant_id and x.role_id = r.role_id)
        join organisation.unit u on u.tenant_id = a.tenant_id and u.unit_id = a.unit_id where a.tenant_id = ${tenantId}`.execute(
      tx,
    ),
  )
  for (const row of rows.rows) known.set(`${row.kind} ${row.key}`, row.id)
  return keysFrom(known)
}

function keysFrom(known: ReadonlyMap<string, Id>): Keys {
  const keys = makeKeys(() => {
    throw new Error('world: nothing new is named after it has been laid')
  })
  return { ...keys, ...namedBy(known) }
}

function namedBy(known: ReadonlyMap<string, Id>): Pick<Keys, 'of' | 'all' | 'id'> {
  const tables = new Map<string, Map<string, Id>>()
  const put = (kind: string, key: string, id: Id | undefined): void => {
    if (id) (tables.get(kind) ?? tables.set(kind, new Map()).get(kind))?.set(key, id)
  }
  const emails = new Map(people.map((person) => [person.key, person.email]))
  for (const person of people) {
    put('person', person.key, known.get(`person ${person.email}`))
    put('account', person.key, known.get(`account ${person.email.toLowerCase()}`))
  }
  for (const [name, id] of known) {
    const [kind = '', ...rest] = name.split(' ')
    if (kind === 'unit' || kind === 'offering' || kind === 'role') put(kind, rest.join(' '), id)
  }
  for (const place of places) put('place', place.key, known.get(`place ${place.name.sv}`))
  for (const building of buildings) {
    const id = known.get(`building ${building.name}`)
    put('building', building.key, id)
    if (!tables.get('place')?.has(building.key)) put('place', building.key, id)
  }
  for (const space of spaces)
    put(
      'place',
      space.key,
      known.get(`room ${space.name}, ${buildings.find((one) => one.key === space.building)?.name ?? ''}`),
    )
  for (const system of systems) put('system', system.key, known.get(`system ${system.name}`))
  for (const one of [...assignments, ...mandateAssignments])
    put(
      'assignment',
      `${one.person} ${one.role} ${one.unit}`,
      known.get(`assignment ${emails.get(one.person) ?? ''} ${one.role} ${one.unit}`),
    )
  const of: Keys['of'] = (kind, key) => {
    const id = tables.get(kind)?.get(key)
    if (!id) throw new Error(`world: no ${kind} is called ${key}`)
    return id
  }
  return { of, id: of, all: (kind) => tables.get(kind) ?? new Map() }
}

function reasonOf(error: unknown): string {
  const fields =
    error instanceof Refusal ? error.problems.map((problem) => ` ${problem.field}: ${problem.en}`).join('') : ''
  return (error instanceof Error ? error.message : 'refused') + fields
}
