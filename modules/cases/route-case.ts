// Where a case goes, once: by what it is about (TY-057). Identity, functions, training and manuals go to the system's
// manager; clients, printing and communication to the provider; a wish for change to the system's manager first. A place
// may have its own unit.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import type { RouteKind, RouteRule } from '#catalogue'
import type { CaseAnswers } from './answers.ts'
import type { RequestType } from './asked-for.ts'
import {
  areaOwnerUnit,
  chooseRoute,
  partyOfUnit,
  providerOf,
  systemManager,
  systemOf,
  unitForPlace,
} from './who-takes.ts'

export interface Route {
  readonly unitId: Id
  readonly partyId: Id
  /** The system's manager in person, when one is named. */
  readonly ownerId: Id | null
}

export async function routeOf(view: View, type: RequestType, answers: CaseAnswers): Promise<Route> {
  mustServePlace(type, answers)
  const target = await unitFor(view, type, answers)
  const partyId = await partyOfUnit(view, target.unitId)
  if (partyId === null)
    refuse({
      code: 'nobody_takes_it',
      status: 409,
      sv: 'Ingen enhet tar emot detta just nu. Ring växeln så kopplar de dig rätt.',
      en: 'No unit takes this right now. Call the switchboard and they will connect you.',
    })
  return { ...target, partyId }
}

async function unitFor(
  view: View,
  type: RequestType,
  answers: CaseAnswers,
): Promise<{ unitId: Id; ownerId: Id | null }> {
  const { to, unitId: named, systemField } = chooseRoute(type, answers)
  const systemId = systemOf(answers, systemField)
  if (to === 'system_manager' && systemId !== null) {
    const manager = await systemManager(view, systemId)
    if (manager) return { unitId: manager.unitId, ownerId: manager.personId }
  }
  if (to === 'place' && answers.placeId !== null) {
    const unitId = await unitForPlace(view, type.requestTypeId, answers.placeId)
    if (unitId !== null) return { unitId, ownerId: null }
  }
  if (to === 'customer_manager') {
    const unitId = await areaOwnerUnit(view, type.areaId)
    if (unitId !== null) return { unitId, ownerId: null }
  }
  if (to === 'named_unit' && named !== null) return { unitId: named, ownerId: null }
  const unitId = await providerOf(view, type.serviceId)
  if (unitId === null)
    refuse({
      code: 'no_provider',
      status: 409,
      sv: 'Tjänsten har ingen utförare i dag. Välj en annan tjänst eller ställ en fråga.',
      en: 'The service has no provider today. Choose another service or ask a question.',
    })
  return { unitId, ownerId: null }
}

export interface RoutedCase {
  readonly answers: unknown
  readonly need_type: string | null
  readonly route: RouteKind
  readonly route_unit_id: Id | null
  readonly route_rules: unknown
  readonly area_id: Id
  readonly provider_unit_id: Id
}

/** Who takes over when the first has said its word: a wish for change goes on from the system's manager to the customer manager. */
export async function goesOnTo(view: View, row: RoutedCase): Promise<Id | null> {
  const { to, next: named } = chooseRoute(
    { route: row.route, routeUnitId: row.route_unit_id, routeRules: row.route_rules as readonly RouteRule[] },
    { values: row.answers as CaseAnswers['values'] },
  )
  const next = named ?? (row.need_type === 'change' && to === 'system_manager' ? 'customer_manager' : null)
  if (next !== 'customer_manager') return null
  const unitId = await areaOwnerUnit(view, row.area_id)
  return unitId === row.provider_unit_id ? null : unitId
}

/** TY-375: caretaking serves its named houses; elsewhere the property's fault form takes over, with the text kept. */
function mustServePlace(type: RequestType, answers: CaseAnswers): void {
  if (type.placeIds.length === 0 || answers.placeId === null || type.placeIds.includes(answers.placeId)) return
  refuse({
    code: 'place_not_served',
    status: 409,
    field: 'answers.place',
    sv: 'Tjänsten finns inte där. Gör en felanmälan i stället; det du har skrivit följer med.',
    en: 'The service is not offered there. Report a fault instead; what you have written comes along.',
  })
}
