// The door of the registry: decisions that other rooms refer to.
import type { Module } from '#platform/module'
import { registryAccess } from './access.ts'
import { registryPages } from './pages/decisions-pages.tsx'
import { registryRoutes } from './routes.ts'

export const registryModule: Module = {
  name: 'registry',
  access: registryAccess,
  routes: registryRoutes,
  pages: registryPages,
  navigation: (_view, lang) =>
    Promise.resolve([
      {
        key: 'registry',
        order: 72,
        entries: [{ key: 'decisions', href: '/beslut', label: lang === 'sv' ? 'Beslut' : 'Decisions', icon: 'gavel' }],
      },
    ]),
}

export { addDecision } from './add-decision.ts'
export { decisionById, decisionsOn } from './queries.ts'
