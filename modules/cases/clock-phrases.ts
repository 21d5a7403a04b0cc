// What is said of promises and clocks, in both languages: plain words, the promise before the number.

import { longDate, minutesAsTime, timeOfDay, ZONE } from '#basics/dates'
import type { Lang } from '#basics/lang'
import type { Words } from '#basics/refusal'
import type { Span } from '#basics/working-time'
import type { WaitingFor } from './case.ts'
import type { ClockKind, ServicePromise } from './clock-event.ts'

/** `2 arbetsdagar`. */
export function daysWords(n: number): Words {
  return { sv: n === 1 ? '1 arbetsdag' : `${n} arbetsdagar`, en: n === 1 ? '1 working day' : `${n} working days` }
}

/** `6 tim 3 min`, `2 tim`, `45 min`: working time. */
export function minutesWords(minutes: number): Words {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const words = (hour: string, minute: string) =>
    [hours > 0 && `${hours} ${hour}`, (rest > 0 || hours === 0) && `${rest} ${minute}`].filter(Boolean).join(' ')
  return { sv: words('tim', 'min'), en: words('h', 'min') }
}

/** How long the promise is: `3 arbetsdagar`, `4 tim`. */
export function lengthWords({ amount, unit }: Pick<ServicePromise, 'amount' | 'unit'>): Words {
  return unit === 'working_days' ? daysWords(amount) : minutesWords(amount)
}

const PROMISED: Record<ClockKind, Words> = {
  receipt: { sv: 'Kvitto', en: 'Receipt' },
  first_answer: { sv: 'Svar eller bekräftelse', en: 'Answer or confirmation' },
  start: { sv: 'Påbörjas', en: 'Started' },
  done: { sv: 'Klart', en: 'Done' },
}

/** `Påbörjas inom 3 arbetsdagar`; `… (eftersträvas)` for a promise that does not bind (TY-053). */
export function promiseWords(promise: Pick<ServicePromise, 'kind' | 'amount' | 'unit' | 'strength'>): Words {
  const [kind, length] = [PROMISED[promise.kind], lengthWords(promise)]
  const sameDay = promise.amount === 0
  const strive = promise.strength === 'strive'
  return {
    sv: `${kind.sv} ${sameDay ? 'samma dag' : `inom ${length.sv}`}${strive ? ' (eftersträvas)' : ''}`,
    en: `${kind.en} ${sameDay ? 'the same day' : `within ${length.en}`}${strive ? ' (aimed at)' : ''}`,
  }
}

const ENDED: Record<ClockKind, Words> = {
  receipt: { sv: 'Kvitto skickat', en: 'Receipt sent' },
  first_answer: { sv: 'Besvarat', en: 'Answered' },
  start: { sv: 'Påbörjat', en: 'Started' },
  done: { sv: 'Klart', en: 'Done' },
}

export function stopWords(kind: ClockKind, kept: boolean): Words {
  return {
    sv: `${ENDED[kind].sv}. ${kept ? 'Löftet hölls.' : 'Löftet bröts.'}`,
    en: `${ENDED[kind].en}. ${kept ? 'The promise was kept.' : 'The promise was broken.'}`,
  }
}

