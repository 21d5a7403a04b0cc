// T-MATRIX: every route × every seat × every relation, executed through the real server. The verdict due is derived from
// the declared access tables and the relations, never from the code that is tried, and no answer may hold a word of a case
// that the seat may not read.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool } from 'pg'
import { within } from '#platform/db/floor'
import type { Actor } from '#platform/actor'
import { cast, openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import { sideBySide } from './bad-ground.ts'
import type { Verdict } from './due.ts'
import { furnish } from './furnish.ts'
import { layCases, noCase } from './matrix-cases.ts'
import type { CaseThing } from './matrix-cases.ts'
import { matrixRoutes } from './matrix-routes.ts'
import { layThings } from './matrix-things.ts'
import { theDoor, trialsOf } from './matrix-trials.ts'
import type { Trial } from './matrix-trials.ts'
import type { Outcome } from './outcome.ts'
import { watchPool } from './watched-pool.ts'

const writing = new AsyncLocalStorage<{ commits(): void }>()

export interface MatrixOptions {
  /** Of all trials, spread over routes, seats and relations; 1 = every one. */
  readonly share?: number
  /** Takes a protection away when all verdicts due are known (T-NEG); what it hands back puts it there again. */
  readonly open?: () => Promise<() => void>
}

export async function accessMatrix(appPool: Pool, { share = 1, open }: MatrixOptions = {}): Promise<Outcome> {
  const watched = watchPool(appPool)
  const scene = await openScene({ appPool: watched.pool })
  const stranger = await openScene({ appPool: watched.pool })
  await otherNumbers(stranger)
  const served = await serveScene(scene)
  try {
    const { known } = await furnish(scene, served)
    const cases = await layCases(scene, stranger)
    const things = [...cases, noCase, ...(await layThings(scene, served, stranger))]
    const seats = new Map<CastName, Actor>()
    for (const name of Object.keys(cast) as CastName[]) {
      seats.set(name, await scene.actor(name))
      await served.cookieOf(name)
    }
    watched.keeps = false
    watched.onCommit = () => writing.getStore()?.commits()
    const trials = sample(trialsOf(matrixRoutes(), seats, things, known), share)
    const close = await open?.()
    const outcome = await run(served, seats, cases, trials)
    close?.()
    return outcome
  } finally {
    await served.close()
  }
}

/** Another series, so that a number of the other tenant's is nobody's here. */
async function otherNumbers(stranger: Scene): Promise<void> {
  await within(stranger.floor, await stranger.system(), false, (tx) =>
    tx
      .updateTable('organisation.party')
      .set({ series_prefix: 'FRM' })
      .where('party_id', '=', stranger.ids.party.namnd)
      .execute(),
  )
}

function sample(trials: readonly Trial[], share: number): readonly Trial[] {
  return share >= 1 ? trials : trials.filter((_, n) => (n * 0.618_033_988_75) % 1 < share)
}

async function run(
  served: ServedScene,
  seats: ReadonlyMap<CastName, Actor>,
  cases: readonly CaseThing[],
  trials: readonly Trial[],
): Promise<Outcome> {
  const deviations: string[] = []
  const routes = new Set<string>()
  const verdicts: Record<Verdict, number> = { in: 0, forbidden: 0, unseen: 0 }
  const secrets = new Map(
    [...seats].map(([who, actor]) => [who, cases.filter((one) => !one.sees(actor)).map(({ canary }) => canary)]),
  )
  await sideBySide(trials, 4, async ({ route, who, about, send, due }) => {
    let done = false
    const { statusCode, body } = await writing.run({ commits: () => (done = true) }, () => served.ask(who, send))
    // What was written is not kept, so its answer may say 404; at a door without a thing a field may point at nothing.
    const unseen = statusCode === 404 && about !== theDoor && !done
    const verdict = statusCode === 403 ? 'forbidden' : unseen ? 'unseen' : 'in'
    const what = `${route.name} as ${who} about ${about}`
    routes.add(route.name)
    verdicts[due] += 1
    if (statusCode >= 500 || statusCode === 401 || verdict !== due)
      deviations.push(`${what}: ${statusCode} ${/"code":"(\w+)"/.exec(body)?.[1] ?? ''}, due ${due}`)
    const told = secrets.get(who)?.find((canary) => body.includes(canary))
    if (told) deviations.push(`${what}: tells of ${cases.find(({ canary }) => canary === told)?.name}`)
  })
  return {
    figures: { routes: routes.size, seats: seats.size, trials: trials.length, ...verdicts },
    deviations: deviations.toSorted(),
  }
}
