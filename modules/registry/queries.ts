// Reads of decisions.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import type { DecisionView } from './contract.ts'

export async function decisionsOn(view: View, only?: Id): Promise<DecisionView[]> {
  const rows = await view.tx
    .selectFrom('registry.decision as d')
    .innerJoin('organisation.party as p', (j) =>
      j.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.party_id', '=', 'd.party_id'),
    )
    .selectAll('d')
    .select('p.name as party')
    .where('d.tenant_id', '=', view.tenant.tenantId)
    .$if(only !== undefined, (q) => q.where('d.decision_id', '=', only ?? ''))
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.decision_id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.decision_id,
    party: { id: row.party_id, name: row.party },
    decidedBy: row.decided_by,
    decidedOn: row.decided_on?.toString() ?? null,
    section: row.section,
    title: row.title,
    body: row.body,
    source: row.source,
    origin: row.origin,
    version: row.version,
  }))
}

export async function decisionById(view: View, decisionId: Id): Promise<DecisionView> {
  return (await decisionsOn(view, decisionId))[0] ?? notFound()
}
