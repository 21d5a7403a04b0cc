// What stands around a list: filters, tabs, the bulk bar, the pager and the key hints. All links and forms.

import type { ComponentChildren } from 'preact'
import { Button, Key, LinkButton } from './button.tsx'
import { Form } from './form.tsx'
import { Hidden, classes, Icon, type IconName } from './icon.tsx'
import { Menu } from './menu.tsx'
import { uiText, type Lang } from './text.ts'

/** A row of tools above a list; `push` parts it in left and right. */
export function Tools({ children }: { readonly children: ComponentChildren }) {
  return <div class="tools">{children}</div>
}

export interface FilterChipProps {
  readonly lang: Lang
  readonly label: string
  /** The same list without this filter. */
  readonly removeHref: string
}

export function FilterChip({ lang, label, removeHref }: FilterChipProps) {
  return (
    <a class="filter on" href={removeHref} data-enhance="" aria-label={uiText(lang).removeFilter(label)}>
      <Icon name="x" />
      {label}
    </a>
  )
}

export interface ChoiceChipProps {
  readonly label: string
  readonly href: string
  readonly current?: boolean | undefined
  readonly wideOnly?: boolean | undefined
}

/** One of a few ways to look at the same thing: all, letters, internal. */
export function ChoiceChip({ label, href, current, wideOnly }: ChoiceChipProps) {
  return (
    <a
      class={classes('filter', current ? 'on' : 'solid', wideOnly && 'opt')}
      href={href}
      data-enhance=""
      aria-current={current ? 'true' : undefined}
    >
      {label}
    </a>
  )
}

export interface FilterMenuProps {
  readonly lang: Lang
  readonly action: string
  /** What the list already has, kept through the form. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly label?: string | undefined
  readonly icon?: IconName | undefined
  readonly submit: string
  readonly align?: 'left' | 'right' | undefined
  readonly wideOnly?: boolean | undefined
  readonly children: ComponentChildren
}

/** A form in a menu: choose filter, order or columns, and look. */
export function FilterMenu(props: FilterMenuProps) {
  const { lang, label = uiText(lang).addFilter, icon = 'plus', align = 'left' } = props
  return (
    <Menu label={label} icon={icon} look="filter" align={align} class={props.wideOnly ? 'opt' : undefined}>
      <Form method="get" action={props.action} enhance hidden={props.hidden} class="filter-form">
        {props.children}
        <Button kind="primary" small>
          {props.submit}
        </Button>
      </Form>
    </Menu>
  )
}

export interface BulkBarProps {
  readonly lang: Lang
  readonly id: string
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>> | undefined
  /** Two common choices as Buttons. */
  readonly children: ComponentChildren
  /** The rest, as a MenuList. */
  readonly more?: ComponentChildren
}

/** The form the check boxes of a list belong to (by `form={id}`). With script it shows only when something is selected. */
export function BulkBar({ lang, id, action, hidden, children, more }: BulkBarProps) {
  const text = uiText(lang)
  return (
    <Form class="bulk" id={id} action={action} label={text.withSelected} hidden={hidden} enhance>
      <b data-selected-count="">{text.withSelected}</b>
      {children}
      {more && (
        <Menu label={text.more} up>
          {more}
        </Menu>
      )}
      <Button type="button" kind="quiet" small class="needs-script unselect">
        {text.unselect}
      </Button>
    </Form>
  )
}

export interface PagerProps {
  readonly lang: Lang
  readonly shown: string
  /** `34`, or `10 000+`. */
  readonly total: string
  readonly nextHref?: string | undefined
  readonly previousHref?: string | undefined
  /** From the start, when far in. */
  readonly firstHref?: string | undefined
}

/** Where we are in a list with a cursor, and the way on. */
export function Pager({ lang, shown, total, nextHref, previousHref, firstHref }: PagerProps) {
  const text = uiText(lang)
  return (
    <nav class="pager" aria-label={text.pages}>
      <p>{shown === total ? text.showingAll(total) : text.showing(shown, total)}</p>
      {firstHref && (
        <LinkButton href={firstHref} kind="quiet" small>
          {text.first}
        </LinkButton>
      )}
      {previousHref && (
        <LinkButton href={previousHref} small icon="arrow-left">
          {text.previous}
        </LinkButton>
      )}
      {nextHref && (
        <LinkButton href={nextHref} small iconAfter="arrow-right">
          {text.next}
        </LinkButton>
      )}
    </nav>
  )
}

export interface Tab {
  readonly label: string
  readonly href: string
  readonly current?: boolean | undefined
  readonly icon?: IconName | undefined
  readonly count?: number | string | undefined
  readonly keyHint?: string | undefined
}

export interface TabsProps {
  readonly label: string
  readonly items: readonly Tab[]
  /** seg: on top of a composer or card. page: under a page head. */
  readonly look?: 'seg' | 'page' | undefined
}

/** Links, not widgets: every tab has an address. */
export function Tabs({ label, items, look = 'page' }: TabsProps) {
  return (
    <nav class={look === 'seg' ? 'seg' : 'tabs'} aria-label={label}>
      {items.map((item) => (
        <a
          href={item.href}
          data-enhance=""
          data-key={item.keyHint?.toLowerCase()}
          aria-current={item.current ? (look === 'seg' ? 'true' : 'page') : undefined}
        >
          {item.icon && <Icon name={item.icon} />}
          {item.label}
          {item.count !== undefined && <span class="mute w4"> {item.count}</span>}
        </a>
      ))}
    </nav>
  )
}

export interface KeyHint {
  readonly keys: readonly string[]
  readonly words: string
}

/** The most used keys, on one line under a list. Hidden where there is no keyboard. */
export function KeyHints({ lang, hints }: { readonly lang: Lang; readonly hints: readonly KeyHint[] }) {
  return (
    <div class="keys" role="group" aria-label={uiText(lang).keyboard}>
      {hints.map((hint) => (
        <span>
          {hint.keys.map((key) => (
            <Key>{key}</Key>
          ))}
          <Hidden>{`${hint.keys.join(', ')}: `}</Hidden>
          {hint.words}
        </span>
      ))}
    </div>
  )
}
