// Plots about the outside of a house and what wears it: graffiti, glass, roof, snow, playground.
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
  pick,
  propertyPlot,
  reply,
  resume,
  start,
  thanks,
  value,
  write,
} from './plot-shape.ts'

const everywhere = ['office', 'school', 'preschool', 'care', 'culture', 'sports', 'depot'] as const

const graffiti = propertyPlot({
  key: 'klotter',
  shows: 'Graffiti and vandalism: photographed, reported to the police, washed',
  where: { kinds: ['school', 'preschool', 'culture', 'sports', 'depot'], tags: ['yard', 'entrance'] },
  season: [6, 6, 9, 11, 14, 14, 14, 14, 11, 1],
  slots: {
    vagg: ['fasaden', 'en bänk', 'förrådet', 'plåten vid cykelstället', 'trappan'],
    farg: ['svart', 'röd', 'silverfärgad', 'blå'],
  },
  subjects: ['Klotter {i_rum} {vid_hus}', 'Klottrat på {vagg}', 'Skadegörelse {vid_hus}'],
  openings: [
    'Hej, någon har klottrat på {vagg} {vid_hus} [i helgen|i natt]. {Farg} färg, ungefär [en kvadratmeter|två meter långt]. [Det står saker som barnen inte behöver läsa.|Bild är bifogad.]',
    'När vi kom i morse hade någon klottrat på {vagg} {i_rum}. {Farg} sprejfärg. [Vi har fotograferat.|Det fanns en burk kvar i rabatten.]',
    'Nytt klotter på {vagg}. [Det är tredje gången i år.|Samma signatur som i våras.] Går det att få bort [före fredag|före föräldramötet]?',
    'Hej! Någon har sprejat {farg} färg på {vagg} {vid_hus} och [en lampa är sönderslagen|papperskorgen är uppbränd|hakarna till flaggstången är avslitna].',
  ],
  answers: fault('damage'),
  steps: [
    assign(minutes(20, 240)),
    reply(minutes(30, 400), [
      'Hej {namn}. Vi gör polisanmälan och sanerar {kommer}.',
      'Tack. Rör inte färgen. Saneringen är beställd och blir gjord {kommer}.',
      'Hej! Jag fotograferar och tvättar {kommer}. Anmälan görs härifrån.',
    ]),
    note(
      minutes(10, 120),
      [
        'Polisanmälan gjord via webben, bilder sparade.',
        'Kostnad bokförs på skador och åverkan.',
        'Samma signatur på tre hus den här veckan.',
      ],
      { chance: 0.7 },
    ),
    start(days(0.3, 4)),
    deliver(hours(0.5, 3), [
      'Tvättat. En svag skugga finns kvar, den försvinner vid nästa ommålning.',
      'Borttaget och skyddat med klotterskydd, så går det lättare nästa gång.',
      'Borttaget. Vi bättringsmålade där färgen hade bitit sig fast.',
    ]),
    ...thanks,
  ],
})

const glass = propertyPlot({
  key: 'fonsterruta',
  shows: 'Broken pane: boarded at once, moved by us while the glazier makes a new one',
  where: { kinds: everywhere, tags: ['classroom', 'office', 'hall', 'corridor', 'entrance', 'staff'] },
  season: [8, 7, 9, 11, 13, 13, 12, 12, 12, 1],
  slots: {
    matt: ['120 gånger 140', '90 gånger 60', '80 gånger 200', '60 gånger 60'],
    orsak: ['en boll', 'blåsten', 'en sten', 'något okänt'],
  },
  subjects: ['Krossat fönster {i_rum}', 'Sprucken ruta {i_rum} {på_hus}', 'Fönsterglas sönder {i_rum}'],
  openings: [
    'Hej! En ruta {i_rum} {på_hus} är [krossad|sprucken från hörn till hörn] av {orsak}. Ungefär {matt} centimeter. [Vi har sopat.|Glaset sitter kvar i bågen.]',
    '{Orsak} har slagit sönder ett fönster {i_rum}. [Ingen är skadad.|Det låg skärvor på golvet, vi har stängt rummet.] Det drar in.',
    'Rutan i dörren {i_rum} har gått sönder. [Kanterna är vassa.|Vi har tejpat en kartong för.] Den är trådad, tror jag.',
  ],
  answers: fault('door', {
    danger: pick('no', 'no', 'yes'),
    danger_done: write('Rummet är låst.', 'Vi har tejpat för hålet.'),
  }),
  steps: [
    assign(minutes(5, 80)),
    reply(minutes(8, 160), [
      'Hej {namn}. Jag kommer {kommer} och sätter för en skiva. Nytt glas måste tillverkas.',
      'Tack. Vi täcker rutan {kommer} och beställer glas samtidigt.',
      'Hej! Gå inte nära. Jag kommer {kommer} med skiva och skruvdragare.',
    ]),
    start(hours(0.4, 12)),
    pause(minutes(20, 90), 'waiting_supplier', [
      'Skiva uppsatt. Glasmästaren tillverkar ny ruta, leverans om ungefär en vecka.',
      'Vi har satt för. Rutan är ett säkerhetsglas som beställs, det flyttar tiden för er.',
      'Mätt och beställt. Glasmästaren har mycket att göra efter helgen, så det dröjer.',
    ]),
    resume(days(3, 10)),
    deliver(hours(0.5, 3), [
      'Nytt glas insatt. Tvätta rutan försiktigt den första veckan.',
      'Rutan är bytt och skivan borttagen.',
      'Klart. Det blev härdat glas den här gången.',
    ]),
    ...thanks,
  ],
})

