// What crosses the wire about areas and services. Content is written once, in Swedish; names stand in both languages.
// null = not stated (ej angivet).
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import {
  amountOre,
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
  Type,
} from '#platform/http/shape'
import { channels, clockKinds, holders } from './promise.ts'
import { approvals, caseKinds, needTypes, routes } from './request-type.ts'
import { obligations, sections, serviceKinds, serviceStates } from './service.ts'

export const tag = 'catalogue'
export const Words = shape({ sv: Type.String(), en: Type.String() })
export const OnDate = shape({ date: optional(day('The day to read; today unless told')) })
export const ServiceParam = shape({ service: text(80, { description: 'Id or code' }) })
const stated = nullable(Type.String())

export const Area = shape({
  areaId: idField(),
  code: Type.String(),
  name: Words,
  lead: stated,
  mode: oneOf(['own_production', 'purchaser_function']),
  owner: nullable(shape({ personId: idField(), name: Type.String() })),
  ownerUnit: nullable(shape({ unitId: idField(), name: Type.String() })),
  validFrom: day(),
  validTo: nullable(day()),
  services: Type.Integer({ description: 'Published services the viewer sees on the day' }),
  earlierCommitment: nullable(
    shape(
      { body: Type.String(), note: stated, validFrom: day(), validTo: nullable(day()), origin: Type.String() },
      { description: 'Holds until a service of the area is published (TY-073)' },
    ),
  ),
  origin: Type.String(),
  version: Type.Integer(),
})
export type Area = Static<typeof Area>

export const ServiceRow = shape({
  serviceId: idField(),
  code: Type.String(),
  name: Words,
  areaId: idField(),
  areaCode: Type.String(),
  areaName: Words,
  state: oneOf(serviceStates),
  kind: nullable(oneOf(serviceKinds)),
  obligation: nullable(oneOf(obligations)),
  standard: nullable(oneOf(['standard', 'adapted'])),
  basic: Type.Boolean(),
  content: stated,
  providerUnit: nullable(Type.String()),
  ownerTitle: stated,
  reviewOn: nullable(day()),
  orderable: Type.Boolean(),
  requestTypes: Type.Integer(),
  origin: Type.String(),
})
export type ServiceRow = Static<typeof ServiceRow>

export const Part = shape({
  kind: oneOf(['included', 'not_included']),
  what: text(500),
  doneBy: optional(nullable(text(200))),
  origin: optional(Type.String()),
})
export type Part = Static<typeof Part>

export const Price = shape({
  priceListId: idField(),
  code: Type.String(),
  channel: nullable(oneOf(channels)),
  customerType: nullable(Type.String()),
  amountOre: amountOre(),
  perQuantity: Type.Integer(),
  validFrom: day(),
  validTo: day(),
  listName: Type.String(),
  decision: nullable(
    shape({
      decisionId: idField(),
      section: nullable(Type.String({ description: '§ or number; null: not stated' })),
      decidedOn: nullable(day()),
      title: Type.String(),
    }),
  ),
  origin: Type.String(),
})
export type Price = Static<typeof Price>

export const Offering = shape({
  offeringId: idField(),
  serviceId: idField(),
  code: Type.String(),
  name: Words,
  kind: oneOf(['once', 'standing', 'event', 'hour']),
  unit: shape({
    countingUnitId: idField(),
    versionNo: Type.Integer(),
    name: Words,
    short: Words,
    definition: Type.String(),
    notCountedTwice: stated,
  }),
  adaptedFrom: nullable(shape({ offeringId: idField(), code: Type.String(), name: Words })),
  prices: Type.Array(Price, { description: 'For the viewer’s own customer on the day; empty = not stated' }),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  version: Type.Integer(),
})
export type Offering = Static<typeof Offering>

