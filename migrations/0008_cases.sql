-- What people ask for and what went wrong. The head row carries cached state (C) that equals the replay of its events;
-- events, clock events and journal are append-only.
create schema cases;
grant usage on schema cases to kontoret_app;

create table cases.case (
  tenant_id uuid not null references platform.tenant,
  case_id uuid not null,
  number text,
  kind text not null check (kind in ('order', 'fault', 'question', 'complaint')),
  request_type_id uuid not null,
  service_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  customer_id uuid,
  unit_id uuid,
  requester_id uuid,
  outside_name text,
  outside_address text,
  registered_by uuid not null,
  channel text not null check (channel in ('portal', 'mail', 'letter', 'telephone', 'counter')),
  provider_party_id uuid not null,
  provider_unit_id uuid not null,
  information_owner_id uuid not null,
  place_id uuid,
  building_id uuid,
  room_id uuid,
  system_id uuid,
  category text,
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'critical')),
  circle_id uuid,
  watchers uuid[] not null default '{}',
  standard text check (standard in ('standard', 'adapted')),
  form_id uuid,
  form_version_no integer,
  answers jsonb not null default '{}',
  agreement_id uuid,
  agreement_version_no integer,
  agreement_line_no integer,
  expected_ore bigint,
  state text not null check (state in ('awaiting_approval', 'new', 'in_progress', 'waiting', 'done', 'closed', 'withdrawn', 'rejected', 'converted', 'merged')),
  waiting_for text check (waiting_for in ('customer', 'us', 'supplier')),
  owner_person_id uuid,
  support_line integer not null default 1 check (support_line between 1 and 3),
  clock_kind text,
  due_at timestamptz,
  received_at timestamptz not null,
  started_at timestamptz,
  done_at timestamptz,
  closed_at timestamptz,
  latest_at timestamptz not null,
  parent_id uuid,
  merged_into_id uuid,
  moved_around integer not null default 0,
  -- Working time from receipt to done, by the hours of the case; null until it is done.
  lead_working_minutes integer,
  rating integer check (rating between 1 and 3),
  origin text not null,
  version integer not null default 1,
  primary key (tenant_id, case_id),
  unique (tenant_id, number),
  foreign key (tenant_id, request_type_id) references catalogue.request_type,
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, customer_id) references organisation.customer,
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, requester_id) references organisation.person,
  foreign key (tenant_id, registered_by) references organisation.person,
  foreign key (tenant_id, provider_party_id) references organisation.party,
  foreign key (tenant_id, provider_unit_id) references organisation.unit,
  foreign key (tenant_id, information_owner_id) references organisation.party,
  foreign key (tenant_id, place_id) references organisation.place,
  foreign key (tenant_id, building_id) references premises.building,
  foreign key (tenant_id, room_id) references premises.room,
  foreign key (tenant_id, system_id) references systems.system,
  foreign key (tenant_id, owner_person_id) references organisation.person,
  foreign key (tenant_id, form_id, form_version_no) references catalogue.form_version,
  foreign key (tenant_id, agreement_id, agreement_version_no, agreement_line_no) references agreements.line,
  foreign key (tenant_id, circle_id) references platform.circle,
  foreign key (tenant_id, parent_id) references cases.case,
  foreign key (tenant_id, merged_into_id) references cases.case,
  -- TY-007: without a customer unit only a citizen's question or complaint
  check (customer_id is not null or (kind in ('question', 'complaint') and outside_name is not null)),
  check (requester_id is not null or outside_name is not null),
  check ((state = 'waiting') = (waiting_for is not null)),
  check (parent_id <> case_id)
);
-- Open cases of a unit in the order of the promise: the queue. Open ones are few, so the index stays small.
create index case_queue on cases.case (tenant_id, provider_unit_id, due_at, case_id)
  where state in ('awaiting_approval', 'new', 'in_progress', 'waiting');
create index case_owned on cases.case (tenant_id, owner_person_id, due_at, case_id)
  where state in ('awaiting_approval', 'new', 'in_progress', 'waiting');
create index case_by_unit on cases.case (tenant_id, provider_unit_id, received_at desc, case_id desc);
create index case_by_requester on cases.case (tenant_id, requester_id, received_at desc, case_id desc);
create index case_by_customer on cases.case (tenant_id, customer_id, received_at desc, case_id desc);
create index case_by_time on cases.case (tenant_id, received_at desc, case_id desc);
create index case_by_parent on cases.case (tenant_id, parent_id) where parent_id is not null;
create index case_done on cases.case (tenant_id, done_at) where state = 'done';
create index case_by_done on cases.case (tenant_id, provider_unit_id, done_at) where done_at is not null;
call platform.guard('cases.case', 'select, insert, update');
drop policy boundary on cases.case;
create policy boundary on cases.case to kontoret_app
  using (tenant_id = platform.ctx_tenant()
    and (provider_party_id = any (platform.ctx_authorities()) or customer_id = any (platform.ctx_customers())
      or requester_id = platform.ctx_person() or platform.ctx_person() = any (watchers))
    and (circle_id is null or circle_id = any (platform.ctx_circles())))
  with check (tenant_id = platform.ctx_tenant());

