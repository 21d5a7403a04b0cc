// Plots of sign-in, computers and printing.
import type { Plot } from './plot-shape.ts'
import {
  ahead,
  building,
  byTopic,
  days,
  deliver,
  hours,
  kronor,
  minutes,
  note,
  opening,
  pick,
  plot,
  reply,
  requester,
  says,
  slot,
  space,
  start,
  take,
  thanks,
  value,
} from './plot-shape.ts'

const desk = { unit: 'it-servicedesk', agentRoles: ['medarbetare-servicedesk'] } as const

const anyHouse = {
  kinds: ['office', 'school', 'preschool', 'care', 'culture', 'sports', 'depot'],
  tags: ['office', 'classroom', 'staff', 'meeting'],
} as const

const password = plot({
  key: 'losenord-heroma',
  shows: 'Forgotten password in Heroma: straight to the system manager, access only after proof of identity',
  requestType: 'losenord',
  kind: 'fault',
  unit: 'lon',
  agentRoles: ['systemforvaltare-heroma'],
  systems: ['heroma'],
  channels: { portal: 55, email: 35, phone: 10 },
  season: [14, 12, 13, 9, 9, 8, 5, 12, 11, 1],
  slots: { manad: ['ledigheten', 'månadens timmar', 'resan', 'schemat för nästa period'] },
  subjects: ['<glomt> Glömt lösenord i {system}', '<last> Kontot låst i {system}', '<*> Kommer inte in i {system}'],
  openings: [
    '<glomt> Hej! Jag har glömt mitt lösenord i {system} [efter semestern|och hunnit gissa tre gånger]. Jag behöver rapportera {manad}.',
    '<last> Kontot i {system} är låst. [Det står att jag ska kontakta administratören.|Jag bytte lösenord i går och nu stämmer det inte.] Jag skulle ha rapporterat {manad}.',
    '<glomt> Kommer inte in i {system}. [Sidan bara laddar om.|Fel användarnamn eller lösenord, står det.] {Manad} ska in i dag.',
    '<last> Hej, {system} säger att lösenordet har gått ut, men bytet går inte igenom. Jag ska rapportera {manad}.',
  ],
  answers: {
    system: { special: 'system' },
    what: byTopic({ last: value('locked') }, value('forgotten')),
    identity: pick('visit', 'manager'),
  },
  steps: [
    take(minutes(10, 240)),
    reply(
      minutes(5, 60),
      [
        'Hej {namn}. Kom till disken på Löneenheten med legitimation, så får du ett engångslösenord.',
        'Hej! Be din chef intyga med ett svar här, så skickar jag inloggningen till chefen.',
        'Hej {namn}, jag har öppnat kontot. Prova igen om en kvart.',
      ],
      { thread: 'satt' },
    ),
    says(minutes(20, 500), ['Jag kommer förbi före lunch.', 'Min chef har svarat er nu.', 'Det gick! Tack.'], {
      chance: 0.55,
      thread: 'satt',
    }),
    deliver(
      minutes(15, 300),
      [
        'Nytt lösenord utlämnat mot legitimation. Byt det vid första inloggningen.',
        'Inloggningen är skickad till din chef. Byt lösenordet direkt.',
        'Kontot är öppet och provat.',
      ],
      { thread: 'satt' },
    ),
    ...thanks,
  ],
})

