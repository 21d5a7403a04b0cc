// What can be found. A room declares how the ids the finder returns become hits; its query runs behind its own policies,
// so a hit that may not be seen never appears.
import type { Id } from '#basics/id'
import type { View } from '../act.ts'
import type { Lang } from '../actor.ts'

export interface Hit {
  readonly kind: string
  readonly id: Id
  readonly title: string
  readonly under: string
  /** Below the tenant. */
  readonly href: string
  readonly icon: string
}

export interface SearchKind {
  readonly kind: string
  readonly access: string
  /** Keeps the order of `ids`; leaves out what the viewer may not see. */
  hits(view: View, ids: readonly Id[], lang: Lang): Promise<readonly Hit[]>
}

const kinds = new Map<string, SearchKind>()

export function declareSearch(more: readonly SearchKind[]): void {
  for (const kind of more) kinds.set(kind.kind, kind)
}

export function searchKinds(): readonly SearchKind[] {
  return [...kinds.values()]
}
