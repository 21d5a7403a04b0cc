// What crosses the wire about decisions.
import { op } from '#platform/http/op'
import { Type, day, idField, listOf, nullable, oneOf, optional, shape, text } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'

export const decisionSources = ['meeting', 'delegation', 'printed'] as const
export const DecisionView = shape({
  id: idField(),
  party: shape({ id: idField(), name: Type.String() }),
  decidedBy: nullable(Type.String()),
  decidedOn: nullable(day('Null: not stated')),
  section: nullable(Type.String({ description: '§ or number; null: not stated' })),
  title: Type.String(),
  body: nullable(Type.String()),
  source: oneOf(decisionSources),
  origin: Type.String(),
  version: Type.Integer(),
})
export type DecisionView = Static<typeof DecisionView>
export const DecisionBody = shape({
  partyId: idField(),
  decidedBy: optional(nullable(text(200))),
  decidedOn: day(),
  section: text(60),
  title: text(200),
  body: optional(nullable(text(20_000))),
  source: oneOf(decisionSources),
})
export type DecisionBody = Static<typeof DecisionBody>

const tag = 'registry'
export const decisions = {
  list: op({
    id: 'listDecisions',
    method: 'GET',
    path: '/decisions',
    tag,
    access: 'decision.read',
    summary: 'Decisions, the latest first',
    answer: listOf(DecisionView, 500),
  }),
  read: op({
    id: 'readDecision',
    method: 'GET',
    path: '/decisions/{decisionId}',
    tag,
    access: 'decision.read',
    summary: 'A decision',
    params: shape({ decisionId: idField() }),
    answer: DecisionView,
  }),
  add: op({
    id: 'addDecision',
    method: 'POST',
    path: '/decisions',
    tag,
    access: 'decision.keep',
    summary: 'Enter a decision',
    body: DecisionBody,
    answer: DecisionView,
    status: 201,
  }),
}
