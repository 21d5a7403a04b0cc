// What crosses the wire about the files of cases: one is sent first, then tied by the case or the message that names it.
import { op } from '#platform/http/op'
import { Type, idField, listOf, shape } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'

const file = { id: idField(), name: Type.String(), mediaType: Type.String(), sizeBytes: Type.Integer() }
export const FileView = shape(file)
export type FileView = Static<typeof FileView>

export const files = {
  upload: op({
    id: 'uploadFile',
    method: 'POST',
    path: '/files',
    tag: 'files',
    access: 'case.open',
    summary: 'Send a file; name its id in a case or a message within a day, or it is swept away',
    upload: true,
    answer: FileView,
    status: 201,
  }),
  ofCase: op({
    id: 'listFilesOfCase',
    method: 'GET',
    path: '/cases/{caseId}/files',
    tag: 'files',
    access: 'case.read',
    summary: 'The files of a case and of its messages that you may read',
    params: shape({ caseId: idField() }),
    answer: listOf(FileView, 20_000),
  }),
  read: op({
    id: 'readFile',
    method: 'GET',
    path: '/files/{fileId}',
    tag: 'files',
    access: 'case.read',
    summary: 'A file of a case, with an address that gives its bytes for two minutes and needs no session',
    params: shape({ fileId: idField() }),
    answer: shape({
      ...file,
      href: Type.String({ description: 'Fetch it at once; it always answers with a download' }),
    }),
  }),
} as const
