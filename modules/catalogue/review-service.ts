// The review cycle (TY-081): who looked, when, what was found and when to look again. The day told here goes before the
// one in the published text, so a review needs no new version.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { areaRelations } from './access.ts'
import type { ReviewService } from './contract.ts'
import { areaById } from './areas/store.ts'
import { insertReview, lockService, touchService } from './store.ts'

const { compare, from: dateFrom } = Temporal.PlainDate

export type Review = Static<typeof ReviewService> & { readonly service: string }

export async function reviewService(deed: Deed, input: Review): Promise<{ serviceId: Id; reviewId: Id }> {
  const service = await lockService(deed, input.service)
  if (service.published_version === null) return notFound()
  const area = await areaById(deed, service.area_id)
  allow(deed.actor, 'service.review', areaRelations(deed.actor, area))
  const next = input.nextReviewOn ? dateFrom(input.nextReviewOn) : null
  if (next !== null && compare(next, deed.today) <= 0)
    refuse({
      code: 'review_in_the_past',
      status: 422,
      field: 'nextReviewOn',
      sv: 'Nästa översyn ska vara efter i dag.',
      en: 'The next review must be after today.',
    })
  const reviewId = deed.newId()
  await insertReview(deed, {
    review_id: reviewId,
    service_id: service.service_id,
    reviewed_by: deed.actor.personId ?? reviewId,
    reviewed_on: deed.today,
    findings: input.findings,
    next_review_on: next,
  })
  await touchService(deed, service)
  deed.journal({
    verb: 'service.reviewed',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code, reviewId, next: next?.toString() ?? null },
    content: input.findings,
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  return { serviceId: service.service_id, reviewId }
}
