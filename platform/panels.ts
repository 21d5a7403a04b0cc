// What a room shows on another room's page without that room knowing it: the page of a service asks for its panels by
// name and gets whatever the rooms above have declared.
import type { VNode } from 'preact'
import type { View } from './act.ts'
import type { Visit } from './http/site.ts'

export interface Panel {
  /** Which page: service | customer | case | agreement | need | unit | portal | place | system … */
  readonly on: string
  readonly order: number
  readonly access: string
  show(view: View, visit: Visit, subjectId: string): Promise<VNode | null>
}

const panels: Panel[] = []

export function declarePanels(more: readonly Panel[]): void {
  panels.push(...more)
  panels.sort((a, b) => a.order - b.order)
}

export async function panelsOn(
  page: string,
  view: View,
  visit: Visit,
  subjectId: string,
  allowed: (access: string) => boolean,
): Promise<VNode[]> {
  const shown: VNode[] = []
  for (const panel of panels) {
    if (panel.on !== page || !allowed(panel.access)) continue
    const drawn = await panel.show(view, visit, subjectId)
    if (drawn) shown.push(drawn)
  }
  return shown
}
