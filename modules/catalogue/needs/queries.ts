// Reads of needs and wishes. Everyone sees them: that others ask for the same is the point (TY-079, TY-080).
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { ListDefinition, ListPage, ListState } from '#platform/list'
import { fetchAll, fetchPage } from '#platform/list'
import { areaRelations } from '../access.ts'
import { areaById } from '../areas/store.ts'
import { audienceOf } from '../viewer.ts'
import type { NeedDetail, NeedRow } from './contract.ts'
import { needKinds, needStates } from './contract.ts'

export interface ListedNeed {
  readonly need_id: Id
  readonly kind: 'wish' | 'need'
  readonly title: string
  readonly body: string | null
  readonly area_id: Id | null
  readonly area_code: string | null
  readonly area_sv: string | null
  readonly area_en: string | null
  readonly asked_by: Id
  readonly asked_name: string
  readonly asked_at: Temporal.Instant
  readonly state: (typeof needStates)[number]
  readonly backers: bigint
  readonly mine: boolean
  readonly version: number
  readonly answered_service_id: Id | null
  readonly answered_version_no: number | null
  readonly answered_at: Temporal.Instant | null
  readonly decline_reason: string | null
}

const stateLabels = {
  open: ['Öppet', 'Open'],
  draft_made: ['Utkast finns', 'Draft made'],
  answered: ['Besvarat', 'Answered'],
  declined: ['Avslaget', 'Declined'],
} as const
export const needStateWords = (state: NeedRow['state']) => ({ sv: stateLabels[state][0], en: stateLabels[state][1] })

export const needList: ListDefinition<ListedNeed> = {
  key: 'needs',
  columns: [
    { key: 'title', label: { sv: 'Önskemål', en: 'Wish' }, kind: 'text', value: (row) => row.title },
    { key: 'area', label: { sv: 'Område', en: 'Area' }, kind: 'text', value: (row) => row.area_sv },
    {
      key: 'backers',
      label: { sv: 'Förvaltningar', en: 'Administrations' },
      kind: 'number',
      value: (row) => row.backers,
      sort: 'backers',
    },
    { key: 'state', label: { sv: 'Läge', en: 'State' }, kind: 'text', value: (row) => stateLabels[row.state][0] },
    {
      key: 'asked',
      label: { sv: 'Framfört', en: 'Put forward' },
      kind: 'instant',
      value: (row) => row.asked_at,
      sort: 'asked',
    },
  ],
  sorts: {
    asked: {
      label: { sv: 'Framfört', en: 'Put forward' },
      by: { column: 'n.asked_at', of: (row) => row.asked_at },
      startsDescending: true,
    },
    backers: {
      label: { sv: 'Förvaltningar', en: 'Administrations' },
      by: { column: 'n.backers', of: (row) => row.backers },
      startsDescending: true,
    },
  },
  defaultSort: 'backers',
  filters: [
    {
      key: 'state',
      label: { sv: 'Läge', en: 'State' },
      many: true,
      options: needStates.map((value) => ({ value, label: needStateWords(value) })),
    },
    { key: 'area', label: { sv: 'Område', en: 'Area' } },
    {
      key: 'kind',
      label: { sv: 'Slag', en: 'Kind' },
      options: needKinds.map((value) => ({
        value,
        label: value === 'wish' ? { sv: 'Önskemål', en: 'Wish' } : { sv: 'Behov', en: 'Need' },
      })),
    },
  ],
  tieBreak: { column: 'n.need_id', of: (row) => row.need_id },
}

function allNeeds(view: View, mine: readonly Id[]) {
  return view.tx.selectFrom((q) =>
    q
      .selectFrom('catalogue.need as d')
      .innerJoin('organisation.person as p', (join) =>
        join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.person_id', '=', 'd.asked_by'),
      )
      .leftJoin('catalogue.area as a', (join) =>
        join.onRef('a.tenant_id', '=', 'd.tenant_id').onRef('a.area_id', '=', 'd.area_id'),
      )
      .select([
        'd.need_id',
        'd.kind',
        'd.title',
        'd.body',
        'd.area_id',
        'd.asked_by',
        'd.asked_at',
        'd.state',
        'd.version',
        'd.answered_service_id',
        'd.answered_version_no',
        'd.answered_at',
        'd.decline_reason',
        'p.name as asked_name',
        'a.code as area_code',
        'a.name_sv as area_sv',
        'a.name_en as area_en',
      ])
      .select([
        sql<bigint>`(select count(*) from catalogue.need_backer b where b.tenant_id = d.tenant_id and b.need_id = d.need_id)`.as(
          'backers',
        ),
        sql<boolean>`exists (select from catalogue.need_backer b where b.tenant_id = d.tenant_id and b.need_id = d.need_id and b.customer_id = any (${[...mine]}::uuid[]))`.as(
          'mine',
        ),
      ])
      .as('n'),
  )
}

