// Opening the database as the program does: embedded with its lock and its recovery, or at an address, as an owner who
// may make roles and as one who may not. What cannot work is said in one sentence.

import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cloneDatabase, emptyDatabase, oldServer } from '#testing'
import { openDatabase, type Database } from './database.ts'
import { serverUser } from './embedded-home.ts'

let folder: string
const opened: Database[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontoret-open-'))
  chmodSync(folder, 0o755)
})
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  rmSync(folder, { recursive: true })
})

async function open(config: Partial<Parameters<typeof openDatabase>[0]> = {}): Promise<Database> {
  const database = await openDatabase({ dataFolder: join(folder, 'data'), ...config })
  opened.push(database)
  return database
}

async function who(database: Database): Promise<unknown> {
  return (await database.appPool.query('select current_user::text as role')).rows[0]
}

test('one life of a data folder: opened, shared, locked, closed and opened again', async () => {
  const database = await open()
  expect(await who(database)).toEqual({ role: 'kontoret_app' })
  await database.ownerPool.query('create table kept (a int)')

  const role = await database.ownerPool.query(
    'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  )
  expect(role.rows[0], 'the owner is no superuser').toEqual({ rolsuper: false, rolbypassrls: false })

  const file = join(folder, 'data', 'postgres-password')
  expect(statSync(file).mode & 0o777, 'the password is for its owner alone').toBe(0o600)
  expect(readFileSync(file, 'utf8').trim()).toHaveLength(32)
  await expect(open({ databaseUrl: database.url.replace(/:[^:@]+@/, ':wrong@') })).rejects.toThrow(
    /cannot be reached: password authentication failed/,
  )

  await expect(open(), 'a second start on the same folder').rejects.toThrow(
    `Kontoret is already running on ${folder}/data (process ${process.pid}).`,
  )
  const second = await open({ databaseUrl: database.url })
  expect(await who(second), 'a second process uses the address of the first').toEqual({ role: 'kontoret_app' })
  expect(await who(database)).toEqual({ role: 'kontoret_app' })
  await opened.pop()?.close()

  const pid = serverPid()
  await opened.pop()?.close()
  expect(isRunning(pid), 'closing ends the server').toBe(false)
  const again = await open()
  expect((await again.ownerPool.query('select from kept')).rowCount).toBe(0)
})

test('recovers after kill -9: the surviving server is ended and committed rows are there', async () => {
  const program = `
    const { openDatabase } = await import(${JSON.stringify(join(import.meta.dirname, 'database.ts'))})
    const database = await openDatabase({ dataFolder: process.argv[1] })
    await database.ownerPool.query('create table survived (a int)')
    console.log('ready')
    setInterval(() => {}, 1000)`
  const data = join(folder, 'data')
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, data], { stdio: ['ignore', 'pipe', 2] })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  const pid = serverPid()
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(isRunning(pid)).toBe(true)
  const database = await open()
  expect(isRunning(pid)).toBe(false)
  expect((await database.ownerPool.query('select from survived')).rowCount).toBe(0)
})

test('recovers after its server was killed and the number has become another process', async () => {
  const database = await open()
  await database.ownerPool.query('create table survived (a int)')
  const pid = serverPid()
  process.kill(pid, 'SIGKILL')
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 5))
  await opened.pop()?.close()
  const user = serverUser()
  const other = spawn('sleep', ['60'], { cwd: '/', ...(user ? { uid: user.uid, gid: user.gid } : {}) })
  try {
    const lines = readFileSync(pidFile(), 'utf8').split('\n')
    writeFileSync(pidFile(), [String(other.pid), ...lines.slice(1)].join('\n'))
    expect((await (await open()).ownerPool.query('select from survived')).rowCount).toBe(0)
  } finally {
    other.kill()
  }
})

const pidFile = (): string => join(folder, 'data', 'postgres', 'cluster', 'postmaster.pid')

function serverPid(): number {
  return Number(readFileSync(pidFile(), 'utf8').split('\n')[0])
}

/** A killed child of a killed parent may linger as an entry without a process; that is not running. */
function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

