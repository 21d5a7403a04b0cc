// Says by which hours a unit works from a day, and by which the whole organisation does where nothing nearer says.
import type { Id } from '#basics/id'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { refuseUnitNotThere } from '../assignments/unit-there.ts'
import { knownPlacements } from '../units/add-unit.ts'
import { date } from '../versioned.ts'
import type { UseSchedule, UseTenantSchedule } from './contract.ts'
import { lockSchedules, storeTenantSchedule, storedVersions, storeUnitSchedule } from './store.ts'

export async function setUnitSchedule(deed: Deed, unitId: Id, input: Static<typeof UseSchedule>): Promise<void> {
  allow(deed.actor, 'schedule.edit')
  await lockSchedules(deed)
  const from = date(input.from)
  refuseUnitNotThere(await knownPlacements(deed, unitId), { from, to: from.add({ days: 1 }) }, 'from')
  if (input.scheduleId) await storedVersions(deed, input.scheduleId)
  await storeUnitSchedule(deed, unitId, input.scheduleId, from)
  deed.journal({
    verb: 'unit.hours_set',
    kind: 'unit',
    id: unitId,
    facts: { schedule: input.scheduleId, from: input.from },
  })
  deed.changed('organisation')
}

export async function setTenantSchedule(deed: Deed, input: Static<typeof UseTenantSchedule>): Promise<void> {
  allow(deed.actor, 'schedule.edit')
  await lockSchedules(deed)
  await storedVersions(deed, input.scheduleId)
  await storeTenantSchedule(deed, input.scheduleId)
  deed.journal({ verb: 'tenant.hours_set', kind: 'schedule', id: input.scheduleId })
  deed.changed('organisation')
}
