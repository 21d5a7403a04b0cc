// A role, and its next version from a day: what it may and answers for changes, who held it before does not.
import type { Id } from '#basics/id'
import { lostRace, refuse } from '#basics/refusal'
import { period } from '#basics/period'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { date, dateOrNull, entered } from '../versioned.ts'
import type { AddRole, AddRoleVersion, EndRole } from './contract.ts'
import { planVersion, refuseUnknownRights, versionBefore } from './role.ts'
import { codeIsTaken, endVersion, insertPredecessor, insertVersion, lockRoles, versionsOf } from './store.ts'

export interface SeenRole {
  readonly roleId: Id
  /** Number of the latest version that was seen. */
  readonly version: number
}

export async function addRole(deed: Deed, input: Static<typeof AddRole>, origin = entered): Promise<SeenRole> {
  allow(deed.actor, 'organisation.edit')
  await lockRoles(deed)
  if (await codeIsTaken(deed, input.code))
    refuse({
      code: 'role_exists',
      status: 409,
      field: 'code',
      sv: 'Det finns redan en roll med den koden. Gör en ny version av den i stället.',
      en: 'There is already a role with that code. Make a new version of it instead.',
    })
  const seen = { roleId: deed.newId(), version: 1 }
  await storeVersion(deed, seen, input.code, input, origin)
  return seen
}

export async function addRoleVersion(
  deed: Deed,
  seen: SeenRole,
  input: Static<typeof AddRoleVersion>,
  origin = entered,
): Promise<SeenRole> {
  allow(deed.actor, 'organisation.edit')
  const latest = await latestOf(deed, seen)
  const from = date(input.from)
  const plan = planVersion(latest, from)
  if (plan.endLatest) await endVersion(deed, seen.roleId, latest.versionNo, from)
  const made = { roleId: seen.roleId, version: plan.versionNo }
  await storeVersion(deed, made, latest.code, input, origin)
  return made
}

export async function endRole(deed: Deed, seen: SeenRole, input: Static<typeof EndRole>): Promise<SeenRole> {
  allow(deed.actor, 'organisation.edit')
  const latest = await latestOf(deed, seen)
  const on = date(input.on)
  period(latest.from, on)
  await endVersion(deed, seen.roleId, latest.versionNo, on)
  deed.journal({
    verb: 'role.ended',
    kind: 'role',
    id: seen.roleId,
    facts: { version: latest.versionNo, on: input.on },
  })
  deed.changed('organisation')
  return seen
}

async function latestOf(deed: Deed, seen: SeenRole) {
  await lockRoles(deed)
  const latest = (await versionsOf(deed, seen.roleId)).at(-1)
  if (!latest || latest.versionNo !== seen.version) return lostRace()
  return latest
}

async function storeVersion(
  deed: Deed,
  made: SeenRole,
  code: string,
  input: Static<typeof AddRoleVersion>,
  origin: string,
): Promise<void> {
  refuseUnknownRights(input.rights)
  const during = period(date(input.from), dateOrNull(input.to))
  await insertVersion(deed, {
    roleId: made.roleId,
    versionNo: made.version,
    code,
    name: input.name,
    level: input.level ?? null,
    levelBasis: input.levelBasis ?? null,
    model: input.model ?? null,
    rights: input.rights,
    responsibilities: input.responsibilities ?? [],
    competences: input.competences ?? [],
    origin,
    ...during,
  })
  for (const { roleId, basis } of input.predecessors ?? []) {
    const before = versionBefore(await versionsOf(deed, roleId), during.from)
    if (!before || roleId === made.roleId)
      return refuse({
        code: 'no_predecessor',
        status: 422,
        field: 'predecessors',
        sv: 'En företrädare ska vara en annan roll som fanns före dagen.',
        en: 'A predecessor must be another role that existed before the day.',
      })
    await insertPredecessor(
      deed,
      { roleId: made.roleId, versionNo: made.version },
      { roleId, versionNo: before.versionNo, basis },
    )
  }
  deed.journal({
    verb: 'role.version_added',
    kind: 'role',
    id: made.roleId,
    content: [input.name, ...(input.responsibilities ?? [])].join('\n'),
    facts: {
      version: made.version,
      code,
      rights: input.rights,
      from: input.from,
      to: input.to ?? null,
      predecessors: input.predecessors ?? [],
    },
  })
  deed.changed('organisation')
}
