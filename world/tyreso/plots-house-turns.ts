// Plots that show what can happen to a case: a duplicate that is merged, a wrong queue, and a fault that comes back.
import type { Plot } from './plot-shape.ts'
import {
  assign,
  deliver,
  fault,
  handOver,
  hours,
  minutes,
  note,
  propertyPlot,
  reply,
  start,
  take,
  thanks,
  value,
} from './plot-shape.ts'

const duplicate = propertyPlot({
  key: 'dubblett-vatten',
  shows: 'The whole house is without water and two people report it: the cases are merged, both numbers still open it',
  where: {
    kinds: ['school', 'office'],
    tags: ['kitchen', 'toilet', 'staff'],
    only: ['kommunhuset', 'masten', 'nyboda-skola', 'tallbackens-skola'],
  },
  channels: { portal: 50, email: 50 },
  subjects: [
    '<borta> Inget vatten {på_hus}',
    '<borta> Vattnet är borta {på_hus}',
    '<brunt> Brunt vatten i hela huset {på_hus}',
  ],
  openings: [
    '<borta> Hej! Vi har inget vatten alls {på_hus}. [Toaletterna går inte att spola.|Köket ska servera om två timmar.]',
    '<brunt> Vattnet {på_hus} är brunt. [Vi vågar inte dricka det.|Det luktar järn.] Det gäller alla kranar vi provat.',
    '<borta> Trycket är borta i hela huset {på_hus}, det kommer bara en rännil {i_rum}.',
  ],
  answers: fault('water', { water_running: value('no') }),
  echo: {
    after: minutes(4, 40),
    subjects: ['<borta> Inget vatten {i_rum}', '<borta> Vattnet slut {i_rum} {på_hus}', '<brunt> Brunt vatten {i_rum}'],
    openings: [
      '<borta> Hej, vattnet {i_rum} fungerar inte. [Är det avstängt?|Gäller det fler?]',
      '<borta> Det kommer inget vatten {i_rum} {på_hus}. Har ni stängt av?',
      '<brunt> Vattnet {i_rum} ser konstigt ut, som te. Vet ni något?',
    ],
    mergeTexts: ['Samma fel, samma hus.', 'Redan anmält i dag. Båda får besked.', 'Dubblett, slås ihop.'],
  },
  steps: [
    {
      after: minutes(2, 20),
      by: 'dispatcher',
      act: 'prioritise',
      priority: 'high',
      texts: ['Hela huset berörs.', 'Köket kan inte laga mat.', 'Toaletterna går inte att använda.'],
    },
    assign(minutes(2, 20)),
    reply(minutes(4, 40), [
      '<borta> Hej! VA-enheten lagar en läcka på gatan. Vattnet är tillbaka {kommer}. Dunkar finns vid entrén.',
      '<brunt> Hej {namn}. Drick det inte. VA-enheten spolar ledningen {kommer}.',
      '<borta> Hej {namn}. Vi är {på_hus} {kommer}. Spola inte ännu, då blir det luft i rören.',
      '<*> Tack, flera har hört av sig. Jag åker dit {kommer}.',
    ]),
    start(minutes(20, 150)),
    deliver(hours(1, 4), [
      '<*> Vattnet är på. Spola i fem minuter, det är brunt i början.',
      '<borta> Huvudventilen hade stängt. Öppnad, trycket är normalt.',
      '<brunt> Ledningen är spolad och provet är bra. Filtren i kranarna är rensade.',
    ]),
    ...thanks,
  ],
})

