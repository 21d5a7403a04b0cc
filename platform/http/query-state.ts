// A validated query object back as an address's parameters, so that the API's lists and the pages' lists read one state.

export function formOf(query: Readonly<Record<string, unknown>> | undefined): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) search.append(name, String(one))
  }
  return search
}
