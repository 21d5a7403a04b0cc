// How every deed begins: lock the case, see that the actor may read it (else it does not exist), ask access, ask the rule,
// compare the version seen. One place, so that no deed can forget one of them.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { allow, may } from '#platform/access'
import type { CaseDeed } from './case.ts'
import { mustFollow } from './case.ts'
import { relationsTo } from './access.ts'
import type { CaseRow } from './store.ts'
import { lockCase, mustBeVersion } from './store.ts'

export async function loadFor(
  deed: Deed,
  doing: CaseDeed,
  caseId: Id,
  seenVersion?: number,
  relations: readonly string[] = [],
): Promise<CaseRow> {
  const row = await lockCase(deed, caseId)
  const held = relationsTo(deed.actor, row, relations)
  if (!may(deed.actor, 'case.read', held) && !held.has('approver')) notFound()
  allow(deed.actor, `case.${doing}`, held)
  mustBeVersion(row, seenVersion)
  mustFollow(doing, row.state)
  return row
}

/** The topics whose pages show this case. */
export function topicsOf(
  row: Pick<CaseRow, 'case_id' | 'provider_unit_id' | 'requester_id' | 'customer_id' | 'owner_person_id'>,
): string[] {
  return [
    `case:${row.case_id}`,
    `unit:${row.provider_unit_id}`,
    ...(row.requester_id ? [`person:${row.requester_id}`] : []),
    ...(row.owner_person_id ? [`person:${row.owner_person_id}`] : []),
    ...(row.customer_id ? [`customer:${row.customer_id}`] : []),
  ]
}
