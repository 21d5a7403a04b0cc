// Plots of caretaking with its printed promise of three working days, and of events.
import type { Plot } from './plot-shape.ts'
import {
  ahead,
  building,
  byTopic,
  days,
  deliver,
  hours,
  minutes,
  note,
  opening,
  pause,
  pick,
  plot,
  reply,
  resume,
  says,
  slot,
  space,
  start,
  take,
  thanks,
  value,
  write,
} from './plot-shape.ts'

const servedHouses = { kinds: ['office', 'school', 'culture'], only: ['kommunhuset', 'masten', 'biblioteket'] } as const

const caretaker = { unit: 'kontorsservice', agentRoles: ['vaktmastare'] } as const

const portalFirst = { portal: 72, email: 12, phone: 10, counter: 6 } as const

const term: Plot['season'] = [11, 10, 11, 9, 10, 8, 2, 13, 14, 1]

const board = plot({
  ...caretaker,
  key: 'tavla',
  shows:
    'Board, shelf or sign put up; the wall has to be asked about, and the promise is to begin in three working days',
  requestType: 'vaktmasteri',
  kind: 'order',
  where: { ...servedHouses, tags: ['office', 'meeting', 'staff', 'corridor', 'classroom', 'kitchen', 'hall'] },
  channels: portalFirst,
  season: term,
  slots: {
    antal: [2, 2, 3, 4],
    sak: ['whiteboardtavla', 'anslagstavla', 'konsthylla', 'tidskriftshylla', 'skylt', 'karta'],
    vagg: ['mot fönstret', 'mot korridoren', 'bredvid dörren', 'ovanför kopiatorn'],
  },
  subjects: ['Sätta upp {sak} {i_rum}', '{Sak} till {rum}', 'Borra upp {sak}, {hus}'],
  openings: [
    'Hej! Vi har fått en {sak} som behöver komma upp {i_rum}. [Den är ganska tung.|Vi tänkte ha den {vagg}.|Skruvar följde med.]',
    '<flera> Kan ni sätta upp {antal} st {sak} {i_rum}? [Jag har ritat med blyerts var.|Rummet är ledigt på förmiddagarna.|Rummet är ledigt efter tre.]',
    'Vi behöver en {sak} {vagg} {i_rum} {på_hus}. [Den gamla får gärna tas ner.|Det sitter krokar kvar som inte passar.]',
    'Beställer uppsättning av {sak}. Rum: {rum}. Plats: {vagg}. [Helst före mötet på torsdag.|Ingen brådska.]',
  ],
  answers: {
    job: value('put_up'),
    place: building,
    room: write('{rum}'),
    description: opening,
    pieces: byTopic({ flera: slot('antal') }, value(1)),
    wall: pick('plaster', 'concrete', 'unknown'),
  },
  paths: { direkt: 62, fraga: 26, besok: 12 },
  steps: [
    take(hours(0.3, 12)),
    reply(
      minutes(5, 90),
      [
        'Hej {namn}! Vad väger den, ungefär? Är det mer än tio kilo behöver vi en regel bakom. Vi behöver veta innan vi kan börja.',
        'Hej! Är det gips eller betong där? Knacka och lyssna, så vet vi vilken plugg vi tar med.',
        'Hej {namn}. Hur högt från golvet vill ni ha den?',
      ],
      { path: 'fraga', thread: 'fraga' },
    ),
    pause(
      minutes(1, 3),
      'waiting_customer',
      ['Väntar på svar om vikten.', 'Frågat vad väggen är gjord av.', 'Kunden får bestämma höjd.'],
      { path: 'fraga', thread: 'fraga' },
    ),
    says(
      hours(1, 20),
      [
        '[Drygt femton kilo, vi vägde den.|Den är lätt, kanske fyra kilo.] [Rummet är ledigt hela torsdagen.|Nyckel finns hos mig.]',
        'Det är gips, det låter ihåligt. Fast hör jag fel skyller jag på kollegan.',
        'Överkanten på 190 centimeter blir bra.',
      ],
      { path: 'fraga', thread: 'fraga' },
    ),
    resume(minutes(3, 60), { path: 'fraga' }),
    reply(
      minutes(10, 200),
      [
        'Hej {namn}! Vi sätter upp den {kommer}.',
        'Tack för beställningen. Jag kommer {kommer}.',
        'Hej. Vi har plats {kommer}, passar det?',
      ],
      { path: 'direkt' },
    ),
    note(
      minutes(5, 100),
      [
        'Väggen mot korridoren är gips. Ta med expander.',
        'Kolla elschakt innan borrning, det går ledningar där.',
        'Tavlan väger 18 kilo, två man.',
      ],
      { path: 'besok' },
    ),
    start(hours(1, 17)),
    deliver(
      minutes(20, 110),
      [
        'Uppsatt och i våg. [Städa gärna bort gammal tejp själva.|Pennhyllan låg i kartongen.]',
        'Klart. Vi tog ner den gamla och spacklade hålen.',
        'Nu sitter den. Fyra skruv i regel, så den håller.',
        'Uppe. Det blev 195 i överkant för att gå fri från listen.',
      ],
      { quantity: { offering: 'vaktmastare-jobb' } },
    ),
    ...thanks,
  ],
})

