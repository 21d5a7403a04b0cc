// The few services of a scene: caretaking with a start promise, fault reports, IT help by system, a priced computer.
import type { Id } from '#basics/id'
import type { Tx } from '#platform/db/tx'
import type { SceneIds } from './scene.ts'

const since = Temporal.PlainDate.from('2010-01-01')
const origin = 'demonstration'

const areas: Record<string, string> = {
  kontorsservice: 'Fastigheter och kontorsservice',
  it: 'IT',
  lon: 'Personal och lön',
}
const services: Record<string, { area: string; unit: string; name: string; nameEn: string }> = {
  vaktmasteri: { area: 'kontorsservice', unit: 'kontorsservice', name: 'Vaktmästeriuppdrag', nameEn: 'Caretaking' },
  felanmalan: { area: 'kontorsservice', unit: 'fastighet', name: 'Felanmälan', nameEn: 'Fault report' },
  'it-stod': { area: 'it', unit: 'it-servicedesk', name: 'Felavhjälpning och användarstöd', nameEn: 'User support' },
  dator: { area: 'it', unit: 'it-servicedesk', name: 'Arbetsplatsdator', nameEn: 'Workplace computer' },
}
type CaseKind = 'order' | 'fault' | 'question' | 'complaint'
interface RequestLine {
  readonly service: string
  readonly kind: CaseKind
  readonly name: string
  readonly nameEn: string
  readonly form?: string
  readonly need?: 'identity' | 'printing' | 'change'
  readonly route?: 'provider_unit' | 'system_manager'
  readonly approval?: 'none' | 'over_limit' | 'unauthorised'
  readonly offering?: string
}
const requests: Record<string, RequestLine> = {
  'vaktmasteri-jobb': {
    service: 'vaktmasteri',
    kind: 'order',
    name: 'Beställ vaktmästare',
    nameEn: 'Order a caretaker',
    form: 'jobb',
    offering: 'vaktmastartimme',
  },
  'fastighet-fel': { service: 'felanmalan', kind: 'fault', name: 'Anmäl fel i lokal', nameEn: 'Report a fault' },
  'fastighet-klagomal': { service: 'felanmalan', kind: 'complaint', name: 'Lämna synpunkt', nameEn: 'Complain' },
  losenord: {
    service: 'it-stod',
    kind: 'fault',
    name: 'Glömt lösenord',
    nameEn: 'Forgotten password',
    need: 'identity',
    route: 'system_manager',
    form: 'system',
  },
  utskrift: {
    service: 'it-stod',
    kind: 'fault',
    name: 'Utskrift fungerar inte',
    nameEn: 'Printing does not work',
    need: 'printing',
  },
  andring: {
    service: 'it-stod',
    kind: 'question',
    name: 'Önska ändring i system',
    nameEn: 'Wish for a change',
    need: 'change',
    route: 'system_manager',
    form: 'system',
  },
  'it-fraga': { service: 'it-stod', kind: 'question', name: 'Fråga om IT', nameEn: 'Ask about IT' },
  'ny-dator': {
    service: 'dator',
    kind: 'order',
    name: 'Beställ dator',
    nameEn: 'Order a computer',
    approval: 'over_limit',
    offering: 'pc',
    form: 'antal',
  },
}
const label = (sv: string, en: string) => ({ sv, en })
const forms: Record<string, unknown[]> = {
  jobb: [
    { key: 'vad', kind: 'long_text', label: label('Vad behöver göras?', 'What needs doing?'), required: true },
    { key: 'plats', kind: 'place', label: label('Var?', 'Where?'), required: true },
    {
      key: 'flytt',
      kind: 'choice',
      label: label('Ska något flyttas?', 'Is something to be moved?'),
      required: true,
      options: [
        { value: 'ja', label: label('Ja', 'Yes') },
        { value: 'nej', label: label('Nej', 'No') },
      ],
    },
    {
      key: 'antal',
      kind: 'number',
      label: label('Hur många möbler?', 'How many pieces?'),
      required: true,
      unit: 'st',
      showWhen: { field: 'flytt', is: 'ja' },
    },
  ],
  system: [{ key: 'system', kind: 'system', label: label('Vilket system?', 'Which system?'), required: true }],
  antal: [{ key: 'antal', kind: 'number', label: label('Hur många?', 'How many?'), required: true, unit: 'st' }],
}

