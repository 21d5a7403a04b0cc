// Lays the forms of a catalogue and its request types: where each goes, who must approve, and how it is worked.
import type { Id } from '#basics/id'
import { placeId } from './case-opening.ts'
import { lay } from './load-rows.ts'
import type { Laying, Row } from './load-rows.ts'
import { originText } from './office.ts'
import type { ApprovalRule, RequestTypeRow, Target } from './tyreso/request-type-shape.ts'

export async function layForms(laying: Laying): Promise<void> {
  const { id, rows, madeAt } = laying
  await lay(
    laying,
    'catalogue.form',
    rows.forms.map((form) => ({
      form_id: id('form', form.key),
      code: form.key,
      name: form.title.sv,
      name_en: form.title.en,
      published_version: 1,
      origin: originText(form.origin),
    })),
  )
  await lay(
    laying,
    'catalogue.form_version',
    rows.forms.map((form) => ({
      form_id: id('form', form.key),
      version_no: 1,
      intro_sv: form.intro?.sv ?? null,
      intro_en: form.intro?.en ?? null,
      made_at: madeAt,
      fields: JSON.stringify(
        form.fields.map((field) => ({
          ...field,
          ...(field.showWhen ? { showWhen: withIds(laying, field.showWhen) } : {}),
        })),
      ),
    })),
  )
}

/** A condition names a place or a system by key in the world and by id in the office. */
function withIds(laying: Laying, condition: unknown): unknown {
  if (Array.isArray(condition)) return condition.map((part) => withIds(laying, part))
  if (condition === null || typeof condition !== 'object') return condition
  const one = condition as Record<string, unknown>
  const { field } = one
  if (field !== 'place' && field !== 'system')
    return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, withIds(laying, value)]))
  const idFor = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(idFor)
    if (typeof value !== 'string') return value
    return field === 'system' ? laying.id('system', value) : (placeId(laying.rows, laying.id, value) ?? value)
  }
  return {
    ...one,
    ...('is' in one ? { is: idFor(one['is']) } : {}),
    ...('oneOf' in one ? { oneOf: idFor(one['oneOf']) } : {}),
  }
}

export async function layRequestTypes(laying: Laying): Promise<void> {
  const { rows } = laying
  await lay(
    laying,
    'catalogue.request_type',
    // One that leads elsewhere refers to another, which must be there first.
    rows.requestTypes
      .toSorted((a, b) => Number(a.redirect !== null) - Number(b.redirect !== null))
      .map((type) => requestTypeRow(laying, type)),
  )
}

function requestTypeRow(laying: Laying, type: RequestTypeRow): Row<'catalogue.request_type'> {
  const { id, office, rows } = laying
  const otherwise = targetOf(laying, type.routing.otherwise)
  return {
    request_type_id: id('request type', type.key),
    code: type.key,
    service_id: id('service', type.service),
    case_kind: type.kind,
    name_sv: type.name.sv,
    name_en: type.name.en,
    form_id: id('form', type.form),
    need_type: type.key.includes('flytt') ? 'move' : null,
    route: otherwise.to,
    route_unit_id: otherwise.unitId ?? null,
    route_rules: JSON.stringify(
      type.routing.rules.map((rule) => ({ when: withIds(laying, rule.when), ...targetOf(laying, rule.to) })),
    ),
    ...approvalOf(type.approval),
    category_field: type.categoryField,
    identity_check: type.identityCheck,
    place_ids: type.redirect ? rows.places.map((place) => id('place', place.key)) : [],
    elsewhere_request_type_id: type.redirect ? id('request type', type.redirect.to) : null,
    offering_id: type.offering === null ? null : id('offering', type.offering),
    routine_sv: rows.routines.find((one) => one.key === type.routine)?.steps.join('\n') ?? null,
    close_after_days: rows.closingRules.closeAfterDays,
    reopen_within_days: rows.closingRules.reopenWithinDays,
    valid_from: office.validFrom,
    origin: originText(type.origin),
  }
}

interface Route {
  readonly to: 'named_unit' | 'system_manager'
  readonly unitId?: Id
  readonly systemField?: string
  readonly next?: 'customer_manager'
}

function targetOf({ id, office }: Laying, target: Target): Route {
  if ('systemManagerOf' in target)
    return {
      to: 'system_manager',
      systemField: target.systemManagerOf,
      ...(target.then ? { next: 'customer_manager' } : {}),
    }
  return { to: 'named_unit', unitId: id('unit', 'unit' in target ? target.unit : office.sortingUnit) }
}

const approvalDefaults = { approval_remind_days: 2, approval_lapse_days: 10 }

function approvalOf(rule: ApprovalRule | null) {
  if (rule === null) return { approval: 'none' as const, ...approvalDefaults }
  return {
    approval: rule.amountField === null ? ('unauthorised' as const) : ('over_limit' as const),
    approval_over_ore: rule.freeBelowOre,
    approval_field: rule.amountField,
    approval_remind_days: rule.remindAfterWorkingDays,
    approval_lapse_days: rule.lapseAfterWorkingDays,
  }
}
