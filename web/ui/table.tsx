// Tables: native, sorted by links, selected by check boxes, readable row by row. The pieces first, then DataTable which
// puts them together for a list.

import type { ComponentChildren } from 'preact'
import { classes, Hidden, Icon, type IconName } from './icon.tsx'
import { uiText, type Lang } from './text.ts'

export interface TableFrameProps {
  /** Names the frame for those who scroll it with the keyboard. */
  readonly label: string
  readonly bare?: boolean | undefined
  readonly id?: string | undefined
  /** Single keys work in this list. */
  readonly keys?: boolean | undefined
  readonly children: ComponentChildren
}

/** A wide table scrolls in its own frame, which takes focus and has a name. */
export function TableFrame({ label, bare, id, keys, children }: TableFrameProps) {
  return (
    <div
      class={classes('tablewrap', bare && 'b0')}
      id={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reached by keyboard
      tabIndex={0}
      role="region"
      aria-label={label}
      data-keys={keys ? 'list' : undefined}
    >
      {children}
    </div>
  )
}

export interface SortLink {
  readonly href: string
  readonly direction?: 'ascending' | 'descending' | undefined
}

export interface HeadCellProps {
  readonly children: ComponentChildren
  readonly number?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly sort?: SortLink | undefined
  readonly class?: string | undefined
}

export function HeadCell({ children, number, hidden, sort, class: extra }: HeadCellProps) {
  return (
    <th scope="col" class={classes(number && 'num', extra)} aria-sort={sort?.direction}>
      {hidden ? <span class="sr">{children}</span> : sort ? <SortHead sort={sort}>{children}</SortHead> : children}
    </th>
  )
}

function SortHead({ sort, children }: { readonly sort: SortLink; readonly children: ComponentChildren }) {
  return (
    <a href={sort.href} data-enhance="">
      {children}
      {sort.direction && <Icon name={sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
    </a>
  )
}

export interface CellProps {
  readonly children?: ComponentChildren
  readonly number?: boolean | undefined
  /** The heading of the column, shown beside the value when the row is a card. */
  readonly label?: string | undefined
  readonly class?: string | undefined
}

export function Cell({ children, number, label, class: extra }: CellProps) {
  return (
    <td class={classes(number && 'num', extra)} data-l={label}>
      {children}
    </td>
  )
}

export interface GroupRowProps {
  readonly columns: number
  readonly heading: string
  readonly count?: number | string | undefined
  readonly icon?: IconName | undefined
  readonly tone?: 'warn' | 'bad' | undefined
}

export function GroupRow({ columns, heading, count, icon, tone }: GroupRowProps) {
  return (
    <tr class={classes('grp', tone)}>
      <th colSpan={columns} scope="rowgroup">
        <span>
          {icon && <Icon name={icon} />}
          {heading}
        </span>
        {count !== undefined && <span class="mute w4"> {count}</span>}
      </th>
    </tr>
  )
}

export interface SelectCellProps {
  readonly name: string
  readonly value: string
  /** What is selected, for listeners: the case number. */
  readonly label: string
  readonly checked?: boolean | undefined
  readonly form?: string | undefined
}

export function SelectCell({ name, value, label, checked, form }: SelectCellProps) {
  return (
    <td class="pick-cell">
      <label class="hit">
        <input class="check" type="checkbox" name={name} value={value} checked={checked} form={form} data-select="" />
        <Hidden>{label}</Hidden>
      </label>
    </td>
  )
}

/** The main link of a row: J and K move to it, Enter opens it. */
export function RowLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <a class="t" href={href} data-row-link="">
      {children}
    </a>
  )
}

export interface Column<Row> {
  readonly head: string
  readonly headHidden?: boolean | undefined
  readonly number?: boolean | undefined
  readonly sort?: SortLink | undefined
  /** The heading of the row. */
  readonly rowHead?: boolean | undefined
  /** On a phone: gone, or the first line of the card. */
  readonly phone?: 'hide' | 'title' | undefined
  readonly class?: string | undefined
  readonly cell: (row: Row) => ComponentChildren
  readonly sum?: ComponentChildren
}

export interface RowGroup<Row> extends Omit<GroupRowProps, 'columns'> {
  readonly rows: readonly Row[]
}

export interface DataTableProps<Row> {
  readonly lang: Lang
  readonly caption: string
  readonly captionShown?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  /** Either rows, or groups of rows. */
  readonly rows?: readonly Row[] | undefined
  readonly groups?: readonly RowGroup<Row>[] | undefined
  /** queue: a work list. cards: becomes cards on a phone. scroll: first column stays. */
  readonly look?: 'queue' | 'cards' | 'scroll' | undefined
  readonly select?: RowSelection<Row> | undefined
  readonly current?: ((row: Row) => boolean) | undefined
  /** What the row is, so that it is itself after a refresh; the selected value unless given. */
  readonly rowId?: ((row: Row) => string) | undefined
  /** Shown instead of rows: an Empty. */
  readonly empty?: ComponentChildren
  /** Words of the sum row; columns carry their own sums. */
  readonly sum?: boolean | undefined
  readonly partial?: boolean | undefined
  readonly bare?: boolean | undefined
  readonly keys?: boolean | undefined
  readonly id?: string | undefined
}

export interface RowSelection<Row> {
  readonly name: string
  readonly value: (row: Row) => string
  readonly label: (row: Row) => string
  readonly selected?: ReadonlySet<string> | undefined
  readonly total: string
  /** The id of the form the bulk bar sends. */
  readonly form: string
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { lang, caption, columns, look = 'scroll', select, sum } = props
  const groups = props.groups ?? [{ heading: '', rows: props.rows ?? [] }]
  const width = columns.length + (select ? 1 : 0)
  const nothing = groups.every((group) => group.rows.length === 0)
  return (
    <TableFrame label={caption} bare={props.bare} keys={props.keys} id={props.id}>
      <table class={look === 'cards' ? 'stack' : look === 'queue' ? 'queue' : undefined}>
        <caption class={props.captionShown ? undefined : 'sr'}>{caption}</caption>
        <thead>
          <tr>
            {select && <SelectAll lang={lang} select={select} />}
            {columns.map((column) => (
              <HeadCell number={column.number} hidden={column.headHidden} sort={column.sort} class={column.class}>
                {column.head}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <>
              {props.groups && group.rows.length > 0 && <GroupRow {...group} columns={width} />}
              {group.rows.map((row) => (
                <DataRow row={row} table={props} />
              ))}
            </>
          ))}
          {nothing && (
            <tr class="none">
              <td colSpan={width}>{props.empty}</td>
            </tr>
          )}
          {sum && !nothing && <SumRow lang={lang} columns={columns} lead={select ? 1 : 0} />}
        </tbody>
      </table>
      {props.partial && <p class="partial sm mute">{uiText(lang).partial}</p>}
    </TableFrame>
  )
}

function SelectAll<Row>({ lang, select }: { readonly lang: Lang; readonly select: RowSelection<Row> }) {
  return (
    <th scope="col" class="pick-cell">
      <label class="hit needs-script">
        <input class="check" type="checkbox" data-select-all="" />
        <Hidden>{uiText(lang).selectAll(select.total)}</Hidden>
      </label>
    </th>
  )
}

function DataRow<Row>({ row, table }: { readonly row: Row; readonly table: DataTableProps<Row> }) {
  const { select, columns, look } = table
  const value = select?.value(row)
  const current = table.current?.(row)
  const id = table.rowId?.(row) ?? value
  return (
    <tr class={current ? 'cur' : undefined} id={id && `rad-${id}`}>
      {select && value !== undefined && (
        <SelectCell
          name={select.name}
          value={value}
          label={uiText(table.lang).select(select.label(row))}
          checked={select.selected?.has(value)}
          form={select.form}
        />
      )}
      {columns.map((column) => {
        const look2 = classes(column.number && 'num', column.phone && `phone-${column.phone}`, column.class)
        if (column.rowHead) {
          return (
            <th scope="row" class={look2}>
              {column.cell(row)}
            </th>
          )
        }
        return (
          <td class={look2} data-l={look === 'cards' ? column.head : undefined}>
            {column.cell(row)}
          </td>
        )
      })}
    </tr>
  )
}

interface SumRowProps<Row> {
  readonly lang: Lang
  readonly columns: readonly Column<Row>[]
  readonly lead: number
}

function SumRow<Row>({ lang, columns, lead }: SumRowProps<Row>) {
  return (
    <tr class="sum">
      {lead > 0 && <td class="pick-cell" />}
      {columns.map((column, i) =>
        i === 0 ? (
          <th scope="row">{column.sum ?? uiText(lang).total}</th>
        ) : (
          <td class={classes(column.number && 'num')} data-l={column.sum === undefined ? undefined : column.head}>
            {column.sum}
          </td>
        ),
      )}
    </tr>
  )
}
