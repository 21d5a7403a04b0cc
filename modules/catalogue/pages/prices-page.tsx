// Price lists with their prices, and the counting units that say what a price is for. A published list never changes.
import { AddCountingUnit, PublishPriceList } from '../offers/contract.ts'
import { readKronor } from '#basics/money'
import { valueOf } from '#basics/reading'
import { may } from '#platform/access'
import type { FormDeed, Page } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, optional, shape, text } from '#platform/http/shape'
import { Empty, NumberField, PageHead, SelectField, TextField } from '#ui'
import { AddPrice, AddPriceList } from '../offers/contract.ts'
import { addCountingUnit } from '../offers/keep-offerings.ts'
import { addPrice, addPriceList, publishPriceList, removePrice } from '../offers/keep-prices.ts'
import { priceLists } from '../offers/queries.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm } from './form-parts.tsx'
import { Refused } from './page-parts.tsx'
import { Units } from './counting-units-card.tsx'
import { ListCard, decisionOptions, path } from './price-list-card.tsx'

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
