// Ties stored files to what they belong to, in the deed's own transaction, and finds them again behind that thing's policies.
import type { Id } from '#basics/id'
import type { Deed, View } from '../act.ts'
import type { SentFile } from '../http/site.ts'

export async function tieFiles(
  deed: Deed,
  files: readonly SentFile[],
  subjectKind: string,
  subjectId: Id,
): Promise<Id[]> {
  if (files.length === 0) return []
  const rows = files.map((file) => ({
    tenant_id: deed.tenant.tenantId,
    file_id: deed.newId(),
    sha256: Buffer.from(file.sha256, 'hex'),
    size_bytes: BigInt(file.sizeBytes),
    media_type: file.mediaType,
    name: file.name,
    subject_kind: subjectKind,
    subject_id: subjectId,
    uploaded_by: deed.actor.personId ?? deed.tenant.tenantId,
    uploaded_at: deed.now,
  }))
  await deed.tx.insertInto('platform.file').values(rows).execute()
  for (const row of rows)
    deed.journal({
      verb: 'file.stored',
      kind: subjectKind,
      id: subjectId,
      facts: { file: row.file_id, sha256: row.sha256.toString('hex'), bytes: Number(row.size_bytes) },
    })
  return rows.map((row) => row.file_id)
}

export interface TiedFile {
  readonly fileId: Id
  readonly subjectId: Id
  readonly name: string
  readonly sizeBytes: number
  readonly mediaType: string
}

/** The caller has already read the subjects behind their own policies. */
export async function filesOf(
  view: View,
  subjectKind: string,
  subjectIds: readonly Id[],
): Promise<readonly TiedFile[]> {
  if (subjectIds.length === 0) return []
  const rows = await view.tx
    .selectFrom('platform.file')
    .select(['file_id', 'subject_id', 'name', 'size_bytes', 'media_type'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', 'in', [...subjectIds])
    .where('state', '=', 'stored')
    .orderBy('file_id')
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    subjectId: row.subject_id ?? '',
    name: row.name,
    sizeBytes: Number(row.size_bytes),
    mediaType: row.media_type,
  }))
}
