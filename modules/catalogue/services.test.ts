// Services on the real database: proposed, published in versions, switched, ended, signed and reviewed.
import { beforeAll, expect, test } from 'vitest'
import { act, look } from '#platform/act'
import { openScene } from '../../world/scene.ts'
import type { Desk } from './catalogue-for-tests.ts'
import { day, openDesk, publishedService, refusalOf, whole } from './catalogue-for-tests.ts'
import { changeDraft, discardDraft } from './change-draft.ts'
import { draft, drafts, overdueReviews } from './draft-view.ts'
import { providerOn } from './providers-view.ts'
import { callOffEnd, endService } from './end-service.ts'
import { basicServicesSettled } from './figures.ts'
import { addArea, addCommitment, changeArea } from './areas/keep-areas.ts'
import { addRequestType } from './requests/keep-request-types.ts'
import { requestType } from './requests/queries.ts'
import { proposeService } from './propose-service.ts'
import { publishService } from './publish-service.ts'
import { areasOn, listServices, servicesFor, serviceList, similarTo } from './queries.ts'
import { stateFromQuery } from './list-state.ts'
import { reviewService } from './review-service.ts'
import { serviceOn } from './service-view.ts'
import { stateOn } from './service.ts'
import { askSignOff, signOff } from './sign-off.ts'
import { switchProvider } from './switch-provider.ts'
import { declareServiceUsage } from './usage.ts'
import { setEligibility } from './who-may-have.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})

test('TY-067 a required field left empty blocks publishing, by name; filled or said not to be stated it does not', async () => {
  const { notStated: _all, kind: _kind, ...bare } = whole(desk, { nameSv: 'Ofärdig tjänst' })
  const { serviceId } = await desk.does('changeManager', (deed) => proposeService(deed, bare))
  const refused = await refusalOf(desk.does('changeManager', (deed) => publishService(deed, { service: serviceId })))
  expect(refused).toMatchObject({ code: 'template_incomplete', status: 422 })
  expect(Object.keys(refused.fields)).toEqual([
    'kind',
    'purpose',
    'forWhom',
    'content',
    'boundary',
    'orderWay',
    'level',
    'volume',
    'price',
    'process',
  ])
  const gaps = await desk.reads('changeManager', (view) => draft(view, serviceId))
  expect(gaps.gaps.map((gap) => gap.field)).toEqual(Object.keys(refused.fields))
  await desk.does('changeManager', (deed) =>
    changeDraft(deed, {
      service: serviceId,
      fields: {
        kind: 'advice',
        purpose: 'Råd',
        content: 'Vi ger råd',
        parts: [
          { kind: 'included', what: 'Ett samtal' },
          { kind: 'not_included', what: 'Juridik', doneBy: 'Kansliet' },
        ],
        notStated: ['forWhom', 'orderWay', 'level', 'volume', 'price', 'process'],
      },
    }),
  )
  await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId }))
  const shown = await desk.reads('employee', (view) => serviceOn(view, serviceId))
  expect(shown).toMatchObject({ state: 'active', purpose: 'Råd', forWhom: null, versionNo: 1 })
  expect(shown.parts).toEqual([
    { kind: 'included', what: 'Ett samtal', doneBy: null, origin: null },
    { kind: 'not_included', what: 'Juridik', doneBy: 'Kansliet', origin: null },
  ])
})

test('TY-075 anyone proposes; a requirements analyst may not publish, the change manager may and makes a new version', async () => {
  const { serviceId } = await desk.does('proposer', (deed) =>
    proposeService(deed, whole(desk, { nameSv: 'Videomöte' })),
  )
  expect(await refusalOf(desk.does('proposer', (deed) => publishService(deed, { service: serviceId })))).toMatchObject({
    code: 'forbidden',
    status: 403,
  })
  expect(await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId }))).toMatchObject({
    versionNo: 1,
  })
  await desk.does('employee', (deed) => changeDraft(deed, { service: serviceId, fields: { content: 'Med ljud' } }))
  expect(await refusalOf(desk.does('employee', (deed) => publishService(deed, { service: serviceId })))).toMatchObject({
    status: 403,
  })
  expect(await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId }))).toMatchObject({
    versionNo: 2,
  })
})

