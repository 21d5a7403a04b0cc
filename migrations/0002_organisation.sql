-- Who we are and whom we serve, every row dated. Validity is two date columns, end exclusive; null end = until further notice.

create schema organisation;
grant usage on schema organisation to kontoret_app, kontoret_lookup;

create table organisation.party (
  tenant_id uuid not null references platform.tenant,
  party_id uuid not null,
  kind text not null check (kind in ('municipality', 'board', 'joint_board', 'company', 'supplier', 'association')),
  name text not null check (length(name) between 1 and 200),
  aliases text[] not null default '{}',
  organisation_number text,
  series_prefix text check (series_prefix ~ '^[A-ZÅÄÖ]{2,8}$'),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, party_id),
  unique (tenant_id, series_prefix)
);
call platform.guard('organisation.party');

create table organisation.party_relation (
  tenant_id uuid not null,
  party_id uuid not null,
  kind text not null check (kind in ('board_of', 'host_of', 'member_of', 'owned_by')),
  other_party_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (tenant_id, party_id, kind, other_party_id, valid_from),
  foreign key (tenant_id, party_id) references organisation.party,
  foreign key (tenant_id, other_party_id) references organisation.party
);
call platform.guard('organisation.party_relation');

create table organisation.unit (
  tenant_id uuid not null references platform.tenant,
  unit_id uuid not null,
  code text not null,
  short_name text check (length(short_name) between 1 and 20),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, unit_id),
  unique (tenant_id, code)
);
call platform.guard('organisation.unit');

-- The tree of a date: where a unit hangs, what it is called and which party it belongs to, from–to.
create table organisation.unit_placement (
  tenant_id uuid not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  parent_unit_id uuid,
  party_id uuid not null,
  kind text not null check (kind in ('root', 'office', 'department', 'unit', 'staff_post', 'functional_group', 'administration', 'school', 'workplace', 'project', 'purchaser_function')),
  name text not null check (length(name) between 1 and 200),
  head_title text,
  origin text not null default 'entered',
  primary key (tenant_id, unit_id, valid_from),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, parent_unit_id) references organisation.unit,
  foreign key (tenant_id, party_id) references organisation.party,
  check (parent_unit_id <> unit_id),
  constraint one_place_a_day exclude using gist (tenant_id with =, unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_placement_by_parent on organisation.unit_placement (tenant_id, parent_unit_id);
call platform.guard('organisation.unit_placement');

-- Opening and service hours. Versions are immutable: a clock event carries the version it was counted with. On a date the
-- version with the latest valid_from holds, the higher number where two begin together. A version pins its parent's, so
-- that (schedule, version) alone decides what every date is: a change in a parent gives its children new versions.
create table organisation.schedule (
  tenant_id uuid not null references platform.tenant,
  schedule_id uuid not null,
  name text not null,
  parent_schedule_id uuid,
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, schedule_id),
  foreign key (tenant_id, parent_schedule_id) references organisation.schedule
);
call platform.guard('organisation.schedule');
create table organisation.schedule_version (
  tenant_id uuid not null,
  schedule_id uuid not null,
  version_no integer not null,
  valid_from date not null,
  made_at timestamptz not null,
  reason text,
  parent_schedule_id uuid,
  parent_version_no integer,
  primary key (tenant_id, schedule_id, version_no),
  foreign key (tenant_id, schedule_id) references organisation.schedule,
  foreign key (tenant_id, parent_schedule_id, parent_version_no) references organisation.schedule_version,
  check ((parent_schedule_id is null) = (parent_version_no is null)),
  check (parent_schedule_id <> schedule_id)
);
call platform.guard('organisation.schedule_version', 'select, insert');
create table organisation.schedule_window (
  tenant_id uuid not null,
  schedule_id uuid not null,
  version_no integer not null,
  weekday integer not null check (weekday between 1 and 7),
  opens_minute integer not null check (opens_minute between 0 and 1439),
  closes_minute integer not null check (closes_minute between 1 and 1440),
  primary key (tenant_id, schedule_id, version_no, weekday, opens_minute),
  foreign key (tenant_id, schedule_id, version_no) references organisation.schedule_version,
  check (closes_minute > opens_minute)
);
call platform.guard('organisation.schedule_window', 'select, insert');
-- Dated exceptions of a version: closed, open although law says off, or other hours (half-days close early).
create table organisation.schedule_day (
  tenant_id uuid not null,
  schedule_id uuid not null,
  version_no integer not null,
  day date not null,
  kind text not null check (kind in ('closed', 'open', 'half_day')),
  windows int4range[] not null default '{}',
  name text,
  name_en text,
  primary key (tenant_id, schedule_id, version_no, day),
  foreign key (tenant_id, schedule_id, version_no) references organisation.schedule_version
);
call platform.guard('organisation.schedule_day', 'select, insert');

