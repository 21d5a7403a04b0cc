// Each night the figures of past months are counted and kept for every scope that has had a case: the office, its
// authorities and customers, the units with those above them, the services.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { localDate } from '#basics/dates'
import { look } from '#platform/act'
import type { View } from '#platform/act'
import { recount } from '#platform/figure-store'
import type { Scope } from '#platform/figures'
import type { JobContext, JobTable } from '#platform/jobs'

export const figureJobs: JobTable = {
  // Asked each hour, so that a process started anew each day also counts; what is counted today is not counted again.
  'figures.recount': { everyMinutes: 60, run: async (context) => void (await recountFigures(context)) },
}

export async function recountFigures(context: JobContext): Promise<{ counted: number; changed: number }> {
  const { stage, tenant, actor } = context
  const found = await look(stage, tenant, actor, async (view) => ({
    scopes: await scopesWithCases(view),
    first: await firstCase(view),
  }))
  return found.first === null ? { counted: 0, changed: 0 } : recount(context, found.scopes, found.first)
}

async function firstCase(view: View): Promise<Temporal.PlainDate | null> {
  const row = await view.tx
    .selectFrom('cases.case')
    .select((e) => e.fn.min('received_at').as('at'))
    .where('tenant_id', '=', view.tenant.tenantId)
    .executeTakeFirst()
  return row?.at ? localDate(row.at) : null
}

export async function scopesWithCases(view: View): Promise<readonly Scope[]> {
  const { tenantId } = view.tenant
  const found = await sql<{ kind: Scope['kind']; id: Id }>`
    with recursive used as (
      select distinct provider_unit_id as unit_id from cases.case where tenant_id = ${tenantId}
    ), line as (
      select unit_id from used
      union
      select p.parent_unit_id from line join organisation.unit_placement p on p.unit_id = line.unit_id
      where p.tenant_id = ${tenantId} and p.parent_unit_id is not null and p.valid_from <= ${view.today} and (p.valid_to is null or p.valid_to > ${view.today})
    )
    select 'unit' as kind, unit_id as id from line
    union all select distinct 'customer', customer_id from cases.case where tenant_id = ${tenantId} and customer_id is not null
    union all select distinct 'authority', information_owner_id from cases.case where tenant_id = ${tenantId}
    union all select distinct 'service', service_id from cases.case where tenant_id = ${tenantId}`.execute(view.tx)
  return [{ kind: 'tenant', id: tenantId }, ...found.rows]
}
