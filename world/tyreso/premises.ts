// Houses and rooms of the demonstration. The documents name the town hall, Masten, the library (000, line 1171) and
// Nyboda skola (000, line 2101); every other house is invented. Each house has one customer unit that uses it.
import { type Origin, demonstration, printed } from './origin.ts'
import { type SpaceSeed, spaceSeeds } from './premises-rooms.ts'

export type BuildingKind = 'office' | 'school' | 'preschool' | 'care' | 'culture' | 'sports' | 'depot'

export interface PropertyRow {
  readonly key: string
  readonly name: string
  /** Property designation; none is printed. */
  readonly designation: string | null
  /** The unit that looks after it. */
  readonly managerUnit: string
  readonly tenure: 'owned' | 'hired'
  readonly origin: Origin
}

export interface BuildingRow {
  readonly key: string
  readonly property: string
  readonly name: string
  /** With its preposition: "på Nyboda skola". */
  readonly at: string
  readonly kind: BuildingKind
  /** The units that use it, first the one that answers for it. */
  readonly users: readonly string[]
  readonly place: string | null
  readonly origin: Origin
}

export interface SpaceRow {
  readonly key: string
  readonly building: string
  readonly name: string
  /** With its preposition: "i klassrum 104". */
  readonly at: string
  readonly tag: SpaceTag
  readonly floor: string
  readonly origin: Origin
}

export type SpaceTag =
  | 'classroom'
  | 'office'
  | 'meeting'
  | 'hall'
  | 'kitchen'
  | 'toilet'
  | 'shower'
  | 'entrance'
  | 'corridor'
  | 'staff'
  | 'yard'
  | 'lift'
  | 'storage'
  | 'dwelling'

type Row = readonly [
  key: string,
  name: string,
  at: string,
  kind: BuildingKind,
  users: readonly string[],
  more?: { readonly place?: string; readonly line?: number; readonly tenure?: 'hired' },
]

const rows: readonly Row[] = [
  [
    'kommunhuset',
    'Kommunhuset',
    'i kommunhuset',
    'office',
    ['kit', 'sof-bistand', 'sof-familj', 'buf-kansli', 'sbf-plan', 'kommunikation', 'ksk-konsult'],
    { place: 'kommunhuset', line: 1171 },
  ],
  ['masten', 'Masten', 'i Masten', 'school', ['mastgymnasiet', 'maltider'], { place: 'masten', line: 1171 }],
  ['biblioteket', 'Biblioteket', 'på biblioteket', 'culture', ['bibliotek'], { place: 'biblioteket', line: 1171 }],
  ['nyboda-skola', 'Nyboda skola', 'på Nyboda skola', 'school', ['nyboda-skola'], { line: 2101 }],
  ['tallbackens-skola', 'Tallbackens skola', 'på Tallbackens skola', 'school', ['tallbackens-skola']],
  ['krokangens-skola', 'Krokängens skola', 'på Krokängens skola', 'school', ['krokangens-skola']],
  ['sjoviksskolan', 'Sjöviksskolan', 'på Sjöviksskolan', 'school', ['sjoviksskolan']],
  ['forskolan-ekorren', 'Förskolan Ekorren', 'på förskolan Ekorren', 'preschool', ['forskolan-ekorren']],
  ['forskolan-bla-lyktan', 'Förskolan Blå lyktan', 'på förskolan Blå lyktan', 'preschool', ['forskolan-bla-lyktan']],
  [
    'forskolan-sjostjarnan',
    'Förskolan Sjöstjärnan',
    'på förskolan Sjöstjärnan',
    'preschool',
    ['forskolan-sjostjarnan'],
    { tenure: 'hired' },
  ],
  ['forskolan-kotten', 'Förskolan Kotten', 'på förskolan Kotten', 'preschool', ['forskolan-kotten']],
  ['angsgarden', 'Äldreboendet Ängsgården', 'på Ängsgården', 'care', ['angsgarden']],
  ['solglantan', 'Äldreboendet Solgläntan', 'på Solgläntan', 'care', ['solglantan']],
  [
    'hemtjanstlokalen',
    'Hemtjänstlokalen Norr',
    'i hemtjänstlokalen',
    'office',
    ['hemtjansten-norr'],
    { tenure: 'hired' },
  ],
  ['kvarnhjulet', 'Kvarnhjulet', 'på Kvarnhjulet', 'culture', ['kvarnhjulet']],
  ['kulturmagasinet', 'Kulturmagasinet', 'på Kulturmagasinet', 'culture', ['kulturmagasinet'], { tenure: 'hired' }],
  ['tallvallen', 'Tallvallens sporthall', 'på Tallvallen', 'sports', ['idrott']],
  ['simhallen', 'Vikens simhall', 'i simhallen', 'sports', ['idrott']],
  ['ishallen', 'Isladans ishall', 'i ishallen', 'sports', ['idrott']],
  ['driftdepan', 'Driftdepån', 'på driftdepån', 'depot', ['sbf-va', 'sbf-gata']],
]

export const properties: readonly PropertyRow[] = rows.map(([key, name, , , , more]) => ({
  key: `fastighet-${key}`,
  name,
  designation: null,
  managerUnit: 'fastighet',
  tenure: more?.tenure ?? 'owned',
  origin: demonstration,
}))

export const buildings: readonly BuildingRow[] = rows.map(([key, name, at, kind, users, more]) => ({
  key,
  property: `fastighet-${key}`,
  name,
  at,
  kind,
  users,
  place: more?.place ?? null,
  origin: more?.line === undefined ? demonstration : printed('000', more.line),
}))

function space(building: string, [code, name, at, tag, floor]: SpaceSeed): SpaceRow {
  return { key: `${building}-${code}`, building, name, at, tag, floor, origin: demonstration }
}

export const spaces: readonly SpaceRow[] = buildings.flatMap((building) =>
  (spaceSeeds[building.key] ?? []).map((seed) => space(building.key, seed)),
)