test('TY-075 a named owner of the area publishes there; somebody with the same right elsewhere does not', async () => {
  const { area } = desk.scene.ids
  await desk.does('admin', (deed) => changeArea(deed, { area: 'lon', ownerPersonId: desk.scene.ids.person.admin }))
  const { serviceId } = await desk.does('proposer', (deed) =>
    proposeService(deed, whole(desk, { nameSv: 'Lönesamtal', areaId: area['lon'] ?? '' })),
  )
  expect(
    await refusalOf(desk.does('changeManager', (deed) => publishService(deed, { service: serviceId }))),
  ).toMatchObject({ status: 403 })
  await desk.does('admin', (deed) => publishService(deed, { service: serviceId }))
})

test('a draft is seen by its proposer and those at the desk; to others it does not exist', async () => {
  const { serviceId, code } = await desk.does('employee', (deed) =>
    proposeService(deed, whole(desk, { nameSv: 'Cykelverkstad' })),
  )
  expect(await desk.reads('employee', (view) => draft(view, code))).toMatchObject({ code, gaps: [] })
  expect(await desk.reads('proposer', (view) => draft(view, code))).toMatchObject({ code })
  expect((await desk.reads('changeManager', (view) => drafts(view))).map((row) => row.code)).toContain(code)
  for (const who of ['colleague', 'agent', 'trainee'] as const) {
    expect(await refusalOf(desk.reads(who, (view) => draft(view, code)))).toMatchObject({ status: 404 })
    expect(
      await refusalOf(desk.does(who, (deed) => changeDraft(deed, { service: code, fields: { content: 'x' } }))),
    ).toMatchObject({ status: 404 })
    expect((await desk.reads(who, (view) => drafts(view))).map((row) => row.code)).not.toContain(code)
  }
  expect(await refusalOf(desk.reads('employee', (view) => serviceOn(view, serviceId)))).toMatchObject({ status: 404 })
  expect((await desk.reads('agent', (view) => servicesFor(view))).map((row) => row.code)).not.toContain(code)
})

test('a published text never changes: the new one begins on its day and the old one is read before it', async () => {
  const { serviceId } = await publishedService(desk, {
    nameSv: 'Skanner',
    content: 'Första texten',
    notStated: ['purpose', 'forWhom', 'boundary', 'orderWay', 'level', 'volume', 'price', 'process'],
  })
  await desk.does('changeManager', (deed) =>
    changeDraft(deed, { service: serviceId, fields: { content: 'Andra texten', changeNote: 'Tydligare' } }),
  )
  await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId, validFrom: '2013-01-01' }))
  const read = (date: string) => desk.reads('employee', (view) => serviceOn(view, serviceId, day(date)))
  expect([
    (await read('2012-10-03')).content,
    (await read('2012-12-31')).content,
    (await read('2013-01-01')).content,
  ]).toEqual(['Första texten', 'Första texten', 'Andra texten'])
  await desk.does('changeManager', (deed) =>
    changeDraft(deed, { service: serviceId, fields: { content: 'Mellantexten' } }),
  )
  await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId, validFrom: '2012-11-01' }))
  expect([
    (await read('2012-10-31')).content,
    (await read('2012-11-01')).content,
    (await read('2013-01-01')).content,
  ]).toEqual(['Första texten', 'Mellantexten', 'Andra texten'])
  await desk.does('changeManager', (deed) => changeDraft(deed, { service: serviceId, fields: { content: 'Rättad' } }))
  await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId, validFrom: '2012-11-01' }))
  expect((await read('2012-11-01')).content).toBe('Rättad')
  expect((await read('2012-11-01')).versions.map((one) => [one.versionNo, one.validFrom, one.validTo])).toEqual([
    [4, '2012-11-01', '2013-01-01'],
    [3, '2012-11-01', '2012-11-01'],
    [2, '2013-01-01', null],
    [1, '2012-10-03', '2012-11-01'],
  ])
  await desk.does('changeManager', (deed) => changeDraft(deed, { service: serviceId, fields: { content: 'Bakåt' } }))
  expect(
    await refusalOf(
      desk.does('changeManager', (deed) => publishService(deed, { service: serviceId, validFrom: '2012-10-02' })),
    ),
  ).toMatchObject({ code: 'text_in_the_past' })
})

