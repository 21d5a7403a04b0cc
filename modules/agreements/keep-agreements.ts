// Makes agreements and ends them. Every change makes a version with the lines of the last; a case keeps the version it was
// ordered by.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { customerById, providerPartyOf } from '#organisation'
import { mustEndAfterStart } from './agreement.ts'
import type { AgreementBody, ChangeAgreement, EndBody } from './contract.ts'
import { indexLater } from './search.ts'
import { currentOf, endLines, insertAgreement, lockAgreement, moveEnd, newVersion } from './store.ts'
import type { AgreementHead } from './store.ts'

const { from: parse, compare } = Temporal.PlainDate

export async function addAgreement(deed: Deed, body: Static<typeof AgreementBody>): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  const span = { from: parse(body.validFrom), to: body.validTo ? parse(body.validTo) : null }
  mustEndAfterStart(span, 'validTo')
  await mustBeCustomer(deed, body.customerId)
  const unitId = deed.actor.unitIds[0]
  if (unitId === undefined)
    refuse({
      code: 'no_unit',
      status: 409,
      sv: 'Din plats har ingen enhet som utför tjänster.',
      en: 'Your seat has no unit that provides services.',
    })
  const provider = await providerPartyOf(deed, unitId, deed.today)
  const agreementId = deed.newId()
  const head = {
    agreement_id: agreementId,
    kind: body.kind,
    name: body.name.trim(),
    provider_party_id: provider.partyId,
    customer_id: body.customerId,
    origin: 'here',
  }
  await insertAgreement(deed, head, span.from, span.to)
  const facts = { customer: body.customerId, kind: body.kind, from: body.validFrom, to: body.validTo ?? null }
  return saidOf(deed, 'agreement.added', head, facts, body.name)
}

async function mustBeCustomer(deed: Deed, customerId: Id): Promise<void> {
  try {
    await customerById(deed, customerId, deed.today)
  } catch {
    refuse({
      code: 'no_such_customer',
      status: 422,
      field: 'customerId',
      sv: 'Kunden finns inte. Välj en i listan.',
      en: 'There is no such customer. Choose one in the list.',
    })
  }
}

export async function changeAgreement(
  deed: Deed,
  agreementId: Id,
  body: Static<typeof ChangeAgreement>,
  version: number,
): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  const head = await lockAgreement(deed, agreementId, version)
  const { span } = await currentOf(deed, head)
  const to = body.validTo ? parse(body.validTo) : null
  mustEndAfterStart({ from: span.from, to }, 'validTo')
  const versionNo = await newVersion(deed, head, {
    name: body.name.trim(),
    validTo: to,
    reason: body.reason ?? null,
  })
  await moveEnd(deed, agreementId, versionNo, { former: span.to, now: to })
  if (to) await endLines(deed, agreementId, versionNo, to)
  const facts = { version: versionNo, to: body.validTo ?? null }
  return saidOf(deed, 'agreement.changed', head, facts, [body.name, body.reason].join('\n'))
}

export async function endAgreement(
  deed: Deed,
  agreementId: Id,
  body: Static<typeof EndBody>,
  version: number,
): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  const head = await lockAgreement(deed, agreementId, version)
  const { span } = await currentOf(deed, head)
  const to = parse(body.from)
  mustEndAfterStart({ from: span.from, to }, 'from')
  if (span.to && compare(to, span.to) > 0)
    refuse({
      code: 'ends_earlier',
      status: 422,
      field: 'from',
      sv: `Överenskommelsen slutar redan ${span.to}. Förläng den i stället genom att ändra den.`,
      en: `The agreement ends already on ${span.to}. Extend it by changing it instead.`,
    })
  const versionNo = await newVersion(deed, head, { validTo: to, reason: body.reason ?? null })
  await endLines(deed, agreementId, versionNo, to)
  return saidOf(deed, 'agreement.ended', head, { from: body.from, version: versionNo }, body.reason ?? '')
}

export function saidOf(
  deed: Deed,
  verb: string,
  head: Pick<AgreementHead, 'agreement_id' | 'customer_id'>,
  facts: Readonly<Record<string, unknown>>,
  content: string,
): { agreementId: Id } {
  const agreementId = head.agreement_id
  deed.journal({ verb, kind: 'agreement', id: agreementId, facts, ...(content ? { content } : {}) })
  deed.changed('agreements', `customer:${head.customer_id}`)
  indexLater(deed, 'agreement', agreementId)
  return { agreementId }
}
