// A small office for tests: one fresh tenant with named people, few services and round hours, so that a test reads as a
// story. Row-level security keeps every scene apart from every other in the same database.
import type { Pool } from 'pg'
import { within } from '#platform/db/floor'
import type { Floor } from '#platform/db/floor'
import { floorOver } from '#platform/db/floor'
import type { Tx } from '#platform/db/tx'
import type { Stage } from '#platform/act'
import type { Actor, Tenant } from '#platform/actor'
import { bySeat, systemActor } from '#platform/identity/reach'
import { testDatabase } from '#testing'
import { makeIds } from '#basics/id'
import type { Id } from '#basics/id'
import { wire } from '../app/modules.ts'
import { layCatalogue } from './scene-catalogue.ts'

/** Who is who in a scene; the actor of each is asked for by this name. */
export const cast = {
  employee: { name: 'Bo Ingelström', title: 'Biståndsbedömare', unit: 'social-bistand', role: 'employee' },
  colleague: { name: 'Cia Ek', title: 'Biståndsbedömare', unit: 'social-bistand', role: 'employee' },
  teacher: { name: 'Disa Norr', title: 'Lärare', unit: 'skola-norr', role: 'employee' },
  purchaser: { name: 'Eva Lind', title: 'Enhetschef', unit: 'social', role: 'employee' },
  coordinator: { name: 'Finn Alm', title: 'IT-ansvarig', unit: 'social', role: 'employee' },
  agent: { name: 'Alva Linde', title: 'Vaktmästare', unit: 'kontorsservice', role: 'agent' },
  agent2: { name: 'Sten Ek', title: 'Vaktmästare', unit: 'kontorsservice', role: 'agent' },
  itAgent: { name: 'Ivar Tegel', title: 'IT-tekniker', unit: 'it-servicedesk', role: 'agent' },
  itSpecialist: { name: 'Tora Nät', title: 'Driftspecialist', unit: 'it-natverk', role: 'agent' },
  payroll: { name: 'Lo Nilsdotter', title: 'Systemförvaltare', unit: 'lon', role: 'agent' },
  manager: { name: 'Maj Berg', title: 'Enhetschef', unit: 'kontorsservice', role: 'unit_manager' },
  changeManager: { name: 'Ante Katalog', title: 'Ändringsansvarig', unit: 'it', role: 'change_manager' },
  proposer: { name: 'Krister Analys', title: 'Kravanalytiker', unit: 'it', role: 'kravanalytiker' },
  admin: { name: 'Ada Min', title: 'Administratör', unit: 'kit', role: 'administrator' },
  controller: { name: 'Kaj Öre', title: 'Controller', unit: 'kit', role: 'controller' },
  trainee: { name: 'Pia Praktik', title: 'Praktikant', unit: 'kontorsservice', role: 'trainee' },
  /** Handles cases of another authority in the same tenant. */
  otherAuthority: { name: 'Olle Annan', title: 'Handläggare', unit: 'annan-utforare', role: 'agent' },
} as const
export type CastName = keyof typeof cast

/** Role bundles of a scene; the rights are those of modules/organisation/rights.ts. */
const roles: Record<string, readonly string[]> = {
  employee: [],
  trainee: ['case.handle'],
  agent: ['case.handle', 'case.register', 'figures.read'],
  unit_manager: ['case.handle', 'case.register', 'unit.manage', 'figures.read', 'organisation.read_customers'],
  change_manager: [
    'catalogue.propose',
    'catalogue.publish',
    'catalogue.own',
    'organisation.read_customers',
    'figures.read',
  ],
  kravanalytiker: ['catalogue.propose'],
  administrator: [
    'organisation.edit',
    'organisation.read_customers',
    'schedule.edit',
    'catalogue.propose',
    'catalogue.publish',
    'catalogue.own',
    'agreement.edit',
    'systems.edit',
    'premises.edit',
    'registry.edit',
    'outbox.read',
    'journal.read',
    'figures.read',
  ],
  controller: ['figures.read', 'organisation.read_customers', 'journal.read'],
}

