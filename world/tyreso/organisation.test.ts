// The organisation of the world: counts as printed, references that resolve, and what must not be there.
import { describe, expect, test } from 'vitest'
import { customerOf } from './casting.ts'
import { customers, mandateAssignments, mandates, seats } from './customers.ts'
import { places, schedules } from './opening-hours.ts'
import { parties, supportLines, units } from './organisation.ts'
import { assignments, people } from './people.ts'
import { posts, printedStaffing } from './posts.ts'
import { bundles, roleVersions } from './roles.ts'
import { units as allUnits } from './organisation.ts'

const unitKeys = new Set(units.map((unit) => unit.key))
const personKeys = new Set(people.map((person) => person.key))
const everyAssignment = [...assignments, ...mandateAssignments]

function placementOn(unit: string, date: string) {
  const found = units.find((row) => row.key === unit)?.placements
  return found?.filter((row) => row.from <= date && (row.to === null || date < row.to)) ?? []
}

function childrenOf(parent: string, date: string, kind: string): readonly string[] {
  return units
    .filter((unit) => placementOn(unit.key, date).some((row) => row.parent === parent && row.kind === kind))
    .map((unit) => unit.key)
}

describe('the tree', () => {
  test('the office has three departments, three units of its own, two staff posts and six sub-units', () => {
    const day = '2012-10-03'
    const departments = childrenOf('kit', day, 'department')
    expect(departments).toEqual(['ekonomi-redovisning', 'personal-lon', 'fastighet-kontorsservice'])
    expect(childrenOf('kit', day, 'unit')).toEqual(['it', 'upphandling', 'kansli'])
    expect(childrenOf('kit', day, 'staff_post')).toHaveLength(2)
    expect(departments.flatMap((department) => childrenOf(department, day, 'unit')).toSorted()).toEqual(
      ['ekonomer', 'redovisning', 'personal', 'lon', 'fastighet', 'kontorsservice'].toSorted(),
    )
  })

  test('caretaking stands elsewhere on 2011-12-31 and in the property department the day after', () => {
    expect(placementOn('kontorsservice', '2011-12-31').map((row) => row.parent)).toEqual(['ksk'])
    expect(placementOn('kontorsservice', '2012-01-01').map((row) => row.parent)).toEqual(['fastighet-kontorsservice'])
  })

  test('every unit has at most one placement a day, a known parent and a party', () => {
    const partyKeys = new Set(parties.map((party) => party.key))
    for (const unit of allUnits) {
      expect(partyKeys, unit.key).toContain(unit.party)
      for (const row of unit.placements) {
        if (row.parent !== null) expect(unitKeys, `${unit.key} under ${row.parent}`).toContain(row.parent)
        expect(placementOn(unit.key, row.from), unit.key).toHaveLength(1)
        expect(row.name.sv && row.name.en, unit.key).toBeTruthy()
      }
    }
  })

  test('six functional groups of IT, each with one responsible, and people in more than one', () => {
    const groups = childrenOf('it', '2012-10-03', 'functional_group')
    expect(groups).toHaveLength(6)
    for (const group of groups)
      expect(
        assignments.filter((row) => row.unit === group && row.responsible),
        group,
      ).toHaveLength(1)
    const perPerson = Map.groupBy(
      assignments.filter((row) => groups.includes(row.unit)),
      (row) => row.person,
    )
    expect([...perPerson.values()].filter((rows) => rows.length > 1).length).toBeGreaterThan(2)
    expect(supportLines.flatMap((line) => line.units).toSorted()).toEqual([...groups].toSorted())
  })
})

describe('people', () => {
  test('keys, mail addresses and telephone numbers are unique, and nobody has a real address', () => {
    for (const column of ['key', 'email', 'phone'] as const)
      expect(new Set(people.map((person) => person[column])).size).toBe(people.length)
    for (const person of people) expect(person.email).toMatch(/^[a-z]+\.[a-z]+@tyreso\.example$/)
    expect(people.length).toBeGreaterThan(65)
    expect(people.length).toBeLessThan(100)
  })

  test('nothing about health, sick leave or subsidy is kept on a person', () => {
    // TY-014. The two caretakers' subsidy of line 1285 must not follow into the world.
    const text = JSON.stringify([people, everyAssignment, seats])
    expect(text).not.toMatch(/lönebidrag|bidrag|subsid|health|hälso|sjuk|sick|diagnos|rehab|personnummer/i)
    const columns = new Set(people.flatMap((person) => Object.keys(person)))
    expect([...columns].toSorted()).toEqual(
      ['email', 'family', 'given', 'key', 'kind', 'origin', 'phone', 'protected'].toSorted(),
    )
  })

  test('every assignment names a person, a unit and a role in force, and nobody works more than full time', () => {
    for (const row of everyAssignment) {
      expect(personKeys, row.person).toContain(row.person)
      expect(unitKeys, row.unit).toContain(row.unit)
      const versions = roleVersions.filter((version) => version.role === row.role)
      expect(
        versions.some((version) => version.from <= row.from && (version.to === null || row.from < version.to)),
        row.role,
      ).toBe(true)
    }
    for (const person of people) {
      const share = assignments
        .filter((row) => row.person === person.key)
        .reduce((sum, row) => sum + row.sharePercent, 0)
      expect(share, person.key).toBeLessThanOrEqual(100)
      expect(share, person.key).toBeGreaterThan(0)
    }
  })

  test('the trainee has an end date and a mentor in the same unit', () => {
    const trainees = assignments.filter((row) => row.role === 'praktikant')
    expect(trainees).toHaveLength(1)
    for (const row of trainees) {
      expect(row.to).not.toBeNull()
      expect(assignments.some((other) => other.person === row.mentor && other.unit === row.unit)).toBe(true)
      expect(people.find((person) => person.key === row.person)?.kind).toBe('trainee')
    }
  })
})