export const PromiseShown = shape({
  promiseId: idField(),
  versionNo: Type.Integer(),
  code: nullable(Type.String()),
  label: stated,
  holder: oneOf(holders),
  holderId: nullable(idField()),
  clockKind: nullable(oneOf(clockKinds)),
  amount: nullable(Type.Integer()),
  unit: nullable(oneOf(['working_minutes', 'working_days'])),
  channel: nullable(oneOf(channels)),
  priority: nullable(oneOf(['low', 'normal', 'high', 'critical'])),
  towards: nullable(oneOf(['customer', 'outside'])),
  strength: oneOf(['binding', 'strive'], 'strive is shown as “eftersträvas” (TY-053)'),
  targetShareThousandths: nullable(Type.Integer()),
  guarantee: Type.Boolean(),
  name: Words,
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
})
export type PromiseShown = Static<typeof PromiseShown>

export const RequestTypeRow = shape({
  requestTypeId: idField(),
  code: Type.String(),
  serviceId: idField(),
  serviceCode: Type.String(),
  serviceName: Words,
  caseKind: oneOf(caseKinds),
  name: Words,
  hint: nullable(Words),
  formId: nullable(idField()),
  formCode: nullable(Type.String()),
  formVersion: nullable(Type.Integer()),
  needType: nullable(oneOf(needTypes)),
  route: oneOf(routes),
  approval: oneOf(approvals),
  identityCheck: Type.Boolean(),
  routine: Type.Array(Type.String(), { description: 'How the case is worked, step by step (HS-364)' }),
  orderable: Type.Boolean(),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  version: Type.Integer(),
})
export type RequestTypeRow = Static<typeof RequestTypeRow>

const Provider = shape({
  unitId: idField(),
  unitName: nullable(Type.String()),
  supplier: nullable(shape({ partyId: idField(), name: Type.String() })),
  validFrom: day(),
  validTo: nullable(day()),
})
const SignOff = shape({
  customerId: idField(),
  customerName: Type.String(),
  askedAt: nullable(instant()),
  signedAt: nullable(instant()),
  signedBy: nullable(Type.String()),
})
const VersionRow = shape({
  versionNo: Type.Integer(),
  publishedAs: oneOf(['planned', 'active']),
  validFrom: nullable(day()),
  validTo: nullable(day()),
  publishedAt: instant(),
  publishedBy: nullable(Type.String()),
  changeNote: stated,
})
const Named = shape({ customerId: idField(), name: Type.String() })
export const template = {
  purpose: stated,
  forWhom: stated,
  content: stated,
  orderWay: stated,
  level: stated,
  volume: stated,
  price: stated,
  process: stated,
  needs: stated,
  customerDuties: stated,
}

const Week = Type.Array(
  shape({
    weekday: Type.Integer(),
    windows: Type.Array(shape({ opens: Type.String(), closes: Type.String() })),
  }),
)

