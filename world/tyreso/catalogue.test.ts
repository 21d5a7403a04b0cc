// The catalogue of the world: counts, one template, references that resolve, forms that can be filled in.
import { describe, expect, test } from 'vitest'
import { agreements } from './agreements.ts'
import { areas } from './areas.ts'
import { forms, services } from './catalogue.ts'
import { customers } from './customers.ts'
import { decisions } from './decisions.ts'
import { type Answers, type Condition, holds } from './form-shape.ts'
import { countingUnits, offerings, prices } from './offerings.ts'
import { units } from './organisation.ts'
import type { Origin } from './origin.ts'
import { people } from './people.ts'
import { buildings, properties, spaces } from './premises.ts'
import { promises } from './promises.ts'
import type { Target } from './request-type-shape.ts'
import { requestTypes } from './request-types.ts'
import { roleVersions } from './roles.ts'
import { routines } from './routines.ts'
import { systems } from './systems.ts'
import { wishes } from './wishes.ts'

const unitKeys = new Set(units.map((unit) => unit.key))

function unique(keys: readonly string[]): void {
  expect(new Set(keys).size).toBe(keys.length)
}

describe('areas and services', () => {
  test('TY-003 the six areas that are printed, and 94 services, each in exactly one area', () => {
    expect(areas.map((area) => area.name.sv)).toEqual([
      'Ekonomi',
      'Personal och lön',
      'IT',
      'Kansli',
      'Fastigheter och kontorsservice',
      'Upphandling',
    ])
    expect(services).toHaveLength(94)
    unique(services.map((service) => service.key))
    for (const service of services) expect(areas.map((area) => area.key)).toContain(service.area)
    for (const area of areas)
      expect(
        services.some((service) => service.area === area.key),
        area.key,
      ).toBe(true)
  })

  test('one template: every service has the same fields, and what is not stated is null, never empty', () => {
    const fields = Object.keys(services[0] ?? {}).toSorted()
    for (const service of services) {
      expect(Object.keys(service).toSorted(), service.key).toEqual(fields)
      for (const stated of [service.purpose, service.forWhom, service.content, service.ordering])
        if (stated !== null) expect(stated.value.trim(), service.key).not.toBe('')
      expect(service.name.sv && service.name.en, service.key).toBeTruthy()
    }
    expect(services.filter((service) => service.purpose === null).length).toBeGreaterThan(30)
  })

  test('providers, owners and promises exist, and the purchaser function takes over from BEST-IT in 2014', () => {
    const roles = new Set(roleVersions.map((version) => version.role))
    const promised = new Set(promises.map((promise) => promise.key))
    for (const service of services) {
      for (const provider of service.providers) expect(unitKeys, service.key).toContain(provider.unit)
      expect(roles, service.key).toContain(service.owner.role)
      for (const promise of service.promises) expect(promised, `${service.key} ${promise}`).toContain(promise)
    }
    const planned = services.filter((service) => service.state === 'planned')
    expect(planned).toHaveLength(7)
    expect(services.filter((service) => service.planned).map((service) => service.key)).toEqual(['TJ-FASTIGHET-12'])
  })

  test('volume services of IT have offerings that are counted and priced', () => {
    for (const key of ['TJ-IT-05', 'TJ-IT-09']) {
      expect(services.find((service) => service.key === key)?.kind).toBe('volume')
      const own = offerings.filter((offering) => offering.service === key)
      expect(own.length).toBeGreaterThan(1)
      for (const offering of own) expect(prices.some((price) => price.offering === offering.key)).toBe(true)
    }
  })

  test('the catalogue of IT is owned by the change manager, and every owner is a person', () => {
    expect(areas.find((area) => area.key === 'it')?.catalogueOwner.role).toBe('forandringsansvarig')
    for (const area of areas) expect(people.map((person) => person.key)).toContain(area.catalogueOwner.person)
  })
})

