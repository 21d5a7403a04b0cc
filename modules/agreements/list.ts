// The register of agreements: what a row shows, what it is sorted and narrowed by.
import { sql } from 'kysely'
import type { Register } from '#platform/register'
import { dayFilter } from '#platform/register'
import { idsFound } from '#platform/search/keep-index'
import { agreementKinds, agreementStates, stateOn } from './agreement.ts'
import type { AgreementRow } from './contract.ts'
import type { ListedAgreement } from './queries.ts'
import { agreementRows } from './queries.ts'
import { agreementsText } from './text.ts'

const { sv, en } = agreementsText
type Word = { [K in keyof typeof sv]: (typeof sv)[K] extends string ? K : never }[keyof typeof sv]
const words = (key: Word) => ({ sv: sv[key], en: en[key] })

/** A row knows the day it is read on: its state is of that day. */
export interface DatedAgreement extends ListedAgreement {
  readonly on_day: Temporal.PlainDate
}

const stateOf = (row: DatedAgreement) => stateOn({ from: row.valid_from, to: row.valid_to }, row.on_day)

export const agreementRegister: Register<DatedAgreement> = {
  path: '/overenskommelser',
  access: 'agreement.read',
  title: words('title'),
  list: {
    key: 'agreements',
    columns: [
      { key: 'name', label: words('name'), kind: 'text', value: (row) => row.name, sort: 'name' },
      { key: 'customer', label: words('customer'), kind: 'text', value: (row) => row.customer },
      { key: 'provider', label: words('provider'), kind: 'text', value: (row) => row.provider, extra: true },
      {
        key: 'kind',
        label: words('kind'),
        kind: 'text',
        value: (row, lang = 'sv') => agreementsText[lang].kinds[row.kind],
      },
      { key: 'lines', label: words('lines'), kind: 'number', value: (row) => row.lines },
      { key: 'from', label: words('from'), kind: 'date', value: (row) => row.valid_from, sort: 'from' },
      { key: 'to', label: words('to'), kind: 'date', value: (row) => row.valid_to },
      {
        key: 'state',
        label: words('state'),
        kind: 'text',
        value: (row, lang = 'sv') => agreementsText[lang].states[stateOf(row)],
      },
    ],
    sorts: {
      name: { label: words('name'), by: { column: 'a.sort_name', of: (row) => row.sort_name } },
      from: {
        label: words('from'),
        by: { column: 'v.valid_from', of: (row) => row.valid_from },
        startsDescending: true,
      },
    },
    defaultSort: 'name',
    filters: [
      { key: 'sok', label: words('search') },
      { key: 'kund', label: words('customer'), reads: 'id' },
      { key: 'tjanst', label: words('service'), reads: 'id' },
      {
        key: 'slag',
        label: words('kind'),
        options: agreementKinds.map((value) => ({ value, label: { sv: sv.kinds[value], en: en.kinds[value] } })),
      },
      {
        key: 'lage',
        label: words('state'),
        options: agreementStates.map((value) => ({ value, label: { sv: sv.states[value], en: en.states[value] } })),
      },
      dayFilter,
    ],
    tieBreak: { column: 'a.agreement_id', of: (row) => row.agreement_id },
  },
  async query(view, { filters }, on) {
    const one = (key: string): string | undefined => filters[key]?.[0]
    let query = agreementRows(view, on).select(sql<Temporal.PlainDate>`${on}::date`.as('on_day'))
    const [typed, customer, service, kind, state] = ['sok', 'kund', 'tjanst', 'slag', 'lage'].map(one)
    if (typed)
      query = query.where(sql<boolean>`a.agreement_id = any (${await idsFound(view, 'agreement', typed)}::uuid[])`)
    if (customer) query = query.where('a.customer_id', '=', customer)
    if (service)
      query = query.where(
        sql<boolean>`exists (select from agreements.line l where l.tenant_id = a.tenant_id and l.agreement_id = a.agreement_id
          and l.version_no = a.current_version and l.service_id = ${service}
          and l.valid_from <= ${on} and (l.valid_to is null or l.valid_to > ${on}))`,
      )
    if (kind) query = query.where('a.kind', '=', kind as AgreementRow['kind'])
    if (state === 'planned') query = query.where('v.valid_from', '>', on)
    if (state === 'ended') query = query.where('v.valid_to', '<=', on)
    if (state === 'active')
      query = query
        .where('v.valid_from', '<=', on)
        .where((e) => e.or([e('v.valid_to', 'is', null), e('v.valid_to', '>', on)]))
    return query
  },
}
