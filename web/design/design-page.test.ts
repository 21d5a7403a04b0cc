// Every component in every state: nothing the strict content policy forbids, no identity twice, every image named; and in
// a real browser no violation by axe, no sideways scrolling, in both languages, themes and on small screens.

import axe from 'axe-core'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '#testing'
import { startTrialSite, type TrialSite } from '../client/trial-site.tsx'
import { designPage, type DesignPageProps } from './index.ts'

const given = {
  assets: { css: '/assets/index.css', js: '/assets/app.js' },
  addresses: { home: '/', seat: '/plats', language: '/sprak', theme: '/tema', signOut: '/ut' },
} as const

const design = (how: Pick<DesignPageProps, 'lang' | 'theme' | 'layout'>) => designPage({ ...given, ...how })

describe('as text', () => {
  const html = design({ lang: 'sv', theme: 'light' })

  test('has no inline style, no inline script, no handler', () => {
    expect(html.match(/<[^>]+ style=/g)).toBeNull()
    expect(html.match(/<[^>]+ on[a-z]+=/g)).toBeNull()
    expect(html.match(/<script(?! type="module" src="\/assets\/app\.js")/g)).toBeNull()
    expect(html.match(/javascript:/g)).toBeNull()
  })

  test('has each id once, and every reference leads somewhere', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const wanted = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby|commandfor|form)="([^"]+)"/g)].flatMap(
      ([, refs = '']) => refs.split(' '),
    )
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('every image is hidden or named, and every icon alone has its name', () => {
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toMatch(/aria-hidden="true"|role="img"/)
    const alone = [...html.matchAll(/<(button|a|summary|label)\b[^>]*>((?:<svg.*?<\/svg>)+)<\/\1>/gs)].filter(
      ([all]) => !all.includes('aria-label'),
    )
    expect(alone.map(([all]) => all.slice(0, 80))).toEqual([])
  })
})

describe('in a browser', () => {
  let site: TrialSite
  let browser: Browser

  beforeAll(async () => {
    site = await startTrialSite(process.cwd())
    for (const lang of ['sv', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        for (const layout of ['desk', 'portal'] as const)
          site.extra.set(`/${lang}-${theme}-${layout}`, design({ lang, theme, layout }))
      }
    }
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  test.each([
    ['/sv-light-desk', 1440],
    ['/sv-dark-desk', 390],
    ['/en-dark-portal', 1440],
    ['/en-light-portal', 390],
  ])('%s at %i px has no violation, every disclosure and the dialog opened', async (path, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })
    const tab = await context.newPage()
    await tab.goto(site.address + path)
    await tab.addScriptTag({ content: axe.source })
    const violations = async () =>
      tab.evaluate(async () => {
        const tool = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } })
          .axe
        const found = await tool.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return found.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
        )
      })
    await tab.evaluate(() => {
      for (const more of document.querySelectorAll('details.more, .rail > details'))
        (more as HTMLDetailsElement).open = true
    })
    await tab.evaluate(() => document.querySelector('#platsmeny')?.toggleAttribute('open', true))
    expect(await violations()).toEqual([])
    await tab.evaluate(() => document.querySelector('dialog')?.showModal())
    expect(await violations()).toEqual([])
    await context.close()
  })

  test.each([320, 390, 768, 1024, 1280, 1920])(
    'does not scroll sideways at %i px, also with wider text',
    async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })
      const tab = await context.newPage()
      for (const layout of ['desk', 'portal']) {
        await tab.goto(`${site.address}/sv-light-${layout}`)
        const over = () => tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(await over()).toBeLessThanOrEqual(0)
        // WCAG 1.4.12
        await tab.addStyleTag({
          content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}',
        })
        if (width >= 390) expect(await over()).toBeLessThanOrEqual(0)
      }
      await context.close()
    },
  )
})

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}
