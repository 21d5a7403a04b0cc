// Roles as versions with predecessors: the models of 2011, 2012 and 2013 replace each other, and who did what when
// must stay readable (TY-034, TY-037). A role gives one bundle of rights; the texts of the three models stand in
// roles-*.ts, generated once from the documents' tables and then kept by hand.
import { type Origin, type Words, demonstration, printed, words } from './origin.ts'
import { bestIt2011 } from './roles-best-it-2011.ts'
import { itLeverans2013 } from './roles-it-leverans-2013.ts'
import { kit2012 } from './roles-kit-2012.ts'

export type RightsBundle =
  | 'employee'
  | 'purchaser'
  | 'coordinator'
  | 'agent'
  | 'unit_manager'
  | 'customer_manager'
  | 'catalogue_owner'
  | 'change_manager'
  | 'proposer'
  | 'system_manager'
  | 'administrator'
  | 'controller'
  | 'trainee'

export type Level = 'strategic' | 'tactical' | 'operative'
export type Model = 'BEST-IT 2011' | 'KiT 2012' | 'IT-Leverans 2013'

export interface RoleVersion {
  readonly role: string
  readonly version: number
  readonly name: Words
  readonly model: Model | null
  /** Null = not stated in the documents. */
  readonly level: Level | null
  readonly levelBasis: string | null
  readonly bundle: RightsBundle
  readonly from: string
  readonly to: string | null
  readonly predecessors: readonly { readonly role: string; readonly basis: 'stated' | 'inferred' }[]
  /** As the document prints them; empty for an invented version. */
  readonly responsibilities: readonly string[]
  readonly competences: readonly string[]
  readonly origin: Origin
}

export interface BundleRow {
  readonly key: RightsBundle
  readonly name: Words
  readonly may: Words
}

export const bundles: readonly BundleRow[] = [
  bundle('employee', 'Medarbetare', 'Employee', 'Beställer, anmäler fel, frågar och följer sina egna ärenden.', [
    'Orders, reports faults, asks and follows own cases.',
  ]),
  bundle(
    'purchaser',
    'Beställare',
    'Purchaser',
    'Godkänner beställningar och ser förvaltningens ärenden och kostnad.',
    ['Approves orders and sees the cases and cost of the administration.'],
  ),
  bundle('coordinator', 'Samordnare', 'Coordinator', 'Samordnar förvaltningens IT-frågor och ser dess ärenden.', [
    'Coordinates the IT matters of the administration and sees its cases.',
  ]),
  bundle('agent', 'Handläggare', 'Agent', 'Arbetar i enhetens kö: tar, svarar, pausar, lämnar över och levererar.', [
    'Works the queue of the unit: takes, replies, pauses, hands over and delivers.',
  ]),
  bundle('unit_manager', 'Enhetschef', 'Unit manager', 'Ser enhetens läge, fördelar arbete och svarar för löftena.', [
    'Sees the load of the unit, assigns work and answers for the promises.',
  ]),
  bundle('customer_manager', 'Kundansvarig', 'Customer manager', 'Följer upp tjänsterna med kunderna.', [
    'Follows up the services with the customers.',
  ]),
  bundle('catalogue_owner', 'Katalogansvarig', 'Catalogue owner', 'Granskar och publicerar områdets tjänster.', [
    'Reviews and publishes the services of the area.',
  ]),
  bundle(
    'change_manager',
    'Ändringsansvarig',
    'Change manager',
    'Publicerar IT:s tjänstekatalog och bereder ändringar.',
    ['Publishes the IT service catalogue and prepares changes.'],
  ),
  bundle('proposer', 'Kravanalytiker', 'Requirements analyst', 'Föreslår ändringar i katalogen men publicerar inte.', [
    'Proposes changes to the catalogue but does not publish.',
  ]),
  bundle(
    'system_manager',
    'Systemförvaltare',
    'System manager',
    'Tar emot frågor om sitt system och ger behörighet i det.',
    ['Receives questions about the own system and grants access to it.'],
  ),
  bundle(
    'administrator',
    'Administratör',
    'Administrator',
    'Sköter organisation, personer, öppettider och katalogens mallar.',
    ['Keeps organisation, people, opening hours and catalogue templates.'],
  ),
  bundle('controller', 'Controller', 'Controller', 'Ser kontorets siffror och öppnar dem till raderna bakom.', [
    'Sees the figures of the office and opens them to the rows behind.',
  ]),
  bundle('trainee', 'Praktikant', 'Trainee', 'Ser sina egna uppgifter, inget kundregister, fram till slutdatum.', [
    'Sees own tasks, no customer register, until the end date.',
  ]),
]

