// The price of an offering for one customer on a day, and what a quantity costs. A price said for the customer's type and
// for the channel goes before a general one. Pure; the amount is rounded once per line (basics/money).
import { lineAmount } from '#basics/money'
import type { Channel } from './promise.ts'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export interface PriceRow {
  readonly priceListId: string
  readonly code: string
  readonly offeringId: string
  readonly channel: Channel | null
  readonly customerType: string | null
  readonly amountOre: bigint
  /** The amount is for so many: 125 öre per 10 pages has 10. */
  readonly perQuantity: number
  readonly validFrom: PlainDate
  readonly validTo: PlainDate
}

export interface PriceQuestion {
  readonly offeringId: string
  readonly date: PlainDate
  readonly channel: Channel | null
  /** Null for a viewer without a customer: only prices for everyone count. */
  readonly customerType: string | null
}

/** Null = no price is stated. */
export function priceFor<P extends PriceRow>(prices: readonly P[], asked: PriceQuestion): P | null {
  return (
    prices
      .filter(
        (price) =>
          price.offeringId === asked.offeringId &&
          compare(price.validFrom, asked.date) <= 0 &&
          compare(asked.date, price.validTo) < 0 &&
          (price.channel === null || price.channel === asked.channel) &&
          (price.customerType === null || price.customerType === asked.customerType),
      )
      .toSorted((a, b) => precision(b) - precision(a) || (a.code < b.code ? -1 : 1))[0] ?? null
  )
}

/** Who pays weighs more than how it was asked for. */
const precision = ({ channel, customerType }: PriceRow): number =>
  (customerType === null ? 0 : 2) + (channel === null ? 0 : 1)

export function amountFor(price: Pick<PriceRow, 'amountOre' | 'perQuantity'>, quantityThousandths: bigint): bigint {
  return lineAmount({ amountOre: price.amountOre, per: BigInt(price.perQuantity) }, quantityThousandths)
}
