// How a unit of the dated tree is written: who it belongs to, and where it has stood, from day to day.
import type { Origin, Words } from './origin.ts'

export type UnitKind =
  | 'root'
  | 'office'
  | 'department'
  | 'unit'
  | 'staff_post'
  | 'functional_group'
  | 'administration'
  | 'workplace'
  | 'project'

export interface Placement {
  readonly from: string
  readonly to: string | null
  readonly parent: string | null
  readonly kind: UnitKind
  readonly name: Words
  /** Title of the head as printed; null where none is stated. */
  readonly headTitle: string | null
  readonly origin: Origin
}

export interface UnitRow {
  readonly key: string
  readonly party: string
  readonly short: string | null
  /** Weekly hours of its own; null inherits the nearest ancestor's. */
  readonly schedule: string | null
  readonly placements: readonly Placement[]
}
