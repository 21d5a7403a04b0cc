// Who may do what in the catalogue. Everyone signed in reads it and may propose a service or put forward a wish; the
// area's catalogue owner publishes (TY-075). Relations: proposer (of the draft), owns_area (the area's named owner, its
// owning unit, or nobody is named), signs_for (purchaser or coordinator of the customer), own_customer (the seat's own).
import type { AccessTable } from '#platform/access'
import type { Actor } from '#platform/actor'
import type { Id } from '#basics/id'

const publish = [{ right: 'catalogue.publish', relation: 'owns_area' }] as const
const keep = [{ right: 'catalogue.own' }, { right: 'catalogue.publish', relation: 'owns_area' }] as const
const own = [{ right: 'catalogue.own' }] as const
const work = [{ right: 'catalogue.propose' }, { right: 'catalogue.publish' }, { right: 'catalogue.own' }] as const

export const catalogueAccess: AccessTable = {
  'catalogue.read': [{}],
  'catalogue.desk': work,
  'service.propose': [{}],
  'service.read_draft': [{ relation: 'proposer' }, ...work],
  'service.change_draft': [{ relation: 'proposer' }, ...work],
  'service.publish': publish,
  'service.end': publish,
  'service.switch_provider': publish,
  'service.review': publish,
  'service.ask_sign_off': publish,
  'service.sign_off': [{ relation: 'signs_for' }],
  'service.set_eligibility': publish,
  'service.set_words': keep,
  'area.keep': own,
  'offering.keep': keep,
  'form.keep': [{ right: 'catalogue.own' }, { right: 'catalogue.publish' }],
  'request_type.keep': keep,
  'promise.keep': keep,
  'level.keep': own,
  'price.keep': own,
  'price.publish': own,
  'need.add': [{}],
  'need.back': [{ relation: 'own_customer' }, { right: 'case.handle' }],
  'need.draft': work,
  'need.answer': publish,
  'need.decline': publish,
}

export interface AreaOwner {
  readonly owner_person_id: Id | null
  readonly owner_unit_id: Id | null
}

/** A named person owns alone; else whoever sits in the owning unit; with neither named the right itself is enough. */
export function ownsArea(actor: Actor, area: AreaOwner): boolean {
  if (area.owner_person_id !== null) return area.owner_person_id === actor.personId
  return area.owner_unit_id === null || actor.unitIds.includes(area.owner_unit_id)
}

export function areaRelations(actor: Actor, area: AreaOwner, proposedBy?: Id | null): ReadonlySet<string> {
  const relations = new Set<string>()
  if (ownsArea(actor, area)) relations.add('owns_area')
  if (proposedBy !== undefined && proposedBy !== null && proposedBy === actor.personId) relations.add('proposer')
  return relations
}

/** Sees everything that is offered, whoever may have it: those who work in the office rather than buy from it. */
export function seesWholeCatalogue(actor: Actor): boolean {
  return (
    actor.kind === 'system' ||
    actor.authorities.length > 0 ||
    [
      'catalogue.propose',
      'catalogue.publish',
      'catalogue.own',
      'customer.manage',
      'agreement.edit',
      'case.handle',
      'figures.read',
    ].some((right) => actor.rights.has(right))
  )
}
