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
  /** May be opened; others of the office see that it stands there. */
  readonly readable: boolean
}

/** The cases that became a wish: those of the boundaries one reaches, by number. */
export async function casesOfNeed(view: View, needId: Id): Promise<readonly CaseOfNeed[]> {
  const rows = await view.tx
    .selectFrom('cases.conversion as v')
    .innerJoin('cases.case as c', (j) =>
      j.onRef('c.tenant_id', '=', 'v.tenant_id').onRef('c.case_id', '=', 'v.case_id'),
    )
    .select(['c.case_id as caseId', 'c.number', 'c.title'])
    .where('v.tenant_id', '=', view.tenant.tenantId)
    .where('v.need_id', '=', needId)
    .orderBy('c.received_at')
    .limit(100)
    .execute()
  if (rows.length === 0) return []
  const mine = await readableCases(view)
    .select('c.case_id')
    .where(
      'c.case_id',
      'in',
      rows.map((row) => row.caseId),
    )
    .execute()
  const readable = new Set(mine.map((row) => row.case_id))
  return rows.map((row) => ({
    caseId: row.caseId,
    number: row.number ?? '',
    title: row.title,
    readable: readable.has(row.caseId),
  }))
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
                {one.readable ? <a href={visit.href(`/arenden/${one.number}`)}>{one.number}</a> : one.number}
                {one.readable && ` ${one.title}`}
              </li>
            ))}
          </ul>
        </Card>
      )
    },
  },
]
