// Whose customer the viewer is: what a price, a choice of services and a backing of a wish are asked for. The seat's own
// unit resolves to the nearest marked ancestor of the day (model.md §2); mandates reach other customers beside it.
import { customerOf, customersOn as customersOfDay, mandatesFor } from '#organisation'
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import { seesWholeCatalogue } from './access.ts'

type PlainDate = Temporal.PlainDate

export interface CustomerRef {
  readonly customerId: Id
  readonly name: string
  readonly customerType: string
}

export interface Audience {
  /** The seat's own customer, or the only one the viewer has a mandate for. */
  readonly own: CustomerRef | null
  readonly all: readonly CustomerRef[]
  /** Works in the office: sees every service whoever may have it. */
  readonly everything: boolean
}

export async function audienceOf(view: View, date: PlainDate): Promise<Audience> {
  const everything = seesWholeCatalogue(view.actor)
  const seated = await customerOfSeat(view, date)
  const mandated = await customersByIds(view, view.actor.customers, date)
  const others = mandated.filter((one) => one.customerId !== seated?.customerId)
  const own = seated ?? (mandated.length === 1 ? (mandated[0] ?? null) : null)
  return { own, all: seated ? [seated, ...others] : others, everything }
}

async function customerOfSeat(view: View, date: PlainDate): Promise<CustomerRef | null> {
  if (view.actor.seatId === null) return null
  const seat = await view.tx
    .selectFrom('organisation.assignment')
    .select('unit_id')
    .where('assignment_id', '=', view.actor.seatId)
    .executeTakeFirst()
  const customer = seat ? await customerOf(view, seat.unit_id, date) : null
  return customer && asRef(customer)
}

const asRef = ({ customerId, name, customerType }: CustomerRef): CustomerRef => ({ customerId, name, customerType })

export async function customersByIds(view: View, ids: readonly Id[], date: PlainDate): Promise<readonly CustomerRef[]> {
  if (ids.length === 0) return []
  return (await customersOn(view, date)).filter((one) => ids.includes(one.customerId))
}

/** Every customer of the day with the name its unit has then, in the order of the names. */
export async function customersOn(view: View, date: PlainDate): Promise<readonly CustomerRef[]> {
  const customers = await customersOfDay(view, date)
  return customers.map(asRef).toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/** The people who sign for a customer on a day: its purchasers and its coordinator. */
export async function signersOf(view: View, customerIds: readonly Id[], date: PlainDate): Promise<readonly Id[]> {
  const people = new Set<Id>()
  for (const customerId of customerIds)
    for (const mandate of await mandatesFor(view, customerId, date)) people.add(mandate.personId)
  return [...people]
}
