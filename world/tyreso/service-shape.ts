// The one template that every service of the office is written in (TY-067, 000 line 88). What no document states
// stays null and is shown as "ej angivet"; what we had to add to make a service usable is marked demonstration.
import { type DocumentNumber, type Origin, type Stated, type Words, demonstration, printed, words } from './origin.ts'

/** Volume, operation, application supply and project are printed for IT (004, line 561); the rest are our words. TY-077. */
export type ServiceKind =
  'volume' | 'operation' | 'application' | 'project' | 'advice' | 'support' | 'administration' | 'training' | 'job'

export type ServiceState = 'draft' | 'planned' | 'active' | 'ending' | 'ended'

/** A line of the boundary list (000, line 1253): what is in, what is not, and who does that. TY-078. */
export interface BoundaryRow {
  readonly what: string
  readonly included: boolean
  readonly byWhom: string | null
  readonly origin: Origin
}

export interface PrintedVolume {
  readonly value: number
  readonly unitOfMeasure: string
  readonly approximate: boolean
}

export interface Provider {
  readonly unit: string
  readonly from: string
  readonly to: string | null
}

export interface ServiceRow {
  readonly key: string
  readonly area: string
  readonly name: Words
  readonly providers: readonly Provider[]
  readonly kind: ServiceKind
  readonly state: ServiceState
  /** The document calls it planned. */
  readonly planned: boolean
  /** Standard service, or the key of the standard service it departs from (TY-082). */
  readonly standard: true | { readonly adaptedFrom: string }
  readonly purpose: Stated<string> | null
  readonly forWhom: Stated<string> | null
  readonly content: Stated<string> | null
  readonly boundary: readonly BoundaryRow[]
  readonly ordering: Stated<string> | null
  /** Who answers for the service: the role at the unit. */
  readonly owner: { readonly role: string; readonly unit: string; readonly origin: Origin }
  readonly level: null
  readonly process: null
  readonly reviewDate: null
  readonly volume: Stated<readonly PrintedVolume[]> | null
  /** Keys of promises and guarantees, printed in the unit's plan. */
  readonly promises: readonly string[]
  readonly origin: Origin
}

interface Template {
  readonly area: string
  readonly unit: string
  readonly ownerRole: string
  readonly ownerUnit?: string
  readonly document?: DocumentNumber
  readonly kind?: ServiceKind
  readonly promises?: readonly string[]
  readonly forWhom?: Stated<string>
  readonly ordering?: Stated<string>
  readonly providers?: readonly Provider[]
  readonly state?: ServiceState
}

interface Details {
  readonly document?: DocumentNumber
  readonly kind?: ServiceKind
  readonly state?: ServiceState
  readonly planned?: boolean
  readonly purpose?: Stated<string>
  readonly content?: Stated<string>
  readonly boundary?: readonly BoundaryRow[]
  readonly ordering?: Stated<string>
  readonly volume?: Stated<readonly PrintedVolume[]>
  readonly promises?: readonly string[]
}

/** A sentence taken from a document. */
export function from(document: DocumentNumber, line: number, value: string): Stated<string> {
  return { value, origin: printed(document, line) }
}

/** A sentence we added. */
export function ours(value: string): Stated<string> {
  return { value, origin: demonstration }
}

export function included(what: string, origin: Origin = demonstration): BoundaryRow {
  return { what, included: true, byWhom: null, origin }
}

export function notIncluded(what: string, byWhom: string, origin: Origin = demonstration): BoundaryRow {
  return { what, included: false, byWhom, origin }
}

/** Gives the function that writes one service of a unit; only what differs is said again. */
export function servicesOf(template: Template) {
  return (key: string, line: number, sv: string, en: string, details: Details = {}): ServiceRow => ({
    key,
    area: template.area,
    name: words(sv, en),
    providers: template.providers ?? [{ unit: template.unit, from: '2012-01-01', to: null }],
    kind: details.kind ?? template.kind ?? 'administration',
    state: details.state ?? template.state ?? 'active',
    planned: details.planned ?? false,
    standard: true,
    purpose: details.purpose ?? null,
    forWhom: template.forWhom ?? null,
    content: details.content ?? null,
    boundary: details.boundary ?? [],
    ordering: details.ordering ?? template.ordering ?? null,
    owner: { role: template.ownerRole, unit: template.ownerUnit ?? template.unit, origin: demonstration },
    level: null,
    process: null,
    reviewDate: null,
    volume: details.volume ?? null,
    promises: details.promises ?? template.promises ?? [],
    origin: printed(details.document ?? template.document ?? '000', line),
  })
}
