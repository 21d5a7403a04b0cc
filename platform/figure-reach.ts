// A figure has one value, whoever looks (model.md §4): it is counted over its scope with the reach of the whole tenant, and
// whether the viewer may ask for the scope is asked before (figure-scopes.ts). Only counting runs here, never a read of what
// cases hold; circles are not widened. The reach is set and set back in the viewer's own transaction, one count at a time.
import { sql } from 'kysely'
import type { View } from './act.ts'
import type { Tx } from './db/tx.ts'

const counting = new WeakMap<Tx, Promise<unknown>>()

export function overAllAuthorities<T>(view: View, count: () => Promise<T>): Promise<T> {
  if (view.actor.kind === 'system') return count()
  const before = counting.get(view.tx) ?? Promise.resolve()
  const after = before.then(() => widened(view, count))
  counting.set(
    view.tx,
    after.catch(() => undefined),
  )
  return after
}

async function widened<T>(view: View, count: () => Promise<T>): Promise<T> {
  await sql`select set_config('app.authorities', (select authorities::text from organisation.system_reach(${view.tenant.tenantId})), true)`.execute(
    view.tx,
  )
  try {
    return await count()
  } finally {
    // After a failed statement the transaction is lost anyway, and its settings with it.
    await sql`select set_config('app.authorities', ${`{${view.actor.authorities.join(',')}}`}, true)`
      .execute(view.tx)
      .catch(() => undefined)
  }
}
