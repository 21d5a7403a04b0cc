// What the owner of an area does with a published service, each a form that opens in place.
import { customersOn, partiesOn } from '#organisation'
import type { View } from '#platform/act'
import type { FormDeed, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, optional, shape, text, Type } from '#platform/http/shape'
import { DateField, SelectField, SeveralField, TextArea, TextField } from '#ui'
import type { ServiceDetail } from '../contract.ts'
import { EndService, ReviewService, SwitchProvider } from '../contract.ts'
import { callOffEnd, endService } from '../end-service.ts'
import { AddOffering, EndOffering, offeringKinds } from '../offers/contract.ts'
import { addOffering, endOffering } from '../offers/keep-offerings.ts'
import { countingUnits } from '../offers/queries.ts'
import { reviewService } from '../review-service.ts'
import { askSignOff } from '../sign-off.ts'
import { switchProvider } from '../switch-provider.ts'
import { catalogueText } from '../text.ts'
import { setEligibility, setWords } from '../who-may-have.ts'
import { formOn, MoreForm, PressForm, SomeOf } from './form-parts.tsx'
import { editHref, linesOf, optionsOf, unitOptions } from './page-parts.tsx'

const codeOf = (params: Readonly<Record<string, string>>): string => params['code'] ?? ''
const back = (_result: unknown, visit: Visit): string => `${editHref(codeOf(visit.params))}?klart=sparat`
const ids = optional(Type.Array(idField(), { maxItems: 200 }))
const WhoBody = shape({ types: optional(text(5000, { min: 0 })), customerIds: ids })
const { service: _service, adaptedFrom, ...offered } = AddOffering.properties
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

/** What a draft has as well as a published service. */
type Managed = Pick<ServiceDetail, 'code' | 'version' | 'provider' | 'synonyms' | 'offerings' | 'may'>

/** What can be told of a service before it is published. */
export async function ManageDraft(view: View, visit: Visit, draft: Managed) {
  return (
    <>
      {draft.may.includes('service.switch_provider') && (await SwitchForm(view, visit, draft))}
      {draft.may.includes('service.set_words') && (
        <>
          <WordsForm visit={visit} service={draft} />
          {await Offerings(view, visit, draft)}
        </>
      )}
    </>
  )
}

/** Only what may be done in the state the service is in. */
export async function Manage(view: View, visit: Visit, service: ServiceDetail) {
  const may = (verb: string): boolean => service.may.includes(verb)
  return (
    <>
      {may('service.switch_provider') && (await SwitchForm(view, visit, service))}
      {may('service.review') && <ReviewForm visit={visit} service={service} />}
      {may('service.ask_sign_off') && (await AskForm(view, visit, service))}
      {may('service.set_eligibility') && (await WhoForm(view, visit, service))}
      {may('service.set_words') && <WordsForm visit={visit} service={service} />}
      {may('service.set_words') && (await Offerings(view, visit, service))}
      {may('service.set_words') &&
        service.offerings
          .filter((one) => one.validTo === null)
          .map((offering) => <EndOfferingForm visit={visit} service={service} offering={offering} />)}
      {may('service.end') && <EndForm visit={visit} service={service} />}
      {may('service.call_off_end') && (
        <PressForm
          action={visit.href(`${editHref(service.code)}/angra-avveckling`)}
          version={service.version}
          submit={catalogueText[visit.lang].edit.callOff}
        />
      )}
    </>
  )
}

interface ManageProps {
  readonly visit: Visit
  readonly service: Managed
}

const to = ({ visit, service }: ManageProps, deed: string): string => visit.href(`${editHref(service.code)}/${deed}`)

async function SwitchForm(view: View, visit: Visit, service: Managed) {
  const words = catalogueText[visit.lang].edit
  const form = formOn(visit, 'utforare')
  const suppliers = (await partiesOn(view, view.today)).filter((party) => party.kind === 'supplier')
  return (
    <MoreForm
      form={form}
      summary={words.provider}
      action={to({ visit, service }, 'utforare')}
      version={service.version}
      submit={words.provider}
      primary={false}
    >
      <SelectField
        {...form.field('unitId')}
        label={words.unit}
        value={form.value('unitId', service.provider?.unitId)}
        options={await unitOptions(view)}
      />
      <SelectField
        {...form.field('supplierPartyId')}
        label={words.supplier}
        hint={words.supplierHint}
        optional
        empty={words.ownUnit}
        value={form.value('supplierPartyId', service.provider?.supplier?.partyId)}
        options={suppliers.map((party) => ({ value: party.partyId, label: party.name }))}
      />
      <DateField
        {...form.field('from')}
        label={catalogueText[visit.lang].any.from}
        value={form.value('from', view.today.toString())}
      />
    </MoreForm>
  )
}

function ReviewForm(props: ManageProps) {
  const { visit } = props
  const words = catalogueText[visit.lang].edit
  const form = formOn(visit, 'oversyn')
  return (
    <MoreForm form={form} summary={words.review} action={to(props, 'oversyn')} submit={words.review} primary={false}>
      <TextArea
        {...form.field('findings')}
        label={words.findings}
        rows={4}
        value={form.value('findings')}
        maxLength={5000}
      />
      <DateField {...form.field('nextReviewOn')} label={words.nextReview} optional value={form.value('nextReviewOn')} />
    </MoreForm>
  )
}

