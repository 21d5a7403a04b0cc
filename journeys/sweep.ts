// axe over pages, in languages, themes and widths: WCAG 2.0–2.2 A and AA and best practice. Disclosures stand opened and
// each menu is opened in turn. And no page scrolls sideways, down to 320 px.
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { sideBySide } from '../deep/bad-ground.ts'
import type { Visited } from './every-page.ts'
import type { Looks, Office } from './office.ts'
import { sideways } from './sight.ts'

export interface Look {
  readonly lang: 'sv' | 'en'
  readonly theme: 'light' | 'dark'
  readonly width: number
}

export const allLooks: readonly Look[] = (['sv', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((theme) => [1440, 390].map((width) => ({ lang, theme, width }))),
)

export interface Swept {
  /** Pages × looks that axe has read. */
  readonly looked: number
  /** Pages × widths that were measured. */
  readonly measured: number
  readonly findings: readonly string[]
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[]
}

/** Each page in the looks that `looksOf` gives it; `narrow` are the widths at which only sideways scrolling is measured. */
export async function sweep(
  office: Office,
  pages: readonly Visited[],
  looksOf: (page: Visited, n: number) => readonly Look[],
  narrow: readonly number[] = [320, 360],
): Promise<Swept> {
  const findings: string[] = []
  const count = { looked: 0, measured: 0 }
  const work = pages.flatMap((page, n) => looksOf(page, n).map((look, m) => ({ page, look, first: m === 0 })))
  await sideBySide(work, 3, async ({ page, look, first }) => {
    const tab = await office.sit(page.who, looksFor(look))
    const where = `${page.who ?? 'nobody'} ${page.path}${page.refuse ? ' refused' : ''} ${look.lang} ${look.theme} ${look.width}`
    try {
      await open(tab, office, page)
      for (const found of await violations(tab)) findings.push(`${where}: ${found}`)
      count.looked += 1
      for (const width of first ? [look.width, ...narrow] : [look.width]) {
        await tab.setViewportSize({ width, height: 800 })
        const over = await sideways(tab)
        if (over > 0) findings.push(`${where}: at ${width} px the page is ${over} px too wide`)
        count.measured += 1
      }
    } catch (error) {
      findings.push(`${where}: ${String(error).slice(0, 300)}`)
    }
    await tab.context().close()
    if (process.env['SWEEP_LOG']) console.error(count.looked, where, findings.length)
  })
  return { ...count, findings }
}

const looksFor = ({ lang, theme, width }: Look): Looks => ({ lang, theme, width, height: 900, bypassPolicy: true })

async function open(tab: Page, office: Office, { path, refuse }: Visited): Promise<void> {
  const address = path.startsWith('http') ? path : office.address + path
  const answer = await tab.goto(address)
  if (!answer || (answer.status() !== 200 && path !== '/finns-inte'))
    throw new Error(`answered ${answer?.status()} at ${tab.url()}`)
  if (refuse !== undefined) {
    const form = tab.locator(`form[action$="${refuse}"]`).first()
    await form.evaluate((one) => {
      for (let around = one.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
        around.open = true
    })
    await form.locator('button:not([type=button])').last().click()
    await tab.locator('[data-errors], .notice.bad').first().waitFor()
  }
  await tab.evaluate(axe.source)
  await tab.evaluate(() => {
    for (const more of document.querySelectorAll<HTMLDetailsElement>('details:not(.drop)')) more.open = true
  })
}

/** The page as it stands, then each menu opened alone. */
async function violations(tab: Page): Promise<string[]> {
  const found = await run(tab, undefined)
  const menus = await tab.locator('details.drop').count()
  for (let n = 0; n < menus; n++) {
    const seen = await tab.evaluate((at) => {
      const menu = document.querySelectorAll<HTMLDetailsElement>('details.drop')[at]
      if (!menu?.checkVisibility()) return false
      menu.open = true
      menu.dataset['looked'] = ''
      return true
    }, n)
    if (!seen) continue
    found.push(...(await run(tab, '[data-looked]')))
    await tab.evaluate(() => {
      const menu = document.querySelector<HTMLDetailsElement>('[data-looked]')
      menu?.removeAttribute('data-looked')
      if (menu) menu.open = false
    })
  }
  return [...new Set(found)]
}

async function run(tab: Page, within: string | undefined): Promise<string[]> {
  const found = await tab.evaluate(async (place) => {
    const tool = (
      globalThis as unknown as { axe: { run(where: unknown, how: object): Promise<{ violations: Violation[] }> } }
    ).axe
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await tool.run(place ?? document, { runOnly, resultTypes: ['violations'] })
    return violations
  }, within)
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => `${node.target.join(' ')} ${node.html.slice(0, 140)}`)
        .join(' | ')
        .slice(0, 500)}`,
  )
}
