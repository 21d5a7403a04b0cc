// What crosses the wire about posts and the printed counts beside them.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { day, idField, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { OnDate, UnitParams } from '../units/contract.ts'
import { postStates, printedMeasures, recruitments } from './post.ts'

const share = Type.Number({ exclusiveMinimum: 0, maximum: 100, description: 'Percent of full time; null = not stated' })

export const Post = shape({
  postId: idField(),
  unitId: idField(),
  title: Type.String(),
  sharePercent: nullable(Type.Number()),
  state: oneOf(postStates),
  recruitment: nullable(oneOf(recruitments)),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  version: Type.Integer(),
})
export type Post = Static<typeof Post>

export const UnitPosts = shape({
  date: day(),
  posts: listOf(Post, 5000),
  sum: shape({
    posts: Type.Integer(),
    filled: Type.Integer(),
    vacant: Type.Integer(),
    recruiting: Type.Integer(),
    fullTimeHundredths: Type.Integer({ description: 'Full-time equivalents × 100' }),
    withoutShare: Type.Integer({ description: 'Posts whose share is not stated' }),
  }),
  printed: listOf(
    shape({
      measure: oneOf(printedMeasures),
      printedHundredths: Type.Integer(),
      computedHundredths: nullable(Type.Integer()),
      agrees: nullable(Type.Boolean({ description: 'null = the posts cannot say' })),
      quote: nullable(Type.String()),
      origin: Type.String(),
    }),
    10,
  ),
})
export type UnitPosts = Static<typeof UnitPosts>

const facts = {
  title: text(200),
  sharePercent: optional(nullable(share)),
  state: oneOf(postStates),
  recruitment: optional(nullable(oneOf(recruitments))),
}
export const AddPost = shape({ unitId: idField(), ...facts, from: day() })
export const ChangePost = shape({ ...facts, from: day('The first day of the change') })
export const EndPost = shape({ on: day() })
export const SetPrintedCount = shape({
  valueHundredths: Type.Integer({ minimum: 0, maximum: 99_999_999, description: 'The printed number × 100' }),
  quote: optional(nullable(text(300))),
})

const PostParams = shape({ postId: idField() })
const tag = 'organisation'
const write = { tag, access: 'organisation.edit', answer: Post } as const

export const postsOfUnit = op({
  id: 'postsOfUnit',
  method: 'GET',
  path: '/organisation/units/{unitId}/posts',
  tag,
  access: 'organisation.read',
  summary: 'Posts of a unit on a day, their sum, and the printed counts beside it',
  params: UnitParams,
  query: OnDate,
  answer: UnitPosts,
})
export const addPostOp = op({
  ...write,
  id: 'addPost',
  method: 'POST',
  path: '/organisation/posts',
  status: 201,
  summary: 'Add a post',
  body: AddPost,
})
export const changePostOp = op({
  ...write,
  id: 'changePost',
  method: 'POST',
  path: '/organisation/posts/{postId}/changes',
  versioned: true,
  summary: 'Change a post from a day; what it was before is kept',
  params: PostParams,
  body: ChangePost,
})
export const endPostOp = op({
  ...write,
  id: 'endPost',
  method: 'POST',
  path: '/organisation/posts/{postId}/end',
  versioned: true,
  summary: 'End a post',
  params: PostParams,
  body: EndPost,
})
export const setPrintedCountOp = op({
  id: 'setPrintedCount',
  method: 'PUT',
  path: '/organisation/units/{unitId}/printed-counts/{measure}',
  tag,
  access: 'organisation.edit',
  summary: 'Keep a count as it was printed',
  params: shape({ unitId: idField(), measure: oneOf(printedMeasures) }),
  body: SetPrintedCount,
  answer: UnitPosts,
})
