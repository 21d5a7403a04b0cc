// The answers of a form: looked up, checked by the catalogue's rule, and what a case takes from them.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { Lang } from '#basics/lang'
import type { View } from '#platform/act'
import { answerText, askedReferences, checkAnswers, formVersion } from '#catalogue'
import type { FormField, ReferenceAnswer } from '#catalogue'
import type { RequestType } from './asked-for.ts'

export interface CaseAnswers {
  readonly values: Readonly<Record<string, unknown>>
  /** The first text that was written: heading and first message when nothing else is. */
  readonly summary: string | null
  readonly placeId: Id | null
  readonly buildingId: Id | null
  readonly roomId: Id | null
  readonly systemId: Id | null
  readonly category: string | null
  /** A number that counts pieces: what the price is multiplied by. */
  readonly quantityThousandths: bigint
  readonly amountOre: bigint | null
}

export async function answersFor(
  view: View,
  type: RequestType,
  sent: Readonly<Record<string, unknown>>,
): Promise<CaseAnswers> {
  const fields = type.form?.fields ?? []
  const found: Record<string, ReferenceAnswer | null> = {}
  for (const asked of askedReferences(fields, sent)) found[asked.key] = await lookUp(view, asked)
  const values = checkAnswers(fields, sent, found) as Readonly<Record<string, unknown>>
  const firstOf = (kind: FormField['kind']) =>
    fields.find((field) => field.kind === kind && values[field.key] !== undefined)
  const reference = (kind: FormField['kind']): Id | null => {
    const field = firstOf(kind)
    return field ? (values[field.key] as ReferenceAnswer).id : null
  }
  const written = firstOf('long_text') ?? firstOf('text')
  const count = fields.find((field) => field.kind === 'number' && typeof values[field.key] === 'number')
  const amount = type.approvalField ? values[type.approvalField] : undefined
  const category = type.categoryField ? fields.find((field) => field.key === type.categoryField) : undefined
  return {
    values,
    summary: written ? String(values[written.key]) : null,
    ...(await whereIs(view, reference('place'))),
    systemId: reference('system'),
    category:
      category && values[category.key] !== undefined ? answerText(category, values[category.key] as never, 'sv') : null,
    quantityThousandths: count ? BigInt(Math.round(Number(values[count.key]) * 1000)) : 1000n,
    amountOre: typeof amount === 'number' ? BigInt(amount) : null,
  }
}

/** A person, unit, place or system by id or by name, as of today. */
async function lookUp(
  view: View,
  asked: { kind: string; id: string | null; text: string },
): Promise<ReferenceAnswer | null> {
  const name = asked.text.trim()
  const tables = {
    person: sql`select person_id as id, name as label from organisation.person where tenant_id = ${view.tenant.tenantId} and (ended_on is null or ended_on > ${view.today})`,
    unit: sql`select unit_id as id, name as label from organisation.unit_placement where tenant_id = ${view.tenant.tenantId} and valid_from <= ${view.today} and (valid_to is null or valid_to > ${view.today})`,
    // A served house or any building: both are places to whoever answers.
    // A served house, any building, or a room in one: all are places to whoever answers.
    place: sql`select place_id as id, name as label from organisation.place where tenant_id = ${view.tenant.tenantId} and valid_from <= ${view.today} and (valid_to is null or valid_to > ${view.today})
      union all select building_id, name from premises.building b where tenant_id = ${view.tenant.tenantId} and place_id is null
      union all select r.room_id, r.name || ', ' || b.name from premises.room r join premises.building b on b.tenant_id = r.tenant_id and b.building_id = r.building_id where r.tenant_id = ${view.tenant.tenantId}`,
    system: sql`select system_id as id, name as label from systems.system where tenant_id = ${view.tenant.tenantId} and valid_from <= ${view.today} and (valid_to is null or valid_to > ${view.today})`,
  }
  const table = tables[asked.kind as keyof typeof tables]
  const rows = await sql<{
    id: string
    label: string
  }>`select id, label from (${table}) t where ${asked.id === null ? sql`lower(label) = lower(${name})` : sql`id = ${asked.id}`} limit 2`.execute(
    view.tx,
  )
  return rows.rows.length === 1 ? (rows.rows[0] ?? null) : null
}

/** The answers of a case in words, by the form version they were given to. */
export async function answerWords(
  view: View,
  row: { form_id: Id | null; form_version_no: number | null; answers: unknown },
  lang: Lang,
): Promise<readonly { key: string; label: string; value: string }[]> {
  if (row.form_id === null || row.form_version_no === null) return []
  const { fields } = await formVersion(view, row.form_id, row.form_version_no)
  const values = row.answers as Readonly<Record<string, unknown>>
  return fields.flatMap((field) =>
    values[field.key] === undefined
      ? []
      : [{ key: field.key, label: field.label[lang], value: answerText(field, values[field.key] as never, lang) }],
  )
}

/** A room knows its building, and a building the served place it is, if it is one. */
async function whereIs(
  view: View,
  id: Id | null,
): Promise<{ placeId: Id | null; buildingId: Id | null; roomId: Id | null }> {
  if (id === null) return { placeId: null, buildingId: null, roomId: null }
  const found = await sql<{ building_id: Id; place_id: Id | null; room_id: Id | null }>`
    select b.building_id, b.place_id, r.room_id from premises.building b
    left join premises.room r on r.tenant_id = b.tenant_id and r.building_id = b.building_id and r.room_id = ${id}
    where b.tenant_id = ${view.tenant.tenantId} and (b.building_id = ${id} or r.room_id = ${id}) limit 1`.execute(
    view.tx,
  )
  const one = found.rows[0]
  return one
    ? { placeId: one.place_id, buildingId: one.building_id, roomId: one.room_id }
    : { placeId: id, buildingId: null, roomId: null }
}
