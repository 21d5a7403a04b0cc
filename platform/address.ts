// The address people use, from configuration and never from a request: what links in letters begin with.
import type { Tenant } from './actor.ts'

let base = 'http://localhost:3000'

export function declareAddress(url: string): void {
  base = url.replace(/\/$/, '')
}

export function addressIn(tenant: Pick<Tenant, 'slug'>, path: string): string {
  return `${base}/${tenant.slug}${path}`
}
