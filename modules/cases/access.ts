// Who may do what to a case. Relations: requester, watcher, purchaser and coordinator (of the case's customer),
// handler (the case lies with a unit the seat reaches). What is not listed is refused.
import type { Actor } from '#platform/actor'
import type { AccessTable } from '#platform/access'
import type { Id } from '#basics/id'

const handle = { right: 'case.handle', relation: 'handler' } as const
const requester = { relation: 'requester' } as const
const purchaser = { relation: 'purchaser' } as const
const reader = [requester, { relation: 'watcher' }, purchaser, handle] as const

export const casesAccess: AccessTable = {
  'case.open': [{}],
  'case.register': [{ right: 'case.register' }],
  'case.list': [{}],
  'case.queue': [{ right: 'case.handle' }],
  'case.read': reader,
  'case.read_notes': [handle],
  'case.take': [handle],
  'case.assign': [handle],
  'case.hand_over': [handle],
  'case.start': [handle],
  'case.pause': [handle],
  'case.resume': [handle],
  'case.deliver': [handle],
  'case.reply': [handle],
  'case.note': [handle],
  'case.write': [requester, { relation: 'watcher' }, purchaser],
  'case.write_down': [handle],
  'case.confirm': [requester],
  'case.reopen': [requester, handle],
  'case.withdraw': [requester],
  'case.approve': [{ relation: 'approver' }],
  'case.approvals': [{}],
  'case.rate': [requester],
  'case.change_priority': [handle],
  'case.change_facts': [handle],
  'case.watch': [requester, purchaser, handle],
  'case.relate': [handle],
  'case.set_parent': [handle],
  'case.merge': [handle],
  'case.undo_merge': [handle],
  'case.convert': [handle],
  'case.load': [{ right: 'unit.manage' }, { right: 'figures.read' }],
}

export interface CaseForAccess {
  readonly requester_id: Id | null
  readonly watchers: readonly Id[]
  readonly customer_id: Id | null
  readonly provider_unit_id: Id
}

export function relationsTo(actor: Actor, row: CaseForAccess, more: readonly string[] = []): ReadonlySet<string> {
  const found = new Set(more)
  if (actor.personId !== null && row.requester_id === actor.personId) found.add('requester')
  if (actor.personId !== null && row.watchers.includes(actor.personId)) found.add('watcher')
  if (row.customer_id !== null && actor.customers.includes(row.customer_id)) found.add('purchaser')
  if (actor.unitIds.includes(row.provider_unit_id)) found.add('handler')
  return found
}