const furniture = plot({
  ...caretaker,
  key: 'flytta-mobler-sent',
  shows: 'Furniture moved too late: the promise to begin in three working days was broken, and the customer says so',
  requestType: 'vaktmasteri',
  kind: 'order',
  where: { ...servedHouses, tags: ['office', 'meeting', 'hall', 'staff'] },
  channels: { portal: 84, phone: 10, counter: 6 },
  late: true,
  slots: {
    antal: [4, 6, 8, 10, 12],
    sak: ['bord', 'stolar', 'bokhyllor', 'skärmväggar', 'arkivskåp'],
    till: ['källaren', 'rummet intill', 'plan 4', 'aulan', 'förrådet'],
  },
  subjects: ['Flytta {antal} {sak} från {rum}', 'Flytt av {sak} till {till}', '{antal} {sak} ska bort {i_rum}'],
  openings: [
    'Hej! Vi behöver få flyttat {antal} {sak} från {rum} till {till}. [Vi får nya möbler på måndag.|Det ska målas.]',
    '{antal} {sak} {i_rum} ska till {till}. [De är lätta.|Hissen räcker.] Kan ni hjälpa oss?',
    'Flytthjälp: {antal} {sak}, {rum}, {på_hus}. Ska stå i {till} när ni är klara.',
  ],
  answers: {
    job: value('move'),
    place: building,
    room: write('{rum}'),
    description: opening,
    pieces: slot('antal'),
    to_room: write('{till}'),
  },
  steps: [
    take(hours(4, 20)),
    note(
      minutes(10, 120),
      [
        'Två sjuka i gruppen, får vänta.',
        'Kärran är på lagning.',
        'Krockar med marknaden på torget, alla är upptagna.',
      ],
      { chance: 0.7 },
    ),
    start(days(0.5, 2)),
    reply(minutes(5, 60), [
      'Hej {namn}. Vi är sena och det beklagar vi. Nu är vi på plats.',
      'Förlåt att ni fått vänta. Vi hade lovat er att börja tidigare. Vi är igång nu.',
      'Hej. Löftet om tre dagar höll vi inte. Vi flyttar {kommer}.',
    ]),
    deliver(
      hours(0.5, 3),
      ['Flyttat. {antal} st, inga repor.', 'Allt står i {till}.', 'Klart. Ett par av dem vinglade, de är åtdragna.'],
      { quantity: { offering: 'vaktmastare-jobb' } },
    ),
    {
      after: hours(1, 8),
      by: 'requester',
      act: 'complain',
      texts: [
        'Det blev bra till slut men ni lovade tre dagar. Målaren fick vänta.',
        'Jag hade uppskattat ett besked innan tiden gick ut.',
        'Tack för hjälpen. Fast vi fick bära hälften själva.',
      ],
    },
    {
      after: hours(1, 9),
      by: 'manager',
      act: 'reply',
      texts: [
        'Hej {namn}. Du har rätt, vi borde ha sagt till i förväg. Vi har nu en lista varje morgon över det som går ut samma dag.',
        'Tack för att du säger som det är. Vi var två för få den veckan och borde ha ringt.',
        'Jag beklagar. Det räknas som ett brutet löfte hos oss och syns i vår uppföljning.',
      ],
    },
    { after: hours(1, 12), by: 'requester', act: 'rate', chance: 0.6 },
  ],
})

