// From a phone, with a finger: a fault with photographs, followed until it is done; and every form of the portal sent at
// 360 px without a page that scrolls sideways.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { journeyMs, openOffice, patience } from './office.ts'
import type { Office } from './office.ts'
import { picture, sideways } from './sight.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice({ start: '2012-04-04T10:00' })
})
afterAll(() => office.close())
afterEach(async () => {
  await office.goHome()
  expect(office.complaints.splice(0)).toEqual([])
})

const chosenFiles = (tab: Page) => tab.locator('.chosen li').allTextContents()

describe('a fault', () => {
  test.each([true, false])(
    'HS-348 HS-352 is reported in three steps with a photo and followed until it is done, script %s',
    async (script) => {
      const tab = await office.sit('employee', { script, width: 390, height: 844, touch: true })
      await tab.goto(`${office.address}/`)
      await tab.getByRole('link', { name: /^Anmäl fel/ }).tap()
      await tab.getByRole('link', { name: 'Utskrift fungerar inte' }).tap()
      await tab.getByLabel('Vad är det som är fel?').fill('Skrivaren på plan 3 drar snett.\nDet blir ränder på allt.')
      if (script) {
        // The camera button, a pasted picture, one too many taken away again.
        await tab.locator('input[capture]').setInputFiles(await picture('foto.jpg', 'image/jpeg'))
        await tab.getByLabel('Bilder och filer').setInputFiles(await picture('fel.png', 'image/png'))
        expect((await chosenFiles(tab)).join()).toContain('fel.png')
        await tab.locator('input[capture]').setInputFiles(await picture('foto.jpg', 'image/jpeg'))
        await paste(tab)
        await expect.poll(() => chosenFiles(tab), patience).toHaveLength(3)
        await tab.getByRole('button', { name: 'Ta bort fel.png' }).tap()
        expect((await chosenFiles(tab)).join()).toMatch(/foto\.jpg.*inklistrad-bild-\d+\.png/)
      } else await tab.getByLabel('Bilder och filer').setInputFiles(await picture('foto.jpg', 'image/jpeg'))
      await tab.getByRole('button', { name: 'Skicka felanmälan' }).tap()
      await tab.waitForURL('**/kvitto')
      expect(await tab.locator('h1').textContent()).toBe('Vi har tagit emot din felanmälan')
      const number = (await tab.locator('.receipt .no b').textContent()) ?? ''
      expect(number).toMatch(/^KIT-2012-\d{5}$/)
      expect(await sideways(tab)).toBe(0)
      await tab.getByRole('link', { name: 'Öppna ärendet' }).tap()
      await tab.waitForURL(`**/arenden/${number}`)
      const files = tab.locator('a[href*="/fil/"]')
      await expect.poll(async () => new Set(await files.allTextContents()).size, patience).toBe(script ? 2 : 1)
      const [photo] = await Promise.all([tab.waitForEvent('download'), files.first().tap()])
      expect(photo.suggestedFilename()).toMatch(/\.(jpg|png)$/)
      await follow(tab, number, script)
    },
    journeyMs,
  )
})

/** What the phone says while the desk works. */
async function follow(tab: Page, number: string, script: boolean): Promise<void> {
  const state = async (): Promise<string> => {
    if (!script) await tab.reload()
    return (await tab.locator('.page-head .tag, .head .tag').first().textContent()) ?? ''
  }
  expect(await state()).toContain('Ny')
  const desk = await office.sit('itAgent', { script })
  await desk.goto(`${office.address}/arenden/${number}`)
  await desk.getByRole('button', { name: 'Tilldela mig' }).click()
  await expect.poll(() => desk.locator('main').textContent(), patience).toContain('Du har tagit ärendet.')
  await desk.getByRole('button', { name: /^Börja/ }).click()
  await expect.poll(state, patience).toContain('Pågår')
  await desk.getByLabel('Svar till kunden').fill('Valsen är bytt. Pröva igen!')
  await desk.getByRole('button', { name: 'Skicka och leverera', exact: true }).click()
  await expect.poll(state, patience).toContain('Klart')
  await expect.poll(() => tab.locator('main').textContent(), patience).toContain('Valsen är bytt. Pröva igen!')
  expect(await tab.locator('main').textContent()).toContain('Ivar Tegel')
}

/** A picture on the clipboard, pasted where one writes. */
async function paste(tab: Page): Promise<void> {
  const { buffer } = await picture('image.png', 'image/png')
  await tab.getByLabel('Vad är det som är fel?').focus()
  await tab.evaluate(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [...buffer],
  )
}

describe('at 360 px', () => {
  test.each([true, false])(
    'TY-064 every form of the portal is reached and sent, script %s',
    async (script) => {
      const types = await office.scene.peek((tx) =>
        tx
          .selectFrom('catalogue.request_type')
          .select(['code', 'case_kind'])
          .where('tenant_id', '=', office.scene.tenant.tenantId)
          .orderBy('code')
          .execute(),
      )
      const tab = await office.sit('employee', { script, width: 360, height: 740, touch: true })
      const wide: string[] = []
      const look = async (): Promise<void> => {
        if ((await sideways(tab)) > 0) wide.push(tab.url())
      }
      for (const [kind, some] of Map.groupBy(types, (type) => type.case_kind)) {
        await tab.goto(`${office.address}/`)
        await look()
        await tab.locator(`a[href$="/bestall?slag=${kind}"]`).first().tap()
        await tab.waitForURL('**/bestall?slag=*')
        await look()
        const choice = tab.url()
        for (const type of some) {
          if (tab.url() !== choice) await tab.goto(choice)
          await tab.locator(`a[href$="/bestall/${type.code}"]`).tap()
          await tab.waitForURL(`**/bestall/${type.code}`)
          await look()
          await answerAll(tab, script)
          await tab.getByRole('button', { name: /^Skicka (beställningen|felanmälan|frågan|synpunkten)/ }).tap()
          await tab.waitForURL('**/kvitto')
          await look()
        }
        await tab.getByRole('link', { name: 'Öppna ärendet' }).tap()
        await tab.waitForURL(/\/arenden\/KIT-2012-\d{5}$/)
        await look()
      }
      expect(wide).toEqual([])
      expect(types).toHaveLength(8)
    },
    journeyMs,
  )
})

async function answerAll(tab: Page, script: boolean): Promise<void> {
  const ids = office.scene.ids
  const form = tab.locator('main form[enctype]')
  const lists: readonly (readonly [string, string, string])[] = [
    ['answers.plats', ids.place.masten, 'Masten'],
    ['answers.system', ids.system['Heroma'] ?? '', 'Heroma'],
  ]
  for (const [name, value, words] of lists) {
    const list = form.locator(`select[name="${name}"]`)
    if ((await list.count()) === 0) continue
    if (!script) await list.selectOption(value)
    else {
      const field = form.locator(`combo-box:has(select[name="${name}"]) input`)
      await field.fill(words)
      await tab.locator('[role=option]', { hasText: words }).first().tap()
      expect(await list.inputValue()).toBe(value)
    }
  }
  const texts = form.locator('textarea')
  for (let n = 0; n < (await texts.count()); n++) await texts.nth(n).fill('Det gäller entrén på plan 1.')
  const yes = form.getByLabel('Ja', { exact: true })
  if ((await yes.count()) > 0) await yes.check()
  const many = form.locator('input[name="answers.antal"]')
  if ((await many.count()) > 0) await many.fill('2')
}
