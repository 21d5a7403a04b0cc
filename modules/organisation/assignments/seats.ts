// The seats a person may take: one per assignment of the day. In a demonstration some are offered to any visitor.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed, View } from '#platform/act'
import { assignmentsOf } from './queries.ts'
import { storeDemonstrationSeat } from './store.ts'

export interface Seat {
  readonly assignmentId: Id
  /** "Handläggare, Kontorsservice" */
  readonly label: string
  readonly unitId: Id
}

/** The seats of a person today, the largest share first, then the oldest. */
export async function seatsOf(view: View, personId: Id): Promise<readonly Seat[]> {
  const today = view.today.toString()
  return (await assignmentsOf(view, personId))
    .filter((one) => one.validFrom <= today && (one.validTo === null || today < one.validTo))
    .toSorted((a, b) => (b.sharePercent ?? 0) - (a.sharePercent ?? 0) || (a.assignmentId < b.assignmentId ? -1 : 1))
    .map((one) => ({
      assignmentId: one.assignmentId,
      label: seatLabel(one.title ?? one.roleName, one.unitName),
      unitId: one.unitId,
    }))
}

/** “Chef, Kontorsservice”: the unit is said once, and without what stands in brackets after its name. */
export function seatLabel(title: string, unitName: string | null): string {
  const unit = unitName?.replace(/\s*\(.*\)$/, '') ?? ''
  return unit === '' || title.endsWith(unit) ? title : `${title}, ${unit}`
}

export interface DemonstrationSeat {
  readonly seatId: Id
  readonly accountId: Id
  readonly person: string
  readonly role: string
  readonly unit: string
  /** Address below the tenant. */
  readonly firstScreen: string
}

export async function demonstrationSeats(view: View): Promise<readonly DemonstrationSeat[]> {
  if (!view.tenant.demonstration) return []
  const { today } = view
  const rows = await view.tx
    .selectFrom('organisation.demonstration_seat as s')
    .innerJoin('organisation.assignment as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.assignment_id', '=', 's.assignment_id'),
    )
    .innerJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .innerJoin('platform.account as account', (join) =>
      join.onRef('account.tenant_id', '=', 'p.tenant_id').onRef('account.person_id', '=', 'p.person_id'),
    )
    .innerJoin('organisation.role as r', (join) =>
      join.onRef('r.tenant_id', '=', 'a.tenant_id').onRef('r.role_id', '=', 'a.role_id'),
    )
    .innerJoin('organisation.unit_placement as u', (join) =>
      join.onRef('u.tenant_id', '=', 'a.tenant_id').onRef('u.unit_id', '=', 'a.unit_id'),
    )
    .where('account.ended_at', 'is', null)
    .where('a.valid_from', '<=', today)
    .where((q) => q.or([q('a.valid_to', 'is', null), q('a.valid_to', '>', today)]))
    .where('r.valid_from', '<=', today)
    .where((q) => q.or([q('r.valid_to', 'is', null), q('r.valid_to', '>', today)]))
    .where('u.valid_from', '<=', today)
    .where((q) => q.or([q('u.valid_to', 'is', null), q('u.valid_to', '>', today)]))
    .where((q) => q.or([q('p.ended_on', 'is', null), q('p.ended_on', '>', today)]))
    .select([
      's.assignment_id',
      's.label',
      's.first_screen',
      'account.account_id',
      'p.name as person',
      'a.title',
      'r.name as role',
      'u.name as unit',
    ])
    .orderBy('s.position')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    seatId: row.assignment_id,
    accountId: row.account_id,
    person: row.person,
    role: row.label ?? row.title ?? row.role,
    unit: row.unit,
    firstScreen: row.first_screen,
  }))
}

/** For the loader of a demonstration. */
export async function offerSeat(
  deed: Deed,
  seat: { assignmentId: Id; position: number; label: string | null; firstScreen: string },
): Promise<void> {
  allow(deed.actor, 'organisation.edit')
  if (!deed.tenant.demonstration)
    refuse({
      code: 'not_a_demonstration',
      status: 409,
      sv: 'Platser erbjuds bara i en demonstration.',
      en: 'Seats are offered in a demonstration only.',
    })
  await storeDemonstrationSeat(deed, seat)
  deed.journal({ verb: 'seat.offered', kind: 'assignment', id: seat.assignmentId, facts: { position: seat.position } })
}
