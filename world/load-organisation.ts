// Lays Tyresö's organisation: parties, the dated tree, hours, people, roles, customers, mandates, seats and posts.
import type { Id } from '#basics/id'
import type { Tx } from '#platform/db/tx'
import { rightsOf } from '#organisation'
import { dateOrNull, originText, plainDate } from './load-keys.ts'
import type { Keys } from './load-keys.ts'
import {
  assignments,
  customers,
  mandateAssignments,
  mandates,
  parties,
  people,
  places,
  posts,
  printedStaffing,
  roleVersions,
  schedules,
  seats,
  units,
} from './tyreso/index.ts'

export interface Laying {
  readonly tx: Tx
  readonly tenantId: Id
  readonly keys: Keys
  readonly madeAt: Temporal.Instant
}

const prefixes: Readonly<Record<string, string>> = { kommunstyrelsen: 'KIT' }
const since = plainDate('2010-01-01')
const minute = (time: string): number => {
  const [hours = '0', minutes = '0'] = time.split(/[:.]/)
  return Number(hours) * 60 + Number(minutes)
}

export async function layOrganisation(laying: Laying): Promise<void> {
  await layParties(laying)
  await layHours(laying)
  await layUnits(laying)
  await layPeople(laying)
  await layRoles(laying)
  await layCustomers(laying)
  await layPosts(laying)
}

