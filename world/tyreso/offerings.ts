// What can be ordered and counted: the variants of the volume services and of caretaking, each with one counting
// unit. The documents print no prices for Tyresö; the few that stand here are invented and marked, and everything
// else is paid by the office's appropriation. Quantities are thousandths, amounts öre.
import { type Origin, type Words, demonstration, words } from './origin.ts'

export interface CountingUnit {
  readonly key: string
  readonly name: Words
  readonly short: Words
  /** What one is, and what is not counted twice. */
  readonly definition: string
  readonly origin: Origin
}

export interface OfferingRow {
  readonly key: string
  readonly service: string
  readonly name: Words
  /** once = ordered and done; standing = runs until ended; event = per occasion; hour = time. */
  readonly kind: 'once' | 'standing' | 'event' | 'hour'
  readonly unit: string
  readonly standard: true | { readonly adaptedFrom: string }
  readonly origin: Origin
}

export interface PriceListRow {
  readonly key: string
  readonly name: Words
  readonly year: number
  readonly decision: string
  readonly origin: Origin
}

export interface PriceRow {
  readonly offering: string
  readonly amountOre: bigint
  /** The amount is for this many, in thousandths: 125 öre per 10 pages = 125, 10 000. */
  readonly perThousandths: bigint
  readonly from: string
  readonly to: string | null
  readonly decision: string
  readonly origin: Origin
}

function unit(key: string, sv: string, en: string, shortSv: string, shortEn: string, definition: string): CountingUnit {
  return { key, name: words(sv, en), short: words(shortSv, shortEn), definition, origin: demonstration }
}

export const countingUnits: readonly CountingUnit[] = [
  unit(
    'jobb',
    'Utfört jobb',
    'Job done',
    'jobb',
    'job',
    'Ett jobb är en beställning på en plats. Återbesök för samma sak räknas inte igen.',
  ),
  unit(
    'timme',
    'Arbetad timme',
    'Hour worked',
    'tim',
    'h',
    'En timme är arbetad tid på plats, i hela kvartar. Restid räknas inte.',
  ),
  unit(
    'tillfalle',
    'Tillfälle',
    'Occasion',
    'tillfälle',
    'occasion',
    'Ett tillfälle är en lokal som gjorts i ordning och återställts. Två lokaler samma kväll är två.',
  ),
  unit(
    'sida',
    'Tryckt sida',
    'Printed page',
    'sidor',
    'pages',
    'En sida är en sida av ett A4. Ett A3 är två sidor. Makulerade sidor räknas inte.',
  ),
  unit(
    'uttag',
    'Uttag ur lager',
    'Withdrawal',
    'uttag',
    'withdrawals',
    'Ett uttag är en beställning, oavsett hur många varor den har.',
  ),
  unit(
    'bestallning',
    'Specialbeställning',
    'Special order',
    'st',
    'pcs',
    'En beställning är ett köp hos en leverantör. Delleveranser räknas inte igen.',
  ),
  unit(
    'nyckel',
    'Nyckel eller kort',
    'Key or card',
    'st',
    'pcs',
    'En nyckel eller ett kort som lämnats ut. Återlämning räknas inte.',
  ),
  unit(
    'arbetsplats-manad',
    'Arbetsplats och månad',
    'Workplace and month',
    'st/mån',
    'pcs/month',
    'En dator som är utlämnad den 15:e i månaden. Lånedatorer räknas inte.',
  ),
  unit(
    'konto-manad',
    'Konto och månad',
    'Account and month',
    'st/mån',
    'pcs/month',
    'Ett personligt konto som är öppet den 15:e i månaden. Funktionskonton räknas inte.',
  ),
  unit(
    'abonnemang-manad',
    'Abonnemang och månad',
    'Subscription and month',
    'st/mån',
    'pcs/month',
    'Ett nummer i drift den 15:e i månaden. Mobil med fast anknytning är ett.',
  ),
  unit(
    'lonespecifikation',
    'Lönespecifikation',
    'Pay slip',
    'st',
    'pcs',
    'En specifikation per person och utbetalning. Rättad specifikation räknas inte igen.',
  ),
  unit(
    'installation',
    'Installation',
    'Installation',
    'st',
    'pcs',
    'En arbetsplats som satts upp, flyttats eller ändrats.',
  ),
]

