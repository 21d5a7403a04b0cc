// Which verb each step of the plan is, in which seat it is done, and what it says.
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import {
  assignCase,
  changePriority,
  confirmCase,
  convertToWish,
  decideOrder,
  deliverCase,
  handOverCase,
  mergeCase,
  noteOnCase,
  pauseCase,
  rateCase,
  reopenCase,
  replyToCase,
  resumeCase,
  startWork,
  takeCase,
  withdrawCase,
  writeInCase,
} from '#cases'
import type { SeatKind } from './cast.ts'
import type { IdOf } from './ids.ts'
import type { OfficeRows } from './office.ts'
import type { PlannedCase, PlannedStep } from './tyreso/planned-case.ts'
import type { PauseReason, Rating } from './tyreso/plot-shape.ts'

/** What a step refers to, in the ids of the office. */
export interface StepFacts {
  readonly caseId: Id
  readonly step: PlannedStep
  /** Done by the one who asked. */
  readonly own: boolean
  readonly rows: OfficeRows
  readonly id: IdOf
  caseOf(key: string): Id | undefined
}

interface StepVerb {
  readonly seat: SeatKind
  run(deed: Deed, facts: StepFacts): Promise<unknown>
}

const waits: Readonly<Record<PauseReason, 'customer' | 'supplier' | 'us'>> = {
  waiting_customer: 'customer',
  waiting_access: 'customer',
  agreed_later: 'customer',
  waiting_supplier: 'supplier',
  waiting_weather: 'us',
}
const scores: Readonly<Record<Rating, number>> = { poor: 1, fair: 2, good: 3 }

export function isBy(planned: PlannedCase, person: string | null): boolean {
  return person !== null && 'person' in planned.requester && planned.requester.person === person
}

export function verbOf({ step, own }: Pick<StepFacts, 'step' | 'own'>): StepVerb {
  const asked = own || step.by === null
  if (step.act === 'reply' && asked) return writing
  if (step.act === 'reopen' && own) return { ...verbs.reopen, seat: 'any' }
  return verbs[step.act]
}

const writing: StepVerb = {
  seat: 'any',
  run: (deed, { caseId, step }) => writeInCase(deed, { caseId, body: step.text ?? '' }),
}

const verbs: Readonly<Record<PlannedStep['act'], StepVerb>> = {
  take: { seat: 'handle', run: (deed, { caseId }) => takeCase(deed, { caseId }) },
  assign: {
    seat: 'handle',
    run: (deed, { caseId, step, id }) => assignCase(deed, { caseId, personId: id('person', step.to ?? '') }),
  },
  start: { seat: 'handle', run: (deed, { caseId }) => startWork(deed, { caseId }) },
  reply: {
    seat: 'handle',
    run: (deed, { caseId, step }) => replyToCase(deed, { caseId, body: step.text ?? '' }),
  },
  note: { seat: 'handle', run: (deed, { caseId, step }) => noteOnCase(deed, { caseId, body: step.text ?? '' }) },
  pause: {
    seat: 'handle',
    run: (deed, { caseId, step }) =>
      pauseCase(deed, {
        caseId,
        waitingFor: waits[step.reason ?? 'waiting_customer'],
        reason: step.text ?? 'Väntar',
      }),
  },
  resume: { seat: 'handle', run: resumeIfWaiting },
  hand_over: {
    seat: 'handle',
    run: (deed, { caseId, step, rows, id }) =>
      handOverCase(deed, {
        caseId,
        unitId: id('unit', step.to ?? ''),
        line: rows.supportLines.find((line) => line.units.includes(step.to ?? ''))?.line ?? 1,
        reason: step.text ?? 'Hör hemma där',
      }),
  },
  prioritise: {
    seat: 'handle',
    run: (deed, { caseId, step }) =>
      changePriority(deed, { caseId, priority: step.priority ?? 'high', reason: step.text ?? 'Ny bedömning' }),
  },
  approve: {
    seat: 'purchase',
    run: (deed, { caseId, step }) =>
      decideOrder(deed, { caseId, outcome: 'approved', ...(step.text ? { reason: step.text } : {}) }),
  },
  reject: {
    seat: 'purchase',
    run: (deed, { caseId, step }) =>
      decideOrder(deed, { caseId, outcome: 'rejected', reason: step.text ?? 'Inte i år' }),
  },
  deliver: { seat: 'handle', run: deliver },
  confirm: { seat: 'any', run: (deed, { caseId }) => confirmCase(deed, { caseId }) },
  rate: {
    seat: 'any',
    run: (deed, { caseId, step }) =>
      rateCase(deed, { caseId, score: scores[step.rating ?? 'good'], ...(step.text ? { comment: step.text } : {}) }),
  },
  complain: writing,
  reopen: {
    seat: 'handle',
    run: (deed, { caseId, step }) => reopenCase(deed, { caseId, reason: step.text ?? 'Felet är kvar' }),
  },
  withdraw: {
    seat: 'any',
    run: (deed, { caseId, step }) => withdrawCase(deed, { caseId, ...(step.text ? { reason: step.text } : {}) }),
  },
  merge: {
    seat: 'handle',
    run: (deed, { caseId, step, caseOf }) => mergeCase(deed, { caseId, intoId: caseOf(step.to ?? '') ?? caseId }),
  },
  turn_into_wish: { seat: 'handle', run: (deed, { caseId }) => convertToWish(deed, { caseId }) },
  // The case that is born has an opening of its own in the plan.
  split: { seat: 'handle', run: () => Promise.resolve() },
}

function deliver(deed: Deed, { caseId, step, id }: StepFacts): Promise<unknown> {
  return deliverCase(deed, {
    caseId,
    ...(step.quantity
      ? {
          offeringId: id('offering', step.quantity.offering),
          quantityThousandths: Number(step.quantity.thousandths),
        }
      : {}),
    ...(step.text ? { note: step.text } : {}),
  })
}

/** The customer's own answer may already have set the clock going. */
async function resumeIfWaiting(deed: Deed, { caseId }: StepFacts): Promise<void> {
  const row = await deed.tx
    .selectFrom('cases.case')
    .select('state')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (row?.state === 'waiting') await resumeCase(deed, { caseId })
}
