// The door of the registry: decisions that other rooms refer to.
import type { Module } from '#platform/module'
import { viewedList } from '#platform/register'
import { registryAccess } from './access.ts'
import { decisionRegister } from './list.ts'
import { registryPages } from './pages/decisions-pages.tsx'
import { registryRoutes } from './routes.ts'
import { registryJobs, registrySearch } from './search.ts'
import { registryText } from './text.ts'

export const registryModule: Module = {
  name: 'registry',
  access: registryAccess,
  routes: registryRoutes,
  pages: registryPages,
  jobs: registryJobs,
  search: registrySearch,
  lists: [viewedList(decisionRegister)],
  navigation: (view, lang) =>
    // An employee's portal has no rail; whoever holds any right works at the desk.
    Promise.resolve(
      view.actor.rights.size === 0
        ? []
        : [
            {
              key: 'registry',
              order: 72,
              entries: [{ key: 'decisions', href: '/beslut', label: registryText[lang].title, icon: 'gavel' }],
            },
          ],
    ),
}

export { addDecision, correctDecision } from './keep-decisions.ts'
export { decisionById } from './queries.ts'
export { writeRegistryEntries } from './search.ts'