export const ServiceDetail = shape({
  ...ServiceRow.properties,
  ...template,
  date: day(),
  versionNo: Type.Integer(),
  version: Type.Integer(),
  validFrom: nullable(day()),
  startsOn: nullable(day()),
  endsOn: nullable(day()),
  owner: nullable(shape({ personId: idField(), name: Type.String() })),
  adaptedFrom: nullable(shape({ serviceId: idField(), code: Type.String(), name: Words })),
  commissioningParty: nullable(Type.String()),
  decision: nullable(
    shape({
      decisionId: idField(),
      section: nullable(Type.String({ description: '§ or number; null: not stated' })),
      decidedOn: nullable(day()),
      title: Type.String(),
    }),
  ),
  notStated: Type.Array(oneOf(sections)),
  origins: Type.Record(Type.String(), Type.String(), {
    description: 'Section → its own source, where it is not the service’s',
  }),
  parts: Type.Array(
    shape({ kind: oneOf(['included', 'not_included']), what: Type.String(), doneBy: stated, origin: stated }),
  ),
  provider: nullable(Provider),
  providers: Type.Array(Provider, { description: 'Who has provided it and who will, by date (TY-033)' }),
  customer: nullable(
    shape(
      { customerId: idField(), name: Type.String(), customerType: Type.String() },
      { description: 'Whose prices are shown' },
    ),
  ),
  offerings: Type.Array(Offering),
  promises: Type.Array(PromiseShown, { description: 'Those of the service, its area and the office; nearest first' }),
  requestTypeList: Type.Array(RequestTypeRow),
  hours: nullable(
    shape(
      {
        holderName: Type.String(),
        notStated: Type.Array(Type.String({ description: 'Who states no hours, so that the holder’s are used' })),
        week: Week,
      },
      { description: 'When the service is open, in the week of the day; null = nobody states any hours' },
    ),
  ),
  places: Type.Array(
    shape({
      placeId: idField(),
      name: Type.String(),
      stated: Type.Boolean({ description: 'false = the place states no hours; whose are used is said in holderName' }),
      holderName: nullable(Type.String()),
      week: Week,
    }),
    { description: 'The houses it is given in, where its ways in name any' },
  ),
  ifAskedNow: Type.Array(shape({ promiseId: idField(), versionNo: Type.Integer(), dueAt: instant() }), {
    description: 'When each promise would end for what is asked in the portal now',
  }),
  needsAnswered: Type.Array(shape({ needId: idField(), title: Type.String(), backers: Type.Integer() })),
  users: Type.Array(shape({ ...Named.properties, how: oneOf(['must', 'agreement', 'orders']) }), {
    description: 'Customers that use it (TY-079)',
  }),
  eligibility: Type.Array(
    shape({ customerType: nullable(Type.String()), customer: nullable(Named), must: Type.Boolean() }),
    { description: 'Who may or must have it; empty = every customer may' },
  ),
  signOffs: Type.Array(SignOff),
  settled: Type.Boolean({ description: 'All who were asked have signed: fastställd (TY-069)' }),
  versions: Type.Array(VersionRow),
  reviews: Type.Array(
    shape({
      reviewId: idField(),
      reviewedOn: day(),
      reviewedBy: Type.String(),
      findings: Type.String(),
      nextReviewOn: nullable(day()),
    }),
  ),
  reviewOverdue: Type.Boolean(),
  hasDraft: Type.Boolean(),
  synonyms: Type.Array(Type.String()),
  may: listOf(Type.String({ description: 'What the viewer may do with it now' })),
})
export type ServiceDetail = Static<typeof ServiceDetail>

const prose = optional(nullable(text(10_000, { min: 0 })))
export const DraftFields = shape({
  nameSv: optional(text(200)),
  nameEn: optional(nullable(text(200))),
  kind: optional(nullable(oneOf(serviceKinds))),
  obligation: optional(nullable(oneOf(obligations))),
  basic: optional(Type.Boolean()),
  purpose: prose,
  forWhom: prose,
  content: prose,
  orderWay: prose,
  level: prose,
  volume: prose,
  price: prose,
  process: prose,
  needs: prose,
  customerDuties: prose,
  ownerPersonId: optional(nullable(idField())),
  ownerTitle: optional(nullable(text(200))),
  standard: optional(nullable(oneOf(['standard', 'adapted']))),
  adaptedFrom: optional(
    nullable(text(80, { description: 'Id or code of the standard service it departs from (TY-082)' })),
  ),
  commissioningPartyId: optional(nullable(idField())),
  decisionId: optional(nullable(idField())),
  reviewOn: optional(nullable(day())),
  notStated: optional(listOf(oneOf(sections), sections.length)),
  changeNote: optional(nullable(text(500))),
  parts: optional(listOf(Part, 100)),
})
export type DraftFields = Static<typeof DraftFields>