test('a lost race, a draft twice and a foreign tenant are refused', async () => {
  const { serviceId, code } = await publishedService(desk, { nameSv: 'Projektor' })
  const { version } = await desk.reads('changeManager', (view) => serviceOn(view, serviceId))
  await desk.does('proposer', (deed) => changeDraft(deed, { service: code, version, fields: { content: 'A' } }))
  expect(
    await refusalOf(
      desk.does('changeManager', (deed) => changeDraft(deed, { service: code, version, fields: { content: 'B' } })),
    ),
  ).toMatchObject({ code: 'changed_since', status: 412 })
  expect(
    await refusalOf(desk.does('changeManager', (deed) => publishService(deed, { service: code, version }))),
  ).toMatchObject({ status: 412 })
  await desk.does('changeManager', (deed) => discardDraft(deed, { service: code }))
  expect(await refusalOf(desk.does('changeManager', (deed) => publishService(deed, { service: code })))).toMatchObject({
    code: 'no_draft',
    status: 409,
  })
  expect((await desk.reads('employee', (view) => serviceOn(view, code))).versionNo).toBe(1)
  const other = await openScene()
  const stranger = await other.actor('changeManager')
  for (const at of [serviceId, code]) {
    expect(await refusalOf(look(other.stage, other.tenant, stranger, (view) => serviceOn(view, at)))).toMatchObject({
      code: 'not_found',
      status: 404,
    })
    expect(
      await refusalOf(act(other.stage, other.tenant, stranger, (deed) => publishService(deed, { service: at }))),
    ).toMatchObject({ code: 'not_found', status: 404 })
  }
})

test('a proposal can be taken back while nothing hangs on it', async () => {
  const { serviceId, code } = await desk.does('employee', (deed) =>
    proposeService(deed, whole(desk, { nameSv: 'Ångrad tjänst' })),
  )
  await desk.does('employee', (deed) => discardDraft(deed, { service: code }))
  expect(await refusalOf(desk.reads('changeManager', (view) => draft(view, serviceId)))).toMatchObject({ status: 404 })
})

test('TY-033 switching provider from a day keeps what was before under the old one', async () => {
  const { serviceId } = await publishedService(desk, { nameSv: 'Drift av servrar' })
  const { unit, party } = desk.scene.ids
  await desk.does('changeManager', (deed) =>
    switchProvider(deed, {
      service: serviceId,
      unitId: unit['it'] ?? '',
      supplierPartyId: party.leverantor,
      from: '2013-01-01',
    }),
  )
  const on = (date: string) => desk.reads('agent', (view) => providerOn(view, serviceId, day(date)))
  expect(await on('2012-12-31')).toEqual({ unitId: unit['it'], supplierPartyId: null })
  expect(await on('2013-01-01')).toEqual({ unitId: unit['it'], supplierPartyId: party.leverantor })
  const shown = await desk.reads('employee', (view) => serviceOn(view, serviceId, day('2013-02-01')))
  expect(shown.provider?.supplier?.name).toBe('Driftbolaget AB')
  expect(shown.providers.map((one) => [one.supplier?.name ?? null, one.validFrom, one.validTo])).toEqual([
    [null, '2012-10-03', '2013-01-01'],
    ['Driftbolaget AB', '2013-01-01', null],
  ])
  expect(
    await refusalOf(
      desk.does('changeManager', (deed) =>
        switchProvider(deed, { service: serviceId, unitId: unit['lon'] ?? '', from: '2012-10-02' }),
      ),
    ),
  ).toMatchObject({ code: 'provider_in_the_past' })
  expect(
    await refusalOf(
      desk.does('proposer', (deed) =>
        switchProvider(deed, { service: serviceId, unitId: unit['lon'] ?? '', from: '2014-01-01' }),
      ),
    ),
  ).toMatchObject({ status: 403 })
})

