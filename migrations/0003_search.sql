-- What can be found, and the only way to search it. Under forced row-level security @@ would scan the table, so a role
-- without sign-in searches for the context's tenant and gives back ids only; what is seen is decided by the policies of
-- the tables those ids belong to (model.md §1). The tsvector is made by platform/search, not by a server dictionary.

do $$ begin
  if not exists (select from pg_roles where rolname = 'kontoret_finder') then create role kontoret_finder nologin; end if;
end $$;
do $$ begin execute format('grant kontoret_finder to %I', current_user); end $$;
grant usage, create on schema platform to kontoret_finder;

create table platform.search_entry (
  tenant_id uuid not null references platform.tenant,
  kind text not null,
  id uuid not null,
  -- Everyone in the tenant may read it: its text is kept here and its words join the vocabulary. Of other entries only
  -- the lexemes are kept.
  open boolean not null,
  title text not null default '',
  synonyms text[] not null default '{}',
  body text not null default '',
  words text[] not null default '{}',
  tsv tsvector not null,
  primary key (tenant_id, kind, id),
  check (open or (title = '' and synonyms = '{}' and body = '' and words = '{}'))
);
-- Every lexeme begins with the scope of its tenant and kind, so that one list of the index holds only what is asked for.
-- (Measured at a million entries, 70 matches: 0.02 ms; with gin (tenant_id, kind, tsv), which must cut the list of the
-- word with those of the tenant and the kind, 3 ms.) Without a pending list: a search never reads what a write put off.
create index search_entry_by_lexeme on platform.search_entry using gin (tsv) with (fastupdate = off);
create index search_entry_by_word on platform.search_entry using gin (tenant_id, words) where open;
call platform.guard('platform.search_entry', 'insert, update, delete');
-- The application writes entries and may say which exist; what is in them it cannot read.
grant select (tenant_id, kind, id, open) on platform.search_entry to kontoret_app;
create policy finding on platform.search_entry for select to kontoret_finder using (true);
grant select on platform.search_entry to kontoret_finder;

-- The words of the open entries, and in how many of them each stands.
create table platform.search_word (
  tenant_id uuid not null references platform.tenant,
  word text not null,
  entries integer not null check (entries > 0),
  primary key (tenant_id, word)
);
call platform.guard('platform.search_word');
-- version is a new random value whenever the words change, so that a process knows its copy is old, also of a change
-- that was rolled back.
create table platform.search_vocabulary (
  tenant_id uuid primary key references platform.tenant,
  version uuid not null,
  entries integer not null check (entries >= 0)
);
call platform.guard('platform.search_vocabulary');

create function platform.follow_search_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  was text[] := case when tg_op = 'INSERT' then '{}' else old.words end;
  is_ text[] := case when tg_op = 'DELETE' then '{}' else new.words end;
  more integer := case when tg_op <> 'DELETE' and new.open then 1 else 0 end - case when tg_op <> 'INSERT' and old.open then 1 else 0 end;
begin
  if was = is_ and more = 0 then return null; end if;
  -- First, so that two writers of one tenant wait for each other here and nowhere else.
  insert into platform.search_vocabulary as v values (tenant, gen_random_uuid(), greatest(more, 0))
    on conflict (tenant_id) do update set version = gen_random_uuid(), entries = v.entries + more;
  delete from platform.search_word w where w.tenant_id = tenant and w.entries = 1
    and w.word in (select unnest(was) except select unnest(is_));
  update platform.search_word w set entries = w.entries - 1 where w.tenant_id = tenant
    and w.word in (select unnest(was) except select unnest(is_));
  insert into platform.search_word as w
    select tenant, added.word, 1 from (select unnest(is_) as word except select unnest(was)) added order by added.word
    on conflict (tenant_id, word) do update set entries = w.entries + 1;
  return null;
end $$;
create trigger words_come after insert on platform.search_entry for each row when (new.open) execute function platform.follow_search_words();
create trigger words_go after delete on platform.search_entry for each row when (old.open) execute function platform.follow_search_words();
create trigger words_change after update of words, open on platform.search_entry for each row when (new.open or old.open) execute function platform.follow_search_words();

-- The open entries that have any of these words, to be taken apart anew when the vocabulary grows.
create function platform.open_entries(having_words text[])
  returns table (kind text, id uuid, title text, synonyms text[], body text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select e.kind, e.id, e.title, e.synonyms, e.body from platform.search_entry e
    where e.tenant_id = platform.ctx_tenant() and e.open and e.words && having_words
    order by e.kind, e.id limit 5000;
  end;

-- Two scopes may be equal by chance: the finder compares tenant and kind as well. platform/search/lexemes.ts makes the same.
create function platform.search_scope(tenant uuid, of_kind text) returns text language sql immutable parallel safe
  return substr(encode(sha256(convert_to(tenant::text || ':' || of_kind, 'UTF8')), 'hex'), 1, 6);
create function platform.scoped(query tsquery, scope text) returns tsquery language sql immutable parallel safe
  return regexp_replace(query::text, $$'((?:[^']|'')+)'$$, $$'$$ || scope || $$\1'$$, 'g')::tsquery;

