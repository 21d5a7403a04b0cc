// The recipe of the demonstration: 1,900 cases from 2 January 2012 up to the morning of Wednesday 3 October, of which
// 1,400 about the houses, about 93 % of the promises kept and about 150 cases open. Pure: the same seed, the same world.
import { addWorkingMinutes } from '#basics/working-time'
import { type Arrival, arrivalsOf, freshArrivals } from './arrivals.ts'
import { dispatcherOf, givenName } from './casting.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { keepOpen } from './keep-open.ts'
import { officeCalendar } from './office-calendar.ts'
import type { PlannedCase, PlannedStep } from './planned-case.ts'
import type { Birth, Echo, Plot } from './plot-shape.ts'
import { fitting, type Gist, tell, topicsOf } from './plot-text.ts'
import { casesPerPlot, plots } from './plots.ts'
import { requestTypes } from './request-types.ts'
import {
  actorOf,
  type Beat,
  beatsOf,
  castFor,
  dateOf,
  handOver,
  keepOrBreak,
  type Story,
  timesOf,
  wordsOf,
} from './tell-case.ts'
import { answersOf, outsiderName, type Scene, setScene } from './tell-scene.ts'
import { closeBook, type Skeleton } from './ending.ts'

export interface Recipe {
  readonly seed: string
  /** Nothing is told after this instant. */
  readonly until: Temporal.Instant
  readonly openAtEnd: number
  readonly keepShare: number
}

export const recipe2012: Recipe = {
  seed: 'tyreso-2012',
  // The first minute of the demonstration's day, so that no step lies ahead of it whenever the world is loaded.
  until: Temporal.Instant.from('2012-10-03T00:00:00+02:00'),
  openAtEnd: 150,
  keepShare: 0.945,
}

/** Told plot by plot, with room between them for whoever waits for a page meanwhile. */
export async function planCases(recipe: Recipe = recipe2012): Promise<readonly PlannedCase[]> {
  const told: PlannedCase[] = []
  for (const plot of plots) {
    told.push(...tellPlot(plot, recipe))
    await new Promise(setImmediate)
  }
  return keepOpen(told, recipe).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.key < b.key ? -1 : 1))
}

function tellPlot(plot: Plot, recipe: Recipe): readonly PlannedCase[] {
  const twins = plot.echo !== null || plot.steps.some((step) => step.birth !== undefined)
  const tellings = (casesPerPlot[plot.key] ?? 0) / (twins ? 2 : 1)
  const fresh = freshArrivals(plot.key)
  const arrivals = [...arrivalsOf(plot, tellings - fresh.length, recipe.seed, recipe.until), ...fresh]
  return arrivals.flatMap((arrival, i) =>
    tellOnce(plot, arrival, `${plot.key}-${String(i + 1).padStart(3, '0')}`, recipe),
  )
}

/** What a plot and a birth have in common: the words that open a case. */
interface Opening {
  readonly kind: PlannedCase['kind']
  readonly requestType: string
  readonly unit: string
  readonly agentRoles: readonly string[]
  readonly subjects: readonly string[]
  readonly openings: readonly string[]
  readonly answers: Plot['answers']
}

interface Telling {
  readonly key: string
  readonly plot: Plot
  readonly recipe: Recipe
  readonly chance: Chance
}

function tellOnce(plot: Plot, arrival: Arrival, key: string, recipe: Recipe): readonly PlannedCase[] {
  const chance = chanceFrom(`${recipe.seed}/${key}`)
  const telling: Telling = { key, plot, recipe, chance }
  const scene = setScene(plot, dateOf(arrival.at), chance)
  const head = openCase(telling, plot, key, arrival.at, arrival.channel, scene, null)
  const story: Story = {
    ...head.story,
    steps: plot.steps,
    path: pathOf(plot, head.story.gist, chance),
    keep: chance.happens(recipe.keepShare),
    late: plot.late,
  }
  const beats = beatsOf(story, chance)
  keepOrBreak(story, beats)
  const twins = [...bear(telling, story, beats, head.planned), ...echoed(telling, head.planned, scene, head.story.gist)]
  const planned = live(telling, head.planned, story, beats, twins, arrival.untouched)
  return [planned, ...twins]
}

function pathOf(plot: Plot, gist: Gist, chance: Chance): string | null {
  const settled = gist.topic === null ? undefined : plot.pathByTopic[gist.topic]
  return settled ?? (Object.keys(plot.paths).length > 0 ? chance.weighted(plot.paths) : null)
}

