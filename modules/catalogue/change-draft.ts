// Changes the draft. A published service without a draft gets one, which begins as a copy of what holds today: the
// published text itself never changes.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow, may } from '#platform/access'
import type { Deed } from '#platform/act'
import { areaRelations } from './access.ts'
import type { DraftFields } from './contract.ts'
import type { DraftSources } from './draft-fields.ts'
import { changeOf, copyOf, partRows } from './draft-fields.ts'
import type { ServiceHead, VersionRow } from './store.ts'
import { reopenNeedsOf } from './needs/store.ts'
import { areaById } from './areas/store.ts'
import {
  deleteDraft,
  deleteService,
  draftOf,
  hasWaysIn,
  insertVersion,
  lastVersionNo,
  lockService,
  partsOf,
  publishedVersions,
  replaceParts,
  touchService,
  updateVersion,
} from './store.ts'

export interface ChangedDraft {
  readonly service: string
  readonly version?: number | undefined
  readonly fields: DraftFields
}

export async function changeDraft(
  deed: Deed,
  { service: idOrCode, version, fields }: ChangedDraft,
  sources: DraftSources = {},
): Promise<{ serviceId: Id; versionNo: number }> {
  const service = await lockService(deed, idOrCode, version)
  const draft = await mayChange(deed, service)
  const versionNo = draft?.version_no ?? (await beginDraft(deed, service))
  await updateVersion(deed, service.service_id, versionNo, await changeOf(deed, service.service_id, fields, sources))
  if (fields.parts) await replaceParts(deed, service.service_id, versionNo, partRows(fields.parts))
  await touchService(deed, service)
  deed.journal({
    verb: 'service.draft_changed',
    kind: 'service',
    id: service.service_id,
    facts: { versionNo, fields: Object.keys(fields) },
    content: JSON.stringify(fields),
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  return { serviceId: service.service_id, versionNo }
}

export async function discardDraft(
  deed: Deed,
  input: { service: string; version?: number | undefined },
): Promise<void> {
  const service = await lockService(deed, input.service, input.version)
  const draft = await mayChange(deed, service)
  if (!draft) return notFound()
  if (service.published_version === null) await takeBack(deed, service, draft)
  else {
    await deleteDraft(deed, service.service_id, draft.version_no)
    await touchService(deed, service)
  }
  deed.journal({
    verb: 'service.draft_discarded',
    kind: 'service',
    id: service.service_id,
    facts: { versionNo: draft.version_no },
  })
  deed.changed('catalogue', `service:${service.service_id}`)
}

/** A service that was only proposed goes with its draft, and a wish it was made of is open again. */
async function takeBack(deed: Deed, service: ServiceHead, draft: VersionRow): Promise<void> {
  if (await hasWaysIn(deed, service.service_id))
    refuse({
      code: 'draft_in_use',
      status: 409,
      sv: 'Förslaget har varianter, ärendetyper eller löften. Avsluta dem först.',
      en: 'The proposal has offerings, request types or promises. End them first.',
    })
  await reopenNeedsOf(deed, service.service_id)
  await deleteDraft(deed, service.service_id, draft.version_no)
  await deleteService(deed, service.service_id)
}

/** A draft that the actor may not see does not exist to them; a published service anyone may propose a change of. */
async function mayChange(deed: Deed, service: ServiceHead): Promise<VersionRow | undefined> {
  const draft = await draftOf(deed, service.service_id)
  const area = await areaById(deed, service.area_id)
  if (!draft) {
    allow(deed.actor, 'service.propose')
    return undefined
  }
  const relations = areaRelations(deed.actor, area, draft.proposed_by)
  if (service.published_version === null && !may(deed.actor, 'service.read_draft', relations)) return notFound()
  allow(deed.actor, 'service.change_draft', relations)
  return draft
}

async function beginDraft(deed: Deed, service: ServiceHead): Promise<number> {
  const from = (await publishedVersions(deed, service.service_id)).at(-1)
  if (!from) return notFound()
  const versionNo = (await lastVersionNo(deed, service.service_id)) + 1
  await insertVersion(deed, copyOf(deed, from, versionNo))
  const parts = await partsOf(deed, service.service_id, from.version_no)
  await replaceParts(deed, service.service_id, versionNo, parts)
  return versionNo
}
