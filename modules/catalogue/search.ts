// How a found service becomes a hit: read through the same query as the catalogue, so that what the viewer's customer may
// not have is never shown.
import type { Id } from '#basics/id'
import type { SearchKind } from '#platform/search/kinds'
import { servicesByIds } from './queries.ts'

export const serviceSearch: SearchKind = {
  kind: 'service',
  access: 'catalogue.read',
  async hits(view, ids, lang) {
    const found = await servicesByIds(view, ids)
    return ids.flatMap((id: Id) => {
      const service = found.get(id)
      if (!service || service.state === 'ended') return []
      return [
        {
          kind: 'service',
          id,
          title: service.name[lang],
          under: service.areaName[lang],
          href: `/tjanster/${encodeURIComponent(service.code)}`,
          icon: 'clipboard-list',
        },
      ]
    })
  },
}
