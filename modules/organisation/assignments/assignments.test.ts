import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { bySeat } from '#platform/identity/reach'
import type { CastName } from '../../../world/scene.ts'
import type { Office } from '../office-for-tests.ts'
import { day, openOffice, refusalOf } from '../office-for-tests.ts'
import { addRole } from '../roles/add-role.ts'
import { addUnit } from '../units/add-unit.ts'
import { assign } from './assign.ts'
import { changeAssignment, endAssignment, moveRole } from './change-assignment.ts'
import { assignmentsOf, peopleOf } from './queries.ts'
import { demonstrationSeats, offerSeat, seatLabel, seatsOf } from './seats.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
const unit = (code: string): Id => office.scene.ids.unit[code] ?? ''
const role = (code: string): Id => office.scene.ids.role[code] ?? ''
const actorOn = (who: CastName, date: string) => office.scene.actor(who, day(date))

describe('TY-017 functional groups', () => {
  test('TY-017 a person in two groups sees both queues; removing one membership leaves the other', async () => {
    const { assignmentId } = await office.does('admin', (deed) =>
      assign(deed, {
        personId: office.scene.ids.person.itAgent,
        roleId: role('agent'),
        unitId: unit('it-natverk'),
        from: '2012-04-01',
        sharePercent: 30,
      }),
    )
    expect(new Set((await actorOn('itAgent', '2012-04-02')).unitIds)).toEqual(
      new Set([unit('it-servicedesk'), unit('it-natverk')]),
    )
    await office.does('admin', (deed) => endAssignment(deed, { assignmentId, version: 1 }, { on: '2012-09-01' }))
    expect((await actorOn('itAgent', '2012-08-31')).unitIds).toHaveLength(2)
    expect((await actorOn('itAgent', '2012-09-01')).unitIds).toEqual([unit('it-servicedesk')])
  })

  test('TY-017 each group has one responsible person at a time', async () => {
    const make = (who: 'itAgent' | 'itSpecialist', from: string, to: string | null) =>
      office.does('admin', (deed) =>
        assign(deed, {
          personId: office.scene.ids.person[who],
          roleId: role('unit_manager'),
          unitId: unit('it-natverk'),
          from,
          to,
          responsible: true,
        }),
      )
    await make('itSpecialist', '2012-01-01', '2012-07-01')
    expect(await refusalOf(make('itAgent', '2012-06-01', null))).toMatchObject({
      code: 'responsible_already',
      status: 409,
      field: 'responsible',
    })
    await make('itAgent', '2012-07-01', null)
    const responsible = async (date: string) =>
      (await office.reads('employee', (view) => peopleOf(view, unit('it-natverk'), day(date)))).find(
        (one) => one.responsible,
      )?.personName
    expect([await responsible('2012-06-30'), await responsible('2012-07-01')]).toEqual(['Tora Nät', 'Ivar Tegel'])
  })
})

describe('TY-034 a role moves between units', () => {
  test('TY-034 moved on a date the holder is the same, with the same share, the same rights and the same seat', async () => {
    const { ids } = office.scene
    const { roleId } = await office.does('admin', (deed) =>
      addRole(deed, {
        code: 'it-kundansvarig',
        name: 'IT-kundansvarig',
        rights: ['case.register', 'customer.manage'],
        from: '2012-01-01',
      }),
    )
    const { unitId: best } = await office.does('admin', (deed) =>
      addUnit(deed, {
        code: 'best-it',
        from: '2012-01-01',
        parentUnitId: unit('kit'),
        kind: 'project',
        name: 'BEST-IT',
      }),
    )
    const { assignmentId } = await office.does('admin', (deed) =>
      assign(deed, { personId: ids.person.controller, roleId, unitId: best, from: '2012-01-01', sharePercent: 50 }),
    )
    const { moved } = await office.does('admin', (deed) =>
      moveRole(deed, { roleId, fromUnitId: best, toUnitId: unit('it'), from: '2013-01-01' }),
    )
    expect(moved).toMatchObject([{ personId: ids.person.controller }])
    // the seat that was chosen before the move is still the seat after it
    const seated = (date: string) =>
      bySeat(office.scene.floor, office.scene.tenant, {
        accountId: ids.account.controller,
        personId: ids.person.controller,
        seatId: assignmentId,
        day: day(date),
      })
    const [before, after] = [await seated('2012-12-31'), await seated('2013-01-01')]
    expect(before).toMatchObject({ seatId: assignmentId, unitIds: [best] })
    expect(after).toMatchObject({ seatId: moved[0]?.assignmentId })
    expect(after?.unitIds).toContain(unit('it'))
    expect(after?.unitIds).not.toContain(best)
    expect(after?.rights).toEqual(before?.rights)
    const holders = async (where: Id, date: string) =>
      (await office.reads('employee', (view) => peopleOf(view, where, day(date)))).filter(
        (one) => one.roleId === roleId,
      )
    expect(await holders(unit('it'), '2013-01-01')).toMatchObject([
      { personId: ids.person.controller, roleName: 'IT-kundansvarig', sharePercent: 50 },
    ])
    expect(await holders(best, '2013-01-01')).toEqual([])
    expect(await holders(best, '2012-12-31')).toHaveLength(1)
  })

  test('TY-034 a second move follows the same chain, and a move of nobody is refused', async () => {
    const { ids } = office.scene
    const { roleId } = await office.does('admin', (deed) =>
      addRole(deed, { code: 'matris', name: 'Matrisroll', rights: [], from: '2012-01-01' }),
    )
    const { assignmentId } = await office.does('admin', (deed) =>
      assign(deed, { personId: ids.person.proposer, roleId, unitId: unit('it'), from: '2012-01-01', sharePercent: 50 }),
    )
    await office.does('admin', (deed) =>
      moveRole(deed, { roleId, fromUnitId: unit('it'), toUnitId: unit('kit'), from: '2012-06-01' }),
    )
    await office.does('admin', (deed) =>
      moveRole(deed, { roleId, fromUnitId: unit('kit'), toUnitId: unit('lon'), from: '2012-09-01' }),
    )
    const seated = await bySeat(office.scene.floor, office.scene.tenant, {
      accountId: ids.account.proposer,
      personId: ids.person.proposer,
      seatId: assignmentId,
      day: day('2012-10-01'),
    })
    expect(seated?.unitIds).toEqual([unit('lon')])
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          moveRole(deed, { roleId, fromUnitId: unit('it'), toUnitId: unit('kit'), from: '2012-12-01' }),
        ),
      ),
    ).toMatchObject({ code: 'nobody_to_move' })
  })
})

