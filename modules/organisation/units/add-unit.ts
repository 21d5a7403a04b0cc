// A new unit from a day, without any change of code (TY-045): it can be chosen from that day and not before.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { indexLater } from '../index-entries.ts'
import { date, entered } from '../versioned.ts'
import type { AddUnit } from './contract.ts'
import { unitByCode } from './queries.ts'
import { insertPlacement, insertUnit, lockTree, periodFacts, placementsOf } from './store.ts'
import { refuseMissingParent, refuseRootBeneath } from './unit.ts'

export async function addUnit(deed: Deed, input: Static<typeof AddUnit>, origin = entered): Promise<{ unitId: Id }> {
  allow(deed.actor, 'organisation.edit')
  await lockTree(deed)
  if (await unitByCode(deed, input.code))
    refuse({
      code: 'unit_exists',
      status: 409,
      field: 'code',
      sv: 'Det finns redan en enhet med den koden. Välj en annan kod.',
      en: 'There is already a unit with that code. Choose another code.',
    })
  const during = { from: date(input.from), to: null }
  const parentUnitId = input.parentUnitId ?? null
  refuseRootBeneath(input.kind, parentUnitId)
  const partyId = input.partyId ?? (await partyOfParent(deed, parentUnitId, during.from))
  if (parentUnitId !== null) refuseMissingParent(await knownPlacements(deed, parentUnitId), during)
  const unitId = deed.newId()
  await insertUnit(deed, { unitId, code: input.code, shortName: input.shortName ?? null, origin })
  await insertPlacement(deed, {
    unitId,
    parentUnitId,
    partyId,
    kind: input.kind,
    name: input.name,
    headTitle: input.headTitle ?? null,
    origin,
    ...during,
  })
  deed.journal({
    verb: 'unit.added',
    kind: 'unit',
    id: unitId,
    content: input.name,
    facts: { ...periodFacts(during), code: input.code, parentUnitId, partyId, kind: input.kind },
  })
  deed.changed('organisation')
  indexLater(deed, 'unit', unitId)
  return { unitId }
}

async function partyOfParent(deed: Deed, parentUnitId: Id | null, on: Temporal.PlainDate): Promise<Id> {
  const placements = parentUnitId === null ? [] : await knownPlacements(deed, parentUnitId)
  const at = placements.findLast((one) => Temporal.PlainDate.compare(one.from, on) <= 0) ?? placements[0]
  return (
    at?.partyId ??
    refuse({
      code: 'party_missing',
      status: 422,
      field: 'partyId',
      sv: 'Välj vilken nämnd eller vilket bolag enheten hör till, eller en överordnad enhet.',
      en: 'Choose the board or company the unit belongs to, or a parent unit.',
    })
  )
}

export async function knownPlacements(deed: Deed, unitId: Id) {
  const placements = await placementsOf(deed, unitId)
  return placements.length > 0 ? placements : notFound()
}
