// Adds and changes places: a house or reception, who serves it, and by which hours. Without hours it says "ej angivet".
import type { Id } from '#basics/id'
import { period } from '#basics/period'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { indexLater } from '../index-entries.ts'
import type { AddPlace, ChangePlace } from '../schedules/contract.ts'
import { storedVersions } from '../schedules/store.ts'
import { knownPlacements } from '../units/add-unit.ts'
import { date, dateOrNull, entered } from '../versioned.ts'
import type { PlaceFacts } from './store.ts'
import { insertPlace, lockPlace, updatePlace } from './store.ts'

export interface SeenPlace {
  readonly placeId: Id
  readonly version: number
}

export async function addPlace(deed: Deed, input: Static<typeof AddPlace>, origin = entered): Promise<{ placeId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const facts = await knownFacts(deed, input)
  const placeId = deed.newId()
  await insertPlace(deed, placeId, facts, date(input.from), origin)
  deed.journal({
    verb: 'place.added',
    kind: 'place',
    id: placeId,
    facts: { from: input.from, schedule: facts.scheduleId, servedBy: facts.servedByUnitId },
    content: input.name,
  })
  deed.changed('organisation')
  indexLater(deed, 'place', placeId)
  return { placeId }
}

export async function changePlace(deed: Deed, seen: SeenPlace, input: Static<typeof ChangePlace>): Promise<SeenPlace> {
  allow(deed.actor, 'organisation.edit')
  const { from } = await lockPlace(deed, seen.placeId, seen.version)
  const facts = await knownFacts(deed, input)
  await updatePlace(deed, seen.placeId, facts, period(from, dateOrNull(input.endedOn), 'endedOn').to)
  deed.journal({
    verb: 'place.changed',
    kind: 'place',
    id: seen.placeId,
    content: input.name,
    facts: { schedule: facts.scheduleId, servedBy: facts.servedByUnitId, endedOn: input.endedOn ?? null },
  })
  deed.changed('organisation')
  indexLater(deed, 'place', seen.placeId)
  return { placeId: seen.placeId, version: seen.version + 1 }
}

async function knownFacts(
  deed: Deed,
  input: Static<typeof ChangePlace> | Static<typeof AddPlace>,
): Promise<PlaceFacts> {
  if (input.scheduleId) await storedVersions(deed, input.scheduleId)
  if (input.servedByUnitId) await knownPlacements(deed, input.servedByUnitId)
  return {
    name: input.name,
    saidAt: input.saidAt ?? null,
    address: input.address ?? null,
    scheduleId: input.scheduleId ?? null,
    servedByUnitId: input.servedByUnitId ?? null,
  }
}
