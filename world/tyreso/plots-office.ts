// Plots of procurement and of the archive.
import type { Plot } from './plot-shape.ts'
import {
  ahead,
  byTopic,
  days,
  deliver,
  hours,
  kronor,
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
  start,
  take,
  value,
} from './plot-shape.ts'

const tender = plot({
  key: 'upphandlingsstod',
  shows: "Help with a purchase: approved, prepared, waits for the administration's requirements",
  requestType: 'upphandlingsstod',
  kind: 'order',
  unit: 'upphandling',
  agentRoles: ['upphandlare'],
  channels: { portal: 70, email: 30 },
  slots: {
    vara: [
      'kontorsmöbler',
      'arbetskläder',
      'konsultstöd',
      'växter och krukor',
      'transporter',
      'profilmaterial',
      'förbrukningsmaterial',
    ],
  },
  subjects: ['<*> Stöd vid inköp av {vara}', '<avtal> Finns avtal på {vara}?', '<ny> Upphandling av {vara}'],
  openings: [
    '<avtal> Hej! Vi behöver {vara} och hittar inget avtal. [Det ska vara på plats till hösten.|Det vi har går inte att beställa på.] Hur går vi vidare?',
    '<direkt> Vi vill ha hjälp med {vara}. [Vi vet ungefär vad vi behöver.|Vi har ett utkast till kravlista.] Räcker en direktupphandling?',
    '<ny> Avtalet på {vara} går ut i december. Vi vill upphandla på nytt och ha med [service|utbildning|återtagning] den här gången.',
  ],
  answers: {
    need: opening,
    value: byTopic({ ny: kronor(400_000, 900_000, 5000) }, kronor(60_000, 280_000, 5000)),
    kind: byTopic({ avtal: value('find'), direkt: value('direct') }, value('tender')),
    start: ahead(40, 120),
  },
  steps: [
    { after: hours(2, 30), by: 'purchaser', act: 'approve' },
    take(hours(1, 12)),
    reply(minutes(20, 200), [
      '<direkt> Hej {namn}. Jag föreslår ett kort möte. Ta med en lista över vad ni ska kunna göra, inte märken.',
      '<ny> Hej! Den ligger över gränsen för direktupphandling, så vi lägger in den i planen. Jag behöver era krav och en volym.',
      '<avtal> Tack. Det finns ett ramavtal på Södertörn som kan passa. Jag skickar prislistan. Stämmer den mot era krav?',
      '<direkt> Hej {namn}. Det räcker med direktupphandling. Skicka kraven, så tar vi in tre priser.',
    ]),
    pause(minutes(10, 60), 'waiting_customer', [
      'Väntar på krav och volymer från förvaltningen.',
      'Förvaltningen tar fram kravlistan.',
      'Möte bokat, underlag saknas.',
    ]),
    says(days(2, 9), [
      '<ny direkt> Här är kraven. Vi är osäkra på punkt 4.',
      '<ny direkt> Listan är bifogad, volymen är en gissning.',
      '<avtal> Ja, vi nöjer oss med ramavtalet.',
    ]),
    resume(minutes(5, 60)),
    start(hours(1, 10)),
    deliver(days(1, 8), [
      '<direkt> Tre prisuppgifter är inhämtade och jämförda. Beslutet är ert.',
      '<avtal> Avrop gjort på ramavtalet.',
      '<ny> Underlaget är klart och granskat av en kollega. Annonseras i e-avrop.',
    ]),
    { after: hours(1, 20), by: 'requester', act: 'rate', chance: 0.6 },
  ],
})

const archive = plot({
  key: 'arkivutlamnande',
  shows: 'A resident asks for a document: nobody is asked who they are, and the answer is binding, not striven for',
  requestType: 'utlamnande',
  // The office orders and is ordered from by customers; a resident asks (TY-007).
  kind: 'question',
  unit: 'kansli',
  agentRoles: ['arkivarie'],
  outside: true,
  channels: { email: 65, letter: 20, phone: 10, counter: 5 },
  slots: {
    artal: ['1963', '1974', '1981', '1988', '1996', '2003', '2007'],
    handling: [
      'bygglovet för ett fritidshus',
      'protokollet från kommunstyrelsen i mars',
      'detaljplanen för ett bostadsområde',
      'avtalet om skolskjuts',
      'skolbetygen från nionde klass',
      'remissvaret om den nya vägen',
    ],
  },
  subjects: ['Begäran om {handling}', 'Kopia av {handling}, {artal}', 'Handling ur arkivet, {artal}'],
  openings: [
    'Hej. Jag vill ha en kopia av {handling} från omkring {artal}. [Det räcker med e-post.|Det är inte bråttom.]',
    'Jag söker {handling}. Det bör ha varit {artal}. [Jag vet inte vilket nummer ärendet har.|Kan ni hjälpa mig att leta?]',
    'Enligt offentlighetsprincipen begär jag att få ta del av {handling}, {artal}.',
  ],
  answers: { what: opening, years: slot('artal'), how: pick('email', 'email', 'visit') },
  paths: { lamnas: 75, provas: 25 },
  steps: [
    take(hours(0.2, 6)),
    reply(minutes(10, 150), [
      'Hej. Vi har tagit emot din begäran och söker i arkivet i dag.',
      'Hej! Vi hittade två handlingar som kan vara rätt. Du får båda, om du inte säger något annat.',
      'God dag. Handlingen finns i källararkivet. Den lämnas ut så snart den är framtagen.',
    ]),
    start(hours(0.5, 6)),
    note(
      minutes(10, 120),
      [
        'Kommunjuristen prövar en uppgift om enskilds förhållanden.',
        'Sekretessprövning klar: en rad maskas.',
        'En uppgift i bilagan skyddas, resten är fritt.',
      ],
      { path: 'provas' },
    ),
    deliver(
      hours(0.5, 9),
      [
        'Här kommer kopian. Den är utan kostnad.',
        'Handlingen är lämnad ut på det sätt du bad om.',
        'Framtagen och utlämnad. Säg till om något blad är svårt att läsa.',
      ],
      { path: 'lamnas' },
    ),
    deliver(
      hours(0.5, 9),
      [
        'Kopian är lämnad ut. En uppgift är maskad. Beslutet bifogas, med hur du överklagar.',
        'Utlämnad med en rad maskad. Skälet står i beslutet, som går att överklaga.',
        'Du får handlingen utom en uppgift i bilagan. Beslutet och hur du överklagar ligger med.',
      ],
      { path: 'provas' },
    ),
  ],
})

export const officePlots: readonly Plot[] = [tender, archive]
