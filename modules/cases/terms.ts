// On what terms: the agreement line an order stands on, its price, the promises that hold and the hours they are counted by.
import type { Id } from '#basics/id'
import type { Words } from '#basics/refusal'
import { refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import { lineFor as agreementLineFor, lineTerms } from '#agreements'
import type { AgreementLine } from '#agreements'
import { amountFor, choosePromises, priceOf, promiseCandidates } from '#catalogue'
import { scheduleFor } from '#organisation'
import type { Channel, Priority } from './case.ts'
import type { HoursForCase, PromiseForCase } from './clocks.ts'
import type { RequestType } from './asked-for.ts'
import type { CaseAnswers } from './answers.ts'
import type { Customer } from './who-orders.ts'

export type Line = AgreementLine

export async function lineFor(
  view: View,
  asked: { customerId: Id; serviceId: Id; offeringId: Id | null },
): Promise<Line | null> {
  return agreementLineFor(view, asked, view.today)
}

/** What the order is expected to cost the customer; null = no price is stated, or it is not financed by price. */
export async function expectedCost(
  view: View,
  type: RequestType,
  customer: Customer,
  answers: Pick<CaseAnswers, 'amountOre' | 'quantityThousandths'>,
  channel: Channel,
): Promise<bigint | null> {
  if (answers.amountOre !== null) return answers.amountOre
  if (type.offeringId === null || type.caseKind !== 'order') return null
  const price = await priceOf(view, {
    offeringId: type.offeringId,
    customerId: customer.customerId,
    channel,
    date: view.today,
  })
  return price && amountFor(price, answers.quantityThousandths)
}

interface PromiseAsked {
  readonly line: { readonly agreementId: Id; readonly versionNo: number; readonly lineNo: number } | null
  readonly requestTypeId: Id
  readonly channel: Channel
  readonly priority: Priority
  /** Asked by somebody outside: a citizen, a company, a visitor. */
  readonly outside: boolean
  /** Promises as they stood on this day. */
  readonly date: Temporal.PlainDate
}

export async function promisesOn(view: View, asked: PromiseAsked): Promise<readonly PromiseForCase[]> {
  const terms = asked.line ? await lineTerms(view, asked.line) : null
  const type = await view.tx
    .selectFrom('catalogue.request_type')
    .select('service_id')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('request_type_id', '=', asked.requestTypeId)
    .executeTakeFirstOrThrow()
  const candidates = await promiseCandidates(view, {
    levelId: terms?.levelId ?? null,
    requestTypeId: asked.requestTypeId,
    serviceId: type.service_id,
    date: asked.date,
  })
  const chosen = choosePromises(candidates, {
    date: asked.date,
    channel: asked.channel,
    priority: asked.priority,
    outside: asked.outside,
  })
  const holders = {
    level: terms?.levelId ?? null,
    request_type: asked.requestTypeId,
    service: type.service_id,
    area: null,
    office: null,
  }
  return Object.values(chosen).map((one) => ({
    promise: {
      kind: one.clockKind,
      amount: one.amount,
      unit: one.unit,
      strength: one.strength,
      source: {
        kind: one.holder === 'level' ? 'agreement_line' : one.holder,
        id: one.promiseId,
        version: one.versionNo,
      },
    },
    promiseId: one.promiseId,
    promiseVersion: one.versionNo,
    sourceId: holders[one.holder],
    targetShareThousandths: one.targetShareThousandths,
  }))
}

export async function promiseNames(
  view: View,
  promises: readonly { promiseId: Id; versionNo: number }[],
): Promise<ReadonlyMap<Id, Words>> {
  if (promises.length === 0) return new Map()
  const rows = await view.tx
    .selectFrom('catalogue.promise')
    .select(['promise_id', 'version_no', 'name_sv', 'name_en'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where(
      'promise_id',
      'in',
      promises.map((one) => one.promiseId),
    )
    .execute()
  return new Map(
    promises.flatMap(({ promiseId, versionNo }) =>
      rows
        .filter((row) => row.promise_id === promiseId && row.version_no === versionNo)
        .map((row) => [promiseId, { sv: row.name_sv, en: row.name_en }] as const),
    ),
  )
}

export async function hoursFor(
  view: View,
  asked: { line: PromiseAsked['line']; requestTypeId: Id; placeId: Id | null; unitId: Id },
): Promise<HoursForCase> {
  const terms = asked.line ? await lineTerms(view, asked.line) : null
  const type = await view.tx
    .selectFrom('catalogue.request_type')
    .select('schedule_id')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('request_type_id', '=', asked.requestTypeId)
    .executeTakeFirst()
  const found = await scheduleFor(
    view,
    {
      lineScheduleId: terms?.scheduleId ?? null,
      requestTypeScheduleId: type?.schedule_id ?? null,
      placeId: asked.placeId,
      unitId: asked.unitId,
    },
    view.today,
  )
  if (!found)
    return refuse({
      code: 'no_hours',
      status: 409,
      sv: 'Inga öppettider är angivna, inte ens för hela organisationen. Be administratören ange dem.',
      en: 'No opening hours are stated, not even for the whole organisation. Ask the administrator to enter them.',
    })
  return { scheduleId: found.scheduleId, scheduleVersion: found.versionNo }
}

export { calendarOfVersion } from '#organisation'
