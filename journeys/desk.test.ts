// The manager's figures opened to their rows, signing in and out with a password, a form made and tried in its editor, and
// an agent who registers for somebody who calls; with script and without.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { act } from '#platform/act'
import type { Deed } from '#platform/act'
import { testDatabase } from '#testing'
import { confirmCase, deliverCase, openCase, startWork, takeCase } from '#cases'
import type { CastName } from '../world/scene.ts'
import { journeyMs, openOffice, patience } from './office.ts'
import type { Office } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice({ start: '2012-04-10T09:00' })
})
afterAll(() => office.close())
afterEach(async () => {
  await office.goHome()
  expect(office.complaints.splice(0)).toEqual([])
})

const words = async (tab: Page): Promise<string> =>
  ((await tab.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ')
async function says(tab: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => words(tab), patience).toMatch(text)
}

const as = async <T>(name: CastName, at: string, verb: (deed: Deed) => Promise<T>): Promise<T> => {
  const { scene } = office
  scene.at(at)
  return act(scene.stage, scene.tenant, await scene.actor(name), verb)
}

describe('figures', () => {
  /** Six jobs in March, of which three were begun in time, one too late and two not at all. */
  const work = async (): Promise<void> => {
    for (const [n, day] of ['05', '06', '07', '08', '12', '13'].entries()) {
      const { caseId } = await as('employee', `2012-03-${day}T09:00`, (deed) =>
        openCase(deed, {
          requestType: 'vaktmasteri-jobb',
          answers: { vad: `Jobb ${n + 1}`, plats: office.scene.ids.place.masten, flytt: 'nej' },
        }),
      )
      if (n > 3) continue
      const begun = n === 3 ? '2012-03-20' : '2012-03-08'
      await as('agent', `${begun}T10:00`, (deed) => takeCase(deed, { caseId }))
      await as('agent', `${begun}T10:05`, (deed) => startWork(deed, { caseId }))
      await as('agent', `${begun}T15:00`, (deed) => deliverCase(deed, { caseId }))
      await as('employee', '2012-03-21T09:00', (deed) => confirmCase(deed, { caseId }))
    }
    office.scene.at('2012-04-10T09:00')
  }
  beforeAll(work)

  test.each([true, false])(
    'every figure of the manager opens to the rows that make it, script %s',
    async (script) => {
      const tab = await office.sit('manager', { script })
      await tab.goto(`${office.address}/enhetens-siffror?period=2012-03`)
      const figures = await tab
        .locator('main a.fig')
        .evaluateAll((links) =>
          links.map((link) => ({ href: (link as HTMLAnchorElement).href, shown: link.firstChild?.textContent ?? '' })),
        )
      const addresses = Map.groupBy(figures, (figure) => figure.href)
      expect(addresses.size).toBeGreaterThan(script ? 3 : 10)
      const kinds = new Set<string>()
      for (const [href, [figure]] of addresses) {
        await tab.goto(href)
        if (!href.includes('/siffror/')) {
          // How the open ones lie: the figure opens to the list itself.
          kinds.add('list')
          expect(String(await tab.locator('[data-row-link]').count()), href).toBe(figure?.shown)
          continue
        }
        const heading = (await tab.locator('.opened h2').textContent()) ?? ''
        const plain = (text: string): string => text.replaceAll(/\s/g, ' ').trim()
        if (figure) expect(plain(heading), href).toContain(plain(figure.shown))
        const rows = (await rowsOf(tab)).filter((row) => row.counted)
        const sum = rows.reduce((all, row) => all + row.measure, 0)
        const fraction = await tab.locator('.opened .frac > span').allTextContents()
        const count = /: (\d+)$/.exec(plain(heading))?.[1]
        if (fraction.length === 2) {
          kinds.add('share')
          expect([String(sum), String(rows.length)], href).toEqual(fraction.map((text) => /^\d+/.exec(text)?.[0]))
        } else if (count !== undefined) {
          kinds.add('count')
          expect(sum, href).toBe(Number(count))
        } else {
          kinds.add('spread')
          expect(rows.length > 0, href).toBe(!heading.endsWith('–'))
        }
      }
      expect([...kinds]).toEqual(expect.arrayContaining(['count', 'list', 'share']))
      if (!script) expect([...kinds]).toContain('spread')
      // A row leads to its case.
      await tab.goto(`${office.address}/enhetens-siffror?period=2012-03`)
      await tab.locator('a.fig[href*="/siffror/start-kept?"]').first().click()
      expect(await words(tab)).toContain('50,0 %')
      await tab.locator('.opened tbody a').first().click()
      await tab.waitForURL(/\/arenden\//)
      expect(await words(tab)).toMatch(/Jobb \d/)
    },
    journeyMs,
  )
})

/** The rows behind the opened figure; a column that would say the same on every line is left out by the page. */
async function rowsOf(tab: Page): Promise<{ measure: number; counted: boolean }[]> {
  const heads = await tab.locator('.opened thead th').allTextContents()
  const lines = await tab
    .locator('.opened tbody tr:not(.sum):has(th)')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
  const at = (head: string): number => heads.findIndex((one) => one.trim() === head)
  return lines.map((cells) => {
    const value = cells[at('Värde')]?.replaceAll(/\s/g, '').replace(',', '.')
    const meets = cells[at('Uppfyller')]
    return {
      measure: value !== undefined ? Number(value) : meets === undefined || meets === 'ja' ? 1 : 0,
      counted: at('Räknas') < 0 || cells[at('Räknas')] === 'ja',
    }
  })
}

describe('an account with a password', () => {
  beforeAll(async () => {
    const { ownerPool } = await testDatabase()
    await ownerPool.query('update platform.tenant set demonstration = false where tenant_id = $1', [
      office.scene.tenant.tenantId,
    ])
  })
  afterAll(async () => {
    const { ownerPool } = await testDatabase()
    await ownerPool.query('update platform.tenant set demonstration = true where tenant_id = $1', [
      office.scene.tenant.tenantId,
    ])
  })

  const linkMailed = async (): Promise<string> => {
    const letter = await office.scene.peek((tx) =>
      tx
        .selectFrom('platform.outbox')
        .select('body')
        .where('tenant_id', '=', office.scene.tenant.tenantId)
        .where('about_kind', '=', 'account')
        .orderBy('mail_id', 'desc')
        .executeTakeFirst(),
    )
    return /\/nytt-losenord\/\S+/.exec(letter?.body ?? '')?.[0] ?? ''
  }

  test.each([true, false])(
    'is opened by a link, signs in, and signs out everywhere at once, script %s',
    async (script) => {
      const password = `en lång mening om ${script ? 'kaffe' : 'tallar'}`
      const tab = await office.sit(null, { script })
      await tab.goto(`${office.address}/arenden/ko`)
      await tab.waitForURL('**/logga-in?till=*')
      await tab.getByLabel('Användarnamn').fill('agent2')
      await tab.getByLabel('Lösenord').fill('fel lösenord, prövat')
      await tab.getByRole('button', { name: 'Logga in' }).click()
      await says(tab, /Fel namn eller lösenord\./)
      await tab.getByRole('link', { name: 'Glömt lösenordet?' }).click()
      await tab.getByLabel('Användarnamn').fill('agent2')
      await tab.getByRole('button', { name: 'Skicka länk' }).click()
      await says(tab, /Om kontot finns har vi skickat en länk\./)
      await tab.goto(office.address + (await linkMailed()))
      await tab.getByLabel('Nytt lösenord').fill(password)
      await tab.getByRole('button', { name: 'Byt lösenord' }).click()
      await tab.waitForURL('**/logga-in**')
      await tab.getByLabel('Användarnamn').fill('agent2')
      await tab.getByLabel('Lösenord').fill(password)
      await tab.getByRole('button', { name: 'Logga in' }).click()
      await tab.waitForURL(/\/t\w+\/$/)

      // A second machine; signing out everywhere there ends the first one too.
      const other = await office.sit(null, { script })
      await other.goto(
        `${office.address}/logga-in?till=${encodeURIComponent(new URL(office.address).pathname)}/arenden/ko`,
      )
      await other.getByLabel('Användarnamn').fill('agent2')
      await other.getByLabel('Lösenord').fill(password)
      await other.getByRole('button', { name: 'Logga in' }).click()
      await other.waitForURL('**/arenden/ko')
      await tab.goto(`${office.address}/arenden/ko`)
      expect(await tab.locator('h1').textContent()).toBe('Kö')
      await other.goto(`${office.address}/konto`)
      await other.getByRole('button', { name: 'Logga ut överallt' }).click()
      await other.waitForURL((url) => url.pathname === '/')
      await tab.goto(`${office.address}/arenden/ko`)
      await tab.waitForURL('**/logga-in?till=*')
    },
    journeyMs,
  )
})

describe('a form', () => {
  test.each([true, false])(
    'is made in the editor, tried as an employee, and published, script %s',
    async (script) => {
      const code = script ? 'flytt' : 'skylt'
      const tab = await office.sit('changeManager', { script })
      await tab.goto(`${office.address}/katalog/formular`)
      await tab.getByText('Nytt formulär', { exact: true }).first().click()
      await tab.getByLabel('Kod', { exact: false }).first().fill(code)
      await tab.getByLabel('Namn på svenska').fill(`Formulär för ${code}`)
      await tab.getByLabel('Namn på engelska').fill(`Form for ${code}`)
      await tab.getByRole('button', { name: 'Nytt formulär' }).click()
      await tab.waitForURL(`**/katalog/formular/${code}`)
      await ask(tab, {
        sv: 'Behövs hjälp på plats?',
        en: 'Help on site?',
        kind: 'choice',
        options: 'ja | Ja | Yes\nnej | Nej | No',
      })
      await ask(tab, { sv: 'Vilken dag?', en: 'Which day?', kind: 'date', when: ['behovs_hjalp_pa_plats', 'ja'] })
      const preview = tab.locator('#forhandsvisning')
      await preview.getByRole('button', { name: 'Pröva svaren' }).click()
      await says(tab, /Behövs hjälp på plats\?/)
      expect(await preview.locator('.errors').count()).toBe(1)
      await preview.getByLabel('Ja', { exact: true }).check()
      await preview.getByLabel(/^Vilken dag\?/).fill('2012-04-31')
      await preview.getByRole('button', { name: 'Pröva svaren' }).click()
      await says(tab, /31 april finns inte|Datumet/)
      await preview.getByLabel(/^Vilken dag\?/).fill('2012-04-30')
      await preview.getByRole('button', { name: 'Pröva svaren' }).click()
      await says(tab, /Svaren skulle tas emot\./)
      await tab.getByRole('button', { name: 'Publicera som ny version' }).click()
      await says(tab, /Version 1 är publicerad/)
    },
    journeyMs,
  )
})

async function ask(
  tab: Page,
  question: { sv: string; en: string; kind: string; options?: string; when?: readonly [string, string] },
): Promise<void> {
  const adding = tab.locator('details', { has: tab.getByText('Lägg till en fråga', { exact: true }) }).last()
  await adding.locator('summary').click()
  await adding.getByLabel('Frågan på svenska').fill(question.sv)
  await adding.getByLabel('Frågan på engelska').fill(question.en)
  await adding.getByLabel('Slag av svar').selectOption(question.kind)
  if (question.options) await adding.getByLabel(/^Svarsalternativ/).fill(question.options)
  if (question.when) {
    await adding.getByLabel(/^Fråga ovanför/).selectOption(question.when[0])
    await adding.getByLabel(/^Värde/).fill(question.when[1])
  }
  await adding.getByRole('button', { name: 'Lägg till en fråga' }).click()
  await says(tab, new RegExp(`\\d\\. ${question.sv.replace('?', '\\?')}`))
}

describe('somebody calls', () => {
  test.each([true, false])(
    'and the agent registers for them, script %s',
    async (script) => {
      const tab = await office.sit('itAgent', { script })
      await tab.goto(`${office.address}/arenden/ko`)
      await tab
        .getByRole('link', { name: /^Nytt ärende/ })
        .first()
        .click()
      const form = tab.locator('form[action$="/arenden/nytt/vidare"]')
      await form.getByLabel('Telefon').check()
      if (script) {
        await form.getByLabel(/^Vem gäller det\?/).pressSequentially('Disa')
        await tab.getByRole('option', { name: /Disa Norr/ }).click()
        await form.locator('combo-box:has(select) input').fill('Utskrift')
        await tab.getByRole('option', { name: /Utskrift fungerar inte/ }).click()
      } else {
        await form.getByLabel(/^Vem gäller det\?/).fill('Disa Norr')
        await form.getByLabel(/^Vad gäller det\?/).selectOption('utskrift')
      }
      await form.getByRole('button', { name: /^Vidare till formuläret/ }).click()
      await tab.waitForURL('**/bestall/utskrift?for=*')
      expect(await words(tab)).toContain('Du registrerar åt Disa Norr')
      await tab.getByLabel(/^Vad är det som är fel\?/).fill('Skrivaren i lärarrummet är tyst.')
      await tab.getByRole('button', { name: 'Skicka felanmälan' }).click()
      await says(tab, /Registrerat som KIT-2012-\d{5}/)
      const number = /KIT-2012-\d{5}/.exec(await words(tab))?.[0] ?? ''
      const teacher = await office.sit('teacher', { script })
      await teacher.goto(`${office.address}/mina-arenden`)
      await teacher
        .getByRole('link', { name: /Skrivaren i lärarrummet/ })
        .first()
        .click()
      await teacher.waitForURL(`**/arenden/${number}`)
      expect(await words(teacher)).toContain('telefon')
    },
    journeyMs,
  )
})
