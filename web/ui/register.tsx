// A register on a screen: its filters, columns and order as an address, the rows, the way on, and the files. Made from the
// list's own definition, so that screen, file and API always have the same columns, filters and sorts.

import type { ComponentChildren } from 'preact'
import { fullDate } from '#basics/dates'
import type { ListColumn, ListDefinition, ListFilter, ListPage, ListState } from '#platform/list'
import type { RegisterReading } from '#platform/register'
import { Actions, LinkButton } from './button.tsx'
import { SelectField, SeveralField, type SelectOption } from './choices.tsx'
import { DateField, TextField } from './fields.tsx'
import { formatNumber } from './format.ts'
import { FilterChip, FilterMenu, Pager, Tools } from './list.tsx'
import { PrintButton } from './live.tsx'
import { Notice } from './notice.tsx'
import { DataTable, type Column, type SortLink } from './table.tsx'
import { uiText, type Lang } from './text.ts'

export interface RegisterProps<R> {
  readonly lang: Lang
  readonly caption: string
  readonly list: ListDefinition<R>
  readonly reading: RegisterReading
  readonly page: ListPage<R>
  /** Whole address of the list, with something changed. */
  address(change: Partial<ListState>): string
  /** Whole address of the list without anything. */
  readonly action: string
  /** Choices of filters that depend on what is stored: customers, units. */
  readonly choices?: Readonly<Record<string, readonly SelectOption[]>> | undefined
  /** The column that names the row. */
  readonly head: string
  rowId(row: R): string
  /** Columns that are more than their value: links and tags. */
  readonly cells?: Readonly<Record<string, (row: R) => ComponentChildren>> | undefined
  readonly empty: ComponentChildren
}

export function Register<R>(props: RegisterProps<R>) {
  const { lang, list, page, address } = props
  const { state, misread } = props.reading
  const words = uiText(lang)
  const shown = shownOf(list, state, props.head)
  const file = (ending: string): string => {
    const [path = '', query] = address({}).split('?')
    return `${path}/rader.${ending}${query ? `?${query}` : ''}`
  }
  return (
    <>
      {misread.map((one) => (
        <Notice tone="warn" live="alert" small class="mb4">
          {`${one.typed}: ${one.words[lang]}`}
        </Notice>
      ))}
      <RegisterTools {...props} />
      <DataTable
        lang={lang}
        caption={props.caption}
        look="cards"
        keys
        rows={page.rows}
        rowId={(row) => props.rowId(row)}
        empty={props.empty}
        columns={shown.map((column) => tableColumn(props, column))}
      />
      <Pager
        lang={lang}
        shown={formatNumber(page.rows.length, lang)}
        total={`${formatNumber(page.total.count, lang)}${page.total.exact ? '' : '+'}`}
        nextHref={page.next ? address({ cursor: page.next }) : undefined}
        firstHref={state.cursor ? address({ cursor: null }) : undefined}
      />
      {page.total.count > 0 && (
        <Actions>
          <LinkButton kind="quiet" small icon="download" download href={file('csv')}>
            {words.asCsv}
          </LinkButton>
          <LinkButton kind="quiet" small icon="download" download href={file('xlsx')}>
            {words.asXlsx}
          </LinkButton>
        </Actions>
      )}
    </>
  )
}

/** The columns chosen, the naming one always first. */
function shownOf<R>(list: ListDefinition<R>, state: ListState, head: string): readonly ListColumn<R>[] {
  const chosen = list.columns.filter((column) => state.columns?.includes(column.key) ?? !column.extra)
  const name = list.columns.find((column) => column.key === head)
  return name && !chosen.includes(name) ? [name, ...chosen] : chosen
}

function tableColumn<R>({ lang, reading, address, head, cells }: RegisterProps<R>, column: ListColumn<R>): Column<R> {
  const { state } = reading
  const sorted = state.sort === column.sort
  const starts = sorted ? !state.descending : false
  const sort: SortLink | undefined = column.sort
    ? {
        href: address({ sort: column.sort, descending: starts }),
        ...(sorted ? { direction: state.descending ? 'descending' : 'ascending' } : {}),
      }
    : undefined
  const own = cells?.[column.key]
  return {
    head: column.label[lang],
    rowHead: column.key === head,
    ...(column.key === head ? { phone: 'title' as const } : {}),
    ...(column.kind === 'date' ? { class: 'nowrap' } : {}),
    number: column.kind === 'number' || column.kind === 'amountOre' || column.kind === 'quantity',
    sort,
    cell: (row) => (own ? own(row) : plainCell(column, row, lang)),
  }
}

