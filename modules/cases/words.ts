// The words of kinds, channels, priorities and promises, in both languages. Pure; used by screens, letters and exports.
import type { Words } from '#basics/refusal'
import type { CaseKind, Channel, Priority, WaitingFor } from './case.ts'
import type { ClockKind } from './clock.ts'

export const kindWords: Readonly<Record<CaseKind, Words>> = {
  order: { sv: 'Beställning', en: 'Order' },
  fault: { sv: 'Felanmälan', en: 'Fault report' },
  question: { sv: 'Fråga', en: 'Question' },
  complaint: { sv: 'Synpunkt', en: 'Complaint' },
}
export const channelWords: Readonly<Record<Channel, Words>> = {
  portal: { sv: 'Portalen', en: 'Portal' },
  mail: { sv: 'E-post', en: 'E-mail' },
  letter: { sv: 'Brev', en: 'Letter' },
  telephone: { sv: 'Telefon', en: 'Telephone' },
  counter: { sv: 'Besök', en: 'Visit' },
}
export const priorityWords: Readonly<Record<Priority, Words>> = {
  low: { sv: 'Låg', en: 'Low' },
  normal: { sv: 'Normal', en: 'Normal' },
  high: { sv: 'Hög', en: 'High' },
  critical: { sv: 'Akut', en: 'Critical' },
}
export const waitingWords: Readonly<Record<WaitingFor, Words>> = {
  customer: { sv: 'Väntar på kund', en: 'Waiting for customer' },
  us: { sv: 'Väntar på oss', en: 'Waiting for us' },
  supplier: { sv: 'Väntar på leverantör', en: 'Waiting for supplier' },
}
export const clockKindWords: Readonly<Record<ClockKind, Words>> = {
  receipt: { sv: 'Kvitto', en: 'Receipt' },
  first_answer: { sv: 'Första svar', en: 'First answer' },
  start: { sv: 'Påbörjas', en: 'Start' },
  done: { sv: 'Klart', en: 'Done' },
}
/** “Påbörjas senast onsdag 11 april kl. 16.45.” */
export const promiseVerb: Readonly<Record<ClockKind, Words>> = {
  receipt: { sv: 'Kvitto senast', en: 'Receipt by' },
  first_answer: { sv: 'Svar senast', en: 'Answer by' },
  start: { sv: 'Påbörjas senast', en: 'Starts by' },
  done: { sv: 'Klart senast', en: 'Done by' },
}
