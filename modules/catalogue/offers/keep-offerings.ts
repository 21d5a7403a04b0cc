// What can be ordered, counted and priced of a service: offerings, each with one counting unit whose definition says what
// one is and what is not counted twice. A counting unit gets new versions; an offering keeps the one it was made with.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { areaRelations } from '../access.ts'
import { indexLater } from '../index-entries.ts'
import { areaById } from '../areas/store.ts'
import { entered, lockService } from '../store.ts'
import type { AddCountingUnit, AddOffering } from './contract.ts'
import type { OfferingRow } from './store.ts'
import {
  findOffering,
  insertCountingUnit,
  insertOffering,
  latestUnitVersion,
  lockOffering,
  updateOffering,
} from './store.ts'

const { compare, from: dateFrom } = Temporal.PlainDate

export async function addCountingUnit(
  deed: Deed,
  input: Static<typeof AddCountingUnit>,
  origin = entered,
): Promise<{ countingUnitId: Id; versionNo: number }> {
  allow(deed.actor, 'price.keep')
  const countingUnitId = input.countingUnitId ?? deed.newId()
  const versionNo = input.countingUnitId ? (await latestUnitVersion(deed, input.countingUnitId)) + 1 : 1
  await insertCountingUnit(deed, {
    counting_unit_id: countingUnitId,
    version_no: versionNo,
    name_sv: input.nameSv,
    name_en: input.nameEn,
    short_sv: input.shortSv ?? null,
    short_en: input.shortEn ?? null,
    definition: input.definition,
    not_counted_twice: input.notCountedTwice ?? null,
    origin,
  })
  deed.journal({
    verb: 'counting_unit.added',
    kind: 'counting_unit',
    id: countingUnitId,
    facts: { versionNo },
    content: JSON.stringify(input),
  })
  deed.changed('catalogue')
  return { countingUnitId, versionNo }
}

export async function addOffering(
  deed: Deed,
  input: Static<typeof AddOffering>,
  origin = entered,
): Promise<{ offeringId: Id }> {
  const service = await lockService(deed, input.service)
  allow(deed.actor, 'offering.keep', areaRelations(deed.actor, await areaById(deed, service.area_id)))
  const taken = await deed.tx
    .selectFrom('catalogue.offering')
    .select('offering_id')
    .where('code', '=', input.code)
    .executeTakeFirst()
  if (taken)
    refuse({
      code: 'code_taken',
      status: 409,
      field: 'code',
      sv: 'Koden används av en annan variant. Välj en annan.',
      en: 'Another offering has the code. Choose another.',
    })
  const standard = input.adaptedFrom ? await standardOffering(deed, input.adaptedFrom) : null
  const offeringId = deed.newId()
  await insertOffering(deed, {
    offering_id: offeringId,
    service_id: service.service_id,
    code: input.code,
    name_sv: input.nameSv,
    name_en: input.nameEn,
    kind: input.kind,
    counting_unit_id: input.countingUnitId,
    counting_unit_version: await latestUnitVersion(deed, input.countingUnitId),
    adapted_from_offering_id: standard?.offering_id ?? null,
    valid_from: dateFrom(input.from),
    origin,
  })
  deed.journal({
    verb: 'offering.added',
    kind: 'offering',
    id: offeringId,
    facts: {
      code: input.code,
      serviceId: service.service_id,
      kind: input.kind,
      adaptedFrom: standard?.offering_id ?? null,
    },
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  indexLater(deed, [service.service_id])
  return { offeringId }
}

export async function endOffering(
  deed: Deed,
  input: { offering: string; on: string; version?: number | undefined },
): Promise<{ offeringId: Id }> {
  const offering = await lockOffering(deed, input.offering, input.version)
  const service = await lockService(deed, offering.service_id)
  allow(deed.actor, 'offering.keep', areaRelations(deed.actor, await areaById(deed, service.area_id)))
  const on = dateFrom(input.on)
  if (compare(on, offering.valid_from) <= 0)
    refuse({
      code: 'empty_period',
      status: 422,
      field: 'on',
      sv: 'Slutet måste komma efter början.',
      en: 'The end must come after the beginning.',
    })
  if (compare(on, deed.today) < 0)
    refuse({
      code: 'end_in_the_past',
      status: 422,
      field: 'on',
      sv: 'Varianten kan upphöra tidigast i dag.',
      en: 'The offering can end today at the earliest.',
    })
  await updateOffering(deed, offering, { valid_to: on })
  deed.journal({
    verb: 'offering.ended',
    kind: 'offering',
    id: offering.offering_id,
    facts: { code: offering.code, on: input.on },
  })
  deed.changed('catalogue', `service:${offering.service_id}`)
  return { offeringId: offering.offering_id }
}

/** What is adapted departs from a standard, never from another adaptation (TY-082). */
async function standardOffering(deed: Deed, idOrCode: string): Promise<OfferingRow> {
  const standard = await findOffering(deed, idOrCode)
  if (standard.adapted_from_offering_id !== null)
    refuse({
      code: 'not_a_standard',
      status: 422,
      field: 'adaptedFrom',
      sv: 'Varianten är själv anpassad. Ange den standardvariant den avviker från.',
      en: 'That offering is adapted itself. Give the standard offering it departs from.',
    })
  return standard
}
