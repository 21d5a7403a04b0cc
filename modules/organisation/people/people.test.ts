import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#testing'
import type { ListPage, ListState } from '#platform/list'
import { fetchAll, fetchPage, readState } from '#platform/list'
import { bySeat } from '#platform/identity/reach'
import { assign } from '../assignments/assign.ts'
import { peopleOf } from '../assignments/queries.ts'
import { writeEntries } from '../index-entries.ts'
import type { Office } from '../office-for-tests.ts'
import { day, openOffice, refusalOf } from '../office-for-tests.ts'
import { endPerson } from './end-person.ts'
import { addPerson, changePerson } from './keep-people.ts'
import type { PersonListRow } from './list.ts'
import { foldName, peopleList, peopleQuery } from './list.ts'
import { findPeople, person, reachableOn } from './queries.ts'
import { setAbsence } from './set-absence.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

test('TY-014 no column about a person can hold wage subsidy, health or sick leave', async () => {
  const { ownerPool } = await testDatabase()
  const found = await ownerPool.query<{ place: string }>(`
    select n.nspname || '.' || c.relname || '.' || a.attname as place
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      -- sick as a word, not as a part of another: sick_leave, sickness, sjukfranvaro, lonebidrag, halsa, diagnos
      and a.attname ~* '(subsid|lonebidrag|bidrag|health|halsa|sick|sjuk|illness|diagnos|disab|funktionsned|medical|rehab)'`)
  expect(found.rows).toEqual([])
  const person = await ownerPool.query<{ attname: string }>(`
    select a.attname from pg_attribute a where a.attrelid = 'organisation.person'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`)
  // Whoever adds a column here must say what it is for; free text about a person has no place in it.
  expect(person.rows.map((row) => row.attname)).toEqual([
    'tenant_id',
    'person_id',
    'name',
    'sort_name',
    'title',
    'email',
    'telephone',
    'protected',
    'kind',
    'mentor_id',
    'deputy_id',
    'away_from',
    'away_to',
    'ended_on',
    'origin',
    'version',
  ])
})

describe('a person', () => {
  test('is added, changed and found by name; a stale version changes nothing', async () => {
    const { personId } = await office.does('admin', (deed) =>
      addPerson(deed, {
        name: 'Åsa Ängsklocka',
        title: 'Registrator',
        email: 'asa@provkoping.example',
        kind: 'employee',
      }),
    )
    expect(await office.reads('employee', (view) => findPeople(view, 'åsa'))).toMatchObject([
      { personId, name: 'Åsa Ängsklocka', title: 'Registrator' },
    ])
    await office.does('admin', (deed) =>
      changePerson(deed, { personId, version: 1 }, { name: 'Åsa Ängsklocka', title: 'Arkivarie', kind: 'employee' }),
    )
    expect(await office.reads('employee', (view) => person(view, personId))).toMatchObject({
      title: 'Arkivarie',
      email: null,
      version: 2,
      may: [],
    })
    expect(
      await refusalOf(
        office.does('admin', (deed) => changePerson(deed, { personId, version: 1 }, { name: 'X', kind: 'employee' })),
      ),
    ).toMatchObject({ status: 412 })
    expect(
      await refusalOf(office.does('employee', (deed) => addPerson(deed, { name: 'Y', kind: 'employee' }))),
    ).toMatchObject({ status: 403 })
    const other = await openOffice()
    expect(await refusalOf(other.reads('admin', (view) => person(view, personId)))).toMatchObject({ status: 404 })
  })

  test('a wrong mail address and a trainee without mentor or end are said at their fields', async () => {
    await expect(
      office.does('admin', (deed) => addPerson(deed, { name: 'Z', kind: 'trainee', email: 'z' })),
    ).rejects.toMatchObject({
      problems: [{ field: 'endedOn' }, { field: 'mentorId' }, { field: 'email' }],
    })
  })

  test('a protected person’s contact and unit are for themself, those who keep the register and the own unit', async () => {
    const { ids } = office.scene
    const { personId } = await office.does('admin', (deed) =>
      addPerson(deed, {
        name: 'Skydd Skyddsson',
        email: 's@provkoping.example',
        telephone: '08-1',
        kind: 'employee',
        protected: true,
      }),
    )
    await office.does('admin', (deed) =>
      assign(deed, { personId, roleId: ids.role['agent'] ?? '', unitId: ids.unit['lon'] ?? '', from: '2012-01-01' }),
    )
    expect(await office.reads('employee', (view) => person(view, personId))).toMatchObject({
      hidden: true,
      email: null,
      telephone: null,
      assignments: [],
    })
    expect(await office.reads('admin', (view) => person(view, personId))).toMatchObject({
      hidden: false,
      email: 's@provkoping.example',
      assignments: [{ unitId: ids.unit['lon'] }],
    })
    expect(await office.reads('employee', (view) => findPeople(view, 'Skydd'))).toEqual([])
    const inUnit = async (who: 'employee' | 'payroll') =>
      (await office.reads(who, (view) => peopleOf(view, ids.unit['lon'] ?? '', day('2012-04-02')))).some(
        (one) => one.personId === personId,
      )
    expect([await inUnit('employee'), await inUnit('payroll')]).toEqual([false, true])
    const listed = await office.reads('employee', async (view) =>
      fetchAll(
        peopleList,
        readState(peopleList, new URLSearchParams()),
        await peopleQuery(view, readState(peopleList, new URLSearchParams()), view.today),
      ),
    )
    expect(listed.map((row) => row.person_id)).not.toContain(personId)
  })
})

