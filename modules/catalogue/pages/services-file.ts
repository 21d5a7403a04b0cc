// The list of services as a file, with the filters of the page.
import { localDate } from '#basics/dates'
import type { View } from '#platform/act'
import { readState } from '#platform/list'
import type { DownloadPage, Visit } from '#platform/http/site'
import { CSV_MEDIA_TYPE, toCsv } from '#platform/spreadsheet/csv'
import type { Table } from '#platform/spreadsheet/table'
import { toXlsx, XLSX_MEDIA_TYPE } from '#platform/spreadsheet/xlsx'
import { allListedServices, serviceList } from '../queries.ts'
import { catalogueText } from '../text.ts'
import { path } from './services-path.ts'

const file = (ending: 'csv' | 'xlsx'): DownloadPage => ({
  path: `${path}/rader.${ending}`,
  access: 'catalogue.read',
  async make(view, visit) {
    const table = await tableOf(view, visit)
    const name = `${catalogueText[visit.lang].services.file}-${localDate(view.now)}.${ending}`
    return ending === 'csv'
      ? { name, type: CSV_MEDIA_TYPE, bytes: await toCsv(table) }
      : { name, type: XLSX_MEDIA_TYPE, bytes: await toXlsx(table) }
  },
})

export const serviceFiles: readonly DownloadPage[] = [file('csv'), file('xlsx')]

async function tableOf(view: View, visit: Visit): Promise<Table> {
  const { lang } = visit
  const all = catalogueText[lang]
  const rows = await allListedServices(view, readState(serviceList, visit.query))
  return {
    title: all.services.title,
    columns: serviceList.columns.map(({ key, label, kind }) => ({ key, title: label[lang], kind })),
    rows: rows.map((row) => ({
      ...Object.fromEntries(serviceList.columns.map((column) => [column.key, column.value(row)])),
      name: lang === 'en' ? (row.name_en ?? row.name_sv) : row.name_sv,
      area: lang === 'en' ? row.area_en : row.area_sv,
      state: all.states[row.state],
    })),
  }
}
