// Plots of print, special orders and office supplies: an original sent back, an approval refused, an order withdrawn.
import type { Plot } from './plot-shape.ts'
import {
  ahead,
  days,
  deliver,
  hours,
  kronor,
  minutes,
  pause,
  pick,
  plot,
  reply,
  resume,
  says,
  slot,
  some,
  start,
  take,
  thanks,
  value,
  write,
} from './plot-shape.ts'

const caretaker = { unit: 'kontorsservice', agentRoles: ['vaktmastare'] } as const

const term: Plot['season'] = [11, 10, 11, 9, 10, 8, 2, 13, 14, 1]

const print = plot({
  ...caretaker,
  key: 'tryck',
  shows: 'Printing with a known price; an original that cannot be printed is sent back',
  requestType: 'tryck',
  kind: 'order',
  channels: { portal: 85, email: 12, counter: 3 },
  season: [11, 9, 10, 9, 15, 9, 1, 15, 12, 1],
  slots: {
    antal: [30, 50, 100, 150, 200, 300, 400],
    sidor: [1, 2, 4, 8, 12, 16],
    sak: ['program', 'häften', 'blanketter', 'inbjudningar', 'kompendier', 'affischer'],
    lamna: ['receptionen i kommunhuset', 'postfack 14', 'expeditionen', 'biblioteksdisken'],
  },
  subjects: ['Tryck {antal} {sak}', '{antal} {sak}', 'Beställning av {sak}'],
  openings: [
    'Hej! Vi behöver {antal} {sak}, {sidor} sidor. Originalet är bifogat. Lämna till {lamna}.',
    'Kan ni trycka {antal} {sak}? [Gärna i färg på framsidan.|Svartvitt räcker.] {sidor} sidor i originalet.',
    'Beställer {antal} ex. {sak}. [Hämtar själv.|De ska vara framme före mötet.] Leverans: {lamna}.',
  ],
  answers: {
    title: write('{Sak}'),
    copies: slot('antal'),
    pages: slot('sidor'),
    size: pick('a4', 'a4', 'a5'),
    colour: pick('black', 'black', 'colour'),
    binding: pick('none', 'staple', 'fold'),
    wanted: ahead(3, 8),
    delivery: slot('lamna'),
  },
  paths: { bra: 74, original: 26 },
  steps: [
    take(hours(0.2, 9)),
    reply(
      minutes(5, 60),
      [
        'Hej {namn}! Bilderna är för små för tryck. Kan du skicka dem i original?',
        'Hej. Filen är liggande men du skrev stående. Hur ska det vara?',
        'Hej {namn}. En sida är tom i filen, är det meningen?',
      ],
      { path: 'original', thread: 'original' },
    ),
    pause(
      minutes(1, 3),
      'waiting_customer',
      ['Väntar på nytt original.', 'Fråga om format ställd.', 'Kunden kollar filen.'],
      { path: 'original', thread: 'original' },
    ),
    says(
      hours(0.5, 14),
      [
        'Här kommer en ny fil. Hoppas den är bättre!',
        'Oj, den ska vara stående. Ny bifogad.',
        'Nej, den tomma kan du ta bort.',
      ],
      { path: 'original', thread: 'original' },
    ),
    resume(minutes(2, 30), { path: 'original' }),
    start(hours(0.5, 12)),
    deliver(
      hours(0.5, 5),
      [
        'Tryckt och levererat till {lamna}.',
        'Klart, {antal} st. Två extra ligger överst.',
        'Leverans gjord. Räknat: {antal} exemplar.',
      ],
      {
        quantity: {
          offering: 'tryck-svartvitt',
          times: ['copies', 'pages'],
          byAnswer: ['colour', { black: 'tryck-svartvitt', colour: 'tryck-farg' }],
        },
      },
    ),
    ...thanks,
  ],
})

