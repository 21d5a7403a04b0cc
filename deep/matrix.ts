// T-MATRIX: every route × every seat × every relation, executed through the real server; the verdict due is derived from
// the declared access tables and the relations, never from the code that is tried (trust.md G6).
import type { Pool } from 'pg'
import { within } from '#platform/db/floor'
import { cast, openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import { sideBySide } from './bad-ground.ts'
import { furnish } from './furnish.ts'
import { layCases } from './matrix-subjects.ts'
import { matrixRoutes } from './matrix-routes.ts'
import { caseTrials, otherTrials } from './matrix-trials.ts'
import type { Trial, Verdict } from './matrix-trials.ts'
import type { Outcome } from './outcome.ts'
import { watchPool } from './watched-pool.ts'

/** `share` of all trials, spread over routes, seats and relations; 1 = every one. */
export async function accessMatrix(appPool: Pool, share = 1): Promise<Outcome> {
  const watched = watchPool(appPool)
  const scene = await openScene({ appPool: watched.pool })
  const stranger = await openScene({ appPool: watched.pool })
  const served = await serveScene(scene)
  try {
    const furnished = await furnish(scene, served)
    const cases = await layCases(scene, stranger)
    await nameOwners(scene)
    const seats = new Map<CastName, Awaited<ReturnType<Scene['actor']>>>()
    for (const name of Object.keys(cast) as CastName[]) {
      seats.set(name, await scene.actor(name))
      await served.cookieOf(name)
    }
    watched.keeps = false
    const routes = matrixRoutes()
    const trials = [
      ...caseTrials(routes, seats, cases, furnished.known),
      ...otherTrials(routes, seats, scene, furnished.known),
    ]
    return await run(served, sample(trials, share))
  } finally {
    await served.close()
  }
}

/** One area with a person as owner, one with a unit, one with nobody. */
async function nameOwners({ ids, floor, system }: Scene): Promise<void> {
  await within(floor, await system(), false, async (tx) => {
    const change = (code: string) => tx.updateTable('catalogue.area').where('area_id', '=', ids.area[code] ?? '')
    await change('it').set({ owner_person_id: ids.person.changeManager }).execute()
    await change('kontorsservice')
      .set({ owner_unit_id: ids.unit['kit'] ?? null })
      .execute()
  })
}

function sample(trials: readonly Trial[], share: number): readonly Trial[] {
  return share >= 1 ? trials : trials.filter((_, n) => (n * 0.618_033_988_75) % 1 < share)
}

async function run(served: ServedScene, trials: readonly Trial[]): Promise<Outcome> {
  const deviations: string[] = []
  const routes = new Set<string>()
  const verdicts: Record<Verdict, number> = { in: 0, forbidden: 0, unseen: 0 }
  await sideBySide(trials, 4, async ({ route, who, about, send, due }) => {
    const { statusCode } = await served.ask(who, send)
    const verdict = statusCode === 403 ? 'forbidden' : statusCode === 404 ? 'unseen' : 'in'
    routes.add(route.name)
    verdicts[due] += 1
    if (statusCode >= 500 || statusCode === 401 || verdict !== due)
      deviations.push(`${route.name} as ${who} about ${about}: ${statusCode}, due ${due}`)
  })
  return {
    figures: { routes: routes.size, seats: Object.keys(cast).length, trials: trials.length, ...verdicts },
    deviations: deviations.toSorted(),
  }
}
