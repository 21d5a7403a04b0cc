// What figures of cases are counted over, by name, and who may ask: one's own units and those beneath, one's customers;
// the whole office for those who lead it or audit it.
import { sql } from 'kysely'
import type { ScopeSource } from '#platform/figure-scopes'

export const casesScopes: ScopeSource = {
  async name(view, scope) {
    const unit = (id: string) =>
      sql<{
        name: string
      }>`select name from organisation.unit_placement where tenant_id = ${view.tenant.tenantId} and unit_id = ${id} and valid_from <= ${view.today} and (valid_to is null or valid_to > ${view.today})`
    const query =
      scope.kind === 'unit'
        ? unit(scope.id)
        : scope.kind === 'customer'
          ? sql<{
              name: string
            }>`select p.name from organisation.customer c join organisation.unit_placement p on p.tenant_id = c.tenant_id and p.unit_id = c.unit_id and p.valid_from <= ${view.today} and (p.valid_to is null or p.valid_to > ${view.today}) where c.tenant_id = ${view.tenant.tenantId} and c.customer_id = ${scope.id}`
          : scope.kind === 'service'
            ? sql<{
                name: string
              }>`select v.name_sv as name from catalogue.service s join catalogue.service_version v on v.tenant_id = s.tenant_id and v.service_id = s.service_id and v.version_no = s.published_version where s.tenant_id = ${view.tenant.tenantId} and s.service_id = ${scope.id}`
            : sql<{
                name: string
              }>`select name from organisation.party where tenant_id = ${view.tenant.tenantId} and party_id = ${scope.id}`
    return (await query.execute(view.tx)).rows[0]?.name ?? null
  },
  mayAsk(view) {
    const { actor } = view
    const whole = actor.kind === 'system' || actor.rights.has('journal.read') || actor.rights.has('catalogue.publish')
    return Promise.resolve((scope) => {
      if (whole || scope.kind === 'service') return true
      if (scope.kind === 'unit') return actor.unitIds.includes(scope.id)
      if (scope.kind === 'customer') return actor.customers.includes(scope.id)
      return scope.kind === 'authority' && actor.authorities.includes(scope.id)
    })
  },
}
