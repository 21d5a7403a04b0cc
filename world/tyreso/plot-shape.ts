// How a conversation plot is written. A plot is a story told many times: who asks, where, in which words, and what then
// happens step by step in working time. Texts hold [one|or the other] and {placeholders}, filled from real lists. Two
// things keep a story to its point: a text that begins with <topic> is said only in cases whose opening had that topic
// (<*> in all), and texts of steps that share a thread stand in the same order and are chosen together.
import type { BuildingKind, SpaceTag } from './premises.ts'
import type { Channel } from './promises.ts'
import type { CaseKind } from './request-type-shape.ts'

export type Actor =
  | 'agent'
  /** Another agent of the unit that has the case now. */
  | 'colleague'
  /** Whoever sorts the queue: the property administrator, or any agent of the unit. */
  | 'dispatcher'
  | 'manager'
  | 'requester'
  | 'purchaser'
  | 'customer_manager'

export type Act =
  | 'assign'
  | 'take'
  | 'start'
  | 'reply'
  | 'note'
  | 'pause'
  | 'resume'
  | 'hand_over'
  | 'prioritise'
  | 'approve'
  | 'reject'
  | 'deliver'
  | 'confirm'
  | 'rate'
  | 'complain'
  | 'reopen'
  | 'withdraw'
  | 'split'
  | 'merge'
  | 'turn_into_wish'

export type PauseReason =
  'waiting_customer' | 'waiting_supplier' | 'waiting_access' | 'waiting_weather' | 'agreed_later'

export type Range = readonly [low: number, high: number]

/** Working time after the step before; drawn low more often than high. */
export type Delay = { readonly minutes: Range } | { readonly hours: Range } | { readonly days: Range }

export type Rating = 'good' | 'fair' | 'poor'

export interface Step {
  readonly after: Delay
  readonly by: Actor
  readonly act: Act
  readonly texts?: readonly string[]
  readonly reason?: PauseReason
  /** hand_over: the unit that gets it. */
  readonly to?: string
  readonly priority?: 'high' | 'normal' | 'low'
  /** Texts of all steps with this thread stand in the same order; one place is drawn for the whole case. */
  readonly thread?: string
  /** deliver: what may be charged. One, or the product of the answers; an answer may choose another offering. */
  readonly quantity?: {
    readonly offering: string
    readonly times?: readonly string[]
    readonly byAnswer?: readonly [field: string, offerings: Readonly<Record<string, string>>]
  }
  /** split: the case that is born. Its parent is not delivered before it. */
  readonly birth?: Birth
  /** 0–1; absent = always. */
  readonly chance?: number
  /** Only when the case took this path. */
  readonly path?: string
}

/** A case that an agent splits off: it has no requester's words of its own, only the agent's. */
export interface Birth {
  readonly requestType: string
  readonly kind: CaseKind
  readonly unit: string
  readonly agentRoles: readonly string[]
  readonly subjects: readonly string[]
  readonly openings: readonly string[]
  readonly answers: Readonly<Record<string, AnswerSpec>>
  readonly steps: readonly Step[]
}

/** Somebody else in the house reports the same thing; the two are merged. */
export interface Echo {
  readonly after: Delay
  readonly subjects: readonly string[]
  readonly openings: readonly string[]
  readonly mergeTexts: readonly string[]
}

export type AnswerSpec =
  | { readonly value: string | number | readonly string[] }
  | { readonly slot: string }
  | { readonly special: 'opening' | 'space' | 'building' | 'requester' | 'unit' | 'system' }
  | { readonly pick: readonly string[] }
  | { readonly some: readonly string[] }
  | { readonly texts: readonly string[] }
  | { readonly byTopic: Readonly<Record<string, AnswerSpec>>; readonly otherwise: AnswerSpec }
  /** A date so many working days ahead. */
  | { readonly workingDaysAhead: Range }
  /** Kronor, in whole steps. */
  | { readonly kronor: readonly [low: number, high: number, step: number] }

/** Weights for January to October (three days). */
export type Season = readonly [number, number, number, number, number, number, number, number, number, number]

export interface Plot {
  readonly key: string
  /** What it shows, for whoever reads the list. */
  readonly shows: string
  readonly requestType: string
  readonly kind: CaseKind
  /** Unit that gets it first; agents with one of the roles work it. */
  readonly unit: string
  readonly agentRoles: readonly string[]
  readonly where: {
    readonly kinds: readonly BuildingKind[]
    readonly tags: readonly SpaceTag[]
    readonly only?: readonly string[]
  } | null
  /** Units whose people ask; null = the users of the place, or anyone at a customer. */
  readonly askers: readonly string[] | null
  /** A resident or other outsider asks. */
  readonly outside: boolean
  readonly channels: Partial<Record<Channel, number>>
  readonly season: Season
  readonly systems: readonly string[]
  readonly slots: Readonly<Record<string, readonly (string | number)[]>>
  readonly subjects: readonly string[]
  readonly openings: readonly string[]
  readonly answers: Readonly<Record<string, AnswerSpec>>
  readonly paths: Readonly<Record<string, number>>
  /** Topics that settle the path. */
  readonly pathByTopic: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly echo: Echo | null
  /** Always late, to show a broken promise. */
  readonly late: boolean
}

