// The rows of a list as a file: the same filters and columns, every row, with real numbers and dates.
import { localDate } from '#basics/dates'
import type { DownloadPage, Visit } from '#platform/http/site'
import type { View } from '#platform/act'
import { CSV_MEDIA_TYPE, toCsv } from '#platform/spreadsheet/csv'
import type { Table } from '#platform/spreadsheet/table'
import { toXlsx, XLSX_MEDIA_TYPE } from '#platform/spreadsheet/xlsx'
import { deskRows, foundCases } from '../desk-queries.ts'
import { deskText } from './desk-text.ts'
import { columnsInFile, deskPaths, readDeskList } from './queue-state.ts'
import type { DeskListName } from './queue-state.ts'
import { plainValue } from './queue-table.tsx'

const access: Readonly<Record<DeskListName, string>> = { queue: 'case.queue', cases: 'case.list' }
const words = new Set(['kind', 'state', 'promise', 'priority', 'channel'])

export function exportPages(which: DeskListName): DownloadPage[] {
  const name = (view: View, visit: Visit, ending: string): string =>
    `${deskText[visit.lang].fileNames[which]}-${localDate(view.now).toString()}.${ending}`
  return [
    {
      path: `${deskPaths[which]}/rader.csv`,
      access: access[which],
      make: async (view, visit) => ({
        name: name(view, visit, 'csv'),
        type: CSV_MEDIA_TYPE,
        bytes: await toCsv(await tableOf(view, visit, which)),
      }),
    },
    {
      path: `${deskPaths[which]}/rader.xlsx`,
      access: access[which],
      make: async (view, visit) => ({
        name: name(view, visit, 'xlsx'),
        type: XLSX_MEDIA_TYPE,
        bytes: await toXlsx(await tableOf(view, visit, which)),
      }),
    },
  ]
}

async function tableOf(view: View, visit: Visit, which: DeskListName): Promise<Table> {
  const shown = readDeskList(which, visit.query)
  const rows = await deskRows(view, which, shown.state, await foundCases(view, shown.search))
  const columns = columnsInFile(shown)
  return {
    title: deskText[visit.lang].sheetNames[which],
    columns: columns.map(({ key, label, kind }) => ({ key, title: label[visit.lang], kind })),
    rows: rows.map((row) =>
      Object.fromEntries(
        columns.map((column) => [
          column.key,
          words.has(column.key) ? plainValue(column.key, row, visit.lang) : column.value(row),
        ]),
      ),
    ),
  }
}
