// For this room's tests: one scene, deeds and reads by members of its cast, and a service that is whole.
import { declareAccess } from '#platform/access'
import type { Deed, View } from '#platform/act'
import { act, look } from '#platform/act'
import { Refusal } from '#basics/refusal'
import type { CastName, Scene } from '../../world/scene.ts'
import { openScene } from '../../world/scene.ts'
import { catalogueAccess } from './access.ts'
import { proposeService } from './propose-service.ts'
import type { ProposedService } from './propose-service.ts'
import { publishService } from './publish-service.ts'
import { sections } from './service.ts'

export interface Desk {
  readonly scene: Scene
  /** A deed by somebody, now or at a local time that becomes the scene's. */
  does<T>(who: CastName, verb: (deed: Deed) => Promise<T>, now?: string): Promise<T>
  reads<T>(who: CastName, query: (view: View) => Promise<T>, now?: string): Promise<T>
}

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

export async function openDesk(start = '2012-10-03T09:00'): Promise<Desk> {
  declareAccess(catalogueAccess)
  const scene = await openScene({ start })
  return {
    scene,
    does: async (who, verb, now) =>
      act(scene.stage, scene.tenant, await scene.actor(who), verb, now ? { now: scene.at(now) } : {}),
    reads: async (who, query, now) =>
      look(scene.stage, scene.tenant, await scene.actor(who), query, now ? scene.at(now) : undefined),
  }
}

/** Every section expressly not stated, so that a test adds only what it is about. */
export const whole = (desk: Desk, more: Partial<ProposedService> = {}): ProposedService => ({
  areaId: desk.scene.ids.area['it'] ?? '',
  nameSv: 'Ny tjänst',
  kind: 'support',
  ownerTitle: 'IT-chef',
  notStated: [...sections],
  providerUnitId: desk.scene.ids.unit['it'] ?? '',
  despiteSimilar: true,
  ...more,
})

export async function publishedService(
  desk: Desk,
  more: Partial<ProposedService> = {},
): Promise<{ serviceId: string; code: string }> {
  const made = await desk.does('changeManager', (deed) => proposeService(deed, whole(desk, more)))
  await desk.does('changeManager', (deed) => publishService(deed, { service: made.serviceId }))
  return made
}

/** What was refused: code, status and the fields with their Swedish words. */
export async function refusalOf(
  doing: Promise<unknown>,
): Promise<{ code: string; status: number; fields: Record<string, string> }> {
  try {
    await doing
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return {
      code: error.code,
      status: error.status,
      fields: Object.fromEntries(error.problems.map((problem) => [problem.field, problem.sv])),
    }
  }
  throw new Error('nothing was refused')
}
