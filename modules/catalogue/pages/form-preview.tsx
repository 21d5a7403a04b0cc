// A form as an employee will see it; answers can be tried, and nothing is kept.
import type { View } from '#platform/act'
import { Refusal } from '#basics/refusal'
import { formValues } from '#platform/http/form'
import { Button, Card, ErrorSummary, Form, Notice } from '#ui'
import { askedReferences, checkAnswers } from '../form-answers.ts'
import type { FormField } from '../form-fields.ts'
import { catalogueText } from '../text.ts'
import { answerErrors, FormFields } from './form-fields.tsx'
import { formHref } from './form-addresses.ts'
import type { EditorProps } from './form-page.tsx'

/** Sent with GET: answers are checked and shown again, and nothing is stored. */
export function Preview({ form, fields, visit }: EditorProps & { readonly view: View }) {
  const { lang } = visit
  const words = catalogueText[lang].forms
  const tried = visit.query.has('prova')
  const values = formValues(visit.query)
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
