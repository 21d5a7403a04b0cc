// The journal is tampered with in every way its owner could think of, and each time the first broken entry is named.
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cloneDatabase } from '#testing'
import type { OwnDatabase } from '#testing'
import { openScene } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { act } from './act.ts'
import { checkJournal } from './journal-check.ts'
import { startHeads } from './journal-heads.ts'

let database: OwnDatabase
let scene: Scene
let second: Scene
let folder: string
let file: string
const written = 12

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kontoret-heads-'))
  database = await cloneDatabase()
  scene = await openScene({ appPool: database.appPool })
  second = await openScene({ appPool: database.appPool })
  file = join(folder, `${scene.tenant.tenantId}.heads`)
  await writeEntries(7)
  await keepHead()
  await writeEntries(5)
  // The owner of the tables can take the policies away; that is the one the chain is kept against.
  await owner('alter table platform.journal no force row level security')
  await owner('alter table platform.journal_head no force row level security')
  await owner('create table public.journal_copy as select * from platform.journal')
  await owner('create table public.head_copy as select * from platform.journal_head')
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await owner('delete from platform.journal; insert into platform.journal select * from public.journal_copy')
  await owner('delete from platform.journal_head; insert into platform.journal_head select * from public.head_copy')
})

const owner = (statement: string) => database.ownerPool.query(statement)

async function writeEntries(count: number): Promise<void> {
  const actor = await scene.actor('admin')
  for (let n = 0; n < count; n++)
    await act(scene.stage, scene.tenant, actor, (deed) => {
      deed.journal({
        verb: 'trial.written',
        kind: 'trial',
        id: deed.newId(),
        facts: { n, amountOre: '125', text: 'ÅÄÖ "quoted" \\ \n \u007f €', nested: { b: [1, 2.5, null], aa: true } },
        content: `content ${n}`,
      })
      return Promise.resolve()
    })
}

async function keepHead(): Promise<void> {
  const heads = startHeads(scene.stage, folder, 3_600_000)
  await heads.write()
  await heads.stop()
}

const verdict = () => checkJournal(scene.stage, scene.tenant, folder)

test('an untouched journal holds, also beside an office that goes on writing', async () => {
  expect(await verdict()).toEqual({ entries: BigInt(written), keptHead: 7n })
  const [found] = await Promise.all([verdict(), writeEntries(3)])
  expect(found.broken).toBeUndefined()
})

describe('tampering as the owner of the tables', () => {
  const cases: readonly [string, string, bigint, string][] = [
    ['a fact changed', `update platform.journal set facts = facts || '{"n": 99}' where n = 5`, 5n, 'entry changed'],
    ['who did it changed', 'update platform.journal set person_id = account_id where n = 9', 9n, 'entry changed'],
    [
      'an instant moved by a microsecond',
      `update platform.journal set at = at + '1 microsecond' where n = 3`,
      3n,
      'entry changed',
    ],
    [
      'the hash of content changed',
      `update platform.journal set content_hash = sha256('other') where n = 2`,
      2n,
      'entry changed',
    ],
    ['an entry removed', 'delete from platform.journal where n = 4', 4n, 'entry missing'],
    ['the first entry removed', 'delete from platform.journal where n = 1', 1n, 'entry missing'],
    [
      'two entries swapped',
      'update platform.journal set n = n + 100 where n in (5, 6); update platform.journal set n = case n when 105 then 6 else 5 end where n > 100',
      5n,
      'does not follow the entry before',
    ],
    ['the tail cut off', 'delete from platform.journal where n > 10', 10n, 'cut off after this entry'],
    [
      'the tail cut off and the head moved back, past what is kept outside',
      `delete from platform.journal where n > 6;
       update platform.journal_head h set n = 6, hash = j.hash from platform.journal j where j.n = 6`,
      6n,
      'cut off after this entry',
    ],
    [
      'the whole journal removed',
      'delete from platform.journal; delete from platform.journal_head',
      0n,
      'cut off after this entry',
    ],
    ['the head changed', `update platform.journal_head set hash = sha256('x')`, 12n, 'head in the database is another'],
    ['the head removed', 'delete from platform.journal_head', 12n, 'head in the database is another'],
    [
      'a removed row put back with a hash that follows',
      `update platform.journal j set verb = 'trial.forged' where n = 12;
       update platform.journal j set hash = sha256(j.previous_hash || convert_to(platform.journal_text(j), 'UTF8')) where n = 12`,
      12n,
      'head in the database is another',
    ],
  ]
  test.each(cases)('%s', async (_what, statement, n, why) => {
    await owner(statement)
    expect((await verdict()).broken).toEqual({ n, why })
  })

  test('a chain written anew from a changed entry on, head and all, is betrayed by the head kept outside', async () => {
    await owner(`update platform.journal set verb = 'trial.forged' where n = 6;
      do $$ declare entry platform.journal; before bytea; begin
        select hash into before from platform.journal where n = 5;
        for entry in select * from platform.journal where n > 5 order by n loop
          entry.previous_hash := before;
          before := sha256(before || convert_to(platform.journal_text(entry), 'UTF8'));
          update platform.journal set previous_hash = entry.previous_hash, hash = before where n = entry.n;
        end loop;
        update platform.journal_head set hash = before;
      end $$`)
    expect((await verdict()).broken).toEqual({ n: 7n, why: 'not the entry whose head was kept outside' })
  })

  test('a function of the database that lies about the text deceives nobody', async () => {
    await owner(`update platform.journal set verb = 'trial.forged' where n = 5`)
    await owner(
      'create or replace function platform.journal_text(j platform.journal) returns text language sql immutable return null',
    )
    expect((await verdict()).broken).toEqual({ n: 5n, why: 'entry changed' })
  })
})

test('the application itself can neither change nor remove an entry', async () => {
  const client = await database.appPool.connect()
  try {
    await client.query(`begin; set local app.tenant = '${scene.tenant.tenantId}'`)
    for (const statement of [
      'update platform.journal set n = n',
      'delete from platform.journal',
      'update platform.journal_head set n = 0',
      'truncate platform.journal',
    ]) {
      await client.query('savepoint here')
      await expect(client.query(statement), statement).rejects.toThrow(/permission denied/)
      await client.query('rollback to here')
    }
    await client.query('rollback')
  } finally {
    client.release()
  }
})

test('heads outside: one line for each new head, a line cut by a kill is no fault, a foreign line is', async () => {
  const before = readFileSync(file, 'utf8')
  expect(before).toMatch(/^7 [0-9a-f]{64}\n$/)
  appendFileSync(file, '12 abc')
  expect((await verdict()).broken).toBeUndefined()
  appendFileSync(file, '\n')
  expect((await verdict()).broken).toEqual({ n: 2n, why: 'kept head cannot be read' })
  writeFileSync(file, before)
})

test('bin/verify-journal says so of every office and ends with 1', { timeout: 60_000 }, async () => {
  await owner('delete from platform.journal where n = 8')
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/verify-journal.mjs'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, DATABASE_URL: database.url, KONTORET_DATA: folder },
    encoding: 'utf8',
  })
  expect(stdout.trim()).toBe(`${second.tenant.slug}: 0 entries hold, no head kept outside yet`)
  expect(stderr).toContain(`${scene.tenant.slug}: BROKEN at entry 8: entry missing (7 entries hold`)
  expect(status).toBe(1)
})
