// The office itself as printed in the organisation chart (000, lines 173 and 2142–2194), caretaking that moves into it
// on 1 January 2012, and the steering of IT beside it. TY-004, TY-017, TY-377.
import { demonstration, printed, words } from './origin.ts'
import type { UnitKind, UnitRow } from './unit-shape.ts'

/** KIT is spoken of as existing in the report of 2011 (004, line 15); the exact day is not stated. */
const kitSince = '2011-01-01'

interface KitUnit {
  readonly key: string
  readonly parent: string
  readonly kind: UnitKind
  readonly sv: string
  readonly en: string
  readonly line: number
  readonly headTitle?: string
  readonly short?: string
  readonly schedule?: string
}

function kitUnit(unit: KitUnit): UnitRow {
  return {
    key: unit.key,
    party: 'kommunstyrelsen',
    short: unit.short ?? null,
    schedule: unit.schedule ?? null,
    placements: [
      {
        from: kitSince,
        to: null,
        parent: unit.parent,
        kind: unit.kind,
        name: words(unit.sv, unit.en),
        headTitle: unit.headTitle ?? null,
        origin: printed('000', unit.line),
      },
    ],
  }
}

/** The office and what is below it, as printed. TY-004, TY-017. */
export const kitUnits: readonly UnitRow[] = [
  kitUnit({
    key: 'kit',
    parent: 'ks',
    kind: 'office',
    sv: 'Kontoret för interna tjänster',
    en: 'Office for internal services',
    line: 173,
    headTitle: 'kontorschef',
    short: 'KiT',
    schedule: 'kontoret',
  }),
  kitUnit({
    key: 'ekonomi-redovisning',
    parent: 'kit',
    kind: 'department',
    sv: 'Ekonomi & redovisning',
    en: 'Finance and accounting',
    line: 2148,
    headTitle: 'avdelningschef',
  }),
  kitUnit({
    key: 'ekonomer',
    parent: 'ekonomi-redovisning',
    kind: 'unit',
    sv: 'Ekonomer',
    en: 'Finance officers',
    line: 2171,
    headTitle: 'enhetschef',
  }),
  kitUnit({
    key: 'redovisning',
    parent: 'ekonomi-redovisning',
    kind: 'unit',
    sv: 'Redovisning & faktura',
    en: 'Accounting and invoices',
    line: 622,
    headTitle: 'redovisningschef',
  }),
  kitUnit({
    key: 'personal-lon',
    parent: 'kit',
    kind: 'department',
    sv: 'Personal & lön',
    en: 'HR and payroll',
    line: 2154,
    headTitle: 'avdelningschef',
  }),
  kitUnit({
    key: 'personal',
    parent: 'personal-lon',
    kind: 'unit',
    sv: 'Personalenheten',
    en: 'HR unit',
    line: 1459,
    headTitle: 'enhetschef',
  }),
  kitUnit({ key: 'lon', parent: 'personal-lon', kind: 'unit', sv: 'Löneenheten', en: 'Payroll unit', line: 779 }),
  kitUnit({
    key: 'fastighet-kontorsservice',
    parent: 'kit',
    kind: 'department',
    sv: 'Fastighet & kontorsservice',
    en: 'Property and office services',
    line: 2160,
    headTitle: 'avdelningschef',
  }),
  kitUnit({
    key: 'fastighet',
    parent: 'fastighet-kontorsservice',
    kind: 'unit',
    sv: 'Fastighetsenheten',
    en: 'Property unit',
    line: 1657,
    headTitle: 'fastighetschef',
  }),
  kitUnit({
    key: 'it',
    parent: 'kit',
    kind: 'unit',
    sv: 'IT-enheten',
    en: 'IT unit',
    line: 1957,
    headTitle: 'enhetschef',
    short: 'IT',
  }),
  kitUnit({
    key: 'upphandling',
    parent: 'kit',
    kind: 'unit',
    sv: 'Upphandlingsenheten',
    en: 'Procurement unit',
    line: 356,
    headTitle: 'upphandlingschef',
  }),
  kitUnit({
    key: 'kansli',
    parent: 'kit',
    kind: 'unit',
    sv: 'Kanslienheten',
    en: 'Chancery unit',
    line: 1064,
    headTitle: 'enhetschef',
  }),
  kitUnit({
    key: 'kit-verksamhetsutvecklare',
    parent: 'kit',
    kind: 'staff_post',
    sv: 'Verksamhetsutvecklare',
    en: 'Business developer',
    line: 2164,
  }),
  kitUnit({ key: 'kit-assistent', parent: 'kit', kind: 'staff_post', sv: 'Assistent', en: 'Assistant', line: 2168 }),
  ...(
    [
      ['it-uc', 'UC (Unified Communication)', 'Unified Communication', 'UC'],
      ['it-servicedesk', 'Servicedesk', 'Service desk', 'SD'],
      ['it-identitet', 'Identitetshantering', 'Identity management', null],
      ['it-sakerhet', 'IT-säkerhet', 'IT security', null],
      ['it-plattform', 'Plattformsförvaltning', 'Platform management', null],
      ['it-natverk', 'Nätverk och infrastruktur', 'Network and infrastructure', null],
    ] as const
  ).map(([key, sv, en, short]) =>
    kitUnit({
      key,
      parent: 'it',
      kind: 'functional_group',
      sv,
      en,
      line: 1925,
      ...(short === null ? {} : { short }),
    }),
  ),
]

/** Moved into KIT's property department on 2012-01-01 (000, line 1183). Where it stood before is not printed. TY-377. */
export const caretaking: UnitRow = {
  key: 'kontorsservice',
  party: 'kommunstyrelsen',
  short: null,
  schedule: null,
  placements: [
    {
      from: kitSince,
      to: '2012-01-01',
      parent: 'ksk',
      kind: 'unit',
      name: words('Vaktmästeriet', 'Caretaking'),
      headTitle: 'chef',
      origin: demonstration,
    },
    {
      from: '2012-01-01',
      to: null,
      parent: 'fastighet-kontorsservice',
      kind: 'unit',
      name: words(
        'Kontorsservice (vaktmästeri, tryckeri och distribution)',
        'Office services (caretaking, print, post)',
      ),
      headTitle: 'chef',
      origin: printed('000', 1183),
    },
  ],
}

/** The purchaser organisation BEST-IT is a project 2012–2014 (004, line 655); the function of 2013 follows it. */
export const itSteering: readonly UnitRow[] = [
  {
    key: 'best-it',
    party: 'kommunstyrelsen',
    short: 'BEST-IT',
    schedule: null,
    placements: [
      {
        from: '2012-01-01',
        to: '2014-01-01',
        parent: 'stab',
        kind: 'project',
        name: words('Beställarorganisationen IT (BEST-IT)', 'IT purchaser organisation (BEST-IT)'),
        headTitle: 'BEST-IT-chef',
        origin: printed('004', 655),
      },
    ],
  },
  {
    key: 'bestallarfunktionen',
    party: 'kommunstyrelsen',
    short: null,
    schedule: null,
    placements: [
      {
        from: '2014-01-01',
        to: null,
        parent: 'it',
        kind: 'unit',
        name: words('Beställarfunktionen', 'Purchaser function'),
        headTitle: 'biträdande IT-chef',
        origin: printed('001', 210),
      },
    ],
  },
]
