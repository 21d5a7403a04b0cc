-- What we offer: areas, services by one template, what can be ordered of them, and what is promised about it.
create schema catalogue;
grant usage on schema catalogue to kontoret_app;

create table catalogue.area (
  tenant_id uuid not null references platform.tenant,
  area_id uuid not null,
  code text not null,
  name_sv text not null,
  name_en text not null,
  mode text not null default 'own_production' check (mode in ('own_production', 'purchaser_function')),
  owner_unit_id uuid,
  -- Who publishes in the area (TY-075); none named: whoever holds the right.
  owner_person_id uuid,
  lead text,
  position integer not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, area_id),
  unique (tenant_id, code),
  foreign key (tenant_id, owner_unit_id) references organisation.unit,
  foreign key (tenant_id, owner_person_id) references organisation.person
);
call platform.guard('catalogue.area');
-- What was promised before the catalogue was written: shown, marked, while an area has no published entry (TY-073).
create table catalogue.commitment (
  tenant_id uuid not null,
  area_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  body text not null check (length(body) between 1 and 10000),
  note text,
  origin text not null,
  primary key (tenant_id, area_id, valid_from),
  foreign key (tenant_id, area_id) references catalogue.area,
  constraint one_commitment_a_day exclude using gist (tenant_id with =, area_id with =, daterange(valid_from, valid_to) with &&)
);
call platform.guard('catalogue.commitment', 'select, insert, update');

create table catalogue.service (
  tenant_id uuid not null references platform.tenant,
  service_id uuid not null,
  code text not null,
  area_id uuid not null,
  -- The latest published version; which one holds on a day follows from the versions' dates.
  published_version integer,
  -- A planned service becomes active on this day; none = not decided. Ending and ended follow from the other two.
  starts_on date,
  ending_from date,
  ends_on date check (ends_on >= ending_from),
  -- What people say when they mean it; searched, never shown as a fact.
  synonyms text[] not null default '{}',
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, service_id),
  check ((ends_on is null) = (ending_from is null)),
  unique (tenant_id, code),
  foreign key (tenant_id, area_id) references catalogue.area
);
create index service_by_area on catalogue.service (tenant_id, area_id);
call platform.guard('catalogue.service');

-- ONE template for every service (TY-067). Null means not stated and is shown as such; what nobody states must be said
-- to be so (not_stated) before the version is published. State: as published; active, ending and ended of a day are
-- computed from the service's dates (service.ts).
create table catalogue.service_version (
  tenant_id uuid not null,
  service_id uuid not null,
  version_no integer not null,
  state text not null check (state in ('draft', 'planned', 'active')),
  name_sv text not null check (length(name_sv) between 1 and 200),
  name_en text,
  kind text check (kind in ('volume', 'operation', 'application', 'project', 'advice', 'support', 'administration', 'training', 'job')),
  obligation text check (obligation in ('mandatory', 'optional', 'add_on', 'commissioned', 'appropriation')),
  basic boolean not null default false,
  purpose text,
  for_whom text,
  content text,
  order_way text,
  level_text text,
  volume_text text,
  price_text text,
  process_text text,
  needs_text text,
  customer_duties text,
  owner_person_id uuid,
  owner_title text,
  standard text check (standard in ('standard', 'adapted')),
  adapted_from_service_id uuid,
  commissioning_party_id uuid,
  decision_id uuid,
  review_on date,
  not_stated text[] not null default '{}',
  -- Field → origin, where a statement has another source than the service itself.
  origins jsonb not null default '{}',
  change_note text,
  -- The days the text holds; no first day = as long as we know. Replaced the same day: an empty span.
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  proposed_by uuid,
  proposed_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (tenant_id, service_id, version_no),
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, adapted_from_service_id) references catalogue.service,
  foreign key (tenant_id, owner_person_id) references organisation.person,
  foreign key (tenant_id, commissioning_party_id) references organisation.party,
  foreign key (tenant_id, decision_id) references registry.decision,
  check (standard is distinct from 'adapted' or adapted_from_service_id is not null),
  check (adapted_from_service_id <> service_id),
  check ((state = 'draft') = (published_at is null)),
  constraint one_text_a_day exclude using gist (tenant_id with =, service_id with =, daterange(valid_from, valid_to) with &&) where (published_at is not null)
);
-- At most one draft at a time.
create unique index service_draft on catalogue.service_version (tenant_id, service_id) where published_at is null;
create index service_version_by_review on catalogue.service_version (tenant_id, review_on);
call platform.guard('catalogue.service_version');
alter table catalogue.service add foreign key (tenant_id, service_id, published_version) references catalogue.service_version deferrable initially deferred;

