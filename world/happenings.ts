// All that happens in an office before its first day, as one list in order of time over all its cases: the openings, the
// steps, and what the office does by itself. The same list every time, so its length so far says where a telling stands.
import type { PlannedCase, PlannedStep } from './tyreso/planned-case.ts'

export interface Happening {
  readonly at: Temporal.Instant
  readonly planned: PlannedCase
  readonly what: 'open' | 'put_under_parent' | 'receipt' | 'done_notice' | 'silence' | PlannedStep
}

const letterDelay = { seconds: 20 }

export function happenings(plan: readonly PlannedCase[], until: Temporal.Instant): readonly Happening[] {
  return plan
    .flatMap((planned) =>
      happeningsOf(planned).map((one, order) => ({ one: { ...one, planned }, order, ms: one.at.epochMilliseconds })),
    )
    .filter(({ ms }) => ms < until.epochMilliseconds)
    .toSorted((a, b) => a.ms - b.ms || compareText(a.one.planned.key, b.one.planned.key) || a.order - b.order)
    .map(({ one }) => one)
}

function happeningsOf(planned: PlannedCase): Pick<Happening, 'at' | 'what'>[] {
  const silent = silenceAfter(planned)
  return [
    { at: planned.at, what: 'open' },
    ...(planned.parent === null ? [] : [{ at: planned.at, what: 'put_under_parent' as const }]),
    { at: planned.at.add(letterDelay), what: 'receipt' },
    ...planned.steps
      // The case that is born of a split has an opening of its own.
      .filter((step) => step.act !== 'split')
      .flatMap((step) => [
        { at: step.at, what: step },
        ...(step.act === 'deliver' ? [{ at: step.at.add(letterDelay), what: 'done_notice' as const }] : []),
      ]),
    ...(silent ? [{ at: silent, what: 'silence' as const }] : []),
  ]
}

/** A delivered case that nobody speaks of again is tried for closing; the rule decides whether enough days have passed. */
function silenceAfter(planned: PlannedCase): Temporal.Instant | undefined {
  if (planned.ending !== 'delivered') return undefined
  const delivered = planned.steps.findLast((step) => step.act === 'deliver')
  const silent = delivered?.at.add({ hours: 24 * 5 + 1 })
  const spoken = planned.steps.some((step) => silent && Temporal.Instant.compare(step.at, silent) > 0)
  return spoken ? undefined : silent
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
