// The only writer of post and printed_count, save for what ends with a unit.
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import { asSeen } from '../versioned.ts'
import type { PostState, PrintedMeasure } from './post.ts'
import type { recruitments } from './post.ts'

type PlainDate = Temporal.PlainDate

export interface StoredPost {
  readonly postId: Id
  readonly unitId: Id
  readonly title: string
  readonly sharePercent: number | null
  readonly state: PostState
  readonly recruitment: (typeof recruitments)[number] | null
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly origin: string
}

const facts = (post: StoredPost) => ({
  title: post.title,
  share_percent: post.sharePercent === null ? null : String(post.sharePercent),
  state: post.state,
  recruitment: post.recruitment,
})

export async function lockPost(deed: Deed, postId: Id, version: number): Promise<StoredPost> {
  const row = asSeen(
    await deed.tx
      .selectFrom('organisation.post')
      .selectAll()
      .where('post_id', '=', postId)
      .forUpdate()
      .executeTakeFirst(),
    version,
  )
  return {
    postId,
    unitId: row.unit_id,
    title: row.title,
    sharePercent: row.share_percent === null ? null : Number(row.share_percent),
    state: row.state,
    recruitment: row.recruitment,
    from: row.valid_from,
    to: row.valid_to,
    origin: row.origin,
  }
}

export async function insertPost(deed: Deed, post: StoredPost): Promise<void> {
  await deed.tx
    .insertInto('organisation.post')
    .values({
      tenant_id: deed.tenant.tenantId,
      post_id: post.postId,
      unit_id: post.unitId,
      ...facts(post),
      valid_from: post.from,
      valid_to: post.to,
      origin: post.origin,
    })
    .execute()
}

export async function updatePost(deed: Deed, post: StoredPost): Promise<void> {
  await deed.tx
    .updateTable('organisation.post')
    .set((q) => ({ ...facts(post), valid_to: post.to, version: q('version', '+', 1) }))
    .where('post_id', '=', post.postId)
    .execute()
}

export async function storePrintedCount(
  deed: Deed,
  one: { unitId: Id; measure: PrintedMeasure; valueHundredths: number; quote: string | null; origin: string },
): Promise<void> {
  const facts = { value: (one.valueHundredths / 100).toFixed(2), quote: one.quote, origin: one.origin }
  await deed.tx
    .insertInto('organisation.printed_count')
    .values({ tenant_id: deed.tenant.tenantId, unit_id: one.unitId, measure: one.measure, ...facts })
    .onConflict((c) => c.columns(['tenant_id', 'unit_id', 'measure']).doUpdateSet(facts))
    .execute()
}
