// The way in: an order, a fault, a question or a complaint, for oneself or on behalf of another. It gets its customer, the
// unit it lies with, its promise in working days, and – where the purchaser must say yes – its approval.
import type { Id } from '#basics/id'
import { forbidden, refuse } from '#basics/refusal'
import { may } from '#platform/access'
import type { Deed } from '#platform/act'
import { tieFiles } from '#platform/files/tie'
import type { TiableFile } from '#platform/files/tie'
import { indexEntry } from '#platform/search/index-entry'
import { approvalFor, askPurchaser } from './ask-purchaser.ts'
import type { CaseKind, Channel, Priority } from './case.ts'
import { planClocks } from './clocks.ts'
import { loadFor } from './load-case.ts'
import { promisesFor } from './promises-for-case.ts'
import { routeOf } from './route-case.ts'
import type { NewCase } from './store.ts'
import { appendEvents, insertCase, insertMessage, insertWatchers } from './store.ts'
import type { CaseAnswers } from './answers.ts'
import type { Customer } from './who-orders.ts'
import type { RequestType } from './asked-for.ts'
import { answersFor } from './answers.ts'
import { customerOf, mustBeOffered, requesterFacts } from './who-orders.ts'
import { expectedCost, lineFor } from './terms.ts'
import { requestTypeFor } from './asked-for.ts'
import { seriesOf } from './who-takes.ts'

export interface OpenCase {
  /** Id or code of the request type. */
  readonly requestType: string
  readonly title?: string | undefined
  readonly text?: string | undefined
  readonly answers?: Readonly<Record<string, unknown>> | undefined
  readonly channel?: Channel | undefined
  readonly priority?: Priority | undefined
  /** Whom it is for, when somebody else registers it (telephone, counter, mail, letter). */
  readonly onBehalfOf?: Id | undefined
  /** A citizen or company without account: only questions and complaints (TY-007). */
  readonly outside?: { readonly name: string; readonly address?: string | undefined } | undefined
  /** Who may read it; the circle of its request type unless told. */
  readonly circleId?: Id | undefined
  readonly watchers?: readonly Id[] | undefined
  /** The case it is a part of. */
  readonly parentId?: Id | undefined
  readonly files?: readonly TiableFile[] | undefined
  /** Where the row comes from; the world's loader marks what it has invented. */
  readonly origin?: string | undefined
}

interface Asker {
  readonly personId: Id | null
  readonly unitId: Id | null
}

export async function openCase(
  deed: Deed,
  input: OpenCase,
): Promise<{ caseId: Id; state: 'new' | 'awaiting_approval' }> {
  const type = await requestTypeFor(deed, input.requestType)
  const asker = await whoAsks(deed, input)
  if (input.parentId !== undefined) await loadFor(deed, 'set_parent', input.parentId)
  const answers = await answersFor(deed, type, input.answers ?? {})
  const customer = asker.unitId === null ? null : await customerOf(deed, asker.unitId)
  mustHaveCustomer(type.caseKind, customer, input)
  if (customer) await mustBeOffered(deed, type.serviceId, customer)
  const row = await headOfNew(deed, input, type, asker, customer, answers)
  const approval = await approvalFor(deed, type, row)
  const chosen = approval.needed ? { promises: [], hours: null } : await promisesFor(deed, { ...row, ...lineOf(row) })
  const clocks = await planClocks(deed, row.case_id, chosen.promises, chosen.hours)
  const state = approval.needed ? 'awaiting_approval' : 'new'
  await insertCase(deed, { ...row, ...clocks.head, state })
  await clocks.save()
  await tell(deed, input, row, type, answers)
  if (approval.needed) await askPurchaser(deed, row, approval, type)
  deed.journal({
    verb: 'case.opened',
    kind: 'case',
    id: row.case_id,
    facts: {
      requestType: type.requestTypeId,
      unit: row.provider_unit_id,
      customer: row.customer_id,
      channel: row.channel,
      state,
    },
    content: JSON.stringify([row.title, input.text ?? '', answers.values]),
  })
  deed.drawNumber('case', row.case_id, await seriesOf(deed, row.provider_party_id))
  deed.enqueue({ task: 'case.receipt', payload: { caseId: row.case_id } })
  deed.changed(
    `case:${row.case_id}`,
    `unit:${row.provider_unit_id}`,
    ...(row.parent_id ? [`case:${row.parent_id}`] : []),
    ...(row.requester_id ? [`person:${row.requester_id}`] : []),
  )
  return { caseId: row.case_id, state }
}

const lineOf = (row: NewCase) => ({
  agreement_id: row.agreement_id ?? null,
  agreement_version_no: row.agreement_version_no ?? null,
  agreement_line_no: row.agreement_line_no ?? null,
  place_id: row.place_id ?? null,
  priority: row.priority ?? 'normal',
})