describe('promises', () => {
  test('only three measures: mail 2, letter 10, caretaking begun in 3 working days; the first two are striven for', () => {
    const measures = promises.flatMap((promise) => promise.measures)
    expect(measures.map((measure) => [measure.key, measure.amount, measure.strength])).toEqual([
      ['epost-kund', 2, 'strive'],
      ['brev-kund', 10, 'strive'],
      ['epost-utifran', 2, 'binding'],
      ['brev-utifran', 10, 'binding'],
      ['vaktmasteri-start', 3, 'binding'],
    ])
    unique(promises.map((promise) => promise.key))
    for (const { repeats } of promises)
      if (repeats !== null) expect(promises.some((promise) => promise.key === repeats)).toBe(true)
  })
})

describe('offerings, prices and agreements', () => {
  test('each offering has a counting unit and a service; each price an offering and a decision', () => {
    unique(offerings.map((offering) => offering.key))
    for (const offering of offerings) {
      expect(countingUnits.map((unit) => unit.key)).toContain(offering.unit)
      expect(services.map((service) => service.key)).toContain(offering.service)
      if (offering.standard !== true) {
        const { adaptedFrom } = offering.standard
        expect(offerings.some((other) => other.key === adaptedFrom)).toBe(true)
      }
    }
    for (const price of prices) {
      expect(offerings.map((offering) => offering.key)).toContain(price.offering)
      expect(decisions.map((decision) => decision.key)).toContain(price.decision)
      expect(price.origin).toBe('demonstration')
    }
  })

  test('every customer has one understanding with a line for every active service', () => {
    expect(agreements.map((agreement) => agreement.customer)).toEqual(customers.map((customer) => customer.unit))
    const active = services.filter((service) => service.state === 'active').length
    for (const agreement of agreements)
      expect(agreement.lines.filter((line) => line.offering === null)).toHaveLength(active)
  })
})

describe('request types and forms', () => {
  test('keys are unique and service, form, routine and units exist', () => {
    unique(requestTypes.map((type) => type.key))
    unique(forms.map((form) => form.key))
    unique(routines.map((routine) => routine.key))
    expect(forms.length).toBeGreaterThanOrEqual(14)
    for (const type of requestTypes) {
      const service = services.find((row) => row.key === type.service)
      expect(service?.state, type.key).toBe('active')
      expect(
        forms.map((form) => form.key),
        type.key,
      ).toContain(type.form)
      expect(
        routines.map((routine) => routine.key),
        type.key,
      ).toContain(type.routine)
      if (type.offering !== null)
        expect(
          offerings.some((row) => row.key === type.offering),
          type.key,
        ).toBe(true)
      if (type.redirect !== null) expect(requestTypes.some((row) => row.key === type.redirect?.to)).toBe(true)
      for (const target of [type.routing.otherwise, ...type.routing.rules.map((rule) => rule.to)])
        if ('unit' in target) expect(unitKeys, type.key).toContain(target.unit)
    }
  })

  test('fields have labels in both languages, options where they are needed, and conditions on earlier fields', () => {
    for (const form of forms) {
      unique(form.fields.map((field) => field.key))
      const seen = new Set<string>()
      for (const field of form.fields) {
        const at = `${form.key}.${field.key}`
        expect(field.label.sv && field.label.en, at).toBeTruthy()
        if (field.hint) expect(field.hint.sv && field.hint.en, at).toBeTruthy()
        expect(field.options !== undefined, at).toBe(field.kind === 'choice' || field.kind === 'several')
        for (const key of fieldsIn(field.showWhen)) expect(seen, at).toContain(key)
        seen.add(field.key)
      }
    }
    const kinds = new Set(forms.flatMap((form) => form.fields.map((field) => field.kind)))
    expect(kinds.size).toBe(12)
  })

  test('routing and redirects ask only for fields that the form has', () => {
    for (const type of requestTypes) {
      const keys = forms.find((form) => form.key === type.form)?.fields.map((field) => field.key) ?? []
      const asked = [...type.routing.rules.flatMap((rule) => fieldsIn(rule.when)), ...fieldsIn(type.redirect?.when)]
      for (const key of [...asked, ...(type.redirect?.keep ?? [])]) expect(keys, type.key).toContain(key)
      if (type.categoryField !== null) expect(keys, type.key).toContain(type.categoryField)
      const amount = type.approval?.amountField ?? null
      if (amount !== null) expect(keys, type.key).toContain(amount)
    }
  })

  test('a forgotten password in Heroma goes to its system manager, a printer to IT, a wish to the manager and then on', () => {
    expect(routed('losenord', { system: 'heroma', what: 'forgotten' })).toEqual({ systemManagerOf: 'system' })
    expect(systems.find((system) => system.key === 'heroma')?.managerUnit).toBe('lon')
    expect(routed('it-stod', { need: 'printing', place: 'kommunhuset' })).toEqual({ unit: 'it-servicedesk' })
    expect(routed('it-stod', { need: 'change', system: 'w3d3' })).toEqual({
      systemManagerOf: 'system',
      then: { customerManager: true },
    })
    expect(systems.find((system) => system.key === 'w3d3')?.managerUnit).toBe('kansli')
  })

  test('caretaking outside the three houses leads to the fault form with place and text kept', () => {
    const redirect = requestTypes.find((type) => type.key === 'vaktmasteri')?.redirect
    expect(redirect?.to).toBe('felanmalan')
    expect(redirect && holds(redirect.when, { place: 'nyboda-skola' })).toBe(true)
    expect(redirect && holds(redirect.when, { place: 'biblioteket' })).toBe(false)
    expect(redirect?.keep).toContain('description')
  })
})

