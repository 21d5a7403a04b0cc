// The query behind every list of cases: who may read, what is asked for, and the words a row shows.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { ListState } from '#platform/list'
import { Ways } from '#platform/ways'
import { openStates } from './case.ts'
import type { CaseRowView } from './contract.ts'
import { wordsOf } from './case-words.ts'

/** Every case of the tenant that the row policy shows. */
function casesHere(view: View) {
  return view.tx.selectFrom('cases.case as c').where('c.tenant_id', '=', view.tenant.tenantId)
}

type Readable = ReturnType<typeof casesHere>

/** Cases somebody follows. */
const followedBy = (view: View) =>
  view.tx
    .selectFrom('cases.watcher as w')
    .select('w.case_id')
    .where('w.tenant_id', '=', view.tenant.tenantId)
    .where('w.person_id', '=', view.actor.personId)

/** Rows the actor may read: access.ts narrowed in SQL, never wider than the row policy. For few cases that are known; lists go by `waysToRead`. */
export function readableCases(view: View): Readable {
  const { actor } = view
  return casesHere(view).$if(actor.kind === 'person', (q) =>
    q.where((e) =>
      e.or([
        e('c.requester_id', '=', actor.personId),
        ...(actor.personId ? [sql<boolean>`${actor.personId}::uuid = any (c.watchers)`] : []),
        ...(actor.customers.length > 0 ? [e('c.customer_id', 'in', [...actor.customers])] : []),
        ...(mayHandle(view) ? [e('c.provider_unit_id', 'in', [...actor.unitIds])] : []),
      ]),
    ),
  )
}

const mayHandle = ({ actor }: View): boolean => actor.rights.has('case.handle') && actor.unitIds.length > 0

/** Asked for by me; followed by me: each has an index of its own. */
function waysToMine(view: View): Readable[] {
  return [
    casesHere(view).where('c.requester_id', '=', view.actor.personId),
    casesHere(view).where('c.case_id', 'in', followedBy(view)),
  ]
}

const waysToCustomers = (view: View): Readable[] =>
  view.actor.customers.map((customerId) => casesHere(view).where('c.customer_id', '=', customerId))

/** The same rows as `readableCases`, by the way one comes to them. */
function waysToRead(view: View): Readable[] {
  if (view.actor.kind !== 'person') return [casesHere(view)]
  return [
    ...waysToMine(view),
    ...waysToCustomers(view),
    ...(mayHandle(view) ? [casesHere(view).where('c.provider_unit_id', 'in', [...view.actor.unitIds])] : []),
  ]
}

/** Open cases of the units the seat reaches. */
function openOfUnits(view: View): Readable {
  const units = view.actor.unitIds
  return casesHere(view)
    .where('c.provider_unit_id', 'in', units.length > 0 ? [...units] : [view.tenant.tenantId])
    .where('c.state', 'in', [...openStates])
}

/** Which cases a list is of: the open ones of one's units, all one may read, one's own, or those of one's customers. */
export type CasesOf = 'queue' | 'cases' | 'mine' | 'customers'

function waysTo(view: View, which: CasesOf): Readable[] {
  switch (which) {
    case 'queue':
      return [openOfUnits(view)]
    case 'cases':
      return waysToRead(view)
    case 'mine':
      return waysToMine(view)
    case 'customers':
      return waysToCustomers(view)
  }
}

/** One query path for what a list of cases shows, counts and exports. `ids`: only these, when something is searched. */
export function listedCases(
  view: View,
  which: CasesOf,
  narrow: ListState | ((way: Readable) => Readable),
  ids: readonly Id[] | null = null,
): Ways<Readable> {
  const narrowed = (way: Readable): Readable => {
    const some = typeof narrow === 'function' ? narrow(way) : filtered(view, way, narrow)
    return ids === null ? some : some.where('c.case_id', 'in', ids.length > 0 ? [...ids] : [view.tenant.tenantId])
  }
  return new Ways({
    all: casesHere(view),
    ways: waysTo(view, which).map(narrowed),
    words: (query) => withWords(view, query),
  })
}

/** The same, with nothing but the ids. */
export function listedIds(view: View, which: CasesOf): Ways<Readable> {
  return new Ways({
    all: casesHere(view),
    ways: waysTo(view, which),
    words: (query) => query.select('c.case_id'),
  })
}

function filtered(view: View, query: Readable, state: ListState): Readable {
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

/**
 * Adds the words a row shows, each looked up by its key for the rows of one page. Not joined: a join of ten tables takes
 * longer to plan than the page takes to read.
 */
export function withWords(view: View, query: Readable) {
  const words = wordsOf(view.today)
  return query.select([
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
    words.person('c.owner_person_id').as('owner'),
    words.person('c.requester_id').as('requester'),
    words.place.as('place'),
    words.customer.as('customer'),
    words.requestType<string>('name_sv').as('request_type'),
    sql<string>`coalesce(c.number, '')`.as('number'),
    sql<CaseRowView['clockKind']>`c.clock_kind`.as('clock_kind'),
    sql<string>`coalesce(${words.service('name_sv')}, '')`.as('service'),
    sql<string>`coalesce(${words.unit('c.provider_unit_id')}, '')`.as('unit'),
  ])
}
