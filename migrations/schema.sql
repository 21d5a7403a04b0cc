-- Generated from the migrated database by `node bin/tables.mjs`; never edited, never run.

create extension btree_gin;
create extension btree_gist;

-- ---------------------------------------------------------------- agreements

create schema agreements;

create table agreements.agreement (
  tenant_id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  name text not null,
  provider_party_id uuid not null,
  customer_id uuid not null,
  current_version integer not null default 1,
  origin text not null,
  version integer not null default 1,
  sort_name text not null generated always as (platform.sort_name(name)) stored,
  constraint agreement_pkey PRIMARY KEY (tenant_id, agreement_id),
  constraint agreement_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES organisation.customer(tenant_id, customer_id),
  constraint agreement_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint agreement_tenant_id_provider_party_id_fkey FOREIGN KEY (tenant_id, provider_party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint agreement_kind_check CHECK ((kind = ANY (ARRAY['agreement'::text, 'understanding'::text, 'assignment'::text, 'appropriation'::text, 'underpinning'::text]))),
  constraint agreement_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE INDEX agreement_by_customer ON agreements.agreement USING btree (tenant_id, customer_id);
CREATE INDEX agreement_by_name ON agreements.agreement USING btree (tenant_id, sort_name, agreement_id);
alter table agreements.agreement enable row level security, force row level security;
create policy boundary on agreements.agreement to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND ((provider_party_id = ANY (platform.ctx_authorities())) OR (customer_id = ANY (platform.ctx_customers())))))
  with check ((tenant_id = platform.ctx_tenant()));

create table agreements.agreement_version (
  tenant_id uuid not null,
  agreement_id uuid not null,
  version_no integer not null,
  state text not null,
  valid_from date not null,
  valid_to date,
  made_at timestamp with time zone not null,
  reason text,
  constraint agreement_version_pkey PRIMARY KEY (tenant_id, agreement_id, version_no),
  constraint agreement_version_tenant_id_agreement_id_fkey FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreements.agreement(tenant_id, agreement_id),
  constraint agreement_version_check CHECK ((valid_to > valid_from)),
  constraint agreement_version_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint agreement_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'ended'::text])))
);
alter table agreements.agreement_version enable row level security, force row level security;
create policy boundary on agreements.agreement_version to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

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
  financing text not null,
  agreed_volume_thousandths bigint,
  valid_from date not null,
  valid_to date,
  origin text not null,
  constraint line_pkey PRIMARY KEY (tenant_id, agreement_id, version_no, line_no),
  constraint line_tenant_id_agreement_id_version_no_fkey FOREIGN KEY (tenant_id, agreement_id, version_no) REFERENCES agreements.agreement_version(tenant_id, agreement_id, version_no),
  constraint line_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES organisation.customer(tenant_id, customer_id),
  constraint line_tenant_id_level_id_fkey FOREIGN KEY (tenant_id, level_id) REFERENCES catalogue.level(tenant_id, level_id),
  constraint line_tenant_id_offering_id_fkey FOREIGN KEY (tenant_id, offering_id) REFERENCES catalogue.offering(tenant_id, offering_id),
  constraint line_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id),
  constraint line_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint line_tenant_id_system_id_fkey FOREIGN KEY (tenant_id, system_id) REFERENCES systems.system(tenant_id, system_id),
  constraint line_check CHECK ((valid_to > valid_from)),
  constraint line_financing_check CHECK ((financing = ANY (ARRAY['price'::text, 'key'::text, 'fixed'::text, 'appropriation'::text, 'none'::text])))
);
CREATE INDEX line_by_customer ON agreements.line USING btree (tenant_id, customer_id);
CREATE INDEX line_by_service ON agreements.line USING btree (tenant_id, service_id, customer_id);
alter table agreements.line enable row level security, force row level security;
create policy boundary on agreements.line to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

grant delete, insert, select, update on agreements.agreement to kontoret_app;
grant delete, insert, select, update on agreements.agreement_version to kontoret_app;
grant delete, insert, select, update on agreements.line to kontoret_app;
grant usage on schema agreements to kontoret_app;

-- ---------------------------------------------------------------- cases

create schema cases;

create table cases.case (
  tenant_id uuid not null,
  case_id uuid not null,
  number text,
  kind text not null,
  request_type_id uuid not null,
  service_id uuid not null,
  title text not null,
  customer_id uuid,
  unit_id uuid,
  requester_id uuid,
  outside_name text,
  outside_address text,
  registered_by uuid not null,
  channel text not null,
  provider_party_id uuid not null,
  provider_unit_id uuid not null,
  information_owner_id uuid not null,
  place_id uuid,
  building_id uuid,
  room_id uuid,
  system_id uuid,
  category text,
  priority text not null default 'normal'::text,
  circle_id uuid,
  watchers uuid[] not null default '{}'::uuid[],
  standard text,
  form_id uuid,
  form_version_no integer,
  answers jsonb not null default '{}'::jsonb,
  agreement_id uuid,
  agreement_version_no integer,
  agreement_line_no integer,
  expected_ore bigint,
  state text not null,
  waiting_for text,
  owner_person_id uuid,
  support_line integer not null default 1,
  clock_kind text,
  due_at timestamp with time zone,
  received_at timestamp with time zone not null,
  started_at timestamp with time zone,
  done_at timestamp with time zone,
  closed_at timestamp with time zone,
  latest_at timestamp with time zone not null,
  parent_id uuid,
  merged_into_id uuid,
  moved_around integer not null default 0,
  lead_working_minutes integer,
  rating integer,
  origin text not null,
  version integer not null default 1,
  constraint case_pkey PRIMARY KEY (tenant_id, case_id),
  constraint case_tenant_id_number_key UNIQUE (tenant_id, number),
  constraint case_tenant_id_agreement_id_agreement_version_no_agreement_fkey FOREIGN KEY (tenant_id, agreement_id, agreement_version_no, agreement_line_no) REFERENCES agreements.line(tenant_id, agreement_id, version_no, line_no),
  constraint case_tenant_id_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES premises.building(tenant_id, building_id),
  constraint case_tenant_id_circle_id_fkey FOREIGN KEY (tenant_id, circle_id) REFERENCES platform.circle(tenant_id, circle_id),
  constraint case_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES organisation.customer(tenant_id, customer_id),
  constraint case_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint case_tenant_id_form_id_form_version_no_fkey FOREIGN KEY (tenant_id, form_id, form_version_no) REFERENCES catalogue.form_version(tenant_id, form_id, version_no),
  constraint case_tenant_id_information_owner_id_fkey FOREIGN KEY (tenant_id, information_owner_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint case_tenant_id_merged_into_id_fkey FOREIGN KEY (tenant_id, merged_into_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint case_tenant_id_owner_person_id_fkey FOREIGN KEY (tenant_id, owner_person_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint case_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint case_tenant_id_place_id_fkey FOREIGN KEY (tenant_id, place_id) REFERENCES organisation.place(tenant_id, place_id),
  constraint case_tenant_id_provider_party_id_fkey FOREIGN KEY (tenant_id, provider_party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint case_tenant_id_provider_unit_id_fkey FOREIGN KEY (tenant_id, provider_unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint case_tenant_id_registered_by_fkey FOREIGN KEY (tenant_id, registered_by) REFERENCES organisation.person(tenant_id, person_id),
  constraint case_tenant_id_request_type_id_fkey FOREIGN KEY (tenant_id, request_type_id) REFERENCES catalogue.request_type(tenant_id, request_type_id),
  constraint case_tenant_id_requester_id_fkey FOREIGN KEY (tenant_id, requester_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint case_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES premises.room(tenant_id, room_id),
  constraint case_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint case_tenant_id_system_id_fkey FOREIGN KEY (tenant_id, system_id) REFERENCES systems.system(tenant_id, system_id),
  constraint case_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint case_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'mail'::text, 'letter'::text, 'telephone'::text, 'counter'::text]))),
  constraint case_check CHECK (((customer_id IS NOT NULL) OR ((kind = ANY (ARRAY['question'::text, 'complaint'::text])) AND (outside_name IS NOT NULL)))),
  constraint case_check1 CHECK (((requester_id IS NOT NULL) OR (outside_name IS NOT NULL))),
  constraint case_check2 CHECK (((state = 'waiting'::text) = (waiting_for IS NOT NULL))),
  constraint case_check3 CHECK ((parent_id <> case_id)),
  constraint case_kind_check CHECK ((kind = ANY (ARRAY['order'::text, 'fault'::text, 'question'::text, 'complaint'::text]))),
  constraint case_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'critical'::text]))),
  constraint case_rating_check CHECK (((rating >= 1) AND (rating <= 3))),
  constraint case_standard_check CHECK ((standard = ANY (ARRAY['standard'::text, 'adapted'::text]))),
  constraint case_state_check CHECK ((state = ANY (ARRAY['awaiting_approval'::text, 'new'::text, 'in_progress'::text, 'waiting'::text, 'done'::text, 'closed'::text, 'withdrawn'::text, 'rejected'::text, 'converted'::text, 'merged'::text]))),
  constraint case_support_line_check CHECK (((support_line >= 1) AND (support_line <= 3))),
  constraint case_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint case_waiting_for_check CHECK ((waiting_for = ANY (ARRAY['customer'::text, 'us'::text, 'supplier'::text])))
);
CREATE INDEX case_by_customer ON cases."case" USING btree (tenant_id, customer_id, received_at DESC, case_id DESC);
CREATE INDEX case_by_customer_due ON cases."case" USING btree (tenant_id, customer_id, due_at, case_id);
CREATE INDEX case_by_done ON cases."case" USING btree (tenant_id, provider_unit_id, done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX case_by_due ON cases."case" USING btree (tenant_id, due_at, case_id);
CREATE INDEX case_by_parent ON cases."case" USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX case_by_requester ON cases."case" USING btree (tenant_id, requester_id, received_at DESC, case_id DESC);
CREATE INDEX case_by_time ON cases."case" USING btree (tenant_id, received_at DESC, case_id DESC);
CREATE INDEX case_by_unit ON cases."case" USING btree (tenant_id, provider_unit_id, received_at DESC, case_id DESC);
CREATE INDEX case_by_unit_due ON cases."case" USING btree (tenant_id, provider_unit_id, due_at, case_id);
CREATE INDEX case_done ON cases."case" USING btree (tenant_id, done_at) WHERE (state = 'done'::text);
CREATE INDEX case_owned ON cases."case" USING btree (tenant_id, owner_person_id, due_at, case_id) WHERE (state = ANY (ARRAY['awaiting_approval'::text, 'new'::text, 'in_progress'::text, 'waiting'::text]));
CREATE INDEX case_queue ON cases."case" USING btree (tenant_id, provider_unit_id, due_at, case_id) WHERE (state = ANY (ARRAY['awaiting_approval'::text, 'new'::text, 'in_progress'::text, 'waiting'::text]));
CREATE INDEX case_unfinished_of_customer ON cases."case" USING btree (tenant_id, customer_id, received_at DESC, case_id DESC) WHERE (state = ANY (ARRAY['awaiting_approval'::text, 'new'::text, 'in_progress'::text, 'waiting'::text, 'done'::text]));
alter table cases.case enable row level security, force row level security;
create policy boundary on cases.case to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND ((provider_party_id = ANY (platform.ctx_authorities())) OR (customer_id = ANY (platform.ctx_customers())) OR (requester_id = platform.ctx_person()) OR (platform.ctx_person() = ANY (watchers))) AND ((circle_id IS NULL) OR (circle_id = ANY (platform.ctx_circles())))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.clock (
  tenant_id uuid not null,
  clock_id uuid not null,
  case_id uuid not null,
  kind text not null,
  promise_id uuid not null,
  promise_version_no integer not null,
  source_kind text not null,
  source_id uuid,
  amount integer not null,
  unit text not null,
  strength text not null,
  target_share_thousandths integer,
  schedule_id uuid not null,
  first_told_due_at timestamp with time zone not null,
  due_at timestamp with time zone,
  state text not null,
  ended_at timestamp with time zone,
  moved_by_us boolean not null default false,
  moved_by_customer boolean not null default false,
  constraint clock_pkey PRIMARY KEY (tenant_id, clock_id),
  constraint clock_tenant_id_case_id_kind_key UNIQUE (tenant_id, case_id, kind),
  constraint clock_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint clock_tenant_id_promise_id_promise_version_no_fkey FOREIGN KEY (tenant_id, promise_id, promise_version_no) REFERENCES catalogue.promise(tenant_id, promise_id, version_no),
  constraint clock_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id),
  constraint clock_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'first_answer'::text, 'start'::text, 'done'::text]))),
  constraint clock_source_kind_check CHECK ((source_kind = ANY (ARRAY['agreement_line'::text, 'request_type'::text, 'service'::text, 'area'::text, 'office'::text]))),
  constraint clock_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'kept'::text, 'broken'::text, 'cancelled'::text]))),
  constraint clock_strength_check CHECK ((strength = ANY (ARRAY['binding'::text, 'strive'::text]))),
  constraint clock_unit_check CHECK ((unit = ANY (ARRAY['working_minutes'::text, 'working_days'::text])))
);
CREATE INDEX clock_by_due ON cases.clock USING btree (tenant_id, due_at, clock_id);
alter table cases.clock enable row level security, force row level security;
create policy boundary on cases.clock to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = clock.tenant_id) AND (c.case_id = clock.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.clock_event (
  tenant_id uuid not null,
  case_id uuid not null,
  clock_id uuid not null,
  n integer not null,
  at timestamp with time zone not null,
  kind text not null,
  by text,
  reason text,
  schedule_id uuid not null,
  schedule_version_no integer not null,
  facts jsonb not null default '{}'::jsonb,
  constraint clock_event_pkey PRIMARY KEY (tenant_id, clock_id, n),
  constraint clock_event_tenant_id_clock_id_fkey FOREIGN KEY (tenant_id, clock_id) REFERENCES cases.clock(tenant_id, clock_id),
  constraint clock_event_tenant_id_schedule_id_schedule_version_no_fkey FOREIGN KEY (tenant_id, schedule_id, schedule_version_no) REFERENCES organisation.schedule_version(tenant_id, schedule_id, version_no),
  constraint clock_event_by_check CHECK ((by = ANY (ARRAY['customer'::text, 'us'::text, 'supplier'::text]))),
  constraint clock_event_kind_check CHECK ((kind = ANY (ARRAY['start'::text, 'pause'::text, 'resume'::text, 'rebase'::text, 'stop'::text, 'reopen'::text, 'cancel'::text])))
);
alter table cases.clock_event enable row level security, force row level security;
create policy boundary on cases.clock_event to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = clock_event.tenant_id) AND (c.case_id = clock_event.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.conversion (
  tenant_id uuid not null,
  case_id uuid not null,
  need_id uuid not null,
  at timestamp with time zone not null,
  constraint conversion_pkey PRIMARY KEY (tenant_id, case_id),
  constraint conversion_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint conversion_tenant_id_need_id_fkey FOREIGN KEY (tenant_id, need_id) REFERENCES catalogue.need(tenant_id, need_id)
);
CREATE INDEX conversion_by_need ON cases.conversion USING btree (tenant_id, need_id);
alter table cases.conversion enable row level security, force row level security;
create policy boundary on cases.conversion to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = conversion.tenant_id) AND (c.case_id = conversion.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.delivery (
  tenant_id uuid not null,
  case_id uuid not null,
  delivery_id uuid not null,
  offering_id uuid,
  channel text not null,
  quantity_thousandths bigint not null,
  unit_id uuid,
  delivered_on date not null,
  delivered_by uuid not null,
  at timestamp with time zone not null,
  note text,
  constraint delivery_pkey PRIMARY KEY (tenant_id, delivery_id),
  constraint delivery_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint delivery_tenant_id_delivered_by_fkey FOREIGN KEY (tenant_id, delivered_by) REFERENCES organisation.person(tenant_id, person_id),
  constraint delivery_tenant_id_offering_id_fkey FOREIGN KEY (tenant_id, offering_id) REFERENCES catalogue.offering(tenant_id, offering_id),
  constraint delivery_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint delivery_quantity_thousandths_check CHECK ((quantity_thousandths > 0))
);
CREATE INDEX delivery_by_case ON cases.delivery USING btree (tenant_id, case_id);
alter table cases.delivery enable row level security, force row level security;
create policy boundary on cases.delivery to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = delivery.tenant_id) AND (c.case_id = delivery.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.event (
  tenant_id uuid not null,
  case_id uuid not null,
  n integer not null,
  at timestamp with time zone not null,
  kind text not null,
  by_person_id uuid,
  reason text,
  facts jsonb not null default '{}'::jsonb,
  constraint event_pkey PRIMARY KEY (tenant_id, case_id, n),
  constraint event_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id)
);
CREATE INDEX event_by_kind ON cases.event USING btree (tenant_id, kind, at);
alter table cases.event enable row level security, force row level security;
create policy boundary on cases.event to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = event.tenant_id) AND (c.case_id = event.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.merge (
  tenant_id uuid not null,
  case_id uuid not null,
  n integer not null,
  into_case_id uuid not null,
  state_before text not null,
  at timestamp with time zone not null,
  by_person_id uuid not null,
  undone_at timestamp with time zone,
  constraint merge_pkey PRIMARY KEY (tenant_id, case_id, n),
  constraint merge_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint merge_tenant_id_into_case_id_fkey FOREIGN KEY (tenant_id, into_case_id) REFERENCES cases."case"(tenant_id, case_id)
);
CREATE INDEX merge_by_target ON cases.merge USING btree (tenant_id, into_case_id);
alter table cases.merge enable row level security, force row level security;
create policy boundary on cases.merge to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = merge.tenant_id) AND (c.case_id = merge.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.message (
  tenant_id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  channel text not null,
  author_id uuid,
  body text not null,
  erased_by text,
  constraint message_pkey PRIMARY KEY (tenant_id, case_id, message_id),
  constraint message_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint message_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint message_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
  constraint message_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'mail'::text, 'letter'::text, 'telephone'::text, 'counter'::text, 'system'::text]))),
  constraint message_kind_check CHECK ((kind = ANY (ARRAY['in'::text, 'out'::text, 'note'::text])))
);
CREATE INDEX message_by_id ON cases.message USING btree (tenant_id, message_id);
alter table cases.message enable row level security, force row level security;
create policy boundary on cases.message to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = message.tenant_id) AND (c.case_id = message.case_id) AND ((message.kind <> 'note'::text) OR (c.provider_party_id = ANY (platform.ctx_authorities()))))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.rating (
  tenant_id uuid not null,
  case_id uuid not null,
  at timestamp with time zone not null,
  person_id uuid not null,
  score integer not null,
  comment text,
  constraint rating_pkey PRIMARY KEY (tenant_id, case_id, at),
  constraint rating_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint rating_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint rating_score_check CHECK (((score >= 1) AND (score <= 3)))
);
alter table cases.rating enable row level security, force row level security;
create policy boundary on cases.rating to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = rating.tenant_id) AND (c.case_id = rating.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.relation (
  tenant_id uuid not null,
  case_id uuid not null,
  other_case_id uuid not null,
  at timestamp with time zone not null,
  by_person_id uuid not null,
  constraint relation_pkey PRIMARY KEY (tenant_id, case_id, other_case_id),
  constraint relation_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint relation_tenant_id_other_case_id_fkey FOREIGN KEY (tenant_id, other_case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint relation_check CHECK ((case_id <> other_case_id))
);
CREATE INDEX relation_by_other ON cases.relation USING btree (tenant_id, other_case_id);
alter table cases.relation enable row level security, force row level security;
create policy boundary on cases.relation to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = relation.tenant_id) AND (c.case_id = relation.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table cases.watcher (
  tenant_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  at timestamp with time zone not null,
  constraint watcher_pkey PRIMARY KEY (tenant_id, case_id, person_id),
  constraint watcher_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases."case"(tenant_id, case_id),
  constraint watcher_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES organisation.person(tenant_id, person_id)
);
CREATE INDEX watcher_by_person ON cases.watcher USING btree (tenant_id, person_id, case_id);
alter table cases.watcher enable row level security, force row level security;
create policy boundary on cases.watcher to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = watcher.tenant_id) AND (c.case_id = watcher.case_id))))))
  with check ((tenant_id = platform.ctx_tenant()));