const roof = propertyPlot({
  key: 'taklacka',
  shows: 'Roof leak: weather stops the work, and the wet electricity becomes a case of its own',
  where: {
    kinds: ['school', 'preschool', 'culture', 'sports', 'care'],
    tags: ['classroom', 'hall', 'corridor', 'staff', 'storage'],
  },
  season: [10, 8, 16, 12, 6, 8, 10, 12, 16, 2],
  slots: { hinkar: ['en hink', 'två hinkar', 'tre hinkar', 'en plastback'] },
  subjects: ['Det läcker in {i_rum} {på_hus}', 'Vatten från taket {i_rum}', 'Fuktfläck i taket {i_rum}'],
  openings: [
    'Det droppar från taket {i_rum} {på_hus}. Vi har ställt ut {hinkar}. [Det började i natt med regnet.|En takplatta har ramlat ner.]',
    'Hej, det läcker in {i_rum}. [Vattnet rinner längs lampan|Väggen är blöt en halv meter ner|Mattan är genomblöt]. {Hinkar} räcker till i eftermiddag.',
    'I taket {i_rum} finns en fläck som [växer|har blivit stor som ett bord]. När det regnar droppar det. Vi har {hinkar} under.',
  ],
  answers: fault('roof', {
    danger: value('yes'),
    danger_done: write('Strömmen till lampan är frånslagen.', 'Vi har flyttat möblerna och stängt av rummet.'),
    water_running: value('yes'),
  }),
  steps: [
    {
      after: minutes(3, 30),
      by: 'dispatcher',
      act: 'prioritise',
      priority: 'high',
      texts: ['Vatten nära el.', 'Läckan växer och skadar golvet.', 'Rummet går inte att använda.'],
    },
    assign(minutes(2, 30)),
    reply(minutes(5, 60), [
      'Hej {namn}! Håll er borta från lampan. Jag kommer {kommer}.',
      'Tack. Jag kommer {kommer} och stänger av elen i rummet.',
      'Hej, vi åker {kommer}. Fortsätt byta hinkar.',
    ]),
    start(hours(0.3, 4)),
    {
      after: minutes(20, 90),
      by: 'agent',
      act: 'split',
      texts: [
        'Elen tas i ett eget ärende, så att någon med behörighet kontrollerar den.',
        'Armaturen är blöt. Eget ärende för el.',
        'Golv och el delas upp, taket är kvar här.',
      ],
      birth: {
        requestType: 'felanmalan',
        kind: 'fault',
        unit: 'fastighet',
        agentRoles: ['servicetekniker'],
        subjects: ['Kontrollera el efter vattenskada {i_rum}', 'Blöt armatur {i_rum} {på_hus}'],
        openings: [
          'Armaturen {i_rum} har varit under vatten. Mät, torka eller byt innan strömmen slås på.',
          'Efter takläckan {på_hus}: kontrollera alla uttag och armaturer {i_rum}.',
          'Strömmen {i_rum} är frånslagen efter läckage. Isolationsmätning behövs.',
        ],
        answers: fault('electricity'),
        steps: [
          assign(minutes(5, 60)),
          start(hours(1, 12)),
          deliver(hours(0.5, 3), [
            'Mätt och godkänt. Två armaturer är bytta. Strömmen är på.',
            'Uttagen är torra. En dosa är bytt.',
            'Armaturen är kasserad, ny hänger. Isolationen är bra.',
          ]),
        ],
      },
    },
    pause(hours(0.5, 3), 'waiting_weather', [
      'Presenning är lagd. Papp kan inte svetsas i regn, vi väntar på uppehåll.',
      'Takläggaren behöver två torra dygn. Läckan är tätad tillfälligt.',
      'Vi har skottat bort vattnet och lagt duk. Resten måste vänta på väder.',
    ]),
    resume(days(1, 6)),
    deliver(hours(2, 8), [
      'Takpappen är lagad runt brunnen. Ny takplatta sätts upp när det torkat.',
      'Plåten vid takfönstret är utbytt. Säg till vid minsta droppe nästa regn.',
      'Tätt. Brunnen på taket var full av löv, den är rensad och inlagd i höstrundan.',
    ]),
    ...thanks,
  ],
})

