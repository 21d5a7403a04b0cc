// Who orders and pays, who may approve, and the named seats of the demonstration. The documents ask every
// administration to name authorised purchasers and one coordinating IT responsible (001, line 269) but name none:
// the rows are invented. TY-007, TY-029. Purchaser (beställare) is the customer's; never the provider's function.
import { type Origin, type Words, demonstration, words } from './origin.ts'
import { type AssignmentRow, assignments } from './people.ts'

export interface CustomerRow {
  /** Key of the unit that is the customer. */
  readonly unit: string
  readonly type: 'administration' | 'central' | 'own_office'
  /** Same legal person as the provider: internal posting, never an invoice. */
  readonly settlement: 'posting' | 'invoice'
  readonly counterpartCode: string
  readonly from: string
  readonly to: string | null
  readonly origin: Origin
}

export interface MandateRow {
  readonly person: string
  readonly customer: string
  readonly kind: 'purchaser' | 'coordinator'
  /** Areas it covers; 'all' = every service area. */
  readonly scope: 'all' | readonly string[]
  /** Highest amount of one order; null for coordinators, who approve nothing. */
  readonly limitOre: bigint | null
  readonly from: string
  readonly to: string | null
  readonly origin: Origin
}

export interface SeatRow {
  readonly key: string
  readonly person: string
  /** The assignment (role at unit) or the mandate (customer) that the seat stands for. */
  readonly role: string
  readonly unit: string
  readonly name: Words
  readonly firstScreen:
    'portal' | 'approvals' | 'queue' | 'unit' | 'customers' | 'catalogue' | 'administration' | 'figures'
}

function customer(unit: string, type: CustomerRow['type'], counterpartCode: string): CustomerRow {
  return {
    unit,
    type,
    settlement: 'posting',
    counterpartCode,
    from: '2012-01-01',
    to: null,
    origin: demonstration,
  }
}

export const customers: readonly CustomerRow[] = [
  customer('buf', 'administration', '310'),
  customer('sof', 'administration', '320'),
  customer('kff', 'administration', '330'),
  customer('sbf', 'administration', '340'),
  customer('stab', 'central', '110'),
  customer('ksk', 'central', '120'),
  customer('kit', 'own_office', '130'),
]

function purchaser(
  person: string,
  unit: string,
  limitKronor: number,
  scope: MandateRow['scope'] = 'all',
  from = '2012-01-01',
  to: string | null = null,
): MandateRow {
  return {
    person,
    customer: unit,
    kind: 'purchaser',
    scope,
    limitOre: BigInt(limitKronor) * 100n,
    from,
    to,
    origin: demonstration,
  }
}

function coordinator(person: string, unit: string, from = '2012-01-01', to: string | null = null): MandateRow {
  return { person, customer: unit, kind: 'coordinator', scope: ['it'], limitOre: null, from, to, origin: demonstration }
}

/** The head of each administration may decide on a purchase of a million, others on less. */
export const mandates: readonly MandateRow[] = [
  purchaser('lars.lavendelhed', 'buf', 1_000_000),
  purchaser('anna.akleja', 'buf', 50_000),
  purchaser('ingela.isort', 'buf', 10_000, ['fastigheter-kontorsservice', 'it']),
  coordinator('petra.piggstarr', 'buf'),
  purchaser('monika.myrlilja', 'sof', 1_000_000),
  purchaser('kerstin.kvastfibbla', 'sof', 25_000, ['fastigheter-kontorsservice', 'it']),
  coordinator('tommy.tatort', 'sof'),
  purchaser('nina.navort', 'kff', 1_000_000),
  // The coordinator changed at midsummer: never two at a time.
  coordinator('lotta.linneort', 'kff', '2012-01-01', '2012-07-01'),
  coordinator('kim.klockljung', 'kff', '2012-07-01'),
  purchaser('helena.hasthov', 'sbf', 1_000_000),
  coordinator('emil.etternav', 'sbf'),
  purchaser('daniel.daggros', 'stab', 1_000_000),
  coordinator('cecilia.cikoria', 'stab'),
  purchaser('gunilla.groblad', 'ksk', 1_000_000),
  coordinator('viktor.vejde', 'ksk'),
  purchaser('vega.angsull', 'kit', 1_000_000),
  coordinator('arvid.blaklint', 'kit'),
]

