// Reads of customers and mandates. `customerOf` and `purchasersFor` are what the rooms above ask; the register itself is
// for those who may read it.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { allow } from '#platform/access'
import type { View } from '#platform/act'
import { reachableOn } from '../people/queries.ts'
import { orderingCustomer, treeOn } from '../units/queries.ts'
import type { Customer, CustomerRow, Mandate } from './contract.ts'
import type { UnmarkedBranch } from './customer.ts'
import { unmarkedBranches } from './customer.ts'
import { coversArea } from './mandate.ts'

type PlainDate = Temporal.PlainDate

/** The customer a unit orders as on a day: the nearest marked unit from itself upwards; null = it cannot order. */
export async function customerOf(view: View, unitId: Id, on: PlainDate): Promise<Customer | null> {
  const nearest = await orderingCustomer(view, unitId, on)
  return nearest ? customerById(view, nearest.customerId, on) : null
}

/** Also one that has ended or not begun, named as of the day. */
export async function customerById(view: View, customerId: Id, on: PlainDate): Promise<Customer> {
  const [found] = await customerRows(view, on).where('c.customer_id', '=', customerId).execute()
  return found ? asCustomer(found) : notFound()
}

export async function customersById(
  view: View,
  customerIds: readonly Id[],
  on: PlainDate,
): Promise<ReadonlyMap<Id, Customer>> {
  if (customerIds.length === 0) return new Map()
  const rows = await customerRows(view, on)
    .where('c.customer_id', 'in', [...new Set(customerIds)])
    .execute()
  return new Map(rows.map((row) => [row.customer_id, asCustomer(row)]))
}

/** Every customer of the day, without the mandates: for choosing among in the rooms above. */
export async function customersOn(view: View, on: PlainDate): Promise<readonly Customer[]> {
  const rows = await customerRows(view, on)
    .where('c.valid_from', '<=', on)
    .where((q) => q.or([q('c.valid_to', 'is', null), q('c.valid_to', '>', on)]))
    .orderBy('c.customer_id')
    .limit(5000)
    .execute()
  return rows.map(asCustomer)
}

/** The register: customers of the day with coordinator and number of purchasers. Not for a trainee (TY-049). */
export async function customerRegister(view: View, on: PlainDate): Promise<CustomerRow[]> {
  allow(view.actor, 'organisation.read_customers')
  const customers = await customersOn(view, on)
  const held =
    customers.length === 0
      ? []
      : await mandateRows(
          view,
          on,
          customers.map((one) => one.customerId),
        )
  const byCustomer = Map.groupBy(held, (one) => one.customerId)
  return customers.map((customer) => {
    const mandates = byCustomer.get(customer.customerId) ?? []
    const coordinator = mandates.find((one) => one.kind === 'coordinator')
    return {
      ...customer,
      coordinator: coordinator ? { personId: coordinator.personId, name: coordinator.personName } : null,
      purchasers: new Set(mandates.filter((one) => one.kind === 'purchaser').map((one) => one.personId)).size,
    }
  })
}

function customerRows(view: View, on: PlainDate) {
  return view.tx
    .selectFrom('organisation.customer as c')
    .innerJoin('organisation.party as authority', (join) =>
      join.onRef('authority.tenant_id', '=', 'c.tenant_id').onRef('authority.party_id', '=', 'c.authority_party_id'),
    )
    .selectAll('c')
    .select((q) => [
      'authority.name as authority_name',
      // its name of the day, or its last or first one when it is not there
      q
        .selectFrom('organisation.unit_placement as u')
        .whereRef('u.unit_id', '=', 'c.unit_id')
        .orderBy((w) => w('u.valid_from', '>', on))
        .orderBy('u.valid_from', 'desc')
        .limit(1)
        .select('u.name')
        .as('unit_name'),
    ])
}

function asCustomer(row: Awaited<ReturnType<ReturnType<typeof customerRows>['execute']>>[number]): Customer {
  return {
    customerId: row.customer_id,
    unitId: row.unit_id,
    name: row.unit_name ?? '',
    authorityPartyId: row.authority_party_id,
    authorityName: row.authority_name,
    customerType: row.customer_type,
    settlement: row.settlement,
    counterpartCode: row.counterpart_code,
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
  }
}

/** The mandates of a customer that hold on the day. For the rooms above; a screen asks `mandateRegister`. */
export function mandatesFor(view: View, customerId: Id, on: PlainDate): Promise<readonly Mandate[]> {
  return mandateRows(view, on, [customerId])
}

/** All mandates of a customer, the latest first: for the register's readers and the customer's own people. */
export async function mandateRegister(view: View, customerId: Id): Promise<Mandate[]> {
  await customerById(view, customerId, view.today)
  const own = new Set(view.actor.customers.includes(customerId) ? ['own_customer'] : [])
  allow(view.actor, 'organisation.read_customer', own)
  return mandateRows(view, null, [customerId])
}

