-- Registers are listed as Swedes sort, houses and rooms come and go by date, and a decision says which one it replaces
-- and what was printed where its day or its § is not stated.

-- å, ä, ö after z, in that order, whatever collation the server has
create function platform.sort_name(name text) returns text
  language sql immutable strict parallel safe
  return translate(lower(name), 'åäöéèüæøÅÄÖÉÈÜÆØ', '{|}eeu|}{|}eeu|}');

alter table systems.system
  add column sort_name text collate "C" not null generated always as (platform.sort_name(name)) stored;
create index system_by_name on systems.system (tenant_id, sort_name, system_id);
create index dependency_by_other on systems.dependency (tenant_id, depends_on_id);

-- Without a first day: it stood here before the register was kept.
alter table premises.property
  add column sort_name text collate "C" not null generated always as (platform.sort_name(name)) stored,
  add column valid_from date,
  add column valid_to date check (valid_to > valid_from);
create index property_by_name on premises.property (tenant_id, sort_name, property_id);
create unique index property_by_designation on premises.property (tenant_id, lower(designation))
  where designation <> 'ej angivet';
alter table premises.building
  add column valid_from date,
  add column valid_to date check (valid_to > valid_from);
alter table premises.room
  add column sort_name text collate "C" not null generated always as (platform.sort_name(name)) stored,
  add column valid_from date,
  add column valid_to date check (valid_to > valid_from);
create index room_by_name on premises.room (tenant_id, sort_name, room_id);

alter table registry.decision
  alter column decided_on drop not null,
  alter column section drop not null,
  -- What the source prints where the day cannot be read: “september 2011”, “2012-04-31”.
  add column decided_printed text check (length(decided_printed) between 1 and 60),
  add column replaces_id uuid,
  add column sort_title text collate "C" not null generated always as (platform.sort_name(title)) stored,
  add foreign key (tenant_id, replaces_id) references registry.decision,
  add check (replaces_id <> decision_id),
  add check (decided_on is not null or source = 'printed');
create unique index decision_replaced_once on registry.decision (tenant_id, replaces_id) where replaces_id is not null;
create index decision_by_title on registry.decision (tenant_id, sort_title, decision_id);

alter table agreements.agreement
  add column sort_name text collate "C" not null generated always as (platform.sort_name(name)) stored;
create index agreement_by_name on agreements.agreement (tenant_id, sort_name, agreement_id);
-- Why the version was made, in words of whoever made it; who is in the journal.
alter table agreements.agreement_version add column reason text check (length(reason) between 1 and 500);
