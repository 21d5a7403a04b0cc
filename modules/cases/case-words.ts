// What the ids on a case's head row are called, as look-ups by key: `select …, (select name …)`.
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { validOn } from './valid-on.ts'

type Name = RawBuilder<string | null>

/** For queries over `cases.case as c`; units are called what they are called on the day. */
export function wordsOf(day: Temporal.PlainDate) {
  const at = (table: string, key: string, column: string, what = 'name'): Name => sql<string | null>`(
    select w.${sql.ref(what)} from ${sql.table(table)} w where w.tenant_id = c.tenant_id and w.${sql.ref(key)} = ${sql.ref(column)})`
  return {
    person: (column: string): Name => at('organisation.person', 'person_id', column),
    party: (column: string): RawBuilder<string> =>
      at('organisation.party', 'party_id', column) as unknown as RawBuilder<string>,
    unit: (column: string): Name => sql<string | null>`(
      select w.name from organisation.unit_placement w
      where w.tenant_id = c.tenant_id and w.unit_id = ${sql.ref(column)} and ${validOn('w', day)})`,
    customer: sql<string | null>`(
      select w.name from organisation.customer k join organisation.unit_placement w on w.tenant_id = k.tenant_id and w.unit_id = k.unit_id
      where k.tenant_id = c.tenant_id and k.customer_id = c.customer_id and ${validOn('w', day)})`,
    /** What it is published as, else its code. */
    service: (name: 'name_sv' | 'name_en'): Name => sql<string | null>`(
      select coalesce(v.${sql.ref(name)}, s.code) from catalogue.service s
      left join catalogue.service_version v on v.tenant_id = s.tenant_id and v.service_id = s.service_id and v.version_no = s.published_version
      where s.tenant_id = c.tenant_id and s.service_id = c.service_id)`,
    requestType: <T>(column: string): RawBuilder<T> =>
      at('catalogue.request_type', 'request_type_id', 'c.request_type_id', column) as unknown as RawBuilder<T>,
    place: at('organisation.place', 'place_id', 'c.place_id'),
    room: at('premises.room', 'room_id', 'c.room_id'),
    system: at('systems.system', 'system_id', 'c.system_id'),
  }
}
