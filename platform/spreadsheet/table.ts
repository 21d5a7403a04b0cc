// A table on its way out of the house, to a CSV file or a workbook. The kind of a cell comes from its column, never
// from what the text looks like, so a number is a number, a date a date, and nothing a person wrote becomes a formula.

import { ZONE } from '#basics/dates'

/** `amountOre`: öre as bigint, shown as kronor. `quantity`: thousandths as bigint. `instant`: shown in local time. */
export type ColumnKind = 'text' | 'number' | 'date' | 'instant' | 'amountOre' | 'quantity'

export interface Column {
  readonly key: string
  readonly title: string
  readonly kind: ColumnKind
  /** In characters, for the workbook; fitted to the content when left out. */
  readonly width?: number
}

export type Cell = string | number | bigint | Temporal.PlainDate | Temporal.Instant | null | undefined
export type Row = Readonly<Record<string, Cell>>

export interface Table {
  /** Name of the sheet in a workbook. */
  readonly title?: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** A cell that its column's kind has been checked against. */
export type TypedCell =
  | { readonly is: 'empty' }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly value: number | bigint }
  | { readonly is: 'date'; readonly date: Temporal.PlainDate }
  | { readonly is: 'localTime'; readonly at: Temporal.PlainDateTime }
  | { readonly is: 'scaled'; readonly value: bigint; readonly decimals: 2 | 3 }

const EMPTY: TypedCell = { is: 'empty' }

/** Throws when the value does not belong in the column: that is a fault in the program, not in what somebody wrote. */
export function typedCell(column: Column, value: Cell): TypedCell {
  if (value === null || value === undefined) return EMPTY
  switch (column.kind) {
    case 'text':
      return value === '' ? EMPTY : { is: 'text', text: String(value).toWellFormed() }
    case 'number':
      if (typeof value === 'bigint') return { is: 'number', value }
      if (typeof value === 'number') return Number.isFinite(value) ? { is: 'number', value } : EMPTY
      break
    case 'date':
      if (value instanceof Temporal.PlainDate) return { is: 'date', date: value }
      break
    case 'instant':
      if (value instanceof Temporal.Instant)
        return { is: 'localTime', at: value.toZonedDateTimeISO(ZONE).toPlainDateTime().round('second') }
      break
    case 'amountOre':
      if (typeof value === 'bigint') return { is: 'scaled', value, decimals: 2 }
      break
    case 'quantity':
      if (typeof value === 'bigint') return { is: 'scaled', value, decimals: 3 }
      break
  }
  throw new TypeError(`Column ${column.key} is ${column.kind} and cannot hold a ${typeof value}`)
}

/** Exact decimal text of an integer scaled by a power of ten; `comma` is the decimal sign. */
export function scaledText(value: bigint, decimals: number, comma: string): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}${comma}${digits.slice(-decimals)}`
}
