// A workbook with real numbers, dates and times, a bold header that stays in view and columns wide enough to read.
// Text is always text: the writer is only ever told of strings, numbers and dates, so no cell can hold a formula.

import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { refuse } from '#basics/refusal'
import { projectRoot } from '../db/project-root.ts'
import { scaledText, typedCell } from './table.ts'
import type { Column, ColumnKind, Table, TypedCell } from './table.ts'
import type { PlainCell, PlainColumn, PlainSheet } from './xlsx-thread.ts'

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Most cells in one workbook; beyond this it takes minutes to open, and the CSV file serves better. */
export const MAX_WORKBOOK_CELLS = 1_000_000

const ROWS_AT_A_TIME = 1000
const WRITE_MS = 120_000

export async function toXlsx(table: Table): Promise<Uint8Array> {
  if (table.columns.length * (table.rows.length + 1) > MAX_WORKBOOK_CELLS) refuseTooLarge()
  const rows: PlainCell[][] = []
  for (let from = 0; from < table.rows.length; from += ROWS_AT_A_TIME) {
    if (from > 0) await setImmediate()
    for (const row of table.rows.slice(from, from + ROWS_AT_A_TIME))
      rows.push(table.columns.map((column) => plainCell(typedCell(column, row[column.key]))))
  }
  const columns = table.columns.map((column, index) => plainColumn(column, table, rows, index))
  return writeApart({ name: sheetName(table.title ?? 'Tabell'), columns, rows })
}

const DAY_ZERO = Temporal.PlainDate.from('1899-12-30')
/** Spreadsheets count a 29 February 1900 that never was; from here on all of them agree. */
const FIRST_SAFE_DAY = 61
/** Digits a spreadsheet keeps; a longer number would be rounded without a word. */
const SAFE_INTEGER = 10n ** 15n

function plainCell(cell: TypedCell): PlainCell {
  switch (cell.is) {
    case 'empty':
      return null
    case 'text':
      return workbookText(cell.text)
    case 'number':
      return typeof cell.value === 'number' || isSafe(cell.value) ? Number(cell.value) : cell.value.toString()
    case 'date':
      return dayNumber(cell.date) ?? cell.date.toString()
    case 'localTime': {
      const day = dayNumber(cell.at.toPlainDate())
      const seconds = cell.at.hour * 3600 + cell.at.minute * 60 + cell.at.second
      return day === undefined ? cell.at.toString() : day + seconds / 86_400
    }
    case 'scaled':
      return isSafe(cell.value) ? Number(cell.value) / 10 ** cell.decimals : scaledText(cell.value, cell.decimals, ',')
  }
}

function isSafe(value: bigint): boolean {
  return value < SAFE_INTEGER && value > -SAFE_INTEGER
}

function dayNumber(date: Temporal.PlainDate): number | undefined {
  const day = DAY_ZERO.until(date, { largestUnit: 'day' }).days
  return day >= FIRST_SAFE_DAY && date.year <= 9999 ? day : undefined
}

const MAX_TEXT = 32_767
const CUT = ' … (avkortat)'

/**
 * A text as the workbook keeps it. `_x0041_` in a workbook means A, so a text that happens to look so has its first
 * sign written that way; control characters, which XML cannot hold, are left out; the longest texts are cut.
 */
export function workbookText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  const fitting = clean.length > MAX_TEXT ? clean.slice(0, MAX_TEXT - CUT.length).toWellFormed() + CUT : clean
  // The writer looks texts up in a plain object and would take `constructor` for one it has seen.
  if (!(fitting in {})) return fitting
  return `_x${fitting.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${fitting.slice(1)}`
}

const LEAST_WIDTH: Record<ColumnKind, number> = {
  text: 10,
  number: 10,
  date: 12,
  instant: 17,
  amountOre: 14,
  quantity: 10,
}
const MOST_WIDTH = 60

function plainColumn(column: Column, table: Table, rows: readonly PlainCell[][], index: number): PlainColumn {
  let longest = column.title.length
  if (column.kind === 'text')
    for (const row of rows)
      longest = Math.max(
        longest,
        ...String(row[index] ?? '')
          .split('\n', 50)
          .map((part) => part.length),
      )
  const width = column.width ?? Math.min(Math.max(longest + 2, LEAST_WIDTH[column.kind]), MOST_WIDTH)
  const is = column.kind === 'text' ? 'text' : column.kind === 'date' || column.kind === 'instant' ? 'day' : 'number'
  return {
    title: workbookText(column.title),
    is,
    format: formatOf(column, table),
    width,
    wraps: column.kind === 'text' && longest > width,
  }
}

function formatOf(column: Column, table: Table): string | undefined {
  switch (column.kind) {
    case 'text':
      return '@'
    case 'number':
      return undefined
    case 'date':
      return 'yyyy-mm-dd'
    case 'instant':
      return 'yyyy-mm-dd hh:mm'
    case 'amountOre':
      return '#,##0.00'
    case 'quantity': {
      // As many decimals as the most precise row, so that the commas stand under each other.
      let decimals = 0
      for (const row of table.rows) {
        const value = row[column.key]
        if (typeof value !== 'bigint') continue
        while (decimals < 3 && value % 10n ** BigInt(3 - decimals) !== 0n) decimals++
      }
      return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
    }
  }
}

/** At most 31 signs, none of those a workbook refuses in the name of a sheet. */
function sheetName(title: string): string {
  const clean = workbookText(title)
    .replace(/[[\]/\\:*?\n\t]/g, ' ')
    .replace(/\s+/g, ' ')
  return (
    clean
      .slice(0, 31)
      .toWellFormed()
      .replace(/^[' ]+|[' ]+$/g, '') || 'Tabell'
  )
}

/** Packing a large workbook takes seconds of computing; a thread of its own keeps the requests moving. */
function writeApart(sheet: PlainSheet): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(projectRoot(), 'platform', 'spreadsheet', 'xlsx-thread.ts'), {
      workerData: sheet,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    const timer = setTimeout(() => void worker.terminate(), WRITE_MS)
    worker.once('message', (workbook: Uint8Array) => resolve(workbook))
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The workbook was not written (${code})`))
    })
  })
}

function refuseTooLarge(): never {
  return refuse({
    code: 'workbook_too_large',
    status: 422,
    sv: 'Urvalet är för stort för en Excelfil. Hämta det som CSV, eller välj färre rader eller kolumner.',
    en: 'The selection is too large for an Excel file. Fetch it as CSV, or choose fewer rows or columns.',
  })
}