function openCase(
  telling: Telling,
  opening: Opening,
  key: string,
  at: Temporal.Instant,
  channel: PlannedCase['channel'],
  scene: Scene,
  about: Gist | null,
): { readonly planned: Skeleton; readonly story: Omit<Story, 'steps' | 'path' | 'keep' | 'late'> } {
  const { chance, plot } = telling
  const type = requestTypes.find((row) => row.key === opening.requestType)
  if (!type) throw new Error(`no request type ${opening.requestType}`)
  const first = chance.pick(about === null ? opening.openings : fitting(opening.openings, about.topic))
  const gist: Gist = about ?? { topic: topicsOf(first)[0] ?? null, threads: {} }
  const text = tell(first, scene.filling, chance)
  const answers = answersOf(opening.answers, opening.requestType, scene, gist, text, at, chance)
  const place = opening.unit === 'kontorsservice' ? (scene.building?.place ?? null) : null
  const story = {
    at,
    channel,
    service: type.service,
    approval: type.approval,
    unit: opening.unit,
    agentRoles: opening.agentRoles,
    place,
    scene,
    gist,
    answers,
  }
  const cast = castFor({ ...story, steps: [], path: null, keep: true, late: false }, chance)
  // What comes from outside has no account of its own: somebody in the office writes it in, also a mail.
  const byHand = scene.asker === null || channel === 'phone' || channel === 'counter' || channel === 'letter'
  return {
    story,
    planned: {
      key,
      plot: plot.key,
      variant: opening.openings.indexOf(first),
      at,
      kind: opening.kind,
      requestType: opening.requestType,
      service: type.service,
      unit: opening.unit,
      channel,
      requester: scene.asker === null ? { outside: outsiderName(chance) } : { person: scene.asker.person },
      registeredBy: byHand ? dispatcherOf(opening.unit, cast.agents, dateOf(at), chance) : null,
      customer: scene.customer,
      customerUnit: scene.asker?.unit ?? null,
      place,
      building: scene.building?.key ?? null,
      space: scene.space?.key ?? null,
      system: scene.system,
      subject: tell(chance.pick(fitting(opening.subjects, gist.topic)), scene.filling, chance),
      text,
      answers,
      parent: null,
      origin: 'demonstration',
    },
  }
}

/** The case's own steps. Its children are done before it is delivered. */
function live(
  telling: Telling,
  planned: Skeleton,
  story: Story,
  beats: Beat[],
  twins: readonly PlannedCase[],
  untouched: boolean,
): PlannedCase {
  const { chance, recipe } = telling
  const times = timesOf(beats, story.at)
  const cast = castFor(story, chance)
  const steps: PlannedStep[] = []
  beats.forEach(({ step }, index) => {
    const at = times[index]
    if (at === undefined) return
    const by = actorOf(step, story, cast, at, chance)
    const words = wordsOf(beats, times, index, story, cast, givenName, chance)
    const to =
      step.act === 'assign'
        ? cast.agent
        : step.act === 'split'
          ? (twins.find((twin) => twin.parent === planned.key)?.key ?? null)
          : (step.to ?? null)
    steps.push({ at, act: step.act, by, to, reason: step.reason ?? null, priority: step.priority ?? null, ...words })
    if (step.act === 'hand_over' && step.to !== undefined) handOver(cast, step.to, at, chance)
  })
  return closeBook(planned, steps, recipe.until, untouched)
}

/** The case that an agent splits off, told from the moment of the split; the parent waits for it. */
function bear(telling: Telling, story: Story, beats: Beat[], parent: Skeleton): readonly PlannedCase[] {
  const index = beats.findIndex(({ step }) => step.birth !== undefined)
  const birth: Birth | undefined = beats[index]?.step.birth
  const at = timesOf(beats, story.at)[index]
  if (birth === undefined || at === undefined) return []
  const key = `${telling.key}-del`
  const head = openCase(telling, birth, key, at, 'portal', story.scene, { topic: null, threads: {} })
  const own: Story = { ...head.story, steps: birth.steps, path: null, keep: true, late: false }
  const childBeats = beatsOf(own, telling.chance)
  const child = live(telling, { ...head.planned, parent: parent.key }, own, childBeats, [], false)
  const done = timesOf(childBeats, at).at(-1)
  const delivery = beats.findIndex(({ step }) => step.act === 'deliver')
  const last = beats[delivery]
  for (let tries = 0; last !== undefined && done !== undefined && tries < 50; tries += 1) {
    const delivered = timesOf(beats, story.at)[delivery]
    if (delivered !== undefined && Temporal.Instant.compare(delivered, done) > 0) break
    last.minutes += 90
  }
  return Temporal.Instant.compare(at, telling.recipe.until) < 0 ? [child] : []
}

/** Somebody else in the house reports the same; the dispatcher merges it into the first. */
function echoed(telling: Telling, main: Skeleton, scene: Scene, gist: Gist): readonly PlannedCase[] {
  const { plot, chance, recipe } = telling
  const echo: Echo | null = plot.echo
  if (echo === null) return []
  const wait = 'minutes' in echo.after ? chance.skewed(echo.after.minutes) : 30
  const at = addWorkingMinutes(officeCalendar, main.at, Math.round(wait))
  const own = setScene(plot, dateOf(at), chance, scene)
  const opening: Opening = { ...plot, subjects: echo.subjects, openings: echo.openings }
  const head = openCase(telling, opening, `${telling.key}-dubblett`, at, main.channel, own, gist)
  const story: Story = { ...head.story, steps: [], path: null, keep: true, late: false }
  const cast = castFor(story, chance)
  const mergedAt = addWorkingMinutes(officeCalendar, at, chance.whole(3, 25))
  const merge: PlannedStep = {
    at: mergedAt,
    act: 'merge',
    by: dispatcherOf(plot.unit, cast.agents, dateOf(mergedAt), chance),
    text: chance.pick(echo.mergeTexts),
    reason: null,
    to: main.key,
    priority: null,
    quantity: null,
    rating: null,
  }
  return [closeBook(head.planned, [merge], recipe.until)]
}
