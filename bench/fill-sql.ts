// The statements that multiply the cases of an office: from one row for each case, what it is and what hangs on it.

/** Tables that grow with the cases. */
export const bigTables = [
  'cases.case',
  'cases.event',
  'cases.message',
  'cases.clock',
  'cases.clock_event',
  'cases.watcher',
  'platform.search_entry',
  'platform.journal',
  'platform.outbox',
  'platform.notice',
  'platform.approval',
  'platform.approval_step',
] as const

const part = (kind: number, n = '0', at = 'b.received_at') => `bench_fill.id(b.t, ${kind}, b.i * 64 + ${n}, ${at})`

const cases = `
insert into cases.case (tenant_id, case_id, number, kind, request_type_id, service_id, title, customer_id, unit_id, requester_id,
  registered_by, channel, provider_party_id, provider_unit_id, information_owner_id, watchers, form_id, form_version_no, answers,
  state, waiting_for, owner_person_id, clock_kind, due_at, received_at, started_at, done_at, closed_at, latest_at,
  lead_working_minutes, rating, origin, version)
select b.tenant_id, b.case_id, t.prefix || '-' || to_char(b.received_at, 'YYYY') || '-' || lpad(b.i::text, 8, '0'), k.kind, k.request_type_id,
  k.service_id, x.title, b.customer_id, b.unit_id, b.requester_id, b.requester_id, 'portal', t.party_id, b.provider_unit_id, b.authority_id,
  case when b.watcher_id is null then '{}' else array[b.watcher_id] end, k.form_id, case when k.form_id is null then null else 1 end,
  case when k.form_id is null then '{}'::jsonb else jsonb_build_object('vad', x.title, 'flytt', 'nej') end,
  b.state, case when b.state = 'waiting' then 'customer' end, b.owner_id,
  case when b.due_at is null then null when b.state = 'new' then 'start' else 'done' end, b.due_at, b.received_at,
  case when b.state not in ('new', 'awaiting_approval', 'withdrawn') then b.received_at + interval '1 day' end, b.done_at,
  case when b.state in ('closed', 'withdrawn') then b.received_at + interval '9 days' end,
  case when b.is_open then b.received_at + interval '1 hour' else b.received_at + interval '9 days' end,
  case when b.done_at is not null then 1200 end, case when b.state = 'closed' and b.k % 6 = 0 then 3 end, 'demonstration', 3 + (b.i % 5)::int
from bench_fill.base b join bench_fill.tenant t on t.t = b.t join bench_fill.kind k on k.t = b.t and k.n = b.kind
join bench_fill.text x on x.t = b.t and x.n = b.words order by b.t, b.i`

const event = (n: string, kind: string, when: string, at: string, by: string) =>
  `select ${n}, '${kind}', b.received_at + interval '${at}', ${by} where ${when}`

const events = `
insert into cases.event (tenant_id, case_id, n, at, kind, by_person_id, facts)
select b.tenant_id, b.case_id, e.n, e.at, e.kind, e.by_id, case e.kind when 'registered' then jsonb_build_object('channel', 'portal', 'by', b.requester_id, 'for', b.requester_id)
    when 'routed' then jsonb_build_object('unit', b.provider_unit_id, 'why', 'provider_unit') else '{}'::jsonb end
from bench_fill.told b cross join lateral (
  ${[
    event('1', 'registered', 'true', '0', 'b.requester_id'),
    event('2', 'routed', 'true', '0', 'b.requester_id'),
    event('3', 'receipt_sent', "b.state <> 'awaiting_approval'", '1 minute', 'null::uuid'),
    event('4', 'taken', 'b.owner_id is not null', '3 hours', 'b.handler_id'),
    event('5', 'message_out', 'b.owner_id is not null', '4 hours', 'b.handler_id'),
    event('6', 'started', 'b.owner_id is not null', '1 day', 'b.handler_id'),
    event('7', 'delivered', 'b.done_at is not null', '4 days', 'b.handler_id'),
    event('8', 'closed_by_silence', "b.state = 'closed'", '9 days', 'null::uuid'),
  ].join('\n  union all ')}
  union all select 8 + g, case when g % 3 = 0 then 'message_in' else 'message_out' end, b.received_at + interval '1 day' + g * interval '10 minutes', b.handler_id
    from generate_series(1, 34) g where b.is_long
) as e(n, kind, at, by_id) order by b.t, b.i, e.n`

const messages = `
insert into cases.message (tenant_id, case_id, message_id, at, kind, channel, author_id, body)
select b.tenant_id, b.case_id, ${part(7, 'm.n', 'm.at')}, m.at, m.kind, 'portal', case when m.kind = 'in' then b.requester_id else b.handler_id end,
  case when m.kind = 'in' then x.body else 'Vi har tagit emot er anmälan och kommer i morgon förmiddag. Hör av er om tiden inte passar.' end
from bench_fill.told b join bench_fill.text x on x.t = b.t and x.n = b.words cross join lateral (
  select 0 as n, b.received_at as at, 'in' as kind
  union all select 1, b.received_at + interval '4 hours', 'out' where b.owner_id is not null
  union all select 2, b.received_at + interval '5 hours', 'note' where b.k % 8 = 4
  union all select 2 + g, b.received_at + interval '1 day' + g * interval '10 minutes', case when g % 3 = 0 then 'in' else 'out' end
    from generate_series(1, 34) g where b.is_long
) as m order by b.t, b.i, m.n`

