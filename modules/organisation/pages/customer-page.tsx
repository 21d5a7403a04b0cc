// One customer: its facts, its mandates, and the forms that give and end them.
import { isId } from '#basics/id'
import { readKronor } from '#basics/money'
import { valueOf } from '#basics/reading'
import { notFound, refuse } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, optional, shape, text } from '#platform/http/shape'
import { panelsOn } from '#platform/panels'
import { AmountField, Card, ChoiceField, DateField, Facts, More, PageHead, TextField } from '#ui'
import type { Customer, Mandate } from '../customers/contract.ts'
import { EndCustomer, EndMandate, GiveMandate } from '../customers/contract.ts'
import { endMandate, giveMandate } from '../customers/give-mandate.ts'
import { mandateKinds } from '../customers/mandate.ts'
import { endCustomer } from '../customers/mark-customer.ts'
import { customerById, mandateRegister } from '../customers/queries.ts'
import { needPerson, PickedPerson } from '../people/pick-person.ts'
import { organisationText } from '../text.ts'
import { DeedForm, MoreForm, PersonField, formOn } from './form-parts.tsx'
import { MandateTable } from './mandate-table.tsx'
import { originText, spanText, unstated } from './page-parts.tsx'

const path = '/organisation/kunder'

const idOf = (params: Readonly<Record<string, string>>): string => params['customerId'] ?? ''
const back = (_result: unknown, visit: Visit): string => `${path}/${idOf(visit.params)}?klart=sparat`
const GiveBody = shape({
  kind: GiveMandate.properties.kind,
  areas: optional(text(1000)),
  limit: optional(text(30)),
  from: GiveMandate.properties.from,
  pick: optional(PickedPerson),
})
const EndMandateBody = shape({ ...EndMandate.properties, mandateId: idField() })

const mandateDeeds: Readonly<Record<string, FormDeed>> = {
  mandat: formDeed({
    access: 'organisation.keep_customers',
    body: GiveBody,
    run: async (deed, { body, params }) =>
      giveMandate(deed, {
        customerId: idOf(params),
        personId: await needPerson(deed, body.pick),
        kind: body.kind,
        from: body.from,
        areaCodes: (body.areas ?? '')
          .split(',')
          .map((code) => code.trim())
          .filter(Boolean),
        limitOre: oreOf(body.limit),
      }),
    then: back,
  }),
  'mandat-avsluta': formDeed({
    access: 'organisation.keep_customers',
    body: EndMandateBody,
    run: (deed, { body: { mandateId, ...body }, version }) => endMandate(deed, { mandateId, version }, body),
    then: back,
  }),
  avsluta: formDeed({
    access: 'organisation.keep_customers',
    body: EndCustomer,
    run: (deed, { body, params, version }) => endCustomer(deed, { customerId: idOf(params), version }, body),
    then: back,
  }),
}

function oreOf(typed: string | undefined): number | null {
  if (!typed) return null
  const amountOre = valueOf(readKronor(typed), 'limit')
  if (amountOre >= 0n) return Number(amountOre)
  return refuse({
    code: 'negative_limit',
    status: 422,
    field: 'limit',
    sv: 'Gränsen kan inte vara negativ.',
    en: 'The limit cannot be negative.',
  })
}

