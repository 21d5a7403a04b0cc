// Lays the services of a catalogue by one template. What no document states is kept as not stated, and each section says
// which line it comes from.
import { lay, validity } from './load-rows.ts'
import type { Laying, Row } from './load-rows.ts'
import { originText } from './office.ts'
import type { ServiceRow } from './tyreso/service-shape.ts'

export async function layServices(laying: Laying): Promise<void> {
  const { id, rows } = laying
  await lay(
    laying,
    'catalogue.service',
    rows.services.map((service) => ({
      service_id: id('service', service.key),
      code: service.key,
      area_id: id('area', service.area),
      published_version: 1,
      synonyms: [...(rows.serviceWords[service.key] ?? [])],
      origin: originText(service.origin),
    })),
  )
  await lay(
    laying,
    'catalogue.service_version',
    rows.services.map((service) => versionOf(laying, service)),
  )
  await lay(
    laying,
    'catalogue.service_part',
    rows.services.flatMap((service) =>
      service.boundary.map((part, n) => ({
        service_id: id('service', service.key),
        version_no: 1,
        position: n + 1,
        kind: part.included ? ('included' as const) : ('not_included' as const),
        what: part.what,
        done_by: part.byWhom,
        origin: originText(part.origin),
      })),
    ),
  )
  await lay(
    laying,
    'catalogue.service_provider',
    rows.services.flatMap((service) =>
      service.providers.map((provider) => ({
        service_id: id('service', service.key),
        ...validity(provider),
        unit_id: id('unit', provider.unit),
      })),
    ),
  )
}

function versionOf({ id, office, madeAt }: Laying, service: ServiceRow): Row<'catalogue.service_version'> {
  return {
    service_id: id('service', service.key),
    version_no: 1,
    state: service.state === 'planned' ? 'planned' : 'active',
    name_sv: service.name.sv,
    name_en: service.name.en,
    kind: service.kind,
    ...sectionsOf(service),
    owner_title: service.owner.role,
    standard: service.standard === true ? 'standard' : 'adapted',
    adapted_from_service_id: service.standard === true ? null : id('service', service.standard.adaptedFrom),
    valid_from: office.validFrom,
    proposed_at: madeAt,
    published_at: madeAt,
  }
}

/** The sections of the template that this world never states. */
const neverStated = ['level_text', 'price_text', 'process_text']

function sectionsOf(service: ServiceRow) {
  const stated = {
    purpose: service.purpose,
    for_whom: service.forWhom,
    content: service.content,
    order_way: service.ordering,
  }
  const texts = {
    purpose: service.purpose?.value ?? null,
    for_whom: service.forWhom?.value ?? null,
    content: service.content?.value ?? null,
    order_way: service.ordering?.value ?? null,
    volume_text: volumeText(service),
  }
  const silent = Object.entries(texts).flatMap(([section, text]) => (text === null ? [section] : []))
  const origins = Object.entries(stated).flatMap(([section, one]) => (one ? [[section, originText(one.origin)]] : []))
  return {
    ...texts,
    not_stated: [...silent, ...neverStated],
    origins: JSON.stringify(Object.fromEntries(origins)),
  }
}

function volumeText(service: ServiceRow): string | null {
  if (!service.volume) return null
  return service.volume.value
    .map((one) => `${one.approximate ? 'ca ' : ''}${one.value.toLocaleString('sv-SE')} ${one.unitOfMeasure}`)
    .join('; ')
}
