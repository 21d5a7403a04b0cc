// The customer register: customers of a day, branches that have none, and one customer with its mandates.
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { Card, DataTable, DateField, Empty, PageHead, SelectField, Tag, TextField } from '#ui'
import { MarkCustomer } from '../customers/contract.ts'
import { settlements } from '../customers/customer.ts'
import { markCustomer } from '../customers/mark-customer.ts'
import { customerRegister, unmarkedOn } from '../customers/queries.ts'
import { partiesOn } from '../parties/queries.ts'
import { organisationText } from '../text.ts'
import { MoreForm, formOn } from './form-parts.tsx'
import { DayForm, dayAsked, onDay, unitOptions, unstated } from './page-parts.tsx'

const path = '/organisation/kunder'

export const customersPage: Page = {
  path,
  access: 'organisation.read_customers',
  async show(view, visit) {
    const { lang } = visit
    const { customers: words, any } = organisationText[lang]
    const { on, wrong } = dayAsked(view, visit)
    const customers = await customerRegister(view, on)
    const branches = await unmarkedOn(view, on)
    return {
      title: words.title,
      layout: 'desk',
      current: 'organisation-customers',
      topics: ['organisation'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DayForm visit={visit} on={on} wrong={wrong} path={path} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            rows={customers}
            rowId={(row) => row.customerId}
            empty={
              <Empty title={words.empty} icon="building">
                {words.emptyHelp}
              </Empty>
            }
            columns={[
              {
                head: any.name,
                rowHead: true,
                phone: 'title',
                cell: (row) => <a href={visit.href(`${path}/${row.customerId}`)}>{row.name}</a>,
              },
              { head: words.authority, cell: (row) => row.authorityName },
              { head: words.type, cell: (row) => row.customerType },
              { head: words.settlement, cell: (row) => words.settlements[row.settlement] },
              { head: words.counterpart, cell: (row) => row.counterpartCode ?? unstated(lang) },
              {
                head: words.coordinator,
                cell: (row) =>
                  row.coordinator ? (
                    <a href={visit.href(`/organisation/personer/${row.coordinator.personId}`)}>
                      {row.coordinator.name}
                    </a>
                  ) : (
                    <Tag tone="warn">{words.noCoordinator}</Tag>
                  ),
              },
              { head: words.purchasers, number: true, cell: (row) => row.purchasers },
            ]}
          />
          <Card heading={words.unmarked} aside={words.unmarkedLead} flush class="mt6">
            <DataTable
              lang={lang}
              bare
              caption={words.unmarked}
              look="cards"
              rows={branches}
              rowId={(row) => row.unitId}
              empty={<Empty title={words.unmarkedNone} icon="circle-check" />}
              columns={[
                {
                  head: any.unit,
                  rowHead: true,
                  phone: 'title',
                  cell: (row) => (
                    <a href={visit.href(onDay(view, on, `/organisation/enheter/${row.unitId}`))}>{row.name}</a>
                  ),
                },
                {
                  head: words.units,
                  number: true,
                  cell: (row) => (
                    <>
                      {row.units}
                      {row.partly && <span class="mute"> ({words.partly})</span>}
                    </>
                  ),
                },
                { head: words.people, number: true, cell: (row) => row.people },
              ]}
            />
          </Card>
          {may(view.actor, 'organisation.keep_customers') && (await MarkForm(view, visit, on))}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'organisation.keep_customers',
      body: MarkCustomer,
      run: (deed, { body }) => markCustomer(deed, body),
      then: ({ customerId }) => `${path}/${customerId}?klart=sparat`,
    }),
  },
}

async function MarkForm(view: View, visit: Visit, on: Temporal.PlainDate) {
  const { customers: words, any } = organisationText[visit.lang]
  const form = formOn(visit, '')
  const parties = (await partiesOn(view, on)).map((party) => ({ value: party.partyId, label: party.name }))
  return (
    <MoreForm summary={words.mark} form={form} action={visit.href(path)} submit={words.mark}>
      <SelectField
        {...form.field('unitId')}
        label={any.unit}
        options={await unitOptions(view, on)}
        value={form.value('unitId')}
        width="long"
      />
      <TextField
        {...form.field('customerType')}
        label={words.type}
        hint={words.typeHint}
        value={form.value('customerType', 'administration')}
        width="long"
      />
      <SelectField
        {...form.field('authorityPartyId')}
        label={words.authority}
        optional
        options={parties}
        value={form.value('authorityPartyId')}
        width="long"
      />
      <SelectField
        {...form.field('settlement')}
        label={words.settlement}
        optional
        empty={words.asUsual}
        options={settlements.map((way) => ({ value: way, label: words.settlements[way] }))}
        value={form.value('settlement')}
        width="long"
      />
      <TextField
        {...form.field('counterpartCode')}
        label={words.counterpart}
        optional
        value={form.value('counterpartCode')}
        width="medium"
      />
      <DateField {...form.field('from')} label={any.from} value={form.value('from', on.toString())} />
    </MoreForm>
  )
}