const computer = plot({
  ...desk,
  key: 'ny-dator',
  shows: 'A computer ordered, approved by the purchaser within limit, delivered and counted as standing',
  requestType: 'dator',
  kind: 'order',
  where: anyHouse,
  channels: { portal: 95, email: 5 },
  season: [10, 8, 9, 8, 9, 10, 2, 20, 14, 1],
  slots: {
    antal: [1, 1, 1, 1, 2],
    uppgift: ['dokumentation och möten', 'planering', 'expeditionen', 'det administrativa arbetet', 'schemaläggning'],
    markning: ['TYR-2087', 'TYR-1166', 'TYR-3051', 'TYR-0972'],
  },
  subjects: ['Dator till {rum}, {hus}', 'Ny dator, {hus}', 'Byte av gammal dator {markning}'],
  openings: [
    'Hej! Vi behöver {antal} st dator för {uppgift}. [Batteriet på den gamla räcker tjugo minuter.|Den gamla tar en kvart att starta.]',
    'Beställer dator till {uppgift}. Den ersätter {markning}. [Den ska stå kvar på rummet.|Samma tangentbord går bra.] Plats: {rum}, {hus}.',
    'Den gamla datorn {markning} har [dött|blivit för långsam|fått sprucken skärm]. Vi behöver en ny till {uppgift}.',
  ],
  answers: {
    need: opening,
    type: pick('laptop', 'laptop', 'desktop'),
    count: slot('antal'),
    user: requester,
    place: building,
    old: value('yes'),
    old_mark: slot('markning'),
    wanted: ahead(8, 20),
    cost: kronor(4080, 9900, 420),
  },
  steps: [
    { after: hours(1, 26), by: 'purchaser', act: 'approve' },
    take(hours(0.5, 10)),
    reply(minutes(5, 90), [
      'Hej {namn}! Godkänd. Vi börjar installera {kommer}.',
      'Tack. Vi gör i ordning en standarddator. Du får en tid när den är klar.',
      'Hej. Flytta gärna filerna från skrivbordet på den gamla till hemkatalogen före bytet.',
    ]),
    start(days(1, 5)),
    note(
      minutes(20, 120),
      ['Licens för kontorsprogram kopplad.', 'Märkning satt, registret uppdaterat.', 'Krypterad disk på.'],
      { chance: 0.5 },
    ),
    deliver(
      hours(1, 8),
      [
        'Levererad och inloggad tillsammans med dig. Den gamla är hämtad.',
        'Klar. Skrivarna ligger inne via Follow-me.',
        'Datorn är på plats {på_hus}. Ring om något saknas.',
      ],
      {
        quantity: {
          offering: 'barbar-dator',
          times: ['count'],
          byAnswer: ['type', { laptop: 'barbar-dator', desktop: 'stationar-dator' }],
        },
      },
    ),
    ...thanks,
  ],
})

const printing = plot({
  ...desk,
  key: 'utskrift',
  shows: 'Printer trouble, a category of its own (HS-365)',
  requestType: 'it-stod',
  kind: 'fault',
  where: anyHouse,
  slots: {
    skrivare: ['skrivaren i korridoren', 'kopiatorn', 'skrivaren på expeditionen', 'skrivaren vid postfacken'],
    nummer: ['SKR-114', 'SKR-207', 'SKR-318', 'SKR-402'],
  },
  subjects: [
    '<ko alla> Utskrifter kommer inte fram {på_hus}',
    '<papper> {Skrivare} krånglar',
    '<papper> Dåliga utskrifter, {nummer}',
    '<kort> Kortet fungerar inte på {skrivare}',
  ],
  openings: [
    '<ko> Hej! Utskrifterna kommer inte fram på {skrivare} {på_hus}. [De ligger kvar i kön.|Det står Väntar på alla.] Märkning {nummer}.',
    '<papper> {Skrivare} [drar papper snett|gör svarta streck|säger att tonern är slut fast den är ny]. Den heter {nummer}.',
    '<kort> Det går inte att logga in med kortet på {skrivare}. [Mitt eget kort fungerade i går.|Kollegans går.]',
    '<alla> Vi kan inte skriva ut {på_hus}. Ingen kan. [Vi har ett möte om en timme.|Vi har startat om skrivaren två gånger.]',
  ],
  answers: {
    need: value('printing'),
    place: space,
    who: byTopic({ alla: value('all'), kort: value('me') }, pick('me', 'some')),
    mark: slot('nummer'),
    description: opening,
  },
  paths: { fjarr: 100 },
  pathByTopic: { papper: 'plats' },
  steps: [
    take(minutes(5, 160)),
    reply(minutes(5, 60), [
      '<ko alla> Hej {namn}. Jag har startat om utskriftstjänsten. Prova nu.',
      '<papper> Hej! Öppna sidoluckan och se om något sitter fast. Annars kommer jag {kommer}.',
      '<papper> Hej {namn}. Jag kommer {kommer} och tittar på den.',
      '<kort ko alla> Tack, jag ser felet härifrån. En liten stund.',
    ]),
    start(hours(0.5, 12), { path: 'plats' }),
    deliver(
      minutes(5, 90),
      [
        '<ko> Kön var låst av ett stort dokument. Borttaget, det rullar.',
        '<kort> Kortet är omkopplat till ditt konto. Hämta utskriften igen.',
        '<alla> Drivrutinen var trasig efter uppdateringen. Ny är utskickad till hela huset.',
        '<alla> Servern för Follow-me hade slut på plats. Rensad, allt skrivs ut.',
        '<ko> Skrivaren hade fått ny adress. Inlagd på nytt.',
        '<kort> Kortet var registrerat två gånger. Den ena är borttagen.',
      ],
      { path: 'fjarr' },
    ),
    deliver(
      minutes(20, 120),
      [
        'Valsen är rengjord. Rena utskrifter.',
        'Papper i duplexenheten. Borttaget.',
        'Servicefirman har bytt fixeringen. Provad med femtio sidor.',
      ],
      { path: 'plats' },
    ),
    ...thanks,
  ],
})

export const itDeskPlots: readonly Plot[] = [password, computer, printing]
