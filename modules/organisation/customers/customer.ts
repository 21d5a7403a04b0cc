// The rules of a customer (beställande kund): a unit marked from a date; every unit belongs to the nearest marked one
// above it, at most one; a branch without any cannot order priced services (model.md §2).
import type { Id } from '#basics/id'

export const settlements = ['posting', 'invoice'] as const
export type Settlement = (typeof settlements)[number]

export interface OrderingUnit {
  readonly unitId: Id
  readonly parentUnitId: Id | null
  readonly name: string
  /** The customer this very unit is marked as, on the day. */
  readonly customerId: Id | null
}

export interface UnmarkedBranch {
  readonly unitId: Id
  readonly name: string
  /** Units that cannot order, this one included. */
  readonly units: number
  /** Units beneath are marked: only this unit itself, and its people, cannot order. */
  readonly partly: boolean
  readonly unitIds: readonly Id[]
}

/** The branches that have no customer: each whole one by its top, and each unit that only has marked units beneath it. */
export function unmarkedBranches(units: readonly OrderingUnit[]): readonly UnmarkedBranch[] {
  const known = new Set(units.map((unit) => unit.unitId))
  const parentOf = (unit: OrderingUnit): Id | null =>
    unit.parentUnitId !== null && known.has(unit.parentUnitId) ? unit.parentUnitId : null
  const children = Map.groupBy(units, parentOf)
  const branches: UnmarkedBranch[] = []
  // Answers with every unit of the branch when none in it is marked, otherwise with null.
  const walk = (unit: OrderingUnit): readonly OrderingUnit[] | null => {
    if (unit.customerId !== null) return null
    const beneath = (children.get(unit.unitId) ?? []).map((child) => ({ child, whole: walk(child) }))
    if (beneath.every((one) => one.whole !== null)) return [unit, ...beneath.flatMap((one) => one.whole ?? [])]
    for (const one of beneath) if (one.whole) branches.push(branchOf(one.child, one.whole, false))
    branches.push(branchOf(unit, [unit], true))
    return null
  }
  for (const root of children.get(null) ?? []) {
    const whole = walk(root)
    if (whole) branches.push(branchOf(root, whole, false))
  }
  const order = new Map(units.map((unit, n) => [unit.unitId, n]))
  return branches.toSorted((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0))
}

function branchOf(unit: OrderingUnit, whole: readonly OrderingUnit[], partly: boolean): UnmarkedBranch {
  return { unitId: unit.unitId, name: unit.name, units: whole.length, partly, unitIds: whole.map((one) => one.unitId) }
}

export interface LegalTies {
  /** party → the party it is a board of or is hosted by, on the day */
  readonly above: ReadonlyMap<Id, Id>
}

/** A board is part of its municipality, a joint board of its host; any other party is its own legal person. */
export function legalPersonOf(ties: LegalTies, partyId: Id): Id {
  let at = partyId
  for (let n = 0; n < 5; n += 1) {
    const above = ties.above.get(at)
    if (above === undefined) return at
    at = above
  }
  return at
}

/** Same legal person as a provider: internal posting; another: invoice. Whoever keeps the register may say otherwise. */
export function usualSettlement(ties: LegalTies, authority: Id, providers: readonly Id[]): Settlement {
  const buyer = legalPersonOf(ties, authority)
  return providers.some((provider) => legalPersonOf(ties, provider) === buyer) ? 'posting' : 'invoice'
}
