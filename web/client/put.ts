// Puts a freshly rendered page (or parts of it) in place of what is shown, without losing what the reader is doing:
// unsaved text, rows selected, what is opened, where the focus is.

import { Idiomorph } from 'idiomorph'
import { forgetWords } from './words.ts'

/** Dispatched on document after something has been put in place; the other parts of the script look again. */
export const putEvent = 'kontoret:put'

export interface KeepsItself extends HTMLElement {
  /** Takes over what the server now says, or keeps what the reader has begun. */
  renew(fresh: Element, sent: HTMLFormElement | undefined): void
}

export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

/** After a new release the old script must not meet the new page: load it whole. */
export function sameRelease(fresh: Document): boolean {
  const files = (page: Document) =>
    [...page.querySelectorAll('head link[rel=stylesheet], head script[src]')]
      .map((file) => file.getAttribute('href') ?? file.getAttribute('src'))
      .join()
  return files(fresh) === files(document)
}

export function putPage(fresh: Document, sent?: HTMLFormElement): void {
  document.title = fresh.title
  copyAttributes(fresh.documentElement, document.documentElement)
  copyAttributes(fresh.body, document.body)
  forgetWords()
  put(document.body, fresh.body, sent)
}

export function put(old: Element, fresh: Element, sent?: HTMLFormElement): void {
  if (!sent) keepSelection(old, fresh)
  // The children, as a list: a lone node would be put inside as a whole.
  void Idiomorph.morph(old, [...fresh.childNodes], {
    morphStyle: 'innerHTML',
    callbacks: {
      beforeNodeMorphed: (node, next) =>
        !(node instanceof Element && next instanceof Element && keeps(node, next, sent)),
      // What the reader has opened stays open; what the server opens is opened.
      beforeAttributeUpdated: (name, element, change) =>
        !(name === 'open' && change === 'remove' && element.matches('details, dialog')),
    },
  })
  document.dispatchEvent(new CustomEvent(putEvent))
}

/** A row stays selected wherever it now stands, until something has been done with it. */
function keepSelection(old: Element, fresh: Element): void {
  const selected = new Set([...old.querySelectorAll<HTMLInputElement>('[data-select]:checked')].map((box) => box.value))
  for (const box of fresh.querySelectorAll<HTMLInputElement>('[data-select]')) box.checked = selected.has(box.value)
}

/** True when the old element is left as it is. */
function keeps(old: Element, fresh: Element, sent: HTMLFormElement | undefined): boolean {
  if (old.id === 'besked') return true
  // Who is writing is told by the stream; a fresh page does not know.
  const presence = old.getAttribute('data-presence-of')
  if (presence !== null && presence === fresh.getAttribute('data-presence-of')) return true
  if ('renew' in old) {
    ;(old as KeepsItself).renew(fresh, sent)
    return true
  }
  return (
    isControl(old) &&
    isControl(fresh) &&
    !old.matches('[data-select]') &&
    old.form !== sent &&
    sameQuestion(old, fresh) &&
    isDirty(old)
  )
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isControl(element: Element): element is Control {
  return element.matches('input:not([type=hidden]), textarea, select')
}

/** A reply half written never becomes an internal note, nor the other way round: their draft keys differ. */
function sameQuestion(old: Control, fresh: Control): boolean {
  return old.name === fresh.name && old.dataset['draft'] === fresh.dataset['draft']
}

export function isDirty(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const given = [...control.options].findIndex((option) => option.defaultSelected)
    return control.selectedIndex !== Math.max(0, given)
  }
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
    return control.checked !== control.defaultChecked
  }
  return control.value !== control.defaultValue
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name)
  for (const { name, value } of [...from.attributes]) to.setAttribute(name, value)
}
