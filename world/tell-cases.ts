// Tells Tyresö's cases: every step of the plan is done by the real verb, as the person who did it, with its own instant as
// now, in the order of time over all cases. Each step counts itself in its own transaction, so that a telling that was
// interrupted goes on exactly where it was.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { act } from '#platform/act'
import type { Deed, Stage } from '#platform/act'
import type { Actor, Tenant } from '#platform/actor'
import { dayOf } from '#platform/clock'
import { bySeat, systemActor } from '#platform/identity/reach'
import {
  assignCase,
  changePriority,
  closeBySilence,
  confirmCase,
  convertToWish,
  decideOrder,
  deliverCase,
  handOverCase,
  mergeCase,
  noteOnCase,
  openCase,
  pauseCase,
  rateCase,
  reopenCase,
  replyToCase,
  resumeCase,
  sendDoneNotice,
  sendReceipt,
  setParent,
  startWork,
  takeCase,
  withdrawCase,
  writeInCase,
} from '#cases'
import type { Keys } from './load-keys.ts'
import {
  assignments,
  forms,
  mandateAssignments,
  offerings,
  planCases,
  requestTypes,
  roleVersions,
  supportLines,
} from './tyreso/index.ts'
import type { PlannedCase, PlannedStep } from './tyreso/index.ts'

/** One thing that happens: the opening, a step, a letter of the office, or silence. */
interface Happening {
  readonly at: Temporal.Instant
  readonly order: number
  readonly planned: PlannedCase
  readonly what: 'open' | 'receipt' | 'notice' | 'silence' | PlannedStep
}

export interface Telling {
  readonly stage: Stage
  readonly tenant: Tenant
  readonly keys: Keys
}

const channels = { portal: 'portal', email: 'mail', letter: 'letter', phone: 'telephone', counter: 'counter' } as const
const waits = {
  waiting_customer: 'customer',
  waiting_access: 'customer',
  agreed_later: 'customer',
  waiting_supplier: 'supplier',
  waiting_weather: 'us',
} as const

/** Everything that happens, in order of time; the same list every time. */
export function happenings(until: Temporal.Instant, only?: number): readonly Happening[] {
  const plan = only === undefined ? planCases() : planCases().slice(0, only)
  const all: Happening[] = []
  for (const planned of plan) {
    let order = 0
    const add = (at: Temporal.Instant, what: Happening['what']): void =>
      void all.push({ at, order: order++, planned, what })
    add(planned.at, 'open')
    add(planned.at.add({ seconds: 20 }), 'receipt')
    for (const step of planned.steps) {
      if (step.act === 'split') continue
      add(step.at, step)
      if (step.act === 'deliver') add(step.at.add({ seconds: 20 }), 'notice')
    }
    const last = planned.steps.findLast((step) => step.act === 'deliver')
    const silent = last?.at.add({ hours: 24 * 5 + 1 })
    if (
      planned.ending === 'delivered' &&
      silent &&
      !planned.steps.some((step) => Temporal.Instant.compare(step.at, silent) > 0)
    )
      add(silent, 'silence')
  }
  return all
    .filter((one) => Temporal.Instant.compare(one.at, until) < 0)
    .toSorted(
      (a, b) =>
        Temporal.Instant.compare(a.at, b.at) ||
        (a.planned.key < b.planned.key ? -1 : a.planned.key > b.planned.key ? 1 : a.order - b.order),
    )
}

export async function tellCases(
  telling: Telling,
  all: readonly Happening[],
  from: number,
  progress: { stopped: boolean; cases: number },
  onRefused: (happening: Happening, error: unknown) => void,
): Promise<void> {
  const teller = await makeTeller(telling, all.slice(0, from))
  for (let n = from; n < all.length && !progress.stopped; n += 1) {
    const happening = all[n]
    if (!happening) continue
    try {
      await teller.tell(happening, n + 1)
    } catch (error) {
      // A step the rules refuse is left out; the count goes on, so that nothing is told twice.
      onRefused(happening, error)
      await teller.count(n + 1)
    }
    if (happening.what === 'open') progress.cases += 1
  }
}

