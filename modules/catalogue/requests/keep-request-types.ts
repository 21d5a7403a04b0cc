// A request type is a way in to a service: its form, where the case goes, who must approve, which routine is followed.
// Changes hold for cases that come after; a case keeps what it was opened with.
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import { Problems, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { areaRelations } from '../access.ts'
import { checkCondition } from '../form-fields.ts'
import type { FormField } from '../form-fields.ts'
import { formVersion } from '../forms/queries.ts'
import { findForm } from '../forms/store.ts'
import { indexLater } from '../index-entries.ts'
import { findOffering } from '../offers/store.ts'
import { areaById } from '../areas/store.ts'
import { entered, lockService } from '../store.ts'
import type { AddRequestType, ChangeRequestType, SetPlaceRoutes } from './contract.ts'
import type { RequestTypeChange } from './store.ts'
import { findRequestType, insertRequestType, lockRequestType, replacePlaceRoutes, updateRequestType } from './store.ts'

const { from: dateFrom } = Temporal.PlainDate

export async function addRequestType(
  deed: Deed,
  input: AddRequestType,
  origin = entered,
): Promise<{ requestTypeId: Id }> {
  const service = await lockService(deed, input.service)
  await mayKeep(deed, service.area_id)
  const taken = await deed.tx
    .selectFrom('catalogue.request_type')
    .select('request_type_id')
    .where('code', '=', input.code)
    .executeTakeFirst()
  if (taken)
    refuse({
      code: 'code_taken',
      status: 409,
      field: 'code',
      sv: 'Koden används av en annan ärendetyp. Välj en annan.',
      en: 'Another request type has the code. Choose another.',
    })
  const requestTypeId = deed.newId()
  const change = await changeOf(deed, input)
  await insertRequestType(deed, {
    ...change,
    request_type_id: requestTypeId,
    code: input.code,
    service_id: service.service_id,
    case_kind: input.caseKind,
    name_sv: input.nameSv,
    name_en: input.nameEn,
    valid_from: dateFrom(input.from),
    origin,
  })
  deed.journal({
    verb: 'request_type.added',
    kind: 'request_type',
    id: requestTypeId,
    facts: { code: input.code, serviceId: service.service_id, caseKind: input.caseKind },
    content: JSON.stringify(input),
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  indexLater(deed, [service.service_id])
  return { requestTypeId }
}

interface OnType {
  readonly requestType: string
  readonly version?: number | undefined
}

export async function changeRequestType(
  deed: Deed,
  { requestType, version, ...input }: OnType & ChangeRequestType,
): Promise<{ requestTypeId: Id }> {
  const type = await lockRequestType(deed, requestType, version)
  const service = await lockService(deed, type.service_id)
  await mayKeep(deed, service.area_id)
  const formId = input.form === undefined ? type.form_id : undefined
  await updateRequestType(deed, type, await changeOf(deed, input, formId))
  deed.journal({
    verb: 'request_type.changed',
    kind: 'request_type',
    id: type.request_type_id,
    facts: { code: type.code, fields: Object.keys(input) },
    content: JSON.stringify(input),
  })
  deed.changed('catalogue', `service:${type.service_id}`)
  indexLater(deed, [type.service_id])
  return { requestTypeId: type.request_type_id }
}

export async function setPlaceRoutes(
  deed: Deed,
  { requestType, version, routes }: OnType & Static<typeof SetPlaceRoutes>,
): Promise<{ requestTypeId: Id }> {
  const type = await lockRequestType(deed, requestType, version)
  const service = await lockService(deed, type.service_id)
  await mayKeep(deed, service.area_id)
  const problems = new Problems()
  const places = await deed.tx.selectFrom('organisation.place').select('place_id').execute()
  const units = await deed.tx.selectFrom('organisation.unit').select('unit_id').execute()
  const seen = new Set<Id>()
  for (const [n, { placeId, unitId }] of routes.entries()) {
    if (!places.some((row) => row.place_id === placeId) || seen.has(placeId))
      problems.add(`routes.${n}.placeId`, 'Välj en plats som finns, en gång.', 'Choose a place that exists, once.')
    if (!units.some((row) => row.unit_id === unitId))
      problems.add(`routes.${n}.unitId`, 'Välj en enhet som finns.', 'Choose a unit that exists.')
    seen.add(placeId)
  }
  problems.done()
  await replacePlaceRoutes(deed, type.request_type_id, routes)
  await updateRequestType(deed, type)
  deed.journal({
    verb: 'request_type.place_routes_set',
    kind: 'request_type',
    id: type.request_type_id,
    facts: { code: type.code, routes },
  })
  deed.changed('catalogue')
  return { requestTypeId: type.request_type_id }
}

async function mayKeep(deed: Deed, areaId: Id): Promise<void> {
  allow(deed.actor, 'request_type.keep', areaRelations(deed.actor, await areaById(deed, areaId)))
}

const plain = {
  nameSv: 'name_sv',
  nameEn: 'name_en',
  hintSv: 'hint_sv',
  hintEn: 'hint_en',
  needType: 'need_type',
  route: 'route',
  routeUnitId: 'route_unit_id',
  approval: 'approval',
  approvalField: 'approval_field',
  approvalRemindDays: 'approval_remind_days',
  approvalLapseDays: 'approval_lapse_days',
  identityCheck: 'identity_check',
  categoryField: 'category_field',
  scheduleId: 'schedule_id',
  placeIds: 'place_ids',
  closeAfterDays: 'close_after_days',
  reopenWithinDays: 'reopen_within_days',
} as const satisfies Partial<Record<keyof ChangeRequestType, keyof RequestTypeChange>>

async function changeOf(deed: Deed, input: ChangeRequestType, keptForm?: Id | null): Promise<RequestTypeChange> {
  const change: Record<string, unknown> = {}
  for (const [field, column] of Object.entries(plain) as [keyof typeof plain, string][])
    if (input[field] !== undefined) change[column] = input[field]
  if (input.form !== undefined) change['form_id'] = input.form ? (await findForm(deed, input.form)).form_id : null
  if (input.offering !== undefined)
    change['offering_id'] = input.offering ? (await findOffering(deed, input.offering)).offering_id : null
  if (input.elsewhere !== undefined)
    change['elsewhere_request_type_id'] = input.elsewhere
      ? (await findRequestType(deed, input.elsewhere)).request_type_id
      : null
  if (input.approvalOverOre !== undefined)
    change['approval_over_ore'] = input.approvalOverOre === null ? null : BigInt(input.approvalOverOre)
  if (input.routeRules !== undefined) change['route_rules'] = JSON.stringify(input.routeRules)
  if (input.routine !== undefined) change['routine_sv'] = input.routine.join('\n') || null
  if (input.validTo !== undefined) change['valid_to'] = input.validTo === null ? null : dateFrom(input.validTo)
  await mustFitForm(deed, input, keptForm ?? (change['form_id'] as Id | null | undefined) ?? null)
  if (change['route'] === 'named_unit' && !input.routeUnitId)
    refuse({
      code: 'unit_missing',
      status: 422,
      field: 'routeUnitId',
      sv: 'Välj vilken enhet ärendena går till.',
      en: 'Choose the unit the cases go to.',
    })
  return change
}

/** Rules and fields that the routing, approval and grouping ask for must stand in the form. */
async function mustFitForm(deed: Deed, input: ChangeRequestType, formId: Id | null): Promise<void> {
  const rules = input.routeRules ?? []
  const asked = [input.approvalField, input.categoryField, ...rules.map((rule) => rule.systemField)].filter(
    (key) => key !== undefined && key !== null,
  )
  if (asked.length === 0 && rules.length === 0) return
  const fields: readonly FormField[] = formId !== null && isId(formId) ? await publishedFields(deed, formId) : []
  await mustBeRules(deed, rules, fields)
  const missing = asked.find((key) => !fields.some((field) => field.key === key))
  if (missing !== undefined)
    refuse({
      code: 'field_missing',
      status: 422,
      field: 'routeRules',
      sv: `Formuläret har ingen fråga med nyckeln ”${missing}”.`,
      en: `The form has no question with the key “${missing}”.`,
    })
}

async function mustBeRules(
  deed: Deed,
  rules: NonNullable<ChangeRequestType['routeRules']>,
  fields: readonly FormField[],
): Promise<void> {
  const problems = new Problems()
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const units = await deed.tx.selectFrom('organisation.unit').select('unit_id').execute()
  for (const [n, rule] of rules.entries()) {
    checkCondition(rule.when, `routeRules.${n}.when`, byKey, problems)
    if (rule.to === 'named_unit' && !units.some((unit) => unit.unit_id === rule.unitId))
      problems.add(`routeRules.${n}.unitId`, 'Välj en enhet som finns.', 'Choose a unit that exists.')
  }
  problems.done()
}

async function publishedFields(deed: Deed, formId: Id): Promise<readonly FormField[]> {
  const form = await findForm(deed, formId)
  return form.published_version === null ? [] : (await formVersion(deed, formId)).fields
}