describe('absence', () => {
  test('has dates and a deputy, never a reason; the deputy acts while it lasts', async () => {
    const { person: ids } = office.scene.ids
    const away = { from: '2012-07-02', to: '2012-08-06', deputyId: ids.coordinator }
    await office.does('purchaser', (deed) => setAbsence(deed, { personId: ids.purchaser, version: 1 }, away))
    const deputyOn = async (date: string) =>
      (await office.reads('agent', (view) => reachableOn(view, [ids.purchaser], day(date)))).get(ids.purchaser)
        ?.deputyId
    expect([
      await deputyOn('2012-07-01'),
      await deputyOn('2012-07-02'),
      await deputyOn('2012-08-05'),
      await deputyOn('2012-08-06'),
    ]).toEqual([null, ids.coordinator, ids.coordinator, null])
  })

  test('is set by oneself, the unit’s manager or the register’s keeper, and by nobody else', async () => {
    const { person: ids } = office.scene.ids
    const away = { from: '2012-07-02', to: null, deputyId: null }
    const set = (who: 'agent' | 'agent2' | 'manager' | 'admin' | 'employee', version: number) =>
      office.does(who, (deed) => setAbsence(deed, { personId: ids.agent, version }, away))
    await set('agent', 1)
    await set('manager', 2)
    await set('admin', 3)
    expect(await refusalOf(set('agent2', 4))).toMatchObject({ status: 403 })
    expect(await refusalOf(set('employee', 4))).toMatchObject({ status: 403 })
    await expect(
      office.does('agent', (deed) =>
        setAbsence(
          deed,
          { personId: ids.agent, version: 4 },
          { from: '2012-07-02', to: '2012-07-02', deputyId: ids.agent },
        ),
      ),
    ).rejects.toMatchObject({
      problems: [{ field: 'to' }, { field: 'deputyId' }],
    })
  })
})

describe('TY-049 a trainee', () => {
  test('TY-049 has a mentor and an end date, and the sign-in stops on that date', async () => {
    const { person: ids, account, seat } = office.scene.ids
    const { scene } = office
    const actorOn = (date: string) =>
      bySeat(scene.floor, scene.tenant, {
        accountId: account.trainee,
        personId: ids.trainee,
        seatId: seat.trainee,
        day: day(date),
      })
    expect((await actorOn('2012-12-30'))?.rights).toEqual(new Set(['case.handle']))
    expect(await actorOn('2012-12-31')).toBeUndefined()
    expect(await office.reads('employee', (view) => person(view, ids.trainee))).toMatchObject({
      kind: 'trainee',
      mentor: { personId: ids.agent },
      endedOn: '2012-12-31',
    })
  })

  test('TY-049 an assignment never outlasts the person', async () => {
    const { ids } = office.scene
    const { assignmentId } = await office.does('admin', (deed) =>
      assign(deed, {
        personId: ids.person.trainee,
        roleId: ids.role['trainee'] ?? '',
        unitId: ids.unit['fastighet'] ?? '',
        from: '2012-05-01',
      }),
    )
    const there = await office.reads('admin', (view) => peopleOf(view, ids.unit['fastighet'] ?? '', day('2012-05-02')))
    expect(there.find((one) => one.assignmentId === assignmentId)?.validTo).toBe('2012-12-31')
  })
})

