// Tells one case of a plot: draws path and delays, walks the steps in working time, keeps or breaks its promise on
// purpose, and finds the words. Everything after `until` is left untold: those cases are the open ones.
import { localDate } from '#basics/dates'
import { addWorkingMinutes, workingMinutesBetween } from '#basics/working-time'
import { agentsOf, dispatcherOf, managerOf, purchasersFor, receiversAt } from './casting.ts'
import { services } from './catalogue.ts'
import type { Chance } from './chance.ts'
import type { Answers } from './form-shape.ts'
import { type ClockFacts, dueAt, type Happening, measuresFor, stopIndex } from './expected-clocks.ts'
import { officeCalendar } from './office-calendar.ts'
import type { PlannedStep } from './planned-case.ts'
import type { Delay, Rating, Step } from './plot-shape.ts'
import { choose, type Gist, spokenDay, tell } from './plot-text.ts'
import type { Channel } from './promises.ts'
import type { ApprovalRule } from './request-type-shape.ts'
import { systems } from './systems.ts'
import type { Scene } from './tell-scene.ts'

type Instant = Temporal.Instant

export interface Story {
  readonly at: Instant
  readonly channel: Channel
  readonly service: string
  readonly approval: ApprovalRule | null
  readonly unit: string
  readonly agentRoles: readonly string[]
  readonly steps: readonly Step[]
  readonly path: string | null
  readonly place: string | null
  readonly scene: Scene
  readonly gist: Gist
  readonly answers: Answers
  /** Whether the promise is to be kept. */
  readonly keep: boolean
  readonly late: boolean
}

/** A step that will happen, with the working minutes since the step before. */
export interface Beat {
  readonly step: Step
  minutes: number
}

// ------------------------------------------------------------------------------------------------ which steps, and when

const workingDayMinutes = 540

function drawMinutes(delay: Delay, chance: Chance): number {
  if ('minutes' in delay) return Math.round(chance.skewed(delay.minutes))
  if ('hours' in delay) return Math.round(chance.skewed(delay.hours) * 60)
  return Math.round(chance.skewed(delay.days) * workingDayMinutes)
}

/** The steps that this case takes. A resume without a pause, or an approval that nobody needs to give, falls away. */
export function beatsOf(story: Story, chance: Chance): Beat[] {
  const asksPurchaser = needsApproval(story)
  const beats: Beat[] = []
  let paused = false
  let confirmed = false
  for (const step of story.steps) {
    const minutes = drawMinutes(step.after, chance)
    const happens = chance.happens(step.chance ?? 1)
    if (step.path !== undefined && step.path !== story.path) continue
    if (!happens || (step.act === 'approve' && !asksPurchaser)) continue
    if (step.act === 'resume' && !paused) continue
    if (step.act === 'rate' && !confirmed && chance.happens(0.5)) continue
    if (step.act === 'pause') paused = true
    if (step.act === 'resume') paused = false
    if (step.act === 'confirm') confirmed = true
    beats.push({ step, minutes })
  }
  return beats
}

export function timesOf(beats: readonly Beat[], from: Instant): Instant[] {
  let at = from
  // At least a minute apart, so that the order of a case's steps is never in doubt.
  return beats.map((beat) => (at = addWorkingMinutes(officeCalendar, at, Math.max(1, beat.minutes))))
}

// ------------------------------------------------------------------------------------------------------------- promises

function happeningsOf(beats: readonly Beat[], times: readonly Instant[]): readonly Happening[] {
  return beats.flatMap(({ step }, index) => {
    const at = times[index]
    return at === undefined ? [] : [{ act: step.act, at, ours: step.by !== 'requester' }]
  })
}

/** Shortens or lengthens the waits so that the promise turns out as it was meant to. */
export function keepOrBreak(story: Story, beats: Beat[]): void {
  const facts: ClockFacts = { ...story, towards: story.scene.asker === null ? 'outside' : 'customer' }
  for (const measure of measuresFor(facts)) {
    const wanted = story.keep && !(story.late && measure.clock === 'start')
    for (let tries = 0; tries < 12; tries += 1) {
      const happenings = happeningsOf(beats, timesOf(beats, story.at))
      const stop = stopIndex(measure.clock, happenings)
      const [last, stopped] = [beats[stop], happenings[stop]?.at]
      if (last === undefined || stopped === undefined) break
      const due = dueAt(measure, facts, happenings)
      if (Temporal.Instant.compare(stopped, due) <= 0 === wanted) break
      if (wanted) for (const beat of beats.slice(0, stop + 1)) beat.minutes = Math.floor(beat.minutes * 0.6)
      else last.minutes += workingMinutesBetween(officeCalendar, stopped, due) + 75 + (last.minutes % 300)
    }
  }
}

