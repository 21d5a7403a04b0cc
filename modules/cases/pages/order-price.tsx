// Prices as the portal says them: the viewer's own customer's, in kronor per what is counted; none stated is no price.
import type { Lang } from '#basics/lang'
import { kronor } from '#basics/money'
import type { Offering } from '#catalogue'
import { channelWords } from '../words.ts'
import { portalText } from './portal-text.ts'

type Price = Offering['prices'][number]

const money = (ore: number, lang: Lang): string => kronor(BigInt(ore), lang, ore % 100 === 0 ? 'kr' : 'ore')

/** `360 kr/timme`, `från 9 kr/sida`; undefined when no price is stated. */
export function priceRange(offerings: readonly Offering[], lang: Lang): string | undefined {
  const priced = offerings.flatMap((offering) => offering.prices.map((price) => ({ offering, price })))
  const cheapest = priced.toSorted((a, b) => each(a.price) - each(b.price))[0]
  if (!cheapest) return undefined
  const { offering, price } = cheapest
  const unit = offering.unit.short[lang]
  const per = price.perQuantity === 1 ? unit : `${price.perQuantity} ${unit}`
  const one = `${money(price.amountOre, lang)}/${per}`
  const alike = priced.every((other) => each(other.price) === each(price) && other.offering.unit.short[lang] === unit)
  return alike ? one : `${portalText[lang].from} ${one}`
}

const each = (price: Price): number => price.amountOre / price.perQuantity

/** `360 kr`, and what it is paid for: `per timme`, with the channel where it has a price of its own. */
export function priceLines(offering: Offering, lang: Lang): readonly { price: string; per: string }[] {
  const text = portalText[lang]
  // The unit stands in a sentence here, and in a register with its first letter large.
  const unit = offering.unit.name[lang].replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  return offering.prices.map((price) => ({
    price: money(price.amountOre, lang),
    per: [
      price.perQuantity === 1 ? text.per(unit) : text.perMany(price.perQuantity, unit),
      price.channel && text.via(channelWords[price.channel][lang]),
    ]
      .filter(Boolean)
      .join(', '),
  }))
}

export { money }
