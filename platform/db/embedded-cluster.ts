// The cluster on disk: where it lies, its password, and its making by initdb. Made under another name and renamed when
// whole, so that a first start cut short leaves nothing half-made.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart, reasonOf } from './cannot-start.ts'
import { clusterHome, findBinaries, serverUser, type ServerUser } from './embedded-home.ts'

export interface Place {
  readonly dataFolder: string
  readonly home: string
  readonly cluster: string
  readonly binaries: string
  readonly user: ServerUser | undefined
  readonly password: string
  readonly disposable: boolean
}

const majorVersion = '18'

export function preparePlace(dataFolder: string, disposable: boolean): Place {
  const user = serverUser()
  const home = clusterHome(dataFolder, user)
  const cluster = join(home, 'cluster')
  return {
    dataFolder,
    home,
    cluster,
    binaries: join(findBinaries(home, user).folder, 'bin'),
    user,
    password: readPassword(join(dataFolder, 'postgres-password'), cluster),
    disposable,
  }
}

function readPassword(file: string, cluster: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  if (existsSync(cluster)) {
    throw new CannotStart(`The database in ${cluster} has lost its password file ${file}; put it back from a backup.`)
  }
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' })
  return password
}

export async function createCluster(place: Place): Promise<void> {
  for (const name of readdirSync(place.home)) {
    if (name.startsWith('unfinished-')) rmSync(join(place.home, name), { recursive: true, force: true })
  }
  const version = join(place.cluster, 'PG_VERSION')
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim()
    if (found === majorVersion) return
    throw new CannotStart(
      `The database in ${place.cluster} was made by PostgreSQL ${found}, and this program carries ${majorVersion}.`,
    )
  }
  const unfinished = join(place.home, `unfinished-${randomBytes(4).toString('hex')}`)
  const passwordFile = join(place.home, `unfinished-password-${randomBytes(4).toString('hex')}`)
  writeFileSync(passwordFile, place.password, { mode: 0o600, flag: 'wx' })
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid)
  try {
    await runInitdb(place, unfinished, passwordFile)
  } finally {
    rmSync(passwordFile)
  }
  renameSync(unfinished, place.cluster)
}

async function runInitdb(place: Place, cluster: string, passwordFile: string): Promise<void> {
  const child = spawn(
    join(place.binaries, 'initdb'),
    [
      ...['--pgdata', cluster, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      // Sorting must not depend on the machine's libraries (stack.md pitfall 3).
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...['--text-search-config', 'simple', '--no-instructions'],
      ...(place.disposable ? ['--no-sync'] : []),
    ],
    { ...asUser(place), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  const failure = await new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(reasonOf(error)))
    child.on('close', (code) => resolve(code === 0 ? undefined : output.trim().split('\n').slice(-3).join(' ')))
  })
  if (failure !== undefined) throw new CannotStart(`The database could not be created in ${place.home}: ${failure}`)
}

/** Working directory, environment and user of the server's programs. */
export function asUser(place: Place): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  const own = { cwd: place.home, env }
  return place.user ? { ...own, uid: place.user.uid, gid: place.user.gid } : own
}
