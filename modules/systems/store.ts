// The only writer of the tables of systems.
import { sql } from 'kysely'
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

/** One change of the map at a time, so that no two of them close a ring together. */
export async function holdSystems(deed: Deed): Promise<void> {
  const key = `systems ${deed.tenant.tenantId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(deed.tx)
}

export interface StoredLink {
  readonly systemId: Id
  readonly dependsOnId: Id
  /** Of the system that depends. */
  readonly name: string
  neededOn(day: Temporal.PlainDate): boolean
}

export async function linksOf(deed: Deed): Promise<readonly StoredLink[]> {
  const rows = await deed.tx
    .selectFrom('systems.dependency as d')
    .innerJoin('systems.system as s', (j) =>
      j.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.system_id', '=', 'd.system_id'),
    )
    .select(['d.system_id', 'd.depends_on_id', 's.name', 's.valid_to'])
    .where('d.tenant_id', '=', deed.tenant.tenantId)
    .execute()
  return rows.map((row) => ({
    systemId: row.system_id,
    dependsOnId: row.depends_on_id,
    name: row.name,
    neededOn: (day) => row.valid_to === null || Temporal.PlainDate.compare(row.valid_to, day) > 0,
  }))
}
