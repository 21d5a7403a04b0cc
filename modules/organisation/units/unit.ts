// The rules of a unit's place in the dated tree: a new placement ends the former, a parent is there on every day its
// children are, and no unit is beneath itself on any day.
import type { Id } from '#basics/id'
import type { Period } from '#basics/period'
import { contains, intersection, overlaps } from '#basics/period'
import { refuse } from '#basics/refusal'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export const unitKinds = [
  'root',
  'office',
  'department',
  'unit',
  'staff_post',
  'functional_group',
  'administration',
  'school',
  'workplace',
  'project',
  'purchaser_function',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** Where a unit hangs, from–to. */
export interface Hanging extends Period {
  readonly unitId: Id
  readonly parentUnitId: Id | null
}

export interface PlacementPlan<P extends Period> {
  /** Placements that end on the day the new one begins. */
  readonly shortened: readonly P[]
  /** A placement that began the same day: the new one takes its row. */
  readonly replaced: P | null
  /** The new one lasts until the next that is already planned, or as long as the one it takes over from. */
  readonly period: Period
}

/** How a new placement from a day fits among those there are. A day between two placements is not the unit's. */
export function planPlacement<P extends Period>(existing: readonly P[], from: PlainDate): PlacementPlan<P> {
  const current = existing.find((one) => contains(one, from))
  if (!current)
    return refuse({
      code: 'unit_not_there',
      status: 422,
      field: 'from',
      sv: 'Enheten finns inte den dagen. Välj en dag då den finns.',
      en: 'The unit does not exist on that day. Choose a day when it does.',
    })
  const same = current.from.equals(from)
  return { shortened: same ? [] : [current], replaced: same ? current : null, period: { from, to: current.to } }
}

/** The first day on which `unitId`, hung beneath `parentId` during the period, would be beneath itself. */
export function firstDayOfCycle(
  hangings: readonly Hanging[],
  unitId: Id,
  parentId: Id,
  during: Period,
): PlainDate | null {
  const byUnit = Map.groupBy(hangings, (one) => one.unitId)
  // Bounded by the tree's depth: until now it has no cycle, so no walk meets the same unit twice on a day.
  const walk = (at: Id, period: Period, depth: number): PlainDate | null => {
    if (at === unitId) return period.from
    if (depth > deepest) return period.from
    let first: PlainDate | null = null
    for (const hanging of byUnit.get(at) ?? []) {
      const within = hanging.parentUnitId === null ? null : intersection(hanging, period)
      const found = within && hanging.parentUnitId ? walk(hanging.parentUnitId, within, depth + 1) : null
      if (found && (!first || compare(found, first) < 0)) first = found
    }
    return first
  }
  return walk(parentId, during, 0)
}

/** Deeper trees are a mistake of entry: the deepest of the documents has seven levels. */
const deepest = 30

export function refuseCycle(hangings: readonly Hanging[], unitId: Id, parentId: Id, during: Period): void {
  const day = firstDayOfCycle(hangings, unitId, parentId, during)
  if (day)
    refuse({
      code: 'unit_beneath_itself',
      status: 409,
      field: 'parentUnitId',
      sv: `Enheten skulle då ligga under sig själv den ${day}. Välj en annan överordnad enhet.`,
      en: `The unit would then be beneath itself on ${day}. Choose another parent unit.`,
    })
}

/** The first day of the period on which none of the placements holds, or null when they cover it all. */
export function firstGap(placements: readonly Period[], during: Period): PlainDate | null {
  let day = during.from
  for (const one of [...placements].sort((a, b) => compare(a.from, b.from))) {
    if (one.to !== null && compare(one.to, day) <= 0) continue
    if (compare(one.from, day) > 0) break
    if (one.to === null || (during.to !== null && compare(one.to, during.to) >= 0)) return null
    day = one.to
  }
  return during.to !== null && compare(day, during.to) >= 0 ? null : day
}

export function refuseMissingParent(parentPlacements: readonly Period[], during: Period): void {
  const day = firstGap(parentPlacements, during)
  if (day)
    refuse({
      code: 'parent_not_there',
      status: 409,
      field: 'parentUnitId',
      sv: `Den överordnade enheten finns inte den ${day}. Välj en annan enhet eller en annan dag.`,
      en: `The parent unit does not exist on ${day}. Choose another unit or another day.`,
    })
}

/** A unit that still has units beneath it on or after the day cannot end that day. */
export function refuseOrphans(children: readonly Hanging[], on: PlainDate): void {
  const after: Period = { from: on, to: null }
  const left = new Set(children.filter((child) => overlaps(child, after)).map((child) => child.unitId)).size
  if (left > 0)
    refuse({
      code: 'unit_has_children',
      status: 409,
      field: 'on',
      sv: `${left === 1 ? 'En enhet ligger' : `${left} enheter ligger`} under enheten den dagen eller senare. Flytta eller avsluta först.`,
      en: `${left === 1 ? 'One unit is' : `${left} units are`} beneath this unit on that day or later. Move or end first.`,
    })
}

/** A root unit stands on its own; a unit of any other kind may, where the tree of its party begins with it. */
export function refuseRootBeneath(kind: UnitKind, parentUnitId: Id | null): void {
  if (kind === 'root' && parentUnitId !== null)
    refuse({
      code: 'root_has_parent',
      status: 422,
      field: 'parentUnitId',
      sv: 'En rotenhet har ingen överordnad enhet. Välj en annan sort eller ta bort den överordnade.',
      en: 'A root unit has no parent. Choose another kind or remove the parent.',
    })
}

// --------------------------------------------------------------------------------------------------- the tree of a day

export interface TreeUnit {
  readonly unitId: Id
  readonly parentUnitId: Id | null
  readonly name: string
}

export interface Branch<U extends TreeUnit> {
  readonly unit: U
  readonly children: readonly Branch<U>[]
}

/** The roots with their branches, brothers and sisters in the order of the rows. */
export function treeOf<U extends TreeUnit>(units: readonly U[]): readonly Branch<U>[] {
  const known = new Set(units.map((unit) => unit.unitId))
  const byParent = Map.groupBy(units, (unit) =>
    unit.parentUnitId !== null && known.has(unit.parentUnitId) ? unit.parentUnitId : '',
  )
  const branches = (parent: string, depth: number): Branch<U>[] =>
    depth > deepest
      ? []
      : (byParent.get(parent) ?? []).map((unit) => ({ unit, children: branches(unit.unitId, depth + 1) }))
  return branches('', 0)
}

/** The unit and its ancestors, nearest first. */
export function lineOf<U extends TreeUnit>(units: ReadonlyMap<Id, U>, unitId: Id): readonly U[] {
  const line: U[] = []
  for (
    let at = units.get(unitId);
    at && line.length <= deepest;
    at = at.parentUnitId ? units.get(at.parentUnitId) : undefined
  )
    line.push(at)
  return line
}
