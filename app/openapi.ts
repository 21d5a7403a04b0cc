// The API document as it is committed (openapi.json), so that a change of the API is seen where it is reviewed.
import { openApi } from '#platform/http/openapi'
import { allOps, version } from './application.ts'

export const openApiDocument = (): Record<string, unknown> =>
  openApi(
    allOps().map(({ op }) => op),
    version(),
  )