export const ProposeService = shape({
  ...DraftFields.properties,
  nameSv: text(200),
  areaId: idField(),
  code: optional(
    Type.String({
      pattern: '^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9-]{1,59}$',
      description: 'Made from the area when not given',
    }),
  ),
  providerUnitId: optional(idField()),
  synonyms: optional(listOf(text(60), 50)),
  despiteSimilar: optional(Type.Boolean({ description: 'The similar services have been seen (TY-079)' })),
})
export const PublishService = shape({
  as: optional(oneOf(['planned', 'active'], 'active unless told')),
  validFrom: optional(day('First day of the text; today unless told')),
  startsOn: optional(nullable(day('When a planned service becomes active'))),
})
export const EndService = shape({ endsOn: day('The first day it is no longer offered'), reason: optional(text(500)) })
export const SwitchProvider = shape({
  unitId: idField('The unit that answers for it'),
  supplierPartyId: optional(nullable(idField('The supplier that delivers'))),
  from: day(),
})
export const ReviewService = shape({ findings: text(5000), nextReviewOn: optional(nullable(day())) })
export const AskSignOff = shape({ customerIds: listOf(idField(), 200) })
export const SignOffService = shape({ customerId: optional(idField('Needed only by those who sign for several')) })
export const SetEligibility = shape({
  rows: listOf(
    shape({
      customerType: optional(nullable(text(60))),
      customerId: optional(nullable(idField())),
      must: optional(Type.Boolean()),
    }),
    200,
  ),
})
export const SetWords = shape({ synonyms: listOf(text(60), 50) })

export const Draft = shape({
  serviceId: idField(),
  code: Type.String(),
  areaId: idField(),
  areaName: Words,
  versionNo: Type.Integer(),
  version: Type.Integer(),
  published: Type.Boolean({ description: 'An earlier version is published' }),
  name: Words,
  ...template,
  kind: nullable(oneOf(serviceKinds)),
  obligation: nullable(oneOf(obligations)),
  basic: Type.Boolean(),
  ownerPersonId: nullable(idField()),
  ownerTitle: stated,
  standard: nullable(oneOf(['standard', 'adapted'])),
  adaptedFromCode: nullable(Type.String()),
  reviewOn: nullable(day()),
  notStated: Type.Array(oneOf(sections)),
  changeNote: stated,
  parts: Type.Array(
    shape({ kind: oneOf(['included', 'not_included']), what: Type.String(), doneBy: stated, origin: stated }),
  ),
  proposedBy: nullable(Type.String()),
  proposedAt: instant(),
  gaps: Type.Array(shape({ field: Type.String(), sv: Type.String(), en: Type.String() }), {
    description: 'What stops it from being published',
  }),
  provider: nullable(Provider),
  offerings: Type.Array(Offering),
  synonyms: Type.Array(Type.String()),
  may: listOf(Type.String()),
})
export type Draft = Static<typeof Draft>

/** What a change answers that may be made of a draft as well as of a published service. */
export const Changed = shape({ serviceId: idField(), code: Type.String(), version: Type.Integer() })
export type Changed = Static<typeof Changed>

export const DraftRow = shape({
  serviceId: idField(),
  code: Type.String(),
  name: Words,
  areaName: Words,
  versionNo: Type.Integer(),
  published: Type.Boolean(),
  proposedBy: nullable(Type.String()),
  proposedAt: instant(),
  mine: Type.Boolean(),
})
export type DraftRow = Static<typeof DraftRow>
export const OverdueReview = shape({
  serviceId: idField(),
  code: Type.String(),
  name: Words,
  areaName: Words,
  owner: stated,
  reviewOn: day(),
  daysOver: Type.Integer(),
})
export type OverdueReview = Static<typeof OverdueReview>
export const OpenSignOff = shape({
  serviceId: idField(),
  code: Type.String(),
  name: Words,
  versionNo: Type.Integer(),
  customerId: idField(),
  customerName: Type.String(),
  askedAt: nullable(instant()),
  mine: Type.Boolean(),
})
export type OpenSignOff = Static<typeof OpenSignOff>
export const Similar = shape({
  serviceId: idField(),
  code: Type.String(),
  name: Words,
  areaName: Words,
  state: oneOf(serviceStates),
  likeness: Type.Number(),
})
export type Similar = Static<typeof Similar>