/** A first answer and a start for every case that is not waiting for a yes; a completion for the work under way. */
const clockKinds = `(
  select 0 as n, 'first_answer' as kind, b.owner_id is not null or not b.is_open as ended, 2 as amount, t.promise_answer as promise_id
  union all select 1, 'start', b.state <> 'new', 3, t.promise_start
  union all select 2, 'done', false, 10, t.promise_start where b.state in ('in_progress', 'waiting'))`

const clocks = `
insert into cases.clock (tenant_id, clock_id, case_id, kind, promise_id, promise_version_no, source_kind, amount, unit, strength,
  target_share_thousandths, schedule_id, first_told_due_at, due_at, state, ended_at)
select b.tenant_id, ${part(8, 'c.n')}, b.case_id, c.kind, c.promise_id, 1, 'service', c.amount, 'working_days', 'binding', 950, t.schedule_id,
  b.received_at + c.amount * interval '34 hours', b.received_at + c.amount * interval '34 hours', case when c.ended then 'kept' else 'running' end,
  case when c.ended then b.received_at + interval '4 hours' end
from bench_fill.told b join bench_fill.tenant t on t.t = b.t cross join lateral ${clockKinds} as c
where b.state <> 'awaiting_approval' order by b.t, b.i, c.n`

const clockEvents = `
insert into cases.clock_event (tenant_id, case_id, clock_id, n, at, kind, schedule_id, schedule_version_no, facts)
select b.tenant_id, b.case_id, ${part(8, 'c.n')}, e.n, e.at, e.kind, t.schedule_id, 1, '{}'
from bench_fill.told b join bench_fill.tenant t on t.t = b.t cross join lateral ${clockKinds} as c cross join lateral (
  select 1 as n, b.received_at as at, 'start' as kind union all select 2, b.received_at + interval '4 hours', 'stop' where c.ended) as e
where b.state <> 'awaiting_approval' order by b.t, b.i, c.n, e.n`

const watchers = `
insert into cases.watcher (tenant_id, case_id, person_id, added_by, at)
select tenant_id, case_id, watcher_id, watcher_id, received_at from bench_fill.base where watcher_id is not null order by t, i`

/** Beside the words of its text each case has a number of its own hundred: most words of an office are rare. */
const found = `
insert into platform.search_entry (tenant_id, kind, id, open, tsv)
select b.tenant_id, 'case', b.case_id, false,
  (x.vector || ' ''' || platform.search_scope(b.tenant_id, 'case') || 'n' || b.i / 100 || ''':40C')::tsvector
from bench_fill.base b join bench_fill.text x on x.t = b.t and x.n = b.words order by b.t, b.i`

const journal = `
insert into platform.journal (tenant_id, n, at, actor_kind, account_id, person_id, verb, subject_kind, subject_id, facts, content_hash, previous_hash, hash)
select b.tenant_id, (b.i - 1) * 3 + v.n, b.received_at, 'person', b.requester_id, b.requester_id, v.verb, 'case', b.case_id,
  jsonb_build_object('unit', b.provider_unit_id), sha256('a'), sha256('b'), sha256(v.verb::bytea)
from bench_fill.base b cross join lateral (values (1, 'case.opened'), (2, 'clock.start'), (3, 'case.message_out')) as v(n, verb) order by b.t, b.i, v.n`
const journalHead = `
insert into platform.journal_head (tenant_id, n, hash)
select tenant_id, max(i) * 3, sha256('c') from bench_fill.base group by tenant_id on conflict (tenant_id) do update set n = excluded.n, hash = excluded.hash`

const letters = `
insert into platform.outbox (tenant_id, mail_id, person_id, to_address, subject, body, about_kind, about_id, created_at, state, settled_at)
select b.tenant_id, ${part(9)}, b.requester_id, 'nagon@provkoping.example', 'Kvitto', 'Vi har tagit emot ditt ärende.', 'case', b.case_id, b.received_at, 'sent', b.received_at
from bench_fill.base b order by b.t, b.i`
const notices = `
insert into platform.notice (tenant_id, notice_id, person_id, at, kind, subject_kind, subject_id, facts, read_at)
select b.tenant_id, ${part(10)}, b.requester_id, b.received_at, 'case.answered', 'case', b.case_id, '{}', case when not b.is_open then b.received_at + interval '1 day' end
from bench_fill.told b order by b.t, b.i`

/** Every order that waits asks the same purchaser, who has settled many before. */
const asks = `(b.state = 'awaiting_approval' or (not b.is_open and b.k % 40 = 3))`
const approvals = [
  `insert into platform.approval (tenant_id, approval_id, kind, subject_kind, subject_id, reason_code, amount_ore, asked_by, asked_at, lapse_at, state, settled_at)
select b.tenant_id, ${part(11)}, 'purchaser', 'case', b.case_id, 'over_limit', 2500000, b.requester_id, b.received_at, b.received_at + interval '30 days',
  case when b.is_open then 'open' else 'approved' end, case when b.is_open then null else b.received_at + interval '1 day' end
from bench_fill.base b where ${asks} order by b.t, b.i`,
  `insert into platform.approval_step (tenant_id, approval_id, person_id, outcome, decided_at)
select b.tenant_id, ${part(11)}, t.eva, case when b.is_open then null else 'approved' end, case when b.is_open then null else b.received_at + interval '1 day' end
from bench_fill.base b join bench_fill.tenant t on t.t = b.t where ${asks} order by b.t, b.i`,
]

/** The largest first, so that two workers end together. */
export const listed: readonly string[] = [
  events,
  cases,
  clockEvents,
  found,
  messages,
  clocks,
  notices,
  watchers,
  ...approvals,
]

/** What grows with the cases and stands in no list: a write meets it. */
export const unlisted: readonly (readonly string[])[] = [[journal, journalHead], [letters]]
