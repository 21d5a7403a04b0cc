// The script in a real browser against the trial site: what it makes faster, and that all of it works without.

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumPath } from '#testing'
import { startTrialSite, type TrialSite } from './trial-site.tsx'

let site: TrialSite
let browser: Browser
let context: BrowserContext
let tab: Page
let complaints: string[]

beforeAll(async () => {
  site = await startTrialSite(process.cwd())
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})
beforeEach(async () => {
  site.posted.length = 0
  site.messages.length = 0
  site.delayMs = 0
  site.signedOut = false
  await openTab(true)
})
afterEach(async () => {
  await context.close()
  await expect.poll(() => site.listeners()).toBe(0)
  expect(complaints).toEqual([])
})

async function openTab(javaScriptEnabled: boolean): Promise<void> {
  await context?.close()
  context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 800 } })
  tab = await context.newPage()
  complaints = []
  tab.on('pageerror', (error) => complaints.push(String(error)))
  tab.on('console', (line) => {
    if (/Content Security Policy|Refused to/.test(line.text())) complaints.push(line.text())
  })
}

const go = (path: string) => tab.goto(site.address + path)
const rows = () => tab.locator('[data-row-link]').allTextContents()
const mark = () => tab.evaluate(() => Object.assign(globalThis, { stayed: true }))
const stayed = () => tab.evaluate(() => 'stayed' in globalThis)

describe('a filter', () => {
  test('is put in place with the address the form gives, and back goes back', async () => {
    await go('/lista')
    await mark()
    await tab.getByLabel('Sök i kön').fill('tavla')
    await tab.keyboard.press('Enter')
    await expect.poll(rows).toEqual(['KS-2 Sätt upp tavla'])
    expect(new URL(tab.url()).search).toBe('?q=tavla')
    expect(await stayed()).toBe(true)
    await tab.goBack()
    await expect.poll(rows).toHaveLength(3)
    expect(await stayed()).toBe(true)
  })

  test('without script leads to the same address and the same rows', async () => {
    await openTab(false)
    await go('/lista')
    await tab.getByLabel('Sök i kön').fill('tavla')
    await tab.getByRole('button', { name: 'Visa' }).click()
    await tab.waitForURL('**/lista?q=tavla')
    expect(await rows()).toEqual(['KS-2 Sätt upp tavla'])
  })
})

