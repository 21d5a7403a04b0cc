// Takes protections away, from outside and in a database of one's own, so that each suite can be seen to fail (T-NEG).
import type { Pool } from 'pg'

/** Numbers read and written without holding the series, and nothing that refuses a second one. */
export async function withoutNumberLock(owner: Pool): Promise<void> {
  await rewriteSeal(
    owner,
    `select coalesce(max(s.last_number), 0) + 1 into drawn from platform.series s
      where s.tenant_id = tenant and s.series = draw->>'series';
    perform pg_sleep(0.002);
    insert into platform.series as s values (tenant, draw->>'series', drawn)
      on conflict on constraint series_pkey do update set last_number = excluded.last_number;`,
  )
  await owner.query('alter table cases.case drop constraint case_tenant_id_number_key')
}

/** Numbers from a sequence, as so many do: what is undone leaves a gap. */
export async function withSequence(owner: Pool): Promise<void> {
  await owner.query('create sequence platform.any_number')
  await owner.query('grant usage on sequence platform.any_number to kontoret_journal')
  await rewriteSeal(owner, `drawn := nextval('platform.any_number');`)
}

async function rewriteSeal(owner: Pool, drawing: string): Promise<void> {
  const found = await owner.query<{ text: string }>(
    `select pg_get_functiondef('platform.seal(jsonb, jsonb)'::regprocedure) as text`,
  )
  const text = found.rows[0]?.text ?? ''
  const changed = text.replace(/insert into platform\.series[^;]*returning s\.last_number into drawn;/, drawing)
  if (changed === text) throw new Error('platform.seal draws its numbers in another way than was thought')
  await owner.query(changed)
}

/** Every key is a new one: a repeated request is done again. */
export async function withoutIdempotency(owner: Pool): Promise<void> {
  await owner.query(`
    create function platform.forget() returns trigger language plpgsql as $$
    begin new.key := left(new.key, 150) || gen_random_uuid(); return new; end $$;
    create trigger forget before insert on platform.idempotency for each row execute function platform.forget()`)
}

/** The tenant is the only boundary left around cases. */
export async function withoutCasePolicy(owner: Pool): Promise<void> {
  await owner.query(`
    drop policy boundary on cases.case;
    create policy boundary on cases.case to kontoret_app
      using (tenant_id = platform.ctx_tenant()) with check (tenant_id = platform.ctx_tenant())`)
}

/** A commit is acknowledged before it is on disk. */
export async function withoutDurability(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name')
  await owner.query(`alter database ${rows[0]?.name} set synchronous_commit = off`)
}

/** What is said to other processes reaches nobody. */
export async function withoutNotify(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name')
  await owner.query(`
    create schema mute;
    create function mute.pg_notify(text, text) returns void language sql as '';
    grant usage on schema mute to public;
    alter database ${rows[0]?.name} set search_path = mute, pg_catalog, public`)
}

/** People of every tenant are everyone's. */
export async function withoutTenantPolicy(owner: Pool): Promise<void> {
  await owner.query(`
    drop policy boundary on organisation.person;
    create policy boundary on organisation.person to kontoret_app using (true) with check (true)`)
}

/** Rooms that stumble over words they did not expect. */
export async function withFragileRooms(owner: Pool): Promise<void> {
  const columns = [
    ['catalogue.need', 'title'],
    ['organisation.place', 'name'],
    ['platform.saved_view', 'name'],
    ['cases.message', 'body'],
    ['registry.decision', 'title'],
    ['systems.system', 'name'],
  ] as const
  for (const [table, column] of columns) {
    const stumble = `${table}_stumbles`
    await owner.query(`
      create function ${stumble}() returns trigger language plpgsql as $$
      begin if new.${column} !~ '^[A-ZÅÄÖa-zåäö0-9 ]*$' or length(new.${column}) > 60 then raise exception 'stumbled'; end if; return new; end $$;
      create trigger stumbles before insert or update on ${table} for each row execute function ${stumble}()`)
  }
}
