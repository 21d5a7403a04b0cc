// Promises and quality guarantees as printed. Only three can be measured: answer to e-mail in 2 and to letters in 10
// working days, and caretaking begun within 3 working days. The rest is text without a clock (model.md §3). The two
// municipal guarantees are meant for citizens and are striven for towards the office's customers (000, line 155; TY-053).
import { type Origin, demonstration, printed } from './origin.ts'

export type ClockKind = 'receipt' | 'first_answer' | 'start' | 'done'
export type Channel = 'portal' | 'email' | 'letter' | 'phone' | 'counter'

export interface Measure {
  readonly key: string
  readonly clock: ClockKind
  readonly amount: number
  readonly unit: 'working_days' | 'working_minutes'
  /** Null = whatever channel. */
  readonly channels: readonly Channel[] | null
  readonly towards: 'customer' | 'outside' | 'everyone'
  /** 'strive' is shown as "eftersträvas". */
  readonly strength: 'binding' | 'strive'
  /** Share to be kept; no document states one. */
  readonly target: { readonly percent: number; readonly origin: Origin }
}

export interface PromiseRow {
  readonly key: string
  /** "Garanti 1" where the document numbers it. */
  readonly number: string | null
  readonly text: string
  readonly holder: { readonly kind: 'office' | 'area' | 'service'; readonly key: string }
  readonly measures: readonly Measure[]
  /** The promise that holds the measure when this one only repeats it. */
  readonly repeats: string | null
  readonly origin: Origin
}

const target = { percent: 95, origin: demonstration } as const

function answer(key: string, channel: Channel, amount: number, towards: 'customer' | 'outside'): Measure {
  return {
    key,
    clock: 'first_answer',
    amount,
    unit: 'working_days',
    channels: [channel],
    towards,
    strength: towards === 'customer' ? 'strive' : 'binding',
    target,
  }
}

const guarantee1 =
  'Du får svar på eller bekräftelse av e-post inom 2 arbetsdagar, brev inom 10 arbetsdagar (om inte besked kan ges direkt)'
const guarantee2 =
  'Du ska bara behöva ringa ett samtal till kommunen för att komma i kontakt med den person som kan hjälpa dig'

type TextRow = readonly [key: string, holder: string, text: string, line: number]

/** Guarantees without a measure. The area's key, or a service's. */
const textOnly: readonly TextRow[] = [
  [
    'GAR-UPPHANDLING-01',
    'upphandling',
    'Enheten har kompetent personal med erfarenhet samt juridisk och ekonomisk utbildning',
    296,
  ],
  ['GAR-UPPHANDLING-02', 'upphandling', 'Personal får kontinuerlig kompetensutveckling både internt och externt', 300],
  ['GAR-UPPHANDLING-03', 'upphandling', 'Upphandlingsmallar som fortlöpande uppdateras', 302],
  [
    'GAR-UPPHANDLING-04',
    'upphandling',
    'Kvalitetsgranskning genom att upphandlarna på enheten granskar varandras dokument under hela upphandlingsprocessen från annonsering till avtal',
    304,
  ],
  [
    'GAR-UPPHANDLING-05',
    'upphandling',
    'Upphandlingschef ska godkänna förfrågningsunderlag innan annonsering och tilldelningsbeslut samt avtal innan undertecknande',
    308,
  ],
  [
    'GAR-UPPHANDLING-06',
    'upphandling',
    'Gemensam checklista för hela upphandlingsprocessen från beställning av upphandling till förlängning och avslut av avtal',
    312,
  ],
  ['GAR-UPPHANDLING-07', 'upphandling', 'Elektroniskt upphandlingsstöd i e-avrop', 316],
  ['GAR-UPPHANDLING-08', 'upphandling', 'Avtalsdatabas med bevakning på avtal som ska förlängas eller upphör', 318],
  [
    'GAR-UPPHANDLING-09',
    'upphandling',
    'Möjlighet att kontakta juridisk expertis på SKL, Kammarkollegiet och Miljöstyrningsrådet',
    320,
  ],
  ['GAR-UPPHANDLING-10', 'upphandling', 'Enheten prenumererar på rättsfall via nätet', 324],
  [
    'GAR-REDOVISNING-01',
    'ekonomi',
    'Tills vår nya tjänstekatalog är utformad gäller våra åtaganden enligt tidigare enhetsplan',
    559,
  ],
  [
    'LOFTE-KONTORSSERVICE-01',
    'fastigheter-kontorsservice',
    'Personal finns på plats i Masten 07.00–22.00 måndag–torsdag och 7.00–17.00 fredagar, i kommunhuset måndag–torsdag 07.45–16.45 och 07.45–15.00 fredagar',
    1204,
  ],
  ['LOFTE-KONTORSSERVICE-02', 'TJ-KONTORSSERVICE-04', 'Kontorsmaterial för dagligt bruk ska finnas i lager', 1210],
  [
    'LOFTE-KONTORSSERVICE-03',
    'TJ-KONTORSSERVICE-05',
    'Vi hjälper till med inköp av ej lagerfört materiel (specialbeställningar)',
    1212,
  ],
  [
    'LOFTE-KONTORSSERVICE-05',
    'TJ-KONTORSSERVICE-02',
    'Goda rutiner för post och paketleveranser finns och är kända för övrig personal',
    1218,
  ],
  [
    'LOFTE-KONTORSSERVICE-06',
    'TJ-KONTORSSERVICE-01',
    'Det finns en fungerande kopieringsservice med tydliga rutiner och regler',
    1222,
  ],
  [
    'LOFTE-KONTORSSERVICE-07',
    'TJ-KONTORSSERVICE-06',
    'Lokaler som uthyrs ska vara i ordningsställda inför t.ex. events',
    1224,
  ],
  [
    'LOFTE-KONTORSSERVICE-08',
    'fastigheter-kontorsservice',
    'Kunder får en kvittens på att beställt jobb är mottaget och när sen jobbet är utfört',
    1226,
  ],
  [
    'LOFTE-KONTORSSERVICE-09',
    'TJ-KONTORSSERVICE-07',
    'Goda rutiner för återvinning finns och är kända för övrig personal',
    1230,
  ],
  [
    'GAR-FASTIGHET-01',
    'fastigheter-kontorsservice',
    'Kommungemensamma mål och kvalitetsgarantier hämtas från kommunplanen inom områdena Ekonomi, Personal, Medborgarinflytande/Bemötande, Företagsklimat, Effektivitet',
    1866,
  ],
  ['GAR-IT-01', 'it', 'Kvartalsrapporter skrivs inom varje funktionsområde och lämnas till IT-strateg', 2117],
  ['GAR-IT-02', 'it', 'Avvikelserapportering och åtgärdsförslag skrivs in i kvartalsrapporterna', 2119],
  ['GAR-IT-03', 'it', 'Incidenthantering rapporteras till berörda', 2121],
  ['GAR-IT-04', 'it', 'Veckomöten genomförs internt för uppföljning och kommunikation inom enheten', 2123],
]