-- The work of a search is bounded: of a kind at most the newest 1,000 matches are weighed (UUIDv7 sort by time). Rare
-- words go through the index of lexemes, where at most 5,000 matches are looked at.
create function platform.entries_by_lexeme(tenant uuid, of_kind text, query tsquery) returns uuid[]
  language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_indexscan = off as $$
begin
  return array(select hit.id from (
      select e.id from platform.search_entry e
      where e.tenant_id = tenant and e.kind = of_kind and e.tsv @@ query limit 5000) hit
    order by hit.id desc limit 1000);
end $$;

-- Frequent words, two or more among the newest 400 entries, are looked for from the newest back through 20,000
-- until 500 are found; null when they are not frequent.
create function platform.entries_newest(tenant uuid, of_kind text, query tsquery) returns uuid[]
  language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_bitmapscan = off as $$
begin
  if (select count(*) from (
      select e.tsv from platform.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.id desc limit 400) newest where newest.tsv @@ query) < 2 then return null; end if;
  return array(select newest.id from (
      select e.id, e.tsv from platform.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.id desc limit 20000) newest where newest.tsv @@ query limit 500);
end $$;

create function platform.find_in_kind(tenant uuid, of_kind text, must tsquery, may tsquery, terms tsquery[], weights real[], page integer, among uuid[])
  returns table (id uuid, rank real)
  language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  scope text := platform.search_scope(tenant, of_kind);
  every tsquery := platform.scoped(must, scope);
  some_ tsquery := platform.scoped(may, scope);
  worth tsquery[] := array(select platform.scoped(term, scope) from unnest(terms) with ordinality t(term, n) order by n);
  ids uuid[] := among[1:5000];
  query tsquery;
  newest uuid[];
begin
  if among is null then
    ids := '{}';
    foreach query in array case when every = some_ then array[every] else array[every, some_] end loop
      exit when cardinality(ids) >= page;
      newest := platform.entries_newest(tenant, of_kind, query);
      if newest is null or cardinality(newest) < least(page, 500) then newest := platform.entries_by_lexeme(tenant, of_kind, query); end if;
      ids := ids || newest;
    end loop;
  end if;
  return query
    select e.id, (case when e.tsv @@ every then 1 else 0 end + points.sum / (1 + points.sum))::real
    from (select distinct unnest(ids) as id) candidate
    join platform.search_entry e on e.tenant_id = tenant and e.kind = of_kind and e.id = candidate.id
    cross join lateral (
      select coalesce(sum(weights[n] * ts_rank('{0.1, 0.3, 0.6, 1}', e.tsv, worth[n])), 0) as sum
      from generate_subscripts(worth, 1) n) points
    where e.tsv @@ every or e.tsv @@ some_
    order by 2 desc, 1 desc limit page;
end $$;

-- The finder. must: every word; may: any telling word, asked only where must does not fill the page. rank is 1 and above
-- when must holds. most: of each kind, so that the many cases of a tenant never crowd out its services. among: look at
-- these ids only (a person's own cases), at most 5,000. Never more than 1,000 rows.
create function platform.find(must tsquery, may tsquery, terms tsquery[], weights real[], kinds text[], most integer, among uuid[] default null)
  returns table (kind text, id uuid, rank real)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select k.kind, f.id, f.rank
    from (select distinct unnest(kinds[1:20]) as kind) k
    cross join lateral platform.find_in_kind(platform.ctx_tenant(), k.kind, must, may, terms, weights, least(greatest(most, 0), 1000), among) f
    where platform.ctx_tenant() is not null
    order by f.rank desc, k.kind, f.id desc limit 1000;
  end;

alter function platform.search_scope owner to kontoret_finder;
alter function platform.scoped owner to kontoret_finder;
alter function platform.open_entries owner to kontoret_finder;
alter function platform.entries_by_lexeme owner to kontoret_finder;
alter function platform.entries_newest owner to kontoret_finder;
alter function platform.find_in_kind owner to kontoret_finder;
alter function platform.find owner to kontoret_finder;
revoke all on function platform.open_entries, platform.entries_by_lexeme, platform.entries_newest, platform.find_in_kind, platform.find from public;
grant execute on function platform.open_entries, platform.find to kontoret_app;
revoke create on schema platform from kontoret_finder;
