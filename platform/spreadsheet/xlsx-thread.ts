// The thread that packs one workbook and ends. It gets plain cells whose kind is already decided by their column.

import { parentPort, workerData } from 'node:worker_threads'
import writeExcelFile from 'write-excel-file/node'
import type { CellObject } from 'write-excel-file/node'

/** What crosses to the writing thread: text, number, or the days since 1899-12-30 that a workbook calls a date. */
export type PlainCell = string | number | null
export interface PlainColumn {
  readonly title: string
  readonly is: 'text' | 'number' | 'day'
  readonly format: string | undefined
  readonly width: number
  readonly wraps: boolean
}
export interface PlainSheet {
  readonly name: string
  readonly columns: readonly PlainColumn[]
  readonly rows: readonly (readonly PlainCell[])[]
}

const DAY_MS = 86_400_000
/** Days between the zero of workbooks (1899-12-30) and that of clocks (1970-01-01). */
const DAYS_BEFORE_1970 = 25_569

function head(column: PlainColumn): CellObject {
  return {
    type: String,
    value: column.title,
    format: '@',
    fontWeight: 'bold',
    wrap: true,
    align: column.is === 'number' ? 'right' : 'left',
    alignVertical: 'bottom',
    backgroundColor: '#e9edf0',
    bottomBorderStyle: 'thin',
    bottomBorderColor: '#525a61',
  }
}

function cell(column: PlainColumn, value: PlainCell): CellObject | null {
  if (value === null) return null
  const format = column.format === undefined ? {} : { format: column.format }
  if (typeof value === 'string') {
    return { type: String, value, format: '@', alignVertical: 'top', ...(column.wraps ? { wrap: true } : {}) }
  }
  if (column.is !== 'day') return { type: Number, value, alignVertical: 'top', ...format }
  const date = new Date(Math.round((value - DAYS_BEFORE_1970) * DAY_MS))
  return { type: Date, value: date, alignVertical: 'top', align: 'left', ...format }
}

const { name, columns, rows } = workerData as PlainSheet
const data = [columns.map(head), ...rows.map((row) => columns.map((column, index) => cell(column, row[index] ?? null)))]
const workbook = await writeExcelFile(data, {
  sheet: name,
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  orientation: 'landscape',
}).toBuffer()
const bytes = Uint8Array.from(workbook)
parentPort?.postMessage(bytes, [bytes.buffer])
