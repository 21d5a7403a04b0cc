// The design page: tables that become cards, the empty table, the wide one.

import { DataTable, Empty, Figure, UseShare, type Column, type Lang } from '../ui/index.ts'
import { Example } from './example.tsx'
import { words } from './text.ts'

interface AgreementRow {
  readonly service: string
  readonly price: string
  readonly agreed: string
  readonly used: string
  readonly share: number
  readonly over?: boolean
  readonly cost: string
}

const agreements: readonly AgreementRow[] = [
  { service: 'Vaktmästeri', price: '360 kr per timme', agreed: '400 tim', used: '264', share: 0.66, cost: '95 040 kr' },
  {
    service: 'Kopiering och tryck',
    price: '0,25 kr per sida',
    agreed: '120 000 sidor',
    used: '91 200',
    share: 0.76,
    over: true,
    cost: '22 800 kr',
  },
]

export function Cards({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  const a = w.agreement
  const table: readonly Column<AgreementRow>[] = [
    {
      head: a.service,
      rowHead: true,
      cell: (row) => (
        <>
          {row.service}
          <span class="sub1">{row.price}</span>
        </>
      ),
    },
    { head: a.agreed, number: true, cell: (row) => row.agreed },
    { head: a.used, number: true, cell: (row) => <Figure href="#innehall">{row.used}</Figure> },
    {
      head: a.share,
      cell: (row) => (
        <UseShare
          share={row.share}
          text={`${Math.round(row.share * 100)} %`}
          overPace={row.over ? a.over : undefined}
        />
      ),
    },
    { head: a.cost, number: true, sum: '117 840 kr', cell: (row) => <Figure href="#innehall">{row.cost}</Figure> },
  ]
  return (
    <Example title={w.cards}>
      <DataTable
        lang={lang}
        caption={a.caption}
        captionShown
        look="cards"
        columns={table}
        rows={agreements}
        sum
        partial
      />
      <div class="mt5">
        <DataTable
          lang={lang}
          caption={`${a.caption}, 2013`}
          columns={table}
          rows={[]}
          empty={<Empty title={w.empty} />}
        />
      </div>
    </Example>
  )
}

interface MonthRow {
  readonly what: string
  readonly months: readonly string[]
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

export function Wide({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  const table: readonly Column<MonthRow>[] = [
    { head: w.queue.service, rowHead: true, cell: (row) => row.what },
    ...months.map((head, i) => ({ head, number: true, cell: (row: MonthRow) => row.months[i] })),
  ]
  return (
    <Example title={w.wide}>
      <DataTable
        lang={lang}
        caption={w.wide}
        columns={table}
        rows={[
          { what: 'Vaktmästeri', months: months.map((_, i) => String(132 + ((i * 37) % 41))) },
          { what: 'Post och paket', months: months.map((_, i) => String(58 + ((i * 23) % 29))) },
        ]}
      />
    </Example>
  )
}
