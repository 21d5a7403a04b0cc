// A file of a case: whoever may read what it belongs to is sent on to a short-lived address that needs no cookie and always
// answers with a download.
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import { systemClock } from '#platform/clock'
import { fileLink } from '#platform/files/links'
import { linkKey } from '#platform/files/serve'
import type { Redirection } from '#platform/http/site'
import { fileOfCase } from '../desk-choices.ts'

export const fileRedirection: Redirection = {
  path: '/fil/:fileId',
  access: 'case.read',
  async to(view, visit) {
    const fileId = visit.params['fileId'] ?? ''
    if (!isId(fileId)) return notFound()
    const { sha256, name, mediaType } = await fileOfCase(view, fileId)
    const link = { sha256, name, mediaType, tenantId: view.tenant.tenantId }
    // The address lives by the installation's clock, not by the day a demonstration lives at.
    return { absolute: `/fil/${fileLink(link, await linkKey(visit.stage), (visit.stage.clock ?? systemClock)())}` }
  },
}
