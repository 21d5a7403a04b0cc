// What of the catalogue can be found: a service by its name and everyday words, and by its ways in. Written by a job after
// commit, from the rows as they are then, so that running it twice changes nothing.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { act } from '#platform/act'
import type { Deed, View } from '#platform/act'
import type { Job } from '#platform/jobs'
import type { EntryToIndex } from '#platform/search/index-entry'
import { indexEntries, removeEntry } from '#platform/search/index-entry'
import { isOrderable, stateOn } from './service.ts'

export function indexLater(deed: Deed, serviceIds: readonly Id[]): void {
  for (const id of serviceIds)
    deed.enqueue({ task: 'catalogue.index', payload: { ids: [id] }, key: `catalogue.index:${id}` })
}

export const indexJob: Job = {
  async run(context, payload) {
    const ids = (payload['ids'] as readonly Id[] | undefined) ?? []
    await act(context.stage, context.tenant, context.actor, (deed) => writeEntries(deed, ids))
  },
}

/** Services come and go by date as well: whatever the jobs missed is right again within the night. */
export const indexSweep: Job = {
  everyMinutes: 24 * 60,
  async run(context) {
    await act(context.stage, context.tenant, context.actor, (deed) => writeEntries(deed))
  },
}

/** Also for the loader of a world, which has nobody waiting for a job. Every service unless some are named. */
export async function writeEntries(deed: Deed, only?: readonly Id[]): Promise<void> {
  const ids =
    only ?? (await deed.tx.selectFrom('catalogue.service').select('service_id').execute()).map((row) => row.service_id)
  if (ids.length === 0) return
  const entries = await entriesOf(deed, ids)
  const found = new Set(entries.map((entry) => entry.id))
  for (const id of ids)
    if (!found.has(id)) await removeEntry(deed.tx, { tenantId: deed.tenant.tenantId, kind: 'service', id })
  if (entries.length > 0) await indexEntries(deed.tx, deed.tenant.tenantId, entries)
}

async function entriesOf(view: View, ids: readonly Id[]): Promise<EntryToIndex[]> {
  const rows = await view.tx
    .selectFrom('catalogue.service as s')
    .innerJoin('catalogue.area as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.area_id', '=', 's.area_id'),
    )
    .innerJoin('catalogue.service_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 's.tenant_id')
        .onRef('v.service_id', '=', 's.service_id')
        .on('v.published_at', 'is not', null),
    )
    .where('s.service_id', 'in', [...ids])
    .where((q) => q.or([q('v.valid_from', 'is', null), q('v.valid_from', '<=', view.today)]))
    .where((q) => q.or([q('v.valid_to', 'is', null), q('v.valid_to', '>', view.today)]))
    .select([
      's.service_id',
      's.synonyms',
      's.starts_on',
      's.ending_from',
      's.ends_on',
      'v.state',
      'v.name_sv',
      'v.name_en',
      'v.content',
      'v.purpose',
      'a.name_sv as area',
      'a.name_en as area_en',
    ])
    .execute()
  const ways = await waysIn(view, ids)
  return rows.flatMap((row) => {
    const life = {
      publishedAs: row.state === 'draft' ? null : row.state,
      startsOn: row.starts_on,
      endingFrom: row.ending_from,
      endsOn: row.ends_on,
    }
    const state = stateOn(life, view.today)
    if (!isOrderable(state) && state !== 'planned') return []
    const names = [row.name_en, ...row.synonyms].filter((name) => name !== null)
    const body = [row.content, row.purpose, row.area, row.area_en, ...(ways.get(row.service_id) ?? [])].filter(
      (part) => part !== null,
    )
    return [
      { kind: 'service', id: row.service_id, title: row.name_sv, synonyms: names, body: body.join('\n'), open: true },
    ]
  })
}

async function waysIn(view: View, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly string[]>> {
  const rows = await view.tx
    .selectFrom('catalogue.request_type')
    .select(['service_id', sql<string>`concat_ws(' ', name_sv, name_en, hint_sv)`.as('words')])
    .where('service_id', 'in', [...ids])
    .where('valid_from', '<=', view.today)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', view.today)]))
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.service_id)].map(([id, some]) => [id, some.map((row) => row.words)]),
  )
}
