// The list of people: columns, sorts and filters, one query for the page, the API, the export and the print.
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { Words } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { DB } from '#platform/db/tx'
import { find } from '#platform/search/index-entry'
import type { ListDefinition, ListState } from '#platform/list'
import { fetchPage, readState } from '#platform/list'
import { unitsBeneath } from '../units/queries.ts'
import type { PersonRow } from './contract.ts'
import type { PersonKind } from './person.ts'

type PlainDate = Temporal.PlainDate

type PersonColumns = Pick<
  Selectable<DB['organisation.person']>,
  'person_id' | 'name' | 'sort_name' | 'title' | 'email' | 'telephone' | 'kind' | 'protected' | 'ended_on'
>
export interface PersonListRow extends PersonColumns {
  readonly units: string | null
  readonly roles: string | null
}

export const kindWords: Readonly<Record<PersonKind, Words>> = {
  employee: { sv: 'Medarbetare', en: 'Employee' },
  elected: { sv: 'Förtroendevald', en: 'Elected representative' },
  trainee: { sv: 'Praktikant', en: 'Trainee' },
  outside: { sv: 'Utanför organisationen', en: 'Outside the organisation' },
}

const words = (sv: string, en: string): Words => ({ sv, en })

export const peopleList: ListDefinition<PersonListRow> = {
  key: 'people',
  columns: [
    { key: 'name', label: words('Namn', 'Name'), kind: 'text', value: (row) => row.name, sort: 'name' },
    { key: 'title', label: words('Titel', 'Title'), kind: 'text', value: (row) => row.title },
    { key: 'unit', label: words('Enhet', 'Unit'), kind: 'text', value: (row) => row.units },
    { key: 'role', label: words('Roll', 'Role'), kind: 'text', value: (row) => row.roles },
    { key: 'email', label: words('E-post', 'E-mail'), kind: 'text', value: (row) => row.email },
    { key: 'telephone', label: words('Telefon', 'Telephone'), kind: 'text', value: (row) => row.telephone },
    { key: 'kind', label: words('Slag', 'Kind'), kind: 'text', value: (row) => kindWords[row.kind].sv, extra: true },
    { key: 'ends', label: words('Slutar', 'Leaves'), kind: 'date', value: (row) => row.ended_on, extra: true },
  ],
  sorts: { name: { label: words('Namn', 'Name'), by: { column: 'p.sort_name', of: (row) => row.sort_name } } },
  defaultSort: 'name',
  filters: [
    { key: 'sok', label: words('Namn', 'Name') },
    { key: 'enhet', label: words('Enhet', 'Unit') },
    { key: 'roll', label: words('Roll', 'Role') },
    {
      key: 'slag',
      label: words('Slag', 'Kind'),
      many: true,
      options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
    },
    {
      key: 'avslutade',
      label: words('Avslutade', 'Those who have left'),
      options: [{ value: 'ja', label: words('Ja', 'Yes') }],
    },
    { key: 'datum', label: words('Den dag', 'On the day') },
  ],
  tieBreak: { column: 'p.person_id', of: (row) => row.person_id },
}

/** Names of the units a person is assigned to on the day. */
export const unitsOfPerson = (on: PlainDate) =>
  sql<string | null>`(
  select string_agg(distinct u.name, ', ' order by u.name)
  from organisation.assignment a
  join organisation.unit_placement u on u.tenant_id = a.tenant_id and u.unit_id = a.unit_id
    and u.valid_from <= ${on} and (u.valid_to is null or u.valid_to > ${on})
  where a.tenant_id = p.tenant_id and a.person_id = p.person_id
    and a.valid_from <= ${on} and (a.valid_to is null or a.valid_to > ${on}))`.as('units')