type PlotSpec = Pick<
  Plot,
  'key' | 'shows' | 'requestType' | 'kind' | 'unit' | 'agentRoles' | 'subjects' | 'openings' | 'answers' | 'steps'
> &
  Partial<Plot>

export const evenSeason: Season = [10, 10, 11, 9, 10, 9, 4, 9, 11, 1]

const desk: Plot['channels'] = { portal: 45, email: 45, phone: 10 }

export function plot(spec: PlotSpec): Plot {
  return {
    where: null,
    askers: null,
    outside: false,
    channels: desk,
    season: evenSeason,
    systems: [],
    slots: {},
    paths: {},
    pathByTopic: {},
    echo: null,
    late: false,
    ...spec,
  }
}

/** A fault in a house: reported by whoever works there, sorted by the property administrator, mended by a technician. */
export function propertyPlot(
  spec: Omit<PlotSpec, 'requestType' | 'kind' | 'unit' | 'agentRoles'> & Partial<Plot>,
): Plot {
  return plot({
    requestType: 'felanmalan',
    kind: 'fault',
    unit: 'fastighet',
    agentRoles: ['servicetekniker'],
    channels: { portal: 30, email: 45, phone: 20, counter: 5 },
    ...spec,
  })
}

export const minutes = (low: number, high: number): Delay => ({ minutes: [low, high] })
export const hours = (low: number, high: number): Delay => ({ hours: [low, high] })
export const days = (low: number, high: number): Delay => ({ days: [low, high] })

type More = Partial<Step>

export const assign = (after: Delay, more: More = {}): Step => ({ after, by: 'dispatcher', act: 'assign', ...more })
export const take = (after: Delay, more: More = {}): Step => ({ after, by: 'agent', act: 'take', ...more })
export const start = (after: Delay, more: More = {}): Step => ({ after, by: 'agent', act: 'start', ...more })
export const reply = (after: Delay, texts: readonly string[], more: More = {}): Step => ({
  after,
  by: 'agent',
  act: 'reply',
  texts,
  ...more,
})
export const says = (after: Delay, texts: readonly string[], more: More = {}): Step => ({
  after,
  by: 'requester',
  act: 'reply',
  texts,
  ...more,
})
export const note = (after: Delay, texts: readonly string[], more: More = {}): Step => ({
  after,
  by: 'agent',
  act: 'note',
  texts,
  ...more,
})
export const pause = (after: Delay, reason: PauseReason, texts: readonly string[], more: More = {}): Step => ({
  after,
  by: 'agent',
  act: 'pause',
  reason,
  texts,
  ...more,
})
export const resume = (after: Delay, more: More = {}): Step => ({ after, by: 'agent', act: 'resume', ...more })
export const handOver = (after: Delay, to: string, texts: readonly string[], more: More = {}): Step => ({
  after,
  by: 'agent',
  act: 'hand_over',
  to,
  texts,
  ...more,
})
export const deliver = (after: Delay, texts: readonly string[], more: More = {}): Step => ({
  after,
  by: 'agent',
  act: 'deliver',
  texts,
  ...more,
})

/** The requester's thanks and the one-click rating; most people just let the case close by itself. */
export const thanks: readonly Step[] = [
  {
    after: hours(1, 20),
    by: 'requester',
    act: 'confirm',
    chance: 0.38,
    texts: [
      'Tack, nu fungerar det.',
      'Tack för snabb hjälp!',
      'Perfekt, tack.',
      'Jättebra. Ni kan stänga.',
      'Tack! Allt ser bra ut.',
      'Toppen, tack ska ni ha.',
      'Det blev bra, tack {handläggare}.',
      'Kontrollerat. Fungerar. Tack!',
    ],
  },
  { after: minutes(2, 400), by: 'requester', act: 'rate', chance: 0.34 },
]

export const value = (answer: string | number | readonly string[]): AnswerSpec => ({ value: answer })
export const slot = (name: string): AnswerSpec => ({ slot: name })
export const pick = (...answers: readonly string[]): AnswerSpec => ({ pick: answers })
export const some = (...answers: readonly string[]): AnswerSpec => ({ some: answers })
export const write = (...texts: readonly string[]): AnswerSpec => ({ texts })
export const ahead = (low: number, high: number): AnswerSpec => ({ workingDaysAhead: [low, high] })
export const kronor = (low: number, high: number, step: number): AnswerSpec => ({ kronor: [low, high, step] })
export const byTopic = (cases: Readonly<Record<string, AnswerSpec>>, otherwise: AnswerSpec): AnswerSpec => ({
  byTopic: cases,
  otherwise,
})
export const opening: AnswerSpec = { special: 'opening' }
export const space: AnswerSpec = { special: 'space' }
export const building: AnswerSpec = { special: 'building' }
export const requester: AnswerSpec = { special: 'requester' }

/** Answers that every fault report has; the rest is said by the plot. */
export function fault(
  what: string,
  more: Readonly<Record<string, AnswerSpec>> = {},
): Readonly<Record<string, AnswerSpec>> {
  return { what: value(what), place: space, description: opening, danger: value('no'), ...more }
}
