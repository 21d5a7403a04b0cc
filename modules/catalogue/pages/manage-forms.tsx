// What the owner of an area does with a published service, each a form that opens in place.
import { customersOn, partiesOn } from '#organisation'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { DateField, SelectField, SeveralField, TextArea } from '#ui'
import type { ServiceDetail } from '../contract.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm, PressForm, SomeOf } from './form-parts.tsx'
import { editHref, unitOptions } from './page-parts.tsx'
import { EndOfferingForm, Offerings, to } from './offering-forms.tsx'
import type { ManageProps, Managed } from './offering-forms.tsx'

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
