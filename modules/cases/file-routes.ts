// Path → contract → deed or query for files; no decisions.
import type { Api } from '#platform/http/api'
import { keepFile } from '#platform/files/tie'
import { addressOfFile, fileOfCase, filesOfCase } from './case-files.ts'
import { files as ops } from './file-contract.ts'

export function casesFileRoutes(api: Api): void {
  api.write(
    ops.upload,
    async (deed, { file }) => ({
      id: await keepFile(deed, file),
      name: file.name,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
    }),
    (_view, kept) => Promise.resolve(kept),
  )
  api.read(ops.ofCase, async (view, { params }) =>
    (await filesOfCase(view, params.caseId)).map(({ fileId, name, mediaType, sizeBytes }) => ({
      id: fileId,
      name,
      mediaType,
      sizeBytes,
    })),
  )
  api.read(ops.read, async (view, { params, stage }) => {
    const found = await fileOfCase(view, params.fileId)
    const { name, mediaType, sizeBytes } = found
    return { id: params.fileId, name, mediaType, sizeBytes, href: await addressOfFile(view, stage, found) }
  })
}
