// The list of wishes as a file, with the filters of the page.
import { localDate } from '#basics/dates'
import type { View } from '#platform/act'
import { readState } from '#platform/list'
import type { DownloadPage, Visit } from '#platform/http/site'
import { CSV_MEDIA_TYPE, toCsv } from '#platform/spreadsheet/csv'
import type { Table } from '#platform/spreadsheet/table'
import { toXlsx, XLSX_MEDIA_TYPE } from '#platform/spreadsheet/xlsx'
import { allListedNeeds, needList } from '../needs/queries.ts'
import { catalogueText } from '../text.ts'
import { path } from './need-state.tsx'

const file = (ending: 'csv' | 'xlsx'): DownloadPage => ({
  path: `${path}/rader.${ending}`,
  access: 'catalogue.read',
  async make(view, visit) {
    const table = await tableOf(view, visit)
    const name = `${catalogueText[visit.lang].needs.file}-${localDate(view.now)}.${ending}`
    return ending === 'csv'
      ? { name, type: CSV_MEDIA_TYPE, bytes: await toCsv(table) }
      : { name, type: XLSX_MEDIA_TYPE, bytes: await toXlsx(table) }
  },
})

export const needFiles: readonly DownloadPage[] = [file('csv'), file('xlsx')]

async function tableOf(view: View, visit: Visit): Promise<Table> {
  const { lang } = visit
  const words = catalogueText[lang].needs
  const rows = await allListedNeeds(view, readState(needList, visit.query))
  return {
    title: words.title,
    columns: needList.columns.map(({ key, label, kind }) => ({ key, title: label[lang], kind })),
    rows: rows.map((row) => ({
      ...Object.fromEntries(needList.columns.map((column) => [column.key, column.value(row)])),
      area: lang === 'en' ? row.area_en : row.area_sv,
      state: words.states[row.state],
    })),
  }
}
