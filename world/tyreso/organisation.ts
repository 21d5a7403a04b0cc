// Tyresö's parties, units, places, schedules and posts. KIT's tree is printed (000, lines 173 and 2142–2194); the
// administrations that buy from it are not named in the documents and are invented, save where a line is given.
// Dates are ISO dates, end exclusive; `null` is "until further notice". Everything a row refers to is named by key.
import { type Origin, type Words, demonstration, printed, words } from './origin.ts'
import { customerUnits } from './organisation-customers.ts'
import { caretaking, itSteering, kitUnits } from './organisation-office.ts'
import type { UnitRow } from './unit-shape.ts'

export type PartyKind = 'municipality' | 'board' | 'supplier'

export interface PartyRow {
  readonly key: string
  readonly kind: PartyKind
  readonly name: Words
  /** Board of the municipality; null for the municipality itself and for suppliers. */
  readonly boardOf: string | null
  readonly rootUnit: string | null
  readonly origin: Origin
}

export const parties: readonly PartyRow[] = [
  {
    key: 'tyreso-kommun',
    kind: 'municipality',
    name: words('Tyresö kommun', 'Tyresö municipality'),
    boardOf: null,
    rootUnit: 'kommunen',
    origin: printed('000', 1169),
  },
  board('kommunstyrelsen', 'Kommunstyrelsen', 'Municipal executive board', 'ks', printed('000', 930)),
  board('barn-och-utbildningsnamnden', 'Barn- och utbildningsnämnden', 'Children and education board', 'buf'),
  board('socialnamnden', 'Socialnämnden', 'Social welfare board', 'sof'),
  board('kultur-och-fritidsnamnden', 'Kultur- och fritidsnämnden', 'Culture and leisure board', 'kff'),
  board('samhallsbyggnadsnamnden', 'Samhällsbyggnadsnämnden', 'Urban planning board', 'sbf'),
  supplier('glasmasteriet-vitklover', 'Glasmästeriet Vitklöver AB (påhittat)', 'Glasmästeriet Vitklöver AB (invented)'),
  supplier('hisservice-kastvind', 'Hisservice Kastvind AB (påhittat)', 'Hisservice Kastvind AB (invented)'),
  supplier('plat-och-tak-regnbage', 'Plåt & Tak Regnbåge AB (påhittat)', 'Plåt & Tak Regnbåge AB (invented)'),
  supplier('stadbolaget-daggdroppe', 'Städbolaget Daggdroppe AB (påhittat)', 'Städbolaget Daggdroppe AB (invented)'),
]

function board(key: string, sv: string, en: string, rootUnit: string, origin: Origin = demonstration): PartyRow {
  return { key, kind: 'board', name: words(sv, en), boardOf: 'tyreso-kommun', rootUnit, origin }
}

function supplier(key: string, sv: string, en: string): PartyRow {
  return { key, kind: 'supplier', name: words(sv, en), boardOf: null, rootUnit: null, origin: demonstration }
}

export const units: readonly UnitRow[] = [
  {
    key: 'kommunen',
    party: 'tyreso-kommun',
    short: null,
    schedule: null,
    placements: [
      {
        from: '2000-01-01',
        to: null,
        parent: null,
        kind: 'root',
        name: words('Tyresö kommun', 'Tyresö municipality'),
        headTitle: 'kommundirektör',
        origin: printed('001', 221),
      },
    ],
  },
  ...customerUnits,
  ...kitUnits,
  caretaking,
  ...itSteering,
]

export interface SupportLine {
  readonly line: 1 | 2 | 3
  readonly units: readonly string[]
  readonly origin: Origin
}

/** Support lines of IT (001, lines 527–539): first the desk, then the groups, last the specialists. TY-028. */
export const supportLines: readonly SupportLine[] = [
  { line: 1, units: ['it-servicedesk'], origin: printed('001', 529) },
  { line: 2, units: ['it-uc', 'it-identitet'], origin: demonstration },
  { line: 3, units: ['it-plattform', 'it-natverk', 'it-sakerhet'], origin: printed('001', 539) },
]
