// Gives a person a mandate for a customer, as purchaser within areas and a limit or as its one coordinator, and ends it.
import type { Id } from '#basics/id'
import { period } from '#basics/period'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { refuseEnded } from '../people/person.ts'
import { holdPerson } from '../people/store.ts'
import { date, dateOrNull, entered } from '../versioned.ts'
import type { EndMandate, GiveMandate } from './contract.ts'
import { refuseDoubleMandate, refuseOutsideCustomer, refuseSecondCoordinator } from './mandate.ts'
import { endMandateRow, insertMandate, lockCustomer, lockMandate, mandatesHeld } from './store.ts'

export interface SeenMandate {
  readonly mandateId: Id
  readonly version: number
}

export async function giveMandate(
  deed: Deed,
  input: Static<typeof GiveMandate>,
  origin = entered,
): Promise<{ mandateId: Id }> {
  allow(deed.actor, 'organisation.keep_customers')
  const customer = await lockCustomer(deed, input.customerId)
  const person = await holdPerson(deed, input.personId)
  const from = date(input.from)
  refuseEnded(person.endedOn, from, 'personId')
  const during = period(from, dateOrNull(input.to) ?? customer.to)
  refuseOutsideCustomer(customer, during)
  const limitOre = input.limitOre === undefined || input.limitOre === null ? null : BigInt(input.limitOre)
  if (input.kind === 'coordinator' && limitOre !== null)
    refuse({
      code: 'coordinator_has_no_limit',
      status: 422,
      field: 'limitOre',
      sv: 'En samordnare godkänner inga beställningar och har ingen gräns. Lämna fältet tomt.',
      en: 'A coordinator approves no orders and has no limit. Leave the field empty.',
    })
  const held = await mandatesHeld(deed, input.customerId)
  const areaCodes = input.areaCodes ?? []
  if (input.kind === 'coordinator') refuseSecondCoordinator(held, during)
  refuseDoubleMandate(held, { ...during, personId: input.personId, kind: input.kind, areaCodes })
  const mandateId = deed.newId()
  await insertMandate(deed, {
    mandateId,
    customerId: input.customerId,
    personId: input.personId,
    kind: input.kind,
    areaCodes,
    limitOre,
    origin,
    ...during,
  })
  deed.journal({
    verb: 'mandate.given',
    kind: 'mandate',
    id: mandateId,
    facts: {
      customer: input.customerId,
      person: input.personId,
      kind: input.kind,
      areas: areaCodes,
      limitOre: limitOre?.toString() ?? null,
      from: input.from,
      to: during.to?.toString() ?? null,
    },
  })
  deed.changed('organisation', `person:${input.personId}`)
  return { mandateId }
}

export async function endMandate(
  deed: Deed,
  seen: SeenMandate,
  input: Static<typeof EndMandate>,
): Promise<SeenMandate> {
  allow(deed.actor, 'organisation.keep_customers')
  const mandate = await lockMandate(deed, seen.mandateId, seen.version)
  const on = date(input.on)
  period(mandate.valid_from, on, 'on')
  if (mandate.valid_to && Temporal.PlainDate.compare(mandate.valid_to, on) <= 0)
    refuse({
      code: 'mandate_ended',
      status: 409,
      field: 'on',
      sv: `Mandatet slutar redan den ${mandate.valid_to}.`,
      en: `The mandate already ends on ${mandate.valid_to}.`,
    })
  await endMandateRow(deed, seen.mandateId, on)
  deed.journal({
    verb: 'mandate.ended',
    kind: 'mandate',
    id: seen.mandateId,
    facts: { customer: mandate.customer_id, person: mandate.person_id, on: input.on },
  })
  deed.changed('organisation', `person:${mandate.person_id}`)
  return { mandateId: seen.mandateId, version: seen.version + 1 }
}
