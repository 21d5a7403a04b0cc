// Reads for those who work with the catalogue: a draft with what stops it, and the owner's desk. A draft is seen by who
// proposed it and by those who work with the catalogue; to everyone else it does not exist.
import { sql } from 'kysely'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { areaRelations } from './access.ts'
import type { Draft, DraftRow, OpenSignOff, OverdueReview } from './contract.ts'
import { offeringsOn } from './offers/queries.ts'
import { providersShown } from './providers-view.ts'
import { publishedOn } from './queries.ts'
import { sections, templateGaps } from './service.ts'
import type { Section } from './service.ts'
import { areaById } from './areas/store.ts'
import { draftOf, keyed, partsOf } from './store.ts'
import { templateFacts } from './template-facts.ts'
import { audienceOf, customersOn } from './viewer.ts'

type PlainDate = Temporal.PlainDate

export async function draft(view: View, idOrCode: string): Promise<Draft> {
  const head = await view.tx
    .selectFrom('catalogue.service')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'service_id' : 'code', '=', idOrCode)
    .executeTakeFirst()
  const row = head && (await draftOf(view, head.service_id))
  if (!head || !row) return notFound()
  const area = await areaById(view, head.area_id)
  const relations = areaRelations(view.actor, area, row.proposed_by)
  if (!may(view.actor, 'service.read_draft', relations)) return notFound()
  const standard =
    row.adapted_from_service_id === null
      ? undefined
      : await view.tx
          .selectFrom('catalogue.service')
          .select('code')
          .where('service_id', '=', row.adapted_from_service_id)
          .executeTakeFirst()
  const proposer =
    row.proposed_by === null
      ? undefined
      : await view.tx
          .selectFrom('organisation.person')
          .select('name')
          .where('person_id', '=', row.proposed_by)
          .executeTakeFirst()
  const parts = await partsOf(view, head.service_id, row.version_no)
  return {
    serviceId: head.service_id,
    code: head.code,
    areaId: area.area_id,
    areaName: { sv: area.name_sv, en: area.name_en },
    versionNo: row.version_no,
    version: head.version,
    published: head.published_version !== null,
    name: { sv: row.name_sv, en: row.name_en ?? '' },
    purpose: row.purpose,
    forWhom: row.for_whom,
    content: row.content,
    orderWay: row.order_way,
    level: row.level_text,
    volume: row.volume_text,
    price: row.price_text,
    process: row.process_text,
    needs: row.needs_text,
    customerDuties: row.customer_duties,
    kind: row.kind,
    obligation: row.obligation,
    basic: row.basic,
    ownerPersonId: row.owner_person_id,
    ownerTitle: row.owner_title,
    standard: row.standard,
    adaptedFromCode: standard?.code ?? null,
    reviewOn: row.review_on?.toString() ?? null,
    notStated: row.not_stated.filter((one): one is Section => (sections as readonly string[]).includes(one)),
    changeNote: row.change_note,
    parts: parts.map((part) => ({ kind: part.kind, what: part.what, doneBy: part.done_by, origin: part.origin })),
    proposedBy: proposer?.name ?? null,
    proposedAt: row.proposed_at.toString(),
    gaps: templateGaps(await templateFacts(view, head.service_id, row, view.today)).map((gap) => ({ ...gap })),
    provider: (await providersShown(view, head.service_id, view.today)).provider,
    offerings: [...(await offeringsOn(view, { serviceId: head.service_id, date: view.today, customer: null }))],
    synonyms: head.synonyms,
    may: ['service.change_draft', 'service.publish', 'service.set_words', 'service.switch_provider'].filter((verb) =>
      may(view.actor, verb, relations),
    ),
  }
}

