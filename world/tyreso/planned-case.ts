// What the recipe yields: a case with everything that happens to it, each step with its instant, who does it and the
// words said. A loader walks the steps in order of time through the real verbs, with that instant as now.
import type { Answers } from './form-shape.ts'
import type { Act, PauseReason, Rating } from './plot-shape.ts'
import type { Channel, ClockKind } from './promises.ts'
import type { CaseKind } from './request-type-shape.ts'

export interface PlannedStep {
  readonly at: Temporal.Instant
  readonly act: Act
  /** Null = the outsider who asked. */
  readonly by: string | null
  readonly text: string | null
  readonly reason: PauseReason | null
  /** assign: a person; hand_over: a unit; merge: the case it goes into; split: the case that is born. */
  readonly to: string | null
  readonly priority: 'high' | 'normal' | 'low' | null
  /** In thousandths. */
  readonly quantity: { readonly offering: string; readonly thousandths: bigint } | null
  readonly rating: Rating | null
}

/** What the promise's clock should say; the loader's own clocks are compared with it. */
export interface ExpectedClock {
  readonly measure: string
  readonly clock: ClockKind
  readonly dueAt: Temporal.Instant
  readonly stoppedAt: Temporal.Instant | null
  /** Null while it runs and is not yet due. */
  readonly kept: boolean | null
}

export type Ending = 'confirmed' | 'delivered' | 'withdrawn' | 'rejected' | 'merged' | 'wish' | 'open'

export interface PlannedCase {
  readonly key: string
  readonly plot: string
  /** Which of the plot's openings it uses. */
  readonly variant: number
  readonly at: Temporal.Instant
  readonly kind: CaseKind
  readonly requestType: string
  readonly service: string
  /** The unit whose queue it comes to first. */
  readonly unit: string
  readonly channel: Channel
  readonly requester: { readonly person: string } | { readonly outside: string }
  /** Who wrote it in, when somebody telephoned, came by or sent a letter. */
  readonly registeredBy: string | null
  readonly customer: string | null
  readonly customerUnit: string | null
  /** One of the three served places, for office services only. */
  readonly place: string | null
  readonly building: string | null
  readonly space: string | null
  readonly system: string | null
  readonly subject: string
  readonly text: string
  readonly answers: Answers
  readonly parent: string | null
  readonly steps: readonly PlannedStep[]
  readonly clocks: readonly ExpectedClock[]
  readonly ending: Ending
  readonly origin: 'demonstration'
}
