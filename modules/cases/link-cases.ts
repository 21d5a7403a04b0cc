// What belongs together: watchers, related cases, parent and children, and two cases that were one.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { dayOf } from '#platform/clock'
import { notify } from '#platform/notices'
import { mustBeWithin, mustNotCircle } from './case.ts'
import type { CaseState } from './case.ts'
import { moveClocks } from './clocks.ts'
import { loadFor, topicsOf } from './load-case.ts'
import { movedFacts, tellLater } from './pause-case.ts'
import type { CaseRow } from './store.ts'
import {
  appendEvents,
  changeCase,
  deleteRelation,
  deleteWatcher,
  insertMerge,
  insertRelation,
  insertWatchers,
  lastMerge,
  lockCase,
  undoMergeRow,
} from './store.ts'

export async function addWatcher(deed: Deed, input: { caseId: Id; personId: Id }): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'watch', input.caseId)
  if (row.watchers.length >= 50)
    refuse({
      code: 'too_many_watchers',
      status: 422,
      field: 'personId',
      sv: 'Ett ärende kan ha högst 50 följare.',
      en: 'A case can have at most 50 watchers.',
    })
  if (row.watchers.includes(input.personId)) return { caseId: row.case_id }
  await insertWatchers(deed, row.case_id, [input.personId])
  await changeCase(deed, row, { watchers: [...row.watchers, input.personId] })
  await appendEvents(deed, row.case_id, [{ kind: 'watcher_added', facts: { personId: input.personId } }])
  deed.journal({ verb: 'case.watcher_added', kind: 'case', id: row.case_id, facts: { watcher: input.personId } })
  await notify(deed, [
    {
      personId: input.personId,
      kind: 'case.watching',
      subjectKind: 'case',
      subjectId: row.case_id,
      facts: { title: row.title, number: row.number ?? '' },
    },
  ])
  deed.changed(...topicsOf(row), `person:${input.personId}`)
  return { caseId: row.case_id }
}

export async function removeWatcher(deed: Deed, input: { caseId: Id; personId: Id }): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'watch', input.caseId)
  await deleteWatcher(deed, row.case_id, input.personId)
  await changeCase(deed, row, { watchers: row.watchers.filter((watcher) => watcher !== input.personId) })
  await appendEvents(deed, row.case_id, [{ kind: 'watcher_removed', facts: { personId: input.personId } }])
  deed.journal({ verb: 'case.watcher_removed', kind: 'case', id: row.case_id, facts: { watcher: input.personId } })
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}

export async function relateCases(
  deed: Deed,
  input: { caseId: Id; otherId: Id; related: boolean },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'relate', input.caseId)
  const other = await loadFor(deed, 'relate', input.otherId)
  if (row.case_id === other.case_id)
    refuse({
      code: 'same_case',
      status: 422,
      field: 'otherId',
      sv: 'Ett ärende kan inte länkas till sig självt.',
      en: 'A case cannot be related to itself.',
    })
  if (input.related) await insertRelation(deed, row.case_id, other.case_id)
  else await deleteRelation(deed, row.case_id, other.case_id)
  const kind = input.related ? 'related' : 'unrelated'
  await appendEvents(deed, row.case_id, [{ kind, facts: { other: other.case_id, number: other.number } }])
  await appendEvents(deed, other.case_id, [{ kind, facts: { other: row.case_id, number: row.number } }])
  deed.journal({ verb: `case.${kind}`, kind: 'case', id: row.case_id, facts: { other: other.case_id } })
  deed.changed(...topicsOf(row), `case:${other.case_id}`)
  return { caseId: row.case_id }
}

/** parentId null lifts the case out. */
export async function setParent(
  deed: Deed,
  input: { caseId: Id; parentId: Id | null; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'set_parent', input.caseId, input.version)
  if (input.parentId !== null) {
    const parent = await loadFor(deed, 'set_parent', input.parentId)
    mustNotCircle(row.case_id, await ancestors(deed, parent))
  }
  await changeCase(deed, row, { parent_id: input.parentId })
  await appendEvents(deed, row.case_id, [{ kind: 'parent_set', facts: { parent: input.parentId } }])
  deed.journal({ verb: 'case.parent_set', kind: 'case', id: row.case_id, facts: { parent: input.parentId } })
  deed.changed(...topicsOf(row), ...(input.parentId ? [`case:${input.parentId}`] : []))
  return { caseId: row.case_id }
}

