// Path → contract → verb or query. No decisions: they are in the verbs.
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Api } from '#platform/http/api'
import { formOf } from '#platform/http/query-state'
import { fetchPage, readState } from '#platform/list'
import { assign } from './assignments/assign.ts'
import { changeAssignment, endAssignment, moveRole } from './assignments/change-assignment.ts'
import { assignmentById, peopleOf } from './assignments/queries.ts'
import * as wire from './contract.ts'
import { giveMandate, endMandate } from './customers/give-mandate.ts'
import { endCustomer, markCustomer } from './customers/mark-customer.ts'
import {
  customerById,
  customerRegister,
  mandateById,
  mandateRegister,
  purchasersFor,
  unmarkedOn,
} from './customers/queries.ts'
import { addParty, changeParty, endRelation, relateParties } from './parties/keep-parties.ts'
import { partiesOn, partyOn } from './parties/queries.ts'
import { accountRoutes } from './people/account-routes.ts'
import { endPerson } from './people/end-person.ts'
import { addPerson, changePerson } from './people/keep-people.ts'
import { asPersonRow, peopleList, peopleQuery } from './people/list.ts'
import { findPeople, person } from './people/queries.ts'
import { setAbsence } from './people/set-absence.ts'
import { addPlace, changePlace } from './places/keep-places.ts'
import { openingHours, placeById, placesOn } from './places/queries.ts'
import { addPost, changePost, endPost, setPrintedCount } from './posts/keep-posts.ts'
import { postById, postsOf } from './posts/queries.ts'
import { rights, rightWords } from './rights.ts'
import { addRole, addRoleVersion, endRole } from './roles/add-role.ts'
import { role, rolesOn } from './roles/queries.ts'
import { addSchedule, addScheduleVersion } from './schedules/add-schedule.ts'
import { schedule, scheduleList } from './schedules/queries.ts'
import { setTenantSchedule, setUnitSchedule } from './schedules/use-schedule.ts'
import { addUnit } from './units/add-unit.ts'
import { endUnit } from './units/end-unit.ts'
import { placeUnit, renameUnit } from './units/place-unit.ts'
import { orderingCustomer, treeOn, unitDetail } from './units/queries.ts'

type PlainDate = Temporal.PlainDate

const on = (view: View, query: { date?: string } | undefined): PlainDate =>
  query?.date ? Temporal.PlainDate.from(query.date) : view.today

export function organisationRoutes(api: Api): void {
  unitRoutes(api)
  peopleRoutes(api)
  accountRoutes(api)
  roleRoutes(api)
  customerRoutes(api)
  postRoutes(api)
  hoursRoutes(api)
}

function unitRoutes(api: Api): void {
  api.read(wire.readTree, async (view, { query }) => ({
    date: on(view, query).toString(),
    units: [...(await treeOn(view, on(view, query)))],
  }))
  api.read(wire.readUnit, (view, { params, query }) => unitDetail(view, params.unitId, on(view, query)))
  const shown = (view: View, { unitId }: { unitId: string }) => unitDetail(view, unitId, view.today)
  api.write(wire.addUnitOp, (deed, { body }) => addUnit(deed, body), shown)
  api.write(
    wire.placeUnitOp,
    (deed, { params, version, body }) => placeUnit(deed, { unitId: params.unitId, version }, body),
    shown,
  )
  api.write(
    wire.renameUnitOp,
    (deed, { params, version, body }) => renameUnit(deed, { unitId: params.unitId, version }, body),
    shown,
  )
  api.write(
    wire.endUnitOp,
    (deed, { params, version, body }) => endUnit(deed, { unitId: params.unitId, version }, body),
    shown,
  )
  api.read(wire.listParties, async (view, { query }) => ({
    date: on(view, query).toString(),
    parties: [...(await partiesOn(view, on(view, query)))],
  }))
  const party = (view: View, { partyId }: { partyId: string }) => partyOn(view, partyId, view.today)
  api.write(wire.addPartyOp, (deed, { body }) => addParty(deed, body), party)
  api.write(
    wire.changePartyOp,
    (deed, { params, version, body }) => changeParty(deed, { partyId: params.partyId, version }, body),
    party,
  )
  api.write(
    wire.relatePartiesOp,
    (deed, { params, version, body }) => relateParties(deed, { partyId: params.partyId, version }, body),
    party,
  )
  api.write(
    wire.endRelationOp,
    (deed, { params, version, body }) => endRelation(deed, { partyId: params.partyId, version }, body),
    party,
  )
}

