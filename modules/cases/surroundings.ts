// What a case asks of the rooms below – who orders, what is asked for, which promise and hours, who takes it – gathered in
// one place, so that the deeds read as sentences. Reads only: the doors' rules over rows joined downward.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import type { Lang } from '#basics/lang'
import type { Words } from '#basics/refusal'
import { notFound, refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import { lineFor as agreementLineFor, lineTerms } from '#agreements'
import type { AgreementLine } from '#agreements'
import {
  amountFor,
  answerText,
  askedReferences,
  checkAnswers,
  choosePromises,
  formVersion,
  priceOf,
  promiseCandidates,
  routeFor,
} from '#catalogue'
import type { FormField, ReferenceAnswer, RouteKind, RouteRule } from '#catalogue'
import {
  calendarOfVersion as calendarAt,
  customerOf as nearestCustomer,
  purchasersFor as purchasersOf,
  scheduleFor,
  unitIdsOf,
} from '#organisation'
import type { AskedPurchaser } from './ask-purchaser.ts'
import type { CaseKind, Channel, Priority } from './case.ts'
import type { HoursForCase, PromiseForCase } from './clocks.ts'

const validOn = (alias: string, day: Temporal.PlainDate) =>
  sql<boolean>`${sql.ref(`${alias}.valid_from`)} <= ${day} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${day})`

// ------------------------------------------------------------------------------------------------------- what is asked for

export interface RequestType {
  readonly requestTypeId: Id
  readonly code: string
  readonly caseKind: CaseKind
  readonly name: Words
  readonly serviceId: Id
  readonly areaId: Id
  readonly areaCode: string
  readonly standard: 'standard' | 'adapted' | null
  readonly offeringId: Id | null
  readonly form: { readonly formId: Id; readonly versionNo: number; readonly fields: readonly FormField[] } | null
  readonly needType: string | null
  readonly route: RouteKind
  readonly routeUnitId: Id | null
  readonly routeRules: readonly RouteRule[]
  readonly approval: 'none' | 'unauthorised' | 'over_limit' | 'always'
  readonly approvalOverOre: bigint | null
  readonly approvalField: string | null
  readonly approvalRemindDays: number
  readonly approvalLapseDays: number
  readonly categoryField: string | null
  readonly circleId: Id | null
  readonly placeIds: readonly Id[]
  readonly elsewhereId: Id | null
  readonly closeAfterDays: number
  readonly reopenWithinDays: number
  readonly routine: string | null
}

/** By id or code, as it is on the day; what is not offered that day does not exist. */
export async function requestTypeFor(view: View, idOrCode: string): Promise<RequestType> {
  const row = await view.tx
    .selectFrom('catalogue.request_type as rt')
    .innerJoin('catalogue.service as s', (j) =>
      j.onRef('s.tenant_id', '=', 'rt.tenant_id').onRef('s.service_id', '=', 'rt.service_id'),
    )
    .innerJoin('catalogue.area as a', (j) =>
      j.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.area_id', '=', 's.area_id'),
    )
    .leftJoin('catalogue.service_version as sv', (j) =>
      j
        .onRef('sv.tenant_id', '=', 's.tenant_id')
        .onRef('sv.service_id', '=', 's.service_id')
        .onRef('sv.version_no', '=', 's.published_version'),
    )
    .selectAll('rt')
    .select(['a.area_id', 'a.code as area_code', 'sv.standard'])
    .where('rt.tenant_id', '=', view.tenant.tenantId)
    .where(isId(idOrCode) ? 'rt.request_type_id' : 'rt.code', '=', idOrCode)
    .where(validOn('rt', view.today))
    .executeTakeFirst()
  if (!row) return notFound()
  const form = row.form_id === null ? null : await formVersion(view, row.form_id)
  return {
    requestTypeId: row.request_type_id,
    code: row.code,
    caseKind: row.case_kind,
    name: { sv: row.name_sv, en: row.name_en },
    serviceId: row.service_id,
    areaId: row.area_id,
    areaCode: row.area_code,
    standard: row.standard,
    offeringId: row.offering_id,
    form: form && { formId: form.formId, versionNo: form.versionNo, fields: form.fields },
    needType: row.need_type,
    route: row.route,
    routeUnitId: row.route_unit_id,
    routeRules: row.route_rules as readonly RouteRule[],
    approval: row.approval,
    approvalOverOre: row.approval_over_ore,
    approvalField: row.approval_field,
    approvalRemindDays: row.approval_remind_days,
    approvalLapseDays: row.approval_lapse_days,
    categoryField: row.category_field,
    circleId: row.circle_id,
    placeIds: row.place_ids,
    elsewhereId: row.elsewhere_request_type_id,
    closeAfterDays: row.close_after_days,
    reopenWithinDays: row.reopen_within_days,
    routine: row.routine_sv,
  }
}

export async function closingRules(
  view: View,
  requestTypeId: Id,
): Promise<{ closeAfterDays: number; reopenWithinDays: number }> {
  const row = await view.tx
    .selectFrom('catalogue.request_type')
    .select(['close_after_days', 'reopen_within_days'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('request_type_id', '=', requestTypeId)
    .executeTakeFirstOrThrow()
  return { closeAfterDays: row.close_after_days, reopenWithinDays: row.reopen_within_days }
}

export async function areaOfRequest(view: View, requestTypeId: Id): Promise<Id> {
  const row = await view.tx
    .selectFrom('catalogue.request_type as rt')
    .innerJoin('catalogue.service as s', (j) =>
      j.onRef('s.tenant_id', '=', 'rt.tenant_id').onRef('s.service_id', '=', 'rt.service_id'),
    )
    .select('s.area_id')
    .where('rt.tenant_id', '=', view.tenant.tenantId)
    .where('rt.request_type_id', '=', requestTypeId)
    .executeTakeFirstOrThrow()
  return row.area_id
}

// -------------------------------------------------------------------------------------------------------------- the answers

export interface CaseAnswers {
  readonly values: Readonly<Record<string, unknown>>
  /** The first text that was written: heading and first message when nothing else is. */
  readonly summary: string | null
  readonly placeId: Id | null
  readonly buildingId: Id | null
  readonly roomId: Id | null
  readonly systemId: Id | null
  readonly category: string | null
  /** A number that counts pieces: what the price is multiplied by. */
  readonly quantityThousandths: bigint
  readonly amountOre: bigint | null
}

export async function answersFor(
  view: View,
  type: RequestType,
  sent: Readonly<Record<string, unknown>>,
): Promise<CaseAnswers> {
  const fields = type.form?.fields ?? []
  const found: Record<string, ReferenceAnswer | null> = {}
  for (const asked of askedReferences(fields, sent)) found[asked.key] = await lookUp(view, asked)
  const values = checkAnswers(fields, sent, found) as Readonly<Record<string, unknown>>
  const firstOf = (kind: FormField['kind']) =>
    fields.find((field) => field.kind === kind && values[field.key] !== undefined)
  const reference = (kind: FormField['kind']): Id | null => {
    const field = firstOf(kind)
    return field ? (values[field.key] as ReferenceAnswer).id : null
  }
  const written = firstOf('long_text') ?? firstOf('text')
  const count = fields.find((field) => field.kind === 'number' && typeof values[field.key] === 'number')
  const amount = type.approvalField ? values[type.approvalField] : undefined
  const category = type.categoryField ? fields.find((field) => field.key === type.categoryField) : undefined
  return {
    values,
    summary: written ? String(values[written.key]) : null,
    placeId: reference('place'),
    buildingId: null,
    roomId: null,
    systemId: reference('system'),
    category:
      category && values[category.key] !== undefined ? answerText(category, values[category.key] as never, 'sv') : null,
    quantityThousandths: count ? BigInt(Math.round(Number(values[count.key]) * 1000)) : 1000n,
    amountOre: typeof amount === 'number' ? BigInt(amount) : null,
  }
}

/** A person, unit, place or system by id or by name, as of today. */
async function lookUp(
  view: View,
  asked: { kind: string; id: string | null; text: string },
): Promise<ReferenceAnswer | null> {
  const name = asked.text.trim()
  const tables = {
    person: sql`select person_id as id, name as label from organisation.person where tenant_id = ${view.tenant.tenantId} and (ended_on is null or ended_on > ${view.today})`,
    unit: sql`select unit_id as id, name as label from organisation.unit_placement where tenant_id = ${view.tenant.tenantId} and valid_from <= ${view.today} and (valid_to is null or valid_to > ${view.today})`,
    place: sql`select place_id as id, name as label from organisation.place where tenant_id = ${view.tenant.tenantId} and valid_from <= ${view.today} and (valid_to is null or valid_to > ${view.today})`,
    system: sql`select system_id as id, name as label from systems.system where tenant_id = ${view.tenant.tenantId} and valid_from <= ${view.today} and (valid_to is null or valid_to > ${view.today})`,
  }
  const table = tables[asked.kind as keyof typeof tables]
  const rows = await sql<{
    id: string
    label: string
  }>`select id, label from (${table}) t where ${asked.id === null ? sql`lower(label) = lower(${name})` : sql`id = ${asked.id}`} limit 2`.execute(
    view.tx,
  )
  return rows.rows.length === 1 ? (rows.rows[0] ?? null) : null
}

/** The answers of a case in words, by the form version they were given to. */
export async function answerWords(
  view: View,
  row: { form_id: Id | null; form_version_no: number | null; answers: unknown },
  lang: Lang,
): Promise<readonly { key: string; label: string; value: string }[]> {
  if (row.form_id === null || row.form_version_no === null) return []
  const { fields } = await formVersion(view, row.form_id, row.form_version_no)
  const values = row.answers as Readonly<Record<string, unknown>>
  return fields.flatMap((field) =>
    values[field.key] === undefined
      ? []
      : [{ key: field.key, label: field.label[lang], value: answerText(field, values[field.key] as never, lang) }],
  )
}

// --------------------------------------------------------------------------------------------------------------- who orders

export interface Customer {
  readonly customerId: Id
  readonly authorityPartyId: Id
  readonly customerType: string
}

export async function customerOf(view: View, unitId: Id): Promise<Customer | null> {
  const found = await nearestCustomer(view, unitId, view.today)
  return (
    found && {
      customerId: found.customerId,
      authorityPartyId: found.authorityPartyId,
      customerType: found.customerType,
    }
  )
}

/** Who may order is data: customer types or named customers; no row means everybody (HS-012). What is not for them does not exist. */
export async function mustBeOffered(view: View, serviceId: Id, customer: Customer): Promise<void> {
  const rows = await view.tx
    .selectFrom('catalogue.eligibility')
    .select(['customer_type', 'customer_id'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('service_id', '=', serviceId)
    .execute()
  if (
    rows.length > 0 &&
    !rows.some((row) => row.customer_id === customer.customerId || row.customer_type === customer.customerType)
  )
    notFound()
}

/** The unit a person orders from: the seat's when it is one's own, else the first assignment of the day. */
export async function requesterFacts(view: View, personId: Id, seatId: Id | null): Promise<{ unitId: Id | null }> {
  if (seatId !== null) {
    const seat = await view.tx
      .selectFrom('organisation.assignment')
      .select('unit_id')
      .where('tenant_id', '=', view.tenant.tenantId)
      .where('assignment_id', '=', seatId)
      .executeTakeFirst()
    if (seat) return { unitId: seat.unit_id }
  }
  const person = await view.tx
    .selectFrom('organisation.person')
    .select('person_id')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!person)
    refuse({
      code: 'unknown_person',
      status: 422,
      field: 'onBehalfOf',
      sv: 'Personen finns inte. Sök upp rätt person.',
      en: 'There is no such person. Look up the right one.',
    })
  return { unitId: (await unitIdsOf(view, personId, view.today))[0] ?? null }
}

export async function purchasersFor(view: View, customerId: Id, areaCode: string): Promise<readonly AskedPurchaser[]> {
  const held = await purchasersOf(view, customerId, areaCode, view.today)
  return held.flatMap((one) => [
    { personId: one.personId, limitOre: one.limitOre, deputyFor: null },
    ...(one.deputyId === null ? [] : [{ personId: one.deputyId, limitOre: one.limitOre, deputyFor: one.personId }]),
  ])
}

export async function personToWrite(view: View, personId: Id): Promise<{ name: string; email: string } | null> {
  const row = await view.tx
    .selectFrom('organisation.person')
    .select(['name', 'email'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.email ? { name: row.name, email: row.email } : null
}

// ---------------------------------------------------------------------------------------------------------------- who takes it

export async function partyOfUnit(view: View, unitId: Id): Promise<Id | null> {
  const handles = await view.tx
    .selectFrom('organisation.unit_placement as p')
    .innerJoin('organisation.party as party', (j) =>
      j.onRef('party.tenant_id', '=', 'p.tenant_id').onRef('party.party_id', '=', 'p.party_id'),
    )
    .select(['p.party_id', 'party.series_prefix'])
    .where('p.tenant_id', '=', view.tenant.tenantId)
    .where('p.unit_id', '=', unitId)
    .where(validOn('p', view.today))
    .executeTakeFirst()
  // A party without a number series takes no cases.
  return handles?.series_prefix ? handles.party_id : null
}

/** `KIT-2012`: one series per authority and year. */
export async function seriesOf(view: View, partyId: Id): Promise<string> {
  const party = await view.tx
    .selectFrom('organisation.party')
    .select('series_prefix')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('party_id', '=', partyId)
    .executeTakeFirstOrThrow()
  return `${party.series_prefix ?? 'KT'}-${view.today.year}`
}

export async function providerOf(view: View, serviceId: Id): Promise<Id | null> {
  const row = await view.tx
    .selectFrom('catalogue.service_provider as p')
    .select('p.unit_id')
    .where('p.tenant_id', '=', view.tenant.tenantId)
    .where('p.service_id', '=', serviceId)
    .where(validOn('p', view.today))
    .executeTakeFirst()
  return row?.unit_id ?? null
}

export async function systemManager(view: View, systemId: Id): Promise<{ unitId: Id; personId: Id | null } | null> {
  const row = await view.tx
    .selectFrom('systems.system as s')
    .select(['s.manager_unit_id', 's.manager_person_id'])
    .where('s.tenant_id', '=', view.tenant.tenantId)
    .where('s.system_id', '=', systemId)
    .where(validOn('s', view.today))
    .executeTakeFirst()
  return row?.manager_unit_id ? { unitId: row.manager_unit_id, personId: row.manager_person_id } : null
}

export async function unitForPlace(view: View, requestTypeId: Id, placeId: Id): Promise<Id | null> {
  const row = await view.tx
    .selectFrom('catalogue.request_route')
    .select('unit_id')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('request_type_id', '=', requestTypeId)
    .where('place_id', '=', placeId)
    .executeTakeFirst()
  return row?.unit_id ?? null
}

export async function areaOwnerUnit(view: View, areaId: Id): Promise<Id | null> {
  const row = await view.tx
    .selectFrom('catalogue.area')
    .select('owner_unit_id')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('area_id', '=', areaId)
    .executeTakeFirst()
  return row?.owner_unit_id ?? null
}

/** Those who may handle cases of the unit: assigned to it or above it with the right. */
export async function handlersOf(view: View, unitId: Id): Promise<readonly { personId: Id; name: string }[]> {
  const found = await sql<{ person_id: Id; name: string }>`
    with recursive up as (
      select p.unit_id, p.parent_unit_id from organisation.unit_placement p where p.tenant_id = ${view.tenant.tenantId} and p.unit_id = ${unitId} and p.valid_from <= ${view.today} and (p.valid_to is null or p.valid_to > ${view.today})
      union
      select p.unit_id, p.parent_unit_id from up join organisation.unit_placement p on p.unit_id = up.parent_unit_id where p.tenant_id = ${view.tenant.tenantId} and p.valid_from <= ${view.today} and (p.valid_to is null or p.valid_to > ${view.today})
    )
    select distinct pe.person_id, pe.name from up
    join organisation.assignment a on a.tenant_id = ${view.tenant.tenantId} and a.unit_id = up.unit_id and a.valid_from <= ${view.today} and (a.valid_to is null or a.valid_to > ${view.today})
    join organisation.role r on r.tenant_id = a.tenant_id and r.role_id = a.role_id and r.valid_from <= ${view.today} and (r.valid_to is null or r.valid_to > ${view.today}) and 'case.handle' = any (r.rights)
    join organisation.person pe on pe.tenant_id = a.tenant_id and pe.person_id = a.person_id and (pe.ended_on is null or pe.ended_on > ${view.today})
    order by pe.name limit 200`.execute(view.tx)
  return found.rows.map((row) => ({ personId: row.person_id, name: row.name }))
}

export function chooseRoute(type: RequestType, answers: CaseAnswers): { to: RouteKind; unitId: Id | null } {
  const route = routeFor(
    { route: type.route, routeUnitId: type.routeUnitId, routeRules: type.routeRules },
    answers.values,
  )
  return { to: route.to, unitId: route.unitId ?? null }
}

// ------------------------------------------------------------------------------------------------- agreement, price and promise

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
  answers: CaseAnswers,
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
    date: view.today,
  })
  const chosen = choosePromises(candidates, {
    date: view.today,
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

export const calendarOfVersion = calendarAt
export { addNeed, backNeed } from '#catalogue'
