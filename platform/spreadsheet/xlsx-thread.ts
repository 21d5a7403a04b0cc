// The thread that packs one workbook and ends. It gets plain cells whose kind is already decided by their column.

import { parentPort, workerData } from 'node:worker_threads'
import writeExcelFile from 'write-excel-file/node'
import type { CellObject } from 'write-excel-file/node'
import type { PlainCell, PlainColumn, PlainSheet } from './xlsx.ts'

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
