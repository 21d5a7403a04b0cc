// The history of a service for its page: versions, signatures and reviews.
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { ServiceDetail } from './contract.ts'
import { isReviewOverdue, isSettled } from './service.ts'
import type { PlainDate } from './service-view.ts'

export async function signOffsShown(
  view: View,
  serviceId: Id,
  versionNo: number,
): Promise<Pick<ServiceDetail, 'signOffs' | 'settled'>> {
  const rows = await view.tx
    .selectFrom('catalogue.sign_off as s')
    .innerJoin('organisation.customer as c', (join) =>
      join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.customer_id', '=', 's.customer_id'),
    )
    .leftJoin('organisation.unit_placement as u', (join) =>
      join
        .onRef('u.tenant_id', '=', 'c.tenant_id')
        .onRef('u.unit_id', '=', 'c.unit_id')
        .on('u.valid_from', '<=', view.today)
        .on((w) => w.or([w('u.valid_to', 'is', null), w('u.valid_to', '>', view.today)])),
    )
    .leftJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.person_id', '=', 's.signed_by'),
    )
    .select(['s.customer_id', 'u.name as customer_name', 's.asked_at', 's.signed_at', 'p.name as signed_by'])
    .where('s.service_id', '=', serviceId)
    .where('s.version_no', '=', versionNo)
    .orderBy('u.name')
    .execute()
  return {
    signOffs: rows.map((row) => ({
      customerId: row.customer_id,
      customerName: row.customer_name ?? '',
      askedAt: row.asked_at?.toString() ?? null,
      signedAt: row.signed_at?.toString() ?? null,
      signedBy: row.signed_by,
    })),
    settled: isSettled(
      rows.map((row) => ({ signedAt: row.signed_at })),
      view.now,
    ),
  }
}

export async function versionsShown(view: View, serviceId: Id): Promise<ServiceDetail['versions']> {
  const rows = await view.tx
    .selectFrom('catalogue.service_version as v')
    .leftJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'v.tenant_id').onRef('p.person_id', '=', 'v.published_by'),
    )
    .select(['v.version_no', 'v.state', 'v.valid_from', 'v.valid_to', 'v.published_at', 'p.name', 'v.change_note'])
    .where('v.service_id', '=', serviceId)
    .where('v.published_at', 'is not', null)
    .orderBy('v.version_no', 'desc')
    .execute()
  return rows.map((row) => ({
    versionNo: row.version_no,
    publishedAs: row.state === 'planned' ? 'planned' : 'active',
    validFrom: row.valid_from?.toString() ?? null,
    validTo: row.valid_to?.toString() ?? null,
    publishedAt: row.published_at?.toString() ?? '',
    publishedBy: row.name,
    changeNote: row.change_note,
  }))
}

export async function reviewsShown(
  view: View,
  serviceId: Id,
  reviewOn: PlainDate | null,
  date: PlainDate,
): Promise<Pick<ServiceDetail, 'reviews' | 'reviewOverdue'>> {
  const rows = await view.tx
    .selectFrom('catalogue.review as r')
    .leftJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.person_id', '=', 'r.reviewed_by'),
    )
    .select(['r.review_id', 'r.reviewed_on', 'p.name', 'r.findings', 'r.next_review_on'])
    .where('r.service_id', '=', serviceId)
    .orderBy('r.reviewed_on', 'desc')
    .orderBy('r.review_id', 'desc')
    .limit(100)
    .execute()
  return {
    reviews: rows.map((row) => ({
      reviewId: row.review_id,
      reviewedOn: row.reviewed_on.toString(),
      reviewedBy: row.name ?? '',
      findings: row.findings,
      nextReviewOn: row.next_review_on?.toString() ?? null,
    })),
    reviewOverdue: isReviewOverdue(reviewOn, date),
  }
}
