// What the measuring needs to know of the largest tenant: who sits where, kept beside the filled rows.
import type { Tenant } from '#platform/actor'
import type { Scene, SceneIds } from '../world/scene.ts'

export interface SavedScene {
  readonly tenant: Tenant
  readonly ids: SceneIds
}

export function savedScene(scene: Scene): SavedScene {
  return { tenant: scene.tenant, ids: scene.ids }
}
