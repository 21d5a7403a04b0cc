// Waiting, said with its reason: for the customer, for a supplier or for us. Every running clock stands still; the one who
// resumes it, or the customer who answers, sets it going again.
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import { notify } from '#platform/notices'
import type { WaitingFor } from './case.ts'
import { afterResume } from './case.ts'
import type { ClockMove } from './clocks.ts'
import { moveClocks } from './clocks.ts'
import { loadFor, topicsOf } from './load-case.ts'
import type { CaseRow } from './store.ts'
import { appendEvents, changeCase } from './store.ts'

export async function pauseCase(
  deed: Deed,
  input: { caseId: Id; waitingFor: WaitingFor; reason: string; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'pause', input.caseId, input.version)
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.state === 'running'
      ? { kind: 'pause', at: deed.now, schedule: clock.schedule, by: input.waitingFor, reason: input.reason }
      : null,
  )
  await changeCase(deed, row, { ...change, state: 'waiting', waiting_for: input.waitingFor })
  await appendEvents(deed, row.case_id, [
    { kind: 'paused', reason: input.reason, facts: { waitingFor: input.waitingFor } },
  ])
  deed.journal({
    verb: 'case.paused',
    kind: 'case',
    id: row.case_id,
    facts: { waitingFor: input.waitingFor },
    content: input.reason,
  })
  if (row.requester_id)
    await notify(deed, [
      {
        personId: row.requester_id,
        kind: input.waitingFor === 'customer' ? 'case.waits_for_you' : 'case.paused',
        subjectKind: 'case',
        subjectId: row.case_id,
        facts: { title: row.title, number: row.number ?? '' },
      },
    ])
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}

export async function resumeCase(
  deed: Deed,
  input: { caseId: Id; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'resume', input.caseId, input.version)
  await resume(deed, row, 'resumed')
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}

/** Also what a customer's answer does to a case that waits for the customer. */
export async function resume(deed: Deed, row: CaseRow, kind: 'resumed' | 'resumed_by_answer'): Promise<void> {
  const { change, moved } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.state === 'paused' ? { kind: 'resume', at: deed.now, schedule: clock.schedule } : null,
  )
  const state = afterResume(row.started_at)
  await changeCase(deed, row, { ...change, state, waiting_for: null })
  await appendEvents(deed, row.case_id, [
    {
      kind,
      facts: { moved: movedFacts(moved) },
    },
  ])
  deed.journal({ verb: 'case.resumed', kind: 'case', id: row.case_id, facts: { by: kind } })
  await tellLater(deed, row, moved)
}

/** The moves of an event, as the timeline tells them. */
export const movedFacts = (moved: readonly ClockMove[]) =>
  moved.map((move) => ({
    clock: move.kind,
    from: move.from.toString(),
    to: move.to.toString(),
    byUs: move.byUs,
  }))

/** A later deadline is told to the requester, always. */
export async function tellLater(
  deed: Deed,
  row: Pick<CaseRow, 'case_id' | 'requester_id' | 'title' | 'number'>,
  moved: readonly { from: Temporal.Instant; to: Temporal.Instant }[],
): Promise<void> {
  const later = moved.filter((move) => Temporal.Instant.compare(move.to, move.from) > 0).at(-1)
  if (!later || !row.requester_id) return
  await notify(deed, [
    {
      personId: row.requester_id,
      kind: 'case.promise_moved',
      toSelf: true,
      subjectKind: 'case',
      subjectId: row.case_id,
      facts: { title: row.title, number: row.number ?? '', due: later.to.toString() },
    },
  ])
}
