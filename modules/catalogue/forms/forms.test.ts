// Forms and ways in on the real database: versions that never change, and rules that fit the form they ask.
import { beforeAll, expect, test } from 'vitest'
import type { Desk } from '../catalogue-for-tests.ts'
import { day, openDesk, refusalOf } from '../catalogue-for-tests.ts'
import type { FormField } from '../form-fields.ts'
import { addRequestType, changeRequestType, setPlaceRoutes } from '../requests/keep-request-types.ts'
import { requestType, requestTypesOn, rulesOf } from '../requests/queries.ts'
import { routeFor } from '../request-type.ts'
import { addForm, addFormVersion, changeFormDraft, discardFormDraft, editFormDraft } from './keep-forms.ts'
import { form, formVersion } from './queries.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
const text = (key: string): FormField => ({ key, kind: 'text', label: { sv: key, en: key }, required: true })
const need: FormField = {
  key: 'need',
  kind: 'choice',
  label: { sv: 'Vad?', en: 'What?' },
  required: true,
  options: ['password', 'printing', 'change'].map((value) => ({ value, label: { sv: value, en: value } })),
}
const system: FormField = {
  key: 'system',
  kind: 'system',
  label: { sv: 'System', en: 'System' },
  required: true,
  showWhen: { field: 'need', oneOf: ['password', 'change'] },
}

test('a form is worked on as a draft, and a version of it never changes', async () => {
  await desk.does('admin', (deed) => addForm(deed, { code: 'it', nameSv: 'IT-stöd', nameEn: 'IT support' }))
  await desk.does('admin', (deed) => changeFormDraft(deed, { form: 'it', fields: [text('vad')] }))
  expect(await refusalOf(desk.reads('employee', (view) => formVersion(view, 'it')))).toMatchObject({ status: 404 })
  await desk.does('admin', (deed) => addFormVersion(deed, { form: 'it', introSv: 'Berätta', introEn: 'Tell us' }))
  await desk.does('admin', (deed) => editFormDraft(deed, { form: 'it', edit: (fields) => [...fields, text('var')] }))
  const published = await desk.reads('employee', (view) => form(view, 'it'))
  expect([published.fields.map((one) => one.key), published.draft]).toEqual([['vad'], null])
  expect((await desk.reads('admin', (view) => form(view, 'it'))).draft?.map((one) => one.key)).toEqual(['vad', 'var'])
  await desk.does('admin', (deed) => addFormVersion(deed, { form: 'it' }))
  const [one, two] = [
    await desk.reads('employee', (view) => formVersion(view, 'it', 1)),
    await desk.reads('employee', (view) => formVersion(view, 'it')),
  ]
  expect([one.versionNo, one.fields.length, two.versionNo, two.fields.length, two.intro?.en]).toEqual([
    1,
    1,
    2,
    2,
    'Tell us',
  ])
  const { version } = await desk.reads('admin', (view) => form(view, 'it'))
  await desk.does('admin', (deed) => discardFormDraft(deed, { form: 'it', version }))
  expect(
    await refusalOf(desk.does('admin', (deed) => changeFormDraft(deed, { form: 'it', version, fields: [] }))),
  ).toMatchObject({ status: 412 })
})

test('a form that cannot be read, or that the wrong person makes, is refused', async () => {
  await desk.does('admin', (deed) => addForm(deed, { code: 'fel', nameSv: 'Fel', nameEn: 'Wrong' }))
  expect(await refusalOf(desk.does('admin', (deed) => addFormVersion(deed, { form: 'fel' })))).toMatchObject({
    code: 'empty_form',
  })
  expect(
    await refusalOf(desk.does('admin', (deed) => addFormVersion(deed, { form: 'fel', fields: [system, need] }))),
  ).toMatchObject({
    status: 422,
    fields: { 'fields.0.showWhen': expect.stringContaining('inte står ovanför') as string },
  })
  expect(
    await refusalOf(desk.does('proposer', (deed) => addFormVersion(deed, { form: 'fel', fields: [need] }))),
  ).toMatchObject({ status: 403 })
  expect(
    await refusalOf(desk.does('admin', (deed) => addForm(deed, { code: 'fel', nameSv: 'a', nameEn: 'a' }))),
  ).toMatchObject({ code: 'code_taken', status: 409 })
})