CREATE OR REPLACE PROCEDURE cases.guard_part(IN guarded regclass, IN rights text)
 LANGUAGE plpgsql
AS $procedure$
begin
  call platform.guard(guarded, rights);
  execute format('drop policy boundary on %s', guarded);
  execute format('create policy boundary on %1$s to kontoret_app
    using (tenant_id = platform.ctx_tenant() and exists (select from cases.case c where c.tenant_id = %1$s.tenant_id and c.case_id = %1$s.case_id))
    with check (tenant_id = platform.ctx_tenant())', guarded);
end $procedure$
;

grant insert, select, update on cases.case to kontoret_app;
grant insert, select, update on cases.clock to kontoret_app;
grant insert, select on cases.clock_event to kontoret_app;
grant insert, select on cases.conversion to kontoret_app;
grant insert, select on cases.delivery to kontoret_app;
grant insert, select on cases.event to kontoret_app;
grant insert, select, update on cases.merge to kontoret_app;
grant insert, select, update on cases.message to kontoret_app;
grant insert, select on cases.rating to kontoret_app;
grant delete, insert, select on cases.relation to kontoret_app;
grant delete, insert, select on cases.watcher to kontoret_app;
grant execute on routine cases.guard_part(regclass,text) to public;
grant usage on schema cases to kontoret_app;

-- ---------------------------------------------------------------- catalogue

create schema catalogue;

create table catalogue.area (
  tenant_id uuid not null,
  area_id uuid not null,
  code text not null,
  name_sv text not null,
  name_en text not null,
  mode text not null default 'own_production'::text,
  owner_unit_id uuid,
  owner_person_id uuid,
  lead text,
  position integer not null,
  valid_from date not null,
  valid_to date,
  origin text not null,
  version integer not null default 1,
  constraint area_pkey PRIMARY KEY (tenant_id, area_id),
  constraint area_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint area_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint area_tenant_id_owner_person_id_fkey FOREIGN KEY (tenant_id, owner_person_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint area_tenant_id_owner_unit_id_fkey FOREIGN KEY (tenant_id, owner_unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint area_check CHECK ((valid_to > valid_from)),
  constraint area_mode_check CHECK ((mode = ANY (ARRAY['own_production'::text, 'purchaser_function'::text])))
);
alter table catalogue.area enable row level security, force row level security;
create policy boundary on catalogue.area to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.commitment (
  tenant_id uuid not null,
  area_id uuid not null,
  valid_from date not null,
  valid_to date,
  body text not null,
  note text,
  origin text not null,
  constraint commitment_pkey PRIMARY KEY (tenant_id, area_id, valid_from),
  constraint one_commitment_a_day EXCLUDE USING gist (tenant_id WITH =, area_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint commitment_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES catalogue.area(tenant_id, area_id),
  constraint commitment_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  constraint commitment_check CHECK ((valid_to > valid_from))
);
alter table catalogue.commitment enable row level security, force row level security;
create policy boundary on catalogue.commitment to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.counting_unit (
  tenant_id uuid not null,
  counting_unit_id uuid not null,
  version_no integer not null,
  name_sv text not null,
  name_en text not null,
  short_sv text,
  short_en text,
  definition text not null,
  not_counted_twice text,
  origin text not null default 'entered'::text,
  constraint counting_unit_pkey PRIMARY KEY (tenant_id, counting_unit_id, version_no),
  constraint counting_unit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id)
);
alter table catalogue.counting_unit enable row level security, force row level security;
create policy boundary on catalogue.counting_unit to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.eligibility (
  tenant_id uuid not null,
  service_id uuid not null,
  n integer not null,
  customer_type text,
  customer_id uuid,
  must boolean not null default false,
  constraint eligibility_pkey PRIMARY KEY (tenant_id, service_id, n),
  constraint eligibility_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES organisation.customer(tenant_id, customer_id),
  constraint eligibility_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint eligibility_check CHECK ((num_nonnulls(customer_type, customer_id) = 1))
);
alter table catalogue.eligibility enable row level security, force row level security;
create policy boundary on catalogue.eligibility to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.form (
  tenant_id uuid not null,
  form_id uuid not null,
  code text not null,
  name text not null,
  name_en text,
  published_version integer,
  draft jsonb,
  origin text not null default 'entered'::text,
  version integer not null default 1,
  constraint form_pkey PRIMARY KEY (tenant_id, form_id),
  constraint form_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id)
);
alter table catalogue.form enable row level security, force row level security;
create policy boundary on catalogue.form to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.form_version (
  tenant_id uuid not null,
  form_id uuid not null,
  version_no integer not null,
  fields jsonb not null,
  intro_sv text,
  intro_en text,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint form_version_pkey PRIMARY KEY (tenant_id, form_id, version_no),
  constraint form_version_tenant_id_form_id_fkey FOREIGN KEY (tenant_id, form_id) REFERENCES catalogue.form(tenant_id, form_id)
);
alter table catalogue.form_version enable row level security, force row level security;
create policy boundary on catalogue.form_version to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.level (
  tenant_id uuid not null,
  level_id uuid not null,
  code text not null,
  name_sv text not null,
  name_en text not null,
  schedule_id uuid,
  constraint level_pkey PRIMARY KEY (tenant_id, level_id),
  constraint level_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint level_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint level_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id)
);
alter table catalogue.level enable row level security, force row level security;
create policy boundary on catalogue.level to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.need (
  tenant_id uuid not null,
  need_id uuid not null,
  kind text not null,
  title text not null,
  body text,
  area_id uuid,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  state text not null default 'open'::text,
  answered_service_id uuid,
  answered_version_no integer,
  answered_at timestamp with time zone,
  decline_reason text,
  version integer not null default 1,
  constraint need_pkey PRIMARY KEY (tenant_id, need_id),
  constraint need_tenant_id_answered_service_id_answered_version_no_fkey FOREIGN KEY (tenant_id, answered_service_id, answered_version_no) REFERENCES catalogue.service_version(tenant_id, service_id, version_no),
  constraint need_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES catalogue.area(tenant_id, area_id),
  constraint need_tenant_id_asked_by_fkey FOREIGN KEY (tenant_id, asked_by) REFERENCES organisation.person(tenant_id, person_id),
  constraint need_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint need_kind_check CHECK ((kind = ANY (ARRAY['wish'::text, 'need'::text]))),
  constraint need_state_check CHECK ((state = ANY (ARRAY['open'::text, 'draft_made'::text, 'answered'::text, 'declined'::text]))),
  constraint need_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX need_by_time ON catalogue.need USING btree (tenant_id, asked_at DESC, need_id DESC);
alter table catalogue.need enable row level security, force row level security;
create policy boundary on catalogue.need to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.need_backer (
  tenant_id uuid not null,
  need_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint need_backer_pkey PRIMARY KEY (tenant_id, need_id, customer_id),
  constraint need_backer_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES organisation.customer(tenant_id, customer_id),
  constraint need_backer_tenant_id_need_id_fkey FOREIGN KEY (tenant_id, need_id) REFERENCES catalogue.need(tenant_id, need_id),
  constraint need_backer_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES organisation.person(tenant_id, person_id)
);
alter table catalogue.need_backer enable row level security, force row level security;
create policy boundary on catalogue.need_backer to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.offering (
  tenant_id uuid not null,
  offering_id uuid not null,
  service_id uuid not null,
  code text not null,
  name_sv text not null,
  name_en text not null,
  kind text not null,
  counting_unit_id uuid not null,
  counting_unit_version integer not null,
  adapted_from_offering_id uuid,
  valid_from date not null,
  valid_to date,
  origin text not null,
  version integer not null default 1,
  constraint offering_pkey PRIMARY KEY (tenant_id, offering_id),
  constraint offering_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint offering_tenant_id_adapted_from_offering_id_fkey FOREIGN KEY (tenant_id, adapted_from_offering_id) REFERENCES catalogue.offering(tenant_id, offering_id),
  constraint offering_tenant_id_counting_unit_id_counting_unit_version_fkey FOREIGN KEY (tenant_id, counting_unit_id, counting_unit_version) REFERENCES catalogue.counting_unit(tenant_id, counting_unit_id, version_no),
  constraint offering_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint offering_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint offering_check CHECK ((valid_to > valid_from)),
  constraint offering_check1 CHECK ((adapted_from_offering_id <> offering_id)),
  constraint offering_kind_check CHECK ((kind = ANY (ARRAY['once'::text, 'standing'::text, 'event'::text, 'hour'::text])))
);
CREATE INDEX offering_by_service ON catalogue.offering USING btree (tenant_id, service_id);
alter table catalogue.offering enable row level security, force row level security;
create policy boundary on catalogue.offering to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.price (
  tenant_id uuid not null,
  price_list_id uuid not null,
  code text not null,
  offering_id uuid not null,
  channel text,
  customer_type text,
  amount_ore bigint not null,
  per_quantity integer not null default 1,
  valid_from date not null,
  valid_to date not null,
  origin text not null,
  constraint price_pkey PRIMARY KEY (tenant_id, price_list_id, code),
  constraint one_price_a_day EXCLUDE USING gist (tenant_id WITH =, price_list_id WITH =, offering_id WITH =, COALESCE(channel, ''::text) WITH =, COALESCE(customer_type, ''::text) WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint price_tenant_id_offering_id_fkey FOREIGN KEY (tenant_id, offering_id) REFERENCES catalogue.offering(tenant_id, offering_id),
  constraint price_tenant_id_price_list_id_fkey FOREIGN KEY (tenant_id, price_list_id) REFERENCES catalogue.price_list(tenant_id, price_list_id),
  constraint price_amount_ore_check CHECK ((amount_ore >= 0)),
  constraint price_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'mail'::text, 'letter'::text, 'telephone'::text, 'counter'::text]))),
  constraint price_check CHECK ((valid_to > valid_from)),
  constraint price_per_quantity_check CHECK ((per_quantity > 0))
);
CREATE INDEX price_by_offering ON catalogue.price USING btree (tenant_id, offering_id);
alter table catalogue.price enable row level security, force row level security;
create policy boundary on catalogue.price to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.price_list (
  tenant_id uuid not null,
  price_list_id uuid not null,
  name text not null,
  year integer not null,
  state text not null,
  decision_id uuid,
  published_by uuid,
  published_at timestamp with time zone,
  origin text not null,
  version integer not null default 1,
  constraint price_list_pkey PRIMARY KEY (tenant_id, price_list_id),
  constraint price_list_tenant_id_decision_id_fkey FOREIGN KEY (tenant_id, decision_id) REFERENCES registry.decision(tenant_id, decision_id),
  constraint price_list_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint price_list_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'closed'::text])))
);
alter table catalogue.price_list enable row level security, force row level security;
create policy boundary on catalogue.price_list to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.promise (
  tenant_id uuid not null,
  promise_id uuid not null,
  version_no integer not null,
  code text,
  label text,
  level_id uuid,
  request_type_id uuid,
  service_id uuid,
  area_id uuid,
  clock_kind text,
  amount integer,
  unit text,
  towards text,
  channel text,
  priority text,
  strength text not null,
  target_share_thousandths integer,
  guarantee boolean not null default false,
  name_sv text not null,
  name_en text not null,
  valid_from date not null,
  valid_to date,
  origin text not null,
  constraint promise_pkey PRIMARY KEY (tenant_id, promise_id, version_no),
  constraint promise_tenant_id_code_version_no_key UNIQUE (tenant_id, code, version_no),
  constraint one_version_a_day EXCLUDE USING gist (tenant_id WITH =, promise_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint promise_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES catalogue.area(tenant_id, area_id),
  constraint promise_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint promise_tenant_id_level_id_fkey FOREIGN KEY (tenant_id, level_id) REFERENCES catalogue.level(tenant_id, level_id),
  constraint promise_tenant_id_request_type_id_fkey FOREIGN KEY (tenant_id, request_type_id) REFERENCES catalogue.request_type(tenant_id, request_type_id),
  constraint promise_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint promise_amount_check CHECK ((amount > 0)),
  constraint promise_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'mail'::text, 'letter'::text, 'telephone'::text, 'counter'::text]))),
  constraint promise_check CHECK ((valid_to > valid_from)),
  constraint promise_check1 CHECK ((num_nonnulls(level_id, request_type_id, service_id, area_id) <= 1)),
  constraint promise_check2 CHECK ((num_nulls(clock_kind, amount, unit) = ANY (ARRAY[0, 3]))),
  constraint promise_clock_kind_check CHECK ((clock_kind = ANY (ARRAY['receipt'::text, 'first_answer'::text, 'start'::text, 'done'::text]))),
  constraint promise_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'critical'::text]))),
  constraint promise_strength_check CHECK ((strength = ANY (ARRAY['binding'::text, 'strive'::text]))),
  constraint promise_target_share_thousandths_check CHECK (((target_share_thousandths >= 0) AND (target_share_thousandths <= 1000))),
  constraint promise_towards_check CHECK ((towards = ANY (ARRAY['customer'::text, 'outside'::text]))),
  constraint promise_unit_check CHECK ((unit = ANY (ARRAY['working_minutes'::text, 'working_days'::text])))
);
alter table catalogue.promise enable row level security, force row level security;
create policy boundary on catalogue.promise to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.request_route (
  tenant_id uuid not null,
  request_type_id uuid not null,
  place_id uuid not null,
  unit_id uuid not null,
  constraint request_route_pkey PRIMARY KEY (tenant_id, request_type_id, place_id),
  constraint request_route_tenant_id_place_id_fkey FOREIGN KEY (tenant_id, place_id) REFERENCES organisation.place(tenant_id, place_id),
  constraint request_route_tenant_id_request_type_id_fkey FOREIGN KEY (tenant_id, request_type_id) REFERENCES catalogue.request_type(tenant_id, request_type_id),
  constraint request_route_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id)
);
alter table catalogue.request_route enable row level security, force row level security;
create policy boundary on catalogue.request_route to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.request_type (
  tenant_id uuid not null,
  request_type_id uuid not null,
  code text not null,
  service_id uuid not null,
  case_kind text not null,
  name_sv text not null,
  name_en text not null,
  hint_sv text,
  hint_en text,
  form_id uuid,
  need_type text,
  route text not null default 'provider_unit'::text,
  route_unit_id uuid,
  route_rules jsonb not null default '[]'::jsonb,
  approval text not null default 'none'::text,
  approval_over_ore bigint,
  approval_field text,
  approval_remind_days integer not null default 2,
  approval_lapse_days integer not null default 10,
  category_field text,
  circle_id uuid,
  identity_check boolean not null default false,
  schedule_id uuid,
  place_ids uuid[] not null default '{}'::uuid[],
  elsewhere_request_type_id uuid,
  offering_id uuid,
  routine_sv text,
  close_after_days integer not null default 5,
  reopen_within_days integer not null default 10,
  valid_from date not null,
  valid_to date,
  origin text not null,
  version integer not null default 1,
  constraint request_type_pkey PRIMARY KEY (tenant_id, request_type_id),
  constraint request_type_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint request_type_tenant_id_circle_id_fkey FOREIGN KEY (tenant_id, circle_id) REFERENCES platform.circle(tenant_id, circle_id),
  constraint request_type_tenant_id_elsewhere_request_type_id_fkey FOREIGN KEY (tenant_id, elsewhere_request_type_id) REFERENCES catalogue.request_type(tenant_id, request_type_id),
  constraint request_type_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint request_type_tenant_id_form_id_fkey FOREIGN KEY (tenant_id, form_id) REFERENCES catalogue.form(tenant_id, form_id),
  constraint request_type_tenant_id_offering_id_fkey FOREIGN KEY (tenant_id, offering_id) REFERENCES catalogue.offering(tenant_id, offering_id),
  constraint request_type_tenant_id_route_unit_id_fkey FOREIGN KEY (tenant_id, route_unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint request_type_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id),
  constraint request_type_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint request_type_approval_check CHECK ((approval = ANY (ARRAY['none'::text, 'unauthorised'::text, 'over_limit'::text, 'always'::text]))),
  constraint request_type_approval_lapse_days_check CHECK (((approval_lapse_days >= 1) AND (approval_lapse_days <= 90))),
  constraint request_type_approval_over_ore_check CHECK ((approval_over_ore >= 0)),
  constraint request_type_approval_remind_days_check CHECK (((approval_remind_days >= 1) AND (approval_remind_days <= 60))),
  constraint request_type_case_kind_check CHECK ((case_kind = ANY (ARRAY['order'::text, 'fault'::text, 'question'::text, 'complaint'::text]))),
  constraint request_type_check CHECK ((valid_to > valid_from)),
  constraint request_type_check1 CHECK (((route <> 'named_unit'::text) OR (route_unit_id IS NOT NULL))),
  constraint request_type_close_after_days_check CHECK (((close_after_days >= 1) AND (close_after_days <= 60))),
  constraint request_type_need_type_check CHECK ((need_type = ANY (ARRAY['identity'::text, 'system_function'::text, 'training'::text, 'client'::text, 'printing'::text, 'communication'::text, 'change'::text, 'move'::text]))),
  constraint request_type_reopen_within_days_check CHECK (((reopen_within_days >= 1) AND (reopen_within_days <= 90))),
  constraint request_type_route_check CHECK ((route = ANY (ARRAY['provider_unit'::text, 'system_manager'::text, 'place'::text, 'customer_manager'::text, 'named_unit'::text])))
);
CREATE INDEX request_type_by_service ON catalogue.request_type USING btree (tenant_id, service_id);
alter table catalogue.request_type enable row level security, force row level security;
create policy boundary on catalogue.request_type to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.review (
  tenant_id uuid not null,
  review_id uuid not null,
  service_id uuid not null,
  reviewed_by uuid not null,
  reviewed_on date not null,
  findings text not null,
  next_review_on date,
  constraint review_pkey PRIMARY KEY (tenant_id, review_id),
  constraint review_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id)
);
CREATE INDEX review_by_service ON catalogue.review USING btree (tenant_id, service_id);
alter table catalogue.review enable row level security, force row level security;
create policy boundary on catalogue.review to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.service (
  tenant_id uuid not null,
  service_id uuid not null,
  code text not null,
  area_id uuid not null,
  published_version integer,
  starts_on date,
  ending_from date,
  ends_on date,
  synonyms text[] not null default '{}'::text[],
  origin text not null,
  version integer not null default 1,
  constraint service_pkey PRIMARY KEY (tenant_id, service_id),
  constraint service_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint service_tenant_id_area_id_fkey FOREIGN KEY (tenant_id, area_id) REFERENCES catalogue.area(tenant_id, area_id),
  constraint service_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint service_tenant_id_service_id_published_version_fkey FOREIGN KEY (tenant_id, service_id, published_version) REFERENCES catalogue.service_version(tenant_id, service_id, version_no) DEFERRABLE INITIALLY DEFERRED,
  constraint service_check CHECK ((ends_on >= ending_from)),
  constraint service_check1 CHECK (((ends_on IS NULL) = (ending_from IS NULL)))
);
CREATE INDEX service_by_area ON catalogue.service USING btree (tenant_id, area_id);
alter table catalogue.service enable row level security, force row level security;
create policy boundary on catalogue.service to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.service_part (
  tenant_id uuid not null,
  service_id uuid not null,
  version_no integer not null,
  position integer not null,
  kind text not null,
  what text not null,
  done_by text,
  origin text,
  constraint service_part_pkey PRIMARY KEY (tenant_id, service_id, version_no, "position"),
  constraint service_part_tenant_id_service_id_version_no_fkey FOREIGN KEY (tenant_id, service_id, version_no) REFERENCES catalogue.service_version(tenant_id, service_id, version_no),
  constraint service_part_kind_check CHECK ((kind = ANY (ARRAY['included'::text, 'not_included'::text]))),
  constraint service_part_what_check CHECK (((length(what) >= 1) AND (length(what) <= 500)))
);
alter table catalogue.service_part enable row level security, force row level security;
create policy boundary on catalogue.service_part to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.service_provider (
  tenant_id uuid not null,
  service_id uuid not null,
  valid_from date not null,
  valid_to date,
  unit_id uuid not null,
  supplier_party_id uuid,
  constraint service_provider_pkey PRIMARY KEY (tenant_id, service_id, valid_from),
  constraint one_provider_a_day EXCLUDE USING gist (tenant_id WITH =, service_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint service_provider_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint service_provider_tenant_id_supplier_party_id_fkey FOREIGN KEY (tenant_id, supplier_party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint service_provider_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint service_provider_check CHECK ((valid_to > valid_from))
);
CREATE INDEX service_provider_by_unit ON catalogue.service_provider USING btree (tenant_id, unit_id);
alter table catalogue.service_provider enable row level security, force row level security;
create policy boundary on catalogue.service_provider to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.service_version (
  tenant_id uuid not null,
  service_id uuid not null,
  version_no integer not null,
  state text not null,
  name_sv text not null,
  name_en text,
  kind text,
  obligation text,
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
  standard text,
  adapted_from_service_id uuid,
  commissioning_party_id uuid,
  decision_id uuid,
  review_on date,
  not_stated text[] not null default '{}'::text[],
  origins jsonb not null default '{}'::jsonb,
  change_note text,
  valid_from date,
  valid_to date,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  published_by uuid,
  published_at timestamp with time zone,
  constraint service_version_pkey PRIMARY KEY (tenant_id, service_id, version_no),
  constraint one_text_a_day EXCLUDE USING gist (tenant_id WITH =, service_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((published_at IS NOT NULL)),
  constraint service_version_tenant_id_adapted_from_service_id_fkey FOREIGN KEY (tenant_id, adapted_from_service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint service_version_tenant_id_commissioning_party_id_fkey FOREIGN KEY (tenant_id, commissioning_party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint service_version_tenant_id_decision_id_fkey FOREIGN KEY (tenant_id, decision_id) REFERENCES registry.decision(tenant_id, decision_id),
  constraint service_version_tenant_id_owner_person_id_fkey FOREIGN KEY (tenant_id, owner_person_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint service_version_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES catalogue.service(tenant_id, service_id),
  constraint service_version_check CHECK ((valid_to >= valid_from)),
  constraint service_version_check1 CHECK (((standard IS DISTINCT FROM 'adapted'::text) OR (adapted_from_service_id IS NOT NULL))),
  constraint service_version_check2 CHECK ((adapted_from_service_id <> service_id)),
  constraint service_version_check3 CHECK (((state = 'draft'::text) = (published_at IS NULL))),
  constraint service_version_kind_check CHECK ((kind = ANY (ARRAY['volume'::text, 'operation'::text, 'application'::text, 'project'::text, 'advice'::text, 'support'::text, 'administration'::text, 'training'::text, 'job'::text]))),
  constraint service_version_name_sv_check CHECK (((length(name_sv) >= 1) AND (length(name_sv) <= 200))),
  constraint service_version_obligation_check CHECK ((obligation = ANY (ARRAY['mandatory'::text, 'optional'::text, 'add_on'::text, 'commissioned'::text, 'appropriation'::text]))),
  constraint service_version_standard_check CHECK ((standard = ANY (ARRAY['standard'::text, 'adapted'::text]))),
  constraint service_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'planned'::text, 'active'::text])))
);
CREATE INDEX service_version_by_review ON catalogue.service_version USING btree (tenant_id, review_on);
CREATE UNIQUE INDEX service_draft ON catalogue.service_version USING btree (tenant_id, service_id) WHERE (published_at IS NULL);
alter table catalogue.service_version enable row level security, force row level security;
create policy boundary on catalogue.service_version to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table catalogue.sign_off (
  tenant_id uuid not null,
  service_id uuid not null,
  version_no integer not null,
  customer_id uuid not null,
  asked_by uuid,
  asked_at timestamp with time zone,
  signed_by uuid,
  signed_at timestamp with time zone,
  constraint sign_off_pkey PRIMARY KEY (tenant_id, service_id, version_no, customer_id),
  constraint sign_off_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES organisation.customer(tenant_id, customer_id),
  constraint sign_off_tenant_id_service_id_version_no_fkey FOREIGN KEY (tenant_id, service_id, version_no) REFERENCES catalogue.service_version(tenant_id, service_id, version_no)
);
alter table catalogue.sign_off enable row level security, force row level security;
create policy boundary on catalogue.sign_off to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

grant delete, insert, select, update on catalogue.area to kontoret_app;
grant insert, select, update on catalogue.commitment to kontoret_app;
grant insert, select on catalogue.counting_unit to kontoret_app;
grant delete, insert, select, update on catalogue.eligibility to kontoret_app;
grant delete, insert, select, update on catalogue.form to kontoret_app;
grant insert, select on catalogue.form_version to kontoret_app;
grant delete, insert, select, update on catalogue.level to kontoret_app;
grant delete, insert, select, update on catalogue.need to kontoret_app;
grant delete, insert, select, update on catalogue.need_backer to kontoret_app;
grant delete, insert, select, update on catalogue.offering to kontoret_app;
grant delete, insert, select, update on catalogue.price to kontoret_app;
grant delete, insert, select, update on catalogue.price_list to kontoret_app;
grant insert, select, update on catalogue.promise to kontoret_app;
grant delete, insert, select, update on catalogue.request_route to kontoret_app;
grant delete, insert, select, update on catalogue.request_type to kontoret_app;
grant insert, select on catalogue.review to kontoret_app;
grant delete, insert, select, update on catalogue.service to kontoret_app;
grant delete, insert, select, update on catalogue.service_part to kontoret_app;
grant delete, insert, select, update on catalogue.service_provider to kontoret_app;
grant delete, insert, select, update on catalogue.service_version to kontoret_app;
grant delete, insert, select, update on catalogue.sign_off to kontoret_app;
grant usage on schema catalogue to kontoret_app;

-- ---------------------------------------------------------------- organisation

create schema organisation;

create table organisation.assignment (
  tenant_id uuid not null,
  assignment_id uuid not null,
  person_id uuid not null,
  role_id uuid not null,
  unit_id uuid not null,
  title text,
  responsible boolean not null default false,
  share_percent numeric(5,2),
  valid_from date not null,
  valid_to date,
  continues_id uuid,
  origin text not null,
  version integer not null default 1,
  constraint assignment_pkey PRIMARY KEY (tenant_id, assignment_id),
  constraint assignment_tenant_id_continues_id_fkey FOREIGN KEY (tenant_id, continues_id) REFERENCES organisation.assignment(tenant_id, assignment_id),
  constraint assignment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint assignment_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint assignment_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint assignment_check CHECK ((valid_to > valid_from)),
  constraint assignment_share_percent_check CHECK (((share_percent >= (0)::numeric) AND (share_percent <= (100)::numeric)))
);
CREATE INDEX assignment_by_person ON organisation.assignment USING btree (tenant_id, person_id);
CREATE INDEX assignment_by_role ON organisation.assignment USING btree (tenant_id, role_id);
CREATE INDEX assignment_by_unit ON organisation.assignment USING btree (tenant_id, unit_id);
alter table organisation.assignment enable row level security, force row level security;
create policy boundary on organisation.assignment to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on organisation.assignment for select to kontoret_lookup
  using (true);

create table organisation.customer (
  tenant_id uuid not null,
  customer_id uuid not null,
  unit_id uuid not null,
  authority_party_id uuid not null,
  customer_type text not null,
  settlement text not null,
  counterpart_code text,
  valid_from date not null,
  valid_to date,
  origin text not null,
  version integer not null default 1,
  constraint customer_pkey PRIMARY KEY (tenant_id, customer_id),
  constraint one_marking_a_day EXCLUDE USING gist (tenant_id WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint customer_tenant_id_authority_party_id_fkey FOREIGN KEY (tenant_id, authority_party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint customer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint customer_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint customer_check CHECK ((valid_to > valid_from)),
  constraint customer_settlement_check CHECK ((settlement = ANY (ARRAY['posting'::text, 'invoice'::text])))
);
alter table organisation.customer enable row level security, force row level security;
create policy boundary on organisation.customer to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.demonstration_seat (
  tenant_id uuid not null,
  assignment_id uuid not null,
  position integer not null,
  label text,
  first_screen text not null,
  constraint demonstration_seat_pkey PRIMARY KEY (tenant_id, assignment_id),
  constraint demonstration_seat_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES organisation.assignment(tenant_id, assignment_id),
  constraint demonstration_seat_first_screen_check CHECK ((first_screen ~ '^/'::text))
);
alter table organisation.demonstration_seat enable row level security, force row level security;
create policy boundary on organisation.demonstration_seat to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.mandate (
  tenant_id uuid not null,
  mandate_id uuid not null,
  person_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  area_codes text[] not null default '{}'::text[],
  limit_ore bigint,
  valid_from date not null,
  valid_to date,
  origin text not null,
  version integer not null default 1,
  constraint mandate_pkey PRIMARY KEY (tenant_id, mandate_id),
  constraint one_coordinator_a_day EXCLUDE USING gist (tenant_id WITH =, customer_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((kind = 'coordinator'::text)),
  constraint mandate_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES organisation.customer(tenant_id, customer_id),
  constraint mandate_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint mandate_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint mandate_check CHECK ((valid_to > valid_from)),
  constraint mandate_kind_check CHECK ((kind = ANY (ARRAY['purchaser'::text, 'coordinator'::text]))),
  constraint mandate_limit_ore_check CHECK ((limit_ore >= 0))
);
CREATE INDEX mandate_by_customer ON organisation.mandate USING btree (tenant_id, customer_id);
CREATE INDEX mandate_by_person ON organisation.mandate USING btree (tenant_id, person_id);
alter table organisation.mandate enable row level security, force row level security;
create policy boundary on organisation.mandate to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on organisation.mandate for select to kontoret_lookup
  using (true);

create table organisation.party (
  tenant_id uuid not null,
  party_id uuid not null,
  kind text not null,
  name text not null,
  aliases text[] not null default '{}'::text[],
  organisation_number text,
  series_prefix text,
  origin text not null,
  version integer not null default 1,
  constraint party_pkey PRIMARY KEY (tenant_id, party_id),
  constraint party_tenant_id_series_prefix_key UNIQUE (tenant_id, series_prefix),
  constraint party_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint party_kind_check CHECK ((kind = ANY (ARRAY['municipality'::text, 'board'::text, 'joint_board'::text, 'company'::text, 'supplier'::text, 'association'::text]))),
  constraint party_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint party_series_prefix_check CHECK ((series_prefix ~ '^[A-ZÅÄÖ]{2,8}$'::text))
);
alter table organisation.party enable row level security, force row level security;
create policy boundary on organisation.party to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on organisation.party for select to kontoret_lookup
  using (true);

create table organisation.party_relation (
  tenant_id uuid not null,
  party_id uuid not null,
  kind text not null,
  other_party_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint party_relation_pkey PRIMARY KEY (tenant_id, party_id, kind, other_party_id, valid_from),
  constraint party_relation_tenant_id_other_party_id_fkey FOREIGN KEY (tenant_id, other_party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint party_relation_tenant_id_party_id_fkey FOREIGN KEY (tenant_id, party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint party_relation_check CHECK ((valid_to > valid_from)),
  constraint party_relation_kind_check CHECK ((kind = ANY (ARRAY['board_of'::text, 'host_of'::text, 'member_of'::text, 'owned_by'::text])))
);
alter table organisation.party_relation enable row level security, force row level security;
create policy boundary on organisation.party_relation to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.person (
  tenant_id uuid not null,
  person_id uuid not null,
  name text not null,
  sort_name text not null generated always as (translate(lower(name), 'åäöéèüæøÅÄÖÉÈÜÆØ'::text, '{|}eeu|}{|}eeu|}'::text)) stored,
  title text,
  email text,
  telephone text,
  protected boolean not null default false,
  kind text not null,
  mentor_id uuid,
  deputy_id uuid,
  away_from date,
  away_to date,
  ended_on date,
  origin text not null,
  version integer not null default 1,
  constraint person_pkey PRIMARY KEY (tenant_id, person_id),
  constraint person_tenant_id_deputy_id_fkey FOREIGN KEY (tenant_id, deputy_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint person_tenant_id_mentor_id_fkey FOREIGN KEY (tenant_id, mentor_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint person_check CHECK (((kind <> 'trainee'::text) OR ((ended_on IS NOT NULL) AND (mentor_id IS NOT NULL)))),
  constraint person_kind_check CHECK ((kind = ANY (ARRAY['employee'::text, 'elected'::text, 'trainee'::text, 'outside'::text]))),
  constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE INDEX person_by_name ON organisation.person USING btree (tenant_id, sort_name, person_id);
alter table organisation.person enable row level security, force row level security;
create policy boundary on organisation.person to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on organisation.person for select to kontoret_lookup
  using (true);

create table organisation.place (
  tenant_id uuid not null,
  place_id uuid not null,
  name text not null,
  said_at text,
  address text,
  schedule_id uuid,
  hours_stated boolean not null,
  served_by_unit_id uuid,
  valid_from date not null,
  valid_to date,
  origin text not null,
  version integer not null default 1,
  constraint place_pkey PRIMARY KEY (tenant_id, place_id),
  constraint place_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint place_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id),
  constraint place_tenant_id_served_by_unit_id_fkey FOREIGN KEY (tenant_id, served_by_unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint place_check CHECK ((valid_to > valid_from)),
  constraint place_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
alter table organisation.place enable row level security, force row level security;
create policy boundary on organisation.place to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.post (
  tenant_id uuid not null,
  post_id uuid not null,
  unit_id uuid not null,
  title text not null,
  share_percent numeric(5,2),
  state text not null,
  recruitment text,
  valid_from date not null,
  valid_to date,
  origin text not null,
  version integer not null default 1,
  constraint post_pkey PRIMARY KEY (tenant_id, post_id),
  constraint post_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint post_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint post_check CHECK ((valid_to > valid_from)),
  constraint post_recruitment_check CHECK ((recruitment = ANY (ARRAY['internal'::text, 'external'::text, 'internal_or_external'::text]))),
  constraint post_share_percent_check CHECK (((share_percent > (0)::numeric) AND (share_percent <= (100)::numeric))),
  constraint post_state_check CHECK ((state = ANY (ARRAY['filled'::text, 'vacant'::text, 'recruiting'::text]))),
  constraint post_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX post_by_unit ON organisation.post USING btree (tenant_id, unit_id);
alter table organisation.post enable row level security, force row level security;
create policy boundary on organisation.post to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.printed_count (
  tenant_id uuid not null,
  unit_id uuid not null,
  measure text not null,
  value numeric(8,2) not null,
  quote text,
  origin text not null,
  constraint printed_count_pkey PRIMARY KEY (tenant_id, unit_id, measure),
  constraint printed_count_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint printed_count_measure_check CHECK ((measure = ANY (ARRAY['heads_text'::text, 'heads_chart'::text, 'full_time'::text, 'posts'::text]))),
  constraint printed_count_value_check CHECK ((value >= (0)::numeric))
);
alter table organisation.printed_count enable row level security, force row level security;
create policy boundary on organisation.printed_count to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.role (
  tenant_id uuid not null,
  role_id uuid not null,
  version_no integer not null,
  code text not null,
  name text not null,
  level text,
  model text,
  rights text[] not null default '{}'::text[],
  level_basis text,
  responsibilities text[] not null default '{}'::text[],
  competences text[] not null default '{}'::text[],
  valid_from date not null,
  valid_to date,
  origin text not null,
  constraint role_pkey PRIMARY KEY (tenant_id, role_id, version_no),
  constraint one_version_a_day EXCLUDE USING gist (tenant_id WITH =, role_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint role_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint role_check CHECK ((valid_to > valid_from)),
  constraint role_level_check CHECK ((level = ANY (ARRAY['strategic'::text, 'tactical'::text, 'operative'::text])))
);
CREATE INDEX role_by_code ON organisation.role USING btree (tenant_id, code);
alter table organisation.role enable row level security, force row level security;
create policy boundary on organisation.role to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on organisation.role for select to kontoret_lookup
  using (true);

create table organisation.role_predecessor (
  tenant_id uuid not null,
  role_id uuid not null,
  version_no integer not null,
  predecessor_role_id uuid not null,
  predecessor_version_no integer not null,
  basis text not null,
  constraint role_predecessor_pkey PRIMARY KEY (tenant_id, role_id, version_no, predecessor_role_id),
  constraint role_predecessor_tenant_id_predecessor_role_id_predecessor_fkey FOREIGN KEY (tenant_id, predecessor_role_id, predecessor_version_no) REFERENCES organisation.role(tenant_id, role_id, version_no),
  constraint role_predecessor_tenant_id_role_id_version_no_fkey FOREIGN KEY (tenant_id, role_id, version_no) REFERENCES organisation.role(tenant_id, role_id, version_no),
  constraint role_predecessor_basis_check CHECK ((basis = ANY (ARRAY['stated'::text, 'inferred'::text]))),
  constraint role_predecessor_check CHECK ((predecessor_role_id <> role_id))
);
alter table organisation.role_predecessor enable row level security, force row level security;
create policy boundary on organisation.role_predecessor to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.schedule (
  tenant_id uuid not null,
  schedule_id uuid not null,
  name text not null,
  parent_schedule_id uuid,
  origin text not null,
  version integer not null default 1,
  constraint schedule_pkey PRIMARY KEY (tenant_id, schedule_id),
  constraint schedule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint schedule_tenant_id_parent_schedule_id_fkey FOREIGN KEY (tenant_id, parent_schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id)
);
alter table organisation.schedule enable row level security, force row level security;
create policy boundary on organisation.schedule to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.schedule_day (
  tenant_id uuid not null,
  schedule_id uuid not null,
  version_no integer not null,
  day date not null,
  kind text not null,
  windows int4range[] not null default '{}'::int4range[],
  name text,
  name_en text,
  constraint schedule_day_pkey PRIMARY KEY (tenant_id, schedule_id, version_no, day),
  constraint schedule_day_tenant_id_schedule_id_version_no_fkey FOREIGN KEY (tenant_id, schedule_id, version_no) REFERENCES organisation.schedule_version(tenant_id, schedule_id, version_no),
  constraint schedule_day_kind_check CHECK ((kind = ANY (ARRAY['closed'::text, 'open'::text, 'half_day'::text])))
);
alter table organisation.schedule_day enable row level security, force row level security;
create policy boundary on organisation.schedule_day to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.schedule_version (
  tenant_id uuid not null,
  schedule_id uuid not null,
  version_no integer not null,
  valid_from date not null,
  made_at timestamp with time zone not null,
  reason text,
  parent_schedule_id uuid,
  parent_version_no integer,
  constraint schedule_version_pkey PRIMARY KEY (tenant_id, schedule_id, version_no),
  constraint schedule_version_tenant_id_parent_schedule_id_parent_versi_fkey FOREIGN KEY (tenant_id, parent_schedule_id, parent_version_no) REFERENCES organisation.schedule_version(tenant_id, schedule_id, version_no),
  constraint schedule_version_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id),
  constraint schedule_version_check CHECK (((parent_schedule_id IS NULL) = (parent_version_no IS NULL))),
  constraint schedule_version_check1 CHECK ((parent_schedule_id <> schedule_id))
);
alter table organisation.schedule_version enable row level security, force row level security;
create policy boundary on organisation.schedule_version to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.schedule_window (
  tenant_id uuid not null,
  schedule_id uuid not null,
  version_no integer not null,
  weekday integer not null,
  opens_minute integer not null,
  closes_minute integer not null,
  constraint schedule_window_pkey PRIMARY KEY (tenant_id, schedule_id, version_no, weekday, opens_minute),
  constraint schedule_window_tenant_id_schedule_id_version_no_fkey FOREIGN KEY (tenant_id, schedule_id, version_no) REFERENCES organisation.schedule_version(tenant_id, schedule_id, version_no),
  constraint schedule_window_check CHECK ((closes_minute > opens_minute)),
  constraint schedule_window_closes_minute_check CHECK (((closes_minute >= 1) AND (closes_minute <= 1440))),
  constraint schedule_window_opens_minute_check CHECK (((opens_minute >= 0) AND (opens_minute <= 1439))),
  constraint schedule_window_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
alter table organisation.schedule_window enable row level security, force row level security;
create policy boundary on organisation.schedule_window to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.tenant_schedule (
  tenant_id uuid not null,
  schedule_id uuid not null,
  constraint tenant_schedule_pkey PRIMARY KEY (tenant_id),
  constraint tenant_schedule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint tenant_schedule_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id)
);
alter table organisation.tenant_schedule enable row level security, force row level security;
create policy boundary on organisation.tenant_schedule to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.unit (
  tenant_id uuid not null,
  unit_id uuid not null,
  code text not null,
  short_name text,
  origin text not null,
  version integer not null default 1,
  constraint unit_pkey PRIMARY KEY (tenant_id, unit_id),
  constraint unit_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint unit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint unit_short_name_check CHECK (((length(short_name) >= 1) AND (length(short_name) <= 20)))
);
alter table organisation.unit enable row level security, force row level security;
create policy boundary on organisation.unit to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table organisation.unit_placement (
  tenant_id uuid not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date,
  parent_unit_id uuid,
  party_id uuid not null,
  kind text not null,
  name text not null,
  head_title text,
  origin text not null default 'entered'::text,
  constraint unit_placement_pkey PRIMARY KEY (tenant_id, unit_id, valid_from),
  constraint one_place_a_day EXCLUDE USING gist (tenant_id WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint unit_placement_tenant_id_parent_unit_id_fkey FOREIGN KEY (tenant_id, parent_unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint unit_placement_tenant_id_party_id_fkey FOREIGN KEY (tenant_id, party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint unit_placement_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint unit_placement_check CHECK ((valid_to > valid_from)),
  constraint unit_placement_check1 CHECK ((parent_unit_id <> unit_id)),
  constraint unit_placement_kind_check CHECK ((kind = ANY (ARRAY['root'::text, 'office'::text, 'department'::text, 'unit'::text, 'staff_post'::text, 'functional_group'::text, 'administration'::text, 'school'::text, 'workplace'::text, 'project'::text, 'purchaser_function'::text]))),
  constraint unit_placement_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE INDEX unit_placement_by_parent ON organisation.unit_placement USING btree (tenant_id, parent_unit_id);
alter table organisation.unit_placement enable row level security, force row level security;
create policy boundary on organisation.unit_placement to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on organisation.unit_placement for select to kontoret_lookup
  using (true);

create table organisation.unit_schedule (
  tenant_id uuid not null,
  unit_id uuid not null,
  schedule_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint unit_schedule_pkey PRIMARY KEY (tenant_id, unit_id, valid_from),
  constraint one_schedule_a_day EXCLUDE USING gist (tenant_id WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint unit_schedule_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES organisation.schedule(tenant_id, schedule_id),
  constraint unit_schedule_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint unit_schedule_check CHECK ((valid_to > valid_from))
);
alter table organisation.unit_schedule enable row level security, force row level security;
create policy boundary on organisation.unit_schedule to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

CREATE OR REPLACE FUNCTION organisation.seat_reach(tenant uuid, person uuid, seat uuid, on_day date)
 RETURNS TABLE(person_name text, assignment_id uuid, unit_ids uuid[], rights text[], authorities uuid[], customers uuid[], circles uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 WITH RECURSIVE held AS (
          SELECT a.assignment_id,
             COALESCE(a.continues_id, a.assignment_id) AS chain,
             a.unit_id,
             r.rights,
             p.party_id
            FROM ((organisation.assignment a
              JOIN organisation.role r ON (((r.tenant_id = a.tenant_id) AND (r.role_id = a.role_id) AND (r.valid_from <= seat_reach.on_day) AND ((r.valid_to IS NULL) OR (r.valid_to > seat_reach.on_day)))))
              JOIN organisation.unit_placement p ON (((p.tenant_id = a.tenant_id) AND (p.unit_id = a.unit_id) AND (p.valid_from <= seat_reach.on_day) AND ((p.valid_to IS NULL) OR (p.valid_to > seat_reach.on_day)))))
           WHERE ((a.tenant_id = seat_reach.tenant) AND (a.person_id = seat_reach.person) AND (a.valid_from <= seat_reach.on_day) AND ((a.valid_to IS NULL) OR (a.valid_to > seat_reach.on_day)))
         ), chosen AS (
          SELECT held.assignment_id,
             held.chain,
             held.unit_id,
             held.rights,
             held.party_id
            FROM held
           WHERE (held.chain = ( SELECT COALESCE(s.continues_id, s.assignment_id) AS "coalesce"
                    FROM organisation.assignment s
                   WHERE ((s.tenant_id = seat_reach.tenant) AND (s.assignment_id = seat_reach.seat) AND (s.person_id = seat_reach.person))))
           ORDER BY (held.assignment_id <> seat_reach.seat)
          LIMIT 1
         ), beneath AS (
          SELECT c.unit_id
            FROM chosen c
         UNION
          SELECT p.unit_id
            FROM (organisation.unit_placement p
              JOIN beneath b ON ((p.parent_unit_id = b.unit_id)))
           WHERE ((p.tenant_id = seat_reach.tenant) AND (p.valid_from <= seat_reach.on_day) AND ((p.valid_to IS NULL) OR (p.valid_to > seat_reach.on_day)))
         )
  SELECT pe.name,
     ( SELECT c.assignment_id
            FROM chosen c) AS assignment_id,
     ARRAY( SELECT b.unit_id
            FROM beneath b
         UNION
          SELECT h.unit_id
            FROM held h
           WHERE (('case.handle'::text = ANY (h.rights)) AND (EXISTS ( SELECT
                    FROM chosen c
                   WHERE ('case.handle'::text = ANY (c.rights)))))) AS "array",
     COALESCE(( SELECT c.rights
            FROM chosen c), '{}'::text[]) AS "coalesce",
     ARRAY( SELECT DISTINCT h.party_id
            FROM held h
           WHERE (('case.handle'::text = ANY (h.rights)) OR ('organisation.edit'::text = ANY (h.rights)))) AS "array",
     ARRAY( SELECT DISTINCT m.customer_id
            FROM organisation.mandate m
           WHERE ((m.tenant_id = seat_reach.tenant) AND (m.valid_from <= seat_reach.on_day) AND ((m.valid_to IS NULL) OR (m.valid_to > seat_reach.on_day)) AND ((m.person_id = seat_reach.person) OR ((m.kind = 'purchaser'::text) AND (EXISTS ( SELECT
                    FROM organisation.person away
                   WHERE ((away.tenant_id = seat_reach.tenant) AND (away.person_id = m.person_id) AND (away.deputy_id = seat_reach.person) AND ((away.ended_on IS NULL) OR (away.ended_on > seat_reach.on_day)) AND (away.away_from <= seat_reach.on_day) AND ((away.away_to IS NULL) OR (away.away_to > seat_reach.on_day))))))))) AS "array",
     ARRAY( SELECT DISTINCT c.circle_id
            FROM platform.circle_reader c
           WHERE ((c.tenant_id = seat_reach.tenant) AND (c.person_id = seat_reach.person) AND (c.valid_from <= seat_reach.on_day) AND ((c.valid_to IS NULL) OR (c.valid_to > seat_reach.on_day)))) AS "array"
    FROM organisation.person pe
   WHERE ((pe.tenant_id = seat_reach.tenant) AND (pe.person_id = seat_reach.person) AND ((pe.ended_on IS NULL) OR (pe.ended_on > seat_reach.on_day)));
END
;
alter routine organisation.seat_reach(uuid,uuid,uuid,date) owner to kontoret_lookup;

CREATE OR REPLACE FUNCTION organisation.system_reach(tenant uuid)
 RETURNS TABLE(authorities uuid[], circles uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT ARRAY( SELECT p.party_id
            FROM organisation.party p
           WHERE (p.tenant_id = system_reach.tenant)) AS "array",
     ARRAY( SELECT c.circle_id
            FROM platform.circle c
           WHERE (c.tenant_id = system_reach.tenant)) AS "array";
END
;
alter routine organisation.system_reach(uuid) owner to kontoret_lookup;

grant delete, insert, select, update on organisation.assignment to kontoret_app;
grant select on organisation.assignment to kontoret_lookup;
grant delete, insert, select, update on organisation.customer to kontoret_app;
grant delete, insert, select, update on organisation.demonstration_seat to kontoret_app;
grant delete, insert, select, update on organisation.mandate to kontoret_app;
grant select on organisation.mandate to kontoret_lookup;
grant delete, insert, select, update on organisation.party to kontoret_app;
grant select on organisation.party to kontoret_lookup;
grant delete, insert, select, update on organisation.party_relation to kontoret_app;
grant delete, insert, select, update on organisation.person to kontoret_app;
grant select on organisation.person to kontoret_lookup;
grant delete, insert, select, update on organisation.place to kontoret_app;
grant delete, insert, select, update on organisation.post to kontoret_app;
grant delete, insert, select, update on organisation.printed_count to kontoret_app;
grant delete, insert, select, update on organisation.role to kontoret_app;
grant select on organisation.role to kontoret_lookup;
grant delete, insert, select, update on organisation.role_predecessor to kontoret_app;
grant delete, insert, select, update on organisation.schedule to kontoret_app;
grant insert, select on organisation.schedule_day to kontoret_app;
grant insert, select on organisation.schedule_version to kontoret_app;
grant insert, select on organisation.schedule_window to kontoret_app;
grant delete, insert, select, update on organisation.tenant_schedule to kontoret_app;
grant delete, insert, select, update on organisation.unit to kontoret_app;
grant delete, insert, select, update on organisation.unit_placement to kontoret_app;
grant select on organisation.unit_placement to kontoret_lookup;
grant delete, insert, select, update on organisation.unit_schedule to kontoret_app;
grant execute on routine organisation.seat_reach(uuid,uuid,uuid,date) to kontoret_app;
grant execute on routine organisation.system_reach(uuid) to kontoret_app;
grant usage on schema organisation to kontoret_app;
grant usage on schema organisation to kontoret_lookup;

-- ---------------------------------------------------------------- platform

create schema platform;

create table platform.account (
  tenant_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  login_name text,
  password_hash text,
  issuer text,
  subject text,
  ended_at timestamp with time zone,
  version integer not null default 1,
  active_since timestamp with time zone,
  constraint account_pkey PRIMARY KEY (tenant_id, account_id),
  constraint account_tenant_id_issuer_subject_key UNIQUE (tenant_id, issuer, subject),
  constraint account_tenant_id_login_name_key UNIQUE (tenant_id, login_name),
  constraint account_tenant_id_person_id_key UNIQUE (tenant_id, person_id),
  constraint account_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint account_login_name_check CHECK ((login_name = lower(login_name)))
);
alter table platform.account enable row level security, force row level security;
create policy boundary on platform.account to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on platform.account for select to kontoret_lookup
  using (true);

create table platform.approval (
  tenant_id uuid not null,
  approval_id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  reason_code text not null,
  amount_ore bigint,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  remind_at timestamp with time zone,
  reminded_at timestamp with time zone,
  lapse_at timestamp with time zone,
  state text not null default 'open'::text,
  settled_at timestamp with time zone,
  version integer not null default 1,
  constraint approval_pkey PRIMARY KEY (tenant_id, approval_id),
  constraint approval_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint approval_kind_check CHECK ((kind = ANY (ARRAY['purchaser'::text, 'four_eyes'::text, 'both_parties'::text, 'head'::text]))),
  constraint approval_state_check CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'rejected'::text, 'lapsed'::text, 'withdrawn'::text])))
);
CREATE INDEX approval_by_subject ON platform.approval USING btree (tenant_id, subject_kind, subject_id);
CREATE INDEX approval_open ON platform.approval USING btree (tenant_id, lapse_at) WHERE (state = 'open'::text);
alter table platform.approval enable row level security, force row level security;
create policy boundary on platform.approval to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.approval_step (
  tenant_id uuid not null,
  approval_id uuid not null,
  person_id uuid not null,
  deputy_for uuid,
  outcome text,
  decided_at timestamp with time zone,
  reason text,
  constraint approval_step_pkey PRIMARY KEY (tenant_id, approval_id, person_id),
  constraint approval_step_tenant_id_approval_id_fkey FOREIGN KEY (tenant_id, approval_id) REFERENCES platform.approval(tenant_id, approval_id),
  constraint approval_step_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'rejected'::text])))
);
CREATE INDEX approval_step_by_person ON platform.approval_step USING btree (tenant_id, person_id, approval_id);
alter table platform.approval_step enable row level security, force row level security;
create policy boundary on platform.approval_step to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.circle (
  tenant_id uuid not null,
  circle_id uuid not null,
  name text not null,
  legal_ground text,
  constraint circle_pkey PRIMARY KEY (tenant_id, circle_id),
  constraint circle_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id)
);
alter table platform.circle enable row level security, force row level security;
create policy boundary on platform.circle to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on platform.circle for select to kontoret_lookup
  using (true);

create table platform.circle_reader (
  tenant_id uuid not null,
  circle_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint circle_reader_pkey PRIMARY KEY (tenant_id, circle_id, person_id, valid_from),
  constraint circle_reader_tenant_id_circle_id_fkey FOREIGN KEY (tenant_id, circle_id) REFERENCES platform.circle(tenant_id, circle_id)
);
CREATE INDEX circle_reader_by_person ON platform.circle_reader USING btree (tenant_id, person_id);
alter table platform.circle_reader enable row level security, force row level security;
create policy boundary on platform.circle_reader to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on platform.circle_reader for select to kontoret_lookup
  using (true);

create table platform.figure_value (
  tenant_id uuid not null,
  figure text not null,
  version integer not null,
  scope_kind text not null,
  scope_id uuid not null,
  period_from date not null,
  period_to date not null,
  value jsonb not null,
  counted_at timestamp with time zone not null,
  constraint figure_value_pkey PRIMARY KEY (tenant_id, figure, version, scope_kind, scope_id, period_from, period_to),
  constraint figure_value_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id)
);
alter table platform.figure_value enable row level security, force row level security;
create policy boundary on platform.figure_value to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.file (
  tenant_id uuid not null,
  file_id uuid not null,
  sha256 bytea not null,
  size_bytes bigint not null,
  media_type text not null,
  name text not null,
  subject_kind text,
  subject_id uuid,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  state text not null default 'stored'::text,
  constraint file_pkey PRIMARY KEY (tenant_id, file_id),
  constraint file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint file_state_check CHECK ((state = ANY (ARRAY['stored'::text, 'erased'::text])))
);
CREATE INDEX file_by_subject ON platform.file USING btree (tenant_id, subject_kind, subject_id);
alter table platform.file enable row level security, force row level security;
create policy boundary on platform.file to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.idempotency (
  tenant_id uuid not null,
  account_id uuid not null,
  key text not null,
  body_hash bytea not null,
  answer jsonb,
  at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (tenant_id, account_id, key),
  constraint idempotency_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint idempotency_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200)))
);
CREATE INDEX idempotency_by_age ON platform.idempotency USING btree (tenant_id, at);
alter table platform.idempotency enable row level security, force row level security;
create policy boundary on platform.idempotency to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.installation (
  only_row boolean not null default true,
  link_key bytea not null,
  constraint installation_pkey PRIMARY KEY (only_row),
  constraint installation_link_key_check CHECK ((length(link_key) = 32)),
  constraint installation_only_row_check CHECK (only_row)
);
-- no row-level security on platform.installation

create table platform.journal (
  tenant_id uuid not null,
  n bigint not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  account_id uuid,
  person_id uuid,
  assignment_id uuid,
  verb text not null,
  subject_kind text not null,
  subject_id uuid not null,
  facts jsonb not null default '{}'::jsonb,
  content_hash bytea,
  previous_hash bytea not null,
  hash bytea not null,
  constraint journal_pkey PRIMARY KEY (tenant_id, n),
  constraint journal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint journal_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'system'::text])))
);
CREATE INDEX journal_by_person ON platform.journal USING btree (tenant_id, person_id, n);
CREATE INDEX journal_by_subject ON platform.journal USING btree (tenant_id, subject_kind, subject_id, n);
alter table platform.journal enable row level security, force row level security;
create policy boundary on platform.journal to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy sealing on platform.journal to kontoret_journal
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.journal_head (
  tenant_id uuid not null,
  n bigint not null,
  hash bytea not null,
  constraint journal_head_pkey PRIMARY KEY (tenant_id),
  constraint journal_head_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id)
);
alter table platform.journal_head enable row level security, force row level security;
create policy boundary on platform.journal_head to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy sealing on platform.journal_head to kontoret_journal
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.notice (
  tenant_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  facts jsonb not null default '{}'::jsonb,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (tenant_id, notice_id),
  constraint notice_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id)
);
CREATE INDEX notice_by_person ON platform.notice USING btree (tenant_id, person_id, at DESC);
alter table platform.notice enable row level security, force row level security;
create policy boundary on platform.notice to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.outbox (
  tenant_id uuid not null,
  mail_id uuid not null,
  person_id uuid,
  to_address text not null,
  subject text not null,
  body text not null,
  about_kind text not null,
  about_id uuid not null,
  created_at timestamp with time zone not null,
  state text not null default 'queued'::text,
  tries integer not null default 0,
  failure text,
  settled_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (tenant_id, mail_id),
  constraint outbox_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'kept'::text])))
);
CREATE INDEX outbox_by_time ON platform.outbox USING btree (tenant_id, created_at DESC, mail_id DESC);
CREATE INDEX outbox_queued ON platform.outbox USING btree (tenant_id, mail_id) WHERE (state = 'queued'::text);
alter table platform.outbox enable row level security, force row level security;
create policy boundary on platform.outbox to kontoret_app
  using (((tenant_id = platform.ctx_tenant()) AND ((about_kind <> 'case'::text) OR (EXISTS ( SELECT
   FROM cases."case" c
  WHERE ((c.tenant_id = outbox.tenant_id) AND (c.case_id = outbox.about_id))))) AND ((about_kind <> 'message'::text) OR (EXISTS ( SELECT
   FROM cases.message m
  WHERE ((m.tenant_id = outbox.tenant_id) AND (m.message_id = outbox.about_id)))))))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.reset_link (
  tenant_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint reset_link_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint reset_link_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES platform.account(tenant_id, account_id),
  constraint reset_link_token_hash_check CHECK ((length(token_hash) = 32))
);
alter table platform.reset_link enable row level security, force row level security;
create policy boundary on platform.reset_link to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.saved_view (
  tenant_id uuid not null,
  view_id uuid not null,
  list text not null,
  name text not null,
  person_id uuid,
  unit_id uuid,
  query text not null,
  version integer not null default 1,
  constraint saved_view_pkey PRIMARY KEY (tenant_id, view_id),
  constraint saved_view_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint saved_view_check CHECK ((num_nonnulls(person_id, unit_id) = 1)),
  constraint saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);
