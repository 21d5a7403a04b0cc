// Lays an office's catalogue: its areas with earlier commitments and wishes, what can be ordered, at what price, and what
// is promised. Services stand in load-services.ts, forms and request types in load-requests.ts.
import { layRequestTypes, layForms } from './load-requests.ts'
import { channels } from './case-opening.ts'
import { lay, plainDate, validity } from './load-rows.ts'
import type { Laying, Row } from './load-rows.ts'
import { layServices } from './load-services.ts'
import { originText } from './office.ts'
import type { PromiseRow } from './tyreso/promises.ts'
import type { WishRow } from './tyreso/wishes.ts'

export async function layCatalogue(laying: Laying): Promise<void> {
  await layAreas(laying)
  for (const wish of laying.rows.wishes) await layWish(laying, wish)
  await layServices(laying)
  await layOfferings(laying)
  await layPrices(laying)
  await layForms(laying)
  await layRequestTypes(laying)
  await lay(
    laying,
    'catalogue.promise',
    laying.rows.promises.flatMap((promise) => promiseRows(laying, promise)),
  )
}

async function layAreas(laying: Laying): Promise<void> {
  const { id, rows } = laying
  await lay(
    laying,
    'catalogue.area',
    rows.areas.map((area, n) => ({
      area_id: id('area', area.key),
      code: area.key,
      name_sv: area.name.sv,
      name_en: area.name.en,
      mode: area.mode,
      owner_unit_id: id('unit', area.units[0] ?? ''),
      owner_person_id: id('person', area.catalogueOwner.person),
      lead: area.lead,
      position: n + 1,
      ...validity(area),
      origin: originText(area.origin),
    })),
  )
  await lay(
    laying,
    'catalogue.commitment',
    rows.earlierCommitments.map((one) => ({
      area_id: id('area', one.area),
      ...validity(one),
      body: one.text,
      note: one.note,
      origin: originText(one.origin),
    })),
  )
}

/** Asked for by the customer's purchaser, a month into the year; a wish that nobody backs is not laid. */
async function layWish(laying: Laying, wish: WishRow): Promise<void> {
  const { id, rows, madeAt } = laying
  const askedAt = madeAt.add({ hours: 24 * 31 })
  const backers = wish.backers.flatMap(({ unit }) => {
    const mandate = rows.mandates.find((one) => one.customer === unit)
    return mandate ? [{ customer_id: id('customer', unit), person_id: id('person', mandate.person) }] : []
  })
  const [first] = backers
  if (!first) return
  const need_id = id('wish', wish.key)
  await lay(laying, 'catalogue.need', [
    {
      need_id,
      kind: 'wish',
      title: wish.text.slice(0, 200),
      body: wish.text,
      area_id: id('area', wish.area),
      asked_by: first.person_id,
      asked_at: askedAt,
    },
  ])
  await lay(
    laying,
    'catalogue.need_backer',
    backers.map((backer) => ({ need_id, ...backer, at: askedAt })),
  )
}

async function layOfferings(laying: Laying): Promise<void> {
  const { id, office, rows } = laying
  await lay(
    laying,
    'catalogue.counting_unit',
    rows.countingUnits.map((unit) => ({
      counting_unit_id: id('counting unit', unit.key),
      version_no: 1,
      name_sv: unit.name.sv,
      name_en: unit.name.en,
      short_sv: unit.short.sv,
      short_en: unit.short.en,
      definition: unit.definition,
      origin: originText(unit.origin),
    })),
  )
  await lay(
    laying,
    'catalogue.offering',
    rows.offerings.map((offering) => ({
      offering_id: id('offering', offering.key),
      service_id: id('service', offering.service),
      code: offering.key,
      name_sv: offering.name.sv,
      name_en: offering.name.en,
      kind: offering.kind,
      counting_unit_id: id('counting unit', offering.unit),
      counting_unit_version: 1,
      adapted_from_offering_id: offering.standard === true ? null : id('offering', offering.standard.adaptedFrom),
      valid_from: office.validFrom,
      origin: originText(offering.origin),
    })),
  )
}

async function layPrices(laying: Laying): Promise<void> {
  const { id, rows } = laying
  const { priceList } = rows
  const price_list_id = id('price list', priceList.key)
  await lay(laying, 'catalogue.price_list', [
    {
      price_list_id,
      name: priceList.name.sv,
      year: priceList.year,
      state: 'published',
      decision_id: id('decision', priceList.decision),
      origin: originText(priceList.origin),
    },
  ])
  await lay(
    laying,
    'catalogue.price',
    rows.prices.map((price) => ({
      price_list_id,
      code: price.offering,
      offering_id: id('offering', price.offering),
      amount_ore: price.amountOre,
      per_quantity: Number(price.perThousandths / 1000n),
      valid_from: plainDate(price.from),
      valid_to: plainDate(price.to ?? `${priceList.year + 1}-01-01`),
      origin: originText(price.origin),
    })),
  )
}

/** A promise is a row per clock and channel; one without a measure is a text that nobody can count. */
function promiseRows({ id, office }: Laying, promise: PromiseRow): Row<'catalogue.promise'>[] {
  const base = {
    version_no: 1,
    label: promise.number,
    area_id: promise.holder.kind === 'area' ? id('area', promise.holder.key) : null,
    service_id: promise.holder.kind === 'service' ? id('service', promise.holder.key) : null,
    name_sv: promise.text,
    name_en: promise.text,
    valid_from: office.validFrom,
    origin: originText(promise.origin),
  }
  if (promise.measures.length === 0) {
    const promise_id = id('promise', promise.key)
    return [{ ...base, promise_id, code: promise.key, strength: 'binding', guarantee: true }]
  }
  return promise.measures.flatMap((measure) =>
    (measure.channels ?? [null]).map((channel) => ({
      ...base,
      promise_id: id('promise', `${promise.key} ${measure.key} ${channel ?? ''}`),
      code: `${promise.key}-${measure.key}${channel ? `-${channel}` : ''}`,
      clock_kind: measure.clock,
      amount: measure.amount,
      unit: measure.unit,
      channel: channel === null ? null : channels[channel],
      towards: measure.towards === 'everyone' ? null : measure.towards,
      strength: measure.strength,
      target_share_thousandths: measure.target.percent * 10,
      guarantee: promise.holder.kind !== 'service',
    })),
  )
}
