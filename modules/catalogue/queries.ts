// Reads of areas and services. Every read takes a day. A service is shown to whoever may have it, and to those who work in
// the office; a draft is no service yet.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import type { View } from '#platform/act'
import type { ListDefinition, ListPage, ListState } from '#platform/list'
import { fetchAll, fetchPage } from '#platform/list'
import type { Area, ServiceRow, Similar } from './contract.ts'
import { serviceColumns } from './list-services.ts'
import type { ListedService } from './list-services.ts'
import { earlierCommitment, isOrderable, obligations, serviceKinds, serviceStates } from './service.ts'
import type { ServiceState } from './service.ts'
import { alike, likeness } from './similar.ts'
import type { Audience } from './viewer.ts'
import { audienceOf } from './viewer.ts'

type PlainDate = Temporal.PlainDate

/** The published services of a day as a subquery named s, with the state of that day computed as service.ts does. */
export function publishedOn(view: View, date: PlainDate, audience: Audience) {
  return view.tx.selectFrom((q) =>
    q
      .selectFrom('catalogue.service as h')
      .innerJoin('catalogue.area as a', (join) =>
        join.onRef('a.tenant_id', '=', 'h.tenant_id').onRef('a.area_id', '=', 'h.area_id'),
      )
      .innerJoin('catalogue.service_version as v', (join) =>
        join
          .onRef('v.tenant_id', '=', 'h.tenant_id')
          .onRef('v.service_id', '=', 'h.service_id')
          .on('v.published_at', 'is not', null)
          .on((w) => w.or([w('v.valid_from', 'is', null), w('v.valid_from', '<=', date)]))
          .on((w) => w.or([w('v.valid_to', 'is', null), w('v.valid_to', '>', date)])),
      )
      .leftJoin('catalogue.service_provider as p', (join) =>
        join
          .onRef('p.tenant_id', '=', 'h.tenant_id')
          .onRef('p.service_id', '=', 'h.service_id')
          .on('p.valid_from', '<=', date)
          .on((w) => w.or([w('p.valid_to', 'is', null), w('p.valid_to', '>', date)])),
      )
      .leftJoin('organisation.unit_placement as u', (join) =>
        join
          .onRef('u.tenant_id', '=', 'p.tenant_id')
          .onRef('u.unit_id', '=', 'p.unit_id')
          .on('u.valid_from', '<=', date)
          .on((w) => w.or([w('u.valid_to', 'is', null), w('u.valid_to', '>', date)])),
      )
      .leftJoin('organisation.person as o', (join) =>
        join.onRef('o.tenant_id', '=', 'v.tenant_id').onRef('o.person_id', '=', 'v.owner_person_id'),
      )
      .where('a.valid_from', '<=', date)
      .where((w) => w.or([w('a.valid_to', 'is', null), w('a.valid_to', '>', date)]))
      .where(mayHave(audience))
      .select([
        'h.service_id',
        'h.code',
        'h.area_id',
        'h.synonyms',
        'h.origin',
        'a.code as area_code',
        'a.name_sv as area_sv',
        'a.name_en as area_en',
        'v.version_no',
        'v.name_sv',
        'v.name_en',
        'v.kind',
        'v.obligation',
        'v.standard',
        'v.basic',
        'v.content',
        'p.unit_id',
        'u.name as unit_name',
      ])
      .select(computed(date))
      .as('s'),
  )
}

/** What follows from several rows: sorted as Swedes sort, the state of the day, the latest review's day, the ways in. */
function computed(date: PlainDate) {
  const on = sql<PlainDate>`${date}::date`
  return [
    sql<string>`translate(lower(v.name_sv), 'åäöéü', '{|}eu')`.as('sort_name'),
    sql<string | null>`coalesce(o.name, v.owner_title)`.as('owner'),
    sql<ServiceState>`case when h.ends_on <= ${on} then 'ended'
      when v.state = 'planned' and (h.starts_on is null or h.starts_on > ${on}) then 'planned'
      when h.ending_from <= ${on} then 'ending' else 'active' end`.as('state'),
    sql<PlainDate | null>`coalesce((select r.next_review_on from catalogue.review r
      where r.tenant_id = h.tenant_id and r.service_id = h.service_id and r.reviewed_on <= ${on} and r.next_review_on is not null
      order by r.reviewed_on desc, r.review_id desc limit 1), v.review_on)`.as('review_on'),
    sql<bigint>`(select count(*) from catalogue.request_type t where t.tenant_id = h.tenant_id and t.service_id = h.service_id
      and t.valid_from <= ${on} and (t.valid_to is null or t.valid_to > ${on}))`.as('request_types'),
  ] as const
}