async function whoAsks(deed: Deed, input: OpenCase): Promise<Asker> {
  const forOther =
    input.onBehalfOf !== undefined ||
    input.outside !== undefined ||
    (input.channel !== undefined && input.channel !== 'portal')
  if (forOther && !may(deed.actor, 'case.register')) forbidden('case.register')
  if (input.outside) return { personId: null, unitId: null }
  const personId = input.onBehalfOf ?? deed.actor.personId
  if (personId === null)
    return refuse({
      code: 'no_requester',
      status: 422,
      field: 'onBehalfOf',
      sv: 'Ange vem ärendet gäller.',
      en: 'Say whom the case is for.',
    })
  const facts = await requesterFacts(deed, personId, personId === deed.actor.personId ? deed.actor.seatId : null)
  return { personId, unitId: facts.unitId }
}

/** TY-007: every order and fault carries a customer unit; without one only a citizen's question or complaint is taken. */
function mustHaveCustomer(kind: CaseKind, customer: Customer | null, input: OpenCase): void {
  if (customer !== null) return
  if (input.outside && (kind === 'question' || kind === 'complaint')) return
  refuse({
    code: 'no_customer',
    status: 409,
    sv: 'Enheten hör inte till någon kund, så den kan inte beställa. Be administratören koppla enheten till en kund.',
    en: 'The unit belongs to no customer, so it cannot order. Ask the administrator to connect the unit to a customer.',
  })
}

async function headOfNew(
  deed: Deed,
  input: OpenCase,
  type: RequestType,
  asker: Asker,
  customer: Customer | null,
  answers: CaseAnswers,
) {
  const route = await routeOf(deed, type, answers)
  const line = customer
    ? await lineFor(deed, { customerId: customer.customerId, serviceId: type.serviceId, offeringId: type.offeringId })
    : null
  const caseId = deed.newId()
  const channel = input.channel ?? 'portal'
  return {
    tenant_id: deed.tenant.tenantId,
    case_id: caseId,
    kind: type.caseKind,
    request_type_id: type.requestTypeId,
    service_id: type.serviceId,
    title: titleOf(input, type, answers),
    customer_id: customer?.customerId ?? null,
    unit_id: asker.unitId,
    requester_id: asker.personId,
    outside_name: input.outside?.name ?? null,
    outside_address: input.outside?.address ?? null,
    registered_by: deed.actor.personId ?? asker.personId ?? caseId,
    channel,
    provider_party_id: route.partyId,
    provider_unit_id: route.unitId,
    parent_id: input.parentId ?? null,
    information_owner_id: customer?.authorityPartyId ?? route.partyId,
    place_id: answers.placeId,
    building_id: answers.buildingId,
    room_id: answers.roomId,
    system_id: answers.systemId,
    category: answers.category,
    priority: input.priority ?? ('normal' as const),
    circle_id: input.circleId ?? type.circleId,
    watchers: [...new Set(input.watchers ?? [])],
    standard: type.standard,
    form_id: type.form?.formId ?? null,
    form_version_no: type.form?.versionNo ?? null,
    answers: JSON.stringify(answers.values),
    agreement_id: line?.agreementId ?? null,
    agreement_version_no: line?.versionNo ?? null,
    agreement_line_no: line?.lineNo ?? null,
    expected_ore: customer ? await expectedCost(deed, type, customer, answers, channel) : null,
    state: 'new' as const,
    owner_person_id: route.ownerId,
    received_at: deed.now,
    latest_at: deed.now,
    origin: input.origin ?? 'here',
  } satisfies NewCase
}

export type NewHead = Awaited<ReturnType<typeof headOfNew>>

/** What the person wrote as heading, else the first line of what was written, else the name of what is asked for. */
function titleOf(input: OpenCase, type: RequestType, answers: CaseAnswers): string {
  const written = input.title ?? answers.summary ?? input.text
  const line = written?.split('\n')[0]?.trim() ?? ''
  if (line === '') return type.name.sv
  return line.length > 120 ? `${line.slice(0, 117).trimEnd()}…` : line
}

async function tell(deed: Deed, input: OpenCase, row: NewHead, type: RequestType, answers: CaseAnswers): Promise<void> {
  await insertWatchers(deed, row.case_id, row.watchers)
  const text = input.text ?? answers.summary
  if (text) {
    const messageId = deed.newId()
    await insertMessage(deed, {
      case_id: row.case_id,
      message_id: messageId,
      kind: 'in',
      channel: row.channel,
      author_id: row.requester_id,
      body: text,
    })
    await tieFiles(deed, input.files ?? [], 'message', messageId)
  } else await tieFiles(deed, input.files ?? [], 'case', row.case_id)
  await appendEvents(
    deed,
    row.case_id,
    [
      { kind: 'registered', facts: { channel: row.channel, by: row.registered_by, for: row.requester_id } },
      { kind: 'routed', facts: { unit: row.provider_unit_id, why: type.route, needType: type.needType } },
      ...(row.parent_id ? [{ kind: 'parent_set', facts: { parent: row.parent_id } }] : []),
    ],
    1,
  )
  await indexEntry(deed.tx, {
    tenantId: deed.tenant.tenantId,
    kind: 'case',
    id: row.case_id,
    title: row.title,
    body: [text ?? '', type.name.sv].join('\n'),
  })
}
