// The six service areas of the office (000, lines 14–19; TY-003) and who owns the catalogue of each. That the change
// manager owns IT's catalogue is printed (001, line 490; TY-075); the other owners are invented.
import { type Origin, type Words, demonstration, printed, words } from './origin.ts'

export interface AreaRow {
  readonly key: string
  readonly name: Words
  readonly lead: string
  /** Whether the area produces itself or buys for others. */
  readonly mode: 'own_production' | 'purchaser_function'
  readonly units: readonly string[]
  readonly catalogueOwner: { readonly person: string; readonly role: string; readonly origin: Origin }
  readonly from: string
  readonly to: string | null
  readonly origin: Origin
}

function area(
  key: string,
  sv: string,
  en: string,
  lead: string,
  units: readonly string[],
  owner: AreaRow['catalogueOwner'],
  line: number,
): AreaRow {
  return {
    key,
    name: words(sv, en),
    lead,
    mode: 'own_production',
    units,
    catalogueOwner: owner,
    from: '2012-01-01',
    to: null,
    origin: printed('000', line),
  }
}

function owner(person: string): AreaRow['catalogueOwner'] {
  return { person, role: 'katalogansvarig', origin: demonstration }
}

export const areas: readonly AreaRow[] = [
  area(
    'ekonomi',
    'Ekonomi',
    'Finance',
    'Fakturor, redovisning och stöd i ekonomifrågor.',
    ['ekonomer', 'redovisning'],
    owner('ellen.tuvstarr'),
    14,
  ),
  area(
    'personal-lon',
    'Personal och lön',
    'HR and payroll',
    'Lön, Heroma och råd till dig som är chef.',
    ['personal', 'lon'],
    owner('birger.backsippa'),
    15,
  ),
  area(
    'it',
    'IT',
    'IT',
    'Dator, konto, telefon, nätverk och hjälp när något krånglar.',
    ['it', 'best-it'],
    { person: 'rasmus.knippfryle', role: 'forandringsansvarig', origin: printed('001', 490) },
    16,
  ),
  area(
    'kansli',
    'Kansli',
    'Chancery',
    'Ärenden, arkiv, juridik och politiska möten.',
    ['kansli'],
    owner('axel.ekollon'),
    17,
  ),
  area(
    'fastigheter-kontorsservice',
    'Fastigheter och kontorsservice',
    'Property and office services',
    'Felanmälan, nycklar, vaktmästeri, post, tryck och material.',
    ['fastighet', 'kontorsservice'],
    owner('karin.strandrag'),
    18,
  ),
  area(
    'upphandling',
    'Upphandling',
    'Procurement',
    'Avtal att köpa på, och hjälp när det saknas.',
    ['upphandling'],
    owner('barbro.smultron'),
    19,
  ),
]
