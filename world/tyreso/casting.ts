// Who plays in the stories: which units use a house, who works where on a day, who may approve for a customer.
import { customers, mandates } from './customers.ts'
import { units } from './organisation.ts'
import { assignments, people } from './people.ts'
import { buildings } from './premises.ts'
import type { Chance } from './chance.ts'

interface Dated {
  readonly from: string
  readonly to: string | null
}

function inForce(row: Dated, date: string): boolean {
  return row.from <= date && (row.to === null || date < row.to)
}

const unitByKey = new Map(units.map((unit) => [unit.key, unit]))
const customerUnits = new Set(customers.map((customer) => customer.unit))
const personByKey = new Map(people.map((person) => [person.key, person]))

export function givenName(person: string): string {
  const found = personByKey.get(person)
  if (!found) throw new Error(`nobody is called ${person}`)
  return found.given
}

function parentOf(unit: string, date: string): string | null {
  return unitByKey.get(unit)?.placements.find((placement) => inForce(placement, date))?.parent ?? null
}

/** The nearest marked ancestor: at most one customer a day (model.md §2). */
export function customerOf(unit: string, date: string): string | null {
  for (let at: string | null = unit; at !== null; at = parentOf(at, date)) if (customerUnits.has(at)) return at
  return null
}

/** Units of the office whose people also report faults where they sit. */
const officeUnits = ['kansli', 'upphandling', 'personal', 'redovisning', 'ekonomer'] as const
const customerWorkplaces = new Set(buildings.flatMap((building) => building.users).filter((unit) => unit !== 'kit'))

export interface Asker {
  readonly person: string
  readonly unit: string
}

/** Everybody whose first assignment is at one of the units; kit stands for the office's desks. */
export function peopleAt(unitKeys: readonly string[], date: string): readonly Asker[] {
  const wanted = new Set(unitKeys.flatMap((unit) => (unit === 'kit' ? officeUnits : [unit])))
  return assignments
    .filter((row) => wanted.has(row.unit) && inForce(row, date) && row.role !== 'praktikant')
    .map((row) => ({ person: row.person, unit: row.unit }))
}

export function anyCustomerPerson(date: string): readonly Asker[] {
  return peopleAt([...customerWorkplaces], date)
}

export function agentsOf(unit: string, roles: readonly string[], date: string): readonly string[] {
  const found = assignments.filter((row) => row.unit === unit && roles.includes(row.role) && inForce(row, date))
  if (found.length === 0) throw new Error(`no ${roles.join(' or ')} at ${unit} on ${date}`)
  return found.map((row) => row.person)
}

const handOverRoles: Readonly<Record<string, readonly string[]>> = {
  kontorsservice: ['vaktmastare'],
  fastighet: ['servicetekniker'],
  'it-uc': ['medarbetare-drift'],
  'it-natverk': ['medarbetare-drift'],
}

/** Who receives at the unit that a case is handed over to. */
export function receiversAt(unit: string, date: string): readonly string[] {
  return agentsOf(unit, handOverRoles[unit] ?? [], date)
}

/** The property administrator sorts that unit's queue, a colleague while she is away in July; elsewhere any agent. */
export function dispatcherOf(unit: string, agents: readonly string[], date: string, chance: Chance): string {
  if (unit !== 'fastighet') return chance.pick(agents)
  return date.startsWith('2012-07') ? 'lena.daggkapa' : 'britta.liljekonvalj'
}

const managers: Readonly<Record<string, string>> = { kontorsservice: 'siv.renfana', fastighet: 'einar.akerbar' }

export function managerOf(unit: string): string {
  return managers[unit] ?? 'vega.angsull'
}

export function purchasersFor(customer: string, area: string, amountOre: bigint, date: string): readonly string[] {
  return mandates
    .filter((row) => row.kind === 'purchaser' && row.customer === customer && inForce(row, date))
    .filter((row) => row.scope === 'all' || row.scope.includes(area))
    .filter((row) => row.limitOre !== null && row.limitOre >= amountOre)
    .map((row) => row.person)
}

export function mayApprove(person: string, date: string): boolean {
  return mandates.some((row) => row.kind === 'purchaser' && row.person === person && inForce(row, date))
}
