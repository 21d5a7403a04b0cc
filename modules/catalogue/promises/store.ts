// The only writer of promises and levels.
import type { Insertable, Selectable } from 'kysely'
import type { Id } from '#basics/id'
import type { Deed, View } from '#platform/act'
import type { DB } from '#platform/db/tx'

export type PromiseRow = Selectable<DB['catalogue.promise']>

/** Every version, locked; the last first. */
export async function lockPromise(deed: Deed, promiseId: Id): Promise<readonly PromiseRow[]> {
  return deed.tx
    .selectFrom('catalogue.promise')
    .selectAll()
    .where('promise_id', '=', promiseId)
    .orderBy('version_no', 'desc')
    .forUpdate()
    .execute()
}

export async function insertPromise(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.promise']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.promise')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

/** The one thing of a version that is ever written again: the day it ends. */
export async function endVersion(deed: Deed, promiseId: Id, versionNo: number, on: Temporal.PlainDate): Promise<void> {
  await deed.tx
    .updateTable('catalogue.promise')
    .set({ valid_to: on })
    .where('promise_id', '=', promiseId)
    .where('version_no', '=', versionNo)
    .execute()
}

export async function codeTaken(view: View, code: string): Promise<boolean> {
  const row = await view.tx
    .selectFrom('catalogue.promise')
    .select('promise_id')
    .where('code', '=', code)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertLevel(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.level']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.level')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}
