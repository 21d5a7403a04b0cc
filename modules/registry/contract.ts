// What crosses the wire about decisions.
import { op } from '#platform/http/op'
import {
  Type,
  day,
  idField,
  listOf,
  nullable,
  oneOf,
  optional,
  pageOf,
  pageQuery,
  shape,
  text,
} from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { decisionSources } from './decision.ts'

const Other = shape({ id: idField(), section: nullable(Type.String()), title: Type.String() })
export const DecisionRow = shape({
  id: idField(),
  party: shape({ id: idField(), name: Type.String() }),
  decidedBy: nullable(Type.String({ description: 'The delegate' })),
  decidedOn: nullable(day('Null: not stated, or not a day')),
  decidedPrinted: nullable(Type.String({ description: 'What the source prints where the day cannot be read' })),
  section: nullable(Type.String({ description: '§ or number; null: not stated' })),
  title: Type.String(),
  source: oneOf(decisionSources),
  replaced: Type.Boolean({ description: 'A later decision has taken its place' }),
  hasDocument: Type.Boolean(),
  origin: Type.String(),
  version: Type.Integer(),
})
export type DecisionRow = Static<typeof DecisionRow>
export const DecisionView = shape({
  ...DecisionRow.properties,
  body: nullable(Type.String()),
  replaces: nullable(Other),
  replacedBy: nullable(Other),
  document: nullable(shape({ name: Type.String(), sizeBytes: Type.Integer(), href: Type.String() })),
  may: listOf(Type.String()),
})
export type DecisionView = Static<typeof DecisionView>

export const DecisionBody = shape({
  partyId: idField('Board, municipality, or whoever delegated'),
  decidedBy: optional(nullable(text(200))),
  decidedOn: optional(nullable(day('Required unless the source is printed'))),
  decidedPrinted: optional(nullable(text(60))),
  section: optional(nullable(text(60))),
  title: text(200),
  body: optional(nullable(text(20_000))),
  source: oneOf(decisionSources),
  replacesId: optional(nullable(idField('The decision whose place it takes'))),
})
export type DecisionBody = Static<typeof DecisionBody>

export const DecisionQuery = shape({
  ...pageQuery,
  sok: optional(text(200, { description: 'Words of the decision' })),
  part: optional(idField('Who decided')),
  kalla: optional(oneOf(decisionSources)),
  lage: optional(oneOf(['galler', 'ersatt'], 'In force or replaced')),
  fran: optional(day('Decided on this day or later')),
  till: optional(day('Decided on this day or earlier')),
  sort: optional(oneOf(['decided', '-decided', 'title', '-title'])),
})

const tag = 'registry'
const params = shape({ decisionId: idField() })
export const decisions = {
  list: op({
    id: 'listDecisions',
    method: 'GET',
    path: '/decisions',
    tag,
    access: 'decision.read',
    summary: 'Decisions, the latest first',
    query: DecisionQuery,
    answer: pageOf(DecisionRow),
  }),
  read: op({
    id: 'readDecision',
    method: 'GET',
    path: '/decisions/{decisionId}',
    tag,
    access: 'decision.read',
    summary: 'A decision with its document and what it replaces',
    params,
    answer: DecisionView,
  }),
  add: op({
    id: 'addDecision',
    method: 'POST',
    path: '/decisions',
    tag,
    access: 'decision.keep',
    summary: 'Enter a decision; it may take the place of an earlier one',
    body: DecisionBody,
    answer: DecisionView,
    status: 201,
  }),
  correct: op({
    id: 'correctDecision',
    method: 'PUT',
    path: '/decisions/{decisionId}',
    tag,
    access: 'decision.keep',
    summary: 'Correct what was entered wrongly; a new decision is entered instead of changing an old one',
    params,
    body: DecisionBody,
    answer: DecisionView,
    versioned: true,
  }),
}
