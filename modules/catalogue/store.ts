// The only writer of areas, services and what belongs to a version of a service. Finds and locks too: what a deed decides
// on, it holds.
import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import { lostRace, notFound } from '#basics/refusal'
import type { Deed, View } from '#platform/act'
import type { DB } from '#platform/db/tx'

export type PlainDate = Temporal.PlainDate

export type ServiceHead = Selectable<DB['catalogue.service']>

export type VersionRow = Selectable<DB['catalogue.service_version']>

export type NewVersion = Insertable<DB['catalogue.service_version']>

export type VersionChange = Partial<NewVersion>

export type NewPart = Omit<
  Insertable<DB['catalogue.service_part']>,
  'tenant_id' | 'service_id' | 'version_no' | 'position'
>

export const entered = 'entered'

/** Where something is called by id or by its code. */
export const keyed = (idOrCode: string): 'id' | 'code' => (isId(idOrCode) ? 'id' : 'code')

export function asSeen<R extends { readonly version: number }>(row: R | undefined, version?: number): R {
  if (!row) return notFound()
  if (version !== undefined && row.version !== version) lostRace()
  return row
}

/** Held until the deed is done. The version is compared when the caller says which one it saw. */
export async function lockService(deed: Deed, idOrCode: string, version?: number): Promise<ServiceHead> {
  const row = await deed.tx
    .selectFrom('catalogue.service')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'service_id' : 'code', '=', idOrCode)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

export async function draftOf(view: View, serviceId: Id): Promise<VersionRow | undefined> {
  return view.tx
    .selectFrom('catalogue.service_version')
    .selectAll()
    .where('service_id', '=', serviceId)
    .where('published_at', 'is', null)
    .executeTakeFirst()
}

/** The version whose text holds on a day. */
export async function versionOn(view: View, serviceId: Id, date: PlainDate): Promise<VersionRow | undefined> {
  return view.tx
    .selectFrom('catalogue.service_version')
    .selectAll()
    .where('service_id', '=', serviceId)
    .where('published_at', 'is not', null)
    .where((q) => q.or([q('valid_from', 'is', null), q('valid_from', '<=', date)]))
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', date)]))
    .executeTakeFirst()
}

export async function publishedVersions(view: View, serviceId: Id): Promise<readonly VersionRow[]> {
  return view.tx
    .selectFrom('catalogue.service_version')
    .selectAll()
    .where('service_id', '=', serviceId)
    .where('published_at', 'is not', null)
    .orderBy('version_no')
    .execute()
}

export async function lastVersionNo(view: View, serviceId: Id): Promise<number> {
  const row = await view.tx
    .selectFrom('catalogue.service_version')
    .select((q) => q.fn.max('version_no').as('last'))
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  return row?.last ?? 0
}

export async function insertService(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.service']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.service')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

/** Every change of a service, its draft or what belongs to it counts its version up. */
export async function touchService(
  deed: Deed,
  service: ServiceHead,
  change: Updateable<DB['catalogue.service']> = {},
): Promise<void> {
  await deed.tx
    .updateTable('catalogue.service')
    .set({ ...change, version: service.version + 1 })
    .where('service_id', '=', service.service_id)
    .execute()
}

