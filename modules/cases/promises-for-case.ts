// Which promises hold for a case, and by which hours they are counted (model.md §3): per clock kind the first that exists of
// agreement line → request type → service → area → office; hours of agreement line → request type at the place → place →
// provider unit → tenant.
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { Channel, Priority } from './case.ts'
import type { HoursForCase, PromiseForCase } from './clocks.ts'
import { hoursFor, promisesOn } from './terms.ts'

export interface CaseForPromise {
  readonly request_type_id: Id
  readonly channel: string
  readonly priority: string
  readonly place_id: Id | null
  readonly requester_id: Id | null
  readonly provider_unit_id: Id
  readonly agreement_id: Id | null
  readonly agreement_version_no: number | null
  readonly agreement_line_no: number | null
}

/** The agreement line a case stands on. */
export function lineOf(
  row: Pick<CaseForPromise, 'agreement_id' | 'agreement_version_no' | 'agreement_line_no'>,
): { agreementId: Id; versionNo: number; lineNo: number } | null {
  if (row.agreement_id === null) return null
  return {
    agreementId: row.agreement_id,
    versionNo: row.agreement_version_no ?? 1,
    lineNo: row.agreement_line_no ?? 1,
  }
}

export async function promisesFor(
  view: View,
  row: CaseForPromise,
  date: Temporal.PlainDate = view.today,
): Promise<{ promises: readonly PromiseForCase[]; hours: HoursForCase | null }> {
  const line = lineOf(row)
  const hours = await hoursFor(view, {
    line,
    requestTypeId: row.request_type_id,
    placeId: row.place_id,
    unitId: row.provider_unit_id,
  })
  const promises = await promisesOn(view, {
    line,
    requestTypeId: row.request_type_id,
    channel: row.channel as Channel,
    priority: row.priority as Priority,
    outside: row.requester_id === null,
    date,
  })
  return { promises, hours }
}
