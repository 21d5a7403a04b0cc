// Anyone proposes a service (TY-075). The similar ones are shown first; who has seen them and still means a new one says
// so (TY-079). The draft is seen by the proposer and by those who work with the catalogue.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import type { ProposeService } from './contract.ts'
import type { DraftSources } from './draft-fields.ts'
import { changeOf, partRows } from './draft-fields.ts'
import { similarTo } from './queries.ts'
import type { AreaRow } from './areas/store.ts'
import { lockArea } from './areas/store.ts'
import { entered, insertProvider, insertService, insertVersion, replaceParts } from './store.ts'

export type ProposedService = Static<typeof ProposeService>

export async function proposeService(
  deed: Deed,
  input: ProposedService,
  origin = entered,
  sources: DraftSources = {},
): Promise<{ serviceId: Id; code: string; versionNo: number }> {
  allow(deed.actor, 'service.propose')
  const area = await lockArea(deed, input.areaId)
  if (!input.despiteSimilar) await refuseUnseen(deed, input.nameSv)
  const serviceId = deed.newId()
  const code = input.code ? await freeCode(deed, input.code) : await nextCode(deed, area)
  await insertService(deed, {
    service_id: serviceId,
    code,
    area_id: area.area_id,
    synonyms: [...(input.synonyms ?? [])],
    origin,
  })
  const fields = await changeOf(deed, serviceId, input, sources)
  const proposed = { state: 'draft' as const, proposed_by: deed.actor.personId, proposed_at: deed.now }
  await insertVersion(deed, {
    ...fields,
    name_sv: input.nameSv.trim(),
    service_id: serviceId,
    version_no: 1,
    ...proposed,
  })
  await replaceParts(deed, serviceId, 1, partRows(input.parts ?? []))
  if (input.providerUnitId)
    await insertProvider(deed, serviceId, {
      unit_id: input.providerUnitId,
      supplier_party_id: null,
      valid_from: deed.today,
      valid_to: null,
    })
  deed.journal({
    verb: 'service.proposed',
    kind: 'service',
    id: serviceId,
    facts: { code, areaId: area.area_id, versionNo: 1 },
    content: JSON.stringify(input),
  })
  deed.changed('catalogue')
  return { serviceId, code, versionNo: 1 }
}

async function refuseUnseen(deed: Deed, name: string): Promise<void> {
  const similar = await similarTo(deed, { name })
  if (similar.length === 0) return
  const names = similar
    .slice(0, 3)
    .map((one) => `${one.name.sv} (${one.code})`)
    .join(', ')
  refuse({
    code: 'similar_services',
    status: 409,
    field: 'despiteSimilar',
    sv: `Det finns redan tjänster som liknar den: ${names}. Titta på dem först. Är det ändå en ny tjänst, markera det och skicka igen.`,
    en: `There are already services like it: ${names}. Look at them first. If it is still a new service, mark that and send again.`,
  })
}

async function freeCode(deed: Deed, code: string): Promise<string> {
  const taken = await deed.tx
    .selectFrom('catalogue.service')
    .select('service_id')
    .where('code', '=', code)
    .executeTakeFirst()
  if (taken)
    refuse({
      code: 'code_taken',
      status: 409,
      field: 'code',
      sv: 'Koden används av en annan tjänst. Välj en annan.',
      en: 'Another service has the code. Choose another.',
    })
  return code
}

/** The area is locked, so that two proposals never get the same number. */
async function nextCode(deed: Deed, area: AreaRow): Promise<string> {
  const prefix = `TJ-${area.code.toUpperCase()}-`
  const codes = await deed.tx
    .selectFrom('catalogue.service')
    .select('code')
    .where('code', '>=', prefix)
    .where('code', '<', `${prefix}~`)
    .execute()
  const numbers = codes.map(({ code }) => Number(code.slice(prefix.length))).filter(Number.isInteger)
  return prefix + String(Math.max(0, ...numbers) + 1).padStart(2, '0')
}
