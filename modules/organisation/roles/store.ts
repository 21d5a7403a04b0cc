// The only writer of role and role_predecessor.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import type { RoleLevel, RoleSpan } from './role.ts'

type PlainDate = Temporal.PlainDate

export interface NewVersion {
  readonly roleId: Id
  readonly versionNo: number
  readonly code: string
  readonly name: string
  readonly level: RoleLevel | null
  readonly levelBasis: string | null
  readonly model: string | null
  readonly rights: readonly string[]
  readonly responsibilities: readonly string[]
  readonly competences: readonly string[]
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly origin: string
}

/** One at a time may take a code or make a version of a role; a version is a row of its own, so there is no head to lock. */
export async function lockRoles(deed: Deed): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisation.role:${deed.tenant.tenantId}`}, 0))`.execute(
    deed.tx,
  )
}

export async function versionsOf(deed: Deed, roleId: Id): Promise<readonly (RoleSpan & { readonly code: string })[]> {
  const rows = await deed.tx
    .selectFrom('organisation.role')
    .select(['version_no', 'code', 'valid_from', 'valid_to'])
    .where('role_id', '=', roleId)
    .orderBy('version_no')
    .execute()
  return rows.length === 0
    ? notFound()
    : rows.map((row) => ({ versionNo: row.version_no, code: row.code, from: row.valid_from, to: row.valid_to }))
}

export async function codeIsTaken(deed: Deed, code: string): Promise<boolean> {
  return (
    (await deed.tx
      .selectFrom('organisation.role')
      .select('role_id')
      .where('code', '=', code)
      .limit(1)
      .executeTakeFirst()) !== undefined
  )
}

export async function endVersion(deed: Deed, roleId: Id, versionNo: number, on: PlainDate): Promise<void> {
  await deed.tx
    .updateTable('organisation.role')
    .set({ valid_to: on })
    .where('role_id', '=', roleId)
    .where('version_no', '=', versionNo)
    .execute()
}

export async function insertVersion(deed: Deed, one: NewVersion): Promise<void> {
  await deed.tx
    .insertInto('organisation.role')
    .values({
      tenant_id: deed.tenant.tenantId,
      role_id: one.roleId,
      version_no: one.versionNo,
      code: one.code,
      name: one.name,
      level: one.level,
      level_basis: one.levelBasis,
      model: one.model,
      rights: [...one.rights],
      responsibilities: [...one.responsibilities],
      competences: [...one.competences],
      valid_from: one.from,
      valid_to: one.to,
      origin: one.origin,
    })
    .execute()
}

export async function insertPredecessor(
  deed: Deed,
  version: { roleId: Id; versionNo: number },
  predecessor: { roleId: Id; versionNo: number; basis: 'stated' | 'inferred' },
): Promise<void> {
  await deed.tx
    .insertInto('organisation.role_predecessor')
    .values({
      tenant_id: deed.tenant.tenantId,
      role_id: version.roleId,
      version_no: version.versionNo,
      predecessor_role_id: predecessor.roleId,
      predecessor_version_no: predecessor.versionNo,
      basis: predecessor.basis,
    })
    .execute()
}
