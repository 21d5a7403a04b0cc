// The API of forms.
import type { Api } from '#platform/http/api'
import type { FormField } from '../form-fields.ts'
import { askedReferences, checkAnswers } from '../form-answers.ts'
import type { Field } from './contract.ts'
import * as contract from './contract.ts'
import { addForm, addFormVersion, changeFormDraft, discardFormDraft } from './keep-forms.ts'
import { form, forms, formVersion, formVersionShown } from './queries.ts'

/** What passed the shape is a field; the rules of form-fields.ts check the rest. */
const asFields = (fields: readonly Field[]): readonly FormField[] => fields

export function formRoutes(api: Api): void {
  api.read(contract.readForms, async (view) => ({ forms: [...(await forms(view))] }))
  api.write(
    contract.addFormOp,
    (deed, { body }) => addForm(deed, body),
    (view, made) => form(view, made.formId),
  )
  api.read(contract.readFormOp, (view, { params }) => form(view, params.form))
  api.read(contract.readFormVersionOp, async (view, { params }) =>
    formVersionShown(await formVersion(view, params.form, Number(params.versionNo))),
  )
  api.write(
    contract.changeFormDraftOp,
    (deed, { params, body, version }) => changeFormDraft(deed, { ...params, version, fields: asFields(body.fields) }),
    (view, made) => form(view, made.formId),
  )
  api.write(
    contract.discardFormDraftOp,
    (deed, { params, version }) => discardFormDraft(deed, { ...params, version }),
    (view, made) => form(view, made.formId),
  )
  api.write(
    contract.addFormVersionOp,
    (deed, { params, body: { fields, ...intro }, version }) =>
      addFormVersion(deed, { ...params, ...intro, version, ...(fields ? { fields: asFields(fields) } : {}) }),
    (view, made) => form(view, made.formId),
  )
  api.read(contract.checkAnswersOp, async (view, { params, body }) => {
    const { fields } = await formVersion(view, params.form)
    const named = askedReferences(fields, body.answers).map(
      ({ key, id, text }) => [key, { id: id ?? '', label: text }] as const,
    )
    return { answers: checkAnswers(fields, body.answers, Object.fromEntries(named)) }
  })
}
