// A service as it is published on a day, whole: its text, who provides it, what can be ordered at which price for the
// viewer's own customer, what is promised, who uses it, who has signed, and what the viewer may do with it now.
import { asServiceRow } from './queries.ts'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { areaRelations } from './access.ts'
import type { ServiceDetail } from './contract.ts'
import { needsAnswered } from './needs/queries.ts'
import { offeringsOn } from './offers/queries.ts'
import { providersShown } from './providers-view.ts'
import { publishedOn } from './queries.ts'
import { requestTypesOn } from './requests/queries.ts'
import { hoursAndPromises } from './hours.ts'
import { sections } from './service.ts'
import type { Section, ServiceState } from './service.ts'
import type { AreaRow } from './areas/store.ts'
import type { ServiceHead, VersionRow } from './store.ts'
import { areaById } from './areas/store.ts'
import { draftOf, keyed, partsOf, versionOn } from './store.ts'
import { usersOf } from './usage.ts'
import type { Audience } from './viewer.ts'
import { audienceOf, customersOn } from './viewer.ts'
import { reviewsShown, signOffsShown, versionsShown } from './history-view.ts'

export type PlainDate = Temporal.PlainDate

/** By id or code. Not published that day, or not for the viewer's customer: it does not exist. */
export async function serviceOn(view: View, idOrCode: string, date: PlainDate = view.today): Promise<ServiceDetail> {
  const audience = await audienceOf(view, date)
  const row = await publishedOn(view, date, audience)
    .selectAll('s')
    .where(keyed(idOrCode) === 'id' ? 's.service_id' : 's.code', '=', idOrCode)
    .executeTakeFirst()
  if (!row) return notFound()
  const head = await view.tx
    .selectFrom('catalogue.service')
    .selectAll()
    .where('service_id', '=', row.service_id)
    .executeTakeFirstOrThrow()
  const version = (await versionOn(view, row.service_id, date)) ?? notFound()
  const area = await areaById(view, row.area_id)
  const eligibility = await eligibilityOf(view, row.service_id)
  return {
    ...asServiceRow(row),
    ...textOf(version),
    date: date.toString(),
    versionNo: version.version_no,
    version: head.version,
    validFrom: version.valid_from?.toString() ?? null,
    startsOn: head.starts_on?.toString() ?? null,
    endsOn: head.ends_on?.toString() ?? null,
    synonyms: head.synonyms,
    ...(await linksOf(view, version)),
    parts: (await partsOf(view, row.service_id, version.version_no)).map((part) => ({
      kind: part.kind,
      what: part.what,
      doneBy: part.done_by,
      origin: part.origin,
    })),
    ...(await providersShown(view, row.service_id, date)),
    customer: audience.own && { ...audience.own },
    ...(await hoursAndPromises(view, row.service_id, date)),
    offerings: [...(await offeringsOn(view, { serviceId: row.service_id, date, customer: audience.own }))],
    requestTypeList: [...(await requestTypesOn(view, { serviceId: row.service_id, date }))],
    needsAnswered: await needsAnswered(view, row.service_id, version.version_no),
    users: [...(await usersOf(view, row.service_id, eligibility, date))],
    eligibility: await eligibilityShown(view, eligibility, date),
    ...(await signOffsShown(view, row.service_id, version.version_no)),
    versions: await versionsShown(view, row.service_id),
    ...(await reviewsShown(view, row.service_id, row.review_on, date)),
    ...(await draftAndVerbs(view, head, area, row.state, audience)),
  }
}

function textOf(version: VersionRow) {
  return {
    purpose: version.purpose,
    forWhom: version.for_whom,
    content: version.content,
    orderWay: version.order_way,
    level: version.level_text,
    volume: version.volume_text,
    price: version.price_text,
    process: version.process_text,
    needs: version.needs_text,
    customerDuties: version.customer_duties,
    notStated: version.not_stated.filter((one): one is Section => (sections as readonly string[]).includes(one)),
    origins: version.origins as Record<string, string>,
  }
}

