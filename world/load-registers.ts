// Lays an office's decisions, systems, premises and agreements.
import type { Id } from '#basics/id'
import { lay, plainDate, validity } from './load-rows.ts'
import type { Laying } from './load-rows.ts'
import { originText } from './office.ts'
import type { AgreementRow } from './tyreso/agreements.ts'
import type { DecisionRow } from './tyreso/decisions.ts'

export async function layDecisions(laying: Laying): Promise<void> {
  const { id, rows } = laying
  await lay(
    laying,
    'registry.decision',
    rows.decisions.map((decision) => ({
      decision_id: id('decision', decision.key),
      party_id: bodyOf(laying, decision),
      decided_by: decision.body,
      decided_on: decision.date === null ? null : plainDate(decision.date),
      decided_printed: decision.dayPrinted,
      section: decision.paragraph,
      title: decision.text.slice(0, 200),
      body: decision.text,
      source: decision.made,
      origin: originText(decision.origin),
    })),
  )
}

/** The board of that name; what a council or an officer decides is kept by the provider. */
function bodyOf({ id, office, rows }: Laying, decision: DecisionRow): Id {
  return id('party', rows.parties.find((party) => party.name.sv === decision.body)?.key ?? office.provider.party)
}

export async function laySystems(laying: Laying): Promise<void> {
  const { id, office, rows } = laying
  await lay(
    laying,
    'systems.system',
    rows.systems.map((system) => ({
      system_id: id('system', system.key),
      name: system.name,
      manager_unit_id: system.managerUnit === null ? null : id('unit', system.managerUnit),
      manager_person_id: system.managers[0] ? id('person', system.managers[0]) : null,
      criticality: system.criticality.value,
      valid_from: office.validFrom,
      origin: originText(system.origin),
    })),
  )
  await lay(
    laying,
    'systems.dependency',
    rows.systems.flatMap((system) =>
      system.dependsOn.map((other) => ({ system_id: id('system', system.key), depends_on_id: id('system', other) })),
    ),
  )
}

export async function layPremises(laying: Laying): Promise<void> {
  const { id, rows } = laying
  await lay(
    laying,
    'premises.property',
    rows.properties.map((property) => ({
      property_id: id('property', property.key),
      designation: property.designation ?? 'ej angivet',
      name: property.name,
      manager_unit_id: id('unit', property.managerUnit),
      origin: originText(property.origin),
    })),
  )
  await lay(
    laying,
    'premises.building',
    rows.buildings.map((building) => ({
      building_id: id('building', building.key),
      property_id: id('property', building.property),
      name: building.name,
      place_id: building.place === null ? null : id('place', building.place),
      origin: originText(building.origin),
    })),
  )
  await lay(
    laying,
    'premises.room',
    rows.spaces.map((space) => ({
      room_id: id('room', space.key),
      building_id: id('building', space.building),
      name: space.name,
      floor: space.floor,
      origin: originText(space.origin),
    })),
  )
}

export async function layAgreements(laying: Laying): Promise<void> {
  for (const agreement of laying.rows.agreements) await layAgreement(laying, agreement)
}

/** As people say it: the kind in words, the year and with whom. */
function nameOf({ rows }: Laying, { customer, from }: AgreementRow): string {
  const unit = rows.units.find((one) => one.key === customer)
  return `Överenskommelse ${from.slice(0, 4)}: ${unit?.placements.at(-1)?.name.sv ?? customer}`
}

async function layAgreement(laying: Laying, agreement: AgreementRow): Promise<void> {
  const { id, office, madeAt } = laying
  const agreement_id = id('agreement', agreement.key)
  const customer_id = id('customer', agreement.customer)
  const origin = originText(agreement.origin)
  await lay(laying, 'agreements.agreement', [
    {
      agreement_id,
      kind: agreement.kind,
      name: nameOf(laying, agreement),
      provider_party_id: id('party', office.provider.party),
      customer_id,
      origin,
    },
  ])
  await lay(laying, 'agreements.agreement_version', [
    { agreement_id, version_no: 1, state: 'active', ...validity(agreement), made_at: madeAt },
  ])
  await lay(
    laying,
    'agreements.line',
    agreement.lines.map((line, n) => ({
      agreement_id,
      version_no: 1,
      line_no: n + 1,
      customer_id,
      service_id: id('service', line.service),
      offering_id: line.offering === null ? null : id('offering', line.offering),
      financing: line.financing,
      ...validity(line),
      origin,
    })),
  )
}
