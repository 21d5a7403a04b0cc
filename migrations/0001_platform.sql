-- What every module stands on: the three boundaries, the journal, numbers and the registries' tables.
-- A row is seen only through its policy; without a context there are no rows (model.md §1).

create schema platform;
grant usage on schema platform to kontoret_app;
create extension if not exists btree_gin;
create extension if not exists btree_gist;

-- The context of a transaction: set local, in the round trip that begins it (platform/act.ts). No context, no rows.
create function platform.ctx_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '')::uuid;
create function platform.ctx_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
create function platform.ctx_authorities() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('app.authorities', true), ''), '{}')::uuid[];
create function platform.ctx_customers() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('app.customers', true), ''), '{}')::uuid[];
create function platform.ctx_circles() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('app.circles', true), ''), '{}')::uuid[];

-- Puts a table behind the tenant boundary. A table with a narrower boundary replaces the policy 'boundary'.
create procedure platform.guard(guarded regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy boundary on %s to kontoret_app using (tenant_id = platform.ctx_tenant()) with check (tenant_id = platform.ctx_tenant())', guarded);
  execute format('grant %s on %s to kontoret_app', rights, guarded);
end $$;

-- Reads what must be known before a context exists (a session by its token, a seat's reach); owns nothing else.
do $$ begin
  if not exists (select from pg_roles where rolname = 'kontoret_lookup') then create role kontoret_lookup nologin; end if;
  if not exists (select from pg_roles where rolname = 'kontoret_journal') then create role kontoret_journal nologin; end if;
end $$;
do $$ begin execute format('grant kontoret_lookup, kontoret_journal to %I', current_user); end $$;
grant usage, create on schema platform to kontoret_lookup, kontoret_journal;

-- One service organisation. Outside row-level security: the list of tenants is public to the installation.
create table platform.tenant (
  tenant_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null,
  municipality text not null,
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  language text not null default 'sv' check (language in ('sv', 'en')),
  demonstration boolean not null default false,
  time_shift_days integer not null default 0 check (demonstration or time_shift_days = 0),
  loaded_cases integer not null default 0,
  planned_cases integer not null default 0,
  -- How far the world of a demonstration has been told: steps done, counted in the transaction of each step.
  loaded_steps integer not null default 0
);
grant select, insert, update on platform.tenant to kontoret_app;

create table platform.account (
  tenant_id uuid not null references platform.tenant,
  account_id uuid not null,
  person_id uuid not null,
  login_name text check (login_name = lower(login_name)),
  password_hash text,
  issuer text,
  subject text,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, account_id),
  unique (tenant_id, login_name),
  unique (tenant_id, person_id),
  unique (tenant_id, issuer, subject)
);
call platform.guard('platform.account');

create table platform.session (
  tenant_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  account_id uuid not null,
  assignment_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references platform.account
);
create index session_by_account on platform.session (tenant_id, account_id);
create index session_by_token on platform.session (token_hash);
call platform.guard('platform.session');

create table platform.reset_link (
  tenant_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  account_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references platform.account
);
call platform.guard('platform.reset_link');

-- Failed sign-ins per key (a hash of login name or address) and window; real time, shared by all processes.
create table platform.throttle (
  tenant_id uuid not null references platform.tenant,
  key_hash bytea not null,
  window_start timestamptz not null,
  failures integer not null,
  primary key (tenant_id, key_hash, window_start)
);
call platform.guard('platform.throttle');

create policy lookup on platform.session for select to kontoret_lookup using (true);
create policy lookup on platform.account for select to kontoret_lookup using (true);
grant select on platform.session, platform.account to kontoret_lookup;
create function platform.session_by_token(hash bytea, at timestamptz)
  returns table (tenant_id uuid, account_id uuid, person_id uuid, assignment_id uuid, seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select s.tenant_id, s.account_id, a.person_id, s.assignment_id, s.seen_at
    from platform.session s join platform.account a on a.tenant_id = s.tenant_id and a.account_id = s.account_id
    where s.token_hash = hash and s.expires_at > at and (a.ended_at is null or a.ended_at > at);
  end;
alter function platform.session_by_token owner to kontoret_lookup;
revoke all on function platform.session_by_token from public;
grant execute on function platform.session_by_token to kontoret_app;

-- The circle: the named readers of a secrecy-marked thing.
create table platform.circle (
  tenant_id uuid not null references platform.tenant,
  circle_id uuid not null,
  name text not null,
  legal_ground text,
  primary key (tenant_id, circle_id)
);
call platform.guard('platform.circle');
create table platform.circle_reader (
  tenant_id uuid not null,
  circle_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (tenant_id, circle_id, person_id, valid_from),
  foreign key (tenant_id, circle_id) references platform.circle
);
create index circle_reader_by_person on platform.circle_reader (tenant_id, person_id);
call platform.guard('platform.circle_reader');

-- Journal: append-only and hash-chained per tenant. Never free text, names or addresses.
create table platform.journal (
  tenant_id uuid not null references platform.tenant,
  n bigint not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'system')),
  account_id uuid,
  person_id uuid,
  assignment_id uuid,
  verb text not null,
  subject_kind text not null,
  subject_id uuid not null,
  facts jsonb not null default '{}',
  content_hash bytea,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, n)
);
create index journal_by_subject on platform.journal (tenant_id, subject_kind, subject_id, n);
create index journal_by_person on platform.journal (tenant_id, person_id, n);
call platform.guard('platform.journal', 'select');
create table platform.journal_head (
  tenant_id uuid primary key references platform.tenant,
  n bigint not null,
  hash bytea not null
);
call platform.guard('platform.journal_head', 'select');
create table platform.series (
  tenant_id uuid not null references platform.tenant,
  series text not null,
  last_number bigint not null,
  primary key (tenant_id, series)
);
call platform.guard('platform.series', 'select');
create policy sealing on platform.journal to kontoret_journal using (tenant_id = platform.ctx_tenant()) with check (tenant_id = platform.ctx_tenant());
create policy sealing on platform.journal_head to kontoret_journal using (tenant_id = platform.ctx_tenant()) with check (tenant_id = platform.ctx_tenant());
create policy sealing on platform.series to kontoret_journal using (tenant_id = platform.ctx_tenant()) with check (tenant_id = platform.ctx_tenant());
grant select, insert on platform.journal to kontoret_journal;
grant select, insert, update on platform.journal_head, platform.series to kontoret_journal;

