// What stands above a list of cases: search, filters, order and columns – each a form or a link to the same list.
import type { Lang } from '#basics/lang'
import type { Visit } from '#platform/http/site'
import {
  ChoiceField,
  DateField,
  FilterChip,
  FilterMenu,
  Form,
  More,
  SearchField,
  SelectField,
  SeveralField,
  Tools,
} from '#ui'
import type { SelectOption } from '#ui'
import { openStates } from '../case.ts'
import type { Choice } from '../desk-queries.ts'
import { deskText } from './desk-text.ts'
import type { DeskList } from './queue-state.ts'
import { addressTo, carried, columnsOnScreen, withFilter } from './queue-state.ts'

export interface ToolsProps {
  readonly visit: Visit
  readonly shown: DeskList
  readonly choices: ReadonlyMap<string, readonly Choice[]>
}

export function ListTools(props: ToolsProps) {
  const { visit, shown } = props
  const { lang } = visit
  const text = deskText[lang]
  const grouped = isGrouped(shown)
  return (
    <Tools>
      <Form
        method="get"
        action={visit.href(shown.path)}
        enhance
        search
        label={text.searchIn}
        hidden={carried(shown, ['q', 'cursor'])}
      >
        <SearchField id="i-listan" name="q" label={text.searchIn} value={shown.search} />
      </Form>
      <Chips {...props} />
      <Filters {...props} />
      <span class="mute opt push">{grouped ? text.groupedByPromise : text.orders[orderOf(shown)]}</span>
      <SortMenu {...props} />
      <ColumnMenu {...props} />
    </Tools>
  )
}

const orders = ['due', '-due', '-received', 'received'] as const
type Order = (typeof orders)[number]

function orderOf({ state }: DeskList): Order {
  const written = (state.descending ? '-' : '') + state.sort
  return orders.find((order) => order === written) ?? 'due'
}

/** The groups follow the promise; in another order they would lie. */
export function isGrouped(shown: DeskList): boolean {
  return shown.which === 'queue' && shown.state.sort === 'due' && !shown.state.descending
}

function Chips({ visit, shown, choices }: ToolsProps) {
  const { lang } = visit
  const text = deskText[lang]
  const chips = Object.entries(shown.state.filters).flatMap(([key, values]) =>
    values.map((value) => ({
      label: `${shown.list.filters.find((filter) => filter.key === key)?.label[lang] ?? key}: ${filterWords(shown, choices, key, value, lang)}`,
      href: withFilter(
        shown,
        key,
        values.filter((other) => other !== value),
      ),
    })),
  )
  if (shown.search) chips.push({ label: text.searchedFor(shown.search), href: addressTo(shown, { search: '' }) })
  return (
    <>
      {chips.map((chip) => (
        <FilterChip lang={lang} label={chip.label} removeHref={visit.href(chip.href)} />
      ))}
    </>
  )
}

function filterWords(shown: DeskList, choices: ToolsProps['choices'], key: string, value: string, lang: Lang): string {
  const text = deskText[lang]
  if (key === 'ansvarig' && value === 'jag') return text.you
  if (key === 'ansvarig' && value === 'ingen') return text.nobody
  const option = shown.list.filters.find((filter) => filter.key === key)?.options?.find((one) => one.value === value)
  return (
    option?.label[lang] ??
    choices.get(key)?.find((choice) => choice.value === value)?.label ??
    (key === 'fran' || key === 'till' ? value : text.something)
  )
}

function Filters({ visit, shown, choices }: ToolsProps) {
  const { lang } = visit
  const text = deskText[lang]
  const value = (key: string): string | undefined => shown.state.filters[key]?.[0]
  const options = (key: string): readonly SelectOption[] =>
    shown.list.filters
      .find((filter) => filter.key === key)
      ?.options?.map((one) => ({ value: one.value, label: one.label[lang] })) ??
    choices.get(key) ??
    []
  const field = (key: string) => {
    const label = shown.list.filters.find((filter) => filter.key === key)?.label[lang] ?? key
    const given =
      key === 'ansvarig'
        ? [{ value: 'jag', label: text.you }, { value: 'ingen', label: text.nobody }, ...options(key)]
        : options(key)
    return (
      <SelectField
        lang={lang}
        name={key}
        id={`filter-${key}`}
        label={label}
        options={given}
        value={value(key)}
        empty={text.any}
      />
    )
  }
  const states = options('status').filter(
    (one) => shown.which === 'cases' || (openStates as readonly string[]).includes(one.value),
  )
  const later =
    ['slag', 'prioritet', 'kanal', 'plats'].some((key) => value(key)) ||
    value('fran') !== undefined ||
    value('till') !== undefined
  return (
    <FilterMenu
      lang={lang}
      action={visit.href(shown.path)}
      submit={text.showList}
      hidden={only(carried(shown, []), ['sort', 'kolumner', 'q', 'limit'])}
    >
      {field('lofte')}
      {field('ansvarig')}
      {field('tjanst')}
      {field('kund')}
      {(choices.get('enhet')?.length ?? 0) > 1 && field('enhet')}
      <SeveralField
        lang={lang}
        tight
        name="status"
        id="filter-status"
        label={text.state}
        options={states.map((one) => ({ value: one.value, label: one.label }))}
        values={shown.state.filters['status'] ?? []}
      />
      <More summary={text.moreFilters} open={later}>
        <div class="stack">
          {field('slag')}
          {field('prioritet')}
          {field('kanal')}
          {field('plats')}
          <DateField lang={lang} name="fran" id="filter-fran" label={text.receivedFrom} value={value('fran')} />
          <DateField lang={lang} name="till" id="filter-till" label={text.receivedTo} value={value('till')} />
        </div>
      </More>
    </FilterMenu>
  )
}

const only = (fields: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))

function SortMenu({ visit, shown }: ToolsProps) {
  const { lang } = visit
  const text = deskText[lang]
  const current = orderOf(shown)
  return (
    <FilterMenu
      lang={lang}
      action={visit.href(shown.path)}
      submit={text.showList}
      label={text.sort}
      icon="arrow-up-down"
      align="right"
      wideOnly
      hidden={carried(shown, ['sort', 'cursor'])}
    >
      <ChoiceField
        lang={lang}
        tight
        name="sort"
        id="sortering"
        label={text.order}
        value={current}
        options={orders.map((value) => ({
          value,
          label: text.orders[value],
        }))}
      />
    </FilterMenu>
  )
}

function ColumnMenu({ visit, shown }: ToolsProps) {
  const { lang } = visit
  const text = deskText[lang]
  return (
    <FilterMenu
      lang={lang}
      action={visit.href(shown.path)}
      submit={text.showList}
      label={text.columns}
      icon="columns"
      align="right"
      wideOnly
      hidden={carried(shown, ['kolumner', 'cursor'])}
    >
      <SeveralField
        lang={lang}
        tight
        name="kolumner"
        id="kolumnval"
        label={text.columnsShown}
        options={shown.list.columns
          .filter((column) => column.key !== 'title')
          .map((column) => ({ value: column.key, label: column.label[lang] }))}
        values={columnsOnScreen(shown)}
      />
      {shown.state.columns && (
        <a class="sm" href={visit.href(addressTo(shown, { columns: null }))} data-enhance="">
          {text.usualColumns}
        </a>
      )}
    </FilterMenu>
  )
}
