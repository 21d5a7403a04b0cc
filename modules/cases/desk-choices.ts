// What the forms of the desk can choose among, and what their words point at: units, offerings, rooms, systems, other
// cases, files.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import type { Lang } from '#basics/lang'
import { notFound } from '#basics/refusal'
import type { View } from '#platform/act'
import { stateWords } from './case.ts'
import { foundCases } from './desk-queries.ts'
import type { Choice } from './desk-queries.ts'
import { readableCases } from './list-query.ts'

const collator = new Intl.Collator('sv')

type UnitChoice = Choice & { readonly detail: string | null }

/** Units a case can be handed over to: those whose party takes cases. The unit above tells namesakes apart. */
export const unitsThatTakeCases = (view: View): Promise<readonly UnitChoice[]> => unitsOf(view, 'takes')

/** Units a case can be for: all of the day; whether one belongs to a customer is said when it is chosen. */
export const unitsThatOrder = (view: View): Promise<readonly UnitChoice[]> => unitsOf(view, 'any')

async function unitsOf(view: View, which: 'takes' | 'any'): Promise<readonly UnitChoice[]> {
  const { today } = view
  const valid = (alias: string) =>
    sql<boolean>`${sql.ref(`${alias}.valid_from`)} <= ${today} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${today})`
  const rows = await view.tx
    .selectFrom('organisation.unit_placement as p')
    .innerJoin('organisation.party as party', (j) =>
      j.onRef('party.tenant_id', '=', 'p.tenant_id').onRef('party.party_id', '=', 'p.party_id'),
    )
    .leftJoin('organisation.unit_placement as above', (j) =>
      j.onRef('above.tenant_id', '=', 'p.tenant_id').onRef('above.unit_id', '=', 'p.parent_unit_id').on(valid('above')),
    )
    .select(['p.unit_id as value', 'p.name as label', 'above.name as detail'])
    .where('p.tenant_id', '=', view.tenant.tenantId)
    .$if(which === 'takes', (q) => q.where('party.series_prefix', 'is not', null))
    .where(valid('p'))
    .limit(2000)
    .execute()
  return rows.toSorted((a, b) => collator.compare(a.label, b.label))
}

/** What can be delivered on a case of the service, with the unit it is counted in; the request type's own first. */
export async function offeringsToDeliver(
  view: View,
  key: { serviceId: Id; requestTypeId: Id },
  lang: Lang,
): Promise<readonly (Choice & { readonly unit: string; readonly own: boolean })[]> {
  const rows = await view.tx
    .selectFrom('catalogue.offering as o')
    .innerJoin('catalogue.counting_unit as u', (j) =>
      j
        .onRef('u.tenant_id', '=', 'o.tenant_id')
        .onRef('u.counting_unit_id', '=', 'o.counting_unit_id')
        .onRef('u.version_no', '=', 'o.counting_unit_version'),
    )
    .leftJoin('catalogue.request_type as rt', (j) =>
      j
        .onRef('rt.tenant_id', '=', 'o.tenant_id')
        .onRef('rt.offering_id', '=', 'o.offering_id')
        .on('rt.request_type_id', '=', key.requestTypeId),
    )
    .select([
      'o.offering_id as value',
      lang === 'sv' ? 'o.name_sv as label' : 'o.name_en as label',
      lang === 'sv' ? 'u.name_sv as unit' : 'u.name_en as unit',
      sql<boolean>`rt.request_type_id is not null`.as('own'),
    ])
    .where('o.tenant_id', '=', view.tenant.tenantId)
    .where('o.service_id', '=', key.serviceId)
    .where('o.valid_from', '<=', view.today)
    .where((e) => e.or([e('o.valid_to', 'is', null), e('o.valid_to', '>', view.today)]))
    .limit(200)
    .execute()
  return rows.toSorted((a, b) => Number(b.own) - Number(a.own) || collator.compare(a.label, b.label))
}

/** Rooms of the buildings at a place. */
export async function roomsIn(view: View, placeId: Id): Promise<readonly Choice[]> {
  const rows = await view.tx
    .selectFrom('premises.room as r')
    .innerJoin('premises.building as b', (j) =>
      j.onRef('b.tenant_id', '=', 'r.tenant_id').onRef('b.building_id', '=', 'r.building_id'),
    )
    .select(['r.room_id as value', 'r.name as label'])
    .where('r.tenant_id', '=', view.tenant.tenantId)
    .where('b.place_id', '=', placeId)
    .limit(2000)
    .execute()
  return rows.toSorted((a, b) => collator.compare(a.label, b.label))
}

