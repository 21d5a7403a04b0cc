// The list of services as it is read and exported: what a row holds and which columns show it.
import type { Id } from '#basics/id'
import type { ListColumn } from '#platform/list'
import type { Obligation, ServiceKind, ServiceState } from './service.ts'
import { stateWords } from './service.ts'

export interface ListedService {
  readonly service_id: Id
  readonly code: string
  readonly area_id: Id
  readonly area_code: string
  readonly area_sv: string
  readonly area_en: string
  readonly synonyms: string[]
  readonly origin: string
  readonly version_no: number
  readonly name_sv: string
  readonly name_en: string | null
  readonly sort_name: string
  readonly kind: ServiceKind | null
  readonly obligation: Obligation | null
  readonly standard: 'standard' | 'adapted' | null
  readonly basic: boolean
  readonly content: string | null
  readonly unit_id: Id | null
  readonly unit_name: string | null
  readonly owner: string | null
  readonly state: ServiceState
  readonly review_on: Temporal.PlainDate | null
  readonly request_types: bigint
}

const column = (
  key: string,
  sv: string,
  en: string,
  value: ListColumn<ListedService>['value'],
  more: Partial<ListColumn<ListedService>> = {},
): ListColumn<ListedService> => ({
  key,
  label: { sv, en },
  kind: 'text',
  value,
  ...more,
})

export const serviceColumns: readonly ListColumn<ListedService>[] = [
  column('name', 'Tjänst', 'Service', (row) => row.name_sv, { sort: 'name' }),
  column('area', 'Område', 'Area', (row) => row.area_sv),
  column('state', 'Läge', 'State', (row) => stateWords[row.state].sv),
  column('unit', 'Utförare', 'Provider', (row) => row.unit_name),
  column('owner', 'Ansvarig', 'Responsible', (row) => row.owner, { extra: true }),
  column('code', 'Kod', 'Code', (row) => row.code, { sort: 'code' }),
  column('review', 'Översyn', 'Review', (row) => row.review_on, { kind: 'date', sort: 'review', extra: true }),
]
