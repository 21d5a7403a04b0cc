// Reads for screens and the API: one case whole, its timeline, and the lists. Foreign equals non-existing.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import type { Lang } from '#basics/lang'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { openApproval } from '#platform/approval'
import { unitsOn } from '#organisation'
import { relationsTo } from './access.ts'
import { caseDeeds, mayFollow, openStates } from './case.ts'
import { headOf } from './case-head.ts'
import { clockViews } from './clock-view.ts'
import { readClocks } from './clocks.ts'
import type { CaseView } from './contract.ts'
import type { CaseListRow } from './list.ts'
import { readableCases, withWords } from './list-query.ts'
import { answerWords } from './answers.ts'
import { goesOnTo } from './route-case.ts'

type Row = Awaited<ReturnType<typeof headOf>>

/** The head row of a case that may be read, and how the viewer stands to it; what may not be read does not exist. */
export async function readableHead(view: View, key: { caseId: Id } | { number: string }) {
  const row = await headOf(view, key)
  const relations = await relationsWithApproval(view, row)
  if (!may(view.actor, 'case.read', relations) && !relations.has('approver')) notFound()
  return { row, relations }
}

/** Reads one case by id or number, whole. */
export async function readCase(view: View, key: { caseId: Id } | { number: string }, lang: Lang): Promise<CaseView> {
  const { row, relations } = await readableHead(view, key)
  const clocks = await readClocks(view, row.case_id)
  const [near, watchers, answers] = [
    await nearCases(view, row),
    await people(view, row.watchers),
    await answerWords(view, row, lang),
  ]
  const named = (id: Id | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
  return {
    id: row.case_id,
    number: row.number ?? '',
    kind: row.kind,
    title: row.title,
    state: row.state,
    waitingFor: row.waiting_for,
    requestType: {
      id: row.request_type_id,
      code: row.request_code,
      name: lang === 'sv' ? row.request_sv : row.request_en,
      routine: row.routine,
    },
    service: {
      id: row.service_id,
      code: row.service_code,
      name: (lang === 'sv' ? row.service_sv : (row.service_en ?? row.service_sv)) ?? row.service_code,
    },
    customer: named(row.customer_id, row.customer_name),
    unit: named(row.unit_id, row.unit_name),
    requester: named(row.requester_id, row.requester_name),
    outsideName: row.outside_name,
    registeredBy: { id: row.registered_by, name: row.registered_name ?? '' },
    channel: row.channel,
    provider: {
      unitId: row.provider_unit_id,
      unit: row.provider_unit ?? '',
      partyId: row.provider_party_id,
      party: row.provider_party,
      line: row.support_line,
    },
    goesOnTo: may(view.actor, 'case.hand_over', relations) ? await nextUnit(view, row) : null,
    informationOwner: { id: row.information_owner_id, name: row.owner_party },
    owner: named(row.owner_person_id, row.handler_name),
    place: named(row.place_id, row.place_name),
    room: named(row.room_id, row.room_name),
    system: named(row.system_id, row.system_name),
    category: row.category,
    priority: row.priority,
    answers: [...answers],
    agreementLine:
      row.agreement_id === null
        ? null
        : { agreementId: row.agreement_id, version: row.agreement_version_no ?? 1, line: row.agreement_line_no ?? 1 },
    expectedOre: row.expected_ore === null ? null : Number(row.expected_ore),
    receivedAt: row.received_at.toString(),
    startedAt: row.started_at?.toString() ?? null,
    doneAt: row.done_at?.toString() ?? null,
    closedAt: row.closed_at?.toString() ?? null,
    clocks: await clockViews(view, clocks, lang),
    ...near,
    watchers,
    rating: row.rating,
    may: caseDeeds.filter((deed) => mayFollow(deed, row.state) && may(view.actor, `case.${deed}`, relations)),
    version: row.version,
  }
}

async function nextUnit(view: View, row: Row): Promise<{ id: Id; name: string } | null> {
  const unitId = await goesOnTo(view, row)
  if (unitId === null) return null
  const unit = (await unitsOn(view, [unitId], view.today)).get(unitId)
  return unit ? { id: unitId, name: unit.name } : null
}

async function relationsWithApproval(view: View, row: Row): Promise<ReadonlySet<string>> {
  if (row.state !== 'awaiting_approval' || view.actor.personId === null) return relationsTo(view.actor, row)
  const approval = await openApproval(view, 'case', row.case_id)
  if (!approval) return relationsTo(view.actor, row)
  const asked = await view.tx
    .selectFrom('platform.approval_step')
    .select('person_id')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('approval_id', '=', approval.approval_id)
    .where('person_id', '=', view.actor.personId)
    .executeTakeFirst()
  return relationsTo(view.actor, row, asked ? ['approver'] : [])
}

async function nearCases(
  view: View,
  row: Row,
): Promise<Pick<CaseView, 'parent' | 'children' | 'related' | 'mergedInto'>> {
  const { tenantId } = view.tenant
  const base = view.tx
    .selectFrom('cases.case as c')
    .select(['c.case_id as id', 'c.title', 'c.state', sql<string>`coalesce(c.number, '')`.as('number')])
    .where('c.tenant_id', '=', tenantId)
  const one = async (id: Id | null) =>
    id === null ? null : ((await base.where('c.case_id', '=', id).executeTakeFirst()) ?? null)
  const brief = (found: { id: Id; number: string; title: string } | null) =>
    found && { id: found.id, number: found.number, title: found.title }
  const children = await base.where('c.parent_id', '=', row.case_id).orderBy('c.received_at').limit(200).execute()
  const related = await base
    .innerJoin('cases.relation as r', (j) =>
      j
        .onRef('r.tenant_id', '=', 'c.tenant_id')
        .on((e) =>
          e.or([
            e.and([e('r.case_id', '=', row.case_id), e('r.other_case_id', '=', e.ref('c.case_id'))]),
            e.and([e('r.other_case_id', '=', row.case_id), e('r.case_id', '=', e.ref('c.case_id'))]),
          ]),
        ),
    )
    .limit(100)
    .execute()
  return {
    parent: brief(await one(row.parent_id)),
    children: children.map((child) => ({ id: child.id, number: child.number, title: child.title, state: child.state })),
    related: related.map((other) => ({ id: other.id, number: other.number, title: other.title })),
    mergedInto: brief(await one(row.merged_into_id)),
  }
}

async function people(view: View, ids: readonly Id[]): Promise<{ id: Id; name: string }[]> {
  if (ids.length === 0) return []
  return view.tx
    .selectFrom('organisation.person')
    .select(['person_id as id', 'name'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('person_id', 'in', [...ids])
    .orderBy('name')
    .execute()
}

/** Orders that wait for the viewer's yes; the open approvals of an office are few. */
function askedOf(view: View) {
  return view.tx
    .selectFrom('cases.case as c')
    .where('c.tenant_id', '=', view.tenant.tenantId)
    .where('c.state', '=', 'awaiting_approval')
    .where('c.case_id', 'in', (e) =>
      e
        .selectFrom('platform.approval as a')
        .innerJoin('platform.approval_step as st', (j) =>
          j.onRef('st.tenant_id', '=', 'a.tenant_id').onRef('st.approval_id', '=', 'a.approval_id'),
        )
        .select('a.subject_id')
        .where('a.tenant_id', '=', view.tenant.tenantId)
        .where('a.subject_kind', '=', 'case')
        .where('a.state', '=', 'open')
        .where('st.person_id', '=', view.actor.personId)
        .where('st.outcome', 'is', null),
    )
}

export async function listApprovals(view: View): Promise<readonly CaseListRow[]> {
  return withWords(view, askedOf(view)).orderBy('c.received_at').limit(mostApprovals).execute()
}

export async function countApprovals(view: View): Promise<number> {
  const some = askedOf(view).select('c.case_id').limit(mostApprovals)
  const found = await sql<{ n: number }>`select count(*)::int as n from (${some}) asked`.execute(view.tx)
  return found.rows[0]?.n ?? 0
}

const mostApprovals = 200

/** May this viewer follow changes of a topic? Topics name things the viewer can already read. */
export async function mayFollowTopic(view: View, topic: string): Promise<boolean> {
  const [kind, id = ''] = topic.split(':')
  if (kind === 'person') return id === view.actor.personId
  if (kind === 'unit') return view.actor.unitIds.includes(id)
  if (kind === 'customer') return view.actor.customers.includes(id)
  if (kind === 'case')
    return (
      isId(id) &&
      (await readableCases(view).select('c.case_id').where('c.case_id', '=', id).executeTakeFirst()) !== undefined
    )
  return kind === 'needs' || kind === 'catalogue' || kind === 'organisation'
}

/** Counts of the queue for the rail; never more than the exact limit is counted. */
export async function queueCounts(
  view: View,
): Promise<{ open: number; mine: number; unowned: number; endsToday: number; broken: number }> {
  const units = view.actor.unitIds
  const endOfDay = view.today.add({ days: 1 }).toZonedDateTime('Europe/Stockholm').toInstant()
  const found = await view.tx
    .selectFrom('cases.case as c')
    .where('c.tenant_id', '=', view.tenant.tenantId)
    .where('c.provider_unit_id', 'in', units.length > 0 ? [...units] : [view.tenant.tenantId])
    .where('c.state', 'in', [...openStates])
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where c.owner_person_id = ${view.actor.personId}))::int`.as('mine'),
      sql<number>`(count(*) filter (where c.owner_person_id is null))::int`.as('unowned'),
      sql<number>`(count(*) filter (where c.state in ('new', 'in_progress') and c.due_at >= ${view.now} and c.due_at < ${endOfDay}))::int`.as(
        'endsToday',
      ),
      sql<number>`(count(*) filter (where c.state in ('new', 'in_progress') and c.due_at < ${view.now}))::int`.as(
        'broken',
      ),
    ])
    .executeTakeFirstOrThrow()
  return found
}