test('a disposable server and its folder are gone soon after its program is killed', async () => {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    await startEmbedded({ dataFolder: process.argv[1], disposable: true })
    console.log('ready')
    setInterval(() => {}, 1000)`
  const data = join(folder, 'data')
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, data], { stdio: ['ignore', 'pipe', 2] })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  const pid = serverPid()
  child.kill('SIGKILL')
  await expect.poll(() => isRunning(pid) || existsSync(data), { timeout: 10_000 }).toBe(false)
})

test('a data folder too deep for a Unix socket works over TCP on this machine alone', async () => {
  const deep = join(folder, 'd'.repeat(60), 'e'.repeat(60))
  mkdirSync(deep, { recursive: true })
  for (const each of [folder, join(folder, 'd'.repeat(60)), deep]) chmodSync(each, 0o755)
  const database = await open({ dataFolder: deep })
  expect(database.url).toMatch(/host=127\.0\.0\.1&port=\d+$/)
  expect(await who(database)).toEqual({ role: 'kontoret_app' })
})

test.runIf(process.getuid?.() === 0)(
  'as root under a closed folder the cluster lies where its user can go',
  async () => {
    chmodSync(folder, 0o700)
    const database = await open()
    expect(await who(database)).toEqual({ role: 'kontoret_app' })
    const note = join(folder, 'data', 'postgres-home.txt')
    expect(existsSync(note)).toBe(true)
    await opened.pop()?.close()
    const again = await open()
    expect(await who(again)).toEqual({ role: 'kontoret_app' })
    await opened.pop()?.close()
    rmSync(readFileSync(note, 'utf8').trim(), { recursive: true })
  },
)

test('an owner who may not make roles takes the role it was granted', async () => {
  const own = await emptyDatabase()
  const name = (await own.ownerPool.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? ''
  const plain = `plain_${name.slice(-12)}`
  await own.ownerPool.query(`create role ${plain} login password 'secret'`)
  await own.ownerPool.query(`grant kontoret_app to ${plain}; grant create on database ${name} to ${plain}`)
  const url = own.url.replace(/\/\/[^@]*@/, `//${plain}:secret@`)
  const database = await open({ databaseUrl: url, migrationsFolder: folder })
  expect(await who(database)).toEqual({ role: 'kontoret_app' })
  await database.appPool.query('discard all')
  expect(await who(database)).toEqual({ role: 'kontoret_app' })
  await opened.pop()?.close()
  await own.ownerPool.query(`drop owned by ${plain}`).catch(() => undefined)
  await own.drop()
})

test('an address that is migrated already opens as it is', async () => {
  const clone = await cloneDatabase()
  const database = await open({ databaseUrl: clone.url })
  expect(await who(database)).toEqual({ role: 'kontoret_app' })
  await opened.pop()?.close()
  await clone.drop()
})

test.each([
  ['postgres://a:b@127.0.0.1:1/kontoret', 'The database at 127.0.0.1:1/kontoret cannot be reached: ECONNREFUSED.'],
  ['mysql://a@b/c', 'DATABASE_URL should look like postgres://user:password@host:5432/database.'],
  ['postgres://', 'DATABASE_URL should look like postgres://user:password@host:5432/database.'],
])('an address that cannot be is said in one sentence: %s', async (databaseUrl, sentence) => {
  await expect(open({ databaseUrl })).rejects.toThrow(sentence)
})

test('a PostgreSQL that is too old is said in one sentence', async () => {
  const server = oldServer()
  const port = await server.listening
  await expect(open({ databaseUrl: `postgres://a:b@127.0.0.1:${port}/k` })).rejects.toThrow(
    `PostgreSQL 15.13 at 127.0.0.1:${port}/k is too old; Kontoret needs 16 or newer.`,
  )
  server.close()
})

test('a folder that cannot be written is said in one sentence', async () => {
  await expect(open({ dataFolder: '/proc/kontoret' })).rejects.toThrow(
    /^The data folder \/proc\/kontoret cannot be written \(E\w+\); set KONTORET_DATA to a folder of your own\.$/,
  )
})
