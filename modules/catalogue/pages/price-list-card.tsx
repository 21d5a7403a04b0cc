// One price list: its prices, and while it is a draft the forms that fill and publish it.
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { AmountField, Card, DataTable, DateField, Empty, NumberField, SelectField, Tag, TextField } from '#ui'
import type { PriceList } from '../offers/contract.ts'
import { offeringsOffered } from '../offers/queries.ts'
import { channels } from '../promise.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn, MoreForm, PressForm } from './form-parts.tsx'
import { DecisionLink, optionsOf, Origin, priceText, spanText } from './page-parts.tsx'

export const path = '/katalog/priser'

export async function decisionOptions(view: View) {
  const rows = await view.tx
    .selectFrom('registry.decision')
    .select(['decision_id', 'section', 'title', 'decided_on'])
    .orderBy('decided_on', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    value: row.decision_id,
    label: [row.section, row.title].filter(Boolean).join(' '),
    ...(row.decided_on ? { detail: row.decided_on.toString() } : {}),
  }))
}

export async function ListCard(view: View, visit: Visit, list: PriceList) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.prices
  const open = list.state === 'draft' && may(view.actor, 'price.keep')
  return (
    <Card
      heading={`${list.name}, ${list.year}`}
      aside={<Tag tone={list.state === 'published' ? 'ok' : 'wait'}>{words.states[list.state]}</Tag>}
    >
      <p class="sm mute">
        {words.decision}: {list.decision ? <DecisionLink decision={list.decision} visit={visit} /> : words.noDecision}
        <Origin origin={list.origin} lang={lang} />
      </p>
      <DataTable
        lang={lang}
        bare
        caption={list.name}
        look="cards"
        rows={list.prices}
        rowId={(row) => `${list.priceListId}-${row.code.replaceAll(/[^\w-]/g, '_')}`}
        empty={<Empty title={words.emptyList} icon="receipt" />}
        columns={[
          {
            head: words.offering,
            rowHead: true,
            phone: 'title',
            cell: (row: PriceList['prices'][number]) => row.offeringName[lang],
          },
          { head: words.amount, number: true, cell: (row) => priceText(row, row.unitShort[lang], lang) },
          { head: words.channel, cell: (row) => (row.channel ? all.channels[row.channel] : all.any.all) },
          { head: words.customerType, cell: (row) => row.customerType ?? all.any.everyone },
          { head: words.valid, class: 'nowrap', cell: (row) => spanText(row.validFrom, row.validTo, lang) },
          ...(open
            ? [
                {
                  head: all.any.remove,
                  headHidden: true,
                  cell: (row: PriceList['prices'][number]) => (
                    <PressForm
                      action={visit.href(`${path}/ta-bort`)}
                      version={list.version}
                      hidden={{ priceListId: list.priceListId, code: row.code }}
                      submit={all.any.remove}
                      kind="quiet"
                      label={`${all.any.remove}: ${row.offeringName[lang]}`}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {open && (await OpenListForms(view, visit, list))}
    </Card>
  )
}

async function OpenListForms(view: View, visit: Visit, list: PriceList) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.prices
  const row = ['priceListId', list.priceListId] as const
  const [adding, publishing] = [
    formOn(visit, 'pris', { row, names: { amountOre: 'amount' } }),
    formOn(visit, 'publicera', { row }),
  ]
  const about = { priceListId: list.priceListId }
  const offerings = await offeringsOffered(view, view.today)
  return (
    <>
      <MoreForm
        form={adding}
        summary={words.addPrice}
        action={visit.href(`${path}/pris`)}
        version={list.version}
        hidden={about}
        submit={words.addPrice}
        primary={false}
      >
        <SelectField
          {...adding.field('offering')}
          label={words.offering}
          value={adding.value('offering')}
          options={offerings.map((one) => ({ value: one.code, label: one.name[lang], detail: one.unit.short[lang] }))}
        />
        <AmountField {...adding.field('amount')} label={words.amount} value={adding.value('amount')} />
        <NumberField {...adding.field('perQuantity')} label={words.per} value={adding.value('perQuantity', '1')} />
        <SelectField
          {...adding.field('channel')}
          label={words.channel}
          optional
          empty={all.any.all}
          value={adding.value('channel')}
          options={optionsOf(all.channels, channels)}
        />
        <TextField
          {...adding.field('customerType')}
          label={words.customerType}
          optional
          width="long"
          value={adding.value('customerType')}
          maxLength={60}
        />
        <DateField
          {...adding.field('validFrom')}
          label={all.any.from}
          value={adding.value('validFrom', `${list.year}-01-01`)}
        />
        <DateField
          {...adding.field('validTo')}
          label={all.any.firstDayNot}
          value={adding.value('validTo', `${list.year + 1}-01-01`)}
        />
      </MoreForm>
      {list.prices.length > 0 && (
        <DeedForm
          form={publishing}
          action={visit.href(`${path}/publicera`)}
          version={list.version}
          hidden={about}
          submit={words.publish}
        >
          <p class="mute">{words.publishHelp}</p>
          <SelectField
            {...publishing.field('decisionId')}
            label={words.decision}
            optional
            empty={words.noDecision}
            value={publishing.value('decisionId', list.decision?.decisionId)}
            options={await decisionOptions(view)}
          />
        </DeedForm>
      )}
    </>
  )
}
