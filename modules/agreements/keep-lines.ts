// The lines of an agreement: which service, at which level, by which hours, paid how. An order stands on a line.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { mustEndAfterStart, mustLieWithin, overlapping } from './agreement.ts'
import type { Span } from './agreement.ts'
import type { EndBody, LineBody } from './contract.ts'
import { saidOf } from './keep-agreements.ts'
import type { AgreementHead, StoredLine } from './store.ts'
import { currentOf, endLines, insertLine, lockAgreement, newVersion } from './store.ts'

const { from: parse, compare } = Temporal.PlainDate

export async function addLine(
  deed: Deed,
  agreementId: Id,
  body: LineBody,
  version: number,
): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  const head = await lockAgreement(deed, agreementId, version)
  const { span, lines } = await currentOf(deed, head)
  const from = body.from ? parse(body.from) : latest(deed.today, span.from)
  await check(deed, body, { from, to: span.to }, span, lines)
  const versionNo = await newVersion(deed, head, { reason: body.reason ?? null })
  const lineNo = await insertLine(deed, rowOf(head, versionNo, body, { from, to: span.to }))
  return said(deed, 'agreement.line_added', head, { version: versionNo, line: lineNo }, body)
}

/** What the line said stands until the day; from it a line of its own says the new. */
export async function changeLine(
  deed: Deed,
  at: { agreementId: Id; lineNo: number },
  body: LineBody,
  version: number,
): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  const head = await lockAgreement(deed, at.agreementId, version)
  const { span, lines } = await currentOf(deed, head)
  const line = lineOf(lines, at.lineNo)
  const from = body.from ? parse(body.from) : latest(deed.today, line.valid_from)
  if (compare(from, line.valid_from) < 0 || (line.valid_to && compare(from, line.valid_to) >= 0))
    refuse({
      code: 'line_not_in_force',
      status: 422,
      field: 'from',
      sv: 'Raden gäller inte den dagen. Välj en dag då den gäller.',
      en: 'The line does not hold on that day. Choose a day when it does.',
    })
  const rest = { from, to: line.valid_to }
  await check(deed, body, rest, span, lines, at.lineNo)
  const versionNo = await newVersion(deed, head, { reason: body.reason ?? null })
  await endLines(deed, at.agreementId, versionNo, from, at.lineNo)
  const lineNo = await insertLine(
    deed,
    rowOf(head, versionNo, body, rest),
    Math.max(...lines.map((one) => one.line_no)),
  )
  return said(deed, 'agreement.line_changed', head, { version: versionNo, former: at.lineNo, line: lineNo }, body)
}

export async function endLine(
  deed: Deed,
  at: { agreementId: Id; lineNo: number },
  body: Static<typeof EndBody>,
  version: number,
): Promise<{ agreementId: Id }> {
  allow(deed.actor, 'agreement.keep')
  const head = await lockAgreement(deed, at.agreementId, version)
  const line = lineOf((await currentOf(deed, head)).lines, at.lineNo)
  mustEndAfterStart({ from: line.valid_from, to: parse(body.from) }, 'from')
  const versionNo = await newVersion(deed, head, { reason: body.reason ?? null })
  await endLines(deed, at.agreementId, versionNo, parse(body.from), at.lineNo)
  const facts = { version: versionNo, line: at.lineNo, from: body.from }
  return saidOf(deed, 'agreement.line_ended', head, facts, body.reason ?? '')
}

const latest = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (compare(a, b) < 0 ? b : a)
const lineOf = (lines: readonly StoredLine[], lineNo: number): StoredLine =>
  lines.find((one) => one.line_no === lineNo) ?? notFound()

function rowOf(head: AgreementHead, versionNo: number, body: LineBody, span: Span) {
  return {
    agreement_id: head.agreement_id,
    version_no: versionNo,
    customer_id: head.customer_id,
    service_id: body.serviceId,
    offering_id: body.offeringId ?? null,
    system_id: body.systemId ?? null,
    level_id: body.levelId ?? null,
    schedule_id: body.scheduleId ?? null,
    financing: body.financing,
    agreed_volume_thousandths: body.agreedVolumeThousandths == null ? null : BigInt(body.agreedVolumeThousandths),
    valid_from: span.from,
    valid_to: span.to,
    origin: 'here',
  }
}

async function check(
  deed: Deed,
  body: LineBody,
  wanted: Span,
  agreement: Span,
  lines: readonly StoredLine[],
  but?: number,
): Promise<void> {
  mustLieWithin(wanted, agreement, 'from')
  await mustBelong(deed, body)
  const covered = lines.map((line) => ({
    lineNo: line.line_no,
    serviceId: line.service_id,
    offeringId: line.offering_id,
    systemId: line.system_id,
    from: line.valid_from,
    to: line.valid_to,
  }))
  const { serviceId, offeringId = null, systemId = null } = body
  const other = overlapping(covered, { serviceId, offeringId, systemId, ...wanted }, but)
  if (other)
    refuse({
      code: 'line_overlaps',
      status: 409,
      field: 'serviceId',
      sv: `Rad ${other.lineNo} gäller redan samma sak. Ändra eller avsluta den i stället.`,
      en: `Line ${other.lineNo} already covers the same. Change or end it instead.`,
    })
}

/** A variant is of the service, and everything named is there. */
async function mustBelong(deed: Deed, body: LineBody): Promise<void> {
  const { tenantId } = deed.tenant
  const there = await deed.tx
    .selectFrom('catalogue.service as s')
    .leftJoin('catalogue.offering as o', (j) =>
      j.onRef('o.tenant_id', '=', 's.tenant_id').on('o.offering_id', '=', body.offeringId ?? null),
    )
    .select(['s.service_id', 'o.service_id as of_service'])
    .where('s.tenant_id', '=', tenantId)
    .where('s.service_id', '=', body.serviceId)
    .executeTakeFirst()
  const no = (field: string, sv: string, en: string): never => refuse({ code: 'not_there', status: 422, field, sv, en })
  if (!there)
    no('serviceId', 'Tjänsten finns inte. Välj en i listan.', 'There is no such service. Choose one in the list.')
  if (body.offeringId && there?.of_service !== body.serviceId)
    no(
      'offeringId',
      'Varianten hör inte till tjänsten. Välj en annan.',
      'The variant is not of the service. Choose another.',
    )
}

function said(
  deed: Deed,
  verb: string,
  head: AgreementHead,
  facts: Readonly<Record<string, unknown>>,
  body: LineBody,
): { agreementId: Id } {
  const about = { ...facts, service: body.serviceId, offering: body.offeringId ?? null, financing: body.financing }
  return saidOf(deed, verb, head, about, body.reason ?? '')
}
