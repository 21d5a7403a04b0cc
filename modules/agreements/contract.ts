// What crosses the wire about agreements.
import { op } from '#platform/http/op'
import {
  Type,
  day,
  idField,
  instant,
  listOf,
  nullable,
  oneOf,
  optional,
  pageOf,
  pageQuery,
  shape,
  text,
} from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { agreementKinds, agreementStates, financings } from './agreement.ts'

const Named = shape({ id: idField(), name: Type.String() })
const ends = nullable(day('The first day it does not hold'))

export const LineView = shape({
  lineNo: Type.Integer(),
  service: Named,
  serviceCode: Type.String(),
  offering: nullable(Named),
  system: nullable(Named),
  level: nullable(Named),
  schedule: nullable(Named),
  financing: oneOf(financings),
  agreedVolumeThousandths: nullable(Type.Integer()),
  validFrom: day(),
  validTo: ends,
  origin: Type.String(),
})
export type LineView = Static<typeof LineView>
export const AgreementRow = shape({
  id: idField(),
  kind: oneOf(agreementKinds),
  name: Type.String(),
  customer: Named,
  provider: Named,
  lines: Type.Integer({ description: 'How many hold on the day' }),
  state: oneOf(agreementStates),
  validFrom: day(),
  validTo: ends,
  origin: Type.String(),
  version: Type.Integer(),
})
export type AgreementRow = Static<typeof AgreementRow>
const { lines: _lines, ...head } = AgreementRow.properties
export const AgreementView = shape({
  ...head,
  versionNo: Type.Integer({ description: 'The version whose lines are shown' }),
  lines: listOf(LineView, 1000),
  versions: listOf(
    shape({ versionNo: Type.Integer(), madeAt: instant(), reason: nullable(Type.String()), lines: Type.Integer() }),
    1000,
  ),
  may: listOf(Type.String()),
})
export type AgreementView = Static<typeof AgreementView>

export const AgreementBody = shape({
  kind: oneOf(agreementKinds),
  name: text(200),
  customerId: idField(),
  validFrom: day(),
  validTo: optional(ends),
})
const reason = optional(nullable(text(500, { description: 'Why the version was made' })))
export const ChangeAgreement = shape({ name: text(200), validTo: optional(ends), reason })
export const LineBody = shape({
  serviceId: idField(),
  offeringId: optional(nullable(idField('Of the service; null: the whole service'))),
  systemId: optional(nullable(idField('What it is about, when it is about one system'))),
  levelId: optional(nullable(idField())),
  scheduleId: optional(nullable(idField())),
  financing: oneOf(financings),
  agreedVolumeThousandths: optional(nullable(Type.Integer({ minimum: 0, maximum: 1e12 }))),
  from: optional(day('Today, or the first day of the agreement, unless told')),
  reason,
})
export type LineBody = Static<typeof LineBody>
export const EndBody = shape({ from: day('The first day it does not hold'), reason })

export const AgreementQuery = shape({
  ...pageQuery,
  datum: optional(day('State and lines of the day')),
  sok: optional(text(200, { description: 'Part of the name' })),
  kund: optional(idField('With this customer')),
  tjanst: optional(idField('With a line for this service on the day')),
  slag: optional(oneOf(agreementKinds)),
  lage: optional(oneOf(agreementStates)),
  sort: optional(oneOf(['name', '-name', 'from', '-from'])),
})

const params = shape({ agreementId: idField() })
const line = shape({ agreementId: idField(), lineNo: Type.String({ pattern: '^[1-9][0-9]{0,4}$' }) })
const tag = 'agreements'
const write = { tag, access: 'agreement.keep', answer: AgreementView } as const
export const agreements = {
  list: op({
    id: 'listAgreements',
    method: 'GET',
    path: '/agreements',
    tag,
    access: 'agreement.read',
    summary: 'Agreements you are a party to',
    query: AgreementQuery,
    answer: pageOf(AgreementRow),
  }),
  read: op({
    id: 'readAgreement',
    method: 'GET',
    path: '/agreements/{agreementId}',
    tag,
    access: 'agreement.read',
    summary: 'An agreement with the lines of its latest version, or of another',
    params,
    query: shape({ version: optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }),
    answer: AgreementView,
  }),
  add: op({
    ...write,
    id: 'addAgreement',
    method: 'POST',
    path: '/agreements',
    summary: 'Make an agreement with a customer',
    body: AgreementBody,
    status: 201,
  }),
  change: op({
    ...write,
    id: 'changeAgreement',
    method: 'PUT',
    path: '/agreements/{agreementId}',
    summary: 'Rename an agreement or move its end; it gets a new version',
    params,
    body: ChangeAgreement,
    versioned: true,
  }),
  addLine: op({
    ...write,
    id: 'addAgreementLine',
    method: 'POST',
    path: '/agreements/{agreementId}/lines',
    summary: 'Add a line; the agreement gets a new version',
    params,
    body: LineBody,
    versioned: true,
  }),
  changeLine: op({
    ...write,
    id: 'changeAgreementLine',
    method: 'PUT',
    path: '/agreements/{agreementId}/lines/{lineNo}',
    summary: 'From a day the line says something else; what it said before stands until then',
    params: line,
    body: LineBody,
    versioned: true,
  }),
  endLine: op({
    ...write,
    id: 'endAgreementLine',
    method: 'POST',
    path: '/agreements/{agreementId}/lines/{lineNo}/end',
    summary: 'End a line from a day; the agreement gets a new version',
    params: line,
    body: EndBody,
    versioned: true,
  }),
  end: op({
    ...write,
    id: 'endAgreement',
    method: 'POST',
    path: '/agreements/{agreementId}/end',
    summary: 'End the agreement and its lines from a day',
    params,
    body: EndBody,
    versioned: true,
  }),
}
