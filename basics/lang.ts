// The two languages of the product: Swedish is the source, English is complete.

import type { Words } from './refusal.ts'

export type Lang = 'sv' | 'en'

export function say(words: Words, lang: Lang): string {
  return words[lang]
}
