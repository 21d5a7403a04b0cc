// The administrations that order and pay, and the workplaces below them. The documents name one of them
// (Samhällsbyggnadsförvaltningen) and hint at two (konsult- och servicekontoret, staben): the rest is invented.
import type { Placement, UnitKind, UnitRow } from './unit-shape.ts'
import { type Origin, demonstration, printed, words } from './origin.ts'

interface Branch {
  readonly key: string
  readonly party: string
  readonly parent: string
  readonly kind: UnitKind
  readonly sv: string
  readonly en: string
  readonly headTitle?: string
  readonly short?: string
  readonly origin?: Origin
}

function branch(row: Branch): UnitRow {
  const placement: Placement = {
    from: '2011-01-01',
    to: null,
    parent: row.parent,
    kind: row.kind,
    name: words(row.sv, row.en),
    headTitle: row.headTitle ?? null,
    origin: row.origin ?? demonstration,
  }
  return { key: row.key, party: row.party, short: row.short ?? null, schedule: null, placements: [placement] }
}

/** [key, Swedish, English, title of the head] */
type Workplace = readonly [key: string, sv: string, en: string, headTitle: string, origin?: Origin]

function workplaces(party: string, parent: string, rows: readonly Workplace[]): UnitRow[] {
  return rows.map(([key, sv, en, headTitle, origin]) =>
    branch({ key, party, parent, kind: 'workplace', sv, en, headTitle, ...(origin ? { origin } : {}) }),
  )
}

export const customerUnits: readonly UnitRow[] = [
  branch({
    key: 'ks',
    party: 'kommunstyrelsen',
    parent: 'kommunen',
    kind: 'administration',
    sv: 'Kommunstyrelsens förvaltning',
    en: 'Executive board administration',
  }),
  branch({
    key: 'buf',
    party: 'barn-och-utbildningsnamnden',
    parent: 'kommunen',
    kind: 'administration',
    sv: 'Barn- och utbildningsförvaltningen',
    en: 'Children and education administration',
    headTitle: 'förvaltningschef',
    short: 'BUF',
  }),
  ...workplaces('barn-och-utbildningsnamnden', 'buf', [
    ['buf-kansli', 'Barn- och utbildningskansliet', 'Education secretariat', 'kanslichef'],
    ['nyboda-skola', 'Nyboda skola', 'Nyboda school', 'rektor', printed('000', 2101)],
    ['tallbackens-skola', 'Tallbackens skola', 'Tallbacken school', 'rektor'],
    ['krokangens-skola', 'Krokängens skola', 'Krokängen school', 'rektor'],
    ['sjoviksskolan', 'Sjöviksskolan', 'Sjövik school', 'rektor'],
    ['mastgymnasiet', 'Mastgymnasiet', 'Mast upper secondary school', 'rektor'],
    ['forskolan-ekorren', 'Förskolan Ekorren', 'Ekorren preschool', 'förskolechef'],
    ['forskolan-bla-lyktan', 'Förskolan Blå lyktan', 'Blå lyktan preschool', 'förskolechef'],
    ['forskolan-sjostjarnan', 'Förskolan Sjöstjärnan', 'Sjöstjärnan preschool', 'förskolechef'],
    ['forskolan-kotten', 'Förskolan Kotten', 'Kotten preschool', 'förskolechef'],
  ]),
  branch({
    key: 'sof',
    party: 'socialnamnden',
    parent: 'kommunen',
    kind: 'administration',
    sv: 'Socialförvaltningen',
    en: 'Social welfare administration',
    headTitle: 'socialchef',
    short: 'SOF',
  }),
  ...workplaces('socialnamnden', 'sof', [
    ['sof-bistand', 'Biståndsenheten', 'Care assessment unit', 'enhetschef'],
    ['sof-familj', 'Individ- och familjeenheten', 'Individual and family unit', 'enhetschef'],
    ['angsgarden', 'Äldreboendet Ängsgården', 'Ängsgården care home', 'enhetschef'],
    ['solglantan', 'Äldreboendet Solgläntan', 'Solgläntan care home', 'enhetschef'],
    ['hemtjansten-norr', 'Hemtjänsten Norr', 'Home care North', 'enhetschef'],
  ]),
  branch({
    key: 'kff',
    party: 'kultur-och-fritidsnamnden',
    parent: 'kommunen',
    kind: 'administration',
    sv: 'Kultur- och fritidsförvaltningen',
    en: 'Culture and leisure administration',
    headTitle: 'kultur- och fritidschef',
    short: 'KFF',
  }),
  ...workplaces('kultur-och-fritidsnamnden', 'kff', [
    ['bibliotek', 'Biblioteket', 'The library', 'bibliotekschef', printed('000', 1171)],
    ['kvarnhjulet', 'Kvarnhjulet', 'Kvarnhjulet', 'verksamhetsledare'],
    ['kulturmagasinet', 'Kulturmagasinet', 'Kulturmagasinet', 'verksamhetsledare'],
    ['idrott', 'Idrottsenheten', 'Sports unit', 'enhetschef'],
  ]),
  branch({
    key: 'sbf',
    party: 'samhallsbyggnadsnamnden',
    parent: 'kommunen',
    kind: 'administration',
    sv: 'Samhällsbyggnadsförvaltningen',
    en: 'Urban planning administration',
    headTitle: 'samhällsbyggnadschef',
    short: 'SBF',
    origin: printed('000', 1700),
  }),
  ...workplaces('samhallsbyggnadsnamnden', 'sbf', [
    ['sbf-plan', 'Plan- och byggenheten', 'Planning and building unit', 'enhetschef'],
    ['sbf-va', 'VA-enheten', 'Water and sewage unit', 'enhetschef', printed('000', 1700)],
    ['sbf-gata', 'Gatu- och parkenheten', 'Streets and parks unit', 'enhetschef'],
  ]),
  branch({
    key: 'stab',
    party: 'kommunstyrelsen',
    parent: 'ks',
    kind: 'administration',
    sv: 'Staben',
    en: 'Executive staff',
    headTitle: 'kommundirektör',
    origin: printed('000', 82),
  }),
  ...workplaces('kommunstyrelsen', 'stab', [
    ['kommunikation', 'Kommunikationsenheten', 'Communications unit', 'kommunikationschef', printed('004', 213)],
  ]),
  branch({
    key: 'ksk',
    party: 'kommunstyrelsen',
    parent: 'ks',
    kind: 'administration',
    sv: 'Konsult- och servicekontoret',
    en: 'Consulting and service office',
    headTitle: 'kontorschef',
    short: 'KSK',
    origin: printed('001', 332),
  }),
  ...workplaces('kommunstyrelsen', 'ksk', [
    ['maltider', 'Måltidsservice', 'Meals service', 'måltidschef'],
    ['ksk-konsult', 'Konsultstödet', 'Consulting support', 'enhetschef'],
  ]),
]
