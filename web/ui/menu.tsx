// Disclosure, menu and dialog: the browser's own details and dialog do the work; script only tidies up.

import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { classes, Hidden, Icon, type IconName } from './icon.tsx'
import { uiText, type Lang } from './text.ts'

export interface MoreProps {
  readonly summary: ComponentChildren
  readonly open?: boolean | undefined
  readonly id?: string | undefined
  /** Of those with the same name only one is open. */
  readonly name?: string | undefined
  readonly keyHint?: string | undefined
  readonly children: ComponentChildren
}

/** Text that opens in place. */
export function More({ summary, open, id, name, keyHint, children }: MoreProps) {
  return (
    <details class="more" open={open} id={id} name={name}>
      <summary data-key={keyHint?.toLowerCase()}>
        {summary}
        {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
      </summary>
      {children}
    </details>
  )
}

export interface MenuProps {
  readonly label: ComponentChildren
  readonly icon?: IconName | undefined
  /** Words after the label for listeners. */
  readonly labelHidden?: string | undefined
  /** Looks as a button, a filter chip, or nothing (in the header bar). */
  readonly look?: 'button' | 'filter' | 'bare' | undefined
  readonly align?: 'left' | 'right' | undefined
  /** Opens upwards, in a bar at the bottom. */
  readonly up?: boolean | undefined
  /** The one filled button of its context. */
  readonly primary?: boolean | undefined
  /** One letter that opens it in lists and records. */
  readonly keyHint?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

export function Menu(props: MenuProps) {
  const { look = 'button', align = 'right', up, primary, labelHidden, keyHint } = props
  const button = classes('btn sm', primary && 'primary')
  return (
    <details class={classes('drop', align, up && 'up', props.class)} id={props.id}>
      <summary
        class={look === 'button' ? button : look === 'filter' ? 'filter solid' : undefined}
        data-key={keyHint?.toLowerCase()}
        aria-keyshortcuts={keyHint?.toLowerCase()}
      >
        {props.icon && <Icon name={props.icon} />}
        <span class={look === 'bare' ? 'txt' : undefined}>{props.label}</span>
        {labelHidden && <Hidden>{labelHidden}</Hidden>}
        {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
        {look !== 'bare' && <Icon name={up ? 'chevron-up' : 'chevron-down'} class="end" />}
      </summary>
      <div>{props.children}</div>
    </details>
  )
}

export interface MenuItem {
  readonly label: ComponentChildren
  readonly icon?: IconName | undefined
  readonly href?: string | undefined
  /** Sent as a form button when there is no address to go to. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly form?: string | undefined
  readonly formAction?: string | undefined
  readonly current?: boolean | undefined
  readonly keyHint?: string | undefined
  /** Opens the dialog with this id. */
  readonly opens?: string | undefined
}

export interface MenuListProps {
  readonly heading?: string | undefined
  readonly items: readonly MenuItem[]
}

/** Choices in a menu: links, or buttons of the form around them. */
export function MenuList({ heading, items }: MenuListProps) {
  return (
    <div class="menu-list">
      {heading && <p class="menu-head">{heading}</p>}
      <ul class="l">
        {items.map((item) => (
          <li>
            {item.href ? (
              <a
                href={item.href}
                aria-current={item.current ? 'true' : undefined}
                data-key={item.keyHint?.toLowerCase()}
              >
                <MenuInside item={item} />
              </a>
            ) : (
              <button
                type={item.opens ? 'button' : 'submit'}
                name={item.name}
                value={item.value}
                form={item.form}
                formaction={item.formAction}
                commandfor={item.opens}
                command={item.opens ? 'show-modal' : undefined}
                aria-pressed={item.current}
                data-key={item.keyHint?.toLowerCase()}
              >
                <MenuInside item={item} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function MenuInside({ item }: { readonly item: MenuItem }) {
  return (
    <>
      {item.icon && <Icon name={item.icon} />}
      <span>{item.label}</span>
      {item.current && <Icon name="check" class="end" />}
      {item.keyHint && <kbd aria-hidden="true">{item.keyHint}</kbd>}
    </>
  )
}

export interface DialogProps {
  readonly lang: Lang
  readonly id: string
  readonly heading: string
  /** Open as the page loads, e.g. with errors in its form. */
  readonly open?: boolean | undefined
  readonly wide?: boolean | undefined
  readonly children: ComponentChildren
}

/**
 * Opened by `<Button opens="id">` (invoker command: no script needed), or by the server with `open` when its form has
 * errors. Closed by its own button or Escape.
 */
export function Dialog({ lang, id, heading, open, wide, children }: DialogProps) {
  return (
    <dialog id={id} class={classes('dialog', wide && 'wide')} aria-labelledby={`${id}-h`} open={open}>
      <header>
        <h2 class="t-lg" id={`${id}-h`}>
          {heading}
        </h2>
        <form method="dialog">
          <Button kind="quiet" small icon="x">
            {uiText(lang).close}
          </Button>
        </form>
      </header>
      <div class="in">{children}</div>
    </dialog>
  )
}