function peopleRoutes(api: Api): void {
  api.read(wire.listPeople, async (view, { query }) => {
    const state = readState(peopleList, formOf(query))
    const page = await fetchPage(
      view.tx,
      peopleList,
      state,
      await peopleQuery(view, state, on(view, { ...(query.datum ? { date: query.datum } : {}) })),
    )
    return { rows: page.rows.map(asPersonRow), next: page.next, total: page.total }
  })
  api.read(wire.findPeopleOp, async (view, { query }) => ({ people: await findPeople(view, query.q) }))
  api.read(wire.readPerson, (view, { params }) => person(view, params.personId))
  const shown = (view: View, { personId }: { personId: string }) => person(view, personId)
  api.write(wire.addPersonOp, (deed, { body }) => addPerson(deed, body), shown)
  api.write(
    wire.changePersonOp,
    (deed, { params, version, body }) => changePerson(deed, { personId: params.personId, version }, body),
    shown,
  )
  api.write(
    wire.endPersonOp,
    (deed, { params, version, body }) => endPerson(deed, { personId: params.personId, version }, body),
    shown,
  )
  api.write(
    wire.setAbsenceOp,
    (deed, { params, version, body }) => setAbsence(deed, { personId: params.personId, version }, body),
    shown,
  )
  api.read(wire.peopleOfUnit, async (view, { params, query }) => ({
    date: on(view, query).toString(),
    people: await peopleOf(view, params.unitId, on(view, query)),
  }))
  const assignment = (view: View, { assignmentId }: { assignmentId: string }) => assignmentById(view, assignmentId)
  api.write(wire.assignOp, (deed, { body }) => assign(deed, body), assignment)
  api.write(
    wire.changeAssignmentOp,
    (deed, { params, version, body }) => changeAssignment(deed, { assignmentId: params.assignmentId, version }, body),
    assignment,
  )
  api.write(
    wire.endAssignmentOp,
    (deed, { params, version, body }) => endAssignment(deed, { assignmentId: params.assignmentId, version }, body),
    assignment,
  )
  api.write(
    wire.moveRoleOp,
    (deed, { body }) => moveRole(deed, body),
    (_view, moved) => Promise.resolve(moved),
  )
}

function roleRoutes(api: Api): void {
  api.read(wire.listRoles, async (view, { query }) => ({
    date: on(view, query).toString(),
    roles: [...(await rolesOn(view, on(view, query)))],
  }))
  api.read(wire.readRole, (view, { params }) => role(view, params.roleId))
  api.read(wire.listRights, () => Promise.resolve({ rights: rights.map((right) => ({ right, ...rightWords[right] })) }))
  const shown = (view: View, { roleId }: { roleId: string }) => role(view, roleId)
  api.write(wire.addRoleOp, (deed, { body }) => addRole(deed, body), shown)
  api.write(
    wire.addRoleVersionOp,
    (deed, { params, version, body }) => addRoleVersion(deed, { roleId: params.roleId, version }, body),
    shown,
  )
  api.write(
    wire.endRoleOp,
    (deed, { params, version, body }) => endRole(deed, { roleId: params.roleId, version }, body),
    shown,
  )
}