const refused = plot({
  ...caretaker,
  key: 'specialbestallning-avslag',
  shows: 'A special order that the purchaser refuses, with reason',
  requestType: 'specialbestallning',
  kind: 'order',
  channels: { portal: 95, email: 5 },
  slots: {
    antal: [1, 2, 4, 6],
    sak: [
      'höj- och sänkbart skrivbord',
      'kontorsstol med nackstöd',
      'soffgrupp',
      'espressomaskin',
      'whiteboard på hjul',
    ],
  },
  subjects: ['{Sak}, {antal} st', 'Specialbeställning: {sak}', 'Inköp av {sak}'],
  openings: [
    'Vi skulle vilja köpa {antal} st {sak}. [De vi har är slitna.|Vi såg dem på en mässa.] Hittar inget i avtalet.',
    'Beställer {sak}, {antal} st. [Färg: grå.|Modell enligt länk.] Pris ungefär som jag skrivit.',
    'Hej! Kan ni hjälpa oss att få tag i {antal} st {sak}? [Vi hittar dem inte i avtalet.|Gärna före månadsskiftet.]',
  ],
  answers: {
    item: write('{Sak}'),
    count: slot('antal'),
    price: kronor(4000, 42000, 500),
    agreement: value('no'),
    reason: write('Fanns inte i avtalet.', 'Avtalets modell passar inte i rummet.'),
    account: write('4110, ansvar 3200', '4110, ansvar 2150'),
    delivery: write('Kommunhuset, plan 3', 'Expeditionen'),
  },
  steps: [
    {
      after: days(0.3, 4),
      by: 'purchaser',
      act: 'reject',
      texts: [
        'Vi har ett avtal som ska användas. Välj därifrån och beställ igen.',
        'Ryms inte i årets budget. Ta upp det i plan för nästa år.',
        'Det finns lediga i förrådet på plan 1. Titta där först.',
      ],
    },
  ],
})

const supplies = plot({
  ...caretaker,
  key: 'material',
  shows: 'Office supplies; some find them in the cupboard and withdraw the order',
  requestType: 'kontorsmaterial',
  kind: 'order',
  channels: { portal: 90, email: 8, counter: 2 },
  season: term,
  slots: { fack: [3, 7, 11, 14, 22, 31], kartonger: [2, 3, 5] },
  subjects: ['Kontorsmaterial till postfack {fack}', 'Papper och pennor', 'Påfyllning av material'],
  openings: [
    'Hej! Vi behöver fylla på. {kartonger} kartonger papper och [en ask blå pennor|ett paket whiteboardpennor|tio pärmar]. Postfack {fack}.',
    'Beställer {kartonger} kartonger kopieringspapper och [kuvert C5|batterier AA|plastfickor] till fack {fack}.',
    'Vårt förråd är tomt på [pärmar|pennor|papper]. {kartonger} av varje räcker långt. Fack {fack}, tack.',
  ],
  answers: {
    items: some('paper', 'pens', 'binders', 'envelopes', 'batteries', 'whiteboard'),
    amounts: write(
      '{kartonger} kartonger papper, en ask pennor.',
      '{kartonger} av varje.',
      '{kartonger} kartonger papper och det andra enligt texten.',
    ),
    delivery: write('Postfack {fack}'),
  },
  paths: { levererad: 78, aterkallad: 22 },
  steps: [
    {
      after: minutes(10, 400),
      by: 'requester',
      act: 'withdraw',
      path: 'aterkallad',
      texts: [
        'Vi hittade en hel kartong i skåpet. Tack ändå!',
        'Beställt två gånger av misstag. Ta bort den här.',
        'Kollegan hade redan beställt.',
      ],
    },
    take(hours(0.3, 8), { path: 'levererad' }),
    start(minutes(5, 120), { path: 'levererad' }),
    deliver(
      minutes(10, 150),
      [
        'Ligger i postfack {fack}.',
        'Levererat. En vara var slut i lagret, den kommer i nästa omgång.',
        'Klart, allt i facket.',
      ],
      { path: 'levererad', quantity: { offering: 'kontorsmaterial' } },
    ),
    { ...thanks[0]!, path: 'levererad', chance: 0.2 },
    { ...thanks[1]!, path: 'levererad', chance: 0.2 },
  ],
})

export const suppliesPlots: readonly Plot[] = [print, refused, supplies]
