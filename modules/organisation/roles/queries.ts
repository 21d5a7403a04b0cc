// Reads of roles: those of a day, and one with all its versions, predecessors and successors.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import type { Role, RoleVersion } from './contract.ts'

type PlainDate = Temporal.PlainDate

/** The versions in force on the day, by name. */
export async function rolesOn(view: View, on: PlainDate): Promise<readonly RoleVersion[]> {
  const rows = await view.tx
    .selectFrom('organisation.role')
    .selectAll()
    .where('valid_from', '<=', on)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .orderBy('name')
    .orderBy('role_id')
    .limit(2000)
    .execute()
  return withLinks(view, rows, on)
}

export async function role(view: View, roleId: Id): Promise<Role> {
  const rows = await view.tx
    .selectFrom('organisation.role')
    .selectAll()
    .where('role_id', '=', roleId)
    .orderBy('version_no', 'desc')
    .execute()
  const latest = rows[0]
  if (!latest) return notFound()
  return {
    roleId,
    code: latest.code,
    version: latest.version_no,
    versions: (await withLinks(view, rows, view.today)) as RoleVersion[],
  }
}

export async function roleByCode(view: View, code: string): Promise<{ roleId: Id; version: number } | null> {
  const row = await view.tx
    .selectFrom('organisation.role')
    .select(['role_id', 'version_no'])
    .where('code', '=', code)
    .orderBy('version_no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { roleId: row.role_id, version: row.version_no } : null
}

export async function refuseRoleNotThere(view: View, roleId: Id, on: PlainDate): Promise<void> {
  const rows = await view.tx
    .selectFrom('organisation.role')
    .select(['valid_from', 'valid_to'])
    .where('role_id', '=', roleId)
    .execute()
  if (rows.length === 0) notFound()
  const { compare } = Temporal.PlainDate
  if (!rows.some((row) => compare(row.valid_from, on) <= 0 && (row.valid_to === null || compare(on, row.valid_to) < 0)))
    refuse({
      code: 'role_not_there',
      status: 422,
      field: 'roleId',
      sv: `Rollen finns inte den ${on}. Välj en annan dag eller en annan roll.`,
      en: `The role does not exist on ${on}. Choose another day or another role.`,
    })
}

type Record = Awaited<ReturnType<typeof oneRow>>
const oneRow = (view: View) => view.tx.selectFrom('organisation.role').selectAll().executeTakeFirstOrThrow()

async function withLinks(view: View, rows: readonly Record[], on: PlainDate): Promise<readonly RoleVersion[]> {
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map((row) => row.role_id))]
  const links = await view.tx
    .selectFrom('organisation.role_predecessor as l')
    .innerJoin('organisation.role as after', (join) =>
      join
        .onRef('after.tenant_id', '=', 'l.tenant_id')
        .onRef('after.role_id', '=', 'l.role_id')
        .onRef('after.version_no', '=', 'l.version_no'),
    )
    .innerJoin('organisation.role as before', (join) =>
      join
        .onRef('before.tenant_id', '=', 'l.tenant_id')
        .onRef('before.role_id', '=', 'l.predecessor_role_id')
        .onRef('before.version_no', '=', 'l.predecessor_version_no'),
    )
    .where((q) => q.or([q('l.role_id', 'in', ids), q('l.predecessor_role_id', 'in', ids)]))
    .select([
      'l.role_id',
      'l.version_no',
      'after.name as name',
      'l.predecessor_role_id',
      'l.predecessor_version_no',
      'before.name as predecessor_name',
      'l.basis',
    ])
    .execute()
  const holders = await view.tx
    .selectFrom('organisation.assignment')
    .select((q) => ['role_id', q.fn.count<bigint>('person_id').distinct().as('people')])
    .where('role_id', 'in', ids)
    .where('valid_from', '<=', on)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', on)]))
    .groupBy('role_id')
    .execute()
  return rows.map((row) => ({
    roleId: row.role_id,
    versionNo: row.version_no,
    code: row.code,
    name: row.name,
    level: row.level,
    levelBasis: row.level_basis,
    model: row.model,
    rights: row.rights,
    responsibilities: row.responsibilities,
    competences: row.competences,
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    predecessors: links
      .filter((link) => link.role_id === row.role_id && link.version_no === row.version_no)
      .map((link) => ({
        roleId: link.predecessor_role_id,
        versionNo: link.predecessor_version_no,
        name: link.predecessor_name,
        basis: link.basis,
      })),
    successors: links
      .filter((link) => link.predecessor_role_id === row.role_id && link.predecessor_version_no === row.version_no)
      .map((link) => ({ roleId: link.role_id, versionNo: link.version_no, name: link.name, basis: link.basis })),
    holders: Number(holders.find((one) => one.role_id === row.role_id)?.people ?? 0),
  }))
}