CREATE INDEX saved_view_by_person ON platform.saved_view USING btree (tenant_id, person_id, list);
CREATE INDEX saved_view_by_unit ON platform.saved_view USING btree (tenant_id, unit_id, list);
alter table platform.saved_view enable row level security, force row level security;
create policy boundary on platform.saved_view to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.search_entry (
  tenant_id uuid not null,
  kind text not null,
  id uuid not null,
  open boolean not null,
  title text not null default ''::text,
  synonyms text[] not null default '{}'::text[],
  body text not null default ''::text,
  words text[] not null default '{}'::text[],
  tsv tsvector not null,
  constraint search_entry_pkey PRIMARY KEY (tenant_id, kind, id),
  constraint search_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint search_entry_check CHECK ((open OR ((title = ''::text) AND (synonyms = '{}'::text[]) AND (body = ''::text) AND (words = '{}'::text[]))))
);
CREATE INDEX search_entry_by_lexeme ON platform.search_entry USING gin (tsv) WITH (fastupdate=off);
CREATE INDEX search_entry_by_word ON platform.search_entry USING gin (tenant_id, words) WHERE open;
CREATE TRIGGER words_change AFTER UPDATE OF words, open ON platform.search_entry FOR EACH ROW WHEN ((new.open OR old.open)) EXECUTE FUNCTION platform.follow_search_words();
CREATE TRIGGER words_come AFTER INSERT ON platform.search_entry FOR EACH ROW WHEN (new.open) EXECUTE FUNCTION platform.follow_search_words();
CREATE TRIGGER words_go AFTER DELETE ON platform.search_entry FOR EACH ROW WHEN (old.open) EXECUTE FUNCTION platform.follow_search_words();
alter table platform.search_entry enable row level security, force row level security;
create policy boundary on platform.search_entry to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy finding on platform.search_entry for select to kontoret_finder
  using (true);

