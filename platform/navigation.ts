// What stands in the rail and the header for a seat. Each room declares its own entries; the shell draws them.
import type { View } from './act.ts'
import type { Lang } from './actor.ts'

export interface NavigationEntry {
  readonly key: string
  readonly href: string
  readonly label: string
  readonly icon: string
  readonly count?: number
  /** Something there breaks or ends today. */
  readonly urgent?: boolean
  /** Stands in the portal's bar for whoever has no desk: a purchaser's approvals. */
  readonly inPortal?: boolean
}

export interface NavigationGroup {
  readonly key: string
  readonly heading?: string
  readonly order: number
  readonly entries: readonly NavigationEntry[]
}

/** Addresses are below the tenant. Only what this seat may open is offered. */
export type NavigationSource = (view: View, lang: Lang) => Promise<readonly NavigationGroup[]>

const sources: NavigationSource[] = []

export function declareNavigation(source: NavigationSource): void {
  sources.push(source)
}

export async function navigationFor(view: View, lang: Lang): Promise<readonly NavigationGroup[]> {
  const groups: NavigationGroup[] = []
  for (const source of sources) groups.push(...(await source(view, lang)))
  return groups.toSorted((a, b) => a.order - b.order)
}
