// The README's pictures: starts the demonstration in a folder of its own, waits until its world is told, sits down where
// the chain passes – employee, purchaser, agent, manager, administrator – and photographs what they see into docs/pictures.
// Words after the command choose among them: `npm run pictures -- ko arende`. With KONTORET_URL a demonstration that already
// runs is photographed.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onOurNode, root } from './runtime.mjs'

const largest = 250_000
const folder = join(root, 'docs', 'pictures')
const desk = { width: 1440, height: 900 }

await onOurNode(async () => {
  const { bundle } = await import('./bundle.mjs')
  const { chromium } = await import('playwright-core')
  const { chromiumPath } = await import('../platform/testing/chromium.ts')
  mkdirSync(folder, { recursive: true })
  const running = process.env.KONTORET_URL
  if (!running) await bundle()
  const data = mkdtempSync(join(tmpdir(), 'kontoret-pictures-'))
  const office = running ? { address: running, close: async () => {} } : await openOffice(data)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  try {
    await takeAll({ browser, address: office.address, wanted: process.argv.slice(2) })
  } finally {
    await browser.close()
    await office.close()
    rmSync(data, { recursive: true, force: true })
  }
})

/** The demonstration as `npm start` serves it; ready when every case is told. */
async function openOffice(data) {
  const port = await freePort()
  const env = { ...process.env, KONTORET_DATA: data, PORT: String(port) }
  delete env.DATABASE_URL
  const server = spawn(process.execPath, [join(root, 'dist', 'server.mjs')], { cwd: root, env })
  const ended = new Promise((resolve) => server.on('close', resolve))
  let said = ''
  await new Promise((resolve, reject) => {
    server.stderr.on('data', (chunk) => process.stderr.write(chunk))
    server.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      said += chunk
      if (/^Loaded \d+ cases/m.test(said)) resolve()
    })
    void ended.then(() => reject(new Error('The demonstration ended before it was loaded.')))
  })
  return {
    address: `http://localhost:${port}`,
    async close() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, 'localhost', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function takeAll({ browser, address, wanted }) {
  const { withPalette } = await import('./palette-png.mjs')
  const sit = (seat, looks) => sitDown(browser, address, seat, looks)
  const take = async (name, tab, { height, below } = {}) => {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) return
    if (height) await tab.setViewportSize({ width: tab.viewportSize().width, height })
    await tab.evaluate((top) => scrollTo(0, top), below ?? 0)
    await tab.waitForTimeout(200)
    const png = withPalette(await tab.screenshot({ animations: 'disabled', caret: 'hide' }))
    if (png.length > largest) throw new Error(`${name} is ${png.length} bytes; at most ${largest} are sent.`)
    writeFileSync(join(folder, `${name}.png`), png)
    console.log(`${name}.png ${Math.round(png.length / 1000)} kB`)
  }
  const rounds = { employee, purchaser, agent, manager, administrator, phone }
  for (const round of Object.values(rounds)) await round({ sit, take, address })
}

async function sitDown(browser, address, seat, { theme = 'light', width = desk.width, height = desk.height } = {}) {
  const phone = width < 768
  const context = await browser.newContext({
    ...{ viewport: { width, height }, locale: 'sv-SE', reducedMotion: 'reduce' },
    ...{ isMobile: phone, hasTouch: phone, deviceScaleFactor: phone ? 2 : 1 },
  })
  const cookies = { theme, lang: 'sv' }
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: address })))
  const tab = await context.newPage()
  await tab.goto(address)
  await tab.locator('button.seat', { hasText: seat }).first().click()
  await tab.waitForURL(/\/tyreso\//)
  return tab
}

function go(tab, path) {
  return tab.goto(new URL(`/tyreso${path}`, tab.url()).href)
}