-- Boundary list: what is included, what is not, and by whom it is done (TY-078).
create table catalogue.service_part (
  tenant_id uuid not null,
  service_id uuid not null,
  version_no integer not null,
  position integer not null,
  kind text not null check (kind in ('included', 'not_included')),
  what text not null check (length(what) between 1 and 500),
  done_by text,
  origin text,
  primary key (tenant_id, service_id, version_no, position),
  foreign key (tenant_id, service_id, version_no) references catalogue.service_version
);
call platform.guard('catalogue.service_part');
-- Who provides it from when: an own unit or a supplier. Switching keeps earlier measures under the old one (TY-033).
create table catalogue.service_provider (
  tenant_id uuid not null,
  service_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  unit_id uuid not null,
  supplier_party_id uuid,
  primary key (tenant_id, service_id, valid_from),
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, supplier_party_id) references organisation.party,
  constraint one_provider_a_day exclude using gist (tenant_id with =, service_id with =, daterange(valid_from, valid_to) with &&)
);
create index service_provider_by_unit on catalogue.service_provider (tenant_id, unit_id);
call platform.guard('catalogue.service_provider');
create table catalogue.sign_off (
  tenant_id uuid not null,
  service_id uuid not null,
  version_no integer not null,
  customer_id uuid not null,
  asked_by uuid,
  asked_at timestamptz,
  signed_by uuid,
  signed_at timestamptz,
  primary key (tenant_id, service_id, version_no, customer_id),
  foreign key (tenant_id, service_id, version_no) references catalogue.service_version,
  foreign key (tenant_id, customer_id) references organisation.customer
);
call platform.guard('catalogue.sign_off');
-- Review cycle: reviewer and findings (TY-081).
create table catalogue.review (
  tenant_id uuid not null,
  review_id uuid not null,
  service_id uuid not null,
  reviewed_by uuid not null,
  reviewed_on date not null,
  findings text not null,
  next_review_on date,
  primary key (tenant_id, review_id),
  foreign key (tenant_id, service_id) references catalogue.service
);
create index review_by_service on catalogue.review (tenant_id, service_id);
call platform.guard('catalogue.review', 'select, insert');
-- Customer types or named customers that may or must have it. No row: every customer may.
create table catalogue.eligibility (
  tenant_id uuid not null,
  service_id uuid not null,
  n integer not null,
  customer_type text,
  customer_id uuid,
  must boolean not null default false,
  primary key (tenant_id, service_id, n),
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, customer_id) references organisation.customer,
  check (num_nonnulls(customer_type, customer_id) = 1)
);
call platform.guard('catalogue.eligibility');

create table catalogue.counting_unit (
  tenant_id uuid not null references platform.tenant,
  counting_unit_id uuid not null,
  version_no integer not null,
  name_sv text not null,
  name_en text not null,
  short_sv text,
  short_en text,
  definition text not null,
  not_counted_twice text,
  origin text not null default 'entered',
  primary key (tenant_id, counting_unit_id, version_no)
);
call platform.guard('catalogue.counting_unit', 'select, insert');
create table catalogue.offering (
  tenant_id uuid not null references platform.tenant,
  offering_id uuid not null,
  service_id uuid not null,
  code text not null,
  name_sv text not null,
  name_en text not null,
  kind text not null check (kind in ('once', 'standing', 'event', 'hour')),
  counting_unit_id uuid not null,
  counting_unit_version integer not null,
  -- Standard, or the standard offering it departs from (TY-082).
  adapted_from_offering_id uuid,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, offering_id),
  unique (tenant_id, code),
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, adapted_from_offering_id) references catalogue.offering,
  check (adapted_from_offering_id <> offering_id),
  foreign key (tenant_id, counting_unit_id, counting_unit_version) references catalogue.counting_unit
);
create index offering_by_service on catalogue.offering (tenant_id, service_id);
call platform.guard('catalogue.offering');

