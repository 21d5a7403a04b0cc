// Lays Tyresö's catalogue: six areas, 94 services by one template, what can be ordered of them, forms, promises and prices.
import type { Insertable } from 'kysely'
import type { Id } from '#basics/id'
import type { DB } from '#platform/db/tx'
import type { Laying } from './load-organisation.ts'
import { dateOrNull, originText, plainDate } from './load-keys.ts'
import {
  areas,
  closingRules,
  countingUnits,
  earlierCommitments,
  forms,
  mandates,
  offerings,
  priceList,
  prices,
  promises,
  requestTypes,
  routines,
  services,
  units,
  wishes,
} from './tyreso/index.ts'
import { serviceWords } from './tyreso/service-words.ts'

const since = plainDate('2010-01-01')
const kinds: Readonly<
  Record<
    string,
    'volume' | 'operation' | 'application' | 'project' | 'advice' | 'support' | 'administration' | 'training' | 'job'
  >
> = {
  volume: 'volume',
  operation: 'operation',
  application: 'application',
  project: 'project',
  advice: 'advice',
  support: 'support',
  administration: 'administration',
  training: 'training',
  job: 'job',
}

export async function layCatalogue(laying: Laying): Promise<void> {
  await layAreas(laying)
  await layServices(laying)
  await layOfferings(laying)
  await layForms(laying)
  await layRequestTypes(laying)
  await layPromises(laying)
}

