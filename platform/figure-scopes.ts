// What a figure may be counted over, what it is called, and who may ask: declared by the room that knows units and customers.
import type { View } from './act.ts'
import type { Scope } from './figures.ts'

export interface ScopeSource {
  name(view: View, scope: Scope): Promise<string | null>
  /** Whether this viewer may ask for figures over the scope. */
  mayAsk(view: View): Promise<(scope: Scope) => boolean>
}

let source: ScopeSource | undefined

export function declareScopes(known: ScopeSource): void {
  source = known
}

export async function scopeName(view: View, scope: Scope): Promise<string> {
  if (scope.kind === 'tenant') return view.tenant.name
  return (await source?.name(view, scope)) ?? ''
}

export async function scopesFor(view: View): Promise<(scope: Scope) => boolean> {
  return source ? source.mayAsk(view) : () => false
}
