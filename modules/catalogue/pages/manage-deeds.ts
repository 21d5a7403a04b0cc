// What the owner of an area does with a service, as its forms send it.
import { EndOffering } from '../offers/contract.ts'
import type { FormDeed, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, optional, shape, text, Type } from '#platform/http/shape'
import { EndService, ReviewService, SwitchProvider } from '../contract.ts'
import { callOffEnd, endService } from '../end-service.ts'
import { AddOffering } from '../offers/contract.ts'
import { addOffering, endOffering } from '../offers/keep-offerings.ts'
import { reviewService } from '../review-service.ts'
import { askSignOff } from '../sign-off.ts'
import { switchProvider } from '../switch-provider.ts'
import { setEligibility, setWords } from '../who-may-have.ts'
import { editHref, linesOf } from './page-parts.tsx'

const codeOf = (params: Readonly<Record<string, string>>): string => params['code'] ?? ''

const back = (_result: unknown, visit: Visit): string => `${editHref(codeOf(visit.params))}?klart=sparat`

const ids = optional(Type.Array(idField(), { maxItems: 200 }))

const WhoBody = shape({ types: optional(text(5000, { min: 0 })), customerIds: ids })

export const { service: _service, adaptedFrom, ...offered } = AddOffering.properties

const OfferingBody = shape({ ...offered, adaptedFrom })

const EndOfferingBody = shape({ ...EndOffering.properties, offering: text(80) })

export const manageDeeds: Readonly<Record<string, FormDeed>> = {
  avveckla: formDeed({
    access: 'service.end',
    body: EndService,
    run: (deed, { body, params, version }) => endService(deed, { service: codeOf(params), version, ...body }),
    then: back,
  }),
  'angra-avveckling': formDeed({
    access: 'service.end',
    body: shape({}),
    run: (deed, { params, version }) => callOffEnd(deed, { service: codeOf(params), version }),
    then: back,
  }),
  utforare: formDeed({
    access: 'service.switch_provider',
    body: SwitchProvider,
    run: (deed, { body, params, version }) => switchProvider(deed, { service: codeOf(params), version, ...body }),
    then: back,
  }),
  oversyn: formDeed({
    access: 'service.review',
    body: ReviewService,
    run: (deed, { body, params }) => reviewService(deed, { service: codeOf(params), ...body }),
    then: back,
  }),
  underskrifter: formDeed({
    access: 'service.ask_sign_off',
    body: shape({ customerIds: ids }),
    run: (deed, { body, params }) => askSignOff(deed, { service: codeOf(params), customerIds: body.customerIds ?? [] }),
    then: back,
  }),
  vem: formDeed({
    access: 'service.set_eligibility',
    body: WhoBody,
    run: (deed, { body, params, version }) =>
      setEligibility(deed, {
        service: codeOf(params),
        version,
        rows: [
          ...linesOf(body.types).map((line) => ({
            customerType: line.replace(/^!\s*/, ''),
            must: line.startsWith('!'),
          })),
          ...(body.customerIds ?? []).map((customerId) => ({ customerId })),
        ],
      }),
    then: back,
  }),
  ord: formDeed({
    access: 'service.set_words',
    body: shape({ synonyms: optional(text(4000, { min: 0 })) }),
    run: (deed, { body, params, version }) =>
      setWords(deed, {
        service: codeOf(params),
        version,
        synonyms: linesOf(body.synonyms)
          .map((word) => word.slice(0, 60))
          .slice(0, 50),
      }),
    then: back,
  }),
  variant: formDeed({
    access: 'offering.keep',
    body: OfferingBody,
    run: (deed, { body, params }) => addOffering(deed, { service: codeOf(params), ...body }),
    then: back,
  }),
  'avsluta-variant': formDeed({
    access: 'offering.keep',
    body: EndOfferingBody,
    run: (deed, { body, version }) => endOffering(deed, { ...body, version }),
    then: back,
  }),
}
