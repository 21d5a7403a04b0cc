// One question in the form editor: its words in both languages, what kind of answer it takes, and when it is shown.
import type { Visit } from '#platform/http/site'
import { NumberField, SelectField, TextArea, TextField } from '#ui'
import { conditionWords } from '../condition-words.ts'
import type { FormField } from '../form-fields.ts'
import { fieldKinds } from '../form-fields.ts'
import { boxesOf, conditionWordsOf, kept, optionLines } from '../forms/field-input.ts'
import { catalogueText } from '../text.ts'
import type { FormView } from './form-parts.tsx'
import { YesNo } from './form-parts.tsx'
import { optionsOf } from './page-parts.tsx'

interface FieldEditorProps {
  readonly form: FormView
  readonly visit: Visit
  /** The questions above, which a condition may ask about. */
  readonly above: readonly FormField[]
  readonly field?: FormField
}

export function FieldEditor(props: FieldEditorProps) {
  const { form, visit, field } = props
  const words = catalogueText[visit.lang].forms
  return (
    <>
      <TextField
        {...form.field('labelSv')}
        label={words.labelSv}
        value={form.value('labelSv', field?.label.sv)}
        maxLength={500}
      />
      <TextField
        {...form.field('labelEn')}
        label={words.labelEn}
        value={form.value('labelEn', field?.label.en)}
        maxLength={500}
      />
      {!field && (
        <TextField
          {...form.field('key')}
          label={words.key}
          hint={words.keyHint}
          optional
          width="long"
          value={form.value('key')}
          maxLength={40}
        />
      )}
      <SelectField
        {...form.field('kind')}
        label={words.kind}
        empty={null}
        value={form.value('kind', field?.kind ?? 'text')}
        options={optionsOf(words.kinds, fieldKinds)}
      />
      <YesNo form={form} name="required" label={words.required} stored={field?.required ?? true} />
      <TextArea
        {...form.field('options')}
        label={words.options}
        hint={words.optionsHint}
        optional
        rows={4}
        value={form.value('options', optionLines(field?.options))}
      />
      <TextField
        {...form.field('unitSv')}
        label={words.unitSv}
        optional
        width="short"
        value={form.value('unitSv', field?.unit?.sv)}
        maxLength={30}
      />
      <TextField
        {...form.field('unitEn')}
        label={words.unitEn}
        optional
        width="short"
        value={form.value('unitEn', field?.unit?.en)}
        maxLength={30}
      />
      <NumberField
        {...form.field('decimals')}
        label={words.decimals}
        optional
        value={form.value('decimals', field?.decimals?.toString())}
      />
      <TextField
        {...form.field('hintSv')}
        label={words.hintSv}
        optional
        value={form.value('hintSv', field?.hint?.sv)}
        maxLength={500}
      />
      <TextField
        {...form.field('hintEn')}
        label={words.hintEn}
        optional
        value={form.value('hintEn', field?.hint?.en)}
        maxLength={500}
      />
      <ConditionBoxes {...props} />
    </>
  )
}

function ConditionBoxes({ form, visit, above, field }: FieldEditorProps) {
  const { lang } = visit
  const words = catalogueText[lang].forms
  const boxes = boxesOf(field?.showWhen)
  const composed =
    field?.showWhen && !boxes ? [{ value: kept, label: conditionWords(field.showWhen, above, lang) }] : []
  if (above.length === 0) return null
  return (
    <fieldset class="group">
      <legend>{words.condition}</legend>
      {composed.length > 0 && (
        <p class="hint">
          {words.complex} {composed[0]?.label}
        </p>
      )}
      <SelectField
        {...form.field('condField')}
        label={words.condField}
        optional
        empty={words.always}
        value={form.value('condField', boxes ? boxes.field : kept)}
        options={[...composed, ...above.map((one) => ({ value: one.key, label: one.label[lang] }))]}
      />
      <SelectField
        {...form.field('condWord')}
        label={words.condOp}
        empty={null}
        value={form.value('condWord', boxes?.word ?? 'is')}
        options={optionsOf(words.ops, conditionWordsOf)}
      />
      <TextField
        {...form.field('condValue')}
        label={words.condValue}
        hint={words.condHint}
        optional
        value={form.value('condValue', boxes?.value)}
        maxLength={500}
      />
    </fieldset>
  )
}
