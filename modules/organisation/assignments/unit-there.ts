// An assignment or a post stands in a unit that is there all the while.
import type { Period } from '#basics/period'
import { refuse } from '#basics/refusal'
import { firstGap } from '../units/unit.ts'

export function refuseUnitNotThere(placements: readonly Period[], during: Period, field: string): void {
  const day = firstGap(placements, during)
  if (day)
    refuse({
      code: 'unit_not_there',
      status: 422,
      field,
      sv: `Enheten finns inte den ${day}. Välj en annan dag, ange ett slut eller välj en annan enhet.`,
      en: `The unit does not exist on ${day}. Choose another day, give an end or choose another unit.`,
    })
}