create table catalogue.form (
  tenant_id uuid not null references platform.tenant,
  form_id uuid not null,
  code text not null,
  name text not null,
  name_en text,
  published_version integer,
  -- The fields being worked on in the editor; a version is made of them and never changes.
  draft jsonb,
  origin text not null default 'entered',
  version integer not null default 1,
  primary key (tenant_id, form_id),
  unique (tenant_id, code)
);
call platform.guard('catalogue.form');
create table catalogue.form_version (
  tenant_id uuid not null,
  form_id uuid not null,
  version_no integer not null,
  fields jsonb not null,
  intro_sv text,
  intro_en text,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, form_id, version_no),
  foreign key (tenant_id, form_id) references catalogue.form
);
call platform.guard('catalogue.form_version', 'select, insert');

-- Service × case kind: the form, where it goes, who must approve, which routine holds.
create table catalogue.request_type (
  tenant_id uuid not null references platform.tenant,
  request_type_id uuid not null,
  code text not null,
  service_id uuid not null,
  case_kind text not null check (case_kind in ('order', 'fault', 'question', 'complaint')),
  name_sv text not null,
  name_en text not null,
  hint_sv text,
  hint_en text,
  form_id uuid,
  need_type text check (need_type in ('identity', 'system_function', 'training', 'client', 'printing', 'communication', 'change', 'move')),
  route text not null default 'provider_unit' check (route in ('provider_unit', 'system_manager', 'place', 'customer_manager', 'named_unit')),
  route_unit_id uuid,
  -- Ways that depend on the answers, tried in order before the route: [{when, to, unitId?, systemField?}].
  route_rules jsonb not null default '[]',
  approval text not null default 'none' check (approval in ('none', 'unauthorised', 'over_limit', 'always')),
  approval_over_ore bigint check (approval_over_ore >= 0),
  -- The form's field that holds the amount asked about, when the offering has no price.
  approval_field text,
  approval_remind_days integer not null default 2 check (approval_remind_days between 1 and 60),
  approval_lapse_days integer not null default 10 check (approval_lapse_days between 1 and 90),
  -- The form's field that incidents are grouped by (HS-365).
  category_field text,
  circle_id uuid,
  identity_check boolean not null default false,
  schedule_id uuid,
  place_ids uuid[] not null default '{}',
  elsewhere_request_type_id uuid,
  offering_id uuid,
  routine_sv text,
  close_after_days integer not null default 5 check (close_after_days between 1 and 60),
  reopen_within_days integer not null default 10 check (reopen_within_days between 1 and 90),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, request_type_id),
  unique (tenant_id, code),
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, form_id) references catalogue.form,
  foreign key (tenant_id, route_unit_id) references organisation.unit,
  foreign key (tenant_id, schedule_id) references organisation.schedule,
  foreign key (tenant_id, offering_id) references catalogue.offering,
  foreign key (tenant_id, elsewhere_request_type_id) references catalogue.request_type,
  foreign key (tenant_id, circle_id) references platform.circle,
  check (route <> 'named_unit' or route_unit_id is not null)
);
create index request_type_by_service on catalogue.request_type (tenant_id, service_id);
call platform.guard('catalogue.request_type');
-- Which unit takes what comes from a place (route 'place').
create table catalogue.request_route (
  tenant_id uuid not null,
  request_type_id uuid not null,
  place_id uuid not null,
  unit_id uuid not null,
  primary key (tenant_id, request_type_id, place_id),
  foreign key (tenant_id, request_type_id) references catalogue.request_type,
  foreign key (tenant_id, place_id) references organisation.place,
  foreign key (tenant_id, unit_id) references organisation.unit
);
call platform.guard('catalogue.request_route');

