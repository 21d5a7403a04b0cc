// What the processes of a measurement say to each other, and how the serving ones reach the database.
import { Pool } from 'pg'
import { ensureAppRole } from '#platform/db/roles'
import type { Id } from '#basics/id'

/** The pool of a serving process; the program's own default. */
export const connections = 10

export interface ProcessFacts {
  readonly role: 'ours' | 'floor'
  /** The owner's address of the measured database. */
  readonly url: string
  readonly slug: string
  /** Whose sessions are wanted. */
  readonly seats: readonly SeatFacts[]
}

export interface SeatFacts {
  readonly name: string
  readonly accountId: Id
  readonly seatId: Id
}

export async function appAddress(url: string): Promise<string> {
  const owner = new Pool({ connectionString: url, max: 1 })
  try {
    return (await ensureAppRole(owner, url)).url
  } finally {
    await owner.end()
  }
}
