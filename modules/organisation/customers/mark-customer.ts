// Marks a unit as ordering and paying customer from a day, and ends it.
import type { Id } from '#basics/id'
import { overlaps, period } from '#basics/period'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { refuseUnitNotThere } from '../assignments/unit-there.ts'
import { providerPartyOf } from '../units/queries.ts'
import { placementsOf } from '../units/store.ts'
import { date, dateOrNull, entered } from '../versioned.ts'
import type { EndCustomer, MarkCustomer } from './contract.ts'
import { usualSettlement } from './customer.ts'
import { endCustomerRow, insertCustomer, legalFacts, lockCustomer, markingsOf } from './store.ts'

export interface SeenCustomer {
  readonly customerId: Id
  readonly version: number
}

export async function markCustomer(
  deed: Deed,
  input: Static<typeof MarkCustomer>,
  origin = entered,
): Promise<{ customerId: Id }> {
  allow(deed.actor, 'organisation.keep_customers')
  const during = period(date(input.from), dateOrNull(input.to))
  const markings = await markingsOf(deed, input.unitId)
  refuseUnitNotThere(await placementsOf(deed, input.unitId), during, 'from')
  if (markings.some((one) => overlaps(one, during)))
    refuse({
      code: 'customer_already',
      status: 409,
      field: 'unitId',
      sv: 'Enheten är redan märkt som kund under den tiden. Avsluta den märkningen först.',
      en: 'The unit is already marked as customer during that time. End that marking first.',
    })
  const authorityPartyId = input.authorityPartyId ?? (await providerPartyOf(deed, input.unitId, during.from)).partyId
  const legal = await legalFacts(deed, during.from)
  const settlement = input.settlement ?? usualSettlement(legal, authorityPartyId, legal.providers)
  const customerId = deed.newId()
  await insertCustomer(deed, {
    customerId,
    unitId: input.unitId,
    authorityPartyId,
    customerType: input.customerType,
    settlement,
    counterpartCode: input.counterpartCode ?? null,
    origin,
    ...during,
  })
  deed.journal({
    verb: 'customer.marked',
    kind: 'customer',
    id: customerId,
    facts: {
      unit: input.unitId,
      authority: authorityPartyId,
      type: input.customerType,
      settlement,
      from: input.from,
      to: input.to ?? null,
    },
  })
  deed.changed('organisation')
  return { customerId }
}

export async function endCustomer(
  deed: Deed,
  seen: SeenCustomer,
  input: Static<typeof EndCustomer>,
): Promise<SeenCustomer> {
  allow(deed.actor, 'organisation.keep_customers')
  const customer = await lockCustomer(deed, seen.customerId, seen.version)
  const on = date(input.on)
  period(customer.from, on, 'on')
  const mandates = await endCustomerRow(deed, seen.customerId, on)
  deed.journal({ verb: 'customer.ended', kind: 'customer', id: seen.customerId, facts: { on: input.on, mandates } })
  deed.changed('organisation')
  return { customerId: seen.customerId, version: seen.version + 1 }
}