interface UnitLine {
  readonly parent: string | null
  readonly name: string
  readonly kind: 'root' | 'office' | 'department' | 'unit' | 'functional_group' | 'administration' | 'school'
  readonly party: 'namnd' | 'social' | 'skola' | 'annan'
}
const units: Record<string, UnitLine> = {
  kit: { parent: null, name: 'Kontoret för interna tjänster', kind: 'office', party: 'namnd' },
  fastighet: { parent: 'kit', name: 'Fastighet & kontorsservice', kind: 'department', party: 'namnd' },
  kontorsservice: { parent: 'fastighet', name: 'Kontorsservice', kind: 'unit', party: 'namnd' },
  it: { parent: 'kit', name: 'IT-enheten', kind: 'unit', party: 'namnd' },
  'it-servicedesk': { parent: 'it', name: 'Servicedesk', kind: 'functional_group', party: 'namnd' },
  'it-natverk': { parent: 'it', name: 'Nätverk och infrastruktur', kind: 'functional_group', party: 'namnd' },
  lon: { parent: 'kit', name: 'Löneenheten', kind: 'unit', party: 'namnd' },
  social: { parent: null, name: 'Socialförvaltningen', kind: 'administration', party: 'social' },
  'social-bistand': { parent: 'social', name: 'Biståndsenheten', kind: 'unit', party: 'social' },
  skola: { parent: null, name: 'Barn- och utbildningsförvaltningen', kind: 'administration', party: 'skola' },
  'skola-norr': { parent: 'skola', name: 'Norra skolan', kind: 'school', party: 'skola' },
  'annan-utforare': { parent: null, name: 'Räddningstjänstens stöd', kind: 'office', party: 'annan' },
}

export interface SceneIds {
  readonly person: Record<CastName, Id>
  readonly seat: Record<CastName, Id>
  readonly account: Record<CastName, Id>
  readonly unit: Record<string, Id>
  readonly party: Record<'kommun' | 'namnd' | 'social' | 'skola' | 'annan' | 'leverantor', Id>
  readonly role: Record<string, Id>
  readonly customer: Record<'social' | 'skola', Id>
  readonly schedule: Record<'kontor' | 'masten', Id>
  readonly place: Record<'kommunhuset' | 'masten' | 'biblioteket', Id>
  readonly circle: Id
  /** Filled by scene-catalogue.ts: areas, services, request types, offerings, promises, systems by code. */
  readonly area: Record<string, Id>
  readonly service: Record<string, Id>
  readonly requestType: Record<string, Id>
  readonly offering: Record<string, Id>
  readonly promise: Record<string, Id>
  readonly system: Record<string, Id>
  readonly form: Record<string, Id>
}

export interface Scene {
  readonly stage: Stage
  /** The tests' shared database unless the scene was opened in another. */
  readonly appPool: Pool
  readonly floor: Floor
  readonly tenant: Tenant
  readonly ids: SceneIds
  /** The actor of a cast member on a day (today of the scene unless told). */
  actor(name: CastName, day?: Temporal.PlainDate): Promise<Actor>
  system(): Promise<Actor>
  /** Sets the scene's clock; `'2012-04-04T15:20'` is Stockholm's local time. */
  at(local: string): Temporal.Instant
  /** A row of the database seen with every authority, for a test's own eyes. */
  peek<T>(run: (tx: Tx) => Promise<T>): Promise<T>
}

export const local = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Stockholm').toInstant()

const since = Temporal.PlainDate.from('2010-01-01')
const origin = 'demonstration'

export async function openScene(options: { start?: string; appPool?: Pool } = {}): Promise<Scene> {
  wire()
  const appPool = options.appPool ?? (await testDatabase()).appPool
  const floor = floorOver(appPool)
  let now = local(options.start ?? '2012-04-02T09:00')
  const newId = makeIds()
  const fresh = (): Id => newId(now)
  const tenant: Tenant = {
    tenantId: fresh(),
    slug: `t${fresh().replaceAll('-', '').slice(-20)}`,
    name: 'Kontoret för interna tjänster',
    municipality: 'Provköpings kommun',
    colour: '#1f5f46',
    language: 'sv',
    demonstration: true,
    timeShiftDays: 0,
  }
  const ids = emptyIds(fresh)
  const reach = {
    tenantId: tenant.tenantId,
    personId: null,
    authorities: Object.values(ids.party),
    customers: [],
    circles: [],
  }
  await within(floor, reach, false, async (tx) => {
    await tx
      .insertInto('platform.tenant')
      .values({
        tenant_id: tenant.tenantId,
        slug: tenant.slug,
        name: tenant.name,
        municipality: tenant.municipality,
        colour: tenant.colour,
        demonstration: true,
      })
      .execute()
    await layOrganisation(tx, tenant.tenantId, ids, fresh)
    await layHours(tx, tenant.tenantId, ids, now)
    await layPeople(tx, tenant.tenantId, ids)
    await layCatalogue(tx, tenant.tenantId, ids, fresh, now)
  })
  const stage: Stage = { floor, clock: () => now }
  const systemOf = (): Promise<Actor> => systemActor(floor, tenant.tenantId)
  return {
    stage,
    appPool,
    floor,
    tenant,
    ids,
    at: (text) => (now = local(text)),
    system: systemOf,
    peek: async (run) => within(floor, await systemOf(), true, run),
    async actor(name, day) {
      const facts = {
        accountId: ids.account[name],
        personId: ids.person[name],
        seatId: ids.seat[name],
        day: day ?? now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate(),
      }
      const found = await bySeat(floor, tenant, facts)
      if (!found) throw new Error(`${name} is not in the scene on that day`)
      return found
    },
  }
}