export async function systemsToChoose(view: View): Promise<readonly Choice[]> {
  const rows = await view.tx
    .selectFrom('systems.system')
    .select(['system_id as value', 'name as label'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('valid_from', '<=', view.today)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', view.today)]))
    .limit(2000)
    .execute()
  return rows.toSorted((a, b) => collator.compare(a.label, b.label))
}

/** Cases that what is written may mean: by number, else by what they are about. For the fields that point at a case. */
export async function casesLike(
  view: View,
  text: string,
  lang: Lang,
): Promise<readonly (Choice & { readonly detail: string })[]> {
  const ids = await foundCases(view, text.trim().slice(0, 200))
  // starts_with is trusted behind the row policy (leakproof), so the index of numbers serves it; `like` is not.
  const starts = await readableCases(view)
    .select('c.case_id')
    .where(sql<boolean>`starts_with(c.number, ${text.trim().toUpperCase()})`)
    .orderBy('c.case_id', 'desc')
    .limit(10)
    .execute()
  const wanted = [...new Set([...starts.map((row) => row.case_id), ...(ids ?? [])])].slice(0, 60)
  if (wanted.length === 0) return []
  const rows = await readableCases(view)
    .select(['c.case_id', 'c.title', 'c.state', sql<string>`coalesce(c.number, '')`.as('number')])
    .where('c.case_id', 'in', wanted)
    .execute()
  const byId = new Map(rows.map((row) => [row.case_id, row]))
  return wanted
    .flatMap((id) => {
      const row = byId.get(id)
      return row ? [{ value: id, label: `${row.number} ${row.title}`, detail: stateWords[row.state][lang] }] : []
    })
    .slice(0, 20)
}

/** Questions and complaints somebody outside can have: those that ask for nothing but words. `field` is where the words go. */
export async function outsideRequests(
  view: View,
  lang: Lang,
): Promise<readonly (Choice & { readonly detail: string; readonly field: string | null })[]> {
  const { today } = view
  const rows = await view.tx
    .selectFrom('catalogue.request_type as rt')
    .innerJoin('catalogue.service as s', (j) =>
      j.onRef('s.tenant_id', '=', 'rt.tenant_id').onRef('s.service_id', '=', 'rt.service_id'),
    )
    .innerJoin('catalogue.service_version as sv', (j) =>
      j
        .onRef('sv.tenant_id', '=', 's.tenant_id')
        .onRef('sv.service_id', '=', 's.service_id')
        .onRef('sv.version_no', '=', 's.published_version'),
    )
    .leftJoin('catalogue.form as f', (j) =>
      j.onRef('f.tenant_id', '=', 'rt.tenant_id').onRef('f.form_id', '=', 'rt.form_id'),
    )
    .leftJoin('catalogue.form_version as fv', (j) =>
      j
        .onRef('fv.tenant_id', '=', 'f.tenant_id')
        .onRef('fv.form_id', '=', 'f.form_id')
        .onRef('fv.version_no', '=', 'f.published_version'),
    )
    .select(['rt.code', 'rt.name_sv', 'rt.name_en', 'sv.name_sv as service', 'fv.fields'])
    .where('rt.tenant_id', '=', view.tenant.tenantId)
    .where('rt.case_kind', 'in', ['question', 'complaint'])
    .where('rt.valid_from', '<=', today)
    .where((e) => e.or([e('rt.valid_to', 'is', null), e('rt.valid_to', '>', today)]))
    .limit(500)
    .execute()
  return rows
    .flatMap((row) => {
      const fields = (row.fields ?? []) as readonly { key: string; kind: string; required?: boolean }[]
      const must = fields.filter((field) => field.required)
      const words = must.find((field) => field.kind === 'long_text' || field.kind === 'text')
      if (must.length > 1 || (must.length === 1 && !words)) return []
      return [
        {
          value: row.code,
          label: lang === 'sv' ? row.name_sv : row.name_en,
          detail: row.service,
          field: words?.key ?? null,
        },
      ]
    })
    .toSorted((a, b) => collator.compare(a.label, b.label))
}

/** The number of a case one has just registered for somebody: to say on the telephone, also when the case lies elsewhere. */
export async function registeredByMe(
  view: View,
  caseId: string,
): Promise<{ number: string; unit: string; readable: boolean } | null> {
  if (!isId(caseId)) return null
  const row = await view.tx
    .selectFrom('cases.case as c')
    .leftJoin('organisation.unit_placement as p', (j) =>
      j
        .onRef('p.tenant_id', '=', 'c.tenant_id')
        .onRef('p.unit_id', '=', 'c.provider_unit_id')
        .on('p.valid_from', '<=', view.today)
        .on((e) => e.or([e('p.valid_to', 'is', null), e('p.valid_to', '>', view.today)])),
    )
    .select(['c.number', 'p.name'])
    .where('c.tenant_id', '=', view.tenant.tenantId)
    .where('c.case_id', '=', caseId)
    .where('c.registered_by', '=', view.actor.personId ?? view.tenant.tenantId)
    .executeTakeFirst()
  if (!row) return null
  const seen = await readableCases(view).select('c.case_id').where('c.case_id', '=', caseId).executeTakeFirst()
  return { number: row.number ?? '', unit: row.name ?? '', readable: seen !== undefined }
}

/** The case a number or an id names, as far as the row policies go; a deed then asks for itself who may. */
export async function caseNamed(view: View, named: string): Promise<{ caseId: Id; number: string }> {
  const key = named.trim()
  const row = await view.tx
    .selectFrom('cases.case')
    .select(['case_id', 'number'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where((e) => (isId(key) ? e('case_id', '=', key) : e('number', '=', key.toUpperCase())))
    .executeTakeFirst()
  return row ? { caseId: row.case_id, number: row.number ?? row.case_id } : notFound()
}