create table platform.search_vocabulary (
  tenant_id uuid not null,
  version uuid not null,
  entries integer not null,
  constraint search_vocabulary_pkey PRIMARY KEY (tenant_id),
  constraint search_vocabulary_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint search_vocabulary_entries_check CHECK ((entries >= 0))
);
alter table platform.search_vocabulary enable row level security, force row level security;
create policy boundary on platform.search_vocabulary to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.search_word (
  tenant_id uuid not null,
  word text not null,
  entries integer not null,
  constraint search_word_pkey PRIMARY KEY (tenant_id, word),
  constraint search_word_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint search_word_entries_check CHECK ((entries > 0))
);
alter table platform.search_word enable row level security, force row level security;
create policy boundary on platform.search_word to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.series (
  tenant_id uuid not null,
  series text not null,
  last_number bigint not null,
  constraint series_pkey PRIMARY KEY (tenant_id, series),
  constraint series_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id)
);
alter table platform.series enable row level security, force row level security;
create policy boundary on platform.series to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy sealing on platform.series to kontoret_journal
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table platform.session (
  tenant_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  assignment_id uuid,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES platform.account(tenant_id, account_id),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_by_account ON platform.session USING btree (tenant_id, account_id);
CREATE INDEX session_by_token ON platform.session USING btree (token_hash);
alter table platform.session enable row level security, force row level security;
create policy boundary on platform.session to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));
create policy lookup on platform.session for select to kontoret_lookup
  using (true);