async function makeTeller({ stage, tenant, keys }: Telling, told: readonly Happening[]) {
  const system = await systemActor(stage.floor, tenant.tenantId)
  const caseIds = await opened(stage, tenant, system, told)
  const actors = new Map<string, Actor>()
  const actorOf = async (person: string, at: Temporal.Instant, seat: 'handle' | 'purchase' | 'any'): Promise<Actor> => {
    const day = dayOf(at)
    const key = `${person} ${seat} ${day.toString()}`
    const known = actors.get(key)
    if (known) return known
    const actor = await bySeat(stage.floor, tenant, {
      accountId: keys.of('account', person),
      personId: keys.of('person', person),
      seatId: seatOf(keys, person, seat, day),
      day,
    })
    if (!actor) throw new Error(`world: ${person} is not there on ${day.toString()}`)
    if (actors.size > 2000) actors.clear()
    actors.set(key, actor)
    return actor
  }
  const doing = <T>(actor: Actor, at: Temporal.Instant, n: number, verb: (deed: Deed) => Promise<T>): Promise<T> =>
    act(
      stage,
      tenant,
      actor,
      async (deed) => {
        await sql`set local synchronous_commit = off`.execute(deed.tx)
        const result = await verb(deed)
        await sql`update platform.tenant set loaded_steps = ${n} where tenant_id = ${tenant.tenantId}`.execute(deed.tx)
        return result
      },
      { now: at, silent: true },
    )

  return {
    count: (n: number) =>
      sql`update platform.tenant set loaded_steps = ${n} where tenant_id = ${tenant.tenantId}`.execute(stage.floor),
    async tell({ planned, what, at }: Happening, n: number): Promise<void> {
      if (what === 'open') {
        const actor = await openerOf(planned, at)
        const { caseId } = await doing(actor, at, n, (deed) => openCase(deed, openingOf(keys, planned)))
        caseIds.set(planned.key, caseId)
        if (planned.parent !== null && caseIds.has(planned.parent)) await putUnder(planned, caseId, at, n)
        return
      }
      const caseId = caseIds.get(planned.key)
      if (!caseId) throw new Error(`world: ${planned.key} was never opened`)
      if (what === 'receipt' || what === 'notice')
        return void (await doing(system, at, n, async (deed) => {
          await (what === 'receipt' ? sendReceipt : sendDoneNotice)(deed, caseId)
          await deed.tx
            .updateTable('platform.outbox')
            .set({ state: 'kept', settled_at: deed.now })
            .where('tenant_id', '=', tenant.tenantId)
            .where('state', '=', 'queued')
            .execute()
        }))
      if (what === 'silence') return void (await doing(system, at, n, (deed) => closeBySilence(deed, { caseId })))
      await step(planned, what, caseId, n)
    },
  }

  /** Whoever wrote it in; a letter or mail that nobody wrote in came in by itself. */
  async function openerOf(planned: PlannedCase, at: Temporal.Instant): Promise<Actor> {
    if (planned.registeredBy) return actorOf(planned.registeredBy, at, 'handle')
    return planned.channel === 'portal' && 'person' in planned.requester
      ? actorOf(planned.requester.person, at, 'any')
      : system
  }

  async function putUnder(planned: PlannedCase, caseId: Id, at: Temporal.Instant, n: number): Promise<void> {
    const parentId = caseIds.get(planned.parent ?? '') ?? null
    await doing(system, at, n, (deed) => setParent(deed, { caseId, parentId }))
  }

  async function step(planned: PlannedCase, one: PlannedStep, caseId: Id, n: number): Promise<void> {
    const text = one.text ?? ''
    const requester = 'person' in planned.requester ? planned.requester.person : null
    const own = one.by === requester && requester !== null
    const as = async <T>(seat: 'handle' | 'purchase' | 'any', verb: (deed: Deed) => Promise<T>): Promise<T> =>
      doing(one.by === null ? system : await actorOf(one.by, one.at, seat), one.at, n, verb)
    switch (one.act) {
      case 'take':
        return void (await as('handle', (deed) => takeCase(deed, { caseId })))
      case 'assign':
        return void (await as('handle', (deed) =>
          assignCase(deed, { caseId, personId: keys.of('person', one.to ?? '') }),
        ))
      case 'start':
        return void (await as('handle', (deed) => startWork(deed, { caseId })))
      case 'reply':
        return void (own || one.by === null
          ? await as('any', (deed) => writeInCase(deed, { caseId, body: text }))
          : await as('handle', (deed) => replyToCase(deed, { caseId, body: text })))
      case 'note':
        return void (await as('handle', (deed) => noteOnCase(deed, { caseId, body: text })))
      case 'pause':
        return void (await as('handle', (deed) =>
          pauseCase(deed, { caseId, waitingFor: waits[one.reason ?? 'waiting_customer'], reason: text || 'Väntar' }),
        ))
      case 'resume':
        return resumeIfWaiting(one, caseId, n)
      case 'hand_over':
        return void (await as('handle', (deed) =>
          handOverCase(deed, {
            caseId,
            unitId: keys.of('unit', one.to ?? ''),
            line: supportLines.find((line) => line.units.includes(one.to ?? ''))?.line ?? 1,
            reason: text || 'Hör hemma där',
          }),
        ))
      case 'prioritise':
        return void (await as('handle', (deed) =>
          changePriority(deed, { caseId, priority: one.priority ?? 'high', reason: text || 'Ny bedömning' }),
        ))
      case 'approve':
        return void (await as('purchase', (deed) =>
          decideOrder(deed, { caseId, outcome: 'approved', ...(text ? { reason: text } : {}) }),
        ))
      case 'reject':
        return void (await as('purchase', (deed) =>
          decideOrder(deed, { caseId, outcome: 'rejected', reason: text || 'Inte i år' }),
        ))
      case 'deliver':
        return void (await as('handle', (deed) =>
          deliverCase(deed, {
            caseId,
            ...(one.quantity
              ? { offeringId: offeringOf(one.quantity.offering), quantityThousandths: Number(one.quantity.thousandths) }
              : {}),
            ...(text ? { note: text } : {}),
          }),
        ))
      case 'confirm':
        return void (await as('any', (deed) => confirmCase(deed, { caseId })))
      case 'rate':
        return void (await as('any', (deed) =>
          rateCase(deed, { caseId, score: scores[String(one.rating)] ?? 3, ...(text ? { comment: text } : {}) }),
        ))
      case 'complain':
        return void (await as('any', (deed) => writeInCase(deed, { caseId, body: text })))
      case 'reopen':
        return void (await as(own ? 'any' : 'handle', (deed) =>
          reopenCase(deed, { caseId, reason: text || 'Felet är kvar' }),
        ))
      case 'withdraw':
        return void (await as('any', (deed) => withdrawCase(deed, { caseId, ...(text ? { reason: text } : {}) })))
      case 'merge':
        return void (await as('handle', (deed) =>
          mergeCase(deed, { caseId, intoId: caseIds.get(one.to ?? '') ?? caseId }),
        ))
      case 'turn_into_wish':
        return void (await as('handle', (deed) => convertToWish(deed, { caseId })))
      case 'split':
        return
    }
  }

  function offeringOf(key: string): Id {
    return keys.of('offering', offerings.find((one) => one.key === key)?.key ?? key)
  }

  /** The customer's own answer may already have set the clock going. */
  async function resumeIfWaiting(one: PlannedStep, caseId: Id, n: number): Promise<void> {
    const actor = one.by === null ? system : await actorOf(one.by, one.at, 'handle')
    await doing(actor, one.at, n, async (deed) => {
      const row = await deed.tx
        .selectFrom('cases.case')
        .select('state')
        .where('tenant_id', '=', tenant.tenantId)
        .where('case_id', '=', caseId)
        .executeTakeFirst()
      if (row?.state === 'waiting') await resumeCase(deed, { caseId })
    })
  }
}

