// CSV as a Swedish spreadsheet program opens it by a double click: UTF-8 with byte-order mark, semicolon, decimal
// comma, dates as ISO 8601. Text that a spreadsheet would run as a formula gets an apostrophe first (trust.md C7).

import { setImmediate } from 'node:timers/promises'
import { scaledText, typedCell } from './table.ts'
import type { Column, Table, TypedCell } from './table.ts'

export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8; header=present'

const BYTE_ORDER_MARK = '\ufeff'
const LINE_END = '\r\n'
/** Rows written before other work gets its turn. */
const ROWS_AT_A_TIME = 1000

export async function toCsv(table: Table): Promise<Uint8Array> {
  const pieces = [BYTE_ORDER_MARK + line(table.columns.map((column) => quoted(protectedText(column.title))))]
  for (let from = 0; from < table.rows.length; from += ROWS_AT_A_TIME) {
    if (from > 0) await setImmediate()
    let piece = ''
    for (const row of table.rows.slice(from, from + ROWS_AT_A_TIME))
      piece += line(table.columns.map((column) => field(column, typedCell(column, row[column.key]))))
    pieces.push(piece)
  }
  return Buffer.from(pieces.join(''), 'utf8')
}

function line(fields: readonly string[]): string {
  return fields.join(';') + LINE_END
}

function field(column: Column, cell: TypedCell): string {
  switch (cell.is) {
    case 'empty':
      return ''
    case 'text':
      return quoted(protectedText(cell.text))
    case 'number':
      return decimalText(cell.value)
    case 'date':
      return cell.date.toString()
    case 'localTime':
      // A space instead of the T of ISO 8601: spreadsheets read the one as a time and the other as a text.
      return cell.at.toString({ smallestUnit: 'second' }).replace('T', ' ')
    case 'scaled': {
      const text = scaledText(cell.value, cell.decimals, ',')
      return column.kind === 'quantity' ? text.replace(/,?0+$/, '') : text
    }
  }
}

/** RFC 4180: a field with a delimiter, quote or line end stands in quotes, with quotes doubled. */
function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function decimalText(value: number | bigint): string {
  const text = value.toString()
  if (!text.includes('e')) return text.replace('.', ',')
  return new Intl.NumberFormat('sv-SE', { useGrouping: false, maximumFractionDigits: 20 })
    .format(value)
    .replace('\u2212', '-')
}

// A spreadsheet runs what begins with one of these, also in full width, after spaces, or after quotes it strips.
const RUNS_AS_FORMULA = /^[\s"'\u200b\ufeff]*[=+\-@＝＋－＠]|^'*[\t\r\n]/

/** The text as it must stand in a CSV file so that no spreadsheet runs it; `unprotectedText` gives it back. */
export function protectedText(text: string): string {
  return RUNS_AS_FORMULA.test(text) ? `'${text}` : text
}

/** What was stored, from a CSV file of ours: every text survives the way out and in again. */
export function unprotectedText(text: string): string {
  return text.startsWith("'") && RUNS_AS_FORMULA.test(text.slice(1)) ? text.slice(1) : text
}
