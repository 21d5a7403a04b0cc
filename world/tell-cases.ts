// Tells an office's cases: every step of the plan is done by the real verb, as the person who did it, with its own
// instant as now, in order of time over all cases. Each step is counted in its own transaction, so a telling that was
// interrupted goes on exactly where it was, and two processes never tell the same step.
import type { Id } from '#basics/id'
import { act, look } from '#platform/act'
import type { Deed, Stage } from '#platform/act'
import type { Actor, Tenant } from '#platform/actor'
import { countTold, withoutWaitingForDisk } from '#platform/demonstration'
import type { Told } from '#platform/demonstration'
import { keepLetters } from '#platform/mail'
import { closeBySilence, openCase, sendDoneNotice, sendReceipt, setParent } from '#cases'
import { openingOf, originOfCase } from './case-opening.ts'
import type { Cast } from './cast.ts'
import { gatherCast } from './cast.ts'
import type { Happening } from './happenings.ts'
import type { IdOf } from './ids.ts'
import type { OfficeRows } from './office.ts'
import { isBy, verbOf } from './tell-step.ts'

export interface Telling {
  readonly stage: Stage
  readonly tenant: Tenant
  readonly rows: OfficeRows
  readonly id: IdOf
  readonly all: readonly Happening[]
}

export interface Listener {
  /** Asked before each step. */
  stopped(): boolean
  told(told: Told): void
  /** A step the rules refuse is left out; in a world that is right there is none. */
  refused(happening: Happening, error: unknown): void
}

/** Returns when all is told, when the listener has stopped it, or when another process turns out to be telling. */
export async function tellCases(telling: Telling, from: number, listener: Listener): Promise<void> {
  const { stage, tenant, all } = telling
  const teller = await makeTeller(telling, all.slice(0, from))
  const endings = lastHappenings(all)
  let cases = all.slice(0, from).filter((one) => endings.has(one)).length
  for (const [n, happening] of all.entries()) {
    if (n < from) continue
    if (listener.stopped()) return
    const told = { steps: n + 1, cases: endings.has(happening) ? cases + 1 : cases }
    try {
      await teller.tell(happening, told)
    } catch (error) {
      if (error instanceof ToldByAnother) return
      // First counted: without a database there is no refusal, only an end.
      if (!(await countTold(stage.floor, tenant.tenantId, told))) return
      listener.refused(happening, error)
    }
    cases = told.cases
    listener.told(told)
  }
}

class ToldByAnother extends Error {}

function lastHappenings(all: readonly Happening[]): ReadonlySet<Happening> {
  return new Set(new Map(all.map((one) => [one.planned.key, one])).values())
}

interface Teller {
  tell(happening: Happening, told: Told): Promise<void>
}

async function makeTeller(telling: Telling, before: readonly Happening[]): Promise<Teller> {
  const { stage, tenant, rows, id } = telling
  const cast = await gatherCast(stage, tenant, rows, id)
  const cases = before.length === 0 ? new Map<string, Id>() : await openedBefore(stage, tenant, cast.system)
  const doing = <T>(actor: Actor, at: Temporal.Instant, told: Told, verb: (deed: Deed) => Promise<T>): Promise<T> =>
    act(
      stage,
      tenant,
      actor,
      async (deed) => {
        await withoutWaitingForDisk(deed.tx)
        const result = await verb(deed)
        await keepLetters(deed)
        if (!(await countTold(deed.tx, tenant.tenantId, told))) throw new ToldByAnother()
        return result
      },
      { now: at, silent: true },
    )
  return {
    async tell(happening, told) {
      const { what, planned, at } = happening
      const actor = await actorOf(cast, happening)
      if (what !== 'open') {
        await doing(actor, at, told, (deed) => happen(deed, happening, telling, (key) => cases.get(key)))
        return
      }
      const { caseId } = await doing(actor, at, told, (deed) => openCase(deed, openingOf(rows, id, planned)))
      cases.set(planned.key, caseId)
    },
  }
}

/** Whoever wrote it in opens a case; a letter or mail that nobody wrote in came in by itself. */
function actorOf(cast: Cast, { what, planned, at }: Happening): Promise<Actor> {
  if (typeof what === 'object') return cast.actor(what.by, at, verbOf({ step: what, own: isBy(planned, what.by) }).seat)
  if (what !== 'open') return cast.actor(null, at, 'any')
  if (planned.registeredBy !== null) return cast.actor(planned.registeredBy, at, 'handle')
  const asker = planned.channel === 'portal' && 'person' in planned.requester ? planned.requester.person : null
  return cast.actor(asker, at, 'any')
}

async function happen(
  deed: Deed,
  { what, planned }: Happening,
  { rows, id }: Telling,
  caseOf: (key: string) => Id | undefined,
): Promise<void> {
  const caseId = caseOf(planned.key)
  if (!caseId) throw new Error(`world: ${planned.key} was never opened`)
  if (what === 'receipt') await sendReceipt(deed, caseId)
  else if (what === 'done_notice') await sendDoneNotice(deed, caseId)
  else if (what === 'silence') await closeBySilence(deed, { caseId })
  else if (what === 'put_under_parent')
    await setParent(deed, { caseId, parentId: caseOf(planned.parent ?? '') ?? null })
  else if (typeof what === 'object') {
    const own = isBy(planned, what.by)
    await verbOf({ step: what, own }).run(deed, { caseId, step: what, own, rows, id, caseOf })
  }
}

/** The cases that an earlier run has opened, by the key of their plan. */
async function openedBefore(stage: Stage, tenant: Tenant, system: Actor): Promise<Map<string, Id>> {
  const prefix = originOfCase('')
  const rows = await look(stage, tenant, system, ({ tx }) =>
    tx
      .selectFrom('cases.case')
      .select(['case_id', 'origin'])
      .where('tenant_id', '=', tenant.tenantId)
      .where('origin', 'like', `${prefix}%`)
      .execute(),
  )
  return new Map(rows.map((row) => [row.origin.slice(prefix.length), row.case_id]))
}