// ---------------------------------------------------------------------------------------------------------------- words

/** The people of a case, as they change hands. */
export interface Cast {
  unit: string
  agents: readonly string[]
  agent: string
}

export function castFor(story: Story, chance: Chance): Cast {
  const agents = agentsOf(story.unit, story.agentRoles, dateOf(story.at))
  const drawn = chance.pick(agents)
  // What is about a system goes to its manager in person (TY-057).
  const manager = systems.find((row) => row.key === story.scene.system)?.managers[0]
  return { unit: story.unit, agents, agent: manager !== undefined && agents.includes(manager) ? manager : drawn }
}

export function actorOf(step: Step, story: Story, cast: Cast, at: Instant, chance: Chance): string | null {
  const date = dateOf(at)
  switch (step.by) {
    case 'requester':
      return story.scene.asker?.person ?? null
    case 'dispatcher':
      return dispatcherOf(cast.unit, cast.agents, date, chance)
    case 'colleague':
      return chance.pick(cast.agents.filter((person) => person !== cast.agent))
    case 'manager':
      return managerOf(cast.unit)
    case 'customer_manager':
      return 'linnea.vitmossa'
    case 'purchaser':
      return approverOf(story, date, chance)
    case 'agent':
      return cast.agent
  }
}

/** The rule of the request type, as the office will apply it: under the free sum, or within one's own mandate, nobody is asked. */
function needsApproval(story: Story): boolean {
  const { approval, scene } = story
  if (approval === null || scene.asker === null) return false
  const amountOre = amountOf(story)
  if (approval.amountField !== null && amountOre <= approval.freeBelowOre) return false
  return !purchasersOf(story, dateOf(story.at)).includes(scene.asker.person)
}

function amountOf({ approval, answers }: Story): bigint {
  const given = approval?.amountField ? answers[approval.amountField] : undefined
  return typeof given === 'bigint' ? given : 0n
}

function purchasersOf(story: Story, date: string): readonly string[] {
  const area = areaOfService.get(story.service) ?? ''
  if (area === '' || story.scene.customer === null) throw new Error(`nobody may approve ${story.service}`)
  return purchasersFor(story.scene.customer, area, amountOf(story), date)
}

function approverOf(story: Story, date: string, chance: Chance): string {
  return chance.pick(purchasersOf(story, date).filter((person) => person !== story.scene.asker?.person))
}

const areaOfService = new Map(services.map((service) => [service.key, service.area]))

/** When the next visit or delivery comes, as it is said in the reply before it. */
function comes(beats: readonly Beat[], times: readonly Instant[], index: number): string {
  const next = beats.findIndex(({ step }, i) => i > index && (step.act === 'start' || step.act === 'deliver'))
  const [said, at] = [times[index], times[next]]
  return said === undefined || at === undefined ? 'så snart vi kan' : spokenDay(said, at)
}

const ratings = { good: 78, fair: 15, poor: 7 } as const
const ratingsWhenLate = { good: 20, fair: 40, poor: 40 } as const

export function wordsOf(
  beats: readonly Beat[],
  times: readonly Instant[],
  index: number,
  story: Story,
  cast: Cast,
  given: (person: string) => string,
  chance: Chance,
): Pick<PlannedStep, 'text' | 'quantity' | 'rating'> {
  const step = beats[index]?.step
  if (step === undefined) throw new RangeError(`no step ${index}`)
  const filling = { ...story.scene.filling, handläggare: given(cast.agent), kommer: comes(beats, times, index) }
  const rating: Rating | null = step.act === 'rate' ? chance.weighted(story.late ? ratingsWhenLate : ratings) : null
  return {
    text: step.texts === undefined ? null : tell(choose(step.texts, story.gist, step.thread, chance), filling, chance),
    quantity: quantityOf(step, story),
    rating,
  }
}

function quantityOf(step: Step, story: Story): PlannedStep['quantity'] {
  if (step.quantity === undefined) return null
  const { offering, times = [], byAnswer } = step.quantity
  const count = times.reduce((product, field) => product * Number(story.answers[field] ?? 1), 1)
  const chosen = byAnswer === undefined ? undefined : byAnswer[1][String(story.answers[byAnswer[0]])]
  return { offering: chosen ?? offering, thousandths: BigInt(count) * 1000n }
}

/** After a hand-over the case belongs to the new unit, and somebody there takes it. */
export function handOver(cast: Cast, to: string, at: Instant, chance: Chance): void {
  cast.unit = to
  cast.agents = receiversAt(to, dateOf(at))
  cast.agent = chance.pick(cast.agents)
}

export function dateOf(at: Instant): string {
  return localDate(at).toString()
}