test('a way in is routed by its answers; the rules may only ask what the form asks', async () => {
  await desk.does('admin', (deed) => addForm(deed, { code: 'behov', nameSv: 'Behov', nameEn: 'Need' }))
  await desk.does('admin', (deed) => addFormVersion(deed, { form: 'behov', fields: [need, system] }))
  const rules = [{ when: { field: 'need', is: 'password' }, to: 'system_manager' as const, systemField: 'system' }]
  const added = {
    code: 'it-behov',
    service: 'it-stod',
    caseKind: 'fault' as const,
    nameSv: 'IT krånglar',
    nameEn: 'IT trouble',
    form: 'behov',
    routeRules: rules,
    categoryField: 'need',
    from: '2012-01-01',
  }
  expect(
    await refusalOf(
      desk.does('admin', (deed) =>
        addRequestType(deed, { ...added, routeRules: [{ ...rules[0]!, systemField: 'finns_inte' }] }),
      ),
    ),
  ).toMatchObject({ code: 'field_missing', status: 422 })
  await desk.does('changeManager', (deed) => addRequestType(deed, added))
  const type = await desk.reads('employee', (view) => requestType(view, 'it-behov'))
  expect(type).toMatchObject({ orderable: true, formVersion: 1, categoryField: 'need', serviceCode: 'it-stod' })
  const routing = { route: type.route, routeUnitId: type.routeUnitId, routeRules: rulesOf(type) }
  expect([routeFor(routing, { need: 'password' }), routeFor(routing, { need: 'printing' })]).toEqual([
    { to: 'system_manager', systemField: 'system' },
    { to: 'provider_unit' },
  ])
  await desk.does('changeManager', (deed) =>
    changeRequestType(deed, {
      requestType: 'it-behov',
      version: 1,
      approval: 'over_limit',
      approvalOverOre: 50_000,
      validTo: '2013-01-01',
    }),
  )
  expect(await desk.reads('employee', (view) => requestType(view, 'it-behov'))).toMatchObject({
    approval: 'over_limit',
    approvalOverOre: 50_000,
    version: 2,
  })
  expect(
    await refusalOf(desk.reads('employee', (view) => requestType(view, 'it-behov', day('2013-01-01')))),
  ).toMatchObject({ status: 404 })
  expect(
    await refusalOf(
      desk.does('changeManager', (deed) =>
        changeRequestType(deed, { requestType: 'it-behov', version: 1, approval: 'none' }),
      ),
    ),
  ).toMatchObject({ status: 412 })
  expect(
    await refusalOf(
      desk.does('agent', (deed) => changeRequestType(deed, { requestType: 'it-behov', approval: 'none' })),
    ),
  ).toMatchObject({ status: 403 })
  expect(
    await refusalOf(
      desk.does('changeManager', (deed) => changeRequestType(deed, { requestType: 'it-behov', route: 'named_unit' })),
    ),
  ).toMatchObject({ code: 'unit_missing' })
})

test('places have units of their own, and each is told once', async () => {
  const { place, unit } = desk.scene.ids
  const routes = [{ placeId: place.masten, unitId: unit['kontorsservice'] ?? '' }]
  await desk.does('admin', (deed) => setPlaceRoutes(deed, { requestType: 'vaktmasteri-jobb', routes }))
  expect((await desk.reads('agent', (view) => requestType(view, 'vaktmasteri-jobb'))).placeRoutes).toEqual([
    { placeId: place.masten, placeName: 'Masten', unitId: unit['kontorsservice'], unitName: 'Kontorsservice' },
  ])
  expect(
    await refusalOf(
      desk.does('admin', (deed) =>
        setPlaceRoutes(deed, { requestType: 'vaktmasteri-jobb', routes: [...routes, ...routes] }),
      ),
    ),
  ).toMatchObject({ status: 422 })
})

test('the ways in of a service, by kind', async () => {
  const codes = await desk.reads('employee', async (view) =>
    (await requestTypesOn(view, { date: view.today, service: 'felanmalan' })).map((row) => row.code),
  )
  expect(codes).toEqual(['fastighet-fel', 'fastighet-klagomal'])
  const faults = await desk.reads('employee', async (view) =>
    (await requestTypesOn(view, { date: view.today, caseKind: 'complaint' })).map((row) => row.code),
  )
  expect(faults).toEqual(['fastighet-klagomal'])
})
