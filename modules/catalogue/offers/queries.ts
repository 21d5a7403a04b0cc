// Reads of offerings and prices. A price is shown as the viewer's own customer's; no price is said to be none, never zero.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Offering, Price } from '../contract.ts'
import type { PriceRow } from '../price.ts'
import { priceFor } from '../price.ts'
import type { Channel } from '../promise.ts'
import { channels } from '../promise.ts'
import { servicesByIds } from '../queries.ts'
import type { CustomerRef } from '../viewer.ts'
import { audienceOf, customersByIds } from '../viewer.ts'
import type { CountingUnit, PriceList } from './contract.ts'
import { findOffering } from './store.ts'

type PlainDate = Temporal.PlainDate

export interface PriceFound extends PriceRow {
  readonly listName: string
  readonly decision: {
    readonly decisionId: Id
    readonly section: string | null
    readonly decidedOn: PlainDate | null
    readonly title: string
  } | null
  readonly origin: string
}

function priceRows(view: View) {
  return view.tx
    .selectFrom('catalogue.price as p')
    .innerJoin('catalogue.price_list as l', (join) =>
      join.onRef('l.tenant_id', '=', 'p.tenant_id').onRef('l.price_list_id', '=', 'p.price_list_id'),
    )
    .leftJoin('registry.decision as d', (join) =>
      join.onRef('d.tenant_id', '=', 'l.tenant_id').onRef('d.decision_id', '=', 'l.decision_id'),
    )
    .select([
      'p.price_list_id',
      'p.code',
      'p.offering_id',
      'p.channel',
      'p.customer_type',
      'p.amount_ore',
      'p.per_quantity',
      'p.valid_from',
      'p.valid_to',
      'p.origin',
      'l.name as list_name',
    ])
    .select(['d.decision_id', 'd.section', 'd.decided_on', 'd.title'])
}
type StoredPrice = Awaited<ReturnType<ReturnType<typeof priceRows>['execute']>>[number]

function asPrice(row: StoredPrice): PriceFound {
  const { decision_id: decisionId, section, decided_on: decidedOn, title } = row
  return {
    priceListId: row.price_list_id,
    code: row.code,
    offeringId: row.offering_id,
    channel: row.channel,
    customerType: row.customer_type,
    amountOre: row.amount_ore,
    perQuantity: row.per_quantity,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    listName: row.list_name,
    decision: decisionId === null || title === null ? null : { decisionId, section, decidedOn, title },
    origin: row.origin,
  }
}

/** Published prices of some offerings on a day, for every channel and customer type. */
export async function publishedPrices(
  view: View,
  offeringIds: readonly Id[],
  date: PlainDate,
): Promise<readonly PriceFound[]> {
  if (offeringIds.length === 0) return []
  const rows = await priceRows(view)
    .where('p.offering_id', 'in', [...offeringIds])
    .where('l.state', '<>', 'draft')
    .where('p.valid_from', '<=', date)
    .where('p.valid_to', '>', date)
    .execute()
  return rows.map(asPrice)
}

export interface PriceAsked {
  readonly offeringId: Id
  /** Null = nobody's: only a price for everyone. */
  readonly customerId: Id | null
  readonly channel: Channel | null
  readonly date: PlainDate
}

/** Null = no price stated. For an order: the price that is frozen on the case. */
export async function priceOf(view: View, asked: PriceAsked): Promise<PriceFound | null> {
  const customer =
    asked.customerId === null ? undefined : (await customersByIds(view, [asked.customerId], asked.date))[0]
  const prices = await publishedPrices(view, [asked.offeringId], asked.date)
  return priceFor(prices, {
    offeringId: asked.offeringId,
    date: asked.date,
    channel: asked.channel,
    customerType: customer?.customerType ?? null,
  })
}

export function priceShown(price: PriceFound): Price {
  const { offeringId: _offering, decision, ...rest } = price
  return {
    ...rest,
    amountOre: Number(price.amountOre),
    validFrom: price.validFrom.toString(),
    validTo: price.validTo.toString(),
    decision: decision && { ...decision, decidedOn: decision.decidedOn?.toString() ?? null },
  }
}

