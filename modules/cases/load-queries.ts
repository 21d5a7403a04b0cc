// What the head of a unit sees beside the figures: over what they may be counted, how the open work lies on people and
// units now, which target the promises carry, and orders of moves per customer.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { overAllAuthorities } from '#platform/figure-reach'
import { scopeName, scopesFor } from '#platform/figure-scopes'
import type { FigurePeriod, Scope } from '#platform/figures'
import { unitsBeneath } from '#organisation'
import { openStates } from './case.ts'
import type { ClockKind } from './clock.ts'
import { deskUnit } from './desk-queries.ts'
import { bounds, inScope } from './figure-count.ts'

export interface LoadScope {
  readonly scope: Scope
  readonly name: string
  /** The unit and those beneath it, for lists of the same cases; empty for the whole office. */
  readonly unitIds: readonly Id[]
}

/** The unit asked for, else the seat's own, else – for who may ask – the whole office. What may not be asked does not exist. */
export async function loadScope(view: View, asked: string | null): Promise<LoadScope> {
  const mayAsk = await scopesFor(view)
  const office: Scope = { kind: 'tenant', id: view.tenant.tenantId }
  const own = asked === null || asked === '' ? await deskUnit(view) : null
  const scope: Scope =
    asked === 'alla'
      ? office
      : asked
        ? { kind: 'unit', id: isId(asked) ? asked : notFound() }
        : own
          ? { kind: 'unit', id: own.unitId }
          : office
  if (!mayAsk(scope)) return notFound()
  const name = await scopeName(view, scope)
  if (name === '') return notFound()
  return { scope, name, unitIds: scope.kind === 'unit' ? await unitsBeneath(view, scope.id, view.today) : [] }
}

export interface ScopeChoice {
  readonly value: string
  readonly label: string
}

/** Units the seat reaches that take cases or have units beneath that do; the whole office first for who may ask. */
export async function scopeChoices(view: View): Promise<readonly ScopeChoice[]> {
  const mayAsk = await scopesFor(view)
  const whole = mayAsk({ kind: 'tenant', id: view.tenant.tenantId })
  const used = sql<{ unit_id: Id; name: string }>`
    with recursive used as (
      select distinct provider_unit_id as unit_id from cases.case where tenant_id = ${view.tenant.tenantId}
    ), line as (
      select unit_id from used
      union
      select p.parent_unit_id from line join organisation.unit_placement p on p.unit_id = line.unit_id
      where p.tenant_id = ${view.tenant.tenantId} and p.parent_unit_id is not null and p.valid_from <= ${view.today} and (p.valid_to is null or p.valid_to > ${view.today})
    )
    select p.unit_id, p.name from line join organisation.unit_placement p on p.unit_id = line.unit_id
    where p.tenant_id = ${view.tenant.tenantId} and p.valid_from <= ${view.today} and (p.valid_to is null or p.valid_to > ${view.today})
    limit 500`
  const found = await overAllAuthorities(view, () => used.execute(view.tx))
  const units = found.rows
    .filter((row) => mayAsk({ kind: 'unit', id: row.unit_id }))
    .map((row) => ({ value: row.unit_id, label: row.name }))
    .toSorted((a, b) => collator.compare(a.label, b.label))
  return whole ? [{ value: 'alla', label: view.tenant.name }, ...units] : units
}
const collator = new Intl.Collator('sv')

export interface LoadRow {
  /** Null = nobody has it. */
  readonly id: Id | null
  readonly name: string
  readonly open: number
  /** Of them: the promise is broken. */
  readonly broken: number
  /** Of them: waits for customer, supplier or ourselves. */
  readonly waiting: number
}

const open = sql.raw(openStates.map((state) => `'${state}'`).join(', '))
const counts = (view: View) => sql`count(*)::int as open,
  (count(*) filter (where c.state in ('new', 'in_progress') and c.due_at < ${view.now}))::int as broken,
  (count(*) filter (where c.state = 'waiting'))::int as waiting`

