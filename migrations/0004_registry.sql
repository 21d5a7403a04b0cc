-- Decisions as the slice needs them: body or delegate, date, § or number, text, document. Meetings build on it later.
create schema registry;
grant usage on schema registry to kontoret_app;
create table registry.decision (
  tenant_id uuid not null references platform.tenant,
  decision_id uuid not null,
  party_id uuid not null,
  decided_by text,
  decided_on date not null,
  section text not null check (length(section) between 1 and 60),
  title text not null check (length(title) between 1 and 200),
  body text,
  file_id uuid,
  source text not null check (source in ('meeting', 'delegation', 'printed')),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, decision_id),
  foreign key (tenant_id, party_id) references organisation.party,
  foreign key (tenant_id, file_id) references platform.file
);
create index decision_by_day on registry.decision (tenant_id, decided_on desc, decision_id desc);
call platform.guard('registry.decision');
