// Mandates that are about to end, for those who keep the organisation: a customer without a purchaser cannot approve.
import { may } from '#platform/access'
import type { TaskSource } from '#platform/tasks'

const daysBefore = 30

export const organisationTasks: TaskSource = async (view) => {
  if (!may(view.actor, 'organisation.edit')) return []
  const ending = await view.tx
    .selectFrom('organisation.mandate as m')
    .innerJoin('organisation.person as p', (j) =>
      j.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.person_id', '=', 'm.person_id'),
    )
    .select(['m.customer_id', 'm.kind', 'm.valid_to', 'p.name'])
    .where('m.tenant_id', '=', view.tenant.tenantId)
    .where('m.valid_to', '>', view.today)
    .where('m.valid_to', '<=', view.today.add({ days: daysBefore }))
    .where((w) =>
      w.not(
        w.exists(
          w
            .selectFrom('organisation.mandate as next')
            .select('next.mandate_id')
            .where('next.tenant_id', '=', view.tenant.tenantId)
            .whereRef('next.customer_id', '=', 'm.customer_id')
            .whereRef('next.kind', '=', 'm.kind')
            .whereRef('next.mandate_id', '!=', 'm.mandate_id')
            .whereRef('next.valid_from', '<=', 'm.valid_to')
            .where((e) => e.or([e('next.valid_to', 'is', null), e('next.valid_to', '>', e.ref('m.valid_to'))])),
        ),
      ),
    )
    .orderBy('m.valid_to')
    .limit(200)
    .execute()
  return ending.map(({ customer_id, kind, valid_to, name }) => ({
    kind: 'mandate',
    what:
      kind === 'coordinator'
        ? { sv: `Samordnarens mandat går ut: ${name}`, en: `The coordinator’s mandate ends: ${name}` }
        : { sv: `Beställarens mandat går ut: ${name}`, en: `The purchaser’s mandate ends: ${name}` },
    href: `/organisation/kunder/${customer_id}`,
    due: valid_to,
  }))
}