/** A clock that starts outside opening hours counts as starting on the next working day. */
export function startWords(
  promise: ServicePromise,
  countsAs: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Words {
  const sv = countsAs ? `Start när det var stängt: räknas som ${longDate(countsAs, today, 'sv')}.` : 'Start.'
  const en = countsAs ? `Started while closed: counts as ${longDate(countsAs, today, 'en')}.` : 'Started.'
  if (promise.unit === 'working_minutes') return { sv, en }
  if (promise.amount === 0)
    return { sv: `${sv} Löftet gäller samma dag.`, en: `${en} The promise is for the same day.` }
  return { sv: `${sv} Startdagen räknas inte.`, en: `${en} The day of the start does not count.` }
}

const WAITS: Record<WaitingFor, Words> = {
  customer: { sv: 'Paus: väntar på kunden', en: 'Paused: waiting for the customer' },
  us: { sv: 'Paus hos oss', en: 'Paused by us' },
  supplier: { sv: 'Paus: väntar på leverantören', en: 'Paused: waiting for the supplier' },
}

export function pauseWords(by: WaitingFor, reason: string): Words {
  return { sv: `${WAITS[by].sv}${inBrackets(reason)}.`, en: `${WAITS[by].en}${inBrackets(reason)}.` }
}

/** What a time that was not counted, a pause or a closed case, adds at the end. */
export function resumeWords(unit: ServicePromise['unit'], cost: number, opened: boolean): Words {
  const sv = opened ? 'Öppnat igen.' : 'Igång.'
  const en = opened ? 'Reopened.' : 'Running again.'
  const what = opened ? { sv: 'Tiden det var stängt', en: 'The time it was closed' } : { sv: 'Pausen', en: 'The pause' }
  if (cost === 0)
    return { sv: `${sv} ${what.sv} flyttade inte löftet.`, en: `${en} ${what.en} did not move the promise.` }
  const length = unit === 'working_days' ? daysWords(cost) : minutesWords(cost)
  const lengthSv = unit === 'working_days' && cost === 1 ? 'en arbetsdag' : length.sv
  return {
    sv: `${sv} ${what.sv} bröt ${lengthSv}, som läggs till sist.`,
    en: `${en} ${what.en} took ${length.en}, which is added at the end.`,
  }
}

export function rebaseWords(promise: ServicePromise | undefined, newSchedule: boolean, reason: string): Words {
  const length = promise && lengthWords(promise)
  const sv = [length && `nytt löfte, ${length.sv} räknat från start`, newSchedule && 'ny kalender från nu']
  const en = [length && `a new promise, ${length.en} counted from the start`, newSchedule && 'a new calendar from now']
  const said = (parts: readonly (string | false | undefined)[], and: string) => parts.filter(Boolean).join(and)
  return {
    sv: `Ändrat${inBrackets(reason)}: ${said(sv, ' och ') || 'inget som flyttar löftet'}.`,
    en: `Changed${inBrackets(reason)}: ${said(en, ' and ') || 'nothing that moves the promise'}.`,
  }
}

export function cancelWords(reason: string): Words {
  return {
    sv: `Löftet gäller inte längre${inBrackets(reason)}.`,
    en: `The promise no longer holds${inBrackets(reason)}.`,
  }
}

/** `Arbetsdag 1 (skärtorsdag, öppet 07.45–16.45)`, `Arbetsdag 3, senast 16.45`. */
export function workingDayWords(number: number, spans: readonly Span[], last: boolean, name: Words | undefined): Words {
  const one = (lang: Lang, day: string, same: string, by: string, open: string) => {
    const hours = last ? '' : `${name ? ', ' : ''}${open} ${spansText(spans, lang)}`
    const about = name ? ` (${name[lang]}${hours})` : ''
    return `${number === 0 ? same : `${day} ${number}`}${about}${last ? `, ${by} ${endText(spans, lang)}` : ''}`
  }
  return {
    sv: one('sv', 'Arbetsdag', 'Samma dag', 'senast', 'öppet'),
    en: one('en', 'Working day', 'The same day', 'by', 'open'),
  }
}

/** `Räknas 1 tim 40 min (15.20–17.00)`, `Räknas 2 tim (08.00–10.00), senast 10.00`. */
export function countedWords(minutes: number, spans: readonly Span[], last: boolean): Words {
  const length = minutesWords(minutes)
  const one = (lang: Lang, counts: string, by: string) =>
    `${counts} ${length[lang]} (${spansText(spans, lang)})${last ? `, ${by} ${endText(spans, lang)}` : ''}`
  return { sv: one('sv', 'Räknas', 'senast'), en: one('en', 'Counts', 'by') }
}

/** Days that do not count, by their names: `Påskhelg, räknas inte`, `annandag påsk, räknas inte`. */
export function offWords(names: readonly (Words | undefined)[], keys: readonly string[], weekend: boolean): Words {
  const feast = FEASTS.find(({ key }) => keys.includes(key))
  const said = names.filter((name) => name !== undefined)
  const name =
    names.length > 1 && feast
      ? feast
      : said.length > 0
        ? { sv: said.map((n) => n.sv).join(', '), en: said.map((n) => n.en).join(', ') }
        : weekend
          ? { sv: 'helg', en: 'weekend' }
          : { sv: 'stängt', en: 'closed' }
  return { sv: `${capital(name.sv)}, räknas inte`, en: `${capital(name.en)}, does not count` }
}

const FEASTS = [
  { key: 'easter_sunday', sv: 'påskhelg', en: 'Easter' },
  { key: 'christmas_day', sv: 'julhelg', en: 'Christmas' },
  { key: 'new_year', sv: 'nyårshelg', en: 'New Year' },
  { key: 'midsummer_day', sv: 'midsommarhelg', en: 'Midsummer' },
  { key: 'whit_sunday', sv: 'pingsthelg', en: 'Whitsun' },
]

function spansText(spans: readonly Span[], lang: Lang): string {
  return spans.map(({ from, to }) => `${timeOfDay(from, lang)}–${endOf(from, to, lang)}`).join(', ')
}

function endText(spans: readonly Span[], lang: Lang): string {
  const last = spans.at(-1)
  return last ? endOf(last.from, last.to, lang) : ''
}

/** Midnight that ends a day is 24.00 of that day. */
function endOf(from: Temporal.Instant, to: Temporal.Instant, lang: Lang): string {
  const [a, b] = [from, to].map((at) => at.toZonedDateTimeISO(ZONE))
  return a && b && !a.toPlainDate().equals(b.toPlainDate()) ? minutesAsTime(1440, lang) : timeOfDay(to, lang)
}

function inBrackets(reason: string): string {
  return reason.trim() === '' ? '' : ` (${reason.trim()})`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
