// Leaves some of the latest cases unfinished, so that the queues of the demonstration's day are alive.
import { addWorkingMinutes } from '#basics/working-time'
import { chanceFrom } from './chance.ts'
import { closeBook } from './ending.ts'
import { officeCalendar } from './office-calendar.ts'
import type { PlannedCase, PlannedStep } from './planned-case.ts'

interface Wanted {
  readonly seed: string
  readonly until: Temporal.Instant
  readonly openAtEnd: number
}

const waitingFor = [
  'Delen är beställd. Vi återkommer när den har kommit.',
  'Leverantören har lovat besked i veckan.',
  'Väntar på offert från entreprenören.',
  'Materialet är slut i lagret och beställt.',
] as const

/** Cases whose delivery lies nearest the day are the most natural to be still under work. */
export function keepOpen(cases: readonly PlannedCase[], wanted: Wanted): readonly PlannedCase[] {
  const open = cases.filter((planned) => planned.ending === 'open').length
  const mergedInto = new Set(
    cases.flatMap(({ steps }) => steps.flatMap((step) => (step.act === 'merge' ? [step.to] : []))),
  )
  const chosen = new Set(
    cases
      .filter((planned) => !mergedInto.has(planned.key) && mayWait(planned))
      .toSorted((a, b) => deliveredAt(b) - deliveredAt(a) || (a.key < b.key ? -1 : 1))
      .slice(0, Math.max(0, wanted.openAtEnd - open))
      .map((planned) => planned.key),
  )
  return cases.map((planned) => (chosen.has(planned.key) ? undone(planned, wanted) : planned))
}

function lastDelivery(planned: PlannedCase): number {
  return planned.steps.findLastIndex((step) => step.act === 'deliver')
}

function deliveredAt(planned: PlannedCase): number {
  return planned.steps[lastDelivery(planned)]?.at.epochMilliseconds ?? 0
}

function mayWait(planned: PlannedCase): boolean {
  if (planned.ending !== 'delivered' && planned.ending !== 'confirmed') return false
  const delivery = planned.steps[lastDelivery(planned)]
  if (delivery === undefined || planned.parent !== null) return false
  if (planned.steps.some((step) => step.act === 'split' || step.act === 'reopen' || step.act === 'complain'))
    return false
  return planned.clocks.every((clock) => clock.stoppedAt === null || !clock.stoppedAt.equals(delivery.at))
}

function undone(planned: PlannedCase, wanted: Wanted): PlannedCase {
  const chance = chanceFrom(`${wanted.seed}/open/${planned.key}`)
  const steps = planned.steps.slice(0, lastDelivery(planned))
  const last = steps.at(-1)
  const property = planned.unit === 'fastighet'
  if (last !== undefined && property && last.act !== 'pause' && chance.happens(0.35)) {
    const at = addWorkingMinutes(officeCalendar, last.at, chance.whole(10, 90))
    if (Temporal.Instant.compare(at, wanted.until) < 0) steps.push(waiting(at, planned, chance.pick(waitingFor)))
  }
  return closeBook(planned, steps, wanted.until)
}

function waiting(at: Temporal.Instant, planned: PlannedCase, text: string): PlannedStep {
  const by = planned.steps.findLast((step) => step.act === 'deliver')?.by ?? null
  return {
    at,
    act: 'pause',
    by,
    text,
    reason: 'waiting_supplier',
    to: null,
    priority: null,
    quantity: null,
    rating: null,
  }
}