function customerRoutes(api: Api): void {
  api.read(wire.listCustomers, async (view, { query }) => ({
    date: on(view, query).toString(),
    customers: await customerRegister(view, on(view, query)),
  }))
  api.read(wire.readCustomer, async (view, { params }) => {
    const customer = await customerById(view, params.customerId, view.today)
    const mandates = await mandateRegister(view, params.customerId)
    return { ...customer, mandates, may: ['organisation.keep_customers'].filter((verb) => may(view.actor, verb)) }
  })
  api.read(wire.customerOfUnit, async (view, { params, query }) => ({
    date: on(view, query).toString(),
    customer: await orderingCustomer(view, params.unitId, on(view, query)),
  }))
  api.read(wire.listUnmarked, async (view, { query }) => ({
    date: on(view, query).toString(),
    branches: await unmarkedOn(view, on(view, query)),
  }))
  api.read(wire.listPurchasers, async (view, { params, query }) => {
    await mandateRegister(view, params.customerId)
    const found = await purchasersFor(view, params.customerId, query.area ?? null, on(view, query))
    return {
      date: on(view, query).toString(),
      purchasers: found.map(({ personId, name, mandateId, limitOre, deputyId }) => ({
        personId,
        name,
        mandateId,
        limitOre: limitOre === null ? null : Number(limitOre),
        deputyId,
      })),
    }
  })
  const shown = (view: View, { customerId }: { customerId: string }) => customerById(view, customerId, view.today)
  api.write(wire.markCustomerOp, (deed, { body }) => markCustomer(deed, body), shown)
  api.write(
    wire.endCustomerOp,
    (deed, { params, version, body }) => endCustomer(deed, { customerId: params.customerId, version }, body),
    shown,
  )
  const mandate = (view: View, { mandateId }: { mandateId: string }) => mandateById(view, mandateId)
  api.write(wire.giveMandateOp, (deed, { body }) => giveMandate(deed, body), mandate)
  api.write(
    wire.endMandateOp,
    (deed, { params, version, body }) => endMandate(deed, { mandateId: params.mandateId, version }, body),
    mandate,
  )
}

function postRoutes(api: Api): void {
  api.read(wire.postsOfUnit, (view, { params, query }) => postsOf(view, params.unitId, on(view, query)))
  const shown = (view: View, { postId }: { postId: string }) => postById(view, postId)
  api.write(wire.addPostOp, (deed, { body }) => addPost(deed, body), shown)
  api.write(
    wire.changePostOp,
    (deed, { params, version, body }) => changePost(deed, { postId: params.postId, version }, body),
    shown,
  )
  api.write(
    wire.endPostOp,
    (deed, { params, version, body }) => endPost(deed, { postId: params.postId, version }, body),
    shown,
  )
  api.write(
    wire.setPrintedCountOp,
    (deed, { params, body }) => setPrintedCount(deed, params, body),
    (view, _done, { params }) => postsOf(view, params.unitId, view.today),
  )
}

function hoursRoutes(api: Api): void {
  api.read(wire.listSchedules, async (view) => ({ schedules: await scheduleList(view) }))
  api.read(wire.readSchedule, (view, { params }) => schedule(view, params.scheduleId))
  const shown = (view: View, { scheduleId }: { scheduleId: string }) => schedule(view, scheduleId)
  api.write(wire.addScheduleOp, (deed, { body }) => addSchedule(deed, body), shown)
  api.write(
    wire.addScheduleVersionOp,
    (deed, { params, version, body }) => addScheduleVersion(deed, { scheduleId: params.scheduleId, version }, body),
    shown,
  )
  api.write(wire.useScheduleOp, (deed, { params, body }) => setUnitSchedule(deed, params.unitId, body))
  api.write(wire.useTenantScheduleOp, (deed, { body }) => setTenantSchedule(deed, body))
  api.read(wire.listPlaces, async (view, { query }) => ({
    date: on(view, query).toString(),
    places: await placesOn(view, on(view, query)),
  }))
  api.read(wire.readPlace, (view, { params }) => placeById(view, params.placeId))
  api.read(wire.readOpeningHours, (view, { params, query }) => openingHours(view, params.placeId, on(view, query)))
  const place = (view: View, { placeId }: { placeId: string }) => placeById(view, placeId)
  api.write(wire.addPlaceOp, (deed, { body }) => addPlace(deed, body), place)
  api.write(
    wire.changePlaceOp,
    (deed, { params, version, body }) => changePlace(deed, { placeId: params.placeId, version }, body),
    place,
  )
}