function holderOf(key: string): PromiseRow['holder'] {
  return { kind: key.startsWith('TJ-') ? 'service' : 'area', key }
}

function text([key, holder, sentence, line]: TextRow): PromiseRow {
  return {
    key,
    number: null,
    text: sentence,
    holder: holderOf(holder),
    measures: [],
    repeats: null,
    origin: printed('000', line),
  }
}

function repeated(key: string, area: string, number: 'Garanti 1' | 'Garanti 2', line: number): PromiseRow {
  const first = number === 'Garanti 1'
  return {
    key,
    number,
    text: first ? guarantee1 : guarantee2,
    holder: { kind: 'area', key: area },
    measures: [],
    repeats: first ? 'GAR-KIT-01' : 'GAR-KIT-02',
    origin: printed('000', line),
  }
}

export const promises: readonly PromiseRow[] = [
  {
    key: 'GAR-KIT-01',
    number: 'Garanti 1',
    text: guarantee1,
    holder: { kind: 'office', key: 'kit' },
    measures: [
      answer('epost-kund', 'email', 2, 'customer'),
      answer('brev-kund', 'letter', 10, 'customer'),
      answer('epost-utifran', 'email', 2, 'outside'),
      answer('brev-utifran', 'letter', 10, 'outside'),
    ],
    repeats: null,
    origin: printed('000', 155),
  },
  {
    key: 'GAR-KIT-02',
    number: 'Garanti 2',
    text: guarantee2,
    holder: { kind: 'office', key: 'kit' },
    measures: [],
    repeats: null,
    origin: printed('000', 155),
  },
  {
    key: 'LOFTE-KONTORSSERVICE-04',
    number: null,
    text: 'Beställda arbeten, t.ex. uppborrning av tavlor, flytt av bord eller liknande, ska påbörjas inom tre arbetsdagar',
    holder: { kind: 'service', key: 'TJ-KONTORSSERVICE-03' },
    measures: [
      {
        key: 'vaktmasteri-start',
        clock: 'start',
        amount: 3,
        unit: 'working_days',
        channels: null,
        towards: 'everyone',
        strength: 'binding',
        target,
      },
    ],
    repeats: null,
    origin: printed('000', 1214),
  },
  repeated('GAR-LON-01', 'personal-lon', 'Garanti 1', 718),
  repeated('GAR-LON-02', 'personal-lon', 'Garanti 2', 721),
  repeated('GAR-KANSLI-01', 'kansli', 'Garanti 1', 983),
  repeated('GAR-KANSLI-02', 'kansli', 'Garanti 2', 989),
  repeated('GAR-PERSONAL-01', 'personal-lon', 'Garanti 1', 1427),
  repeated('GAR-PERSONAL-02', 'personal-lon', 'Garanti 2', 1432),
  ...textOnly.map(text),
]

export interface EarlierCommitment {
  readonly area: string
  readonly text: string
  readonly note: string
  readonly from: string
  readonly to: string | null
  readonly origin: Origin
}

/** Shown, marked, for an area whose services are not yet published (000, line 559). TY-073. */
export const earlierCommitments: readonly EarlierCommitment[] = [
  {
    area: 'ekonomi',
    text: 'Tills vår nya tjänstekatalog är utformad gäller våra åtaganden enligt tidigare enhetsplan.',
    note: 'Den tidigare enhetsplanen finns inte bland dokumenten. Åtagandena är ej angivna.',
    from: '2011-01-01',
    to: null,
    origin: printed('000', 559),
  },
]

export interface ClosingRules {
  readonly closeAfterDays: number
  readonly reopenWithinDays: number
  readonly origin: Origin
}

/** How the portal waits before it closes a delivered case, and how long it may be reopened. No document says. */
export const closingRules: ClosingRules = { closeAfterDays: 5, reopenWithinDays: 10, origin: demonstration }