test('TY-045 a new area with its unit’s service can be chosen only from its first day, without any change of code', async () => {
  const { areaId } = await desk.does('admin', (deed) =>
    addArea(deed, {
      code: 'teknisk-forvaltning',
      nameSv: 'Central IT-nära teknisk systemförvaltning',
      nameEn: 'Central technical system management',
      from: '2013-01-01',
    }),
  )
  const { serviceId } = await desk.does('changeManager', (deed) =>
    proposeService(deed, whole(desk, { nameSv: 'Teknisk förvaltning av system', areaId })),
  )
  await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId }))
  const areas = (date: string) =>
    desk.reads('employee', async (view) => (await areasOn(view, day(date))).map((area) => area.code))
  const services = (date: string) =>
    desk.reads('employee', async (view) =>
      (await servicesFor(view, { date: day(date) })).map((service) => service.serviceId),
    )
  expect(await areas('2012-12-31')).not.toContain('teknisk-forvaltning')
  expect(await areas('2013-01-01')).toContain('teknisk-forvaltning')
  expect(await services('2012-12-31')).not.toContain(serviceId)
  expect(await services('2013-01-01')).toContain(serviceId)
  expect(
    await refusalOf(
      desk.does('changeManager', (deed) =>
        addArea(deed, { code: 'teknisk-forvaltning', nameSv: 'A', nameEn: 'A', from: '2013-01-01' }),
      ),
    ),
  ).toMatchObject({ code: 'code_taken', status: 409 })
  expect(
    await refusalOf(
      desk.does('proposer', (deed) => addArea(deed, { code: 'annat', nameSv: 'A', nameEn: 'A', from: '2013-01-01' })),
    ),
  ).toMatchObject({ status: 403 })
})

test('TY-069 a basic service is settled only when each asked administration has signed; the area’s share is counted on a day', async () => {
  const area = await desk.does(
    'admin',
    (deed) => addArea(deed, { code: 'bas', nameSv: 'Bas', nameEn: 'Basic', from: '2012-01-01' }),
    '2012-06-01T08:00',
  )
  const made = []
  for (const nameSv of ['Bastjänst ett', 'Bastjänst två'])
    made.push(
      await publishedService(desk, {
        nameSv,
        areaId: area.areaId,
        basic: true,
        needs: 'Behov',
        process: 'Process',
        content: 'Innehåll',
      }),
    )
  const [one, two] = made.map((service) => service.serviceId) as [string, string]
  const { customer } = desk.scene.ids
  for (const service of [one, two])
    await desk.does('changeManager', (deed) =>
      askSignOff(deed, { service, customerIds: [customer.social, customer.skola] }),
    )
  await desk.does('purchaser', (deed) => signOff(deed, { service: one }), '2012-06-20T10:00')
  expect((await desk.reads('employee', (view) => serviceOn(view, one))).settled).toBe(false)
  expect(await refusalOf(desk.does('purchaser', (deed) => signOff(deed, { service: one })))).toMatchObject({
    code: 'signed_already',
    status: 409,
  })
  expect(
    await refusalOf(desk.does('purchaser', (deed) => signOff(deed, { service: one, customerId: customer.skola }))),
  ).toMatchObject({ status: 403 })
  expect(await refusalOf(desk.does('employee', (deed) => signOff(deed, { service: one })))).toMatchObject({
    status: 403,
  })
  // The scene gives the school no purchaser: one is lent the mandate.
  const skola = { ...(await desk.scene.actor('purchaser')), customers: [customer.skola] }
  await act(desk.scene.stage, desk.scene.tenant, skola, (deed) => signOff(deed, { service: one }), {
    now: desk.scene.at('2012-06-30T15:00'),
  })
  const settled = await desk.reads('employee', (view) => serviceOn(view, one))
  expect(settled).toMatchObject({ settled: true, needs: 'Behov', content: 'Innehåll', process: 'Process' })
  expect(settled.signOffs.map((row) => row.signedBy)).toEqual(['Eva Lind', 'Eva Lind'])
  await act(desk.scene.stage, desk.scene.tenant, skola, (deed) => signOff(deed, { service: two }), {
    now: desk.scene.at('2012-07-02T08:00'),
  })
  await desk.does('purchaser', (deed) => signOff(deed, { service: two }))
  const scope = { kind: 'area', id: area.areaId } as const
  const june = { from: day('2012-06-01'), to: day('2012-07-01') }
  const july = { from: day('2012-07-01'), to: day('2012-08-01') }
  for (const [period, share] of [
    [june, 50],
    [july, 100],
  ] as const) {
    const value = await desk.reads('controller', (view) => basicServicesSettled.value(view, scope, period))
    expect(value.value).toBe(share)
    const rows = await desk.reads('controller', (view) =>
      basicServicesSettled.rows(view, scope, period, { limit: 100 }),
    )
    expect(basicServicesSettled.fold(rows)).toEqual(value)
  }
  desk.scene.at('2012-10-03T09:00')
})

