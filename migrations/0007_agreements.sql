-- Who has agreed what with whom: the smallest honest agreement, so that an order has a line to stand on.
create schema agreements;
grant usage on schema agreements to kontoret_app;
create table agreements.agreement (
  tenant_id uuid not null references platform.tenant,
  agreement_id uuid not null,
  kind text not null check (kind in ('agreement', 'understanding', 'assignment', 'appropriation', 'underpinning')),
  name text not null check (length(name) between 1 and 200),
  provider_party_id uuid not null,
  customer_id uuid not null,
  current_version integer not null default 1,
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, provider_party_id) references organisation.party,
  foreign key (tenant_id, customer_id) references organisation.customer
);
create index agreement_by_customer on agreements.agreement (tenant_id, customer_id);
call platform.guard('agreements.agreement');
drop policy boundary on agreements.agreement;
create policy boundary on agreements.agreement to kontoret_app
  using (tenant_id = platform.ctx_tenant() and (provider_party_id = any (platform.ctx_authorities()) or customer_id = any (platform.ctx_customers())))
  with check (tenant_id = platform.ctx_tenant());
create table agreements.agreement_version (
  tenant_id uuid not null,
  agreement_id uuid not null,
  version_no integer not null,
  state text not null check (state in ('draft', 'active', 'ended')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  made_at timestamptz not null,
  primary key (tenant_id, agreement_id, version_no),
  foreign key (tenant_id, agreement_id) references agreements.agreement
);
call platform.guard('agreements.agreement_version');
-- Lines are read by whoever orders (which promise, is it priced): the tenant boundary is theirs, the agreement's page is narrower.
create table agreements.line (
  tenant_id uuid not null,
  agreement_id uuid not null,
  version_no integer not null,
  line_no integer not null,
  customer_id uuid not null,
  service_id uuid not null,
  offering_id uuid,
  level_id uuid,
  schedule_id uuid,
  system_id uuid,
  financing text not null check (financing in ('price', 'key', 'fixed', 'appropriation', 'none')),
  agreed_volume_thousandths bigint,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  primary key (tenant_id, agreement_id, version_no, line_no),
  foreign key (tenant_id, agreement_id, version_no) references agreements.agreement_version,
  foreign key (tenant_id, customer_id) references organisation.customer,
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, offering_id) references catalogue.offering,
  foreign key (tenant_id, level_id) references catalogue.level,
  foreign key (tenant_id, schedule_id) references organisation.schedule,
  foreign key (tenant_id, system_id) references systems.system
);
create index line_by_service on agreements.line (tenant_id, service_id, customer_id);
create index line_by_customer on agreements.line (tenant_id, customer_id);
call platform.guard('agreements.line');
