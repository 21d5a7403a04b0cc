// The one template, as a form: every section is filled in or marked as not stated (TY-067).
import type { Visit } from '#platform/http/site'
import { DateField, FormSection, SelectField, TextArea, TextField } from '#ui'
import type { Draft, ServiceDetail } from '../contract.ts'
import { obligations, sectionWords, serviceKinds } from '../service.ts'
import type { Section } from '../service.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn, SomeOf, YesNo } from './form-parts.tsx'
import type { FormView } from './form-parts.tsx'
import { editHref, optionsOf } from './page-parts.tsx'

type Head = Draft | ServiceDetail

const isDraft = (head: Head): head is Draft => 'gaps' in head

export function TemplateForm({
  head,
  draft,
  visit,
}: {
  readonly head: Head
  readonly draft: Draft | null
  readonly visit: Visit
}) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.edit
  const form = formOn(visit, '')
  const partLines = (kind: 'included' | 'not_included'): string =>
    head.parts
      .filter((part) => part.kind === kind)
      .map((part) => [part.what, part.doneBy].filter(Boolean).join(' | '))
      .join('\n')
  const section = (name: Exclude<Section, 'boundary'>, rows = 2) => (
    <SectionField
      form={form}
      name={name}
      label={sectionWords[name][lang]}
      stored={head[name]}
      head={head}
      rows={rows}
    />
  )
  return (
    <DeedForm
      form={form}
      action={visit.href(editHref(head.code))}
      version={head.version}
      submit={words.save}
      primary={!draft || draft.gaps.length > 0}
    >
      <p class="mute">{words.sectionsHint}</p>
      <TextField
        {...form.field('nameSv')}
        label={all.any.nameSv}
        value={form.value('nameSv', head.name.sv)}
        maxLength={200}
      />
      <TextField
        {...form.field('nameEn')}
        label={all.any.nameEn}
        optional
        value={form.value('nameEn', head.name.en)}
        maxLength={200}
      />
      <FormSection heading={words.template}>
        <SomeOf name="notStated" />
        {section('content', 4)}
        {section('purpose', 3)}
        {section('forWhom')}
        <TextArea
          {...form.field('included')}
          label={words.included}
          hint={words.partsHint}
          rows={5}
          value={form.value('included', partLines('included'))}
        />
        <TextArea
          {...form.field('notIncluded')}
          label={words.notIncluded}
          rows={4}
          value={form.value('notIncluded', partLines('not_included'))}
        />
        <NotStated form={form} name="boundary" label={sectionWords.boundary[lang]} head={head} />
        {section('orderWay')}
        {section('level')}
        {section('volume')}
        {section('price')}
        {section('process', 5)}
        <TextArea
          {...form.field('customerDuties')}
          label={all.service.duties}
          optional
          rows={2}
          value={form.value('customerDuties', head.customerDuties)}
        />
        <TextArea
          {...form.field('needs')}
          label={all.service.needs}
          optional
          rows={3}
          value={form.value('needs', head.needs)}
        />
      </FormSection>
      <Choices form={form} head={head} visit={visit} />
    </DeedForm>
  )
}

function SectionField(props: {
  readonly form: FormView
  readonly name: Section
  readonly label: string
  readonly stored: string | null
  readonly head: Head
  readonly rows: number
}) {
  const { form, name, label, stored, rows } = props
  return (
    <div>
      <TextArea {...form.field(name)} label={label} rows={rows} maxLength={10_000} value={form.value(name, stored)} />
      <NotStated {...props} />
    </div>
  )
}

function NotStated({
  form,
  name,
  label,
  head,
}: {
  readonly form: FormView
  readonly name: Section
  readonly label: string
  readonly head: Head
}) {
  return (
    <label class="choice tight">
      <input
        type="checkbox"
        class="check"
        name="notStated"
        value={name}
        id={`${form.key}-notStated-${name}`}
        checked={form.values('notStated', head.notStated).includes(name)}
      />
      <span>
        {catalogueText[form.lang].edit.notStated}
        <span class="sr">: {label}</span>
      </span>
    </label>
  )
}

function Choices({ form, head, visit }: { readonly form: FormView; readonly head: Head; readonly visit: Visit }) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.edit
  const adaptedFrom = isDraft(head) ? head.adaptedFromCode : head.adaptedFrom?.code
  return (
    <>
      <TextField
        {...form.field('ownerTitle')}
        label={words.ownerTitle}
        value={form.value('ownerTitle', head.ownerTitle)}
        maxLength={200}
      />
      <SelectField
        {...form.field('kind')}
        label={words.kind}
        value={form.value('kind', head.kind)}
        options={optionsOf(all.kinds, serviceKinds)}
      />
      <SelectField
        {...form.field('obligation')}
        label={words.obligation}
        optional
        value={form.value('obligation', head.obligation)}
        options={optionsOf(all.obligations, obligations)}
      />
      <SelectField
        {...form.field('standard')}
        label={words.standard}
        optional
        value={form.value('standard', head.standard)}
        options={optionsOf(all.standards, ['standard', 'adapted'])}
      />
      <TextField
        {...form.field('adaptedFrom')}
        label={words.adaptedFrom}
        hint={words.adaptedHint}
        optional
        width="long"
        value={form.value('adaptedFrom', adaptedFrom)}
      />
      <YesNo form={form} name="basic" label={words.basic} stored={head.basic} />
      <DateField
        {...form.field('reviewOn')}
        label={words.reviewOn}
        optional
        value={form.value('reviewOn', head.reviewOn)}
      />
      <TextField
        {...form.field('changeNote')}
        label={words.changeNote}
        optional
        value={form.value('changeNote', isDraft(head) ? head.changeNote : null)}
        maxLength={500}
      />
    </>
  )
}
