// The program over a filled database, asked in-process and listened at: for the gate of plans.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Pool } from 'pg'
import { floorOver } from '#platform/db/floor'
import { diskFileStore } from '#platform/files/store'
import { openSession } from '#platform/identity/sessions'
import { makeApplication } from '../app/application.ts'
import { wire } from '../app/modules.ts'
import { local } from '../world/scene.ts'
import { filledAt, superuserUrl } from './fill.ts'
import type { Asker } from './gate.ts'
import { hotLists } from './hot-lists.ts'
import type { HotList } from './hot-lists.ts'
import { officeOf } from './requests.ts'
import type { SavedScene } from './saved-scene.ts'
import { tapPool } from './tap.ts'

export interface ServedFilled {
  readonly asker: Asker
  readonly lists: readonly HotList[]
  close(): Promise<void>
}

/** `appPool` is the application's; `url` the owner's address of the same database. */
export async function serveFilled(appPool: Pool, url: string, scene: SavedScene): Promise<ServedFilled> {
  wire()
  const { seats, oneCase } = await chosen(url, scene)
  const tap = tapPool(appPool)
  const now = local(filledAt)
  const stage = { floor: floorOver(appPool), clock: () => now }
  const { server } = await makeApplication({
    stage,
    appPool,
    files: diskFileStore(join(mkdtempSync(join(tmpdir(), 'kontoret-bench-files-')), 'files')),
    url: 'http://localhost',
    logLevel: 'silent',
    development: false,
    assets: { css: '/assets/none.css', js: '/assets/none.js', folder: null },
  })
  await server.ready()
  const cookies = new Map<string, string>()
  for (const seat of seats)
    cookies.set(seat.name, `kontoret=${await openSession(stage.floor, scene.tenant, seat, now)}; lang=sv`)
  return {
    lists: hotLists(scene, oneCase),
    asker: {
      tap,
      async ask(seat, path) {
        const cookie = cookies.get(seat) ?? ''
        return (await server.inject({ method: 'GET', url: path, headers: { cookie } })).statusCode
      },
    },
    async close() {
      tap.remove()
      await server.close()
    },
  }
}

async function chosen(url: string, scene: SavedScene) {
  const client = new Client({ connectionString: superuserUrl(url) })
  await client.connect()
  try {
    const office = await officeOf(client, scene)
    const id = office.requests.find(({ name }) => name.startsWith('case,'))?.variants[0]?.path.split('/')[4] ?? ''
    const found = await client.query<{ number: string }>('select number from cases.case where case_id = $1', [id])
    return { seats: office.seats, oneCase: { id, number: found.rows[0]?.number ?? '' } }
  } finally {
    await client.end()
  }
}
