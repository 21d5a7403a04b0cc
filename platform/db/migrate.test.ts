// Migrations: in order, once, each whole or not at all, and history is never rewritten.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase, type OwnDatabase } from '#testing'
import { migrate } from './migrate.ts'

let database: OwnDatabase
let folder: string
beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'kontoret-migrations-'))
  write('0001_first.sql', 'create table first (a int);')
  write('0002_second.sql', 'create table second (a int);\ninsert into first values (1);')
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql)
}

async function count(sql: string): Promise<number> {
  return Number((await database.ownerPool.query<{ n: bigint }>(`select count(*) as n from ${sql}`)).rows[0]?.n)
}

test('applies what is missing, once', async () => {
  expect(await migrate(database.ownerPool, folder)).toBe(2)
  expect(await migrate(database.ownerPool, folder)).toBe(0)
  expect(await count('first')).toBe(1)
  write('0003_third.sql', 'insert into first values (2)')
  expect(await migrate(database.ownerPool, folder)).toBe(1)
  expect(await count('first')).toBe(2)
})

test('processes that start together apply each file once', async () => {
  const applied = await Promise.all([1, 2].map(() => migrate(database.ownerPool, folder)))
  expect(applied.toSorted((a, b) => a - b)).toEqual([0, 2])
  expect(await count('schema_history.applied')).toBe(2)
})

test('a file that fails leaves nothing of itself and names its line', async () => {
  write('0003_third.sql', 'create table third (a int);\n\nselect nothing_here;')
  await expect(migrate(database.ownerPool, folder)).rejects.toThrow(
    'Migration 0003_third.sql, line 3, failed: column "nothing_here" does not exist',
  )
  expect(await count('pg_tables where tablename = $$third$$')).toBe(0)
  expect(await count('schema_history.applied')).toBe(2)
})

test('an applied file that has changed is refused', async () => {
  await migrate(database.ownerPool, folder)
  write('0002_second.sql', 'create table second (a bigint);')
  await expect(migrate(database.ownerPool, folder)).rejects.toThrow(/0002_second.sql has changed since it was applied/)
})

test('a database newer than the program is refused', async () => {
  await migrate(database.ownerPool, folder)
  rmSync(join(folder, '0002_second.sql'))
  await expect(migrate(database.ownerPool, folder)).rejects.toThrow(/newer than this program: it has 0002_second.sql/)
})

test('two files with one number, and a file that comes after its successors, are refused', async () => {
  write('0002_twin.sql', 'select 1')
  await expect(migrate(database.ownerPool, folder)).rejects.toThrow('Two migrations have number 2.')
  rmSync(join(folder, '0002_twin.sql'))
  rmSync(join(folder, '0001_first.sql'))
  write('0002_second.sql', 'select 1')
  await migrate(database.ownerPool, folder)
  write('0001_first.sql', 'create table first (a int);')
  await expect(migrate(database.ownerPool, folder)).rejects.toThrow(/0001_first.sql came after 2 was applied/)
})
