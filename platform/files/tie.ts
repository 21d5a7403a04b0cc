// Ties stored files to what they belong to, in the deed's own transaction, and finds them again behind that thing's policies.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Deed, View } from '../act.ts'
import type { SentFile } from '../http/site.ts'

/** A file that came with the form, or the id of one its uploader has kept before. */
export type TiableFile = SentFile | Id

interface Subject {
  readonly kind: string
  readonly id: Id
}

export async function tieFiles(
  deed: Deed,
  files: readonly TiableFile[],
  subjectKind: string,
  subjectId: Id,
): Promise<Id[]> {
  const subject = { kind: subjectKind, id: subjectId }
  const sent = files.filter((file) => typeof file !== 'string')
  const kept = files.filter((file) => typeof file === 'string')
  return [...(await insertFiles(deed, sent, subject)), ...(await tieKept(deed, [...new Set(kept)], subject))]
}

/** Keeps a file that belongs to nothing yet: only the one who sent it can tie it, and what is never tied is swept away. */
export async function keepFile(deed: Deed, file: SentFile): Promise<Id> {
  const [fileId] = await insertFiles(deed, [file], null)
  return fileId!
}

const uploader = (deed: Deed): Id => deed.actor.personId ?? deed.actor.accountId ?? deed.tenant.tenantId

async function insertFiles(deed: Deed, files: readonly SentFile[], subject: Subject | null): Promise<Id[]> {
  if (files.length === 0) return []
  const rows = files.map((file) => ({
    tenant_id: deed.tenant.tenantId,
    file_id: deed.newId(),
    sha256: Buffer.from(file.sha256, 'hex'),
    size_bytes: BigInt(file.sizeBytes),
    media_type: file.mediaType,
    name: file.name,
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
    uploaded_by: uploader(deed),
    uploaded_at: deed.now,
  }))
  await deed.tx.insertInto('platform.file').values(rows).execute()
  for (const row of rows) journalFile(deed, row, subject)
  return rows.map((row) => row.file_id)
}

/** Another's file, one that is tied already and one that never was are answered alike. */
async function tieKept(deed: Deed, fileIds: readonly Id[], subject: Subject): Promise<Id[]> {
  if (fileIds.length === 0) return []
  const rows = await deed.tx
    .updateTable('platform.file')
    .set({ subject_kind: subject.kind, subject_id: subject.id })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('file_id', 'in', [...fileIds])
    .where('subject_id', 'is', null)
    .where('uploaded_by', '=', uploader(deed))
    .where('state', '=', 'stored')
    .returning(['file_id', 'sha256', 'size_bytes'])
    .execute()
  if (rows.length !== fileIds.length)
    refuse({
      code: 'no_such_file',
      status: 422,
      field: 'files',
      sv: 'Filen finns inte eller hör redan till något. Ladda upp den igen.',
      en: 'There is no such file, or it belongs to something already. Upload it again.',
    })
  for (const row of rows) journalFile(deed, row, subject)
  return [...fileIds]
}

function journalFile(
  deed: Deed,
  row: { readonly file_id: Id; readonly sha256: Buffer; readonly size_bytes: bigint },
  subject: Subject | null,
): void {
  deed.journal({
    verb: subject ? 'file.stored' : 'file.received',
    kind: subject?.kind ?? 'file',
    id: subject?.id ?? row.file_id,
    facts: { file: row.file_id, sha256: row.sha256.toString('hex'), bytes: Number(row.size_bytes) },
  })
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
