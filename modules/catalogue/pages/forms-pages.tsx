// The forms and their editor: questions are added, moved and taken away in a draft; the preview shows it as an employee
// would see it, and lets the answers be tried without anything being kept.
import type { View } from '#platform/act'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { oneOf, optional, shape, text } from '#platform/http/shape'
import { Refusal, refuse } from '#basics/refusal'
import { Button, Card, DataTable, Empty, ErrorSummary, Form, Notice, PageHead, Tag, TextField } from '#ui'
import { askedReferences, checkAnswers } from '../form-answers.ts'
import type { FormField } from '../form-fields.ts'
import { AddForm as NewForm, MakeVersion } from '../forms/contract.ts'
import type { Form as FormRead } from '../forms/contract.ts'
import { FieldInput, fieldOf, moved, without } from '../forms/field-input.ts'
import { addForm, addFormVersion, discardFormDraft, editFormDraft } from '../forms/keep-forms.ts'
import { form as formRead, forms } from '../forms/queries.ts'
import { catalogueText } from '../text.ts'
import { FieldEditor } from './field-editor.tsx'
import { answerErrors, FormFields } from './form-fields.tsx'
import { DeedForm, formOn, MoreForm, PressForm } from './form-parts.tsx'
import { dayText, Origin, Refused } from './page-parts.tsx'

const path = '/katalog/formular'
const codeOf = (params: Readonly<Record<string, string>>): string => params['code'] ?? ''
const formHref = (code: string): string => `${path}/${encodeURIComponent(code)}`
const back = (_result: unknown, visit: Visit): string => `${formHref(codeOf(visit.params))}?klart=sparat#fragor`

export const formsPage: Page = {
  path,
  access: 'form.keep',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.forms
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'forms',
      topics: ['forms'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            rows={await forms(view)}
            rowId={(row) => row.formId}
            empty={<Empty title={words.none} icon="file-text" />}
            columns={[
              {
                head: all.any.name,
                rowHead: true,
                phone: 'title',
                cell: (row: FormRead) => <a href={visit.href(formHref(row.code))}>{row.name[lang]}</a>,
              },
              {
                head: words.version,
                cell: (row) => (
                  <>
                    {row.publishedVersion ?? words.noVersion} {row.draft && <Tag tone="wait">{words.hasDraft}</Tag>}
                  </>
                ),
              },
              { head: words.questions, number: true, cell: (row) => row.fields.length },
              { head: words.usedBy, cell: (row) => row.usedBy.map((type) => type.name[lang]).join(', ') },
            ]}
          />
          <div class="mt6">
            <MoreForm form={form} summary={words.add} action={visit.href(path)} submit={words.add}>
              <TextField
                {...form.field('code')}
                label={all.any.code}
                hint={all.any.codeHint}
                width="long"
                value={form.value('code')}
              />
              <TextField
                {...form.field('nameSv')}
                label={all.any.nameSv}
                value={form.value('nameSv')}
                maxLength={100}
              />
              <TextField
                {...form.field('nameEn')}
                label={all.any.nameEn}
                value={form.value('nameEn')}
                maxLength={100}
              />
            </MoreForm>
          </div>
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'form.keep',
      body: NewForm,
      run: async (deed, { body }) => {
        await addForm(deed, body)
        return body.code
      },
      then: (code) => formHref(code),
    }),
  },
}

const AtField = shape({ at: text(40) })
const Move = shape({ ...AtField.properties, vart: oneOf(['upp', 'ner']) })
const ChangeField = shape({ ...FieldInput.properties, ...AtField.properties })
const Publish = shape({ introSv: MakeVersion.properties.introSv, introEn: MakeVersion.properties.introEn })

/** Every button makes one change of the draft. */
function edited<S extends typeof AtField | typeof FieldInput | typeof ChangeField | typeof Move>(
  body: S,
  edit: (fields: readonly FormField[], body: never) => readonly FormField[],
): FormDeed {
  const typed = 'labelSv' in body.properties
  return formDeed({
    access: 'form.keep',
    body,
    run: (deed, input) =>
      told(
        editFormDraft(deed, {
          form: codeOf(input.params),
          version: input.version,
          edit: (fields) => edit(fields, input.body as never),
        }),
        typed,
      ),
    then: back,
  })
}

const boxes: Readonly<Record<string, string>> = {
  label: 'labelSv',
  'label.sv': 'labelSv',
  'label.en': 'labelEn',
  unit: 'unitSv',
  decimals: 'decimals',
  showWhen: 'condField',
  key: 'key',
  options: 'options',
}

