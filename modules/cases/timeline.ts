// One timeline per case: what was written, what happened and what the clocks did, in the order it happened. Who may not
// read internal notes does not see them (the row policy), nor the places a case wandered between.
import type { Id } from '#basics/id'
import type { Lang } from '#basics/lang'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { filesOf } from '#platform/files/tie'
import type { TiedFile } from '#platform/files/tie'
import { relationsTo } from './access.ts'
import { eventWords } from './event-words.ts'
import type { CaseView, TimelineEntry } from './contract.ts'
import { readableHead } from './queries.ts'

/** Events a message already tells. */
const told = new Set(['message_in', 'message_out', 'message_note'])

/** `known`: the case as the caller has just read it, with the same view. */
export async function readTimeline(view: View, caseId: Id, lang: Lang, known?: CaseView): Promise<TimelineEntry[]> {
  const head = known ? accessFactsOf(known) : (await readableHead(view, { caseId })).row
  const messages = await messagesOf(view, caseId)
  const events = await eventsOf(view, caseId)
  const files = await filesOf(
    view,
    'message',
    messages.map((message) => message.message_id),
  )
  const names = await namesIn(
    view,
    events.map((event) => event.facts as Record<string, unknown>),
  )
  const inside = may(view.actor, 'case.read_notes', relationsTo(view.actor, head))
  const scribes = scribesOf(events)
  const entries: (TimelineEntry & { order: number })[] = [
    ...messages.map((message, n) => ({
      order: n,
      at: message.at.toString(),
      kind: message.kind,
      event: `message_${message.kind}`,
      words: '',
      by: message.kind === 'in' && message.author === null ? head.outside_name : message.author,
      body: message.erased_by === null ? message.body : null,
      channel: message.channel,
      writtenDownBy: scribes.get(message.message_id) ?? null,
      files: fileViews(files, message.message_id),
    })),
    ...events
      .filter((event) => !told.has(event.kind) && (inside || !insideOnly.has(event.kind)))
      .map((event) => ({
        order: event.n + 10_000,
        at: event.at.toString(),
        kind: clockEvents.has(event.kind) ? ('clock' as const) : ('event' as const),
        event: event.kind,
        words: eventWords(event.kind, event.facts as Record<string, unknown>, event.reason, names, lang),
        by: event.by,
        body: null,
        channel: null,
        writtenDownBy: null,
        files: [],
      })),
  ]
  const sorted = entries.toSorted(
    (a, b) => Temporal.Instant.compare(Temporal.Instant.from(a.at), Temporal.Instant.from(b.at)) || a.order - b.order,
  )
  if (sorted.length === 0) notFound()
  return sorted.map(({ order: _order, ...entry }) => entry)
}

const accessFactsOf = (known: CaseView) => ({
  requester_id: known.requester?.id ?? null,
  watchers: known.watchers.map((one) => one.id),
  customer_id: known.customer?.id ?? null,
  provider_unit_id: known.provider.unitId,
  outside_name: known.outsideName,
})

async function messagesOf(view: View, caseId: Id) {
  return view.tx
    .selectFrom('cases.message as m')
    .leftJoin('organisation.person as p', (j) =>
      j.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.person_id', '=', 'm.author_id'),
    )
    .select(['m.message_id', 'm.at', 'm.kind', 'm.channel', 'm.body', 'm.erased_by', 'p.name as author', 'p.title'])
    .where('m.tenant_id', '=', view.tenant.tenantId)
    .where('m.case_id', '=', caseId)
    .orderBy('m.at')
    .limit(2000)
    .execute()
}

async function eventsOf(view: View, caseId: Id) {
  return view.tx
    .selectFrom('cases.event as e')
    .leftJoin('organisation.person as p', (j) =>
      j.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.person_id', '=', 'e.by_person_id'),
    )
    .select(['e.n', 'e.at', 'e.kind', 'e.reason', 'e.facts', 'p.name as by'])
    .where('e.tenant_id', '=', view.tenant.tenantId)
    .where('e.case_id', '=', caseId)
    .orderBy('e.n')
    .limit(2000)
    .execute()
}

/** Who wrote down what a customer said, by message. */
function scribesOf(events: Awaited<ReturnType<typeof eventsOf>>): ReadonlyMap<Id, string> {
  return new Map(
    events.flatMap((event) => {
      const { messageId, writtenDown } = event.facts as Record<string, unknown>
      return writtenDown === true && typeof messageId === 'string' && event.by !== null
        ? [[messageId, event.by] as const]
        : []
    }),
  )
}

const clockEvents = new Set([
  'paused',
  'resumed',
  'resumed_by_answer',
  'started',
  'receipt_sent',
  'delivered',
  'reopened',
])
/** How we divide the work among us is ours to know. */
const insideOnly = new Set([
  'taken',
  'assigned',
  'related',
  'unrelated',
  'watcher_added',
  'watcher_removed',
  'facts_changed',
  'parent_set',
  'routed',
])

const fileViews = (files: readonly TiedFile[], subjectId: Id) =>
  files
    .filter((file) => file.subjectId === subjectId)
    .map((file) => ({ id: file.fileId, name: file.name, sizeBytes: file.sizeBytes, href: `/fil/${file.fileId}` }))

/** Names of the units and people that events point at, read once. */
async function namesIn(view: View, facts: readonly Record<string, unknown>[]): Promise<ReadonlyMap<Id, string>> {
  const ids = [
    ...new Set(
      facts.flatMap((fact) =>
        Object.values(fact).filter(
          (value): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value),
        ),
      ),
    ),
  ]
  if (ids.length === 0) return new Map()
  const units = await view.tx
    .selectFrom('organisation.unit_placement')
    .select(['unit_id as id', 'name'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('unit_id', 'in', ids)
    .where('valid_from', '<=', view.today)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', view.today)]))
    .execute()
  const people = await view.tx
    .selectFrom('organisation.person')
    .select(['person_id as id', 'name'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('person_id', 'in', ids)
    .execute()
  return new Map([...units, ...people].map(({ id, name }) => [id, name]))
}
