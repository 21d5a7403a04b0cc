// Offerings and prices on the real database: what can be counted, what it costs the viewer's own customer, and that a
// published price never changes.
import { beforeAll, expect, test } from 'vitest'
import type { Desk } from '../catalogue-for-tests.ts'
import { day, openDesk, publishedService, refusalOf, whole } from '../catalogue-for-tests.ts'
import { amountFor } from '../price.ts'
import { proposeService } from '../propose-service.ts'
import { publishService } from '../publish-service.ts'
import { serviceOn } from '../service-view.ts'
import { addCountingUnit, addOffering, endOffering } from './keep-offerings.ts'
import { addPrice, addPriceList, publishPriceList, removePrice } from './keep-prices.ts'
import { countingUnits, offering, offeringsOffered, priceList, priceLists, priceOf } from './queries.ts'

let desk: Desk
let unitId: string
beforeAll(async () => {
  desk = await openDesk()
  const unit = {
    nameSv: 'Arbetsplats och månad',
    nameEn: 'Workplace and month',
    shortSv: 'st/mån',
    definition: 'En dator som är utlämnad den 15:e.',
    notCountedTwice: 'Lånedatorer räknas inte.',
  }
  unitId = (await desk.does('admin', (deed) => addCountingUnit(deed, unit))).countingUnitId
})
const add = (service: string, code: string, more = {}) =>
  desk.does('admin', (deed) =>
    addOffering(deed, {
      service,
      code,
      nameSv: code,
      nameEn: code,
      kind: 'standing',
      countingUnitId: unitId,
      from: '2012-01-01',
      ...more,
    }),
  )
const newList = (name: string) => desk.does('admin', (deed) => addPriceList(deed, { name, year: 2012 }))
const price = (priceListId: string, more: object) =>
  desk.does('admin', (deed) =>
    addPrice(deed, {
      priceListId,
      offering: 'x',
      amountOre: 100,
      validFrom: '2012-01-01',
      validTo: '2013-01-01',
      ...more,
    }),
  )

test('TY-077 a volume service has something countable and a unit price per customer', async () => {
  const { serviceId, code } = await desk.does('changeManager', (deed) =>
    proposeService(deed, whole(desk, { nameSv: 'Telefoni', kind: 'volume' })),
  )
  expect(await refusalOf(desk.does('changeManager', (deed) => publishService(deed, { service: code })))).toMatchObject({
    code: 'template_incomplete',
    fields: { offerings: 'En volymtjänst ska ha minst en variant med räkneenhet.' },
  })
  const { offeringId } = await add(code, 'mobil')
  await desk.does('changeManager', (deed) => publishService(deed, { service: code }))
  const { priceListId } = await newList('Telefoni 2012')
  await price(priceListId, { offering: 'mobil', amountOre: 9_500 })
  await price(priceListId, { offering: 'mobil', amountOre: 8_000, customerType: 'administration' })
  expect((await desk.reads('employee', (view) => serviceOn(view, code))).offerings[0]?.prices).toEqual([])
  await desk.does('admin', (deed) => publishPriceList(deed, { priceListId }))
  const shown = await desk.reads('employee', (view) => serviceOn(view, serviceId))
  expect(shown.customer?.name).toBe('Socialförvaltningen')
  expect(shown.offerings[0]).toMatchObject({
    unit: { short: { sv: 'st/mån', en: 'Workplace and month' }, notCountedTwice: 'Lånedatorer räknas inte.' },
    prices: [{ amountOre: 8_000, listName: 'Telefoni 2012', decision: null }],
  })
  const asked = { offeringId, customerId: desk.scene.ids.customer.social, channel: null, date: day('2012-10-03') }
  const found = await desk.reads('agent', (view) => priceOf(view, asked))
  expect(found && amountFor(found, 3_000n)).toBe(24_000n)
  expect((await desk.reads('agent', (view) => priceOf(view, { ...asked, customerId: null })))?.amountOre).toBe(9_500n)
  expect(await desk.reads('agent', (view) => priceOf(view, { ...asked, date: day('2013-01-01') }))).toBeNull()
})

