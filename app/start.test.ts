// The start as a person at the keyboard meets it: the real program in a process of its own, its words and its end.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { cloneDatabase, oldServer } from '#testing'
import type { OwnDatabase } from '#testing'
import { bundleServer } from '../bin/bundle.mjs'

const tree = dirname(import.meta.dirname)
const built = 'dist/started-by-test.mjs'
const isRoot = process.getuid?.() === 0
const nobody = 65_534

let outside: OwnDatabase
let folder: string
const programs: Program[] = []

beforeAll(async () => {
  await bundleServer('app/main.ts', built)
  outside = await cloneDatabase()
})
afterAll(async () => {
  await outside.drop()
  for (const file of [built, `${built}.map`]) rmSync(join(tree, file), { force: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontoret-start-'))
  chmodSync(folder, 0o755)
})
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.kill()))
  rmSync(folder, { recursive: true })
})

class Program {
  readonly process: ChildProcess
  readonly ended: Promise<number | null>
  said = ''
  complained = ''

  constructor(env: Record<string, string>, as: { uid?: number; gid?: number } = {}) {
    const { PATH = '' } = process.env
    const own = { PATH, KONTORET_DATA: join(folder, 'data'), ...env }
    this.process = spawn(process.execPath, [join(tree, built)], { cwd: folder, env: own, ...as })
    this.process.stdout?.on('data', (chunk: Buffer) => (this.said += chunk.toString()))
    this.process.stderr?.on('data', (chunk: Buffer) => (this.complained += chunk.toString()))
    this.ended = new Promise((resolve) => this.process.once('close', resolve))
    programs.push(this)
  }

  /** Waits until the program has said this; fails with its own words when it ends without. */
  async says(what: RegExp): Promise<void> {
    const heard = (): boolean => what.test(this.said)
    await expect.poll(() => heard() || this.process.exitCode !== null, { timeout: 60_000, interval: 20 }).toBe(true)
    expect(heard() ? '' : `${this.said}${this.complained}`).toBe('')
  }

  kill(): Promise<number | null> {
    if (this.process.exitCode === null) this.process.kill('SIGKILL')
    return this.ended
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

function postmaster(): number {
  const note = join(folder, 'data', 'postgres-home.txt')
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(folder, 'data', 'postgres')
  return Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

async function page(port: number): Promise<string> {
  const reply = await fetch(`http://localhost:${port}/`)
  expect(reply.status).toBe(200)
  return reply.text()
}

test('address and seats are printed while cases load; a second start is refused, kill -9 is recovered from, Ctrl-C ends it all', async () => {
  const port = await freePort()
  const first = new Program({ PORT: String(port) })
  await first.says(/Loading cases/)
  const [address, office, ...seats] = first.said.split('\n')
  expect(address).toBe(`Kontoret: http://localhost:${port}`)
  expect(office).toBe('  Kontoret för interna tjänster, Tyresö kommun – 2012-10-03')
  expect(seats.filter((line) => /^ {4}\S.+, .+: \S+ \S+$/.test(line)).length).toBeGreaterThanOrEqual(8)
  expect(await page(port)).toMatch(/<progress[^>]* max="1900"/)

  const second = new Program({ PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.complained).toBe(`Kontoret is already running on ${folder}/data (process ${first.process.pid}).\n`)

  const orphan = postmaster()
  await first.kill()
  expect(isRunning(orphan), 'PostgreSQL outlives a kill -9').toBe(true)
  const again = new Program({ PORT: String(port) })
  await again.says(/Loading cases/)
  expect(isRunning(orphan)).toBe(false)
  await page(port)

  const server = postmaster()
  again.process.kill('SIGINT')
  again.process.kill('SIGINT')
  expect(await again.ended).toBe(0)
  expect(again.complained).toBe('')
  expect(isRunning(server)).toBe(false)
}, 120_000)

test('with DATABASE_URL another PostgreSQL is used and left running', async () => {
  const port = await freePort()
  const program = new Program({ PORT: String(port), DATABASE_URL: outside.url, KONTORET_DEMO: 'off' })
  await program.says(/Kontoret: /)
  await page(port)
  expect(existsSync(join(folder, 'data', 'postgres'))).toBe(false)
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  expect((await outside.ownerPool.query('select 1')).rowCount).toBe(1)
}, 60_000)

test('what stops a start is one clear sentence and exit 1', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve))
  const takenPort = (taken.address() as { port: number }).port
  const old = oldServer()
  const oldPort = await old.listening
  const at = { DATABASE_URL: outside.url, KONTORET_DEMO: 'off' }
  const cases: [Record<string, string>, string][] = [
    [{ ...at, PORT: String(takenPort) }, `Port ${takenPort} is taken; stop what uses it or choose another with PORT.`],
    [{ PORT: 'tretusen' }, 'PORT should be a number from 1 to 65535, not “tretusen”.'],
    [{ PORT: '70000' }, 'PORT should be a number from 1 to 65535, not “70000”.'],
    [
      { KONTORET_URL: 'kontoret.example' },
      'KONTORET_URL should be an address such as https://kontoret.example, not “kontoret.example”.',
    ],
    [
      { KONTORET_DATA: '/proc/kontoret' },
      'The data folder /proc/kontoret cannot be written (ENOENT); set KONTORET_DATA to a folder of your own.',
    ],
    [
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/kontoret' },
      'The database at 127.0.0.1:1/kontoret cannot be reached: ECONNREFUSED.',
    ],
    [
      { DATABASE_URL: `postgres://a:b@127.0.0.1:${oldPort}/k` },
      `PostgreSQL 15.13 at 127.0.0.1:${oldPort}/k is too old; Kontoret needs 16 or newer.`,
    ],
  ]
  const ends = await Promise.all(
    cases.map(async ([env]) => {
      const program = new Program({ PORT: String(await freePort()), ...env })
      const code = await program.ended
      return { code, said: program.said, complained: program.complained }
    }),
  )
  expect(ends).toEqual(cases.map(([, sentence]) => ({ code: 1, said: '', complained: `${sentence}\n` })))
  taken.close()
  old.close()
}, 60_000)

/** The tree itself may lie where only root can go; then an ordinary user has a tree of their own. */
function everyoneCanRead(path: string): boolean {
  return (statSync(path).mode & 0o005) === 0o005 && (path === '/' || everyoneCanRead(dirname(path)))
}

test.runIf(isRoot)(
  'as root under a closed home, the database lies where its user can go',
  async () => {
    chmodSync(folder, 0o700)
    const port = await freePort()
    const program = new Program({ PORT: String(port), KONTORET_DEMO: 'off' })
    await program.says(/Kontoret: /)
    await page(port)
    program.process.kill('SIGINT')
    expect([await program.ended, program.complained]).toEqual([0, ''])
    rmSync(readFileSync(join(folder, 'data', 'postgres-home.txt'), 'utf8').trim(), { recursive: true })
  },
  60_000,
)

test.runIf(isRoot && everyoneCanRead(tree))(
  'as an ordinary user in a folder of their own',
  async () => {
    chmodSync(folder, 0o700)
    chownSync(folder, nobody, nobody)
    const port = await freePort()
    const program = new Program({ PORT: String(port), KONTORET_DEMO: 'off' }, { uid: nobody, gid: nobody })
    await program.says(/Kontoret: /)
    await page(port)
    expect(statSync(join(folder, 'data', 'postgres', 'cluster')).uid).toBe(nobody)
    program.process.kill('SIGINT')
    expect([await program.ended, program.complained]).toEqual([0, ''])
  },
  60_000,
)
