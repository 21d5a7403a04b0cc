-- Information systems and places of work, as far as routing and the case need them.
create schema systems;
grant usage on schema systems to kontoret_app;
create table systems.system (
  tenant_id uuid not null references platform.tenant,
  system_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  aliases text[] not null default '{}',
  owner_unit_id uuid,
  manager_unit_id uuid,
  manager_person_id uuid,
  criticality text check (criticality in ('low', 'medium', 'high', 'critical')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, system_id),
  unique (tenant_id, name),
  foreign key (tenant_id, owner_unit_id) references organisation.unit,
  foreign key (tenant_id, manager_unit_id) references organisation.unit,
  foreign key (tenant_id, manager_person_id) references organisation.person
);
call platform.guard('systems.system');
create table systems.dependency (
  tenant_id uuid not null,
  system_id uuid not null,
  depends_on_id uuid not null,
  primary key (tenant_id, system_id, depends_on_id),
  foreign key (tenant_id, system_id) references systems.system,
  foreign key (tenant_id, depends_on_id) references systems.system,
  check (system_id <> depends_on_id)
);
call platform.guard('systems.dependency');

create schema premises;
grant usage on schema premises to kontoret_app;
create table premises.property (
  tenant_id uuid not null references platform.tenant,
  property_id uuid not null,
  designation text not null,
  name text not null,
  manager_unit_id uuid,
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, property_id),
  foreign key (tenant_id, manager_unit_id) references organisation.unit
);
call platform.guard('premises.property');
create table premises.building (
  tenant_id uuid not null,
  building_id uuid not null,
  property_id uuid not null,
  name text not null,
  place_id uuid,
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, building_id),
  foreign key (tenant_id, property_id) references premises.property,
  foreign key (tenant_id, place_id) references organisation.place
);
create index building_by_property on premises.building (tenant_id, property_id);
call platform.guard('premises.building');
create table premises.room (
  tenant_id uuid not null,
  room_id uuid not null,
  building_id uuid not null,
  name text not null,
  floor text,
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, room_id),
  foreign key (tenant_id, building_id) references premises.building
);
create index room_by_building on premises.room (tenant_id, building_id);
call platform.guard('premises.room');
