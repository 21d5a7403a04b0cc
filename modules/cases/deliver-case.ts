// Done: what was delivered is counted, the promises stop, the customer is told (TY-056). Delivered quantities are facts of
// the case; they become charged volume elsewhere.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { workingMinutesBetween } from '#basics/working-time'
import type { Deed } from '#platform/act'
import { notify } from '#platform/notices'
import { dayOf } from '#platform/clock'
import { mustBeWithin, mustHaveNoOpenChildren, openStates } from './case.ts'
import { moveClocks } from './clocks.ts'
import { loadFor, topicsOf } from './load-case.ts'
import { movedFacts, tellLater } from './pause-case.ts'
import { lineOf } from './promises-for-case.ts'
import type { CaseRow } from './store.ts'
import { appendEvents, changeCase, insertDelivery, insertRating, lockCase } from './store.ts'
import { calendarOfVersion, hoursFor } from './terms.ts'
import { closingRules } from './asked-for.ts'

export interface Delivered {
  readonly caseId: Id
  readonly offeringId?: Id | null | undefined
  /** 1.5 hours is 1500. */
  readonly quantityThousandths?: number | undefined
  readonly note?: string | undefined
  readonly version?: number | undefined
}

export async function deliverCase(deed: Deed, input: Delivered): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'deliver', input.caseId, input.version)
  mustHaveNoOpenChildren(await openChildren(deed, row.case_id))
  const quantity = BigInt(input.quantityThousandths ?? 1000)
  await insertDelivery(deed, {
    case_id: row.case_id,
    delivery_id: deed.newId(),
    offering_id: input.offeringId ?? null,
    channel: row.channel,
    quantity_thousandths: quantity,
    unit_id: row.unit_id,
    delivered_on: deed.today,
    delivered_by: deed.actor.personId ?? row.registered_by,
    note: input.note ?? null,
  })
  await endWith(deed, row, 'done', {
    kind: 'delivered',
    reason: input.note ?? null,
    facts: { quantityThousandths: quantity.toString(), offering: input.offeringId ?? null },
  })
  deed.journal({
    verb: 'case.delivered',
    kind: 'case',
    id: row.case_id,
    facts: { quantityThousandths: quantity.toString(), offering: input.offeringId ?? null },
    ...(input.note ? { content: input.note } : {}),
  })
  if (row.requester_id)
    await notify(
      deed,
      [row.requester_id, ...row.watchers].map((personId) => ({
        personId,
        kind: 'case.done',
        subjectKind: 'case',
        subjectId: row.case_id,
        facts: { title: row.title, number: row.number ?? '' },
      })),
    )
  deed.enqueue({ task: 'case.mail_done', payload: { caseId: row.case_id } })
  return { caseId: row.case_id }
}

async function openChildren(deed: Deed, caseId: Id): Promise<string[]> {
  const rows = await deed.tx
    .selectFrom('cases.case')
    .select('number')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('parent_id', '=', caseId)
    .where('state', 'in', [...openStates])
    .orderBy('case_id')
    .limit(20)
    .execute()
  return rows.map((row) => row.number ?? '–')
}

/** Stops every clock and settles the head; work that was never marked as started started now at the latest. */
async function endWith(
  deed: Deed,
  row: CaseRow,
  state: 'done',
  event: { kind: string; reason: string | null; facts: Record<string, unknown> },
): Promise<void> {
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.endedAt === null ? { kind: 'stop', at: deed.now, schedule: clock.schedule } : null,
  )
  await changeCase(deed, row, {
    ...change,
    state,
    waiting_for: null,
    lead_working_minutes: await leadMinutes(deed, row),
    started_at: row.started_at ?? deed.now,
    done_at: deed.now,
    owner_person_id: row.owner_person_id ?? deed.actor.personId,
  })
  await appendEvents(deed, row.case_id, [event])
  deed.changed(...topicsOf(row))
}

