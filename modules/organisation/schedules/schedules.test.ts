import { beforeAll, describe, expect, test } from 'vitest'
import { isOpen } from '#basics/working-time'
import type { Office } from '../office-for-tests.ts'
import { day, openOffice, refusalOf } from '../office-for-tests.ts'
import { local } from '../../../world/scene.ts'
import { addPlace, changePlace } from '../places/keep-places.ts'
import { openingHours, placeById, placesOn } from '../places/queries.ts'
import { addSchedule, addScheduleVersion } from './add-schedule.ts'
import { schedule, scheduleList } from './queries.ts'
import { calendarOfVersion, scheduleFor } from './resolve.ts'
import { setTenantSchedule, setUnitSchedule } from './use-schedule.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
const weekdays = (opens: string, closes: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens, closes }))

describe('TY-361 when a place is open', () => {
  test('TY-361 Friday 15.30 the town hall is closed and Masten open, in minutes and in words', async () => {
    const friday = day('2012-04-20')
    const { place } = office.scene.ids
    const of = (placeId: string) => office.reads('employee', (view) => openingHours(view, placeId, friday))
    const [hall, masten] = [await of(place.kommunhuset), await of(place.masten)]
    expect(hall).toMatchObject({ stated: true, windows: [{ opens: '07:45', closes: '15:00' }] })
    expect(masten).toMatchObject({ stated: true, windows: [{ opens: '07:00', closes: '17:00' }] })
    const calendarOf = async (placeId: string) =>
      (await office.reads('employee', (view) => scheduleFor(view, { placeId }, friday)))?.calendar
    const at = local('2012-04-20T15:30')
    expect([isOpen((await calendarOf(place.kommunhuset))!, at), isOpen((await calendarOf(place.masten))!, at)]).toEqual(
      [false, true],
    )
    expect(hall.week.map((one) => one.windows.map((hours) => `${hours.opens}–${hours.closes}`).join())).toEqual([
      '07:45–16:45',
      '07:45–16:45',
      '07:45–16:45',
      '07:45–16:45',
      '07:45–15:00',
      '',
      '',
    ])
  })

  test('TY-361 the library has no printed hours: it says so, and whose hours are used instead', async () => {
    const { place, unit, schedule: schedules } = office.scene.ids
    const asked = () => office.reads('employee', (view) => openingHours(view, place.biblioteket, day('2012-04-20')))
    expect(await asked()).toMatchObject({
      stated: false,
      holder: 'tenant',
      holderName: 'Kontoret för interna tjänster',
      windows: [{ opens: '07:45', closes: '15:00' }],
    })
    await office.does('admin', (deed) =>
      setUnitSchedule(deed, unit['fastighet'] ?? '', { scheduleId: schedules.masten, from: '2012-04-01' }),
    )
    const library = await office.reads('admin', (view) => placeById(view, place.biblioteket))
    await office.does('admin', (deed) =>
      changePlace(
        deed,
        { placeId: place.biblioteket, version: library.version },
        { name: 'Biblioteket', saidAt: 'på biblioteket', servedByUnitId: unit['kontorsservice'] ?? '' },
      ),
    )
    expect(await asked()).toMatchObject({
      stated: false,
      holder: 'unit',
      holderName: 'Fastighet & kontorsservice',
      windows: [{ opens: '07:00', closes: '17:00' }],
    })
    const answer = await office.reads('employee', (view) =>
      scheduleFor(view, { placeId: place.biblioteket }, day('2012-04-20')),
    )
    expect(answer?.notStated).toEqual([{ holder: 'place', name: 'Biblioteket' }])
  })

  test('TY-375 the three houses stand as places of the day with who serves them', async () => {
    const names = (date: string) =>
      office.reads('employee', async (view) =>
        (await placesOn(view, day(date))).map((one) => [one.name, one.hoursStated]),
      )
    expect(await names('2012-04-02')).toEqual([
      ['Kommunhuset', true],
      ['Masten', true],
      ['Biblioteket', false],
    ])
    expect(await names('2009-12-31')).toEqual([])
    const { placeId } = await office.does('admin', (deed) =>
      addPlace(deed, { name: 'Kvarnhjulet', from: '2012-05-01' }),
    )
    expect((await names('2012-05-01')).map(([name]) => name)).toContain('Kvarnhjulet')
    await office.does('admin', (deed) =>
      changePlace(deed, { placeId, version: 1 }, { name: 'Kvarnhjulet', endedOn: '2012-06-01' }),
    )
    expect((await names('2012-06-01')).map(([name]) => name)).not.toContain('Kvarnhjulet')
    expect(
      await refusalOf(office.does('admin', (deed) => changePlace(deed, { placeId, version: 1 }, { name: 'X' }))),
    ).toMatchObject({ status: 412 })
    expect(
      await refusalOf(office.does('agent', (deed) => addPlace(deed, { name: 'X', from: '2012-05-01' }))),
    ).toMatchObject({ status: 403 })
  })
})