/** One price per channel that differs, the general first. */
function pricesFor(
  prices: readonly PriceFound[],
  offeringId: Id,
  date: PlainDate,
  customer: CustomerRef | null,
): readonly Price[] {
  const asked = { offeringId, date, customerType: customer?.customerType ?? null }
  const found = [null, ...channels]
    .map((channel) => priceFor(prices, { ...asked, channel }))
    .filter((price) => price !== null)
  return [...new Set(found)].map(priceShown)
}

export async function offeringsOn(
  view: View,
  asked: { serviceId?: Id; offeringId?: Id; date: PlainDate; customer?: CustomerRef | null },
): Promise<readonly Offering[]> {
  let query = view.tx
    .selectFrom('catalogue.offering as o')
    .innerJoin('catalogue.counting_unit as u', (join) =>
      join
        .onRef('u.tenant_id', '=', 'o.tenant_id')
        .onRef('u.counting_unit_id', '=', 'o.counting_unit_id')
        .onRef('u.version_no', '=', 'o.counting_unit_version'),
    )
    .leftJoin('catalogue.offering as f', (join) =>
      join.onRef('f.tenant_id', '=', 'o.tenant_id').onRef('f.offering_id', '=', 'o.adapted_from_offering_id'),
    )
    .selectAll('o')
    .select([
      'u.name_sv as unit_sv',
      'u.name_en as unit_en',
      'u.short_sv',
      'u.short_en',
      'u.definition',
      'u.not_counted_twice',
      'f.code as from_code',
      'f.name_sv as from_sv',
      'f.name_en as from_en',
    ])
    .where('o.valid_from', '<=', asked.date)
    .where((w) => w.or([w('o.valid_to', 'is', null), w('o.valid_to', '>', asked.date)]))
  if (asked.serviceId) query = query.where('o.service_id', '=', asked.serviceId)
  if (asked.offeringId) query = query.where('o.offering_id', '=', asked.offeringId)
  const rows = await query.orderBy('o.offering_id').limit(2000).execute()
  const customer = asked.customer === undefined ? (await audienceOf(view, asked.date)).own : asked.customer
  const prices = await publishedPrices(
    view,
    rows.map((row) => row.offering_id),
    asked.date,
  )
  return rows.map((row) => ({
    offeringId: row.offering_id,
    serviceId: row.service_id,
    code: row.code,
    name: { sv: row.name_sv, en: row.name_en },
    kind: row.kind,
    unit: {
      countingUnitId: row.counting_unit_id,
      versionNo: row.counting_unit_version,
      name: { sv: row.unit_sv, en: row.unit_en },
      short: { sv: row.short_sv ?? row.unit_sv, en: row.short_en ?? row.unit_en },
      definition: row.definition,
      notCountedTwice: row.not_counted_twice,
    },
    adaptedFrom:
      row.adapted_from_offering_id === null
        ? null
        : {
            offeringId: row.adapted_from_offering_id,
            code: row.from_code ?? '',
            name: { sv: row.from_sv ?? '', en: row.from_en ?? '' },
          },
    prices: [...pricesFor(prices, row.offering_id, asked.date, customer)],
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
  }))
}

/** Of every published service that the viewer's customer may have. */
export async function offeringsOffered(view: View, date: PlainDate): Promise<readonly Offering[]> {
  const all = await offeringsOn(view, { date })
  const services = await servicesByIds(view, [...new Set(all.map((one) => one.serviceId))], date)
  return all.filter((one) => services.has(one.serviceId))
}

