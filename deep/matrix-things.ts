// What else has owners or relations: agreements and customers (ours, theirs, another tenant's), services by who owns their
// area and who proposed the draft, wishes, people, saved views.
import type { Id } from '#basics/id'
import { within } from '#platform/db/floor'
import { allFigures } from '#platform/figures'
import type { Scope } from '#platform/figures'
import type { CastName, Scene } from '../world/scene.ts'
import { cast } from '../world/scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import { nobody } from './hostile.ts'
import { held, nothing } from './thing.ts'
import type { Thing } from './thing.ts'

type Made = Readonly<Record<string, unknown>>

export async function layThings(scene: Scene, served: ServedScene, stranger: Scene): Promise<readonly Thing[]> {
  const made = async (name: CastName, method: 'POST' | 'PUT', path: string, json: object): Promise<Made> => {
    const reply = await served.ask(name, { method, path: `/api/v1${path}`, json, headers: { 'if-match': '"1"' } })
    if (reply.statusCode >= 300) throw new Error(`matrix: ${path} answered ${reply.statusCode} ${reply.body}`)
    return reply.json<Made>()
  }
  return [
    ...customers(scene, stranger),
    ...(await agreements(scene, made)),
    ...(await services(scene, made)),
    ...people(scene, stranger),
    ...figures(scene),
    ...(await views(scene, made)),
    await need(scene, made),
    ...[nothing('agreement', { agreementId: nobody }), nothing('customer', { customerId: nobody, mandateId: nobody })],
    ...[
      nothing('service', { service: nobody, code: 'finns-inte', offering: nobody }),
      nothing('need', { needId: nobody }),
    ],
    ...[nothing('person', { personId: nobody, assignmentId: nobody }), nothing('view', { viewId: nobody, vy: nobody })],
  ]
}

type Make = (name: CastName, method: 'POST' | 'PUT', path: string, json: object) => Promise<Made>

function customers({ ids, tenant }: Scene, stranger: Scene): Thing[] {
  const thing = (name: string, customerId: Id, tenantId: Id, mandateId: Id = ids.seat.purchaser): Thing => ({
    ...{ kind: 'customer', name, known: { customerId, mandateId }, version: 1 },
    sees: (actor) => actor.tenantId === tenantId,
    relations: (actor) => held({ own_customer: actor.customers.includes(customerId) }),
  })
  return [
    thing('the customer', ids.customer.social, tenant.tenantId),
    thing('another customer', ids.customer.skola, tenant.tenantId),
    thing('another tenant', stranger.ids.customer.social, stranger.tenant.tenantId, nobody),
  ]
}

async function agreements(scene: Scene, make: Make): Promise<Thing[]> {
  const { ids } = scene
  const lay = async (name: string, customerId: Id): Promise<Thing> => {
    const body = { kind: 'agreement', name, customerId, validFrom: '2012-01-01' }
    const made = await make('admin', 'POST', '/agreements', body)
    const line = { serviceId: ids.service['vaktmasteri'], financing: 'none', reason: 'Prov' }
    const agreement = await make('admin', 'POST', `/agreements/${String(made['id'])}/lines`, line)
    const partyId = (agreement['provider'] as { id: Id }).id
    return {
      ...{
        kind: 'agreement',
        name,
        known: { agreementId: String(agreement['id']) },
        version: Number(agreement['version']),
      },
      sees: (actor) => actor.authorities.includes(partyId) || actor.customers.includes(customerId),
      relations: (actor) => held({ purchaser: actor.customers.includes(customerId) }),
    }
  }
  return [await lay('the customer’s', ids.customer.social), await lay('another customer’s', ids.customer.skola)]
}

/** One area has a person as owner, one a unit, one nobody; each service has a draft by somebody else. */
async function services(scene: Scene, make: Make): Promise<Thing[]> {
  const { ids } = scene
  const areaOf = (code: string): string => ids.area[code] ?? ''
  await within(scene.floor, await scene.system(), false, async (tx) => {
    const change = (code: string) => tx.updateTable('catalogue.area').where('area_id', '=', areaOf(code))
    await change('it').set({ owner_person_id: ids.person.changeManager }).execute()
    await change('kontorsservice')
      .set({ owner_unit_id: ids.unit['kit'] ?? null })
      .execute()
  })
  await make('proposer', 'PUT', '/catalogue/services/vaktmasteri/draft', { purpose: 'Prov' })
  await make('colleague', 'PUT', '/catalogue/services/dator/draft', { purpose: 'Prov' })
  await make('admin', 'POST', '/catalogue/services/vaktmasteri/sign-offs', { customerIds: [ids.customer.social] })
  const free = await make('admin', 'POST', '/catalogue/areas', {
    code: 'fritt',
    nameSv: 'Fritt',
    nameEn: 'Free',
    from: '2012-01-01',
  })
  const draft = { areaId: String(free['areaId']), nameSv: 'Helt nytt förslag', despiteSimilar: true }
  const proposed = await make('teacher', 'POST', '/catalogue/services', draft)
  const versions = await within(scene.floor, await scene.system(), true, (tx) =>
    tx.selectFrom('catalogue.service').select(['code', 'version']).execute(),
  )
  const service = (name: string, code: string, proposer: CastName, facts: Partial<Thing> & Owner): Thing => ({
    ...{ kind: 'service', name, published: true, ...facts },
    version: versions.find((one) => one.code === code)?.version ?? 1,
    known: { code, service: code, serviceId: ids.service[code] ?? '', ...facts.known },
    sees: (actor) => actor.tenantId === scene.tenant.tenantId,
    relations: (actor) =>
      held({
        owns_area: facts.owner === undefined || actor.personId === facts.owner || actor.unitIds.includes(facts.owner),
        proposer: actor.personId === ids.person[proposer],
        signs_for: code === 'vaktmasteri' && actor.customers.includes(ids.customer.social),
      }),
  })
  return [
    service('area of a person', 'dator', 'colleague', {
      owner: ids.person.changeManager,
      known: { offering: 'pc', offeringId: ids.offering['pc'] ?? '', requestType: 'ny-dator', areaId: areaOf('it') },
    }),
    service('area of a unit', 'vaktmasteri', 'proposer', {
      owner: ids.unit['kit'],
      known: { requestType: 'vaktmasteri-jobb', areaId: areaOf('kontorsservice') },
    }),
    service('a draft only', String(proposed['code']), 'teacher', {
      ...{ owner: undefined, published: false },
      known: { areaId: String(free['areaId']) },
    }),
  ]
}