create table platform.tenant (
  tenant_id uuid not null,
  slug text not null,
  name text not null,
  municipality text not null,
  colour text not null,
  language text not null default 'sv'::text,
  demonstration boolean not null default false,
  time_shift_days integer not null default 0,
  loaded_cases integer not null default 0,
  planned_cases integer not null default 0,
  loaded_steps integer not null default 0,
  constraint tenant_pkey PRIMARY KEY (tenant_id),
  constraint tenant_slug_key UNIQUE (slug),
  constraint tenant_check CHECK ((demonstration OR (time_shift_days = 0))),
  constraint tenant_colour_check CHECK ((colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint tenant_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text]))),
  constraint tenant_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{1,30}$'::text))
);
-- no row-level security on platform.tenant

create table platform.throttle (
  tenant_id uuid not null,
  key_hash bytea not null,
  window_start timestamp with time zone not null,
  failures integer not null,
  constraint throttle_pkey PRIMARY KEY (tenant_id, key_hash, window_start),
  constraint throttle_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id)
);
alter table platform.throttle enable row level security, force row level security;
create policy boundary on platform.throttle to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

CREATE OR REPLACE FUNCTION platform.ctx_authorities()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('app.authorities'::text, true), ''::text), '{}'::text))::uuid[]
;

CREATE OR REPLACE FUNCTION platform.ctx_circles()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('app.circles'::text, true), ''::text), '{}'::text))::uuid[]
;