/** Searches, reads, orders and gets the receipt; a second order waits for the purchaser. */
async function employee({ sit, take }) {
  const tab = await sit('Biståndsbedömare')
  await go(tab, '/hitta?q=s%C3%A4tta+upp+tavla')
  await take('sok', tab, { height: 760 })
  await tab
    .getByRole('link', { name: /^Vaktmästeriuppdrag/ })
    .first()
    .click()
  await tab.waitForURL('**/tjanster/**')
  await take('tjanst', tab, { height: 1000 })
  await go(tab, '/bestall/vaktmasteri')
  await tab.getByLabel('Sätta upp tavla, hylla eller skylt').check()
  await choose(tab, /^I vilket hus\?/, 'Kommunhuset')
  await tab.getByLabel(/^Vilket rum\?/).fill('Rum 327, plan 3')
  await tab.getByLabel(/^Beskriv jobbet/).fill('Sätt upp anslagstavlan bredvid dörren')
  const wall = tab.getByLabel('Vet inte', { exact: true })
  if (await wall.isVisible().catch(() => false)) await wall.check()
  await take('bestall', tab, { height: 1180 })
  await tab.getByRole('button', { name: 'Skicka beställningen' }).click()
  await tab.waitForURL('**/kvitto')
  await take('kvitto', tab, { height: 1000 })
  await orderLaptop(tab)
  await go(tab, '/')
  await take('portal', tab)
}

/** What its purchaser is to say yes to. */
async function orderLaptop(tab) {
  await go(tab, '/bestall/dator')
  await tab.getByLabel(/^Vad ska datorn användas till/).fill('Två bärbara till nya biståndsbedömare')
  await tab.getByLabel('Bärbar', { exact: true }).check()
  await tab.getByLabel('Antal').fill('2')
  await tab.getByLabel(/^Vem ska ha den/).pressSequentially('Sara')
  await tab.getByRole('option').first().click()
  await choose(tab, /^Var ska den stå/, 'Kommunhuset')
  await tab.getByLabel('Nej', { exact: true }).check()
  await tab.getByLabel(/^När behövs den/).fill('2012-10-15')
  await tab.getByLabel(/^Kostnad första året/).fill('13 400')
  await tab.getByRole('button', { name: 'Skicka beställningen' }).click()
  await tab.waitForURL('**/kvitto')
}

async function choose(tab, label, words) {
  const field = tab.getByLabel(label).first()
  if ((await field.evaluate((one) => one.tagName)) === 'SELECT') return field.selectOption({ label: words })
  await field.fill(words)
  await tab.getByRole('option', { name: words }).first().click()
}

async function purchaser({ sit, take }) {
  const tab = await sit('Beställare')
  await go(tab, '/godkannanden')
  await take('godkanna', tab, { height: 820 })
}

async function agent({ sit, take }) {
  const tab = await sit('Handläggare')
  await go(tab, '/arenden/ko')
  await take('ko', tab, { height: 1000 })
  await tab
    .locator('tr', { hasText: /Väntar på kund/ })
    .first()
    .locator('[data-row-link]')
    .click()
  await tab.waitForURL(/\/arenden\/KIT-/)
  await take('arende', tab, { height: 1060 })
  const dark = await sit('Handläggare', { theme: 'dark' })
  await go(dark, '/arenden/ko')
  await take('ko-mork', dark, { height: 1000 })
}

async function manager({ sit, take }) {
  const tab = await sit('Enhetschef')
  await go(tab, '/enhetens-siffror')
  await take('siffror', tab, { height: 1100 })
  await tab.locator('a.fig').first().click()
  await tab.waitForURL('**/siffror/**')
  await take('siffra', tab, { height: 900 })
}

async function administrator({ sit, take }) {
  const tab = await sit('Administratör')
  await go(tab, '/organisation')
  await take('organisation', tab, { height: 1000 })
}

async function phone({ sit, take }) {
  const small = { width: 390, height: 844 }
  const tab = await sit('Biståndsbedömare', small)
  await take('portal-telefon', tab)
  await go(tab, '/bestall/felanmalan')
  await take('felanmalan-telefon', tab)
  const dark = await sit('Biståndsbedömare', { ...small, theme: 'dark' })
  await go(dark, '/mina-arenden')
  await take('mina-arenden-telefon', dark)
}
