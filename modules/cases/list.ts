// The list of cases: its columns, sorts and filters. Queue, mine, all, search hits, export and print are this one list.
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { ListDefinition, ListState } from '#platform/list'
import { sql } from 'kysely'
import { channels, openStates, priorities, stateWords } from './case.ts'
import type { CaseRowView } from './contract.ts'
import { kindWords, channelWords, priorityWords, clockKindWords } from './words.ts'

export interface CaseListRow {
  readonly case_id: Id
  readonly number: string
  readonly kind: CaseRowView['kind']
  readonly title: string
  readonly state: CaseRowView['state']
  readonly waiting_for: CaseRowView['waitingFor']
  readonly service: string
  readonly request_type: string
  readonly customer: string | null
  readonly requester: string | null
  readonly place: string | null
  readonly category: string | null
  readonly unit: string
  readonly owner_id: Id | null
  readonly owner: string | null
  readonly priority: CaseRowView['priority']
  readonly channel: CaseRowView['channel']
  readonly clock_kind: CaseRowView['clockKind']
  readonly due_at: Temporal.Instant | null
  readonly received_at: Temporal.Instant
  readonly done_at: Temporal.Instant | null
  readonly latest_at: Temporal.Instant
  readonly expected_ore: bigint | null
  readonly rating: number | null
  readonly version: number
}

const options = <K extends string>(words: Readonly<Record<K, { sv: string; en: string }>>, keys: readonly K[]) =>
  keys.map((value) => ({ value, label: words[value] }))

export const caseList: ListDefinition<CaseListRow> = {
  key: 'cases',
  columns: [
    { key: 'number', label: { sv: 'Nummer', en: 'Number' }, kind: 'text', value: (row) => row.number },
    { key: 'title', label: { sv: 'Ärende', en: 'Case' }, kind: 'text', value: (row) => row.title },
    {
      key: 'kind',
      label: { sv: 'Slag', en: 'Kind' },
      kind: 'text',
      value: (row) => kindWords[row.kind].sv,
      extra: true,
    },
    { key: 'service', label: { sv: 'Tjänst', en: 'Service' }, kind: 'text', value: (row) => row.service },
    { key: 'customer', label: { sv: 'Kund', en: 'Customer' }, kind: 'text', value: (row) => row.customer },
    {
      key: 'requester',
      label: { sv: 'Beställt av', en: 'Asked by' },
      kind: 'text',
      value: (row) => row.requester,
      extra: true,
    },
    { key: 'place', label: { sv: 'Plats', en: 'Place' }, kind: 'text', value: (row) => row.place, extra: true },
    {
      key: 'category',
      label: { sv: 'Kategori', en: 'Category' },
      kind: 'text',
      value: (row) => row.category,
      extra: true,
    },
    { key: 'state', label: { sv: 'Läge', en: 'State' }, kind: 'text', value: (row) => stateWords[row.state].sv },
    {
      key: 'promise',
      label: { sv: 'Löfte', en: 'Promise' },
      kind: 'text',
      value: (row) => (row.clock_kind ? clockKindWords[row.clock_kind].sv : null),
      extra: true,
    },
    {
      key: 'due',
      label: { sv: 'Löftet går ut', en: 'Promise ends' },
      kind: 'instant',
      value: (row) => row.due_at,
      sort: 'due',
    },
    { key: 'owner', label: { sv: 'Ansvarig', en: 'Responsible' }, kind: 'text', value: (row) => row.owner },
    { key: 'unit', label: { sv: 'Enhet', en: 'Unit' }, kind: 'text', value: (row) => row.unit, extra: true },
    {
      key: 'priority',
      label: { sv: 'Prioritet', en: 'Priority' },
      kind: 'text',
      value: (row) => priorityWords[row.priority].sv,
      extra: true,
    },
    {
      key: 'channel',
      label: { sv: 'Kanal', en: 'Channel' },
      kind: 'text',
      value: (row) => channelWords[row.channel].sv,
      extra: true,
    },
    {
      key: 'received',
      label: { sv: 'Inkom', en: 'Received' },
      kind: 'instant',
      value: (row) => row.received_at,
      sort: 'received',
    },
    { key: 'done', label: { sv: 'Klart', en: 'Done' }, kind: 'instant', value: (row) => row.done_at, extra: true },
    {
      key: 'cost',
      label: { sv: 'Beräknad kostnad', en: 'Expected cost' },
      kind: 'amountOre',
      value: (row) => row.expected_ore,
      extra: true,
    },
    { key: 'rating', label: { sv: 'Betyg', en: 'Rating' }, kind: 'number', value: (row) => row.rating, extra: true },
    { key: 'latest', label: { sv: 'Senast', en: 'Latest' }, kind: 'instant', value: (row) => row.latest_at },
  ],
  sorts: {
    received: {
      label: { sv: 'Inkom', en: 'Received' },
      by: { column: 'c.received_at', of: (row) => row.received_at },
      startsDescending: true,
    },
    due: { label: { sv: 'Löfte', en: 'Promise' }, by: { column: 'c.due_at', nullable: true, of: (row) => row.due_at } },
  },
  defaultSort: 'received',
  filters: [
    {
      key: 'status',
      label: { sv: 'Läge', en: 'State' },
      many: true,
      options: [
        { value: 'open', label: { sv: 'Öppna', en: 'Open' } },
        ...options(stateWords, [
          'awaiting_approval',
          'new',
          'in_progress',
          'waiting',
          'done',
          'closed',
          'withdrawn',
          'rejected',
          'converted',
          'merged',
        ]),
      ],
    },
    {
      key: 'slag',
      label: { sv: 'Slag', en: 'Kind' },
      options: options(kindWords, ['order', 'fault', 'question', 'complaint']),
    },
    { key: 'enhet', label: { sv: 'Enhet', en: 'Unit' }, many: true },
    { key: 'tjanst', label: { sv: 'Tjänst', en: 'Service' } },
    { key: 'kund', label: { sv: 'Kund', en: 'Customer' } },
    { key: 'ansvarig', label: { sv: 'Ansvarig', en: 'Responsible' } },
    {
      key: 'lofte',
      label: { sv: 'Löfte', en: 'Promise' },
      options: [
        { value: 'brutet', label: { sv: 'Brutet', en: 'Broken' } },
        { value: 'idag', label: { sv: 'Går ut i dag', en: 'Ends today' } },
        { value: 'tyst', label: { sv: 'Kunden tyst i 5 dagar', en: 'Customer silent for 5 days' } },
      ],
    },
    { key: 'prioritet', label: { sv: 'Prioritet', en: 'Priority' }, options: options(priorityWords, priorities) },
    { key: 'kanal', label: { sv: 'Kanal', en: 'Channel' }, options: options(channelWords, channels) },
    { key: 'plats', label: { sv: 'Plats', en: 'Place' } },
    { key: 'fran', label: { sv: 'Inkom från', en: 'Received from' } },
    { key: 'till', label: { sv: 'Inkom till', en: 'Received until' } },
  ],
  tieBreak: { column: 'c.case_id', of: (row) => row.case_id },
}