CREATE OR REPLACE FUNCTION platform.ctx_customers()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('app.customers'::text, true), ''::text), '{}'::text))::uuid[]
;

CREATE OR REPLACE FUNCTION platform.ctx_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION platform.ctx_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION platform.enqueue(task text, payload json, run_at timestamp with time zone, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task,
    (payload::jsonb || jsonb_build_object('tenantId', platform.ctx_tenant()))::json,
    run_at => run_at, job_key => job_key, max_attempts => 12);
end $function$
;

CREATE OR REPLACE FUNCTION platform.entries_by_lexeme(tenant uuid, of_kind text, query tsquery)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
begin
  return array(select hit.id from (
      select e.id from platform.search_entry e
      where e.tenant_id = tenant and e.kind = of_kind and e.tsv @@ query limit 5000) hit
    order by hit.id desc limit 1000);
end $function$
;
alter routine platform.entries_by_lexeme(uuid,text,tsquery) owner to kontoret_finder;

CREATE OR REPLACE FUNCTION platform.entries_newest(tenant uuid, of_kind text, query tsquery)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
begin
  if (select count(*) from (
      select e.tsv from platform.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.id desc limit 400) newest where newest.tsv @@ query) < 2 then return null; end if;
  return array(select newest.id from (
      select e.id, e.tsv from platform.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.id desc limit 20000) newest where newest.tsv @@ query limit 500);