async function layAreas({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  await tx
    .insertInto('catalogue.area')
    .values(
      areas.map((area, n) => ({
        tenant_id,
        area_id: keys.id('area', area.key),
        code: area.key,
        name_sv: area.name.sv,
        name_en: area.name.en,
        mode: area.mode,
        owner_unit_id: keys.of('unit', area.units[0] ?? 'kit'),
        owner_person_id: keys.of('person', area.catalogueOwner.person),
        lead: area.lead,
        position: n + 1,
        valid_from: plainDate(area.from),
        valid_to: dateOrNull(area.to),
        origin: originText(area.origin),
      })),
    )
    .execute()
  await tx
    .insertInto('catalogue.commitment')
    .values(
      earlierCommitments.map((one) => ({
        tenant_id,
        area_id: keys.of('area', one.area),
        valid_from: plainDate(one.from),
        valid_to: dateOrNull(one.to),
        body: one.text,
        note: one.note,
        origin: originText(one.origin),
      })),
    )
    .execute()
  const asked = plainDate('2012-02-01').toZonedDateTime('Europe/Stockholm').toInstant()
  for (const wish of wishes) {
    const need_id = keys.id('decision', `wish ${wish.key}`)
    const backers = wish.backers.flatMap((backer) => {
      const mandate = mandates.find((one) => one.customer === backer.unit)
      return mandate ? [{ customer: backer.unit, person: mandate.person }] : []
    })
    const first = backers[0]
    if (!first) continue
    await tx
      .insertInto('catalogue.need')
      .values({
        tenant_id,
        need_id,
        kind: 'wish',
        title: wish.text.slice(0, 200),
        body: wish.text,
        area_id: keys.of('area', wish.area),
        asked_by: keys.of('person', first.person),
        asked_at: asked,
      })
      .execute()
    await tx
      .insertInto('catalogue.need_backer')
      .values(
        backers.map((backer) => ({
          tenant_id,
          need_id,
          customer_id: keys.of('customer', backer.customer),
          person_id: keys.of('person', backer.person),
          at: asked,
        })),
      )
      .execute()
  }
}

async function layServices({ tx, tenantId: tenant_id, keys, madeAt }: Laying): Promise<void> {
  for (const service of services) keys.id('service', service.key)
  await tx
    .insertInto('catalogue.service')
    .values(
      services.map((service) => ({
        tenant_id,
        service_id: keys.of('service', service.key),
        code: service.key,
        area_id: keys.of('area', service.area),
        published_version: 1,
        synonyms: [...(serviceWords[service.key] ?? [])],
        origin: originText(service.origin),
      })),
    )
    .execute()
  await tx
    .insertInto('catalogue.service_version')
    .values(
      services.map((service) => {
        const stated = {
          purpose: service.purpose,
          for_whom: service.forWhom,
          content: service.content,
          order_way: service.ordering,
        }
        const volume =
          service.volume?.value
            .map((one) => `${one.approximate ? 'ca ' : ''}${one.value.toLocaleString('sv-SE')} ${one.unitOfMeasure}`)
            .join('; ') ?? null
        const fields = {
          ...Object.fromEntries(Object.entries(stated).map(([key, one]) => [key, one?.value ?? null])),
          volume_text: volume,
        }
        const sections = [
          'purpose',
          'for_whom',
          'content',
          'order_way',
          'level_text',
          'volume_text',
          'price_text',
          'process_text',
        ]
        return {
          tenant_id,
          service_id: keys.of('service', service.key),
          version_no: 1,
          state: service.state === 'planned' ? ('planned' as const) : ('active' as const),
          name_sv: service.name.sv,
          name_en: service.name.en,
          kind: kinds[service.kind] ?? null,
          ...fields,
          owner_title: service.owner.role,
          standard: service.standard === true ? ('standard' as const) : ('adapted' as const),
          adapted_from_service_id: service.standard === true ? null : keys.of('service', service.standard.adaptedFrom),
          not_stated: sections.filter((name) => (fields as Record<string, unknown>)[name] == null),
          origins: JSON.stringify(
            Object.fromEntries(
              Object.entries(stated).flatMap(([key, one]) => (one ? [[key, originText(one.origin)]] : [])),
            ),
          ),
          valid_from: since,
          proposed_at: madeAt,
          published_at: madeAt,
        }
      }),
    )
    .execute()
  const parts = services.flatMap((service) =>
    service.boundary.map((part, n) => ({
      tenant_id,
      service_id: keys.of('service', service.key),
      version_no: 1,
      position: n + 1,
      kind: part.included ? ('included' as const) : ('not_included' as const),
      what: part.what,
      done_by: part.byWhom,
      origin: originText(part.origin),
    })),
  )
  if (parts.length > 0) await tx.insertInto('catalogue.service_part').values(parts).execute()
  await tx
    .insertInto('catalogue.service_provider')
    .values(
      services.flatMap((service) =>
        service.providers.map((provider) => ({
          tenant_id,
          service_id: keys.of('service', service.key),
          valid_from: plainDate(provider.from),
          valid_to: dateOrNull(provider.to),
          unit_id: keys.of('unit', provider.unit),
        })),
      ),
    )
    .execute()
}

async function layOfferings({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  await tx
    .insertInto('catalogue.counting_unit')
    .values(
      countingUnits.map((unit) => ({
        tenant_id,
        counting_unit_id: keys.id('counting', unit.key),
        version_no: 1,
        name_sv: unit.name.sv,
        name_en: unit.name.en,
        short_sv: unit.short.sv,
        short_en: unit.short.en,
        definition: unit.definition,
        origin: originText(unit.origin),
      })),
    )
    .execute()
  for (const offering of offerings) keys.id('offering', offering.key)
  await tx
    .insertInto('catalogue.offering')
    .values(
      offerings.map((offering) => ({
        tenant_id,
        offering_id: keys.of('offering', offering.key),
        service_id: keys.of('service', offering.service),
        code: offering.key,
        name_sv: offering.name.sv,
        name_en: offering.name.en,
        kind: offering.kind,
        counting_unit_id: keys.of('counting', offering.unit),
        counting_unit_version: 1,
        adapted_from_offering_id:
          offering.standard === true ? null : keys.of('offering', offering.standard.adaptedFrom),
        valid_from: since,
        origin: originText(offering.origin),
      })),
    )
    .execute()
  const price_list_id = keys.id('priceList', priceList.key)
  await tx
    .insertInto('catalogue.price_list')
    .values({
      tenant_id,
      price_list_id,
      name: priceList.name.sv,
      year: priceList.year,
      state: 'published',
      decision_id: keys.of('decision', priceList.decision),
      origin: originText(priceList.origin),
    })
    .execute()
  await tx
    .insertInto('catalogue.price')
    .values(
      prices.map((price) => ({
        tenant_id,
        price_list_id,
        code: price.offering,
        offering_id: keys.of('offering', price.offering),
        amount_ore: price.amountOre,
        per_quantity: Number(price.perThousandths / 1000n),
        valid_from: plainDate(price.from),
        valid_to: plainDate(price.to ?? '2013-01-01'),
        origin: originText(price.origin),
      })),
    )
    .execute()
}

/** What a condition or a rule says of a place or a system is said by key in the world and by id in the office. */
function withIds(condition: unknown, ids: ReadonlyMap<string, Id>): unknown {
  if (Array.isArray(condition)) return condition.map((part) => withIds(part, ids))
  if (condition === null || typeof condition !== 'object') return condition
  const one = condition as Record<string, unknown>
  if (one['field'] !== 'place' && one['field'] !== 'system')
    return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, withIds(value, ids)]))
  const swap = (value: unknown): unknown =>
    typeof value === 'string' ? (ids.get(value) ?? value) : Array.isArray(value) ? value.map(swap) : value
  return {
    ...one,
    ...('is' in one ? { is: swap(one['is']) } : {}),
    ...('oneOf' in one ? { oneOf: swap(one['oneOf']) } : {}),
  }
}

async function layForms({ tx, tenantId: tenant_id, keys, madeAt }: Laying): Promise<void> {
  const ids = new Map([...keys.all('place'), ...keys.all('system')])
  for (const form of forms) {
    const form_id = keys.id('form', form.key)
    await tx
      .insertInto('catalogue.form')
      .values({
        tenant_id,
        form_id,
        code: form.key,
        name: form.title.sv,
        name_en: form.title.en,
        published_version: 1,
        origin: originText(form.origin),
      })
      .execute()
    await tx
      .insertInto('catalogue.form_version')
      .values({
        tenant_id,
        form_id,
        version_no: 1,
        intro_sv: form.intro?.sv ?? null,
        intro_en: form.intro?.en ?? null,
        made_at: madeAt,
        fields: JSON.stringify(
          form.fields.map((field) => ({
            ...field,
            ...(field.showWhen ? { showWhen: withIds(field.showWhen, ids) } : {}),
          })),
        ),
      })
      .execute()
  }
}