export async function insertVersion(deed: Deed, row: Omit<NewVersion, 'tenant_id'>): Promise<void> {
  await deed.tx
    .insertInto('catalogue.service_version')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function updateVersion(
  deed: Deed,
  serviceId: Id,
  versionNo: number,
  change: VersionChange,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await deed.tx
    .updateTable('catalogue.service_version')
    .set(change)
    .where('service_id', '=', serviceId)
    .where('version_no', '=', versionNo)
    .execute()
}

export async function deleteDraft(deed: Deed, serviceId: Id, versionNo: number): Promise<void> {
  await replaceParts(deed, serviceId, versionNo, [])
  await deed.tx
    .deleteFrom('catalogue.service_version')
    .where('service_id', '=', serviceId)
    .where('version_no', '=', versionNo)
    .where('published_at', 'is', null)
    .execute()
}

/** A proposal that was never published, with what hangs on it alone. */
export async function deleteService(deed: Deed, serviceId: Id): Promise<void> {
  await deed.tx.deleteFrom('catalogue.eligibility').where('service_id', '=', serviceId).execute()
  await deed.tx.deleteFrom('catalogue.service_provider').where('service_id', '=', serviceId).execute()
  await deed.tx
    .deleteFrom('catalogue.service')
    .where('service_id', '=', serviceId)
    .where('published_version', 'is', null)
    .execute()
}

export async function hasWaysIn(view: View, serviceId: Id): Promise<boolean> {
  const found = await view.tx
    .selectFrom('catalogue.offering')
    .select('service_id')
    .where('service_id', '=', serviceId)
    .unionAll(view.tx.selectFrom('catalogue.request_type').select('service_id').where('service_id', '=', serviceId))
    .unionAll(
      view.tx
        .selectFrom('catalogue.promise')
        .select(sql<Id>`service_id`.as('service_id'))
        .where('service_id', '=', serviceId),
    )
    .limit(1)
    .execute()
  return found.length > 0
}

export async function partsOf(view: View, serviceId: Id, versionNo: number) {
  return view.tx
    .selectFrom('catalogue.service_part')
    .select(['kind', 'what', 'done_by', 'origin'])
    .where('service_id', '=', serviceId)
    .where('version_no', '=', versionNo)
    .orderBy('position')
    .execute()
}

export async function replaceParts(
  deed: Deed,
  serviceId: Id,
  versionNo: number,
  parts: readonly NewPart[],
): Promise<void> {
  await deed.tx
    .deleteFrom('catalogue.service_part')
    .where('service_id', '=', serviceId)
    .where('version_no', '=', versionNo)
    .execute()
  if (parts.length === 0) return
  await deed.tx
    .insertInto('catalogue.service_part')
    .values(
      parts.map((part, n) => ({
        tenant_id: deed.tenant.tenantId,
        service_id: serviceId,
        version_no: versionNo,
        position: n + 1,
        ...part,
      })),
    )
    .execute()
}

export async function providersOf(view: View, serviceId: Id) {
  return view.tx
    .selectFrom('catalogue.service_provider')
    .select(['unit_id', 'supplier_party_id', 'valid_from', 'valid_to'])
    .where('service_id', '=', serviceId)
    .orderBy('valid_from')
    .execute()
}

export interface NewProvider {
  readonly unit_id: Id
  readonly supplier_party_id: Id | null
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
}

/** Puts the provider in its place in time; whoever provides on its first day hands over that day. */
export async function insertProvider(deed: Deed, serviceId: Id, provider: NewProvider): Promise<void> {
  await deed.tx
    .deleteFrom('catalogue.service_provider')
    .where('service_id', '=', serviceId)
    .where('valid_from', '=', provider.valid_from)
    .execute()
  await deed.tx
    .updateTable('catalogue.service_provider')
    .set({ valid_to: provider.valid_from })
    .where('service_id', '=', serviceId)
    .where('valid_from', '<', provider.valid_from)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', provider.valid_from)]))
    .execute()
  await deed.tx
    .insertInto('catalogue.service_provider')
    .values({ tenant_id: deed.tenant.tenantId, service_id: serviceId, ...provider })
    .execute()
}

export async function insertReview(
  deed: Deed,
  row: Omit<Insertable<DB['catalogue.review']>, 'tenant_id'>,
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.review')
    .values({ tenant_id: deed.tenant.tenantId, ...row })
    .execute()
}

export async function askCustomers(
  deed: Deed,
  serviceId: Id,
  versionNo: number,
  customerIds: readonly Id[],
): Promise<readonly Id[]> {
  const asked = await deed.tx
    .insertInto('catalogue.sign_off')
    .values(
      customerIds.map((customer_id) => ({
        tenant_id: deed.tenant.tenantId,
        service_id: serviceId,
        version_no: versionNo,
        customer_id,
        asked_by: deed.actor.personId,
        asked_at: deed.now,
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning('customer_id')
    .execute()
  return asked.map((row) => row.customer_id)
}

export async function signOffsOf(view: View, serviceId: Id, versionNo: number) {
  return view.tx
    .selectFrom('catalogue.sign_off')
    .select(['customer_id', 'asked_at', 'signed_by', 'signed_at'])
    .where('service_id', '=', serviceId)
    .where('version_no', '=', versionNo)
    .execute()
}

export async function sign(deed: Deed, serviceId: Id, versionNo: number, customerId: Id): Promise<void> {
  await deed.tx
    .updateTable('catalogue.sign_off')
    .set({ signed_by: deed.actor.personId, signed_at: deed.now })
    .where('service_id', '=', serviceId)
    .where('version_no', '=', versionNo)
    .where('customer_id', '=', customerId)
    .where('signed_at', 'is', null)
    .execute()
}

export interface EligibilityRow {
  readonly customer_type: string | null
  readonly customer_id: Id | null
  readonly must: boolean
}

export async function replaceEligibility(deed: Deed, serviceId: Id, rows: readonly EligibilityRow[]): Promise<void> {
  await deed.tx.deleteFrom('catalogue.eligibility').where('service_id', '=', serviceId).execute()
  if (rows.length === 0) return
  await deed.tx
    .insertInto('catalogue.eligibility')
    .values(rows.map((row, n) => ({ tenant_id: deed.tenant.tenantId, service_id: serviceId, n: n + 1, ...row })))
    .execute()
}
