// Every right a role can carry, in words, and the bundles a role is usually made from. A right opens a deed; what the
// deed may be done to is decided by relation and by the row policies (platform/access.ts, model.md §1).
import type { Words } from '#basics/refusal'

export const rightWords = {
  'case.handle': {
    sv: 'Arbeta i enhetens kö: ta, svara, pausa, lämna över och leverera ärenden',
    en: 'Work the queue of the unit: take, reply, pause, hand over and deliver cases',
  },
  'case.register': {
    sv: 'Registrera ärenden åt andra, vid telefon och i disk',
    en: 'Register cases on behalf of others, by telephone and at the counter',
  },
  'unit.manage': {
    sv: 'Fördela enhetens arbete och svara för dess löften',
    en: 'Assign the work of the unit and answer for its promises',
  },
  'catalogue.propose': { sv: 'Föreslå ändringar i tjänstekatalogen', en: 'Propose changes to the service catalogue' },
  'catalogue.publish': { sv: 'Publicera tjänster', en: 'Publish services' },
  'catalogue.own': { sv: 'Äga områden och mallar i katalogen', en: 'Own areas and templates of the catalogue' },
  'agreement.edit': { sv: 'Ändra överenskommelser', en: 'Edit agreements' },
  'customer.manage': {
    sv: 'Sköta kunder: märka ut dem och ge beställare och samordnare mandat',
    en: 'Keep customers: mark them and give purchasers and coordinators their mandates',
  },
  'organisation.edit': {
    sv: 'Ändra organisation, personer, roller och platser',
    en: 'Edit organisation, people, roles and places',
  },
  'organisation.read_customers': {
    sv: 'Läsa kundregistret: kunder, mandat och gränser',
    en: 'Read the customer register: customers, mandates and limits',
  },
  'schedule.edit': { sv: 'Ändra öppettider och kalendrar', en: 'Edit opening hours and schedules' },
  'systems.edit': { sv: 'Ändra systemregistret', en: 'Edit the register of systems' },
  'premises.edit': { sv: 'Ändra fastigheter, hus och rum', en: 'Edit properties, buildings and rooms' },
  'registry.edit': { sv: 'Föra in beslut och handlingar', en: 'Enter decisions and documents' },
  'figures.read': { sv: 'Se siffror och öppna dem till raderna', en: 'See figures and open them to their rows' },
  'outbox.read': { sv: 'Läsa utgående post', en: 'Read outgoing mail' },
  'journal.read': { sv: 'Läsa händelseloggen', en: 'Read the journal' },
} as const satisfies Readonly<Record<string, Words>>

export type Right = keyof typeof rightWords

export const rights = Object.keys(rightWords) as readonly Right[]

export function isRight(text: string): text is Right {
  return Object.hasOwn(rightWords, text)
}

export interface Bundle extends Words {
  readonly rights: readonly Right[]
}

const handling: readonly Right[] = ['case.handle', 'case.register', 'figures.read', 'organisation.read_customers']

/** Where a new role starts from. The trainee never reads the customer register (TY-049). */
export const bundles = {
  employee: { sv: 'Medarbetare', en: 'Employee', rights: [] },
  purchaser: { sv: 'Beställare', en: 'Purchaser', rights: ['organisation.read_customers'] },
  coordinator: { sv: 'Samordnare', en: 'Coordinator', rights: ['organisation.read_customers'] },
  agent: { sv: 'Handläggare', en: 'Agent', rights: handling },
  unit_manager: { sv: 'Enhetschef', en: 'Unit manager', rights: [...handling, 'unit.manage'] },
  customer_manager: {
    sv: 'Kundansvarig',
    en: 'Customer manager',
    rights: ['case.register', 'customer.manage', 'agreement.edit', 'figures.read', 'organisation.read_customers'],
  },
  catalogue_owner: {
    sv: 'Katalogansvarig',
    en: 'Catalogue owner',
    rights: ['catalogue.propose', 'catalogue.publish', 'figures.read', 'organisation.read_customers'],
  },
  change_manager: {
    sv: 'Förändringsansvarig',
    en: 'Change manager',
    rights: ['catalogue.propose', 'catalogue.publish', 'catalogue.own', 'figures.read', 'organisation.read_customers'],
  },
  proposer: { sv: 'Kravanalytiker', en: 'Requirements analyst', rights: ['catalogue.propose'] },
  system_manager: {
    sv: 'Systemförvaltare',
    en: 'System manager',
    rights: ['case.handle', 'case.register', 'systems.edit', 'figures.read', 'organisation.read_customers'],
  },
  administrator: {
    sv: 'Administratör',
    en: 'Administrator',
    rights: rights.filter((right) => right !== 'case.handle' && right !== 'case.register' && right !== 'unit.manage'),
  },
  controller: {
    sv: 'Controller',
    en: 'Controller',
    rights: ['figures.read', 'journal.read', 'organisation.read_customers'],
  },
  trainee: { sv: 'Praktikant', en: 'Trainee', rights: ['case.handle'] },
} as const satisfies Readonly<Record<string, Bundle>>

export type BundleKey = keyof typeof bundles

export function rightsOf(bundle: BundleKey): readonly Right[] {
  return bundles[bundle].rights
}
