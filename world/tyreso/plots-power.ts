// Plots about light, power and ventilation.
import type { Plot } from './plot-shape.ts'
import {
  assign,
  days,
  deliver,
  fault,
  hours,
  minutes,
  pause,
  propertyPlot,
  reply,
  resume,
  says,
  start,
  thanks,
  write,
} from './plot-shape.ts'

const indoors = ['office', 'school', 'preschool', 'care', 'culture', 'sports', 'depot'] as const

const houses = ['office', 'school', 'preschool', 'care', 'culture', 'sports'] as const

const lamps = propertyPlot({
  key: 'belysning',
  shows: 'Flickering or dead light',
  where: {
    kinds: indoors,
    tags: ['classroom', 'office', 'meeting', 'hall', 'corridor', 'kitchen', 'toilet', 'shower', 'storage', 'staff'],
  },
  season: [17, 14, 11, 8, 6, 4, 3, 9, 16, 3],
  slots: { lampor: ['ett lysrör', 'två lysrör', 'tre lysrör', 'hälften av lamporna', 'taklampan'] },
  subjects: [
    '<ror> Trasig belysning {i_rum}',
    '<ror> Lampor har slocknat {i_rum}',
    '<ror> Byta {lampor} {i_rum}',
    '<vakt> Rörelsevakten {i_rum} släcker',
    '<morkt> Mörkt {i_rum}',
  ],
  openings: [
    '<ror> Hej, {lampor} {i_rum} {på_hus} [blinkar|har slocknat|lyser inte]. [Man får ont i huvudet av det.|Det går knappt att läsa.]',
    '<ror> {I_rum} är det [mörkt|halvmörkt] eftersom {lampor} slocknat. [Vi når inte själva.|Det är högt i tak.]',
    '<ror> Kan någon byta {lampor} {i_rum}? [Det surrar också.|Det har blinkat sedan i måndags.]',
    '<vakt> Rörelsevakten {i_rum} släcker [efter en minut|fast vi sitter där]. Vi viftar oss igenom dagen.',
    '<morkt> God morgon! Det lyser inte alls {i_rum}. Vi har provat strömbrytaren [och proppen ser hel ut|flera gånger].',
  ],
  answers: fault('electricity'),
  steps: [
    assign(minutes(20, 300)),
    reply(minutes(30, 480), [
      '<*> Hej {namn}! Vi tar det på rundan {kommer}.',
      '<ror> Tack, noterat. Jag byter {kommer}.',
      '<ror> Hej. Jag har lysrör i bilen och kommer {kommer}.',
      '<vakt morkt> Hej {namn}. Jag tittar på det {kommer}.',
      '<morkt> Tack. Är det bara det rummet? Jag kommer {kommer} i vilket fall.',
    ]),
    start(days(0.2, 7)),
    deliver(minutes(10, 60), [
      '<ror> Bytt lysrör och tändare.',
      '<ror> Klart. Jag bytte allt i armaturen när jag ändå stod på stegen.',
      '<vakt> Rörelsevakten är inställd på femton minuter.',
      '<vakt> Vakten satt skymd av en hylla. Flyttad en halvmeter.',
      '<ror morkt> Armaturen var trasig. Ny satt, den drar mindre ström också.',
      '<morkt> En säkring hade löst ut. Återställd, och strömbrytaren bytt.',
    ]),
    ...thanks,
  ],
})

