// Prices: the one that was said for the customer goes first, on the days it holds.
import { expect, test } from 'vitest'
import type { PriceRow } from './price.ts'
import { amountFor, priceFor } from './price.ts'
import { routeFor } from './request-type.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const price = (code: string, amountOre: bigint, facts: Partial<PriceRow> = {}): PriceRow => ({
  priceListId: 'l',
  code,
  offeringId: 'o',
  channel: null,
  customerType: null,
  amountOre,
  perQuantity: 1,
  validFrom: day('2012-01-01'),
  validTo: day('2013-01-01'),
  ...facts,
})
const asked = { offeringId: 'o', date: day('2012-10-03'), channel: null, customerType: 'administration' } as const

test('the price for the customer’s own type goes before the channel’s, and both before the general', () => {
  const list = [
    price('all', 100n),
    price('mail', 90n, { channel: 'mail' }),
    price('adm', 80n, { customerType: 'administration' }),
  ]
  expect(priceFor(list, asked)?.code).toBe('adm')
  expect(priceFor(list, { ...asked, customerType: 'company' })?.code).toBe('all')
  expect(priceFor(list, { ...asked, customerType: 'company', channel: 'mail' })?.code).toBe('mail')
  expect(priceFor(list, { ...asked, customerType: null })?.code).toBe('all')
  expect(priceFor(list, { ...asked, channel: 'mail' })?.code).toBe('adm')
})

test('a price holds on its first day and not on its last', () => {
  expect(priceFor([price('all', 100n)], { ...asked, date: day('2012-01-01') })?.code).toBe('all')
  expect(priceFor([price('all', 100n)], { ...asked, date: day('2013-01-01') })).toBeNull()
  expect(priceFor([price('all', 100n)], { ...asked, offeringId: 'another' })).toBeNull()
})

test('125 öre per 10 pages is counted exactly and rounded once', () => {
  const pages = { amountOre: 125n, perQuantity: 10 }
  expect(amountFor(pages, 1_000_000n)).toBe(12_500n)
  expect(amountFor(pages, 1_000n)).toBe(13n)
  expect(amountFor({ amountOre: 36_000n, perQuantity: 1 }, 1_500n)).toBe(54_000n)
})

test('a rule by the answers goes before the route', () => {
  const type = {
    route: 'named_unit',
    routeUnitId: 'servicedesk',
    routeRules: [
      { when: { field: 'need', oneOf: ['password', 'training'] }, to: 'system_manager', systemField: 'system' },
      { when: { field: 'need', is: 'change' }, to: 'system_manager', systemField: 'system', next: 'customer_manager' },
    ],
  } as const
  expect(routeFor(type, { need: 'password' })).toEqual({ to: 'system_manager', systemField: 'system' })
  expect(routeFor(type, { need: 'change' })).toEqual({
    to: 'system_manager',
    systemField: 'system',
    next: 'customer_manager',
  })
  expect(routeFor(type, { need: 'printing' })).toEqual({ to: 'named_unit', unitId: 'servicedesk' })
  expect(routeFor({ ...type, route: 'place', routeUnitId: null, routeRules: [] }, {})).toEqual({ to: 'place' })
})
