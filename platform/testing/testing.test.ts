// The harness itself: one shared database under row-level security, clones and empty databases beside it.

import { expect, test } from 'vitest'
import { cloneDatabase, emptyDatabase, freshTenantId, testDatabase } from '#testing'

async function ask(pool: { query(sql: string): Promise<{ rows: unknown[] }> }, sql: string): Promise<unknown> {
  return (await pool.query(sql)).rows[0]
}

test('the application signs in as a role that owns nothing and cannot pass by row-level security', async () => {
  const { appPool } = await testDatabase()
  expect(
    await ask(
      appPool,
      `select current_user::text as who, rolsuper as super, rolbypassrls as bypass,
        (select count(*) from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    ),
  ).toEqual({ who: 'kontoret_app', super: false, bypass: false, owned: 0n })
})

test('all threads and files share one database', async () => {
  expect(await testDatabase()).toBe(await testDatabase())
  expect(await ask((await testDatabase()).ownerPool, 'select current_database()::text as name')).toEqual({
    name: 'kontoret_tests',
  })
})

test('a clone is migrated and its own; dropped, it is gone', async () => {
  const clone = await cloneDatabase()
  await clone.ownerPool.query('create table only_here (a int)')
  const { ownerPool } = await testDatabase()
  expect(await ask(clone.ownerPool, 'select max(number) > 0 as migrated from schema_history.applied')).toEqual({
    migrated: true,
  })
  expect(await ask(ownerPool, `select to_regclass('only_here') as there`)).toEqual({ there: null })
  const name = ((await ask(clone.ownerPool, 'select current_database()::text as name')) as { name: string }).name
  await clone.drop()
  expect((await ownerPool.query('select from pg_database where datname = $1', [name])).rowCount).toBe(0)
})

test('an empty database has no table of ours', async () => {
  const empty = await emptyDatabase()
  expect(await ask(empty.ownerPool, `select to_regclass('schema_history.applied') as there`)).toEqual({ there: null })
  await empty.drop()
})

test('tenant ids are new and sort by time', () => {
  const ids = [freshTenantId(), freshTenantId()]
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(2)
})
