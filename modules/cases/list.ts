// The list of cases: its columns, sorts and filters. Queue, mine, all, search hits, export and print are this one list.
import type { Id } from '#basics/id'
import type { ListDefinition } from '#platform/list'
import { channels, priorities, stateWords } from './case.ts'
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
