// What crosses the wire about a person's account: its state and name. A password or a link never does.
import { op } from '#platform/http/op'
import { idField, instant, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { accountStates } from '#platform/identity/keep-accounts'
import { PersonParams } from './contract.ts'

export const Account = shape({
  personId: idField(),
  state: oneOf(
    accountStates,
    'invited: a link waits for its first password; waiting: no password and no link that works',
  ),
  loginName: nullable(Type.String()),
  linkUntil: nullable(instant('When the link that waits stops working')),
  activeSince: nullable(instant('When the first password was chosen; null also where it was not kept')),
  endedAt: nullable(instant()),
  seenAt: nullable(instant('By the sessions that are still kept')),
  version: Type.Integer({ description: '0 without account' }),
})
export type Account = Static<typeof Account>

export const GiveAccount = shape({
  loginName: optional(nullable(text(200, { description: 'The person’s mail address unless told' }))),
})

const base = '/organisation/people/{personId}/account'
const on = { tag: 'organisation', access: 'organisation.keep_accounts', params: PersonParams, answer: Account } as const

export const readPersonAccount = op({
  ...on,
  id: 'readPersonAccount',
  method: 'GET',
  path: base,
  summary: 'The account of a person: whether there is one, and its state',
})
export const giveAccountOp = op({
  ...on,
  id: 'giveAccount',
  method: 'POST',
  path: base,
  status: 201,
  summary: 'Give a person an account, and mail the link by which the password is chosen',
  body: GiveAccount,
  example: { loginName: 'kim.klockljung@provkoping.example' },
})
export const sendAccountLinkOp = op({
  ...on,
  id: 'sendAccountLink',
  method: 'POST',
  path: `${base}/link`,
  versioned: true,
  summary: 'Mail a new one-time link; an earlier one stops working',
})
export const endAccountOp = op({
  ...on,
  id: 'endAccount',
  method: 'POST',
  path: `${base}/end`,
  versioned: true,
  summary: 'End an account at once: sessions, links and password',
})
export const reopenAccountOp = op({
  ...on,
  id: 'reopenAccount',
  method: 'POST',
  path: `${base}/reopen`,
  versioned: true,
  summary: 'Open an ended account again, with the password it had',
})
