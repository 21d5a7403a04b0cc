// Reads of promises: what may hold for a request (the pure rule in promise.ts chooses), and what is shown on a page.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import type { PromiseShown } from '../contract.ts'
import type { Holder, PromiseCandidate } from '../promise.ts'
import { holders } from '../promise.ts'
import type { Level } from './contract.ts'
import type { PromiseRow } from './store.ts'

type PlainDate = Temporal.PlainDate

export interface PromiseHolders {
  /** The level of the agreement line, when there is one. */
  readonly levelId?: Id | null | undefined
  readonly requestTypeId?: Id | null | undefined
  readonly serviceId?: Id | null | undefined
  readonly date: PlainDate
}

/** Every measurable promise of the day that could hold for a request: level, request type, service, its area, the office. */
export async function promiseCandidates(view: View, asked: PromiseHolders): Promise<readonly PromiseCandidate[]> {
  const rows = await heldOn(view, asked)
  return rows.flatMap((row) => {
    const { clock_kind: clockKind, amount, unit } = row
    if (clockKind === null || amount === null || unit === null) return []
    return [
      {
        promiseId: row.promise_id,
        versionNo: row.version_no,
        holder: holderOf(row),
        clockKind,
        amount,
        unit,
        channel: row.channel,
        priority: row.priority,
        towards: row.towards,
        strength: row.strength,
        targetShareThousandths: row.target_share_thousandths,
        guarantee: row.guarantee,
        name: { sv: row.name_sv, en: row.name_en },
        validFrom: row.valid_from,
        validTo: row.valid_to,
      },
    ]
  })
}

/** Promises shown on the page of a service: its own, its request types', its area's and the office's; nearest first. */
export async function promisesOfService(view: View, serviceId: Id, date: PlainDate): Promise<readonly PromiseShown[]> {
  const rows = await heldOn(view, { serviceId, date }, true)
  return rows.map(promiseShown).toSorted((a, b) => holders.indexOf(a.holder) - holders.indexOf(b.holder))
}

async function heldOn(view: View, asked: PromiseHolders, ofAllRequests = false): Promise<readonly PromiseRow[]> {
  const serviceId = asked.serviceId ?? (await serviceOf(view, asked.requestTypeId ?? null))
  const types = asked.requestTypeId
    ? [asked.requestTypeId]
    : ofAllRequests && serviceId
      ? await requestTypesOf(view, serviceId)
      : []
  const areaId = serviceId ? await areaOf(view, serviceId) : null
  return onDay(view, asked.date)
    .where((q) =>
      q.or([
        q.and([
          q('level_id', 'is', null),
          q('request_type_id', 'is', null),
          q('service_id', 'is', null),
          q('area_id', 'is', null),
        ]),
        ...(asked.levelId ? [q('level_id', '=', asked.levelId)] : []),
        ...(types.length > 0 ? [q('request_type_id', 'in', types)] : []),
        ...(serviceId ? [q('service_id', '=', serviceId)] : []),
        ...(areaId ? [q('area_id', '=', areaId)] : []),
      ]),
    )
    .execute()
}

function onDay(view: View, date: PlainDate) {
  return view.tx
    .selectFrom('catalogue.promise')
    .selectAll()
    .where('valid_from', '<=', date)
    .where((q) => q.or([q('valid_to', 'is', null), q('valid_to', '>', date)]))
    .orderBy('promise_id')
}

async function serviceOf(view: View, requestTypeId: Id | null): Promise<Id | null> {
  if (requestTypeId === null) return null
  const row = await view.tx
    .selectFrom('catalogue.request_type')
    .select('service_id')
    .where('request_type_id', '=', requestTypeId)
    .executeTakeFirst()
  return row?.service_id ?? null
}

async function areaOf(view: View, serviceId: Id): Promise<Id | null> {
  const row = await view.tx
    .selectFrom('catalogue.service')
    .select('area_id')
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  return row?.area_id ?? null
}

async function requestTypesOf(view: View, serviceId: Id): Promise<Id[]> {
  const rows = await view.tx
    .selectFrom('catalogue.request_type')
    .select('request_type_id')
    .where('service_id', '=', serviceId)
    .execute()
  return rows.map((row) => row.request_type_id)
}

function holderOf(row: PromiseRow): Holder {
  if (row.level_id !== null) return 'level'
  if (row.request_type_id !== null) return 'request_type'
  if (row.service_id !== null) return 'service'
  return row.area_id === null ? 'office' : 'area'
}

export function promiseShown(row: PromiseRow): PromiseShown {
  return {
    promiseId: row.promise_id,
    versionNo: row.version_no,
    code: row.code,
    label: row.label,
    holder: holderOf(row),
    holderId: row.level_id ?? row.request_type_id ?? row.service_id ?? row.area_id,
    clockKind: row.clock_kind,
    amount: row.amount,
    unit: row.unit,
    channel: row.channel,
    priority: row.priority,
    towards: row.towards,
    strength: row.strength,
    targetShareThousandths: row.target_share_thousandths,
    guarantee: row.guarantee,
    name: { sv: row.name_sv, en: row.name_en },
    validFrom: row.valid_from.toString(),
    validTo: row.valid_to?.toString() ?? null,
    origin: row.origin,
  }
}

/** All that hold on a day, nearest holder last: the office's guarantees head the page. */
export async function promisesOn(view: View, date: PlainDate): Promise<readonly PromiseShown[]> {
  const rows = await onDay(view, date).limit(5000).execute()
  return rows
    .map(promiseShown)
    .toSorted(
      (a, b) =>
        holders.indexOf(b.holder) - holders.indexOf(a.holder) || (a.code ?? '').localeCompare(b.code ?? '', 'sv'),
    )
}

export async function promiseVersion(view: View, promiseId: Id, versionNo?: number): Promise<PromiseShown> {
  let query = view.tx.selectFrom('catalogue.promise').selectAll().where('promise_id', '=', promiseId)
  if (versionNo !== undefined) query = query.where('version_no', '=', versionNo)
  const row = await query.orderBy('version_no', 'desc').limit(1).executeTakeFirst()
  return row ? promiseShown(row) : notFound()
}

export async function levelsOn(view: View, date: PlainDate): Promise<readonly Level[]> {
  const rows = await view.tx
    .selectFrom('catalogue.level as l')
    .leftJoin('organisation.schedule as s', (join) =>
      join.onRef('s.tenant_id', '=', 'l.tenant_id').onRef('s.schedule_id', '=', 'l.schedule_id'),
    )
    .selectAll('l')
    .select('s.name as schedule_name')
    .orderBy('l.code')
    .execute()
  const promises = (await onDay(view, date).where('level_id', 'is not', null).execute()).map(promiseShown)
  return rows.map((row) => ({
    levelId: row.level_id,
    code: row.code,
    name: { sv: row.name_sv, en: row.name_en },
    scheduleId: row.schedule_id,
    scheduleName: row.schedule_name,
    promises: promises.filter((promise) => promise.holderId === row.level_id),
  }))
}