export const AddArea = shape({
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
  nameSv: text(100),
  nameEn: text(100),
  lead: optional(nullable(text(500))),
  mode: optional(oneOf(['own_production', 'purchaser_function'])),
  ownerPersonId: optional(nullable(idField())),
  ownerUnitId: optional(nullable(idField())),
  from: day('The first day it can be chosen (TY-045)'),
})
export const ChangeArea = shape({
  nameSv: optional(text(100)),
  nameEn: optional(text(100)),
  lead: optional(nullable(text(500))),
  ownerPersonId: optional(nullable(idField())),
  ownerUnitId: optional(nullable(idField())),
  validTo: optional(nullable(day('The first day it no longer exists'))),
})
export const AddCommitment = shape({
  from: day(),
  to: optional(nullable(day())),
  body: text(10_000),
  note: optional(nullable(text(1000))),
})

const AreaParam = shape({ area: text(80, { description: 'Id or code' }) })
const Detail = { tag, params: ServiceParam, answer: ServiceDetail } as const
const Head = { tag, params: ServiceParam, answer: Changed } as const

export const readAreas = op({
  id: 'readAreas',
  method: 'GET',
  path: '/catalogue/areas',
  tag,
  summary: 'The service areas of a day',
  access: 'catalogue.read',
  query: OnDate,
  answer: shape({ date: day(), areas: Type.Array(Area) }),
})
export const addAreaOp = op({
  id: 'addArea',
  method: 'POST',
  path: '/catalogue/areas',
  tag,
  summary: 'Add an area from a day',
  access: 'area.keep',
  body: AddArea,
  answer: Area,
  status: 201,
})
export const changeAreaOp = op({
  id: 'changeArea',
  method: 'PUT',
  path: '/catalogue/areas/{area}',
  tag,
  summary: 'Change or end an area',
  access: 'area.keep',
  params: AreaParam,
  body: ChangeArea,
  answer: Area,
  versioned: true,
})
export const addCommitmentOp = op({
  id: 'addCommitment',
  method: 'POST',
  path: '/catalogue/areas/{area}/commitments',
  tag,
  summary: 'Enter what was promised before the catalogue',
  access: 'area.keep',
  params: AreaParam,
  body: AddCommitment,
  answer: Area,
  status: 201,
})