/** From receipt to now by the hours the case is counted by. */
async function leadMinutes(deed: Deed, row: CaseRow): Promise<number> {
  const hours = await hoursFor(deed, {
    line: lineOf(row),
    requestTypeId: row.request_type_id,
    placeId: row.place_id,
    unitId: row.provider_unit_id,
  })
  return workingMinutesBetween(
    await calendarOfVersion(deed, hours.scheduleId, hours.scheduleVersion),
    row.received_at,
    deed.now,
  )
}

/** The customer says that it is well done, or says nothing for n days (the sweep). */
export async function confirmCase(
  deed: Deed,
  input: { caseId: Id; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'confirm', input.caseId, input.version)
  await close(deed, row, 'confirmed')
  return { caseId: row.case_id }
}

/** Nothing heard since it was done for the days of the request type: closed, once. Done again since then counts anew. */
export async function closeBySilence(deed: Deed, input: { caseId: Id; doneAt?: Temporal.Instant }): Promise<void> {
  const row = await lockCase(deed, input.caseId)
  if (input.doneAt && !row.done_at?.equals(input.doneAt)) return
  if (row.state === 'done') await close(deed, row, 'closed_by_silence')
}

async function close(deed: Deed, row: CaseRow, kind: 'confirmed' | 'closed_by_silence'): Promise<void> {
  await changeCase(deed, row, { state: 'closed', closed_at: deed.now })
  await appendEvents(deed, row.case_id, [{ kind }])
  deed.journal({ verb: `case.${kind}`, kind: 'case', id: row.case_id })
  deed.changed(...topicsOf(row))
}

/** Not right after all: the same number, the same history, the clock of the promise goes on with what was left. */
export async function reopenCase(
  deed: Deed,
  input: { caseId: Id; reason: string; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'reopen', input.caseId, input.version)
  const { reopenWithinDays } = await closingRules(deed, row.request_type_id)
  mustBeWithin('reopen', dayOf(row.done_at ?? row.latest_at), deed.today, reopenWithinDays)
  const { change, moved } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.promise.kind === 'done' && clock.endedAt !== null
      ? { kind: 'reopen', at: deed.now, schedule: clock.schedule, reason: input.reason }
      : null,
  )
  await changeCase(deed, row, {
    ...change,
    state: 'in_progress',
    done_at: null,
    closed_at: null,
    lead_working_minutes: null,
  })
  await appendEvents(deed, row.case_id, [
    { kind: 'reopened', reason: input.reason, facts: { moved: movedFacts(moved) } },
  ])
  deed.journal({ verb: 'case.reopened', kind: 'case', id: row.case_id, content: input.reason })
  if (row.owner_person_id)
    await notify(deed, [
      {
        personId: row.owner_person_id,
        kind: 'case.reopened',
        subjectKind: 'case',
        subjectId: row.case_id,
        facts: { title: row.title, number: row.number ?? '' },
      },
    ])
  await tellLater(deed, row, moved)
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}

/** One click: 1 not good, 2 all right, 3 good. The last one counts; a comment may follow. */
export async function rateCase(
  deed: Deed,
  input: { caseId: Id; score: number; comment?: string | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'rate', input.caseId)
  if (deed.actor.personId === null)
    refuse({ code: 'no_person', status: 403, sv: 'Betyg sätts av en person.', en: 'A rating is given by a person.' })
  await insertRating(deed, {
    case_id: row.case_id,
    person_id: deed.actor.personId,
    score: input.score,
    comment: input.comment ?? null,
  })
  await changeCase(deed, row, { rating: input.score })
  await appendEvents(deed, row.case_id, [
    { kind: 'rated', reason: input.comment ?? null, facts: { score: input.score } },
  ])
  deed.journal({
    verb: 'case.rated',
    kind: 'case',
    id: row.case_id,
    facts: { score: input.score },
    ...(input.comment ? { content: input.comment } : {}),
  })
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}
