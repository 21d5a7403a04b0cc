// The door of cases: what people ask for and what went wrong, with its promise.
import type { Module } from '#platform/module'
import { casesAccess } from './access.ts'
import { casesFileRoutes } from './file-routes.ts'
import { figureJobs } from './figure-jobs.ts'
import { casesFigures } from './figures.ts'
import { casesJobs } from './jobs.ts'
import { casesNavigation } from './navigation.ts'
import { casesTasks } from './tasks.ts'
import { casesNotices } from './notices.ts'
import { casesDeskPages } from './pages/desk-pages.ts'
import { casesPortalPages } from './pages/portal-pages.ts'
import { viewedLists } from './pages/queue-page.tsx'
import { casesPanels } from './panels.tsx'
import { casesPortalRoutes } from './portal-routes.ts'
import { casesRoutes } from './routes.ts'
import { casesScopes } from './scopes.ts'
import { casesSearch } from './search.ts'

export const casesModule: Module = {
  name: 'cases',
  access: casesAccess,
  numbers: { case: { table: 'cases.case', key: 'case_id' } },
  routes: (api) => {
    casesRoutes(api)
    casesPortalRoutes(api)
    casesFileRoutes(api)
  },
  jobs: { ...casesJobs, ...figureJobs },
  search: [casesSearch],
  panels: casesPanels,
  notices: casesNotices,
  navigation: casesNavigation,
  tasks: casesTasks,
  figures: casesFigures,
  scopes: casesScopes,
  pages: (site) => {
    casesPortalPages(site)
    casesDeskPages(site)
  },
  lists: viewedLists,
}

export { openCase } from './open-case.ts'
export type { OpenCase } from './open-case.ts'
export { assignCase, handOverCase, startWork, takeCase } from './take-case.ts'
export { pauseCase, resumeCase } from './pause-case.ts'
export { noteOnCase, replyToCase, writeDown, writeInCase } from './write-message.ts'
export { closeBySilence, confirmCase, deliverCase, rateCase, reopenCase } from './deliver-case.ts'
export { changeFacts, changePriority, withdrawCase } from './change-case.ts'
export { changeCustomer, changeRequest } from './change-request.ts'
export { addWatcher, mergeCase, relateCases, removeWatcher, setParent, undoMerge } from './link-cases.ts'
export { convertToWish } from './convert-case.ts'
export { decideOrder, lapseOrder } from './ask-purchaser.ts'
export { sendDoneNotice, sendReceipt } from './send-letters.ts'
export { mayFollowTopic, readCase } from './queries.ts'
export { recountFigures, scopesWithCases } from './figure-jobs.ts'
export { clockDisagreements } from './clock-check.ts'
