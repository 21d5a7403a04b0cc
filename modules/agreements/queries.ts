// Reads of agreements: the line an order stands on, and the agreement's page.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { stateOn } from './agreement.ts'
import type { AgreementRow, AgreementView } from './contract.ts'

type PlainDate = Temporal.PlainDate

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

export interface ListedAgreement {
  readonly agreement_id: Id
  readonly kind: AgreementRow['kind']
  readonly name: string
  readonly sort_name: string
  readonly provider_party_id: Id
  readonly provider: string
  readonly customer_id: Id
  readonly customer: string | null
  readonly current_version: number
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
  readonly lines: bigint
  readonly origin: string
  readonly version: number
}

/** Agreements the viewer is a party to: the row policy decides. Named and counted as of the day. */
export function agreementRows(view: View, on: PlainDate) {
  return view.tx
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
    .select([
      'v.valid_from',
      'v.valid_to',
      'p.name as provider',
      sql<string | null>`(select u.name from organisation.customer c
        join organisation.unit_placement u on u.tenant_id = c.tenant_id and u.unit_id = c.unit_id
        where c.tenant_id = a.tenant_id and c.customer_id = a.customer_id
        order by u.valid_from > ${on}, u.valid_from desc limit 1)`.as('customer'),
      sql<bigint>`(select count(*) from agreements.line l where l.tenant_id = a.tenant_id and l.agreement_id = a.agreement_id
        and l.version_no = a.current_version and l.valid_from <= ${on} and (l.valid_to is null or l.valid_to > ${on}))`.as(
        'lines',
      ),
    ])
    .where('a.tenant_id', '=', view.tenant.tenantId)
}

const headOf = (row: ListedAgreement, on: PlainDate) => ({
  id: row.agreement_id,
  kind: row.kind,
  name: row.name,
  customer: { id: row.customer_id, name: row.customer ?? '' },
  provider: { id: row.provider_party_id, name: row.provider },
  state: stateOn({ from: row.valid_from, to: row.valid_to }, on),
  validFrom: row.valid_from.toString(),
  validTo: row.valid_to?.toString() ?? null,
  origin: row.origin,
  version: row.version,
})

export const asAgreementRow = (row: ListedAgreement, on: PlainDate): AgreementRow => ({
  ...headOf(row, on),
  lines: Number(row.lines),
})

export async function agreementById(view: View, agreementId: Id, versionNo?: number): Promise<AgreementView> {
  const row = await agreementRows(view, view.today).where('a.agreement_id', '=', agreementId).executeTakeFirst()
  if (!row) return notFound()
  const versions = await versionsOf(view, agreementId)
  const shown = versionNo ?? row.current_version
  if (!versions.some((one) => one.versionNo === shown)) return notFound()
  return {
    ...headOf(row, view.today),
    versionNo: shown,
    lines: await linesOf(view, agreementId, shown),
    versions,
    may: ['agreement.keep'].filter((verb) => may(view.actor, verb)),
  }
}

async function versionsOf(view: View, agreementId: Id): Promise<AgreementView['versions']> {
  const rows = await view.tx
    .selectFrom('agreements.agreement_version as v')
    .select(['v.version_no', 'v.made_at', 'v.reason'])
    .select(
      sql<bigint>`(select count(*) from agreements.line l where l.tenant_id = v.tenant_id and l.agreement_id = v.agreement_id and l.version_no = v.version_no)`.as(
        'lines',
      ),
    )
    .where('v.tenant_id', '=', view.tenant.tenantId)
    .where('v.agreement_id', '=', agreementId)
    .orderBy('v.version_no', 'desc')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    versionNo: row.version_no,
    madeAt: row.made_at.toString(),
    reason: row.reason,
    lines: Number(row.lines),
  }))
}

async function linesOf(view: View, agreementId: Id, versionNo: number): Promise<AgreementView['lines']> {
  const rows = await view.tx
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
    .leftJoin('systems.system as y', (j) =>
      j.onRef('y.tenant_id', '=', 'l.tenant_id').onRef('y.system_id', '=', 'l.system_id'),
    )
    .leftJoin('catalogue.level as lv', (j) =>
      j.onRef('lv.tenant_id', '=', 'l.tenant_id').onRef('lv.level_id', '=', 'l.level_id'),
    )
    .leftJoin('organisation.schedule as sc', (j) =>
      j.onRef('sc.tenant_id', '=', 'l.tenant_id').onRef('sc.schedule_id', '=', 'l.schedule_id'),
    )
    .selectAll('l')
    .select(['s.code', 'sv.name_sv as service', 'o.name_sv as offering', 'y.name as system'])
    .select(['lv.name_sv as level', 'sc.name as schedule'])
    .where('l.tenant_id', '=', view.tenant.tenantId)
    .where('l.agreement_id', '=', agreementId)
    .where('l.version_no', '=', versionNo)
    .orderBy('l.line_no')
    .execute()
  const named = (id: Id | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
  return rows.map((line) => ({
    lineNo: line.line_no,
    service: { id: line.service_id, name: line.service ?? line.code },
    serviceCode: line.code,
    offering: named(line.offering_id, line.offering),
    system: named(line.system_id, line.system),
    level: named(line.level_id, line.level),
    schedule: named(line.schedule_id, line.schedule),
    financing: line.financing,
    agreedVolumeThousandths: line.agreed_volume_thousandths === null ? null : Number(line.agreed_volume_thousandths),
    validFrom: line.valid_from.toString(),
    validTo: line.valid_to?.toString() ?? null,
    origin: line.origin,
  }))
}

/** Customers with a line for the service on the day, by the version in force: what an earlier version said is no use of it. */
export async function usersByAgreement(
  view: View,
  serviceId: Id,
  on: PlainDate,
): Promise<readonly { customerId: Id; how: 'agreement' }[]> {
  const rows = await view.tx
    .selectFrom('agreements.line as l')
    .innerJoin('agreements.agreement_version as v', (j) =>
      j
        .onRef('v.tenant_id', '=', 'l.tenant_id')
        .onRef('v.agreement_id', '=', 'l.agreement_id')
        .onRef('v.version_no', '=', 'l.version_no')
        .on('v.state', '=', 'active'),
    )
    .select('l.customer_id')
    .distinct()
    .where('l.tenant_id', '=', view.tenant.tenantId)
    .where('l.service_id', '=', serviceId)
    .where('l.valid_from', '<=', on)
    .where((e) => e.or([e('l.valid_to', 'is', null), e('l.valid_to', '>', on)]))
    .execute()
  return rows.map((row) => ({ customerId: row.customer_id, how: 'agreement' as const }))
}