create table organisation.place (
  tenant_id uuid not null references platform.tenant,
  place_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- with its preposition: "i kommunhuset"
  said_at text,
  address text,
  schedule_id uuid,
  hours_stated boolean not null,
  -- whose staff serves it; its hours are used where none are stated
  served_by_unit_id uuid,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, place_id),
  foreign key (tenant_id, schedule_id) references organisation.schedule,
  foreign key (tenant_id, served_by_unit_id) references organisation.unit
);
call platform.guard('organisation.place');
-- Which schedule a unit works by; the nearest ancestor's where it has none. The tenant's own row has no unit.
create table organisation.unit_schedule (
  tenant_id uuid not null,
  unit_id uuid not null,
  schedule_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (tenant_id, unit_id, valid_from),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, schedule_id) references organisation.schedule,
  constraint one_schedule_a_day exclude using gist (tenant_id with =, unit_id with =, daterange(valid_from, valid_to) with &&)
);
call platform.guard('organisation.unit_schedule');
create table organisation.tenant_schedule (
  tenant_id uuid primary key references platform.tenant,
  schedule_id uuid not null,
  foreign key (tenant_id, schedule_id) references organisation.schedule
);
call platform.guard('organisation.tenant_schedule');

-- A person: name and how to reach. Nothing about health, leave or subsidy, ever (TY-014).
create table organisation.person (
  tenant_id uuid not null references platform.tenant,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- å, ä, ö after z, in that order, whatever collation the server has
  sort_name text collate "C" not null generated always as (translate(lower(name), 'åäöéèüæøÅÄÖÉÈÜÆØ', '{|}eeu|}{|}eeu|}')) stored,
  title text,
  email text,
  telephone text,
  protected boolean not null default false,
  kind text not null check (kind in ('employee', 'elected', 'trainee', 'outside')),
  mentor_id uuid,
  deputy_id uuid,
  away_from date,
  away_to date,
  ended_on date,
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, mentor_id) references organisation.person,
  foreign key (tenant_id, deputy_id) references organisation.person,
  check (kind <> 'trainee' or (ended_on is not null and mentor_id is not null))
);
create index person_by_name on organisation.person (tenant_id, sort_name, person_id);
call platform.guard('organisation.person');

create table organisation.role (
  tenant_id uuid not null references platform.tenant,
  role_id uuid not null,
  version_no integer not null,
  code text not null,
  name text not null,
  level text check (level in ('strategic', 'tactical', 'operative')),
  model text,
  rights text[] not null default '{}',
  level_basis text,
  responsibilities text[] not null default '{}',
  competences text[] not null default '{}',
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  primary key (tenant_id, role_id, version_no),
  constraint one_version_a_day exclude using gist (tenant_id with =, role_id with =, daterange(valid_from, valid_to) with &&)
);
call platform.guard('organisation.role');
create index role_by_code on organisation.role (tenant_id, code);
-- Which version of which other role a version took over from: the models of 2011, 2012 and 2013 replace each other (TY-037).
create table organisation.role_predecessor (
  tenant_id uuid not null,
  role_id uuid not null,
  version_no integer not null,
  predecessor_role_id uuid not null,
  predecessor_version_no integer not null,
  basis text not null check (basis in ('stated', 'inferred')),
  primary key (tenant_id, role_id, version_no, predecessor_role_id),
  foreign key (tenant_id, role_id, version_no) references organisation.role,
  foreign key (tenant_id, predecessor_role_id, predecessor_version_no) references organisation.role,
  check (predecessor_role_id <> role_id)
);
call platform.guard('organisation.role_predecessor');