export const customerPage: Page = {
  path: `${path}/:customerId`,
  access: 'organisation.read_customer',
  async show(view, visit) {
    const customerId = idOf(visit.params)
    if (!isId(customerId)) return notFound()
    const { lang } = visit
    const { customers: words } = organisationText[lang]
    const customer = await customerById(view, customerId, view.today)
    const mandates = await mandateRegister(view, customerId)
    const keeps = may(view.actor, 'organisation.keep_customers')
    const panels = await panelsOn('customer', view, visit, customerId, (verb) => may(view.actor, verb))
    return {
      title: customer.name,
      layout: 'desk',
      current: 'organisation-customers',
      topics: ['organisation'],
      crumbs: [{ href: path, label: words.title }, { label: customer.name }],
      main: (
        <>
          <PageHead title={customer.name} under={spanText(customer.validFrom, customer.validTo, lang)} />
          <div class="case-grid">
            <div class="stack g6">
              <Card heading={words.mandates} flush>
                <MandateTable visit={visit} caption={words.mandates} rows={mandates} show="person" />
              </Card>
              {panels}
            </div>
            <aside class="side" aria-label={words.title}>
              <CustomerFacts visit={visit} customer={customer} />
            </aside>
          </div>
          {keeps && <CustomerForms view={view} visit={visit} customer={customer} mandates={mandates} />}
        </>
      ),
    }
  },
  deeds: mandateDeeds,
}

function CustomerFacts({ visit, customer }: { readonly visit: Visit; readonly customer: Customer }) {
  const { lang } = visit
  const { customers: words, any } = organisationText[lang]
  return (
    <Card>
      <Facts
        items={[
          [any.unit, <a href={visit.href(`/organisation/enheter/${customer.unitId}`)}>{customer.name}</a>],
          [words.authority, customer.authorityName],
          [words.type, customer.customerType],
          [words.settlement, words.settlements[customer.settlement]],
          [words.counterpart, customer.counterpartCode ?? unstated(lang)],
          [any.origin, originText(customer.origin, lang)],
        ]}
      />
    </Card>
  )
}

function CustomerForms({
  view,
  visit,
  customer,
  mandates,
}: {
  readonly view: View
  readonly visit: Visit
  readonly customer: Customer
  readonly mandates: readonly Mandate[]
}) {
  const { customers: words, any } = organisationText[visit.lang]
  const base = visit.href(`${path}/${customer.customerId}`)
  const give = formOn(visit, 'mandat', { names: { personId: 'pick.person', limitOre: 'limit', areaCodes: 'areas' } })
  const end = formOn(visit, 'avsluta')
  return (
    <Card heading={any.change} class="mt6">
      <MoreForm summary={words.give} form={give} action={`${base}/mandat`} submit={words.give}>
        <PersonField visit={visit} form={give} label={any.person} />
        <ChoiceField
          {...give.field('kind')}
          label={any.kind}
          tight
          options={mandateKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={give.value('kind', 'purchaser')}
        />
        <TextField
          {...give.field('areas')}
          label={words.areas}
          hint={words.areasHint}
          optional
          value={give.value('areas')}
          width="long"
        />
        <AmountField
          {...give.field('limit')}
          label={words.limit}
          hint={words.limitHint}
          optional
          value={give.value('limit')}
        />
        <DateField {...give.field('from')} label={any.from} value={give.value('from', view.today.toString())} />
      </MoreForm>
      {mandates
        .filter((row) => row.validTo === null || row.validTo > view.today.toString())
        .map((row) => (
          <EndMandateForm visit={visit} row={row} />
        ))}
      <MoreForm
        summary={words.end}
        help={words.endHelp}
        form={end}
        action={`${base}/avsluta`}
        version={customer.version}
        submit={words.end}
      >
        <DateField {...end.field('on')} label={any.on} value={end.value('on')} />
      </MoreForm>
    </Card>
  )
}

function EndMandateForm({ visit, row }: { readonly visit: Visit; readonly row: Mandate }) {
  const { customers: words, any } = organisationText[visit.lang]
  const form = formOn(visit, 'mandat-avsluta', { row: ['mandateId', row.mandateId] })
  return (
    <More summary={`${words.endMandate}: ${row.personName}, ${words.kinds[row.kind]}`} open={form.failed}>
      <DeedForm
        form={form}
        action={visit.href(`${path}/${row.customerId}/mandat-avsluta`)}
        version={row.version}
        hidden={{ mandateId: row.mandateId }}
        submit={any.end}
      >
        <DateField {...form.field('on')} label={any.on} value={form.value('on')} />
      </DeedForm>
    </More>
  )
}
