// Adds, changes and ends posts, each from a day, and keeps a count as it was printed beside what they come to.
import type { Id } from '#basics/id'
import { period } from '#basics/period'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { refuseOutside } from '../assignments/assignment.ts'
import { refuseUnitNotThere } from '../assignments/unit-there.ts'
import { knownPlacements } from '../units/add-unit.ts'
import { date, entered } from '../versioned.ts'
import type { AddPost, ChangePost, EndPost, SetPrintedCount } from './contract.ts'
import type { PrintedMeasure } from './post.ts'
import type { StoredPost } from './store.ts'
import { insertPost, lockPost, storePrintedCount, updatePost } from './store.ts'

export interface SeenPost {
  readonly postId: Id
  readonly version: number
}

export async function addPost(deed: Deed, input: Static<typeof AddPost>, origin = entered): Promise<{ postId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const during = { from: date(input.from), to: null }
  refuseUnitNotThere(
    await knownPlacements(deed, input.unitId),
    { from: during.from, to: during.from.add({ days: 1 }) },
    'from',
  )
  const postId = deed.newId()
  await insertPost(deed, { postId, unitId: input.unitId, ...factsOf(input), origin, ...during })
  tell(
    deed,
    'post.added',
    postId,
    { unit: input.unitId, from: input.from, share: input.sharePercent ?? null, state: input.state },
    input.title,
  )
  return { postId }
}

/** From a later day than its first the post ends and another takes its place, so that the sum of a past day stands. */
export async function changePost(
  deed: Deed,
  seen: SeenPost,
  input: Static<typeof ChangePost>,
): Promise<{ postId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const before = await lockPost(deed, seen.postId, seen.version)
  const from = date(input.from)
  refuseOutside(before, from, 'from')
  const inPlace = from.equals(before.from)
  const postId = inPlace ? before.postId : deed.newId()
  const after: StoredPost = { ...before, ...factsOf(input), postId, from, origin: inPlace ? before.origin : entered }
  if (inPlace) await updatePost(deed, after)
  else {
    await updatePost(deed, { ...before, to: from })
    await insertPost(deed, after)
  }
  tell(
    deed,
    'post.changed',
    postId,
    { former: before.postId, from: input.from, share: after.sharePercent, state: after.state },
    input.title,
  )
  return { postId }
}

export async function endPost(deed: Deed, seen: SeenPost, input: Static<typeof EndPost>): Promise<{ postId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const before = await lockPost(deed, seen.postId, seen.version)
  const { from, to } = period(before.from, date(input.on), 'on')
  refuseOutside(before, date(input.on), 'on')
  await updatePost(deed, { ...before, from, to })
  tell(deed, 'post.ended', seen.postId, { on: input.on })
  return { postId: seen.postId }
}

export async function setPrintedCount(
  deed: Deed,
  about: { unitId: Id; measure: PrintedMeasure },
  input: Static<typeof SetPrintedCount>,
  origin = entered,
): Promise<void> {
  allow(deed.actor, 'organisation.edit')
  await knownPlacements(deed, about.unitId)
  await storePrintedCount(deed, {
    ...about,
    valueHundredths: input.valueHundredths,
    quote: input.quote ?? null,
    origin,
  })
  deed.journal({
    verb: 'unit.count_printed',
    kind: 'unit',
    id: about.unitId,
    facts: { measure: about.measure, hundredths: input.valueHundredths },
  })
  deed.changed('organisation')
}

function factsOf(
  input: Static<typeof ChangePost> | Static<typeof AddPost>,
): Pick<StoredPost, 'title' | 'sharePercent' | 'state' | 'recruitment'> {
  const recruitment = input.state === 'recruiting' ? (input.recruitment ?? null) : null
  return { title: input.title, sharePercent: input.sharePercent ?? null, state: input.state, recruitment }
}

function tell(deed: Deed, verb: string, postId: Id, facts: Record<string, unknown>, content?: string): void {
  deed.journal({ verb, kind: 'post', id: postId, facts, ...(content === undefined ? {} : { content }) })
  deed.changed('organisation')
}
