// The state of a list from an op's query, so that the API pages, sorts and filters exactly as the screens do.
import type { ListDefinition, ListState } from '#platform/list'
import { readState } from '#platform/list'

export function stateFromQuery<R>(list: ListDefinition<R>, query: Readonly<Record<string, unknown>>): ListState {
  const address = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) address.append(name, String(one))
  }
  return readState(list, address)
}