const snow = propertyPlot({
  key: 'snorojning',
  shows: 'Snow and ice at entrances and yards',
  requestType: 'sno',
  agentRoles: ['servicetekniker', 'teknisk-forvaltare-fastighet'],
  where: { kinds: everywhere, tags: ['yard', 'entrance'] },
  channels: { portal: 20, email: 30, phone: 45, counter: 5 },
  season: [46, 38, 14, 2, 0, 0, 0, 0, 0, 0],
  slots: { cm: [8, 10, 12, 15, 20, 25] },
  subjects: [
    '<halt> Halt {i_rum} {vid_hus}',
    '<plog> Inte plogat {vid_hus}',
    '<vall> Snövall {i_rum}',
    '<istapp> Istappar {i_rum} {vid_hus}',
  ],
  openings: [
    '<halt> Hej! Det är [spegelblankt|väldigt halt] {i_rum} {vid_hus}. [En förälder har halkat men klarade sig.|Vi har sandat det vi hade.] Kan ni sanda?',
    '<plog> Det är inte plogat {i_rum} {vid_hus}. Ungefär {cm} centimeter. [Matbilen kommer klockan nio.|Taxibilarna kommer inte fram.]',
    '<vall> Snövallen {i_rum} är så hög att [bilarna inte ser barnen|vi inte får upp grinden]. Går den att frakta bort?',
    '<istapp> Det hänger istappar [vid takfoten|ovanför dörren] {i_rum}. [Långa som en arm.|Vi har spärrat av med band.]',
    '<plog> Plogen har [missat gången till köket|bara kört halva] {vid_hus}. {Cm} centimeter blötsnö.',
  ],
  answers: fault('outside', {
    danger: pick('yes', 'no'),
    danger_done: write('Vi har sandat med en spann.', 'Vi visar folk till den andra ingången.'),
  }),
  steps: [
    assign(minutes(2, 40)),
    reply(minutes(3, 60), [
      '<plog vall> Hej {namn}. Plogbilen är ringd och kommer {kommer}.',
      '<halt> Tack! Vi sandar {kommer}. Visa folk en annan väg så länge.',
      '<istapp> Hej {namn}. Gå inte under dem. Vi tar ner dem {kommer}.',
      '<plog halt vall> Hej. Körlistan börjar med skolor och boenden. Er tur är {kommer}.',
    ]),
    start(minutes(20, 300)),
    deliver(minutes(20, 120), [
      '<plog> Plogat och sandat.',
      '<plog> Skottat för hand vid dörren, resten tog traktorn.',
      '<halt> Sandat två gånger. En låda med sand står vid entrén.',
      '<halt> Isen är uppriven och sandad. Säg till om det fryser på igen.',
      '<vall> Vallen är bortkörd, tre lass.',
      '<istapp> Istapparna är nedtagna. Avspärrningen får stå kvar till i morgon.',
    ]),
    ...thanks,
  ],
})

const playground = propertyPlot({
  key: 'lekplats',
  shows: 'Broken playground equipment: closed off, mended when the part comes',
  requestType: 'sno',
  agentRoles: ['servicetekniker'],
  where: { kinds: ['preschool', 'school'], tags: ['yard'] },
  season: [2, 2, 8, 16, 20, 14, 4, 18, 15, 1],
  slots: { redskap: ['gungan', 'klätterställningen', 'rutschkanan', 'sandlådans sarg', 'staketet', 'grinden'] },
  subjects: ['Trasig lekutrustning {på_hus}', 'Farligt på gården {på_hus}', 'Laga {redskap}'],
  openings: [
    'Hej, {redskap} {i_rum} {på_hus} [sitter löst|har en vass kant|har spruckit]. [Vi har satt band runt.|Barnen leker där hela dagarna.]',
    'Vi upptäckte i dag att {redskap} [sitter löst i marken|har tappat en bult|har ruttnat nertill]. Kan någon titta innan något händer?',
    '{Redskap} {på_hus} gick sönder [på rasten|när vi var ute i förmiddags]. Ingen skadades.',
  ],
  answers: fault('outside', {
    danger: value('yes'),
    danger_done: write('Vi har spärrat av.', 'Personal står vid redskapet på rasterna.'),
  }),
  paths: { direkt: 60, del: 40 },
  steps: [
    assign(minutes(5, 90)),
    reply(minutes(10, 180), [
      'Hej {namn}! Spärra av. Jag kommer {kommer}.',
      'Tack för att ni ser efter. Jag tittar {kommer}.',
      'Hej. Jag kommer {kommer} och bedömer om något måste tas bort.',
    ]),
    start(hours(1, 24)),
    pause(
      minutes(15, 60),
      'waiting_supplier',
      [
        'Redskapet är nedmonterat. Ny del är beställd.',
        'Fästet finns bara hos tillverkaren. Vi har monterat ner så länge.',
        'Virket måste bytas. Tryckimpregnerat virke är beställt.',
      ],
      { path: 'del' },
    ),
    resume(days(3, 12), { path: 'del' }),
    deliver(minutes(20, 150), [
      'Lagat och dragprovat. Bandet är borta.',
      'Nya bultar. Vi gick igenom hela gården när vi var där.',
      'Bytt och besiktigat. Det är fritt fram.',
    ]),
    ...thanks,
  ],
})

export const outsidePlots: readonly Plot[] = [graffiti, glass, roof, snow, playground]
