// Price lists with their prices, and the counting units that say what a price is for. A published list never changes.
import { readKronor } from '#basics/money'
import { valueOf } from '#basics/reading'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, optional, shape, text } from '#platform/http/shape'
import {
  AmountField,
  Card,
  DataTable,
  DateField,
  Empty,
  NumberField,
  PageHead,
  SelectField,
  Tag,
  TextArea,
  TextField,
} from '#ui'
import { AddCountingUnit, AddPrice, AddPriceList, PublishPriceList } from '../offers/contract.ts'
import type { CountingUnit, PriceList } from '../offers/contract.ts'
import { addCountingUnit } from '../offers/keep-offerings.ts'
import { addPrice, addPriceList, publishPriceList, removePrice } from '../offers/keep-prices.ts'
import { countingUnits, offeringsOffered, priceLists } from '../offers/queries.ts'
import { channels } from '../promise.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn, MoreForm, PressForm } from './form-parts.tsx'
import { dateText, optionsOf, Origin, priceText, Refused, spanText, Unstated } from './page-parts.tsx'

const path = '/katalog/priser'
const back = (): string => `${path}?klart=sparat`
const inList = { priceListId: idField() }
const { code: _code, amountOre: _amount, ...priced } = AddPrice.properties
const PriceBody = shape({ ...priced, ...inList, amount: text(30) })

const priceDeeds: Readonly<Record<string, FormDeed>> = {
  '': formDeed({
    access: 'price.keep',
    body: AddPriceList,
    run: (deed, { body }) => addPriceList(deed, body),
    then: back,
  }),
  pris: formDeed({
    access: 'price.keep',
    body: PriceBody,
    run: (deed, { body: { amount, ...body }, version }) =>
      addPrice(deed, { ...body, version, amountOre: Number(valueOf(readKronor(amount), 'amount')) }),
    then: back,
  }),
  'ta-bort': formDeed({
    access: 'price.keep',
    body: shape({ ...inList, code: text(60) }),
    run: (deed, { body, version }) => removePrice(deed, { ...body, version }),
    then: back,
  }),
  publicera: formDeed({
    access: 'price.publish',
    body: shape({ ...PublishPriceList.properties, ...inList }),
    run: (deed, { body, version }) => publishPriceList(deed, { ...body, version }),
    then: () => `${path}?klart=publicerat`,
  }),
  rakneenhet: formDeed({
    access: 'price.keep',
    body: shape({ ...AddCountingUnit.properties, shortSv: optional(text(20)) }),
    run: (deed, { body }) => addCountingUnit(deed, body),
    then: back,
  }),
}

export const pricesPage: Page = {
  path,
  access: 'catalogue.desk',
  async show(view, visit) {
    const { lang } = visit
    const words = catalogueText[lang].prices
    const lists = await priceLists(view)
    const keeps = may(view.actor, 'price.keep')
    const cards = await Promise.all(lists.map((list) => ListCard(view, visit, list)))
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'prices',
      topics: ['prices'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          {visit.attempt && visit.attempt.refusal.problems.length === 0 && <Refused visit={visit} />}
          {lists.length === 0 && <Empty title={words.none} icon="receipt" />}
          <div class="stack">{cards}</div>
          {keeps && (
            <div class="mt6">
              <MoreForm form={form} summary={words.addList} action={visit.href(path)} submit={words.addList}>
                <TextField
                  {...form.field('name')}
                  label={catalogueText[lang].any.name}
                  value={form.value('name')}
                  maxLength={200}
                />
                <NumberField
                  {...form.field('year')}
                  label={words.year}
                  value={form.value('year', String(view.today.year))}
                />
                <SelectField
                  {...form.field('decisionId')}
                  label={words.decision}
                  optional
                  empty={words.noDecision}
                  value={form.value('decisionId')}
                  options={await decisionOptions(view)}
                />
              </MoreForm>
            </div>
          )}
          {await Units(view, visit)}
        </>
      ),
    }
  },
  deeds: priceDeeds,
}

async function decisionOptions(view: View) {
  const rows = await view.tx
    .selectFrom('registry.decision')
    .select(['decision_id', 'section', 'title', 'decided_on'])
    .orderBy('decided_on', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    value: row.decision_id,
    label: `${row.section} ${row.title}`,
    detail: row.decided_on.toString(),
  }))
}

async function ListCard(view: View, visit: Visit, list: PriceList) {
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
        {words.decision}:{' '}
        {list.decision ? `${list.decision.section}, ${dateText(list.decision.decidedOn, lang)}` : words.noDecision}
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
          { head: words.valid, cell: (row) => spanText(row.validFrom, row.validTo, lang) },
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

async function Units(view: View, visit: Visit) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.prices
  const units = await countingUnits(view)
  const form = formOn(visit, 'rakneenhet')
  return (
    <Card heading={words.units} aside={words.unitsHelp} class="mt8">
      <DataTable
        lang={lang}
        bare
        caption={words.units}
        look="cards"
        rows={units}
        rowId={(row) => row.countingUnitId}
        empty={<Empty title={words.noUnits} icon="list-ordered" />}
        columns={[
          {
            head: all.any.name,
            rowHead: true,
            phone: 'title',
            cell: (row: CountingUnit) => (
              <>
                {row.name[lang]}
                <Origin origin={row.origin} lang={lang} />
              </>
            ),
          },
          { head: words.definition, cell: (row) => row.definition },
          { head: words.notTwice, cell: (row) => row.notCountedTwice ?? <Unstated lang={lang} /> },
          { head: all.forms.version, number: true, cell: (row) => row.versionNo },
        ]}
      />
      {may(view.actor, 'price.keep') && (
        <MoreForm
          form={form}
          summary={words.addUnit}
          action={visit.href(`${path}/rakneenhet`)}
          submit={words.addUnit}
          primary={false}
        >
          <SelectField
            {...form.field('countingUnitId')}
            label={words.newUnitVersion}
            optional
            empty={words.addUnit}
            value={form.value('countingUnitId')}
            options={units.map((unit) => ({ value: unit.countingUnitId, label: unit.name[lang] }))}
          />
          <TextField {...form.field('nameSv')} label={all.any.nameSv} value={form.value('nameSv')} maxLength={100} />
          <TextField {...form.field('nameEn')} label={all.any.nameEn} value={form.value('nameEn')} maxLength={100} />
          <TextField
            {...form.field('shortSv')}
            label={words.short}
            optional
            width="short"
            value={form.value('shortSv')}
            maxLength={20}
          />
          <TextField
            {...form.field('shortEn')}
            label={words.shortEn}
            optional
            width="short"
            value={form.value('shortEn')}
            maxLength={20}
          />
          <TextArea
            {...form.field('definition')}
            label={words.definition}
            rows={2}
            value={form.value('definition')}
            maxLength={1000}
          />
          <TextArea
            {...form.field('notCountedTwice')}
            label={words.notTwice}
            optional
            rows={2}
            value={form.value('notCountedTwice')}
            maxLength={1000}
          />
        </MoreForm>
      )}
    </Card>
  )
}
