import { beforeAll, describe, expect, test } from 'vitest'
import { roleVersions } from '../../../world/tyreso/roles.ts'
import type { Office } from '../office-for-tests.ts'
import { day, openOffice, refusalOf } from '../office-for-tests.ts'
import type { BundleKey } from '../rights.ts'
import { bundles, isRight, rights, rightsOf, rightWords } from '../rights.ts'
import { addRole, addRoleVersion, endRole } from './add-role.ts'
import { role, roleByCode, rolesOn } from './queries.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

test('every right has words in both languages, and every bundle of the world is one of ours with rights that exist', () => {
  for (const right of rights) expect(rightWords[right].sv.length * rightWords[right].en.length).toBeGreaterThan(0)
  for (const version of roleVersions) expect(Object.keys(bundles)).toContain(version.bundle)
  for (const key of Object.keys(bundles) as BundleKey[]) expect(rightsOf(key).every(isRight)).toBe(true)
})

test('TY-049 the trainee’s bundle has few rights and never the customer register', () => {
  expect(rightsOf('trainee')).toEqual(['case.handle'])
})

describe('versions of a role', () => {
  test('TY-034 rights follow the version of the day, for whoever holds the role', async () => {
    const { ids } = office.scene
    const before = await office.scene.actor('proposer', day('2012-12-31'))
    await office.does('admin', (deed) =>
      addRoleVersion(
        deed,
        { roleId: ids.role['kravanalytiker'] ?? '', version: 1 },
        {
          name: 'Kravanalytiker',
          rights: ['catalogue.propose', 'figures.read'],
          from: '2013-01-01',
          level: 'tactical',
        },
      ),
    )
    const after = await office.scene.actor('proposer', day('2013-01-01'))
    expect([...before.rights]).toEqual(['catalogue.propose'])
    expect(after.rights).toEqual(new Set(['catalogue.propose', 'figures.read']))
    expect(after.seatId).toBe(before.seatId)
  })

  test('a version with predecessors of other roles: both models can be shown, from either end', async () => {
    const add = (code: string, name: string, from: string) =>
      office.does('admin', (deed) => addRole(deed, { code, name, rights: [], from, model: 'BEST-IT 2011' }))
    const strategist = await add('it-strateg', 'IT-strateg', '2011-01-01')
    const head = await add('best-it-chef', 'BEST-IT-chef', '2011-01-01')
    const deputy = await office.does('admin', (deed) =>
      addRole(deed, {
        code: 'bitradande-it-chef',
        name: 'Biträdande IT-chef',
        rights: ['unit.manage'],
        from: '2014-01-01',
        model: 'IT-Leverans 2013',
        responsibilities: ['Utveckla beställarfunktionen'],
        predecessors: [
          { roleId: strategist.roleId, basis: 'inferred' },
          { roleId: head.roleId, basis: 'stated' },
        ],
      }),
    )
    const shown = await office.reads('employee', (view) => role(view, deputy.roleId))
    expect(shown.versions[0]?.predecessors.map((one) => [one.name, one.basis]).toSorted()).toEqual([
      ['BEST-IT-chef', 'stated'],
      ['IT-strateg', 'inferred'],
    ])
    expect((await office.reads('employee', (view) => role(view, head.roleId))).versions[0]?.successors).toMatchObject([
      { roleId: deputy.roleId, versionNo: 1 },
    ])
    await office.does('admin', (deed) => endRole(deed, head, { on: '2014-01-01' }))
    const names = async (date: string) =>
      (await office.reads('employee', (view) => rolesOn(view, day(date)))).map((one) => one.code)
    expect(await names('2013-12-31')).toContain('best-it-chef')
    expect(await names('2014-01-01')).not.toContain('best-it-chef')
    expect(await names('2014-01-01')).toContain('bitradande-it-chef')
  })

  test('a version begins after the latest, a code is taken once, rights must exist, a predecessor must have been there', async () => {
    const { roleId } = await office.does('admin', (deed) =>
      addRole(deed, { code: 'registrator', name: 'Registrator', rights: ['registry.edit'], from: '2012-01-01' }),
    )
    const next = (from: string, version = 1) =>
      office.does('admin', (deed) =>
        addRoleVersion(deed, { roleId, version }, { name: 'Registrator', rights: [], from }),
      )
    expect(await refusalOf(next('2012-01-01'))).toMatchObject({ code: 'version_begins_too_early', field: 'from' })
    await next('2012-06-01')
    expect(await refusalOf(next('2012-09-01'))).toMatchObject({ status: 412 })
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          addRole(deed, { code: 'registrator', name: 'R', rights: [], from: '2012-01-01' }),
        ),
      ),
    ).toMatchObject({ code: 'role_exists' })
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          addRole(deed, { code: 'y', name: 'Y', rights: ['world.rule' as never], from: '2012-01-01' }),
        ),
      ),
    ).toMatchObject({ code: 'unknown_right' })
    expect(
      await refusalOf(
        office.does('admin', (deed) =>
          addRole(deed, {
            code: 'z',
            name: 'Z',
            rights: [],
            from: '2011-01-01',
            predecessors: [{ roleId, basis: 'stated' }],
          }),
        ),
      ),
    ).toMatchObject({ code: 'no_predecessor' })
    expect(
      await refusalOf(
        office.does('manager', (deed) => addRole(deed, { code: 'q', name: 'Q', rights: [], from: '2012-01-01' })),
      ),
    ).toMatchObject({ status: 403 })
    expect(await office.reads('employee', (view) => roleByCode(view, 'registrator'))).toEqual({ roleId, version: 2 })
  })
})
