// Reads of who is assigned where: of a person over time, of a unit on a day.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { seesPerson } from '../people/protected.ts'
import type { AssignmentRow } from './contract.ts'

type PlainDate = Temporal.PlainDate

export async function unitIdsOf(view: View, personId: Id, on: PlainDate): Promise<readonly Id[]> {
  const rows = await view.tx
    .selectFrom('organisation.assignment')
    .select('unit_id')
    .distinct()
    .where('person_id', '=', personId)
    .where('valid_from', '<=', on)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .execute()
  return rows.map((row) => row.unit_id)
}

/** Everything a person has been, is and will be assigned to, the latest first. */
export async function assignmentsOf(view: View, personId: Id): Promise<AssignmentRow[]> {
  const rows = await assignments(view, null)
    .where('a.person_id', '=', personId)
    .orderBy('a.valid_from', 'desc')
    .orderBy('a.assignment_id')
    .limit(500)
    .execute()
  return rows.map(asAssignment)
}

/** Who is assigned to the unit on the day, the responsible person first. Protected people are shown to their own unit. */
export async function peopleOf(view: View, unitId: Id, on: PlainDate): Promise<AssignmentRow[]> {
  const rows = await assignments(view, on)
    .where('a.unit_id', '=', unitId)
    .where('a.valid_from', '<=', on)
    .where((q) => q.or([q('a.valid_to', 'is', null), q('a.valid_to', '>', on)]))
    .where((q) => q.or([q('p.ended_on', 'is', null), q('p.ended_on', '>', on)]))
    .orderBy('a.responsible', 'desc')
    .orderBy('p.sort_name')
    .orderBy('a.assignment_id')
    .limit(2000)
    .execute()
  const colleague = view.actor.unitIds.includes(unitId)
  return rows.filter((row) => colleague || seesPerson(view, row)).map(asAssignment)
}

/** Names as of the day, or of each assignment's own first day where none is given. */
function assignments(view: View, on: PlainDate | null) {
  return view.tx
    .selectFrom('organisation.assignment as a')
    .innerJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .select((q) => [
      'a.assignment_id',
      'a.person_id',
      'p.name as person_name',
      'p.protected',
      'a.role_id',
      'a.unit_id',
      'a.title',
      'a.responsible',
      'a.share_percent',
      'a.valid_from',
      'a.valid_to',
      'a.origin',
      'a.version',
      q
        .selectFrom('organisation.role as r')
        .whereRef('r.role_id', '=', 'a.role_id')
        .where((w) =>
          on
            ? w('r.valid_from', '<=', on)
            : w('r.valid_from', '<=', w.fn<PlainDate>('greatest', ['a.valid_from', w.val(view.today)])),
        )
        .orderBy('r.valid_from', 'desc')
        .limit(1)
        .select('r.name')
        .as('role_name'),
      q
        .selectFrom('organisation.unit_placement as u')
        .whereRef('u.unit_id', '=', 'a.unit_id')
        .where((w) =>
          on
            ? w('u.valid_from', '<=', on)
            : w('u.valid_from', '<=', w.fn<PlainDate>('greatest', ['a.valid_from', w.val(view.today)])),
        )
        .orderBy('u.valid_from', 'desc')
        .limit(1)
        .select('u.name')
        .as('unit_name'),
    ])
}

type AssignmentRecord = Awaited<ReturnType<ReturnType<typeof assignments>['execute']>>[number]

function asAssignment(row: AssignmentRecord): AssignmentRow {
  return {
    assignmentId: row.assignment_id,
    personId: row.person_id,
    personName: row.person_name,
    roleId: row.role_id,
    roleName: row.role_name ?? '',
    unitId: row.unit_id,
    unitName: row.unit_name ?? '',
    title: row.title,
    responsible: row.responsible,
    sharePercent: row.share_percent === null ? null : Number(row.share_percent),
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
  }
}

export async function assignmentById(view: View, assignmentId: Id): Promise<AssignmentRow> {
  const row = await assignments(view, null).where('a.assignment_id', '=', assignmentId).executeTakeFirst()
  return row ? asAssignment(row) : notFound()
}
