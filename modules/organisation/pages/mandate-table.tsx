// Mandates as a table: of a customer by person, or of a person by customer.
import { kronor } from '#basics/money'
import type { Visit } from '#platform/http/site'
import { DataTable, Empty, Tag } from '#ui'
import type { Mandate } from '../customers/contract.ts'
import { organisationText } from '../text.ts'
import { spanText } from './page-parts.tsx'

export interface MandateTableProps {
  readonly visit: Visit
  readonly caption: string
  readonly rows: readonly Mandate[]
  readonly show: 'person' | 'customer'
}

export function MandateTable({ visit, caption, rows, show }: MandateTableProps) {
  const { lang } = visit
  const { customers: words, any } = organisationText[lang]
  const who = (row: Mandate) =>
    show === 'person' ? (
      <a href={visit.href(`/organisation/personer/${row.personId}`)}>{row.personName}</a>
    ) : (
      <a href={visit.href(`/organisation/kunder/${row.customerId}`)}>{row.customerName}</a>
    )
  return (
    <DataTable
      lang={lang}
      bare
      caption={caption}
      look="cards"
      rows={rows}
      rowId={(row) => row.mandateId}
      empty={
        <Empty title={words.noMandates} icon="user-check">
          {words.noMandatesHelp}
        </Empty>
      }
      columns={[
        { head: show === 'person' ? any.person : words.title, rowHead: true, phone: 'title', cell: who },
        {
          head: any.kind,
          cell: (row) => (
            <Tag tone={row.kind === 'coordinator' ? 'accent' : 'ok'} icon="user-check">
              {words.kinds[row.kind]}
            </Tag>
          ),
        },
        { head: words.areas, cell: (row) => (row.areaCodes.length === 0 ? words.allAreas : row.areaCodes.join(', ')) },
        {
          head: words.limit,
          number: true,
          cell: (row) =>
            row.kind === 'coordinator'
              ? '–'
              : row.limitOre === null
                ? words.noLimit
                : kronor(BigInt(row.limitOre), lang),
        },
        { head: any.from, class: 'nowrap', cell: (row) => spanText(row.validFrom, row.validTo, lang) },
      ]}
    />
  )
}
