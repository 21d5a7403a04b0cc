// What each button of the form editor does to the draft.
import type { FormDeed, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { oneOf, optional, shape, text } from '#platform/http/shape'
import { Refusal, refuse } from '#basics/refusal'
import type { FormField } from '../form-fields.ts'
import { MakeVersion } from '../forms/contract.ts'
import { FieldInput, fieldOf, moved, without } from '../forms/field-input.ts'
import { addFormVersion, discardFormDraft, editFormDraft } from '../forms/keep-forms.ts'
import { codeOf, formHref } from './form-addresses.ts'

const back = (_result: unknown, visit: Visit): string => `${formHref(codeOf(visit.params))}?klart=sparat#fragor`

const AtField = shape({ at: text(40) })

const Move = shape({ ...AtField.properties, vart: oneOf(['upp', 'ner']) })

const ChangeField = shape({ ...FieldInput.properties, ...AtField.properties })

const Publish = shape({ introSv: MakeVersion.properties.introSv, introEn: MakeVersion.properties.introEn })

/** Every button makes one change of the draft. */
function edited(
  body: typeof AtField | typeof FieldInput | typeof ChangeField | typeof Move,
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

export const editorDeeds: Readonly<Record<string, FormDeed>> = {
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