describe('a reply', () => {
  test('empty is answered with the error in focus, written is sent once and forgotten as draft', async () => {
    await go('/arende')
    await mark()
    await tab.getByRole('button', { name: 'Skicka' }).click()
    await expect.poll(() => tab.evaluate(() => document.activeElement?.className)).toBe('errors')
    expect(await tab.title()).toMatch(/^Fel: /)
    site.delayMs = 150
    await tab.getByLabel('Svar till kunden').fill('Vi kommer i morgon.')
    await tab.getByRole('button', { name: 'Skicka' }).dblclick()
    await expect.poll(() => tab.locator('.msg .body').allTextContents()).toEqual(['Vi kommer i morgon.'])
    expect(site.messages).toEqual(['Vi kommer i morgon.'])
    expect(await tab.getByLabel('Svar till kunden').inputValue()).toBe('')
    expect(await stayed()).toBe(true)
    await go('/arende')
    expect(await tab.getByLabel('Svar till kunden').inputValue()).toBe('')
  })

  test('without script is sent the plain way', async () => {
    await openTab(false)
    await go('/arende')
    await tab.getByLabel('Svar till kunden').fill('Utan skript.')
    await tab.getByRole('button', { name: 'Skicka' }).click()
    await expect.poll(() => tab.locator('.msg .body').allTextContents()).toEqual(['Utan skript.'])
    expect(site.messages).toEqual(['Utan skript.'])
  })

  test('is kept when the server cannot be reached', async () => {
    await go('/arende')
    await tab.getByLabel('Svar till kunden').fill('Viktigt.')
    await context.setOffline(true)
    await tab.getByRole('button', { name: 'Skicka' }).click()
    await expect.poll(() => tab.locator('#besked').textContent()).toMatch(/Det du skrivit finns kvar/)
    expect(await tab.getByLabel('Svar till kunden').inputValue()).toBe('Viktigt.')
    await context.setOffline(false)
    await tab.getByRole('button', { name: 'Skicka' }).click()
    await expect.poll(() => site.messages).toEqual(['Viktigt.'])
  })

  test('half written survives a reload, and never becomes an internal note', async () => {
    await go('/arende')
    await tab.getByLabel('Svar till kunden').fill('Hej! Vi')
    await expect.poll(() => tab.locator('[data-draft-status]').textContent()).toMatch(/Utkast sparat/)
    await tab.reload()
    expect(await tab.getByLabel('Svar till kunden').inputValue()).toBe('Hej! Vi')
    await tab.getByRole('link', { name: 'Internt' }).click()
    await expect.poll(() => tab.getByLabel('Intern anteckning').count()).toBe(1)
    expect(await tab.getByLabel('Intern anteckning').inputValue()).toBe('')
    await tab.getByLabel('Intern anteckning').fill('Bara för oss')
    await tab.getByRole('link', { name: 'Svar' }).click()
    await expect.poll(() => tab.getByLabel('Svar till kunden').inputValue()).toBe('Hej! Vi')
  })

  test('is kept as draft when the session has ended', async () => {
    await go('/arende')
    await tab.getByLabel('Svar till kunden').fill('Långt svar')
    site.signedOut = true
    await tab.getByRole('button', { name: 'Skicka' }).click()
    await tab.waitForURL('**/inloggning')
    site.signedOut = false
    await go('/arende')
    expect(await tab.getByLabel('Svar till kunden').inputValue()).toBe('Långt svar')
  })

  test('half written is forgotten when one signs out', async () => {
    await go('/arende')
    await tab.getByLabel('Svar till kunden').fill('Hemligt')
    await expect.poll(() => tab.evaluate(() => localStorage.length)).toBe(1)
    await tab.locator('#platsmeny > summary').click()
    await tab.getByRole('button', { name: 'Logga ut' }).click()
    await tab.waitForURL('**/lista**')
    expect(await tab.evaluate(() => localStorage.length)).toBe(0)
  })
})