-- The bytes an entry's hash is taken over, after the previous hash. bin/verify-journal hashes them again.
create function platform.journal_text(j platform.journal) returns text language sql immutable
  return jsonb_build_object(
    'tenant', j.tenant_id, 'n', j.n, 'at', to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor', j.actor_kind, 'account', j.account_id, 'person', j.person_id, 'seat', j.assignment_id,
    'verb', j.verb, 'kind', j.subject_kind, 'subject', j.subject_id, 'facts', j.facts,
    'content', encode(j.content_hash, 'hex'))::text;

-- The last statement before commit: draws the numbers and writes the journal entries in one go, so that the lock on a
-- series or on the head of the chain is never held over application code (model.md §3, places of locks).
--   entries: [{at, actor, account, person, seat, verb, kind, subject, facts, content}]   draws: [{subject, series}]
create function platform.seal(entries jsonb, draws jsonb) returns table (subject_id uuid, number text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := platform.ctx_tenant();
  entry jsonb;
  draw jsonb;
  drawn bigint;
  row_ platform.journal;
begin
  if tenant is null then raise exception 'seal without a tenant'; end if;
  for draw in select value from jsonb_array_elements(draws) order by value->>'series' loop
    insert into platform.series as s values (tenant, draw->>'series', 1)
      on conflict on constraint series_pkey do update set last_number = s.last_number + 1
      returning s.last_number into drawn;
    subject_id := (draw->>'subject')::uuid;
    number := (draw->>'series') || '-' || lpad(drawn::text, 5, '0');
    return next;
  end loop;
  if jsonb_array_length(entries) = 0 then return; end if;
  insert into platform.journal_head as h values (tenant, jsonb_array_length(entries), '\x')
    on conflict on constraint journal_head_pkey do update set n = h.n + jsonb_array_length(entries)
    returning h.n - jsonb_array_length(entries), h.hash into row_.n, row_.hash;
  for entry in select value from jsonb_array_elements(entries) loop
    row_.tenant_id := tenant;
    row_.n := row_.n + 1;
    row_.at := (entry->>'at')::timestamptz;
    row_.actor_kind := entry->>'actor';
    row_.account_id := (entry->>'account')::uuid;
    row_.person_id := (entry->>'person')::uuid;
    row_.assignment_id := (entry->>'seat')::uuid;
    row_.verb := entry->>'verb';
    row_.subject_kind := entry->>'kind';
    row_.subject_id := (entry->>'subject')::uuid;
    row_.facts := coalesce(entry->'facts', '{}');
    row_.content_hash := decode(entry->>'content', 'hex');
    row_.previous_hash := row_.hash;
    row_.hash := sha256(row_.previous_hash || convert_to(platform.journal_text(row_), 'UTF8'));
    insert into platform.journal select row_.*;
  end loop;
  update platform.journal_head h set hash = row_.hash where h.tenant_id = tenant;
end $$;
alter function platform.seal owner to kontoret_journal;
revoke all on function platform.seal from public;
grant execute on function platform.seal to kontoret_app;

-- Who must say yes, who did. kind purchaser: any of the named persons decides; four_eyes: never the asker.
create table platform.approval (
  tenant_id uuid not null references platform.tenant,
  approval_id uuid not null,
  kind text not null check (kind in ('purchaser', 'four_eyes', 'both_parties', 'head')),
  subject_kind text not null,
  subject_id uuid not null,
  reason_code text not null,
  amount_ore bigint,
  asked_by uuid not null,
  asked_at timestamptz not null,
  remind_at timestamptz,
  reminded_at timestamptz,
  lapse_at timestamptz,
  state text not null default 'open' check (state in ('open', 'approved', 'rejected', 'lapsed', 'withdrawn')),
  settled_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, approval_id)
);
create index approval_by_subject on platform.approval (tenant_id, subject_kind, subject_id);
create index approval_open on platform.approval (tenant_id, lapse_at) where state = 'open';
call platform.guard('platform.approval');
create table platform.approval_step (
  tenant_id uuid not null,
  approval_id uuid not null,
  person_id uuid not null,
  deputy_for uuid,
  outcome text check (outcome in ('approved', 'rejected')),
  decided_at timestamptz,
  reason text,
  primary key (tenant_id, approval_id, person_id),
  foreign key (tenant_id, approval_id) references platform.approval
);
create index approval_step_by_person on platform.approval_step (tenant_id, person_id, approval_id);
call platform.guard('platform.approval_step');

