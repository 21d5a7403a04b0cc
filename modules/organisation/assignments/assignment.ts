// The rules of an assignment: the unit is there all the while, one person is responsible for a unit at a time, and a
// change from a day ends the former and begins another, so that who did what when stays readable.
import type { Id } from '#basics/id'
import type { Period } from '#basics/period'
import { overlaps } from '#basics/period'
import { refuse } from '#basics/refusal'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export interface Holding extends Period {
  readonly assignmentId: Id
  readonly personId: Id
  readonly personName: string
  readonly roleId: Id
  readonly responsible: boolean
}

export function refuseDoubleHolding(
  others: readonly Holding[],
  wanted: Period & Pick<Holding, 'personId' | 'roleId'>,
): void {
  const twice = others.find(
    (one) => one.personId === wanted.personId && one.roleId === wanted.roleId && overlaps(one, wanted),
  )
  if (twice)
    refuse({
      code: 'assigned_already',
      status: 409,
      field: 'roleId',
      sv: 'Personen har redan rollen vid enheten under den tiden. Ändra eller avsluta den som finns.',
      en: 'The person already holds the role at the unit during that time. Change or end the existing one.',
    })
}

/** A unit has at most one responsible person on a day (TY-017). */
export function refuseTwoResponsible(others: readonly Holding[], wanted: Period): void {
  const other = others.find((one) => one.responsible && overlaps(one, wanted))
  if (other)
    refuse({
      code: 'responsible_already',
      status: 409,
      field: 'responsible',
      sv: `${other.personName} är redan ansvarig för enheten under den tiden. Ändra det först.`,
      en: `${other.personName} is already responsible for the unit during that time. Change that first.`,
    })
}

/** A day in the assignment's own time on which it may change or, for `ending`, stop. */
export function refuseOutside(period: Period, on: PlainDate, field: string): void {
  if (compare(on, period.from) < 0 || (period.to !== null && compare(on, period.to) >= 0))
    refuse({
      code: 'outside_assignment',
      status: 422,
      field,
      sv: `Uppdraget gäller från ${period.from}${period.to ? ` till ${period.to}` : ''}. Välj en dag däremellan.`,
      en: `The assignment holds from ${period.from}${period.to ? ` to ${period.to}` : ''}. Choose a day between.`,
    })
}