export async function layCatalogue(
  tx: Tx,
  tenant_id: Id,
  ids: SceneIds,
  fresh: () => Id,
  now: Temporal.Instant,
): Promise<void> {
  for (const [n, [code, name]] of Object.entries(areas).entries()) {
    const area_id = (ids.area[code] = fresh())
    await tx
      .insertInto('catalogue.area')
      .values({ tenant_id, area_id, code, name_sv: name, name_en: name, position: n, valid_from: since, origin })
      .execute()
  }
  for (const [code, service] of Object.entries(services)) {
    const service_id = (ids.service[code] = fresh())
    await tx
      .insertInto('catalogue.service')
      .values({ tenant_id, service_id, code, area_id: ids.area[service.area] ?? '', published_version: 1, origin })
      .execute()
    await tx
      .insertInto('catalogue.service_version')
      .values({
        tenant_id,
        service_id,
        version_no: 1,
        state: 'active',
        name_sv: service.name,
        name_en: service.nameEn,
        purpose: 'Hjälp i vardagen',
        for_whom: 'Alla förvaltningar',
        content: 'Det som behövs',
        order_way: 'I portalen',
        level_text: 'Se löften',
        volume_text: 'Ej angivet',
        price_text: 'Ingår',
        process_text: 'Ta emot, utför, återkoppla',
        owner_title: 'Enhetschef',
        proposed_at: now,
        published_at: now,
      })
      .execute()
    await tx
      .insertInto('catalogue.service_provider')
      .values({ tenant_id, service_id, valid_from: since, unit_id: ids.unit[service.unit] ?? '' })
      .execute()
  }
  await layOfferings(tx, tenant_id, ids, fresh)
  for (const [code, fields] of Object.entries(forms)) {
    const form_id = (ids.form[code] = fresh())
    await tx
      .insertInto('catalogue.form')
      .values({ tenant_id, form_id, code, name: code, published_version: 1 })
      .execute()
    await tx
      .insertInto('catalogue.form_version')
      .values({ tenant_id, form_id, version_no: 1, fields: JSON.stringify(fields), made_at: now })
      .execute()
  }
  for (const [code, request] of Object.entries(requests)) {
    const request_type_id = (ids.requestType[code] = fresh())
    await tx
      .insertInto('catalogue.request_type')
      .values({
        tenant_id,
        request_type_id,
        code,
        service_id: ids.service[request.service] ?? '',
        case_kind: request.kind,
        name_sv: request.name,
        name_en: request.nameEn,
        form_id: request.form ? (ids.form[request.form] ?? null) : null,
        need_type: request.need ?? null,
        route: request.route ?? 'provider_unit',
        approval: request.approval ?? 'none',
        offering_id: request.offering ? (ids.offering[request.offering] ?? null) : null,
        valid_from: since,
        origin,
        place_ids: code === 'vaktmasteri-jobb' ? Object.values(ids.place) : [],
        elsewhere_request_type_id: null,
      })
      .execute()
  }
  await tx
    .updateTable('catalogue.request_type')
    .set({ elsewhere_request_type_id: ids.requestType['fastighet-fel'] ?? null })
    .where('tenant_id', '=', tenant_id)
    .where('code', '=', 'vaktmasteri-jobb')
    .execute()
  await layPromises(tx, tenant_id, ids, fresh)
  for (const [name, unit, person] of [
    ['Heroma', 'lon', 'payroll'],
    ['W3D3', 'it', 'changeManager'],
  ] as const) {
    const system_id = (ids.system[name] = fresh())
    await tx
      .insertInto('systems.system')
      .values({
        tenant_id,
        system_id,
        name,
        manager_unit_id: ids.unit[unit] ?? '',
        manager_person_id: ids.person[person],
        criticality: 'high',
        valid_from: since,
        origin,
      })
      .execute()
  }
}

