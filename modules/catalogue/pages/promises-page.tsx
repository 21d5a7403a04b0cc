// Everything that is promised, nearest the citizen first, with its versions; and the levels that agreements choose among.
import type { View } from '#platform/act'
import { may } from '#platform/access'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, shape } from '#platform/http/shape'
import { Card, DataTable, DateField, Empty, NumberField, PageHead, SelectField, Tag, TextArea, TextField } from '#ui'
import type { PromiseShown } from '../contract.ts'
import { channels, clockKinds, holders, priorities } from '../promise.ts'
import { AddLevel, AddPromise, EndPromise } from '../promises/contract.ts'
import type { Level } from '../promises/contract.ts'
import { addLevel, addPromiseVersion, endPromise } from '../promises/keep-promises.ts'
import { levelsOn, promisesOn } from '../promises/queries.ts'
import { areasOn, servicesFor } from '../queries.ts'
import { requestTypesOn } from '../requests/queries.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm, YesNo } from './form-parts.tsx'
import type { FormView } from './form-parts.tsx'
import { conditionText, optionsOf, Origin, promiseText, spanText, Unstated } from './page-parts.tsx'

const path = '/katalog/loften'
const back = (): string => `${path}?klart=sparat`

const promiseDeeds: Readonly<Record<string, FormDeed>> = {
  '': formDeed({
    access: 'promise.keep',
    body: AddPromise,
    run: (deed, { body }) => addPromiseVersion(deed, body),
    then: back,
  }),
  version: formDeed({
    access: 'promise.keep',
    body: AddPromise,
    run: (deed, { body }) => addPromiseVersion(deed, body),
    then: back,
  }),
  avsluta: formDeed({
    access: 'promise.keep',
    body: shape({ ...EndPromise.properties, promiseId: idField() }),
    run: (deed, { body }) => endPromise(deed, body),
    then: back,
  }),
  niva: formDeed({ access: 'level.keep', body: AddLevel, run: (deed, { body }) => addLevel(deed, body), then: back }),
}

export const promisesPage: Page = {
  path,
  access: 'catalogue.desk',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.promises
    const rows = await promisesOn(view, view.today)
    const names = await holderNames(view, visit)
    const keeps = may(view.actor, 'promise.keep', new Set(['owns_area']))
    return {
      title: words.title,
      layout: 'desk',
      current: 'promises',
      topics: ['promises'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            groups={holders
              .toReversed()
              .map((holder) => ({ heading: all.holders[holder], rows: rows.filter((row) => row.holder === holder) }))}
            rowId={(row) => row.promiseId}
            empty={<Empty title={words.none} icon="flag" />}
            columns={[
              {
                head: words.what,
                rowHead: true,
                phone: 'title',
                cell: (row: PromiseShown) => (
                  <>
                    {row.label && <b>{row.label}: </b>}
                    {row.name[lang]} {row.guarantee && <Tag tone="accent">{words.guarantee}</Tag>}
                    <span class="sm mute block">
                      {row.holderId ? names.get(row.holderId) : null}
                      <Origin origin={row.origin} lang={lang} />
                    </span>
                  </>
                ),
              },
              {
                head: words.measure,
                cell: (row) => (row.clockKind === null ? words.noMeasure : promiseText(row, lang)),
              },
              { head: words.condition, cell: (row) => conditionText(row, lang) || all.any.everyone },
              { head: words.strength, cell: (row) => words.strengths[row.strength] },
              {
                head: words.target,
                number: true,
                cell: (row) =>
                  row.targetShareThousandths === null ? (
                    <Unstated lang={lang} />
                  ) : (
                    `${row.targetShareThousandths / 10}\u00a0%`
                  ),
              },
              { head: all.service.holds, cell: (row) => spanText(row.validFrom, row.validTo, lang) },
              ...(keeps
                ? [
                    {
                      head: all.any.details,
                      headHidden: true,
                      cell: (row: PromiseShown) => <RowForms promise={row} visit={visit} view={view} />,
                    },
                  ]
                : []),
            ]}
          />
          {keeps && (
            <div class="mt6">
              <AddForm visit={visit} view={view} />
            </div>
          )}
          {await Levels(view, visit)}
        </>
      ),
    }
  },
  deeds: promiseDeeds,
}

/** What a promise is about, by id, in the visitor's language. */
async function holderNames(view: View, visit: Visit): Promise<ReadonlyMap<string, string>> {
  const { lang } = visit
  const [areas, services, types, levels] = [
    await areasOn(view),
    await servicesFor(view),
    await requestTypesOn(view, { date: view.today }),
    await levelsOn(view, view.today),
  ]
  return new Map([
    ...areas.map((one) => [one.areaId, one.name[lang]] as const),
    ...services.map((one) => [one.serviceId, one.name[lang]] as const),
    ...types.map((one) => [one.requestTypeId, one.name[lang]] as const),
    ...levels.map((one) => [one.levelId, one.name[lang]] as const),
  ])
}

interface RowProps {
  readonly view: View
  readonly visit: Visit
}