export async function mandateById(view: View, mandateId: Id): Promise<Mandate> {
  const [row] = await mandates(view).where('m.mandate_id', '=', mandateId).execute()
  return row ? asMandate(row) : notFound()
}

/** What a person may order for, on the day. */
export async function mandatesOf(view: View, personId: Id, on: PlainDate): Promise<readonly Mandate[]> {
  const rows = await mandates(view)
    .where('m.person_id', '=', personId)
    .where('m.valid_from', '<=', on)
    .where((q) => q.or([q('m.valid_to', 'is', null), q('m.valid_to', '>', on)]))
    .execute()
  return rows.map(asMandate)
}

async function mandateRows(view: View, on: PlainDate | null, customerIds: readonly Id[]): Promise<Mandate[]> {
  let query = mandates(view)
    .where('m.customer_id', 'in', [...customerIds])
    .orderBy('m.kind')
    .orderBy('m.valid_from', 'desc')
    .orderBy('m.mandate_id')
    .limit(5000)
  if (on)
    query = query
      .where('m.valid_from', '<=', on)
      .where((q) => q.or([q('m.valid_to', 'is', null), q('m.valid_to', '>', on)]))
  return (await query.execute()).map(asMandate)
}

function mandates(view: View) {
  return view.tx
    .selectFrom('organisation.mandate as m')
    .innerJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.person_id', '=', 'm.person_id'),
    )
    .innerJoin('organisation.customer as c', (join) =>
      join.onRef('c.tenant_id', '=', 'm.tenant_id').onRef('c.customer_id', '=', 'm.customer_id'),
    )
    .selectAll('m')
    .select((q) => [
      'p.name as person_name',
      q
        .selectFrom('organisation.unit_placement as u')
        .whereRef('u.unit_id', '=', 'c.unit_id')
        .whereRef('u.valid_from', '<=', 'm.valid_from')
        .orderBy('u.valid_from', 'desc')
        .limit(1)
        .select('u.name')
        .as('customer_name'),
    ])
}

function asMandate(row: Awaited<ReturnType<ReturnType<typeof mandates>['execute']>>[number]): Mandate {
  return {
    mandateId: row.mandate_id,
    customerId: row.customer_id,
    customerName: row.customer_name ?? '',
    personId: row.person_id,
    personName: row.person_name,
    kind: row.kind,
    areaCodes: row.area_codes,
    limitOre: row.limit_ore === null ? null : Number(row.limit_ore),
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
  }
}

export interface Purchaser {
  readonly personId: Id
  readonly name: string
  readonly email: string | null
  readonly mandateId: Id
  /** Highest amount of one order; null = no limit. */
  readonly limitOre: bigint | null
  /** Who acts in the purchaser's place today, when away. */
  readonly deputyId: Id | null
}

/** Who may approve an order of the area for the customer on the day, the lowest limit first; those who left are out. */
export async function purchasersFor(
  view: View,
  customerId: Id,
  areaCode: string | null,
  on: PlainDate,
): Promise<readonly Purchaser[]> {
  const held = (await mandatesFor(view, customerId, on)).filter(
    (one) => one.kind === 'purchaser' && coversArea(one.areaCodes, areaCode),
  )
  const people = await reachableOn(
    view,
    held.map((one) => one.personId),
    on,
  )
  return held
    .flatMap((one) => {
      const person = people.get(one.personId)
      const limitOre = one.limitOre === null ? null : BigInt(one.limitOre)
      return person
        ? [
            {
              personId: one.personId,
              name: person.name,
              email: person.email,
              mandateId: one.mandateId,
              limitOre,
              deputyId: person.deputyId,
            },
          ]
        : []
    })
    .toSorted((a, b) => compareLimits(a.limitOre, b.limitOre))
}

function compareLimits(a: bigint | null, b: bigint | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

export interface ListedBranch extends Omit<UnmarkedBranch, 'unitIds'> {
  /** People assigned there on the day: they cannot order priced services. */
  readonly people: number
}

export async function unmarkedOn(view: View, on: PlainDate): Promise<ListedBranch[]> {
  allow(view.actor, 'organisation.read_customers')
  const branches = unmarkedBranches(await treeOn(view, on))
  const rows = await view.tx
    .selectFrom('organisation.assignment')
    .select((q) => ['unit_id', q.fn.count<bigint>('person_id').distinct().as('people')])
    .where('valid_from', '<=', on)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .groupBy('unit_id')
    .execute()
  const people = new Map(rows.map((row) => [row.unit_id, Number(row.people)]))
  return branches.map(({ unitIds, ...branch }) => ({
    ...branch,
    people: unitIds.reduce((sum, id) => sum + (people.get(id) ?? 0), 0),
  }))
}