function emptyIds(fresh: () => Id): SceneIds {
  const each = <K extends string>(keys: readonly K[]): Record<K, Id> =>
    Object.fromEntries(keys.map((key) => [key, fresh()])) as Record<K, Id>
  const names = Object.keys(cast) as CastName[]
  return {
    person: each(names),
    seat: each(names),
    account: each(names),
    unit: each(Object.keys(units)),
    party: each(['kommun', 'namnd', 'social', 'skola', 'annan', 'leverantor']),
    role: each(Object.keys(roles)),
    customer: each(['social', 'skola']),
    schedule: each(['kontor', 'masten']),
    place: each(['kommunhuset', 'masten', 'biblioteket']),
    circle: fresh(),
    area: {},
    service: {},
    requestType: {},
    offering: {},
    promise: {},
    system: {},
    form: {},
  }
}

async function layOrganisation(tx: Tx, tenant_id: Id, ids: SceneIds, fresh: () => Id): Promise<void> {
  const party = (
    party_id: Id,
    kind: 'municipality' | 'board' | 'supplier',
    name: string,
    series_prefix: string | null = null,
  ) => ({ tenant_id, party_id, kind, name, series_prefix, origin })
  await tx
    .insertInto('organisation.party')
    .values([
      party(ids.party.kommun, 'municipality', 'Provköpings kommun'),
      party(ids.party.namnd, 'board', 'Kommunstyrelsen', 'KIT'),
      party(ids.party.social, 'board', 'Socialnämnden'),
      party(ids.party.skola, 'board', 'Barn- och utbildningsnämnden'),
      party(ids.party.annan, 'board', 'Räddningsnämnden', 'RN'),
      party(ids.party.leverantor, 'supplier', 'Driftbolaget AB'),
    ])
    .execute()
  const codes = Object.keys(units)
  await tx
    .insertInto('organisation.unit')
    .values(codes.map((code) => ({ tenant_id, unit_id: ids.unit[code] ?? '', code, origin })))
    .execute()
  await tx
    .insertInto('organisation.unit_placement')
    .values(
      Object.entries(units).map(([code, unit]) => ({
        tenant_id,
        unit_id: ids.unit[code] ?? '',
        valid_from: since,
        parent_unit_id: unit.parent === null ? null : (ids.unit[unit.parent] ?? ''),
        party_id: ids.party[unit.party],
        kind: unit.kind,
        name: unit.name,
      })),
    )
    .execute()
  await tx
    .insertInto('organisation.customer')
    .values(
      (['social', 'skola'] as const).map((code) => ({
        tenant_id,
        customer_id: ids.customer[code],
        unit_id: ids.unit[code] ?? '',
        authority_party_id: ids.party[code],
        customer_type: 'administration',
        settlement: 'posting' as const,
        valid_from: since,
        origin,
      })),
    )
    .execute()
  await tx
    .insertInto('organisation.role')
    .values(
      Object.entries(roles).map(([code, rights]) => ({
        tenant_id,
        role_id: ids.role[code] ?? '',
        version_no: 1,
        code,
        name: code,
        rights: [...rights],
        valid_from: since,
        origin,
      })),
    )
    .execute()
  await tx
    .insertInto('platform.circle')
    .values({ tenant_id, circle_id: ids.circle, name: 'Skyddad krets', legal_ground: 'OSL 26:1' })
    .execute()
  await tx
    .insertInto('platform.circle_reader')
    .values({ tenant_id, circle_id: ids.circle, person_id: ids.person.agent2, valid_from: since })
    .execute()
  void fresh
}

