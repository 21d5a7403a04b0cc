// What of the premises can be found: properties, buildings and rooms, each where it lies. Everyone signed in may read them.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { SearchKind } from '#platform/search/kinds'
import { keepIndex } from '#platform/search/keep-index'
import type { EntrySource } from '#platform/search/keep-index'

type Kind = 'property' | 'building' | 'room'
const kinds: readonly Kind[] = ['property', 'building', 'room']
const icons = { property: 'building', building: 'building', room: 'map-pin' } as const

interface FoundPlace {
  readonly id: Id
  readonly property_id: Id
  readonly name: string
  readonly more: string | null
  readonly lies_in: string | null
  readonly valid_from: Temporal.PlainDate | null
  readonly valid_to: Temporal.PlainDate | null
}

const rowsOf: Readonly<Record<Kind, ReturnType<typeof sql>>> = {
  property: sql`select property_id as id, property_id, name, designation as more, designation as lies_in, valid_from, valid_to, tenant_id from premises.property`,
  building: sql`select b.building_id as id, b.property_id, b.name, null as more, p.name as lies_in, b.valid_from, b.valid_to, b.tenant_id
    from premises.building b join premises.property p on p.tenant_id = b.tenant_id and p.property_id = b.property_id`,
  room: sql`select r.room_id as id, b.property_id, r.name, b.name as more, concat_ws(', ', b.name, r.floor) as lies_in, r.valid_from, r.valid_to, r.tenant_id
    from premises.room r join premises.building b on b.tenant_id = r.tenant_id and b.building_id = r.building_id`,
}

async function found(view: View, kind: Kind, only: readonly Id[] | null): Promise<readonly FoundPlace[]> {
  if (only?.length === 0) return []
  const these = only ? sql`and x.id = any (${[...only]}::uuid[])` : sql``
  const rows = await sql<FoundPlace>`select x.* from (${rowsOf[kind]}) x
    where x.tenant_id = ${view.tenant.tenantId} ${these}`.execute(view.tx)
  return rows.rows
}

const isThere = (row: FoundPlace, on: Temporal.PlainDate): boolean =>
  (row.valid_from === null || Temporal.PlainDate.compare(row.valid_from, on) <= 0) &&
  (row.valid_to === null || Temporal.PlainDate.compare(on, row.valid_to) < 0)

const source =
  (kind: Kind): EntrySource =>
  async (view, only) =>
    new Map(
      (await found(view, kind, only)).map((row) => [
        row.id,
        isThere(row, view.today) ? { kind, id: row.id, title: row.name, body: row.more ?? '', open: true } : null,
      ]),
    )

const index = keepIndex('premises', Object.fromEntries(kinds.map((kind) => [kind, source(kind)])))
export const { later: indexLater, write: writePremisesEntries, jobs: premisesJobs } = index

export const premisesSearch: readonly SearchKind[] = kinds.map((kind) => ({
  kind,
  access: 'premises.read',
  async hits(view, ids) {
    const rows = new Map((await found(view, kind, ids)).map((row) => [row.id, row]))
    return ids.flatMap((id) => {
      const row = rows.get(id)
      if (!row || !isThere(row, view.today)) return []
      const part = kind === 'property' ? '' : `#${kind}-${id}`
      const href = `/fastigheter/${row.property_id}${part}`
      return [{ kind, id, title: row.name, under: row.lies_in ?? '', href, icon: icons[kind] }]
    })
  },
}))

/** Properties that match, or that hold a building or a room that does: for the text filter of the register. */
export async function propertiesHolding(
  view: View,
  ids: Readonly<Record<Kind, readonly Id[]>>,
): Promise<readonly Id[]> {
  const all = await Promise.all(kinds.map((kind) => found(view, kind, ids[kind])))
  return [...new Set(all.flat().map((row) => row.property_id))]
}