/** The queue is the same list in the order of the promise. */
export const queueList: ListDefinition<CaseListRow> = { ...caseList, key: 'queue', defaultSort: 'due' }

/** Rows the actor may read: access.ts narrowed in SQL, never wider than the row policy. */
export function readableCases(view: View) {
  const { actor } = view
  return view.tx
    .selectFrom('cases.case as c')
    .where('c.tenant_id', '=', view.tenant.tenantId)
    .$if(actor.kind === 'person', (q) =>
      q.where((e) =>
        e.or([
          e('c.requester_id', '=', actor.personId),
          ...(actor.personId ? [sql<boolean>`${actor.personId}::uuid = any (c.watchers)`] : []),
          ...(actor.customers.length > 0 ? [e('c.customer_id', 'in', [...actor.customers])] : []),
          ...(actor.rights.has('case.handle') && actor.unitIds.length > 0
            ? [e('c.provider_unit_id', 'in', [...actor.unitIds])]
            : []),
        ]),
      ),
    )
}

type Readable = ReturnType<typeof readableCases>

export function filtered(view: View, query: Readable, state: ListState): Readable {
  const { filters } = state
  const one = (key: string): string | undefined => filters[key]?.[0]
  const statuses = (filters['status'] ?? []).flatMap((status) =>
    status === 'open' ? [...openStates] : [status],
  ) as CaseRowView['state'][]
  let rows = query
  if (statuses.length > 0) rows = rows.where('c.state', 'in', statuses)
  if (filters['enhet']) rows = rows.where('c.provider_unit_id', 'in', [...filters['enhet']])
  if (one('slag')) rows = rows.where('c.kind', '=', one('slag') as CaseRowView['kind'])
  if (one('tjanst')) rows = rows.where('c.service_id', '=', one('tjanst') ?? '')
  if (one('kund')) rows = rows.where('c.customer_id', '=', one('kund') ?? '')
  if (one('plats')) rows = rows.where('c.place_id', '=', one('plats') ?? '')
  if (one('prioritet')) rows = rows.where('c.priority', '=', one('prioritet') as CaseRowView['priority'])
  if (one('kanal')) rows = rows.where('c.channel', '=', one('kanal') as CaseRowView['channel'])
  const owner = one('ansvarig')
  if (owner === 'ingen') rows = rows.where('c.owner_person_id', 'is', null)
  else if (owner) rows = rows.where('c.owner_person_id', '=', owner === 'jag' ? view.actor.personId : owner)
  if (one('fran')) rows = rows.where('c.received_at', '>=', midnight(one('fran') ?? ''))
  if (one('till')) rows = rows.where('c.received_at', '<', midnight(one('till') ?? '', 1))
  return byPromise(view, rows, one('lofte'))
}

