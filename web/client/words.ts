// The words the script says, in the page's language: the shell puts them on <body> from the same catalogue as the rest.

import type { UiText } from '../ui/text.ts'

type Words = UiText['client']

let known: Words | undefined

export function word(key: keyof Words, facts: Readonly<Record<string, string | number>> = {}): string {
  known ??= JSON.parse(document.body.dataset['words'] ?? '{}') as Words
  return fill(known[key] ?? '', facts)
}

/** After a page in another language has been put in place. */
export function forgetWords(): void {
  known = undefined
}

export function fill(text: string, facts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
