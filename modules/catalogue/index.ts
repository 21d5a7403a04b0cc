// The door to the catalogue: what the office offers, to whom, at what price and with what promise. Every read takes a day.
import type { Module } from '#platform/module'
import { catalogueAccess } from './access.ts'
import { catalogueFigures } from './figures.ts'
import { indexJob, indexSweep } from './index-entries.ts'
import { catalogueNavigation } from './navigation.ts'
import { catalogueTasks } from './tasks.ts'
import { catalogueNotices } from './notices.ts'
import { cataloguePages } from './pages/index.ts'
import { catalogueRoutes } from './routes.ts'
import { serviceSearch } from './search.ts'

export const catalogueModule: Module = {
  name: 'catalogue',
  access: catalogueAccess,
  routes: catalogueRoutes,
  pages: cataloguePages,
  jobs: { 'catalogue.index': indexJob, 'catalogue.index_sweep': indexSweep },
  figures: catalogueFigures,
  search: [serviceSearch],
  notices: catalogueNotices,
  navigation: catalogueNavigation,
  tasks: catalogueTasks,
}

// Areas and services
export { addArea, addCommitment, changeArea } from './areas/keep-areas.ts'
export { areasOn, listServices, serviceList, servicesByIds, servicesFor, similarTo } from './queries.ts'
export { serviceOn } from './service-view.ts'
export { draft, drafts, openSignOffs, overdueReviews } from './draft-view.ts'
export { providerOn } from './providers-view.ts'
export { signOffsWaiting } from './navigation.ts'
export { proposeService } from './propose-service.ts'
export type { ProposedService } from './propose-service.ts'
export { changeDraft, discardDraft } from './change-draft.ts'
export type { DraftSources } from './draft-fields.ts'
export { publishService } from './publish-service.ts'
export { callOffEnd, endService } from './end-service.ts'
export { switchProvider } from './switch-provider.ts'
export { reviewService } from './review-service.ts'
export { askSignOff, signOff } from './sign-off.ts'
export { setEligibility, setWords } from './who-may-have.ts'
export type {
  Area,
  Draft,
  Offering,
  Price,
  PromiseShown,
  RequestTypeRow,
  ServiceDetail,
  ServiceRow,
  Similar,
} from './contract.ts'
export { isOrderable, obligations, serviceKinds, serviceStates, stateWords } from './service.ts'
export type { Obligation, ServiceKind, ServiceState } from './service.ts'

// What agreements and cases tell: who uses a service
export { declareServiceUsage } from './usage.ts'
export type { ServiceUser, UsageSource } from './usage.ts'

// Offerings and prices
export { addCountingUnit, addOffering, endOffering } from './offers/keep-offerings.ts'
export { addPrice, addPriceList, publishPriceList, removePrice } from './offers/keep-prices.ts'
export { countingUnits, offering, offeringsOffered, offeringsOn, priceLists, priceOf } from './offers/queries.ts'
export type { PriceAsked, PriceFound } from './offers/queries.ts'
export { amountFor } from './price.ts'

// Request types
export { addRequestType, changeRequestType, setPlaceRoutes } from './requests/keep-request-types.ts'
export { fieldsOf, requestType, requestTypesOn, rulesOf } from './requests/queries.ts'
export type { RequestTypeDetail } from './requests/contract.ts'
export { routeFor } from './request-type.ts'
export type { ApprovalRule, CaseKind, NeedType, Route, RouteKind, RouteRule } from './request-type.ts'

// Forms and answers
export { addForm, addFormVersion, changeFormDraft, discardFormDraft } from './forms/keep-forms.ts'
export { form, forms, formVersion } from './forms/queries.ts'
export type { FormVersionRead } from './forms/queries.ts'
export { answerText, askedReferences, checkAnswers, collectAnswers } from './form-answers.ts'
export type { Answer, Answers, AskedReference, FoundReferences, ReferenceAnswer, SentAnswers } from './form-answers.ts'
export { isReference } from './form-fields.ts'
export type { FieldKind, FormField, ReferenceKind } from './form-fields.ts'
export { holds, shownFields } from './form-condition.ts'
export type { Condition } from './form-condition.ts'
export { conditionWords } from './condition-words.ts'

// Promises
export { addLevel, addPromiseVersion, endPromise } from './promises/keep-promises.ts'
export { levelsOn, promiseCandidates, promisesOn, promiseVersion } from './promises/queries.ts'
export type { PromiseHolders } from './promises/queries.ts'
export { choosePromises, clockKinds, holdsFor } from './promise.ts'
export type { ChosenPromises, ClockKind, Holder, PromiseCandidate, PromiseQuestion } from './promise.ts'

// Needs and wishes
export { addNeed, backNeed } from './needs/add-need.ts'
export type { Backing, NewNeed } from './needs/add-need.ts'
export { answerNeed, declineNeed, draftFromNeed } from './needs/answer-need.ts'
export { listNeeds, need } from './needs/queries.ts'
export type { NeedDetail, NeedRow } from './needs/contract.ts'

// For the order page: a form's version drawn with what was typed and what was wrong
export { answerErrors, FormFields } from './pages/form-fields.tsx'
export type { AnswerErrors, FormFieldsProps } from './pages/form-fields.tsx'

export { writeEntries as writeCatalogueEntries } from './index-entries.ts'
