// Gap-free numbers. A module declares which table and key a kind of number is written to; the number itself is drawn by
// the last statement of the deed (platform/act.ts).

const targets = new Map<string, { readonly table: string; readonly key: string }>()

export function declareNumber(kind: string, table: string, key: string): void {
  targets.set(kind, { table, key })
}

export function numberTarget(kind: string): { readonly table: string; readonly key: string } {
  const target = targets.get(kind)
  if (!target) throw new Error(`numbers: nobody declared ${kind}`)
  return target
}