create table catalogue.level (
  tenant_id uuid not null references platform.tenant,
  level_id uuid not null,
  code text not null,
  name_sv text not null,
  name_en text not null,
  schedule_id uuid,
  primary key (tenant_id, level_id),
  unique (tenant_id, code),
  foreign key (tenant_id, schedule_id) references organisation.schedule
);
call platform.guard('catalogue.level');
-- A promise belongs to a level, a request type, a service, an area or (none of them) the whole office. Versions are
-- immutable. A guarantee without a measure is text and has no clock.
create table catalogue.promise (
  tenant_id uuid not null references platform.tenant,
  promise_id uuid not null,
  version_no integer not null,
  code text,
  label text,
  level_id uuid,
  request_type_id uuid,
  service_id uuid,
  area_id uuid,
  clock_kind text check (clock_kind in ('receipt', 'first_answer', 'start', 'done')),
  amount integer check (amount > 0),
  unit text check (unit in ('working_minutes', 'working_days')),
  -- Citizens and others outside, or our customers; none = everyone (TY-053).
  towards text check (towards in ('customer', 'outside')),
  channel text check (channel in ('portal', 'mail', 'letter', 'telephone', 'counter')),
  priority text check (priority in ('low', 'normal', 'high', 'critical')),
  strength text not null check (strength in ('binding', 'strive')),
  target_share_thousandths integer check (target_share_thousandths between 0 and 1000),
  guarantee boolean not null default false,
  name_sv text not null,
  name_en text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  origin text not null,
  primary key (tenant_id, promise_id, version_no),
  foreign key (tenant_id, level_id) references catalogue.level,
  foreign key (tenant_id, request_type_id) references catalogue.request_type,
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, area_id) references catalogue.area,
  check (num_nonnulls(level_id, request_type_id, service_id, area_id) <= 1),
  check (num_nulls(clock_kind, amount, unit) in (0, 3)),
  unique (tenant_id, code, version_no),
  constraint one_version_a_day exclude using gist (tenant_id with =, promise_id with =, daterange(valid_from, valid_to) with &&)
);
call platform.guard('catalogue.promise', 'select, insert, update');

create table catalogue.price_list (
  tenant_id uuid not null references platform.tenant,
  price_list_id uuid not null,
  name text not null,
  year integer not null,
  state text not null check (state in ('draft', 'published', 'closed')),
  decision_id uuid,
  published_by uuid,
  published_at timestamptz,
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, price_list_id),
  foreign key (tenant_id, decision_id) references registry.decision
);
call platform.guard('catalogue.price_list');
create table catalogue.price (
  tenant_id uuid not null,
  price_list_id uuid not null,
  code text not null,
  offering_id uuid not null,
  channel text check (channel in ('portal', 'mail', 'letter', 'telephone', 'counter')),
  customer_type text,
  amount_ore bigint not null check (amount_ore >= 0),
  per_quantity integer not null default 1 check (per_quantity > 0),
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from),
  origin text not null,
  primary key (tenant_id, price_list_id, code),
  foreign key (tenant_id, price_list_id) references catalogue.price_list,
  foreign key (tenant_id, offering_id) references catalogue.offering,
  constraint one_price_a_day exclude using gist (tenant_id with =, price_list_id with =, offering_id with =, coalesce(channel, '') with =, coalesce(customer_type, '') with =, daterange(valid_from, valid_to) with &&)
);
create index price_by_offering on catalogue.price (tenant_id, offering_id);
call platform.guard('catalogue.price');

-- Wish or need beside the catalogue; a service version lists those it answers (TY-080, TY-069).
create table catalogue.need (
  tenant_id uuid not null references platform.tenant,
  need_id uuid not null,
  kind text not null check (kind in ('wish', 'need')),
  title text not null check (length(title) between 1 and 200),
  body text,
  area_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'draft_made', 'answered', 'declined')),
  answered_service_id uuid,
  answered_version_no integer,
  answered_at timestamptz,
  decline_reason text,
  version integer not null default 1,
  primary key (tenant_id, need_id),
  foreign key (tenant_id, area_id) references catalogue.area,
  foreign key (tenant_id, asked_by) references organisation.person,
  foreign key (tenant_id, answered_service_id, answered_version_no) references catalogue.service_version
);
create index need_by_time on catalogue.need (tenant_id, asked_at desc, need_id desc);
call platform.guard('catalogue.need');
create table catalogue.need_backer (
  tenant_id uuid not null,
  need_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, need_id, customer_id),
  foreign key (tenant_id, need_id) references catalogue.need,
  foreign key (tenant_id, customer_id) references organisation.customer,
  foreign key (tenant_id, person_id) references organisation.person
);
call platform.guard('catalogue.need_backer');
