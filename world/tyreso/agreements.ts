// No agreement of Tyresö is printed. So that every order has a line to stand on, each customer has one understanding
// for 2012: all active services, paid by the office's appropriation, and the few priced offerings by price. Invented.
import { customers } from './customers.ts'
import { type Origin, demonstration } from './origin.ts'
import { offerings, prices } from './offerings.ts'
import { services } from './catalogue.ts'

export interface AgreementLine {
  readonly service: string
  readonly offering: string | null
  readonly financing: 'appropriation' | 'price'
  readonly from: string
  readonly to: string | null
}

export interface AgreementRow {
  readonly key: string
  readonly kind: 'understanding'
  readonly provider: string
  readonly customer: string
  readonly from: string
  readonly to: string | null
  readonly lines: readonly AgreementLine[]
  readonly origin: Origin
}

const period = { from: '2012-01-01', to: '2013-01-01' } as const
const priced = new Set(prices.map((price) => price.offering))

const lines: readonly AgreementLine[] = [
  ...services
    .filter((service) => service.state === 'active')
    .map((service): AgreementLine => ({ service: service.key, offering: null, financing: 'appropriation', ...period })),
  ...offerings
    .filter((offering) => priced.has(offering.key))
    .map((offering): AgreementLine => ({
      service: offering.service,
      offering: offering.key,
      financing: 'price',
      ...period,
    })),
]

export const agreements: readonly AgreementRow[] = customers.map((customer) => ({
  key: `overenskommelse-${customer.unit}-2012`,
  kind: 'understanding',
  provider: 'kit',
  customer: customer.unit,
  ...period,
  lines,
  origin: demonstration,
}))