async function customerBoxes(view: View) {
  const customers = await customersOn(view, view.today)
  return customers
    .map((one) => ({ value: one.customerId, label: one.name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'))
}

async function AskForm(view: View, visit: Visit, service: ServiceDetail) {
  const words = catalogueText[visit.lang].edit
  const form = formOn(visit, 'underskrifter')
  const asked = new Set(service.signOffs.map((one) => one.customerId))
  return (
    <MoreForm
      form={form}
      summary={words.askSign}
      action={to({ visit, service }, 'underskrifter')}
      submit={words.askSign}
      primary={false}
    >
      <SomeOf name="customerIds" />
      <SeveralField
        {...form.field('customerIds')}
        tight
        label={words.customers}
        values={form.values('customerIds')}
        options={(await customerBoxes(view)).filter((one) => !asked.has(one.value))}
      />
    </MoreForm>
  )
}

async function WhoForm(view: View, visit: Visit, service: ServiceDetail) {
  const words = catalogueText[visit.lang].edit
  const form = formOn(visit, 'vem', { names: { rows: 'types' } })
  const types = service.eligibility.flatMap((row) =>
    row.customerType === null ? [] : [`${row.must ? '!' : ''}${row.customerType}`],
  )
  const chosen = service.eligibility.flatMap((row) => (row.customer ? [row.customer.customerId] : []))
  return (
    <MoreForm
      form={form}
      summary={words.eligibility}
      help={words.eligibilityHelp}
      action={to({ visit, service }, 'vem')}
      version={service.version}
      submit={catalogueText[visit.lang].any.save}
      primary={false}
    >
      <TextArea
        {...form.field('types')}
        label={words.types}
        hint={words.typesHint}
        optional
        rows={3}
        value={form.value('types', types.join('\n'))}
      />
      <SomeOf name="customerIds" />
      <SeveralField
        {...form.field('customerIds')}
        tight
        label={words.customers}
        values={form.values('customerIds', chosen)}
        options={await customerBoxes(view)}
      />
    </MoreForm>
  )
}

function WordsForm(props: ManageProps) {
  const { visit, service } = props
  const words = catalogueText[visit.lang].edit
  const form = formOn(visit, 'ord')
  return (
    <MoreForm
      form={form}
      summary={words.words}
      action={to(props, 'ord')}
      version={service.version}
      submit={catalogueText[visit.lang].any.save}
      primary={false}
    >
      <TextArea
        {...form.field('synonyms')}
        label={words.words}
        hint={words.wordsHint}
        optional
        rows={6}
        value={form.value('synonyms', service.synonyms.join('\n'))}
      />
    </MoreForm>
  )
}

function EndForm(props: ManageProps) {
  const { visit, service } = props
  const words = catalogueText[visit.lang].edit
  const form = formOn(visit, 'avveckla')
  return (
    <MoreForm
      form={form}
      summary={words.end}
      action={to(props, 'avveckla')}
      version={service.version}
      submit={words.end}
      primary={false}
    >
      <DateField {...form.field('endsOn')} label={words.endsOn} value={form.value('endsOn')} />
      <TextArea
        {...form.field('reason')}
        label={words.reason}
        optional
        rows={2}
        value={form.value('reason')}
        maxLength={500}
      />
    </MoreForm>
  )
}

async function Offerings(view: View, visit: Visit, service: Managed) {
  const all = catalogueText[visit.lang]
  const words = all.edit
  const form = formOn(visit, 'variant')
  const units = await countingUnits(view)
  return (
    <MoreForm
      form={form}
      summary={words.offer}
      action={to({ visit, service }, 'variant')}
      submit={words.offer}
      primary={false}
    >
      <TextField
        {...form.field('code')}
        label={all.any.code}
        hint={all.any.codeHint}
        width="long"
        value={form.value('code')}
      />
      <TextField {...form.field('nameSv')} label={all.any.nameSv} value={form.value('nameSv')} maxLength={200} />
      <TextField {...form.field('nameEn')} label={all.any.nameEn} value={form.value('nameEn')} maxLength={200} />
      <SelectField
        {...form.field('kind')}
        label={words.offeringKind}
        value={form.value('kind')}
        options={optionsOf(all.offeringKinds, offeringKinds)}
      />
      <SelectField
        {...form.field('countingUnitId')}
        label={words.countingUnit}
        value={form.value('countingUnitId')}
        options={units.map((unit) => ({ value: unit.countingUnitId, label: unit.name[visit.lang] }))}
      />
      <SelectField
        {...form.field('adaptedFrom')}
        label={words.adaptedFrom}
        optional
        value={form.value('adaptedFrom')}
        options={service.offerings
          .filter((one) => !one.adaptedFrom)
          .map((one) => ({ value: one.code, label: one.name[visit.lang] }))}
      />
      <DateField {...form.field('from')} label={all.any.from} value={form.value('from', view.today.toString())} />
    </MoreForm>
  )
}

function EndOfferingForm({
  visit,
  service,
  offering,
}: ManageProps & { readonly offering: ServiceDetail['offerings'][number] }) {
  const words = catalogueText[visit.lang]
  const form = formOn(visit, 'avsluta-variant', { row: ['offering', offering.code] })
  const summary = `${words.edit.endOffering}: ${offering.name[visit.lang]}`
  return (
    <MoreForm
      form={form}
      summary={summary}
      action={to({ visit, service }, 'avsluta-variant')}
      version={offering.version}
      hidden={{ offering: offering.code }}
      submit={words.edit.endOffering}
      primary={false}
    >
      <DateField {...form.field('on')} label={words.any.firstDayNot} value={form.value('on')} />
    </MoreForm>
  )
}
