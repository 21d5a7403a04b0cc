// The scene of one case: where it is, who asks, which words its placeholders stand for, and the answers of its form.
import { localDate } from '#basics/dates'
import { addWorkingDays } from '#basics/working-time'
import { anyCustomerPerson, type Asker, customerOf, givenName, mayApprove, peopleAt } from './casting.ts'
import { forms } from './catalogue.ts'
import type { Chance } from './chance.ts'
import { type Answer, type Answers, type FormRow, holds } from './form-shape.ts'
import { officeCalendar } from './office-calendar.ts'
import type { AnswerSpec, Plot } from './plot-shape.ts'
import { choose, type Filling, type Gist, tell } from './plot-text.ts'
import { type BuildingRow, type SpaceRow, buildings, spaces } from './premises.ts'
import { requestTypes } from './request-types.ts'
import { systems } from './systems.ts'

export interface Scene {
  readonly building: BuildingRow | null
  readonly space: SpaceRow | null
  readonly asker: Asker | null
  readonly customer: string | null
  readonly system: string | null
  readonly slots: Readonly<Record<string, string | number>>
  readonly filling: Filling
}

const buildingByKey = new Map(buildings.map((building) => [building.key, building]))
const outsiders = ['Boende i kommunen', 'Släktforskare', 'Student', 'Journalist', 'Fastighetsägare'] as const

/** Busier houses report more. */
const weightOf: Readonly<Record<BuildingRow['kind'], number>> = {
  school: 16,
  care: 13,
  preschool: 9,
  office: 8,
  sports: 6,
  culture: 6,
  depot: 4,
}

export function setScene(plot: Plot, date: string, chance: Chance, sameHouse?: Scene): Scene {
  const space = plot.where === null ? null : chooseSpace(plot, chance, sameHouse?.building?.key)
  const building = space === null ? null : (buildingByKey.get(space.building) ?? null)
  const asker = plot.outside ? null : chooseAsker(plot, building, date, chance, sameHouse?.asker?.person)
  const system = plot.systems.length > 0 ? chance.pick(plot.systems) : null
  const slots: Record<string, string | number> = {}
  for (const [name, values] of Object.entries(plot.slots)) slots[name] = chance.pick(values)
  return {
    building,
    space,
    asker,
    customer: asker === null ? null : customerOf(asker.unit, date),
    system,
    slots,
    filling: fillingOf(asker, building, space, system, slots),
  }
}

function chooseSpace(plot: Plot, chance: Chance, only: string | undefined): SpaceRow {
  const where = plot.where
  if (where === null) throw new Error(`${plot.key} has no place`)
  const fits = spaces.filter((space) => {
    const building = buildingByKey.get(space.building)
    if (!building || !where.tags.includes(space.tag) || !where.kinds.includes(building.kind)) return false
    return only === undefined ? (where.only?.includes(building.key) ?? true) : building.key === only
  })
  const houses: Record<string, number> = {}
  for (const space of fits) {
    const house = buildingByKey.get(space.building)
    if (house) houses[house.key] = house.key === 'kommunhuset' ? 24 : weightOf[house.kind]
  }
  const house = chance.weighted(houses)
  return chance.pick(fits.filter((space) => space.building === house))
}

function chooseAsker(
  plot: Plot,
  building: BuildingRow | null,
  date: string,
  chance: Chance,
  not: string | undefined,
): Asker {
  const approves = plot.steps.some((step) => step.act === 'reject')
  const units = plot.askers ?? building?.users
  const crowd = units === undefined ? anyCustomerPerson(date) : peopleAt(units, date)
  const others = crowd.filter((asker) => asker.person !== not && !(approves && mayApprove(asker.person, date)))
  return chance.pick(others.length > 0 ? others : crowd)
}

export function outsiderName(chance: Chance): string {
  return chance.pick(outsiders)
}

function fillingOf(
  asker: Asker | null,
  building: BuildingRow | null,
  space: SpaceRow | null,
  system: string | null,
  slots: Readonly<Record<string, string | number>>,
): Filling {
  const filling: Record<string, string> = { namn: asker === null ? 'du' : givenName(asker.person) }
  if (building !== null) {
    filling['hus'] = building.name
    filling['på_hus'] = building.at
    filling['vid_hus'] = building.at.replace(/^(i|på) /, 'vid ')
  }
  if (space !== null) {
    filling['rum'] = space.name.charAt(0).toLowerCase() + space.name.slice(1)
    filling['i_rum'] = space.at
    filling['våning'] = space.floor
  }
  const systemName = systems.find((row) => row.key === system)?.name
  if (systemName !== undefined) filling['system'] = systemName
  for (const [name, value] of Object.entries(slots)) filling[name] = String(value)
  return filling
}

export function formOf(requestType: string): FormRow {
  const key = requestTypes.find((row) => row.key === requestType)?.form
  const form = forms.find((row) => row.key === key)
  if (!form) throw new Error(`no form for ${requestType}`)
  return form
}

/** The form's answers; what the answers themselves hide is left out. */
export function answersOf(
  specs: Readonly<Record<string, AnswerSpec>>,
  requestType: string,
  scene: Scene,
  gist: Gist,
  openingText: string,
  at: Temporal.Instant,
  chance: Chance,
): Answers {
  const answers: Record<string, Answer> = {}
  for (const field of formOf(requestType).fields) {
    const spec = specs[field.key]
    if (spec === undefined || (field.showWhen && !holds(field.showWhen, answers))) continue
    const answer = answerTo(spec, scene, gist, openingText, at, chance)
    answers[field.key] = field.kind === 'number' ? Number(answer) : typeof answer === 'number' ? String(answer) : answer
  }
  return answers
}

function answerTo(
  spec: AnswerSpec,
  scene: Scene,
  gist: Gist,
  openingText: string,
  at: Temporal.Instant,
  chance: Chance,
): Answer {
  if ('value' in spec) return spec.value
  if ('pick' in spec) return chance.pick(spec.pick)
  if ('some' in spec) return someOf(spec.some, chance)
  if ('texts' in spec) return tell(choose(spec.texts, gist, undefined, chance), scene.filling, chance)
  if ('byTopic' in spec)
    return answerTo(spec.byTopic[gist.topic ?? ''] ?? spec.otherwise, scene, gist, openingText, at, chance)
  if ('slot' in spec) return known(scene.slots[spec.slot], spec.slot)
  if ('kronor' in spec) {
    const [low, high, step] = spec.kronor
    return BigInt(low + step * chance.whole(0, Math.floor((high - low) / step))) * 100n
  }
  if ('workingDaysAhead' in spec) {
    const [low, high] = spec.workingDaysAhead
    return localDate(addWorkingDays(officeCalendar, at, chance.whole(low, high))).toString()
  }
  return special(spec.special, scene, openingText)
}

function special(
  what: Extract<AnswerSpec, { special: unknown }>['special'],
  scene: Scene,
  openingText: string,
): string {
  if (what === 'opening') return openingText
  if (what === 'space') return known(scene.space?.key ?? scene.building?.key, what)
  if (what === 'building') return known(scene.building?.key, what)
  if (what === 'requester') return known(scene.asker?.person, what)
  if (what === 'unit') return known(scene.asker?.unit, what)
  return known(scene.system ?? undefined, what)
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`nothing known of ${name}`)
  return value
}

function someOf(values: readonly string[], chance: Chance): readonly string[] {
  const chosen = values.filter(() => chance.happens(0.45))
  return chosen.length > 0 ? chosen : [chance.pick(values)]
}
