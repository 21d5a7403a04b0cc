// What the portal's first visit weighs over the wire: the real server with the built style and script, a real browser.
// Its time is measured by the bench alone: a machine that does other things is no clock.
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath } from '#testing'
import { projectRoot } from '#platform/db/project-root'
import { readAssets } from '../app/assets.ts'
import { bundleClient } from '../bin/bundle.mjs'
import { openScene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import { firstVisit, visitGoals } from './first-visit.ts'

let served: ServedScene
let browser: Browser
let address: string

beforeAll(async () => {
  const folder = join(projectRoot(), 'dist', 'client')
  // npm test has built it; a single file run by itself may be the first.
  if (!existsSync(join(folder, 'manifest.json'))) await bundleClient()
  const scene = await openScene()
  served = await serveScene(scene, readAssets(folder))
  await served.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = served.server.server.address() as AddressInfo
  address = `http://127.0.0.1:${port}/${scene.tenant.slug}/`
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

test('the first visit of the portal is at most 120 kB in all and 40 kB of script', async () => {
  const value = /kontoret=([^;]+)/.exec(await served.cookieOf('employee'))?.[1] ?? ''
  const visit = await firstVisit(browser, address, [{ name: 'kontoret', value }])
  console.log(`first visit: ${visit.kilobytes.toFixed(1)} kB, of it script ${visit.scriptKilobytes.toFixed(1)} kB`)
  expect(visit.kilobytes).toBeLessThanOrEqual(visitGoals.kilobytes)
  expect(visit.scriptKilobytes).toBeLessThanOrEqual(visitGoals.scriptKilobytes)
  // The page, its style, its script and its typeface at the least: what weighs nothing was not fetched.
  expect(visit.kilobytes).toBeGreaterThan(50)
  expect(visit.scriptKilobytes).toBeGreaterThan(1)
})
