// <copy-text data-value>: its button copies the value and says so. A button with data-print prints.

import { say } from './say.ts'
import { word } from './words.ts'

class CopyText extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', () => {
      navigator.clipboard.writeText(this.dataset['value'] ?? '').then(
        () => say(word('copied')),
        () => undefined,
      )
    })
  }
}

export function startCopying(): void {
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-print]')) print()
  })
  customElements.define('copy-text', CopyText)
}
