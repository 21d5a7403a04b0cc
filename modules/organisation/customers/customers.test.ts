import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { addRole } from '../roles/add-role.ts'
import { assign } from '../assignments/assign.ts'
import type { Office } from '../office-for-tests.ts'
import { day, openOffice, refusalOf } from '../office-for-tests.ts'
import { addParty, endRelation, relateParties } from '../parties/keep-parties.ts'
import { partyOn } from '../parties/queries.ts'
import { addPerson } from '../people/keep-people.ts'
import { setAbsence } from '../people/set-absence.ts'
import { addUnit } from '../units/add-unit.ts'
import { endUnit } from '../units/end-unit.ts'
import { unmarkedBranches, usualSettlement } from './customer.ts'
import { endMandate, giveMandate } from './give-mandate.ts'
import { endCustomer, markCustomer } from './mark-customer.ts'
import {
  customerById,
  customerOf,
  customerRegister,
  mandateRegister,
  mandatesFor,
  purchasersFor,
  unmarkedOn,
} from './queries.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
const unit = (code: string): Id => office.scene.ids.unit[code] ?? ''
const today = day('2012-04-02')

describe('which customer a unit orders as', () => {
  test('TY-007 the nearest marked unit above, at most one; its board is the authority; an unmarked branch orders as none', async () => {
    const of = (code: string, date = today) => office.reads('agent', (view) => customerOf(view, unit(code), date))
    expect(await of('social-bistand')).toMatchObject({
      customerId: office.scene.ids.customer.social,
      name: 'Socialförvaltningen',
      authorityPartyId: office.scene.ids.party.social,
      settlement: 'posting',
    })
    expect(await of('social')).toMatchObject({ customerId: office.scene.ids.customer.social })
    expect(await of('kontorsservice')).toBeNull()
    expect(await of('social-bistand', day('2009-12-31'))).toBeNull()
  })

  test('TY-007 a nearer marking takes over from its day, and gives back when it ends', async () => {
    const { customerId } = await office.does('admin', (deed) =>
      markCustomer(deed, {
        unitId: unit('skola-norr'),
        customerType: 'school',
        from: '2012-06-01',
        counterpartCode: '311',
      }),
    )
    const of = async (date: string) =>
      (await office.reads('agent', (view) => customerOf(view, unit('skola-norr'), day(date))))?.customerId
    expect([await of('2012-05-31'), await of('2012-06-01')]).toEqual([office.scene.ids.customer.skola, customerId])
    await office.does('admin', (deed) => endCustomer(deed, { customerId, version: 1 }, { on: '2012-09-01' }))
    expect(await of('2012-09-01')).toBe(office.scene.ids.customer.skola)
    expect(await office.reads('agent', (view) => customerById(view, customerId, today))).toMatchObject({
      customerType: 'school',
      validTo: '2012-09-01',
      version: 2,
    })
  })

  test('a unit is marked once at a time, only while it is there, and only by those who keep customers', async () => {
    const mark = (who: 'admin' | 'manager', from: string) =>
      office.does(who, (deed) => markCustomer(deed, { unitId: unit('social'), customerType: 'administration', from }))
    expect(await refusalOf(mark('admin', '2012-06-01'))).toMatchObject({ code: 'customer_already', status: 409 })
    expect(await refusalOf(mark('manager', '2012-06-01'))).toMatchObject({ status: 403 })
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          markCustomer(deed, { unitId: unit('lon'), customerType: 'own_office', from: '2009-06-01' }),
        ),
      ),
    ).toMatchObject({ code: 'unit_not_there' })
    const { unitId } = await office.does('admin', (deed) =>
      addUnit(deed, {
        code: 'kund',
        from: '2012-01-01',
        parentUnitId: unit('skola'),
        kind: 'school',
        name: 'Södra skolan',
      }),
    )
    await office.does('admin', (deed) => markCustomer(deed, { unitId, customerType: 'school', from: '2012-01-01' }))
    expect(
      await refusalOf(office.does('admin', (deed) => endUnit(deed, { unitId, version: 1 }, { on: '2012-12-01' }))),
    ).toMatchObject({ code: 'unit_is_customer' })
  })

  test('settlement follows the legal person unless told: a board of the municipality by posting, a company by invoice', () => {
    const ties = {
      above: new Map([
        ['ks', 'kommun'],
        ['social', 'kommun'],
        ['snit', 'herrljunga'],
      ]),
    }
    expect(usualSettlement(ties, 'social', ['ks'])).toBe('posting')
    expect(usualSettlement(ties, 'bolaget', ['ks'])).toBe('invoice')
    expect(usualSettlement(ties, 'herrljunga', ['snit'])).toBe('posting')
    expect(usualSettlement(ties, 'vargarda', ['snit'])).toBe('invoice')
  })

  test('a company marked as customer is invoiced, a board of the provider’s municipality is posted', async () => {
    const { party } = office.scene.ids
    await office.does('admin', (deed) =>
      relateParties(
        deed,
        { partyId: party.namnd, version: 1 },
        { kind: 'board_of', otherPartyId: party.kommun, from: '2010-01-01' },
      ),
    )
    await office.does('admin', (deed) =>
      relateParties(
        deed,
        { partyId: party.skola, version: 1 },
        { kind: 'board_of', otherPartyId: party.kommun, from: '2010-01-01' },
      ),
    )
    const { partyId } = await office.does('admin', (deed) =>
      addParty(deed, { kind: 'company', name: 'Bostäder AB', organisationNumber: '556000-0001' }),
    )
    const { unitId } = await office.does('admin', (deed) =>
      addUnit(deed, { code: 'bostader', from: '2012-01-01', kind: 'root', name: 'Bostäder AB', partyId }),
    )
    const { customerId } = await office.does('admin', (deed) =>
      markCustomer(deed, { unitId, customerType: 'company', from: '2012-01-01' }),
    )
    expect(await office.reads('admin', (view) => customerById(view, customerId, today))).toMatchObject({
      settlement: 'invoice',
      authorityPartyId: partyId,
    })
    const { unitId: gymnasium } = await office.does('admin', (deed) =>
      addUnit(deed, {
        code: 'gymnasiet',
        from: '2012-01-01',
        parentUnitId: unit('skola'),
        kind: 'school',
        name: 'Gymnasiet',
      }),
    )
    const { customerId: posted } = await office.does('admin', (deed) =>
      markCustomer(deed, { unitId: gymnasium, customerType: 'school', from: '2012-01-01' }),
    )
    expect(await office.reads('admin', (view) => customerById(view, posted, today))).toMatchObject({
      settlement: 'posting',
    })
    expect((await office.reads('admin', (view) => partyOn(view, party.skola, today))).relations).toMatchObject([
      { kind: 'board_of', otherName: 'Provköpings kommun' },
    ])
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          relateParties(
            deed,
            { partyId: party.skola, version: 2 },
            { kind: 'board_of', otherPartyId: party.kommun, from: '2012-01-01' },
          ),
        ),
      ),
    ).toMatchObject({ code: 'related_already' })
    await office.does('admin', (deed) =>
      endRelation(
        deed,
        { partyId: party.skola, version: 2 },
        { kind: 'board_of', otherPartyId: party.kommun, on: '2012-12-31' },
      ),
    )
    expect((await office.reads('admin', (view) => partyOn(view, party.skola, day('2013-01-01')))).relations).toEqual([])
  })
})