test('a person leaves: assignments and mandates end the same day and nothing planned comes about', async () => {
  const { ids, scene } = { ids: office.scene.ids, scene: office.scene }
  await office.does('admin', (deed) =>
    assign(deed, {
      personId: ids.person.colleague,
      roleId: ids.role['agent'] ?? '',
      unitId: ids.unit['kit'] ?? '',
      from: '2012-11-01',
    }),
  )
  await office.does('admin', (deed) =>
    endPerson(deed, { personId: ids.person.colleague, version: 1 }, { on: '2012-10-01' }),
  )
  expect(
    (await office.reads('admin', (view) => person(view, ids.person.colleague))).assignments.map((one) => one.validTo),
  ).toEqual(['2012-10-01'])
  expect(
    await bySeat(scene.floor, scene.tenant, {
      accountId: ids.account.colleague,
      personId: ids.person.colleague,
      seatId: ids.seat.colleague,
      day: day('2012-10-01'),
    }),
  ).toBeUndefined()
  expect(
    await refusalOf(
      office.does('admin', (deed) =>
        assign(deed, {
          personId: ids.person.colleague,
          roleId: ids.role['agent'] ?? '',
          unitId: ids.unit['kit'] ?? '',
          from: '2012-11-01',
        }),
      ),
    ),
  ).toMatchObject({ code: 'person_ended' })
})

describe('the list of people', () => {
  test('goes by cursor in Swedish order, and filters by unit with those beneath, role, kind and part of the name', async () => {
    const there = await openOffice()
    for (const name of ['Örjan Ö', 'Ärla Ä', 'Åke Å', 'Zara Z', 'åse liten'])
      await there.does('admin', (deed) => addPerson(deed, { name, kind: 'elected' }))
    const names = async (query: string) =>
      there.reads('employee', async (view) => {
        const found: string[] = []
        let cursor: string | null = ''
        for (let n = 0; cursor !== null && n < 30; n += 1) {
          const state: ListState = readState(
            peopleList,
            new URLSearchParams(`${query}&limit=3${cursor ? `&cursor=${cursor}` : ''}`),
          )
          const page: ListPage<PersonListRow> = await fetchPage(
            view.tx,
            peopleList,
            state,
            await peopleQuery(view, state, view.today),
          )
          found.push(...page.rows.map((row) => row.name))
          cursor = page.next
        }
        return found
      })
    expect((await names('')).slice(-5)).toEqual(['Zara Z', 'Åke Å', 'åse liten', 'Ärla Ä', 'Örjan Ö'])
    expect((await names('sort=-name')).slice(0, 2)).toEqual(['Örjan Ö', 'Ärla Ä'])
    expect(await names('slag=elected')).toHaveLength(5)
    expect(await names(`enhet=${there.scene.ids.unit['it'] ?? ''}`)).toEqual([
      'Ante Katalog',
      'Ivar Tegel',
      'Krister Analys',
      'Tora Nät',
    ])
    expect(
      await names(`enhet=${there.scene.ids.unit['it'] ?? ''}&roll=${there.scene.ids.role['agent'] ?? ''}`),
    ).toEqual(['Ivar Tegel', 'Tora Nät'])
    expect(await names('sok=åse')).toEqual(['åse liten'])
    expect(await names('avslutade=ja')).toEqual([])
    await there.does('admin', (deed) => writeEntries(deed, 'person', Object.values(there.scene.ids.person)))
    expect(await names('sok=tegel')).toEqual(['Ivar Tegel'])
  })

  test('the sort key of the code is the one of the database', async () => {
    const { ownerPool } = await testDatabase()
    for (const name of ['Åsa Öberg', 'ÄNGLA Éva', 'Müller Ærø'])
      expect(
        (
          await ownerPool.query<{ key: string }>(
            `select translate(lower($1::text), 'åäöéèüæøÅÄÖÉÈÜÆØ', '{|}eeu|}{|}eeu|}') as key`,
            [name],
          )
        ).rows[0]?.key,
      ).toBe(foldName(name))
  })
})
