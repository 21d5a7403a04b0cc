// Reads of request types.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import type { RequestTypeRow } from '../contract.ts'
import { formVersion, wireFields } from '../forms/queries.ts'
import type { FormField } from '../form-fields.ts'
import { servicesByIds } from '../queries.ts'
import type { CaseKind, RouteRule } from '../request-type.ts'
import type { RequestTypeDetail } from './contract.ts'
import type { RequestTypeStored } from './store.ts'
import { findRequestType } from './store.ts'

type PlainDate = Temporal.PlainDate

export interface RequestTypesAsked {
  readonly date: PlainDate
  readonly serviceId?: Id | undefined
  readonly service?: string | undefined
  readonly caseKind?: CaseKind | undefined
}

/** The ways in of a day to services that the viewer may have; those of planned services are shown as not yet open. */
export async function requestTypesOn(view: View, asked: RequestTypesAsked): Promise<readonly RequestTypeRow[]> {
  let query = view.tx
    .selectFrom('catalogue.request_type as t')
    .innerJoin('catalogue.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 't.tenant_id').onRef('s.service_id', '=', 't.service_id'),
    )
    .leftJoin('catalogue.form as f', (join) =>
      join.onRef('f.tenant_id', '=', 't.tenant_id').onRef('f.form_id', '=', 't.form_id'),
    )
    .selectAll('t')
    .select(['f.code as form_code', 'f.published_version', 's.code as service_code'])
    .where('t.valid_from', '<=', asked.date)
    .where((w) => w.or([w('t.valid_to', 'is', null), w('t.valid_to', '>', asked.date)]))
  if (asked.serviceId) query = query.where('t.service_id', '=', asked.serviceId)
  if (asked.service)
    query = query.where((w) =>
      w.or([w('s.code', '=', asked.service ?? ''), w(sql<string>`s.service_id::text`, '=', asked.service ?? '')]),
    )
  if (asked.caseKind) query = query.where('t.case_kind', '=', asked.caseKind)
  const rows = await query.orderBy('t.request_type_id').limit(5000).execute()
  const services = await servicesByIds(view, [...new Set(rows.map((row) => row.service_id))], asked.date)
  return rows.flatMap((row) => {
    const service = services.get(row.service_id)
    return service
      ? [
          asRow(
            row,
            { code: service.code, name: service.name, orderable: service.orderable },
            row.form_code,
            row.published_version,
          ),
        ]
      : []
  })
}

function asRow(
  row: RequestTypeStored,
  service: Omit<ServiceOfType, 'areaId'>,
  formCode: string | null,
  formVersionNo: number | null,
): RequestTypeRow {
  return {
    requestTypeId: row.request_type_id,
    code: row.code,
    serviceId: row.service_id,
    serviceCode: service.code,
    serviceName: service.name,
    caseKind: row.case_kind,
    name: { sv: row.name_sv, en: row.name_en },
    hint: row.hint_sv === null ? null : { sv: row.hint_sv, en: row.hint_en ?? row.hint_sv },
    formId: row.form_id,
    formCode,
    formVersion: formVersionNo,
    needType: row.need_type,
    route: row.route,
    approval: row.approval,
    identityCheck: row.identity_check,
    routine: stepsOf(row.routine_sv),
    orderable: service.orderable,
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
  }
}

const stepsOf = (routine: string | null): string[] => (routine ?? '').split('\n').filter((step) => step.trim() !== '')

/**
 * A way in with everything a case needs, by id or code. 404 when it does not exist on the day or its service is not for
 * the viewer's customer; `orderable` says whether a case may be opened.
 */
export async function requestType(
  view: View,
  idOrCode: string,
  date: PlainDate = view.today,
): Promise<RequestTypeDetail> {
  const row = await findRequestType(view, idOrCode)
  const { compare } = Temporal.PlainDate
  if (compare(row.valid_from, date) > 0 || (row.valid_to !== null && compare(row.valid_to, date) <= 0))
    return notFound()
  const service = (await servicesByIds(view, [row.service_id], date)).get(row.service_id)
  return service ? detailOf(view, row, service, date) : notFound()
}

