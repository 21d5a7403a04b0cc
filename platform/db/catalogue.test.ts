// What is generated from the catalogue: types that say what the columns hold, and a dump that is always the same.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase, type OwnDatabase } from '#testing'
import { describeSchema } from './catalogue-dump.ts'
import { describeTypes } from './catalogue-types.ts'

let database: OwnDatabase
beforeAll(async () => {
  database = await emptyDatabase()
  await database.ownerPool.query(`
    create schema trade;
    create table trade.party (tenant_id uuid not null, party_id uuid not null, primary key (tenant_id, party_id));
    create table trade.deal_line (
      tenant_id uuid not null,
      party_id uuid not null,
      line_no bigint not null,
      state text not null default 'open' check (state in ('open', 'don''t')),
      kind text check (kind is null or kind in ('a', 'b')),
      strength text check (strength = 'binding'),
      amount_ore bigint,
      share numeric not null,
      at timestamptz not null,
      valid_from date,
      days date[] not null,
      answers jsonb not null default '{}',
      facts jsonb,
      flag boolean not null,
      digest bytea not null,
      words text generated always as (state || kind) stored,
      primary key (tenant_id, party_id, line_no),
      foreign key (tenant_id, party_id) references trade.party,
      check (valid_from > '2000-01-01' or flag)
    );
    create index deal_by_day on trade.deal_line (tenant_id, valid_from) where amount_ore > 0;
    alter table trade.deal_line enable row level security;
    alter table trade.deal_line force row level security;
    create policy boundary on trade.deal_line to kontoret_app using (tenant_id = party_id) with check (flag);
    grant select, insert on trade.deal_line to kontoret_app;
    grant update (flag) on trade.deal_line to kontoret_app;
    create view trade.open_deal with (security_invoker) as select party_id, at from trade.deal_line where state = 'open';
    create function trade.twice(n integer) returns integer language sql immutable return n * 2;
    revoke all on function trade.twice from public;
    comment on table trade.party is 'not shown';`)
})
afterAll(() => database.drop())

test('columns become what our pools give', async () => {
  const text = await describeTypes(database.ownerPool)
  expect(text).toContain(`export interface TradeDealLine {
  tenant_id: string
  party_id: string
  line_no: bigint
  state: Generated<'open' | 'don\\'t'>
  kind: 'a' | 'b' | null
  strength: 'binding' | null
  amount_ore: bigint | null
  share: string
  at: Temporal.Instant
  valid_from: Temporal.PlainDate | null
  days: Temporal.PlainDate[]
  answers: ColumnType<unknown, string | undefined, string>
  facts: ColumnType<unknown, string | null | undefined, string | null>
  flag: boolean
  digest: Buffer
  words: GeneratedAlways<string | null>
}`)
  expect(text).toContain(`export interface TradeOpenDeal {
  party_id: string | null
  at: Temporal.Instant | null
}`)
  expect(text).toContain(`export interface DB {
  'trade.deal_line': TradeDealLine
  'trade.open_deal': TradeOpenDeal
  'trade.party': TradeParty
}`)
})

test('the dump shows tables, keys, policies, functions and grants, and is the same each time', async () => {
  const text = await describeSchema(database.ownerPool)
  expect(await describeSchema(database.ownerPool)).toBe(text)
  for (const line of [
    'create schema trade;',
    `  state text not null default 'open'::text,`,
    '  constraint deal_line_pkey PRIMARY KEY (tenant_id, party_id, line_no),',
    'FOREIGN KEY (tenant_id, party_id) REFERENCES trade.party(tenant_id, party_id)',
    'CREATE INDEX deal_by_day ON trade.deal_line USING btree (tenant_id, valid_from) WHERE (amount_ore > 0);',
    'alter table trade.deal_line enable row level security, force row level security;',
    'create policy boundary on trade.deal_line to kontoret_app\n  using ((tenant_id = party_id))\n  with check (flag);',
    '-- no row-level security on trade.party',
    'create view trade.open_deal with (security_invoker=true) as',
    'FUNCTION trade.twice(n integer)',
    'grant insert, select on trade.deal_line to kontoret_app;',
    'grant update on trade.deal_line (flag) to kontoret_app;',
  ]) {
    expect(text).toContain(line)
  }
  expect(text).not.toContain('routine trade.twice')
  expect(text).not.toContain('kontoret_owner')
})
