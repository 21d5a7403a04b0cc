// Which cases each service takes, with form, routing, approval and routine. The routing of support needs is printed
// (004, lines 619–628; TY-057): user id, password, functions, training and manuals to the system manager; clients,
// printing and communication to the IT unit; wishes for change to the customer manager.
import type { Condition } from './form-shape.ts'
import { approvedBy, requestType, type RequestTypeRow } from './request-type-shape.ts'
import { questionsAndComplaints } from './request-types-general.ts'

const servedHouses: Condition = { field: 'place', oneOf: ['kommunhuset', 'masten', 'biblioteket'] }

const house: readonly RequestTypeRow[] = [
  requestType('felanmalan', 'TJ-FASTIGHET-04', 'fault', 'Anmäl fel i hus eller på gård', 'Report a fault', {
    form: 'felanmalan',
    routine: 'felanmalan',
    to: 'fastighet',
    category: 'what',
    source: ['000', 1690],
  }),
  requestType(
    'sno',
    'TJ-FASTIGHET-15',
    'fault',
    'Anmäl snö, halka eller fel på gården',
    'Report snow, ice or yard fault',
    {
      form: 'felanmalan',
      routine: 'sno',
      to: 'fastighet',
      category: 'what',
    },
  ),
  requestType('nyckel', 'TJ-FASTIGHET-05', 'order', 'Beställ nyckel eller passerkort', 'Order a key or card', {
    form: 'nyckel',
    routine: 'nyckel',
    to: 'fastighet',
    approval: approvedBy(null, 0),
    identityCheck: true,
    offering: 'nyckel',
    source: ['000', 1690],
  }),
  requestType('lokalvard', 'TJ-FASTIGHET-11', 'complaint', 'Synpunkt på städningen', 'Comment on the cleaning', {
    form: 'lokalvard',
    routine: 'lokalvard',
    to: 'fastighet',
    source: ['000', 1701],
  }),
  requestType('vaktmasteri', 'TJ-KONTORSSERVICE-03', 'order', 'Beställ vaktmästare', 'Order a caretaker', {
    form: 'vaktmasteri',
    routine: 'vaktmasteri',
    to: 'kontorsservice',
    redirect: { when: { not: servedHouses }, to: 'felanmalan', keep: ['place', 'description', 'photo'] },
    offering: 'vaktmastare-jobb',
    source: ['000', 1238],
  }),
  requestType(
    'moblering',
    'TJ-KONTORSSERVICE-06',
    'order',
    'Beställ möblering av lokal',
    'Order setting up of a room',
    {
      form: 'moblering',
      routine: 'moblering',
      to: 'kontorsservice',
      offering: 'moblering',
      source: ['000', 1224],
    },
  ),
  requestType('tryck', 'TJ-KONTORSSERVICE-01', 'order', 'Beställ tryck', 'Order printing', {
    form: 'tryck',
    routine: 'tryck',
    to: 'kontorsservice',
    offering: 'tryck-svartvitt',
    source: ['000', 1222],
  }),
  requestType('kontorsmaterial', 'TJ-KONTORSSERVICE-04', 'order', 'Beställ kontorsmaterial', 'Order office supplies', {
    form: 'kontorsmaterial',
    routine: 'material',
    to: 'kontorsservice',
    offering: 'kontorsmaterial',
    source: ['000', 1210],
  }),
  requestType('specialbestallning', 'TJ-KONTORSSERVICE-05', 'order', 'Specialbeställning', 'Special order', {
    form: 'specialbestallning',
    routine: 'specialbestallning',
    to: 'kontorsservice',
    approval: approvedBy('price', 500),
    offering: 'specialbestallning',
    source: ['000', 1212],
  }),
  requestType('atervinning', 'TJ-KONTORSSERVICE-07', 'order', 'Hämtning för återvinning', 'Recycling pick-up', {
    form: 'atervinning',
    routine: 'atervinning',
    to: 'kontorsservice',
    offering: 'atervinning',
    source: ['000', 1230],
  }),
  requestType('post', 'TJ-KONTORSSERVICE-02', 'fault', 'Post eller paket som inte kom', 'Missing mail or parcel', {
    form: 'post',
    routine: 'post',
    to: 'kontorsservice',
    category: 'what',
    source: ['000', 1218],
  }),
]

