// The rules of a mandate: a person orders for a customer within areas and up to a limit (purchaser), or coordinates it;
// one coordinator per customer at a time (TY-029). Beställarfunktion is a provider's unit and never stands here.
import type { Id } from '#basics/id'
import type { Period } from '#basics/period'
import { covers, overlaps } from '#basics/period'
import { refuse } from '#basics/refusal'

export const mandateKinds = ['purchaser', 'coordinator'] as const
export type MandateKind = (typeof mandateKinds)[number]

export interface HeldMandate extends Period {
  readonly mandateId: Id
  readonly personId: Id
  readonly personName: string
  readonly kind: MandateKind
  readonly areaCodes: readonly string[]
}

/** No area named = every area. */
export function coversArea(areaCodes: readonly string[], areaCode: string | null): boolean {
  return areaCodes.length === 0 || (areaCode !== null && areaCodes.includes(areaCode))
}

export function refuseSecondCoordinator(held: readonly HeldMandate[], wanted: Period): void {
  const other = held.find((one) => one.kind === 'coordinator' && overlaps(one, wanted))
  if (other)
    refuse({
      code: 'coordinator_already',
      status: 409,
      field: 'from',
      sv: `${other.personName} är redan samordnare från ${other.from}${other.to ? ` till ${other.to}` : ''}. En kund har en samordnare i taget. Avsluta det mandatet först.`,
      en: `${other.personName} is already coordinator from ${other.from}${other.to ? ` to ${other.to}` : ''}. A customer has one coordinator at a time. End that mandate first.`,
    })
}

/** One person, one limit for an area at a time. */
export function refuseDoubleMandate(
  held: readonly HeldMandate[],
  wanted: Period & Pick<HeldMandate, 'personId' | 'kind' | 'areaCodes'>,
): void {
  const sameArea = (codes: readonly string[]): boolean =>
    codes.length === 0 || wanted.areaCodes.length === 0 || codes.some((code) => wanted.areaCodes.includes(code))
  const twice = held.find(
    (one) =>
      one.kind === 'purchaser' &&
      wanted.kind === 'purchaser' &&
      one.personId === wanted.personId &&
      sameArea(one.areaCodes) &&
      overlaps(one, wanted),
  )
  if (twice)
    refuse({
      code: 'mandate_already',
      status: 409,
      field: 'personId',
      sv: `Personen har redan mandat som beställare från ${twice.from} för samma område. Avsluta det först.`,
      en: `The person already has a mandate as purchaser from ${twice.from} for the same area. End that first.`,
    })
}

export function refuseOutsideCustomer(customer: Period, wanted: Period): void {
  if (!covers(customer, wanted))
    refuse({
      code: 'outside_customer',
      status: 422,
      field: 'from',
      sv: `Kunden finns från ${customer.from}${customer.to ? ` till ${customer.to}` : ''}. Mandatet ska ligga inom den tiden.`,
      en: `The customer exists from ${customer.from}${customer.to ? ` to ${customer.to}` : ''}. The mandate must lie within that time.`,
    })
}
