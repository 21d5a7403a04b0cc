// What a filled office begins with: its tenant, units and people, and one row for each case, from which all else is
// written. Everything follows from the running number of a case, so that the same size is always the same office.
import type { Id } from '#basics/id'
import type { Scene } from '../world/scene.ts'
import { firstNames, lastNames, nameLexemes, texts } from './words.ts'

export interface TenantShape {
  readonly n: number
  readonly scene: Scene
  readonly cases: number
  /** The newest of them are open: the same number in each of the twenty units that take cases. */
  readonly open: number
  readonly people: number
  readonly vectors: readonly string[]
}

export const prepare = `
drop schema if exists bench_fill cascade;
create schema bench_fill;
-- An id as the program makes them: the time first; then which tenant, what kind and which number.
create function bench_fill.id(tenant integer, kind integer, n bigint, at timestamptz) returns uuid language sql stable as
$$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(tenant), 3, '0') || lpad(to_hex(n), 12, '0'))::uuid $$;
create unlogged table bench_fill.tenant (
  t integer, tenant_id uuid, alva uuid, eva uuid, prefix text,
  party_id uuid, social uuid, skola uuid, social_party uuid, skola_party uuid, schedule_id uuid, promise_answer uuid, promise_start uuid);
create unlogged table bench_fill.kind (t integer, n integer, kind text, request_type_id uuid, service_id uuid, form_id uuid);
create unlogged table bench_fill.text (t integer, n integer, title text, body text, vector text);
create unlogged table bench_fill.unit (t integer, n integer, unit_id uuid);
create unlogged table bench_fill.base (
  t integer, i bigint, tenant_id uuid, case_id uuid, k bigint, u integer, is_open boolean, state text, received_at timestamptz,
  done_at timestamptz, requester_id uuid, customer_id uuid, authority_id uuid, unit_id uuid, provider_unit_id uuid,
  owner_id uuid, handler_id uuid, kind integer, words integer, watcher_id uuid, is_long boolean, due_at timestamptz);
`

/** The cases whose events, messages and clocks are written. */
export const told = (lean: boolean): string =>
  `create view bench_fill.told as select * from bench_fill.base${lean ? ' where is_open or k % 8 = 0' : ''}`

interface Statement {
  readonly text: string
  readonly values: unknown[]
}

const requestTypes = ['vaktmasteri-jobb', 'fastighet-fel', 'utskrift', 'it-fraga']
const serviceOf = ['vaktmasteri', 'felanmalan', 'it-stod', 'it-stod']
const kindOf = ['order', 'fault', 'fault', 'question']
const units = 20
const schools = 100
const handlersPerUnit = 6
const laid = "timestamptz '2010-01-01 00:00+00'"

export function basis(shape: TenantShape): Statement[] {
  const { n, scene } = shape
  return [...aboutTenant(shape), ...organisation(n, scene, shape.people), ...casesOf(shape)]
}

function aboutTenant({ n, scene, vectors }: TenantShape): Statement[] {
  const { ids, tenant } = scene
  const numbers = [...texts.keys()]
  return [
    {
      text: 'insert into bench_fill.tenant values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
      values: [
        ...[n, tenant.tenantId, ids.person.agent, ids.person.purchaser, 'KIT', ids.party.namnd],
        ...[ids.customer.social, ids.customer.skola, ids.party.social, ids.party.skola, ids.schedule.kontor],
        ...[ids.promise['portal'], ids.promise['start']],
      ],
    },
    ...requestTypes.map((code, at) => ({
      text: 'insert into bench_fill.kind values ($1, $2, $3, $4, $5, $6)',
      values: [
        ...[n, at, kindOf[at], ids.requestType[code], ids.service[serviceOf[at] ?? '']],
        at === 0 ? ids.form['jobb'] : null,
      ],
    })),
    {
      text: 'insert into bench_fill.text select $1, x.n, x.title, x.body, x.vector from unnest($2::int[], $3::text[], $4::text[], $5::text[]) x(n, title, body, vector)',
      values: [n, numbers, texts.map(({ title }) => title), texts.map(({ body }) => body), [...vectors]],
    },
  ]
}