-- Person × role × unit × share. Rights follow the role's version of the day, so a role can move between units (TY-034).
create table organisation.assignment (
  tenant_id uuid not null references platform.tenant,
  assignment_id uuid not null,
  person_id uuid not null,
  role_id uuid not null,
  unit_id uuid not null,
  -- what the person is called there, where the role's name is too general
  title text,
  -- the responsible person of a functional group (TY-017)
  responsible boolean not null default false,
  share_percent numeric(5, 2) check (share_percent between 0 and 100),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  -- the first assignment of a chain when a role moved between units: the seat chosen before still holds after
  continues_id uuid,
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, assignment_id),
  foreign key (tenant_id, person_id) references organisation.person,
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, continues_id) references organisation.assignment
);
create index assignment_by_person on organisation.assignment (tenant_id, person_id);
create index assignment_by_unit on organisation.assignment (tenant_id, unit_id);
create index assignment_by_role on organisation.assignment (tenant_id, role_id);
call platform.guard('organisation.assignment');

-- The seats a demonstration offers to whoever wants to look around, and the screen each opens on.
create table organisation.demonstration_seat (
  tenant_id uuid not null,
  assignment_id uuid not null,
  position integer not null,
  label text,
  first_screen text not null check (first_screen ~ '^/'),
  primary key (tenant_id, assignment_id),
  foreign key (tenant_id, assignment_id) references organisation.assignment
);
call platform.guard('organisation.demonstration_seat');

create table organisation.post (
  tenant_id uuid not null references platform.tenant,
  post_id uuid not null,
  unit_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- null = not stated (ej angivet)
  share_percent numeric(5, 2) check (share_percent > 0 and share_percent <= 100),
  state text not null check (state in ('filled', 'vacant', 'recruiting')),
  recruitment text check (recruitment in ('internal', 'external', 'internal_or_external')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, post_id),
  foreign key (tenant_id, unit_id) references organisation.unit
);
create index post_by_unit on organisation.post (tenant_id, unit_id);
call platform.guard('organisation.post');
-- Head counts and full-time sums as printed, kept beside what the posts compute to.
create table organisation.printed_count (
  tenant_id uuid not null,
  unit_id uuid not null,
  measure text not null check (measure in ('heads_text', 'heads_chart', 'full_time', 'posts')),
  value numeric(8, 2) not null check (value >= 0),
  quote text,
  origin text not null,
  primary key (tenant_id, unit_id, measure),
  foreign key (tenant_id, unit_id) references organisation.unit
);
call platform.guard('organisation.printed_count');

-- A unit marked as ordering and paying customer, from–to; its board or company is its authority.
create table organisation.customer (
  tenant_id uuid not null references platform.tenant,
  customer_id uuid not null,
  unit_id uuid not null,
  authority_party_id uuid not null,
  customer_type text not null,
  settlement text not null check (settlement in ('posting', 'invoice')),
  counterpart_code text,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, authority_party_id) references organisation.party,
  constraint one_marking_a_day exclude using gist (tenant_id with =, unit_id with =, daterange(valid_from, valid_to) with &&)
);
call platform.guard('organisation.customer');

-- Authorised purchasers and the one coordinator per customer (TY-029).
create table organisation.mandate (
  tenant_id uuid not null references platform.tenant,
  mandate_id uuid not null,
  person_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('purchaser', 'coordinator')),
  area_codes text[] not null default '{}',
  limit_ore bigint check (limit_ore >= 0),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, mandate_id),
  foreign key (tenant_id, person_id) references organisation.person,
  foreign key (tenant_id, customer_id) references organisation.customer,
  constraint one_coordinator_a_day exclude using gist (tenant_id with =, customer_id with =, daterange(valid_from, valid_to) with &&) where (kind = 'coordinator')
);
create index mandate_by_person on organisation.mandate (tenant_id, person_id);
create index mandate_by_customer on organisation.mandate (tenant_id, customer_id);
call platform.guard('organisation.mandate');

-- What a seat reaches on a day: asked by act before the context exists. Authorities are the boards whose provider units
-- the person is assigned to with a right to handle; customers those the person has a mandate for; circles those read.
grant select on organisation.assignment, organisation.role, organisation.unit_placement, organisation.mandate,
  organisation.person, platform.circle_reader, platform.tenant to kontoret_lookup;
