// Who orders: the requester's unit, the customer that pays for it, its purchasers, and how a person is reached.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import { customerOf as nearestCustomer, purchasersFor as purchasersOf, unitIdsOf } from '#organisation'
import type { AskedPurchaser } from './ask-purchaser.ts'

export interface Customer {
  readonly customerId: Id
  readonly authorityPartyId: Id
  readonly customerType: string
}

export async function customerOf(view: View, unitId: Id): Promise<Customer | null> {
  const found = await nearestCustomer(view, unitId, view.today)
  return (
    found && {
      customerId: found.customerId,
      authorityPartyId: found.authorityPartyId,
      customerType: found.customerType,
    }
  )
}

/** Who may order is data: customer types or named customers; no row means everybody (HS-012). What is not for them does not exist. */
export async function mustBeOffered(view: View, serviceId: Id, customer: Customer): Promise<void> {
  const rows = await view.tx
    .selectFrom('catalogue.eligibility')
    .select(['customer_type', 'customer_id'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('service_id', '=', serviceId)
    .execute()
  if (
    rows.length > 0 &&
    !rows.some((row) => row.customer_id === customer.customerId || row.customer_type === customer.customerType)
  )
    notFound()
}

/** The unit a person orders from: the seat's when it is one's own, else the first assignment of the day. */
export async function requesterFacts(view: View, personId: Id, seatId: Id | null): Promise<{ unitId: Id | null }> {
  if (seatId !== null) {
    const seat = await view.tx
      .selectFrom('organisation.assignment')
      .select('unit_id')
      .where('tenant_id', '=', view.tenant.tenantId)
      .where('assignment_id', '=', seatId)
      .executeTakeFirst()
    if (seat) return { unitId: seat.unit_id }
  }
  const person = await view.tx
    .selectFrom('organisation.person')
    .select('person_id')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person)
    refuse({
      code: 'unknown_person',
      status: 422,
      field: 'onBehalfOf',
      sv: 'Personen finns inte. Sök upp rätt person.',
      en: 'There is no such person. Look up the right one.',
    })
  return { unitId: (await unitIdsOf(view, personId, view.today))[0] ?? null }
}

export async function purchasersFor(view: View, customerId: Id, areaCode: string): Promise<readonly AskedPurchaser[]> {
  const held = await purchasersOf(view, customerId, areaCode, view.today)
  return held.flatMap((one) => [
    { personId: one.personId, limitOre: one.limitOre, deputyFor: null },
    ...(one.deputyId === null ? [] : [{ personId: one.deputyId, limitOre: one.limitOre, deputyFor: one.personId }]),
  ])
}

export async function personToWrite(view: View, personId: Id): Promise<{ name: string; email: string } | null> {
  const row = await view.tx
    .selectFrom('organisation.person')
    .select(['name', 'email'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.email ? { name: row.name, email: row.email } : null
}
