// The list of people: filter, sort, pages by cursor; and the form that adds one.
import { fullDate } from '#basics/dates'
import { isId } from '#basics/id'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { ListState } from '#platform/list'
import { addressOf, fetchPage, readState } from '#platform/list'
import type { DownloadPage, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { optional, shape } from '#platform/http/shape'
import {
  CheckField,
  DataTable,
  DateField,
  Empty,
  FilterChip,
  FilterMenu,
  PageHead,
  Pager,
  PrintButton,
  SelectField,
  TextField,
  Tools,
  formatNumber,
} from '#ui'
import { AddPerson } from '../people/contract.ts'
import { addPerson } from '../people/keep-people.ts'
import type { PersonListRow } from '../people/list.ts'
import { peopleList, peopleQuery } from '../people/list.ts'
import { personKinds } from '../people/person.ts'
import { PickedPerson, pickPerson } from '../people/pick-person.ts'
import { findPeople } from '../people/queries.ts'
import { rolesOn } from '../roles/queries.ts'
import { fill, organisationText } from '../text.ts'
import { MoreForm, formOn } from './form-parts.tsx'
import { PersonFields } from './person-fields.tsx'
import { dateText, dayAsked, unitOptions } from './page-parts.tsx'

const path = '/organisation/personer'
const { mentorId: _mentor, ...addFields } = AddPerson.properties
export const PersonBody = shape({ ...addFields, pick: optional(PickedPerson) })

/** Ids that are not ids find nobody; they never reach the database. */
export function safeState(visit: Visit): ListState {
  const state = readState(peopleList, visit.query)
  const filters = Object.fromEntries(
    Object.entries(state.filters).filter(([key, values]) => !['enhet', 'roll'].includes(key) || values.every(isId)),
  )
  return { ...state, filters }
}

export const peoplePage: Page = {
  path,
  access: 'organisation.read',
  async show(view, visit) {
    const { lang } = visit
    const words = organisationText[lang].people
    const { on } = dayAsked(view, visit)
    const state = safeState(visit)
    const page = await fetchPage(view.tx, peopleList, state, await peopleQuery(view, state, on))
    const total = page.total.exact ? formatNumber(page.total.count, lang) : `${formatNumber(page.total.count, lang)}+`
    return {
      title: words.title,
      layout: 'desk',
      current: 'organisation-people',
      topics: ['organisation'],
      main: (
        <>
          <PageHead
            title={words.title}
            under={
              on.equals(view.today) ? words.lead : fill(organisationText[lang].any.shown, { date: fullDate(on, lang) })
            }
          />
          {await Filters(view, visit, state, on)}
          <PeopleTable visit={visit} rows={page.rows} state={state} />
          <Pager
            lang={lang}
            shown={formatNumber(page.rows.length, lang)}
            total={total}
            {...(page.next
              ? { nextHref: visit.href(path + addressOf(state, peopleList.defaultSort, { cursor: page.next })) }
              : {})}
            {...(state.cursor ? { firstHref: visit.href(path + addressOf(state, peopleList.defaultSort)) } : {})}
          />
          {may(view.actor, 'organisation.edit') && <AddPersonForm visit={visit} />}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'organisation.edit',
      body: PersonBody,
      run: async (deed, { body: { pick, ...body } }) =>
        addPerson(deed, { ...body, mentorId: await pickPerson(deed, pick) }),
      then: ({ personId }) => `/organisation/personer/${personId}?klart=sparat`,
    }),
  },
}

function PeopleTable({
  visit,
  rows,
  state,
}: {
  readonly visit: Visit
  readonly rows: readonly PersonListRow[]
  readonly state: ListState
}) {
  const { lang } = visit
  const { people: words, any } = organisationText[lang]
  const sortHref = visit.href(
    path + addressOf(state, peopleList.defaultSort, { sort: 'name', descending: !state.descending }),
  )
  return (
    <DataTable
      lang={lang}
      caption={words.title}
      look="cards"
      keys
      rows={rows}
      rowId={(row) => row.person_id}
      empty={
        <Empty title={words.empty} icon="users">
          {words.emptyHelp}
        </Empty>
      }
      columns={[
        {
          head: any.name,
          rowHead: true,
          class: 'nowrap',
          phone: 'title',
          sort: { href: sortHref, direction: state.descending ? 'descending' : 'ascending' },
          cell: (row) => (
            <a class="t" data-row-link="" href={visit.href(`${path}/${row.person_id}`)}>
              {row.name}
            </a>
          ),
        },
        { head: any.title, cell: (row) => row.title ?? '–' },
        { head: any.unit, cell: (row) => row.units ?? '–' },
        { head: any.role, cell: (row) => row.roles ?? '–' },
        { head: words.email, cell: (row) => row.email ?? '–' },
        { head: words.telephone, class: 'nowrap', cell: (row) => row.telephone ?? '–' },
        ...(state.filters['avslutade']
          ? [
              {
                head: words.ends,
                cell: (row: PersonListRow) => (row.ended_on ? dateText(row.ended_on.toString(), lang) : '–'),
              },
            ]
          : []),
      ]}
    />
  )
}

async function Filters(view: View, visit: Visit, state: ListState, on: Temporal.PlainDate) {
  const { lang } = visit
  const { people: words, any } = organisationText[lang]
  const units = await unitOptions(view, on)
  const roles = (await rolesOn(view, on)).map((role) => ({ value: role.roleId, label: role.name }))
  const value = (key: string): string => state.filters[key]?.[0] ?? ''
  const chips: readonly (readonly [key: string, label: string])[] = [
    ['sok', fill(words.filterName, { x: value('sok') })],
    ['enhet', fill(words.filterUnit, { x: units.find((unit) => unit.value === value('enhet'))?.label ?? '–' })],
    ['roll', fill(words.filterRole, { x: roles.find((role) => role.value === value('roll'))?.label ?? '–' })],
    ['slag', fill(words.filterKind, { x: words.kinds[value('slag') as keyof typeof words.kinds] ?? value('slag') })],
    ['avslutade', words.filterLeft],
  ]
  const without = (key: string): string =>
    visit.href(
      path +
        addressOf(state, peopleList.defaultSort, {
          filters: Object.fromEntries(Object.entries(state.filters).filter(([other]) => other !== key)),
        }),
    )
  return (
    <Tools>
      <FilterMenu lang={lang} action={visit.href(path)} submit={any.show}>
        <TextField lang={lang} name="sok" id="filter-namn" label={any.name} optional value={value('sok')} />
        <SelectField
          lang={lang}
          name="enhet"
          id="filter-enhet"
          label={any.unit}
          optional
          options={units}
          value={value('enhet')}
        />
        <SelectField
          lang={lang}
          name="roll"
          id="filter-roll"
          label={any.role}
          optional
          options={roles}
          value={value('roll')}
        />
        <SelectField
          lang={lang}
          name="slag"
          id="filter-slag"
          label={any.kind}
          optional
          options={personKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={value('slag')}
        />
        <CheckField name="avslutade" label={words.left} checked={value('avslutade') === 'ja'} tight />
        <DateField lang={lang} name="datum" id="filter-dag" label={any.date} value={on.toString()} />
      </FilterMenu>
      {chips
        .filter(([key]) => value(key) !== '')
        .map(([key, label]) => (
          <FilterChip lang={lang} label={label} removeHref={without(key)} />
        ))}
      <PrintButton lang={lang} />
    </Tools>
  )
}

function AddPersonForm({ visit }: { readonly visit: Visit }) {
  const { people: words, any } = organisationText[visit.lang]
  const form = formOn(visit, '', { names: { mentorId: 'pick.person' } })
  return (
    <MoreForm summary={words.add} form={form} action={visit.href(path)} submit={any.save}>
      <PersonFields visit={visit} form={form} />
    </MoreForm>
  )
}

/** What a person field asks while somebody types. */
export const personSuggestions: DownloadPage = {
  path: '/organisation/forslag/personer',
  access: 'organisation.read',
  async make(view, visit) {
    const people = await findPeople(view, (visit.query.get('q') ?? '').slice(0, 200))
    const choices = people.map((one) => ({
      value: one.personId,
      label: one.name,
      detail: [one.title, one.units].filter(Boolean).join(', '),
    }))
    return {
      name: 'personer.json',
      type: 'application/json; charset=utf-8',
      bytes: new TextEncoder().encode(JSON.stringify(choices)),
    }
  },
}
