// Who must do what by when, and what came of it: any room may leave a task for a person or a unit, about anything.
import type { Id } from '#basics/id'
import type { Deed, View } from './act.ts'

export interface NewTask {
  readonly kind: string
  readonly ownerPersonId?: Id
  readonly ownerUnitId?: Id
  readonly dueAt?: Temporal.Instant
  readonly subjectKind: string
  readonly subjectId: Id
}

export async function addTask(deed: Deed, task: NewTask): Promise<Id> {
  const taskId = deed.newId()
  await deed.tx
    .insertInto('platform.task')
    .values({
      tenant_id: deed.tenant.tenantId,
      task_id: taskId,
      kind: task.kind,
      owner_person_id: task.ownerPersonId ?? null,
      owner_unit_id: task.ownerUnitId ?? null,
      due_at: task.dueAt ?? null,
      subject_kind: task.subjectKind,
      subject_id: task.subjectId,
      created_at: deed.now,
    })
    .execute()
  deed.journal({
    verb: 'task.added',
    kind: task.subjectKind,
    id: task.subjectId,
    facts: { task: taskId, what: task.kind },
  })
  return taskId
}

/** Ends the open tasks of a kind about a subject; twice is once. */
export async function endTasks(
  deed: Deed,
  kind: string,
  subjectKind: string,
  subjectId: Id,
  outcome: string,
): Promise<void> {
  await deed.tx
    .updateTable('platform.task')
    .set({ done_at: deed.now, outcome })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('kind', '=', kind)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .where('done_at', 'is', null)
    .execute()
}

export async function openTasks(view: View, limit = 50) {
  return view.tx
    .selectFrom('platform.task')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('done_at', 'is', null)
    .where((q) =>
      q.or([
        ...(view.actor.personId ? [q('owner_person_id', '=', view.actor.personId)] : []),
        ...(view.actor.unitIds.length > 0 ? [q('owner_unit_id', 'in', [...view.actor.unitIds])] : []),
        q.val(false),
      ]),
    )
    .orderBy('due_at')
    .limit(limit)
    .execute()
}
