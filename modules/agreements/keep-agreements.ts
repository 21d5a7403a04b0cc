// Makes agreements and their lines. A line is what an order stands on; a case keeps the version it was ordered by.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { customerById, providerPartyOf } from '#organisation'
import type { AgreementBody, LineBody } from './contract.ts'
import { beganOn, endLines, insertAgreement, insertLine, lockAgreement, newVersion } from './store.ts'

export async function addAgreement(deed: Deed, body: Static<typeof AgreementBody>): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  await customerById(deed, body.customerId, deed.today)
  const [from, to] = [
    Temporal.PlainDate.from(body.validFrom),
    body.validTo ? Temporal.PlainDate.from(body.validTo) : null,
  ]
  if (to && Temporal.PlainDate.compare(to, from) <= 0)
    refuse({
      code: 'ends_before_start',
      status: 422,
      field: 'validTo',
      sv: 'Sista dagen måste ligga efter den första.',
      en: 'The end must lie after the start.',
    })
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
  await insertAgreement(
    deed,
    {
      agreement_id: agreementId,
      kind: body.kind,
      name: body.name.trim(),
      provider_party_id: provider.partyId,
      customer_id: body.customerId,
      origin: 'here',
    },
    from,
    to,
  )
  deed.journal({
    verb: 'agreement.added',
    kind: 'agreement',
    id: agreementId,
    facts: { customer: body.customerId, kind: body.kind },
    content: body.name,
  })
  deed.changed('agreements', `customer:${body.customerId}`)
  return { agreementId }
}

export async function addLine(
  deed: Deed,
  agreementId: Id,
  body: Static<typeof LineBody>,
  version: number,
): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  const head = await lockAgreement(deed, agreementId, version)
  const versionNo = await newVersion(deed, head)
  const lineNo = await insertLine(deed, {
    agreement_id: agreementId,
    version_no: versionNo,
    customer_id: head.customer_id,
    service_id: body.serviceId,
    offering_id: body.offeringId ?? null,
    level_id: body.levelId ?? null,
    schedule_id: body.scheduleId ?? null,
    financing: body.financing,
    agreed_volume_thousandths: body.agreedVolumeThousandths == null ? null : BigInt(body.agreedVolumeThousandths),
    valid_from: deed.today,
    origin: 'here',
  })
  deed.journal({
    verb: 'agreement.line_added',
    kind: 'agreement',
    id: agreementId,
    facts: { version: versionNo, line: lineNo, service: body.serviceId, financing: body.financing },
  })
  deed.changed('agreements', `customer:${head.customer_id}`)
  return { agreementId }
}

export async function endAgreement(
  deed: Deed,
  agreementId: Id,
  from: string,
  version: number,
): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  const head = await lockAgreement(deed, agreementId, version)
  if (Temporal.PlainDate.compare(from, await beganOn(deed, head)) <= 0)
    refuse({
      code: 'ends_before_start',
      status: 422,
      field: 'from',
      sv: 'Överenskommelsen måste ha börjat innan den slutar.',
      en: 'The agreement must have begun before it ends.',
    })
  const versionNo = await newVersion(deed, head)
  await endLines(deed, agreementId, versionNo, Temporal.PlainDate.from(from))
  deed.journal({ verb: 'agreement.ended', kind: 'agreement', id: agreementId, facts: { from } })
  deed.changed('agreements', `customer:${head.customer_id}`)
  return { agreementId }
}
