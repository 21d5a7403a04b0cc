// Finds prices that would hold on the same days for the same offering, channel and customer type.
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { Channel } from '../promise.ts'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export interface PriceSpan {
  readonly offering_id: Id
  readonly channel: Channel | null
  readonly customer_type: string | null
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate
}

/** Within one list, or (null) among all that are published. */
export async function overlapping(
  view: View,
  priceListId: Id | null,
  spans: readonly PriceSpan[],
): Promise<readonly { listName: string; validFrom: string }[]> {
  const offerings = [...new Set(spans.map((one) => one.offering_id))]
  if (offerings.length === 0) return []
  let query = view.tx
    .selectFrom('catalogue.price as p')
    .innerJoin('catalogue.price_list as l', (join) =>
      join.onRef('l.tenant_id', '=', 'p.tenant_id').onRef('l.price_list_id', '=', 'p.price_list_id'),
    )
    .select(['p.offering_id', 'p.channel', 'p.customer_type', 'p.valid_from', 'p.valid_to', 'l.name'])
    .where('p.offering_id', 'in', offerings)
  query =
    priceListId === null ? query.where('l.state', '<>', 'draft') : query.where('l.price_list_id', '=', priceListId)
  const others = await query.execute()
  return others
    .filter((other) =>
      spans.some(
        (one) =>
          sameThing(one, other) &&
          compare(one.valid_from, other.valid_to) < 0 &&
          compare(other.valid_from, one.valid_to) < 0,
      ),
    )
    .map((other) => ({ listName: other.name, validFrom: other.valid_from.toString() }))
}

const sameThing = (a: PriceSpan, b: PriceSpan): boolean =>
  a.offering_id === b.offering_id && a.channel === b.channel && a.customer_type === b.customer_type
