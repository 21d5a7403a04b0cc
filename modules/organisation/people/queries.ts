// Reads of people and of who is assigned where on a day.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { may } from '#platform/access'
import { assignmentsOf, unitIdsOf } from '../assignments/queries.ts'
import type { Person } from './contract.ts'
import { isAway } from './person.ts'
import { seesPerson } from './protected.ts'
import { foldName, idsByName, unitsOfPerson } from './list.ts'

type PlainDate = Temporal.PlainDate

export async function person(view: View, personId: Id): Promise<Person> {
  const row = await view.tx
    .selectFrom('organisation.person')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return notFound()
  const sees = seesPerson(view, row)
  const names = await personNames(
    view,
    [row.mentor_id, row.deputy_id].filter((id) => id !== null),
  )
  const reference = (id: Id | null) => (id === null ? null : { personId: id, name: names.get(id) ?? '' })
  const relations = await relationsTo(view, personId)
  return {
    personId: row.person_id,
    name: row.name,
    title: row.title,
    email: sees ? row.email : null,
    telephone: sees ? row.telephone : null,
    protected: row.protected,
    hidden: !sees,
    kind: row.kind,
    mentor: reference(row.mentor_id),
    deputy: reference(row.deputy_id),
    awayFrom: row.away_from?.toString() ?? null,
    awayTo: row.away_to?.toString() ?? null,
    endedOn: row.ended_on?.toString() ?? null,
    origin: row.origin,
    version: row.version,
    assignments: sees ? await assignmentsOf(view, personId) : [],
    may: (['organisation.edit', 'organisation.set_absence'] as const).filter((verb) =>
      may(view.actor, verb, relations),
    ),
  }
}

export async function personNames(view: View, personIds: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await view.tx
    .selectFrom('organisation.person')
    .select(['person_id', 'name'])
    .where('person_id', 'in', [...new Set(personIds)])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

export interface Reachable {
  readonly personId: Id
  readonly name: string
  readonly title: string | null
  /** For letters the system sends; a screen asks `person` instead. */
  readonly email: string | null
  /** Who acts in the person's place on the day, when away. */
  readonly deputyId: Id | null
}

/** People who are here on the day, with the address letters go to and the deputy of those who are away. */
export async function reachableOn(
  view: View,
  personIds: readonly Id[],
  on: PlainDate,
): Promise<ReadonlyMap<Id, Reachable>> {
  if (personIds.length === 0) return new Map()
  const rows = await view.tx
    .selectFrom('organisation.person')
    .select(['person_id', 'name', 'title', 'email', 'deputy_id', 'away_from', 'away_to'])
    .where('person_id', 'in', [...new Set(personIds)])
    .where((q) => q.or([q('ended_on', 'is', null), q('ended_on', '>', on)]))
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        personId: row.person_id,
        name: row.name,
        title: row.title,
        email: row.email,
        deputyId: isAway({ from: row.away_from, to: row.away_to, deputyId: row.deputy_id }, on) ? row.deputy_id : null,
      },
    ]),
  )
}

/** self: the person; managed: the person works in a unit the actor's seat reaches. */
export async function relationsTo(view: View, personId: Id): Promise<ReadonlySet<string>> {
  const relations = new Set<string>()
  if (view.actor.personId === personId) relations.add('self')
  const theirs = await unitIdsOf(view, personId, view.today)
  if (theirs.some((unitId) => view.actor.unitIds.includes(unitId))) relations.add('managed')
  return relations
}

export interface FoundPerson {
  readonly personId: Id
  readonly name: string
  readonly title: string | null
  readonly units: string
}

/** People here today whose name begins as typed, then those the index finds by any of their words. */
export async function findPeople(view: View, typed: string): Promise<FoundPerson[]> {
  const query = typed.trim()
  if (query === '') return []
  const prefix = foldName(query)
  const ids = (await idsByName(view, query)).slice(0, 40)
  const rows = await people(view)
    .where((q) =>
      q.or([
        q.and([q('p.sort_name', '>=', prefix), q('p.sort_name', '<', `${prefix}\u{10ffff}`)]),
        ...(ids.length > 0 ? [q('p.person_id', 'in', ids)] : []),
      ]),
    )
    .orderBy('p.sort_name')
    .limit(60)
    .execute()
  const rank = (row: { sort_name: string; person_id: Id }): number =>
    row.sort_name.startsWith(prefix) ? -1 : ids.indexOf(row.person_id)
  return rows
    .filter((row) => seesPerson(view, row))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, 20)
    .map((row) => ({ personId: row.person_id, name: row.name, title: row.title, units: row.units ?? '' }))
}

function people(view: View) {
  return view.tx
    .selectFrom('organisation.person as p')
    .where((q) => q.or([q('p.ended_on', 'is', null), q('p.ended_on', '>', view.today)]))
    .select(['p.person_id', 'p.name', 'p.sort_name', 'p.title', 'p.protected', unitsOfPerson(view.today)])
}
