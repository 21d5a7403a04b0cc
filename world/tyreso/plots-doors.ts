// Plots about doors, locks and lifts.
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
  start,
  thanks,
  value,
  write,
} from './plot-shape.ts'

const indoors = ['office', 'school', 'preschool', 'care', 'culture', 'sports', 'depot'] as const

const houses = ['office', 'school', 'preschool', 'care', 'culture', 'sports'] as const

const outerDoor = propertyPlot({
  key: 'ytterdorr',
  shows: 'Entrance door that does not close or whose opener has stopped',
  where: { kinds: houses, tags: ['entrance'] },
  season: [15, 14, 12, 9, 8, 7, 4, 9, 12, 2],
  subjects: [
    '<stangare> Dörren {i_rum} stänger inte',
    '<oppnare> Dörröppnaren {i_rum} fungerar inte',
    '<hanger> Dörren {i_rum} går trögt',
    '<hanger> Dörren hänger {i_rum}',
  ],
  openings: [
    '<stangare> Hej, dörren {i_rum} {på_hus} [går inte igen av sig själv|slår igen med en smäll|fastnar halvvägs]. [Det drar kallt i hela korridoren.|Vi kan inte låsa när vi går hem.]',
    '<oppnare> Dörröppnaren {i_rum} har slutat fungera. [Knappen blinkar men inget händer.|Det hörs ett klick men dörren står stilla.] Vi har besökare med rullator och barnvagn.',
    '<hanger> Dörren {i_rum} hänger. Man måste [lyfta för att få igen den|ta i ordentligt], och larmet går om den inte stänger.',
    '<hanger> God dag! Gångjärnet på dörren {i_rum} [gnisslar|har lossnat upptill]. Dörren skrapar i golvet.',
    '<stangare> Dörrstängaren {i_rum} {på_hus} [läcker olja|är så hård att små barn inte får upp dörren].',
  ],
  answers: fault('door'),
  steps: [
    assign(minutes(10, 160)),
    reply(minutes(20, 300), [
      '<stangare> Hej {namn}! Jag kommer {kommer} och justerar dörrstängaren.',
      '<*> Tack. Jag tittar {kommer}. Går den inte att låsa i kväll, ring jouren.',
      '<hanger> Hej, vi har sett att den där dörren krånglar. Jag kommer {kommer}.',
      '<oppnare> Hej {namn}. Prova att hålla inne knappen i tio sekunder. Jag kommer {kommer}.',
    ]),
    start(hours(2, 70)),
    deliver(minutes(15, 110), [
      '<stangare> Dörrstängaren är justerad. Den stänger mjukt och går i lås.',
      '<oppnare> Bytt batteri i radiodosan till öppnaren. Provad tjugo gånger.',
      '<oppnare> Armen till öppnaren hade hoppat ur. Fastsatt och smord.',
      '<hanger> Gångjärnet är fastsatt med längre skruv. Dörren går fritt.',
      '<hanger> Dörren är upphängd på nytt och tröskeln slipad.',
      '<stangare> Ny dörrstängare monterad, den gamla hade tappat oljan.',
    ]),
    ...thanks,
  ],
})

const lock = propertyPlot({
  key: 'las',
  shows: 'Jammed lock or broken key',
  where: { kinds: indoors, tags: ['classroom', 'office', 'meeting', 'staff', 'storage', 'entrance', 'hall'] },
  subjects: [
    '<karvar> Låset {i_rum} kärvar',
    '<lasa> Dörren {i_rum} går inte att låsa',
    '<avbruten> Avbruten nyckel {i_rum}',
    '<kort> Kortläsaren {i_rum} fungerar inte',
  ],
  openings: [
    '<karvar> Hej! Låset {i_rum} [kärvar|går bara att vrida ett halvt varv|låser sig inifrån]. [Vi vågar inte stänga dörren.|Det tog tio minuter att komma in i morse.]',
    '<avbruten> Nyckeln gick av i låset {i_rum} {på_hus}. Halva sitter kvar. Dörren är [låst|olåst].',
    '<lasa> Det går inte att låsa {i_rum}. [Cylindern snurrar.|Kolven når inte bleckplåten.] Där inne står [datorer|projektorn|material vi inte vill bli av med].',
    '<kort> Kortläsaren {i_rum} lyser rött för alla. [Mitt kort fungerar på andra dörrar.|Vi får släppa in folk för hand.]',
    '<karvar> Man måste ta i med två händer för att låsa upp {i_rum}. [Nyckeln är böjd nu.|Vikarierna kommer inte in.]',
  ],
  answers: fault('door'),
  steps: [
    assign(minutes(8, 140)),
    reply(minutes(15, 240), [
      '<karvar lasa> Hej {namn}, jag kommer {kommer}. Lås inte dörren innan dess.',
      '<lasa avbruten> Tack. Jag tar med en ny cylinder och kommer {kommer}.',
      '<kort> Hej! Jag startar om läsaren härifrån. Hjälper det inte är jag hos er {kommer}.',
      '<karvar> Hej {namn}. Jag smörjer det {kommer}. Använd inte olja själva, den samlar damm.',
      '<avbruten> Hej! Låt bli att peta i den. Jag kommer {kommer} med utdragare.',
    ]),
    start(hours(1, 40)),
    deliver(minutes(15, 100), [
      '<karvar> Låset är rengjort och smort. Det går lätt nu.',
      '<lasa avbruten> Cylindern är bytt på samma nyckelserie, era nycklar fungerar som förut.',
      '<avbruten> Nyckelbiten är utplockad. Ny nyckel beställer ni under Nyckel och passerkort.',
      '<karvar lasa> Slutblecket var snett. Riktat, dörren går i lås utan att man lyfter.',
      '<kort> Läsaren är bytt. Alla kort med behörighet fungerar.',
      '<kort> Ett fel i kabeln. Lagad och provad med tre kort.',
    ]),
    ...thanks,
  ],
})