const it: readonly RequestTypeRow[] = [
  requestType('it-stod', 'TJ-IT-01', 'fault', 'IT krånglar', 'IT trouble', {
    form: 'it-stod',
    routine: 'it-stod',
    to: 'it-servicedesk',
    category: 'need',
    rules: [
      {
        when: { field: 'need', oneOf: ['user_id', 'password', 'functions', 'training', 'manual'] },
        to: { systemManagerOf: 'system' },
      },
      {
        when: { field: 'need', is: 'change' },
        to: { systemManagerOf: 'system', then: { customerManager: true } },
      },
      { when: { field: 'need', oneOf: ['client', 'printing', 'communication'] }, to: { unit: 'it-servicedesk' } },
    ],
    source: ['004', 619],
  }),
  requestType('losenord', 'TJ-IT-06', 'fault', 'Inloggning och lösenord', 'Sign-in and password', {
    form: 'losenord',
    routine: 'losenord',
    to: 'it-servicedesk',
    category: 'what',
    rules: [{ when: { field: 'system', filled: true }, to: { systemManagerOf: 'system' } }],
    identityCheck: true,
    source: ['004', 619],
  }),
  requestType('konto', 'TJ-IT-06', 'order', 'Nytt, ändrat eller avslutat konto', 'New, changed or closed account', {
    form: 'konto',
    routine: 'konto',
    to: 'it-identitet',
    identityCheck: true,
    offering: 'konto',
    approval: approvedBy(null, 1000),
  }),
  requestType('dator', 'TJ-IT-09', 'order', 'Beställ dator', 'Order a computer', {
    form: 'dator',
    routine: 'dator',
    to: 'it-servicedesk',
    approval: approvedBy('cost', 0),
    offering: 'barbar-dator',
    source: ['004', 562],
  }),
  requestType('telefoni', 'TJ-IT-05', 'order', 'Telefon', 'Telephone', {
    form: 'telefoni',
    routine: 'telefoni',
    to: 'it-uc',
    approval: approvedBy(null, 1500),
    offering: 'mobiltelefon',
    source: ['000', 1975],
  }),
  requestType('flytt', 'TJ-IT-02', 'order', 'Flytta eller ändra arbetsplats', 'Move or change a workplace', {
    form: 'flytt',
    routine: 'flytt',
    to: 'it-servicedesk',
    offering: 'flytt-arbetsplats',
  }),
  requestType('andring', 'TJ-IT-10', 'order', 'Önskemål om ändring i ett system', 'Wish for a change in a system', {
    form: 'andring',
    routine: 'andring',
    to: 'best-it',
    rules: [
      {
        when: { field: 'system', filled: true },
        to: { systemManagerOf: 'system', then: { customerManager: true } },
      },
    ],
    source: ['004', 626],
  }),
]

const desk: readonly RequestTypeRow[] = [
  requestType('lonefraga', 'TJ-LON-01', 'question', 'Fråga om lön', 'Question about pay', {
    form: 'lon',
    routine: 'lon',
    to: 'lon',
    source: ['000', 685],
  }),
  requestType('heroma-stod', 'TJ-LON-03', 'fault', 'Hjälp i Heroma', 'Help in Heroma', {
    form: 'it-stod',
    routine: 'it-stod',
    to: 'lon',
    category: 'need',
    source: ['000', 786],
  }),
  requestType('heroma-utbildning', 'TJ-LON-03', 'order', 'Utbildning i Heroma', 'Training in Heroma', {
    form: 'utbildning',
    routine: 'utbildning',
    to: 'lon',
    source: ['000', 786],
  }),
  requestType('fakturafraga', 'TJ-REDOVISNING-02', 'question', 'Fråga om faktura', 'Question about an invoice', {
    form: 'faktura',
    routine: 'faktura',
    to: 'redovisning',
    source: ['000', 624],
  }),
  requestType(
    'kravfraga',
    'TJ-REDOVISNING-03',
    'question',
    'Fråga om påminnelse eller krav',
    'Question about a claim',
    {
      form: 'faktura',
      routine: 'faktura',
      to: 'redovisning',
      source: ['000', 626],
    },
  ),
  requestType('ekonomi-utbildning', 'TJ-REDOVISNING-15', 'order', 'Utbildning i ekonomi', 'Training in finance', {
    form: 'utbildning',
    routine: 'utbildning',
    to: 'redovisning',
    source: ['000', 580],
  }),
  requestType(
    'upphandlingsstod',
    'TJ-UPPHANDLING-01',
    'order',
    'Hjälp med inköp eller upphandling',
    'Procurement help',
    {
      form: 'upphandling',
      routine: 'upphandling',
      to: 'upphandling',
      approval: approvedBy('value', 100_000),
      source: ['000', 336],
    },
  ),
  requestType('utlamnande', 'TJ-KANSLI-09', 'question', 'Begär ut en handling', 'Request a document', {
    form: 'utlamnande',
    routine: 'utlamnande',
    to: 'kansli',
    source: ['000', 917],
  }),
]

const specific: readonly RequestTypeRow[] = [...house, ...it, ...desk]

export const requestTypes: readonly RequestTypeRow[] = [
  ...specific,
  ...questionsAndComplaints.map((row) =>
    requestType(row.key, row.service, row.kind, row.sv, row.en, {
      form: row.kind === 'question' ? 'fraga' : 'klagomal',
      routine: row.kind === 'question' ? 'fraga' : 'klagomal',
      to: row.unit,
    }),
  ),
]
