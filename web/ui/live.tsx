// Parts that keep themselves fresh, someone else's writing, and a number to copy. Without script they are plain content.

import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { uiText, type Lang } from './text.ts'

export interface LiveRegionProps {
  /** Must be the same on every rendering of the page: it is how the fresh part is found. */
  readonly id: string
  /** Topics of the event stream; when one changes, the page is fetched again and this part is put in place. */
  readonly topics: readonly string[]
  readonly class?: string | undefined
  readonly children?: ComponentChildren
}

export function LiveRegion({ id, topics, class: look, children }: LiveRegionProps) {
  return (
    <live-region id={id} class={look} data-topics={topics.join(' ')}>
      {children}
    </live-region>
  )
}

export interface PresenceProps {
  readonly lang: Lang
  readonly topic: string
  /** Known when the page was made. */
  readonly who?: string | undefined
}

/** “S. Ek skriver här just nu.” Empty and silent when nobody does. */
export function Presence({ lang, topic, who }: PresenceProps) {
  const text = uiText(lang)
  return (
    <div class="presence" role="status" data-presence-of={topic} data-empty={who ? undefined : ''}>
      <div class="notice small">
        <Icon name="pencil-line" />
        <p class="sm">
          <b data-presence-words="">{who ? text.writing(who) : ''}</b> {text.writingHint}
        </p>
      </div>
    </div>
  )
}

/** The browser prints; shown only where script can ask it to. */
export function PrintButton({ lang }: { readonly lang: Lang }) {
  return (
    <button type="button" class="btn sm needs-script" data-print="">
      <Icon name="printer" />
      {uiText(lang).print}
    </button>
  )
}

/** Shown only where script can do it. */
export function CopyNumber({ lang, value }: { readonly lang: Lang; readonly value: string }) {
  return (
    <copy-text data-value={value} data-done={uiText(lang).copied}>
      <button type="button" class="linkish sm">
        {uiText(lang).copyNumber}
      </button>
    </copy-text>
  )
}
