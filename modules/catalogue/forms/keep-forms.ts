// Forms are worked on as a draft and made into versions. A version never changes: a case keeps the one it was written in.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import type { FormField } from '../form-fields.ts'
import { checkFields, storedFields } from '../form-fields.ts'
import { entered } from '../store.ts'
import type { AddForm } from './contract.ts'
import { findForm, insertForm, insertFormVersion, lockForm, touchForm } from './store.ts'

export async function addForm(deed: Deed, input: Static<typeof AddForm>, origin = entered): Promise<{ formId: Id }> {
  allow(deed.actor, 'form.keep')
  const taken = await deed.tx
    .selectFrom('catalogue.form')
    .select('form_id')
    .where('code', '=', input.code)
    .executeTakeFirst()
  if (taken)
    refuse({
      code: 'code_taken',
      status: 409,
      field: 'code',
      sv: 'Koden används av ett annat formulär. Välj en annan.',
      en: 'Another form has the code. Choose another.',
    })
  const formId = deed.newId()
  await insertForm(deed, { formId, ...input, origin })
  deed.journal({ verb: 'form.added', kind: 'form', id: formId, facts: { code: input.code } })
  deed.changed('forms')
  return { formId }
}

interface OnForm {
  readonly form: string
  readonly version?: number | undefined
}

/** A draft may be half done, but never unreadable: the same rules as for a version, save that it may be empty. */
export async function changeFormDraft(
  deed: Deed,
  input: OnForm & { readonly fields: readonly FormField[] },
): Promise<{ formId: Id }> {
  allow(deed.actor, 'form.keep')
  const form = await lockForm(deed, input.form, input.version)
  checkFields(input.fields)
  await touchForm(deed, form, { draft: JSON.stringify(input.fields) })
  deed.journal({
    verb: 'form.draft_changed',
    kind: 'form',
    id: form.form_id,
    facts: { code: form.code, fields: input.fields.length },
    content: JSON.stringify(input.fields),
  })
  deed.changed(`form:${form.form_id}`)
  return { formId: form.form_id }
}

export async function discardFormDraft(deed: Deed, input: OnForm): Promise<{ formId: Id }> {
  allow(deed.actor, 'form.keep')
  const form = await lockForm(deed, input.form, input.version)
  await touchForm(deed, form, { draft: null })
  deed.journal({ verb: 'form.draft_discarded', kind: 'form', id: form.form_id, facts: { code: form.code } })
  deed.changed(`form:${form.form_id}`)
  return { formId: form.form_id }
}

export interface NewFormVersion extends OnForm {
  /** The draft's when not given. */
  readonly fields?: readonly FormField[] | undefined
  readonly introSv?: string | null | undefined
  readonly introEn?: string | null | undefined
}

export async function addFormVersion(deed: Deed, input: NewFormVersion): Promise<{ formId: Id; versionNo: number }> {
  allow(deed.actor, 'form.keep')
  const form = await lockForm(deed, input.form, input.version)
  const fields = input.fields ?? (form.draft === null ? [] : storedFields(form.draft))
  if (fields.length === 0)
    refuse({
      code: 'empty_form',
      status: 422,
      field: 'fields',
      sv: 'Formuläret har inga frågor. Lägg till minst en först.',
      en: 'The form has no questions. Add at least one first.',
    })
  checkFields(fields)
  const versionNo = (form.published_version ?? 0) + 1
  const former = await deed.tx
    .selectFrom('catalogue.form_version')
    .select(['intro_sv', 'intro_en'])
    .where('form_id', '=', form.form_id)
    .where('version_no', '=', versionNo - 1)
    .executeTakeFirst()
  const introSv = input.introSv === undefined ? (former?.intro_sv ?? null) : input.introSv
  const introEn = input.introEn === undefined ? (former?.intro_en ?? null) : input.introEn
  await insertFormVersion(deed, { formId: form.form_id, versionNo, fields, introSv, introEn })
  await touchForm(deed, form, { published_version: versionNo, draft: null })
  deed.journal({
    verb: 'form.versioned',
    kind: 'form',
    id: form.form_id,
    facts: { code: form.code, versionNo, fields: fields.length },
    content: JSON.stringify(fields),
  })
  deed.changed('forms', `form:${form.form_id}`)
  return { formId: form.form_id, versionNo }
}

/** One change of the draft, which begins as a copy of the published fields: what each button of the editor does. */
export async function editFormDraft(
  deed: Deed,
  input: OnForm & { readonly edit: (fields: readonly FormField[]) => readonly FormField[] },
): Promise<{ formId: Id }> {
  allow(deed.actor, 'form.keep')
  const form = await findForm(deed, input.form)
  const published =
    form.published_version === null
      ? undefined
      : await deed.tx
          .selectFrom('catalogue.form_version')
          .select('fields')
          .where('form_id', '=', form.form_id)
          .where('version_no', '=', form.published_version)
          .executeTakeFirst()
  const fields = storedFields(form.draft ?? published?.fields ?? [])
  return changeFormDraft(deed, { form: form.form_id, version: input.version, fields: input.edit(fields) })
}
