// What the catalogue can count: how many of the basic services of an area all asked administrations have signed (TY-069).
import { sql } from 'kysely'
import { ZONE } from '#basics/dates'
import type { View } from '#platform/act'
import type { FigureDefinition, FigurePeriod, FigureRow, FigureValue, Scope } from '#platform/figures'

/** The last moment of the period. */
const endOf = ({ to }: FigurePeriod): Temporal.Instant => to.toZonedDateTime(ZONE).toInstant()

function basicServices(view: View, scope: Scope, period: FigurePeriod) {
  const last = period.to.subtract({ days: 1 })
  const at = endOf(period)
  return view.tx
    .selectFrom('catalogue.service_version as v')
    .innerJoin('catalogue.service as s', (join) =>
      join.onRef('s.tenant_id', '=', 'v.tenant_id').onRef('s.service_id', '=', 'v.service_id'),
    )
    .where('v.basic', '=', true)
    .where('v.published_at', 'is not', null)
    .where((w) => w.or([w('v.valid_from', 'is', null), w('v.valid_from', '<=', last)]))
    .where((w) => w.or([w('v.valid_to', 'is', null), w('v.valid_to', '>', last)]))
    .where((w) => w.or([w('s.ends_on', 'is', null), w('s.ends_on', '>', last)]))
    .$if(scope.kind === 'area', (q) => q.where('s.area_id', '=', scope.id))
    .$if(scope.kind === 'service', (q) => q.where('s.service_id', '=', scope.id))
    .select(
      sql<boolean>`exists (select from catalogue.sign_off f where f.tenant_id = v.tenant_id and f.service_id = v.service_id and f.version_no = v.version_no and f.asked_at < ${at})
      and not exists (select from catalogue.sign_off f where f.tenant_id = v.tenant_id and f.service_id = v.service_id and f.version_no = v.version_no and f.asked_at < ${at}
        and (f.signed_at is null or f.signed_at >= ${at}))`.as('settled'),
    )
}

const share = (numerator: number, denominator: number): FigureValue => ({
  value: denominator === 0 ? null : (100 * numerator) / denominator,
  numerator,
  denominator,
})

export const basicServicesSettled: FigureDefinition = {
  key: 'catalogue.basic_services_settled',
  version: 1,
  validFrom: '2012-01-01',
  name: { sv: 'Fastställda bastjänster', en: 'Settled basic services' },
  sentence: {
    sv: 'Andel av bastjänsterna där alla förvaltningar som ombetts skriva under har gjort det, vid periodens slut.',
    en: 'Share of the basic services that every administration asked to sign has signed, at the end of the period.',
  },
  exclusions: {
    sv: 'Utkast, avslutade tjänster och tjänster som inte är bastjänster räknas inte.',
    en: 'Drafts, ended services and services that are not basic are not counted.',
  },
  unit: 'percent',
  scopes: ['tenant', 'area'],
  sources: ['catalogue.service_version', 'catalogue.sign_off'],
  circles: 'outside',
  better: 'higher',
  async value(view, scope, period) {
    const counted = await view.tx
      .selectFrom(basicServices(view, scope, period).as('b'))
      .select([sql<bigint>`count(*)`.as('n'), sql<bigint>`count(*) filter (where b.settled)`.as('ready')])
      .executeTakeFirstOrThrow()
    return share(Number(counted.ready), Number(counted.n))
  },
  async rows(view, scope, period, page) {
    let query = basicServices(view, scope, period)
      .select(['s.service_id', 's.code', 'v.name_sv', 'v.published_at'])
      .orderBy('s.service_id')
      .limit(page.limit)
    if (page.after) query = query.where('s.service_id', '>', page.after)
    const rows = await query.execute()
    return rows.map((row): FigureRow => ({
      subjectKind: 'service',
      subjectId: row.service_id,
      label: `${row.code} ${row.name_sv}`,
      at: row.published_at ?? endOf(period),
      measure: row.settled ? 1 : 0,
      counted: true,
    }))
  },
  fold: (rows) =>
    share(
      rows.reduce((sum, row) => sum + row.measure, 0),
      rows.length,
    ),
}

export const catalogueFigures: readonly FigureDefinition[] = [basicServicesSettled]