function plainCell<R>(column: ListColumn<R>, row: R, lang: Lang): ComponentChildren {
  const value = column.value(row, lang)
  if (value === null || value === '') return <span class="mute">{uiText(lang).nothingStated}</span>
  if (value instanceof Temporal.PlainDate) return fullDate(value, lang)
  return typeof value === 'number' || typeof value === 'bigint' ? formatNumber(value, lang) : value.toString()
}

function RegisterTools<R>(props: RegisterProps<R>) {
  const { lang, list, reading, address, action } = props
  const { state } = reading
  const words = uiText(lang)
  const columns = state.columns ?? list.columns.filter((column) => !column.extra).map((column) => column.key)
  return (
    <Tools>
      {list.filters.length > 0 && (
        <FilterMenu
          lang={lang}
          action={action}
          submit={words.show}
          hidden={carried(
            address({}),
            list.filters.map((filter) => filter.key),
          )}
        >
          {list.filters.map((filter) => (
            <FilterField {...props} filter={filter} />
          ))}
        </FilterMenu>
      )}
      {list.filters
        .filter((filter) => state.filters[filter.key])
        .map((filter) => (
          <FilterChip
            lang={lang}
            label={`${filter.label[lang]}: ${chosenWords(props, filter)}`}
            removeHref={address({
              filters: Object.fromEntries(Object.entries(state.filters).filter(([key]) => key !== filter.key)),
            })}
          />
        ))}
      <FilterMenu
        lang={lang}
        action={action}
        label={words.columns}
        icon="columns"
        submit={words.show}
        hidden={carried(address({}), ['kolumner'])}
      >
        <SeveralField
          lang={lang}
          name="kolumner"
          id="val-kolumner"
          label={words.columns}
          tight
          values={columns}
          options={list.columns
            .filter((column) => column.key !== props.head)
            .map((column) => ({ value: column.key, label: column.label[lang] }))}
        />
        <input type="hidden" name="kolumner" value={props.head} />
      </FilterMenu>
      <PrintButton lang={lang} />
    </Tools>
  )
}

function FilterField<R>(props: RegisterProps<R> & { readonly filter: ListFilter }) {
  const { lang, filter, reading } = props
  const field = { lang, name: filter.key, id: `filter-${filter.key}`, label: filter.label[lang] }
  const values = reading.state.filters[filter.key] ?? []
  const options = optionsOf(props, filter)
  if (options && filter.many) return <SeveralField {...field} tight values={values} options={options} />
  if (options) return <SelectField {...field} empty={uiText(lang).all} options={options} value={values[0] ?? ''} />
  const typed = reading.misread.find((one) => one.filter === filter.key)
  if (filter.reads === 'day')
    return <DateField {...field} value={typed?.typed ?? values[0] ?? ''} error={typed?.words[lang]} />
  return <TextField {...field} value={values[0] ?? ''} />
}

function optionsOf<R>({ lang, choices }: RegisterProps<R>, filter: ListFilter): readonly SelectOption[] | undefined {
  return choices?.[filter.key] ?? filter.options?.map((option) => ({ value: option.value, label: option.label[lang] }))
}

function chosenWords<R>(props: RegisterProps<R>, filter: ListFilter): string {
  const options = optionsOf(props, filter)
  const values = props.reading.state.filters[filter.key] ?? []
  return values
    .map((value) => {
      if (filter.reads === 'day') return fullDate(Temporal.PlainDate.from(value), props.lang)
      return options?.find((option) => option.value === value)?.label ?? value
    })
    .join(', ')
}

/** Fields that carry the rest of the list's state through a form that changes some of it. */
function carried(address: string, but: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, value] of new URLSearchParams(address.split('?')[1] ?? ''))
    if (!but.includes(key)) kept[key] = key in kept ? `${kept[key] ?? ''},${value}` : value
  return kept
}
