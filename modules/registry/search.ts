// What of the registry can be found: a decision by its heading, § and text. Everyone signed in may read decisions.
import type { SearchKind } from '#platform/search/kinds'
import { keepIndex } from '#platform/search/keep-index'
import { decisionRows } from './queries.ts'

const index = keepIndex('registry', {
  async decision(view, only) {
    let query = view.tx
      .selectFrom('registry.decision')
      .select(['decision_id', 'title', 'section', 'body', 'decided_by'])
      .where('tenant_id', '=', view.tenant.tenantId)
    if (only) query = query.where('decision_id', 'in', [...only])
    const rows = only?.length === 0 ? [] : await query.execute()
    return new Map(
      rows.map((row) => [
        row.decision_id,
        {
          kind: 'decision',
          id: row.decision_id,
          title: row.title,
          synonyms: row.section === null ? [] : [row.section],
          body: [row.body, row.decided_by].filter(Boolean).join('\n'),
          open: true,
        },
      ]),
    )
  },
})
export const { later: indexLater, write: writeRegistryEntries, jobs: registryJobs } = index

export const registrySearch: readonly SearchKind[] = [
  {
    kind: 'decision',
    access: 'decision.read',
    async hits(view, ids) {
      if (ids.length === 0) return []
      const rows = await decisionRows(view)
        .where('d.decision_id', 'in', [...ids])
        .execute()
      const found = new Map(rows.map((row) => [row.decision_id, row]))
      return ids.flatMap((id) => {
        const row = found.get(id)
        if (!row) return []
        const under = [row.party, row.section, row.decided_on?.toString()].filter(Boolean).join(' · ')
        return [{ kind: 'decision', id, title: row.title, under, href: `/beslut/${id}`, icon: 'gavel' }]
      })
    },
  },
]
