// The only writer of forms and their versions.
import type { Selectable, Updateable } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Deed, View } from '#platform/act'
import type { DB } from '#platform/db/tx'
import type { FormField } from '../form-fields.ts'
import { asSeen, keyed } from '../store.ts'

export type FormRow = Selectable<DB['catalogue.form']>

export async function lockForm(deed: Deed, idOrCode: string, version?: number): Promise<FormRow> {
  const row = await deed.tx
    .selectFrom('catalogue.form')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'form_id' : 'code', '=', idOrCode)
    .forUpdate()
    .executeTakeFirst()
  return asSeen(row, version)
}

export async function findForm(view: View, idOrCode: string): Promise<FormRow> {
  const row = await view.tx
    .selectFrom('catalogue.form')
    .selectAll()
    .where(keyed(idOrCode) === 'id' ? 'form_id' : 'code', '=', idOrCode)
    .executeTakeFirst()
  return row ?? notFound()
}

export async function insertForm(
  deed: Deed,
  row: { formId: Id; code: string; nameSv: string; nameEn: string; origin: string },
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.form')
    .values({
      tenant_id: deed.tenant.tenantId,
      form_id: row.formId,
      code: row.code,
      name: row.nameSv,
      name_en: row.nameEn,
      origin: row.origin,
    })
    .execute()
}

export async function touchForm(deed: Deed, form: FormRow, change: Updateable<DB['catalogue.form']>): Promise<void> {
  await deed.tx
    .updateTable('catalogue.form')
    .set({ ...change, version: form.version + 1 })
    .where('form_id', '=', form.form_id)
    .execute()
}

export async function insertFormVersion(
  deed: Deed,
  row: { formId: Id; versionNo: number; fields: readonly FormField[]; introSv: string | null; introEn: string | null },
): Promise<void> {
  await deed.tx
    .insertInto('catalogue.form_version')
    .values({
      tenant_id: deed.tenant.tenantId,
      form_id: row.formId,
      version_no: row.versionNo,
      fields: JSON.stringify(row.fields),
      intro_sv: row.introSv,
      intro_en: row.introEn,
      made_by: deed.actor.personId,
      made_at: deed.now,
    })
    .execute()
}