async function filtered(view: View, state: ListState) {
  const mine = (await audienceOf(view, view.today)).all.map((one) => one.customerId)
  let query = allNeeds(view, mine).selectAll('n')
  const states = state.filters['state'] ?? ['open', 'draft_made']
  query = query.where('n.state', 'in', states as NeedRow['state'][])
  const area = state.filters['area']?.[0]
  if (area) query = query.where('n.area_code', '=', area)
  const kind = state.filters['kind']?.[0]
  return kind ? query.where('n.kind', '=', kind as NeedRow['kind']) : query
}

/** Open ones unless other states are asked for; most backed first. */
export async function listNeeds(view: View, state: ListState): Promise<ListPage<NeedRow>> {
  const page = await fetchPage(view.tx, needList, state, await filtered(view, state))
  return { ...page, rows: page.rows.map(asRow) }
}

export async function allListedNeeds(view: View, state: ListState): Promise<readonly ListedNeed[]> {
  return fetchAll(needList, state, await filtered(view, state))
}

function asRow(row: ListedNeed): NeedRow {
  return {
    needId: row.need_id,
    kind: row.kind,
    title: row.title,
    area: row.area_id === null ? null : { areaId: row.area_id, name: { sv: row.area_sv ?? '', en: row.area_en ?? '' } },
    askedBy: row.asked_name,
    askedAt: row.asked_at.toString(),
    state: row.state,
    backers: Number(row.backers),
    backedByMine: row.mine,
    version: row.version,
  }
}

export async function need(view: View, needId: Id): Promise<NeedDetail> {
  const audience = await audienceOf(view, view.today)
  const row = await allNeeds(
    view,
    audience.all.map((one) => one.customerId),
  )
    .selectAll('n')
    .where('n.need_id', '=', needId)
    .executeTakeFirst()
  if (!row) return notFound()
  const area = row.area_id === null ? { owner_person_id: null, owner_unit_id: null } : await areaById(view, row.area_id)
  const relations = new Set(areaRelations(view.actor, area))
  if (audience.own) relations.add('own_customer')
  const open = row.state === 'open' || row.state === 'draft_made'
  const verbs = open
    ? ['need.back', 'need.answer', 'need.decline', ...(row.state === 'open' ? ['need.draft'] : [])]
    : []
  return {
    ...asRow(row),
    body: row.body,
    backing: [...(await backersOf(view, needId))],
    service: await serviceBehind(view, row),
    answeredAt: row.answered_at?.toString() ?? null,
    declineReason: row.decline_reason,
    may: verbs.filter(
      (verb) => may(view.actor, verb, relations) && !(verb === 'need.back' && (row.mine || !audience.own)),
    ),
  }
}

async function backersOf(view: View, needId: Id): Promise<NeedDetail['backing']> {
  const rows = await view.tx
    .selectFrom('catalogue.need_backer as b')
    .innerJoin('organisation.customer as c', (join) =>
      join.onRef('c.tenant_id', '=', 'b.tenant_id').onRef('c.customer_id', '=', 'b.customer_id'),
    )
    .leftJoin('organisation.unit_placement as u', (join) =>
      join
        .onRef('u.tenant_id', '=', 'c.tenant_id')
        .onRef('u.unit_id', '=', 'c.unit_id')
        .on('u.valid_from', '<=', view.today)
        .on((w) => w.or([w('u.valid_to', 'is', null), w('u.valid_to', '>', view.today)])),
    )
    .innerJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'b.tenant_id').onRef('p.person_id', '=', 'b.person_id'),
    )
    .select(['b.customer_id', 'u.name as customer_name', 'p.name as person_name', 'b.at'])
    .where('b.need_id', '=', needId)
    .orderBy('b.at')
    .orderBy('b.customer_id')
    .execute()
  return rows.map((row) => ({
    customerId: row.customer_id,
    customerName: row.customer_name ?? '',
    personName: row.person_name,
    at: row.at.toString(),
  }))
}

async function serviceBehind(view: View, row: ListedNeed): Promise<NeedDetail['service']> {
  if (row.answered_service_id === null || row.answered_version_no === null) return null
  const found = await view.tx
    .selectFrom('catalogue.service_version as v')
    .innerJoin('catalogue.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'v.tenant_id').onRef('s.service_id', '=', 'v.service_id'),
    )
    .select(['s.service_id', 's.code', 'v.name_sv', 'v.version_no', 'v.published_at'])
    .where('v.service_id', '=', row.answered_service_id)
    .where('v.version_no', '=', row.answered_version_no)
    .executeTakeFirst()
  if (!found) return null
  return {
    serviceId: found.service_id,
    code: found.code,
    name: found.name_sv,
    versionNo: found.version_no,
    published: found.published_at !== null,
  }
}

/** The wishes a version of a service answers. */
export async function needsAnswered(
  view: View,
  serviceId: Id,
  versionNo: number,
): Promise<{ needId: Id; title: string; backers: number }[]> {
  const rows = await allNeeds(view, [])
    .select(['n.need_id', 'n.title', 'n.backers'])
    .where('n.answered_service_id', '=', serviceId)
    .where('n.answered_version_no', '<=', versionNo)
    .where('n.state', '=', 'answered')
    .orderBy('n.asked_at')
    .execute()
  return rows.map((row) => ({ needId: row.need_id, title: row.title, backers: Number(row.backers) }))
}
