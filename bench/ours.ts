// Our own program as it serves people, in a process of its own: one application process without the job runner, on a
// filled database, in the filled office's time.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { floorOver } from '#platform/db/floor'
import { createPool } from '#platform/db/pool'
import { projectRoot } from '#platform/db/project-root'
import { diskFileStore } from '#platform/files/store'
import { tenantBySlug } from '#platform/identity/reach'
import { openSession } from '#platform/identity/sessions'
import { makeApplication } from '../app/application.ts'
import { readAssets } from '../app/assets.ts'
import { wire } from '../app/modules.ts'
import { local } from '../world/scene.ts'
import { filledAt } from './fill.ts'
import { appAddress, connections } from './process.ts'
import type { ProcessFacts } from './process.ts'
import { tapPool } from './tap.ts'

export async function runOurs(facts: ProcessFacts): Promise<void> {
  wire()
  const appPool = createPool({ url: await appAddress(facts.url), max: connections, statementTimeoutMs: 30_000 })
  const tap = tapPool(appPool)
  const ahead = local(filledAt).epochMilliseconds - Temporal.Now.instant().epochMilliseconds
  const clock = () => Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds + ahead)
  const stage = { floor: floorOver(appPool), clock }
  const { server } = await makeApplication({
    stage,
    appPool,
    files: diskFileStore(join(mkdtempSync(join(tmpdir(), 'kontoret-bench-files-')), 'files')),
    url: 'http://127.0.0.1',
    logLevel: process.env['KONTORET_BENCH_TELL'] === 'yes' ? 'error' : 'silent',
    development: false,
    assets: readAssets(join(projectRoot(), 'dist', 'client')),
  })
  const tenant = await tenantBySlug(stage.floor, facts.slug)
  if (!tenant) throw new Error(`no tenant ${facts.slug}`)
  const cookies: [string, string][] = []
  for (const seat of facts.seats)
    cookies.push([seat.name, `kontoret=${await openSession(stage.floor, tenant, seat, clock())}; lang=sv`])
  process.on('message', (message: { listen?: boolean; leave?: boolean }) => {
    if (message.listen === true) tap.start()
    if (message.leave === true) tap.remove()
    process.send?.({ ready: true, ...(message.listen === false ? { heard: tap.stop() } : {}) })
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  process.send?.({ port: (server.server.address() as AddressInfo).port, cookies })
}
