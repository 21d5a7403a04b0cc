// The door of systems: information systems, who keeps them and what they depend on.
import type { Module } from '#platform/module'
import { viewedList } from '#platform/register'
import { systemsAccess } from './access.ts'
import { systemRegister } from './list.ts'
import { systemsPages } from './pages/systems-pages.tsx'
import { systemsRoutes } from './routes.ts'
import { systemsJobs, systemsSearch } from './search.ts'
import { systemsText } from './text.ts'

export const systemsModule: Module = {
  name: 'systems',
  access: systemsAccess,
  routes: systemsRoutes,
  pages: systemsPages,
  jobs: systemsJobs,
  search: systemsSearch,
  lists: [viewedList(systemRegister)],
  navigation: (view, lang) =>
    // An employee's portal has no rail; whoever holds any right works at the desk.
    Promise.resolve(
      view.actor.rights.size === 0
        ? []
        : [
            {
              key: 'registers',
              order: 70,
              heading: lang === 'sv' ? 'Register' : 'Registers',
              entries: [{ key: 'systems', href: '/system', label: systemsText[lang].title, icon: 'monitor' }],
            },
          ],
    ),
}

export { addSystem, changeSystem, endSystem } from './keep-systems.ts'
export { systemById, systemsOn } from './queries.ts'
export { writeSystemEntries } from './search.ts'
