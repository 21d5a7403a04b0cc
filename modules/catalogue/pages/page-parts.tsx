// What the pages of this room share: days in words, sources, states as tags, and the address of a service.
import { fullDate, localDate } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { kronor } from '#basics/money'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { Notice, Tag } from '#ui'
import type { SelectOption, Tone } from '#ui'
import { treeOn } from '#organisation'
import type { Price, PromiseShown } from '../contract.ts'
import type { ServiceState } from '../service.ts'
import { catalogueText } from '../text.ts'

type PlainDate = Temporal.PlainDate
const { from: parse } = Temporal.PlainDate

export const serviceHref = (code: string): string => `/tjanster/${encodeURIComponent(code)}`
export const editHref = (code: string): string => `${serviceHref(code)}/redigera`
export const orderHref = (requestTypeCode: string): string => `/bestall/${encodeURIComponent(requestTypeCode)}`

/** `?datum=2012-01-01`; anything else is today. */
export function dayAsked(view: View, visit: Visit): PlainDate {
  const asked = visit.query.get('datum')
  try {
    return asked ? parse(asked) : view.today
  } catch {
    return view.today
  }
}

export const dateText = (iso: string, lang: Lang): string => fullDate(parse(iso), lang)
/** The local day of an instant. */
export const dayText = (iso: string, lang: Lang): string => fullDate(localDate(Temporal.Instant.from(iso)), lang)
/** Validity is kept end exclusive; people say the last day. */
export function spanText(validFrom: string | null, validTo: string | null, lang: Lang): string {
  const words = catalogueText[lang].any
  const from = validFrom === null ? '' : dateText(validFrom, lang)
  if (validTo === null) return validFrom === null ? words.unstated : words.since(from)
  return words.until(from, fullDate(parse(validTo).subtract({ days: 1 }), lang))
}

/** Where a row comes from; nothing for what somebody entered here. */
export function originText(origin: string | null | undefined, lang: Lang): string | null {
  const words = catalogueText[lang].any
  if (origin === 'demonstration') return words.invented
  const line = /\.txt\D*(\d+)/.exec(origin ?? '')?.[1]
  return line ? words.printed(line) : null
}

export function Origin({ origin, lang }: { readonly origin: string | null | undefined; readonly lang: Lang }) {
  const text = originText(origin, lang)
  return text === null ? null : <span class="sm mute"> ({text})</span>
}

export const Unstated = ({ lang }: { readonly lang: Lang }) => (
  <span class="mute">{catalogueText[lang].any.unstated}</span>
)

const tones: Readonly<Record<ServiceState, Tone>> = {
  draft: 'plain',
  planned: 'info',
  active: 'ok',
  ending: 'warn',
  ended: 'plain',
}
export const StateTag = ({ state, lang }: { readonly state: ServiceState; readonly lang: Lang }) => (
  <Tag tone={tones[state]}>{catalogueText[lang].states[state]}</Tag>
)

/** A refusal that no form on the page takes as its own. */
export function Refused({ visit }: { readonly visit: Visit }) {
  const { attempt, lang } = visit
  if (!attempt) return null
  const text = attempt.refusal.status === 412 ? catalogueText[lang].any.raced : attempt.refusal.words[lang]
  return (
    <Notice tone="bad" live="alert" class="mb5">
      {text}
    </Notice>
  )
}

export function priceText(price: Pick<Price, 'amountOre' | 'perQuantity'>, unit: string, lang: Lang): string {
  const words = catalogueText[lang].service
  const per = price.perQuantity === 1 ? words.per(unit) : words.perMany(price.perQuantity, unit)
  return `${kronor(BigInt(price.amountOre), lang, price.amountOre % 100 === 0 ? 'kr' : 'ore')} ${per}`
}

/** `Vi börjar inom 3 arbetsdagar`; a promise in words says its own words. */
export function promiseText(promise: PromiseShown, lang: Lang): string {
  const words = catalogueText[lang].service
  if (promise.clockKind === null || promise.amount === null || promise.unit === null) return promise.name[lang]
  return `${words.clock[promise.clockKind]} ${words.within[promise.unit](promise.amount)}`
}

export function conditionText(promise: PromiseShown, lang: Lang): string {
  const all = catalogueText[lang]
  return [
    promise.channel && all.service.via(all.channels[promise.channel]),
    promise.priority && all.priorities[promise.priority].toLowerCase(),
    promise.towards === 'outside' && all.service.toOutside,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Every unit of the day in the order of the tree, with where it lies. */
export async function unitOptions(view: View): Promise<readonly SelectOption[]> {
  const units = await treeOn(view, view.today)
  const names = new Map(units.map((unit) => [unit.unitId, unit.name]))
  return units.map((unit) => {
    const above = unit.parentUnitId === null ? undefined : names.get(unit.parentUnitId)
    return { value: unit.unitId, label: unit.name, ...(above ? { detail: above } : {}) }
  })
}

export const optionsOf = <K extends string>(
  words: Readonly<Record<K, string>>,
  keys: readonly K[],
): readonly SelectOption[] => keys.map((value) => ({ value, label: words[value] }))

/** Lines of a text area as they were meant. */
export const linesOf = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export interface ShownDecision {
  readonly decisionId: string
  readonly section: string | null
  readonly decidedOn: string | null
  readonly title: string
}

/** A decision by its § and day, or by its heading where no § is stated. */
export function DecisionLink(props: {
  readonly decision: ShownDecision
  readonly visit: Visit
  readonly lead?: (section: string) => string
}) {
  const { decision, visit, lead } = props
  const { section, decidedOn } = decision
  const name = section === null ? decision.title : lead ? lead(section) : section
  return (
    <a href={visit.href(`/beslut/${decision.decisionId}`)}>
      {decidedOn === null || lead ? name : `${name}, ${dateText(decidedOn, visit.lang)}`}
    </a>
  )
}