/** For whoever keeps it: also before its first day and while its service is a draft. */
export async function keptRequestType(view: View, idOrCode: string): Promise<RequestTypeDetail> {
  const row = await findRequestType(view, idOrCode)
  const shown = (await servicesByIds(view, [row.service_id], view.today)).get(row.service_id)
  const head = await view.tx
    .selectFrom('catalogue.service')
    .select(['code', 'area_id'])
    .where('service_id', '=', row.service_id)
    .executeTakeFirstOrThrow()
  return detailOf(
    view,
    row,
    shown ?? { code: head.code, name: { sv: head.code, en: head.code }, orderable: false, areaId: head.area_id },
    view.today,
  )
}

interface ServiceOfType {
  readonly code: string
  readonly name: { sv: string; en: string }
  readonly orderable: boolean
  readonly areaId: Id
}

async function detailOf(
  view: View,
  row: RequestTypeStored,
  service: ServiceOfType,
  date: PlainDate,
): Promise<RequestTypeDetail> {
  const version = row.form_id === null ? null : await publishedForm(view, row.form_id)
  const elsewhere =
    row.elsewhere_request_type_id === null ? null : await findRequestType(view, row.elsewhere_request_type_id)
  return {
    ...asRow(row, service, version?.code ?? null, version?.versionNo ?? null),
    routeUnitId: row.route_unit_id,
    routeRules: row.route_rules as RequestTypeDetail['routeRules'],
    placeRoutes: [...(await placeRoutes(view, row.request_type_id, date))],
    approvalOverOre: row.approval_over_ore === null ? null : Number(row.approval_over_ore),
    approvalField: row.approval_field,
    approvalRemindDays: row.approval_remind_days,
    approvalLapseDays: row.approval_lapse_days,
    categoryField: row.category_field,
    circleId: row.circle_id,
    offeringId: row.offering_id,
    scheduleId: row.schedule_id,
    placeIds: row.place_ids,
    elsewhere: elsewhere && {
      requestTypeId: elsewhere.request_type_id,
      code: elsewhere.code,
      name: { sv: elsewhere.name_sv, en: elsewhere.name_en },
    },
    closeAfterDays: row.close_after_days,
    reopenWithinDays: row.reopen_within_days,
    areaId: service.areaId,
    fields: version ? wireFields(version.fields) : [],
    intro: version?.intro ? { ...version.intro } : null,
  }
}

async function publishedForm(view: View, formId: Id) {
  const form = await view.tx
    .selectFrom('catalogue.form')
    .select('published_version')
    .where('form_id', '=', formId)
    .executeTakeFirst()
  return form?.published_version == null ? null : formVersion(view, formId)
}

async function placeRoutes(view: View, requestTypeId: Id, date: PlainDate): Promise<RequestTypeDetail['placeRoutes']> {
  const rows = await view.tx
    .selectFrom('catalogue.request_route as r')
    .innerJoin('organisation.place as p', (join) =>
      join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.place_id', '=', 'r.place_id'),
    )
    .leftJoin('organisation.unit_placement as u', (join) =>
      join
        .onRef('u.tenant_id', '=', 'r.tenant_id')
        .onRef('u.unit_id', '=', 'r.unit_id')
        .on('u.valid_from', '<=', date)
        .on((w) => w.or([w('u.valid_to', 'is', null), w('u.valid_to', '>', date)])),
    )
    .select(['r.place_id', 'p.name as place_name', 'r.unit_id', 'u.name as unit_name'])
    .where('r.request_type_id', '=', requestTypeId)
    .orderBy('p.name')
    .execute()
  return rows.map((row) => ({
    placeId: row.place_id,
    placeName: row.place_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
  }))
}

/** The fields and rules as the pure code wants them. */
export const fieldsOf = (type: RequestTypeDetail): readonly FormField[] => type.fields
export const rulesOf = (type: RequestTypeDetail): readonly RouteRule[] => type.routeRules
