// Adds, changes and ends information systems. The manager unit is where support about the system goes (TY-057).
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { SystemBody } from './contract.ts'
import { indexLater } from './search.ts'
import { holdSystems, insertSystem, linksOf, lockSystem, replaceDependencies, updateSystem } from './store.ts'
import { mustEndAfterStart, ringThrough } from './system.ts'

const columns = (body: SystemBody) => ({
  name: body.name.trim(),
  aliases: body.aliases ?? [],
  owner_unit_id: body.ownerUnitId ?? null,
  manager_unit_id: body.managerUnitId ?? null,
  manager_person_id: body.managerPersonId ?? null,
  criticality: body.criticality ?? null,
})

export async function addSystem(deed: Deed, body: SystemBody): Promise<{ systemId: Id }> {
  allow(deed.actor, 'system.keep')
  const systemId = deed.newId()
  await mustBeNew(deed, body.name, systemId)
  await insertSystem(deed, {
    ...columns(body),
    system_id: systemId,
    valid_from: body.validFrom ? Temporal.PlainDate.from(body.validFrom) : deed.today,
    origin: 'here',
  })
  await depend(deed, systemId, body.dependsOn ?? [])
  return said(deed, 'system.added', systemId, { manager: body.managerUnitId ?? null, version: 1 }, body.name)
}

export async function changeSystem(
  deed: Deed,
  systemId: Id,
  body: SystemBody,
  version: number,
): Promise<{ systemId: Id }> {
  allow(deed.actor, 'system.keep')
  const row = await lockSystem(deed, systemId, version)
  await mustBeNew(deed, body.name, systemId)
  const from = body.validFrom ? Temporal.PlainDate.from(body.validFrom) : row.valid_from
  mustEndAfterStart(from, row.valid_to, 'validFrom')
  await updateSystem(deed, systemId, row.version, { ...columns(body), valid_from: from })
  await depend(deed, systemId, body.dependsOn ?? [])
  const facts = { manager: body.managerUnitId ?? null, formerManager: row.manager_unit_id, version: row.version + 1 }
  return said(deed, 'system.changed', systemId, facts, body.name)
}

export async function endSystem(deed: Deed, systemId: Id, on: string, version: number): Promise<{ systemId: Id }> {
  allow(deed.actor, 'system.keep')
  const row = await lockSystem(deed, systemId, version)
  const to = Temporal.PlainDate.from(on)
  mustEndAfterStart(row.valid_from, to, 'on')
  const needing = (await linksOf(deed)).filter((link) => link.dependsOnId === systemId && link.neededOn(to))
  if (needing.length > 0) {
    const names = needing.map((link) => link.name).join(', ')
    refuse({
      code: 'system_needed',
      status: 409,
      field: 'on',
      sv: `Andra system är beroende av det den dagen: ${names}. Ändra eller avsluta dem först.`,
      en: `Other systems depend on it on that day: ${names}. Change or end them first.`,
    })
  }
  await updateSystem(deed, systemId, row.version, { valid_to: to })
  return said(deed, 'system.ended', systemId, { on, version: row.version + 1 })
}

async function mustBeNew(deed: Deed, name: string, systemId: Id): Promise<void> {
  const same = await deed.tx
    .selectFrom('systems.system')
    .select('system_id')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('name', '=', name.trim())
    .where('system_id', '<>', systemId)
    .executeTakeFirst()
  if (same)
    refuse({
      code: 'name_taken',
      status: 409,
      field: 'name',
      sv: 'Det finns redan ett system med det namnet. Ändra det i stället, eller välj ett annat namn.',
      en: 'There is a system of that name already. Change it instead, or choose another name.',
    })
}

/** Links are checked under one lock, so that two deeds at once cannot close a ring between them. */
async function depend(deed: Deed, systemId: Id, dependsOn: readonly Id[]): Promise<void> {
  if (dependsOn.length > 0) await holdSystems(deed)
  const links = await linksOf(deed)
  const others = links.filter((link) => link.systemId !== systemId)
  const ring = ringThrough(systemId, dependsOn, others)
  if (ring) {
    const rows = await deed.tx
      .selectFrom('systems.system')
      .select(['system_id', 'name'])
      .where('tenant_id', '=', deed.tenant.tenantId)
      .where('system_id', 'in', [...ring])
      .execute()
    const way = ring.map((id) => rows.find((row) => row.system_id === id)?.name ?? '?').join(' → ')
    refuse({
      code: 'depends_on_itself',
      status: 422,
      field: 'dependsOn',
      sv: `Ett system kan inte vara beroende av sig självt: ${way}. Ta bort ett led.`,
      en: `A system cannot depend on itself: ${way}. Remove one link.`,
    })
  }
  await replaceDependencies(deed, systemId, dependsOn)
}

function said(
  deed: Deed,
  verb: string,
  systemId: Id,
  facts: Readonly<Record<string, unknown>>,
  content?: string,
): { systemId: Id } {
  deed.journal({ verb, kind: 'system', id: systemId, facts, ...(content ? { content } : {}) })
  deed.changed('systems')
  indexLater(deed, 'system', systemId)
  return { systemId }
}