async function ancestors(deed: Deed, from: CaseRow): Promise<Id[]> {
  const found = [from.case_id]
  let next = from.parent_id
  while (next !== null && found.length < 20) {
    found.push(next)
    const row = await deed.tx
      .selectFrom('cases.case')
      .select('parent_id')
      .where('tenant_id', '=', deed.tenant.tenantId)
      .where('case_id', '=', next)
      .executeTakeFirst()
    next = row?.parent_id ?? null
  }
  return found
}

/** Two that are one: the case's clocks are cancelled, its people follow the other, and both numbers still open it. */
export async function mergeCase(
  deed: Deed,
  input: { caseId: Id; intoId: Id; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'merge', input.caseId, input.version)
  const into = await loadFor(deed, 'merge', input.intoId)
  if (row.case_id === into.case_id)
    refuse({
      code: 'same_case',
      status: 422,
      field: 'intoId',
      sv: 'Välj ett annat ärende att föra samman med.',
      en: 'Choose another case to merge into.',
    })
  const before = await lastMerge(deed, row.case_id)
  await insertMerge(deed, {
    case_id: row.case_id,
    n: (before?.n ?? 0) + 1,
    into_case_id: into.case_id,
    state_before: row.state,
  })
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.endedAt === null ? { kind: 'cancel', at: deed.now, schedule: clock.schedule, reason: 'Sammanfört' } : null,
  )
  await changeCase(deed, row, {
    ...change,
    state: 'merged',
    waiting_for: null,
    closed_at: deed.now,
    merged_into_id: into.case_id,
  })
  const followers = [...new Set([...(row.requester_id ? [row.requester_id] : []), ...row.watchers])].filter(
    (person) => person !== into.requester_id && !into.watchers.includes(person),
  )
  await insertWatchers(deed, into.case_id, followers)
  await changeCase(deed, into, { watchers: [...into.watchers, ...followers] })
  await appendEvents(deed, row.case_id, [{ kind: 'merged', facts: { into: into.case_id, number: into.number } }])
  await appendEvents(deed, into.case_id, [
    { kind: 'merged_here', facts: { from: row.case_id, number: row.number, followers } },
  ])
  deed.journal({ verb: 'case.merged', kind: 'case', id: row.case_id, facts: { into: into.case_id } })
  deed.changed(...topicsOf(row), ...topicsOf(into))
  return { caseId: into.case_id }
}

export async function undoMerge(deed: Deed, input: { caseId: Id }): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'undo_merge', input.caseId)
  const merge = await lastMerge(deed, row.case_id)
  if (!merge || merge.undone_at !== null) return notFound()
  mustBeWithin('undo_merge', dayOf(merge.at), deed.today, 0)
  await undoMergeRow(deed, row.case_id, merge.n)
  const { change, moved } = await moveClocks(deed, row.case_id, ({ clock, row: stored }) =>
    clock.state === 'cancelled' &&
    stored.ended_at !== null &&
    Temporal.Instant.compare(stored.ended_at, merge.at.subtract({ minutes: 1 })) >= 0
      ? { kind: 'reopen', at: deed.now, schedule: clock.schedule, reason: 'Sammanföring ångrad' }
      : null,
  )
  const state =
    merge.state_before === 'waiting' ? (row.started_at ? 'in_progress' : 'new') : (merge.state_before as CaseState)
  await changeCase(deed, row, { ...change, state, closed_at: null, merged_into_id: null })
  await letGo(deed, merge.into_case_id, row.case_id)
  await appendEvents(deed, row.case_id, [
    { kind: 'merge_undone', facts: { into: merge.into_case_id, moved: movedFacts(moved) } },
  ])
  await tellLater(deed, row, moved)
  deed.journal({ verb: 'case.merge_undone', kind: 'case', id: row.case_id, facts: { into: merge.into_case_id } })
  deed.changed(...topicsOf(row), `case:${merge.into_case_id}`)
  return { caseId: row.case_id }
}

/** Who followed the other case because of the merge follows it no longer: it was never theirs to read. */
async function letGo(deed: Deed, intoId: Id, fromId: Id): Promise<void> {
  const into = await lockCase(deed, intoId)
  const merged = await deed.tx
    .selectFrom('cases.event')
    .select('facts')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', intoId)
    .where('kind', '=', 'merged_here')
    .orderBy('n', 'desc')
    .execute()
  const last = merged
    .map((event) => event.facts as { from?: Id; number?: string; followers?: Id[] })
    .find((facts) => facts.from === fromId)
  const followers = last?.followers ?? []
  for (const personId of followers) await deleteWatcher(deed, intoId, personId)
  await changeCase(deed, into, { watchers: into.watchers.filter((watcher) => !followers.includes(watcher)) })
  await appendEvents(deed, intoId, [{ kind: 'merge_undone', facts: { from: fromId, number: last?.number ?? '' } }])
}
