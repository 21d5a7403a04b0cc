// Services of finance, accounting, HR and payroll, as the unit plans for 2012 describe their activities.
import { printed } from './origin.ts'
import { from, included, notIncluded, ours, servicesOf } from './service-shape.ts'

const accounting = servicesOf({
  area: 'ekonomi',
  unit: 'redovisning',
  ownerRole: 'redovisningschef',
  promises: ['GAR-REDOVISNING-01'],
})

const finance = servicesOf({
  area: 'ekonomi',
  unit: 'ekonomer',
  ownerRole: 'avdelningschef',
  ownerUnit: 'ekonomi-redovisning',
})

export const financeServices = [
  accounting('TJ-REDOVISNING-01', 600, 'Central redovisning', 'Central accounting', {
    purpose: from('000', 600, 'Redovisningsenhetens uppdrag är att sköta kommunens centrala redovisningsuppgifter.'),
  }),
  accounting('TJ-REDOVISNING-02', 602, 'Fakturahantering', 'Invoice handling', {
    content: ours(
      'Vi tar emot, skannar och skickar leverantörsfakturor till rätt attestant, svarar på frågor om betalning och rättar konteringen.',
    ),
    boundary: [
      included('Fakturor, utanordningar och interndebitering', printed('000', 624)),
      notIncluded('Attest av fakturan', 'Den egna förvaltningens attestant'),
    ],
    ordering: ours('Ställ frågan i Kontoret. Ange fakturanummer, så går det fortare.'),
  }),
  accounting('TJ-REDOVISNING-03', 602, 'Kravhantering och inkasso', 'Reminders and debt collection'),
  accounting('TJ-REDOVISNING-04', 602, 'Reskontror', 'Sub-ledgers'),
  accounting('TJ-REDOVISNING-05', 602, 'Kassahantering', 'Cash handling'),
  accounting('TJ-REDOVISNING-06', 602, 'In- och utbetalningar', 'Incoming and outgoing payments'),
  accounting('TJ-REDOVISNING-07', 604, 'Systemansvar inom ekonomiområdet', 'System responsibility for finance', {
    kind: 'application',
  }),
  accounting(
    'TJ-REDOVISNING-08',
    606,
    'Stöd och information i redovisningsfrågor, uppföljning av redovisning',
    'Support and information in accounting matters',
    {
      kind: 'advice',
      purpose: from(
        '000',
        606,
        'Enheten ska erbjuda stöd och information i redovisningsfrågor samt följa upp kommunens arbete med redovisning.',
      ),
    },
  ),
  accounting(
    'TJ-REDOVISNING-09',
    610,
    'Ekonomisk rapportering: räkenskapssammandrag och kvartalsrapporter till SCB',
    'Financial reporting to Statistics Sweden',
  ),
  accounting(
    'TJ-REDOVISNING-10',
    614,
    'Redovisningsexpertis till staben, delårsbokslut och årsbokslut',
    'Accounting expertise for the executive staff, interim and annual accounts',
    { kind: 'advice' },
  ),
  accounting(
    'TJ-REDOVISNING-11',
    618,
    'Internkontroll: anvisningar till nämnderna och uppföljning',
    'Internal control: instructions to the boards and follow-up',
    { kind: 'advice' },
  ),
  accounting('TJ-REDOVISNING-12', 624, 'Interndebitering', 'Internal charging'),
  accounting('TJ-REDOVISNING-13', 626, 'Anläggningsreskontra', 'Fixed asset ledger'),
  accounting(
    'TJ-REDOVISNING-14',
    628,
    'Redovisning av bilpool och verksamhetsbilar',
    'Accounting for car pool and service cars',
  ),
  accounting('TJ-REDOVISNING-15', 580, 'Utbildningar i ekonomi', 'Training in finance', {
    kind: 'training',
    purpose: from(
      '000',
      580,
      'Kontinuerliga utbildningar ska hållas till nya användare och de som har behov av uppföljning av tidigare utbildningar.',
    ),
  }),
  accounting(
    'TJ-REDOVISNING-16',
    574,
    'Kundfakturaunderlag via Fakturainfarten',
    'Customer invoice requests through Fakturainfarten',
    {
      purpose: from(
        '000',
        574,
        'Fakturainfarten ska utvecklas så fler personer använder denna i stället för att skicka manuella kundfakturaunderlag.',
      ),
    },
  ),
  finance(
    'TJ-EKONOMER-01',
    485,
    'Uppföljning och ekonomstöd till enheterna',
    'Follow-up and finance support to units',
    {
      kind: 'advice',
      purpose: from('000', 485, 'Redovisningsenheten och ekonomerna sköter kommunens redovisning och uppföljning.'),
    },
  ),
]

