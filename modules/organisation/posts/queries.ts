// Reads of a unit's posts on a day, their sum, and what was printed.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { unitOn } from '../units/queries.ts'
import type { Post, UnitPosts } from './contract.ts'
import { comparePrinted, staffingOf } from './post.ts'

type PlainDate = Temporal.PlainDate

/** "3.65" → 365: decimal text to hundredths, without a float in between. */
export function hundredths(text: string): number {
  const [whole = '0', fraction = ''] = text.split('.')
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2))
}

export async function postsOf(view: View, unitId: Id, on: PlainDate): Promise<UnitPosts> {
  await unitOn(view, unitId, on)
  const rows = await posts(view)
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', on)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .orderBy('post_id')
    .limit(5000)
    .execute()
  const printed = await view.tx
    .selectFrom('organisation.printed_count')
    .select(['measure', 'value', 'quote', 'origin'])
    .where('unit_id', '=', unitId)
    .orderBy('measure')
    .execute()
  const sum = staffingOf(
    rows.map((row) => ({
      state: row.state,
      shareHundredths: row.share_percent === null ? null : hundredths(row.share_percent),
    })),
  )
  return {
    date: on.toString(),
    posts: rows.map(asPost),
    sum,
    printed: printed.map((row) => ({
      ...comparePrinted(row.measure, hundredths(row.value), sum),
      quote: row.quote,
      origin: row.origin,
    })),
  }
}

export async function postById(view: View, postId: Id): Promise<Post> {
  const row = await posts(view).where('post_id', '=', postId).executeTakeFirst()
  return row ? asPost(row) : notFound()
}

const posts = (view: View) => view.tx.selectFrom('organisation.post').selectAll()

function asPost(row: Awaited<ReturnType<ReturnType<typeof posts>['execute']>>[number]): Post {
  return {
    postId: row.post_id,
    unitId: row.unit_id,
    title: row.title,
    sharePercent: row.share_percent === null ? null : Number(row.share_percent),
    state: row.state,
    recruitment: row.recruitment,
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
  }
}
