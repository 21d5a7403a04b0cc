// The only writer of place.
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import { asSeen } from '../versioned.ts'

type PlainDate = Temporal.PlainDate

export interface PlaceFacts {
  readonly name: string
  readonly saidAt: string | null
  readonly address: string | null
  readonly scheduleId: Id | null
  readonly servedByUnitId: Id | null
}

const columns = (facts: PlaceFacts) => ({
  name: facts.name,
  said_at: facts.saidAt,
  address: facts.address,
  schedule_id: facts.scheduleId,
  hours_stated: facts.scheduleId !== null,
  served_by_unit_id: facts.servedByUnitId,
})

export async function insertPlace(
  deed: Deed,
  placeId: Id,
  facts: PlaceFacts,
  from: PlainDate,
  origin: string,
): Promise<void> {
  await deed.tx
    .insertInto('organisation.place')
    .values({ tenant_id: deed.tenant.tenantId, place_id: placeId, ...columns(facts), valid_from: from, origin })
    .execute()
}

export async function lockPlace(deed: Deed, placeId: Id, version: number): Promise<{ from: PlainDate }> {
  const row = await deed.tx
    .selectFrom('organisation.place')
    .select(['valid_from', 'version'])
    .where('place_id', '=', placeId)
    .forUpdate()
    .executeTakeFirst()
  return { from: asSeen(row, version).valid_from }
}

export async function updatePlace(deed: Deed, placeId: Id, facts: PlaceFacts, to: PlainDate | null): Promise<void> {
  await deed.tx
    .updateTable('organisation.place')
    .set((q) => ({ ...columns(facts), valid_to: to, version: q('version', '+', 1) }))
    .where('place_id', '=', placeId)
    .execute()
}
