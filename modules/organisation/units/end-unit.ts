// A unit ends on a day: what belongs to it ends with it, what is beneath it must have found another place first.
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { indexLater } from '../index-entries.ts'
import { date } from '../versioned.ts'
import { knownPlacements } from './add-unit.ts'
import type { EndUnit } from './contract.ts'
import type { SeenUnit } from './place-unit.ts'
import {
  countUnitVersion,
  endPlacement,
  endWithUnit,
  hangingsBeneath,
  isCustomerFrom,
  lockTree,
  lockUnit,
  removePlacement,
} from './store.ts'
import { refuseOrphans } from './unit.ts'

export async function endUnit(deed: Deed, seen: SeenUnit, input: Static<typeof EndUnit>): Promise<SeenUnit> {
  allow(deed.actor, 'organisation.edit')
  await lockTree(deed)
  await lockUnit(deed, seen.unitId, seen.version)
  const on = date(input.on)
  const { compare } = Temporal.PlainDate
  const placements = await knownPlacements(deed, seen.unitId)
  if (compare(on, placements[0]?.from ?? on) <= 0)
    refuse({
      code: 'end_before_beginning',
      status: 422,
      field: 'on',
      sv: 'Enheten finns inte före den dagen. Välj en senare dag.',
      en: 'The unit does not exist before that day. Choose a later day.',
    })
  refuseOrphans(await hangingsBeneath(deed, seen.unitId), on)
  if (await isCustomerFrom(deed, seen.unitId, on))
    refuse({
      code: 'unit_is_customer',
      status: 409,
      field: 'on',
      sv: 'Enheten är märkt som kund den dagen eller senare. Avsluta kunden först.',
      en: 'The unit is marked as customer on that day or later. End the customer first.',
    })
  for (const one of placements) {
    if (compare(one.from, on) >= 0) await removePlacement(deed, seen.unitId, one.from)
    else if (one.to === null || compare(one.to, on) > 0) await endPlacement(deed, seen.unitId, one.from, on)
  }
  const ended = await endWithUnit(deed, seen.unitId, on)
  await countUnitVersion(deed, seen.unitId)
  deed.journal({ verb: 'unit.ended', kind: 'unit', id: seen.unitId, facts: { on: on.toString(), ended } })
  deed.changed('organisation')
  indexLater(deed, 'unit', seen.unitId)
  return { unitId: seen.unitId, version: seen.version + 1 }
}
