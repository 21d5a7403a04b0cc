import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '#basics/period'
import { contains } from '#basics/period'
import type { Hanging } from './unit.ts'
import { firstDayOfCycle, firstGap, lineOf, planPlacement, refuseOrphans, refuseRootBeneath, treeOf } from './unit.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const during = (from: string, to: string | null = null): Period => ({
  from: day(from),
  to: to === null ? null : day(to),
})
const hangs = (
  unitId: string,
  parentUnitId: string | null,
  from = '2010-01-01',
  to: string | null = null,
): Hanging => ({
  unitId,
  parentUnitId,
  ...during(from, to),
})

describe('a new placement', () => {
  const former = [during('2011-01-01', '2012-01-01'), during('2012-01-01')]

  test('ends the one it takes over from, and lasts until the next that is planned', () => {
    const plan = planPlacement(former, day('2011-06-01'))
    expect(plan.shortened).toEqual([former[0]])
    expect(plan.replaced).toBeNull()
    expect(plan.period).toEqual(during('2011-06-01', '2012-01-01'))
  })

  test('takes the row of one that began the same day', () => {
    const plan = planPlacement(former, day('2012-01-01'))
    expect(plan).toMatchObject({ shortened: [], replaced: former[1], period: during('2012-01-01') })
  })

  test('is refused on a day when the unit is not there', () => {
    expect(() => planPlacement(former, day('2010-12-31'))).toThrow(expect.objectContaining({ code: 'unit_not_there' }))
  })
})

describe('no unit beneath itself', () => {
  test('not directly, not through others', () => {
    const tree = [hangs('a', null), hangs('b', 'a'), hangs('c', 'b')]
    expect(firstDayOfCycle(tree, 'a', 'c', during('2012-01-01'))).toEqual(day('2012-01-01'))
    expect(firstDayOfCycle(tree, 'c', 'a', during('2012-01-01'))).toBeNull()
    expect(firstDayOfCycle(tree, 'a', 'a', during('2012-01-01'))).toEqual(day('2012-01-01'))
  })

  test('on a later day too: c moves beneath a only in 2013, so a may be beneath c until then', () => {
    const tree = [hangs('r', null), hangs('c', 'r', '2010-01-01', '2013-01-01'), hangs('c', 'a', '2013-01-01')]
    expect(firstDayOfCycle(tree, 'a', 'c', during('2012-01-01', '2013-01-01'))).toBeNull()
    expect(firstDayOfCycle(tree, 'a', 'c', during('2012-01-01'))).toEqual(day('2013-01-01'))
  })

  test('what is refused is exactly what has a cycle on some day', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const start = day('2012-01-01')
    const at = (n: number) => start.add({ days: n })
    const moves = fc.array(
      fc.record({ unit: fc.nat(4), parent: fc.nat(4), from: fc.nat(9), length: fc.integer({ min: 1, max: 10 }) }),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(moves, (asked) => {
        // parents[d][u]: where u hangs on day d; a move is done only when the rule lets it
        const parents = Array.from({ length: 20 }, () => new Map<string, string>())
        const cyclic = (row: Map<string, string>) =>
          names.some((name) => {
            let up = row.get(name)
            for (let n = 0; up !== undefined && n < 10; n += 1) {
              if (up === name) return true
              up = row.get(up)
            }
            return false
          })
        for (const move of asked) {
          const [unit = '', parent = ''] = [names[move.unit], names[move.parent]]
          const to = Math.min(20, move.from + move.length)
          const hangings = parents.flatMap((row, n) =>
            [...row].map(([unitId, parentUnitId]) => ({ unitId, parentUnitId, from: at(n), to: at(n + 1) })),
          )
          const found = firstDayOfCycle(hangings, unit, parent, { from: at(move.from), to: at(to) })
          const tried = parents.map((row, n) => (n >= move.from && n < to ? new Map(row).set(unit, parent) : row))
          const first = tried.findIndex(cyclic)
          expect(found?.toString() ?? null).toBe(first === -1 ? null : at(first).toString())
          if (!found) parents.splice(0, 20, ...tried)
        }
      }),
    )
  })
})

describe('a parent is there as long as its children', () => {
  test('the first day nobody answers for', () => {
    expect(firstGap([during('2011-01-01', '2012-01-01'), during('2012-01-01')], during('2011-06-01'))).toBeNull()
    expect(firstGap([during('2011-01-01', '2012-01-01')], during('2011-06-01'))).toEqual(day('2012-01-01'))
    expect(firstGap([during('2011-01-01', '2012-01-01')], during('2011-06-01', '2012-01-01'))).toBeNull()
    expect(firstGap([during('2012-01-01')], during('2011-06-01'))).toEqual(day('2011-06-01'))
    expect(firstGap([], during('2011-06-01'))).toEqual(day('2011-06-01'))
    expect(firstGap([during('2013-01-01'), during('2011-01-01', '2012-01-01')], during('2011-06-01'))).toEqual(
      day('2012-01-01'),
    )
  })

  test('every day before the gap is covered and the gap is not', () => {
    const base = day('2012-01-01')
    const span = fc.record({ from: fc.nat(30), length: fc.integer({ min: 1, max: 15 }) }).map(({ from, length }) => ({
      from: base.add({ days: from }),
      to: base.add({ days: from + length }),
    }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), span, (placements, asked) => {
        const gap = firstGap(placements, asked)
        const covered = (date: Temporal.PlainDate) => placements.some((one) => contains(one, date))
        for (let d = asked.from; Temporal.PlainDate.compare(d, gap ?? asked.to) < 0; d = d.add({ days: 1 }))
          expect(covered(d)).toBe(true)
        if (gap) expect(covered(gap)).toBe(false)
      }),
    )
  })

  test('a unit with others beneath it cannot end', () => {
    expect(() =>
      refuseOrphans([hangs('b', 'a', '2010-01-01', '2012-01-01'), hangs('c', 'a')], day('2012-01-01')),
    ).toThrow(/One unit/)
    expect(() => refuseOrphans([hangs('b', 'a', '2010-01-01', '2012-01-01')], day('2012-01-01'))).not.toThrow()
  })

  test('a root has no parent', () => {
    expect(() => refuseRootBeneath('root', 'a')).toThrow(expect.objectContaining({ code: 'root_has_parent' }))
    expect(() => refuseRootBeneath('administration', null)).not.toThrow()
  })
})

test('the tree of a day, and the line from a unit to its root', () => {
  const units = [hangs('a', null), hangs('b', 'a'), hangs('c', 'b'), hangs('d', 'gone')].map((one) => ({
    ...one,
    name: one.unitId,
  }))
  const tree = treeOf(units)
  expect(tree.map((branch) => branch.unit.name)).toEqual(['a', 'd'])
  expect(tree[0]?.children[0]?.children[0]?.unit.name).toBe('c')
  expect(lineOf(new Map(units.map((one) => [one.unitId, one])), 'c').map((one) => one.name)).toEqual(['c', 'b', 'a'])
})