/** The drafts the viewer may see, oldest first: they have waited longest. */
export async function drafts(view: View): Promise<readonly DraftRow[]> {
  const rows = await view.tx
    .selectFrom('catalogue.service_version as v')
    .innerJoin('catalogue.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'v.tenant_id').onRef('s.service_id', '=', 'v.service_id'),
    )
    .innerJoin('catalogue.area as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.area_id', '=', 's.area_id'),
    )
    .leftJoin('organisation.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 'v.tenant_id').onRef('p.person_id', '=', 'v.proposed_by'),
    )
    .select([
      's.service_id',
      's.code',
      's.published_version',
      'v.version_no',
      'v.name_sv',
      'v.name_en',
      'v.proposed_by',
      'v.proposed_at',
      'p.name',
      'a.name_sv as area_sv',
      'a.name_en as area_en',
      'a.owner_person_id',
      'a.owner_unit_id',
    ])
    .where('v.published_at', 'is', null)
    .orderBy('v.proposed_at')
    .limit(500)
    .execute()
  return rows
    .filter((row) => may(view.actor, 'service.read_draft', areaRelations(view.actor, row, row.proposed_by)))
    .map((row) => ({
      serviceId: row.service_id,
      code: row.code,
      name: { sv: row.name_sv, en: row.name_en ?? row.name_sv },
      areaName: { sv: row.area_sv, en: row.area_en },
      versionNo: row.version_no,
      published: row.published_version !== null,
      proposedBy: row.name,
      proposedAt: row.proposed_at.toString(),
      mine: areaRelations(view.actor, row).has('owns_area'),
    }))
}

/** Services whose review day has passed, grouped by who is responsible for them (TY-081). */
export async function overdueReviews(view: View, date: PlainDate = view.today): Promise<readonly OverdueReview[]> {
  const rows = await publishedOn(view, date, await audienceOf(view, date))
    .selectAll('s')
    .where('s.state', '<>', 'ended')
    .where(sql<boolean>`s.review_on < ${date}`)
    .orderBy(sql`s.owner nulls last`)
    .orderBy('s.review_on')
    .limit(500)
    .execute()
  return rows.flatMap((row) => {
    if (row.review_on === null) return []
    const daysOver = row.review_on.until(date, { largestUnit: 'days' }).days
    return [
      {
        serviceId: row.service_id,
        code: row.code,
        name: { sv: row.name_sv, en: row.name_en ?? row.name_sv },
        areaName: { sv: row.area_sv, en: row.area_en },
        owner: row.owner,
        reviewOn: row.review_on.toString(),
        daysOver,
      },
    ]
  })
}

/** What customers have been asked to sign and have not: all for those at the desk, one's own for a purchaser. */
export async function openSignOffs(view: View): Promise<readonly OpenSignOff[]> {
  const all = may(view.actor, 'catalogue.desk')
  const rows = await view.tx
    .selectFrom('catalogue.sign_off as f')
    .innerJoin('catalogue.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.service_id', '=', 'f.service_id'),
    )
    .innerJoin('catalogue.service_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'f.tenant_id')
        .onRef('v.service_id', '=', 'f.service_id')
        .onRef('v.version_no', '=', 'f.version_no'),
    )
    .select(['s.service_id', 's.code', 'v.name_sv', 'v.name_en', 'v.version_no', 'f.customer_id', 'f.asked_at'])
    .where('f.signed_at', 'is', null)
    .where((w) => w.or([w('v.valid_to', 'is', null), w('v.valid_to', '>', view.today)]))
    .orderBy('f.asked_at')
    .limit(1000)
    .execute()
  const names = new Map((await customersOn(view, view.today)).map((one) => [one.customerId, one.name]))
  return rows
    .map((row) => ({ row, mine: view.actor.customers.includes(row.customer_id) }))
    .filter(({ mine }) => all || mine)
    .map(({ row, mine }) => ({
      serviceId: row.service_id,
      code: row.code,
      name: { sv: row.name_sv, en: row.name_en ?? row.name_sv },
      versionNo: row.version_no,
      customerId: row.customer_id,
      customerName: names.get(row.customer_id) ?? '',
      askedAt: row.asked_at?.toString() ?? null,
      mine,
    }))
}
