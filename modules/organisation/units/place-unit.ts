// A unit gets a new place, name or kind from a day; the former place ends that day and is kept (TY-377).
import type { Id } from '#basics/id'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { indexLater } from '../index-entries.ts'
import { date, entered } from '../versioned.ts'
import { knownPlacements } from './add-unit.ts'
import type { PlaceUnit, RenameUnit } from './contract.ts'
import {
  countUnitVersion,
  endPlacement,
  hangingsAbove,
  insertPlacement,
  lockTree,
  lockUnit,
  periodFacts,
  removePlacement,
} from './store.ts'
import { planPlacement, refuseCycle, refuseMissingParent, refuseRootBeneath } from './unit.ts'

export interface SeenUnit {
  readonly unitId: Id
  readonly version: number
}

export async function placeUnit(
  deed: Deed,
  seen: SeenUnit,
  input: Static<typeof PlaceUnit>,
  origin = entered,
): Promise<SeenUnit> {
  allow(deed.actor, 'organisation.edit')
  await lockTree(deed)
  await lockUnit(deed, seen.unitId, seen.version)
  const plan = planPlacement(await knownPlacements(deed, seen.unitId), date(input.from))
  const former = plan.replaced ?? plan.shortened[0]
  if (!former) throw new Error('a plan without a former placement')
  const placement = {
    unitId: seen.unitId,
    parentUnitId: input.parentUnitId === undefined ? former.parentUnitId : input.parentUnitId,
    partyId: input.partyId ?? former.partyId,
    kind: input.kind ?? former.kind,
    name: input.name ?? former.name,
    headTitle: input.headTitle === undefined ? former.headTitle : input.headTitle,
    origin,
    ...plan.period,
  }
  refuseRootBeneath(placement.kind, placement.parentUnitId)
  if (placement.parentUnitId !== null) {
    refuseMissingParent(await knownPlacements(deed, placement.parentUnitId), plan.period)
    refuseCycle(await hangingsAbove(deed, placement.parentUnitId), seen.unitId, placement.parentUnitId, plan.period)
  }
  if (plan.replaced) await removePlacement(deed, seen.unitId, plan.replaced.from)
  for (const one of plan.shortened) await endPlacement(deed, seen.unitId, one.from, plan.period.from)
  await insertPlacement(deed, placement)
  await countUnitVersion(deed, seen.unitId)
  deed.journal({
    verb: 'unit.placed',
    kind: 'unit',
    id: seen.unitId,
    content: placement.name,
    facts: {
      ...periodFacts(plan.period),
      parentUnitId: placement.parentUnitId,
      formerParentUnitId: former.parentUnitId,
      partyId: placement.partyId,
      kind: placement.kind,
      renamed: placement.name !== former.name,
    },
  })
  deed.changed('organisation')
  indexLater(deed, 'unit', seen.unitId)
  return { unitId: seen.unitId, version: seen.version + 1 }
}

export function renameUnit(deed: Deed, seen: SeenUnit, input: Static<typeof RenameUnit>): Promise<SeenUnit> {
  return placeUnit(deed, seen, input)
}