describe('an assignment', () => {
  test('a change from a day keeps what was; the same day changes the row itself', async () => {
    const { person } = office.scene.ids
    const { assignmentId } = await office.does('admin', (deed) =>
      assign(deed, {
        personId: person.teacher,
        roleId: role('employee'),
        unitId: unit('skola'),
        from: '2012-05-01',
        sharePercent: 100,
      }),
    )
    const same = await office.does('admin', (deed) =>
      changeAssignment(deed, { assignmentId, version: 1 }, { from: '2012-05-01', title: 'Förstelärare' }),
    )
    expect(same.assignmentId).toBe(assignmentId)
    const next = await office.does('admin', (deed) =>
      changeAssignment(deed, { assignmentId, version: 2 }, { from: '2012-08-01', sharePercent: 50 }),
    )
    expect(next.assignmentId).not.toBe(assignmentId)
    const rows = (await office.reads('admin', (view) => assignmentsOf(view, person.teacher))).filter(
      (one) => one.unitId === unit('skola'),
    )
    expect(rows.map((one) => [one.validFrom, one.validTo, one.sharePercent, one.title])).toEqual([
      ['2012-08-01', null, 50, 'Förstelärare'],
      ['2012-05-01', '2012-08-01', 100, 'Förstelärare'],
    ])
    expect(
      await refusalOf(
        office.does('admin', (deed) => changeAssignment(deed, { assignmentId, version: 2 }, { from: '2012-07-01' })),
      ),
    ).toMatchObject({ status: 412 })
    expect(
      await refusalOf(
        office.does('admin', (deed) => endAssignment(deed, { assignmentId, version: 3 }, { on: '2012-09-01' })),
      ),
    ).toMatchObject({ code: 'outside_assignment' })
  })

  test('is refused twice, before its unit or its role, and without the right', async () => {
    const { person } = office.scene.ids
    const give = (who: CastName, from: string, roleCode = 'agent', unitId = unit('kontorsservice')) =>
      office.does(who, (deed) => assign(deed, { personId: person.agent, roleId: role(roleCode), unitId, from }))
    expect(await refusalOf(give('admin', '2012-05-01'))).toMatchObject({ code: 'assigned_already' })
    expect(await refusalOf(give('admin', '2009-05-01', 'controller'))).toMatchObject({ code: 'unit_not_there' })
    const { unitId } = await office.does('admin', (deed) =>
      addUnit(deed, {
        code: 'forr-i-tiden',
        from: '2012-06-01',
        parentUnitId: unit('kit'),
        kind: 'unit',
        name: 'Senare',
      }),
    )
    expect(await refusalOf(give('admin', '2012-05-01', 'agent', unitId))).toMatchObject({
      code: 'unit_not_there',
      field: 'from',
    })
    expect(await refusalOf(give('manager', '2012-05-01', 'controller'))).toMatchObject({ status: 403 })
    const other = await openOffice()
    expect(
      await refusalOf(
        other.does('admin', (deed) =>
          assign(deed, { personId: person.agent, roleId: role('agent'), unitId, from: '2012-07-01' }),
        ),
      ),
    ).toMatchObject({ status: 404 })
  })

  test('the seats of a person, and those a demonstration offers', async () => {
    const { person, seat, account } = office.scene.ids
    expect(await office.reads('payroll', (view) => seatsOf(view, person.payroll))).toEqual([
      { assignmentId: seat.payroll, label: 'agent, Löneenheten', unitId: unit('lon') },
    ])
    await office.does('admin', (deed) =>
      offerSeat(deed, { assignmentId: seat.payroll, position: 1, label: 'Handläggare', firstScreen: '/arenden/ko' }),
    )
    expect(await office.reads('payroll', (view) => demonstrationSeats(view))).toEqual([
      {
        seatId: seat.payroll,
        accountId: account.payroll,
        person: 'Lo Nilsdotter',
        role: 'Handläggare',
        unit: 'Löneenheten',
        firstScreen: '/arenden/ko',
      },
    ])
  })
})

test('a seat says its unit once and shortly', () => {
  expect(seatLabel('Chef, Kontorsservice', 'Kontorsservice (vaktmästeri, tryckeri)')).toBe('Chef, Kontorsservice')
  expect(seatLabel('Vaktmästare', 'Kontorsservice (vaktmästeri, tryckeri)')).toBe('Vaktmästare, Kontorsservice')
  expect(seatLabel('Administratör', null)).toBe('Administratör')
})