test('TY-073 an area without published entries shows the earlier commitment, the latest one before, until one is published', async () => {
  const { areaId } = await desk.does('admin', (deed) =>
    addArea(deed, { code: 'ekonomi', nameSv: 'Ekonomi', nameEn: 'Finance', from: '2011-01-01' }),
  )
  await desk.does('admin', (deed) =>
    addCommitment(deed, { area: 'ekonomi', from: '2011-01-01', body: 'Enhetsplan 2011' }),
  )
  await desk.does('admin', (deed) =>
    addCommitment(deed, { area: 'ekonomi', from: '2012-01-01', to: '2012-07-01', body: 'Enhetsplan 2012' }),
  )
  const shown = (date: string) =>
    desk.reads(
      'employee',
      async (view) => (await areasOn(view, day(date))).find((area) => area.areaId === areaId)?.earlierCommitment,
    )
  expect(await shown('2011-06-01')).toMatchObject({ body: 'Enhetsplan 2011', validTo: '2012-01-01' })
  expect(await shown('2012-10-03')).toMatchObject({
    body: 'Enhetsplan 2012',
    validFrom: '2012-01-01',
    validTo: '2012-07-01',
  })
  expect(
    await refusalOf(
      desk.does('admin', (deed) => addCommitment(deed, { area: 'ekonomi', from: '2011-06-01', body: 'Mitt i' })),
    ),
  ).toMatchObject({ code: 'commitment_overlaps', status: 409 })
  await publishedService(desk, { nameSv: 'Bokslut', areaId })
  expect(await shown('2012-10-03')).toBeNull()
  expect(await shown('2012-10-02')).toMatchObject({ body: 'Enhetsplan 2012' })
})

test('TY-079 similar services are shown before a new one is made, and the page says who uses it', async () => {
  const similar = await desk.reads('employee', (view) => similarTo(view, { name: 'Vaktmästeri' }))
  expect(similar.map((one) => one.code)).toEqual(['vaktmasteri'])
  const again = { ...whole(desk, { nameSv: 'Vaktmästaruppdrag' }), despiteSimilar: false }
  expect(await refusalOf(desk.does('employee', (deed) => proposeService(deed, again)))).toMatchObject({
    code: 'similar_services',
    status: 409,
  })
  expect(
    await desk.does('employee', (deed) => proposeService(deed, { ...again, despiteSimilar: true })),
  ).toHaveProperty('code')
  const { customer, service } = desk.scene.ids
  declareServiceUsage((_view, serviceId) =>
    Promise.resolve(serviceId === service['dator'] ? [{ customerId: customer.skola, how: 'agreement' }] : []),
  )
  expect((await desk.reads('employee', (view) => serviceOn(view, 'dator'))).users).toEqual([
    { customerId: customer.skola, name: 'Barn- och utbildningsförvaltningen', how: 'agreement' },
  ])
  expect((await desk.reads('employee', (view) => serviceOn(view, 'vaktmasteri'))).users).toEqual([])
})

test('HS-012 HS-119 a service for one customer is not there for another; a mandatory one is used by all it is mandatory for', async () => {
  const { serviceId } = await publishedService(desk, { nameSv: 'Reception' })
  const { customer } = desk.scene.ids
  await desk.does('changeManager', (deed) =>
    setEligibility(deed, { service: serviceId, rows: [{ customerId: customer.social }] }),
  )
  expect(await desk.reads('employee', (view) => serviceOn(view, serviceId))).toMatchObject({
    code: expect.any(String) as string,
  })
  expect(await refusalOf(desk.reads('teacher', (view) => serviceOn(view, serviceId)))).toMatchObject({ status: 404 })
  expect((await desk.reads('teacher', (view) => servicesFor(view))).map((one) => one.serviceId)).not.toContain(
    serviceId,
  )
  expect((await desk.reads('agent', (view) => servicesFor(view))).map((one) => one.serviceId)).toContain(serviceId)
  await desk.does('changeManager', (deed) =>
    setEligibility(deed, { service: serviceId, rows: [{ customerType: 'administration', must: true }] }),
  )
  expect((await desk.reads('teacher', (view) => serviceOn(view, serviceId))).users.map((user) => user.how)).toEqual([
    'must',
    'must',
  ])
  expect(
    await refusalOf(desk.does('changeManager', (deed) => setEligibility(deed, { service: serviceId, rows: [{}] }))),
  ).toMatchObject({ status: 422 })
})

