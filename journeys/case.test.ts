// A case between its three: the one who asks, the purchaser who says yes or no, and the one who does it; with script and
// without. And live: the desk sees what is new, and who else is writing, without reloading.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { CastName } from '../world/scene.ts'
import { journeyMs, openOffice, patience } from './office.ts'
import type { Looks, Office } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice({ start: '2012-04-10T09:00' })
})
afterAll(() => office.close())
afterEach(async () => {
  await office.goHome()
  office.scene.at('2012-04-10T09:00')
  expect(office.complaints.splice(0)).toEqual([])
})

async function at(name: CastName, path: string, looks: Looks): Promise<Page> {
  const tab = await office.sit(name, looks)
  await tab.goto(office.address + path)
  return tab
}

/** Orders by the form, and gives the case's number. */
async function order(tab: Page, type: string, fill: () => Promise<void>): Promise<string> {
  await tab.goto(`${office.address}/bestall/${type}`)
  await fill()
  await tab.getByRole('button', { name: 'Skicka beställningen' }).click()
  await tab.waitForURL('**/kvitto')
  return (await tab.locator('.receipt .no b').textContent()) ?? ''
}

const caseOf = (number: string) =>
  office.scene.peek((tx) =>
    tx
      .selectFrom('cases.case as c')
      .leftJoin('cases.delivery as d', (j) =>
        j.onRef('d.tenant_id', '=', 'c.tenant_id').onRef('d.case_id', '=', 'c.case_id'),
      )
      .select(['c.state', 'd.quantity_thousandths'])
      .where('c.tenant_id', '=', office.scene.tenant.tenantId)
      .where('c.number', '=', number)
      .execute(),
  )

