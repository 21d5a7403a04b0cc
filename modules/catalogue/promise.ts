// Which promise holds: per clock kind the first that exists of the agreement line's level, the request type, the service,
// the area and the office (model.md §3). Conditions on channel, priority and towards whom; valid on the day. Pure.
import type { Words } from '#basics/refusal'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export const clockKinds = ['receipt', 'first_answer', 'start', 'done'] as const
export type ClockKind = (typeof clockKinds)[number]

export const channels = ['portal', 'mail', 'letter', 'telephone', 'counter'] as const
export type Channel = (typeof channels)[number]

export const priorities = ['low', 'normal', 'high', 'critical'] as const
export type Priority = (typeof priorities)[number]

/** Nearest first. */
export const holders = ['level', 'request_type', 'service', 'area', 'office'] as const
export type Holder = (typeof holders)[number]

export type PromiseUnit = 'working_minutes' | 'working_days'

/** A promise that can be measured. One without a measure is text and never a candidate. */
export interface PromiseCandidate {
  readonly promiseId: string
  readonly versionNo: number
  readonly holder: Holder
  readonly clockKind: ClockKind
  readonly amount: number
  readonly unit: PromiseUnit
  readonly channel: Channel | null
  readonly priority: Priority | null
  /** Null = everyone. */
  readonly towards: 'customer' | 'outside' | null
  /** strive is shown as "eftersträvas" (TY-053). */
  readonly strength: 'binding' | 'strive'
  readonly targetShareThousandths: number | null
  readonly guarantee: boolean
  readonly name: Words
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
}

export interface PromiseQuestion {
  readonly date: PlainDate
  readonly channel: Channel
  readonly priority: Priority
  /** Someone outside asks: a citizen, a company, a visitor. */
  readonly outside: boolean
}

export function holdsFor(promise: PromiseCandidate, asked: PromiseQuestion): boolean {
  return (
    compare(promise.validFrom, asked.date) <= 0 &&
    (promise.validTo === null || compare(asked.date, promise.validTo) < 0) &&
    (promise.channel === null || promise.channel === asked.channel) &&
    (promise.priority === null || promise.priority === asked.priority) &&
    (promise.towards === null || promise.towards === (asked.outside ? 'outside' : 'customer'))
  )
}

export type ChosenPromises = Readonly<Partial<Record<ClockKind, PromiseCandidate>>>

/** A clock kind that nobody promises has no entry: the case says "inget löfte angivet". */
export function choosePromises(candidates: readonly PromiseCandidate[], asked: PromiseQuestion): ChosenPromises {
  const chosen: Partial<Record<ClockKind, PromiseCandidate>> = {}
  for (const promise of candidates.filter((one) => holdsFor(one, asked)).toSorted(nearestFirst))
    chosen[promise.clockKind] ??= promise
  return chosen
}

/** Nearest holder; within one holder the one with most conditions, then the strictest, then by id so that it never varies. */
function nearestFirst(a: PromiseCandidate, b: PromiseCandidate): number {
  return (
    holders.indexOf(a.holder) - holders.indexOf(b.holder) ||
    conditions(b) - conditions(a) ||
    (a.unit === b.unit ? a.amount - b.amount : a.unit === 'working_minutes' ? -1 : 1) ||
    (a.promiseId < b.promiseId ? -1 : 1)
  )
}

const conditions = ({ channel, priority, towards }: PromiseCandidate): number =>
  [channel, priority, towards].filter((condition) => condition !== null).length
