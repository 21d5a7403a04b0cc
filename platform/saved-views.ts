// Saved views: a list's filters, order and columns under a name, one's own or shared with a unit. A view is the address of
// the list and nothing more, so it never shows anybody what they may not read. Rooms declare the lists that can be saved.
import type { Id } from '#basics/id'
import { forbidden, lostRace, notFound, refuse } from '#basics/refusal'
import { mayEver } from './access.ts'
import type { Deed, View } from './act.ts'
import type { NavigationEntry, NavigationGroup, NavigationSource } from './navigation.ts'

export interface ViewedList {
  /** The key of its definition (list.ts). */
  readonly list: string
  /** Who may open the list at all. */
  readonly access: string
  /** Address of the list below the tenant. */
  readonly path: string
  /** How many rows the view holds now. */
  count(view: View, query: URLSearchParams): Promise<number>
}

const lists = new Map<string, ViewedList>()

export function declareLists(more: readonly ViewedList[]): void {
  for (const one of more) lists.set(one.list, one)
}

export interface SavedView {
  readonly viewId: Id
  readonly list: string
  readonly name: string
  /** Null for one's own. */
  readonly unitId: Id | null
  /** `?status=new&sort=due`, or empty. */
  readonly query: string
  readonly version: number
}

/** Parameters that belong to one visit and not to the view. */
const passing = ['cursor', 'klart', 'gjort', 'visa']
const mostViews = 40

/** The part of an address that makes the view, in one order, so that the same choice is the same view. */
export function viewQuery(address: string): string {
  const query = new URLSearchParams(address)
  for (const name of passing) query.delete(name)
  query.sort()
  const kept = new URLSearchParams([...query].filter(([, value]) => value !== ''))
  const written = kept.toString()
  return written ? `?${written}` : ''
}

/** One's own views and those of the units the seat reaches, of lists the seat may open, by name. */
export async function savedViews(view: View, list?: string): Promise<readonly SavedView[]> {
  const { actor } = view
  if (actor.personId === null) return []
  const rows = await view.tx
    .selectFrom('platform.saved_view')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where((e) =>
      e.or([
        e('person_id', '=', actor.personId),
        ...(actor.unitIds.length > 0 ? [e('unit_id', 'in', [...actor.unitIds])] : []),
      ]),
    )
    .$if(list !== undefined, (q) => q.where('list', '=', list ?? ''))
    .orderBy('name')
    .orderBy('view_id')
    .limit(2 * mostViews)
    .execute()
  return rows
    .filter((row) => mayEver(actor, lists.get(row.list)?.access ?? 'nobody'))
    .map((row) => ({
      viewId: row.view_id,
      list: row.list,
      name: row.name,
      unitId: row.unit_id,
      query: row.query,
      version: row.version,
    }))
}

export interface ViewToSave {
  readonly list: string
  readonly name: string
  readonly query: string
  /** Shared with this unit; one's own without. */
  readonly unitId?: Id | null | undefined
}

export async function saveView(deed: Deed, input: ViewToSave): Promise<{ viewId: Id; query: string }> {
  const { actor } = deed
  if (actor.personId === null) forbidden('view.save')
  if (!mayEver(actor, lists.get(input.list)?.access ?? 'nobody'))
    refuse({
      code: 'unknown_list',
      status: 422,
      field: 'list',
      sv: 'Listan finns inte. Spara vyn från listans egen sida.',
      en: 'There is no such list. Save the view from the page of the list.',
    })
  if (input.unitId) mustKeepFor(deed, input.unitId)
  const name = nameOf(input.name)
  const kept = await savedViews(deed, input.list)
  if (kept.filter((one) => one.unitId === (input.unitId ?? null)).length >= mostViews)
    refuse({
      code: 'too_many_views',
      status: 422,
      sv: `Det finns redan ${mostViews} sparade vyer. Ta bort någon först.`,
      en: `There are ${mostViews} saved views already. Remove one first.`,
    })
  const viewId = deed.newId()
  const query = viewQuery(input.query)
  await deed.tx
    .insertInto('platform.saved_view')
    .values({
      tenant_id: deed.tenant.tenantId,
      view_id: viewId,
      list: input.list,
      name,
      person_id: input.unitId ? null : actor.personId,
      unit_id: input.unitId ?? null,
      query,
    })
    .execute()
  deed.journal({
    verb: 'view.saved',
    kind: 'view',
    id: viewId,
    facts: { list: input.list, unit: input.unitId ?? null },
    content: name,
  })
  tell(deed, input.unitId ?? null)
  return { viewId, query }
}