const wrongQueue = propertyPlot({
  key: 'fel-ko',
  shows: "Reported as a fault in the house but is the caretakers' job: handed over with the same number",
  where: {
    kinds: ['office', 'school', 'culture'],
    tags: ['office', 'meeting', 'staff', 'classroom', 'hall'],
    only: ['kommunhuset', 'masten', 'biblioteket'],
  },
  slots: {
    sak: ['en anslagstavla', 'två hyllplan', 'en klädhängare', 'en spegel', 'en whiteboardtavla', 'ett draperi'],
  },
  subjects: ['{Sak} har lossnat {i_rum}', 'Hjälp med {sak} {i_rum}', '{Sak} sitter löst'],
  openings: [
    'Hej, {sak} {i_rum} har [lossnat|ramlat ner|gått sönder i fästet]. Kan ni sätta upp igen?',
    'Vi behöver hjälp med {sak} {i_rum} {på_hus}. [Det sitter så löst att vi tagit ner det.|Skruvarna har gått ur väggen.]',
    'Jag vet inte om det här är rätt väg, men {sak} {i_rum} behöver fixas.',
  ],
  answers: fault('other'),
  steps: [
    {
      ...reply(minutes(10, 180), [
        'Hej {namn}! Vaktmästarna tar det här. Du behöver inte göra något, samma ärendenummer gäller.',
        'Hej. Vi lämnar över till Kontorsservice. De hör av sig.',
        'Tack. Det blir rätt ändå: Kontorsservice får ärendet nu.',
      ]),
      by: 'dispatcher',
    },
    {
      ...handOver(minutes(1, 4), 'kontorsservice', [
        'Löst inredning i kommunhuset, Masten och biblioteket tar Kontorsservice.',
        'Vaktmästarjobb. Samma nummer följer med.',
        'Hör till vaktmästeriet, inte huset.',
      ]),
      by: 'dispatcher',
    },
    take(hours(0.3, 9)),
    start(hours(1, 20)),
    deliver(minutes(15, 70), [
      'Uppsatt med längre skruv och plugg.',
      'Klart. Väggen var gips, så det sitter i en regel nu.',
      'Lagat och fastsatt. Häng inte mer än tio kilo på det.',
    ]),
    ...thanks,
  ],
})

const back = propertyPlot({
  key: 'dorr-igen',
  shows: 'The same door again: delivered, reopened by the requester, mended for good',
  where: { kinds: ['office', 'school', 'preschool', 'care', 'culture', 'sports'], tags: ['entrance'] },
  season: [15, 14, 12, 10, 9, 8, 4, 10, 10, 1],
  subjects: [
    '<las> Dörren {i_rum} går inte i lås',
    '<slar> Dörren slår {i_rum} {på_hus}',
    '<*> Dörren krånglar {i_rum} {på_hus}',
  ],
  openings: [
    '<las> Hej! Dörren {i_rum} {på_hus} går inte i lås [när det blåser|på kvällen]. Larmet går och vakten ringer mig.',
    '<slar> Dörren {i_rum} slår igen så att [hela huset skakar|glaset skallrar]. [Barnen är rädda för den.|Någon kommer att klämma fingrarna.]',
    '<las> Dörren {i_rum} har börjat [fastna i karmen|hänga]. Man måste lyfta den för att låsa.',
  ],
  answers: fault('door'),
  steps: [
    assign(minutes(10, 160)),
    reply(minutes(15, 240), [
      'Hej {namn}, jag justerar den {kommer}.',
      'Tack. Jag kommer {kommer}.',
      'Hej! Jag tar med en ny stängare och kommer {kommer}.',
    ]),
    start(hours(1, 30)),
    deliver(minutes(15, 60), [
      '<slar> Stängaren är justerad. Den stänger mjukt nu.',
      '<*> Skruvat åt gångjärnen och ställt stängaren.',
      '<las> Slutblecket är flyttat tre millimeter. Går i lås.',
    ]),
    {
      after: hours(4, 40),
      by: 'requester',
      act: 'reopen',
      texts: [
        '<*> Tyvärr, samma sak i morse. Den höll i ett dygn.',
        '<*> Nu är det likadant igen som när vi anmälde.',
        '<las> Det blev bättre men inte bra. Den går fortfarande inte i lås.',
      ],
    },
    reply(
      minutes(15, 200),
      [
        'Beklagar, {namn}. Jag kommer tillbaka {kommer} och byter hela stängaren.',
        'Hej igen. Då är det karmen. Jag är hos er {kommer}.',
        'Tråkigt. Jag tar med en kollega {kommer}, dörren måste lyftas av.',
      ],
      { thread: 'sist' },
    ),
    note(
      minutes(5, 50),
      [
        'Samma dörr som förra gången. Stängaren har tappat trycket.',
        'Karmen har rört sig, kilar behövs.',
        'Fotograferat gångjärnen. Nedre är snett.',
      ],
      { thread: 'sist' },
    ),
    // Opened again it is already under way: nobody starts twice.
    deliver(
      hours(1.5, 19),
      [
        'Hela dörrstängaren är bytt. Provad fyrtio gånger.',
        'Karmen är riktad och kilad. Nu ska det hålla.',
        'Nya gångjärn, och dörren är omhängd. Jag tittar förbi om en vecka.',
      ],
      { thread: 'sist' },
    ),
    ...thanks,
  ],
})

export const houseTurnPlots: readonly Plot[] = [duplicate, wrongQueue, back]
