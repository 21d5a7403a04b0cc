// What the walks of bad input stand on: a furnished scene whose pool keeps nothing, so that thousands of requests meet
// the same state; who asks; and how much is asked.
import type { Pool } from 'pg'
import { declaredVerbs, mayEver } from '#platform/access'
import { cast, openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import { furnish } from './furnish.ts'
import type { Furnished } from './furnish.ts'
import { collectRoutes } from './routes.ts'
import type { Route } from './routes.ts'
import { watchPool } from './watched-pool.ts'
import type { WatchedPool } from './watched-pool.ts'

export interface BadGround {
  readonly scene: Scene
  readonly served: ServedScene
  readonly routes: readonly Route[]
  readonly furnished: Furnished
  readonly watched: WatchedPool
  /** A case of another tenant. */
  readonly foreign: string
  /** Attacks of each kind on a route; undefined = all there are. */
  readonly perRoute: number | undefined
  /** The same on a page: drawing one costs more than refusing an operation. */
  readonly perPage: number | undefined
}

export async function layBadGround(appPool: Pool, perRoute: number | undefined): Promise<BadGround> {
  const watched = watchPool(appPool)
  const scene = await openScene({ appPool: watched.pool })
  const { made: served, routes } = await collectRoutes(() => serveScene(scene))
  const furnished = await furnish(scene, served)
  const stranger = await openScene({ appPool })
  const strangers = await serveScene(stranger)
  const { caseId: foreign } = await furnish(stranger, strangers)
  await strangers.close()
  for (const name of Object.keys(cast) as CastName[]) await served.cookieOf(name)
  watched.keeps = false
  return { scene, served, routes, furnished, watched, foreign, perRoute, perPage: perRoute && 1 }
}

/** Somebody of the cast whom the door lets in, with the best chance to get far. */
export async function actorFor(scene: Scene, access: string): Promise<CastName> {
  const handles = (declaredVerbs().get(access) ?? []).some((way) => way.right === 'case.handle')
  const first: CastName[] = access.startsWith('case.') ? ['employee'] : ['admin']
  if (handles || access.startsWith('view.')) first.unshift('agent')
  if (access === 'service.sign_off' || access === 'need.back') first.unshift('purchaser')
  for (const name of [...first, 'admin', 'manager', 'changeManager'] as CastName[])
    if (mayEver(await scene.actor(name), access)) return name
  return 'admin'
}

let turn = 0
/** All of them, or so many, spread and beginning elsewhere each time, so that every kind has its turn on some route. */
export function some<T>(all: readonly T[], perRoute: number | undefined): readonly T[] {
  if (perRoute === undefined || all.length <= perRoute) return all
  turn += 1
  const step = all.length / perRoute
  return Array.from({ length: perRoute }, (_, n) => all[Math.floor(turn * 0.618 * all.length + n * step) % all.length]!)
}

/** Several at a time: the server and the database then work side by side. */
export async function sideBySide<T>(
  items: readonly T[],
  width: number,
  run: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const worker = async (): Promise<void> => {
    for (const item of left) await run(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
