// The forms that make a promise, give it a new version and end it.
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { DateField, NumberField, SelectField, TextArea, TextField } from '#ui'
import type { PromiseShown } from '../contract.ts'
import { channels, clockKinds, holders, priorities } from '../promise.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm, YesNo } from './form-parts.tsx'
import type { FormView } from './form-parts.tsx'
import { optionsOf } from './page-parts.tsx'

export const path = '/katalog/loften'

interface RowProps {
  readonly view: View
  readonly visit: Visit
}

export function RowForms({ promise, visit, view }: RowProps & { readonly promise: PromiseShown }) {
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

export function AddForm({ visit, view }: RowProps) {
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
