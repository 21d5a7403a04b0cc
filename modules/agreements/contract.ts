// What crosses the wire about agreements.
import { op } from '#platform/http/op'
import { Type, day, idField, listOf, nullable, oneOf, optional, shape, text } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'

export const agreementKinds = ['agreement', 'understanding', 'assignment', 'appropriation', 'underpinning'] as const
export const financings = ['price', 'key', 'fixed', 'appropriation', 'none'] as const
const Named = shape({ id: idField(), name: Type.String() })

export const LineView = shape({
  lineNo: Type.Integer(),
  service: Named,
  serviceCode: Type.String(),
  offering: nullable(Named),
  level: nullable(Named),
  schedule: nullable(Named),
  financing: oneOf(financings),
  agreedVolumeThousandths: nullable(Type.Integer()),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
})
export const AgreementView = shape({
  id: idField(),
  kind: oneOf(agreementKinds),
  name: Type.String(),
  provider: Named,
  customer: Named,
  versionNo: Type.Integer(),
  state: oneOf(['draft', 'active', 'ended']),
  validFrom: day(),
  validTo: nullable(day()),
  lines: listOf(LineView, 1000),
  origin: Type.String(),
  version: Type.Integer(),
})
export type AgreementView = Static<typeof AgreementView>
export const AgreementRow = shape({
  id: idField(),
  kind: oneOf(agreementKinds),
  name: Type.String(),
  customer: Type.String(),
  lines: Type.Integer(),
  state: oneOf(['draft', 'active', 'ended']),
  validFrom: day(),
  validTo: nullable(day()),
})
export type AgreementRow = Static<typeof AgreementRow>

export const AgreementBody = shape({
  kind: oneOf(agreementKinds),
  name: text(200),
  customerId: idField(),
  validFrom: day(),
  validTo: optional(nullable(day())),
})
export const LineBody = shape({
  serviceId: idField(),
  offeringId: optional(nullable(idField())),
  levelId: optional(nullable(idField())),
  scheduleId: optional(nullable(idField())),
  financing: oneOf(financings),
  agreedVolumeThousandths: optional(nullable(Type.Integer({ minimum: 0, maximum: 1e12 }))),
})

const params = shape({ agreementId: idField() })
const tag = 'agreements'
export const agreements = {
  list: op({
    id: 'listAgreements',
    method: 'GET',
    path: '/agreements',
    tag,
    access: 'agreement.read',
    summary: 'Agreements you are a party to',
    answer: listOf(AgreementRow, 2000),
  }),
  read: op({
    id: 'readAgreement',
    method: 'GET',
    path: '/agreements/{agreementId}',
    tag,
    access: 'agreement.read',
    summary: 'An agreement with its lines in force',
    params,
    answer: AgreementView,
  }),
  add: op({
    id: 'addAgreement',
    method: 'POST',
    path: '/agreements',
    tag,
    access: 'agreement.keep',
    summary: 'Make an agreement with a customer',
    body: AgreementBody,
    answer: AgreementView,
    status: 201,
  }),
  addLine: op({
    id: 'addAgreementLine',
    method: 'POST',
    path: '/agreements/{agreementId}/lines',
    tag,
    access: 'agreement.keep',
    summary: 'Add a line; the agreement gets a new version',
    params,
    body: LineBody,
    answer: AgreementView,
    versioned: true,
  }),
  end: op({
    id: 'endAgreement',
    method: 'POST',
    path: '/agreements/{agreementId}/end',
    tag,
    access: 'agreement.keep',
    summary: 'End the agreement from a day',
    params,
    body: shape({ from: day() }),
    answer: AgreementView,
    versioned: true,
  }),
}
