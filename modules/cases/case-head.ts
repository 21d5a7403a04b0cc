// One case's head row with the words its page shows, joined once.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { validOn } from './valid-on.ts'

/** The tables a case's page reads, joined on their keys. */
function joined(view: View) {
  const valid = (alias: string) => validOn(alias, view.today)
  return view.tx
    .selectFrom('cases.case as c')
    .innerJoin('catalogue.request_type as rt', (j) =>
      j.onRef('rt.tenant_id', '=', 'c.tenant_id').onRef('rt.request_type_id', '=', 'c.request_type_id'),
    )
    .innerJoin('catalogue.service as s', (j) =>
      j.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.service_id', '=', 'c.service_id'),
    )
    .leftJoin('catalogue.service_version as sv', (j) =>
      j
        .onRef('sv.tenant_id', '=', 's.tenant_id')
        .onRef('sv.service_id', '=', 's.service_id')
        .onRef('sv.version_no', '=', 's.published_version'),
    )
    .leftJoin('organisation.customer as cu', (j) =>
      j.onRef('cu.tenant_id', '=', 'c.tenant_id').onRef('cu.customer_id', '=', 'c.customer_id'),
    )
    .leftJoin('organisation.unit_placement as cp', (j) =>
      j.onRef('cp.tenant_id', '=', 'cu.tenant_id').onRef('cp.unit_id', '=', 'cu.unit_id').on(valid('cp')),
    )
    .leftJoin('organisation.unit_placement as qp', (j) =>
      j.onRef('qp.tenant_id', '=', 'c.tenant_id').onRef('qp.unit_id', '=', 'c.unit_id').on(valid('qp')),
    )
    .leftJoin('organisation.unit_placement as up', (j) =>
      j.onRef('up.tenant_id', '=', 'c.tenant_id').onRef('up.unit_id', '=', 'c.provider_unit_id').on(valid('up')),
    )
    .innerJoin('organisation.party as pp', (j) =>
      j.onRef('pp.tenant_id', '=', 'c.tenant_id').onRef('pp.party_id', '=', 'c.provider_party_id'),
    )
    .innerJoin('organisation.party as io', (j) =>
      j.onRef('io.tenant_id', '=', 'c.tenant_id').onRef('io.party_id', '=', 'c.information_owner_id'),
    )
    .leftJoin('organisation.person as rp', (j) =>
      j.onRef('rp.tenant_id', '=', 'c.tenant_id').onRef('rp.person_id', '=', 'c.requester_id'),
    )
    .leftJoin('organisation.person as bp', (j) =>
      j.onRef('bp.tenant_id', '=', 'c.tenant_id').onRef('bp.person_id', '=', 'c.registered_by'),
    )
    .leftJoin('organisation.person as op', (j) =>
      j.onRef('op.tenant_id', '=', 'c.tenant_id').onRef('op.person_id', '=', 'c.owner_person_id'),
    )
    .leftJoin('organisation.place as pl', (j) =>
      j.onRef('pl.tenant_id', '=', 'c.tenant_id').onRef('pl.place_id', '=', 'c.place_id'),
    )
    .leftJoin('premises.room as ro', (j) =>
      j.onRef('ro.tenant_id', '=', 'c.tenant_id').onRef('ro.room_id', '=', 'c.room_id'),
    )
    .leftJoin('systems.system as sy', (j) =>
      j.onRef('sy.tenant_id', '=', 'c.tenant_id').onRef('sy.system_id', '=', 'c.system_id'),
    )
}

export async function headOf(view: View, key: { caseId: Id } | { number: string }) {
  const row = await joined(view)
    .selectAll('c')
    .select([
      'rt.code as request_code',
      'rt.name_sv as request_sv',
      'rt.name_en as request_en',
      'rt.routine_sv as routine',
      'rt.need_type',
      'rt.route',
      'rt.route_unit_id',
      'rt.route_rules',
      's.area_id',
      's.code as service_code',
      'sv.name_sv as service_sv',
      'sv.name_en as service_en',
      'cp.name as customer_name',
      'qp.name as unit_name',
      'up.name as provider_unit',
      'pp.name as provider_party',
      'io.name as owner_party',
      'rp.name as requester_name',
      'rp.title as requester_title',
      'bp.name as registered_name',
      'op.name as handler_name',
      'pl.name as place_name',
      'ro.name as room_name',
      'sy.name as system_name',
    ])
    .where('c.tenant_id', '=', view.tenant.tenantId)
    .$if('caseId' in key, (q) => q.where('c.case_id', '=', 'caseId' in key ? key.caseId : ''))
    .$if('number' in key, (q) => q.where('c.number', '=', 'number' in key ? key.number : ''))
    .executeTakeFirst()
  return row ?? notFound()
}