create policy lookup on organisation.assignment for select to kontoret_lookup using (true);
create policy lookup on organisation.role for select to kontoret_lookup using (true);
create policy lookup on organisation.unit_placement for select to kontoret_lookup using (true);
create policy lookup on organisation.mandate for select to kontoret_lookup using (true);
create policy lookup on organisation.person for select to kontoret_lookup using (true);
create policy lookup on organisation.party for select to kontoret_lookup using (true);
create policy lookup on platform.circle_reader for select to kontoret_lookup using (true);
grant select on organisation.party to kontoret_lookup;

grant usage, create on schema organisation to kontoret_lookup;
create function organisation.seat_reach(tenant uuid, person uuid, seat uuid, on_day date)
  returns table (person_name text, assignment_id uuid, unit_ids uuid[], rights text[], authorities uuid[], customers uuid[], circles uuid[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with recursive held as (
      select a.assignment_id, coalesce(a.continues_id, a.assignment_id) as chain, a.unit_id, r.rights, p.party_id
      from organisation.assignment a
      join organisation.role r on r.tenant_id = a.tenant_id and r.role_id = a.role_id
        and r.valid_from <= on_day and (r.valid_to is null or r.valid_to > on_day)
      join organisation.unit_placement p on p.tenant_id = a.tenant_id and p.unit_id = a.unit_id
        and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
      where a.tenant_id = tenant and a.person_id = person
        and a.valid_from <= on_day and (a.valid_to is null or a.valid_to > on_day)
    ), chosen as (
      -- the seat, or what took over from it when its role moved (at most one of a chain holds on a day)
      select * from held where held.chain = (
        select coalesce(s.continues_id, s.assignment_id) from organisation.assignment s
        where s.tenant_id = tenant and s.assignment_id = seat and s.person_id = person)
      order by held.assignment_id <> seat limit 1
    ), beneath as (
      -- a seat on a unit reaches the units below it on that day; other assignments with the same rights reach their own
      select c.unit_id from chosen c
      union
      select p.unit_id from organisation.unit_placement p join beneath b on p.parent_unit_id = b.unit_id
      where p.tenant_id = tenant and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
    )
    select pe.name, (select c.assignment_id from chosen c),
      array(select b.unit_id from beneath b union select h.unit_id from held h where 'case.handle' = any (h.rights) and exists (select from chosen c where 'case.handle' = any (c.rights))),
      coalesce((select c.rights from chosen c), '{}'),
      array(select distinct h.party_id from held h where 'case.handle' = any (h.rights) or 'organisation.edit' = any (h.rights)),
      array(select distinct m.customer_id from organisation.mandate m
            where m.tenant_id = tenant and m.person_id = person and m.valid_from <= on_day and (m.valid_to is null or m.valid_to > on_day)),
      array(select distinct c.circle_id from platform.circle_reader c
            where c.tenant_id = tenant and c.person_id = person and c.valid_from <= on_day and (c.valid_to is null or c.valid_to > on_day))
    from organisation.person pe
    where pe.tenant_id = tenant and pe.person_id = person and (pe.ended_on is null or pe.ended_on > on_day);
  end;
alter function organisation.seat_reach owner to kontoret_lookup;
revoke all on function organisation.seat_reach from public;
grant execute on function organisation.seat_reach to kontoret_app;

-- What the system itself reaches in a tenant: every authority and circle (jobs, sweeps, counting of figures).
create policy lookup on platform.circle for select to kontoret_lookup using (true);
grant select on platform.circle to kontoret_lookup;
create function organisation.system_reach(tenant uuid)
  returns table (authorities uuid[], circles uuid[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select array(select p.party_id from organisation.party p where p.tenant_id = tenant),
           array(select c.circle_id from platform.circle c where c.tenant_id = tenant);
  end;
alter function organisation.system_reach owner to kontoret_lookup;
revoke all on function organisation.system_reach from public;
grant execute on function organisation.system_reach to kontoret_app;
revoke create on schema organisation, platform from kontoret_lookup, kontoret_journal;
