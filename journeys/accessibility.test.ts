// A page of each build in one of the eight looks by turns, and the narrowest widths; the long suite reads every page in all.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishPages, oneOfEach } from './every-page.ts'
import type { Visited } from './every-page.ts'
import { openOffice } from './office.ts'
import type { Office } from './office.ts'
import { allLooks, sweep } from './sweep.ts'

let office: Office
let pages: readonly Visited[]

beforeAll(async () => {
  office = await openOffice({ start: '2012-04-10T09:00' })
  pages = await furnishPages(office)
})
afterAll(() => office.close())

test('TY-064 a page of each build has no violation by axe and never scrolls sideways', async () => {
  // ALL_LOOKS=1: every page in every look, as the long suite does it.
  const all = process.env['ALL_LOOKS'] !== undefined
  const chosen = all ? pages : oneOfEach(pages)
  const swept = await sweep(office, chosen, (_page, n) => (all ? allLooks : [allLooks[n % allLooks.length]!]))
  console.log(
    `accessibility: ${swept.looked} pages × looks, ${swept.measured} widths, ${swept.findings.length} findings`,
  )
  expect(swept.findings).toEqual([])
  expect(swept.looked).toBe(chosen.length * (all ? allLooks.length : 1))
  expect(office.complaints.splice(0)).toEqual([])
}, 1_800_000)
