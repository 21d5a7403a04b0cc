// What is asked for: the request type as it is on the day, with everything a case needs of it. A read of the catalogue.
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import type { Words } from '#basics/refusal'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { formVersion } from '#catalogue'
import type { FormField, RouteKind, RouteRule } from '#catalogue'
import type { CaseKind } from './case.ts'
import { validOn } from './valid-on.ts'

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