describe('TY-029 mandates', () => {
  test('TY-029 two simultaneous coordinators for one administration are refused, with the name of the one there is', async () => {
    const { ids } = office.scene
    const give = (from: string, to: string | null = null) =>
      office.does('admin', (deed) =>
        giveMandate(deed, {
          customerId: ids.customer.social,
          personId: ids.person.employee,
          kind: 'coordinator',
          areaCodes: ['it'],
          from,
          to,
        }),
      )
    await expect(give('2012-09-01')).rejects.toMatchObject({
      code: 'coordinator_already',
      status: 409,
      words: { sv: expect.stringContaining('Finn Alm') as string },
    })
    await office.does('admin', (deed) =>
      endMandate(deed, { mandateId: ids.seat.coordinator, version: 1 }, { on: '2012-09-01' }),
    )
    await give('2012-09-01')
    const coordinatorOn = async (date: string) =>
      (await office.reads('admin', (view) => mandatesFor(view, ids.customer.social, day(date))))
        .filter((one) => one.kind === 'coordinator')
        .map((one) => one.personName)
    expect([await coordinatorOn('2012-08-31'), await coordinatorOn('2012-09-01')]).toEqual([
      ['Finn Alm'],
      ['Bo Ingelström'],
    ])
  })

  test('TY-029 two who give the coordinator’s mandate at the same moment: one succeeds', async () => {
    const { ids } = office.scene
    const give = (personId: Id) =>
      office.does('admin', (deed) =>
        giveMandate(deed, { customerId: ids.customer.skola, personId, kind: 'coordinator', from: '2012-04-01' }),
      )
    const given = await Promise.allSettled([give(ids.person.teacher), give(ids.person.employee)])
    expect(given.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(given.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'coordinator_already' } })
  })

  test('TY-029 purchasers with scope, limit and dates: who may approve an order of an area on a day, the lowest limit first', async () => {
    const { ids } = office.scene
    const give = (personId: Id, limitOre: number | null, areaCodes: string[], from = '2012-01-01') =>
      office.does('admin', (deed) =>
        giveMandate(deed, { customerId: ids.customer.social, personId, kind: 'purchaser', limitOre, areaCodes, from }),
      )
    await give(ids.person.colleague, 1_000_000, ['it'])
    await give(ids.person.coordinator, null, [], '2012-06-01')
    const may = async (area: string, date: string) =>
      (await office.reads('agent', (view) => purchasersFor(view, ids.customer.social, area, day(date)))).map((one) => [
        one.name,
        one.limitOre,
      ])
    expect(await may('it', '2012-04-02')).toEqual([
      ['Cia Ek', 1_000_000n],
      ['Eva Lind', 2_000_000n],
    ])
    expect(await may('kontorsservice', '2012-04-02')).toEqual([['Eva Lind', 2_000_000n]])
    expect(await may('it', '2012-06-01')).toEqual([
      ['Cia Ek', 1_000_000n],
      ['Eva Lind', 2_000_000n],
      ['Finn Alm', null],
    ])
    expect(await refusalOf(give(ids.person.colleague, 5, ['it', 'lon']))).toMatchObject({ code: 'mandate_already' })
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          giveMandate(deed, {
            customerId: ids.customer.social,
            personId: ids.person.teacher,
            kind: 'coordinator',
            limitOre: 5,
            from: '2014-01-01',
          }),
        ),
      ),
    ).toMatchObject({ code: 'coordinator_has_no_limit' })
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          giveMandate(deed, {
            customerId: ids.customer.social,
            personId: ids.person.teacher,
            kind: 'purchaser',
            from: '2009-01-01',
          }),
        ),
      ),
    ).toMatchObject({ code: 'outside_customer' })
    expect(
      await refusalOf(
        office.does('purchaser', (deed) =>
          giveMandate(deed, {
            customerId: ids.customer.social,
            personId: ids.person.teacher,
            kind: 'purchaser',
            from: '2012-01-01',
          }),
        ),
      ),
    ).toMatchObject({ status: 403 })
  })

  test('TY-029 a purchaser who is away is answered with a deputy, one who has left is not answered at all', async () => {
    const there = await openOffice()
    const { ids } = there.scene
    await there.does('purchaser', (deed) =>
      setAbsence(
        deed,
        { personId: ids.person.purchaser, version: 1 },
        { from: '2012-04-01', to: '2012-04-10', deputyId: ids.person.coordinator },
      ),
    )
    expect(await there.reads('agent', (view) => purchasersFor(view, ids.customer.social, 'it', today))).toMatchObject([
      { personId: ids.person.purchaser, deputyId: ids.person.coordinator },
    ])
    const { personId } = await there.does('admin', (deed) =>
      addPerson(deed, { name: 'Kort Tid', kind: 'employee', endedOn: '2012-05-01' }),
    )
    await there.does('admin', (deed) =>
      giveMandate(deed, { customerId: ids.customer.social, personId, kind: 'purchaser', from: '2012-01-01' }),
    )
    const names = async (date: string) =>
      (await there.reads('agent', (view) => purchasersFor(view, ids.customer.social, null, day(date)))).map(
        (one) => one.name,
      )
    expect([await names('2012-04-30'), await names('2012-05-01')]).toEqual([['Eva Lind', 'Kort Tid'], ['Eva Lind']])
  })

  test('a customer that ends takes its mandates with it', async () => {
    const there = await openOffice()
    const { ids } = there.scene
    await there.does('admin', (deed) =>
      endCustomer(deed, { customerId: ids.customer.social, version: 1 }, { on: '2012-07-01' }),
    )
    expect(await there.reads('admin', (view) => mandatesFor(view, ids.customer.social, day('2012-07-01')))).toEqual([])
    expect(
      (await there.reads('admin', (view) => mandatesFor(view, ids.customer.social, day('2012-06-30')))).map(
        (one) => one.validTo,
      ),
    ).toEqual(['2012-07-01', '2012-07-01'])
    expect(
      await refusalOf(
        there.does('admin', (deed) =>
          endMandate(deed, { mandateId: ids.seat.purchaser, version: 2 }, { on: '2012-08-01' }),
        ),
      ),
    ).toMatchObject({ code: 'mandate_ended' })
    expect(
      await refusalOf(
        there.does('admin', (deed) =>
          endMandate(deed, { mandateId: ids.seat.purchaser, version: 1 }, { on: '2012-05-01' }),
        ),
      ),
    ).toMatchObject({ status: 412 })
  })
})

