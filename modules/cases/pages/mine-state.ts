// What a list of own cases shows is its address: which of them, words, kind, customer and order are read out of it here,
// and addresses of the same list with something changed are made here.
import type { ListState } from '#platform/list'
import { addressOf, readState } from '#platform/list'
import { caseKinds } from '../case.ts'
import { caseList } from '../list.ts'
import { finishedStates, unfinishedStates } from '../portal-queries.ts'
import type { PortalList } from '../portal-queries.ts'

export const paths: Readonly<Record<PortalList, string>> = { mine: '/mina-arenden', customers: '/kundens-arenden' }
const tabs = { oppna: unfinishedStates, avslutade: finishedStates, alla: [] } as const
export type Tab = keyof typeof tabs

export interface Shown {
  readonly which: PortalList
  readonly tab: Tab
  readonly search: string
  readonly state: ListState
}

/** `?visa=oppna|avslutade|alla&q=…&slag=…&kund=…&sort=…`. */
export function readShown(which: PortalList, query: URLSearchParams): Shown {
  const asked = query.get('visa') ?? ''
  const tab: Tab = asked in tabs ? (asked as Tab) : 'oppna'
  const state = readState(caseList, query)
  const { slag, kund } = state.filters
  const kind = slag?.find((one) => (caseKinds as readonly string[]).includes(one))
  const customer = which === 'customers' ? kund?.find((one) => /^[0-9a-f-]{36}$/.test(one)) : undefined
  return {
    which,
    tab,
    search: (query.get('q') ?? '').trim().slice(0, 200),
    state: {
      ...state,
      filters: {
        ...(tabs[tab].length > 0 ? { status: tabs[tab] } : {}),
        ...(kind ? { slag: [kind] } : {}),
        ...(customer ? { kund: [customer] } : {}),
      },
    },
  }
}

export function addressTo(shown: Shown, change: Partial<ListState> & { tab?: Tab; search?: string } = {}): string {
  const { tab = shown.tab, search = shown.search, ...list } = change
  const query = new URLSearchParams(addressOf(shown.state, caseList.defaultSort, list))
  query.delete('status')
  if (shown.state.sort === caseList.defaultSort && shown.state.descending && list.sort === undefined)
    query.delete('sort')
  if (tab !== 'oppna') query.set('visa', tab)
  if (search) query.set('q', search)
  const text = query.toString()
  return paths[shown.which] + (text ? `?${text}` : '')
}
