// The API of offerings and prices.
import { notFound } from '#basics/refusal'
import type { Api } from '#platform/http/api'
import { amountFor } from '../price.ts'
import { audienceOf } from '../viewer.ts'
import * as contract from './contract.ts'
import { addCountingUnit, addOffering, endOffering } from './keep-offerings.ts'
import { addPrice, addPriceList, publishPriceList, removePrice } from './keep-prices.ts'
import { countingUnits, offering, offeringsOffered, priceList, priceLists, priceOf, priceShown } from './queries.ts'
import { findOffering } from './store.ts'

const on = (date: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate =>
  date ? Temporal.PlainDate.from(date) : today

export function offerRoutes(api: Api): void {
  api.read(contract.readCountingUnits, async (view) => ({ units: [...(await countingUnits(view))] }))
  api.write(
    contract.addCountingUnitOp,
    (deed, { body }) => addCountingUnit(deed, body),
    async (view, made) =>
      (await countingUnits(view)).find((unit) => unit.countingUnitId === made.countingUnitId) ?? notFound(),
  )
  api.read(contract.readOfferings, async (view, { query }) => ({
    offerings: [...(await offeringsOffered(view, on(query.date, view.today)))],
  }))
  api.write(
    contract.addOfferingOp,
    (deed, { body }) => addOffering(deed, body),
    (view, made) => offering(view, made.offeringId),
  )
  api.write(
    contract.endOfferingOp,
    (deed, { params, body, version }) => endOffering(deed, { ...params, ...body, version }),
    (view, made) => offering(view, made.offeringId),
  )
  api.read(contract.readPriceOp, async (view, { params, query }) => {
    const date = on(query.date, view.today)
    const { offering_id: offeringId } = await findOffering(view, params.offering)
    const audience = await audienceOf(view, date)
    // What another customer pays is not one's own to read.
    if (query.customerId && !audience.everything && !audience.all.some((one) => one.customerId === query.customerId))
      return notFound()
    const customerId = query.customerId ?? audience.own?.customerId ?? null
    const price = await priceOf(view, { offeringId, customerId, channel: query.channel ?? null, date })
    const amountOre =
      price && query.quantityThousandths ? Number(amountFor(price, BigInt(query.quantityThousandths))) : null
    return { price: price && priceShown(price), amountOre }
  })
  api.read(contract.readPriceLists, async (view) => ({ lists: [...(await priceLists(view))] }))
  api.write(
    contract.addPriceListOp,
    (deed, { body }) => addPriceList(deed, body),
    (view, made) => priceList(view, made.priceListId),
  )
  api.write(
    contract.addPriceOp,
    (deed, { params, body, version }) => addPrice(deed, { ...params, ...body, version }),
    (view, made) => priceList(view, made.priceListId),
  )
  api.write(
    contract.removePriceOp,
    (deed, { params, version }) => removePrice(deed, { ...params, version }),
    (view, made) => priceList(view, made.priceListId),
  )
  api.write(
    contract.publishPriceListOp,
    (deed, { params, body, version }) => publishPriceList(deed, { ...params, ...body, version }),
    (view, made) => priceList(view, made.priceListId),
  )
}
