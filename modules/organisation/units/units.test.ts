import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { units as tyreso } from '../../../world/tyreso/organisation.ts'
import type { Office } from '../office-for-tests.ts'
import { day, openOffice, refusalOf } from '../office-for-tests.ts'
import { addUnit } from './add-unit.ts'
import { endUnit } from './end-unit.ts'
import { placeUnit, renameUnit } from './place-unit.ts'
import { lineAbove, providerPartyOf, treeOn, unitByCode, unitDetail, unitOn, unitsBeneath } from './queries.ts'
import { treeOf } from './unit.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

async function fresh(name: string, parentUnitId: Id, from = '2012-01-01'): Promise<Id> {
  const code = `u-${Math.trunc(Math.random() * 1e9)}`
  return (await office.does('admin', (deed) => addUnit(deed, { code, from, parentUnitId, kind: 'unit', name }))).unitId
}

describe('Tyresö’s printed chart, laid through the verbs', () => {
  const ids = new Map<string, Id>()
  beforeAll(async () => {
    await office.does('admin', async (deed) => {
      const left = [...tyreso]
      while (left.length > 0) {
        const n = left.findIndex((row) => row.placements.every((one) => one.parent === null || ids.has(one.parent)))
        const [row] = left.splice(n, 1)
        const [first, ...later] = row?.placements ?? []
        if (n < 0 || !row || !first) throw new Error('a unit hangs on nothing')
        const { unitId } = await addUnit(deed, {
          code: `tyreso-${row.key}`,
          from: first.from,
          kind: first.kind,
          name: first.name.sv,
          partyId: office.scene.ids.party.namnd,
          ...(first.parent ? { parentUnitId: ids.get(first.parent) ?? '' } : {}),
          ...(first.headTitle ? { headTitle: first.headTitle } : {}),
        })
        ids.set(row.key, unitId)
        for (const [i, one] of later.entries())
          await placeUnit(
            deed,
            { unitId, version: i + 1 },
            {
              from: one.from,
              parentUnitId: one.parent ? (ids.get(one.parent) ?? '') : null,
              kind: one.kind,
              name: one.name.sv,
              headTitle: one.headTitle,
            },
          )
      }
    })
  })

  test('TY-004 under the chief: three departments, three units, two staff posts, and six sub-units; each with its kind and head', async () => {
    const units = await office.reads('employee', (view) => treeOn(view, day('2012-10-03')))
    // the office as if it were a root: what hangs above it is not asked for
    const branch = treeOf(units.filter((unit) => unit.unitId !== ids.get('ks'))).find(
      (one) => one.unit.unitId === ids.get('kit'),
    )
    const of = (kind: string) => (branch?.children ?? []).filter((one) => one.unit.kind === kind)
    expect(of('department').map((one) => [one.unit.name, one.unit.headTitle])).toEqual([
      ['Ekonomi & redovisning', 'avdelningschef'],
      ['Personal & lön', 'avdelningschef'],
      ['Fastighet & kontorsservice', 'avdelningschef'],
    ])
    expect(
      of('unit')
        .map((one) => one.unit.name)
        .toSorted(),
    ).toEqual(['IT-enheten', 'Kanslienheten', 'Upphandlingsenheten'])
    expect(of('staff_post').map((one) => one.unit.name)).toEqual(['Verksamhetsutvecklare', 'Assistent'])
    const sub = of('department').flatMap((one) => one.children.map((child) => child.unit.name))
    expect(sub).toHaveLength(6)
    expect(sub.map((name) => name.replace(/enheten.*| \(.*/, ''))).toEqual([
      'Ekonomer',
      'Redovisning & faktura',
      'Personal',
      'Löne',
      'Fastighets',
      'Kontorsservice',
    ])
    expect(
      of('unit')
        .find((one) => one.unit.code === 'tyreso-it')
        ?.children.map((one) => one.unit.kind),
    ).toEqual(Array.from({ length: 6 }, () => 'functional_group'))
  })

  test('TY-377 the tree of 2011-12-31 and of 2012-01-01 shows different parents for Vaktmästeriet', async () => {
    const on = (date: string) =>
      office.reads('employee', (view) => unitOn(view, ids.get('kontorsservice') ?? '', day(date)))
    const [before, after] = [await on('2011-12-31'), await on('2012-01-01')]
    expect(before).toMatchObject({ parentUnitId: ids.get('ksk'), name: 'Vaktmästeriet', validTo: '2012-01-01' })
    expect(after).toMatchObject({ parentUnitId: ids.get('fastighet-kontorsservice'), kind: 'unit' })
    const beneath = (date: string) =>
      office.reads('employee', (view) => unitsBeneath(view, ids.get('fastighet-kontorsservice') ?? '', day(date)))
    expect(await beneath('2011-12-31')).not.toContain(ids.get('kontorsservice'))
    expect(await beneath('2012-01-01')).toContain(ids.get('kontorsservice'))
  })
})

describe('a unit from a day', () => {
  test('TY-045 a new operative area can be added without code change, and chosen only from its day', async () => {
    const { kit } = office.scene.ids.unit
    const { unitId } = await office.does('admin', (deed) =>
      addUnit(deed, {
        code: 'teknisk-systemforvaltning',
        from: '2013-01-01',
        parentUnitId: kit ?? '',
        kind: 'unit',
        name: 'Central IT-nära teknisk systemförvaltning',
      }),
    )
    const choosable = async (date: string) =>
      (await office.reads('agent', (view) => treeOn(view, day(date)))).some((unit) => unit.unitId === unitId)
    expect(await choosable('2012-12-31')).toBe(false)
    expect(await choosable('2013-01-01')).toBe(true)
    expect(await refusalOf(office.reads('agent', (view) => unitOn(view, unitId, day('2012-12-31'))))).toMatchObject({
      status: 404,
    })
    expect(await office.reads('agent', (view) => providerPartyOf(view, unitId, day('2013-02-01')))).toMatchObject({
      partyId: office.scene.ids.party.namnd,
      seriesPrefix: 'KIT',
    })
    expect(await office.reads('agent', (view) => unitByCode(view, 'teknisk-systemforvaltning'))).toEqual({
      unitId,
      version: 1,
    })
  })

  test('the same code twice is refused, and so is a parent that is not there yet', async () => {
    const { kit, it } = office.scene.ids.unit
    const add = (code: string, from: string) =>
      office.does('admin', (deed) => addUnit(deed, { code, from, parentUnitId: kit ?? '', kind: 'unit', name: 'Prov' }))
    expect(await refusalOf(add('it', '2013-01-01'))).toMatchObject({ code: 'unit_exists', status: 409, field: 'code' })
    expect(await refusalOf(add('forr', '2009-01-01'))).toMatchObject({
      code: 'parent_not_there',
      field: 'parentUnitId',
    })
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          addUnit(deed, { code: 'rot', from: '2012-01-01', parentUnitId: it ?? '', kind: 'root', name: 'Rot' }),
        ),
      ),
    ).toMatchObject({ code: 'root_has_parent' })
    expect(
      await refusalOf(
        office.does('admin', (deed) => addUnit(deed, { code: 'fri', from: '2012-01-01', kind: 'office', name: 'Fri' })),
      ),
    ).toMatchObject({ code: 'party_missing' })
  })

  test('a new name holds from its day; the old one stays readable', async () => {
    const unitId = await fresh('Vaxeln', office.scene.ids.unit['kontorsservice'] ?? '')
    await office.does('admin', (deed) =>
      renameUnit(deed, { unitId, version: 1 }, { from: '2012-06-01', name: 'Kontaktcenter' }),
    )
    const nameOn = async (date: string) =>
      (await office.reads('employee', (view) => unitOn(view, unitId, day(date)))).name
    expect([await nameOn('2012-05-31'), await nameOn('2012-06-01')]).toEqual(['Vaxeln', 'Kontaktcenter'])
    const detail = await office.reads('admin', (view) => unitDetail(view, unitId, day('2012-07-01')))
    expect(detail).toMatchObject({
      version: 2,
      name: 'Kontaktcenter',
      may: ['organisation.edit', 'schedule.edit', 'organisation.keep_customers'],
    })
    expect(detail.placements.map((one) => [one.name, one.validFrom, one.validTo])).toEqual([
      ['Vaxeln', '2012-01-01', '2012-06-01'],
      ['Kontaktcenter', '2012-06-01', null],
    ])
    expect(detail.line.map((one) => one.name)).toEqual([
      'Kontorsservice',
      'Fastighet & kontorsservice',
      'Kontoret för interna tjänster',
    ])
  })

  test('is never beneath itself, on no day', async () => {
    const a = await fresh('A', office.scene.ids.unit['kit'] ?? '')
    const b = await fresh('B', a)
    const c = await fresh('C', b)
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          placeUnit(deed, { unitId: a, version: 1 }, { from: '2012-06-01', parentUnitId: c }),
        ),
      ),
    ).toMatchObject({ code: 'unit_beneath_itself', status: 409, field: 'parentUnitId' })
    // c leaves for the office in September, so a may go beneath it from then, but not from August
    await office.does('admin', (deed) =>
      placeUnit(
        deed,
        { unitId: c, version: 1 },
        { from: '2012-09-01', parentUnitId: office.scene.ids.unit['kit'] ?? '' },
      ),
    )
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          placeUnit(deed, { unitId: a, version: 1 }, { from: '2012-08-01', parentUnitId: c }),
        ),
      ),
    ).toMatchObject({ code: 'unit_beneath_itself' })
    await office.does('admin', (deed) =>
      placeUnit(deed, { unitId: a, version: 1 }, { from: '2012-09-01', parentUnitId: c }),
    )
    const line = await office.reads('employee', (view) => lineAbove(view, b, day('2012-09-01')))
    expect(line.map((one) => one.name)).toEqual(['B', 'A', 'C', 'Kontoret för interna tjänster'])
  })

  test('two moves at the same moment that together would make a ring: one goes through, the other is refused', async () => {
    const a = await fresh('Ena', office.scene.ids.unit['kit'] ?? '')
    const b = await fresh('Andra', office.scene.ids.unit['kit'] ?? '')
    const moves = await Promise.allSettled([
      office.does('admin', (deed) =>
        placeUnit(deed, { unitId: a, version: 1 }, { from: '2012-06-01', parentUnitId: b }),
      ),
      office.does('admin', (deed) =>
        placeUnit(deed, { unitId: b, version: 1 }, { from: '2012-06-01', parentUnitId: a }),
      ),
    ])
    expect(moves.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(moves.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'unit_beneath_itself' } })
  })

  test('who has not read the latest version moves nothing; whoever lacks the right is told so; a foreign unit does not exist', async () => {
    const unitId = await fresh('Tryckeri', office.scene.ids.unit['kontorsservice'] ?? '')
    await office.does('admin', (deed) =>
      renameUnit(deed, { unitId, version: 1 }, { from: '2012-06-01', name: 'Tryckeriet' }),
    )
    expect(
      await refusalOf(
        office.does('admin', (deed) => renameUnit(deed, { unitId, version: 1 }, { from: '2012-07-01', name: 'Print' })),
      ),
    ).toMatchObject({ status: 412 })
    expect(
      await refusalOf(
        office.does('manager', (deed) =>
          renameUnit(deed, { unitId, version: 2 }, { from: '2012-07-01', name: 'Print' }),
        ),
      ),
    ).toMatchObject({ status: 403 })
    const other = await openOffice()
    expect(
      await refusalOf(
        other.does('admin', (deed) => renameUnit(deed, { unitId, version: 2 }, { from: '2012-07-01', name: 'Print' })),
      ),
    ).toMatchObject({ status: 404 })
    expect(await refusalOf(other.reads('admin', (view) => unitDetail(view, unitId, day('2012-07-01'))))).toMatchObject({
      status: 404,
    })
  })

  test('ends when nothing hangs on it; what belongs to it ends the same day', async () => {
    const top = await fresh('Projekt', office.scene.ids.unit['kit'] ?? '')
    const below = await fresh('Delprojekt', top)
    expect(
      await refusalOf(office.does('admin', (deed) => endUnit(deed, { unitId: top, version: 1 }, { on: '2012-12-01' }))),
    ).toMatchObject({ code: 'unit_has_children' })
    await office.does('admin', (deed) => endUnit(deed, { unitId: below, version: 1 }, { on: '2012-12-01' }))
    await office.does('admin', (deed) => endUnit(deed, { unitId: top, version: 1 }, { on: '2012-12-01' }))
    expect(await refusalOf(office.reads('admin', (view) => unitOn(view, top, day('2012-12-01'))))).toMatchObject({
      status: 404,
    })
    expect((await office.reads('admin', (view) => unitDetail(view, top, day('2013-05-05')))).date).toBe('2012-11-30')
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          endUnit(deed, { unitId: office.scene.ids.unit['skola'] ?? '', version: 1 }, { on: '2012-12-01' }),
        ),
      ),
    ).toMatchObject({ code: 'unit_has_children' })
    expect(
      await refusalOf(office.does('admin', (deed) => endUnit(deed, { unitId: top, version: 2 }, { on: '2011-12-01' }))),
    ).toMatchObject({ code: 'end_before_beginning' })
  })
})
