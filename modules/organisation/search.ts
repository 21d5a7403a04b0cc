// How what the finder found of the organisation becomes hits: people, units and places, as they are today.
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { Hit, SearchKind } from '#platform/search/kinds'
import { seesPerson } from './people/protected.ts'
import { unitsOfPerson } from './people/list.ts'
import { lineAbove, unitsOn } from './units/queries.ts'

const inOrder = (ids: readonly Id[], hits: ReadonlyMap<Id, Hit>): Hit[] => ids.flatMap((id) => hits.get(id) ?? [])

const people: SearchKind = {
  kind: 'person',
  access: 'organisation.read',
  async hits(view, ids) {
    if (ids.length === 0) return []
    const rows = await view.tx
      .selectFrom('organisation.person as p')
      .select(['p.person_id', 'p.name', 'p.title', 'p.protected', unitsOfPerson(view.today)])
      .where('p.person_id', 'in', [...ids])
      .where((q) => q.or([q('p.ended_on', 'is', null), q('p.ended_on', '>', view.today)]))
      .execute()
    const seen = rows.filter((row) => seesPerson(view, row))
    return inOrder(
      ids,
      new Map(
        seen.map((row) => [
          row.person_id,
          hit(
            'person',
            row.person_id,
            row.name,
            [row.title, row.units],
            `/organisation/personer/${row.person_id}`,
            'user',
          ),
        ]),
      ),
    )
  },
}

const units: SearchKind = {
  kind: 'unit',
  access: 'organisation.read',
  async hits(view, ids) {
    const found = await unitsOn(view, ids, view.today)
    const hits = new Map<Id, Hit>()
    for (const unit of found.values())
      hits.set(
        unit.unitId,
        hit(
          'unit',
          unit.unitId,
          unit.name,
          [await above(view, unit.unitId)],
          `/organisation/enheter/${unit.unitId}`,
          'network',
        ),
      )
    return inOrder(ids, hits)
  },
}

const places: SearchKind = {
  kind: 'place',
  access: 'organisation.read',
  async hits(view, ids) {
    if (ids.length === 0) return []
    const rows = await view.tx
      .selectFrom('organisation.place')
      .select(['place_id', 'name', 'address'])
      .where('place_id', 'in', [...ids])
      .where('valid_from', '<=', view.today)
      .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', view.today)]))
      .execute()
    return inOrder(
      ids,
      new Map(
        rows.map((row) => [
          row.place_id,
          hit('place', row.place_id, row.name, [row.address], `/organisation/platser/${row.place_id}`, 'map-pin'),
        ]),
      ),
    )
  },
}

function hit(kind: string, id: Id, title: string, under: readonly (string | null)[], href: string, icon: string): Hit {
  return { kind, id, title, under: under.filter((part) => part !== null && part !== '').join(' · '), href, icon }
}

async function above(view: View, unitId: Id): Promise<string> {
  const line = await lineAbove(view, unitId, view.today)
  return line
    .slice(1, 3)
    .map((one) => one.name)
    .join(' – ')
}

export const organisationSearch: readonly SearchKind[] = [people, units, places]
