// For the tests of search: a tenant of its own in the shared database, and its transactions.

import { testDatabase, freshTenantId } from '#testing'
import type { Id } from '#basics/id'
import { floorOver, within } from '../db/floor.ts'
import type { Tx } from '../db/tx.ts'

export interface SearchWorld {
  readonly tenantId: Id
  inTenant<T>(run: (tx: Tx) => Promise<T>): Promise<T>
}

export async function searchWorld(tenantId: Id = freshTenantId()): Promise<SearchWorld> {
  const { ownerPool, appPool } = await testDatabase()
  await ownerPool.query(
    `insert into platform.tenant (tenant_id, slug, name, municipality, colour) values ($1, $2, 'Sök', 'Prov', '#004477')`,
    [tenantId, `sok-${tenantId.slice(-12)}`],
  )
  const floor = floorOver(appPool)
  const reach = { tenantId, personId: null, authorities: [], customers: [], circles: [] }
  return { tenantId, inTenant: (run) => within(floor, reach, false, run) }
}
