// What may be corrected about a case on the way: its priority (only with a reason), and the facts that say where it is.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { endApproval } from '#platform/approval'
import { notify } from '#platform/notices'
import type { Priority } from './case.ts'
import { moveClocks } from './clocks.ts'
import { loadFor, topicsOf } from './load-case.ts'
import { followPromises } from './follow-promises.ts'
import { movedFacts, tellLater } from './pause-case.ts'
import { appendEvents, changeCase } from './store.ts'

/** Another priority may carry another promise; the clocks are rebased, no pause is lost, and the first deadline told is kept. */
export async function changePriority(
  deed: Deed,
  input: { caseId: Id; priority: Priority; reason: string; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'change_priority', input.caseId, input.version)
  if (row.priority === input.priority)
    refuse({
      code: 'same_priority',
      status: 422,
      field: 'priority',
      sv: 'Ärendet har redan den prioriteten.',
      en: 'The case already has that priority.',
    })
  const { change, moved } = await followPromises(deed, { ...row, priority: input.priority }, input.reason)
  await changeCase(deed, row, { ...change, priority: input.priority })
  await appendEvents(deed, row.case_id, [
    {
      kind: 'priority_changed',
      reason: input.reason,
      facts: {
        from: row.priority,
        to: input.priority,
        moved: movedFacts(moved),
      },
    },
  ])
  deed.journal({
    verb: 'case.priority_changed',
    kind: 'case',
    id: row.case_id,
    facts: { from: row.priority, to: input.priority },
    content: input.reason,
  })
  await tellLater(deed, row, moved)
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}

export interface CaseFacts {
  readonly caseId: Id
  readonly title?: string | undefined
  readonly category?: string | null | undefined
  readonly placeId?: Id | null | undefined
  readonly roomId?: Id | null | undefined
  readonly systemId?: Id | null | undefined
  readonly version?: number | undefined
}

export async function changeFacts(deed: Deed, input: CaseFacts): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'change_facts', input.caseId, input.version)
  const change = {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.category === undefined ? {} : { category: input.category }),
    ...(input.placeId === undefined ? {} : { place_id: input.placeId }),
    ...(input.roomId === undefined ? {} : { room_id: input.roomId }),
    ...(input.systemId === undefined ? {} : { system_id: input.systemId }),
  }
  await changeCase(deed, row, change)
  await appendEvents(deed, row.case_id, [{ kind: 'facts_changed', facts: { fields: Object.keys(change) } }])
  deed.journal({ verb: 'case.facts_changed', kind: 'case', id: row.case_id, facts: { fields: Object.keys(change) } })
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}

/** The requester takes it back; nothing more is done, and the clocks are cancelled. */
export async function withdrawCase(
  deed: Deed,
  input: { caseId: Id; reason?: string | undefined; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'withdraw', input.caseId, input.version)
  const reason = input.reason ?? 'Återtaget av beställaren'
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.endedAt === null ? { kind: 'cancel', at: deed.now, schedule: clock.schedule, reason } : null,
  )
  // Nobody is to be asked, reminded or told of a lapse any more.
  if (row.state === 'awaiting_approval') await endApproval(deed, 'case', row.case_id, 'withdrawn')
  await changeCase(deed, row, { ...change, state: 'withdrawn', waiting_for: null, closed_at: deed.now })
  await appendEvents(deed, row.case_id, [{ kind: 'withdrawn', reason: input.reason ?? null }])
  deed.journal({
    verb: 'case.withdrawn',
    kind: 'case',
    id: row.case_id,
    ...(input.reason ? { content: input.reason } : {}),
  })
  if (row.owner_person_id)
    await notify(deed, [
      {
        personId: row.owner_person_id,
        kind: 'case.withdrawn',
        subjectKind: 'case',
        subjectId: row.case_id,
        facts: { title: row.title, number: row.number ?? '' },
      },
    ])
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}
