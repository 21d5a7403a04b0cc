// Reads of information systems, on a date.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { personNames, unitsOn } from '#organisation'
import type { SystemView } from './contract.ts'

export async function systemsOn(view: View, date: Temporal.PlainDate, only?: Id): Promise<SystemView[]> {
  const rows = await view.tx
    .selectFrom('systems.system')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .$if(only === undefined, (q) =>
      q.where('valid_from', '<=', date).where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', date)])),
    )
    .$if(only !== undefined, (q) => q.where('system_id', '=', only ?? ''))
    .orderBy('name')
    .limit(2000)
    .execute()
  const links = await view.tx
    .selectFrom('systems.dependency as d')
    .innerJoin('systems.system as s', (j) =>
      j.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.system_id', '=', 'd.system_id'),
    )
    .innerJoin('systems.system as o', (j) =>
      j.onRef('o.tenant_id', '=', 'd.tenant_id').onRef('o.system_id', '=', 'd.depends_on_id'),
    )
    .select(['d.system_id', 'd.depends_on_id', 's.name as name', 'o.name as other'])
    .where('d.tenant_id', '=', view.tenant.tenantId)
    .limit(10_000)
    .execute()
  const units = await unitsOn(
    view,
    rows.flatMap((row) => [row.owner_unit_id, row.manager_unit_id]).filter((id) => id !== null),
    date,
  )
  const people = await personNames(
    view,
    rows.map((row) => row.manager_person_id).filter((id) => id !== null),
  )
  const unit = (id: Id | null) => (id === null ? null : { id, name: units.get(id)?.name ?? '' })
  return rows.map((row) => ({
    id: row.system_id,
    name: row.name,
    aliases: row.aliases,
    owner: unit(row.owner_unit_id),
    managerUnit: unit(row.manager_unit_id),
    managerPerson:
      row.manager_person_id === null
        ? null
        : { id: row.manager_person_id, name: people.get(row.manager_person_id) ?? '' },
    criticality: row.criticality,
    dependsOn: links
      .filter((link) => link.system_id === row.system_id)
      .map((link) => ({ id: link.depends_on_id, name: link.other })),
    usedBy: links
      .filter((link) => link.depends_on_id === row.system_id)
      .map((link) => ({ id: link.system_id, name: link.name })),
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
  }))
}

export async function systemById(view: View, systemId: Id): Promise<SystemView> {
  return (await systemsOn(view, view.today, systemId))[0] ?? notFound()
}
