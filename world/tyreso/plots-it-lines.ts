// Plots of IT beyond the first line: a network fault through three lines, a wish, and a move.
import type { Plot } from './plot-shape.ts'
import {
  ahead,
  building,
  byTopic,
  days,
  deliver,
  handOver,
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

const desk = { unit: 'it-servicedesk', agentRoles: ['medarbetare-servicedesk'] } as const

const network = plot({
  ...desk,
  key: 'natverk-langsamt',
  shows: 'Slow network: first line, second line, third line, the same number and clock all the way',
  requestType: 'it-stod',
  kind: 'fault',
  where: {
    kinds: ['school', 'preschool', 'care', 'culture', 'office', 'depot'],
    tags: ['classroom', 'office', 'hall', 'meeting', 'staff'],
  },
  slots: {
    tid: ['mellan åtta och nio', 'efter lunch', 'på måndagar', 'när alla är inloggade'],
    vad: ['Inget som kräver nät fungerar', 'Vi kan inte dokumentera', 'Telefonerna hackar', 'W3D3 hänger sig'],
  },
  subjects: [
    '<allt> Långsamt nät {på_hus}',
    '<tradlost> Trådlösa nätet faller {i_rum}',
    '<allt> Ingen kontakt med servern {på_hus}',
  ],
  openings: [
    '<allt> Hej! Nätet {på_hus} är [så långsamt att det inte går att arbeta|nere till och från] {tid}. {vad}.',
    '<tradlost> Det trådlösa nätet {i_rum} [faller var tionde minut|visar full styrka men inget laddas]. {vad}. Det är värst {tid}.',
    '<allt> Alla {på_hus} tappar kontakten {tid}. {vad}. [Vi har startat om allt vi vågar.|Grannhuset har inga problem.]',
  ],
  answers: { need: value('communication'), place: space, who: pick('some', 'all', 'all'), description: opening },
  steps: [
    take(minutes(3, 60)),
    reply(
      minutes(4, 45),
      [
        'Hej {namn}. Jag mäter härifrån medan du är kvar. Är det likadant i hela huset?',
        'Tack. Fler {på_hus} har hört av sig. Vi lyfter det till en störning.',
        'Hej! Jag ser paketförluster mot er växel. Lämnar vidare nu, du behöver inte ringa igen.',
      ],
      { thread: 'lage' },
    ),
    says(
      minutes(5, 90),
      ['Sämst i den bortre delen, annars lite bättre.', 'Bra, då är det inte bara jag.', 'Tack, då väntar jag.'],
      { chance: 0.6, thread: 'lage' },
    ),
    handOver(minutes(10, 120), 'it-uc', [
      'Andra linjen: telefonerna påverkas också.',
      'Gäller flera på samma plats, andra linjen tar över.',
      'Mätningen visar fel i huset, inte i datorn.',
    ]),
    take(minutes(5, 90)),
    note(minutes(10, 100), [
      'Telefonväxeln är hel. Felet ligger i nätet under.',
      'Utrustningen i korskopplingen svarar ojämnt.',
      'Samma mönster som i ett annat hus förra månaden.',
    ]),
    handOver(minutes(5, 60), 'it-natverk', [
      'Tredje linjen: nätverk. Klocka och nummer följer med.',
      'Kräver åtkomst till switchen. Nätverk tar över.',
      'Komplext, lämnas till nätverksgruppen.',
    ]),
    take(minutes(5, 80)),
    start(hours(0.3, 6)),
    deliver(hours(0.5, 7), [
      '<allt> En switch hade hängt sig. Den är omstartad och uppgraderad. UPS är inlagd på platsen.',
      '<allt> Någon hade kopplat en sladd från vägg till vägg. Borttagen, och vi har stängt den vägen för framtiden.',
      '<allt> Fibermodulen var smutsig. Rengjord och mätt.',
      '<tradlost> Accesspunkten är flyttad fyra meter. Täckningen är bra i hela rummet.',
      '<tradlost> Två accesspunkter störde varandra. Kanalerna är omlagda.',
    ]),
    ...thanks,
  ],
})

const wish = plot({
  key: 'andring-w3d3',
  shows: 'A wish for a change in W3D3: the system manager looks, and it becomes a wish with the case closed as turned',
  requestType: 'andring',
  kind: 'order',
  unit: 'kansli',
  agentRoles: ['registrator'],
  systems: ['w3d3'],
  askers: ['sbf-plan', 'sof-bistand', 'sof-familj', 'buf-kansli', 'kommunikation', 'ksk-konsult'],
  channels: { portal: 70, email: 30 },
  slots: {
    sak: [
      'ett fält för beslutsdatum',
      'en sökning på fastighet',
      'en mall för remissvar',
      'en påminnelse före sista svarsdag',
      'en lista över öppna ärenden per handläggare',
    ],
    antal: [6, 12, 25, 40],
  },
  subjects: ['Önskemål om {sak} i {system}', '{Sak} i {system}', 'Går det att få {sak}?'],
  openings: [
    'Vi behöver {sak} i {system}. I dag [skriver vi det i Excel|håller vi reda på det i huvudet|frågar vi varandra]. Ungefär {antal} handläggare skulle ha nytta av det.',
    'Hej! Skulle det gå att få {sak} i {system}? Det sparar tid varje vecka för {antal} personer.',
    'Önskemål: {sak}. Behovet är att [inget ska falla mellan stolarna|vi ska hitta rätt snabbare|nämnden ska få svar i tid].',
  ],
  answers: {
    system: { special: 'system' },
    need: opening,
    benefit: write(
      'Mindre dubbelarbete för {antal} personer.',
      'Rätt uppgift från början, ungefär en timme i veckan per person.',
      '{antal} handläggare slipper egna listor.',
    ),
  },
  steps: [
    take(hours(1, 16)),
    reply(minutes(10, 200), [
      'Hej {namn}. Det går inte i dag. Jag lämnar det som ett önskemål till IT-kundansvarig, så ser du i Kontoret vad som händer.',
      'Tack för ett tydligt behov. Fler har frågat, så jag lägger det på önskelistan med ert namn på.',
      'Hej! En del går att lösa med sparad sökning, jag visar gärna. Resten blir ett önskemål.',
    ]),
    {
      after: hours(0.2, 6),
      by: 'agent',
      act: 'turn_into_wish',
      texts: [
        'Omvandlat till önskemål. Ärendet stängs, kopplingen finns kvar.',
        'Till IT-kundansvarig som önskemål.',
        'Blir önskemål, bereds i nästa förändringsforum.',
      ],
    },
  ],
})

const move = plot({
  ...desk,
  key: 'flytt-arbetsplats',
  shows: 'Install, move, add or change a workplace (HS-360): agreed to a later day',
  requestType: 'flytt',
  kind: 'order',
  where: { kinds: ['office', 'school', 'culture', 'care'], tags: ['office', 'meeting', 'staff'] },
  channels: { portal: 85, email: 15 },
  season: [10, 8, 9, 8, 9, 14, 4, 18, 12, 1],
  slots: { antal: [2, 2, 3, 4, 6] },
  subjects: [
    '<flytta> Flytt av {antal} arbetsplatser till {rum}',
    '<ny> Ny arbetsplats {i_rum}',
    '<andra> Ändrade arbetsplatser {i_rum}',
    '<flytta andra> Omflyttning {på_hus}',
  ],
  openings: [
    '<flytta> Hej! Vi möblerar om {på_hus} och behöver flytta {antal} platser till {rum}. [Det finns bara ett uttag i rummet.|Skrivaren ska med.]',
    '<ny> Ny arbetsplats {i_rum}: dator, telefon och två skärmar. [Kollegan börjar på onsdag.|Möblerna står redan på plats.]',
    '<andra> Vi slår ihop två rum och behöver hjälp att [dra om|ansluta|byta plats på] {antal} arbetsplatser. Till: {rum}.',
  ],
  answers: {
    what: byTopic({ flytta: value('move'), ny: value('install') }, value('change')),
    count: byTopic({ ny: value(1) }, slot('antal')),
    from: building,
    to: space,
    day: ahead(5, 12),
    include: value(['computer', 'telephone']),
    description: opening,
  },
  paths: { direkt: 60, senare: 40 },
  steps: [
    take(hours(0.5, 10)),
    reply(minutes(10, 120), [
      '<ny andra> Hej {namn}! Finns det nätuttag vid fönstret? Vi kommer {kommer}.',
      '<*> Tack. Vi stämmer av med vaktmästarna och kommer {kommer}.',
      '<flytta andra> Hej. Ta ner tavlor och töm hurtsarna, så går det fort. Vi kommer {kommer}.',
    ]),
    pause(
      minutes(10, 200),
      'agreed_later',
      [
        'Kunden vill vänta till nästa vecka. Ny dag är avtalad.',
        'Avtalat: vi kommer när golvet är lagt.',
        'Kunden har inte fått möblerna. Vi väntar enligt överenskommelse.',
      ],
      { path: 'senare' },
    ),
    resume(days(2, 8), { path: 'senare' }),
    start(days(0.5, 4)),
    deliver(
      hours(1, 6),
      [
        '<flytta andra> Flyttat och provat: dator, telefon och skrivare.',
        '<flytta andra> {antal} platser klara. Telefonnumren är desamma.',
        '<ny> Ny plats inkopplad med dator, telefon och två skärmar.',
        '<*> Inkopplat. Ett uttag saknas, det är beställt hos Fastighet.',
      ],
      { quantity: { offering: 'flytt-arbetsplats', times: ['count'] } },
    ),
    ...thanks,
  ],
})

export const itLinesPlots: readonly Plot[] = [network, wish, move]
