// What the one who asks is told before anything is sent: what it costs the own customer, whether somebody must say yes,
// and until when it is promised if it is sent now. The same rules as when the case opens, replayed without storing.
import type { Id } from '#basics/id'
import type { Words } from '#basics/refusal'
import { Refusal } from '#basics/refusal'
import type { View } from '#platform/act'
import { offeringsOn } from '#catalogue'
import type { Offering } from '#catalogue'
import { calendarOfVersion, customerOf, personNames } from '#organisation'
import type { Customer } from '#organisation'
import type { CaseAnswers } from './answers.ts'
import { answersFor } from './answers.ts'
import { approvalNeed, whoMayApprove } from './approval-rule.ts'
import type { ApprovalNeed } from './approval-rule.ts'
import { requestTypeFor } from './asked-for.ts'
import type { RequestType } from './asked-for.ts'
import type { Channel } from './case.ts'
import { advance } from './clock.ts'
import type { CalendarOf, Clock, ClockEvent } from './clock.ts'
import type { PromiseForCase } from './clocks.ts'
import { versionKey } from './clocks.ts'
import { promisesFor } from './promises-for-case.ts'
import { routeOf } from './route-case.ts'
import { expectedCost, lineFor, promiseNames } from './terms.ts'
import { purchasersFor, requesterFacts } from './who-orders.ts'

export interface OrderAsked {
  /** Id or code of the request type. */
  readonly requestType: string
  readonly channel: Channel
  /** Whom it is for, when somebody else registers it. */
  readonly onBehalfOf?: Id | undefined
  /** As far as they are given. */
  readonly answers?: Readonly<Record<string, unknown>> | undefined
}

/** A clock as it would be if the case opened now. */
export interface PreviewClock {
  readonly chosen: PromiseForCase
  readonly name: Words
  readonly events: readonly ClockEvent[]
  readonly clock: Clock
  readonly calendarOf: CalendarOf
}

export interface PreviewApproval {
  readonly need: ApprovalNeed
  /** The sum is not known until the questions are answered, and may need a yes. */
  readonly depends: boolean
  readonly freeUpToOre: bigint | null
  readonly approvers: readonly string[]
  /** Nobody has the mandate: it would be refused. */
  readonly missing: boolean
}

export interface OrderPreview {
  readonly type: RequestType
  readonly customer: Pick<Customer, 'customerId' | 'name'> | null
  readonly offering: Offering | null
  readonly expectedOre: bigint | null
  /** How many, as answered; null when it has not been. */
  readonly quantityThousandths: bigint | null
  readonly approval: PreviewApproval
  readonly clocks: readonly PreviewClock[]
  /** Another place may have other hours. */
  readonly hoursByPlace: boolean
}

export async function previewOrder(view: View, asked: OrderAsked): Promise<OrderPreview> {
  const type = await requestTypeFor(view, asked.requestType)
  const answered = await whatIsAnswered(view, type, asked.answers)
  const answers = answered ?? nothing
  const personId = asked.onBehalfOf ?? view.actor.personId
  const unitId =
    personId === null
      ? null
      : (await requesterFacts(view, personId, asked.onBehalfOf ? null : view.actor.seatId)).unitId
  const customer = unitId === null ? null : await customerOf(view, unitId, view.today)
  const counted = type.form?.fields.some((field) => field.kind === 'number') ?? false
  const expectedOre = customer ? await expectedCost(view, type, customer, answers, asked.channel) : null
  const depends = answered === null && (counted || type.approvalField !== null)
  return {
    type,
    customer,
    offering: await offeringOf(view, type, customer),
    expectedOre: depends && type.approvalField !== null ? null : expectedOre,
    quantityThousandths: counted && answered === null ? null : answers.quantityThousandths,
    approval: await approvalOf(view, type, { personId, customer, expectedOre, depends }),
    clocks: await clocksIfNow(view, type, { answers, channel: asked.channel, personId, customer }),
    hoursByPlace: answers.placeId === null && (type.form?.fields.some((field) => field.kind === 'place') ?? false),
  }
}

