// Staff of Kontoret för interna tjänster and of the purchaser organisation BEST-IT. Fewer than the 101 that are
// printed: enough for every queue to have hands.
import type { Seat, Staff } from './people.ts'

function staff(given: string, family: string, ...seats: readonly Seat[]): Staff {
  return { given, family, seats }
}

function seat(role: string, unit: string, title: string, more: Partial<Seat> = {}): Seat {
  return { role, unit, title, ...more }
}

function technician(given: string, family: string): Staff {
  return staff(given, family, seat('servicetekniker', 'fastighet', 'Servicetekniker'))
}

const leadership: readonly Staff[] = [
  staff('Vega', 'Ängsull', seat('kontorschef', 'kit', 'Kontorschef')),
  staff(
    'Arvid',
    'Blåklint',
    seat('verksamhetsutvecklare', 'kit-verksamhetsutvecklare', 'Verksamhetsutvecklare', { share: 70 }),
    seat('administrator', 'kit', 'Administratör för Kontoret', { share: 30 }),
  ),
  staff('Tora', 'Gullviva', seat('assistent', 'kit-assistent', 'Assistent')),
  staff('Rasmus', 'Knippfryle', seat('forandringsansvarig', 'best-it', 'Förändringsansvarig', { to: '2014-01-01' })),
  staff('Linnea', 'Vitmossa', seat('it-kundansvarig', 'best-it', 'IT-kundansvarig', { to: '2014-01-01' })),
  staff('Nora', 'Smörblomma', seat('kravanalytiker', 'best-it', 'Kravanalytiker', { to: '2014-01-01' })),
]

const finance: readonly Staff[] = [
  staff(
    'Ellen',
    'Tuvstarr',
    seat('avdelningschef', 'ekonomi-redovisning', 'Avdelningschef', { share: 90 }),
    seat('katalogansvarig', 'ekonomi-redovisning', 'Katalogansvarig Ekonomi', { share: 10 }),
  ),
  staff('Nils', 'Rödklöver', seat('controller', 'ekonomer', 'Controller')),
  staff('Signe', 'Lingonris', seat('redovisningschef', 'redovisning', 'Redovisningschef')),
  staff('Ture', 'Harsyra', seat('ekonomiassistent', 'redovisning', 'Ekonomiassistent, fakturor')),
  staff('Asta', 'Rönnbär', seat('ekonomiassistent', 'redovisning', 'Ekonomiassistent, fakturor')),
  staff(
    'Folke',
    'Kråkbär',
    seat('ekonomiassistent', 'redovisning', 'Ekonomiassistent, krav och inkasso', { share: 80 }),
    seat('systemforvaltare', 'redovisning', 'Systemförvaltare ekonomisystemet', { share: 20 }),
  ),
]

const hrAndPayroll: readonly Staff[] = [
  staff(
    'Birger',
    'Backsippa',
    seat('avdelningschef', 'personal-lon', 'Avdelningschef', { share: 90 }),
    seat('katalogansvarig', 'personal-lon', 'Katalogansvarig Personal och lön', { share: 10 }),
  ),
  staff('Rut', 'Kattfot', seat('enhetschef', 'personal', 'Enhetschef')),
  staff('Hedda', 'Fjällsippa', seat('hr-generalist', 'personal', 'HR-generalist')),
  staff('Stina', 'Nattviol', seat('lonehandlaggare', 'lon', 'Lönehandläggare')),
  staff('Gösta', 'Timotej', seat('lonehandlaggare', 'lon', 'Lönehandläggare')),
  staff('Märta', 'Kamomill', seat('systemforvaltare-heroma', 'lon', 'Systemförvaltare och utbildare, Heroma')),
  staff(
    'Ivar',
    'Vallört',
    seat('systemforvaltare-heroma', 'lon', 'Systemförvaltare och utbildare, Heroma', { share: 75 }),
  ),
]

const property: readonly Staff[] = [
  staff(
    'Karin',
    'Strandråg',
    seat('avdelningschef', 'fastighet-kontorsservice', 'Avdelningschef', { share: 90 }),
    seat('katalogansvarig', 'fastighet-kontorsservice', 'Katalogansvarig Fastigheter och kontorsservice', {
      share: 10,
    }),
  ),
  staff('Einar', 'Åkerbär', seat('fastighetschef', 'fastighet', 'Fastighetschef')),
  staff('Britta', 'Liljekonvalj', seat('fastighetsadministrator', 'fastighet', 'Fastighetsadministratör')),
  staff('Håkan', 'Älggräs', seat('teknisk-forvaltare-fastighet', 'fastighet', 'Teknisk förvaltare')),
  staff('Lena', 'Daggkåpa', seat('teknisk-forvaltare-fastighet', 'fastighet', 'Teknisk förvaltare')),
  staff('Olof', 'Humlestör', seat('fastighetsforvaltare', 'fastighet', 'Fastighetsförvaltare')),
  staff('Elsa', 'Gökärt', seat('hyreskontraktsansvarig', 'fastighet', 'Hyreskontraktsansvarig')),
  staff('Gun', 'Mjölkört', seat('lokalvardsansvarig', 'fastighet', 'Lokalvårdsansvarig')),
  technician('Roger', 'Vildvin'),
  technician('Kent', 'Sandlilja'),
  technician('Mona', 'Kaveldun'),
  technician('Janne', 'Stormhatt'),
  technician('Amir', 'Vasstrå'),
]

