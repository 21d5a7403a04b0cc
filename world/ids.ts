// The ids of what a world lays. Each is made from the tenant, the kind and the key, so a telling that was interrupted
// finds everything again without asking what people have renamed meanwhile.
import { createHash } from 'node:crypto'
import type { Id } from '#basics/id'

export type Kind =
  | 'party'
  | 'unit'
  | 'person'
  | 'role'
  | 'assignment'
  | 'mandate'
  | 'account'
  | 'customer'
  | 'post'
  | 'schedule'
  | 'place'
  | 'area'
  | 'wish'
  | 'service'
  | 'offering'
  | 'counting unit'
  | 'form'
  | 'request type'
  | 'promise'
  | 'price list'
  | 'system'
  | 'property'
  | 'building'
  | 'room'
  | 'decision'
  | 'agreement'

export type IdOf = (kind: Kind, key: string) => Id

/** UUIDv7 in form: the instant the registers were written, and a hash in place of chance. */
export function idsOf(tenantId: Id, writtenAt: Temporal.Instant): IdOf {
  const time = writtenAt.epochMilliseconds.toString(16).padStart(12, '0')
  return (kind, key) => {
    const hash = createHash('sha256').update(`${tenantId} ${kind} ${key}`).digest('hex')
    const variant = ((Number.parseInt(hash.slice(0, 2), 16) & 0x3f) | 0x80).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(2, 5)}-${variant}${hash.slice(5, 7)}-${hash.slice(7, 19)}`
  }
}

/** What an assignment, which has no name of its own, is called. */
export function assignmentKey(one: { readonly person: string; readonly role: string; readonly unit: string }): string {
  return `${one.person} ${one.role} ${one.unit}`
}
