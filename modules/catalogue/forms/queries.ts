// Reads of forms and their versions.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { FormField } from '../form-fields.ts'
import { storedFields } from '../form-fields.ts'
import type { Field, Form, FormVersion } from './contract.ts'
import { findForm } from './store.ts'

export interface FormVersionRead {
  readonly formId: Id
  readonly code: string
  readonly versionNo: number
  readonly name: { readonly sv: string; readonly en: string }
  readonly intro: { readonly sv: string; readonly en: string } | null
  readonly fields: readonly FormField[]
  readonly madeAt: Temporal.Instant
}

/** A version as it was made; the published one unless a number is told. */
export async function formVersion(view: View, idOrCode: string, versionNo?: number): Promise<FormVersionRead> {
  const form = await findForm(view, idOrCode)
  const wanted = versionNo ?? form.published_version
  if (wanted === null) return notFound()
  const row = await view.tx
    .selectFrom('catalogue.form_version')
    .selectAll()
    .where('form_id', '=', form.form_id)
    .where('version_no', '=', wanted)
    .executeTakeFirst()
  if (!row) return notFound()
  return {
    formId: form.form_id,
    code: form.code,
    versionNo: row.version_no,
    name: { sv: form.name, en: form.name_en ?? form.name },
    intro: row.intro_sv === null ? null : { sv: row.intro_sv, en: row.intro_en ?? row.intro_sv },
    fields: storedFields(row.fields),
    madeAt: row.made_at,
  }
}

export const wireFields = (fields: readonly FormField[]): Field[] => fields as unknown as Field[]

export function formVersionShown(version: FormVersionRead): FormVersion {
  return {
    ...version,
    name: { ...version.name },
    intro: version.intro && { ...version.intro },
    fields: wireFields(version.fields),
    madeAt: version.madeAt.toString(),
  }
}

export async function forms(view: View): Promise<readonly Form[]> {
  return formsWhere(view)
}

export async function form(view: View, idOrCode: string): Promise<Form> {
  const { form_id } = await findForm(view, idOrCode)
  return (await formsWhere(view, form_id))[0] ?? notFound()
}

async function formsWhere(view: View, only?: Id): Promise<readonly Form[]> {
  let query = view.tx
    .selectFrom('catalogue.form as f')
    .leftJoin('catalogue.form_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'f.tenant_id')
        .onRef('v.form_id', '=', 'f.form_id')
        .onRef('v.version_no', '=', 'f.published_version'),
    )
    .selectAll('f')
    .select(['v.fields', 'v.made_at', 'v.intro_sv', 'v.intro_en'])
  if (only) query = query.where('f.form_id', '=', only)
  const rows = await query.orderBy('f.code').limit(1000).execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.form_id)
  const users = await view.tx
    .selectFrom('catalogue.request_type')
    .select(['form_id', 'request_type_id', 'code', 'name_sv', 'name_en'])
    .where('form_id', 'in', ids)
    .orderBy('code')
    .execute()
  const keeps = may(view.actor, 'form.keep')
  return rows.map((row) => ({
    formId: row.form_id,
    code: row.code,
    name: { sv: row.name, en: row.name_en ?? row.name },
    publishedVersion: row.published_version,
    madeAt: row.made_at?.toString() ?? null,
    intro: row.intro_sv === null ? null : { sv: row.intro_sv, en: row.intro_en ?? row.intro_sv },
    fields: row.fields === null ? [] : wireFields(storedFields(row.fields)),
    draft: !keeps || row.draft === null ? null : wireFields(storedFields(row.draft)),
    usedBy: users
      .filter((one) => one.form_id === row.form_id)
      .map((one) => ({
        requestTypeId: one.request_type_id,
        code: one.code,
        name: { sv: one.name_sv, en: one.name_en },
      })),
    origin: row.origin,
    version: row.version,
  }))
}