const rolesOfPerson = (on: PlainDate) =>
  sql<string | null>`(
  select string_agg(distinct r.name, ', ' order by r.name)
  from organisation.assignment a
  join organisation.role r on r.tenant_id = a.tenant_id and r.role_id = a.role_id
    and r.valid_from <= ${on} and (r.valid_to is null or r.valid_to > ${on})
  where a.tenant_id = p.tenant_id and a.person_id = p.person_id
    and a.valid_from <= ${on} and (a.valid_to is null or a.valid_to > ${on}))`.as('roles')

/** The filtered query; protected people stand in it only for those who keep the register. */
export async function peopleQuery(view: View, state: ListState, on: PlainDate) {
  const first = (key: string): string | undefined => state.filters[key]?.[0]
  let query = view.tx
    .selectFrom('organisation.person as p')
    .select([
      'p.person_id',
      'p.name',
      'p.sort_name',
      'p.title',
      'p.email',
      'p.telephone',
      'p.kind',
      'p.protected',
      'p.ended_on',
    ])
    .select([unitsOfPerson(on), rolesOfPerson(on)])
  query =
    first('avslutade') === 'ja'
      ? query.where('p.ended_on', '<=', on)
      : query.where((q) => q.or([q('p.ended_on', 'is', null), q('p.ended_on', '>', on)]))
  if (!may(view.actor, 'organisation.edit'))
    query = query.where((q) => q.or([q('p.protected', '=', false), q('p.person_id', '=', view.actor.personId)]))
  const kinds = state.filters['slag']
  if (kinds) query = query.where('p.kind', 'in', kinds as PersonKind[])
  const named = first('sok')
  if (named) {
    const ids = await idsByName(view, named)
    const prefix = foldName(named)
    query = query.where((q) =>
      q.or([
        q.and([q('p.sort_name', '>=', prefix), q('p.sort_name', '<', `${prefix}\u{10ffff}`)]),
        ...(ids.length > 0 ? [q('p.person_id', 'in', ids)] : []),
      ]),
    )
  }
  const roleId = first('roll')
  const unitId = first('enhet')
  const units = unitId === undefined ? null : await unitsBeneath(view, unitId, on)
  if (roleId !== undefined || units)
    query = query.where('p.person_id', 'in', (q) => {
      let held = q
        .selectFrom('organisation.assignment as held')
        .select('held.person_id')
        .where('held.valid_from', '<=', on)
        .where((w) => w.or([w('held.valid_to', 'is', null), w('held.valid_to', '>', on)]))
      if (roleId !== undefined) held = held.where('held.role_id', '=', roleId)
      if (units) held = held.where('held.unit_id', '=', sql<Id>`any(${[...units]}::uuid[])`)
      return held
    })
  return query
}

/** For saved views: how many stand in the list. */
export async function countPeople(view: View, query: URLSearchParams): Promise<number> {
  const state = { ...readState(peopleList, query), limit: 1, cursor: null }
  const day = query.get('datum')
  const on = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? Temporal.PlainDate.from(day) : view.today
  return (await fetchPage(view.tx, peopleList, state, await peopleQuery(view, state, on))).total.count
}

export async function idsByName(view: View, typed: string): Promise<readonly Id[]> {
  const found = await find(view.tx, {
    tenantId: view.tenant.tenantId,
    query: typed,
    kinds: ['person'],
    limit: 500,
    typing: true,
  })
  return found.entries.filter((entry) => entry.rank >= 1).map((entry) => entry.id)
}

/** As the generated column `sort_name`: å, ä, ö after z. */
export function foldName(name: string): string {
  const after: Readonly<Record<string, string>> = { å: '{', ä: '|', ö: '}', é: 'e', è: 'e', ü: 'u', æ: '|', ø: '}' }
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[åäöéèüæø]/g, (letter) => after[letter] ?? letter)
}

export function asPersonRow(row: PersonListRow): PersonRow {
  return {
    personId: row.person_id,
    name: row.name,
    title: row.title,
    email: row.email,
    telephone: row.telephone,
    kind: row.kind,
    units: row.units ?? '',
    roles: row.roles ?? '',
    endedOn: row.ended_on?.toString() ?? null,
  }
}