export const ServiceQuery = shape({
  ...OnDate.properties,
  ...pageQuery,
  area: optional(text(80, { description: 'Code of an area' })),
  state: optional(listOf(oneOf(serviceStates), 5)),
  kind: optional(oneOf(serviceKinds)),
  obligation: optional(oneOf(obligations)),
  standard: optional(oneOf(['standard', 'adapted'])),
  unit: optional(idField('Provider unit')),
  sort: optional(text(40)),
})
export const listServicesOp = op({
  id: 'listServices',
  method: 'GET',
  path: '/catalogue/services',
  tag,
  summary: 'Published services of a day that the viewer’s customer may have',
  access: 'catalogue.read',
  query: ServiceQuery,
  answer: pageOf(ServiceRow),
})
export const readServiceOp = op({
  id: 'readService',
  method: 'GET',
  path: '/catalogue/services/{service}',
  summary: 'A service as published on a day, with own prices and promises',
  access: 'catalogue.read',
  query: OnDate,
  ...Detail,
})
export const similarServicesOp = op({
  id: 'similarServices',
  method: 'GET',
  path: '/catalogue/similar-services',
  tag,
  summary: 'Services like the one that is about to be proposed',
  access: 'catalogue.read',
  query: shape({ name: text(200) }),
  answer: shape({ services: Type.Array(Similar) }),
})
export const proposeServiceOp = op({
  id: 'proposeService',
  method: 'POST',
  path: '/catalogue/services',
  tag,
  summary: 'Propose a new service',
  access: 'service.propose',
  body: ProposeService,
  answer: Draft,
  status: 201,
})
export const readDraftOp = op({
  id: 'readServiceDraft',
  method: 'GET',
  path: '/catalogue/services/{service}/draft',
  tag,
  summary: 'The draft and what stops it from being published',
  access: 'catalogue.read',
  params: ServiceParam,
  answer: Draft,
})
export const changeDraftOp = op({
  id: 'changeServiceDraft',
  method: 'PUT',
  path: '/catalogue/services/{service}/draft',
  tag,
  summary: 'Change the draft; a published service gets a new one',
  access: 'service.propose',
  params: ServiceParam,
  body: DraftFields,
  answer: Draft,
  versioned: true,
})
export const discardDraftOp = op({
  id: 'discardServiceDraft',
  method: 'DELETE',
  path: '/catalogue/services/{service}/draft',
  tag,
  summary: 'Throw the draft away',
  access: 'service.propose',
  params: ServiceParam,
  versioned: true,
})
export const publishServiceOp = op({
  id: 'publishService',
  method: 'POST',
  path: '/catalogue/services/{service}/publication',
  summary: 'Publish the draft as a new version',
  access: 'service.publish',
  body: PublishService,
  versioned: true,
  ...Detail,
})
export const endServiceOp = op({
  id: 'endService',
  method: 'POST',
  path: '/catalogue/services/{service}/end',
  summary: 'Phase the service out',
  access: 'service.end',
  body: EndService,
  versioned: true,
  ...Detail,
})
export const callOffEndOp = op({
  id: 'callOffEnd',
  method: 'DELETE',
  path: '/catalogue/services/{service}/end',
  summary: 'Call off the end of the service',
  access: 'service.end',
  versioned: true,
  ...Detail,
})
export const switchProviderOp = op({
  id: 'switchProvider',
  method: 'POST',
  path: '/catalogue/services/{service}/providers',
  summary: 'Switch provider from a day; history is kept',
  access: 'service.switch_provider',
  body: SwitchProvider,
  versioned: true,
  ...Head,
})
export const reviewServiceOp = op({
  id: 'reviewService',
  method: 'POST',
  path: '/catalogue/services/{service}/reviews',
  summary: 'Note a review and its findings',
  access: 'service.review',
  body: ReviewService,
  ...Detail,
})
export const askSignOffOp = op({
  id: 'askSignOff',
  method: 'POST',
  path: '/catalogue/services/{service}/sign-offs',
  summary: 'Ask customers to sign the published version',
  access: 'service.ask_sign_off',
  body: AskSignOff,
  ...Detail,
})
export const signOffOp = op({
  id: 'signOff',
  method: 'POST',
  path: '/catalogue/services/{service}/signature',
  summary: 'Sign the published version for one’s customer',
  access: 'service.sign_off',
  body: SignOffService,
  ...Head,
})
export const setEligibilityOp = op({
  id: 'setEligibility',
  method: 'PUT',
  path: '/catalogue/services/{service}/eligibility',
  summary: 'Say which customers may or must have the service',
  access: 'service.set_eligibility',
  body: SetEligibility,
  versioned: true,
  ...Head,
})
export const setWordsOp = op({
  id: 'setServiceWords',
  method: 'PUT',
  path: '/catalogue/services/{service}/words',
  summary: 'Change the everyday words the service is found by',
  access: 'service.set_words',
  body: SetWords,
  versioned: true,
  ...Head,
})
export const readDeskOp = op({
  id: 'readCatalogueDesk',
  method: 'GET',
  path: '/catalogue/desk',
  tag,
  summary: 'Drafts, overdue reviews per owner and open sign-offs',
  access: 'catalogue.read',
  query: OnDate,
  answer: shape({
    drafts: Type.Array(DraftRow),
    overdue: Type.Array(OverdueReview),
    signOffs: Type.Array(OpenSignOff),
  }),
})