function bundle(key: RightsBundle, sv: string, en: string, may: string, [mayEn]: [string]): BundleRow {
  return { key, name: words(sv, en), may: words(may, mayEn) }
}

type Invented = readonly [role: string, sv: string, en: string, bundle: RightsBundle, level: Level | null]

/** Roles that people hold in 2012 although the documents describe them only for 2013, or not at all. */
const invented: readonly Invented[] = [
  ['medarbetare', 'Medarbetare', 'Employee', 'employee', null],
  ['forvaltningens-bestallare', 'Beställare', 'Purchaser', 'purchaser', null],
  ['samordnande-it-ansvarig', 'Samordnande IT-ansvarig', 'IT coordinator of the administration', 'coordinator', null],
  ['it-chef', 'IT-chef', 'Head of IT', 'unit_manager', 'strategic'],
  ['kravanalytiker', 'Kravanalytiker', 'Requirements analyst', 'proposer', 'tactical'],
  ['medarbetare-servicedesk', 'IT-tekniker, Servicedesk', 'IT technician, service desk', 'agent', 'operative'],
  ['medarbetare-drift', 'IT-tekniker, drift', 'IT technician, operations', 'agent', 'operative'],
  ['katalogansvarig', 'Katalogansvarig', 'Catalogue owner', 'catalogue_owner', 'tactical'],
  ['controller', 'Controller', 'Controller', 'controller', 'tactical'],
  ['administrator', 'Administratör för Kontoret', 'Administrator of Kontoret', 'administrator', 'operative'],
]

/** Printed roles that the table of roles leaves out because the text only names them. */
const named: readonly (readonly [...Invented, line: number])[] = [
  ['kontorschef', 'Kontorschef', 'Head of office', 'unit_manager', 'strategic', 2146],
  ['avdelningschef', 'Avdelningschef', 'Head of department', 'unit_manager', 'tactical', 2181],
  ['enhetschef', 'Enhetschef', 'Head of unit', 'unit_manager', 'operative', 2184],
  ['verksamhetsutvecklare', 'Verksamhetsutvecklare', 'Business developer', 'employee', null, 2164],
  ['assistent', 'Assistent', 'Assistant', 'employee', null, 2168],
  ['praktikant', 'Praktikant', 'Trainee', 'trainee', 'operative', 1287],
]

function plain(row: Invented, origin: Origin, to: string | null): RoleVersion {
  const [role, sv, en, rights, level] = row
  return {
    role,
    version: 1,
    name: words(sv, en),
    model: 'KiT 2012',
    level,
    levelBasis: level === null ? null : 'demonstration',
    bundle: rights,
    from: '2012-01-01',
    to,
    predecessors: [],
    responsibilities: [],
    competences: [],
    origin,
  }
}

/** A version of 2012 ends where the printed model of 2013 takes over; the printed one then counts as version 2. */
const continued = new Set(itLeverans2013.map((version) => version.role))

export const roleVersions: readonly RoleVersion[] = [
  ...invented.map((row) => plain(row, demonstration, continued.has(row[0]) ? '2014-01-01' : null)),
  ...named.map(([role, sv, en, rights, level, line]) =>
    plain([role, sv, en, rights, level], printed('000', line), null),
  ),
  ...bestIt2011,
  ...kit2012,
  ...itLeverans2013.map((version) =>
    invented.some(([role]) => role === version.role) ? { ...version, version: 2 } : version,
  ),
]
