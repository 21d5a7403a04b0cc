// What comes of a wish: a service draft, an answer by a published service, or a no with a reason. Those behind it are told.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import { notify } from '#platform/notices'
import { areaRelations } from '../access.ts'
import { proposeService } from '../propose-service.ts'
import type { AreaRow } from '../areas/store.ts'
import { areaById } from '../areas/store.ts'
import { lockService, versionOn } from '../store.ts'
import type { NeedStored } from './store.ts'
import { lockNeed, peopleBehind, updateNeed } from './store.ts'

interface OnNeed {
  readonly needId: Id
  readonly version?: number | undefined
}

/** The draft begins with the wish's own words as its compiled needs (TY-069, TY-080). */
export async function draftFromNeed(
  deed: Deed,
  input: OnNeed & { areaId?: Id | undefined; nameSv?: string | undefined; despiteSimilar?: boolean | undefined },
): Promise<{ serviceId: Id; needId: Id }> {
  allow(deed.actor, 'need.draft')
  const need = await lockNeed(deed, input.needId, input.version)
  mustBeOpen(need, ['open'])
  const areaId = input.areaId ?? need.area_id
  if (areaId === null)
    return refuse({
      code: 'area_missing',
      status: 422,
      field: 'areaId',
      sv: 'Välj vilket område tjänsten ska höra till.',
      en: 'Choose the area the service shall belong to.',
    })
  const draft = await proposeService(deed, {
    areaId,
    nameSv: input.nameSv ?? need.title,
    needs: [need.title, need.body].filter(Boolean).join('\n'),
    ...(input.despiteSimilar === undefined ? {} : { despiteSimilar: input.despiteSimilar }),
  })
  await updateNeed(deed, need, {
    state: 'draft_made',
    area_id: areaId,
    answered_service_id: draft.serviceId,
    answered_version_no: draft.versionNo,
  })
  deed.journal({
    verb: 'need.draft_made',
    kind: 'need',
    id: need.need_id,
    facts: { serviceId: draft.serviceId, versionNo: draft.versionNo },
  })
  deed.changed('needs', `need:${need.need_id}`)
  return { serviceId: draft.serviceId, needId: need.need_id }
}

export async function answerNeed(deed: Deed, input: OnNeed & { readonly service: string }): Promise<{ needId: Id }> {
  const need = await lockNeed(deed, input.needId, input.version)
  const service = await lockService(deed, input.service)
  allow(deed.actor, 'need.answer', areaRelations(deed.actor, await areaById(deed, service.area_id)))
  mustBeOpen(need, ['open', 'draft_made'])
  const holds = await versionOn(deed, service.service_id, deed.today)
  if (!holds)
    return refuse({
      code: 'not_published',
      status: 422,
      field: 'service',
      sv: 'Tjänsten är inte publicerad. Publicera den först.',
      en: 'The service is not published. Publish it first.',
    })
  await settle(deed, need, { serviceId: service.service_id, versionNo: holds.version_no, code: service.code })
  return { needId: need.need_id }
}

export async function declineNeed(deed: Deed, input: OnNeed & { readonly reason: string }): Promise<{ needId: Id }> {
  const need = await lockNeed(deed, input.needId, input.version)
  const area: Pick<AreaRow, 'owner_person_id' | 'owner_unit_id'> =
    need.area_id === null ? { owner_person_id: null, owner_unit_id: null } : await areaById(deed, need.area_id)
  allow(deed.actor, 'need.decline', areaRelations(deed.actor, area))
  mustBeOpen(need, ['open', 'draft_made'])
  await updateNeed(deed, need, { state: 'declined', decline_reason: input.reason, answered_at: deed.now })
  deed.journal({ verb: 'need.declined', kind: 'need', id: need.need_id, content: input.reason })
  await tell(deed, need, 'need.declined', {})
  deed.changed('needs', `need:${need.need_id}`)
  return { needId: need.need_id }
}

/** Publishing a version answers the wishes its draft was made of. Called by publishService, in its transaction. */
export async function answerNeedsOf(deed: Deed, serviceId: Id, versionNo: number): Promise<void> {
  const waiting = await deed.tx
    .selectFrom('catalogue.need')
    .selectAll()
    .where('answered_service_id', '=', serviceId)
    .where('state', '=', 'draft_made')
    .orderBy('need_id')
    .forUpdate()
    .execute()
  if (waiting.length === 0) return
  const head = await deed.tx
    .selectFrom('catalogue.service')
    .select('code')
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  if (!head) return notFound()
  for (const need of waiting) await settle(deed, need, { serviceId, versionNo, code: head.code })
}

async function settle(
  deed: Deed,
  need: NeedStored,
  by: { serviceId: Id; versionNo: number; code: string },
): Promise<void> {
  await updateNeed(deed, need, {
    state: 'answered',
    answered_service_id: by.serviceId,
    answered_version_no: by.versionNo,
    answered_at: deed.now,
  })
  deed.journal({
    verb: 'need.answered',
    kind: 'need',
    id: need.need_id,
    facts: { serviceId: by.serviceId, versionNo: by.versionNo },
  })
  await tell(deed, need, 'need.answered', { code: by.code })
  deed.changed('needs', `need:${need.need_id}`)
}

async function tell(deed: Deed, need: NeedStored, kind: string, facts: Record<string, string>): Promise<void> {
  const people = await peopleBehind(deed, need)
  await notify(
    deed,
    people.map((personId) => ({
      personId,
      kind,
      subjectKind: 'need',
      subjectId: need.need_id,
      facts: { title: need.title, ...facts },
    })),
  )
}

function mustBeOpen(need: NeedStored, states: readonly NeedStored['state'][]): void {
  if (states.includes(need.state)) return
  refuse({
    code: 'need_settled',
    status: 409,
    sv: 'Någon har redan tagit hand om önskemålet. Läs om sidan.',
    en: 'Somebody has already dealt with the wish. Reload the page.',
  })
}