describe('the register', () => {
  test('TY-049 a trainee reads the chart but not the customer register, not its mandates and not the unmarked branches', async () => {
    expect(await refusalOf(office.reads('trainee', (view) => customerRegister(view, today)))).toMatchObject({
      status: 403,
    })
    expect(
      await refusalOf(office.reads('trainee', (view) => mandateRegister(view, office.scene.ids.customer.social))),
    ).toMatchObject({ status: 403 })
    expect(await refusalOf(office.reads('trainee', (view) => unmarkedOn(view, today)))).toMatchObject({ status: 403 })
    expect(await office.reads('trainee', (view) => customerOf(view, unit('social-bistand'), today))).not.toBeNull()
  })

  test('a customer’s own purchaser reads its mandates, another’s does not', async () => {
    const { customer } = office.scene.ids
    expect(
      (await office.reads('purchaser', (view) => mandateRegister(view, customer.social))).map((one) => one.personName),
    ).toContain('Eva Lind')
    expect(await refusalOf(office.reads('purchaser', (view) => mandateRegister(view, customer.skola)))).toMatchObject({
      status: 403,
    })
  })

  test('lists each customer of the day with coordinator and number of purchasers', async () => {
    const there = await openOffice()
    const rows = await there.reads('controller', (view) => customerRegister(view, today))
    expect(rows.map((one) => [one.name, one.coordinator?.name ?? null, one.purchasers])).toEqual([
      ['Socialförvaltningen', 'Finn Alm', 1],
      ['Barn- och utbildningsförvaltningen', null, 0],
    ])
  })
})