describe('live', () => {
  test('a changed topic puts fresh rows in place; selection, text and focus stay', async () => {
    await go('/lista')
    await expect.poll(() => site.listeners()).toBe(1)
    await tab.getByLabel('Markera KS-2').check()
    await tab.getByLabel('Sök i kön').fill('halv')
    site.cases.unshift({ id: 'KS-0', title: 'KS-0 Nyss inkommet' })
    site.tell('topic', { topic: 'queue:1' })
    await expect.poll(rows).toHaveLength(4)
    site.cases.shift()
    expect(await tab.getByLabel('Markera KS-2').isChecked()).toBe(true)
    expect(await tab.getByLabel('Markera KS-0').isChecked()).toBe(false)
    expect(await tab.getByLabel('Sök i kön').inputValue()).toBe('halv')
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('q')
  })

  test('the row one stands on stays in focus when others come above it', async () => {
    await go('/lista')
    await expect.poll(() => site.listeners()).toBe(1)
    await tab.keyboard.press('j')
    await tab.keyboard.press('j')
    site.cases.unshift({ id: 'KS-0', title: 'KS-0 Nyss inkommet' })
    site.tell('topic', { topic: 'queue:1' })
    await expect.poll(rows).toHaveLength(4)
    site.cases.shift()
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('KS-2 Sätt upp tavla')
  })

  test('someone else writing is seen, and we tell that we write', async () => {
    await go('/arende')
    await expect.poll(() => site.listeners()).toBe(1)
    site.tell('presence', { topic: 'case:2', who: ['S. Ek'] })
    await expect.poll(() => tab.locator('.presence').isVisible()).toBe(true)
    expect(await tab.locator('.presence').textContent()).toContain('S. Ek skriver här just nu.')
    site.tell('presence', { topic: 'case:2', who: [] })
    await expect.poll(() => tab.locator('.presence').isVisible()).toBe(false)
    await tab.getByLabel('Svar till kunden').pressSequentially('Hej')
    await expect.poll(() => site.posted.map((post) => post.raw)).toEqual(['topic=case%3A2&state=writing'])
    await tab.locator('h1').click()
    await expect.poll(() => site.posted.at(-1)?.raw).toBe('topic=case%3A2&state=idle')
  })

  test('a message from elsewhere comes while one writes', async () => {
    await go('/arende')
    await expect.poll(() => site.listeners()).toBe(1)
    await tab.getByLabel('Svar till kunden').fill('Jag skriver')
    site.messages.push('Från en annan flik')
    site.tell('topic', { topic: 'case:2' })
    await expect.poll(() => tab.locator('.msg .body').allTextContents()).toEqual(['Från en annan flik'])
    expect(await tab.getByLabel('Svar till kunden').inputValue()).toBe('Jag skriver')
  })

  test('a refused form stands, with its errors, while things happen elsewhere; sent again, all is fresh', async () => {
    await go('/arende')
    await expect.poll(() => site.listeners()).toBe(1)
    await tab.getByRole('button', { name: 'Skicka' }).click()
    await expect.poll(() => tab.locator('[data-errors]').count()).toBe(1)
    site.messages.push('Från en annan flik')
    const asked = tab.waitForResponse((answer) => answer.request().method() === 'GET')
    site.tell('topic', { topic: 'case:2' })
    await (await asked).finished()
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    expect(await tab.locator('[data-errors]').count()).toBe(1)
    await tab.getByLabel('Svar till kunden').fill('Nu skriver jag')
    await tab.getByRole('button', { name: 'Skicka' }).click()
    await expect
      .poll(() => tab.locator('.msg .body').allTextContents())
      .toEqual(['Från en annan flik', 'Nu skriver jag'])
    expect(await tab.locator('[data-errors]').count()).toBe(0)
  })
})

describe('keys', () => {
  test('J K X move and mark in the list, M acts, Enter opens', async () => {
    await go('/lista')
    expect(await tab.locator('.bulk').isVisible()).toBe(false)
    await tab.keyboard.press('j')
    await tab.keyboard.press('j')
    await tab.keyboard.press('x')
    expect(await tab.getByLabel('Markera KS-2').isChecked()).toBe(true)
    expect(await tab.locator('[data-selected-count]').textContent()).toBe('1 markerade')
    await tab.keyboard.press('m')
    await expect.poll(() => site.posted.map((post) => post.raw)).toEqual(['arende=KS-2&gor=ta'])
    await expect.poll(() => tab.url()).toContain('gjort=1')
    await tab.locator('[data-row-link]').first().focus()
    await tab.keyboard.press('j')
    await tab.keyboard.press('k')
    await tab.keyboard.press('Enter')
    await tab.waitForURL('**/arende?nr=KS-1')
  })

  test('M without selection takes the row one stands on', async () => {
    await go('/lista')
    await tab.keyboard.press('j')
    await tab.keyboard.press('m')
    await expect.poll(() => site.posted.map((post) => post.raw)).toEqual(['arende=KS-1&gor=ta'])
  })

  test('do nothing in a field, show the map on ?, and can be turned off', async () => {
    await go('/lista')
    await tab.getByLabel('Sök i kön').pressSequentially('jxm?')
    expect(await tab.getByLabel('Sök i kön').inputValue()).toBe('jxm?')
    await tab.locator('h1').click()
    await tab.keyboard.press('?')
    expect(await tab.locator('#kortkommandon').isVisible()).toBe(true)
    await tab.getByLabel('Använd korttangenter i den här webbläsaren').uncheck()
    await tab.keyboard.press('Escape')
    await tab.keyboard.press('j')
    expect(await tab.evaluate(() => document.activeElement?.closest('tr') === null)).toBe(true)
  })
})

