// Price lists are drafts until they are published; then their prices never change, and no two published prices for the
// same thing hold on one day. A decision stands behind the list where there is one.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { entered } from '../store.ts'
import type { AddPrice, AddPriceList } from './contract.ts'
import type { PriceSpan } from './overlapping.ts'
import { overlapping } from './overlapping.ts'
import type { PriceListRow } from './store.ts'
import {
  deletePrice,
  findOffering,
  insertPrice,
  insertPriceList,
  lockPriceList,
  lockPublishing,
  touchPriceList,
} from './store.ts'

const { compare, from: dateFrom } = Temporal.PlainDate

export async function addPriceList(
  deed: Deed,
  input: Static<typeof AddPriceList>,
  origin = entered,
): Promise<{ priceListId: Id }> {
  allow(deed.actor, 'price.keep')
  const priceListId = deed.newId()
  await mustHaveDecision(deed, input.decisionId)
  await insertPriceList(deed, {
    price_list_id: priceListId,
    name: input.name,
    year: input.year,
    state: 'draft',
    decision_id: input.decisionId ?? null,
    origin,
  })
  deed.journal({
    verb: 'price_list.added',
    kind: 'price_list',
    id: priceListId,
    facts: { year: input.year },
    content: input.name,
  })
  deed.changed('prices')
  return { priceListId }
}

interface InList {
  readonly priceListId: Id
  readonly version?: number | undefined
}

export async function addPrice(
  deed: Deed,
  input: InList & Static<typeof AddPrice>,
  origin = entered,
): Promise<{ priceListId: Id; code: string }> {
  allow(deed.actor, 'price.keep')
  const list = await draftList(deed, input)
  const offering = await findOffering(deed, input.offering)
  const [channel, customer_type] = [input.channel ?? null, input.customerType ?? null]
  const span = { offering_id: offering.offering_id, channel, customer_type, ...daysOf(input) }
  const made = [offering.code, channel, customer_type, input.validFrom].filter(Boolean).join(':').slice(0, 60)
  const code = input.code ?? made
  await mustFit(deed, list.price_list_id, code, span)
  const amount = { amount_ore: BigInt(input.amountOre), per_quantity: input.perQuantity ?? 1 }
  await insertPrice(deed, { price_list_id: list.price_list_id, code, ...span, ...amount, origin })
  await touchPriceList(deed, list)
  const { amountOre, validFrom, validTo } = input
  deed.journal({
    verb: 'price.added',
    kind: 'price_list',
    id: list.price_list_id,
    facts: { code, offeringId: offering.offering_id, amountOre, perQuantity: amount.per_quantity, validFrom, validTo },
  })
  deed.changed('prices')
  return { priceListId: list.price_list_id, code }
}

function daysOf({ validFrom, validTo }: Static<typeof AddPrice>) {
  const [valid_from, valid_to] = [dateFrom(validFrom), dateFrom(validTo)]
  if (compare(valid_to, valid_from) > 0) return { valid_from, valid_to }
  return refuse({
    code: 'empty_period',
    status: 422,
    field: 'validTo',
    sv: 'Slutet måste komma efter början.',
    en: 'The end must come after the beginning.',
  })
}

/** A code and a day have one price each within a list. */
async function mustFit(deed: Deed, priceListId: Id, code: string, span: PriceSpan): Promise<void> {
  const [clash] = await overlapping(deed, priceListId, [span])
  if (clash)
    refuse({
      code: 'price_overlaps',
      status: 409,
      field: 'validFrom',
      sv: `Listan har redan ett pris för samma sak från ${clash.validFrom}. Låt det sluta först.`,
      en: `The list already has a price for the same thing from ${clash.validFrom}. Let that end first.`,
    })
  const taken = await deed.tx
    .selectFrom('catalogue.price')
    .select('code')
    .where('price_list_id', '=', priceListId)
    .where('code', '=', code)
    .executeTakeFirst()
  if (taken)
    refuse({
      code: 'code_taken',
      status: 409,
      field: 'code',
      sv: 'Listan har redan ett pris med den koden.',
      en: 'The list already has a price with that code.',
    })
}

export async function removePrice(deed: Deed, input: InList & { readonly code: string }): Promise<{ priceListId: Id }> {
  allow(deed.actor, 'price.keep')
  const list = await draftList(deed, input)
  if (!(await deletePrice(deed, list.price_list_id, input.code))) return notFound()
  await touchPriceList(deed, list)
  deed.journal({ verb: 'price.removed', kind: 'price_list', id: list.price_list_id, facts: { code: input.code } })
  deed.changed('prices')
  return { priceListId: list.price_list_id }
}

export async function publishPriceList(
  deed: Deed,
  input: InList & { readonly decisionId?: Id | null | undefined },
): Promise<{ priceListId: Id }> {
  allow(deed.actor, 'price.publish')
  await lockPublishing(deed)
  const list = await draftList(deed, input)
  const prices = await deed.tx
    .selectFrom('catalogue.price')
    .selectAll()
    .where('price_list_id', '=', list.price_list_id)
    .execute()
  if (prices.length === 0)
    refuse({
      code: 'empty_price_list',
      status: 409,
      sv: 'Listan har inga priser. Lägg in minst ett först.',
      en: 'The list has no prices. Enter at least one first.',
    })
  const clash = await overlapping(deed, null, prices)
  if (clash.length > 0)
    refuse({
      code: 'price_overlaps',
      status: 409,
      sv: `${clash.length} priser gäller samma dagar som priser i ”${clash[0]?.listName}”. Ett pris i taget får gälla.`,
      en: `${clash.length} prices hold on the same days as prices of “${clash[0]?.listName}”. Only one price may hold at a time.`,
    })
  const decisionId = input.decisionId ?? list.decision_id
  await mustHaveDecision(deed, decisionId)
  await touchPriceList(deed, list, {
    state: 'published',
    decision_id: decisionId,
    published_by: deed.actor.personId,
    published_at: deed.now,
  })
  deed.journal({
    verb: 'price_list.published',
    kind: 'price_list',
    id: list.price_list_id,
    facts: {
      year: list.year,
      decisionId,
      prices: prices.map((price) => [price.code, String(price.amount_ore), price.per_quantity]),
    },
  })
  deed.changed('prices', 'catalogue')
  return { priceListId: list.price_list_id }
}

async function draftList(deed: Deed, input: InList): Promise<PriceListRow> {
  const list = await lockPriceList(deed, input.priceListId, input.version)
  if (list.state !== 'draft')
    refuse({
      code: 'price_list_published',
      status: 409,
      sv: 'Prislistan är publicerad och ändras inte. Gör en ny lista.',
      en: 'The price list is published and does not change. Make a new list.',
    })
  return list
}

async function mustHaveDecision(deed: Deed, decisionId: Id | null | undefined): Promise<void> {
  if (!decisionId) return
  const found = await deed.tx
    .selectFrom('registry.decision')
    .select('decision_id')
    .where('decision_id', '=', decisionId)
    .executeTakeFirst()
  if (!found)
    refuse({
      code: 'no_such_decision',
      status: 422,
      field: 'decisionId',
      sv: 'Beslutet finns inte.',
      en: 'There is no such decision.',
    })
}