async function layHours(tx: Tx, tenant_id: Id, ids: SceneIds, made_at: Temporal.Instant): Promise<void> {
  const hours: Record<'kontor' | 'masten', readonly [number, number, number][]> = {
    kontor: [
      [1, 465, 1005],
      [2, 465, 1005],
      [3, 465, 1005],
      [4, 465, 1005],
      [5, 465, 900],
    ],
    masten: [
      [1, 420, 1320],
      [2, 420, 1320],
      [3, 420, 1320],
      [4, 420, 1320],
      [5, 420, 1020],
    ],
  }
  for (const key of ['kontor', 'masten'] as const) {
    const schedule_id = ids.schedule[key]
    await tx
      .insertInto('organisation.schedule')
      .values({ tenant_id, schedule_id, name: key === 'kontor' ? 'Kommunhuset' : 'Masten', origin })
      .execute()
    await tx
      .insertInto('organisation.schedule_version')
      .values({ tenant_id, schedule_id, version_no: 1, valid_from: since, made_at })
      .execute()
    await tx
      .insertInto('organisation.schedule_window')
      .values(
        hours[key].map(([weekday, opens_minute, closes_minute]) => ({
          tenant_id,
          schedule_id,
          version_no: 1,
          weekday,
          opens_minute,
          closes_minute,
        })),
      )
      .execute()
  }
  await tx.insertInto('organisation.tenant_schedule').values({ tenant_id, schedule_id: ids.schedule.kontor }).execute()
  await tx
    .insertInto('organisation.place')
    .values([
      {
        tenant_id,
        place_id: ids.place.kommunhuset,
        name: 'Kommunhuset',
        schedule_id: ids.schedule.kontor,
        hours_stated: true,
        valid_from: since,
        origin,
      },
      {
        tenant_id,
        place_id: ids.place.masten,
        name: 'Masten',
        schedule_id: ids.schedule.masten,
        hours_stated: true,
        valid_from: since,
        origin,
      },
      {
        tenant_id,
        place_id: ids.place.biblioteket,
        name: 'Biblioteket',
        schedule_id: null,
        hours_stated: false,
        valid_from: since,
        origin,
      },
    ])
    .execute()
}

async function layPeople(tx: Tx, tenant_id: Id, ids: SceneIds): Promise<void> {
  const names = (Object.keys(cast) as CastName[]).toSorted((a, b) => Number(a === 'trainee') - Number(b === 'trainee'))
  await tx
    .insertInto('organisation.person')
    .values(
      names.map((name) => ({
        tenant_id,
        person_id: ids.person[name],
        name: cast[name].name,
        title: cast[name].title,
        email: `${name.toLowerCase()}@provkoping.example`,
        kind: name === 'trainee' ? ('trainee' as const) : ('employee' as const),
        origin,
        mentor_id: name === 'trainee' ? ids.person.agent : null,
        ended_on: name === 'trainee' ? Temporal.PlainDate.from('2012-12-31') : null,
      })),
    )
    .execute()
  await tx
    .insertInto('organisation.assignment')
    .values(
      names.map((name) => ({
        tenant_id,
        assignment_id: ids.seat[name],
        person_id: ids.person[name],
        role_id: ids.role[cast[name].role] ?? '',
        unit_id: ids.unit[cast[name].unit] ?? '',
        share_percent: '100',
        valid_from: since,
        origin,
      })),
    )
    .execute()
  await tx
    .insertInto('platform.account')
    .values(
      names.map((name) => ({
        tenant_id,
        account_id: ids.account[name],
        person_id: ids.person[name],
        login_name: name.toLowerCase(),
      })),
    )
    .execute()
  await tx
    .insertInto('organisation.mandate')
    .values([
      {
        tenant_id,
        mandate_id: ids.seat.purchaser,
        person_id: ids.person.purchaser,
        customer_id: ids.customer.social,
        kind: 'purchaser',
        limit_ore: 2_000_000n,
        valid_from: since,
        origin,
      },
      {
        tenant_id,
        mandate_id: ids.seat.coordinator,
        person_id: ids.person.coordinator,
        customer_id: ids.customer.social,
        kind: 'coordinator',
        valid_from: since,
        origin,
      },
    ])
    .execute()
}
