// The door of systems: information systems, who keeps them and what they depend on.
import type { Module } from '#platform/module'
import { systemsAccess } from './access.ts'
import { systemsPages } from './pages/systems-pages.tsx'
import { systemsRoutes } from './routes.ts'

export const systemsModule: Module = {
  name: 'systems',
  access: systemsAccess,
  routes: systemsRoutes,
  pages: systemsPages,
  navigation: (_view, lang) =>
    Promise.resolve([
      {
        key: 'registers',
        order: 70,
        heading: lang === 'sv' ? 'Register' : 'Registers',
        entries: [{ key: 'systems', href: '/system', label: lang === 'sv' ? 'System' : 'Systems', icon: 'monitor' }],
      },
    ]),
}

export { addSystem, changeSystem } from './keep-systems.ts'
export { systemById, systemsOn } from './queries.ts'
