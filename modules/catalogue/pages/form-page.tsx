// The editor of one form: questions are added, moved and taken away in a draft, which becomes a version.
import type { Page, Visit } from '#platform/http/site'
import { Card, Empty, PageHead, TextField } from '#ui'
import { conditionWords } from '../condition-words.ts'
import type { FormField } from '../form-fields.ts'
import type { Form as FormRead } from '../forms/contract.ts'
import { form as formRead } from '../forms/queries.ts'
import { catalogueText } from '../text.ts'
import { FieldEditor } from './field-editor.tsx'
import { DeedForm, formOn, MoreForm, PressForm } from './form-parts.tsx'
import { dayText, Origin, Refused } from './page-parts.tsx'
import { codeOf, formHref, path } from './form-addresses.ts'
import { editorDeeds } from './form-deeds.ts'
import { Preview } from './form-preview.tsx'

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

export interface EditorProps {
  readonly form: FormRead
  readonly fields: readonly FormField[]
  readonly visit: Visit
}

function Under({ form, visit }: Omit<EditorProps, 'fields'>) {
  const { lang } = visit
  const words = catalogueText[lang].forms
  return (
    <span>
      {form.publishedVersion !== null && form.madeAt
        ? words.published(form.publishedVersion, dayText(form.madeAt, lang))
        : words.notPublished}{' '}
      {form.draft ? words.draftOf((form.publishedVersion ?? 0) + 1) : words.noDraft}
      <Origin origin={form.origin} lang={lang} />
    </span>
  )
}

function Question({ form, fields, field, n, visit }: EditorProps & { readonly field: FormField; readonly n: number }) {
  const { lang } = visit
  const words = catalogueText[lang].forms
  const editor = formOn(visit, 'andra', { row: ['at', field.key] })
  const to = (deed: string): string => visit.href(`${formHref(form.code)}/${deed}`)
  const about = { at: field.key }
  return (
    <Card heading={`${n + 1}. ${field.label[lang]}`} quiet aside={words.kinds[field.kind]} class="question mb4">
      {field.showWhen && (
        <p class="sm mute">
          {words.condition} {conditionWords(field.showWhen, fields, lang)}.
        </p>
      )}
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
      <div class="row2">
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
    <Card heading={words.publish} quiet class="mt6">
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