function RowForms({ promise, visit, view }: RowProps & { readonly promise: PromiseShown }) {
  const all = catalogueText[visit.lang]
  const words = all.promises
  const row = ['promiseId', promise.promiseId] as const
  const [version, end] = [formOn(visit, 'version', { row }), formOn(visit, 'avsluta', { row })]
  const about = { promiseId: promise.promiseId }
  return (
    <>
      <MoreForm
        form={version}
        summary={words.newVersion}
        action={visit.href(`${path}/version`)}
        hidden={about}
        submit={words.newVersion}
        primary={false}
      >
        <PromiseFields form={version} visit={visit} from={view.today.toString()} stored={promise} />
      </MoreForm>
      <MoreForm
        form={end}
        summary={words.end}
        action={visit.href(`${path}/avsluta`)}
        hidden={about}
        submit={words.end}
        primary={false}
      >
        <DateField {...end.field('on')} label={all.any.firstDayNot} value={end.value('on')} />
      </MoreForm>
    </>
  )
}

function AddForm({ visit, view }: RowProps) {
  const all = catalogueText[visit.lang]
  const words = all.promises
  const form = formOn(visit, '')
  return (
    <MoreForm form={form} summary={words.add} action={visit.href(path)} submit={words.add}>
      <SelectField
        {...form.field('holder')}
        label={words.holder}
        empty={null}
        value={form.value('holder', 'service')}
        options={optionsOf(all.holders, holders)}
      />
      <TextField
        {...form.field('holderId')}
        label={words.holderId}
        optional
        width="long"
        value={form.value('holderId')}
      />
      <PromiseFields form={form} visit={visit} from={view.today.toString()} />
    </MoreForm>
  )
}

function PromiseFields({
  form,
  visit,
  from,
  stored,
}: {
  readonly form: FormView
  readonly visit: Visit
  readonly from: string
  readonly stored?: PromiseShown
}) {
  const all = catalogueText[visit.lang]
  const words = all.promises
  return (
    <>
      <TextField
        {...form.field('label')}
        label={words.label}
        hint={words.labelHint}
        optional
        width="long"
        value={form.value('label', stored?.label)}
        maxLength={60}
      />
      <TextArea
        {...form.field('nameSv')}
        label={words.textSv}
        rows={2}
        value={form.value('nameSv', stored?.name.sv)}
        maxLength={1000}
      />
      <TextArea
        {...form.field('nameEn')}
        label={words.textEn}
        rows={2}
        value={form.value('nameEn', stored?.name.en)}
        maxLength={1000}
      />
      <SelectField
        {...form.field('clockKind')}
        label={words.clock}
        optional
        empty={words.noClock}
        value={form.value('clockKind', stored?.clockKind)}
        options={optionsOf(all.clocks, clockKinds)}
      />
      <NumberField
        {...form.field('amount')}
        label={words.amount}
        optional
        value={form.value('amount', stored?.amount?.toString())}
      />
      <SelectField
        {...form.field('unit')}
        label={words.unit}
        optional
        value={form.value('unit', stored?.unit)}
        options={optionsOf(words.units, ['working_days', 'working_minutes'])}
      />
      <SelectField
        {...form.field('channel')}
        label={words.channel}
        optional
        empty={all.any.all}
        value={form.value('channel', stored?.channel)}
        options={optionsOf(all.channels, channels)}
      />
      <SelectField
        {...form.field('priority')}
        label={words.priority}
        optional
        empty={all.any.all}
        value={form.value('priority', stored?.priority)}
        options={optionsOf(all.priorities, priorities)}
      />
      <SelectField
        {...form.field('towards')}
        label={words.towards}
        optional
        empty={all.any.everyone}
        value={form.value('towards', stored?.towards)}
        options={optionsOf(all.towards, ['customer', 'outside'])}
      />
      <SelectField
        {...form.field('strength')}
        label={words.strength}
        empty={null}
        value={form.value('strength', stored?.strength ?? 'binding')}
        options={optionsOf(words.strengths, ['binding', 'strive'])}
      />
      <NumberField
        {...form.field('targetShareThousandths')}
        label={words.share}
        optional
        value={form.value('targetShareThousandths', stored?.targetShareThousandths?.toString())}
      />
      <YesNo form={form} name="guarantee" label={words.isGuarantee} stored={stored?.guarantee ?? false} />
      <DateField {...form.field('from')} label={all.any.from} value={form.value('from', from)} />
    </>
  )
}

async function Levels(view: View, visit: Visit) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.promises
  const levels = await levelsOn(view, view.today)
  const form = formOn(visit, 'niva')
  return (
    <Card heading={words.levels} aside={words.levelsHelp} class="mt8">
      <DataTable
        lang={lang}
        bare
        caption={words.levels}
        look="cards"
        rows={levels}
        rowId={(row) => row.levelId}
        empty={<Empty title={words.noLevels} icon="flag" />}
        columns={[
          { head: all.any.name, rowHead: true, phone: 'title', cell: (row: Level) => row.name[lang] },
          { head: all.any.code, cell: (row) => row.code },
          { head: words.schedule, cell: (row) => row.scheduleName ?? <Unstated lang={lang} /> },
          { head: words.title, cell: (row) => row.promises.map((promise) => promiseText(promise, lang)).join(', ') },
        ]}
      />
      {may(view.actor, 'level.keep') && (
        <MoreForm
          form={form}
          summary={words.addLevel}
          action={visit.href(`${path}/niva`)}
          submit={words.addLevel}
          primary={false}
        >
          <TextField
            {...form.field('code')}
            label={all.any.code}
            hint={all.any.codeHint}
            width="long"
            value={form.value('code')}
          />
          <TextField {...form.field('nameSv')} label={all.any.nameSv} value={form.value('nameSv')} maxLength={100} />
          <TextField {...form.field('nameEn')} label={all.any.nameEn} value={form.value('nameEn')} maxLength={100} />
        </MoreForm>
      )}
    </Card>
  )
}
