// What crosses the wire about parties: municipalities, boards, joint boards, companies, suppliers, associations.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { day, idField, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { OnDate } from '../units/contract.ts'

export const partyKinds = ['municipality', 'board', 'joint_board', 'company', 'supplier', 'association'] as const
export const relationKinds = ['board_of', 'host_of', 'member_of', 'owned_by'] as const

const PartyRelation = shape({
  kind: oneOf(relationKinds),
  otherPartyId: idField(),
  otherName: Type.String(),
  validFrom: day(),
  validTo: nullable(day()),
})
export const Party = shape({
  partyId: idField(),
  kind: oneOf(partyKinds),
  name: Type.String(),
  aliases: Type.Array(Type.String()),
  organisationNumber: nullable(Type.String()),
  seriesPrefix: nullable(Type.String()),
  origin: Type.String(),
  version: Type.Integer(),
  relations: Type.Array(PartyRelation, { description: 'Those that hold on the day' }),
})
export type Party = Static<typeof Party>

const facts = {
  name: text(200),
  aliases: optional(listOf(text(200), 20)),
  organisationNumber: optional(nullable(Type.String({ pattern: '^\\d{6}-?\\d{4}$' }))),
  seriesPrefix: optional(
    nullable(Type.String({ pattern: '^[A-ZÅÄÖ]{2,8}$', description: 'Begins the numbers of its cases' })),
  ),
}
export const AddParty = shape({ kind: oneOf(partyKinds), ...facts })
export const ChangeParty = shape(facts)
export const RelateParties = shape({ kind: oneOf(relationKinds), otherPartyId: idField(), from: day() })
export const EndRelation = shape({ kind: oneOf(relationKinds), otherPartyId: idField(), on: day() })

const PartyParams = shape({ partyId: idField() })
const write = { tag: 'organisation', access: 'organisation.edit', answer: Party } as const
const base = '/organisation/parties'

export const listParties = op({
  id: 'listParties',
  method: 'GET',
  path: base,
  tag: 'organisation',
  access: 'organisation.read',
  summary: 'Parties and how they belong together on a day',
  query: OnDate,
  answer: shape({ date: day(), parties: listOf(Party, 5000) }),
})
export const addPartyOp = op({
  ...write,
  id: 'addParty',
  method: 'POST',
  path: base,
  status: 201,
  summary: 'Add a party',
  body: AddParty,
  example: { kind: 'board', name: 'Kommunstyrelsen', seriesPrefix: 'KIT' },
})
export const changePartyOp = op({
  ...write,
  id: 'changeParty',
  method: 'PUT',
  path: `${base}/{partyId}`,
  versioned: true,
  summary: 'Change a party',
  params: PartyParams,
  body: ChangeParty,
})
export const relatePartiesOp = op({
  ...write,
  id: 'relateParties',
  method: 'POST',
  path: `${base}/{partyId}/relations`,
  versioned: true,
  summary: 'Say how a party belongs to another from a day',
  params: PartyParams,
  body: RelateParties,
})
export const endRelationOp = op({
  ...write,
  id: 'endPartyRelation',
  method: 'POST',
  path: `${base}/{partyId}/relations/end`,
  versioned: true,
  summary: 'End how a party belongs to another',
  params: PartyParams,
  body: EndRelation,
})