/** Nobody named: every customer may (HS-012, HS-119). */
function mayHave(audience: Audience) {
  if (audience.everything) return sql<boolean>`true`
  const ids = audience.all.map((one) => one.customerId)
  const types = audience.all.map((one) => one.customerType)
  return sql<boolean>`(not exists (select from catalogue.eligibility e where e.tenant_id = h.tenant_id and e.service_id = h.service_id)
    or exists (select from catalogue.eligibility e where e.tenant_id = h.tenant_id and e.service_id = h.service_id
      and (e.customer_id = any (${ids}::uuid[]) or e.customer_type = any (${types}::text[]))))`
}

export const serviceList: ListDefinition<ListedService> = {
  key: 'services',
  columns: serviceColumns,
  sorts: {
    name: { label: { sv: 'Namn', en: 'Name' }, by: { column: 's.sort_name', of: (row) => row.sort_name } },
    code: { label: { sv: 'Kod', en: 'Code' }, by: { column: 's.code', of: (row) => row.code } },
    review: {
      label: { sv: 'Översyn', en: 'Review' },
      by: { column: 's.review_on', nullable: true, of: (row) => row.review_on },
    },
  },
  defaultSort: 'name',
  filters: [
    { key: 'area', label: { sv: 'Område', en: 'Area' } },
    {
      key: 'state',
      label: { sv: 'Läge', en: 'State' },
      many: true,
      options: serviceStates.map((value) => ({ value, label: { sv: value, en: value } })),
    },
    {
      key: 'kind',
      label: { sv: 'Slag', en: 'Kind' },
      options: serviceKinds.map((value) => ({ value, label: { sv: value, en: value } })),
    },
    {
      key: 'obligation',
      label: { sv: 'Åtagande', en: 'Obligation' },
      options: obligations.map((value) => ({ value, label: { sv: value, en: value } })),
    },
    { key: 'standard', label: { sv: 'Standard', en: 'Standard' } },
    { key: 'unit', label: { sv: 'Utförare', en: 'Provider' } },
  ],
  tieBreak: { column: 's.service_id', of: (row) => row.service_id },
}

/** What has ended is left out unless asked for. */
function filtered(view: View, state: ListState, date: PlainDate, audience: Audience) {
  const { filters } = state
  const states = filters['state'] ?? serviceStates.filter((one) => one !== 'ended')
  let query = publishedOn(view, date, audience)
    .selectAll('s')
    .where('s.state', 'in', states as ServiceState[])
  const area = filters['area']?.[0]
  if (area) query = query.where('s.area_code', '=', area)
  for (const key of ['kind', 'obligation', 'standard'] as const) {
    const wanted = filters[key]?.[0]
    if (wanted) query = query.where(`s.${key}`, '=', wanted as never)
  }
  const unit = filters['unit']?.[0]
  if (!unit) return query
  return isId(unit) ? query.where('s.unit_id', '=', unit) : query.where(sql<boolean>`false`)
}

export async function listServices(
  view: View,
  state: ListState,
  date: PlainDate = view.today,
): Promise<ListPage<ServiceRow>> {
  const page = await fetchPage(view.tx, serviceList, state, filtered(view, state, date, await audienceOf(view, date)))
  return { ...page, rows: page.rows.map(asServiceRow) }
}

export async function allListedServices(
  view: View,
  state: ListState,
  date: PlainDate = view.today,
): Promise<readonly ListedService[]> {
  return fetchAll(serviceList, state, filtered(view, state, date, await audienceOf(view, date)))
}

/** Every service of the day that the viewer's customer may have, by name; of one area when told. */
export async function servicesFor(
  view: View,
  { areaId, date = view.today }: { areaId?: Id; date?: PlainDate } = {},
): Promise<readonly ServiceRow[]> {
  let query = publishedOn(view, date, await audienceOf(view, date))
    .selectAll('s')
    .where('s.state', '<>', 'ended')
  if (areaId) query = query.where('s.area_id', '=', areaId)
  const rows = await query.orderBy('s.sort_name').orderBy('s.service_id').limit(2000).execute()
  return rows.map(asServiceRow)
}