const power = propertyPlot({
  key: 'strom',
  shows: 'No power in part of a house, sometimes an appliance of the customer',
  where: { kinds: indoors, tags: ['classroom', 'office', 'meeting', 'kitchen', 'hall', 'staff', 'dwelling'] },
  slots: { sak: ['vattenkokaren', 'kopiatorn', 'mikron', 'fläkten', 'projektorn'] },
  subjects: [
    '<dott> Ingen ström {i_rum}',
    '<sakring> Säkringen går {i_rum}',
    '<uttag> Trasigt uttag {i_rum}',
    '<dott> Halva rummet strömlöst {i_rum}',
  ],
  openings: [
    '<dott> Strömmen gick {i_rum} när vi satte på {sak}. [Lamporna lyser men uttagen är döda.|Allt är svart.] Vi hittar inte [rätt säkring|elskåpet].',
    '<uttag> Hej! Uttaget {i_rum} {på_hus} [gnistrar när man drar ur kontakten|är löst i väggen|luktar bränt]. Vi har tejpat över det.',
    '<sakring> Säkringen till uttagen {i_rum} [går varje morgon|har löst ut tre gånger i dag]. Vi misstänker {sak}.',
    '<dott> Halva rummet är strömlöst {i_rum}. [Datorerna står stilla.|Kylen är också av.] Det hände när {sak} var på.',
  ],
  answers: fault('electricity'),
  paths: { sakring: 76, egen: 24 },
  pathByTopic: { uttag: 'uttag' },
  steps: [
    assign(minutes(4, 80)),
    reply(minutes(8, 120), [
      '<uttag> Hej {namn}. Rör inte uttaget. Jag kommer {kommer}.',
      '<uttag> Tack. Bra att ni tejpade. Jag är hos er {kommer}.',
      '<dott sakring> Tack, jag kommer {kommer} och mäter.',
      '<dott sakring> Hej! Dra ur {sak} så länge. Jag är hos er {kommer}.',
    ]),
    start(hours(0.4, 20)),
    deliver(
      minutes(10, 60),
      [
        'Jordfelsbrytaren hade löst ut. Återställd. Håller den inte, säg till.',
        'Säkringen är bytt till en trög. Fördela gärna apparaterna på två uttag.',
        'Återställt. Det var för mycket på samma grupp.',
      ],
      { path: 'sakring' },
    ),
    deliver(
      minutes(30, 120),
      [
        'Uttaget är bytt. Det hade en lös skruv.',
        'Nytt uttag och ny dosa. Väggen är lagad men inte målad.',
        'Bytt och kontrollmätt. Det är säkert att använda.',
      ],
      { path: 'uttag' },
    ),
    deliver(
      minutes(15, 60),
      [
        'Felet sitter i {sak}, inte i huset. Den behöver ni laga eller byta själva.',
        'Elen är hel. Det är {sak} som slår ut säkringen. Jag har märkt den.',
        'Jag provade med en annan apparat och då håller det. Kassera {sak}.',
      ],
      { path: 'egen' },
    ),
    ...thanks,
  ],
})

const ventilation = propertyPlot({
  key: 'ventilation',
  shows: 'Stuffy, noisy or draughty ventilation; access has to be agreed',
  where: { kinds: houses, tags: ['classroom', 'office', 'meeting', 'hall', 'staff', 'shower'] },
  subjects: [
    '<luft> Dålig luft {i_rum}',
    '<ljud> Ventilationen låter {i_rum}',
    '<drag> Drag från ventilen {i_rum}',
    '<natt> Fläkten går hela natten {i_rum}',
  ],
  openings: [
    '<luft> Luften {i_rum} tar slut efter [en halvtimme|en lektion|första mötet]. [Det kommer ingen luft ur donet, vi höll upp ett papper.|Folk blir trötta.]',
    '<ljud> Hej! Ventilationen {i_rum} {på_hus} [tjuter|brummar|dunkar]. Det går knappt att [prata|höra varandra|ringa].',
    '<drag> Det blåser kallt från ventilen {i_rum}, rakt i nacken på den som sitter [vid fönstret|närmast dörren].',
    '<natt> Fläkten {i_rum} stängs inte av på kvällen. [Städet hörde den klockan nio.|Det borde kosta en del.]',
    '<luft> Instängt {i_rum} {på_hus} hela dagarna. [Vi vädrar men då drar det.|Fönstren går inte att öppna på den sidan.]',
  ],
  answers: fault('ventilation', {
    access: write('När som helst, men ring först.', 'Helst efter klockan 14.', 'Vi är här till 16.30.'),
  }),
  paths: { direkt: 75, tilltrade: 25 },
  steps: [
    assign(minutes(20, 260)),
    reply(minutes(30, 480), [
      '<luft drag> Hej {namn}! Jag kommer {kommer} och mäter flödet.',
      '<luft ljud natt> Tack. Vi ser i övervakningen att aggregatet går, så felet är nog lokalt. Jag kommer {kommer}.',
      '<luft> Hej, då provar vi med filtren först. Jag är på plats {kommer}.',
      '<ljud drag natt> Hej {namn}. Jag lyssnar på det {kommer}.',
    ]),
    start(days(0.3, 7)),
    pause(
      minutes(10, 60),
      'waiting_access',
      [
        'Rummet var upptaget när jag kom. Säg när jag kan komma in i två timmar i sträck.',
        'Det pågick ett möte. Vilken tid passar?',
        'Jag behöver stänga av aggregatet för hela planet. När stör det minst?',
      ],
      { path: 'tilltrade' },
    ),
    says(
      hours(2, 20),
      [
        'Nu är det tomt, kom när du vill.',
        'Vi har flyttat på oss, det är fritt fram.',
        'Det går bra nu. Nyckel finns hos mig.',
      ],
      { path: 'tilltrade' },
    ),
    resume(minutes(5, 60), { path: 'tilltrade' }),
    deliver(minutes(30, 180), [
      '<luft> Filtren var helt igensatta. Bytta, flödet är tillbaka på rätt nivå.',
      '<luft> Ett spjäll hade stängt sig. Öppnat och låst i läge.',
      '<ljud> Remmen på fläkten var slut, därav ljudet. Ny sitter på plats.',
      '<ljud> Ett filter satt snett och fladdrade. Rättat.',
      '<drag> Donet är vridet mot taket och flödet sänkt en aning.',
      '<natt> Tidstyrningen hade hamnat på ständig drift. Ändrad till 06–18.',
    ]),
    ...thanks,
  ],
})