function seat(
  key: string,
  person: string,
  role: string,
  unit: string,
  sv: string,
  en: string,
  firstScreen: SeatRow['firstScreen'],
): SeatRow {
  return { key, person, role, unit, name: words(sv, en), firstScreen }
}

/** What the seat chooser of the demonstration offers. */
export const seats: readonly SeatRow[] = [
  seat(
    'bistandsbedomare',
    'sara.bjornmossa',
    'medarbetare',
    'sof-bistand',
    'Biståndsbedömare, Socialförvaltningen',
    'Care assessor, Social welfare administration',
    'portal',
  ),
  seat(
    'skolassistent',
    'sofie.silverarv',
    'medarbetare',
    'tallbackens-skola',
    'Skolassistent, Tallbackens skola',
    'School assistant, Tallbacken school',
    'portal',
  ),
  seat(
    'bestallare-sof',
    'monika.myrlilja',
    'forvaltningens-bestallare',
    'sof-bistand',
    'Beställare, Socialförvaltningen',
    'Purchaser, Social welfare administration',
    'approvals',
  ),
  seat(
    'samordnare-buf',
    'petra.piggstarr',
    'samordnande-it-ansvarig',
    'buf-kansli',
    'Samordnande IT-ansvarig, Barn- och utbildningsförvaltningen',
    'IT coordinator, Children and education administration',
    'approvals',
  ),
  seat(
    'handlaggare-kontorsservice',
    'alvar.rolleka',
    'vaktmastare',
    'kontorsservice',
    'Handläggare, Kontorsservice',
    'Agent, Office services',
    'queue',
  ),
  seat(
    'handlaggare-servicedesk',
    'linus.getrams',
    'medarbetare-servicedesk',
    'it-servicedesk',
    'Handläggare, IT Servicedesk',
    'Agent, IT service desk',
    'queue',
  ),
  seat(
    'handlaggare-felanmalan',
    'britta.liljekonvalj',
    'fastighetsadministrator',
    'fastighet',
    'Handläggare, Felanmälan fastighet',
    'Agent, Property fault reports',
    'queue',
  ),
  seat(
    'chef-kontorsservice',
    'siv.renfana',
    'enhetschef',
    'kontorsservice',
    'Enhetschef, Kontorsservice',
    'Unit manager, Office services',
    'unit',
  ),
  seat('chef-fastighet', 'einar.akerbar', 'fastighetschef', 'fastighet', 'Fastighetschef', 'Head of property', 'unit'),
  seat(
    'kundansvarig',
    'linnea.vitmossa',
    'it-kundansvarig',
    'best-it',
    'IT-kundansvarig',
    'IT customer manager',
    'customers',
  ),
  seat(
    'andringsansvarig',
    'rasmus.knippfryle',
    'forandringsansvarig',
    'best-it',
    'Förändringsansvarig, IT:s tjänstekatalog',
    'Change manager, IT service catalogue',
    'catalogue',
  ),
  seat(
    'kravanalytiker',
    'nora.smorblomma',
    'kravanalytiker',
    'best-it',
    'Kravanalytiker',
    'Requirements analyst',
    'catalogue',
  ),
  seat('controller', 'nils.rodklover', 'controller', 'ekonomer', 'Controller', 'Controller', 'figures'),
  seat(
    'administrator',
    'arvid.blaklint',
    'administrator',
    'kit',
    'Administratör för Kontoret',
    'Administrator of Kontoret',
    'administration',
  ),
  seat('praktikant', 'mika.solvanda', 'praktikant', 'kontorsservice', 'Praktikant', 'Trainee', 'queue'),
]

/** What a mandate means as an assignment, so that its holder has a seat to choose. */
export const mandateAssignments: readonly AssignmentRow[] = mandates.map((mandate) => {
  const own = assignments.find((row) => row.person === mandate.person)
  if (!own) throw new Error(`${mandate.person} has a mandate but works nowhere`)
  const purchases = mandate.kind === 'purchaser'
  return {
    person: mandate.person,
    role: purchases ? 'forvaltningens-bestallare' : 'samordnande-it-ansvarig',
    unit: own.unit,
    title: purchases ? 'Beställare' : 'Samordnande IT-ansvarig',
    // Beside the work itself: no share of full time is set aside for it.
    sharePercent: 0,
    from: mandate.from,
    to: mandate.to,
    mentor: null,
    responsible: false,
    origin: demonstration,
  }
})
