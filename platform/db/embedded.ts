// Starts and stops the PostgreSQL that comes with the program: straight over the binaries, no wrapper. The server is
// told everything on its command line, listens on a Unix socket beside its data (TCP on 127.0.0.1 only when that path
// is too long for a socket), and is known to be up when it answers.

import { spawn, type ChildProcess } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fchmodSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { CannotStart, reasonOf } from './cannot-start.ts'
import { asUser, createCluster, preparePlace, type Place } from './embedded-cluster.ts'
import { prepareDataFolder } from './embedded-home.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'

export interface EmbeddedOptions {
  readonly dataFolder: string
  /** For tests and tools: no fsync, and the whole data folder is removed when the program ends, however it ends. */
  readonly disposable?: boolean
}

export interface EmbeddedPostgres {
  /** Connects as the owner of the database, who is no superuser. */
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

interface Address {
  readonly host: string
  readonly port: number
}

const ownerRole = 'kontoret_owner'
const databaseName = 'kontoret'
/** sun_path holds 108 bytes with the closing zero; some are left for the socket's own lock file. */
const longestSocketPath = 100

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataFolder = prepareDataFolder(options.dataFolder)
  const lock = await lockFolder(dataFolder)
  try {
    const place = preparePlace(dataFolder, options.disposable ?? false)
    await stopSurvivor(place)
    await createCluster(place)
    const { server, address } = await launch(place)
    await ensureOwner(place, address)
    return running(place, server, address, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** After a kill -9 the server lives on without us: end it in order, so that no half-done work of ours holds a lock. */
async function stopSurvivor(place: Place): Promise<void> {
  const pidFile = join(place.cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (Number.isInteger(pid) && pid > 1 && servesCluster(pid, place.cluster))
    await endServer(pid, () => servesCluster(pid, place.cluster))
  await forgetKilled(place.cluster, pidFile)
}

/**
 * A killed server leaves its number behind, which may be another process by now, and its children, which take a moment to
 * notice. PostgreSQL would refuse to start for either; when nobody stands in the cluster any more the number means nothing.
 */
async function forgetKilled(cluster: string, pidFile: string): Promise<void> {
  if (!existsSync('/proc/self/cwd')) return
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (!existsSync(pidFile)) return
    const processes = readdirSync('/proc').map(Number).filter(Number.isInteger)
    if (!processes.some((pid) => servesCluster(pid, cluster))) {
      rmSync(pidFile, { force: true })
      return
    }
    await sleep(20)
  }
}

/** A postmaster stands in its data directory; a number reused after a reboot does not. */
function servesCluster(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

async function endServer(pid: number, alive: () => boolean): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown; SIGQUIT leaves the rest to recovery at the next start.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < 20_000; waited += 10) {
      if (!alive()) return
      await sleep(10)
    }
  }
}

async function launch(place: Place): Promise<{ server: ChildProcess; address: Address }> {
  const logFile = join(place.dataFolder, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const address = await chooseAddress(place.home)
    const logStart = prepareLog(logFile)
    const server = spawnServer(place, address, logFile)
    const failure = await waitUntilUp(place, address, server)
    if (failure === undefined) return { server, address }
    // A taken port, or a killed server's last children still leaving: both pass.
    if (attempt < 5 && /could not bind|still in use|already in use/.test(logTail(logFile, logStart))) {
      await sleep(200 * attempt)
      continue
    }
    const words = logTail(logFile, logStart) || failure
    throw new CannotStart(`The database in ${place.cluster} did not start: ${words} (${logFile})`)
  }
}

async function chooseAddress(home: string): Promise<Address> {
  const socketPath = join(home, '.s.PGSQL.5432')
  if (Buffer.byteLength(socketPath) <= longestSocketPath) return { host: home, port: 5432 }
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return { host: '127.0.0.1', port }
}

function prepareLog(file: string): number {
  if (!existsSync(file)) return 0
  if (statSync(file).size > 10_000_000) truncateSync(file)
  return statSync(file).size
}

function logTail(file: string, from: number): string {
  const lines = readFileSync(file, 'utf8').slice(from).trim().split('\n')
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error/.test(line))
  return (telling.length > 0 ? telling : lines).slice(0, 2).join(' ')
}

