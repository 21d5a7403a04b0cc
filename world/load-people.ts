// Lays an office's people: who they are, their roles over time, the seats of the demonstration, customers with their
// mandates, and posts.
import type { Id } from '#basics/id'
import { rightsOf } from '#organisation'
import { assignmentKey } from './ids.ts'
import { lay, dateOrNull, validity } from './load-rows.ts'
import type { Laying } from './load-rows.ts'
import { originText } from './office.ts'
import type { OfficeRows } from './office.ts'
import type { SeatRow } from './tyreso/customers.ts'
import type { PrintedStaffing } from './tyreso/posts.ts'
import type { RoleVersion } from './tyreso/roles.ts'

export async function layPeople(laying: Laying): Promise<void> {
  await layPersons(laying)
  await layRoles(laying)
  await layAssignments(laying)
  await layCustomers(laying)
  await layPosts(laying)
}

async function layPersons(laying: Laying): Promise<void> {
  const { id, rows } = laying
  const isTrainee = (person: OfficeRows['people'][number]): boolean => person.kind === 'trainee'
  await lay(
    laying,
    'organisation.person',
    // A trainee refers to a mentor, who must be there first.
    rows.people
      .toSorted((a, b) => Number(isTrainee(a)) - Number(isTrainee(b)))
      .map((person) => {
        const own = rows.assignments.find((one) => one.person === person.key)
        return {
          person_id: id('person', person.key),
          name: `${person.given} ${person.family}`,
          title: own?.title ?? null,
          email: person.email,
          telephone: person.phone,
          protected: person.protected,
          kind: person.kind,
          mentor_id: isTrainee(person) && own?.mentor ? id('person', own.mentor) : null,
          ended_on: isTrainee(person) ? dateOrNull(own?.to ?? null) : null,
          origin: originText(person.origin),
        }
      }),
  )
  await lay(
    laying,
    'platform.account',
    rows.people.map((person) => ({
      account_id: id('account', person.key),
      person_id: id('person', person.key),
      login_name: person.email.toLowerCase(),
    })),
  )
}

async function layRoles(laying: Laying): Promise<void> {
  const { id, rows } = laying
  await lay(
    laying,
    'organisation.role',
    rows.roleVersions.map((role) => ({
      role_id: id('role', role.role),
      version_no: role.version,
      code: role.role,
      name: role.name.sv,
      level: role.level,
      level_basis: role.levelBasis,
      model: role.model,
      rights: [...rightsOf(role.bundle)],
      responsibilities: [...role.responsibilities],
      competences: [...role.competences],
      ...validity(role),
      origin: originText(role.origin),
    })),
  )
  const before = rows.roleVersions.flatMap((role) => predecessorsOf(laying, role))
  // Two roles of an older model may have become one.
  const once = new Map(before.map((one) => [Object.values(one).join(' '), one]))
  await lay(laying, 'organisation.role_predecessor', [...once.values()])
}

function predecessorsOf({ id, rows }: Laying, role: RoleVersion) {
  return role.predecessors.flatMap(({ role: name, basis }) => {
    const versions = rows.roleVersions.filter((one) => one.role === name)
    const older = versions.findLast((one) => one.from < role.from) ?? versions[0]
    if (!older) return []
    return [
      {
        role_id: id('role', role.role),
        version_no: role.version,
        predecessor_role_id: id('role', older.role),
        predecessor_version_no: older.version,
        basis,
      },
    ]
  })
}

const screens: Readonly<Record<SeatRow['firstScreen'], string>> = {
  portal: '/',
  approvals: '/godkannanden',
  queue: '/arenden/ko',
  unit: '/enhetens-siffror',
  customers: '/organisation/kunder',
  catalogue: '/katalog',
  administration: '/organisation',
  figures: '/siffror',
}

async function layAssignments(laying: Laying): Promise<void> {
  const { id, rows } = laying
  await lay(
    laying,
    'organisation.assignment',
    [...rows.assignments, ...rows.mandateAssignments].map((one) => ({
      assignment_id: id('assignment', assignmentKey(one)),
      person_id: id('person', one.person),
      role_id: id('role', one.role),
      unit_id: id('unit', one.unit),
      title: one.title,
      responsible: one.responsible,
      share_percent: String(one.sharePercent),
      ...validity(one),
      origin: originText(one.origin),
    })),
  )
  await lay(
    laying,
    'organisation.demonstration_seat',
    rows.seats.map((seat, n) => ({
      assignment_id: id('assignment', assignmentKey(seat)),
      position: n + 1,
      label: seat.name.sv,
      first_screen: screens[seat.firstScreen],
    })),
  )
}

async function layCustomers(laying: Laying): Promise<void> {
  const { id, rows } = laying
  const authorityOf = (unit: string): Id => id('party', rows.units.find((one) => one.key === unit)?.party ?? '')
  await lay(
    laying,
    'organisation.customer',
    rows.customers.map((customer) => ({
      customer_id: id('customer', customer.unit),
      unit_id: id('unit', customer.unit),
      authority_party_id: authorityOf(customer.unit),
      customer_type: customer.type,
      settlement: customer.settlement,
      counterpart_code: customer.counterpartCode,
      ...validity(customer),
      origin: originText(customer.origin),
    })),
  )
  await lay(
    laying,
    'organisation.mandate',
    rows.mandates.map((mandate, n) => ({
      mandate_id: id('mandate', String(n)),
      person_id: id('person', mandate.person),
      customer_id: id('customer', mandate.customer),
      kind: mandate.kind,
      area_codes: mandate.scope === 'all' ? [] : [...mandate.scope],
      limit_ore: mandate.limitOre,
      ...validity(mandate),
      origin: originText(mandate.origin),
    })),
  )
}

const measures: Readonly<Record<PrintedStaffing['measure'], 'heads_text' | 'full_time' | 'posts' | 'heads_chart'>> = {
  persons: 'heads_text',
  full_time_equivalents: 'full_time',
  posts: 'posts',
  chart_box: 'heads_chart',
}

async function layPosts(laying: Laying): Promise<void> {
  const { id, office, rows } = laying
  await lay(
    laying,
    'organisation.post',
    rows.posts.map((post) => ({
      post_id: id('post', post.key),
      unit_id: id('unit', post.unit),
      title: post.title,
      share_percent: post.percent === null ? null : String(post.percent),
      state: post.state,
      recruitment: post.channel,
      valid_from: office.registeredOn,
      origin: originText(post.origin),
    })),
  )
  await lay(
    laying,
    'organisation.printed_count',
    rows.printedStaffing.map((printed) => ({
      unit_id: id('unit', printed.unit),
      measure: measures[printed.measure],
      value: (printed.hundredths / 100).toFixed(2),
      quote: printed.text,
      origin: originText(printed.origin),
    })),
  )
}
