// One case's head row with the words its page shows, in one statement.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { wordsOf } from './case-words.ts'

/** The request type and the service give many words; what else a case points at is looked up by its key. */
function joined(view: View) {
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
    .leftJoin('organisation.person as rp', (j) =>
      j.onRef('rp.tenant_id', '=', 'c.tenant_id').onRef('rp.person_id', '=', 'c.requester_id'),
    )
}

export async function headOf(view: View, key: { caseId: Id } | { number: string }) {
  const words = wordsOf(view.today)
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
      words.customer.as('customer_name'),
      words.unit('c.unit_id').as('unit_name'),
      words.unit('c.provider_unit_id').as('provider_unit'),
      words.party('c.provider_party_id').as('provider_party'),
      words.party('c.information_owner_id').as('owner_party'),
      'rp.name as requester_name',
      'rp.title as requester_title',
      words.person('c.registered_by').as('registered_name'),
      words.person('c.owner_person_id').as('handler_name'),
      words.place.as('place_name'),
      words.room.as('room_name'),
      words.system.as('system_name'),
    ])
    .where('c.tenant_id', '=', view.tenant.tenantId)
    .$if('caseId' in key, (q) => q.where('c.case_id', '=', 'caseId' in key ? key.caseId : ''))
    .$if('number' in key, (q) => q.where('c.number', '=', 'number' in key ? key.number : ''))
    .executeTakeFirst()
  return row ?? notFound()
}
