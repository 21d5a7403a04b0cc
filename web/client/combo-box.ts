// <combo-box>: a select becomes a field that filters its options; a text field with data-source asks the server. Follows
// the ARIA combobox pattern with a list; the focus stays in the field.

import type { KeepsItself } from './put.ts'
import { announce } from './say.ts'
import { word } from './words.ts'

interface Choice {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

const askAfterMs = 150
const mostShown = 50

/** å, ä and ö may be typed as a and o. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

class ComboBox extends HTMLElement implements KeepsItself {
  #select: HTMLSelectElement | null = null
  #input: HTMLInputElement | undefined
  #list: HTMLUListElement | undefined
  #choices: readonly Choice[] = []
  #at = -1
  #asking: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    if (!this.#input) this.#build()
  }

  renew(fresh: Element): void {
    if (this.contains(document.activeElement)) return
    this.dataset['id'] = fresh.getAttribute('data-id') ?? ''
    this.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)))
    this.#build()
  }

  #build(): void {
    this.#select = this.querySelector('select')
    const input = this.#select ? fieldFor(this.#select) : this.querySelector('input')
    if (!input || input.readOnly || input.disabled) return
    this.#input = input
    if (this.#select) this.#select.before(input)
    const list = document.createElement('ul')
    list.className = 'options'
    list.id = `${input.id}-options`
    list.role = 'listbox'
    list.hidden = true
    list.ariaLabel = word('suggestionList')
    this.append(list)
    this.#list = list
    input.role = 'combobox'
    input.autocomplete = 'off'
    input.removeAttribute('list')
    input.ariaAutoComplete = 'list'
    input.ariaExpanded = 'false'
    input.setAttribute('aria-controls', list.id)
    this.#rememberId(this.dataset['id'])
    input.addEventListener('input', () => this.#typed())
    input.addEventListener('click', () => this.#select && list.hidden && this.#open(this.#filtered('')))
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('blur', () => this.#settle())
    // Before blur, so that the click is not lost.
    list.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      const line = event.target instanceof Element ? event.target.closest('[role=option]') : null
      const choice = this.#choices[line ? [...list.children].indexOf(line) : -1]
      if (choice) this.#choose(choice)
    })
  }

  #typed(): void {
    this.#rememberId(undefined)
    const text = this.#input?.value ?? ''
    if (this.#select) return this.#open(this.#filtered(text))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(text), askAfterMs)
  }

  #filtered(text: string): Choice[] {
    const words = plain(text).split(/\s+/)
    return [...(this.#select?.options ?? [])]
      .filter(
        (option) =>
          option.value && words.every((w) => plain(`${option.text} ${option.dataset['detail'] ?? ''}`).includes(w)),
      )
      .map((option) => ({ value: option.value, label: option.text, detail: option.dataset['detail'] ?? '' }))
  }

  async #ask(text: string): Promise<void> {
    this.#asking?.abort()
    if (!text.trim()) return this.#close()
    this.#asking = new AbortController()
    const address = new URL(this.dataset['source'] ?? '', location.href)
    address.searchParams.set('q', text)
    try {
      const answer = await fetch(address, { signal: this.#asking.signal, headers: { accept: 'application/json' } })
      if (answer.ok && this.contains(document.activeElement)) this.#open((await answer.json()) as Choice[])
    } catch {
      // Suggestions are a help: the text stands as it is written, and the server reads it.
    }
  }

  #open(choices: readonly Choice[]): void {
    this.#choices = choices.slice(0, mostShown)
    this.#at = -1
    this.#list?.replaceChildren(...this.#choices.map((choice, i) => this.#line(choice, i)))
    if (this.#choices.length === 0) {
      const none = document.createElement('li')
      none.className = 'none'
      none.textContent = word('noSuggestions')
      this.#list?.append(none)
    }
    this.#show(true)
    announce(this.#choices.length > 0 ? word('suggestions', { count: this.#choices.length }) : word('noSuggestions'))
  }

  #line(choice: Choice, i: number): HTMLLIElement {
    const line = document.createElement('li')
    line.role = 'option'
    line.id = `${this.#list?.id ?? ''}-${i}`
    line.textContent = choice.label
    if (choice.detail) {
      const detail = document.createElement('small')
      detail.textContent = choice.detail
      line.append(detail)
    }
    return line
  }

  #show(open: boolean): void {
    if (!this.#list || !this.#input) return
    this.#list.hidden = !open
    this.#input.ariaExpanded = String(open)
    if (!open) this.#input.removeAttribute('aria-activedescendant')
  }

  #close(): void {
    this.#show(false)
    this.#at = -1
  }

  #key(event: KeyboardEvent): void {
    const open = this.#list?.hidden === false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (open) this.#step(event.key === 'ArrowDown' ? 1 : -1)
      else if (this.#select) this.#open(this.#filtered(''))
      else void this.#ask(this.#input?.value ?? '')
    } else if (event.key === 'Enter' && open) {
      const choice = this.#choices[this.#at]
      event.preventDefault()
      if (choice) this.#choose(choice)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      this.#close()
    }
  }

  #step(by: number): void {
    const lines = [...(this.#list?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
    if (lines.length === 0) return
    lines[this.#at]?.removeAttribute('aria-selected')
    this.#at = (this.#at + by + lines.length + (this.#at < 0 && by < 0 ? 1 : 0)) % lines.length
    const line = lines[this.#at]
    line?.setAttribute('aria-selected', 'true')
    line?.scrollIntoView({ block: 'nearest' })
    this.#input?.setAttribute('aria-activedescendant', line?.id ?? '')
  }

  #choose(choice: Choice): void {
    if (!this.#input) return
    this.#input.value = choice.label
    if (this.#select) this.#select.value = choice.value
    else this.#rememberId(choice.value)
    this.#close()
    this.#input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** Leaving the field: a fully written option counts as chosen; in a closed list anything else goes back. */
  #settle(): void {
    this.#close()
    const input = this.#input
    if (!input || !this.#select) return
    const written = plain(input.value)
    const match = [...this.#select.options].find((option) => option.value && plain(option.text) === written)
    if (match) this.#select.value = match.value
    else if (!written) this.#select.value = ''
    input.value = this.#select.value ? (this.#select.selectedOptions[0]?.text ?? '') : ''
  }

  /** The chosen id travels beside the text, and only while the text is the chosen one. */
  #rememberId(id: string | undefined): void {
    if (!this.#input || this.#select) return
    this.querySelector('input[type=hidden]')?.remove()
    if (!id) return
    const hidden = document.createElement('input')
    hidden.type = 'hidden'
    hidden.name = `${this.#input.name}.id`
    hidden.value = id
    this.append(hidden)
  }
}

/** The select keeps name and value; the field takes its id, so that label and error link lead to it. */
function fieldFor(select: HTMLSelectElement): HTMLInputElement {
  const input = document.createElement('input')
  input.className = 'input'
  input.id = select.id
  select.removeAttribute('id')
  select.hidden = true
  input.disabled = select.disabled
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name)
    if (value) input.setAttribute(name, value)
  }
  input.value = select.value ? (select.selectedOptions[0]?.text ?? '') : ''
  input.placeholder = select.options[0]?.value ? '' : (select.options[0]?.text ?? '')
  return input
}

export function startComboBoxes(): void {
  customElements.define('combo-box', ComboBox)
}
