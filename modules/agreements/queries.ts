// Reads of agreements: the line an order stands on, and the agreement's page.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { customersById } from '#organisation'
import type { AgreementRow, AgreementView } from './contract.ts'

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
export async function lineFor(
  view: View,
  asked: { customerId: Id; serviceId: Id; offeringId: Id | null },
  on: Temporal.PlainDate,
): Promise<AgreementLine | null> {
  const row = await view.tx
    .selectFrom('agreements.line as l')
    .innerJoin('agreements.agreement_version as v', (j) =>
      j
        .onRef('v.tenant_id', '=', 'l.tenant_id')
        .onRef('v.agreement_id', '=', 'l.agreement_id')
        .onRef('v.version_no', '=', 'l.version_no'),
    )
    .select(['l.agreement_id', 'l.version_no', 'l.line_no'])
    .where('l.tenant_id', '=', view.tenant.tenantId)
    .where('l.customer_id', '=', asked.customerId)
    .where('l.service_id', '=', asked.serviceId)
    .where((e) =>
      e.or([
        e('l.offering_id', 'is', null),
        ...(asked.offeringId === null ? [] : [e('l.offering_id', '=', asked.offeringId)]),
      ]),
    )
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

/** Agreements the viewer is a party to: the row policy decides. */
export async function listAgreements(view: View): Promise<AgreementRow[]> {
  const rows = await heads(view).orderBy('a.name').orderBy('a.agreement_id').limit(2000).execute()
  const counts = await view.tx
    .selectFrom('agreements.line')
    .select(['agreement_id', 'version_no', (q) => q.fn.countAll<bigint>().as('n')])
    .where('tenant_id', '=', view.tenant.tenantId)
    .groupBy(['agreement_id', 'version_no'])
    .execute()
  const customers = await customersById(
    view,
    rows.map((row) => row.customer_id),
    view.today,
  )
  return rows.map((row) => ({
    id: row.agreement_id,
    kind: row.kind,
    name: row.name,
    customer: customers.get(row.customer_id)?.name ?? '',
    lines: Number(
      counts.find((count) => count.agreement_id === row.agreement_id && count.version_no === row.current_version)?.n ??
        0,
    ),
    state: stateOf(row, view.today),
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
  }))
}

const heads = (view: View) =>
  view.tx
    .selectFrom('agreements.agreement as a')
    .innerJoin('agreements.agreement_version as v', (j) =>
      j
        .onRef('v.tenant_id', '=', 'a.tenant_id')
        .onRef('v.agreement_id', '=', 'a.agreement_id')
        .onRef('v.version_no', '=', 'a.current_version'),
    )
    .innerJoin('organisation.party as p', (j) =>
      j.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.party_id', '=', 'a.provider_party_id'),
    )
    .selectAll('a')
    .select(['v.state', 'v.valid_from', 'v.valid_to', 'p.name as provider'])
    .where('a.tenant_id', '=', view.tenant.tenantId)

const stateOf = (
  row: { state: AgreementRow['state']; valid_to: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): AgreementRow['state'] => (row.valid_to && Temporal.PlainDate.compare(row.valid_to, today) <= 0 ? 'ended' : row.state)

export async function agreementById(view: View, agreementId: Id): Promise<AgreementView> {
  const row = await heads(view).where('a.agreement_id', '=', agreementId).executeTakeFirst()
  if (!row) return notFound()
  const lines = await view.tx
    .selectFrom('agreements.line as l')
    .innerJoin('catalogue.service as s', (j) =>
      j.onRef('s.tenant_id', '=', 'l.tenant_id').onRef('s.service_id', '=', 'l.service_id'),
    )
    .leftJoin('catalogue.service_version as sv', (j) =>
      j
        .onRef('sv.tenant_id', '=', 's.tenant_id')
        .onRef('sv.service_id', '=', 's.service_id')
        .onRef('sv.version_no', '=', 's.published_version'),
    )
    .leftJoin('catalogue.offering as o', (j) =>
      j.onRef('o.tenant_id', '=', 'l.tenant_id').onRef('o.offering_id', '=', 'l.offering_id'),
    )
    .leftJoin('catalogue.level as lv', (j) =>
      j.onRef('lv.tenant_id', '=', 'l.tenant_id').onRef('lv.level_id', '=', 'l.level_id'),
    )
    .leftJoin('organisation.schedule as sc', (j) =>
      j.onRef('sc.tenant_id', '=', 'l.tenant_id').onRef('sc.schedule_id', '=', 'l.schedule_id'),
    )
    .selectAll('l')
    .select(['s.code', 'sv.name_sv as service', 'o.name_sv as offering', 'lv.name_sv as level', 'sc.name as schedule'])
    .where('l.tenant_id', '=', view.tenant.tenantId)
    .where('l.agreement_id', '=', agreementId)
    .where('l.version_no', '=', row.current_version)
    .orderBy('l.line_no')
    .execute()
  const named = (id: Id | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
  return {
    id: row.agreement_id,
    kind: row.kind,
    name: row.name,
    provider: { id: row.provider_party_id, name: row.provider },
    customer: {
      id: row.customer_id,
      name: (await customersById(view, [row.customer_id], view.today)).get(row.customer_id)?.name ?? '',
    },
    versionNo: row.current_version,
    state: stateOf(row, view.today),
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
    version: row.version,
    lines: lines.map((line) => ({
      lineNo: line.line_no,
      service: { id: line.service_id, name: line.service ?? line.code },
      serviceCode: line.code,
      offering: named(line.offering_id, line.offering),
      level: named(line.level_id, line.level),
      schedule: named(line.schedule_id, line.schedule),
      financing: line.financing,
      agreedVolumeThousandths: line.agreed_volume_thousandths === null ? null : Number(line.agreed_volume_thousandths),
      validFrom: line.valid_from.toString(),
      validTo: line.valid_to?.toString() ?? null,
      origin: line.origin,
    })),
  }
}

/** Customers with a line for the service: who uses it (TY-079). */
export async function usersByAgreement(
  view: View,
  serviceId: Id,
  on: Temporal.PlainDate,
): Promise<readonly { customerId: Id; how: 'agreement' }[]> {
  const rows = await view.tx
    .selectFrom('agreements.line')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('service_id', '=', serviceId)
    .where('valid_from', '<=', on)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', on)]))
    .execute()
  return rows.map((row) => ({ customerId: row.customer_id, how: 'agreement' as const }))
}
