// What of the agreements can be found: an agreement by its name, by whoever is a party to it. Its words are nobody else's.
import type { SearchKind } from '#platform/search/kinds'
import { keepIndex } from '#platform/search/keep-index'
import { agreementRows } from './queries.ts'

const index = keepIndex('agreements', {
  async agreement(view, only) {
    if (only?.length === 0) return new Map()
    let query = agreementRows(view, view.today)
    if (only) query = query.where('a.agreement_id', 'in', [...only])
    return new Map(
      (await query.execute()).map((row) => [
        row.agreement_id,
        { kind: 'agreement', id: row.agreement_id, title: row.name, body: row.customer ?? '' },
      ]),
    )
  },
})
export const { later: indexLater, write: writeAgreementEntries, jobs: agreementsJobs } = index

export const agreementsSearch: readonly SearchKind[] = [
  {
    kind: 'agreement',
    access: 'agreement.read',
    async hits(view, ids) {
      if (ids.length === 0) return []
      const rows = await agreementRows(view, view.today)
        .where('a.agreement_id', 'in', [...ids])
        .execute()
      const found = new Map(rows.map((row) => [row.agreement_id, row]))
      return ids.flatMap((id) => {
        const row = found.get(id)
        if (!row) return []
        const under = row.customer ?? ''
        return [{ kind: 'agreement', id, title: row.name, under, href: `/overenskommelser/${id}`, icon: 'file-text' }]
      })
    },
  },
]
