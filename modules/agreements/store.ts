// The only writer of the tables of agreements. Versions are immutable: a change copies the lines to a new one.
import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { Id } from '#basics/id'
import { lostRace, notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'
import type { Span } from './agreement.ts'

export type AgreementHead = Selectable<DB['agreements.agreement']>
export type StoredLine = Selectable<DB['agreements.line']>

export async function lockAgreement(deed: Deed, agreementId: Id, version: number): Promise<AgreementHead> {
  const row = await deed.tx
    .selectFrom('agreements.agreement')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', agreementId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return notFound()
  return row.version === version ? row : lostRace()
}

export async function insertAgreement(
  deed: Deed,
  row: Omit<Insertable<DB['agreements.agreement']>, 'tenant_id'>,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate | null,
): Promise<void> {
  await deed.tx
    .insertInto('agreements.agreement')
    .values({ ...row, tenant_id: deed.tenant.tenantId })
    .execute()
  await deed.tx
    .insertInto('agreements.agreement_version')
    .values({
      tenant_id: deed.tenant.tenantId,
      agreement_id: row.agreement_id,
      version_no: 1,
      state: 'active',
      valid_from: from,
      valid_to: to,
      made_at: deed.now,
    })
    .execute()
}

export interface VersionChange {
  readonly reason: string | null
  readonly validTo?: Temporal.PlainDate | null
  readonly name?: string
}

/** The next version with the lines of the last. The former is kept as it was: a case keeps the version it was ordered by. */
export async function newVersion(deed: Deed, head: AgreementHead, change: VersionChange): Promise<number> {
  const next = head.current_version + 1
  const { tenantId } = deed.tenant
  const from = sql`tenant_id = ${tenantId} and agreement_id = ${head.agreement_id} and version_no = ${head.current_version}`
  await sql`insert into agreements.agreement_version (tenant_id, agreement_id, version_no, state, valid_from, valid_to, made_at, reason)
    select tenant_id, agreement_id, ${next}, 'active', valid_from, ${change.validTo === undefined ? sql`valid_to` : change.validTo}, ${deed.now}, ${change.reason}
    from agreements.agreement_version where ${from}`.execute(deed.tx)
  await sql`insert into agreements.line (tenant_id, agreement_id, version_no, line_no, customer_id, service_id, offering_id, level_id, schedule_id, system_id, financing, agreed_volume_thousandths, valid_from, valid_to, origin)
    select tenant_id, agreement_id, ${next}, line_no, customer_id, service_id, offering_id, level_id, schedule_id, system_id, financing, agreed_volume_thousandths, valid_from, valid_to, origin
    from agreements.line where ${from}`.execute(deed.tx)
  await sql`update agreements.agreement_version set state = 'ended' where ${from}`.execute(deed.tx)
  await deed.tx
    .updateTable('agreements.agreement')
    .set({
      current_version: next,
      version: head.version + 1,
      ...(change.name === undefined ? {} : { name: change.name }),
    })
    .where('tenant_id', '=', tenantId)
    .where('agreement_id', '=', head.agreement_id)
    .execute()
  return next
}

/** The agreement's span and the lines of its current version. */
export async function currentOf(
  deed: Deed,
  head: AgreementHead,
): Promise<{ span: Span; lines: readonly StoredLine[] }> {
  const version = await deed.tx
    .selectFrom('agreements.agreement_version')
    .select(['valid_from', 'valid_to'])
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', head.agreement_id)
    .where('version_no', '=', head.current_version)
    .executeTakeFirstOrThrow()
  const lines = await deed.tx
    .selectFrom('agreements.line')
    .selectAll()
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', head.agreement_id)
    .where('version_no', '=', head.current_version)
    .orderBy('line_no')
    .execute()
  return { span: { from: version.valid_from, to: version.valid_to }, lines }
}

/** Ends lines of a version that has just been made. One that would begin on that day or later is taken out of it. */
export async function endLines(
  deed: Deed,
  agreementId: Id,
  versionNo: number,
  to: Temporal.PlainDate,
  only?: number,
): Promise<void> {
  const these = sql`tenant_id = ${deed.tenant.tenantId} and agreement_id = ${agreementId} and version_no = ${versionNo}
    and (${only ?? null}::integer is null or line_no = ${only ?? null})`
  await sql`delete from agreements.line where ${these} and valid_from >= ${to}`.execute(deed.tx)
  await sql`update agreements.line set valid_to = ${to} where ${these} and (valid_to is null or valid_to > ${to})`.execute(
    deed.tx,
  )
}

/** Lines that ended with the agreement end with it also when its end is moved. */
export async function moveEnd(
  deed: Deed,
  agreementId: Id,
  versionNo: number,
  ends: { readonly former: Temporal.PlainDate | null; readonly now: Temporal.PlainDate | null },
): Promise<void> {
  await deed.tx
    .updateTable('agreements.line')
    .set({ valid_to: ends.now })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', agreementId)
    .where('version_no', '=', versionNo)
    .where(sql<boolean>`valid_to is not distinct from ${ends.former}::date`)
    .where('valid_from', '<', ends.now ?? sql<Temporal.PlainDate>`'infinity'::date`)
    .execute()
}

/** A number once given to a line is given to no other, also when the line was taken out: `above` is the last one known. */
export async function insertLine(
  deed: Deed,
  row: Omit<Insertable<DB['agreements.line']>, 'tenant_id' | 'line_no'>,
  above = 0,
): Promise<number> {
  const last = await deed.tx
    .selectFrom('agreements.line')
    .select((q) => q.fn.max('line_no').as('n'))
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', row.agreement_id)
    .where('version_no', '=', row.version_no)
    .executeTakeFirst()
  const lineNo = Math.max(last?.n ?? 0, above) + 1
  await deed.tx
    .insertInto('agreements.line')
    .values({ ...row, tenant_id: deed.tenant.tenantId, line_no: lineNo })
    .execute()
  return lineNo
}
