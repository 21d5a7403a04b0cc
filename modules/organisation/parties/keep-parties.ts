// Adds and changes parties and says from when they belong together: a board of a municipality, a member of a joint board.
import type { Id } from '#basics/id'
import { overlaps } from '#basics/period'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { date, entered } from '../versioned.ts'
import type { AddParty, ChangeParty, EndRelation, RelateParties } from './contract.ts'
import { endRelationRow, insertParty, insertRelation, lockParty, relationsOf, updateParty } from './store.ts'

export interface SeenParty {
  readonly partyId: Id
  readonly version: number
}

const factsOf = (input: Static<typeof ChangeParty>) => ({
  name: input.name,
  aliases: input.aliases ?? [],
  organisationNumber: input.organisationNumber ?? null,
  seriesPrefix: input.seriesPrefix ?? null,
})

export async function addParty(deed: Deed, input: Static<typeof AddParty>, origin = entered): Promise<{ partyId: Id }> {
  allow(deed.actor, 'organisation.edit')
  const partyId = deed.newId()
  await insertParty(deed, partyId, input.kind, factsOf(input), origin)
  deed.journal({ verb: 'party.added', kind: 'party', id: partyId, facts: { kind: input.kind }, content: input.name })
  deed.changed('organisation')
  return { partyId }
}

export async function changeParty(deed: Deed, seen: SeenParty, input: Static<typeof ChangeParty>): Promise<SeenParty> {
  allow(deed.actor, 'organisation.edit')
  await lockParty(deed, seen.partyId, seen.version)
  await updateParty(deed, seen.partyId, factsOf(input))
  deed.journal({
    verb: 'party.changed',
    kind: 'party',
    id: seen.partyId,
    facts: { version: seen.version + 1 },
    content: input.name,
  })
  deed.changed('organisation')
  return { partyId: seen.partyId, version: seen.version + 1 }
}

export async function relateParties(
  deed: Deed,
  seen: SeenParty,
  input: Static<typeof RelateParties>,
): Promise<SeenParty> {
  allow(deed.actor, 'organisation.edit')
  await lockParty(deed, seen.partyId, seen.version)
  const during = { from: date(input.from), to: null }
  const known = await relationsOf(deed, seen.partyId, input.kind, input.otherPartyId)
  if (
    seen.partyId === input.otherPartyId ||
    known.some((one) => overlaps({ from: one.valid_from, to: one.valid_to }, during))
  )
    refuse({
      code: 'related_already',
      status: 409,
      field: 'otherPartyId',
      sv: 'Parterna hör redan ihop så den dagen eller senare, eller är samma part.',
      en: 'The parties already belong together that way on that day or later, or are the same party.',
    })
  await insertRelation(deed, seen.partyId, input.kind, input.otherPartyId, during.from)
  await updateParty(deed, seen.partyId, null)
  deed.journal({
    verb: 'party.related',
    kind: 'party',
    id: seen.partyId,
    facts: { kind: input.kind, other: input.otherPartyId, from: input.from },
  })
  deed.changed('organisation')
  return { partyId: seen.partyId, version: seen.version + 1 }
}

export async function endRelation(deed: Deed, seen: SeenParty, input: Static<typeof EndRelation>): Promise<SeenParty> {
  allow(deed.actor, 'organisation.edit')
  await lockParty(deed, seen.partyId, seen.version)
  const ended = await endRelationRow(deed, seen.partyId, input.kind, input.otherPartyId, date(input.on))
  if (ended === 0)
    refuse({
      code: 'not_related',
      status: 409,
      field: 'otherPartyId',
      sv: 'Parterna hör inte ihop så den dagen. Kontrollera dagen.',
      en: 'The parties do not belong together that way on that day. Check the day.',
    })
  await updateParty(deed, seen.partyId, null)
  deed.journal({
    verb: 'party.relation_ended',
    kind: 'party',
    id: seen.partyId,
    facts: { kind: input.kind, other: input.otherPartyId, on: input.on },
  })
  deed.changed('organisation')
  return { partyId: seen.partyId, version: seen.version + 1 }
}