describe('which schedule applies', () => {
  test('agreement line, request type, place, unit’s nearest ancestor, tenant: in that order', async () => {
    const there = await openOffice()
    const { schedule: ids, place, unit } = there.scene.ids
    const make = (name: string) =>
      there.does('admin', (deed) => addSchedule(deed, { name, from: '2010-01-01', week: weekdays('09:00', '10:00') }))
    const [line, request, ofUnit] = [await make('Jour'), await make('Reception'), await make('Vaktmästeriet')]
    await there.does('admin', (deed) =>
      setUnitSchedule(deed, unit['fastighet'] ?? '', { scheduleId: ofUnit.scheduleId, from: '2012-01-01' }),
    )
    const ask = async (question: Parameters<typeof scheduleFor>[1], date = '2012-04-02') => {
      const found = await there.reads('agent', (view) => scheduleFor(view, question, day(date)))
      return [found?.holder, found?.scheduleId]
    }
    const all = {
      lineScheduleId: line.scheduleId,
      requestTypeScheduleId: request.scheduleId,
      placeId: place.masten,
      unitId: unit['kontorsservice'] ?? '',
    }
    expect(await ask(all)).toEqual(['agreement_line', line.scheduleId])
    expect(await ask({ ...all, lineScheduleId: null })).toEqual(['request_type_at_place', request.scheduleId])
    expect(await ask({ placeId: place.masten, unitId: unit['kontorsservice'] ?? '' })).toEqual(['place', ids.masten])
    expect(await ask({ placeId: place.biblioteket, unitId: unit['kontorsservice'] ?? '' })).toEqual([
      'unit',
      ofUnit.scheduleId,
    ])
    expect(await ask({ unitId: unit['kontorsservice'] ?? '' }, '2011-12-31')).toEqual(['tenant', ids.kontor])
    expect(await ask({ unitId: unit['lon'] ?? '' })).toEqual(['tenant', ids.kontor])
    await there.does('admin', (deed) =>
      setUnitSchedule(deed, unit['fastighet'] ?? '', { scheduleId: null, from: '2012-06-01' }),
    )
    expect(await ask({ unitId: unit['kontorsservice'] ?? '' }, '2012-06-01')).toEqual(['tenant', ids.kontor])
    await there.does('admin', (deed) => setTenantSchedule(deed, { scheduleId: ids.masten }))
    expect(await ask({ unitId: unit['lon'] ?? '' })).toEqual(['tenant', ids.masten])
  })
})

