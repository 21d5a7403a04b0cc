// Turns a plot's text into the words of one case: [one|or the other] is chosen, {placeholders} are filled. A
// placeholder that begins with a capital gives its value one; {i_rum} is "i klassrum 104", {kommer} "på torsdag".
import { localDate } from '#basics/dates'
import type { Chance } from './chance.ts'

/** What the opening was about, and the place drawn for each thread. */
export interface Gist {
  readonly topic: string | null
  readonly threads: Record<string, number>
}

const tag = /^<([^>]+)>\s*/

export function topicsOf(text: string): readonly string[] {
  return tag.exec(text)?.[1]?.split(' ') ?? []
}

/** The variants that may be said about a topic: its own and <*>, or, when it has none of its own, those without topic. */
export function fitting(texts: readonly string[], topic: string | null): readonly string[] {
  const own = texts.filter((text) => topic !== null && topicsOf(text).includes(topic))
  const always = texts.filter((text) => topicsOf(text).includes('*'))
  const plain = texts.filter((text) => topicsOf(text).length === 0)
  const chosen = own.length > 0 ? [...own, ...always] : [...plain, ...always]
  return chosen.length > 0 ? chosen : texts
}

/** Chooses among variants: by the thread's place when there is one, else freely among those that fit the topic. */
export function choose(texts: readonly string[], gist: Gist, thread: string | undefined, chance: Chance): string {
  if (thread === undefined) return chance.pick(fitting(texts, gist.topic))
  const place = (gist.threads[thread] ??= chance.whole(0, texts.length - 1))
  return texts[place % texts.length] ?? chance.pick(texts)
}

export type Filling = Readonly<Record<string, string>>

export function tell(template: string, filling: Filling, chance: Chance): string {
  const chosen = template
    .replace(tag, '')
    .replaceAll(/\[([^\]]*)\]/g, (_, inner: string) => chance.pick(inner.split('|')))
  return capital(fill(chosen, filling).replaceAll(/ {2,}/g, ' ').trim())
}

function fill(text: string, filling: Filling): string {
  return text.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = filling[lower(name)]
    if (value === undefined) throw new Error(`no word for {${name}} in: ${text}`)
    return name === lower(name) ? value : capital(value)
  })
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const dayOfMonth = new Intl.DateTimeFormat('sv-SE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('sv-SE', { weekday: 'long', timeZone: 'UTC' })

/** How somebody on one day speaks of another soon after it. */
export function spokenDay(saidAt: Temporal.Instant, comesAt: Temporal.Instant): string {
  const comes = localDate(comesAt)
  const ahead = localDate(saidAt).until(comes).days
  const utc = new Date(`${comes.toString()}T12:00:00Z`)
  if (ahead <= 0) return 'i dag'
  if (ahead === 1) return 'i morgon'
  return ahead < 7 ? `på ${weekday.format(utc)}` : dayOfMonth.format(utc)
}