const words = async (tab: Page): Promise<string> =>
  ((await tab.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ')
const stateOf = (tab: Page) => tab.locator('main .tag').first().textContent()
async function says(tab: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => words(tab), patience).toMatch(text)
}

/** What the page says of the deed just done. */
async function told(tab: Page, text: string): Promise<void> {
  await expect.poll(() => tab.locator('main > [role=status]').textContent(), patience).toBe(text)
}

describe('an order over the limit', () => {
  const twoLaptops = (tab: Page) => order(tab, 'ny-dator', () => tab.getByLabel(/^Hur många\?/).fill('2'))

  test.each([true, false])(
    'is approved by the purchaser, and only then promised, script %s',
    async (script) => {
      const employee = await office.sit('employee', { script })
      const number = await twoLaptops(employee)
      expect(await words(employee)).toContain('Löftet börjar räknas när Eva Lind har godkänt.')
      const purchaser = await at('purchaser', '/', { script })
      await purchaser.getByRole('link', { name: /^Att godkänna/ }).click()
      const question = purchaser.locator('section.panel', { hasText: number })
      await expect.poll(() => question.textContent(), patience).toMatch(/17\s000\skr/)
      await question.getByRole('button', { name: /^Godkänn/ }).click()
      await told(purchaser, 'Godkänt. Beställningen går vidare.')
      expect(await question.count()).toBe(0)
      expect(await caseOf(number)).toEqual([expect.objectContaining({ state: 'new' })])
      await employee.goto(`${office.address}/arenden/${number}`)
      expect(await stateOf(employee)).toContain('Ny')
      expect(await words(employee)).toContain('Eva Lind')
    },
    journeyMs,
  )

  test.each([true, false])(
    'is refused with a reason that the requester reads, script %s',
    async (script) => {
      const employee = await office.sit('employee', { script })
      const number = await twoLaptops(employee)
      const purchaser = await at('purchaser', '/godkannanden', { script })
      const question = purchaser.locator('section.panel', { hasText: number })
      await question.getByText('Avslå', { exact: true }).click()
      await question.getByRole('button', { name: 'Avslå beställningen' }).click()
      await says(purchaser, /Skriv varför/)
      await question.getByLabel('Varför avslår du?').fill('Vi byter datorer först efter sommaren.')
      await question.getByRole('button', { name: 'Avslå beställningen' }).click()
      await told(purchaser, 'Avslaget. Beställaren får veta varför.')
      expect(await question.count()).toBe(0)
      await employee.goto(`${office.address}/arenden/${number}`)
      expect(await stateOf(employee)).toContain('Avslaget')
      expect(await words(employee)).toContain('Vi byter datorer först efter sommaren.')
    },
    journeyMs,
  )
})

describe('a job', () => {
  const hangBoard = (tab: Page, what: string) =>
    order(tab, 'vaktmasteri-jobb', async () => {
      await tab.getByLabel(/^Vad behöver göras\?/).fill(what)
      const list = tab.locator('combo-box:has(select[name="answers.plats"])')
      const field = list.getByRole('combobox')
      if ((await list.locator('input').count()) > 0) {
        await field.fill('Kommun')
        await tab.getByRole('option', { name: 'Kommunhuset' }).click()
      } else await list.locator('select').selectOption({ label: 'Kommunhuset' })
      await tab.getByLabel('Nej', { exact: true }).check()
    })

  test.each([true, false])(
    'is taken, paused, resumed, delivered with its quantity, reopened, delivered and confirmed, script %s',
    async (script) => {
      const { scene } = office
      const employee = await office.sit('employee', { script })
      const what = `Sätt upp tavlan i sal ${script ? 2 : 3}`
      const number = await hangBoard(employee, what)
      expect(await words(employee)).toMatch(/Vi börjar senast fredag 13 april kl\. 15\.00/)
      const agent = await at('agent', '/arenden/ko', { script })
      await agent.getByRole('link', { name: what }).first().click()
      await agent.getByRole('button', { name: /^Tilldela mig/ }).click()
      await told(agent, 'Du har tagit ärendet.')

      // Wednesday the clock stops, Friday the customer answers: two working days are given back.
      scene.at('2012-04-11T09:00')
      await office.signInAgain(agent, 'agent')
      await pause(agent, 'Vilken vägg?', 'customer')
      scene.at('2012-04-13T09:00')
      await office.signInAgain(agent, 'agent')
      await office.signInAgain(employee, 'employee')
      await employee.goto(`${office.address}/arenden/${number}`)
      expect(await words(employee)).toContain('Vi väntar på dig')
      await employee.getByLabel('Skriv till oss').fill('Den mot fönstret.')
      await employee.getByRole('button', { name: 'Skicka', exact: true }).click()
      await says(employee, /Den mot fönstret\./)
      await agent.goto(`${office.address}/arenden/${number}`)
      await says(agent, /tisdag 17 april kl\. 16\.45/)
      expect(await words(agent)).toContain('Den mot fönstret.')

      // A second pause ends by our own hand.
      await pause(agent, 'Skruvarna är slut.', 'supplier')
      await says(agent, /Väntar på leverantör/)
      await agent.getByRole('button', { name: /^Fortsätt/ }).click()
      await told(agent, 'Klockan går igen.')

      await agent.locator('summary', { hasText: 'Leverera' }).click()
      await agent.getByLabel('Mängd').fill('1,5')
      await agent.getByLabel(/^Meddelande om leveransen/).fill('Tavlan hänger.')
      await agent.locator('details[open]').getByRole('button', { name: 'Leverera' }).click()
      await expect.poll(() => stateOf(agent), patience).toContain('Klart')
      expect(await caseOf(number)).toEqual([{ state: 'done', quantity_thousandths: 1500n }])

      await employee.goto(`${office.address}/arenden/${number}`)
      await employee.getByText('Nej, något saknas').click()
      await employee.getByLabel('Vad saknas?').fill('Den hänger snett.')
      await employee.getByRole('button', { name: 'Öppna ärendet igen' }).click()
      await expect.poll(() => stateOf(employee), patience).toContain('Pågår')

      await agent.goto(`${office.address}/arenden/${number}`)
      expect(await words(agent)).toContain('Den hänger snett.')
      await agent.locator('summary', { hasText: 'Leverera' }).click()
      await agent.getByLabel('Mängd').fill('0,5')
      await agent.locator('details[open]').getByRole('button', { name: 'Leverera' }).click()
      await expect.poll(() => stateOf(agent), patience).toContain('Klart')
      await employee.goto(`${office.address}/arenden/${number}`)
      await employee.getByRole('button', { name: 'Ja, det är klart' }).click()
      await expect.poll(() => stateOf(employee), patience).toContain('Stängt')
      expect(new Set((await caseOf(number)).map((one) => one.quantity_thousandths))).toEqual(new Set([1500n, 500n]))
    },
    journeyMs,
  )
})

async function pause(agent: Page, why: string, whom: 'customer' | 'supplier'): Promise<void> {
  await agent.locator('summary', { hasText: 'Pausa' }).click()
  const form = agent.locator('details[open] form')
  await form.getByLabel('Vem väntar vi på?').selectOption(whom)
  await form.getByLabel('Varför?').fill(why)
  await form.getByRole('button', { name: 'Pausa klockan' }).click()
  await told(agent, 'Klockan står still.')
  expect(await words(agent)).toContain(why)
}

describe('live', () => {
  test(
    'a new case stands in the queue, and who is writing on the case, without reloading',
    async () => {
      const queue = await at('agent', '/arenden/ko', {})
      const stays = () => queue.evaluate(() => Object.assign(globalThis, { stayed: true }))
      await stays()
      const employee = await office.sit('employee')
      await employee.goto(`${office.address}/bestall/vaktmasteri-jobb`)
      await employee.getByLabel(/^Vad behöver göras\?/).fill('Bär upp tjugo stolar')
      await employee.locator('combo-box:has(select[name="answers.plats"])').getByRole('combobox').fill('Masten')
      await employee.getByRole('option', { name: 'Masten' }).click()
      await employee.getByLabel('Nej', { exact: true }).check()
      await employee.getByRole('button', { name: 'Skicka beställningen' }).click()
      await employee.waitForURL('**/kvitto')
      await expect.poll(() => words(queue), patience).toContain('Bär upp tjugo stolar')

      const [mine, theirs] = [await office.sit('agent'), await office.sit('agent2')]
      const address = await queue
        .getByRole('link', { name: /Bär upp tjugo stolar/ })
        .first()
        .getAttribute('href')
      await mine.goto(new URL(address ?? '', office.address).href)
      await theirs.goto(new URL(address ?? '', office.address).href)
      await theirs.getByLabel('Svar till kunden').pressSequentially('Vi kommer')
      await expect
        .poll(() => mine.locator('.presence').textContent(), patience)
        .toContain('Sten Ek skriver här just nu.')
      expect(await theirs.locator('.presence').getAttribute('data-empty')).not.toBeNull()
      await theirs.getByLabel('Svar till kunden').blur()
      await expect.poll(() => mine.locator('.presence').getAttribute('data-empty'), patience).not.toBeNull()

      // What the colleague sends stands in my page, and what I have begun to write is left alone.
      await mine.getByLabel('Svar till kunden').fill('Jag tänkte')
      await theirs.getByRole('button', { name: 'Skicka', exact: true }).click()
      await expect.poll(() => mine.locator('.tl').textContent(), patience).toContain('Vi kommer')
      expect(await mine.getByLabel('Svar till kunden').inputValue()).toBe('Jag tänkte')
      expect(await queue.evaluate(() => 'stayed' in globalThis)).toBe(true)
    },
    journeyMs,
  )
})