const nothing: CaseAnswers = {
  values: {},
  summary: null,
  placeId: null,
  buildingId: null,
  roomId: null,
  systemId: null,
  category: null,
  quantityThousandths: 1000n,
  amountOre: null,
}

/** Null while something is unanswered or wrong: a preview never refuses for that. */
async function whatIsAnswered(view: View, type: RequestType, sent: OrderAsked['answers']): Promise<CaseAnswers | null> {
  if ((type.form?.fields ?? []).length === 0) return nothing
  if (sent === undefined) return null
  try {
    return await answersFor(view, type, sent)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function offeringOf(
  view: View,
  type: RequestType,
  customer: Pick<Customer, 'customerId' | 'name' | 'customerType'> | null,
): Promise<Offering | null> {
  if (type.offeringId === null) return null
  const [offering] = await offeringsOn(view, { offeringId: type.offeringId, date: view.today, customer })
  return offering ?? null
}

interface Ordering {
  readonly personId: Id | null
  readonly customer: Customer | null
  readonly expectedOre: bigint | null
  readonly depends: boolean
}

async function approvalOf(view: View, type: RequestType, ordering: Ordering): Promise<PreviewApproval> {
  const { personId, customer, depends } = ordering
  const rule = { rule: type.approval, freeUpToOre: type.approvalOverOre }
  if (type.approval === 'none' || personId === null || customer === null)
    return { need: { needed: false, why: 'no_rule' }, depends: false, freeUpToOre: null, approvers: [], missing: false }
  const mandates = await purchasersFor(view, customer.customerId, type.areaCode)
  const cost = depends ? null : ordering.expectedOre
  const need = approvalNeed(rule, personId, cost, mandates)
  const may = whoMayApprove(mandates, personId, cost).filter((one) => one.deputyFor === null)
  const names = await personNames(
    view,
    may.map((one) => one.personId),
  )
  const mayNeed = depends && type.approval === 'over_limit' && need.why !== 'own_mandate'
  return {
    need,
    depends: mayNeed,
    freeUpToOre: type.approvalOverOre,
    approvers: may.flatMap((one) => names.get(one.personId) ?? []),
    missing: (need.needed || mayNeed) && may.length === 0,
  }
}

interface Told extends Pick<Ordering, 'personId' | 'customer'> {
  readonly answers: CaseAnswers
  readonly channel: Channel
}

async function clocksIfNow(view: View, type: RequestType, told: Told): Promise<readonly PreviewClock[]> {
  const { answers, customer } = told
  const line = customer
    ? await lineFor(view, { customerId: customer.customerId, serviceId: type.serviceId, offeringId: type.offeringId })
    : null
  const unitId = await unitOf(view, type, answers)
  if (unitId === null) return []
  const { promises, hours } = await promisesFor(view, {
    request_type_id: type.requestTypeId,
    channel: told.channel,
    priority: 'normal',
    place_id: answers.placeId,
    requester_id: told.personId,
    provider_unit_id: unitId,
    agreement_id: line?.agreementId ?? null,
    agreement_version_no: line?.versionNo ?? null,
    agreement_line_no: line?.lineNo ?? null,
  })
  if (hours === null || promises.length === 0) return []
  const schedule = versionKey(hours.scheduleId, hours.scheduleVersion)
  const calendar = await calendarOfVersion(view, hours.scheduleId, hours.scheduleVersion)
  const calendarOf: CalendarOf = () => calendar
  const names = await promiseNames(
    view,
    promises.map((one) => ({ promiseId: one.promiseId, versionNo: one.promiseVersion })),
  )
  return promises.map((chosen) => {
    const event: ClockEvent = { kind: 'start', at: view.now, schedule, promise: chosen.promise }
    return {
      chosen,
      name: names.get(chosen.promiseId) ?? { sv: '', en: '' },
      events: [event],
      clock: advance(null, event, calendarOf),
      calendarOf,
    }
  })
}

/** The unit it would lie with; null when nobody takes it, which is said when it is sent. */
async function unitOf(view: View, type: RequestType, answers: CaseAnswers): Promise<Id | null> {
  try {
    return (await routeOf(view, type, answers)).unitId
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
