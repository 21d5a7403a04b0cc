import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#basics/id'
import { posts as printedPosts, printedStaffing } from '../../../world/tyreso/posts.ts'
import type { Office } from '../office-for-tests.ts'
import { day, openOffice, refusalOf } from '../office-for-tests.ts'
import { addUnit } from '../units/add-unit.ts'
import { addPost, changePost, endPost, setPrintedCount } from './keep-posts.ts'
import { hundredths, postsOf } from './queries.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})

async function unitWithPostsOf(code: string): Promise<Id> {
  const { unitId } = await office.does('admin', (deed) =>
    addUnit(deed, {
      code: `p-${code}`,
      from: '2012-01-01',
      parentUnitId: office.scene.ids.unit['kit'] ?? '',
      kind: 'unit',
      name: code,
    }),
  )
  await office.does('admin', async (deed) => {
    for (const post of printedPosts.filter((one) => one.unit === code))
      await addPost(deed, {
        unitId,
        title: post.title,
        sharePercent: post.percent,
        state: post.state,
        from: '2012-01-01',
      })
    const full = printedStaffing.find((one) => one.unit === code && one.measure === 'full_time_equivalents')
    if (full)
      await setPrintedCount(
        deed,
        { unitId, measure: 'full_time' },
        { valueHundredths: full.hundredths, quote: full.text },
      )
  })
  return unitId
}

test('TY-008 the procurement unit’s printed posts come to 3.65 and agree with the printed figure', async () => {
  const unitId = await unitWithPostsOf('upphandling')
  const read = await office.reads('employee', (view) => postsOf(view, unitId, day('2012-10-03')))
  expect(read.posts.map((post) => post.sharePercent)).toEqual([100, 100, 90, 75])
  expect(read.sum).toMatchObject({ posts: 4, fullTimeHundredths: 365 })
  expect(read.printed).toMatchObject([
    {
      measure: 'full_time',
      printedHundredths: 365,
      computedHundredths: 365,
      agrees: true,
      quote: 'totalt 3,65 tjänster',
    },
  ])
})

test('a vacant post is counted apart, and without stated shares the full-time sum says nothing', async () => {
  const unitId = await unitWithPostsOf('kansli')
  const read = await office.reads('employee', (view) => postsOf(view, unitId, day('2012-10-03')))
  expect(read.sum).toMatchObject({ filled: 6, vacant: 1, recruiting: 0, withoutShare: 7 })
})

test('a post changes from a day and the sum of a past day stands', async () => {
  const { lon } = office.scene.ids.unit
  const { postId } = await office.does('admin', (deed) =>
    addPost(deed, {
      unitId: lon ?? '',
      title: 'Lönehandläggare',
      sharePercent: 100,
      state: 'filled',
      from: '2012-01-01',
    }),
  )
  const changed = await office.does('admin', (deed) =>
    changePost(
      deed,
      { postId, version: 1 },
      { title: 'Lönehandläggare', sharePercent: 75, state: 'filled', from: '2012-06-01' },
    ),
  )
  const sumOn = async (date: string) =>
    (await office.reads('employee', (view) => postsOf(view, lon ?? '', day(date)))).sum.fullTimeHundredths
  expect([await sumOn('2012-05-31'), await sumOn('2012-06-01')]).toEqual([100, 75])
  await office.does('admin', (deed) => endPost(deed, { postId: changed.postId, version: 1 }, { on: '2012-12-01' }))
  expect(await sumOn('2012-12-01')).toBe(0)
  expect(
    await refusalOf(
      office.does('admin', (deed) =>
        changePost(deed, { postId, version: 1 }, { title: 'X', state: 'filled', from: '2012-02-01' }),
      ),
    ),
  ).toMatchObject({ status: 412 })
  expect(
    await refusalOf(
      office.does('agent', (deed) =>
        addPost(deed, { unitId: lon ?? '', title: 'X', state: 'vacant', from: '2012-02-01' }),
      ),
    ),
  ).toMatchObject({ status: 403 })
})

test('decimal text becomes hundredths without a float in between', () => {
  expect(['3.65', '100.00', '0.1', '12', '66.67'].map(hundredths)).toEqual([365, 10000, 10, 1200, 6667])
})
