// What of the organisation can be found: people, units and places. Written by a job after commit, from the rows as they
// are then, so that running it twice changes nothing.
import type { Id } from '#basics/id'
import { act } from '#platform/act'
import type { Deed, View } from '#platform/act'
import type { Job } from '#platform/jobs'
import type { EntryToIndex } from '#platform/search/index-entry'
import { indexEntries, removeEntry } from '#platform/search/index-entry'

export type FoundKind = 'person' | 'unit' | 'place'

export function indexLater(deed: Deed, kind: FoundKind, id: Id): void {
  deed.enqueue({ task: 'organisation.index', payload: { kind, ids: [id] }, key: `organisation.index:${id}` })
}

export const indexJob: Job = {
  async run(context, payload) {
    const ids = (payload['ids'] as readonly Id[] | undefined) ?? []
    const kind = payload['kind'] as FoundKind
    await act(context.stage, context.tenant, context.actor, (deed) => writeEntries(deed, kind, ids))
  },
}

/** Also for the loader of a world, which has nobody waiting for a job. */
export async function writeEntries(deed: Deed, kind: FoundKind, ids: readonly Id[]): Promise<void> {
  const entries = await entriesOf(deed, kind, ids)
  const found = new Set(entries.map((entry) => entry.id))
  for (const id of ids) if (!found.has(id)) await removeEntry(deed.tx, { tenantId: deed.tenant.tenantId, kind, id })
  if (entries.length > 0) await indexEntries(deed.tx, deed.tenant.tenantId, entries)
}

function entriesOf(view: View, kind: FoundKind, ids: readonly Id[]): Promise<EntryToIndex[]> {
  if (ids.length === 0) return Promise.resolve([])
  switch (kind) {
    case 'person':
      return people(view, ids)
    case 'unit':
      return units(view, ids)
    case 'place':
      return places(view, ids)
  }
}

/** A person's name is not everyone's word: it neither completes nor corrects what others type. */
async function people(view: View, ids: readonly Id[]): Promise<EntryToIndex[]> {
  const rows = await view.tx
    .selectFrom('organisation.person')
    .select(['person_id', 'name', 'title', 'email', 'protected'])
    .where('person_id', 'in', [...ids])
    .where((q) => q.or([q('ended_on', 'is', null), q('ended_on', '>', view.today)]))
    .execute()
  return rows.map((row) => ({
    kind: 'person',
    id: row.person_id,
    title: row.name,
    body: row.protected ? '' : [row.title, row.email].filter(Boolean).join(' '),
  }))
}

/** Every name the unit has had, so that the old one still finds it; a unit that has ended is no longer found. */
async function units(view: View, ids: readonly Id[]): Promise<EntryToIndex[]> {
  const rows = await view.tx
    .selectFrom('organisation.unit as u')
    .innerJoin('organisation.unit_placement as p', (join) =>
      join.onRef('p.tenant_id', '=', 'u.tenant_id').onRef('p.unit_id', '=', 'u.unit_id'),
    )
    .where('u.unit_id', 'in', [...ids])
    .select(['u.unit_id', 'u.short_name', 'p.name', 'p.valid_to'])
    .orderBy('p.valid_from', 'desc')
    .execute()
  return [...Map.groupBy(rows, (row) => row.unit_id)].flatMap(([id, placements]) => {
    const latest = placements[0]
    if (!latest || (latest.valid_to && Temporal.PlainDate.compare(latest.valid_to, view.today) <= 0)) return []
    const others = [latest.short_name, ...placements.slice(1).map((one) => one.name)]
    return [{ kind: 'unit', id, title: latest.name, synonyms: others.filter((name) => name !== null), open: true }]
  })
}

async function places(view: View, ids: readonly Id[]): Promise<EntryToIndex[]> {
  const rows = await view.tx
    .selectFrom('organisation.place')
    .select(['place_id', 'name', 'address'])
    .where('place_id', 'in', [...ids])
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', view.today)]))
    .execute()
  return rows.map((row) => ({ kind: 'place', id: row.place_id, title: row.name, body: row.address ?? '', open: true }))
}