const caretakers: readonly Staff[] = [
  staff('Siv', 'Renfana', seat('enhetschef', 'kontorsservice', 'Chef, Kontorsservice')),
  staff('Alvar', 'Rölleka', seat('vaktmastare', 'kontorsservice', 'Vaktmästare')),
  staff('Sixten', 'Svalört', seat('vaktmastare', 'kontorsservice', 'Vaktmästare')),
  staff('Malva', 'Kungsljus', seat('vaktmastare', 'kontorsservice', 'Vaktmästare, tryckeri')),
  staff('Dagny', 'Penningört', seat('vaktmastare', 'kontorsservice', 'Vaktmästare, post', { share: 50 })),
  staff('Börje', 'Vitsippa', seat('vaktmastare', 'kontorsservice', 'Vaktmästare', { share: 50 })),
  {
    given: 'Mika',
    family: 'Solvända',
    kind: 'trainee',
    seats: [
      seat('praktikant', 'kontorsservice', 'Praktikant', {
        from: '2012-08-20',
        to: '2012-12-22',
        mentor: 'alvar.rolleka',
      }),
    ],
  },
]

/** A person may belong to more than one functional group (000, line 1973). TY-017. */
const it: readonly Staff[] = [
  staff(
    'Greta',
    'Väppling',
    seat('it-chef', 'it', 'IT-chef', { share: 95 }),
    seat('katalogansvarig', 'it', 'Katalogansvarig IT', { share: 5 }),
  ),
  staff('Linus', 'Getrams', seat('medarbetare-servicedesk', 'it-servicedesk', 'IT-tekniker', { responsible: true })),
  staff(
    'Aina',
    'Trolldruva',
    seat('medarbetare-servicedesk', 'it-servicedesk', 'IT-tekniker', { share: 60 }),
    seat('medarbetare-drift', 'it-identitet', 'IT-tekniker', { share: 40, responsible: true }),
  ),
  staff(
    'Petter',
    'Odon',
    seat('medarbetare-servicedesk', 'it-servicedesk', 'IT-tekniker', { share: 50 }),
    seat('medarbetare-drift', 'it-uc', 'IT-tekniker, telefoni', { share: 50, responsible: true }),
  ),
  staff('Yusuf', 'Hjortron', seat('medarbetare-drift', 'it-natverk', 'Nätverkstekniker', { responsible: true })),
  staff(
    'Frida',
    'Tranbär',
    seat('medarbetare-drift', 'it-sakerhet', 'IT-säkerhetstekniker', { share: 50, responsible: true }),
    seat('medarbetare-drift', 'it-natverk', 'Nätverkstekniker', { share: 50 }),
  ),
  staff('Ola', 'Stenbär', seat('medarbetare-drift', 'it-plattform', 'Systemtekniker', { responsible: true })),
  staff(
    'Elin',
    'Enbär',
    seat('medarbetare-drift', 'it-plattform', 'Systemtekniker', { share: 60 }),
    seat('medarbetare-drift', 'it-identitet', 'Systemtekniker', { share: 40 }),
  ),
]

const procurementAndChancery: readonly Staff[] = [
  staff(
    'Barbro',
    'Smultron',
    seat('upphandlingschef', 'upphandling', 'Upphandlingschef', { share: 95 }),
    seat('katalogansvarig', 'upphandling', 'Katalogansvarig Upphandling', { share: 5 }),
  ),
  staff('Jonas', 'Slånbär', seat('upphandlare', 'upphandling', 'Upphandlare')),
  staff('Wilma', 'Sälgkvist', seat('upphandlare', 'upphandling', 'Upphandlare', { share: 90 })),
  staff('Ebba', 'Lönnlöv', seat('upphandlingsassistent', 'upphandling', 'Upphandlingsassistent', { share: 75 })),
  staff(
    'Axel',
    'Ekollon',
    seat('enhetschef', 'kansli', 'Enhetschef', { share: 95 }),
    seat('katalogansvarig', 'kansli', 'Katalogansvarig Kansli', { share: 5 }),
  ),
  staff('Selma', 'Asplöv', seat('arkivarie', 'kansli', 'Arkivarie')),
  staff('Doris', 'Ängsvädd', seat('registrator', 'kansli', 'Registrator och systemförvaltare')),
  staff('Henning', 'Skogsstjärna', seat('kommunsekreterare', 'kansli', 'Kommunsekreterare')),
  staff('Tyra', 'Blåsippa', seat('kommunjurist', 'kansli', 'Kommunjurist')),
]

export const officeStaff: readonly Staff[] = [
  ...leadership,
  ...finance,
  ...hrAndPayroll,
  ...property,
  ...caretakers,
  ...it,
  ...procurementAndChancery,
]