test('TY-081 services past their review day are listed per owner, until a review sets the next day', async () => {
  const late = await publishedService(desk, {
    nameSv: 'Gammal tjänst',
    ownerTitle: 'Driftchef',
    reviewOn: '2012-09-01',
  })
  await publishedService(desk, { nameSv: 'Granskad tjänst', ownerTitle: 'Driftchef', reviewOn: '2012-10-03' })
  const overdue = () =>
    desk.reads('changeManager', async (view) =>
      (await overdueReviews(view)).map((row) => [row.owner, row.code, row.daysOver]),
    )
  expect(await overdue()).toEqual([['Driftchef', late.code, 32]])
  expect(
    await refusalOf(
      desk.does('changeManager', (deed) =>
        reviewService(deed, { service: late.code, findings: 'Bra', nextReviewOn: '2012-10-03' }),
      ),
    ),
  ).toMatchObject({ code: 'review_in_the_past' })
  await desk.does('changeManager', (deed) =>
    reviewService(deed, {
      service: late.code,
      findings: 'Beskrivningen stämmer, processen är uppdaterad.',
      nextReviewOn: '2013-10-03',
    }),
  )
  expect(await overdue()).toEqual([])
  const shown = await desk.reads('employee', (view) => serviceOn(view, late.code))
  expect(shown.reviews[0]).toMatchObject({
    reviewedBy: 'Ante Katalog',
    reviewedOn: '2012-10-03',
    findings: 'Beskrivningen stämmer, processen är uppdaterad.',
  })
  expect(shown.reviewOn).toBe('2013-10-03')
})

test('TY-082 an adapted service must link to the standard service it departs from', async () => {
  const adapted = { ...whole(desk, { nameSv: 'Dator för CAD' }), standard: 'adapted' as const }
  expect(await refusalOf(desk.does('proposer', (deed) => proposeService(deed, adapted)))).toMatchObject({
    code: 'standard_missing',
    status: 422,
  })
  expect(
    await refusalOf(desk.does('proposer', (deed) => proposeService(deed, { ...adapted, adaptedFrom: 'finns-inte' }))),
  ).toMatchObject({ code: 'no_such_service' })
  const { serviceId } = await desk.does('proposer', (deed) =>
    proposeService(deed, { ...adapted, adaptedFrom: 'dator' }),
  )
  await desk.does('changeManager', (deed) => publishService(deed, { service: serviceId }))
  expect(await desk.reads('employee', (view) => serviceOn(view, serviceId))).toMatchObject({
    standard: 'adapted',
    adaptedFrom: { code: 'dator' },
  })
})

test('HS-099 HS-126 drafts are invisible for ordering, planned is seen and not yet open, active is open', async () => {
  const { serviceId, code } = await desk.does('changeManager', (deed) =>
    proposeService(deed, whole(desk, { nameSv: 'Utbildningsstöd' })),
  )
  await desk.does('admin', (deed) =>
    addRequestType(deed, {
      code: 'utbildningsstod',
      service: code,
      caseKind: 'order',
      nameSv: 'Beställ',
      nameEn: 'Order',
      from: '2012-01-01',
    }),
  )
  expect(await refusalOf(desk.reads('employee', (view) => requestType(view, 'utbildningsstod')))).toMatchObject({
    status: 404,
  })
  await desk.does('changeManager', (deed) =>
    publishService(deed, { service: serviceId, as: 'planned', startsOn: '2013-08-01' }),
  )
  expect(await desk.reads('employee', (view) => serviceOn(view, code))).toMatchObject({
    state: 'planned',
    orderable: false,
    startsOn: '2013-08-01',
  })
  expect(await desk.reads('employee', (view) => requestType(view, 'utbildningsstod'))).toMatchObject({
    orderable: false,
  })
  expect(await desk.reads('employee', (view) => requestType(view, 'utbildningsstod', day('2013-08-01')))).toMatchObject(
    { orderable: true },
  )
})

