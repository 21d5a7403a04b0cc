// Orders that wait for the yes of the one who asks, with the day they lapse.
import { localDate } from '#basics/dates'
import type { TaskSource } from '#platform/tasks'

export const casesTasks: TaskSource = async (view) => {
  if (view.actor.personId === null) return []
  const asked = await view.tx
    .selectFrom('platform.approval_step as st')
    .innerJoin('platform.approval as a', (j) =>
      j.onRef('a.tenant_id', '=', 'st.tenant_id').onRef('a.approval_id', '=', 'st.approval_id'),
    )
    .innerJoin('cases.case as c', (j) =>
      j.onRef('c.tenant_id', '=', 'a.tenant_id').onRef('c.case_id', '=', 'a.subject_id'),
    )
    .select(['c.number', 'c.title', 'a.lapse_at'])
    .where('st.tenant_id', '=', view.tenant.tenantId)
    .where('st.person_id', '=', view.actor.personId)
    .where('st.outcome', 'is', null)
    .where('a.subject_kind', '=', 'case')
    .where('a.state', '=', 'open')
    .where('c.state', '=', 'awaiting_approval')
    .limit(200)
    .execute()
  return asked.map(({ number, title, lapse_at }) => ({
    kind: 'approve',
    what: { sv: `Godkänn eller avslå: ${title}`, en: `Approve or reject: ${title}` },
    href: number === null ? '/godkannanden' : `/arenden/${number}`,
    due: lapse_at === null ? null : localDate(lapse_at),
  }))
}
