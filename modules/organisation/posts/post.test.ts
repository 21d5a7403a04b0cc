import { expect, test } from 'vitest'
import { comparePrinted, staffingOf } from './post.ts'

const post = (percent: number | null, state: 'filled' | 'vacant' | 'recruiting' = 'filled') => ({
  state,
  shareHundredths: percent === null ? null : percent * 100,
})

test('TY-008 1.00 + 1.00 + 0.90 + 0.75 gives 3.65 and agrees with the printed figure', () => {
  const staffing = staffingOf([post(100), post(100), post(90), post(75)])
  expect(staffing).toMatchObject({ posts: 4, filled: 4, fullTimeHundredths: 365, withoutShare: 0 })
  expect(comparePrinted('full_time', 365, staffing)).toEqual({
    measure: 'full_time',
    printedHundredths: 365,
    computedHundredths: 365,
    agrees: true,
  })
})

test('ten printed, nine listed at 7.5: the disagreement is shown', () => {
  const staffing = staffingOf([
    ...Array.from({ length: 6 }, () => post(100)),
    ...Array.from({ length: 3 }, () => post(50)),
  ])
  expect(staffing).toMatchObject({ posts: 9, fullTimeHundredths: 750 })
  expect(comparePrinted('posts', 1000, staffing)).toMatchObject({ computedHundredths: 900, agrees: false })
})

test('filled, vacant and recruiting are counted apart, and a head count is of the filled', () => {
  const staffing = staffingOf([post(100), post(100), post(null, 'vacant'), post(50, 'recruiting')])
  expect(staffing).toMatchObject({ posts: 4, filled: 2, vacant: 1, recruiting: 1, withoutShare: 1 })
  expect(comparePrinted('heads_text', 200, staffing).agrees).toBe(true)
})

test('where a share is not stated the sum of full time says nothing', () => {
  expect(comparePrinted('full_time', 575, staffingOf([post(100), post(null)]))).toMatchObject({
    computedHundredths: null,
    agrees: null,
  })
  expect(comparePrinted('heads_text', 500, staffingOf([]))).toMatchObject({ computedHundredths: null, agrees: null })
})
