// Buttons. One filled button per context; a locked button always says why beside it, and cannot be sent.

import type { ComponentChildren } from 'preact'
import { classes, Icon, type IconName } from './icon.tsx'

interface ButtonLook {
  readonly kind?: 'primary' | 'plain' | 'quiet' | undefined
  /** 36 px at the desk, 44 on touch. The portal uses the large one. */
  readonly small?: boolean | undefined
  readonly wide?: boolean | undefined
  readonly icon?: IconName | undefined
  readonly iconAfter?: IconName | undefined
  /** One letter that does the same in lists and records, e.g. `M`. */
  readonly keyHint?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly form?: string | undefined
  readonly formAction?: string | undefined
  readonly id?: string | undefined
  /** The reason why it cannot be used now, shown beside it. */
  readonly locked?: string | undefined
  /** Opens the dialog with this id, without script. */
  readonly opens?: string | undefined
  readonly pressed?: boolean | undefined
}

export function Button(props: ButtonProps) {
  const { locked, name, value, id = locked ? `locked-${name ?? value ?? 'button'}` : undefined } = props
  const button = (
    <button
      class={look(props)}
      type={locked || props.opens ? 'button' : (props.type ?? 'submit')}
      name={locked ? undefined : name}
      value={value}
      form={props.form}
      formaction={props.formAction}
      id={id}
      aria-disabled={locked ? 'true' : undefined}
      aria-describedby={locked ? `${id}-why` : undefined}
      aria-pressed={props.pressed}
      commandfor={props.opens}
      command={props.opens ? 'show-modal' : undefined}
      data-key={props.keyHint?.toLowerCase()}
      aria-keyshortcuts={props.keyHint?.toLowerCase()}
    >
      {inside(props)}
    </button>
  )
  if (!locked) return button
  return (
    <span class="locked">
      {button}
      <span class="sm mute" id={`${id}-why`}>
        {locked}
      </span>
    </span>
  )
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string
  readonly download?: boolean | undefined
  readonly current?: boolean | undefined
}

export function LinkButton(props: LinkButtonProps) {
  return (
    <a
      class={look(props)}
      href={props.href}
      download={props.download}
      aria-current={props.current ? 'true' : undefined}
      data-key={props.keyHint?.toLowerCase()}
      aria-keyshortcuts={props.keyHint?.toLowerCase()}
    >
      {inside(props)}
    </a>
  )
}

/** Buttons side by side, wrapping on a phone. */
export function Actions({ children, class: extra }: { readonly children: ComponentChildren; readonly class?: string }) {
  return <div class={classes('actions', extra)}>{children}</div>
}

/** The key itself, as a hint for those who see it; the button says it to those who listen. */
export function Key({ children }: { readonly children: string }) {
  return <kbd aria-hidden="true">{children}</kbd>
}

function look({ kind = 'plain', small, wide, class: extra }: ButtonLook): string | undefined {
  return classes('btn', kind !== 'plain' && kind, small && 'sm', wide && 'wide', extra)
}

function inside({ icon, iconAfter, keyHint, children }: ButtonLook) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
      {keyHint && <Key>{keyHint}</Key>}
    </>
  )
}
