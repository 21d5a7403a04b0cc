// Who acts: a person in a chosen seat, or the system itself. The reach (boundaries) and the rights come with it.
import type { Id } from '#basics/id'
import type { Lang } from '#basics/lang'
import type { Reach } from './db/floor.ts'

export type { Lang }

export interface Actor extends Reach {
  readonly kind: 'person' | 'system'
  readonly accountId: Id | null
  readonly personId: Id | null
  readonly personName: string
  /** The assignment chosen now; journalled with every deed. */
  readonly seatId: Id | null
  /** The units this seat reaches: its own and those beneath it. */
  readonly unitIds: readonly Id[]
  readonly rights: ReadonlySet<string>
  /** Which of the person's sessions asks: the hash it is kept under, in hex. Absent without a session. */
  readonly sessionKey?: string
}

/** The facts of a tenant that every request needs. */
export interface Tenant {
  readonly tenantId: Id
  readonly slug: string
  readonly name: string
  readonly municipality: string
  readonly colour: string
  readonly language: Lang
  readonly demonstration: boolean
  readonly timeShiftDays: number
}
