// Status is a word: icon + word + colour, in that order. People are initials + name.

import type { ComponentChildren } from 'preact'
import { classes, Hidden, Icon, type IconName } from './icon.tsx'
import { uiText, type Lang } from './text.ts'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'wait' | 'accent' | 'plain'

const toneIcon: Readonly<Record<Tone, IconName>> = {
  ok: 'check',
  warn: 'triangle-alert',
  bad: 'circle-x',
  info: 'inbox',
  wait: 'pause',
  accent: 'loader',
  plain: 'circle',
}

export interface TagProps {
  readonly tone?: Tone | undefined
  /** The tone has an icon of its own; give another when the word asks for it. */
  readonly icon?: IconName | undefined
  readonly children: ComponentChildren
}

export function Tag({ tone = 'plain', icon = toneIcon[tone], children }: TagProps) {
  return (
    <span class={classes('tag', tone !== 'plain' && tone)}>
      <Icon name={icon} />
      {children}
    </span>
  )
}

export interface AvatarProps {
  /** A name, or the initials themselves when two letters or fewer. */
  readonly name: string
  readonly large?: boolean | undefined
  /** The customer's people are grey, ours carry the accent. */
  readonly customer?: boolean | undefined
}

/** Decoration: the name always stands beside it. */
export function Avatar({ name, large, customer }: AvatarProps) {
  return (
    <span class={classes('av', large && 'lg', customer && 'kund')} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

export function initials(name: string): string {
  if (name.length <= 2) return name.toUpperCase()
  const words = name.split(/[\s,-]+/).filter((word) => /^\p{L}/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((word) => word?.[0]).join('') : name.slice(0, 2)
  return letters.toUpperCase()
}

/** Who has it: initials and name, or plainly nobody. */
export function Who({ name, lang }: { readonly name?: string | undefined; readonly lang: Lang }) {
  if (!name) return <span class="mute">{uiText(lang).nobody}</span>
  return (
    <span class="who">
      <Avatar name={name} />
      {name}
    </span>
  )
}

/** A number in a pill, with words for those who listen: `3 olästa`. */
export function Count({ value, words }: { readonly value: number | string; readonly words?: string | undefined }) {
  if (!words) return <span class="count">{value}</span>
  return (
    <span class="count">
      <span aria-hidden="true">{value}</span>
      <Hidden>{words}</Hidden>
    </span>
  )
}
