// Plots about heat: too cold, too hot, and no hot water.
import type { Plot } from './plot-shape.ts'
import {
  assign,
  days,
  deliver,
  fault,
  hours,
  minutes,
  note,
  pause,
  propertyPlot,
  reply,
  resume,
  says,
  slot,
  start,
  thanks,
  value,
} from './plot-shape.ts'

const rooms = ['classroom', 'office', 'meeting', 'staff', 'hall', 'dwelling'] as const

const indoors = ['office', 'school', 'preschool', 'care', 'culture', 'sports', 'depot'] as const

const cold = propertyPlot({
  key: 'kallt',
  shows: 'Cold room: radiator vented on the spot, or the substation was down and a part had to be ordered',
  where: { kinds: indoors, tags: rooms },
  season: [42, 46, 18, 10, 4, 1, 0, 1, 10, 3],
  slots: { grader: [13, 14, 15, 16, 17, 17, 18], klockan: ['sju', 'halv åtta', 'åtta', 'nio'] },
  subjects: ['Kallt {i_rum}', '{grader} grader {i_rum}', 'Elementet är kallt {i_rum}', 'Ingen värme {i_rum}'],
  openings: [
    'Hej! Det är bara {grader} grader {i_rum} {på_hus}. Elementet är [kallt|ljummet upptill och kallt nertill|helt kallt] fast termostaten står på max. [Vi sitter med jackorna på.|Det har varit så sedan i går.|Kan någon titta på det?]',
    'Vi fryser {i_rum}. Termometern visade {grader} grader när vi kom klockan {klockan}. [Övriga rum är varma.|Rummet intill är också svalt men inte så här.|Det är lika kallt i korridoren utanför.]',
    'Elementen {i_rum} {på_hus} [är kalla igen|blir inte varma|knackar och är kalla]. {grader} grader [nu på morgonen|just nu]. Går det att få dit någon [i dag|så snart som möjligt]?',
    'God morgon. Ingen värme {i_rum}. Vi har [vridit på termostaten|stängt fönstren|satt dit en fläkt som vi egentligen inte får ha] men det är fortfarande {grader} grader.',
    'Det drar kallt och elementet under fönstret {i_rum} är [iskallt|knappt ljummet]. Vi mätte {grader} grader [före lunch|klockan {klockan}]. [Vi har flyttat ut så länge.|Vi klarar oss i dag men inte resten av veckan.]',
  ],
  answers: fault('heat', { degrees: slot('grader') }),
  paths: { luft: 62, central: 26, ventil: 12 },
  steps: [
    assign(minutes(8, 150)),
    reply(minutes(15, 260), [
      'Hej {namn}! Tack för din anmälan. Jag kommer {kommer} och mäter.',
      'Hej, jag tar det här. Räkna med mig {kommer}. Lämna gärna termostaten på fem så länge.',
      'Hej {namn}. Vi har sett det i larmlistan också. Jag tittar på det {kommer}.',
      'Tack, då vet vi var vi ska leta. Jag är på plats {kommer}.',
    ]),
    start(hours(1, 26)),
    note(
      minutes(10, 60),
      [
        'Tryck i systemet 0,9 bar. Fyllt på till 1,4.',
        'Luft i stammen, två element upp till hörnet.',
        'Expansionskärlet tappar lite, ta med till årskontrollen.',
      ],
      { chance: 0.55, path: 'luft' },
    ),
    pause(
      minutes(10, 80),
      'waiting_supplier',
      [
        'Cirkulationspumpen i undercentralen har stannat. Ny pump är beställd och ni får låna ett element så länge.',
        'Styrkortet är trasigt. Det finns inte i lager, leverantören skickar ett nytt. Vi har ställt dit två lånefläktar.',
        'Reglerventilen måste bytas. Vi väntar på delen och håller värmen uppe för hand morgon och kväll.',
      ],
      { path: 'central', thread: 'del' },
    ),
    resume(days(1, 6), { path: 'central' }),
    deliver(
      minutes(20, 160),
      [
        'Elementen är luftade och trycket påfyllt. Det var 20 grader i rummet när jag gick. [Hör av dig om det sjunker igen.|Ge det till i morgon bitti.]',
        'Klart. Det var luft i systemet. Nu är elementet varmt hela vägen.',
        'Luftat hela slingan. {Rum} hade mest luft. Temperaturen stiger långsamt, två grader redan.',
      ],
      { path: 'luft' },
    ),
    deliver(
      hours(1, 5),
      [
        'Ny pump är monterad och värmen är igång i hela huset. Tack för tålamodet.',
        'Styrkortet är bytt. Lånefläktarna hämtar vi i veckan.',
        'Ventilen är bytt och kurvan står i normalläge igen.',
      ],
      { path: 'central', thread: 'del' },
    ),
    deliver(
      minutes(30, 120),
      [
        'Jag har bytt termostaten. Den gamla hade fastnat i stängt läge.',
        'Ventilen kärvade. Den är smörjd och provad och elementet är varmt.',
        'Bytte termostat på två element. Ställ dem på tre så blir det 21 grader.',
      ],
      { path: 'ventil' },
    ),
    ...thanks,
  ],
})

