// What an office of the demonstration is made of: who it is, the day it lives on, the rows of its registers, and the
// cases that were told in it before that day. A folder per office (tyreso/) exports one of these.
import type { Origin } from './tyreso/origin.ts'
import type { AgreementRow } from './tyreso/agreements.ts'
import type { AreaRow } from './tyreso/areas.ts'
import type { CustomerRow, MandateRow, SeatRow } from './tyreso/customers.ts'
import type { DecisionRow } from './tyreso/decisions.ts'
import type { FormRow } from './tyreso/form-shape.ts'
import type { CountingUnit, OfferingRow, PriceListRow, PriceRow } from './tyreso/offerings.ts'
import type { PlaceRow, ScheduleRow } from './tyreso/opening-hours.ts'
import type { PartyRow, SupportLine } from './tyreso/organisation.ts'
import type { AssignmentRow, PersonRow } from './tyreso/people.ts'
import type { PlannedCase } from './tyreso/planned-case.ts'
import type { PostRow, PrintedStaffing } from './tyreso/posts.ts'
import type { BuildingRow, PropertyRow, SpaceRow } from './tyreso/premises.ts'
import type { ClosingRules, EarlierCommitment, PromiseRow } from './tyreso/promises.ts'
import type { RequestTypeRow } from './tyreso/request-type-shape.ts'
import type { RoleVersion } from './tyreso/roles.ts'
import type { RoutineRow } from './tyreso/routines.ts'
import type { ServiceRow } from './tyreso/service-shape.ts'
import type { SystemRow } from './tyreso/systems.ts'
import type { UnitRow } from './tyreso/unit-shape.ts'
import type { WishRow } from './tyreso/wishes.ts'

export interface Office {
  readonly slug: string
  readonly name: string
  readonly municipality: string
  readonly colour: string
  /** Its today at the first start; time runs from there. Cases are told up to the midnight before. */
  readonly firstDay: Temporal.PlainDate
  /** The day its registers are said to have been written. */
  readonly registeredOn: Temporal.PlainDate
  /** What has no printed first day is held to have been valid from here. */
  readonly validFrom: Temporal.PlainDate
  /** The party that provides, and the prefix of its case numbers. */
  readonly provider: { readonly party: string; readonly series: string }
  /** Gets what its customer manager or change manager is to sort. */
  readonly sortingUnit: string
  readonly rows: OfficeRows
  /** The same list every time, in order of time. */
  planCases(): Promise<readonly PlannedCase[]>
}

/** Rows name each other by key, and every row says where it comes from. */
export interface OfficeRows {
  // organisation
  readonly parties: readonly PartyRow[]
  readonly schedules: readonly ScheduleRow[]
  readonly units: readonly UnitRow[]
  readonly places: readonly PlaceRow[]
  readonly people: readonly PersonRow[]
  readonly roleVersions: readonly RoleVersion[]
  readonly assignments: readonly AssignmentRow[]
  readonly seats: readonly SeatRow[]
  readonly customers: readonly CustomerRow[]
  readonly mandates: readonly MandateRow[]
  readonly mandateAssignments: readonly AssignmentRow[]
  readonly posts: readonly PostRow[]
  readonly printedStaffing: readonly PrintedStaffing[]
  readonly supportLines: readonly SupportLine[]
  // registry, systems, premises, agreements
  readonly decisions: readonly DecisionRow[]
  readonly systems: readonly SystemRow[]
  readonly properties: readonly PropertyRow[]
  readonly buildings: readonly BuildingRow[]
  readonly spaces: readonly SpaceRow[]
  readonly agreements: readonly AgreementRow[]
  // catalogue
  readonly areas: readonly AreaRow[]
  readonly earlierCommitments: readonly EarlierCommitment[]
  readonly wishes: readonly WishRow[]
  readonly services: readonly ServiceRow[]
  /** Everyday words that find a service, by its key. */
  readonly serviceWords: Readonly<Record<string, readonly string[]>>
  readonly countingUnits: readonly CountingUnit[]
  readonly offerings: readonly OfferingRow[]
  readonly priceList: PriceListRow
  readonly prices: readonly PriceRow[]
  readonly forms: readonly FormRow[]
  readonly requestTypes: readonly RequestTypeRow[]
  readonly routines: readonly RoutineRow[]
  readonly closingRules: ClosingRules
  readonly promises: readonly PromiseRow[]
}

/** As it is kept in the database: `000_….txt:1214`, or demonstration. */
export function originText(origin: Origin): string {
  return origin === 'demonstration' ? origin : `${origin.file}:${origin.line}`
}