type Row = readonly [
  key: string,
  service: string,
  sv: string,
  en: string,
  kind: OfferingRow['kind'],
  unit: string,
  adaptedFrom?: string,
]

const rows: readonly Row[] = [
  ['vaktmastare-jobb', 'TJ-KONTORSSERVICE-03', 'Vaktmästarjobb', 'Caretaker job', 'once', 'jobb'],
  [
    'vaktmastare-timme',
    'TJ-KONTORSSERVICE-03',
    'Vaktmästare per timme',
    'Caretaker by the hour',
    'hour',
    'timme',
    'vaktmastare-jobb',
  ],
  ['moblering', 'TJ-KONTORSSERVICE-06', 'Möblering av lokal', 'Setting up a room', 'event', 'tillfalle'],
  ['tryck-svartvitt', 'TJ-KONTORSSERVICE-01', 'Tryck, svartvitt', 'Print, black and white', 'once', 'sida'],
  ['tryck-farg', 'TJ-KONTORSSERVICE-01', 'Tryck, färg', 'Print, colour', 'once', 'sida'],
  [
    'kontorsmaterial',
    'TJ-KONTORSSERVICE-04',
    'Kontorsmaterial ur lager',
    'Office supplies from stock',
    'once',
    'uttag',
  ],
  ['specialbestallning', 'TJ-KONTORSSERVICE-05', 'Specialbeställning', 'Special order', 'once', 'bestallning'],
  ['atervinning', 'TJ-KONTORSSERVICE-07', 'Hämtning för återvinning', 'Recycling pick-up', 'once', 'jobb'],
  ['nyckel', 'TJ-FASTIGHET-05', 'Nyckel', 'Key', 'once', 'nyckel'],
  ['passerkort', 'TJ-FASTIGHET-05', 'Passerkort', 'Access card', 'once', 'nyckel'],
  ['barbar-dator', 'TJ-IT-09', 'Bärbar dator', 'Laptop', 'standing', 'arbetsplats-manad'],
  ['stationar-dator', 'TJ-IT-09', 'Stationär dator', 'Desktop computer', 'standing', 'arbetsplats-manad'],
  [
    'barbar-dator-stark',
    'TJ-IT-09',
    'Bärbar dator, utökad',
    'Laptop, extended',
    'standing',
    'arbetsplats-manad',
    'barbar-dator',
  ],
  ['konto', 'TJ-IT-09', 'Konto med e-post', 'Account with mail', 'standing', 'konto-manad'],
  ['mobiltelefon', 'TJ-IT-05', 'Mobiltelefon', 'Mobile phone', 'standing', 'abonnemang-manad'],
  ['fast-telefon', 'TJ-IT-05', 'Fast telefon', 'Desk phone', 'standing', 'abonnemang-manad'],
  [
    'flytt-arbetsplats',
    'TJ-IT-02',
    'Installation, flytt eller ändring',
    'Install, move or change',
    'once',
    'installation',
  ],
  ['lon', 'TJ-LON-01', 'Lön och arvode', 'Salary and fees', 'standing', 'lonespecifikation'],
]

export const offerings: readonly OfferingRow[] = rows.map(([key, service, sv, en, kind, unitKey, adaptedFrom]) => ({
  key,
  service,
  name: words(sv, en),
  kind,
  unit: unitKey,
  standard: adaptedFrom === undefined ? true : { adaptedFrom },
  origin: demonstration,
}))

export const priceList: PriceListRow = {
  key: 'prislista-2012',
  name: words('Prislista 2012 (påhittad)', 'Price list 2012 (invented)'),
  year: 2012,
  decision: 'prislista-2012',
  origin: demonstration,
}

function price(offering: string, amountOre: bigint, perThousandths = 1000n): PriceRow {
  return {
    offering,
    amountOre,
    perThousandths,
    from: '2012-01-01',
    to: '2013-01-01',
    decision: priceList.decision,
    origin: demonstration,
  }
}

export const prices: readonly PriceRow[] = [
  price('tryck-svartvitt', 35n),
  price('tryck-farg', 125n),
  price('barbar-dator', 42_000n),
  price('barbar-dator-stark', 61_000n),
  price('stationar-dator', 34_000n),
  price('konto', 7_500n),
  price('mobiltelefon', 9_500n),
  price('fast-telefon', 6_000n),
]
