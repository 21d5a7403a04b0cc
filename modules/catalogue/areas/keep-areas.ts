// Areas are master data from a day (TY-003, TY-045), each with an owner who publishes in it. What was promised before the
// catalogue stands beside the area until its first service is published (TY-073).
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import type { AddArea, AddCommitment, ChangeArea } from '../contract.ts'
import { endCommitmentAt, insertArea, insertCommitment, lockArea, updateArea } from './store.ts'
import { entered } from '../store.ts'

const { compare, from: dateFrom } = Temporal.PlainDate

export async function addArea(deed: Deed, input: Static<typeof AddArea>, origin = entered): Promise<{ areaId: Id }> {
  allow(deed.actor, 'area.keep')
  const others = await deed.tx.selectFrom('catalogue.area').select(['code', 'position']).execute()
  if (others.some((one) => one.code === input.code))
    refuse({
      code: 'code_taken',
      status: 409,
      field: 'code',
      sv: 'Koden används av ett annat område. Välj en annan.',
      en: 'Another area has the code. Choose another.',
    })
  const areaId = deed.newId()
  await insertArea(deed, {
    area_id: areaId,
    code: input.code,
    name_sv: input.nameSv,
    name_en: input.nameEn,
    lead: input.lead ?? null,
    mode: input.mode ?? 'own_production',
    owner_person_id: input.ownerPersonId ?? null,
    owner_unit_id: input.ownerUnitId ?? null,
    position: Math.max(0, ...others.map((one) => one.position)) + 1,
    valid_from: dateFrom(input.from),
    origin,
  })
  deed.journal({ verb: 'area.added', kind: 'area', id: areaId, facts: { code: input.code, from: input.from } })
  deed.changed('catalogue')
  return { areaId }
}

export async function changeArea(
  deed: Deed,
  input: Static<typeof ChangeArea> & { area: string; version?: number | undefined },
): Promise<{ areaId: Id }> {
  allow(deed.actor, 'area.keep')
  const area = await lockArea(deed, input.area, input.version)
  const validTo = input.validTo ? dateFrom(input.validTo) : null
  if (validTo !== null && compare(validTo, area.valid_from) <= 0)
    refuse({
      code: 'empty_period',
      status: 422,
      field: 'validTo',
      sv: 'Slutet måste komma efter början.',
      en: 'The end must come after the beginning.',
    })
  await updateArea(deed, area, {
    ...(input.nameSv === undefined ? {} : { name_sv: input.nameSv }),
    ...(input.nameEn === undefined ? {} : { name_en: input.nameEn }),
    ...(input.lead === undefined ? {} : { lead: input.lead }),
    ...(input.ownerPersonId === undefined ? {} : { owner_person_id: input.ownerPersonId }),
    ...(input.ownerUnitId === undefined ? {} : { owner_unit_id: input.ownerUnitId }),
    ...(input.validTo === undefined ? {} : { valid_to: validTo }),
  })
  deed.journal({
    verb: 'area.changed',
    kind: 'area',
    id: area.area_id,
    facts: { code: area.code, fields: Object.keys(input) },
  })
  deed.changed('catalogue')
  return { areaId: area.area_id }
}

export async function addCommitment(
  deed: Deed,
  input: Static<typeof AddCommitment> & { area: string },
  origin = entered,
): Promise<{ areaId: Id }> {
  allow(deed.actor, 'area.keep')
  const area = await lockArea(deed, input.area)
  const from = dateFrom(input.from)
  const to = input.to ? dateFrom(input.to) : null
  if (to !== null && compare(to, from) <= 0)
    refuse({
      code: 'empty_period',
      status: 422,
      field: 'to',
      sv: 'Slutet måste komma efter början.',
      en: 'The end must come after the beginning.',
    })
  await endCommitmentAt(deed, area.area_id, from)
  await mustNotOverlap(deed, area.area_id, from, to)
  await insertCommitment(deed, {
    area_id: area.area_id,
    valid_from: from,
    valid_to: to,
    body: input.body,
    note: input.note ?? null,
    origin,
  })
  deed.journal({
    verb: 'area.commitment_added',
    kind: 'area',
    id: area.area_id,
    facts: { code: area.code, from: input.from, to: input.to ?? null },
    content: input.body,
  })
  deed.changed('catalogue')
  return { areaId: area.area_id }
}

async function mustNotOverlap(
  deed: Deed,
  areaId: Id,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate | null,
): Promise<void> {
  const later = await deed.tx
    .selectFrom('catalogue.commitment')
    .select('valid_from')
    .where('area_id', '=', areaId)
    .where('valid_from', '>=', from)
    .orderBy('valid_from')
    .executeTakeFirst()
  if (!later || (to !== null && compare(to, later.valid_from) <= 0)) return
  refuse({
    code: 'commitment_overlaps',
    status: 409,
    field: 'to',
    sv: `Ett annat åtagande gäller från ${later.valid_from}. Avsluta detta senast då.`,
    en: `Another commitment holds from ${later.valid_from}. End this one by then.`,
  })
}
