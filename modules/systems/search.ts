// What of the systems can be found: a system by its name and what it is also called. Everyone signed in may read them.
import type { SearchKind } from '#platform/search/kinds'
import { keepIndex } from '#platform/search/keep-index'
import { systemRows } from './queries.ts'

const index = keepIndex('systems', {
  async system(view, only) {
    if (only?.length === 0) return new Map()
    let query = view.tx
      .selectFrom('systems.system')
      .select(['system_id', 'name', 'aliases', 'valid_to'])
      .where('tenant_id', '=', view.tenant.tenantId)
    if (only) query = query.where('system_id', 'in', [...only])
    return new Map(
      (await query.execute()).map((row) => [
        row.system_id,
        row.valid_to && Temporal.PlainDate.compare(row.valid_to, view.today) <= 0
          ? null
          : { kind: 'system', id: row.system_id, title: row.name, synonyms: row.aliases, open: true },
      ]),
    )
  },
})
export const { later: indexLater, write: writeSystemEntries, jobs: systemsJobs } = index

export const systemsSearch: readonly SearchKind[] = [
  {
    kind: 'system',
    access: 'system.read',
    async hits(view, ids) {
      if (ids.length === 0) return []
      const rows = await systemRows(view, view.today)
        .where('s.system_id', 'in', [...ids])
        .where('s.valid_from', '<=', view.today)
        .where((e) => e.or([e('s.valid_to', 'is', null), e('s.valid_to', '>', view.today)]))
        .execute()
      const found = new Map(rows.map((row) => [row.system_id, row]))
      return ids.flatMap((id) => {
        const row = found.get(id)
        if (!row) return []
        const under = [row.manager, row.person].filter(Boolean).join(' · ')
        return [{ kind: 'system', id, title: row.name, under, href: `/system/${id}`, icon: 'monitor' }]
      })
    },
  },
]
