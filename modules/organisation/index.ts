// The door to the organisation: who we are and whom we serve, every read on a date.
import type { Module } from '#platform/module'
import { organisationAccess } from './access.ts'
import { indexJob } from './index-entries.ts'
import { organisationNavigation } from './navigation.ts'
import { organisationPages } from './pages/index.ts'
import { countPeople, peopleList } from './people/list.ts'
import { organisationRoutes } from './routes.ts'
import { organisationSearch } from './search.ts'
import { organisationTasks } from './tasks.ts'

export const organisationModule: Module = {
  name: 'organisation',
  access: organisationAccess,
  routes: organisationRoutes,
  pages: organisationPages,
  jobs: { 'organisation.index': indexJob },
  search: organisationSearch,
  lists: [{ list: peopleList.key, access: 'organisation.read', path: '/organisation/personer', count: countPeople }],
  navigation: organisationNavigation,
  tasks: organisationTasks,
}

export { bundles, isRight, rights, rightsOf, rightWords } from './rights.ts'
export type { BundleKey, Right } from './rights.ts'

// Units in the dated tree
export { lineAbove, providerPartyOf, treeOn, unitByCode, unitOn, unitsBeneath, unitsOn } from './units/queries.ts'
export type { ProviderParty } from './units/queries.ts'
export type { TreeUnit } from './units/contract.ts'
export { lineOf, treeOf, unitKinds } from './units/unit.ts'
export type { Branch, UnitKind } from './units/unit.ts'
export { addUnit } from './units/add-unit.ts'
export { placeUnit, renameUnit } from './units/place-unit.ts'
export { endUnit } from './units/end-unit.ts'
export { addParty, changeParty, endRelation, relateParties } from './parties/keep-parties.ts'
export { partiesOn, partyOn } from './parties/queries.ts'

// People, roles and assignments
export { addPerson, changePerson } from './people/keep-people.ts'
export { endPerson } from './people/end-person.ts'
export { setAbsence } from './people/set-absence.ts'
export { pickPerson, PickedPerson } from './people/pick-person.ts'
export { PersonField } from './pages/form-parts.tsx'
export { unitOptions } from './pages/page-parts.tsx'
export { findPeople as personByName, person, personNames, reachableOn } from './people/queries.ts'
export type { FoundPerson, Reachable } from './people/queries.ts'
export type { Person } from './people/contract.ts'
export { assign } from './assignments/assign.ts'
export { changeAssignment, endAssignment, moveRole } from './assignments/change-assignment.ts'
export { assignmentsOf, peopleOf, unitIdsOf } from './assignments/queries.ts'
export { demonstrationSeats, offerSeat, seatsOf } from './assignments/seats.ts'
export type { DemonstrationSeat, Seat } from './assignments/seats.ts'
export type { AssignmentRow } from './assignments/contract.ts'
export { addRole, addRoleVersion, endRole } from './roles/add-role.ts'
export { role, roleByCode, rolesOn } from './roles/queries.ts'
export type { Role, RoleVersion } from './roles/contract.ts'

// Posts
export { addPost, changePost, endPost, setPrintedCount } from './posts/keep-posts.ts'
export { postsOf } from './posts/queries.ts'

// Customers and mandates
export { endCustomer, markCustomer } from './customers/mark-customer.ts'
export { endMandate, giveMandate } from './customers/give-mandate.ts'
export {
  customerById,
  customerOf,
  customersById,
  customersOn,
  mandatesFor,
  mandatesOf,
  purchasersFor,
} from './customers/queries.ts'
export type { Purchaser } from './customers/queries.ts'
export type { Customer, Mandate } from './customers/contract.ts'

// Places and hours
export { addPlace, changePlace } from './places/keep-places.ts'
export { openingHours, placeById, placesOn } from './places/queries.ts'
export type { OpeningHours, Place } from './schedules/contract.ts'
export { addSchedule, addScheduleVersion } from './schedules/add-schedule.ts'
export { scheduleList } from './schedules/queries.ts'
export { setTenantSchedule, setUnitSchedule } from './schedules/use-schedule.ts'
export { calendarOfVersion, scheduleFor } from './schedules/resolve.ts'
export type { ScheduleAnswer, ScheduleQuestion } from './schedules/resolve.ts'
export { writeEntries as writeOrganisationEntries } from './index-entries.ts'