const outdoorLight = propertyPlot({
  key: 'utebelysning',
  shows: 'Outdoor light out at entrances and paths; taken with a skylift on a round',
  where: { kinds: indoors, tags: ['yard', 'entrance'] },
  season: [20, 14, 8, 4, 2, 1, 1, 8, 20, 4],
  slots: {
    stolpe: [
      'stolpen närmast entrén',
      'två stolpar längs gångvägen',
      'lampan ovanför dörren',
      'strålkastaren på gaveln',
    ],
  },
  subjects: [
    '<slackt> Utebelysning släckt {vid_hus}',
    '<slackt> {Stolpe} lyser inte',
    '<styrning> Utebelysningen tänds på fel tid {vid_hus}',
    '<glas> Krossad utelampa {vid_hus}',
  ],
  openings: [
    '<slackt> Hej! {Stolpe} {vid_hus} lyser inte. [Det är beckmörkt när vi öppnar.|Besökare har påpekat det.|Kvällspersonalen tycker att det är obehagligt.]',
    '<styrning> Utebelysningen {vid_hus} [tänds inte förrän klockan nio|är tänd hela dagen]. Det gäller {stolpe}.',
    '<glas> Glaset på {stolpe} är krossat och lampan hänger. [Skärvorna är uppsopade.|Vi har satt en kon där.]',
  ],
  answers: fault('electricity'),
  paths: { runda: 75, skylift: 25 },
  pathByTopic: { styrning: 'runda' },
  steps: [
    assign(minutes(30, 300)),
    reply(minutes(40, 500), [
      'Tack {namn}. Vi kommer {kommer}.',
      'Hej! Det är med på listan för utebelysning. Vi kommer {kommer}.',
      '<styrning> Hej, vi kollar skymningsrelät {kommer}.',
      'Hej {namn}. Jag kör förbi {kommer}.',
    ]),
    pause(
      minutes(20, 200),
      'agreed_later',
      [
        'Den kräver skylift. Den hyr vi när vi har samlat fler lampor i området.',
        'Vi behöver skylift och tar alla lampor på en gång.',
        'Skyliften är bokad. Tills dess har vi ställt ut en lykta.',
      ],
      { path: 'skylift' },
    ),
    resume(days(3, 9), { path: 'skylift' }),
    start(days(0.3, 6)),
    deliver(minutes(20, 120), [
      '<slackt> Lampan är bytt.',
      '<slackt> Bytt till LED på den sidan. Ljuset tänds i skymningen.',
      '<glas> Ny glaskupa och ny lampa. En till var på väg att slockna, den bytte vi också.',
      '<glas> Bytt till en kupa av plast, den tål en boll.',
      '<styrning> Skymningsrelät var nersmutsat. Rengjort och inställt.',
      '<styrning> Klockan i elskåpet gick en timme fel. Rättad.',
    ]),
    ...thanks,
  ],
})

export const powerPlots: readonly Plot[] = [lamps, power, ventilation, outdoorLight]