const hot = propertyPlot({
  key: 'for-varmt',
  shows: 'Too hot: thermostat, sun or ventilation',
  where: {
    kinds: ['office', 'school', 'preschool', 'care', 'culture'],
    tags: ['classroom', 'office', 'meeting', 'staff', 'dwelling'],
  },
  season: [6, 5, 8, 9, 14, 18, 8, 16, 7, 1],
  slots: { grader: [25, 26, 27, 27, 28, 29] },
  subjects: [
    '<*> För varmt {i_rum}',
    '<*> {grader} grader {i_rum}',
    '<element> Elementet går inte att stänga av {i_rum}',
    '<luft> Varm luft ur ventilen {i_rum}',
  ],
  openings: [
    '<element> Hej! Det är {grader} grader {i_rum} {på_hus} och elementet är glödhett trots att det står på noll. [Vi har fönstren öppna hela dagen.|Det känns ju dumt att elda för kråkorna.]',
    '<sol> {I_rum} är det olidligt varmt, {grader} grader [efter lunch|redan klockan tio]. Finns det något ni kan göra? [Persiennerna är nere.|Vi har ingen markis på den sidan.]',
    '<luft> Vi har {grader} grader {i_rum}. Ventilationen [blåser in varm luft|känns helt död]. [Alla blir trötta.|Mötena har flyttat ut på gården.]',
    '<element> Går det att få ner värmen {i_rum}? Termostaten snurrar runt utan att något händer och det är {grader} grader.',
  ],
  answers: fault('heat', { degrees: slot('grader') }),
  steps: [
    assign(minutes(15, 220)),
    reply(minutes(20, 400), [
      '<element> Hej {namn}! Det låter som termostaten. Jag kommer {kommer}.',
      '<sol luft> Tack för att du säger till. Vi kollar styrningen härifrån först, sedan kommer jag {kommer}.',
      '<element> Hej. Vi sänker kurvan redan nu. Jag tittar på plats {kommer}.',
      '<sol luft> Hej {namn}. Jag kommer {kommer} och mäter luften.',
    ]),
    start(days(0.2, 4)),
    deliver(minutes(15, 120), [
      '<element> Termostaten var trasig och stod öppen. Den är bytt.',
      '<element> Vi har sänkt framledningen fyra grader i hela huset. Säg till om någon börjar frysa i stället.',
      '<luft sol> Nattkylan var avstängd. Nu går ventilationen på natten, så bör det vara svalare på morgonen.',
      '<sol> Luftdonet är öppnat helt. Mer än så går det inte att göra en varm dag. Markis är antecknad till underhållsplanen.',
      '<luft> Värmebatteriet i aggregatet stod öppet. Det är stängt för säsongen.',
    ]),
    ...thanks,
  ],
})

const noHotWater = propertyPlot({
  key: 'inget-varmvatten',
  shows: 'No hot water, urgent where people are washed or food is cooked: priority raised with reason, access agreed',
  where: { kinds: ['care', 'preschool', 'sports', 'school'], tags: ['kitchen', 'shower'] },
  season: [14, 14, 12, 9, 8, 7, 3, 9, 12, 1],
  slots: { timmar: ['i morse', 'i går eftermiddag', 'klockan sex', 'i natt'] },
  subjects: [
    '<*> Inget varmvatten {i_rum}',
    '<hela> Kallt vatten i hela huset {på_hus}',
    '<ljummet> Ljummet vatten {i_rum}',
  ],
  openings: [
    '<hela> Vi har inget varmvatten alls {på_hus} sedan {timmar}. [Vi värmer på spisen.|Duscharna går inte att använda.|Disken kan inte köras.]',
    '<ljummet> Hej! Varmvattnet {i_rum} är [bara ljummet|varmt en minut och sedan kallt]. Det började {timmar}.',
    '<hela> Vattnet blir inte varmt {i_rum}. Vi har känt i flera rum och det är likadant [överallt|på båda planen].',
    '<ljummet> Bara kallt ur kranen {i_rum} sedan {timmar}. [Grannrummet har varmt.|Kallvattnet fungerar.]',
  ],
  answers: fault('water', { water_running: value('no') }),
  steps: [
    {
      after: minutes(3, 40),
      by: 'dispatcher',
      act: 'prioritise',
      priority: 'high',
      chance: 0.6,
      texts: [
        'Verksamheten behöver varmvatten för hygien.',
        'Köket kan inte diska. Lunch serveras kl. 11.',
        'Fler än ett rum berörs.',
      ],
    },
    assign(minutes(3, 45)),
    reply(
      minutes(5, 90),
      [
        'Hej {namn}. Jag åker så snart jag kan och är hos er {kommer}.',
        'Tack, vi har fått larm också. Jag kommer {kommer}.',
        'Hej! Jag kommer {kommer}. Kan någon visa mig till undercentralen?',
      ],
      { thread: 'vag' },
    ),
    says(
      minutes(5, 60),
      ['Tack, ring när du är här.', 'Bra. Fråga i köket, de har nyckel.', 'Ja, jag möter dig vid entrén.'],
      { chance: 0.35, thread: 'vag' },
    ),
    start(hours(0.3, 5)),
    deliver(hours(0.5, 5), [
      '<hela> Säkringen till varmvattenpumpen hade löst ut. Återställd, 55 grader i tappstället.',
      '<ljummet> Blandningsventilen hade hängt sig. Rengjord och justerad.',
      '<hela> Värmeväxlaren var igensatt. Den är spolad och vattnet är varmt igen.',
      '<ljummet> En backventil satt fast. Bytt, 55 grader nu.',
    ]),
    ...thanks,
  ],
})

export const heatPlots: readonly Plot[] = [cold, hot, noHotWater]
