// Adds a schedule, and changes one by a new version with its reason. A version never changes; schedules that stand on it
// get versions of their own from the same day, so that (schedule, version) alone decides what every date is.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { scheduleProblems } from '../schedule.ts'
import { date, entered } from '../versioned.ts'
import { reissues, versionOn } from './calendar.ts'
import type { AddSchedule, AddScheduleVersion, ScheduleContent } from './contract.ts'
import { daysOf, weekOf } from './hours.ts'
import { versionTree } from './resolve.ts'
import {
  childrenOf,
  countScheduleVersion,
  insertSchedule,
  insertScheduleVersion,
  lockSchedule,
  lockSchedules,
  repeatVersion,
  scheduleVersion,
  storedVersions,
  updateParent,
} from './store.ts'

export interface SeenSchedule {
  readonly scheduleId: Id
  readonly version: number
}

export async function addSchedule(
  deed: Deed,
  input: Static<typeof AddSchedule>,
  origin = entered,
): Promise<SeenSchedule> {
  allow(deed.actor, 'schedule.edit')
  await lockSchedules(deed)
  const scheduleId = deed.newId()
  if (input.parentScheduleId) await pinnedParent(deed, scheduleId, input.parentScheduleId, date(input.from))
  await insertSchedule(deed, { scheduleId, name: input.name, parentScheduleId: input.parentScheduleId ?? null, origin })
  await storeVersion(deed, scheduleId, 1, input, null)
  deed.journal({
    verb: 'schedule.added',
    kind: 'schedule',
    id: scheduleId,
    facts: { from: input.from, parent: input.parentScheduleId ?? null },
    content: input.name,
  })
  deed.changed('organisation')
  return { scheduleId, version: await scheduleVersion(deed, scheduleId) }
}

export async function addScheduleVersion(
  deed: Deed,
  seen: SeenSchedule,
  input: Static<typeof AddScheduleVersion>,
): Promise<SeenSchedule> {
  allow(deed.actor, 'schedule.edit')
  await lockSchedules(deed)
  await lockSchedule(deed, seen.scheduleId, seen.version)
  const versionNo = ((await storedVersions(deed, seen.scheduleId)).at(-1)?.versionNo ?? 0) + 1
  await storeVersion(deed, seen.scheduleId, versionNo, input, input.reason)
  await updateParent(deed, seen.scheduleId, input.parentScheduleId ?? null)
  deed.journal({
    verb: 'schedule.version_added',
    kind: 'schedule',
    id: seen.scheduleId,
    content: input.reason,
    facts: { version: versionNo, from: input.from, parent: input.parentScheduleId ?? null },
  })
  await followChildren(deed, seen.scheduleId, date(input.from), input.reason, 0)
  deed.changed('organisation')
  return { scheduleId: seen.scheduleId, version: await scheduleVersion(deed, seen.scheduleId) }
}

async function storeVersion(
  deed: Deed,
  scheduleId: Id,
  versionNo: number,
  input: ScheduleContent | Static<typeof AddScheduleVersion>,
  reason: string | null,
): Promise<void> {
  const from = date(input.from)
  const parent = input.parentScheduleId ? await pinnedParent(deed, scheduleId, input.parentScheduleId, from) : null
  const week = weekOf(input.week)
  const days = daysOf(input.exceptions)
  const name = 'name' in input ? input.name : scheduleId
  const problems = scheduleProblems({
    id: `${scheduleId}:${versionNo}`,
    schedule: scheduleId,
    name,
    week,
    days,
    parent: parent?.tree ?? null,
  })
  if (problems.length > 0)
    refuse({
      code: 'invalid_input',
      status: 422,
      problems,
      sv: 'Tiderna behöver rättas.',
      en: 'The hours need correcting.',
    })
  await insertScheduleVersion(deed, { scheduleId, versionNo, from, reason, week, days, parent: parent?.pin ?? null })
  // The parent may have later versions planned already.
  if (parent) await follow(deed, scheduleId, parent.pin.scheduleId, from, reason ?? '', 0)
}

async function pinnedParent(deed: Deed, scheduleId: Id, parentId: Id, from: Temporal.PlainDate) {
  const tree = await versionTree(deed, parentId)
  const inForce = versionOn(tree.versions, from)
  if (!inForce)
    return refuse({
      code: 'unknown_parent',
      status: 422,
      field: 'parentScheduleId',
      sv: 'Den överordnade kalendern finns inte. Välj en annan.',
      en: 'There is no such parent schedule. Choose another.',
    })
  if (tree.scheduleIds.has(scheduleId) || parentId === scheduleId)
    return refuse({
      code: 'schedule_ring',
      status: 409,
      field: 'parentScheduleId',
      sv: 'Kalendrarna skulle hänvisa till varandra i ring. Välj en annan överordnad kalender.',
      en: 'The schedules would refer to each other in a ring. Choose another parent.',
    })
  return { pin: { scheduleId: parentId, versionNo: inForce.versionNo }, tree: inForce.version }
}

async function followChildren(
  deed: Deed,
  scheduleId: Id,
  from: Temporal.PlainDate,
  reason: string,
  depth: number,
): Promise<void> {
  for (const child of await childrenOf(deed, scheduleId)) await follow(deed, child, scheduleId, from, reason, depth)
}

/** Gives the child the versions it needs to stand on what its parent is from the day; then its own children. */
async function follow(
  deed: Deed,
  childId: Id,
  parentId: Id,
  from: Temporal.PlainDate,
  reason: string,
  depth: number,
): Promise<void> {
  // Rings are refused, so this ends; the bound is for a ring that somebody has made behind the rules' back.
  if (depth > 20) return
  const own = await storedVersions(deed, childId)
  const child = own.map((one) => ({
    ...one,
    parentVersionNo: one.parentScheduleId === parentId ? one.parentVersionNo : null,
  }))
  const needed = reissues(child, await storedVersions(deed, parentId), from)
  let versionNo = own.at(-1)?.versionNo ?? 0
  for (const one of needed) {
    versionNo += 1
    await repeatVersion(deed, {
      scheduleId: childId,
      repeats: one.repeats.versionNo,
      versionNo,
      from: one.from,
      reason,
      parent: { scheduleId: parentId, versionNo: one.parentVersionNo },
    })
    deed.journal({
      verb: 'schedule.version_followed',
      kind: 'schedule',
      id: childId,
      facts: { version: versionNo, from: one.from.toString(), parent: parentId, parentVersion: one.parentVersionNo },
    })
  }
  if (needed.length === 0) return
  await countScheduleVersion(deed, childId)
  await followChildren(deed, childId, from, reason, depth + 1)
}
