// Reads of information systems, on a date.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { SystemRow, SystemView } from './contract.ts'
import type { Criticality } from './system.ts'

type PlainDate = Temporal.PlainDate

export interface ListedSystem {
  readonly system_id: Id
  readonly name: string
  readonly sort_name: string
  readonly aliases: string[]
  readonly owner_unit_id: Id | null
  readonly owner: string | null
  readonly manager_unit_id: Id | null
  readonly manager: string | null
  readonly manager_person_id: Id | null
  readonly person: string | null
  readonly criticality: Criticality | null
  readonly depends_on: string | null
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
  readonly origin: string
  readonly version: number
}

/** The unit's name of the day, or its last or first one when it is not there. */
const unitName = (column: 'owner_unit_id' | 'manager_unit_id', on: PlainDate) => sql<string | null>`(
  select u.name from organisation.unit_placement u
  where u.tenant_id = s.tenant_id and u.unit_id = ${sql.ref(`s.${column}`)}
  order by u.valid_from > ${on}, u.valid_from desc limit 1)`

export function systemRows(view: View, on: PlainDate) {
  return view.tx
    .selectFrom('systems.system as s')
    .leftJoin('organisation.person as p', (j) =>
      j.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.person_id', '=', 's.manager_person_id'),
    )
    .selectAll('s')
    .select([
      'p.name as person',
      unitName('owner_unit_id', on).as('owner'),
      unitName('manager_unit_id', on).as('manager'),
      sql<string | null>`(select string_agg(o.name, ', ' order by o.sort_name) from systems.dependency d
        join systems.system o on o.tenant_id = d.tenant_id and o.system_id = d.depends_on_id
        where d.tenant_id = s.tenant_id and d.system_id = s.system_id)`.as('depends_on'),
    ])
    .where('s.tenant_id', '=', view.tenant.tenantId)
}

const named = (id: Id | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export const asSystemRow = (row: ListedSystem): SystemRow => ({
  id: row.system_id,
  name: row.name,
  aliases: row.aliases,
  owner: named(row.owner_unit_id, row.owner),
  managerUnit: named(row.manager_unit_id, row.manager),
  managerPerson: named(row.manager_person_id, row.person),
  criticality: row.criticality,
  validFrom: row.valid_from.toString(),
  validTo: row.valid_to?.toString() ?? null,
  origin: row.origin,
  version: row.version,
})

/** Systems in use on the day, for choosing among in this room and those above. */
export async function systemsOn(view: View, on: PlainDate): Promise<SystemRow[]> {
  const rows = await systemRows(view, on)
    .where('s.valid_from', '<=', on)
    .where((e) => e.or([e('s.valid_to', 'is', null), e('s.valid_to', '>', on)]))
    .orderBy('s.sort_name')
    .limit(2000)
    .execute()
  return rows.map(asSystemRow)
}

export async function systemById(view: View, systemId: Id): Promise<SystemView> {
  const row = await systemRows(view, view.today).where('s.system_id', '=', systemId).executeTakeFirst()
  if (!row) return notFound()
  const links = await view.tx
    .selectFrom('systems.dependency as d')
    .innerJoin('systems.system as o', (j) =>
      j
        .onRef('o.tenant_id', '=', 'd.tenant_id')
        .on(sql<boolean>`o.system_id = case when d.system_id = ${systemId} then d.depends_on_id else d.system_id end`),
    )
    .select(['d.system_id', 'o.system_id as id', 'o.name'])
    .where('d.tenant_id', '=', view.tenant.tenantId)
    .where((e) => e.or([e('d.system_id', '=', systemId), e('d.depends_on_id', '=', systemId)]))
    .orderBy('o.sort_name')
    .execute()
  const side = (depends: boolean) =>
    links.filter((link) => (link.system_id === systemId) === depends).map(({ id, name }) => ({ id, name }))
  return {
    ...asSystemRow(row),
    dependsOn: side(true),
    usedBy: side(false),
    may: ['system.keep'].filter((verb) => may(view.actor, verb)),
  }
}
