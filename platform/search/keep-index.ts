// How a room keeps what can be found of it: a job after each deed writes the entries from the rows as they are then, and a
// sweep each night puts right what begins or ends by date. Running either twice changes nothing.
import type { Id } from '#basics/id'
import type { Deed, View } from '../act.ts'
import { act } from '../act.ts'
import type { JobTable } from '../jobs.ts'
import type { EntryToIndex } from './index-entry.ts'
import { find, indexEntries, removeEntry } from './index-entry.ts'

/** The entries of these rows, or of all; null for one that is there no more and must not be found. */
export type EntrySource = (view: View, only: readonly Id[] | null) => Promise<ReadonlyMap<Id, EntryToIndex | null>>

export interface KeptIndex {
  /** Called by the deed that changed the row. */
  later(deed: Deed, kind: string, id: Id): void
  /** All of it at once, for the loader of a world, which has nobody waiting for a job. */
  write(deed: Deed, kind?: string, only?: readonly Id[]): Promise<void>
  readonly jobs: JobTable
}

export function keepIndex(room: string, sources: Readonly<Record<string, EntrySource>>): KeptIndex {
  const task = `${room}.index`
  const write = async (deed: Deed, kind?: string, only?: readonly Id[]): Promise<void> => {
    for (const [one, source] of Object.entries(sources)) {
      if (kind !== undefined && one !== kind) continue
      const found = await source(deed, only ?? null)
      const gone = [...found.keys(), ...(only ?? [])].filter((id) => !found.get(id))
      for (const id of new Set(gone)) await removeEntry(deed.tx, { tenantId: deed.tenant.tenantId, kind: one, id })
      const entries = [...found.values()].filter((entry) => entry !== null)
      if (entries.length > 0) await indexEntries(deed.tx, deed.tenant.tenantId, entries)
    }
  }
  return {
    later: (deed, kind, id) => deed.enqueue({ task, payload: { kind, ids: [id] }, key: `${task}:${id}` }),
    write,
    jobs: {
      [task]: {
        async run({ stage, tenant, actor }, payload) {
          const ids = (payload['ids'] as readonly Id[] | undefined) ?? []
          await act(stage, tenant, actor, (deed) => write(deed, payload['kind'] as string, ids))
        },
      },
      [`${task}_sweep`]: {
        everyMinutes: 24 * 60,
        run: ({ stage, tenant, actor }) => act(stage, tenant, actor, (deed) => write(deed)),
      },
    },
  }
}

/** Ids that match what was typed, for the text filter of a register. */
export async function idsFound(view: View, kind: string, typed: string): Promise<Id[]> {
  const query = typed.trim()
  if (query === '') return []
  const found = await find(view.tx, { tenantId: view.tenant.tenantId, query, kinds: [kind], limit: 500, typing: true })
  return found.entries.filter((entry) => entry.rank >= 1).map((entry) => entry.id)
}
