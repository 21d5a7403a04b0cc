// The door of premises: properties, buildings and rooms that cases point at.
import type { Module } from '#platform/module'
import { premisesAccess } from './access.ts'
import { premisesPages } from './pages/premises-pages.tsx'
import { premisesRoutes } from './routes.ts'

export const premisesModule: Module = {
  name: 'premises',
  access: premisesAccess,
  routes: premisesRoutes,
  pages: premisesPages,
  navigation: (_view, lang) =>
    Promise.resolve([
      {
        key: 'premises',
        order: 71,
        entries: [
          {
            key: 'premises',
            href: '/fastigheter',
            label: lang === 'sv' ? 'Fastigheter' : 'Properties',
            icon: 'building',
          },
        ],
      },
    ]),
}

export { addBuilding, addProperty, addRoom } from './keep-premises.ts'
export { properties, propertyById } from './queries.ts'
