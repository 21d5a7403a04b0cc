// What a module offers to the platform: one object per room, listed in app/modules.ts.
import type { AccessTable } from './access.ts'
import type { ScopeSource } from './figure-scopes.ts'
import type { FigureDefinition } from './figures.ts'
import type { Api } from './http/api.ts'
import type { Site } from './http/site.ts'
import type { JobTable } from './jobs.ts'
import type { NavigationSource } from './navigation.ts'
import type { NoticeWords } from './notices.ts'
import type { Panel } from './panels.ts'
import type { ViewedList } from './saved-views.ts'
import type { SearchKind } from './search/kinds.ts'
import type { TaskSource } from './tasks.ts'

export interface Module {
  readonly name: string
  readonly access: AccessTable
  /** kind → table and key the drawn number is written to. */
  readonly numbers?: Readonly<Record<string, { readonly table: string; readonly key: string }>>
  readonly routes?: (api: Api) => void
  readonly pages?: (site: Site) => void
  readonly jobs?: JobTable
  readonly figures?: readonly FigureDefinition[]
  readonly panels?: readonly Panel[]
  readonly search?: readonly SearchKind[]
  readonly notices?: NoticeWords
  readonly navigation?: NavigationSource
  /** What waits for the one who asks. */
  readonly tasks?: TaskSource
  /** Lists whose views can be saved. */
  readonly lists?: readonly ViewedList[]
  /** What figures may be counted over; one room knows. */
  readonly scopes?: ScopeSource
}
