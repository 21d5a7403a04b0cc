// Who takes it: units with their party and series, the system's manager, those who may handle.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import { routeFor } from '#catalogue'
import type { ReferenceAnswer, RouteKind } from '#catalogue'
import type { RequestType } from './asked-for.ts'
import type { CaseAnswers } from './answers.ts'
import { validOn } from './valid-on.ts'

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

export function chooseRoute(
  type: Pick<RequestType, 'route' | 'routeUnitId' | 'routeRules'>,
  answers: Pick<CaseAnswers, 'values'>,
): { to: RouteKind; unitId: Id | null; systemField: string | null; next: RouteKind | null } {
  // A rule names a place or a system by its id; the answer also keeps what it was called.
  const values = Object.fromEntries(
    Object.entries(answers.values).map(([key, value]) => [key, isReferenceAnswer(value) ? value.id : value]),
  )
  const route = routeFor({ route: type.route, routeUnitId: type.routeUnitId, routeRules: type.routeRules }, values)
  return {
    to: route.to,
    unitId: route.unitId ?? null,
    systemField: route.systemField ?? null,
    next: route.next ?? null,
  }
}

/** The system a route asks for: in the field it names, else the form's only one. */
export function systemOf(answers: Pick<CaseAnswers, 'values' | 'systemId'>, field: string | null): Id | null {
  const named = field === null ? undefined : answers.values[field]
  return isReferenceAnswer(named) ? named.id : answers.systemId
}

function isReferenceAnswer(value: unknown): value is ReferenceAnswer {
  return typeof value === 'object' && value !== null && 'id' in value && 'label' in value
}
