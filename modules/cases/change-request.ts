// What a case is about was chosen wrong, or who it is for: another request type, another ordering unit. The number and the
// history stay, the reason is written down, and the promises follow. Where the case lies is another deed (hand-over).
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Deed } from '#platform/act'
import { approvalFor } from './ask-purchaser.ts'
import { requestTypeFor } from './asked-for.ts'
import type { RequestType } from './asked-for.ts'
import { followPromises } from './follow-promises.ts'
import { loadFor, topicsOf } from './load-case.ts'
import { movedFacts, tellLater } from './pause-case.ts'
import type { CaseRow } from './store.ts'
import { appendEvents, changeCase } from './store.ts'
import { expectedCost, lineFor } from './terms.ts'
import { customerOf, mustBeOffered } from './who-orders.ts'
import type { Customer } from './who-orders.ts'

interface Corrected {
  readonly caseId: Id
  readonly reason: string
  readonly version?: number | undefined
}

export async function changeRequest(
  deed: Deed,
  input: Corrected & { readonly requestType: string },
): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'change_facts', input.caseId, input.version)
  const type = await requestTypeFor(deed, input.requestType)
  if (type.requestTypeId === row.request_type_id)
    refuse({
      code: 'same_request',
      status: 422,
      field: 'requestType',
      sv: 'Ärendet gäller redan det.',
      en: 'The case is already about that.',
    })
  const customer = row.unit_id === null ? null : await customerOf(deed, row.unit_id)
  if (customer === null && (type.caseKind === 'order' || type.caseKind === 'fault'))
    refuse({
      code: 'no_customer',
      status: 409,
      field: 'requestType',
      sv: 'Den som skrev hör inte till någon kund, så ärendet kan bara vara en fråga eller en synpunkt.',
      en: 'Who wrote belongs to no customer, so the case can only be a question or a complaint.',
    })
  if (customer) await mustBeOffered(deed, type.serviceId, customer)
  const facts = {
    kind: type.caseKind,
    request_type_id: type.requestTypeId,
    service_id: type.serviceId,
    standard: type.standard,
    ...(await termsOf(deed, row, type, customer)),
  }
  await mustNeedNoYes(deed, row, type, facts.expected_ore)
  return settle(deed, row, facts, input.reason, {
    kind: 'request_changed',
    facts: { from: row.request_type_id, to: type.requestTypeId, name: type.name.sv, nameEn: type.name.en },
  })
}

export async function changeCustomer(deed: Deed, input: Corrected & { readonly unitId: Id }): Promise<{ caseId: Id }> {
  const row = await loadFor(deed, 'change_facts', input.caseId, input.version)
  const customer = await customerOf(deed, input.unitId)
  if (customer === null)
    return refuse({
      code: 'no_customer',
      status: 422,
      field: 'unitId',
      sv: 'Enheten hör inte till någon kund. Välj en annan.',
      en: 'The unit belongs to no customer. Choose another.',
    })
  if (input.unitId === row.unit_id)
    refuse({
      code: 'same_customer',
      status: 422,
      field: 'unitId',
      sv: 'Ärendet gäller redan den enheten.',
      en: 'The case is already for that unit.',
    })
  await mustBeOffered(deed, row.service_id, customer)
  const type = await requestTypeFor(deed, row.request_type_id)
  const facts = {
    unit_id: input.unitId,
    customer_id: customer.customerId,
    information_owner_id: customer.authorityPartyId,
    ...(await termsOf(deed, row, type, customer)),
  }
  return settle(deed, row, facts, input.reason, {
    kind: 'customer_changed',
    facts: { from: row.unit_id, unit: input.unitId, customer: customer.customerId },
  })
}

/** The agreement line and the expected cost, as for an order of one made now. */
async function termsOf(deed: Deed, row: CaseRow, type: RequestType, customer: Customer | null) {
  const line = customer
    ? await lineFor(deed, { customerId: customer.customerId, serviceId: type.serviceId, offeringId: type.offeringId })
    : null
  const one = { amountOre: null, quantityThousandths: 1000n }
  const sameOffer = type.requestTypeId === row.request_type_id
  return {
    agreement_id: line?.agreementId ?? null,
    agreement_version_no: line?.versionNo ?? null,
    agreement_line_no: line?.lineNo ?? null,
    expected_ore:
      sameOffer || customer === null ? row.expected_ore : await expectedCost(deed, type, customer, one, row.channel),
  }
}

/** What a purchaser must say yes to is ordered, never made out of something else. */
async function mustNeedNoYes(deed: Deed, row: CaseRow, type: RequestType, expectedOre: bigint | null): Promise<void> {
  const approval = await approvalFor(deed, type, { ...row, expected_ore: expectedOre })
  if (approval.needed)
    refuse({
      code: 'approval_needed',
      status: 409,
      field: 'requestType',
      sv: 'Det här ska beställaren godkänna först. Registrera en ny beställning och länka ärendet till den.',
      en: 'The purchaser is to approve this first. Register a new order and relate the case to it.',
    })
}

async function settle(
  deed: Deed,
  row: CaseRow,
  facts: Omit<Partial<CaseRow>, 'answers'>,
  reason: string,
  event: { kind: string; facts: Record<string, unknown> },
): Promise<{ caseId: Id }> {
  const { change, moved } = await followPromises(deed, { ...row, ...facts }, reason, 'of the case')
  await changeCase(deed, row, { ...facts, ...change })
  await appendEvents(deed, row.case_id, [
    { kind: event.kind, reason, facts: { ...event.facts, moved: movedFacts(moved) } },
  ])
  deed.journal({ verb: `case.${event.kind}`, kind: 'case', id: row.case_id, facts: event.facts, content: reason })
  await tellLater(deed, row, moved)
  deed.changed(...topicsOf(row), ...topicsOf({ ...row, ...facts }))
  return { caseId: row.case_id }
}
