// Who must do what by when. A room declares what waits for the one who asks – an order to approve, a review that is due,
// a mandate about to end – reckoned from what it keeps, so that a task is over the moment its reason is.
import type { Words } from '#basics/refusal'
import type { View } from './act.ts'

export interface Task {
  /** What kind of work: `approve`, `sign`, `review` … */
  readonly kind: string
  /** What is to be done, and with what: `Godkänn: Flytt av kontorsplats`. */
  readonly what: Words
  /** Below the tenant: where it is done. */
  readonly href: string
  /** The last day; null = none is decided. */
  readonly due: Temporal.PlainDate | null
}

/** What waits for this seat; only what it may do. */
export type TaskSource = (view: View) => Promise<readonly Task[]>

const sources: TaskSource[] = []

export function declareTasks(source: TaskSource): void {
  sources.push(source)
}

const mostTasks = 500

/** Those with a last day first, the nearest first. */
export async function tasksFor(view: View): Promise<readonly Task[]> {
  const found: Task[] = []
  for (const source of sources) found.push(...(await source(view)))
  return found.toSorted((a, b) => byDay(a.due, b.due) || a.what.sv.localeCompare(b.what.sv, 'sv')).slice(0, mostTasks)
}

function byDay(a: Task['due'], b: Task['due']): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return Temporal.PlainDate.compare(a, b)
}
