// T-API: every operation, page, form and door gets what does not belong in it. Nothing answers 500, and what is refused
// says which field is wrong (issue 2 §19).
import type { Pool } from 'pg'
import { layBadGround } from './bad-ground.ts'
import { badOperations } from './bad-operations.ts'
import { badDoors, badPages } from './bad-pages.ts'
import type { Outcome } from './outcome.ts'
import { Tally } from './tally.ts'

export async function badInput(appPool: Pool, perRoute?: number): Promise<Outcome> {
  const ground = await layBadGround(appPool, perRoute)
  const tally = new Tally()
  try {
    await badOperations(ground, tally)
    await badPages(ground, tally)
    await badDoors(ground, tally)
  } finally {
    await ground.served.close()
  }
  return tally.outcome
}
