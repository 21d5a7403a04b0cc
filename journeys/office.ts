// The scene's office as people meet it: the real server listening, with its built style and script, and a browser in which
// anybody of the cast can sit down – with or without script, at any width, in either language and theme.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { act } from '#platform/act'
import { openSession } from '#platform/identity/sessions'
import { chromiumPath } from '#testing'
import { writeCatalogueEntries } from '#catalogue'
import { writeOrganisationEntries } from '#organisation'
import { buildAssets } from '../web/client/trial-site.tsx'
import { openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'

export interface Looks {
  readonly script?: boolean
  readonly width?: number
  readonly height?: number
  /** A finger instead of a mouse. */
  readonly touch?: boolean
  readonly lang?: 'sv' | 'en'
  readonly theme?: 'light' | 'dark'
  /** Lets axe be put into the page; the policy itself is held by the other journeys. */
  readonly bypassPolicy?: boolean
}

export interface Office {
  readonly scene: Scene
  readonly served: ServedScene
  readonly browser: Browser
  /** `http://127.0.0.1:51234/t…`: pages are below. */
  readonly address: string
  /** What no visit may meet: faults of the script, a refusal by the content policy, an answer of 500 or more. */
  readonly complaints: string[]
  /** A tab of somebody's own; null has no session. */
  sit(name: CastName | null, looks?: Looks): Promise<Page>
  /** Signs in anew in the same tab, when the scene's clock has outlived the session. */
  signInAgain(tab: Page, name: CastName): Promise<void>
  /** Closes the tabs; the office goes on. */
  goHome(): Promise<void>
  close(): Promise<void>
}

export async function openOffice(options: { start?: string } = {}): Promise<Office> {
  const scene = await openScene(options)
  await makeFindable(scene)
  const folder = mkdtempSync(join(tmpdir(), 'kontoret-assets-'))
  mkdirSync(folder, { recursive: true })
  for (const [path, bytes] of await buildAssets(join(import.meta.dirname, '..')))
    writeFileSync(join(folder, basename(path)), bytes)
  const served = await serveScene(scene, { css: '/assets/index.css', js: '/assets/app.js', folder })
  await served.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = served.server.server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  const complaints: string[] = []
  const open = new Set<BrowserContext>()
  const goHome = async (): Promise<void> => {
    await Promise.all([...open].map((context) => context.close()))
    open.clear()
  }
  return {
    scene,
    served,
    browser,
    complaints,
    address: `${origin}/${scene.tenant.slug}`,
    async sit(name, looks = {}) {
      const context = await browser.newContext(contextFor(looks))
      open.add(context)
      const cookies = [
        ['lang', looks.lang ?? 'sv'],
        ['theme', looks.theme ?? 'light'],
        ...(name === null ? [] : [['kontoret', await sessionOf(scene, name)]]),
      ]
      await context.addCookies(cookies.map(([key = '', value = '']) => ({ name: key, value, url: origin })))
      const tab = await context.newPage()
      tab.setDefaultTimeout(15_000)
      listen(tab, complaints)
      return tab
    },
    async signInAgain(tab, name) {
      await tab.context().addCookies([{ name: 'kontoret', value: await sessionOf(scene, name), url: origin }])
    },
    goHome,
    async close() {
      await goHome()
      await browser.close()
      await served.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What the scene lays in the tables is also found by searching. */
async function makeFindable(scene: Scene): Promise<void> {
  await act(scene.stage, scene.tenant, await scene.system(), async (deed) => {
    await writeCatalogueEntries(deed)
    await writeOrganisationEntries(deed, 'person', Object.values(scene.ids.person))
    await writeOrganisationEntries(deed, 'unit', Object.values(scene.ids.unit))
    await writeOrganisationEntries(deed, 'place', Object.values(scene.ids.place))
  })
}

function contextFor({ script = true, width = 1280, height = 900, touch = false, bypassPolicy = false }: Looks) {
  return {
    javaScriptEnabled: script,
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    bypassCSP: bypassPolicy,
    reducedMotion: 'reduce' as const,
    locale: 'sv-SE',
  }
}

async function sessionOf(scene: Scene, name: CastName): Promise<string> {
  const facts = { accountId: scene.ids.account[name], seatId: scene.ids.seat[name] }
  return openSession(scene.floor, scene.tenant, facts, (scene.stage.clock ?? Temporal.Now.instant)())
}

function listen(tab: Page, complaints: string[]): void {
  tab.on('pageerror', (error) => complaints.push(`${tab.url()} ${String(error)}`))
  tab.on('console', (line) => {
    if (/Content Security Policy|Refused to/.test(line.text())) complaints.push(`${tab.url()} ${line.text()}`)
  })
  tab.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`)
  })
}

/** How long a page may take to say what is expected of it, on a machine that has other things to do too. */
export const patience = { timeout: 15_000 }
/** For a whole journey. */
export const journeyMs = 90_000
