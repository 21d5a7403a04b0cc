// How the finder's case ids become hits: behind the policies and narrowed to what the seat may read.
import { sql } from 'kysely'
import type { SearchKind } from '#platform/search/kinds'
import { stateWords } from './case.ts'
import { readableCases } from './list-query.ts'

export const casesSearch: SearchKind = {
  kind: 'case',
  access: 'case.list',
  async hits(view, ids, lang) {
    if (ids.length === 0) return []
    const rows = await readableCases(view)
      .select(['c.case_id', 'c.title', 'c.state', sql<string>`coalesce(c.number, '')`.as('number')])
      .where('c.case_id', 'in', [...ids])
      .execute()
    const found = new Map(rows.map((row) => [row.case_id, row]))
    return ids.flatMap((id) => {
      const row = found.get(id)
      return row
        ? [
            {
              kind: 'case',
              id,
              title: row.title,
              under: `${row.number} · ${stateWords[row.state][lang]}`,
              href: `/arenden/${row.number || id}`,
              icon: 'folder-open',
            },
          ]
        : []
    })
  },
}