function spawnServer(place: Place, address: Address, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a', 0o600)
  fchmodSync(log, 0o600)
  const settings = serverSettings(place, address)
  // Its own session: a Ctrl-C in the terminal reaches us, and we end the server after our own work is done.
  const server = spawn(
    join(place.binaries, 'postgres'),
    ['-D', place.cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    { ...asUser(place), detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  server.on('error', () => undefined)
  server.unref()
  return server
}

function serverSettings(place: Place, address: Address): Record<string, string> {
  const unixSocket = address.host.startsWith('/')
  const memoryMb = Math.floor(totalmem() / 1_048_576)
  return {
    listen_addresses: unixSocket ? '' : address.host,
    unix_socket_directories: unixSocket ? address.host : '',
    port: String(address.port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    shared_buffers: place.disposable ? '64MB' : `${Math.max(64, Math.min(1024, Math.floor(memoryMb / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memoryMb / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Personal data stays out of the log: statements that fail are logged without their text.
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(place.disposable ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  }
}

async function waitUntilUp(place: Place, address: Address, server: ChildProcess): Promise<string | undefined> {
  const ended = { reason: undefined as string | undefined }
  server.once('error', (error) => (ended.reason = reasonOf(error)))
  server.once('exit', (code, signal) => (ended.reason = `the server ended (${code ?? signal})`))
  // Recovery after a power cut may take its time; as long as the server lives we wait, but not for ever.
  for (const start = performance.now(); performance.now() - start < 600_000;) {
    if (ended.reason !== undefined) return ended.reason
    try {
      await (await connectAs(place, address, 'postgres', 'postgres')).end()
      return undefined
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      const starting = ['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET'].includes(code)
      if (!starting && !/terminated unexpectedly/.test(reasonOf(error))) {
        await endServer(server.pid ?? 0, () => ended.reason === undefined)
        return reasonOf(error)
      }
    }
    await sleep(5)
  }
  return 'the server did not answer within ten minutes'
}

async function connectAs(place: Place, address: Address, user: string, database: string): Promise<Client> {
  const client = new Client({ ...address, user, database, password: place.password })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** The owner runs migrations and owns every table; it is no superuser, so that it can do what it can elsewhere. */
async function ensureOwner(place: Place, address: Address): Promise<void> {
  const admin = await connectAs(place, address, 'postgres', 'postgres')
  try {
    const roles = await admin.query('select from pg_roles where rolname = $1', [ownerRole])
    if (roles.rowCount === 0) {
      await admin.query(`create role ${ownerRole} login createrole createdb password '${place.password}'`)
    }
    const databases = await admin.query('select from pg_database where datname = $1', [databaseName])
    if (databases.rowCount === 0) await admin.query(`create database ${databaseName} owner ${ownerRole}`)
  } finally {
    await admin.end()
  }
}

function running(place: Place, server: ChildProcess, address: Address, lock: FolderLock): EmbeddedPostgres {
  const pid = server.pid ?? 0
  const alive = (): boolean => server.exitCode === null && server.signalCode === null
  const endWithUs = (): void => {
    if (alive()) process.kill(pid, 'SIGINT')
  }
  process.on('exit', endWithUs)
  const undertaker = place.disposable ? startUndertaker(pid, [place.dataFolder, place.home]) : undefined
  const host = encodeURIComponent(address.host)
  return {
    url: `postgres://${ownerRole}:${place.password}@/${databaseName}?host=${host}&port=${address.port}`,
    pid,
    async stop() {
      process.off('exit', endWithUs)
      if (alive()) await endServer(pid, alive)
      if (place.disposable)
        for (const folder of [place.home, place.dataFolder]) rmSync(folder, { recursive: true, force: true })
      undertaker?.stdin?.end()
      await lock.release()
    },
  }
}

/** Reads from us until we are gone, then ends the server and removes its folders: nothing is left of a killed test. */
function startUndertaker(pid: number, folders: string[]): ChildProcess {
  const script =
    'read -r _; kill -INT "$0" 2>/dev/null; while kill -0 "$0" 2>/dev/null; do sleep 0.1; done; rm -rf -- "$@"'
  const child = spawn('/bin/sh', ['-c', script, String(pid), ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => undefined)
  child.unref()
  ;(child.stdin as unknown as { unref(): void }).unref()
  return child
}
