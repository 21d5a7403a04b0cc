// Starts an installation: database, rooms, server, worker, and – in a demonstration – the world, loaded while people may
// already sit down. What stops the start is said in one sentence.
import { join } from 'node:path'
import { CannotStart, reasonOf } from '#platform/db/cannot-start'
import { openDatabase } from '#platform/db/database'
import { floorOver } from '#platform/db/floor'
import { declareAddress } from '#platform/address'
import { stopTypesetting } from '#platform/documents/render'
import { filesJobs } from '#platform/files/sweep'
import { diskFileStore } from '#platform/files/store'
import { systemClock } from '#platform/clock'
import { identityJobs } from '#platform/identity/sweep'
import { startHeads } from '#platform/journal-heads'
import { mailJobs } from '#platform/mail'
import { startWorker } from '#platform/worker'
import { loadWorld } from '../world/load.ts'
import { makeApplication } from './application.ts'
import { readAssets } from './assets.ts'
import { readConfig } from './config.ts'
import type { Config } from './config.ts'
import { modules, wire } from './modules.ts'
import { announce, announceLoading } from './announce.ts'

async function start(config: Config): Promise<() => Promise<void>> {
  wire()
  declareAddress(config.url)
  const database = await openDatabase({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl })
  const closers: (() => Promise<unknown>)[] = [
    () => database.close(),
    () => {
      stopTypesetting()
      return Promise.resolve()
    },
  ]
  const stop = async (): Promise<void> => {
    for (const close of closers.toReversed()) await close().catch(() => undefined)
  }
  try {
    const stage = { floor: floorOver(database.appPool), clock: systemClock }
    const files = diskFileStore(join(config.dataFolder, 'files'))
    const world = config.demonstration ? await loadWorld(stage) : undefined
    const heads = startHeads(stage, join(config.dataFolder, 'journal-heads'))
    closers.push(() => heads.stop())
    if (config.role !== 'app') {
      const worker = await startWorker(
        database.url,
        stage,
        [
          mailJobs({ ...(config.smtpUrl ? { smtpUrl: config.smtpUrl } : {}), from: config.mailFrom }),
          filesJobs(files),
          identityJobs,
          ...modules.flatMap((room) => (room.jobs ? [room.jobs] : [])),
        ],
        () => undefined,
      )
      closers.push(() => worker.stop())
    }
    if (config.role !== 'worker') {
      const { server } = await makeApplication({
        stage,
        appPool: database.appPool,
        files,
        url: config.url,
        logLevel: config.logLevel,
        development: config.development,
        assets: readAssets(
          join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../dist/client' : 'client'),
        ),
      })
      closers.push(() => server.close())
      await listen(server, config)
      announce(config, world)
    }
    if (world) {
      closers.push(() => world.stop())
      announceLoading(world)
    }
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

async function listen(
  server: { listen(options: { port: number; host: string }): Promise<string> },
  config: Config,
): Promise<void> {
  try {
    await server.listen({ port: config.port, host: config.host })
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'EADDRINUSE')
      throw new CannotStart(`Port ${config.port} is taken; stop what uses it or choose another with PORT.`, error)
    throw new CannotStart(`Cannot listen on ${config.host}:${config.port}: ${reason}.`, error)
  }
}

try {
  const stop = await start(readConfig(process.env))
  let stopping = false
  const leave = (): void => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
}
