// Holds what is kept of every clock against the replay of its events: for the nightly check and the proofs over a world.
import { isDeepStrictEqual } from 'node:util'
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import { cached, headOf, readClocksOfMany } from './clocks.ts'

export interface ClockDisagreement {
  readonly caseId: Id
  readonly what: string
}

export async function clockDisagreements(
  view: View,
): Promise<{ readonly clocks: number; readonly wrong: readonly ClockDisagreement[] }> {
  const wrong: ClockDisagreement[] = []
  let clocks = 0
  let after: Id | null = null
  for (;;) {
    const heads = await page(view, after)
    const last = heads.at(-1)
    if (!last) return { clocks, wrong }
    const byCase = await readClocksOfMany(
      view,
      heads.map((head) => head.case_id),
    )
    for (const head of heads) {
      const stored = byCase.get(head.case_id) ?? []
      clocks += stored.length
      for (const { row, clock } of stored) {
        const told = cached(clock)
        const kept = Object.fromEntries(Object.keys(told).map((key) => [key, row[key as keyof typeof told]]))
        if (!same(kept, told)) wrong.push({ caseId: head.case_id, what: row.kind })
        if (!row.first_told_due_at.equals(clock.firstToldDueAt))
          wrong.push({ caseId: head.case_id, what: 'first told' })
      }
      const first = headOf(stored.map(({ clock }) => clock))
      if (!same({ due_at: head.due_at, clock_kind: head.clock_kind }, first))
        wrong.push({ caseId: head.case_id, what: 'head' })
    }
    after = last.case_id
  }
}

function page(view: View, after: Id | null) {
  return view.tx
    .selectFrom('cases.case')
    .select(['case_id', 'due_at', 'clock_kind'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .$if(after !== null, (q) => q.where('case_id', '>', after ?? ''))
    .orderBy('case_id')
    .limit(500)
    .execute()
}

/** Instants compare by what they say. */
function same(a: object, b: object): boolean {
  const plain = (value: object) =>
    Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, one instanceof Temporal.Instant ? String(one) : one]),
    )
  return isDeepStrictEqual(plain(a), plain(b))
}
