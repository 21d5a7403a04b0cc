// What crosses the wire of the shell's own reads: search, notices, figures.
import { op } from '#platform/http/op'
import { Type, day, idField, instant, listOf, nullable, optional, shape, text } from '#platform/http/shape'

const Words = shape({ sv: Type.String(), en: Type.String() })

export const searchOp = op({
  id: 'search',
  method: 'GET',
  path: '/search',
  tag: 'search',
  access: 'search',
  summary: 'Find services, cases, people, units and places you may see',
  query: shape({ q: text(200), kinds: optional(Type.Array(text(30), { maxItems: 10 })) }),
  answer: shape({
    correctedTo: nullable(Type.String()),
    hits: listOf(
      shape({ kind: Type.String(), id: idField(), title: Type.String(), under: Type.String(), href: Type.String() }),
      50,
    ),
  }),
})
export const noticesOp = op({
  id: 'listNotices',
  method: 'GET',
  path: '/notices',
  tag: 'notices',
  access: 'notices',
  summary: 'What has been said to you, newest first',
  answer: listOf(
    shape({
      id: idField(),
      at: instant(),
      kind: Type.String(),
      words: Words,
      href: Type.String(),
      readAt: nullable(instant()),
    }),
    100,
  ),
})
export const readNoticesOp = op({
  id: 'readNotices',
  method: 'POST',
  path: '/notices/reading',
  tag: 'notices',
  access: 'notices',
  summary: 'Mark all notices as read',
  answer: shape({ read: Type.Integer() }),
})
export const outboxOp = op({
  id: 'listOutbox',
  method: 'GET',
  path: '/outbox',
  tag: 'notices',
  access: 'outbox.read',
  summary: 'Letters, newest first',
  answer: listOf(
    shape({
      id: idField(),
      to: Type.String(),
      subject: Type.String(),
      body: Type.String(),
      state: Type.String(),
      createdAt: instant(),
      settledAt: nullable(instant()),
    }),
    200,
  ),
})

export const FigureView = shape({
  key: Type.String(),
  version: Type.Integer(),
  name: Words,
  sentence: Words,
  exclusions: Words,
  unit: Type.String(),
  scope: shape({ kind: Type.String(), id: idField(), name: Type.String() }),
  from: day(),
  to: day('Exclusive'),
  value: nullable(Type.Number()),
  numerator: nullable(Type.Number()),
  denominator: nullable(Type.Number()),
  beside: Type.Record(Type.String(), Type.Number()),
})
const figureQuery = shape({
  omrade: optional(text(60, { description: 'unit:<id>, customer:<id>, service:<id>; the whole office unless told' })),
  fran: optional(day()),
  till: optional(day('Exclusive')),
  efter: optional(idField()),
})
const figureParams = shape({ key: text(60) })
export const figuresOp = op({
  id: 'listFigures',
  method: 'GET',
  path: '/figures',
  tag: 'figures',
  access: 'figures.read',
  summary: 'The definitions of what can be counted',
  answer: listOf(
    shape({
      key: Type.String(),
      version: Type.Integer(),
      name: Words,
      sentence: Words,
      exclusions: Words,
      unit: Type.String(),
      scopes: listOf(Type.String(), 10),
      sources: listOf(Type.String(), 20),
    }),
    500,
  ),
})
export const figureOp = op({
  id: 'readFigure',
  method: 'GET',
  path: '/figures/{key}',
  tag: 'figures',
  access: 'figures.read',
  summary: 'A figure over a scope and period',
  params: figureParams,
  query: figureQuery,
  answer: FigureView,
})
export const figureRowsOp = op({
  id: 'readFigureRows',
  method: 'GET',
  path: '/figures/{key}/rows',
  tag: 'figures',
  access: 'figures.read',
  summary: 'The rows behind a figure; folding them gives its value',
  params: figureParams,
  query: figureQuery,
  answer: listOf(
    shape({
      kind: Type.String(),
      id: idField(),
      label: Type.String(),
      at: instant(),
      measure: Type.Number(),
      counted: Type.Boolean(),
    }),
    1000,
  ),
})