const event = plot({
  ...caretaker,
  key: 'event',
  shows: 'A rented room set up before an event',
  requestType: 'moblering',
  kind: 'order',
  where: { ...servedHouses, tags: ['hall', 'meeting'] },
  channels: portalFirst,
  season: [9, 10, 11, 11, 14, 9, 1, 10, 14, 1],
  slots: {
    antal: [20, 24, 30, 40, 60, 80, 120],
    tillfalle: [
      'avtackning',
      'författarbesök',
      'informationskväll',
      'utbildningsdag',
      'vernissage',
      'medborgardialog',
      'personaldag',
    ],
    tid: ['09.00', '13.00', '17.30', '18.00', '18.30'],
    mikrofoner: [1, 2],
  },
  subjects: ['{Tillfalle} {i_rum}, {antal} personer', 'Möblering {i_rum}', '{Tillfalle} {på_hus} kl. {tid}'],
  openings: [
    'Hej! Vi har {tillfalle} {i_rum} kl. {tid} för {antal} personer. [Stolar i rader.|Mittgång är bra.] [Vi behöver en mikrofon och projektor.|Kaffebord längst bak.]',
    'Beställer iordningställande av {rum} {på_hus}: {tillfalle}, {antal} personer, start {tid}. [Talaren kommer en timme innan.|Vi städar själva efteråt.]',
    'Kan ni ställa i ordning {rum}? Det kommer ungefär {antal} till {tillfalle} kl. {tid}.',
  ],
  answers: {
    place: space,
    day: ahead(9, 18),
    start: slot('tid'),
    people: slot('antal'),
    layout: pick('rows', 'school', 'islands', 'u_shape', 'standing'),
    equipment: value(['projector', 'microphone', 'coffee']),
    microphones: slot('mikrofoner'),
    description: opening,
  },
  steps: [
    take(hours(0.5, 12)),
    reply(
      minutes(10, 160),
      [
        'Hej {namn}! Vi ställer i ordning {kommer}. Ljudet provar vi en timme innan.',
        'Tack. Vi har stolar till {antal}. Säg till om det blir fler än så.',
        'Hej. Bokat. Är det någon som sitter i rullstol, så tar vi bort en stolsrad?',
      ],
      { thread: 'svar' },
    ),
    says(
      hours(0.5, 10),
      [
        'Perfekt, tack.',
        'Vi räknar med tio till. Går det?',
        'Ja, lämna plats längst fram till höger. Tack för att du frågar!',
      ],
      { chance: 0.45, thread: 'svar' },
    ),
    start(days(2, 6)),
    deliver(
      hours(1, 3),
      [
        'Klart. Mikrofonen ligger på bordet, tryck två gånger.',
        '{antal} stolar, projektor och kaffebord på plats. Vi plockar undan i morgon bitti.',
        'Iordningställt. Larmet är framflyttat till 22.',
      ],
      { quantity: { offering: 'moblering' } },
    ),
    ...thanks,
  ],
})

export const caretakingPlots: readonly Plot[] = [board, furniture, event]