export async function servicesByIds(
  view: View,
  ids: readonly Id[],
  date: PlainDate = view.today,
): Promise<ReadonlyMap<Id, ServiceRow>> {
  if (ids.length === 0) return new Map()
  const rows = await publishedOn(view, date, await audienceOf(view, date))
    .selectAll('s')
    .where('s.service_id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.service_id, asServiceRow(row)]))
}

export function asServiceRow(row: ListedService): ServiceRow {
  return {
    serviceId: row.service_id,
    code: row.code,
    name: { sv: row.name_sv, en: row.name_en ?? row.name_sv },
    areaId: row.area_id,
    areaCode: row.area_code,
    areaName: { sv: row.area_sv, en: row.area_en },
    state: row.state,
    kind: row.kind,
    obligation: row.obligation,
    standard: row.standard,
    basic: row.basic,
    content: row.content,
    providerUnit: row.unit_name,
    ownerTitle: row.owner,
    reviewOn: row.review_on?.toString() ?? null,
    orderable: isOrderable(row.state) && row.request_types > 0n,
    requestTypes: Number(row.request_types),
    origin: row.origin,
  }
}

/** The areas of a day in their order, each with what the viewer sees in it, or what was promised before (TY-073). */
export async function areasOn(view: View, date: PlainDate = view.today): Promise<readonly Area[]> {
  const services = await servicesFor(view, { date })
  const count = new Map([...Map.groupBy(services, (one) => one.areaId)].map(([id, some]) => [id, some.length]))
  const published = await areasWithPublished(view, date)
  const commitments = await view.tx
    .selectFrom('catalogue.commitment')
    .selectAll()
    .where('valid_from', '<=', date)
    .execute()
  const rows = await areaRows(view, date)
  return rows.map((row) => {
    const own = commitments
      .filter((one) => one.area_id === row.area_id)
      .map((one) => ({ ...one, validFrom: one.valid_from, validTo: one.valid_to }))
    const earlier = earlierCommitment(own, published.has(row.area_id), date)
    return {
      areaId: row.area_id,
      code: row.code,
      name: { sv: row.name_sv, en: row.name_en },
      lead: row.lead,
      mode: row.mode,
      owner: row.owner_person_id === null ? null : { personId: row.owner_person_id, name: row.owner_name ?? '' },
      ownerUnit: row.owner_unit_id === null ? null : { unitId: row.owner_unit_id, name: row.owner_unit ?? '' },
      validFrom: row.valid_from.toString(),
      validTo: row.valid_to?.toString() ?? null,
      services: count.get(row.area_id) ?? 0,
      earlierCommitment: earlier && {
        body: earlier.body,
        note: earlier.note,
        validFrom: earlier.validFrom.toString(),
        validTo: earlier.validTo?.toString() ?? null,
        origin: earlier.origin,
      },
      origin: row.origin,
      version: row.version,
    }
  })
}

/** Whoever may have the services: a published entry is one for everybody. */
async function areasWithPublished(view: View, date: PlainDate): Promise<ReadonlySet<Id>> {
  const rows = await publishedOn(view, date, { own: null, all: [], everything: true })
    .select('s.area_id')
    .where('s.state', '<>', 'ended')
    .distinct()
    .execute()
  return new Set(rows.map((row) => row.area_id))
}

function areaRows(view: View, date: PlainDate) {
  return view.tx
    .selectFrom('catalogue.area as a')
    .leftJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.person_id', '=', 'a.owner_person_id'),
    )
    .leftJoin('organisation.unit_placement as u', (join) =>
      join
        .onRef('u.tenant_id', '=', 'a.tenant_id')
        .onRef('u.unit_id', '=', 'a.owner_unit_id')
        .on('u.valid_from', '<=', date)
        .on((w) => w.or([w('u.valid_to', 'is', null), w('u.valid_to', '>', date)])),
    )
    .selectAll('a')
    .select(['p.name as owner_name', 'u.name as owner_unit'])
    .where('a.valid_from', '<=', date)
    .where((w) => w.or([w('a.valid_to', 'is', null), w('a.valid_to', '>', date)]))
    .orderBy('a.position')
    .orderBy('a.area_id')
    .execute()
}

/** Services like a name, most alike first (TY-079): what is published, whoever may have it, and nothing that has ended. */
export async function similarTo(view: View, asked: { name: string; except?: Id }): Promise<readonly Similar[]> {
  const rows = await publishedOn(view, view.today, { own: null, all: [], everything: true })
    .selectAll('s')
    .where('s.state', '<>', 'ended')
    .limit(5000)
    .execute()
  return rows
    .filter((row) => row.service_id !== asked.except)
    .map((row) => ({ row, likeness: likeness(asked.name, { name: row.name_sv, synonyms: row.synonyms }) }))
    .filter((one) => one.likeness >= alike)
    .toSorted((a, b) => b.likeness - a.likeness || (a.row.code < b.row.code ? -1 : 1))
    .slice(0, 8)
    .map(({ row, likeness: share }) => {
      const { serviceId, code, name, areaName, state } = asServiceRow(row)
      return { serviceId, code, name, areaName, state, likeness: Math.round(share * 100) / 100 }
    })
}
