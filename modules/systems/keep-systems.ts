// Adds and changes information systems. The manager unit is where support about the system goes (TY-057).
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { SystemBody } from './contract.ts'
import { insertSystem, lockSystem, replaceDependencies, updateSystem } from './store.ts'

const columns = (body: SystemBody) => ({
  name: body.name.trim(),
  aliases: body.aliases ?? [],
  owner_unit_id: body.ownerUnitId ?? null,
  manager_unit_id: body.managerUnitId ?? null,
  manager_person_id: body.managerPersonId ?? null,
  criticality: body.criticality ?? null,
  valid_to: body.validTo ? Temporal.PlainDate.from(body.validTo) : null,
})

export async function addSystem(deed: Deed, body: SystemBody): Promise<{ systemId: Id }> {
  allow(deed.actor, 'system.keep')
  const systemId = deed.newId()
  await insertSystem(deed, {
    ...columns(body),
    system_id: systemId,
    valid_from: body.validFrom ? Temporal.PlainDate.from(body.validFrom) : deed.today,
    origin: 'here',
  })
  await replaceDependencies(deed, systemId, mustBeOthers(systemId, body.dependsOn ?? []))
  deed.journal({
    verb: 'system.added',
    kind: 'system',
    id: systemId,
    facts: { manager: body.managerUnitId ?? null },
    content: body.name,
  })
  deed.changed('systems')
  return { systemId }
}

export async function changeSystem(
  deed: Deed,
  systemId: Id,
  body: SystemBody,
  version: number,
): Promise<{ systemId: Id }> {
  allow(deed.actor, 'system.keep')
  const row = await lockSystem(deed, systemId, version)
  await updateSystem(deed, systemId, row.version, {
    ...columns(body),
    ...(body.validFrom ? { valid_from: Temporal.PlainDate.from(body.validFrom) } : {}),
  })
  await replaceDependencies(deed, systemId, mustBeOthers(systemId, body.dependsOn ?? []))
  deed.journal({
    verb: 'system.changed',
    kind: 'system',
    id: systemId,
    facts: { manager: body.managerUnitId ?? null, version: row.version + 1 },
    content: body.name,
  })
  deed.changed('systems')
  return { systemId }
}

function mustBeOthers(systemId: Id, dependsOn: readonly Id[]): readonly Id[] {
  if (dependsOn.includes(systemId))
    refuse({
      code: 'depends_on_itself',
      status: 422,
      field: 'dependsOn',
      sv: 'Ett system kan inte vara beroende av sig självt. Välj andra system.',
      en: 'A system cannot depend on itself. Choose others.',
    })
  return dependsOn
}