test('a service is phased out with notice, and the end can be called off', async () => {
  const { serviceId } = await publishedService(desk, { nameSv: 'Fax' })
  expect(
    await refusalOf(
      desk.does('changeManager', (deed) => endService(deed, { service: serviceId, endsOn: '2012-10-03' })),
    ),
  ).toMatchObject({ code: 'end_too_early' })
  expect(
    await refusalOf(desk.does('proposer', (deed) => endService(deed, { service: serviceId, endsOn: '2013-01-01' }))),
  ).toMatchObject({ status: 403 })
  await desk.does('changeManager', (deed) =>
    endService(deed, { service: serviceId, endsOn: '2013-01-01', reason: 'Ingen använder den' }),
  )
  const state = async (date: string) =>
    (await desk.reads('employee', (view) => serviceOn(view, serviceId, day(date)))).state
  expect([await state('2012-10-03'), await state('2012-12-31'), await state('2013-01-01')]).toEqual([
    'ending',
    'ending',
    'ended',
  ])
  await desk.does('changeManager', (deed) => callOffEnd(deed, { service: serviceId }))
  expect(await state('2013-01-01')).toBe('active')
  expect(await refusalOf(desk.does('changeManager', (deed) => callOffEnd(deed, { service: serviceId })))).toMatchObject(
    { code: 'not_ending' },
  )
})

test('the state computed by the database is the state of the rule, for every service and many days', async () => {
  const facts = await desk.scene.peek((tx) =>
    tx
      .selectFrom('catalogue.service as s')
      .innerJoin('catalogue.service_version as v', 'v.service_id', 's.service_id')
      .where('v.published_at', 'is not', null)
      .select(['s.service_id', 's.starts_on', 's.ending_from', 's.ends_on', 'v.state', 'v.valid_from', 'v.valid_to'])
      .execute(),
  )
  for (const date of ['2012-10-03', '2012-12-31', '2013-01-01', '2013-07-31', '2013-08-01', '2020-01-01'].map(day)) {
    const page = await desk.reads('agent', (view) =>
      listServices(
        view,
        stateFromQuery(serviceList, { state: ['planned', 'active', 'ending', 'ended'], limit: 200 }),
        date,
      ),
    )
    for (const row of page.rows) {
      const of = facts.find(
        (one) =>
          one.service_id === row.serviceId &&
          (one.valid_from === null || Temporal.PlainDate.compare(one.valid_from, date) <= 0) &&
          (one.valid_to === null || Temporal.PlainDate.compare(one.valid_to, date) > 0),
      )
      expect(row.state).toBe(
        stateOn(
          {
            publishedAs: of?.state === 'draft' ? null : (of?.state ?? null),
            startsOn: of?.starts_on ?? null,
            endingFrom: of?.ending_from ?? null,
            endsOn: of?.ends_on ?? null,
          },
          date,
        ),
      )
    }
  }
})

test('the list is sorted as Swedes sort, filtered, and paged by cursor', async () => {
  for (const nameSv of ['Öppna data', 'Ärendehantering', 'Åtkomst']) await publishedService(desk, { nameSv })
  const all = await desk.reads('employee', (view) => listServices(view, stateFromQuery(serviceList, { limit: 200 })))
  const names = all.rows.map((row) => row.name.sv)
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'sv')))
  expect(names.slice(-3)).toEqual(['Åtkomst', 'Ärendehantering', 'Öppna data'])
  const paged: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof listServices>> = await desk.reads('employee', (view) =>
      listServices(view, stateFromQuery(serviceList, { limit: 3, ...(cursor ? { cursor } : {}) })),
    )
    paged.push(...page.rows.map((row) => row.serviceId))
    cursor = page.next
  }
  expect(paged).toEqual(all.rows.map((row) => row.serviceId))
  const office = await desk.reads('employee', (view) =>
    listServices(view, stateFromQuery(serviceList, { area: 'kontorsservice' })),
  )
  expect(office.rows.map((row) => row.code)).toEqual(['felanmalan', 'vaktmasteri'])
})

test('HS-364 a way in shows the routine its cases follow', async () => {
  await desk.does('admin', (deed) =>
    addRequestType(deed, {
      code: 'laga-nat',
      service: 'it-stod',
      caseKind: 'fault',
      nameSv: 'Nätet ligger nere',
      nameEn: 'Network down',
      routine: ['Ring nätgruppen.', 'Skriv driftinformation.'],
      from: '2012-01-01',
    }),
  )
  expect((await desk.reads('itAgent', (view) => requestType(view, 'laga-nat'))).routine).toEqual([
    'Ring nätgruppen.',
    'Skriv driftinformation.',
  ])
})
