// What each figure is called, its rule in one sentence, and what is not counted.
import type { Words } from '#basics/refusal'

interface FigureWords {
  readonly name: Words
  readonly sentence: Words
  readonly exclusions: Words
}
const words = (
  name: readonly [string, string],
  sentence: readonly [string, string],
  exclusions: readonly [string, string] = ['Ärenden med sekretessmarkering.', 'Cases marked as secret.'],
): FigureWords => ({
  name: { sv: name[0], en: name[1] },
  sentence: { sv: sentence[0], en: sentence[1] },
  exclusions: { sv: exclusions[0], en: exclusions[1] },
})
const keptOutside: readonly [string, string] = [
  'Löften som avbröts före tiden; pausade över tiden visas vid sidan om. Ärenden med sekretessmarkering.',
  'Promises cancelled before the deadline; those paused over it are shown beside. Cases marked as secret.',
]
const kept = (name: readonly [string, string], what: readonly [string, string]): FigureWords =>
  words(
    name,
    [
      `Av de löften om ${what[0]} vars sista tid låg i perioden, öppna medräknade: andelen som hölls.`,
      `Of the promises of ${what[1]} whose deadline fell in the period, open ones included: the share that was kept.`,
    ],
    keptOutside,
  )

export const figureWords = {
  received: words(
    ['Inkomna ärenden', 'Cases received'],
    ['Ärenden som kom in under perioden.', 'Cases received in the period.'],
  ),
  done: words(
    ['Klara ärenden', 'Cases done'],
    ['Ärenden som blev klara under perioden och inte har öppnats igen.', 'Cases done in the period and not reopened.'],
  ),
  backlog: words(
    ['Öppna ärenden', 'Open cases'],
    [
      'Ärenden som var öppna kl. 24.00 periodens sista dag: inkomna före, inte klara eller stängda före.',
      'Cases open at 24.00 on the last day of the period: received before, not done or closed before.',
    ],
  ),
  'answer-kept': kept(['Första svar i tid', 'First answer in time'], ['första svar', 'a first answer']),
  'start-kept': kept(['Påbörjat i tid', 'Started in time'], ['start', 'a start']),
  'done-kept': kept(['Klart i tid', 'Done in time'], ['att bli klart', 'being done']),
  'moved-by-us': words(
    ['Löften flyttade av oss', 'Promises moved by us'],
    [
      'Ärenden med ett löfte vars sista tid låg i perioden och som vi eller våra leverantörer har flyttat.',
      'Cases with a promise whose deadline fell in the period and that we or our suppliers have moved.',
    ],
  ),
  'lead-median-hours': words(
    ['Ledtid, median i arbetstid', 'Lead time, median in working hours'],
    [
      'Hälften av ärendena som blev klara i perioden tog högst så lång arbetstid från mottagande till klart.',
      'Half of the cases done in the period took at most this much working time from receipt to done.',
    ],
  ),
  'lead-p90-hours': words(
    ['Ledtid, nio av tio i arbetstid', 'Lead time, nine of ten in working hours'],
    [
      'Nio av tio ärenden som blev klara i perioden tog högst så lång arbetstid.',
      'Nine of ten cases done in the period took at most this much working time.',
    ],
  ),
  'lead-median-days': words(
    ['Ledtid, median i dygn', 'Lead time, median in days'],
    [
      'Hälften av ärendena som blev klara i perioden tog högst så många dygn från mottagande till klart.',
      'Half of the cases done in the period took at most this many days from receipt to done.',
    ],
  ),
  'lead-p90-days': words(
    ['Ledtid, nio av tio i dygn', 'Lead time, nine of ten in days'],
    [
      'Nio av tio ärenden som blev klara i perioden tog högst så många dygn.',
      'Nine of ten cases done in the period took at most this many days.',
    ],
  ),
  satisfied: words(
    ['Nöjda', 'Satisfied'],
    [
      'Av de betygsatta ärenden som blev klara i perioden: andelen med högsta betyg.',
      'Of the rated cases done in the period: the share with the highest rating.',
    ],
    ['Ärenden utan betyg. Ärenden med sekretessmarkering.', 'Cases without rating. Cases marked as secret.'],
  ),
  'one-contact': words(
    ['En kontakt räckte', 'One contact was enough'],
    [
      'Av de ärenden som blev klara i perioden: andelen där kunden inte behövde höra av sig igen (garanti 2).',
      'Of the cases done in the period: the share where the customer did not have to make contact again (guarantee 2).',
    ],
  ),
  'standard-share': words(
    ['Beställt enligt standard', 'Ordered as standard'],
    [
      'Av periodens beställningar: andelen på standardtjänster.',
      'Of the orders of the period: the share on standard services.',
    ],
    [
      'Tjänster som varken är märkta standard eller anpassad. Ärenden med sekretessmarkering.',
      'Services marked neither standard nor adapted. Cases marked as secret.',
    ],
  ),
  moves: words(
    ['Flyttar', 'Moves'],
    [
      'Beställningar av installation, flytt, tillägg eller ändring som kom in under perioden.',
      'Orders of install, move, add or change received in the period.',
    ],
  ),
  faults: words(
    ['Felanmälningar', 'Fault reports'],
    ['Felanmälningar som kom in under perioden.', 'Fault reports received in the period.'],
  ),
} as const