-- Rows that belong to a case are seen by whoever sees the case.
create procedure cases.guard_part(guarded regclass, rights text) language plpgsql as $$
begin
  call platform.guard(guarded, rights);
  execute format('drop policy boundary on %s', guarded);
  execute format('create policy boundary on %1$s to kontoret_app
    using (tenant_id = platform.ctx_tenant() and exists (select from cases.case c where c.tenant_id = %1$s.tenant_id and c.case_id = %1$s.case_id))
    with check (tenant_id = platform.ctx_tenant())', guarded);
end $$;

-- What happened, in order: taken, handed over, paused, delivered … one row each, with who, when and why.
create table cases.event (
  tenant_id uuid not null,
  case_id uuid not null,
  n integer not null,
  at timestamptz not null,
  kind text not null,
  by_person_id uuid,
  reason text,
  facts jsonb not null default '{}',
  primary key (tenant_id, case_id, n),
  foreign key (tenant_id, case_id) references cases.case
);
create index event_by_kind on cases.event (tenant_id, kind, at);
call cases.guard_part('cases.event', 'select, insert');

create table cases.message (
  tenant_id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('in', 'out', 'note')),
  channel text not null check (channel in ('portal', 'mail', 'letter', 'telephone', 'counter', 'system')),
  author_id uuid,
  body text not null check (length(body) between 1 and 20000),
  erased_by text,
  primary key (tenant_id, case_id, message_id),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, author_id) references organisation.person
);
call platform.guard('cases.message', 'select, insert, update');
drop policy boundary on cases.message;
-- An internal note is read on the provider's side only.
create policy boundary on cases.message to kontoret_app
  using (tenant_id = platform.ctx_tenant() and exists (
    select from cases.case c where c.tenant_id = message.tenant_id and c.case_id = message.case_id
      and (message.kind <> 'note' or c.provider_party_id = any (platform.ctx_authorities()))))
  with check (tenant_id = platform.ctx_tenant());

-- A promise in force for a case; the promise is frozen here. due_at and state equal the replay of the clock's events.
create table cases.clock (
  tenant_id uuid not null,
  clock_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('receipt', 'first_answer', 'start', 'done')),
  promise_id uuid not null,
  promise_version_no integer not null,
  source_kind text not null check (source_kind in ('agreement_line', 'request_type', 'service', 'area', 'office')),
  source_id uuid,
  amount integer not null,
  unit text not null check (unit in ('working_minutes', 'working_days')),
  strength text not null check (strength in ('binding', 'strive')),
  target_share_thousandths integer,
  schedule_id uuid not null,
  first_told_due_at timestamptz not null,
  due_at timestamptz,
  state text not null check (state in ('running', 'paused', 'kept', 'broken', 'cancelled')),
  ended_at timestamptz,
  moved_by_us boolean not null default false,
  moved_by_customer boolean not null default false,
  primary key (tenant_id, clock_id),
  unique (tenant_id, case_id, kind),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, promise_id, promise_version_no) references catalogue.promise,
  foreign key (tenant_id, schedule_id) references organisation.schedule
);
create index clock_by_due on cases.clock (tenant_id, due_at, clock_id);
call cases.guard_part('cases.clock', 'select, insert, update');
create table cases.clock_event (
  tenant_id uuid not null,
  case_id uuid not null,
  clock_id uuid not null,
  n integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('start', 'pause', 'resume', 'rebase', 'stop', 'reopen', 'cancel')),
  by text check (by in ('customer', 'us', 'supplier')),
  reason text,
  schedule_id uuid not null,
  schedule_version_no integer not null,
  facts jsonb not null default '{}',
  primary key (tenant_id, clock_id, n),
  foreign key (tenant_id, clock_id) references cases.clock,
  foreign key (tenant_id, schedule_id, schedule_version_no) references organisation.schedule_version
);
call cases.guard_part('cases.clock_event', 'select, insert');

create table cases.delivery (
  tenant_id uuid not null,
  case_id uuid not null,
  delivery_id uuid not null,
  offering_id uuid,
  channel text not null,
  quantity_thousandths bigint not null check (quantity_thousandths > 0),
  unit_id uuid,
  delivered_on date not null,
  delivered_by uuid not null,
  at timestamptz not null,
  note text,
  primary key (tenant_id, delivery_id),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, offering_id) references catalogue.offering,
  foreign key (tenant_id, unit_id) references organisation.unit,
  foreign key (tenant_id, delivered_by) references organisation.person
);
create index delivery_by_case on cases.delivery (tenant_id, case_id);
call cases.guard_part('cases.delivery', 'select, insert');
create table cases.rating (
  tenant_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  score integer not null check (score between 1 and 3),
  comment text,
  primary key (tenant_id, case_id, at),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, person_id) references organisation.person
);
call cases.guard_part('cases.rating', 'select, insert');
create table cases.watcher (
  tenant_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, case_id, person_id),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, person_id) references organisation.person
);
create index watcher_by_person on cases.watcher (tenant_id, person_id, case_id);
call cases.guard_part('cases.watcher', 'select, insert, delete');
create table cases.relation (
  tenant_id uuid not null,
  case_id uuid not null,
  other_case_id uuid not null,
  at timestamptz not null,
  by_person_id uuid not null,
  primary key (tenant_id, case_id, other_case_id),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, other_case_id) references cases.case,
  check (case_id <> other_case_id)
);
create index relation_by_other on cases.relation (tenant_id, other_case_id);
call cases.guard_part('cases.relation', 'select, insert, delete');
-- A case turned into a wish keeps the link on its own side (TY-058).
create table cases.conversion (
  tenant_id uuid not null,
  case_id uuid not null,
  need_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, need_id) references catalogue.need
);
create index conversion_by_need on cases.conversion (tenant_id, need_id);
call cases.guard_part('cases.conversion', 'select, insert');
-- Merged both ways readable: the old number still opens; may be undone within the day.
create table cases.merge (
  tenant_id uuid not null,
  case_id uuid not null,
  n integer not null,
  into_case_id uuid not null,
  state_before text not null,
  at timestamptz not null,
  by_person_id uuid not null,
  undone_at timestamptz,
  primary key (tenant_id, case_id, n),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, into_case_id) references cases.case
);
create index merge_by_target on cases.merge (tenant_id, into_case_id);
call cases.guard_part('cases.merge', 'select, insert, update');