-- Who must do what by when, and what came of it.
create table platform.task (
  tenant_id uuid not null references platform.tenant,
  task_id uuid not null,
  kind text not null,
  owner_person_id uuid,
  owner_unit_id uuid,
  due_at timestamptz,
  subject_kind text not null,
  subject_id uuid not null,
  created_at timestamptz not null,
  done_at timestamptz,
  outcome text,
  primary key (tenant_id, task_id),
  check (owner_person_id is not null or owner_unit_id is not null)
);
create index task_by_owner on platform.task (tenant_id, owner_person_id, due_at) where done_at is null;
create index task_by_unit on platform.task (tenant_id, owner_unit_id, due_at) where done_at is null;
create index task_by_subject on platform.task (tenant_id, subject_kind, subject_id);
call platform.guard('platform.task');

-- In-app word to one person; only that person reads it.
create table platform.notice (
  tenant_id uuid not null references platform.tenant,
  notice_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  facts jsonb not null default '{}',
  read_at timestamptz,
  primary key (tenant_id, notice_id)
);
create index notice_by_person on platform.notice (tenant_id, person_id, at desc);
call platform.guard('platform.notice');
-- Mail with exactly one final state. Without a mail server the outbox is a page.
create table platform.outbox (
  tenant_id uuid not null references platform.tenant,
  mail_id uuid not null,
  person_id uuid,
  to_address text not null,
  subject text not null,
  body text not null,
  about_kind text not null,
  about_id uuid not null,
  created_at timestamptz not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'kept')),
  tries integer not null default 0,
  failure text,
  settled_at timestamptz,
  primary key (tenant_id, mail_id)
);
create index outbox_by_time on platform.outbox (tenant_id, created_at desc, mail_id desc);
create index outbox_queued on platform.outbox (tenant_id, mail_id) where state = 'queued';
call platform.guard('platform.outbox');

create table platform.file (
  tenant_id uuid not null references platform.tenant,
  file_id uuid not null,
  sha256 bytea not null,
  size_bytes bigint not null,
  media_type text not null,
  name text not null,
  subject_kind text,
  subject_id uuid,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  state text not null default 'stored' check (state in ('stored', 'erased')),
  primary key (tenant_id, file_id)
);
create index file_by_subject on platform.file (tenant_id, subject_kind, subject_id);
call platform.guard('platform.file');

create table platform.figure_value (
  tenant_id uuid not null references platform.tenant,
  figure text not null,
  version integer not null,
  scope_kind text not null,
  scope_id uuid not null,
  period_from date not null,
  period_to date not null,
  value jsonb not null,
  counted_at timestamptz not null,
  primary key (tenant_id, figure, version, scope_kind, scope_id, period_from, period_to)
);
call platform.guard('platform.figure_value');

create table platform.idempotency (
  tenant_id uuid not null references platform.tenant,
  account_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  body_hash bytea not null,
  answer jsonb,
  at timestamptz not null,
  primary key (tenant_id, account_id, key)
);
create index idempotency_by_age on platform.idempotency (tenant_id, at);
call platform.guard('platform.idempotency');

-- A list's filter, columns, order and grouping under a name; own or the unit's.
create table platform.saved_view (
  tenant_id uuid not null references platform.tenant,
  view_id uuid not null,
  list text not null,
  name text not null check (length(name) between 1 and 80),
  person_id uuid,
  unit_id uuid,
  query text not null,
  version integer not null default 1,
  primary key (tenant_id, view_id),
  check (num_nonnulls(person_id, unit_id) = 1)
);
create index saved_view_by_person on platform.saved_view (tenant_id, person_id, list);
create index saved_view_by_unit on platform.saved_view (tenant_id, unit_id, list);
call platform.guard('platform.saved_view');