describe('versions', () => {
  test('a change is a new version with its reason; what an earlier version answers never changes', async () => {
    const { scheduleId, version } = await office.does('admin', (deed) =>
      addSchedule(deed, { name: 'Växeln', from: '2012-01-01', week: weekdays('08:00', '17:00') }),
    )
    await office.does('admin', (deed) =>
      addScheduleVersion(
        deed,
        { scheduleId, version },
        {
          from: '2012-06-01',
          week: weekdays('08:00', '16:00'),
          reason: 'Sommartid',
          exceptions: [
            {
              date: '2012-06-05',
              says: 'half_day',
              windows: [{ opens: '08:00', closes: '12:00' }],
              name: 'Dagen före nationaldagen',
            },
            { date: '2012-06-06', says: 'open', name: 'Öppet ändå' },
          ],
        },
      ),
    )
    const windows = async (versionNo: number, date: string) =>
      (await office.reads('agent', (view) => calendarOfVersion(view, scheduleId, versionNo))).windowsOn(day(date))
    expect(await windows(1, '2012-06-04')).toEqual([[480, 1020]])
    expect(await windows(2, '2012-06-04')).toEqual([[480, 960]])
    expect(await windows(2, '2012-05-31')).toEqual([[480, 1020]])
    expect(await windows(2, '2012-06-05')).toEqual([[480, 720]])
    // 6 June is off by law; the version says open with the weekday's hours
    expect([await windows(1, '2012-06-06'), await windows(2, '2012-06-06')]).toEqual([[], [[480, 960]]])
    const shown = await office.reads('agent', (view) => schedule(view, scheduleId))
    expect(shown.versions.map((one) => [one.versionNo, one.validFrom, one.reason])).toEqual([
      [2, '2012-06-01', 'Sommartid'],
      [1, '2012-01-01', null],
    ])
    expect(shown.versions[0]?.exceptions).toEqual([
      {
        date: '2012-06-05',
        says: 'half_day',
        windows: [{ opens: '08:00', closes: '12:00' }],
        name: 'Dagen före nationaldagen',
        nameEn: 'Dagen före nationaldagen',
      },
      { date: '2012-06-06', says: 'open', windows: [], name: 'Öppet ändå', nameEn: 'Öppet ändå' },
    ])
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          addScheduleVersion(deed, { scheduleId, version }, { from: '2012-07-01', week: null, reason: 'Sent' }),
        ),
      ),
    ).toMatchObject({ status: 412 })
    expect(
      await refusalOf(
        office.does('manager', (deed) =>
          addScheduleVersion(deed, { scheduleId, version: 2 }, { from: '2012-07-01', week: null, reason: 'Nej' }),
        ),
      ),
    ).toMatchObject({ status: 403 })
    expect(await refusalOf(office.reads('agent', (view) => calendarOfVersion(view, scheduleId, 9)))).toMatchObject({
      status: 404,
    })
  })

  test('a child inherits hours and exceptions, and a change in the parent gives it a version of its own', async () => {
    const parent = await office.does('admin', (deed) =>
      addSchedule(deed, { name: 'Hela kontoret', from: '2012-01-01', week: weekdays('08:00', '16:30') }),
    )
    const child = await office.does('admin', (deed) =>
      addSchedule(deed, { name: 'Arkivet', from: '2012-01-01', parentScheduleId: parent.scheduleId }),
    )
    const own = await office.does('admin', (deed) =>
      addSchedule(deed, {
        name: 'Kundcenter',
        from: '2012-01-01',
        parentScheduleId: parent.scheduleId,
        week: weekdays('07:00', '19:00'),
      }),
    )
    const windows = async (scheduleId: string, versionNo: number, date: string) =>
      (await office.reads('agent', (view) => calendarOfVersion(view, scheduleId, versionNo))).windowsOn(day(date))
    expect(await windows(child.scheduleId, 1, '2012-04-02')).toEqual([[480, 990]])
    await office.does('admin', (deed) =>
      addScheduleVersion(deed, parent, {
        from: '2012-05-01',
        week: weekdays('08:00', '16:00'),
        exceptions: [{ date: '2012-05-18', says: 'closed', name: 'Klämdag' }],
        reason: 'Stängt klämdagen',
      }),
    )
    expect([
      await windows(child.scheduleId, 1, '2012-05-18'),
      await windows(child.scheduleId, 2, '2012-05-18'),
    ]).toEqual([[[480, 990]], []])
    expect(await windows(child.scheduleId, 2, '2012-05-16')).toEqual([[480, 960]])
    // own hours stay, the parent's exception reaches it
    expect([await windows(own.scheduleId, 2, '2012-05-16'), await windows(own.scheduleId, 2, '2012-05-18')]).toEqual([
      [[420, 1140]],
      [],
    ])
    const read = await office.reads('agent', (view) => schedule(view, child.scheduleId))
    expect(read).toMatchObject({
      version: 2,
      parentName: 'Hela kontoret',
      versions: [
        { versionNo: 2, parentVersionNo: 2, reason: 'Stängt klämdagen' },
        { versionNo: 1, parentVersionNo: 1 },
      ],
    })
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          addScheduleVersion(
            deed,
            { scheduleId: parent.scheduleId, version: 2 },
            { from: '2012-08-01', parentScheduleId: child.scheduleId, reason: 'Ring' },
          ),
        ),
      ),
    ).toMatchObject({ code: 'schedule_ring' })
  })

  test('a child that is added when its parent has a change planned gets that change too', async () => {
    const parent = await office.does('admin', (deed) =>
      addSchedule(deed, { name: 'Planerad', from: '2012-01-01', week: weekdays('08:00', '16:30') }),
    )
    await office.does('admin', (deed) =>
      addScheduleVersion(deed, parent, { from: '2012-09-01', week: weekdays('08:00', '15:00'), reason: 'Höst' }),
    )
    const child = await office.does('admin', (deed) =>
      addSchedule(deed, { name: 'Ny', from: '2012-05-01', parentScheduleId: parent.scheduleId }),
    )
    expect(child.version).toBe(2)
    const calendar = await office.reads('agent', (view) => calendarOfVersion(view, child.scheduleId, 2))
    expect([calendar.windowsOn(day('2012-08-31')), calendar.windowsOn(day('2012-09-03'))]).toEqual([
      [[480, 990]],
      [[480, 900]],
    ])
  })

  test('wrong hours are said at their fields and nothing is stored', async () => {
    await expect(
      office.does('admin', (deed) =>
        addSchedule(deed, {
          name: 'Fel',
          from: '2012-01-01',
          week: [{ weekday: 1, opens: '12:00', closes: '10:00' }],
          exceptions: [{ date: '2012-05-05', says: 'open' }],
        }),
      ),
    ).rejects.toMatchObject({ code: 'invalid_input', problems: [{ field: 'week.1' }, { field: 'days.0' }] })
    expect((await office.reads('agent', (view) => scheduleList(view))).map((one) => one.name)).not.toContain('Fel')
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          addSchedule(deed, {
            name: 'F',
            from: '2012-01-01',
            parentScheduleId: '00000000-0000-7000-8000-000000000000',
          }),
        ),
      ),
    ).toMatchObject({ code: 'unknown_parent' })
  })

  test('a calendar that was resolved in a deed that was refused is not kept', async () => {
    const { scheduleId, version } = await office.does('admin', (deed) =>
      addSchedule(deed, { name: 'Ångrad', from: '2012-01-01', week: weekdays('08:00', '17:00') }),
    )
    const change = (closes: string, fails: boolean) =>
      office.does('admin', async (deed) => {
        await addScheduleVersion(
          deed,
          { scheduleId, version },
          { from: '2012-01-01', week: weekdays('08:00', closes), reason: 'Prov' },
        )
        const seen = (await calendarOfVersion(deed, scheduleId, 2)).windowsOn(day('2012-04-02'))
        if (fails) throw new Error('refused')
        return seen
      })
    await expect(change('10:00', true)).rejects.toThrow('refused')
    await change('12:00', false)
    expect(
      (await office.reads('agent', (view) => calendarOfVersion(view, scheduleId, 2))).windowsOn(day('2012-04-02')),
    ).toEqual([[480, 720]])
  })
})