end $function$
;
alter routine platform.entries_newest(uuid,text,tsquery) owner to kontoret_finder;

CREATE OR REPLACE FUNCTION platform.find(must tsquery, may tsquery, terms tsquery[], weights real[], kinds text[], most integer, among uuid[] DEFAULT NULL::uuid[])
 RETURNS TABLE(kind text, id uuid, rank real)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT k.kind,
     f.id,
     f.rank
    FROM (( SELECT DISTINCT unnest((find.kinds)[1:20]) AS kind) k
      CROSS JOIN LATERAL platform.find_in_kind(platform.ctx_tenant(), k.kind, find.must, find.may, find.terms, find.weights, LEAST(GREATEST(find.most, 0), 1000), find.among) f(id, rank))
   WHERE (platform.ctx_tenant() IS NOT NULL)
   ORDER BY f.rank DESC, k.kind, f.id DESC
  LIMIT 1000;
END
;
alter routine platform.find(tsquery,tsquery,tsquery[],real[],text[],integer,uuid[]) owner to kontoret_finder;

CREATE OR REPLACE FUNCTION platform.find_in_kind(tenant uuid, of_kind text, must tsquery, may tsquery, terms tsquery[], weights real[], page integer, among uuid[])
 RETURNS TABLE(id uuid, rank real)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$
;
alter routine platform.find_in_kind(uuid,text,tsquery,tsquery,tsquery[],real[],integer,uuid[]) owner to kontoret_finder;

CREATE OR REPLACE FUNCTION platform.follow_search_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;