const lift = propertyPlot({
  key: 'hiss',
  shows: 'Lift stopped: the lift firm is called, the clock stands while we wait for a part',
  where: { kinds: ['office', 'school', 'care'], tags: ['lift'] },
  slots: { plan: ['på plan 2', 'på plan 3', 'på bottenplan', 'mellan två plan'] },
  subjects: [
    '<stopp> Hissen står still {på_hus}',
    '<dorr> Hissdörren går inte igen {på_hus}',
    '<ojamn> Hissen skakar {på_hus}',
    '<nod> Nödtelefonen i hissen är tyst {på_hus}',
  ],
  openings: [
    '<stopp> Hissen {på_hus} står still {plan}. Ingen är i den. [Vagnarna kommer inte upp.|Vi har besökare som inte kan gå i trappor.]',
    '<dorr> Hej! Hissdörren {på_hus} öppnar och stänger om och om igen. [Vi har stängt av den.|Den tjuter.]',
    '<ojamn> Hissen {på_hus} [stannar tio centimeter fel|skakar när den startar|låter som om något släpar]. Vi vågar inte använda den.',
    '<nod> Nödtelefonen i hissen {på_hus} fungerar inte. Det kom bara en ton när vi provade.',
  ],
  answers: fault('lift', {
    danger: value('yes'),
    danger_done: write(
      'Vi har satt upp skyltar på varje plan.',
      'Hissen är avstängd med nyckel.',
      'Ingen använder den.',
    ),
  }),
  paths: { justera: 55, del: 45 },
  pathByTopic: { nod: 'justera', ojamn: 'justera' },
  steps: [
    assign(minutes(3, 40)),
    reply(minutes(5, 70), [
      'Hej {namn}. Hisservice är kontaktad och kommer {kommer}.',
      'Tack. Jag har larmat hissfirman, de är på plats {kommer}.',
      'Hej, vi stänger hissen härifrån. Teknikern kommer {kommer}.',
    ]),
    start(hours(0.5, 8)),
    pause(
      hours(0.5, 2),
      'waiting_supplier',
      [
        'Dörrmotorn är slut. Hissfirman har beställt en ny.',
        'Styrkortet måste bytas och finns på centrallager.',
        'De behöver en ny fotocell. Vi väntar på leverans.',
      ],
      { path: 'del', thread: 'del' },
    ),
    resume(days(1, 5), { path: 'del' }),
    deliver(
      hours(0.5, 3),
      [
        '<dorr> Hissen går igen. Dörrspåret var fullt av grus.',
        '<ojamn> Nivån är justerad och hissen provkörd i alla plan.',
        '<nod> Abonnemanget till nödtelefonen hade sagts upp av misstag. Den svarar nu.',
        '<stopp> Teknikern återställde styrningen. Hissen går.',
        '<stopp dorr> Ett säkerhetsband hade löst ut. Återställt och provkört.',
      ],
      { path: 'justera' },
    ),
    deliver(
      hours(1, 4),
      [
        'Ny dörrmotor på plats. Hissen är besiktigad och i drift.',
        'Styrkortet är bytt och hissen igång.',
        'Fotocellen kom i dag. Dörrarna stänger som de ska.',
      ],
      { path: 'del', thread: 'del' },
    ),
    ...thanks,
  ],
})

export const doorPlots: readonly Plot[] = [outerDoor, lock, lift]