interface Owner {
  /** The person or the unit that owns the area; nobody = the right itself is enough. */
  readonly owner: Id | undefined
}

function people({ ids, tenant }: Scene, stranger: Scene): Thing[] {
  const thing = (name: string, who: CastName, personId: Id, tenantId: Id): Thing => ({
    ...{ kind: 'person', name, version: 1 },
    known: { personId, deputyId: ids.person.admin, ...(tenantId === tenant.tenantId ? {} : { assignmentId: nobody }) },
    sees: (actor) => actor.tenantId === tenantId,
    relations: (actor) =>
      held({ self: actor.personId === personId, managed: actor.unitIds.includes(ids.unit[cast[who].unit] ?? '') }),
  })
  return [
    thing('an agent', 'agent', ids.person.agent, tenant.tenantId),
    thing('a customer’s employee', 'employee', ids.person.employee, tenant.tenantId),
    thing('another tenant', 'agent', stranger.ids.person.agent, stranger.tenant.tenantId),
  ]
}

async function views({ ids }: Scene, make: Make): Promise<Thing[]> {
  const view = { list: 'queue', name: 'Prov', query: 'status=new' }
  const own = await make('agent', 'POST', '/views', view)
  const unitId = ids.unit['kontorsservice'] ?? ''
  const shared = await make('agent', 'POST', '/views', { ...view, unitId })
  const thing = (name: string, made: Made, sees: Thing['sees']): Thing => ({
    ...{
      kind: 'view',
      name,
      known: { viewId: String(made['id']), vy: String(made['id']) },
      version: Number(made['version']),
      sees,
    },
    relations: () => new Set<string>(),
  })
  return [
    thing('one’s own', own, (actor) => actor.personId === ids.person.agent),
    thing('the unit’s', shared, (actor) => actor.unitIds.includes(unitId)),
  ]
}

async function need({ ids, tenant }: Scene, make: Make): Promise<Thing> {
  const made = await make('employee', 'POST', '/catalogue/needs', {
    ...{ kind: 'wish', title: 'Lånecyklar', body: 'Till möten', areaId: ids.area['it'] },
  })
  return {
    ...{ kind: 'need', name: 'a wish', version: 1 },
    known: { needId: String(made['needId']), service: 'dator' },
    sees: (actor) => actor.tenantId === tenant.tenantId,
    relations: (actor) =>
      held({
        owns_area: actor.personId === ids.person.changeManager,
        own_customer:
          actor.customers.includes(ids.customer.social) ||
          actor.unitIds.some((unit) => customerUnits(ids).includes(unit)),
      }),
  }
}

const customerUnits = (ids: Scene['ids']): readonly (Id | undefined)[] =>
  ['social', 'social-bistand'].map((code) => ids.unit[code])

/** One's own units and customers, any service; the whole office for those who lead it or audit it. */
function figures({ ids, tenant }: Scene): Thing[] {
  const key =
    allFigures().find(({ scopes }) => (['tenant', 'unit', 'customer'] as const).every((kind) => scopes.includes(kind)))
      ?.key ?? ''
  const thing = (name: string, kind: Scope['kind'], id: Id): Thing => ({
    ...{ kind: 'figure', name, known: { key }, version: 1, query: `omrade=${kind}:${id}` },
    sees: (actor) =>
      actor.rights.has('journal.read') ||
      actor.rights.has('catalogue.publish') ||
      (kind === 'unit' && actor.unitIds.includes(id)) ||
      (kind === 'customer' && actor.customers.includes(id)),
    relations: () => new Set<string>(),
  })
  return [
    thing('over a unit', 'unit', ids.unit['kontorsservice'] ?? ''),
    thing('over another unit', 'unit', ids.unit['it-servicedesk'] ?? ''),
    thing('over a customer', 'customer', ids.customer.social),
    thing('over the whole office', 'tenant', tenant.tenantId),
  ]
}
