// Plots of the property unit besides faults in the building: appliances, keys with approval, and a complaint about cleaning.
import type { Plot } from './plot-shape.ts'
import {
  ahead,
  assign,
  building,
  byTopic,
  days,
  deliver,
  fault,
  hours,
  minutes,
  note,
  opening,
  pause,
  pick,
  plot,
  propertyPlot,
  reply,
  requester,
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

const everywhere = ['office', 'school', 'preschool', 'care', 'culture', 'sports', 'depot'] as const

const appliance = propertyPlot({
  key: 'vitvaror',
  shows: 'Dishwasher, fridge or stove: mended or replaced',
  where: { kinds: everywhere, tags: ['kitchen', 'dwelling'] },
  slots: { maskin: ['diskmaskinen', 'diskmaskinen', 'kylskåpet', 'frysen', 'spisen'], kod: ['E4', 'F11', 'E19', 'C2'] },
  subjects: ['Fel på {maskin} {i_rum}', 'Fel på {maskin} {på_hus}', '<kod> {Maskin} visar felkod {kod}'],
  openings: [
    'Hej! {Maskin} {i_rum} {på_hus} [har slutat fungera|låter som en traktor|slår av sig själv]. [Vi lånar grannavdelningens så länge.|Det märks hela dagen.]',
    '<kod> {Maskin} visar felkoden {kod} och [går inte att starta|stannar mitt i]. Vi har [dragit ur sladden och väntat|läst i boken utan att bli klokare].',
    'Det är fel på {maskin} {i_rum}. [Luckan går inte att stänga.|Det lyser men inget händer.|Den väsnas mer än förr.] Åldern är nog [tio|femton] år.',
  ],
  answers: fault('appliance'),
  paths: { laga: 65, byta: 35 },
  steps: [
    assign(minutes(15, 220)),
    reply(minutes(20, 360), [
      'Hej {namn}. Jag kommer {kommer} och ser om det går att laga.',
      'Tack. Töm den gärna så kommer jag {kommer}.',
      'Hej! Jag är hos er {kommer}. Skriv upp märket om du ser det.',
    ]),
    start(days(0.2, 5)),
    pause(
      minutes(15, 60),
      'waiting_supplier',
      [
        'Lönar sig inte att laga. Ny är beställd på avtalet.',
        'Kompressorn är slut. Ny maskin är beställd, leverans om en vecka.',
        'Reservdelen finns inte längre. Vi köper en ny.',
      ],
      { path: 'byta' },
    ),
    resume(days(2, 8), { path: 'byta' }),
    deliver(
      minutes(30, 150),
      [
        'Rensat och bytt en givare. Provkört.',
        'Ny packning i luckan. Tätt.',
        '<kod> Felkoden är återställd och styrkortet bytt.',
        '<kod> {kod} betyder vattenbrist. Slangen var vikt bakom skåpet.',
      ],
      { path: 'laga' },
    ),
    deliver(
      hours(1, 3),
      [
        'Ny maskin inkopplad, den gamla är bortkörd. Bruksanvisningen ligger i lådan.',
        'Bytt. Den nya är tystare och drar hälften så mycket.',
        'Levererad och monterad. Låt den stå två timmar innan ni sätter på den.',
      ],
      { path: 'byta' },
    ),
    ...thanks,
  ],
})

const key = plot({
  key: 'nyckel',
  shows: 'Key or card ordered, approved by the purchaser, handed out against receipt',
  requestType: 'nyckel',
  kind: 'order',
  unit: 'fastighet',
  agentRoles: ['fastighetsadministrator'],
  where: { kinds: everywhere, tags: ['entrance'] },
  channels: { portal: 80, email: 15, counter: 5 },
  season: [10, 8, 9, 9, 9, 11, 4, 22, 13, 1],
  slots: {
    antal: [1, 1, 1, 2, 2, 3],
    dorrar: ['personalingången och klassrummen', 'entrén', 'entrén och kontoret', 'alla dörrar på plan 2', 'förrådet'],
  },
  subjects: [
    '<ny slut> Passerkort eller nyckel till {hus}',
    '<ny slut> Behörighet till {dorrar}, {hus}',
    '<lost> Borttappat kort {hus}',
  ],
  openings: [
    '<ny> Hej! Vi behöver {antal} st [passerkort|nyckel] till {hus}. Det gäller {dorrar}. [En ny kollega börjar på måndag.|Vikarien stannar terminen ut.]',
    '<ny> Beställer {antal} st till {dorrar}. [Chefen har sagt ja.|Samma behörighet som mitt eget kort.]',
    '<lost> Jag har tappat mitt kort till {hus}. [Troligen på bussen.|Senast jag hade det var i fredags.] Kan ni spärra det och göra ett nytt?',
    '<slut> En kollega har slutat och lämnat tillbaka sin nyckel. Vi behöver {antal} st nya till {dorrar}.',
  ],
  answers: {
    what: byTopic({ lost: value('lost') }, value('new')),
    type: byTopic({ lost: value('card') }, pick('card', 'card', 'key')),
    count: byTopic({ lost: value(1) }, slot('antal')),
    lost_where: write(
      'På bussen i fredags, tror jag.',
      'Någonstans mellan parkeringen och jobbet.',
      'Vet inte, senast använt i går.',
    ),
    holder: requester,
    place: building,
    doors: slot('dorrar'),
    until: ahead(20, 120),
  },
  steps: [
    { after: hours(0.5, 14), by: 'purchaser', act: 'approve' },
    take(minutes(15, 300)),
    reply(minutes(5, 60), [
      '<ny slut> Hej {namn}! Beställningen är godkänd. Du får besked när det ligger klart.',
      '<*> Tack. Jag programmerar {kommer}. Ta med legitimation när du hämtar.',
      '<lost> Hej. Det gamla kortet är spärrat. Nytt görs {kommer}.',
    ]),
    start(hours(1, 20)),
    deliver(
      minutes(10, 40),
      [
        'Klart att hämta i receptionen, kommunhuset. Visa legitimation och kvittera.',
        'Aktiverat och skickat i internposten i kvitterat kuvert.',
        'Utlämnat mot kvittens.',
      ],
      {
        quantity: {
          offering: 'passerkort',
          times: ['count'],
          byAnswer: ['type', { key: 'nyckel', card: 'passerkort' }],
        },
      },
    ),
    ...thanks,
  ],
})

const cleaning = plot({
  key: 'lokalvard-klagomal',
  shows: 'Complaint about cleaning: looked at, taken with the contractor, answered',
  requestType: 'lokalvard',
  kind: 'complaint',
  unit: 'fastighet',
  agentRoles: ['lokalvardsansvarig'],
  where: { kinds: everywhere, tags: ['classroom', 'office', 'toilet', 'corridor', 'hall', 'staff', 'entrance'] },
  slots: { dagar: ['på två veckor', 'sedan i måndags', 'på hela veckan'] },
  subjects: ['Dåligt städat {i_rum}', 'Ingen städning {i_rum} {dagar}', 'Klagomål på städningen {på_hus}'],
  openings: [
    'Det är inte städat {i_rum} {på_hus} {dagar}. [Papperskorgarna är fulla.|Golvet är klibbigt.|Det ligger damm på varje list.]',
    'Vi är inte nöjda med städningen {i_rum}. [Man ser att bara mitten moppas.|Tvålen är slut jämt.] Så har det varit {dagar}.',
    'Hej. Städaren har [bytt tid|fått fler hus, säger hon] och rummet hinns inte med. Det gäller {rum}. Vem gör vad egentligen?',
    'Toaletterna {på_hus} är inte städade {dagar}. Jag skickar en bild så slipper jag beskriva det.',
  ],
  answers: { place: space, day: ahead(0, 0), description: opening, again: pick('first', 'repeated', 'repeated') },
  paths: { brist: 65, avtal: 35 },
  steps: [
    take(hours(0.5, 9)),
    reply(minutes(10, 120), [
      'Hej {namn}. Tack för att du säger till. Jag går dit {kommer} och tittar själv.',
      'Tack. Jag jämför med städschemat och kommer förbi {kommer}.',
      'Hej! Så ska det inte vara. Jag tar upp det med entreprenören och kommer {kommer}.',
    ]),
    start(hours(1, 16)),
    note(
      minutes(10, 60),
      [
        'Brist bekräftad: golv 2, sanitet 2 på femgradig skala.',
        'Rummet saknas i schemat sedan ombyggnaden.',
        'Entreprenören har vikarie, ny genomgång i morgon.',
      ],
      { chance: 0.7, path: 'brist' },
    ),
    pause(
      minutes(10, 60),
      'waiting_supplier',
      [
        'Entreprenören har fått anmärkning och ska visa hur de rättar.',
        'Städbolaget har tre dagar på sig att svara.',
        'Vi väntar på nytt schema från entreprenören.',
      ],
      { path: 'brist', chance: 0.6 },
    ),
    resume(days(1, 3), { path: 'brist', chance: 1 }),
    deliver(
      hours(0.5, 4),
      [
        'Omstädat i går kväll, jag kontrollerade i morse. Entreprenören har fått en anmärkning.',
        'Rummet är inlagt i schemat, tre gånger i veckan.',
        'Ny person är genomgången. Jag gör ett oanmält besök om en vecka.',
      ],
      { path: 'brist' },
    ),
    deliver(
      hours(0.5, 4),
      [
        'Enligt avtalet städas rummet två gånger i veckan. Vill ni ha oftare behöver förvaltningen beställa det. Jag hjälper gärna till.',
        'Papperskorgar töms en gång om dagen, golv varannan. Så är det beställt. Jag har lagt upp schemat på väggen.',
        'Det ni saknar ingår inte i dag. Jag har skrivit upp det till nästa hyresgästmöte.',
      ],
      { path: 'avtal' },
    ),
    says(
      hours(1, 14),
      ['Tack för tydligt svar.', 'Bra att veta, då pratar jag med chefen.', 'Tack. Vi ser skillnad redan.'],
      { chance: 0.5 },
    ),
    { after: minutes(5, 300), by: 'requester', act: 'rate', chance: 0.4 },
  ],
})

export const houseOrderPlots: readonly Plot[] = [appliance, key, cleaning]