async function linksOf(
  view: View,
  version: VersionRow,
): Promise<Pick<ServiceDetail, 'owner' | 'adaptedFrom' | 'commissioningParty' | 'decision'>> {
  const row = await view.tx
    .selectFrom('catalogue.service_version as v')
    .leftJoin('organisation.person as o', (join) =>
      join.onRef('o.tenant_id', '=', 'v.tenant_id').onRef('o.person_id', '=', 'v.owner_person_id'),
    )
    .leftJoin('organisation.party as c', (join) =>
      join.onRef('c.tenant_id', '=', 'v.tenant_id').onRef('c.party_id', '=', 'v.commissioning_party_id'),
    )
    .leftJoin('registry.decision as d', (join) =>
      join.onRef('d.tenant_id', '=', 'v.tenant_id').onRef('d.decision_id', '=', 'v.decision_id'),
    )
    .leftJoin('catalogue.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'v.tenant_id').onRef('s.service_id', '=', 'v.adapted_from_service_id'),
    )
    .leftJoin('catalogue.service_version as a', (join) =>
      join
        .onRef('a.tenant_id', '=', 's.tenant_id')
        .onRef('a.service_id', '=', 's.service_id')
        .onRef('a.version_no', '=', 's.published_version'),
    )
    .select([
      'o.person_id',
      'o.name as owner_name',
      'c.name as party_name',
      'd.decision_id',
      'd.section',
      'd.decided_on',
      'd.title',
      's.service_id as from_id',
      's.code as from_code',
      'a.name_sv as from_sv',
      'a.name_en as from_en',
    ])
    .where('v.service_id', '=', version.service_id)
    .where('v.version_no', '=', version.version_no)
    .executeTakeFirstOrThrow()
  const { decision_id: decisionId, section, decided_on: decidedOn, title } = row
  return {
    owner: row.person_id === null ? null : { personId: row.person_id, name: row.owner_name ?? '' },
    adaptedFrom:
      row.from_id === null
        ? null
        : {
            serviceId: row.from_id,
            code: row.from_code ?? '',
            name: { sv: row.from_sv ?? row.from_code ?? '', en: row.from_en ?? row.from_sv ?? row.from_code ?? '' },
          },
    commissioningParty: row.party_name,
    decision:
      decisionId === null || title === null
        ? null
        : { decisionId, section, decidedOn: decidedOn?.toString() ?? null, title },
  }
}

async function eligibilityOf(view: View, serviceId: Id) {
  return view.tx
    .selectFrom('catalogue.eligibility')
    .select(['customer_type', 'customer_id', 'must'])
    .where('service_id', '=', serviceId)
    .orderBy('n')
    .execute()
}

async function eligibilityShown(
  view: View,
  rows: Awaited<ReturnType<typeof eligibilityOf>>,
  date: PlainDate,
): Promise<ServiceDetail['eligibility']> {
  const customers = rows.length === 0 ? [] : await customersOn(view, date)
  return rows.map((row) => ({
    customerType: row.customer_type,
    customer:
      row.customer_id === null
        ? null
        : {
            customerId: row.customer_id,
            name: customers.find((one) => one.customerId === row.customer_id)?.name ?? '',
          },
    must: row.must,
  }))
}

const onState: Readonly<Record<ServiceState, readonly string[]>> = {
  draft: [],
  planned: [
    'service.end',
    'service.ask_sign_off',
    'service.review',
    'service.switch_provider',
    'service.set_eligibility',
    'service.set_words',
  ],
  active: [
    'service.end',
    'service.ask_sign_off',
    'service.review',
    'service.switch_provider',
    'service.set_eligibility',
    'service.set_words',
  ],
  ending: [
    'service.call_off_end',
    'service.ask_sign_off',
    'service.review',
    'service.switch_provider',
    'service.set_words',
  ],
  ended: [],
}

/** Whether there is a draft is told to those who may read it. */
async function draftAndVerbs(
  view: View,
  head: ServiceHead,
  area: AreaRow,
  state: ServiceState,
  audience: Audience,
): Promise<Pick<ServiceDetail, 'hasDraft' | 'may'>> {
  const draft = await draftOf(view, head.service_id)
  const relations = new Set(areaRelations(view.actor, area, draft?.proposed_by))
  const signs = await view.tx
    .selectFrom('catalogue.sign_off')
    .select('customer_id')
    .where('service_id', '=', head.service_id)
    .where('version_no', '=', head.published_version ?? 0)
    .where('signed_at', 'is', null)
    .execute()
  if (signs.some((row) => view.actor.customers.includes(row.customer_id))) relations.add('signs_for')
  const allowed = (verb: string): boolean =>
    may(view.actor, verb === 'service.call_off_end' ? 'service.end' : verb, relations)
  const seesDraft = draft !== undefined && allowed('service.read_draft')
  const editing =
    state !== 'ended' &&
    (draft === undefined ? allowed('service.propose') && audience.everything : allowed('service.change_draft'))
      ? ['service.change_draft']
      : []
  return {
    hasDraft: seesDraft,
    may: [...editing, ...(relations.has('signs_for') ? ['service.sign_off'] : []), ...onState[state].filter(allowed)],
  }
}
