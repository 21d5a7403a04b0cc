// The only writer of assignment, save for what ends with a unit or a person.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { asSeen } from '../versioned.ts'
import type { Holding } from './assignment.ts'

type PlainDate = Temporal.PlainDate

export interface Assignment {
  readonly assignmentId: Id
  readonly personId: Id
  readonly roleId: Id
  readonly unitId: Id
  readonly title: string | null
  readonly responsible: boolean
  readonly sharePercent: number | null
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly continuesId: Id | null
  readonly origin: string
}

interface Row {
  assignment_id: Id
  person_id: Id
  role_id: Id
  unit_id: Id
  title: string | null
  responsible: boolean
  share_percent: string | null
  valid_from: PlainDate
  valid_to: PlainDate | null
  continues_id: Id | null
  origin: string
}

const asAssignment = (row: Row): Assignment => ({
  assignmentId: row.assignment_id,
  personId: row.person_id,
  roleId: row.role_id,
  unitId: row.unit_id,
  title: row.title,
  responsible: row.responsible,
  sharePercent: row.share_percent === null ? null : Number(row.share_percent),
  from: row.valid_from,
  to: row.valid_to,
  continuesId: row.continues_id,
  origin: row.origin,
})

export async function lockAssignment(deed: Deed, assignmentId: Id, version: number): Promise<Assignment> {
  const row = await deed.tx
    .selectFrom('organisation.assignment')
    .selectAll()
    .where('assignment_id', '=', assignmentId)
    .forUpdate()
    .executeTakeFirst()
  return asAssignment(asSeen(row, version))
}

/** Those of a role at a unit that hold on the day or later. */
export async function lockHolders(deed: Deed, roleId: Id, unitId: Id, from: PlainDate): Promise<readonly Assignment[]> {
  const rows = await deed.tx
    .selectFrom('organisation.assignment')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('role_id', '=', roleId)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', from)]))
    .orderBy('assignment_id')
    .forUpdate()
    .execute()
  return rows.map(asAssignment)
}

/** Everyone at the unit over time; the unit's row is held so that two cannot become responsible at once. */
export async function holdingsAt(deed: Deed, unitId: Id): Promise<readonly Holding[]> {
  const unit = await deed.tx
    .selectFrom('organisation.unit')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  if (!unit) notFound()
  const rows = await deed.tx
    .selectFrom('organisation.assignment as a')
    .innerJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .where('a.unit_id', '=', unitId)
    .select(['a.assignment_id', 'a.person_id', 'p.name', 'a.role_id', 'a.responsible', 'a.valid_from', 'a.valid_to'])
    .execute()
  return rows.map((row) => ({
    assignmentId: row.assignment_id,
    personId: row.person_id,
    personName: row.name,
    roleId: row.role_id,
    responsible: row.responsible,
    from: row.valid_from,
    to: row.valid_to,
  }))
}

export async function insertAssignment(deed: Deed, one: Assignment): Promise<void> {
  await deed.tx
    .insertInto('organisation.assignment')
    .values({
      tenant_id: deed.tenant.tenantId,
      assignment_id: one.assignmentId,
      person_id: one.personId,
      role_id: one.roleId,
      unit_id: one.unitId,
      title: one.title,
      responsible: one.responsible,
      share_percent: one.sharePercent === null ? null : String(one.sharePercent),
      valid_from: one.from,
      valid_to: one.to,
      continues_id: one.continuesId,
      origin: one.origin,
    })
    .execute()
}

/** For a change on the very day the assignment begins. */
export async function updateAssignment(deed: Deed, one: Assignment): Promise<void> {
  await deed.tx
    .updateTable('organisation.assignment')
    .set((q) => ({
      unit_id: one.unitId,
      title: one.title,
      responsible: one.responsible,
      share_percent: one.sharePercent === null ? null : String(one.sharePercent),
      version: q('version', '+', 1),
    }))
    .where('assignment_id', '=', one.assignmentId)
    .execute()
}

export async function endAssignmentRow(deed: Deed, assignmentId: Id, on: PlainDate): Promise<void> {
  await deed.tx
    .updateTable('organisation.assignment')
    .set((q) => ({ valid_to: on, version: q('version', '+', 1) }))
    .where('assignment_id', '=', assignmentId)
    .execute()
}

export async function storeDemonstrationSeat(
  deed: Deed,
  seat: { assignmentId: Id; position: number; label: string | null; firstScreen: string },
): Promise<void> {
  const facts = { position: seat.position, label: seat.label, first_screen: seat.firstScreen }
  await deed.tx
    .insertInto('organisation.demonstration_seat')
    .values({ tenant_id: deed.tenant.tenantId, assignment_id: seat.assignmentId, ...facts })
    .onConflict((c) => c.columns(['tenant_id', 'assignment_id']).doUpdateSet(facts))
    .execute()
}