test('a draft list is nobody’s price, and a published one never changes', async () => {
  const { code } = await publishedService(desk, { nameSv: 'Tryckeri' })
  await add(code, 'tryck')
  const { priceListId } = await newList('Tryck')
  expect(await refusalOf(desk.does('admin', (deed) => publishPriceList(deed, { priceListId })))).toMatchObject({
    code: 'empty_price_list',
    status: 409,
  })
  await price(priceListId, { offering: 'tryck', code: 'a', amountOre: 125, perQuantity: 10 })
  expect(await refusalOf(price(priceListId, { offering: 'tryck', validFrom: '2012-06-01' }))).toMatchObject({
    code: 'price_overlaps',
    status: 409,
  })
  await price(priceListId, { offering: 'tryck', code: 'post', channel: 'mail', amountOre: 200 })
  await desk.does('admin', (deed) => removePrice(deed, { priceListId, code: 'post' }))
  expect(await refusalOf(desk.reads('employee', (view) => priceList(view, priceListId)))).toMatchObject({ status: 404 })
  await desk.does('admin', (deed) => publishPriceList(deed, { priceListId }))
  expect(
    await refusalOf(price(priceListId, { offering: 'tryck', validFrom: '2013-01-01', validTo: '2014-01-01' })),
  ).toMatchObject({ code: 'price_list_published', status: 409 })
  expect(await refusalOf(desk.does('admin', (deed) => removePrice(deed, { priceListId, code: 'a' })))).toMatchObject({
    status: 409,
  })
  expect((await desk.reads('employee', (view) => priceLists(view))).map((list) => list.name)).toContain('Tryck')
  expect((await desk.reads('employee', (view) => priceList(view, priceListId))).prices).toMatchObject([
    { code: 'a', amountOre: 125, perQuantity: 10, offeringCode: 'tryck' },
  ])
})

test('two published lists never price the same thing on the same day', async () => {
  const { code } = await publishedService(desk, { nameSv: 'Kontorsstolar' })
  await add(code, 'stol')
  const [one, two] = [await newList('Första'), await newList('Andra')]
  for (const { priceListId } of [one, two]) await price(priceListId, { offering: 'stol' })
  await desk.does('admin', (deed) => publishPriceList(deed, one))
  expect(await refusalOf(desk.does('admin', (deed) => publishPriceList(deed, two)))).toMatchObject({
    code: 'price_overlaps',
    status: 409,
  })
})

test('TY-082 an adapted offering departs from a standard, never from another adaptation', async () => {
  const { code } = await publishedService(desk, { nameSv: 'Skärmar' })
  await add(code, 'skarm')
  await add(code, 'skarm-stor', { adaptedFrom: 'skarm' })
  expect(await refusalOf(add(code, 'skarm-storst', { adaptedFrom: 'skarm-stor' }))).toMatchObject({
    code: 'not_a_standard',
    status: 422,
  })
  expect((await desk.reads('employee', (view) => offering(view, 'skarm-stor'))).adaptedFrom?.code).toBe('skarm')
})

test('offerings come, end and are hidden with their service; codes are theirs alone', async () => {
  const { code } = await publishedService(desk, { nameSv: 'Headset' })
  await add(code, 'headset')
  expect(await refusalOf(add(code, 'headset'))).toMatchObject({ code: 'code_taken', status: 409 })
  expect(
    await refusalOf(
      desk.does('proposer', (deed) =>
        addOffering(deed, {
          service: code,
          code: 'annat',
          nameSv: 'a',
          nameEn: 'a',
          kind: 'once',
          countingUnitId: unitId,
          from: '2012-01-01',
        }),
      ),
    ),
  ).toMatchObject({ status: 403 })
  const offered = (date: string) =>
    desk.reads('employee', async (view) => (await offeringsOffered(view, day(date))).map((one) => one.code))
  expect(await offered('2012-10-03')).toContain('headset')
  expect(
    await refusalOf(desk.does('admin', (deed) => endOffering(deed, { offering: 'headset', on: '2012-10-02' }))),
  ).toMatchObject({ code: 'end_in_the_past' })
  await desk.does('admin', (deed) => endOffering(deed, { offering: 'headset', on: '2012-12-01', version: 1 }))
  expect([
    (await offered('2012-11-30')).includes('headset'),
    (await offered('2012-12-01')).includes('headset'),
  ]).toEqual([true, false])
  expect(
    await refusalOf(
      desk.does('admin', (deed) => endOffering(deed, { offering: 'headset', on: '2013-12-01', version: 1 })),
    ),
  ).toMatchObject({ status: 412 })
})

test('an offering keeps the version of the counting unit it was made with', async () => {
  const { code } = await publishedService(desk, { nameSv: 'Möten' })
  const { countingUnitId } = await desk.does('admin', (deed) =>
    addCountingUnit(deed, { nameSv: 'Möte', nameEn: 'Meeting', definition: 'Ett möte.' }),
  )
  await desk.does('admin', (deed) =>
    addOffering(deed, {
      service: code,
      code: 'mote',
      nameSv: 'Möte',
      nameEn: 'Meeting',
      kind: 'event',
      countingUnitId,
      from: '2012-01-01',
    }),
  )
  await desk.does('admin', (deed) =>
    addCountingUnit(deed, {
      countingUnitId,
      nameSv: 'Möte',
      nameEn: 'Meeting',
      definition: 'Ett möte om minst en timme.',
    }),
  )
  expect((await desk.reads('employee', (view) => offering(view, 'mote'))).unit).toMatchObject({
    versionNo: 1,
    definition: 'Ett möte.',
  })
  expect(
    (await desk.reads('employee', (view) => countingUnits(view))).find((one) => one.countingUnitId === countingUnitId),
  ).toMatchObject({ versionNo: 2 })
})
