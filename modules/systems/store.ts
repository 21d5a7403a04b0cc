// The only writer of the tables of systems.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Id } from '#basics/id'
import { lostRace, notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'

export async function lockSystem(deed: Deed, systemId: Id, version: number): Promise<Selectable<DB['systems.system']>> {
  const row = await deed.tx
    .selectFrom('systems.system')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('system_id', '=', systemId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound()
  return row.version === version ? row : lostRace()
}

export async function insertSystem(
  deed: Deed,
  row: Omit<Insertable<DB['systems.system']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('systems.system')
    .values({ ...row, tenant_id: deed.tenant.tenantId })
    .execute()
}

export async function updateSystem(
  deed: Deed,
  systemId: Id,
  version: number,
  change: Updateable<DB['systems.system']>,
): Promise<void> {
  await deed.tx
    .updateTable('systems.system')
    .set({ ...change, version: version + 1 })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('system_id', '=', systemId)
    .execute()
}

export async function replaceDependencies(deed: Deed, systemId: Id, dependsOn: readonly Id[]): Promise<void> {
  await deed.tx
    .deleteFrom('systems.dependency')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('system_id', '=', systemId)
    .execute()
  if (dependsOn.length === 0) return
  await deed.tx
    .insertInto('systems.dependency')
    .values(
      [...new Set(dependsOn)].map((depends_on_id) => ({
        tenant_id: deed.tenant.tenantId,
        system_id: systemId,
        depends_on_id,
      })),
    )
    .execute()
}