CREATE OR REPLACE PROCEDURE platform.guard(IN guarded regclass, IN rights text DEFAULT 'select, insert, update, delete'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy boundary on %s to kontoret_app using (tenant_id = platform.ctx_tenant()) with check (tenant_id = platform.ctx_tenant())', guarded);
  execute format('grant %s on %s to kontoret_app', rights, guarded);
end $procedure$
;

CREATE OR REPLACE FUNCTION platform.journal_text(j platform.journal)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN (jsonb_build_object('tenant', (j).tenant_id, 'n', (j).n, 'at', to_char(((j).at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text), 'actor', (j).actor_kind, 'account', (j).account_id, 'person', (j).person_id, 'seat', (j).assignment_id, 'verb', (j).verb, 'kind', (j).subject_kind, 'subject', (j).subject_id, 'facts', (j).facts, 'content', encode((j).content_hash, 'hex'::text)))::text
;

CREATE OR REPLACE FUNCTION platform.open_entries(having_words text[])
 RETURNS TABLE(kind text, id uuid, title text, synonyms text[], body text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT e.kind,
     e.id,
     e.title,
     e.synonyms,
     e.body
    FROM platform.search_entry e
   WHERE ((e.tenant_id = platform.ctx_tenant()) AND e.open AND (e.words && open_entries.having_words))
   ORDER BY e.kind, e.id
  LIMIT 5000;
END
;
alter routine platform.open_entries(text[]) owner to kontoret_finder;

CREATE OR REPLACE FUNCTION platform.scoped(query tsquery, scope text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (regexp_replace((query)::text, '''((?:[^'']|'''')+)'''::text, ((''''::text || scope) || '\1'''::text), 'g'::text))::tsquery
;
alter routine platform.scoped(tsquery,text) owner to kontoret_finder;

CREATE OR REPLACE FUNCTION platform.seal(entries jsonb, draws jsonb)
 RETURNS TABLE(subject_id uuid, number text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
alter routine platform.seal(jsonb,jsonb) owner to kontoret_journal;

CREATE OR REPLACE FUNCTION platform.search_scope(tenant uuid, of_kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN substr(encode(sha256(convert_to((((tenant)::text || ':'::text) || of_kind), 'UTF8'::name)), 'hex'::text), 1, 6)
;
alter routine platform.search_scope(uuid,text) owner to kontoret_finder;

CREATE OR REPLACE FUNCTION platform.session_by_token(hash bytea, at timestamp with time zone)
 RETURNS TABLE(tenant_id uuid, account_id uuid, person_id uuid, assignment_id uuid, seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT s.tenant_id,
     s.account_id,
     a.person_id,
     s.assignment_id,
     s.seen_at
    FROM (platform.session s
      JOIN platform.account a ON (((a.tenant_id = s.tenant_id) AND (a.account_id = s.account_id))))
   WHERE ((s.token_hash = session_by_token.hash) AND (s.expires_at > session_by_token.at) AND ((a.ended_at IS NULL) OR (a.ended_at > session_by_token.at)));
END
;
alter routine platform.session_by_token(bytea,timestamp with time zone) owner to kontoret_lookup;

CREATE OR REPLACE FUNCTION platform.sort_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(lower(name), 'åäöéèüæøÅÄÖÉÈÜÆØ'::text, '{|}eeu|}{|}eeu|}'::text)
;

grant delete, insert, select, update on platform.account to kontoret_app;
grant select on platform.account to kontoret_lookup;
grant delete, insert, select, update on platform.approval to kontoret_app;
grant delete, insert, select, update on platform.approval_step to kontoret_app;
grant delete, insert, select, update on platform.circle to kontoret_app;
grant select on platform.circle to kontoret_lookup;
grant delete, insert, select, update on platform.circle_reader to kontoret_app;
grant select on platform.circle_reader to kontoret_lookup;
grant delete, insert, select, update on platform.figure_value to kontoret_app;
grant delete, insert, select, update on platform.file to kontoret_app;
grant delete, insert, select, update on platform.idempotency to kontoret_app;
grant insert, select on platform.installation to kontoret_app;
grant select on platform.journal to kontoret_app;
grant insert, select on platform.journal to kontoret_journal;
grant select on platform.journal_head to kontoret_app;
grant insert, select, update on platform.journal_head to kontoret_journal;
grant delete, insert, select, update on platform.notice to kontoret_app;
grant delete, insert, select, update on platform.outbox to kontoret_app;
grant delete, insert, select, update on platform.reset_link to kontoret_app;
grant delete, insert, select, update on platform.saved_view to kontoret_app;
grant delete, insert, update on platform.search_entry to kontoret_app;
grant select on platform.search_entry to kontoret_finder;
grant select on platform.search_entry (id) to kontoret_app;
grant select on platform.search_entry (kind) to kontoret_app;
grant select on platform.search_entry (open) to kontoret_app;
grant select on platform.search_entry (tenant_id) to kontoret_app;
grant delete, insert, select, update on platform.search_vocabulary to kontoret_app;
grant delete, insert, select, update on platform.search_word to kontoret_app;
grant select on platform.series to kontoret_app;
grant insert, select, update on platform.series to kontoret_journal;
grant delete, insert, select, update on platform.session to kontoret_app;
grant select on platform.session to kontoret_lookup;
grant insert, select, update on platform.tenant to kontoret_app;
grant select on platform.tenant to kontoret_lookup;
grant delete, insert, select, update on platform.throttle to kontoret_app;
grant execute on routine platform.ctx_authorities() to public;
grant execute on routine platform.ctx_circles() to public;
grant execute on routine platform.ctx_customers() to public;
grant execute on routine platform.ctx_person() to public;
grant execute on routine platform.ctx_tenant() to public;
grant execute on routine platform.enqueue(text,json,timestamp with time zone,text) to kontoret_app;
grant execute on routine platform.find(tsquery,tsquery,tsquery[],real[],text[],integer,uuid[]) to kontoret_app;
grant execute on routine platform.follow_search_words() to public;
grant execute on routine platform.guard(regclass,text) to public;
grant execute on routine platform.journal_text(platform.journal) to public;
grant execute on routine platform.open_entries(text[]) to kontoret_app;
grant execute on routine platform.scoped(tsquery,text) to public;
grant execute on routine platform.seal(jsonb,jsonb) to kontoret_app;
grant execute on routine platform.search_scope(uuid,text) to public;
grant execute on routine platform.session_by_token(bytea,timestamp with time zone) to kontoret_app;
grant execute on routine platform.sort_name(text) to public;
grant usage on schema platform to kontoret_app;
grant usage on schema platform to kontoret_finder;
grant usage on schema platform to kontoret_journal;
grant usage on schema platform to kontoret_lookup;

-- ---------------------------------------------------------------- premises

create schema premises;

create table premises.building (
  tenant_id uuid not null,
  building_id uuid not null,
  property_id uuid not null,
  name text not null,
  place_id uuid,
  origin text not null,
  version integer not null default 1,
  valid_from date,
  valid_to date,
  constraint building_pkey PRIMARY KEY (tenant_id, building_id),
  constraint building_tenant_id_place_id_fkey FOREIGN KEY (tenant_id, place_id) REFERENCES organisation.place(tenant_id, place_id),
  constraint building_tenant_id_property_id_fkey FOREIGN KEY (tenant_id, property_id) REFERENCES premises.property(tenant_id, property_id),
  constraint building_check CHECK ((valid_to > valid_from))
);
CREATE INDEX building_by_property ON premises.building USING btree (tenant_id, property_id);
alter table premises.building enable row level security, force row level security;
create policy boundary on premises.building to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table premises.property (
  tenant_id uuid not null,
  property_id uuid not null,
  designation text not null,
  name text not null,
  manager_unit_id uuid,
  origin text not null,
  version integer not null default 1,
  sort_name text not null generated always as (platform.sort_name(name)) stored,
  valid_from date,
  valid_to date,
  constraint property_pkey PRIMARY KEY (tenant_id, property_id),
  constraint property_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint property_tenant_id_manager_unit_id_fkey FOREIGN KEY (tenant_id, manager_unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint property_check CHECK ((valid_to > valid_from))
);
CREATE INDEX property_by_name ON premises.property USING btree (tenant_id, sort_name, property_id);
CREATE UNIQUE INDEX property_by_designation ON premises.property USING btree (tenant_id, lower(designation)) WHERE (designation <> 'ej angivet'::text);
alter table premises.property enable row level security, force row level security;
create policy boundary on premises.property to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table premises.room (
  tenant_id uuid not null,
  room_id uuid not null,
  building_id uuid not null,
  name text not null,
  floor text,
  origin text not null,
  version integer not null default 1,
  sort_name text not null generated always as (platform.sort_name(name)) stored,
  valid_from date,
  valid_to date,
  constraint room_pkey PRIMARY KEY (tenant_id, room_id),
  constraint room_tenant_id_building_id_fkey FOREIGN KEY (tenant_id, building_id) REFERENCES premises.building(tenant_id, building_id),
  constraint room_check CHECK ((valid_to > valid_from))
);
CREATE INDEX room_by_building ON premises.room USING btree (tenant_id, building_id);
CREATE INDEX room_by_name ON premises.room USING btree (tenant_id, sort_name, room_id);
alter table premises.room enable row level security, force row level security;
create policy boundary on premises.room to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

grant delete, insert, select, update on premises.building to kontoret_app;
grant delete, insert, select, update on premises.property to kontoret_app;
grant delete, insert, select, update on premises.room to kontoret_app;
grant usage on schema premises to kontoret_app;

-- ---------------------------------------------------------------- registry

create schema registry;

create table registry.decision (
  tenant_id uuid not null,
  decision_id uuid not null,
  party_id uuid not null,
  decided_by text,
  decided_on date,
  section text,
  title text not null,
  body text,
  file_id uuid,
  source text not null,
  origin text not null,
  version integer not null default 1,
  decided_printed text,
  replaces_id uuid,
  sort_title text not null generated always as (platform.sort_name(title)) stored,
  constraint decision_pkey PRIMARY KEY (tenant_id, decision_id),
  constraint decision_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES platform.file(tenant_id, file_id),
  constraint decision_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint decision_tenant_id_party_id_fkey FOREIGN KEY (tenant_id, party_id) REFERENCES organisation.party(tenant_id, party_id),
  constraint decision_tenant_id_replaces_id_fkey FOREIGN KEY (tenant_id, replaces_id) REFERENCES registry.decision(tenant_id, decision_id),
  constraint decision_check CHECK ((replaces_id <> decision_id)),
  constraint decision_check1 CHECK (((decided_on IS NOT NULL) OR (source = 'printed'::text))),
  constraint decision_decided_printed_check CHECK (((length(decided_printed) >= 1) AND (length(decided_printed) <= 60))),
  constraint decision_section_check CHECK (((length(section) >= 1) AND (length(section) <= 60))),
  constraint decision_source_check CHECK ((source = ANY (ARRAY['meeting'::text, 'delegation'::text, 'printed'::text]))),
  constraint decision_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX decision_by_day ON registry.decision USING btree (tenant_id, decided_on DESC, decision_id DESC);
CREATE INDEX decision_by_title ON registry.decision USING btree (tenant_id, sort_title, decision_id);
CREATE UNIQUE INDEX decision_replaced_once ON registry.decision USING btree (tenant_id, replaces_id) WHERE (replaces_id IS NOT NULL);
alter table registry.decision enable row level security, force row level security;
create policy boundary on registry.decision to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

grant delete, insert, select, update on registry.decision to kontoret_app;
grant usage on schema registry to kontoret_app;

-- ---------------------------------------------------------------- systems

create schema systems;

create table systems.dependency (
  tenant_id uuid not null,
  system_id uuid not null,
  depends_on_id uuid not null,
  constraint dependency_pkey PRIMARY KEY (tenant_id, system_id, depends_on_id),
  constraint dependency_tenant_id_depends_on_id_fkey FOREIGN KEY (tenant_id, depends_on_id) REFERENCES systems.system(tenant_id, system_id),
  constraint dependency_tenant_id_system_id_fkey FOREIGN KEY (tenant_id, system_id) REFERENCES systems.system(tenant_id, system_id),
  constraint dependency_check CHECK ((system_id <> depends_on_id))
);
CREATE INDEX dependency_by_other ON systems.dependency USING btree (tenant_id, depends_on_id);
alter table systems.dependency enable row level security, force row level security;
create policy boundary on systems.dependency to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

create table systems.system (
  tenant_id uuid not null,
  system_id uuid not null,
  name text not null,
  aliases text[] not null default '{}'::text[],
  owner_unit_id uuid,
  manager_unit_id uuid,
  manager_person_id uuid,
  criticality text,
  valid_from date not null,
  valid_to date,
  origin text not null,
  version integer not null default 1,
  sort_name text not null generated always as (platform.sort_name(name)) stored,
  constraint system_pkey PRIMARY KEY (tenant_id, system_id),
  constraint system_tenant_id_name_key UNIQUE (tenant_id, name),
  constraint system_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES platform.tenant(tenant_id),
  constraint system_tenant_id_manager_person_id_fkey FOREIGN KEY (tenant_id, manager_person_id) REFERENCES organisation.person(tenant_id, person_id),
  constraint system_tenant_id_manager_unit_id_fkey FOREIGN KEY (tenant_id, manager_unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint system_tenant_id_owner_unit_id_fkey FOREIGN KEY (tenant_id, owner_unit_id) REFERENCES organisation.unit(tenant_id, unit_id),
  constraint system_check CHECK ((valid_to > valid_from)),
  constraint system_criticality_check CHECK ((criticality = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint system_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE INDEX system_by_name ON systems.system USING btree (tenant_id, sort_name, system_id);
alter table systems.system enable row level security, force row level security;
create policy boundary on systems.system to kontoret_app
  using ((tenant_id = platform.ctx_tenant()))
  with check ((tenant_id = platform.ctx_tenant()));

grant usage on schema systems to kontoret_app;
grant delete, insert, select, update on systems.dependency to kontoret_app;
grant delete, insert, select, update on systems.system to kontoret_app;
