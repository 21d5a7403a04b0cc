// For this room's tests: one scene, and deeds and reads by members of its cast.
import { declareAccess } from '#platform/access'
import type { Deed, View } from '#platform/act'
import { act, look } from '#platform/act'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import { organisationAccess } from './access.ts'

export interface Office {
  readonly scene: Scene
  does<T>(who: CastName, verb: (deed: Deed) => Promise<T>, now?: string): Promise<T>
  reads<T>(who: CastName, query: (view: View) => Promise<T>): Promise<T>
}

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

export async function openOffice(): Promise<Office> {
  declareAccess(organisationAccess)
  const scene = await openScene()
  return {
    scene,
    does: async (who, verb, now) =>
      act(scene.stage, scene.tenant, await scene.actor(who), verb, now ? { now: scene.at(now) } : {}),
    reads: async (who, query) => look(scene.stage, scene.tenant, await scene.actor(who), query),
  }
}

/** The code of the refusal that is expected. */
export async function refusalOf(
  doing: Promise<unknown>,
): Promise<{ code: string; status: number; field: string | undefined }> {
  try {
    await doing
  } catch (error) {
    const { code, status, field } = error as { code: string; status: number; field?: string }
    return { code, status, field }
  }
  throw new Error('nothing was refused')
}
