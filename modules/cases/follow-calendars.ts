// A decided change of the opening hours reaches the clocks that run by them: an appended event with the decision's own
// reason, counted from now on; time that has been is not recounted (model.md §3). Safe to run twice: a clock that carries
// the latest version is left alone.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Deed } from '#platform/act'
import type { JobContext } from '#platform/jobs'
import { moveClocks, versionKey } from './clocks.ts'
import type { StoredClock } from './clocks.ts'
import { topicsOf } from './load-case.ts'
import { movedFacts, tellLater } from './pause-case.ts'
import { appendEvents, changeCase, lockCase } from './store.ts'

const perSweep = 500

export async function sweepCalendars(context: JobContext): Promise<void> {
  const behind = await look(context.stage, context.tenant, context.actor, async (view) => {
    const found = await sql<{ case_id: Id }>`
      select distinct k.case_id from cases.case c
      join cases.clock k on k.tenant_id = c.tenant_id and k.case_id = c.case_id and k.state in ('running', 'paused')
      join lateral (select e.schedule_version_no as n from cases.clock_event e where e.tenant_id = k.tenant_id and e.clock_id = k.clock_id order by e.n desc limit 1) last on true
      join lateral (select max(v.version_no) as n from organisation.schedule_version v where v.tenant_id = k.tenant_id and v.schedule_id = k.schedule_id) latest on true
      where c.tenant_id = ${view.tenant.tenantId} and c.state in ('new', 'in_progress', 'waiting') and last.n < latest.n
      order by k.case_id limit ${perSweep}`.execute(view.tx)
    return found.rows
  })
  for (const { case_id } of behind)
    await act(context.stage, context.tenant, context.actor, (deed) => followCalendar(deed, case_id))
}

export async function followCalendar(deed: Deed, caseId: Id): Promise<void> {
  const row = await lockCase(deed, caseId)
  const latest = await latestVersions(deed, caseId)
  const next = ({ clock }: StoredClock) => {
    const [scheduleId = '', version = '1'] = clock.schedule.split('@')
    const newest = latest.get(scheduleId)
    if (clock.endedAt !== null || !newest || newest.versionNo <= Number(version)) return null
    return {
      kind: 'rebase' as const,
      at: deed.now,
      schedule: versionKey(scheduleId, newest.versionNo),
      by: 'us' as const,
      reason: newest.reason,
    }
  }
  const { change, moved } = await moveClocks(deed, caseId, next)
  if (moved.length === 0) return
  const [newest] = latest.values()
  await changeCase(deed, row, change)
  await appendEvents(deed, caseId, [
    { kind: 'calendar_changed', reason: newest?.reason ?? null, facts: { moved: movedFacts(moved) } },
  ])
  deed.journal({ verb: 'case.calendar_changed', kind: 'case', id: caseId })
  await tellLater(deed, row, moved)
  deed.changed(...topicsOf(row))
}

async function latestVersions(
  deed: Deed,
  caseId: Id,
): Promise<ReadonlyMap<Id, { readonly versionNo: number; readonly reason: string }>> {
  const found = await sql<{ schedule_id: Id; version_no: number; reason: string | null }>`
    select distinct on (v.schedule_id) v.schedule_id, v.version_no, v.reason
    from cases.clock k join organisation.schedule_version v on v.tenant_id = k.tenant_id and v.schedule_id = k.schedule_id
    where k.tenant_id = ${deed.tenant.tenantId} and k.case_id = ${caseId} and k.state in ('running', 'paused')
    order by v.schedule_id, v.version_no desc`.execute(deed.tx)
  return new Map(found.rows.map((row) => [row.schedule_id, { versionNo: row.version_no, reason: row.reason ?? '' }]))
}