/** Twenty units that take cases, a hundred schools and offices that ask, and the people in them. */
function organisation(n: number, scene: Scene, people: number): Statement[] {
  const { ids, tenant } = scene
  const T = tenant.tenantId
  const id = (kind: number, number: string) => `bench_fill.id(${n}, ${kind}, ${number}, ${laid})`
  const place = (kind: string, parent: string, party: string) =>
    `insert into organisation.unit_placement (tenant_id, unit_id, valid_from, parent_unit_id, party_id, kind, name)
     select $1, u.unit_id, date '2010-01-01', ${parent}, ${party}, '${kind}', u.name from u`
  const insertPeople = (kind: number, title: string) =>
    `with p as (insert into organisation.person (tenant_id, person_id, name, title, email, kind, origin)
       select $1, ${id(kind, 'g')}, ($2::text[])[1 + g % ${firstNames.length}] || ' ' || ($3::text[])[1 + (g / ${firstNames.length}) % ${lastNames.length}],
         '${title}', 'p${kind}x' || g || '@provkoping.example', 'employee', 'demonstration' from generate_series(0, $4::int - 1) g returning tenant_id, person_id)
     insert into platform.account (tenant_id, account_id, person_id, login_name) select tenant_id, person_id, person_id, person_id::text from p`
  const seat = (kind: number, role: Id | undefined, unit: string, count: number) =>
    `insert into organisation.assignment (tenant_id, assignment_id, person_id, role_id, unit_id, share_percent, valid_from, origin)
     select '${T}', ${id(kind, 'g')}, ${id(kind, 'g')}, '${role ?? ''}', ${unit}, 100, date '2010-01-01', 'demonstration' from generate_series(0, ${count - 1}) g`
  const indexPeople = (kind: number, count: number): Statement => ({
    text: `insert into platform.search_entry (tenant_id, kind, id, open, tsv)
      select $1, 'person', ${id(kind, 'g')}, false, (($2::text[])[1 + g % ${firstNames.length}] || ':1A ' || ($3::text[])[1 + (g / ${firstNames.length}) % ${lastNames.length}] || ':2A')::tsvector
      from generate_series(0, $4::int - 1) g`,
    values: [T, nameLexemes(T, firstNames), nameLexemes(T, lastNames), count],
  })
  const unitRows = (kind: number, count: number, name: string) =>
    `with u as (insert into organisation.unit (tenant_id, unit_id, code, origin) select $1, ${id(kind, 'g')}, 'e${kind}-' || g, 'demonstration' from generate_series(1, ${count}) g
       returning tenant_id, unit_id, '${name} ' || substr(code, 4) as name, substr(code, 4)::int as number)`
  const handlers = units * handlersPerUnit
  const unit = (number: string) => `(select unit_id from bench_fill.unit b where b.t = ${n} and b.n = ${number})`
  return [
    {
      text: `${unitRows(2, units - 1, 'Enhet')} ${place('unit', '$2', '$3')}`,
      values: [T, ids.unit['fastighet'], ids.party.namnd],
    },
    {
      text: `insert into bench_fill.unit select ${n}, 0, $1::uuid union all select ${n}, g, ${id(2, 'g')} from generate_series(1, ${units - 1}) g`,
      values: [ids.unit['kontorsservice']],
    },
    {
      text: `${unitRows(3, schools, 'Skola')} ${place('school', 'case when u.number % 2 = 0 then $2::uuid else $4::uuid end', 'case when u.number % 2 = 0 then $3::uuid else $5::uuid end')}`,
      values: [T, ids.unit['social'], ids.party.social, ids.unit['skola'], ids.party.skola],
    },
    { text: insertPeople(4, 'Vaktmästare'), values: [T, firstNames, lastNames, handlers] },
    { text: insertPeople(5, 'Lärare'), values: [T, firstNames, lastNames, people] },
    { text: seat(4, ids.role['agent'], unit(`g / ${handlersPerUnit}`), handlers), values: [] },
    { text: seat(5, ids.role['employee'], id(3, `(1 + g % ${schools})`), people), values: [] },
    // One who sees the whole office: its head.
    { text: insertPeople(6, 'Kontorschef'), values: [T, firstNames, lastNames, 1] },
    { text: seat(6, ids.role['unit_manager'], `'${ids.unit['kit'] ?? ''}'::uuid`, 1), values: [] },
    indexPeople(4, handlers),
    indexPeople(5, people),
  ]
}

