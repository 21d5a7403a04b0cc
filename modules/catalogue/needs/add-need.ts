// Anyone puts forward a wish; their own administration stands behind it from the start. Others add theirs: what counts is
// how many customers ask, not how many people (TY-080).
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import { audienceOf, customersByIds } from '../viewer.ts'
import { insertBacker, insertNeed, lockNeed, updateNeed } from './store.ts'

export interface NewNeed {
  readonly kind?: 'wish' | 'need' | undefined
  readonly title: string
  readonly body?: string | null | undefined
  readonly areaId?: Id | null | undefined
  /** Whom a case was for, when it is turned into a wish (TY-058); then their customer is told apart, by backNeed. */
  readonly askedBy?: Id | undefined
}

export async function addNeed(deed: Deed, input: NewNeed): Promise<{ needId: Id }> {
  allow(deed.actor, 'need.add')
  const askedBy = input.askedBy ?? deed.actor.personId
  if (askedBy === null)
    return refuse({
      code: 'no_asker',
      status: 422,
      field: 'askedBy',
      sv: 'Ange vem som önskar.',
      en: 'Say who wishes it.',
    })
  if (input.areaId) await mustBeArea(deed, input.areaId)
  const needId = deed.newId()
  await insertNeed(deed, {
    need_id: needId,
    kind: input.kind ?? 'wish',
    title: input.title.trim(),
    body: input.body ?? null,
    area_id: input.areaId ?? null,
    asked_by: askedBy,
    asked_at: deed.now,
  })
  const own =
    input.askedBy === undefined || input.askedBy === deed.actor.personId
      ? (await audienceOf(deed, deed.today)).own
      : null
  if (own) await insertBacker(deed, needId, own.customerId, askedBy)
  deed.journal({
    verb: 'need.added',
    kind: 'need',
    id: needId,
    facts: { kind: input.kind ?? 'wish', areaId: input.areaId ?? null, customerId: own?.customerId ?? null },
    content: `${input.title}\n${input.body ?? ''}`,
  })
  deed.changed('needs')
  return { needId }
}

export interface Backing {
  readonly needId: Id
  /** The seat's own unless told; somebody else's only by those who register for others. */
  readonly customerId?: Id | undefined
  readonly personId?: Id | undefined
}

export async function backNeed(deed: Deed, input: Backing): Promise<{ needId: Id; new: boolean }> {
  const need = await lockNeed(deed, input.needId)
  const audience = await audienceOf(deed, deed.today)
  const customerId = input.customerId ?? audience.own?.customerId
  const personId = input.personId ?? deed.actor.personId
  if (customerId === undefined || personId === null)
    return refuse({
      code: 'no_customer',
      status: 409,
      sv: 'Din enhet hör inte till någon kund, så du kan inte ställa dig bakom önskemålet.',
      en: 'Your unit belongs to no customer, so you cannot stand behind the wish.',
    })
  const mine = audience.all.some((one) => one.customerId === customerId) && personId === deed.actor.personId
  allow(deed.actor, 'need.back', new Set(mine ? ['own_customer'] : []))
  if ((await customersByIds(deed, [customerId], deed.today)).length === 0) return notFound()
  if (need.state === 'answered' || need.state === 'declined')
    refuse({
      code: 'need_settled',
      status: 409,
      sv: 'Önskemålet är redan besvarat.',
      en: 'The wish has already been answered.',
    })
  const added = await insertBacker(deed, need.need_id, customerId, personId)
  if (added) {
    await updateNeed(deed, need)
    deed.journal({ verb: 'need.backed', kind: 'need', id: need.need_id, facts: { customerId } })
    deed.changed('needs', `need:${need.need_id}`)
  }
  return { needId: need.need_id, new: added }
}

async function mustBeArea(deed: Deed, areaId: Id): Promise<void> {
  const found = await deed.tx
    .selectFrom('catalogue.area')
    .select('area_id')
    .where('area_id', '=', areaId)
    .executeTakeFirst()
  if (!found)
    refuse({
      code: 'no_such_area',
      status: 422,
      field: 'areaId',
      sv: 'Området finns inte.',
      en: 'There is no such area.',
    })
}
