// Who does each step of a telling: the person of the plan in the seat that may do it on that day, or the office itself.
import type { Id } from '#basics/id'
import type { Stage } from '#platform/act'
import type { Actor, Tenant } from '#platform/actor'
import { dayOf } from '#platform/clock'
import { bySeat, systemActor } from '#platform/identity/reach'
import { assignmentKey } from './ids.ts'
import type { IdOf } from './ids.ts'
import type { OfficeRows } from './office.ts'
import type { RightsBundle } from './tyreso/roles.ts'

/** handle: works with cases; purchase: approves orders; any: asks for something. */
export type SeatKind = 'handle' | 'purchase' | 'any'

export interface Cast {
  readonly system: Actor
  /** Null plays the office itself. */
  actor(person: string | null, at: Temporal.Instant, seat: SeatKind): Promise<Actor>
}

const bundles: Readonly<Record<SeatKind, ReadonlySet<RightsBundle> | 'all'>> = {
  handle: new Set(['agent', 'unit_manager', 'system_manager', 'change_manager', 'customer_manager', 'trainee']),
  purchase: new Set(['purchaser', 'coordinator']),
  any: 'all',
}
const mostRemembered = 2000

export async function gatherCast(stage: Stage, tenant: Tenant, rows: OfficeRows, id: IdOf): Promise<Cast> {
  const system = await systemActor(stage.floor, tenant.tenantId)
  const known = new Map<string, Actor>()
  return {
    system,
    async actor(person, at, seat) {
      if (person === null) return system
      const day = dayOf(at)
      const name = `${person} ${seat} ${day.toString()}`
      const found =
        known.get(name) ?? (await seated(stage, tenant, person, seatOf(rows, id, person, seat, day), day, id))
      if (known.size > mostRemembered) known.clear()
      known.set(name, found)
      return found
    },
  }
}

async function seated(
  stage: Stage,
  tenant: Tenant,
  person: string,
  seatId: Id | null,
  day: Temporal.PlainDate,
  id: IdOf,
): Promise<Actor> {
  const facts = { accountId: id('account', person), personId: id('person', person), seatId, day }
  const actor = await bySeat(stage.floor, tenant, facts)
  if (!actor) throw new Error(`world: ${person} is not there on ${day.toString()}`)
  return actor
}

function seatOf(rows: OfficeRows, id: IdOf, person: string, seat: SeatKind, day: Temporal.PlainDate): Id | null {
  const on = day.toString()
  const valid = (one: { readonly from: string; readonly to: string | null }): boolean =>
    one.from <= on && (one.to === null || one.to > on)
  const held = [...rows.assignments, ...rows.mandateAssignments].filter((one) => one.person === person && valid(one))
  const wanted = bundles[seat]
  const fits = (role: string): boolean => {
    const bundle = rows.roleVersions.findLast((one) => one.role === role && valid(one))?.bundle ?? 'employee'
    return wanted === 'all' || wanted.has(bundle)
  }
  const chosen = held.find((one) => fits(one.role)) ?? held[0]
  return chosen ? id('assignment', assignmentKey(chosen)) : null
}
