// T-KILL: the application is killed again and again under eight writers, now and then its database with it. When all is
// over, what was acknowledged is there, once, whole, and the journal holds.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { openDatabase } from '#platform/db/database'
import { floorOver } from '#platform/db/floor'
import { openSession } from '#platform/identity/sessions'
import { checkJournal } from '#platform/journal-check'
import { openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { findWrong } from './kept.ts'
import type { Outcome } from './outcome.ts'
import { freePort, startApp } from './programs.ts'
import type { RunningApp } from './programs.ts'
import { startWriters } from './writers.ts'
import type { Writers } from './writers.ts'

export interface KillsOptions {
  readonly kills: number
  readonly writers?: number
  /** One kill in so many takes the database server too; 0 = none. */
  readonly serverEvery?: number
  /** One in so many takes one of the server's processes: all sessions end, the application lives on; 0 = none. */
  readonly backendEvery?: number
  /** Takes a protection away before anything is written (T-NEG). */
  readonly weaken?: (owner: Pool) => Promise<void>
}

const callers: readonly CastName[] = ['employee', 'colleague', 'teacher', 'purchaser', 'coordinator']

export async function kills(options: KillsOptions): Promise<Outcome> {
  const { writers: atOnce = 8 } = options
  const folder = mkdtempSync(join(tmpdir(), 'kontoret-kills-'))
  chmodSync(folder, 0o755)
  try {
    const house: House = { data: join(folder, 'data'), port: String(await freePort()) }
    const { scene, cookies } = await furnish(house, options)
    const started = { app: await startHouse(house), kinds: { app: 0, server: 0, backend: 0 } }
    const writers = startWriters({ url: started.app.url, cookies }, atOnce)
    for (let n = 1; n <= options.kills; n++) await killOnce(house, started, writers, kindOf(n, options))
    await progress(writers)
    await writers.stop()
    await sleep(300)
    await started.app.stop()
    return await judge(house, scene, writers, started.kinds)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface House {
  readonly data: string
  readonly port: string
}
type Kind = 'app' | 'server' | 'backend'

function kindOf(n: number, { serverEvery = 0, backendEvery = 0 }: KillsOptions): Kind {
  if (serverEvery > 0 && n % serverEvery === 0) return 'server'
  return backendEvery > 0 && n % backendEvery === 0 ? 'backend' : 'app'
}

async function furnish({ data }: House, { weaken }: KillsOptions): Promise<{ scene: Scene; cookies: string[] }> {
  const database = await openDatabase({ dataFolder: data })
  await weaken?.(database.ownerPool)
  const scene = await openScene({ appPool: database.appPool })
  const cookies: string[] = []
  for (const name of callers) {
    const who = { accountId: scene.ids.account[name], seatId: scene.ids.seat[name] }
    cookies.push(`kontoret=${await openSession(scene.floor, scene.tenant, who, Temporal.Now.instant())}`)
  }
  await database.close()
  return { scene, cookies }
}

const startHouse = ({ data, port }: House): Promise<RunningApp> => startApp({ KONTORET_DATA: data, PORT: port })

interface Started {
  app: RunningApp
  readonly kinds: Record<Kind, number>
}

async function killOnce(house: House, started: Started, writers: Writers, kind: Kind): Promise<void> {
  await progress(writers)
  // The server goes at the very moment somebody has been told that it is done.
  if (kind !== 'server') await sleep(Math.random() * 150)
  started.kinds[kind] += 1
  if (kind === 'backend') {
    process.kill(someSession(house.data), 'SIGKILL')
    return
  }
  if (kind === 'server') process.kill(postmaster(house.data), 'SIGKILL')
  await started.app.kill()
  started.app = await startHouse(house)
}

/** The writers have been acknowledged some more: whatever was killed is up again. */
async function progress(writers: Writers): Promise<void> {
  const goal = writers.acknowledged.length + 8
  for (let n = 0; writers.acknowledged.length < goal; n++) {
    if (n > 12_000 || writers.odd.length > 0) throw new Error(`kills: nothing goes on: ${writers.odd.join('; ')}`)
    await sleep(10)
  }
}

const cluster = (data: string): string => join(data, 'postgres', 'cluster')
const postmaster = (data: string): number =>
  Number(readFileSync(join(cluster(data), 'postmaster.pid'), 'utf8').split('\n')[0])

/** A process of the server that serves a session of ours. */
function someSession(data: string): number {
  const parent = String(postmaster(data))
  const found = readdirSync('/proc').filter((pid) => {
    try {
      const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
      return rest.split(' ')[1] === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('kontoret_app')
    } catch {
      return false
    }
  })
  if (found.length === 0) throw new Error('kills: no session to kill')
  return Number(found[Math.floor(Math.random() * found.length)])
}

async function judge(house: House, scene: Scene, writers: Writers, kinds: Started['kinds']): Promise<Outcome> {
  const database = await openDatabase({ dataFolder: house.data })
  try {
    const stage = { ...scene.stage, floor: floorOver(database.appPool) }
    const wrong = await findWrong(stage, scene.tenant, writers)
    const journal = await checkJournal(stage, scene.tenant, join(house.data, 'journal-heads'))
    return {
      figures: {
        ...{ kills: kinds.app + kinds.server + kinds.backend, 'of the database': kinds.server + kinds.backend },
        ...{ acknowledged: writers.acknowledged.length, tries: writers.tries() },
        ...{ lost: wrong.lost.length, doubled: wrong.doubled.length, 'half-written': wrong.half.length },
        journal: journal.broken ? `broken at ${journal.broken.n}` : `${journal.entries} entries intact`,
      },
      deviations: [
        ...wrong.lost.map((what) => `lost: ${what}`),
        ...wrong.doubled.map((what) => `doubled: ${what}`),
        ...wrong.half.map((what) => `half-written: ${what}`),
        ...writers.odd,
        ...(journal.broken ? [`journal: ${journal.broken.why} at ${journal.broken.n}`] : []),
      ],
    }
  } finally {
    await database.close()
  }
}