const payroll = servicesOf({
  area: 'personal-lon',
  unit: 'lon',
  ownerRole: 'avdelningschef',
  ownerUnit: 'personal-lon',
  promises: ['GAR-LON-01', 'GAR-LON-02'],
})

const personnel = servicesOf({
  area: 'personal-lon',
  unit: 'personal',
  ownerRole: 'enhetschef',
  kind: 'advice',
  promises: ['GAR-PERSONAL-01', 'GAR-PERSONAL-02'],
  forWhom: from('000', 1328, 'Personalenheten arbetar främst med att ge stöd till chefer.'),
})

export const hrServices = [
  payroll('TJ-LON-01', 784, 'Utbetalning av löner och arvoden', 'Payment of salaries and fees', {
    kind: 'volume',
    purpose: from(
      '000',
      679,
      'Löneenheten ansvarar för löneutbetalning till ca 2 400 fast anställda, ett stort antal timanställda och ca 150 arvoderade politiker.',
    ),
    volume: {
      value: [
        { value: 3600, unitOfMeasure: 'lönespecifikationer/månad', approximate: true },
        { value: 50000, unitOfMeasure: 'lönespecifikationer/år', approximate: true },
        { value: 2400, unitOfMeasure: 'fast anställda', approximate: true },
        { value: 150, unitOfMeasure: 'arvoderade politiker', approximate: true },
      ],
      origin: printed('000', 784),
    },
    ordering: ours('Fråga om din lön här i Kontoret. Skriv inte personnummer i ärendet.'),
  }),
  payroll('TJ-LON-02', 785, 'Systemförvaltning av Heroma', 'System management of Heroma', { kind: 'application' }),
  payroll('TJ-LON-03', 786, 'Support, stöd och utbildning i Heroma', 'Support and training in Heroma', {
    kind: 'support',
    purpose: from('000', 786, 'Ger support och stöd till användare samt genomför utbildningsinsatser i Heroma.'),
    boundary: [
      included('Användarid, lösenord, funktioner, utbildning och manualer', printed('004', 619)),
      notIncluded('Installation på datorn och utskrifter', 'IT-enheten', printed('004', 623)),
      notIncluded('Önskemål om ändringar i systemet', 'IT-kundansvarig, via systemförvaltaren', printed('004', 626)),
    ],
    ordering: ours('Anmäl i Kontoret. Ärendet går direkt till systemförvaltarna för Heroma.'),
  }),
  payroll(
    'TJ-LON-04',
    789,
    'Redovisning av skatter, arbetsgivaravgifter och intresseavdrag',
    'Reporting of tax, employer contributions and deductions',
  ),
  payroll('TJ-LON-05', 790, 'Kontrolluppgifter till anställda och Skatteverket', 'Annual income statements'),
  payroll(
    'TJ-LON-06',
    791,
    'Översyn av processer och rutiner för lönerapportering',
    'Review of payroll reporting routines',
    { kind: 'advice' },
  ),
  payroll(
    'TJ-LON-07',
    685,
    'Stöd till chefer och assistenter i lönerelaterade frågor',
    'Support to managers and assistants in payroll matters',
    {
      kind: 'advice',
      purpose: from('000', 685, 'Löneenheten är också ett stöd till chefer och assistenter i lönerelaterade frågor.'),
    },
  ),
  personnel(
    'TJ-PERSONAL-01',
    1330,
    'Stöd i arbetsrätt, lönefrågor, kompetensutveckling, rekrytering',
    'Support in labour law, pay, competence and recruitment',
  ),
  personnel('TJ-PERSONAL-02', 1332, 'Rehabilitering och friskvård', 'Rehabilitation and wellness'),
  personnel(
    'TJ-PERSONAL-03',
    1334,
    'Pensions- och försäkringsfrågor, pensionsadministration',
    'Pensions and insurance',
    { kind: 'administration' },
  ),
  personnel(
    'TJ-PERSONAL-04',
    1338,
    'Arbetsmiljö och samverkan, sekreterarstöd till central samverkansgrupp',
    'Work environment and cooperation, secretariat to the central group',
  ),
  personnel('TJ-PERSONAL-05', 1334, 'Personalstatistik', 'Personnel statistics', { kind: 'administration' }),
  personnel('TJ-PERSONAL-06', 1336, 'Kontakter med företagshälsovård', 'Contacts with occupational health services', {
    kind: 'administration',
  }),
  personnel(
    'TJ-PERSONAL-07',
    1365,
    'Stöd vid övertalighet och verksamhetsövergångar',
    'Support in redundancy and transfer of operations',
  ),
  personnel(
    'TJ-PERSONAL-08',
    1497,
    'Mallar för medarbetarsamtal och kompetensutveckling',
    'Templates for staff reviews and competence development',
    { kind: 'administration' },
  ),
  personnel('TJ-PERSONAL-09', 1342, 'Expertis till stabens arbetsgivarpolitik', 'Expertise for employer policy'),
]