describe('a form', () => {
  test('opens what an answer asks for, by the function the server uses', async () => {
    await go('/form')
    expect(await tab.getByLabel('Hur många?').isVisible()).toBe(false)
    expect(await tab.getByLabel('Beskriv').isVisible()).toBe(false)
    await tab.getByLabel('Flytta').check()
    expect(await tab.getByLabel('Hur många?').isVisible()).toBe(true)
    await tab.getByLabel('Annat').check()
    expect(await tab.getByLabel('Hur många?').isVisible()).toBe(false)
    await expect.poll(() => tab.getByLabel('Beskriv').isVisible()).toBe(true)
  })

  test('without script shows what may apply, with its condition in words', async () => {
    await openTab(false)
    await go('/form')
    await tab.getByLabel('Flytta').check()
    expect(await tab.getByLabel('Hur många?').isVisible()).toBe(true)
    expect(await tab.getByLabel('Beskriv').isVisible()).toBe(true)
    expect(await tab.getByText('Fyll i om ”Vad?” är ”Annat”.').isVisible()).toBe(true)
    expect(await tab.getByLabel('Enhet').evaluate((field) => field.tagName)).toBe('SELECT')
  })

  test('a list is filtered by what is typed, å ä ö or not; the id follows the text', async () => {
    await go('/form')
    await tab.getByLabel('Enhet').fill('fast')
    await tab.keyboard.press('ArrowDown')
    await tab.keyboard.press('Enter')
    expect(await tab.getByLabel('Enhet').inputValue()).toBe('Fastighetsservice')
    await tab.getByLabel('Person', { exact: true }).fill('å')
    await tab.getByRole('option', { name: /Åsa Öberg/ }).click()
    await tab.getByLabel('Dag').fill('2012-10-05')
    await tab.getByRole('button', { name: 'Skicka' }).click()
    await tab.waitForURL('**/lista**')
    const raw = site.posted[0]?.raw ?? ''
    for (const [name, value] of [
      ['enhet', 'fs'],
      ['person', 'Åsa Öberg'],
      ['person.id', 'p1'],
      ['dag', '2012-10-05'],
    ]) {
      expect(raw).toContain(`name="${name}"\r\n\r\n${value}\r\n`)
    }
  })

  test('forgets the id when the text is changed', async () => {
    await go('/form')
    await tab.getByLabel('Person', { exact: true }).fill('å')
    await tab.getByRole('option').click()
    await tab.getByLabel('Person', { exact: true }).press('End')
    await tab.keyboard.type('n')
    expect(await tab.locator('input[name="person.id"]').count()).toBe(0)
  })

  test('takes a pasted picture and lets it be taken away', async () => {
    await go('/form')
    await tab.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }))
      document.querySelector('form.form')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    await expect
      .poll(() => tab.locator('.chosen li').allTextContents())
      .toEqual([expect.stringMatching(/^inklistrad-bild-\d{14}\.png, 1 kBTa bort$/)])
    expect(await tab.locator('#filer').evaluate((field: HTMLInputElement) => field.files?.length)).toBe(1)
    await tab.getByRole('button', { name: /^Ta bort inklistrad/ }).click()
    expect(await tab.locator('#filer').evaluate((field: HTMLInputElement) => field.files?.length)).toBe(0)
  })

  test('is sent once however often one presses', async () => {
    await go('/form')
    site.delayMs = 200
    await tab.getByRole('button', { name: 'Skicka' }).dblclick()
    await tab.waitForURL('**/lista**')
    expect(site.posted).toHaveLength(1)
  })
})

test('a menu closes when one clicks elsewhere or presses Escape', async () => {
  await go('/lista')
  const menu = tab.locator('#platsmeny')
  await menu.locator('summary').click()
  expect(await menu.getAttribute('open')).toBe('')
  await tab.keyboard.press('Escape')
  expect(await menu.getAttribute('open')).toBeNull()
  await menu.locator('summary').click()
  await tab.locator('h1').click()
  expect(await menu.getAttribute('open')).toBeNull()
})
