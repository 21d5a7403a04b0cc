// The rows of the same lists as a file: the same search and filters, every row, with real numbers and dates.
import type { View } from '#platform/act'
import type { DownloadPage, Visit } from '#platform/http/site'
import { CSV_MEDIA_TYPE, toCsv } from '#platform/spreadsheet/csv'
import type { Table } from '#platform/spreadsheet/table'
import { toXlsx, XLSX_MEDIA_TYPE } from '#platform/spreadsheet/xlsx'
import { caseList } from '../list.ts'
import { portalRows } from '../portal-queries.ts'
import type { PortalList } from '../portal-queries.ts'
import { kindWords } from '../words.ts'
import { stateName } from './case-marks.tsx'
import { paths, readShown } from './mine-state.ts'
import { portalText } from './portal-text.ts'

export const mineFiles: readonly DownloadPage[] = (['mine', 'customers'] as const).flatMap((which) =>
  (['csv', 'xlsx'] as const).map((ending) => ({
    path: `${paths[which]}/rader.${ending}`,
    access: 'case.list',
    async make(view: View, visit: Visit) {
      const table = await tableOf(view, visit, which)
      return {
        name: `${portalText[visit.lang].file[which]}-${view.today.toString()}.${ending}`,
        ...(ending === 'csv'
          ? { type: CSV_MEDIA_TYPE, bytes: await toCsv(table) }
          : { type: XLSX_MEDIA_TYPE, bytes: await toXlsx(table) }),
      }
    },
  })),
)

const inFile = [
  'number',
  'title',
  'kind',
  'service',
  'customer',
  'requester',
  'place',
  'state',
  'due',
  'received',
  'done',
  'cost',
]

async function tableOf(view: View, visit: Visit, which: PortalList): Promise<Table> {
  const { lang } = visit
  const shown = readShown(which, visit.query)
  const rows = await portalRows(view, which, shown.state, shown.search)
  const columns = caseList.columns.filter((column) => inFile.includes(column.key))
  return {
    title: portalText[lang].titles[which],
    columns: columns.map(({ key, label, kind }) => ({ key, title: label[lang], kind })),
    rows: rows.map((row) => ({
      ...Object.fromEntries(columns.map((column) => [column.key, column.value(row)])),
      kind: kindWords[row.kind][lang],
      state: stateName(lang, row.state, row.waiting_for),
    })),
  }
}
