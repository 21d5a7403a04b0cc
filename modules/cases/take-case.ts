// Taking, giving and handing over: a case always has an owner – a person, or the unit's queue it lies in (HS-353).
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { notify } from '#platform/notices'
import { handlersOf, partyOfUnit } from './who-takes.ts'
import { loadFor, topicsOf } from './load-case.ts'
import type { CaseRow } from './store.ts'
import { appendEvents, changeCase } from './store.ts'
import { moveClocks } from './clocks.ts'

/** Two who take the same task at the same moment: the row is locked, one succeeds, the other is told who has it (TY-050). */
export async function takeCase(deed: Deed, input: { caseId: Id }): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'take', input.caseId)
  if (row.owner_person_id !== null && row.owner_person_id !== deed.actor.personId)
    await refuseTaken(deed, row.owner_person_id)
  if (row.owner_person_id !== deed.actor.personId) await giveTo(deed, row, deed.actor.personId, 'taken', null)
  return { caseId: row.case_id }
}

async function refuseTaken(deed: Deed, ownerId: Id): Promise<never> {
  const owner = await deed.tx
    .selectFrom('organisation.person')
    .select('name')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('person_id', '=', ownerId)
    .executeTakeFirst()
  const name = owner?.name ?? ''
  return refuse({
    code: 'case_taken',
    status: 409,
    sv: `${name} har redan tagit ärendet. Be ${name} lämna över, eller tilldela det på nytt.`,
    en: `${name} has already taken the case. Ask ${name} to hand it over, or assign it anew.`,
  })
}

/** personId null puts the case back into the unit's queue. */
export async function assignCase(
  deed: Deed,
  input: { caseId: Id; personId: Id | null; reason?: string | undefined; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'assign', input.caseId, input.version)
  if (input.personId !== null) await mustHandleIn(deed, input.personId, row.provider_unit_id)
  await giveTo(deed, row, input.personId, 'assigned', input.reason ?? null)
  if (input.personId !== null)
    await notify(deed, [
      {
        personId: input.personId,
        kind: 'case.assigned',
        subjectKind: 'case',
        subjectId: row.case_id,
        facts: { title: row.title, number: row.number ?? '' },
      },
    ])
  return { caseId: row.case_id }
}

async function mustHandleIn(deed: Deed, personId: Id, unitId: Id): Promise<void> {
  const handlers = await handlersOf(deed, unitId)
  if (!handlers.some((handler) => handler.personId === personId))
    refuse({
      code: 'not_in_unit',
      status: 422,
      field: 'personId',
      sv: 'Personen arbetar inte i enheten. Lämna över till rätt enhet i stället.',
      en: 'The person does not work in the unit. Hand over to the right unit instead.',
    })
}

async function giveTo(
  deed: Deed,
  row: CaseRow,
  personId: Id | null,
  kind: 'taken' | 'assigned',
  reason: string | null,
): Promise<void> {
  await changeCase(deed, row, { owner_person_id: personId })
  await appendEvents(deed, row.case_id, [
    { kind, reason, facts: { to: personId, from: row.owner_person_id, unit: row.provider_unit_id } },
  ])
  deed.journal({
    verb: `case.${kind}`,
    kind: 'case',
    id: row.case_id,
    facts: { to: personId, from: row.owner_person_id },
    ...(reason ? { content: reason } : {}),
  })
  deed.changed(...topicsOf(row), ...(personId ? [`person:${personId}`] : []))
}

/**
 * To another unit, or another of the three support lines, with reason. The number, the history and the clocks go along
 * untouched: the customer never has to ask again (TY-028, TY-052).
 */
export async function handOverCase(
  deed: Deed,
  input: { caseId: Id; unitId: Id; line?: number | undefined; reason: string; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'hand_over', input.caseId, input.version)
  const partyId = await partyOfUnit(deed, input.unitId)
  if (partyId === null)
    refuse({
      code: 'not_a_provider',
      status: 422,
      field: 'unitId',
      sv: 'Enheten tar inte emot ärenden. Välj en enhet som utför tjänster.',
      en: 'The unit does not take cases. Choose a unit that provides services.',
    })
  mustReachAuthority(deed, partyId)
  const line = input.line ?? row.support_line
  if (input.unitId === row.provider_unit_id && line === row.support_line)
    refuse({
      code: 'same_place',
      status: 422,
      field: 'unitId',
      sv: 'Ärendet ligger redan där. Välj en annan enhet eller linje.',
      en: 'The case already lies there. Choose another unit or line.',
    })
  await changeCase(deed, row, {
    provider_unit_id: input.unitId,
    provider_party_id: partyId,
    support_line: line,
    owner_person_id: null,
    moved_around: row.moved_around + 1,
  })
  await appendEvents(deed, row.case_id, [
    {
      kind: 'handed_over',
      reason: input.reason,
      facts: { from: row.provider_unit_id, to: input.unitId, fromLine: row.support_line, line },
    },
  ])
  deed.journal({
    verb: 'case.handed_over',
    kind: 'case',
    id: row.case_id,
    facts: { from: row.provider_unit_id, to: input.unitId, line },
    content: input.reason,
  })
  deed.changed(...topicsOf(row), `unit:${input.unitId}`)
  return { caseId: row.case_id }
}

/** Who hands over goes on reading what is theirs: a case is not pushed over a boundary that the seat does not reach past. */
function mustReachAuthority({ actor }: Deed, partyId: Id): void {
  if (actor.kind === 'system' || actor.authorities.includes(partyId)) return
  refuse({
    code: 'other_authority',
    status: 409,
    field: 'unitId',
    sv: 'Enheten hör till en annan myndighet, som din plats inte når. Be beställaren lägga ärendet där, eller lämna det till någon som arbetar hos båda.',
    en: 'The unit belongs to another authority, which your seat does not reach. Ask the requester to place the case there, or hand it to someone who works with both.',
  })
}

/** The first work: stops the promise of a start (TY-362). Who starts what nobody has taken takes it. */
export async function startWork(
  deed: Deed,
  input: { caseId: Id; version?: number | undefined },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'start', input.caseId, input.version)
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.promise.kind === 'start' && clock.endedAt === null
      ? { kind: 'stop', at: deed.now, schedule: clock.schedule }
      : null,
  )
  await changeCase(deed, row, {
    ...change,
    state: 'in_progress',
    started_at: deed.now,
    owner_person_id: row.owner_person_id ?? deed.actor.personId,
  })
  await appendEvents(deed, row.case_id, [{ kind: 'started' }])
  deed.journal({ verb: 'case.started', kind: 'case', id: row.case_id })
  deed.changed(...topicsOf(row))
  return { caseId: row.case_id }
}
