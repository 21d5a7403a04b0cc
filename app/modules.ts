// The table of contents: every room of the trade, in rank, and the one place where they are wired to the platform.
import { declareAccess } from '#platform/access'
import { declareScopes } from '#platform/figure-scopes'
import { declareFigures } from '#platform/figures'
import { declareReach } from '#platform/identity/reach'
import type { Module } from '#platform/module'
import { declareNavigation } from '#platform/navigation'
import { declareNotices } from '#platform/notices'
import { declareNumber } from '#platform/numbers'
import { declarePanels } from '#platform/panels'
import { declareLists } from '#platform/saved-views'
import { declareSearch } from '#platform/search/kinds'
import { declareTasks } from '#platform/tasks'
import { casesModule } from '#cases'
import { catalogueModule } from '#catalogue'
import { organisationModule } from '#organisation'
import { agreementsModule } from '#agreements'
import { premisesModule } from '#premises'
import { registryModule } from '#registry'
import { systemsModule } from '#systems'
import { shellModule } from '../web/pages/index.ts'

export const modules: readonly Module[] = [
  organisationModule,
  registryModule,
  catalogueModule,
  systemsModule,
  premisesModule,
  agreementsModule,
  casesModule,
  shellModule,
]

let wired = false

/** Tells the platform what each room offers; once per process. */
export function wire(): void {
  if (wired) return
  wired = true
  declareReach({ seat: 'organisation.seat_reach', system: 'organisation.system_reach' })
  for (const room of modules) {
    declareAccess(room.access)
    for (const [kind, { table, key }] of Object.entries(room.numbers ?? {})) declareNumber(kind, table, key)
    declareFigures(room.figures ?? [])
    declarePanels(room.panels ?? [])
    declareSearch(room.search ?? [])
    declareNotices(room.notices ?? {})
    declareLists(room.lists ?? [])
    if (room.navigation) declareNavigation(room.navigation)
    if (room.tasks) declareTasks(room.tasks)
    if (room.scopes) declareScopes(room.scopes)
  }
}