/** The fault of `fields.3.label.sv` is told at the box it was typed in; that of a mere press, in words for the page. */
async function told<T>(doing: Promise<T>, typed: boolean): Promise<T> {
  try {
    return await doing
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid_input') throw error
    const [first] = error.problems
    if (!typed)
      return refuse({
        code: 'invalid_form',
        status: 422,
        sv: first?.sv ?? error.words.sv,
        en: first?.en ?? error.words.en,
      })
    const problems = error.problems.map((problem) => {
      const name = problem.field.replace(/^fields\.\d+\./, '')
      return { ...problem, field: boxes[name] ?? boxes[name.split('.')[0] ?? ''] ?? 'labelSv' }
    })
    return refuse({ code: 'invalid_field', status: 422, sv: error.words.sv, en: error.words.en, problems })
  }
}

const editorDeeds: Readonly<Record<string, FormDeed>> = {
  'lagg-till': edited(FieldInput, (fields, body: FieldInput) => [...fields, fieldOf(body)]),
  andra: edited(ChangeField, (fields, body: FieldInput & { at: string }) =>
    fields.map((field) => (field.key === body.at ? fieldOf(body, field) : field)),
  ),
  flytta: edited(Move, (fields, body: { at: string; vart: 'upp' | 'ner' }) =>
    moved(fields, body.at, body.vart === 'upp' ? -1 : 1),
  ),
  'ta-bort': edited(AtField, (fields, body: { at: string }) => without(fields, body.at)),
  publicera: formDeed({
    access: 'form.keep',
    body: Publish,
    run: (deed, { body, params, version }) => addFormVersion(deed, { form: codeOf(params), version, ...body }),
    then: (_result, visit) => `${formHref(codeOf(visit.params))}?klart=publicerat`,
  }),
  kasta: formDeed({
    access: 'form.keep',
    body: shape({ ja: optional(text(5)) }),
    run: (deed, { params, version }) => discardFormDraft(deed, { form: codeOf(params), version }),
    then: (_result, visit) => `${formHref(codeOf(visit.params))}?klart=borttaget`,
  }),
}

export const formPage: Page = {
  path: `${path}/:code`,
  access: 'form.keep',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.forms
    const form = await formRead(view, codeOf(visit.params))
    const fields = (form.draft ?? form.fields) as unknown as readonly FormField[]
    return {
      title: form.name[lang],
      layout: 'desk',
      current: 'forms',
      topics: [`form:${form.formId}`],
      crumbs: [{ href: path, label: words.title }, { label: form.name[lang] }],
      main: (
        <>
          <PageHead title={form.name[lang]} under={<Under form={form} visit={visit} />} />
          {visit.attempt && visit.attempt.refusal.problems.length === 0 && <Refused visit={visit} />}
          <div class="halves">
            <section id="fragor" aria-label={words.questions}>
              {fields.length === 0 && (
                <Empty title={words.empty} icon="list">
                  {words.emptyHelp}
                </Empty>
              )}
              {fields.map((field, n) => (
                <Question form={form} fields={fields} field={field} n={n} visit={visit} />
              ))}
              <Adding form={form} fields={fields} visit={visit} />
              {form.draft && <Publishing form={form} visit={visit} />}
            </section>
            <Preview view={view} form={form} fields={fields} visit={visit} />
          </div>
        </>
      ),
    }
  },
  deeds: editorDeeds,
}

interface EditorProps {
  readonly form: FormRead
  readonly fields: readonly FormField[]
  readonly visit: Visit
}

function Under({ form, visit }: Omit<EditorProps, 'fields'>) {
  const { lang } = visit
  const words = catalogueText[lang].forms
  return (
    <>
      {form.publishedVersion !== null && form.madeAt
        ? words.published(form.publishedVersion, dayText(form.madeAt, lang))
        : words.notPublished}{' '}
      {form.draft ? words.draftOf((form.publishedVersion ?? 0) + 1) : words.noDraft}
      <Origin origin={form.origin} lang={lang} />
    </>
  )
}

