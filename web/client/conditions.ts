// Conditional fields: [data-show-when] holds the condition as data. It is evaluated here by the very function the server
// uses; the server checks anyway and has set data-off for the answers it knew.

import { holds, type Condition, type ConditionValues } from '../../modules/catalogue/form-condition.ts'
import { putEvent } from './put.ts'

export function startConditions(): void {
  const look = () => document.querySelectorAll<HTMLFormElement>('form:has([data-show-when])').forEach(show)
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null
    if (form) show(form)
  })
  document.addEventListener('change', look)
  document.addEventListener(putEvent, look)
  look()
}

/** From the top down: a condition asks only about fields above it, which are settled by then. */
function show(form: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-show-when]')) {
    const condition = JSON.parse(part.dataset['showWhen'] ?? '{}') as Condition
    part.toggleAttribute('data-off', !holds(condition, answersOf(form)))
  }
}

/** By the key of the question, as on the server. Answers under a condition that does not hold are not answers. */
function answersOf(form: HTMLFormElement): ConditionValues {
  const answers: Record<string, string | string[]> = {}
  for (const field of form.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    if (!field.name || field.closest('[data-off]')) continue
    const key = field.name.replace(/^answers\./, '')
    if (field.type === 'checkbox') {
      const before = answers[key]
      const chosen = Array.isArray(before) ? before : []
      answers[key] = field.checked ? [...chosen, field.value] : chosen
    } else if (field.type !== 'radio' || field.checked) answers[key] = field.value
  }
  return answers
}
