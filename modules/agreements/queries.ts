// Reads of agreements: the line an order stands on, and the agreement's page.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { View } from '#platform/act'

export interface AgreementLine {
  readonly agreementId: Id
  readonly versionNo: number
  readonly lineNo: number
}

export interface LineTerms {
  readonly levelId: Id | null
  readonly scheduleId: Id | null
  readonly financing: 'price' | 'key' | 'fixed' | 'appropriation' | 'none'
}

/**
 * The line of the customer's agreement in force on the day that covers the service, the one for the very offering first.
 * Null: there is none, and the screen says so.
 */
export async function lineFor(view: View, asked: { customerId: Id; serviceId: Id; offeringId: Id | null }, on: Temporal.PlainDate): Promise<AgreementLine | null> {
  const row = await view.tx
    .selectFrom('agreements.line as l')
    .innerJoin('agreements.agreement_version as v', (j) => j.onRef('v.tenant_id', '=', 'l.tenant_id').onRef('v.agreement_id', '=', 'l.agreement_id').onRef('v.version_no', '=', 'l.version_no'))
    .select(['l.agreement_id', 'l.version_no', 'l.line_no'])
    .where('l.tenant_id', '=', view.tenant.tenantId)
    .where('l.customer_id', '=', asked.customerId)
    .where('l.service_id', '=', asked.serviceId)
    .where((e) => e.or([e('l.offering_id', 'is', null), ...(asked.offeringId === null ? [] : [e('l.offering_id', '=', asked.offeringId)])]))
    .where('v.state', '=', 'active')
    .where('l.valid_from', '<=', on)
    .where((e) => e.or([e('l.valid_to', 'is', null), e('l.valid_to', '>', on)]))
    .orderBy(sql`l.offering_id is null`)
    .orderBy('l.agreement_id')
    .orderBy('l.line_no')
    .limit(1)
    .executeTakeFirst()
  return row ? { agreementId: row.agreement_id, versionNo: row.version_no, lineNo: row.line_no } : null
}

/** What the line says of level, hours and financing; versions are immutable, so a case keeps what it was ordered by. */
export async function lineTerms(view: View, line: AgreementLine): Promise<LineTerms | null> {
  const row = await view.tx
    .selectFrom('agreements.line')
    .select(['level_id', 'schedule_id', 'financing'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('agreement_id', '=', line.agreementId)
    .where('version_no', '=', line.versionNo)
    .where('line_no', '=', line.lineNo)
    .executeTakeFirst()
  return row ? { levelId: row.level_id, scheduleId: row.schedule_id, financing: row.financing } : null
}
