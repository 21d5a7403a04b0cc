// Saved views across the wire.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { AccessTable } from './access.ts'
import type { View } from './act.ts'
import type { Api } from './http/api.ts'
import { op } from './http/op.ts'
import { Type, idField, listOf, nullable, oneOf, optional, shape, text } from './http/shape.ts'
import type { Static } from './http/shape.ts'
import { changeView, countOf, removeView, savedViews, saveView } from './saved-views.ts'
import type { SavedView } from './saved-views.ts'

export const savedViewsAccess: AccessTable = { 'view.list': [{}], 'view.save': [{}] }

const SavedViewRow = shape({
  id: idField(),
  list: Type.String(),
  name: Type.String(),
  for: oneOf(['me', 'unit']),
  unitId: nullable(idField()),
  query: Type.String({ description: 'The filters, order and columns as the list’s own parameters' }),
  count: nullable(Type.Integer()),
  version: Type.Integer(),
})

const SaveViewBody = shape({
  list: text(40),
  name: text(80),
  query: Type.String({ maxLength: 2000 }),
  unitId: optional(nullable(idField())),
})
const ChangeViewBody = shape({ name: optional(text(80)), query: optional(Type.String({ maxLength: 2000 })) })

const one = shape({ viewId: idField() })

export const savedViewOps = {
  list: op({
    id: 'listViews',
    method: 'GET',
    path: '/views',
    tag: 'views',
    access: 'view.list',
    summary: 'Saved views of lists: your own and your units’',
    query: shape({ list: optional(text(40)) }),
    answer: listOf(SavedViewRow),
  }),
  save: op({
    id: 'saveView',
    method: 'POST',
    path: '/views',
    tag: 'views',
    access: 'view.save',
    summary: 'Save a view of a list, for yourself or for a unit',
    body: SaveViewBody,
    answer: SavedViewRow,
    status: 201,
    example: { list: 'queue', name: 'Masten och biblioteket', query: '?status=new' },
  }),
  change: op({
    id: 'changeView',
    method: 'PUT',
    path: '/views/{viewId}',
    tag: 'views',
    access: 'view.save',
    summary: 'Rename a view or give it other filters',
    params: one,
    body: ChangeViewBody,
    answer: SavedViewRow,
    versioned: true,
  }),
  remove: op({
    id: 'removeView',
    method: 'DELETE',
    path: '/views/{viewId}',
    tag: 'views',
    access: 'view.save',
    summary: 'Remove a saved view',
    params: one,
    versioned: true,
  }),
} as const

export function savedViewsRoutes(api: Api): void {
  const fresh = async (view: View, { viewId }: { viewId: Id }) => {
    const found = (await savedViews(view)).find((saved) => saved.viewId === viewId)
    return found ? asRow(view, found) : notFound()
  }
  api.read(savedViewOps.list, async (view, { query }) => {
    const rows: Static<typeof SavedViewRow>[] = []
    for (const saved of await savedViews(view, query.list)) rows.push(await asRow(view, saved))
    return rows
  })
  api.write(savedViewOps.save, (deed, { body }) => saveView(deed, body), fresh)
  api.write(
    savedViewOps.change,
    (deed, { params, body, version }) => changeView(deed, { ...params, ...body, version }),
    fresh,
  )
  api.write(savedViewOps.remove, (deed, { params, version }) => removeView(deed, { ...params, version }))
}

async function asRow(view: View, saved: SavedView): Promise<Static<typeof SavedViewRow>> {
  return {
    id: saved.viewId,
    list: saved.list,
    name: saved.name,
    for: saved.unitId === null ? 'me' : 'unit',
    unitId: saved.unitId,
    query: saved.query,
    count: await countOf(view, saved),
    version: saved.version,
  }
}
