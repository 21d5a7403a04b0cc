// <date-picker>: the text field keeps ÅÅÅÅ-MM-DD; its button borrows the browser's own calendar for a moment.

class DatePicker extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('.affix-button') : null
      if (button) this.#open()
    })
  }

  #open(): void {
    const field = this.querySelector<HTMLInputElement>('input:not([type=date])')
    if (!field) return
    this.querySelector('input[type=date]')?.remove()
    const calendar = document.createElement('input')
    calendar.type = 'date'
    calendar.className = 'native'
    calendar.tabIndex = -1
    calendar.ariaHidden = 'true'
    calendar.min = this.dataset['min'] ?? ''
    calendar.max = this.dataset['max'] ?? ''
    if (/^\d{4}-\d{2}-\d{2}$/.test(field.value)) calendar.value = field.value
    calendar.addEventListener('change', () => {
      field.value = calendar.value
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.dispatchEvent(new Event('change', { bubbles: true }))
      field.focus()
    })
    calendar.addEventListener('blur', () => calendar.remove())
    this.append(calendar)
    calendar.focus()
    calendar.showPicker()
  }
}

export function startDatePickers(): void {
  customElements.define('date-picker', DatePicker)
}
