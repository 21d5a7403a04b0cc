// How a figure of cases is counted: the scope and period in SQL, the page of rows behind it, and the folds.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { View } from '#platform/act'
import { overAllAuthorities } from '#platform/figure-reach'
import type { FigureDefinition, FigurePeriod, FigureRow, FigureValue, Scope } from '#platform/figures'
import { figureWords } from './figure-words.ts'

const scopes = ['tenant', 'authority', 'customer', 'unit', 'service'] as const

/** The instants of a period: midnight to midnight in Sweden. */
export const bounds = (period: FigurePeriod) => ({
  from: period.from.toZonedDateTime('Europe/Stockholm').toInstant(),
  to: period.to.toZonedDateTime('Europe/Stockholm').toInstant(),
})

/** Cases of a scope; a unit counts with those beneath it. Circle-marked cases are outside every figure here. */
export function inScope(view: View, scope: Scope): RawBuilder<boolean> {
  const base = sql<boolean>`c.tenant_id = ${view.tenant.tenantId} and c.circle_id is null`
  if (scope.kind === 'tenant') return base
  if (scope.kind === 'authority') return sql`${base} and c.information_owner_id = ${scope.id}`
  if (scope.kind === 'customer') return sql`${base} and c.customer_id = ${scope.id}`
  if (scope.kind === 'service') return sql`${base} and c.service_id = ${scope.id}`
  return sql`${base} and c.provider_unit_id in (
    with recursive beneath as (
      select ${scope.id}::uuid as unit_id
      union
      select p.unit_id from organisation.unit_placement p join beneath b on p.parent_unit_id = b.unit_id
      where p.tenant_id = ${view.tenant.tenantId} and p.valid_from <= ${view.today} and (p.valid_to is null or p.valid_to > ${view.today})
    ) select unit_id from beneath)`
}

interface CaseFact {
  case_id: string
  number: string
  title: string
  at: Temporal.Instant
  /** numeric comes as text */
  measure: number | string
  counted: boolean
}

/** One list of facts in a stable order, a page at a time; the label is left out where the viewer may not see the case. */
async function page(
  view: View,
  facts: RawBuilder<unknown>,
  { after, limit }: { after?: string; limit: number },
): Promise<FigureRow[]> {
  const found =
    await sql<CaseFact>`select * from (${facts}) f ${after ? sql`where f.case_id > ${after}` : sql``} order by f.case_id limit ${limit}`.execute(
      view.tx,
    )
  const { actor } = view
  const handled = actor.rights.has('case.handle') ? [...actor.unitIds] : []
  const seen = new Set<string>()
  if (actor.kind === 'person' && found.rows.length > 0) {
    const visible = await sql<{ case_id: string }>`
      select c.case_id from cases.case c where c.tenant_id = ${view.tenant.tenantId} and c.case_id = any (${found.rows.map((row) => row.case_id)}::uuid[])
      and (c.requester_id = ${actor.personId} or ${actor.personId}::uuid = any (c.watchers) or c.customer_id = any (${[...actor.customers]}::uuid[]) or c.provider_unit_id = any (${handled}::uuid[]))`.execute(
      view.tx,
    )
    for (const row of visible.rows) seen.add(row.case_id)
  }
  return found.rows.map((row) => ({
    subjectKind: 'case',
    subjectId: row.case_id,
    label: actor.kind === 'system' || seen.has(row.case_id) ? `${row.number} ${row.title}` : '',
    at: row.at,
    measure: Number(row.measure),
    counted: row.counted,
  }))
}

const sumOf = (rows: readonly FigureRow[]): number =>
  rows.filter((row) => row.counted).reduce((sum, row) => sum + row.measure, 0)
export const count = (rows: readonly FigureRow[]): FigureValue => ({ value: sumOf(rows) })
export function share(numerator: number, denominator: number, beside?: Readonly<Record<string, number>>): FigureValue {
  return {
    value: denominator === 0 ? null : Math.round((numerator / denominator) * 1000) / 10,
    numerator,
    denominator,
    ...(beside ? { beside } : {}),
  }
}
export const shareOf = (rows: readonly FigureRow[]): FigureValue => {
  const counted = rows.filter((row) => row.counted)
  return share(sumOf(counted), counted.length)
}

export const head = sql`c.case_id, coalesce(c.number, '') as number, c.title`

interface Simple {
  readonly key: string
  readonly unit: FigureDefinition['unit']
  readonly better: FigureDefinition['better']
  readonly sources: readonly string[]
  /** Rows as case_id, number, title, at, measure, counted. */
  facts(view: View, scope: Scope, period: FigurePeriod): RawBuilder<unknown>
  /** The value counted apart, in one aggregate statement. */
  value(view: View, scope: Scope, period: FigurePeriod): Promise<FigureValue>
  fold(rows: readonly FigureRow[]): FigureValue
}

export function define(simple: Simple): FigureDefinition {
  return {
    ...simple,
    ...figureWords[simple.key as keyof typeof figureWords],
    version: 1,
    validFrom: '2012-01-01',
    scopes: [...scopes],
    circles: 'outside',
    value: (view, scope, period) => overAllAuthorities(view, () => simple.value(view, scope, period)),
    rows: (view, scope, period, paging) =>
      overAllAuthorities(view, () => page(view, simple.facts(view, scope, period), paging)),
  }
}

export async function one<R extends object>(view: View, query: RawBuilder<R>): Promise<R> {
  const row = (await query.execute(view.tx)).rows[0]
  if (!row) throw new Error('figure: an aggregate gave no row')
  return row
}
