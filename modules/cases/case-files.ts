// The files of a case, behind the case's own reach: those of an erased message are gone, those of a note are ours to read.
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Stage, View } from '#platform/act'
import { systemClock } from '#platform/clock'
import { fileLink } from '#platform/files/links'
import { linkKey } from '#platform/files/serve'
import { filesOf } from '#platform/files/tie'
import type { TiedFile } from '#platform/files/tie'
import { readCase } from './queries.ts'

export interface CaseFile {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
}

export async function fileOfCase(view: View, fileId: Id): Promise<CaseFile> {
  const file = await view.tx
    .selectFrom('platform.file')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('file_id', '=', fileId)
    .where('state', '=', 'stored')
    .executeTakeFirst()
  if (!file?.subject_id) return notFound()
  let caseId = file.subject_id
  let inside = false
  if (file.subject_kind === 'message') {
    const message = await view.tx
      .selectFrom('cases.message')
      .select(['case_id', 'kind', 'erased_by'])
      .where('tenant_id', '=', view.tenant.tenantId)
      .where('message_id', '=', file.subject_id)
      .executeTakeFirst()
    if (!message || message.erased_by !== null) return notFound()
    caseId = message.case_id
    inside = message.kind === 'note'
  } else if (file.subject_kind !== 'case') return notFound()
  const head = await readCase(view, { caseId }, 'sv')
  if (inside && !head.may.includes('note')) return notFound()
  return {
    sha256: file.sha256.toString('hex'),
    name: file.name,
    mediaType: file.media_type,
    sizeBytes: Number(file.size_bytes),
  }
}

export async function filesOfCase(view: View, caseId: Id): Promise<readonly TiedFile[]> {
  const head = await readCase(view, { caseId }, 'sv')
  const messages = await view.tx
    .selectFrom('cases.message')
    .select('message_id')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('case_id', '=', caseId)
    .where('erased_by', 'is', null)
    .$if(!head.may.includes('note'), (q) => q.where('kind', '<>', 'note'))
    .orderBy('at')
    .limit(2000)
    .execute()
  const ids = messages.map((message) => message.message_id)
  return [...(await filesOf(view, 'case', [caseId])), ...(await filesOf(view, 'message', ids))]
}

/** The address lives by the installation's clock, not by the day a demonstration lives at. */
export async function addressOfFile(view: View, stage: Stage, file: CaseFile): Promise<string> {
  const { sha256, name, mediaType } = file
  const link = { sha256, name, mediaType, tenantId: view.tenant.tenantId }
  return `/fil/${fileLink(link, await linkKey(stage), (stage.clock ?? systemClock)())}`
}
