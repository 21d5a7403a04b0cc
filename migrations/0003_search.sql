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
-- Without a pending list: a search never reads what a write has put off.
create index search_entry_by_lexeme on platform.search_entry using gin (tenant_id, kind, tsv) with (fastupdate = off);
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
  insert into platform.search_vocabulary as v values (tenant, gen_random_uuid(), more)
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

-- Ids of entries that match, found through the index of lexemes: the newest 2,000 of at most 10,000.
create function platform.entries_by_lexeme(tenant uuid, of_kind text, query tsquery) returns uuid[]
  language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_indexscan = off as $$
begin
  return array(select hit.id from (
      select e.id from platform.search_entry e
      where e.tenant_id = tenant and e.kind = of_kind and e.tsv @@ query limit 10000) hit
    order by hit.id desc limit 2000);
end $$;

-- Ids of entries that match among the newest 5,000 of the kind, when a look at the newest 200 says that matches are
-- frequent (2 % or more); otherwise null. Ids are UUIDv7, so their order is that of time.
create function platform.entries_newest(tenant uuid, of_kind text, query tsquery) returns uuid[]
  language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_bitmapscan = off as $$
begin
  if (select count(*) from (
      select e.tsv from platform.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.id desc limit 200) newest where newest.tsv @@ query) < 4 then return null; end if;
  return array(select newest.id from (
      select e.id, e.tsv from platform.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.id desc limit 5000) newest where newest.tsv @@ query limit 2000);
end $$;

-- The finder. must: every word; may: any telling word, asked only where must does not fill the page. rank is 1 and above
-- when must holds. among: look at these ids only (a person's own cases), at most 5,000. Never more than 1,000 rows.
create function platform.find(must tsquery, may tsquery, terms tsquery[], weights real[], kinds text[], most integer, among uuid[] default null)
  returns table (kind text, id uuid, rank real)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  tenant uuid := platform.ctx_tenant();
  page integer := least(greatest(coalesce(most, 0), 0), 1000);
  of_kind text;
  query tsquery;
  ids uuid[];
  found_ids uuid[];
  all_kinds text[] := '{}';
  all_ids uuid[] := '{}';
begin
  if tenant is null or page = 0 then return; end if;
  foreach of_kind in array kinds[1:20] loop
    ids := '{}';
    if among is not null then
      ids := among[1:5000];
    else
      foreach query in array array[must, may] loop
        exit when cardinality(ids) >= page;
        found_ids := platform.entries_newest(tenant, of_kind, query);
        if found_ids is null or cardinality(found_ids) < page then
          found_ids := platform.entries_by_lexeme(tenant, of_kind, query);
        end if;
        ids := ids || found_ids;
      end loop;
    end if;
    all_kinds := all_kinds || array_fill(of_kind, array[cardinality(ids)]);
    all_ids := all_ids || ids;
  end loop;
  return query
    select ranked.kind, ranked.id, ranked.rank from (
      select e.kind, e.id, (case when e.tsv @@ must then 1 else 0 end + worth.sum / (1 + worth.sum))::real as rank
      from (select distinct k, i from unnest(all_kinds, all_ids) as c(k, i)) candidate
      join platform.search_entry e on e.tenant_id = tenant and e.kind = candidate.k and e.id = candidate.i
      cross join lateral (
        select coalesce(sum(weights[n] * ts_rank('{0.1, 0.3, 0.6, 1}', e.tsv, terms[n])), 0) as sum
        from generate_subscripts(terms, 1) n) worth
      where e.tsv @@ may or e.tsv @@ must) ranked
    order by ranked.rank desc, ranked.kind, ranked.id desc limit page;
end $$;

alter function platform.open_entries owner to kontoret_finder;
alter function platform.entries_by_lexeme owner to kontoret_finder;
alter function platform.entries_newest owner to kontoret_finder;
alter function platform.find owner to kontoret_finder;
revoke all on function platform.open_entries, platform.entries_by_lexeme, platform.entries_newest, platform.find from public;
grant execute on function platform.open_entries, platform.find to kontoret_app;
revoke create on schema platform from kontoret_finder;
