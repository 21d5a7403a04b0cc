// The door of agreements: who has agreed what with whom.
import { declareServiceUsage } from '#catalogue'
import { may } from '#platform/access'
import type { Module } from '#platform/module'
import { agreementsAccess } from './access.ts'
import { agreementsPages } from './pages/agreements-pages.tsx'
import { usersByAgreement } from './queries.ts'
import { agreementsRoutes } from './routes.ts'

declareServiceUsage(usersByAgreement)

export const agreementsModule: Module = {
  name: 'agreements',
  access: agreementsAccess,
  routes: agreementsRoutes,
  pages: agreementsPages,
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
                  label: lang === 'sv' ? 'Överenskommelser' : 'Agreements',
                  icon: 'file-text',
                },
              ],
            },
          ]
        : [],
    ),
}

export { addAgreement, addLine, endAgreement } from './keep-agreements.ts'
export { agreementById, lineFor, lineTerms, listAgreements } from './queries.ts'
export type { AgreementLine, LineTerms } from './queries.ts'
