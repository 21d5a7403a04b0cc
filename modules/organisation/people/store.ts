// The only writer of person.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { asSeen } from '../versioned.ts'
import type { Absence, PersonFacts } from './person.ts'

type PlainDate = Temporal.PlainDate

const columns = (facts: PersonFacts) => ({
  name: facts.name,
  title: facts.title,
  email: facts.email,
  telephone: facts.telephone,
  protected: facts.protected,
  kind: facts.kind,
  mentor_id: facts.mentorId,
  ended_on: facts.endedOn,
})

export async function lockPerson(deed: Deed, personId: Id, version: number) {
  const row = await deed.tx
    .selectFrom('organisation.person')
    .selectAll()
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

/** Shares the row, so that a person who is being ended cannot be given something new at the same moment. */
export async function holdPerson(deed: Deed, personId: Id): Promise<{ endedOn: PlainDate | null; kind: string }> {
  const row = await deed.tx
    .selectFrom('organisation.person')
    .select(['ended_on', 'kind'])
    .where('person_id', '=', personId)
    .forShare()
    .executeTakeFirst()
  return row ? { endedOn: row.ended_on, kind: row.kind } : notFound()
}

export async function insertPerson(deed: Deed, personId: Id, facts: PersonFacts, origin: string): Promise<void> {
  await deed.tx
    .insertInto('organisation.person')
    .values({ tenant_id: deed.tenant.tenantId, person_id: personId, ...columns(facts), origin })
    .execute()
}

export async function updatePerson(deed: Deed, personId: Id, facts: PersonFacts): Promise<void> {
  await deed.tx
    .updateTable('organisation.person')
    .set((q) => ({ ...columns(facts), version: q('version', '+', 1) }))
    .where('person_id', '=', personId)
    .execute()
}

export async function updateAbsence(deed: Deed, personId: Id, absence: Absence): Promise<void> {
  await deed.tx
    .updateTable('organisation.person')
    .set((q) => ({
      away_from: absence.from,
      away_to: absence.to,
      deputy_id: absence.deputyId,
      version: q('version', '+', 1),
    }))
    .where('person_id', '=', personId)
    .execute()
}

/** Ends what the person holds; what had not begun never comes about. */
export async function endWithPerson(
  deed: Deed,
  personId: Id,
  on: PlainDate,
): Promise<Readonly<Record<string, number>>> {
  const ended: Record<string, number> = {}
  for (const table of ['organisation.assignment', 'organisation.mandate'] as const) {
    await deed.tx.deleteFrom(table).where('person_id', '=', personId).where('valid_from', '>=', on).execute()
    const shortened = await deed.tx
      .updateTable(table)
      .set((q) => ({ valid_to: on, version: q('version', '+', 1) }))
      .where('person_id', '=', personId)
      .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
      .executeTakeFirst()
    ended[table.slice('organisation.'.length)] = Number(shortened.numUpdatedRows)
  }
  return ended
}
