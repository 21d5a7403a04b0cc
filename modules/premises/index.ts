// The door of premises: properties, buildings and rooms that cases point at.
import type { Module } from '#platform/module'
import { viewedList } from '#platform/register'
import { premisesAccess } from './access.ts'
import { propertyRegister } from './list.ts'
import { premisesPages } from './pages/premises-pages.tsx'
import { premisesRoutes } from './routes.ts'
import { premisesJobs, premisesSearch } from './search.ts'
import { premisesText } from './text.ts'

export const premisesModule: Module = {
  name: 'premises',
  access: premisesAccess,
  routes: premisesRoutes,
  pages: premisesPages,
  jobs: premisesJobs,
  search: premisesSearch,
  lists: [viewedList(propertyRegister)],
  navigation: (view, lang) =>
    // An employee's portal has no rail; whoever holds any right works at the desk.
    Promise.resolve(
      view.actor.rights.size === 0
        ? []
        : [
            {
              key: 'premises',
              order: 71,
              entries: [{ key: 'premises', href: '/fastigheter', label: premisesText[lang].title, icon: 'building' }],
            },
          ],
    ),
}

export { addBuilding, addProperty, addRoom, changeProperty, endProperty } from './keep-premises.ts'
export { propertyById } from './queries.ts'
export { writePremisesEntries } from './search.ts'
