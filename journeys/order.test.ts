// An order from the search box to the receipt, by keyboard alone, with script and without; and every form within three
// steps of the start page.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { handsOn } from './keyboard.ts'
import { journeyMs, openOffice } from './office.ts'
import type { Office } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice({ start: '2012-04-04T10:00' })
})
afterAll(() => office.close())
afterEach(async () => {
  await office.goHome()
  expect(office.complaints.splice(0)).toEqual([])
})

const ordersOf = () =>
  office.scene.peek((tx) =>
    tx
      .selectFrom('cases.case')
      .select(['number', 'title', 'place_id', 'requester_id'])
      .where('tenant_id', '=', office.scene.tenant.tenantId)
      .orderBy('case_id')
      .execute(),
  )

describe('by keyboard alone', () => {
  test.each([true, false])(
    'TY-051 from the search box to the receipt, script %s',
    async (script) => {
      const before = (await ordersOf()).length
      const tab = await office.sit('employee', { script })
      const hands = handsOn(tab)
      await tab.goto(`${office.address}/`)
      await hands.tabTo('Hoppa till innehållet', 1)
      await hands.press('Enter')
      await hands.tabTo('Sök bland tjänster och dina ärenden', 3)
      await hands.type('vaktmästare')
      await hands.press('Enter')
      await tab.waitForURL('**/hitta?q=*')
      await hands.tabTo('Beställ vaktmästare')
      await hands.press('Enter')
      await tab.waitForURL('**/bestall/vaktmasteri-jobb')
      await hands.tabTo(/^Vad behöver göras\?/)
      await hands.type('Sätt upp en anslagstavla i samlingssalen')
      await hands.tabTo(/^Var\?/)
      await hands.type('Mast')
      if (script) await hands.press('ArrowDown', 'Enter')
      await hands.tabTo('Ja')
      await hands.press('ArrowDown')
      await hands.tabTo('Skicka beställningen')
      await hands.press('Enter')
      await tab.waitForURL('**/kvitto')
      const made = (await ordersOf()).slice(before)
      expect(made).toEqual([
        expect.objectContaining({
          place_id: office.scene.ids.place.masten,
          requester_id: office.scene.ids.person.employee,
        }),
      ])
      expect(await tab.locator('h1').textContent()).toBe('Vi har tagit emot din beställning')
      expect(await tab.locator('.receipt .no').textContent()).toContain(made[0]?.number)
      expect(await tab.locator('.big').textContent()).toContain('Vi börjar senast onsdag 11 april')
      // The receipt leads on, still by keyboard.
      await hands.tabTo('Öppna ärendet')
      await hands.press('Enter')
      await tab.waitForURL(`**/arenden/${made[0]?.number ?? ''}`)
      expect(hands.pressed).toBeLessThan(180)
    },
    journeyMs,
  )
})
