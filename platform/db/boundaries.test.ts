// The catalogue held to the boundaries: every table behind its tenant key, its forced policy and composite foreign keys;
// what stands outside is this list and nothing else (trust.md §0.4).
import { beforeAll, expect, test } from 'vitest'
import type { Pool } from 'pg'
import { testDatabase } from '#testing'

const ours = "('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'public')"
/** Known to the whole installation: the list of tenants and the installation itself, and what migrations remember. */
const withoutTenant = new Set(['platform.tenant', 'platform.installation', 'schema_history.applied'])
const definers = [
  'organisation.seat_reach',
  'organisation.system_reach',
  'platform.enqueue',
  'platform.find',
  'platform.open_entries',
  'platform.seal',
  'platform.session_by_token',
]

let pool: Pool
beforeAll(async () => {
  pool = (await testDatabase()).ownerPool
})

const rows = async <R extends object>(text: string): Promise<R[]> => (await pool.query<R>(text)).rows

test('every table has the tenant first in every key, forced row-level security and a policy', async () => {
  const tables = await rows<{ name: string; forced: boolean; policies: string; keys: string[] }>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
      array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisunique) as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname not in ${ours} order by 1`)
  const bad = tables
    .filter((table) => !withoutTenant.has(table.name))
    .filter((table) => !table.forced || Number(table.policies) === 0 || table.keys.some((key) => key !== 'tenant_id'))
  expect(tables.length).toBeGreaterThan(50)
  expect(bad).toEqual([])
})

test('every foreign key between guarded tables begins with the tenant', async () => {
  const keys = await rows<{ name: string }>(`
    select k.conrelid::regclass::text || ' ' || k.conname as name from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and n.nspname not in ${ours} and a.attname <> 'tenant_id'`)
  expect(keys).toEqual([])
})

test('no policy is missing for what the application may do, and it owns nothing and bypasses nothing', async () => {
  const [role] = await rows<{ bypass: boolean; super: boolean; owned: string }>(`
    select rolbypassrls as bypass, rolsuper as super, (select count(*) from pg_class c where c.relowner = r.oid) as owned from pg_roles r where rolname = 'kontoret_app'`)
  expect(role).toMatchObject({ bypass: false, super: false })
  expect(Number(role?.owned)).toBe(0)
  const views = await rows<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and n.nspname not in ${ours} and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
  )
  expect(views).toEqual([])
})

test('the functions that run with another right are these, each with its search path pinned', async () => {
  const found = await rows<{ name: string; pinned: boolean }>(`
    select n.nspname || '.' || p.proname as name, exists (select from unnest(coalesce(p.proconfig, '{}')) c where c like 'search_path=%') as pinned
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ${ours} order by 1`)
  expect([...new Set(found.map((one) => one.name))]).toEqual(definers)
  expect(found.filter((one) => !one.pinned)).toEqual([])
})

test('without a context there are no rows', async () => {
  const { appPool } = await testDatabase()
  for (const table of ['cases.case', 'organisation.person', 'platform.journal', 'platform.outbox'])
    expect((await appPool.query(`select from ${table} limit 1`)).rowCount).toBe(0)
})

test('TY-014 nowhere about a person is there a field for subsidy, health or leave', async () => {
  const fields = await rows<{ name: string }>(`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema not in ${ours} and column_name ~* '(subsid|bidrag|health|halsa|sick|sjuk|leave|diagnos|disab)'`)
  expect(fields).toEqual([])
})
