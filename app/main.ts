// Starts an installation: database, rooms, server, worker, and – in a demonstration – the world, loaded while people may
// already sit down. What stops the start is said in one sentence.
import { join } from 'node:path'
import { CannotStart, reasonOf } from '#platform/db/cannot-start'
import { openDatabase } from '#platform/db/database'
import type { Database } from '#platform/db/database'
import { floorOver } from '#platform/db/floor'
import { declareAddress } from '#platform/address'
import type { Stage } from '#platform/act'
import { stopTypesetting } from '#platform/documents/render'
import { filesJobs } from '#platform/files/sweep'
import { diskFileStore } from '#platform/files/store'
import type { FileStore } from '#platform/files/store'
import { systemClock } from '#platform/clock'
import { startHeads } from '#platform/journal-heads'
import { identityJobs } from '#platform/identity/sweep'
import { mailJobs } from '#platform/mail'
import { startWorker, sweep } from '#platform/worker'
import { recountFigures } from '#cases'
import { loadWorld } from '../world/load.ts'
import { makeApplication } from './application.ts'
import { readAssets } from './assets.ts'
import { readConfig } from './config.ts'
import type { Config } from './config.ts'
import { modules, wire } from './modules.ts'
import { announce, announceLoading } from './announce.ts'

/** What is closed when the program stops, the last opened first. */
type Closers = (() => unknown)[]

interface Installation {
  readonly config: Config
  readonly database: Database
  readonly stage: Stage
  readonly files: FileStore
}

async function start(config: Config): Promise<() => Promise<void>> {
  wire()
  declareAddress(config.url)
  const database = await openDatabase({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl })
  const closers: Closers = [() => database.close(), stopTypesetting]
  const stop = async (): Promise<void> => {
    for (const close of closers.toReversed()) {
      try {
        await close()
      } catch {
        // What cannot be closed must not keep the rest open.
      }
    }
  }
  try {
    const stage = { floor: floorOver(database.appPool), clock: systemClock }
    const files = diskFileStore(join(config.dataFolder, 'files'))
    await open({ config, database, stage, files }, closers)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

async function open(installation: Installation, closers: Closers): Promise<void> {
  const { config, stage } = installation
  // Closed last of these: the head of the journal is written when nothing more can be added to it.
  const heads = startHeads(stage, join(config.dataFolder, 'journal-heads'))
  closers.push(() => heads.stop())
  // Before the world: a taken port is said at once.
  if (config.role !== 'worker') closers.push(await serve(installation))
  const world = config.demonstration ? await loadWorld(stage) : undefined
  if (world) closers.push(() => world.stop())
  if (config.role !== 'app') closers.push(await startJobs(installation))
  announce(config, world)
  if (!world) return
  const telling = world.tell()
  announceLoading(world, telling)
  // What a real office gets one night at a time: the figures of the months behind it.
  telling.then(() => sweep(stage, { run: async (context) => void (await recountFigures(context)) })).catch(() => {})
}

async function startJobs({ config, database, stage, files }: Installation): Promise<() => Promise<void>> {
  const worker = await startWorker(
    database.url,
    stage,
    [
      mailJobs({ ...(config.smtpUrl ? { smtpUrl: config.smtpUrl } : {}), from: config.mailFrom }),
      filesJobs(files),
      identityJobs,
      ...modules.flatMap((room) => (room.jobs ? [room.jobs] : [])),
    ],
    // What failed and how, never what about: the message of an error may hold what somebody wrote. It is tried again.
    (task, error) => console.error(`Job ${task} failed (${error instanceof Error ? error.name : typeof error}).`),
  )
  return () => worker.stop()
}

async function serve({ config, database, stage, files }: Installation): Promise<() => Promise<void>> {
  const { server } = await makeApplication({
    stage,
    appPool: database.appPool,
    files,
    url: config.url,
    logLevel: config.logLevel,
    development: config.development,
    assets: readAssets(join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../dist/client' : 'client')),
  })
  try {
    await server.listen({ port: config.port, host: config.host })
  } catch (error) {
    await server.close()
    const reason = reasonOf(error)
    if (reason === 'EADDRINUSE')
      throw new CannotStart(`Port ${config.port} is taken; stop what uses it or choose another with PORT.`, error)
    throw new CannotStart(`Cannot listen on ${config.host}:${config.port}: ${reason}.`, error)
  }
  return () => server.close()
}

const longestStopMs = 20_000

try {
  const stop = await start(readConfig(process.env))
  let stopping = false
  const leave = (): void => {
    // A terminal's Ctrl-C comes twice: from the terminal and from npm.
    if (stopping) return
    stopping = true
    setTimeout(() => {
      console.error(`Kontoret did not stop within ${longestStopMs / 1000} seconds and ends as it is.`)
      process.exit(1)
    }, longestStopMs).unref()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
}
