// The only writer of the tables of agreements. Versions are immutable: a change copies the lines to a new one.
import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { Id } from '#basics/id'
import { lostRace, notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import type { DB } from '#platform/db/tx'

export type AgreementHead = Selectable<DB['agreements.agreement']>

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

/** The next version with the lines of the last; the last one ends where the new begins to hold. */
export async function newVersion(deed: Deed, head: AgreementHead): Promise<number> {
  const next = head.current_version + 1
  const key = { tenant_id: deed.tenant.tenantId, agreement_id: head.agreement_id }
  await sql`insert into agreements.agreement_version (tenant_id, agreement_id, version_no, state, valid_from, valid_to, made_at)
    select tenant_id, agreement_id, ${next}, 'active', valid_from, valid_to, ${deed.now} from agreements.agreement_version where tenant_id = ${key.tenant_id} and agreement_id = ${key.agreement_id} and version_no = ${head.current_version}`.execute(
    deed.tx,
  )
  await sql`insert into agreements.line (tenant_id, agreement_id, version_no, line_no, customer_id, service_id, offering_id, level_id, schedule_id, system_id, financing, agreed_volume_thousandths, valid_from, valid_to, origin)
    select tenant_id, agreement_id, ${next}, line_no, customer_id, service_id, offering_id, level_id, schedule_id, system_id, financing, agreed_volume_thousandths, valid_from, valid_to, origin from agreements.line where tenant_id = ${key.tenant_id} and agreement_id = ${key.agreement_id} and version_no = ${head.current_version}`.execute(
    deed.tx,
  )
  await deed.tx
    .updateTable('agreements.agreement_version')
    .set({ state: 'ended' })
    .where('tenant_id', '=', key.tenant_id)
    .where('agreement_id', '=', key.agreement_id)
    .where('version_no', '=', head.current_version)
    .execute()
  await deed.tx
    .updateTable('agreements.agreement')
    .set({ current_version: next, version: head.version + 1 })
    .where('tenant_id', '=', key.tenant_id)
    .where('agreement_id', '=', key.agreement_id)
    .execute()
  return next
}

export async function insertLine(
  deed: Deed,
  row: Omit<Insertable<DB['agreements.line']>, 'tenant_id' | 'line_no'>,
): Promise<number> {
  const last = await deed.tx
    .selectFrom('agreements.line')
    .select((q) => q.fn.max('line_no').as('n'))
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', row.agreement_id)
    .where('version_no', '=', row.version_no)
    .executeTakeFirst()
  const lineNo = (last?.n ?? 0) + 1
  await deed.tx
    .insertInto('agreements.line')
    .values({ ...row, tenant_id: deed.tenant.tenantId, line_no: lineNo })
    .execute()
  return lineNo
}

export async function beganOn(deed: Deed, head: AgreementHead): Promise<Temporal.PlainDate> {
  const found = await deed.tx
    .selectFrom('agreements.agreement_version')
    .select('valid_from')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', head.agreement_id)
    .where('version_no', '=', head.current_version)
    .executeTakeFirstOrThrow()
  return found.valid_from
}

export async function endLines(deed: Deed, agreementId: Id, versionNo: number, to: Temporal.PlainDate): Promise<void> {
  await deed.tx
    .updateTable('agreements.agreement_version')
    .set({ valid_to: to })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', agreementId)
    .where('version_no', '=', versionNo)
    .execute()
  await deed.tx
    .updateTable('agreements.line')
    .set({ valid_to: to })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('agreement_id', '=', agreementId)
    .where('version_no', '=', versionNo)
    .where('valid_from', '<', to)
    .execute()
}