function Question({ form, fields, field, n, visit }: EditorProps & { readonly field: FormField; readonly n: number }) {
  const { lang } = visit
  const words = catalogueText[lang].forms
  const editor = formOn(visit, 'andra', { row: ['at', field.key] })
  const to = (deed: string): string => visit.href(`${formHref(form.code)}/${deed}`)
  const about = { at: field.key }
  return (
    <Card heading={`${n + 1}. ${field.label[lang]}`} level={3} quiet aside={words.kinds[field.kind]} class="mb4">
      <MoreForm
        form={editor}
        summary={words.change}
        action={to('andra')}
        version={form.version}
        hidden={about}
        submit={catalogueText[lang].any.save}
        primary={false}
      >
        <FieldEditor form={editor} visit={visit} above={fields.slice(0, n)} field={field} />
      </MoreForm>
      <div class="row2 mt2">
        {n > 0 && (
          <PressForm
            action={to('flytta')}
            version={form.version}
            hidden={{ ...about, vart: 'upp' }}
            submit={words.up}
            kind="quiet"
            label={`${words.up}: ${field.label[lang]}`}
          />
        )}
        {n < fields.length - 1 && (
          <PressForm
            action={to('flytta')}
            version={form.version}
            hidden={{ ...about, vart: 'ner' }}
            submit={words.down}
            kind="quiet"
            label={`${words.down}: ${field.label[lang]}`}
          />
        )}
        <PressForm
          action={to('ta-bort')}
          version={form.version}
          hidden={about}
          submit={words.remove}
          kind="quiet"
          label={`${words.remove}: ${field.label[lang]}`}
        />
      </div>
    </Card>
  )
}

function Adding({ form, fields, visit }: EditorProps) {
  const words = catalogueText[visit.lang].forms
  const editor = formOn(visit, 'lagg-till')
  return (
    <MoreForm
      form={editor}
      summary={words.addQuestion}
      action={visit.href(`${formHref(form.code)}/lagg-till`)}
      version={form.version}
      submit={words.addQuestion}
    >
      <FieldEditor form={editor} visit={visit} above={fields} />
    </MoreForm>
  )
}

function Publishing({ form, visit }: Omit<EditorProps, 'fields'>) {
  const words = catalogueText[visit.lang].forms
  const making = formOn(visit, 'publicera')
  return (
    <Card heading={words.publish} level={3} quiet class="mt6">
      <DeedForm
        form={making}
        action={visit.href(`${formHref(form.code)}/publicera`)}
        version={form.version}
        submit={words.publish}
      >
        <TextField
          {...making.field('introSv')}
          label={words.introSv}
          optional
          value={making.value('introSv', form.intro?.sv)}
          maxLength={1000}
        />
        <TextField
          {...making.field('introEn')}
          label={words.introEn}
          optional
          value={making.value('introEn', form.intro?.en)}
          maxLength={1000}
        />
      </DeedForm>
      <div class="mt4">
        <PressForm
          action={visit.href(`${formHref(form.code)}/kasta`)}
          version={form.version}
          submit={words.discard}
          kind="quiet"
        />
      </div>
    </Card>
  )
}

/** Sent with GET: answers are checked and shown again, and nothing is stored. */
function Preview({ form, fields, visit }: EditorProps & { readonly view: View }) {
  const { lang } = visit
  const words = catalogueText[lang].forms
  const tried = visit.query.has('prova')
  const values: Record<string, string[]> = {}
  for (const [name, value] of visit.query) (values[name] ??= []).push(value)
  const problems = tried ? problemsOf(fields, values) : []
  const { errors, summary } = answerErrors(problems, lang, 'prov-')
  return (
    <section id="forhandsvisning">
      <Card heading={words.preview} aside={words.previewHelp}>
        <Form
          method="get"
          action={visit.href(`${formHref(form.code)}#forhandsvisning`)}
          hidden={{ prova: '1' }}
          class="stack"
          label={words.preview}
        >
          <ErrorSummary lang={lang} errors={summary} level={3} />
          {tried && problems.length === 0 && <Notice tone="ok">{words.tryOk}</Notice>}
          {form.intro && <p>{form.intro[lang]}</p>}
          <FormFields lang={lang} fields={fields} values={values} errors={errors} idPrefix="prov-" />
          <p>
            <Button small>{words.tryIt}</Button>
          </p>
        </Form>
      </Card>
    </section>
  )
}

function problemsOf(fields: readonly FormField[], values: Readonly<Record<string, readonly string[]>>) {
  const sent = Object.fromEntries(
    fields.flatMap(({ key, kind }) => {
      const typed = values[`answers.${key}`]
      return typed === undefined || kind === 'file' ? [] : [[key, kind === 'several' ? typed : (typed[0] ?? '')]]
    }),
  )
  const optionalFiles = fields.map((field) => (field.kind === 'file' ? { ...field, required: false } : field))
  const named = askedReferences(optionalFiles, sent).map(
    ({ key, id, text: label }) => [key, { id: id ?? '', label }] as const,
  )
  try {
    checkAnswers(optionalFiles, sent, Object.fromEntries(named))
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.problems
    throw error
  }
}
