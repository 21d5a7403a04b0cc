// <copy-text data-value>: its button copies the value and says so.

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
  customElements.define('copy-text', CopyText)
}