describe('roles', () => {
  test('role and version are unique, bundles exist, predecessors exist and are older models', () => {
    const keys = roleVersions.map((version) => `${version.role}/${version.version}`)
    expect(new Set(keys).size).toBe(keys.length)
    const known = new Set(roleVersions.map((version) => version.role))
    for (const version of roleVersions) {
      expect(bundles.map((bundle) => bundle.key)).toContain(version.bundle)
      for (const before of version.predecessors) expect(known, before.role).toContain(before.role)
    }
    const analyst = roleVersions.find((version) => version.role === 'kravanalytiker' && version.version === 2)
    expect(analyst?.predecessors).toEqual([{ role: 'forandringsansvarig', basis: 'stated' }])
    expect(analyst?.from).toBe('2014-01-01')
  })

  test('versions of one role follow each other without overlap', () => {
    for (const versions of Map.groupBy(roleVersions, (version) => version.role).values()) {
      const ordered = versions.toSorted((a, b) => a.version - b.version)
      for (const [i, version] of ordered.entries()) {
        const next = ordered[i + 1]
        if (next !== undefined) expect(version.to, version.role).toBe(next.from)
      }
    }
  })

  test('every bundle has a seat or a holder', () => {
    const held = new Set(
      everyAssignment.map((row) => roleVersions.find((version) => version.role === row.role)?.bundle),
    )
    for (const bundle of bundles) expect(held, bundle.key).toContain(bundle.key)
  })
})

describe('customers', () => {
  test('seven customers, and every workplace resolves to at most one', () => {
    expect(customers).toHaveLength(7)
    for (const unit of units) {
      if (placementOn(unit.key, '2012-10-03').length === 0) continue
      const customer = customerOf(unit.key, '2012-10-03')
      if (customer !== null) expect(customers.map((row) => row.unit)).toContain(customer)
    }
    expect(customerOf('sof-bistand', '2012-10-03')).toBe('sof')
    expect(customerOf('kontorsservice', '2011-12-31')).toBe('ksk')
    expect(customerOf('kontorsservice', '2012-01-01')).toBe('kit')
  })

  test('each customer has purchasers with a limit and exactly one coordinator every day of 2012', () => {
    for (const { unit } of customers) {
      expect(mandates.filter((row) => row.customer === unit && row.kind === 'purchaser').length, unit).toBeGreaterThan(
        0,
      )
      for (const date of ['2012-01-01', '2012-06-30', '2012-07-01', '2012-10-03', '2012-12-31']) {
        const coordinators = mandates.filter(
          (row) =>
            row.customer === unit &&
            row.kind === 'coordinator' &&
            row.from <= date &&
            (row.to === null || date < row.to),
        )
        expect(coordinators, `${unit} ${date}`).toHaveLength(1)
      }
    }
    for (const row of mandates) expect(row.limitOre === null).toBe(row.kind === 'coordinator')
  })

  test('every seat of the demonstration can be taken on the day', () => {
    expect(new Set(seats.map((seat) => seat.key)).size).toBe(seats.length)
    for (const seat of seats) {
      const fits = everyAssignment.filter(
        (row) => row.person === seat.person && row.role === seat.role && row.unit === seat.unit,
      )
      expect(
        fits.some((row) => row.from <= '2012-10-03' && (row.to === null || '2012-10-03' < row.to)),
        seat.key,
      ).toBe(true)
    }
  })
})

describe('posts and hours as printed', () => {
  test('procurement is 1.00 + 1.00 + 0.90 + 0.75 = 3.65 and agrees with the printed figure', () => {
    const percent = posts.filter((post) => post.unit === 'upphandling').map((post) => post.percent)
    expect(percent).toEqual([100, 100, 90, 75])
    const printedFte = printedStaffing.find(
      (row) => row.unit === 'upphandling' && row.measure === 'full_time_equivalents',
    )
    expect(printedFte?.hundredths).toBe(365)
  })

  test('the printed head count and the boxes of the chart do not agree, and both are kept', () => {
    const boxes = printedStaffing
      .filter((row) => row.measure === 'chart_box')
      .reduce((sum, row) => sum + row.hundredths, 0)
    expect(boxes).toBe(9900)
    expect(printedStaffing.find((row) => row.unit === 'kit')?.hundredths).toBe(10_100)
    expect(posts.filter((post) => post.state === 'recruiting')).toHaveLength(4)
    expect(posts.filter((post) => post.unit === 'kansli' && post.state === 'vacant')).toHaveLength(1)
    const caretakers = posts.filter((post) => post.unit === 'kontorsservice')
    expect(caretakers).toHaveLength(9)
    expect(caretakers.reduce((sum, post) => sum + (post.percent ?? 0), 0)).toBe(750)
  })

  test('Masten is staffed 70 hours a week and the town hall 43.25, the library has no printed hours', () => {
    const week = (key: string): number =>
      schedules
        .filter((schedule) => schedule.key === key)
        .flatMap((schedule) => schedule.windows)
        .reduce((sum, window) => sum + minutes(window.closes) - minutes(window.opens), 0)
    expect(week('masten')).toBe(70 * 60)
    expect(week('kommunhuset')).toBe(43.25 * 60)
    expect(places.map((place) => [place.key, place.schedule])).toEqual([
      ['kommunhuset', 'kommunhuset'],
      ['masten', 'masten'],
      ['biblioteket', null],
    ])
  })
})

function minutes(time: string): number {
  const [hour, minute] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}
