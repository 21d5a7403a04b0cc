// The rules of an information system: it holds from a day to a day, and nothing depends on itself, however far round.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'

export const criticalities = ['low', 'medium', 'high', 'critical'] as const
export type Criticality = (typeof criticalities)[number]

export interface SystemLink {
  readonly systemId: Id
  readonly dependsOnId: Id
}

/** The shortest way from the system through `dependsOn` and the links of the others back to itself; null: there is none. */
export function ringThrough(
  systemId: Id,
  dependsOn: readonly Id[],
  links: readonly SystemLink[],
): readonly Id[] | null {
  const next = Map.groupBy(links, (link) => link.systemId)
  const cameFrom = new Map<Id, Id>()
  const queue = [...new Set(dependsOn)]
  for (const first of queue) cameFrom.set(first, systemId)
  for (const at of queue) {
    if (at === systemId) return wayTo(systemId, cameFrom)
    for (const { dependsOnId } of next.get(at) ?? []) {
      if (cameFrom.has(dependsOnId)) continue
      cameFrom.set(dependsOnId, at)
      queue.push(dependsOnId)
    }
  }
  return null
}

function wayTo(end: Id, cameFrom: ReadonlyMap<Id, Id>): readonly Id[] {
  const way = [end]
  for (let at = cameFrom.get(end); at !== undefined && at !== end; at = cameFrom.get(at)) way.unshift(at)
  return [end, ...way]
}

export function mustEndAfterStart(from: Temporal.PlainDate, to: Temporal.PlainDate | null, field: string): void {
  if (to && Temporal.PlainDate.compare(to, from) <= 0)
    refuse({
      code: 'ends_before_start',
      status: 422,
      field,
      sv: `Den första dagen utan måste ligga efter ${from}.`,
      en: `The first day without must lie after ${from}.`,
    })
}