/** By id or code, on any day it was or will be there. */
export async function offering(view: View, idOrCode: string, date: PlainDate = view.today): Promise<Offering> {
  const row = await findOffering(view, idOrCode)
  const there = [date, row.valid_from].find(
    (day) =>
      Temporal.PlainDate.compare(day, row.valid_from) >= 0 &&
      (row.valid_to === null || Temporal.PlainDate.compare(day, row.valid_to) < 0),
  )
  const [found] = await offeringsOn(view, { offeringId: row.offering_id, date: there ?? row.valid_from })
  return found ?? notFound()
}

export async function countingUnits(view: View): Promise<readonly CountingUnit[]> {
  const rows = await view.tx
    .selectFrom('catalogue.counting_unit')
    .selectAll()
    .distinctOn('counting_unit_id')
    .orderBy('counting_unit_id')
    .orderBy('version_no', 'desc')
    .execute()
  return rows.map((row) => ({
    countingUnitId: row.counting_unit_id,
    versionNo: row.version_no,
    name: { sv: row.name_sv, en: row.name_en },
    short: { sv: row.short_sv ?? row.name_sv, en: row.short_en ?? row.name_en },
    definition: row.definition,
    notCountedTwice: row.not_counted_twice,
    origin: row.origin,
  }))
}

/** Newest year first. Drafts are for those who keep prices; to others they do not exist. */
export async function priceLists(view: View, only?: Id): Promise<readonly PriceList[]> {
  let query = view.tx
    .selectFrom('catalogue.price_list as l')
    .leftJoin('registry.decision as d', (join) =>
      join.onRef('d.tenant_id', '=', 'l.tenant_id').onRef('d.decision_id', '=', 'l.decision_id'),
    )
    .selectAll('l')
    .select(['d.section', 'd.decided_on', 'd.title'])
  if (only) query = query.where('l.price_list_id', '=', only)
  if (!may(view.actor, 'price.keep')) query = query.where('l.state', '<>', 'draft')
  const lists = await query.orderBy('l.year', 'desc').orderBy('l.price_list_id').limit(200).execute()
  const prices = await pricesIn(
    view,
    lists.map((list) => list.price_list_id),
  )
  return lists.map((list) => ({
    priceListId: list.price_list_id,
    name: list.name,
    year: list.year,
    state: list.state,
    decision:
      list.decision_id === null || list.title === null
        ? null
        : {
            decisionId: list.decision_id,
            section: list.section,
            decidedOn: list.decided_on?.toString() ?? null,
            title: list.title,
          },
    prices: prices.filter((price) => price.priceListId === list.price_list_id),
    origin: list.origin,
    version: list.version,
  }))
}

export async function priceList(view: View, priceListId: Id): Promise<PriceList> {
  return (await priceLists(view, priceListId))[0] ?? notFound()
}

async function pricesIn(view: View, priceListIds: readonly Id[]): Promise<readonly PriceList['prices'][number][]> {
  if (priceListIds.length === 0) return []
  const rows = await priceRows(view)
    .innerJoin('catalogue.offering as o', (join) =>
      join.onRef('o.tenant_id', '=', 'p.tenant_id').onRef('o.offering_id', '=', 'p.offering_id'),
    )
    .innerJoin('catalogue.counting_unit as u', (join) =>
      join
        .onRef('u.tenant_id', '=', 'o.tenant_id')
        .onRef('u.counting_unit_id', '=', 'o.counting_unit_id')
        .onRef('u.version_no', '=', 'o.counting_unit_version'),
    )
    .select([
      'o.code as offering_code',
      'o.name_sv',
      'o.name_en',
      'u.name_sv as unit_sv',
      'u.name_en as unit_en',
      'u.short_sv',
      'u.short_en',
    ])
    .where('p.price_list_id', 'in', [...priceListIds])
    .orderBy('o.code')
    .orderBy('p.code')
    .execute()
  return rows.map((row) => ({
    ...priceShown(asPrice(row)),
    offeringId: row.offering_id,
    offeringCode: row.offering_code,
    offeringName: { sv: row.name_sv, en: row.name_en },
    unitShort: { sv: row.short_sv ?? row.unit_sv, en: row.short_en ?? row.unit_en },
  }))
}
