// A file of a case: whoever may read what it belongs to is sent on to a short-lived address that needs no cookie and always
// answers with a download.
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { Redirection } from '#platform/http/site'
import { addressOfFile, fileOfCase } from '../case-files.ts'

export const fileRedirection: Redirection = {
  path: '/fil/:fileId',
  access: 'case.read',
  async to(view, visit) {
    const fileId = visit.params['fileId'] ?? ''
    if (!isId(fileId)) return notFound()
    return { absolute: await addressOfFile(view, visit.stage, await fileOfCase(view, fileId)) }
  },
}