export async function changeView(
  deed: Deed,
  input: { viewId: Id; name?: string | undefined; query?: string | undefined; version: number },
): Promise<{ viewId: Id }> {
  const row = await lockView(deed, input.viewId, input.version)
  await deed.tx
    .updateTable('platform.saved_view')
    .set({
      name: input.name === undefined ? row.name : nameOf(input.name),
      query: input.query === undefined ? row.query : viewQuery(input.query),
      version: row.version + 1,
    })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('view_id', '=', row.view_id)
    .execute()
  deed.journal({ verb: 'view.changed', kind: 'view', id: row.view_id, facts: { list: row.list } })
  tell(deed, row.unit_id)
  return { viewId: row.view_id }
}

export async function removeView(deed: Deed, input: { viewId: Id; version: number }): Promise<void> {
  const row = await lockView(deed, input.viewId, input.version)
  await deed.tx
    .deleteFrom('platform.saved_view')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('view_id', '=', row.view_id)
    .execute()
  deed.journal({ verb: 'view.removed', kind: 'view', id: row.view_id, facts: { list: row.list } })
  tell(deed, row.unit_id)
}

/** Somebody else's own view does not exist; a unit's view is kept by those who work there. */
async function lockView(deed: Deed, viewId: Id, seenVersion: number) {
  const row = await deed.tx
    .selectFrom('platform.saved_view')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('view_id', '=', viewId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound()
  if (row.unit_id !== null && deed.actor.unitIds.includes(row.unit_id)) mustKeepFor(deed, row.unit_id)
  else if (row.person_id !== deed.actor.personId) notFound()
  if (row.version !== seenVersion) lostRace()
  return row
}

/** A unit's views belong to those whose seat does something there: a seat without any right shares nothing. */
export function mayKeepFor(view: View, unitId: Id): boolean {
  return view.actor.rights.size > 0 && view.actor.unitIds.includes(unitId)
}

function mustKeepFor(deed: Deed, unitId: Id): void {
  if (!mayKeepFor(deed, unitId)) forbidden('view.save')
}

function nameOf(written: string): string {
  const name = written.trim()
  if (name.length >= 1 && name.length <= 80) return name
  return refuse({
    code: 'view_name',
    status: 422,
    field: 'name',
    sv: 'Ge vyn ett namn på högst 80 tecken.',
    en: 'Give the view a name of at most 80 characters.',
  })
}

function tell(deed: Deed, unitId: Id | null): void {
  deed.changed(unitId === null ? `person:${deed.actor.personId ?? ''}` : `unit:${unitId}`)
}

// ---------------------------------------------------------------------------------------------------------- in the rail

const headings = { sv: 'Mina vyer', en: 'My views' } as const
/** More than this are found on the page of the list; every view in the rail is counted. */
const inRail = 12

export async function countOf(view: View, saved: SavedView): Promise<number | null> {
  const list = lists.get(saved.list)
  return list ? list.count(view, new URLSearchParams(saved.query)) : null
}

export const viewKey = (viewId: Id): string => `vy-${viewId}`

/** One's own under their heading; the unit's after the views the unit always has. */
export const savedViewsNavigation: NavigationSource = async (view, lang) => {
  const found = await savedViews(view)
  const group = async (
    key: string,
    order: number,
    some: readonly SavedView[],
    icon: string,
    heading?: string,
  ): Promise<NavigationGroup[]> => {
    const entries: NavigationEntry[] = []
    for (const one of some.slice(0, inRail)) {
      const list = lists.get(one.list)
      if (list)
        entries.push({
          key: viewKey(one.viewId),
          href: list.path + one.query,
          label: one.name,
          icon,
          count: await list.count(view, new URLSearchParams(one.query)),
        })
    }
    return entries.length === 0 ? [] : [{ key, order, entries, ...(heading ? { heading } : {}) }]
  }
  return [
    ...(await group(
      'own-views',
      15,
      found.filter((one) => one.unitId === null),
      'list-filter',
      headings[lang],
    )),
    ...(await group(
      'saved-unit-views',
      21,
      found.filter((one) => one.unitId !== null),
      'users',
    )),
  ]
}