/** Open cases now by who has them, those without anybody last. */
export async function loadByPerson(view: View, scope: Scope): Promise<readonly LoadRow[]> {
  const counted = sql<LoadRow>`
    select c.owner_person_id as id, coalesce(p.name, '') as name, ${counts(view)}
    from cases.case c left join organisation.person p on p.tenant_id = c.tenant_id and p.person_id = c.owner_person_id
    where ${inScope(view, scope)} and c.state in (${open}) group by 1, 2 order by (c.owner_person_id is null), 3 desc, 2 limit 100`
  return (await overAllAuthorities(view, () => counted.execute(view.tx))).rows
}

export async function loadByUnit(view: View, scope: Scope): Promise<readonly LoadRow[]> {
  const counted = sql<LoadRow>`
    select c.provider_unit_id as id, coalesce(u.name, '') as name, ${counts(view)}
    from cases.case c left join organisation.unit_placement u on u.tenant_id = c.tenant_id and u.unit_id = c.provider_unit_id
      and u.valid_from <= ${view.today} and (u.valid_to is null or u.valid_to > ${view.today})
    where ${inScope(view, scope)} and c.state in (${open}) group by 1, 2 order by 3 desc, 2 limit 100`
  return (await overAllAuthorities(view, () => counted.execute(view.tx))).rows
}

/** The share to be kept that most of the scope's promises of the kind carry; null = none states one. */
export async function targetPercent(view: View, scope: Scope, kind: ClockKind): Promise<number | null> {
  const counted = sql<{ target: number }>`
    select k.target_share_thousandths as target from cases.clock k
    join cases.case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
    where ${inScope(view, scope)} and k.kind = ${kind} and k.target_share_thousandths is not null
    group by 1 order by count(*) desc, 1 desc limit 1`
  const found = await overAllAuthorities(view, () => counted.execute(view.tx))
  const target = found.rows[0]?.target
  return target === undefined ? null : target / 10
}

export interface MovesRow {
  readonly customerId: Id | null
  readonly customer: string
  /** One per period asked for, in their order. */
  readonly counts: readonly number[]
}

/** Orders of install, move, add and change per customer and month (HS-360); their sum is the figure `moves`. */
export async function movesByCustomer(
  view: View,
  scope: Scope,
  periods: readonly FigurePeriod[],
): Promise<readonly MovesRow[]> {
  const first = periods[0]
  const last = periods.at(-1)
  if (!first || !last) return []
  const counted = sql<{ customer_id: Id | null; name: string; day: Temporal.PlainDate; n: bigint }>`
    select c.customer_id, coalesce(u.name, '') as name, date_trunc('month', c.received_at at time zone 'Europe/Stockholm')::date as day, count(*) as n
    from cases.case c
    join catalogue.request_type rt on rt.tenant_id = c.tenant_id and rt.request_type_id = c.request_type_id and rt.need_type = 'move'
    left join organisation.customer cu on cu.tenant_id = c.tenant_id and cu.customer_id = c.customer_id
    left join organisation.unit_placement u on u.tenant_id = cu.tenant_id and u.unit_id = cu.unit_id
      and u.valid_from <= ${view.today} and (u.valid_to is null or u.valid_to > ${view.today})
    where ${inScope(view, scope)} and c.received_at >= ${bounds(first).from} and c.received_at < ${bounds(last).to}
    group by 1, 2, 3 order by 2`
  const found = await overAllAuthorities(view, () => counted.execute(view.tx))
  return [...Map.groupBy(found.rows, (row) => row.customer_id)].map(([customerId, rows]) => ({
    customerId,
    customer: rows[0]?.name ?? '',
    counts: periods.map((period) =>
      rows.reduce((sum, row) => (contains(period, row.day) ? sum + Number(row.n) : sum), 0),
    ),
  }))
}

function contains({ from, to }: FigurePeriod, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) < 0
}
