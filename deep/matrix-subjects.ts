// What the access matrix is asked about: cases in every relation to the cast (own, followed, the unit's, the customer's, an
// approver's, another unit's, another authority's, a circle's, another tenant's, none), and what else has owners.
import type { Id } from '#basics/id'
import { act } from '#platform/act'
import type { Actor } from '#platform/actor'
import { within } from '#platform/db/floor'
import { addWatcher, openCase } from '#cases'
import type { OpenCase } from '#cases'
import type { CastName, Scene } from '../world/scene.ts'

/** What decides who sees a case and what they may do to it. */
export interface CaseFacts {
  readonly name: string
  readonly caseId: Id
  readonly number: string
  readonly version: number
  readonly tenantId: Id
  readonly providerPartyId: Id
  readonly providerUnitId: Id
  readonly customerId: Id | null
  readonly requesterId: Id | null
  readonly watchers: readonly Id[]
  readonly circleId: Id | null
  readonly approvers: readonly Id[]
}

export async function layCases(scene: Scene, stranger: Scene): Promise<readonly CaseFacts[]> {
  const { ids } = scene
  const job = (place = ids.place.kommunhuset): OpenCase => ({
    requestType: 'vaktmasteri-jobb',
    answers: { vad: 'Sätt upp tavla', plats: place, flytt: 'nej' },
  })
  const computers: OpenCase = { requestType: 'ny-dator', answers: { antal: 1 } }
  const own = await open(scene, 'employee', job())
  const followed = await open(scene, 'employee', job())
  await act(scene.stage, scene.tenant, await scene.actor('employee'), (deed) =>
    addWatcher(deed, { caseId: followed, personId: ids.person.colleague }),
  )
  const schools = await open(scene, 'teacher', job())
  const asking = await open(scene, 'employee', computers)
  const otherUnit = await open(scene, 'employee', { requestType: 'it-fraga', text: 'Hur gör man?' })
  const otherAuthority = await open(scene, 'employee', job())
  const allForeign = await open(scene, 'teacher', job())
  const circle = await open(scene, 'employee', job())
  await within(scene.floor, await scene.system(), false, async (tx) => {
    const change = (caseId: Id) => tx.updateTable('cases.case').where('case_id', '=', caseId)
    const annan = { provider_party_id: ids.party.annan, provider_unit_id: ids.unit['annan-utforare'] ?? '' }
    await change(otherAuthority).set(annan).execute()
    await change(allForeign).set(annan).execute()
    await change(circle).set({ circle_id: ids.circle }).execute()
  })
  const elsewhere = await open(stranger, 'employee', {
    ...job(stranger.ids.place.kommunhuset),
  })
  return [
    await factsOf(scene, 'own', own),
    await factsOf(scene, 'followed', followed),
    await factsOf(scene, 'schools', schools),
    await factsOf(scene, 'approval', asking),
    await factsOf(scene, 'other unit', otherUnit),
    await factsOf(scene, 'other authority', otherAuthority),
    await factsOf(scene, 'other authority and customer', allForeign),
    await factsOf(scene, 'circle', circle),
    await factsOf(stranger, 'other tenant', elsewhere),
  ]
}

async function open(scene: Scene, name: CastName, input: OpenCase): Promise<Id> {
  const { caseId } = await act(scene.stage, scene.tenant, await scene.actor(name), (deed) => openCase(deed, input))
  return caseId
}

async function factsOf(scene: Scene, name: string, caseId: Id): Promise<CaseFacts> {
  const reach = { ...(await scene.system()), circles: [scene.ids.circle] }
  return within(scene.floor, reach, true, async (tx) => {
    const row = await tx.selectFrom('cases.case').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow()
    const asked = await tx
      .selectFrom('platform.approval as a')
      .innerJoin('platform.approval_step as s', 's.approval_id', 'a.approval_id')
      .select('s.person_id')
      .where('a.subject_id', '=', caseId)
      .execute()
    return {
      ...{ name, caseId, number: row.number ?? '', version: row.version, tenantId: row.tenant_id },
      ...{ providerPartyId: row.provider_party_id, providerUnitId: row.provider_unit_id },
      ...{ customerId: row.customer_id, requesterId: row.requester_id, watchers: row.watchers },
      ...{ circleId: row.circle_id, approvers: asked.map((step) => step.person_id) },
    }
  })
}

/** The three boundaries in our own words, beside the policy in SQL (model.md §1). */
export function reaches(actor: Actor, row: CaseFacts): boolean {
  const near =
    actor.authorities.includes(row.providerPartyId) ||
    (row.customerId !== null && actor.customers.includes(row.customerId)) ||
    row.requesterId === actor.personId ||
    row.watchers.includes(actor.personId ?? '')
  return row.tenantId === actor.tenantId && near && (row.circleId === null || actor.circles.includes(row.circleId))
}

export function relations(actor: Actor, row: CaseFacts): ReadonlySet<string> {
  const held = {
    requester: row.requesterId === actor.personId,
    watcher: row.watchers.includes(actor.personId ?? ''),
    purchaser: row.customerId !== null && actor.customers.includes(row.customerId),
    handler: actor.unitIds.includes(row.providerUnitId),
    approver: row.approvers.includes(actor.personId ?? ''),
  }
  return new Set(Object.entries(held).flatMap(([name, is]) => (is ? [name] : [])))
}
