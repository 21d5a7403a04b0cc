// Lays an office – everything but its cases – in one transaction, or finds it laid.
import type { Id } from '#basics/id'
import { makeIds } from '#basics/id'
import type { Stage } from '#platform/act'
import { act } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { dayOf, systemClock, zone } from '#platform/clock'
import { within } from '#platform/db/floor'
import { layTenant, planToTell } from '#platform/demonstration'
import { systemActor, tenantBySlug } from '#platform/identity/reach'
import { writeAgreementEntries } from '#agreements'
import { writeCatalogueEntries } from '#catalogue'
import { writeOrganisationEntries } from '#organisation'
import { writePremisesEntries } from '#premises'
import { writeRegistryEntries } from '#registry'
import { writeSystemEntries } from '#systems'
import { idsOf } from './ids.ts'
import type { IdOf } from './ids.ts'
import { layCatalogue } from './load-catalogue.ts'
import { layOrganisation } from './load-organisation.ts'
import { layPeople } from './load-people.ts'
import { layAgreements, layDecisions, layPremises, laySystems } from './load-registers.ts'
import type { Office } from './office.ts'

export async function layOffice(stage: Stage, office: Office, countCases: () => Promise<number>): Promise<Tenant> {
  const found = await tenantBySlug(stage.floor, office.slug)
  if (found) return found
  const plannedCases = await countCases()
  const tenant = newTenant(stage, office)
  const { tenantId } = tenant
  const reach = { tenantId, personId: null, authorities: [], customers: [], circles: [] }
  const laid = await within(stage.floor, reach, false, async (tx) => {
    if (!(await layTenant(tx, tenant))) return false
    await planToTell(tx, tenantId, plannedCases)
    const { rows } = office
    const laying = { tx, tenantId, office, rows, id: idsOfOffice(office, tenantId), madeAt: writtenAt(office) }
    await layOrganisation(laying)
    await layPeople(laying)
    await layDecisions(laying)
    await laySystems(laying)
    await layPremises(laying)
    await layCatalogue(laying)
    await layAgreements(laying)
    return true
  })
  if (!laid) return layOffice(stage, office, countCases)
  await sayLaid(stage, office, tenant)
  return tenant
}

/** The same for an office that was laid long ago: ids are made of what things are called in the world. */
export function idsOfOffice(office: Office, tenantId: Id): IdOf {
  return idsOf(tenantId, writtenAt(office))
}

function writtenAt(office: Office): Temporal.Instant {
  return office.registeredOn.toZonedDateTime(zone).toInstant()
}

/** Its today is the office's first day, from now on at normal speed (model.md §8). */
function newTenant(stage: Stage, office: Office): Tenant {
  const today = dayOf((stage.clock ?? systemClock)())
  return {
    tenantId: makeIds()(writtenAt(office)),
    slug: office.slug,
    name: office.name,
    municipality: office.municipality,
    colour: office.colour,
    language: 'sv',
    demonstration: true,
    timeShiftDays: today.until(office.firstDay, { largestUnit: 'days' }).days,
  }
}

/** What can be searched is written, and the journal begins with the laying. */
async function sayLaid(stage: Stage, { rows, ...office }: Office, tenant: Tenant): Promise<void> {
  const id = idsOfOffice({ rows, ...office }, tenant.tenantId)
  await act(stage, tenant, await systemActor(stage.floor, tenant.tenantId), async (deed) => {
    for (const write of [writeCatalogueEntries, writeRegistryEntries, writeSystemEntries, writePremisesEntries])
      await write(deed)
    await writeAgreementEntries(deed)
    for (const [kind, of] of [
      ['person', rows.people],
      ['unit', rows.units],
      ['place', rows.places],
    ] as const)
      await writeOrganisationEntries(
        deed,
        kind,
        of.map(({ key }) => id(kind, key)),
      )
    deed.journal({
      verb: 'world.laid',
      kind: 'tenant',
      id: tenant.tenantId,
      facts: { people: rows.people.length, units: rows.units.length, agreements: rows.agreements.length },
    })
  })
}