describe('branches that cannot order priced services', () => {
  const row = (unitId: string, parentUnitId: string | null, customerId: string | null = null) => ({
    unitId,
    parentUnitId,
    customerId,
    name: unitId,
  })

  test('a whole branch by its top; a unit with marked units beneath by itself', () => {
    const tree = [
      row('kommun', null),
      row('ks', 'kommun'),
      row('stab', 'ks', 'c1'),
      row('kommunikation', 'stab'),
      row('kit', 'ks'),
      row('it', 'kit'),
      row('sof', 'kommun', 'c2'),
      row('lund', 'sof'),
    ]
    expect(unmarkedBranches(tree).map((one) => [one.name, one.units, one.partly])).toEqual([
      ['kommun', 1, true],
      ['ks', 1, true],
      ['kit', 2, false],
    ])
    expect(unmarkedBranches([row('a', null, 'c')])).toEqual([])
    expect(unmarkedBranches([row('a', null), row('b', 'a')]).map((one) => [one.name, one.units, one.partly])).toEqual([
      ['a', 2, false],
    ])
  })

  test('each with the number of people who are there', async () => {
    const there = await openOffice()
    const branches = await there.reads('admin', (view) => unmarkedOn(view, today))
    expect(branches.map((one) => [one.name, one.units, one.partly])).toEqual([
      ['Kontoret för interna tjänster', 7, false],
      ['Räddningstjänstens stöd', 1, false],
    ])
    expect(branches[0]?.people).toBe(11)
    const { roleId } = await there.does('admin', (deed) =>
      addRole(deed, { code: 'x', name: 'X', rights: [], from: '2012-01-01' }),
    )
    await there.does('admin', (deed) =>
      assign(deed, {
        personId: there.scene.ids.person.teacher,
        roleId,
        unitId: there.scene.ids.unit['lon'] ?? '',
        from: '2012-04-01',
      }),
    )
    expect((await there.reads('admin', (view) => unmarkedOn(view, today)))[0]?.people).toBe(12)
  })
})
