// What happened, in one line each. Pure: names are handed in.
import { longMoment } from '#basics/dates'
import type { Id } from '#basics/id'
import type { Lang } from '#basics/lang'
import type { Priority, WaitingFor } from './case.ts'
import { channelWords, priorityWords, waitingWords } from './words.ts'
import type { Channel } from './case.ts'

type Facts = Readonly<Record<string, unknown>>
type Say = (facts: Facts, name: (key: string) => string, lang: Lang) => { sv: string; en: string }

const text = (facts: Facts, key: string): string => {
  const value = facts[key]
  return typeof value === 'string' ? value : ''
}

const plain =
  (sv: string, en: string): Say =>
  () => ({ sv, en })

const said: Readonly<Record<string, Say>> = {
  registered: (facts) => {
    const channel = channelWords[facts['channel'] as Channel]
    const other = facts['by'] !== facts['for']
    return other
      ? {
          sv: `Registrerat åt kunden. Kanal: ${channel.sv.toLowerCase()}.`,
          en: `Registered for the customer. Channel: ${channel.en.toLowerCase()}.`,
        }
      : { sv: `Kom in via ${channel.sv.toLowerCase()}.`, en: `Came in by ${channel.en.toLowerCase()}.` }
  },
  routed: (_, name) => ({ sv: `Gick till ${name('unit')}.`, en: `Went to ${name('unit')}.` }),
  receipt_sent: plain('Kvitto skickat.', 'Receipt sent.'),
  done_notice_sent: plain('Besked om att det är klart skickat.', 'Notice that it is done sent.'),
  approval_asked: plain(
    'Väntar på beställarens godkännande. Löftet börjar räknas när det är godkänt.',
    'Waits for the purchaser’s approval. The promise begins to count when it is approved.',
  ),
  approval_reminded: plain('Beställaren är påmind.', 'The purchaser has been reminded.'),
  approval_lapsed: plain('Ingen godkände i tid. Beställningen föll.', 'Nobody approved in time. The order fell.'),
  approved: plain(
    'Godkänt av beställaren. Löftet räknas från nu.',
    'Approved by the purchaser. The promise counts from now.',
  ),
  rejected: plain('Avslaget av beställaren.', 'Rejected by the purchaser.'),
  taken: (_, name) => ({
    sv: `Tog ärendet${name('from') ? ` från ${name('from')}` : ''}.`,
    en: `Took the case${name('from') ? ` from ${name('from')}` : ''}.`,
  }),
  assigned: (_, name) =>
    name('to')
      ? { sv: `Gav ärendet till ${name('to')}.`, en: `Gave the case to ${name('to')}.` }
      : { sv: 'Lade tillbaka ärendet i kön.', en: 'Put the case back into the queue.' },
  handed_over: (facts, name) => {
    const line = facts['line'] === facts['fromLine'] ? '' : `, linje ${String(facts['line'])}`
    return {
      sv: `Lämnade över till ${name('to')}${line}. Nummer och löfte följer med.`,
      en: `Handed over to ${name('to')}${line ? `, line ${String(facts['line'])}` : ''}. Number and promise go along.`,
    }
  },
  started: plain('Arbetet började.', 'Work began.'),
  paused: (facts) => {
    const wait = waitingWords[facts['waitingFor'] as WaitingFor]
    return { sv: `Klockan pausad: ${wait.sv.toLowerCase()}.`, en: `Clock paused: ${wait.en.toLowerCase()}.` }
  },
  resumed: (facts, _, lang) => moved(facts, lang, 'Klockan går igen.', 'The clock runs again.'),
  resumed_by_answer: (facts, _, lang) =>
    moved(facts, lang, 'Kunden svarade. Klockan går igen.', 'The customer answered. The clock runs again.'),
  priority_changed: (facts, _, lang) => {
    const to = priorityWords[facts['to'] as Priority]
    return moved(
      facts,
      lang,
      `Prioritet ändrad till ${to.sv.toLowerCase()}.`,
      `Priority changed to ${to.en.toLowerCase()}.`,
    )
  },
  delivered: plain('Levererat.', 'Delivered.'),
  confirmed: plain('Kunden bekräftade att det är klart.', 'The customer confirmed that it is done.'),
  closed_by_silence: plain('Stängt: kunden hade inget att invända.', 'Closed: the customer had no objection.'),
  reopened: (facts, _, lang) => moved(facts, lang, 'Öppnat igen.', 'Reopened.'),
  withdrawn: plain('Återtaget av den som bad om det.', 'Withdrawn by the requester.'),
  rated: (facts) => {
    const score = Number(facts['score'])
    return {
      sv: `Betyg: ${['', 'inte bra', 'okej', 'bra'][score] ?? ''}.`,
      en: `Rating: ${['', 'not good', 'all right', 'good'][score] ?? ''}.`,
    }
  },
  merged: (facts) => ({ sv: `Sammanfört med ${text(facts, 'number')}.`, en: `Merged into ${text(facts, 'number')}.` }),
  merged_here: (facts) => ({
    sv: `${text(facts, 'number')} fördes samman hit.`,
    en: `${text(facts, 'number')} was merged into this.`,
  }),
  merge_undone: (facts, _, lang) =>
    text(facts, 'number')
      ? { sv: `${text(facts, 'number')} lyftes ut igen.`, en: `${text(facts, 'number')} was lifted out again.` }
      : moved(facts, lang, 'Sammanföringen ångrad.', 'The merge was undone.'),
  related: (facts) => ({ sv: `Länkat till ${text(facts, 'number')}.`, en: `Related to ${text(facts, 'number')}.` }),
  unrelated: (facts) => ({
    sv: `Länken till ${text(facts, 'number')} borttagen.`,
    en: `Relation to ${text(facts, 'number')} removed.`,
  }),
  parent_set: plain('Huvudärende ändrat.', 'Parent case changed.'),
  watcher_added: (_, name) => ({
    sv: `${name('personId')} följer ärendet.`,
    en: `${name('personId')} follows the case.`,
  }),
  watcher_removed: (_, name) => ({
    sv: `${name('personId')} följer inte längre ärendet.`,
    en: `${name('personId')} no longer follows the case.`,
  }),
  request_changed: (facts, _, lang) =>
    moved(facts, lang, `Ärendet gäller nu ${text(facts, 'name')}.`, `The case is now about ${text(facts, 'nameEn')}.`),
  customer_changed: (facts, name, lang) =>
    moved(facts, lang, `Ärendet gäller nu ${name('unit')}.`, `The case is now for ${name('unit')}.`),
  calendar_changed: (facts, _, lang) =>
    moved(facts, lang, 'Öppettiderna har ändrats.', 'The opening hours have changed.'),
  facts_changed: plain('Uppgifter rättade.', 'Facts corrected.'),
  converted: plain(
    'Omvandlat till ett önskemål. Beställarorganisationen tar det vidare.',
    'Turned into a wish. The purchaser organisation takes it further.',
  ),
}

function moved(facts: Facts, lang: Lang, sv: string, en: string): { sv: string; en: string } {
  const last = (facts['moved'] as { to?: string; from?: string }[] | undefined)?.at(-1)
  if (!last?.to || last.to === last.from) return { sv, en }
  const to = longMoment(Temporal.Instant.from(last.to), Temporal.Instant.from(last.from ?? last.to), lang)
  return { sv: `${sv} Löftet flyttades till ${to}.`, en: `${en} The promise moved to ${to}.` }
}

export function eventWords(
  kind: string,
  facts: Facts,
  reason: string | null,
  names: ReadonlyMap<Id, string>,
  lang: Lang,
): string {
  const name = (key: string): string => names.get(text(facts, key)) ?? ''
  const words = said[kind]?.(facts, name, lang)[lang] ?? kind
  if (!reason) return words
  return spoken.has(kind) ? `${words} ${reason}` : `${words} ${lang === 'sv' ? 'Skäl' : 'Reason'}: ${reason}`
}

/** What is written with these is a message and not a reason. */
const spoken: ReadonlySet<string> = new Set(['delivered', 'rated'])

export const knownEvents: readonly string[] = Object.keys(said)
