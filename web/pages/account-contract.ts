// What crosses the wire of a person's own account.
import { op } from '#platform/http/op'
import { Type, instant, listOf, nullable, shape } from '#platform/http/shape'

const tag = 'account'
const access = 'account'

export const NewPassword = shape({
  current: Type.String({ maxLength: 200, description: 'The present password' }),
  password: Type.String({ minLength: 12, maxLength: 200, description: 'The new one; a sentence is fine' }),
})
const OneSession = shape({ session: Type.String({ pattern: '^[0-9a-f]{64}$' }) })
const Ending = shape({ keepThis: Type.Boolean({ description: 'false ends the session that asks, too' }) })

export const accountOp = op({
  id: 'readAccount',
  method: 'GET',
  path: '/account',
  tag,
  access,
  summary: 'Your own account and where it is signed in',
  answer: shape({
    loginName: nullable(Type.String()),
    hasPassword: Type.Boolean(),
    sessions: listOf(
      shape({
        session: Type.String(),
        startedAt: instant(),
        seenAt: instant(),
        endsAt: instant(),
        current: Type.Boolean(),
      }),
      100,
    ),
  }),
})
/** PUT, so that nothing derived from a password is kept to recognise a repeat. */
export const changePasswordOp = op({
  id: 'changePassword',
  method: 'PUT',
  path: '/account/password',
  tag,
  access,
  summary: 'Change your password; every other session ends',
  body: NewPassword,
  answer: shape({ changed: Type.Boolean() }),
  example: { current: 'en mening som jag minns', password: 'en helt annan mening som jag minns' },
})
export const endSessionOp = op({
  id: 'endSession',
  method: 'DELETE',
  path: '/account/sessions/{session}',
  tag,
  access,
  summary: 'Sign out one of your sessions',
  params: OneSession,
})
export const endSessionsOp = op({
  id: 'endSessions',
  method: 'POST',
  path: '/account/sessions/ending',
  tag,
  access,
  summary: 'Sign out everywhere, or everywhere but here',
  body: Ending,
  answer: shape({ ended: Type.Integer() }),
  example: { keepThis: true },
})
