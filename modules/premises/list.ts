// The register of properties: what a row shows, what it is sorted and narrowed by.
import { sql } from 'kysely'
import { unitsBeneath } from '#organisation'
import type { Register } from '#platform/register'
import { dayFilter } from '#platform/register'
import { idsFound } from '#platform/search/keep-index'
import { notStated } from './premises.ts'
import type { ListedProperty } from './queries.ts'
import { propertyRows, stands } from './queries.ts'
import { propertiesHolding } from './search.ts'
import { premisesText } from './text.ts'

const { sv, en } = premisesText
const words = (key: keyof typeof sv) => ({ sv: sv[key], en: en[key] })

export const propertyRegister: Register<ListedProperty> = {
  path: '/fastigheter',
  access: 'premises.read',
  title: words('title'),
  list: {
    key: 'properties',
    columns: [
      { key: 'name', label: words('name'), kind: 'text', value: (row) => row.name, sort: 'name' },
      {
        key: 'designation',
        label: words('designation'),
        kind: 'text',
        value: (row) => (row.designation === notStated ? null : row.designation),
      },
      { key: 'manager', label: words('manager'), kind: 'text', value: (row) => row.manager },
      { key: 'buildings', label: words('buildings'), kind: 'number', value: (row) => row.buildings },
      { key: 'rooms', label: words('rooms'), kind: 'number', value: (row) => row.rooms },
      { key: 'from', label: words('from'), kind: 'date', value: (row) => row.valid_from, extra: true },
      { key: 'to', label: words('to'), kind: 'date', value: (row) => row.valid_to, extra: true },
    ],
    sorts: { name: { label: words('name'), by: { column: 'p.sort_name', of: (row) => row.sort_name } } },
    defaultSort: 'name',
    filters: [
      { key: 'sok', label: words('search') },
      { key: 'forvaltare', label: words('manager'), reads: 'id' },
      { key: 'avslutade', label: words('ended'), options: [{ value: 'ja', label: words('onlyEnded') }] },
      dayFilter,
    ],
    tieBreak: { column: 'p.property_id', of: (row) => row.property_id },
  },
  async query(view, { filters }, on) {
    const one = (key: string): string | undefined => filters[key]?.[0]
    let query = propertyRows(view, on)
    query = one('avslutade') === 'ja' ? query.where('p.valid_to', '<=', on) : query.where(stands(on))
    const [typed, unitId] = [one('sok'), one('forvaltare')]
    if (typed) {
      const holding = await propertiesHolding(view, {
        property: await idsFound(view, 'property', typed),
        building: await idsFound(view, 'building', typed),
        room: await idsFound(view, 'room', typed),
      })
      query = query.where(sql<boolean>`p.property_id = any (${[...holding]}::uuid[])`)
    }
    if (unitId)
      query = query.where(
        sql<boolean>`p.manager_unit_id = any (${[...(await unitsBeneath(view, unitId, on))]}::uuid[])`,
      )
    return query
  },
}
