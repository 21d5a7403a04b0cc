// The register of information systems: what a row shows, what it is sorted and narrowed by.
import { sql } from 'kysely'
import { unitsBeneath } from '#organisation'
import type { Register } from '#platform/register'
import { dayFilter } from '#platform/register'
import { idsFound } from '#platform/search/keep-index'
import type { ListedSystem } from './queries.ts'
import { systemRows } from './queries.ts'
import type { Criticality } from './system.ts'
import { criticalities } from './system.ts'
import { systemsText } from './text.ts'

const { sv, en } = systemsText
type Word = { [K in keyof typeof sv]: (typeof sv)[K] extends string ? K : never }[keyof typeof sv]
const words = (key: Word) => ({ sv: sv[key], en: en[key] })

export const systemRegister: Register<ListedSystem> = {
  path: '/system',
  access: 'system.read',
  title: words('title'),
  list: {
    key: 'systems',
    columns: [
      { key: 'name', label: words('name'), kind: 'text', value: (row) => row.name, sort: 'name' },
      {
        key: 'aliases',
        label: words('aliases'),
        kind: 'text',
        value: (row) => row.aliases.join(', ') || null,
        extra: true,
      },
      { key: 'manager', label: words('manager'), kind: 'text', value: (row) => row.manager },
      { key: 'person', label: words('person'), kind: 'text', value: (row) => row.person },
      { key: 'owner', label: words('owner'), kind: 'text', value: (row) => row.owner },
      {
        key: 'criticality',
        label: words('criticality'),
        kind: 'text',
        value: (row, lang = 'sv') => row.criticality && systemsText[lang].levels[row.criticality],
      },
      { key: 'dependsOn', label: words('dependsOn'), kind: 'text', value: (row) => row.depends_on },
      { key: 'from', label: words('from'), kind: 'date', value: (row) => row.valid_from, extra: true },
      { key: 'to', label: words('to'), kind: 'date', value: (row) => row.valid_to, extra: true },
    ],
    sorts: { name: { label: words('name'), by: { column: 's.sort_name', of: (row) => row.sort_name } } },
    defaultSort: 'name',
    filters: [
      { key: 'sok', label: words('search') },
      { key: 'forvaltare', label: words('manager'), reads: 'id' },
      {
        key: 'vikt',
        label: words('criticality'),
        many: true,
        options: criticalities.map((value) => ({ value, label: { sv: sv.levels[value], en: en.levels[value] } })),
      },
      { key: 'avslutade', label: words('ended'), options: [{ value: 'ja', label: words('onlyEnded') }] },
      dayFilter,
    ],
    tieBreak: { column: 's.system_id', of: (row) => row.system_id },
  },
  async query(view, { filters }, on) {
    const one = (key: string): string | undefined => filters[key]?.[0]
    let query = systemRows(view, on)
    query =
      one('avslutade') === 'ja'
        ? query.where('s.valid_to', '<=', on)
        : query
            .where('s.valid_from', '<=', on)
            .where((e) => e.or([e('s.valid_to', 'is', null), e('s.valid_to', '>', on)]))
    const [typed, unitId, weights] = [one('sok'), one('forvaltare'), filters['vikt']]
    if (typed) query = query.where(sql<boolean>`s.system_id = any (${await idsFound(view, 'system', typed)}::uuid[])`)
    if (unitId)
      query = query.where(
        sql<boolean>`s.manager_unit_id = any (${[...(await unitsBeneath(view, unitId, on))]}::uuid[])`,
      )
    if (weights) query = query.where('s.criticality', 'in', weights as Criticality[])
    return query
  },
}