async function layOfferings(tx: Tx, tenant_id: Id, ids: SceneIds, fresh: () => Id): Promise<void> {
  const price_list_id = fresh()
  await tx
    .insertInto('catalogue.price_list')
    .values({ tenant_id, price_list_id, name: 'Prislista 2012', year: 2012, state: 'published', origin })
    .execute()
  const lines = [
    ['vaktmastartimme', 'vaktmasteri', 'Vaktmästartimme', 'Caretaker hour', 'hour', 'timme', 'hour', 36_000n],
    ['pc', 'dator', 'Bärbar dator', 'Laptop', 'once', 'dator', 'computer', 850_000n],
  ] as const
  for (const [code, service, name_sv, name_en, kind, unitSv, unitEn, amount_ore] of lines) {
    const counting_unit_id = fresh()
    const offering_id = (ids.offering[code] = fresh())
    await tx
      .insertInto('catalogue.counting_unit')
      .values({
        tenant_id,
        counting_unit_id,
        version_no: 1,
        name_sv: unitSv,
        name_en: unitEn,
        definition: `En ${unitSv} räknas en gång.`,
      })
      .execute()
    await tx
      .insertInto('catalogue.offering')
      .values({
        tenant_id,
        offering_id,
        service_id: ids.service[service] ?? '',
        code,
        name_sv,
        name_en,
        kind,
        counting_unit_id,
        counting_unit_version: 1,
        valid_from: since,
        origin,
      })
      .execute()
    await tx
      .insertInto('catalogue.price')
      .values({
        tenant_id,
        price_list_id,
        code,
        offering_id,
        amount_ore,
        valid_from: Temporal.PlainDate.from('2012-01-01'),
        valid_to: Temporal.PlainDate.from('2013-01-01'),
        origin,
      })
      .execute()
  }
}

async function layPromises(tx: Tx, tenant_id: Id, ids: SceneIds, fresh: () => Id): Promise<void> {
  const lines = [
    {
      code: 'mail',
      clock_kind: 'first_answer',
      amount: 2,
      channel: 'mail',
      strength: 'strive',
      guarantee: true,
      service: null,
      name: ['Svar på e-post inom 2 arbetsdagar', 'Answer to e-mail within 2 working days'],
    },
    {
      code: 'portal',
      clock_kind: 'first_answer',
      amount: 2,
      channel: 'portal',
      strength: 'strive',
      guarantee: true,
      service: null,
      name: ['Svar inom 2 arbetsdagar', 'Answer within 2 working days'],
    },
    {
      code: 'letter',
      clock_kind: 'first_answer',
      amount: 10,
      channel: 'letter',
      strength: 'strive',
      guarantee: true,
      service: null,
      name: ['Svar på brev inom 10 arbetsdagar', 'Answer to letters within 10 working days'],
    },
    {
      code: 'start',
      clock_kind: 'start',
      amount: 3,
      channel: null,
      strength: 'binding',
      guarantee: false,
      service: 'vaktmasteri',
      name: ['Påbörjas inom tre arbetsdagar', 'Started within three working days'],
    },
  ] as const
  for (const line of lines) {
    const promise_id = (ids.promise[line.code] = fresh())
    await tx
      .insertInto('catalogue.promise')
      .values({
        tenant_id,
        promise_id,
        version_no: 1,
        service_id: line.service ? (ids.service[line.service] ?? null) : null,
        clock_kind: line.clock_kind,
        amount: line.amount,
        unit: 'working_days',
        channel: line.channel,
        strength: line.strength,
        guarantee: line.guarantee,
        target_share_thousandths: 950,
        name_sv: line.name[0],
        name_en: line.name[1],
        valid_from: since,
        origin,
      })
      .execute()
  }
}