async function layParties({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  await tx
    .insertInto('organisation.party')
    .values(
      parties.map((party) => ({
        tenant_id,
        party_id: keys.id('party', party.key),
        kind: party.kind,
        name: party.name.sv,
        series_prefix: prefixes[party.key] ?? null,
        origin: originText(party.origin),
      })),
    )
    .execute()
  const boards = parties.filter((party) => party.boardOf !== null)
  if (boards.length > 0)
    await tx
      .insertInto('organisation.party_relation')
      .values(
        boards.map((party) => ({
          tenant_id,
          party_id: keys.of('party', party.key),
          kind: 'board_of' as const,
          other_party_id: keys.of('party', party.boardOf ?? ''),
          valid_from: since,
        })),
      )
      .execute()
}

async function layHours({ tx, tenantId: tenant_id, keys, madeAt }: Laying): Promise<void> {
  for (const schedule of schedules) {
    const schedule_id = keys.id('schedule', schedule.key)
    await tx
      .insertInto('organisation.schedule')
      .values({
        tenant_id,
        schedule_id,
        name: schedule.name.sv,
        parent_schedule_id: schedule.parent === null ? null : keys.of('schedule', schedule.parent),
        origin: originText(schedule.origin),
      })
      .execute()
    const parent = schedule.parent === null ? null : keys.of('schedule', schedule.parent)
    await tx
      .insertInto('organisation.schedule_version')
      .values({
        tenant_id,
        schedule_id,
        version_no: 1,
        valid_from: plainDate(schedule.from),
        made_at: madeAt,
        parent_schedule_id: parent,
        parent_version_no: parent === null ? null : 1,
      })
      .execute()
    if (schedule.windows.length > 0)
      await tx
        .insertInto('organisation.schedule_window')
        .values(
          schedule.windows.map((window) => ({
            tenant_id,
            schedule_id,
            version_no: 1,
            weekday: window.weekday,
            opens_minute: minute(window.opens),
            closes_minute: minute(window.closes),
          })),
        )
        .execute()
    if (schedule.exceptions.length > 0)
      await tx
        .insertInto('organisation.schedule_day')
        .values(
          schedule.exceptions.map((day) => ({
            tenant_id,
            schedule_id,
            version_no: 1,
            day: plainDate(day.date),
            kind: day.windows.length === 0 ? ('closed' as const) : ('half_day' as const),
            windows: day.windows.map((window) => `[${minute(window.opens)},${minute(window.closes)})`),
            name: day.reason.sv,
            name_en: day.reason.en,
          })),
        )
        .execute()
  }
  await tx
    .insertInto('organisation.tenant_schedule')
    .values({ tenant_id, schedule_id: keys.of('schedule', schedules[0]?.key ?? '') })
    .execute()
}

async function layUnits({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  await tx
    .insertInto('organisation.unit')
    .values(
      units.map((unit) => ({
        tenant_id,
        unit_id: keys.id('unit', unit.key),
        code: unit.key,
        short_name: unit.short,
        origin: originText(unit.placements[0]?.origin ?? 'demonstration'),
      })),
    )
    .execute()
  await tx
    .insertInto('organisation.unit_placement')
    .values(
      units.flatMap((unit) =>
        unit.placements.map((placement) => ({
          tenant_id,
          unit_id: keys.of('unit', unit.key),
          valid_from: plainDate(placement.from),
          valid_to: dateOrNull(placement.to),
          parent_unit_id: placement.parent === null ? null : keys.of('unit', placement.parent),
          party_id: keys.of('party', unit.party),
          kind: placement.kind,
          name: placement.name.sv,
          head_title: placement.headTitle,
          origin: originText(placement.origin),
        })),
      ),
    )
    .execute()
  const own = units.filter((unit) => unit.schedule !== null)
  if (own.length > 0)
    await tx
      .insertInto('organisation.unit_schedule')
      .values(
        own.map((unit) => ({
          tenant_id,
          unit_id: keys.of('unit', unit.key),
          schedule_id: keys.of('schedule', unit.schedule ?? ''),
          valid_from: since,
        })),
      )
      .execute()
  await tx
    .insertInto('organisation.place')
    .values(
      places.map((place) => ({
        tenant_id,
        place_id: keys.id('place', place.key),
        name: place.name.sv,
        said_at: place.at,
        schedule_id: place.schedule === null ? null : keys.of('schedule', place.schedule),
        hours_stated: place.schedule !== null,
        served_by_unit_id: keys.of('unit', place.servedBy),
        valid_from: since,
        origin: originText(place.origin),
      })),
    )
    .execute()
}

async function layPeople({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  const row = (person: (typeof people)[number]) => {
    const own = assignments.find((one) => one.person === person.key)
    const trainee = person.kind === 'trainee'
    return {
      tenant_id,
      person_id: keys.id('person', person.key),
      name: `${person.given} ${person.family}`,
      title: own?.title ?? null,
      email: person.email,
      telephone: person.phone,
      protected: person.protected,
      kind: person.kind,
      mentor_id: trainee && own?.mentor ? keys.id('person', own.mentor) : null,
      ended_on: trainee ? dateOrNull(own?.to ?? null) : null,
      origin: originText(person.origin),
    }
  }
  const ordered = people.toSorted((a, b) => Number(a.kind === 'trainee') - Number(b.kind === 'trainee'))
  await tx.insertInto('organisation.person').values(ordered.map(row)).execute()
  await tx
    .insertInto('platform.account')
    .values(
      people.map((person) => ({
        tenant_id,
        account_id: keys.id('account', person.key),
        person_id: keys.of('person', person.key),
        login_name: person.email.toLowerCase(),
      })),
    )
    .execute()
}

async function layRoles({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  await tx
    .insertInto('organisation.role')
    .values(
      roleVersions.map((role) => ({
        tenant_id,
        role_id: keys.id('role', role.role),
        version_no: role.version,
        code: role.role,
        name: role.name.sv,
        level: role.level,
        level_basis: role.levelBasis,
        model: role.model,
        rights: [...rightsOf(role.bundle)],
        responsibilities: [...role.responsibilities],
        competences: [...role.competences],
        valid_from: plainDate(role.from),
        valid_to: dateOrNull(role.to),
        origin: originText(role.origin),
      })),
    )
    .execute()
  const before = roleVersions.flatMap((role) =>
    role.predecessors.flatMap((predecessor) => {
      const older =
        roleVersions.filter((one) => one.role === predecessor.role && one.from < role.from).at(-1) ??
        roleVersions.find((one) => one.role === predecessor.role)
      return older
        ? [
            {
              tenant_id,
              role_id: keys.of('role', role.role),
              version_no: role.version,
              predecessor_role_id: keys.of('role', older.role),
              predecessor_version_no: older.version,
              basis: predecessor.basis,
            },
          ]
        : []
    }),
  )
  if (before.length > 0)
    await tx
      .insertInto('organisation.role_predecessor')
      .values(before)
      .onConflict((c) => c.doNothing())
      .execute()
  await tx
    .insertInto('organisation.assignment')
    .values(
      [...assignments, ...mandateAssignments].map((one) => ({
        tenant_id,
        assignment_id: keys.id('assignment', `${one.person} ${one.role} ${one.unit}`),
        person_id: keys.of('person', one.person),
        role_id: keys.of('role', one.role),
        unit_id: keys.of('unit', one.unit),
        title: one.title,
        responsible: one.responsible,
        share_percent: String(one.sharePercent),
        valid_from: plainDate(one.from),
        valid_to: dateOrNull(one.to),
        origin: originText(one.origin),
      })),
    )
    .execute()
  const screens = {
    portal: '/',
    approvals: '/godkannanden',
    queue: '/arenden/ko',
    unit: '/enhetens-siffror',
    customers: '/organisation/kunder',
    catalogue: '/katalog',
    administration: '/organisation',
    figures: '/siffror',
  } as const
  await tx
    .insertInto('organisation.demonstration_seat')
    .values(
      seats.map((seat, n) => ({
        tenant_id,
        assignment_id: keys.of('assignment', `${seat.person} ${seat.role} ${seat.unit}`),
        position: n + 1,
        label: seat.name.sv,
        first_screen: screens[seat.firstScreen],
      })),
    )
    .execute()
}

async function layCustomers({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  const partyOf = (unit: string): Id => keys.of('party', units.find((one) => one.key === unit)?.party ?? '')
  await tx
    .insertInto('organisation.customer')
    .values(
      customers.map((customer) => ({
        tenant_id,
        customer_id: keys.id('customer', customer.unit),
        unit_id: keys.of('unit', customer.unit),
        authority_party_id: partyOf(customer.unit),
        customer_type: customer.type,
        settlement: customer.settlement,
        counterpart_code: customer.counterpartCode,
        valid_from: plainDate(customer.from),
        valid_to: dateOrNull(customer.to),
        origin: originText(customer.origin),
      })),
    )
    .execute()
  await tx
    .insertInto('organisation.mandate')
    .values(
      mandates.map((mandate, n) => ({
        tenant_id,
        mandate_id: keys.id('assignment', `mandate ${n}`),
        person_id: keys.of('person', mandate.person),
        customer_id: keys.of('customer', mandate.customer),
        kind: mandate.kind,
        area_codes: mandate.scope === 'all' ? [] : [...mandate.scope],
        limit_ore: mandate.limitOre,
        valid_from: plainDate(mandate.from),
        valid_to: dateOrNull(mandate.to),
        origin: originText(mandate.origin),
      })),
    )
    .execute()
}

async function layPosts({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  await tx
    .insertInto('organisation.post')
    .values(
      posts.map((post) => ({
        tenant_id,
        post_id: keys.id('assignment', `post ${post.key}`),
        unit_id: keys.of('unit', post.unit),
        title: post.title,
        share_percent: post.percent === null ? null : String(post.percent),
        state: post.state,
        recruitment: post.channel,
        valid_from: plainDate('2012-01-01'),
        origin: originText(post.origin),
      })),
    )
    .execute()
  const measures = {
    persons: 'heads_text',
    full_time_equivalents: 'full_time',
    posts: 'posts',
    chart_box: 'heads_chart',
  } as const
  await tx
    .insertInto('organisation.printed_count')
    .values(
      printedStaffing.map((printed) => ({
        tenant_id,
        unit_id: keys.of('unit', printed.unit),
        measure: measures[printed.measure],
        value: (printed.hundredths / 100).toFixed(2),
        quote: printed.text,
        origin: originText(printed.origin),
      })),
    )
    .execute()
}
