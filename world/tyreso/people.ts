// The people of the demonstration: nobody real. Every surname is a wild plant, so that no one takes them for somebody.
// A person carries name, contact and kind, nothing more: no health, no subsidy, no identity number (TY-014).
import { type Origin, demonstration } from './origin.ts'
import { customerStaff } from './people-customers.ts'
import { officeStaff } from './people-office.ts'

export type PersonKind = 'employee' | 'elected' | 'trainee' | 'outside'

export interface PersonRow {
  readonly key: string
  readonly given: string
  readonly family: string
  readonly email: string
  readonly phone: string
  readonly kind: PersonKind
  /** Address and contact hidden from others. */
  readonly protected: boolean
  readonly origin: Origin
}

export interface AssignmentRow {
  readonly person: string
  readonly role: string
  readonly unit: string
  /** What the person is called there, when the role's name is too general. */
  readonly title: string
  readonly sharePercent: number
  readonly from: string
  readonly to: string | null
  /** Who guides a trainee (TY-049). */
  readonly mentor: string | null
  /** The group's responsible person (TY-017). */
  readonly responsible: boolean
  readonly origin: Origin
}

/** One place where a person works, as the tables write it. */
export interface Seat {
  readonly role: string
  readonly unit: string
  readonly title: string
  readonly share?: number
  readonly from?: string
  readonly to?: string
  readonly mentor?: string
  readonly responsible?: boolean
}

export interface Staff {
  readonly given: string
  readonly family: string
  readonly kind?: PersonKind
  readonly seats: readonly Seat[]
}

export function personKey(staff: Pick<Staff, 'given' | 'family'>): string {
  return `${staff.given}.${staff.family}`
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z.]/g, '')
}

const allStaff: readonly Staff[] = [...officeStaff, ...customerStaff]

export const people: readonly PersonRow[] = allStaff.map((staff, index) => ({
  key: personKey(staff),
  given: staff.given,
  family: staff.family,
  email: `${personKey(staff)}@tyreso.example`,
  // 08-465 004 00–99 is set aside for fiction by the Swedish Post and Telecom Authority.
  phone: `08-465 004 ${String(index).padStart(2, '0')}`,
  kind: staff.kind ?? 'employee',
  protected: false,
  origin: demonstration,
}))

export const assignments: readonly AssignmentRow[] = allStaff.flatMap((staff) =>
  staff.seats.map((seat) => ({
    person: personKey(staff),
    role: seat.role,
    unit: seat.unit,
    title: seat.title,
    sharePercent: seat.share ?? 100,
    from: seat.from ?? '2012-01-01',
    to: seat.to ?? null,
    mentor: seat.mentor ?? null,
    responsible: seat.responsible ?? false,
    origin: demonstration,
  })),
)