const scores: Readonly<Record<string, number>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 3,
  '5': 3,
  bad: 1,
  poor: 1,
  okay: 2,
  ok: 2,
  fair: 2,
  good: 3,
}

function seatOf(keys: Keys, person: string, seat: 'handle' | 'purchase' | 'any', day: Temporal.PlainDate): Id | null {
  const on = day.toString()
  const held = [...assignments, ...mandateAssignments].filter(
    (one) => one.person === person && one.from <= on && (one.to === null || one.to > on),
  )
  const bundleOf = (role: string): string =>
    roleVersions.findLast((one) => one.role === role && one.from <= on && (one.to === null || one.to > on))?.bundle ??
    'employee'
  const handling = new Set(['agent', 'unit_manager', 'system_manager', 'change_manager', 'customer_manager', 'trainee'])
  const wanted = (one: (typeof held)[number]): boolean =>
    seat === 'handle'
      ? handling.has(bundleOf(one.role))
      : seat === 'purchase'
        ? ['purchaser', 'coordinator'].includes(bundleOf(one.role))
        : true
  const chosen = held.find(wanted) ?? held[0]
  return chosen ? keys.of('assignment', `${chosen.person} ${chosen.role} ${chosen.unit}`) : null
}

function openingOf(keys: Keys, planned: PlannedCase): Parameters<typeof openCase>[1] {
  const type = requestTypes.find((one) => one.key === planned.requestType)
  const fields = forms.find((one) => one.key === type?.form)?.fields ?? []
  const answers: Record<string, unknown> = {}
  for (const field of fields) {
    const value = planned.answers[field.key]
    if (value === undefined || field.kind === 'file') continue
    answers[field.key] = sent(keys, field.kind, value)
  }
  const outside = 'outside' in planned.requester ? planned.requester.outside : null
  return {
    requestType: planned.requestType,
    title: planned.subject,
    text: planned.text,
    answers,
    channel: channels[planned.channel],
    origin: `demonstration ${planned.key}`,
    ...(outside === null ? {} : { outside: { name: outside } }),
    ...('person' in planned.requester && (planned.registeredBy !== null || planned.channel !== 'portal')
      ? { onBehalfOf: keys.of('person', planned.requester.person) }
      : {}),
  }
}

function sent(keys: Keys, kind: string, value: unknown): unknown {
  if ((kind === 'place' || kind === 'system' || kind === 'unit' || kind === 'person') && typeof value === 'string')
    return keys.all(kind).get(value) ?? value
  if (typeof value === 'bigint') return `${value / 100n},${String(value % 100n).padStart(2, '0')}`
  return value
}

async function opened(
  stage: Stage,
  tenant: Tenant,
  system: Actor,
  told: readonly Happening[],
): Promise<Map<string, Id>> {
  if (told.length === 0) return new Map()
  const rows = await act(stage, tenant, system, ({ tx }) =>
    tx
      .selectFrom('cases.case')
      .select(['case_id', 'origin'])
      .where('tenant_id', '=', tenant.tenantId)
      .where('origin', 'like', 'demonstration %')
      .execute(),
  )
  return new Map(rows.map((row) => [row.origin.slice('demonstration '.length), row.case_id]))
}
