// Services of the chancery and of procurement, as the unit plans for 2012 describe their activities.
import { printed } from './origin.ts'
import { from, included, notIncluded, ours, servicesOf } from './service-shape.ts'

const chancery = servicesOf({
  area: 'kansli',
  unit: 'kansli',
  ownerRole: 'enhetschef',
  promises: ['GAR-KANSLI-01', 'GAR-KANSLI-02'],
})

export const chanceryServices = [
  chancery(
    'TJ-KANSLI-01',
    1050,
    'Planering, samordning och beredning av ärenden för kommunfullmäktige och kommunstyrelsen',
    'Planning and preparation of matters for council and executive board',
    {
      purpose: from(
        '000',
        1050,
        'Kanslienheten ansvarar för att planera, samordna och bereda ärenden för kommunfullmäktige och kommunstyrelsen.',
      ),
    },
  ),
  chancery(
    'TJ-KANSLI-02',
    926,
    'Digital mötesprocess (kallelse, protokoll, möteshandlingar)',
    'Digital meeting process (summons, minutes, documents)',
    { kind: 'application' },
  ),
  chancery('TJ-KANSLI-03', 933, 'Mötesportal och handlingar via läsplatta', 'Meeting portal and documents on tablet', {
    kind: 'application',
  }),
  chancery(
    'TJ-KANSLI-04',
    1054,
    'Administration av budget för KF/KS och partistöd',
    'Administration of council budget and party support',
  ),
  chancery('TJ-KANSLI-05', 1056, 'Utredningsuppdrag på kommunledningens uppdrag', 'Inquiries for the management', {
    kind: 'project',
  }),
  chancery('TJ-KANSLI-06', 1058, 'Allmänna val och folkomröstningar', 'General elections and referendums', {
    kind: 'project',
  }),
  chancery('TJ-KANSLI-07', 1058, 'Ärende- och arkivhantering', 'Case and archive handling', {
    ordering: ours('Anmäl i Kontoret. Frågor om W3D3 går till systemförvaltaren på Kanslienheten.'),
  }),
  chancery(
    'TJ-KANSLI-08',
    1060,
    'Juridisk rådgivning i övergripande kommunjuridiska frågor',
    'Legal advice in general municipal law',
    { kind: 'advice' },
  ),
  chancery(
    'TJ-KANSLI-09',
    917,
    'Utlämnande av handlingar från kommunarkivet',
    'Disclosure of documents from the archive',
    {
      purpose: from(
        '000',
        915,
        'Mer aktiva medborgare har också medfört att kanslienheten tar emot fler förfrågningar på handlingar från kommunarkivet.',
      ),
      content: ours(
        'Vi söker fram handlingen, prövar om den kan lämnas ut och skickar en kopia. Du behöver inte säga vem du är eller vad du ska ha den till.',
      ),
      ordering: ours('Begär handlingen i Kontoret, med e-post, brev eller telefon.'),
    },
  ),
  chancery(
    'TJ-KANSLI-10',
    1034,
    'Utbildning i offentlighet och sekretess och arkivfrågor',
    'Training in public access, secrecy and archives',
    { kind: 'training' },
  ),
  chancery(
    'TJ-KANSLI-11',
    1024,
    'Styrdokument: förteckning och publicering',
    'Governing documents: register and publication',
  ),
]

const procurement = servicesOf({ area: 'upphandling', unit: 'upphandling', ownerRole: 'upphandlingschef' })

export const procurementServices = [
  procurement(
    'TJ-UPPHANDLING-01',
    336,
    'Upphandling av ramavtal och specifika avtal enligt LOU och LOV',
    'Procurement of framework and specific contracts',
    {
      kind: 'project',
      promises: ['GAR-UPPHANDLING-04', 'GAR-UPPHANDLING-05', 'GAR-UPPHANDLING-06'],
      content: ours(
        'Vi planerar upphandlingen med er, tar fram förfrågningsunderlaget, annonserar, prövar anbuden och skriver avtalet.',
      ),
      boundary: [
        included('Granskning av upphandlarnas dokument', printed('000', 304)),
        included('Godkännande före annonsering och undertecknande', printed('000', 308)),
        notIncluded('Beskrivning av behovet och kraven på funktion', 'Den förvaltning som beställer'),
      ],
      ordering: ours('Beskriv behovet i Kontoret. Vi hör av oss och bokar ett startmöte.'),
    },
  ),
  procurement('TJ-UPPHANDLING-02', 340, 'Bevakning av och information om lagändringar', 'Monitoring of law changes', {
    kind: 'advice',
    promises: ['GAR-UPPHANDLING-10'],
  }),
  procurement(
    'TJ-UPPHANDLING-03',
    342,
    'Utbildning och information till beställare och chefer',
    'Training of purchasers and managers',
    { kind: 'training' },
  ),
  procurement('TJ-UPPHANDLING-04', 344, 'Arkivering och förvaltning av avtal', 'Filing and management of contracts', {
    promises: ['GAR-UPPHANDLING-08'],
  }),
  procurement(
    'TJ-UPPHANDLING-05',
    346,
    'Svar på frågor och utlämnande av handlingar',
    'Answers to questions and disclosure of documents',
    {
      kind: 'support',
      purpose: from(
        '000',
        346,
        'Svarar på frågor från och begäran om att få ut dokument från allmänheten, beställarna, myndigheter, media, andra kommuner och organisationer.',
      ),
    },
  ),
  procurement('TJ-UPPHANDLING-06', 350, 'Avtalsdatabas', 'Contract database', {
    kind: 'application',
    promises: ['GAR-UPPHANDLING-08'],
    purpose: from('000', 350, 'Avtalsdatabasen är beställarnas redskap vid beställning av varor och tjänster.'),
  }),
  procurement('TJ-UPPHANDLING-07', 257, 'Samordnade upphandlingar på Södertörn', 'Joint procurement in Södertörn', {
    kind: 'project',
  }),
  procurement('TJ-UPPHANDLING-08', 289, 'Medverkan i elektronisk beställning', 'Taking part in electronic ordering', {
    kind: 'project',
  }),
]
