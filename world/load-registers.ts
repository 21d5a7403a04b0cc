// Lays Tyresö's decisions, systems, premises and agreements.
import type { Laying } from './load-organisation.ts'
import { dateOrNull, originText, plainDate } from './load-keys.ts'
import { agreements, buildings, decisions, properties, spaces, systems } from './tyreso/index.ts'

export async function layDecisions({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  await tx
    .insertInto('registry.decision')
    .values(
      decisions.map((decision) => ({
        tenant_id,
        decision_id: keys.id('decision', decision.key),
        party_id: keys.all('party').get(decision.body) ?? keys.of('party', 'kommunstyrelsen'),
        decided_on: plainDate(decision.date ?? '2012-01-01'),
        section: decision.paragraph ?? 'ej angivet',
        title: decision.text.slice(0, 200),
        body: decision.text,
        source: decision.made,
        origin: originText(decision.origin),
      })),
    )
    .execute()
}

export async function laySystemsAndPremises({ tx, tenantId: tenant_id, keys }: Laying): Promise<void> {
  for (const system of systems) keys.id('system', system.key)
  await tx
    .insertInto('systems.system')
    .values(
      systems.map((system) => ({
        tenant_id,
        system_id: keys.of('system', system.key),
        name: system.name,
        manager_unit_id: system.managerUnit === null ? null : keys.of('unit', system.managerUnit),
        manager_person_id: system.managers[0] ? keys.of('person', system.managers[0]) : null,
        criticality: system.criticality.value,
        valid_from: plainDate('2010-01-01'),
        origin: originText(system.origin),
      })),
    )
    .execute()
  const links = systems.flatMap((system) =>
    system.dependsOn.map((other) => ({
      tenant_id,
      system_id: keys.of('system', system.key),
      depends_on_id: keys.of('system', other),
    })),
  )
  if (links.length > 0) await tx.insertInto('systems.dependency').values(links).execute()
  await tx
    .insertInto('premises.property')
    .values(
      properties.map((property) => ({
        tenant_id,
        property_id: keys.id('property', property.key),
        designation: property.designation ?? 'ej angivet',
        name: property.name,
        manager_unit_id: keys.of('unit', 'fastighet'),
        origin: originText(property.origin),
      })),
    )
    .execute()
  await tx
    .insertInto('premises.building')
    .values(
      buildings.map((building) => ({
        tenant_id,
        building_id: keys.id('building', building.key),
        property_id: keys.of('property', building.property),
        name: building.name,
        place_id: building.place === null ? null : keys.of('place', building.place),
        origin: originText(building.origin),
      })),
    )
    .execute()
  await tx
    .insertInto('premises.room')
    .values(
      spaces.map((space) => ({
        tenant_id,
        room_id: keys.id('room', space.key),
        building_id: keys.of('building', space.building),
        name: space.name,
        floor: space.floor,
        origin: originText(space.origin),
      })),
    )
    .execute()
}

export async function layAgreements({ tx, tenantId: tenant_id, keys, madeAt }: Laying): Promise<void> {
  for (const agreement of agreements) {
    const agreement_id = keys.id('agreement', agreement.key)
    const customer_id = keys.of('customer', agreement.customer)
    await tx
      .insertInto('agreements.agreement')
      .values({
        tenant_id,
        agreement_id,
        kind: agreement.kind,
        name: agreement.key,
        provider_party_id: keys.all('party').get(agreement.provider) ?? keys.of('party', 'kommunstyrelsen'),
        customer_id,
        origin: originText(agreement.origin),
      })
      .execute()
    await tx
      .insertInto('agreements.agreement_version')
      .values({
        tenant_id,
        agreement_id,
        version_no: 1,
        state: 'active',
        valid_from: plainDate(agreement.from),
        valid_to: dateOrNull(agreement.to),
        made_at: madeAt,
      })
      .execute()
    await tx
      .insertInto('agreements.line')
      .values(
        agreement.lines.map((line, n) => ({
          tenant_id,
          agreement_id,
          version_no: 1,
          line_no: n + 1,
          customer_id,
          service_id: keys.of('service', line.service),
          offering_id: line.offering === null ? null : keys.of('offering', line.offering),
          financing: line.financing,
          valid_from: plainDate(line.from),
          valid_to: dateOrNull(line.to),
          origin: originText(agreement.origin),
        })),
      )
      .execute()
  }
}
