// Cases in every relation to the cast: own, followed, the customer's, an approver's, the unit's, another unit's, another
// authority's, a circle's, another tenant's, none.
import type { Id } from '#basics/id'
import { act } from '#platform/act'
import type { Actor } from '#platform/actor'
import { within } from '#platform/db/floor'
import { tieFiles } from '#platform/files/tie'
import { addWatcher, openCase } from '#cases'
import type { OpenCase } from '#cases'
import type { CastName, Scene } from '../world/scene.ts'
import { nobody } from './hostile.ts'
import { may } from './due.ts'
import { held, isOneOf, nothing } from './thing.ts'
import type { Thing } from './thing.ts'

export interface CaseThing extends Thing {
  /** A word that stands in the case and nowhere else. */
  readonly canary: string
}

let laid = 0

export async function layCases(scene: Scene, stranger: Scene): Promise<readonly CaseThing[]> {
  const { ids } = scene
  const lay = async (name: string, who: CastName, what: OpenCase = job(scene)): Promise<CaseThing> =>
    factsOf(scene, name, await open(scene, who, what))
  const followed = await open(scene, 'employee', job(scene))
  await act(scene.stage, scene.tenant, await scene.actor('employee'), (deed) =>
    addWatcher(deed, { caseId: followed, personId: ids.person.colleague }),
  )
  const otherAuthority = await open(scene, 'employee', job(scene))
  const allForeign = await open(scene, 'teacher', job(scene))
  await within(scene.floor, await scene.system(), false, async (tx) => {
    const provider = { provider_party_id: ids.party.annan, provider_unit_id: ids.unit['annan-utforare'] ?? '' }
    await tx.updateTable('cases.case').where('case_id', 'in', [otherAuthority, allForeign]).set(provider).execute()
  })
  const elsewhere = await open(stranger, 'employee', job(stranger))
  return [
    await lay('own', 'employee'),
    await factsOf(scene, 'followed', followed),
    await lay('another customer', 'teacher'),
    await lay('approval', 'employee', { requestType: 'ny-dator', answers: { antal: 1 }, title: 'Dator' }),
    await lay('another unit', 'employee', { requestType: 'it-fraga', text: 'Hur gör man?' }),
    await factsOf(scene, 'another authority', otherAuthority),
    await factsOf(scene, 'another authority and customer', allForeign),
    await lay('circle', 'agent2', {
      ...job(scene),
      onBehalfOf: ids.person.employee,
      channel: 'telephone',
      circleId: ids.circle,
    }),
    await factsOf(stranger, 'another tenant', elsewhere),
  ]
}

const job = ({ ids }: Scene): OpenCase => ({
  requestType: 'vaktmasteri-jobb',
  answers: { vad: 'Sätt upp tavla', plats: ids.place.kommunhuset, flytt: 'nej' },
  title: 'Tavla',
})

async function open(scene: Scene, name: CastName, input: OpenCase): Promise<Id> {
  const canary = `Kanarie${(laid += 1)}x`
  return act(scene.stage, scene.tenant, await scene.actor(name), async (deed) => {
    const title = `${input.title ?? 'Fråga'} ${canary}`
    const { caseId } = await openCase(deed, { ...input, title, text: `${canary} i texten` })
    const sent = {
      field: 'filer',
      name: `${canary}.png`,
      mediaType: 'image/png',
      sha256: 'a'.repeat(64),
      sizeBytes: 10,
    }
    await tieFiles(deed, [sent], 'case', caseId)
    return caseId
  })
}

async function factsOf(scene: Scene, name: string, caseId: Id): Promise<CaseThing> {
  const reach = { ...(await scene.system()), circles: [scene.ids.circle] }
  return within(scene.floor, reach, true, async (tx) => {
    const row = await tx.selectFrom('cases.case').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow()
    const file = await tx
      .selectFrom('platform.file')
      .select('file_id')
      .where('subject_id', '=', caseId)
      .executeTakeFirst()
    const asked = await tx
      .selectFrom('platform.approval as a')
      .innerJoin('platform.approval_step as s', 's.approval_id', 'a.approval_id')
      .select('s.person_id')
      .where('a.subject_id', '=', caseId)
      .execute()
    const approvers = asked.map((step) => step.person_id)
    const number = row.number ?? ''
    return {
      ...{ kind: 'case', name, version: row.version, canary: /Kanarie\d+x/.exec(row.title)?.[0] ?? '' },
      known: knownOf(caseId, number, file?.file_id ?? nobody),
      sees: (actor) => {
        const relations = caseRelations(actor, row, approvers)
        return reaches(actor, row) && (may(actor, 'case.read', relations) || relations.has('approver'))
      },
      relations: (actor) => caseRelations(actor, row, approvers),
    }
  })
}

export const noCase = nothing('case', knownOf(nobody, 'KIT-2012-99999', nobody))

/** What else is pointed at in a body is the case itself: whoever may not see it is refused for nothing else. */
function knownOf(caseId: Id, number: string, fileId: Id): Record<string, string> {
  const others = Object.fromEntries(
    ['caseId', 'otherId', 'parentId', 'intoId', 'arende', 'arende.id'].map((name) => [name, caseId]),
  )
  return { ...others, number, fileId, typ: 'fastighet-fel' }
}

interface CaseRow {
  readonly tenant_id: Id
  readonly provider_party_id: Id
  readonly provider_unit_id: Id
  readonly customer_id: Id | null
  readonly requester_id: Id | null
  readonly watchers: readonly Id[]
  readonly circle_id: Id | null
}

/** The three boundaries in our own words, beside the policy in SQL (model.md §1). */
function reaches(actor: Actor, row: CaseRow): boolean {
  const near =
    actor.authorities.includes(row.provider_party_id) ||
    isOneOf(actor.customers, row.customer_id) ||
    row.requester_id === actor.personId ||
    isOneOf(row.watchers, actor.personId)
  return row.tenant_id === actor.tenantId && near && (row.circle_id === null || actor.circles.includes(row.circle_id))
}

const caseRelations = (actor: Actor, row: CaseRow, approvers: readonly Id[]): ReadonlySet<string> =>
  held({
    requester: row.requester_id === actor.personId,
    watcher: isOneOf(row.watchers, actor.personId),
    purchaser: isOneOf(actor.customers, row.customer_id),
    handler: actor.unitIds.includes(row.provider_unit_id),
    approver: isOneOf(approvers, actor.personId),
  })
