// What crosses the wire about counting units, offerings, price lists and prices.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { amountOre, day, idField, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { Offering, OnDate, Price, tag, Words } from '../contract.ts'
import { channels } from '../promise.ts'

export const offeringKinds = ['once', 'standing', 'event', 'hour'] as const

export const CountingUnit = shape({
  countingUnitId: idField(),
  versionNo: Type.Integer(),
  name: Words,
  short: Words,
  definition: Type.String({ description: 'What one is' }),
  notCountedTwice: nullable(Type.String()),
  origin: Type.String(),
})
export type CountingUnit = Static<typeof CountingUnit>
export const AddCountingUnit = shape({
  countingUnitId: optional(idField('A new version of this unit; a new unit without it')),
  nameSv: text(100),
  nameEn: text(100),
  shortSv: optional(text(20)),
  shortEn: optional(text(20)),
  definition: text(1000),
  notCountedTwice: optional(nullable(text(1000))),
})

export const AddOffering = shape({
  service: text(80, { description: 'Id or code' }),
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
  nameSv: text(200),
  nameEn: text(200),
  kind: oneOf(offeringKinds),
  countingUnitId: idField(),
  adaptedFrom: optional(
    nullable(text(80, { description: 'Id or code of the standard offering it departs from (TY-082)' })),
  ),
  from: day(),
})
export const EndOffering = shape({ on: day('The first day it can no longer be ordered') })

export const PriceList = shape({
  priceListId: idField(),
  name: Type.String(),
  year: Type.Integer(),
  state: oneOf(['draft', 'published', 'closed']),
  decision: nullable(
    shape({
      decisionId: idField(),
      section: nullable(Type.String({ description: '§ or number; null: not stated' })),
      decidedOn: nullable(day()),
      title: Type.String(),
    }),
  ),
  prices: Type.Array(
    shape({
      ...Price.properties,
      offeringId: idField(),
      offeringCode: Type.String(),
      offeringName: Words,
      unitShort: Words,
    }),
  ),
  origin: Type.String(),
  version: Type.Integer(),
})
export type PriceList = Static<typeof PriceList>
export const AddPriceList = shape({
  name: text(200),
  year: Type.Integer({ minimum: 1990, maximum: 2100 }),
  decisionId: optional(nullable(idField())),
})
export const AddPrice = shape({
  code: optional(text(60, { description: 'Made from the offering, channel and customer type when not given' })),
  offering: text(80, { description: 'Id or code' }),
  channel: optional(nullable(oneOf(channels))),
  customerType: optional(nullable(text(60))),
  amountOre: Type.Integer({ minimum: 0, maximum: 9e15, description: 'Amount in öre' }),
  perQuantity: optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'The amount is for so many; 1 unless told' }),
  ),
  validFrom: day(),
  validTo: day('The first day it no longer holds'),
})
export const PublishPriceList = shape({ decisionId: optional(nullable(idField('The decision that sets the prices'))) })

const ListParam = shape({ priceListId: idField() })
const OfferingParam = shape({ offering: text(80, { description: 'Id or code' }) })
const onList = { tag, params: ListParam, answer: PriceList, versioned: true } as const

export const readCountingUnits = op({
  id: 'readCountingUnits',
  method: 'GET',
  path: '/catalogue/counting-units',
  tag,
  summary: 'What is counted, latest versions',
  access: 'catalogue.read',
  answer: shape({ units: Type.Array(CountingUnit) }),
})
export const addCountingUnitOp = op({
  id: 'addCountingUnit',
  method: 'POST',
  path: '/catalogue/counting-units',
  tag,
  summary: 'Add a counting unit, or a new version of one',
  access: 'price.keep',
  body: AddCountingUnit,
  answer: CountingUnit,
  status: 201,
})
export const readOfferings = op({
  id: 'readOfferings',
  method: 'GET',
  path: '/catalogue/offerings',
  tag,
  summary: 'Offerings of a day with the viewer’s own prices',
  access: 'catalogue.read',
  query: OnDate,
  answer: shape({ offerings: Type.Array(Offering) }),
})
export const addOfferingOp = op({
  id: 'addOffering',
  method: 'POST',
  path: '/catalogue/offerings',
  tag,
  summary: 'Add an offering to a service',
  access: 'offering.keep',
  body: AddOffering,
  answer: Offering,
  status: 201,
})
export const endOfferingOp = op({
  id: 'endOffering',
  method: 'POST',
  path: '/catalogue/offerings/{offering}/end',
  tag,
  summary: 'End an offering',
  access: 'offering.keep',
  params: OfferingParam,
  body: EndOffering,
  answer: Offering,
  versioned: true,
})
export const readPriceOp = op({
  id: 'readPrice',
  method: 'GET',
  path: '/catalogue/offerings/{offering}/price',
  tag,
  summary: 'What an offering costs a customer on a day',
  access: 'catalogue.read',
  params: OfferingParam,
  query: shape({
    ...OnDate.properties,
    customerId: optional(idField('The viewer’s own unless told')),
    channel: optional(oneOf(channels)),
    quantityThousandths: optional(Type.Integer({ minimum: 1, maximum: 1e12 })),
  }),
  answer: shape({ price: nullable(Price), amountOre: nullable(amountOre('For the quantity, when one is given')) }),
})
export const readPriceLists = op({
  id: 'readPriceLists',
  method: 'GET',
  path: '/catalogue/price-lists',
  tag,
  summary: 'Price lists; drafts for those who keep them',
  access: 'catalogue.read',
  answer: shape({ lists: listOf(PriceList, 200) }),
})
export const addPriceListOp = op({
  id: 'addPriceList',
  method: 'POST',
  path: '/catalogue/price-lists',
  tag,
  summary: 'Begin a price list',
  access: 'price.keep',
  body: AddPriceList,
  answer: PriceList,
  status: 201,
})
export const addPriceOp = op({
  id: 'addPrice',
  method: 'POST',
  path: '/catalogue/price-lists/{priceListId}/prices',
  summary: 'Enter a price in a draft list',
  access: 'price.keep',
  body: AddPrice,
  ...onList,
})
export const removePriceOp = op({
  id: 'removePrice',
  method: 'DELETE',
  path: '/catalogue/price-lists/{priceListId}/prices/{code}',
  tag,
  summary: 'Take a price out of a draft list',
  access: 'price.keep',
  params: shape({ priceListId: idField(), code: text(60) }),
  answer: PriceList,
  versioned: true,
})
export const publishPriceListOp = op({
  id: 'publishPriceList',
  method: 'POST',
  path: '/catalogue/price-lists/{priceListId}/publication',
  summary: 'Publish a price list; its prices never change after',
  access: 'price.publish',
  body: PublishPriceList,
  ...onList,
})
