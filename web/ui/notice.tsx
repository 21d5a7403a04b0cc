// What the product says back: notice, empty place, progress. A notice is read at once only when it answers a deed.

import type { ComponentChildren } from 'preact'
import { classes, Hidden, Icon, type IconName } from './icon.tsx'
import { uiText, type Lang } from './text.ts'

export type NoticeTone = 'info' | 'ok' | 'warn' | 'bad'

const toneIcon: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  ok: 'circle-check',
  warn: 'triangle-alert',
  bad: 'octagon-x',
}

export interface NoticeProps {
  readonly tone?: NoticeTone | undefined
  readonly title?: ComponentChildren
  readonly icon?: IconName | undefined
  /** To the right: one way on. */
  readonly end?: ComponentChildren
  /** status: answers a deed. alert: the page has just loaded with an error. */
  readonly live?: 'status' | 'alert' | undefined
  readonly small?: boolean | undefined
  readonly class?: string | undefined
  readonly children?: ComponentChildren
}

export function Notice(props: NoticeProps) {
  const { tone = 'info', title, icon = toneIcon[tone], end, live, small, children } = props
  return (
    <div class={classes('notice', tone !== 'info' && tone, small && 'small', props.class)} role={live}>
      <Icon name={icon} />
      <div>
        {title && (
          <p>
            <b>{title}</b>
          </p>
        )}
        {children && <div class={title ? 'sm' : undefined}>{children}</div>}
      </div>
      {end && <div class="end">{end}</div>}
    </div>
  )
}

export interface EmptyProps {
  /** What usually stands here. */
  readonly title: string
  readonly children?: ComponentChildren
  /** One way on. */
  readonly action?: ComponentChildren
  readonly icon?: IconName | undefined
}

export function Empty({ title, children, action, icon = 'inbox' }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} large />
      <p class="t-lg w6">{title}</p>
      {children && <p class="mute">{children}</p>}
      {action && <div class="actions">{action}</div>}
    </div>
  )
}

export interface NoticeLine {
  readonly href: string
  readonly words: ComponentChildren
  readonly at: Temporal.Instant
  /** The moment as it is written: `28/9 10.45`. */
  readonly when: string
  readonly unread: boolean
}

/** What has been said to one, newest first: the unread stand out by dot and weight, and a listener hears the word. */
export function NoticeList({ lang, lines }: { readonly lang: Lang; readonly lines: readonly NoticeLine[] }) {
  return (
    <ul class="notices">
      {lines.map((line) => (
        <li class={line.unread ? 'unread' : undefined}>
          <a href={line.href}>
            {line.words}
            {line.unread && <Hidden>{`, ${uiText(lang).unread(1)}`}</Hidden>}
          </a>
          <time dateTime={line.at.toString()}>{line.when}</time>
        </li>
      ))}
    </ul>
  )
}

/** The frame is shown, and plain words; never grey blocks that pretend to be text. */
export function Loading({ lang }: { readonly lang: Lang }) {
  return (
    <p class="loading" role="status">
      <Icon name="loader" />
      {uiText(lang).loading}
    </p>
  )
}

export interface ProgressProps {
  readonly lang: Lang
  readonly id: string
  /** Which step: `Läser rad`. */
  readonly label: string
  readonly done: number
  readonly total: number
  /** The two numbers as written: `12 400`. */
  readonly doneText?: string | undefined
  readonly totalText?: string | undefined
  readonly canLeave?: boolean | undefined
}

/** Long work: step, count, and whether the page can be left. */
export function Progress(props: ProgressProps) {
  const { lang, id, label, done, total, doneText = String(done), totalText = String(total), canLeave } = props
  const text = uiText(lang)
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <span class="num">{text.progress(doneText, totalText)}</span>
      <progress id={id} value={done} max={total}>
        {text.progress(doneText, totalText)}
      </progress>
      {canLeave && <p class="sm mute">{text.canLeave}</p>}
    </div>
  )
}
