// What is counted: each unit's definition, and the form that adds one or a new version.
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { Card, DataTable, Empty, SelectField, TextArea, TextField } from '#ui'
import type { CountingUnit } from '../offers/contract.ts'
import { countingUnits } from '../offers/queries.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm } from './form-parts.tsx'
import { Origin, Unstated } from './page-parts.tsx'
import { path } from './price-list-card.tsx'

export async function Units(view: View, visit: Visit) {
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