function byPromise(view: View, rows: Readable, which: string | undefined): Readable {
  const endOfDay = midnight(view.today.toString(), 1)
  if (which === 'brutet') return rows.where('c.due_at', '<', view.now).where('c.state', 'in', ['new', 'in_progress'])
  if (which === 'idag')
    return rows
      .where('c.due_at', '>=', view.now)
      .where('c.due_at', '<', endOfDay)
      .where('c.state', 'in', ['new', 'in_progress'])
  if (which === 'tyst')
    return rows
      .where('c.state', '=', 'waiting')
      .where('c.waiting_for', '=', 'customer')
      .where('c.latest_at', '<', view.now.subtract({ hours: 120 }))
  return rows
}

const midnight = (day: string, plusDays = 0): Temporal.Instant =>
  Temporal.PlainDate.from(day).add({ days: plusDays }).toZonedDateTime('Europe/Stockholm').toInstant()

/** Adds the words a row shows; joined on keys, for the rows of one page. */
export function withWords(view: View, query: Readable) {
  const { today } = view
  const valid = (alias: string) =>
    sql<boolean>`${sql.ref(`${alias}.valid_from`)} <= ${today} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${today})`
  return query
    .innerJoin('catalogue.request_type as rt', (j) =>
      j.onRef('rt.tenant_id', '=', 'c.tenant_id').onRef('rt.request_type_id', '=', 'c.request_type_id'),
    )
    .leftJoin('catalogue.service as s', (j) =>
      j.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.service_id', '=', 'c.service_id'),
    )
    .leftJoin('catalogue.service_version as sv', (j) =>
      j
        .onRef('sv.tenant_id', '=', 's.tenant_id')
        .onRef('sv.service_id', '=', 's.service_id')
        .onRef('sv.version_no', '=', 's.published_version'),
    )
    .leftJoin('organisation.customer as cu', (j) =>
      j.onRef('cu.tenant_id', '=', 'c.tenant_id').onRef('cu.customer_id', '=', 'c.customer_id'),
    )
    .leftJoin('organisation.unit_placement as cp', (j) =>
      j.onRef('cp.tenant_id', '=', 'cu.tenant_id').onRef('cp.unit_id', '=', 'cu.unit_id').on(valid('cp')),
    )
    .leftJoin('organisation.unit_placement as up', (j) =>
      j.onRef('up.tenant_id', '=', 'c.tenant_id').onRef('up.unit_id', '=', 'c.provider_unit_id').on(valid('up')),
    )
    .leftJoin('organisation.person as rp', (j) =>
      j.onRef('rp.tenant_id', '=', 'c.tenant_id').onRef('rp.person_id', '=', 'c.requester_id'),
    )
    .leftJoin('organisation.person as op', (j) =>
      j.onRef('op.tenant_id', '=', 'c.tenant_id').onRef('op.person_id', '=', 'c.owner_person_id'),
    )
    .leftJoin('organisation.place as pl', (j) =>
      j.onRef('pl.tenant_id', '=', 'c.tenant_id').onRef('pl.place_id', '=', 'c.place_id'),
    )
    .select([
      'c.case_id',
      'c.kind',
      'c.title',
      'c.state',
      'c.waiting_for',
      'c.category',
      'c.priority',
      'c.channel',
      'c.due_at',
      'c.received_at',
      'c.done_at',
      'c.latest_at',
      'c.expected_ore',
      'c.rating',
      'c.version',
      'c.owner_person_id as owner_id',
      'op.name as owner',
      'rp.name as requester',
      'pl.name as place',
      'cp.name as customer',
      'rt.name_sv as request_type',
      sql<string>`coalesce(c.number, '')`.as('number'),
      sql<CaseRowView['clockKind']>`c.clock_kind`.as('clock_kind'),
      sql<string>`coalesce(sv.name_sv, s.code, '')`.as('service'),
      sql<string>`coalesce(up.name, '')`.as('unit'),
    ])
}

export function rowView(row: CaseListRow): CaseRowView {
  return {
    id: row.case_id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    state: row.state,
    waitingFor: row.waiting_for,
    service: row.service,
    requestType: row.request_type,
    customer: row.customer,
    requester: row.requester,
    place: row.place,
    category: row.category,
    unit: row.unit,
    owner: row.owner_id ? { id: row.owner_id, name: row.owner ?? '' } : null,
    priority: row.priority,
    channel: row.channel,
    clockKind: row.clock_kind,
    dueAt: row.due_at?.toString() ?? null,
    receivedAt: row.received_at.toString(),
    doneAt: row.done_at?.toString() ?? null,
    latestAt: row.latest_at.toString(),
    expectedOre: row.expected_ore === null ? null : Number(row.expected_ore),
    rating: row.rating,
    version: row.version,
  }
}
