// Which customers use a service (TY-079). The rooms above know: agreements by their lines, cases by their orders. They tell
// it here without this room knowing them; what is mandatory is used by every customer it is mandatory for.
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { EligibilityRow } from './store.ts'
import { customersOn } from './viewer.ts'

type PlainDate = Temporal.PlainDate

export type UsageKind = 'must' | 'agreement' | 'orders'

export interface ServiceUser {
  readonly customerId: Id
  readonly how: UsageKind
}

export type UsageSource = (view: View, serviceId: Id, date: PlainDate) => Promise<readonly ServiceUser[]>

const sources = new Set<UsageSource>()

/** Called once, when the rooms are wired. */
export function declareServiceUsage(source: UsageSource): void {
  sources.add(source)
}

const strongest: readonly UsageKind[] = ['must', 'agreement', 'orders']

/** Each customer once, by its strongest tie, in the order of their names. */
export async function usersOf(
  view: View,
  serviceId: Id,
  eligibility: readonly EligibilityRow[],
  date: PlainDate,
): Promise<readonly { customerId: Id; name: string; how: UsageKind }[]> {
  const customers = await customersOn(view, date)
  const found = new Map<Id, UsageKind>()
  const add = (customerId: Id, how: UsageKind): void => {
    const known = found.get(customerId)
    if (known === undefined || strongest.indexOf(how) < strongest.indexOf(known)) found.set(customerId, how)
  }
  for (const row of eligibility) {
    if (!row.must) continue
    for (const one of customers)
      if (one.customerId === row.customer_id || one.customerType === row.customer_type) add(one.customerId, 'must')
  }
  for (const source of sources) for (const user of await source(view, serviceId, date)) add(user.customerId, user.how)
  return customers.flatMap((one) => {
    const how = found.get(one.customerId)
    return how === undefined ? [] : [{ customerId: one.customerId, name: one.name, how }]
  })
}
