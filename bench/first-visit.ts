// The portal's first visit in a real browser with nothing kept: what is sent, how much of it is script, and for how long
// the page cannot answer a finger on a processor four times slower.
import type { Browser } from 'playwright-core'

export const visitGoals = { kilobytes: 120, scriptKilobytes: 40, blockingMs: 50 }

export interface FirstVisit {
  /** As sent over the wire, headers and all. */
  readonly kilobytes: number
  readonly scriptKilobytes: number
  readonly blockingMs: number
}

/** What of each task is longer than this blocks (the web's own definition of total blocking time). */
const shortTaskMs = 50
const slowdown = 4
/** Everything is fetched and every task begun; the live stream never ends by itself. */
const settleMs = 1500

export async function firstVisit(
  browser: Browser,
  address: string,
  cookies: readonly { readonly name: string; readonly value: string }[],
): Promise<FirstVisit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'sv-SE' })
  try {
    const { origin } = new URL(address)
    await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: origin })))
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    const scripts = new Set<string>()
    let [all, script] = [0, 0]
    devtools.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      all += encodedDataLength
      if (scripts.has(requestId)) script += encodedDataLength
    })
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(() => {
      const tasks: number[] = []
      Object.assign(globalThis, { longTasks: tasks })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration)
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForTimeout(settleMs)
    const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks)
    const blockingMs = tasks.reduce((sum, task) => sum + Math.max(0, task - shortTaskMs), 0)
    return { kilobytes: all / 1000, scriptKilobytes: script / 1000, blockingMs }
  } finally {
    await context.close()
  }
}