/** One row for each case, from which all others are written. Times end where the scene's day begins. */
function casesOf({ n, scene, cases, open, people }: TenantShape): Statement[] {
  const { ids, tenant } = scene
  const end = "timestamptz '2012-04-02 06:30+00'"
  const begin = "timestamptz '2000-01-03 06:00+00'"
  const each = (count: number): number => Math.max(1, Math.floor(cases / count))
  const id = (kind: number, number: string) => `bench_fill.id(${n}, ${kind}, ${number}, ${laid})`
  const rareEvery = Math.max(1, Math.floor(cases / units / 85))
  return [
    {
      text: `insert into bench_fill.base
        with a as (
          select i, i / ${units} as k, (i % ${units})::int as u, i > ${cases - open} as is_open,
            case when i > ${cases - open} then ${end} - ((${cases} - i)::float8 / ${open}) * interval '16 days'
              else ${begin} + (i::float8 / ${cases - open}) * interval '4450 days' end as received_at
          from generate_series(1::bigint, ${cases}) i
        ), b as (
          select *, case when is_open then
              case when k % 50 = 0 then 'awaiting_approval' when k % 10 = 1 then 'waiting' when k % 10 in (2, 3, 4) then 'new' else 'in_progress' end
            when i > ${cases - open - Math.min(2000, Math.floor(cases / 50))} then 'done' when k % 100 = 7 then 'withdrawn' else 'closed' end as state,
            case when i % ${each(60)} = 7 or (is_open and i % 500 = 9) then '${ids.person.employee}'::uuid else ${id(5, `(i * 7919) % ${people}`)} end as requester_id,
            (i * 7919) % ${people} as person
          from a
        )
        select ${n}, i, '${tenant.tenantId}', bench_fill.id(${n}, 1, i, received_at), k, u, is_open, state, received_at,
          case when not is_open and state <> 'withdrawn' then received_at + interval '4 days' end,
          requester_id, case when person % 2 = 0 then '${ids.customer.skola}'::uuid else '${ids.customer.social}'::uuid end,
          case when person % 2 = 0 then '${ids.party.skola}'::uuid else '${ids.party.social}'::uuid end,
          ${id(3, `1 + person % ${schools}`)}, (select unit_id from bench_fill.unit x where x.t = ${n} and x.n = b.u),
          case when state in ('new', 'awaiting_approval') then null when u = 0 and k % 7 = 0 then '${ids.person.agent}'::uuid
            else ${id(4, `u * ${handlersPerUnit} + k % ${handlersPerUnit}`)} end,
          ${id(4, `u * ${handlersPerUnit} + k % ${handlersPerUnit}`)},
          (k % 4)::int, (case when u = 0 and k % ${rareEvery} = 0 and k / ${rareEvery} < 85 then 400 + k % 20 when i % 10 = 3 then 300 + k % 100 else (i * 31) % 300 end)::int,
          case when i % ${each(40)} = 11 then '${ids.person.employee}'::uuid when k % 5 = 2 then ${id(5, `(i * 31) % ${people}`)} end,
          is_open and k % 10 = 5,
          case when not is_open then null when state = 'awaiting_approval' then null else received_at + case when state = 'new' then interval '5 days' else interval '14 days' end end
        from b order by i`,
      values: [],
    },
  ]
}