type Target = (typeof requestTypes)[number]['routing']['otherwise']

async function layRequestTypes({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  const ids = new Map([...keys.all('place'), ...keys.all('system')])
  const steering = units.find((unit) => unit.key === 'it') ? keys.of('unit', 'it') : null
  const targetOf = (target: Target): { to: string; unitId?: Id; systemField?: string; next?: string } => {
    if ('unit' in target) return { to: 'named_unit', unitId: keys.of('unit', target.unit) }
    if ('systemManagerOf' in target)
      return {
        to: 'system_manager',
        systemField: target.systemManagerOf,
        ...(target.then ? { next: 'customer_manager' } : {}),
      }
    return steering === null ? { to: 'customer_manager' } : { to: 'named_unit', unitId: steering }
  }
  for (const type of requestTypes) keys.id('requestType', type.key)
  const rows = requestTypes.map((type) => {
    const otherwise = targetOf(type.routing.otherwise)
    const routine = routines.find((one) => one.key === type.routine)
    return {
      tenant_id,
      request_type_id: keys.of('requestType', type.key),
      code: type.key,
      service_id: keys.of('service', type.service),
      case_kind: type.kind,
      name_sv: type.name.sv,
      name_en: type.name.en,
      form_id: keys.of('form', type.form),
      need_type: type.key.includes('flytt') ? ('move' as const) : null,
      route: otherwise.to as 'named_unit' | 'system_manager' | 'customer_manager',
      route_unit_id: otherwise.unitId ?? null,
      route_rules: JSON.stringify(
        type.routing.rules.map((rule) => ({ when: withIds(rule.when, ids), ...targetOf(rule.to) })),
      ),
      approval:
        type.approval === null
          ? ('none' as const)
          : type.approval.amountField === null
            ? ('unauthorised' as const)
            : ('over_limit' as const),
      approval_over_ore: type.approval?.freeBelowOre ?? null,
      approval_field: type.approval?.amountField ?? null,
      approval_remind_days: type.approval?.remindAfterWorkingDays ?? 2,
      approval_lapse_days: type.approval?.lapseAfterWorkingDays ?? 10,
      category_field: type.categoryField,
      identity_check: type.identityCheck,
      place_ids: type.redirect ? [...keys.all('place').values()] : [],
      elsewhere_request_type_id: type.redirect ? keys.of('requestType', type.redirect.to) : null,
      offering_id: type.offering === null ? null : keys.of('offering', type.offering),
      routine_sv: routine ? routine.steps.join('\n') : null,
      close_after_days: closingRules.silenceWorkingDays,
      reopen_within_days: closingRules.reopenWorkingDays,
      valid_from: since,
      origin: originText(type.origin),
    }
  })
  await tx
    .insertInto('catalogue.request_type')
    .values(
      rows.toSorted(
        (a, b) => Number(a.elsewhere_request_type_id !== null) - Number(b.elsewhere_request_type_id !== null),
      ),
    )
    .execute()
}

async function layPromises({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  const rows = promises.flatMap((promise): Insertable<DB['catalogue.promise']>[] => {
    const holder = {
      area_id: promise.holder.kind === 'area' ? keys.of('area', promise.holder.key) : null,
      service_id: promise.holder.kind === 'service' ? keys.of('service', promise.holder.key) : null,
    }
    const base = {
      tenant_id,
      version_no: 1,
      label: promise.number,
      ...holder,
      name_sv: promise.text,
      name_en: promise.text,
      valid_from: since,
      origin: originText(promise.origin),
    }
    if (promise.measures.length === 0)
      return [
        {
          ...base,
          promise_id: keys.id('promise', promise.key),
          code: promise.key,
          strength: 'binding' as const,
          guarantee: true,
        },
      ]
    return promise.measures.flatMap((measure) =>
      (measure.channels ?? [null]).map((channel) => ({
        ...base,
        promise_id: keys.id('promise', `${promise.key} ${measure.key} ${channel ?? ''}`),
        code: `${promise.key}-${measure.key}${channel ? `-${channel}` : ''}`,
        clock_kind: measure.clock,
        amount: measure.amount,
        unit: measure.unit,
        channel: channel === 'email' ? ('mail' as const) : (channel as 'letter' | null),
        towards: measure.towards === 'everyone' ? null : measure.towards,
        strength: measure.strength,
        target_share_thousandths: measure.target.percent * 10,
        guarantee: promise.holder.kind !== 'service',
      })),
    )
  })
  for (const row of rows) await tx.insertInto('catalogue.promise').values(row).execute()
}
