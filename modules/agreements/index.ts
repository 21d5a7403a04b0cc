// The door of agreements: who has agreed what with whom.
import { declareServiceUsage } from '#catalogue'
import { may } from '#platform/access'
import type { Module } from '#platform/module'
import { viewedList } from '#platform/register'
import { agreementsAccess } from './access.ts'
import { agreementRegister } from './list.ts'
import { agreementsPages } from './pages/agreements-pages.tsx'
import { usersByAgreement } from './queries.ts'
import { agreementsRoutes } from './routes.ts'
import { agreementsJobs, agreementsSearch } from './search.ts'
import { agreementsText } from './text.ts'

declareServiceUsage(usersByAgreement)

export const agreementsModule: Module = {
  name: 'agreements',
  access: agreementsAccess,
  routes: agreementsRoutes,
  pages: agreementsPages,
  jobs: agreementsJobs,
  search: agreementsSearch,
  lists: [viewedList(agreementRegister)],
  navigation: (view, lang) =>
    Promise.resolve(
      view.actor.customers.length > 0 || may(view.actor, 'agreement.list')
        ? [
            {
              key: 'agreements',
              order: 60,
              entries: [
                {
                  key: 'agreements',
                  href: '/overenskommelser',
                  label: agreementsText[lang].title,
                  icon: 'file-text',
                },
              ],
            },
          ]
        : [],
    ),
}

export { addAgreement, changeAgreement, endAgreement } from './keep-agreements.ts'
export { addLine, changeLine, endLine } from './keep-lines.ts'
export { agreementById, lineFor, lineTerms } from './queries.ts'
export { writeAgreementEntries } from './search.ts'
export type { AgreementLine, LineTerms } from './queries.ts'
