// The register of decisions: what a row shows, what it is sorted and narrowed by. The latest first.
import { sql } from 'kysely'
import type { Register } from '#platform/register'
import { idsFound } from '#platform/search/keep-index'
import type { DecisionSource } from './decision.ts'
import { decisionSources } from './decision.ts'
import type { ListedDecision } from './queries.ts'
import { decisionRows } from './queries.ts'
import { registryText } from './text.ts'

const { sv, en } = registryText
const words = (key: 'heading' | 'section' | 'party' | 'by' | 'on' | 'source' | 'state' | 'search' | 'from' | 'to') => ({
  sv: sv[key],
  en: en[key],
})

export const decisionRegister: Register<ListedDecision> = {
  path: '/beslut',
  access: 'decision.read',
  title: { sv: sv.title, en: en.title },
  list: {
    key: 'decisions',
    columns: [
      { key: 'title', label: words('heading'), kind: 'text', value: (row) => row.title, sort: 'title' },
      { key: 'section', label: words('section'), kind: 'text', value: (row) => row.section },
      { key: 'party', label: words('party'), kind: 'text', value: (row) => row.party },
      { key: 'by', label: words('by'), kind: 'text', value: (row) => row.decided_by, extra: true },
      { key: 'decided', label: words('on'), kind: 'date', value: (row) => row.decided_on, sort: 'decided' },
      {
        key: 'source',
        label: words('source'),
        kind: 'text',
        value: (row, lang = 'sv') => registryText[lang].sources[row.source],
      },
      {
        key: 'state',
        label: words('state'),
        kind: 'text',
        value: (row, lang = 'sv') => registryText[lang].states[row.replaced ? 'ersatt' : 'galler'],
      },
    ],
    sorts: {
      decided: {
        label: words('on'),
        by: { column: 'd.decided_on', nullable: true, of: (row) => row.decided_on },
        startsDescending: true,
      },
      title: { label: words('heading'), by: { column: 'd.sort_title', of: (row) => row.sort_title } },
    },
    defaultSort: 'decided',
    filters: [
      { key: 'sok', label: words('search') },
      { key: 'part', label: words('party'), reads: 'id' },
      {
        key: 'kalla',
        label: words('source'),
        options: decisionSources.map((value) => ({
          value,
          label: { sv: sv.sources[value], en: en.sources[value] },
        })),
      },
      {
        key: 'lage',
        label: words('state'),
        options: (['galler', 'ersatt'] as const).map((value) => ({
          value,
          label: { sv: sv.states[value], en: en.states[value] },
        })),
      },
      { key: 'fran', label: words('from'), reads: 'day' },
      { key: 'till', label: words('to'), reads: 'day' },
    ],
    tieBreak: { column: 'd.decision_id', of: (row) => row.decision_id },
  },
  async query(view, state) {
    const one = (key: string): string | undefined => state.filters[key]?.[0]
    let query = decisionRows(view)
    const [typed, party, source, standing] = [one('sok'), one('part'), one('kalla'), one('lage')]
    const [from, to] = [one('fran'), one('till')]
    if (typed)
      query = query.where(sql<boolean>`d.decision_id = any (${await idsFound(view, 'decision', typed)}::uuid[])`)
    if (party) query = query.where('d.party_id', '=', party)
    if (source) query = query.where('d.source', '=', source as DecisionSource)
    if (from) query = query.where('d.decided_on', '>=', Temporal.PlainDate.from(from))
    if (to) query = query.where('d.decided_on', '<=', Temporal.PlainDate.from(to))
    if (standing)
      query = query.where(
        sql<boolean>`exists (select from registry.decision r where r.tenant_id = d.tenant_id and r.replaces_id = d.decision_id) = ${standing === 'ersatt'}`,
      )
    return query
  },
}
