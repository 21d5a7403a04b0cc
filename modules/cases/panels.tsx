// What cases show on the pages of the rooms below: on a wish, the cases it was made of (TY-058).
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { Panel } from '#platform/panels'
import { Card } from '#ui'
import { readableCases } from './list-query.ts'
import { portalText } from './pages/portal-text.ts'

export interface CaseOfNeed {
  readonly caseId: Id
  readonly number: string
  readonly title: string
}

/** The cases that became a wish, of those the viewer may read; the wish itself says the number to everybody. */
export async function casesOfNeed(view: View, needId: Id): Promise<readonly CaseOfNeed[]> {
  const rows = await readableCases(view)
    .innerJoin('cases.conversion as v', (j) =>
      j.onRef('v.tenant_id', '=', 'c.tenant_id').onRef('v.case_id', '=', 'c.case_id'),
    )
    .select(['c.case_id', 'c.number', 'c.title'])
    .where('v.need_id', '=', needId)
    .orderBy('c.received_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({ caseId: row.case_id, number: row.number ?? '', title: row.title }))
}

export const casesPanels: readonly Panel[] = [
  {
    on: 'need',
    order: 10,
    access: 'case.list',
    show: async (view, visit, needId) => {
      const cases = await casesOfNeed(view, needId)
      if (cases.length === 0) return null
      return (
        <Card heading={portalText[visit.lang].cameFrom} quiet>
          <ul class="l stack g2">
            {cases.map((one) => (
              <li>
                <a href={visit.href(`/arenden/${one.number}`)}>{one.number}</a> {one.title}
              </li>
            ))}
          </ul>
        </Card>
      )
    },
  },
]