describe('premises, systems, wishes, decisions', () => {
  test('keys are unique and references resolve', () => {
    for (const rows of [properties, buildings, spaces, systems, decisions, wishes]) unique(rows.map((row) => row.key))
    for (const building of buildings) {
      expect(properties.map((property) => property.key)).toContain(building.property)
      for (const unit of building.users) expect(unitKeys, building.key).toContain(unit)
      expect(
        spaces.some((space) => space.building === building.key),
        building.key,
      ).toBe(true)
    }
    for (const system of systems) {
      for (const other of system.dependsOn)
        expect(
          systems.map((row) => row.key),
          system.key,
        ).toContain(other)
      for (const person of system.managers)
        expect(
          people.map((row) => row.key),
          system.key,
        ).toContain(person)
      if (system.managerUnit !== null) expect(unitKeys, system.key).toContain(system.managerUnit)
    }
    for (const wish of wishes) for (const backer of wish.backers) expect(unitKeys).toContain(backer.unit)
    expect(wishes[0]?.backers).toHaveLength(3)
  })

  test('every row says where it comes from: a line of one of the three documents, or demonstration', () => {
    const rows: readonly { readonly origin: Origin }[] = [
      ...areas,
      ...services,
      ...promises,
      ...offerings,
      ...prices,
      ...countingUnits,
      ...agreements,
      ...forms,
      ...requestTypes,
      ...routines,
      ...properties,
      ...buildings,
      ...spaces,
      ...systems,
      ...decisions,
      ...wishes,
      ...people,
      ...customers,
      ...roleVersions,
      ...units.flatMap((unit) => unit.placements),
    ]
    for (const { origin } of rows) {
      if (origin === 'demonstration') continue
      expect(origin.file).toMatch(/^(000_c87a62d923a66b6e|001_c3c03acd5c407498|004_bd04e503b0e5b3da)\.txt$/)
      expect(origin.line).toBeGreaterThan(0)
      expect(origin.line).toBeLessThan(2200)
    }
  })
})

function fieldsIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap(fieldsIn)
  if ('any' in condition) return condition.any.flatMap(fieldsIn)
  if ('not' in condition) return fieldsIn(condition.not)
  return [condition.field]
}

function routed(key: string, answers: Answers): Target | undefined {
  const routing = requestTypes.find((type) => type.key === key)?.routing
  return routing?.rules.find((rule) => holds(rule.when, answers))?.to ?? routing?.otherwise
}
