// The table and the finder on the real database: who may read what, what the vocabulary learns, what a search may cost.

import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { cloneDatabase, freshTenantId, testDatabase, type TestDatabase } from '#testing'
import type { Id } from '#basics/id'
import { floorOver, within } from '../db/floor.ts'
import type { Tx } from '../db/tx.ts'
import { fixtureQueries } from './fixture-queries.ts'
import { find, indexEntries, indexEntry, removeEntry, worthShowing, type FindRequest } from './index-entry.ts'
import { scopeOf } from './lexemes.ts'
import { foldedWord, snowball, wordsOf } from './swedish-words.ts'

interface Office {
  readonly tenantId: Id
  readonly database: TestDatabase
  act<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  /** Titles found, the best first; a title's id is kept in `ids`. */
  ask(query: string, more?: Partial<FindRequest>): Promise<string[]>
  write(title: string, more?: { open?: boolean; synonyms?: string[]; body?: string; kind?: string }): Promise<Id>
}

async function office(database?: TestDatabase): Promise<Office> {
  const own = database ?? (await testDatabase())
  const tenantId = freshTenantId()
  await own.ownerPool.query(
    `insert into platform.tenant (tenant_id, slug, name, municipality, colour) values ($1, $2, 'Sök', 'Prov', '#004477')`,
    [tenantId, `sok-${tenantId.slice(-12)}`],
  )
  const floor = floorOver(own.appPool)
  const reach = { tenantId, personId: null, authorities: [], customers: [], circles: [] }
  const titles = new Map<Id, string>()
  return {
    tenantId,
    database: own,
    act: (run) => within(floor, reach, false, run),
    async ask(query, more = {}) {
      const found = await within(floor, reach, true, (tx) =>
        find(tx, { tenantId, query, kinds: ['thing', 'case'], ...more }),
      )
      return found.entries.map(({ id }) => titles.get(id) ?? id)
    },
    async write(title, { open = true, kind = 'thing', ...more } = {}) {
      const id = freshTenantId()
      titles.set(id, title)
      await within(floor, reach, false, (tx) => indexEntry(tx, { tenantId, kind, id, title, open, ...more }))
      return id
    },
  }
}

let here: Office
beforeAll(async () => {
  here = await office()
})

const refusal = (statement: Promise<unknown>): Promise<string> =>
  statement.then(
    () => 'no refusal',
    (error: Error) => error.message,
  )

test('the server’s own Swedish stemmer agrees with ours', async () => {
  const words = [...new Set(fixtureQueries.flatMap(({ query }) => wordsOf(query, 20).map(({ written }) => written)))]
  const server = await here.database.ownerPool.query<{ word: string; key: string | null }>(
    `select word, (ts_lexize('swedish_stem', word))[1] as key from unnest($1::text[]) word`,
    [words],
  )
  expect(words.length).toBeGreaterThan(60)
  for (const { word, key } of server.rows) if (key !== null) expect([word, snowball(word)]).toEqual([word, key])
})

test('the scope of a lexeme is the same here and in the database', async () => {
  const found = await here.database.ownerPool.query<{ scope: string }>(
    'select platform.search_scope($1, $2) as scope',
    [here.tenantId, 'ärende'],
  )
  expect(found.rows[0]?.scope).toBe(scopeOf(here.tenantId, 'ärende'))
})

test('what is in an entry can be searched and not read; the finder cannot sign in', async () => {
  for (const column of ['title', 'words', 'body', 'synonyms', 'tsv']) {
    expect(
      await refusal(here.act((tx) => sql.raw(`select ${column} from platform.search_entry`).execute(tx))),
    ).toContain('permission denied')
  }
  const direct = sql`select id from platform.search_entry where tsv @@ 'x'::tsquery`
  expect(await refusal(here.act((tx) => direct.execute(tx)))).toContain('permission denied')
  for (const inner of ['entries_by_lexeme', 'entries_newest']) {
    const call = sql.raw(`select platform.${inner}('${here.tenantId}', 'thing', 'x')`)
    expect(await refusal(here.act((tx) => call.execute(tx)))).toContain('permission denied')
  }
  const role = await here.database.ownerPool.query(
    `select rolcanlogin or rolsuper or rolbypassrls as strong,
      (select array_agg(table_name || ' ' || privilege_type) from information_schema.role_table_grants where grantee = rolname) as rights
     from pg_roles where rolname = 'kontoret_finder'`,
  )
  expect(role.rows).toEqual([{ strong: false, rights: ['search_entry SELECT'] }])
})

test('another tenant’s entries are neither found, changed nor written', async () => {
  const other = await office()
  const id = await other.write('Hemlig sak om gräsand')
  await here.write('Gräsklippning')
  expect(await here.ask('gräsand')).toEqual([])
  expect(await other.ask('gräsand')).toEqual(['Hemlig sak om gräsand'])
  const removal = here.act((tx) => removeEntry(tx, { tenantId: other.tenantId, kind: 'thing', id }))
  expect(await refusal(removal)).toContain('row-level security')
  expect(await other.ask('gräsand')).toHaveLength(1)
  const foreign = { tenantId: other.tenantId, kind: 'thing', id: freshTenantId(), title: 'Inbrott' }
  expect(await refusal(here.act((tx) => indexEntry(tx, foreign)))).toContain('row-level security')
  expect(
    await refusal(here.act((tx) => find(tx, { tenantId: other.tenantId, query: 'gräs', kinds: ['thing'] }))),
  ).toContain('another tenant')
})

test('without a context nothing is found', async () => {
  await here.write('Kontextlös')
  const found = await here.database.appPool.query(
    `select * from platform.find('x', 'x', '{x}', '{1}', '{thing}', 10) union all select 'open', id, 0 from platform.open_entries('{kontextlös}')`,
  )
  expect(found.rows).toEqual([])
})

test('compounds meet, whichever way they are written and whichever was written first', async () => {
  const shop = await office()
  await shop.write('Vaktmästeriuppdrag')
  await shop.write('Vaktmästeri', { synonyms: ['uppdrag av annat slag'] })
  expect(await shop.ask('vaktmästeri uppdrag')).toContain('Vaktmästeriuppdrag')
  expect(await shop.ask('vaktmästeriuppdrag')).toEqual(['Vaktmästeriuppdrag', 'Vaktmästeri'])
  // Its parts became known only afterwards.
  expect(await shop.ask('uppdragen')).toContain('Vaktmästeriuppdrag')
})

test('a case is found by its words, a name, a number, and by the parts of a compound that the catalogue knows', async () => {
  const shop = await office()
  await shop.write('Kontor och material')
  await shop.write('Kontorsmaterial till Karlsson', {
    open: false,
    kind: 'case',
    body: 'Ärende TY-2012-00123 gäller pärmar',
  })
  for (const query of ['karlsson', 'TY-2012-00123', '00123', 'pärmarna', 'parm', 'material', 'kontors material']) {
    expect(await shop.ask(query), query).toContain('Kontorsmaterial till Karlsson')
  }
})

test('closed entries teach the vocabulary nothing: no correction or completion gives their words away', async () => {
  const shop = await office()
  await shop.write('Snöröjning')
  const before = await shop.act((tx) => find(tx, { tenantId: shop.tenantId, query: 'snöröjnig', kinds: ['thing'] }))
  await shop.write('Snöröjnin hemligt', { open: false, kind: 'case', body: 'Snöröjnig Snöröjnings' })
  const after = await shop.act((tx) => find(tx, { tenantId: shop.tenantId, query: 'snöröjnig', kinds: ['thing'] }))
  expect(before.correctedTo).toBe('snöröjning')
  expect(after).toEqual(before)
  const kept = await shop.database.ownerPool.query(
    'select title, words from platform.search_entry where tenant_id = $1 and not open',
    [shop.tenantId],
  )
  expect(kept.rows).toEqual([{ title: '', words: [] }])
})

async function vocabularyIsRight(shop: Office): Promise<void> {
  // The owner is a member of the finder and sees entries; the words themselves are seen only in their tenant.
  const counted = await shop.database.ownerPool.query<{ word: string; entries: number }>(
    `select word, count(*)::integer as entries from platform.search_entry, unnest(words) word
     where tenant_id = $1 and open group by word order by word`,
    [shop.tenantId],
  )
  const open = await shop.database.ownerPool.query<{ entries: number }>(
    'select count(*)::integer as entries from platform.search_entry where tenant_id = $1 and open',
    [shop.tenantId],
  )
  const known = await shop.act(async (tx) => ({
    words: (await sql`select word, entries from platform.search_word order by word`.execute(tx)).rows,
    entries: (await sql`select entries from platform.search_vocabulary`.execute(tx)).rows,
  }))
  expect(known).toEqual({ words: counted.rows, entries: open.rows })
}

test('the vocabulary is at every moment the words of the open entries', async () => {
  const shop = await office()
  const ids = [
    await shop.write('Nyckel och lås'),
    await shop.write('Nyckel till port'),
    await shop.write('Port', { open: false }),
  ]
  await vocabularyIsRight(shop)
  const change = (at: number, title: string, open: boolean): Promise<void> =>
    shop.act((tx) => indexEntry(tx, { tenantId: shop.tenantId, kind: 'thing', id: ids[at]!, title, open }))
  await change(0, 'Nyckel och tagg', true)
  await vocabularyIsRight(shop)
  await change(1, 'Nyckel till port', false)
  await vocabularyIsRight(shop)
  await change(2, 'Port', true)
  await vocabularyIsRight(shop)
  await shop.act((tx) => removeEntry(tx, { tenantId: shop.tenantId, kind: 'thing', id: ids[0]! }))
  await vocabularyIsRight(shop)
  expect(await shop.ask('tagg')).toEqual([])
})

test('many who write open entries at once neither hang nor miscount', async () => {
  const shop = await office()
  const names = [
    'Vaktmästeriuppdrag',
    'Vaktmästeri',
    'Uppdrag',
    'Kontorsmaterial',
    'Kontor',
    'Material',
    'Skolgård',
    'Skola och gård',
  ]
  const ids = await Promise.all(names.map((name) => shop.write(name)))
  const entry = (at: number, title: string) => ({
    tenantId: shop.tenantId,
    kind: 'thing',
    id: ids[at]!,
    title,
    open: true,
  })
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let turn = 0; turn < 6; turn++) {
      const at = (writer * 3 + turn) % names.length
      await shop.act((tx) =>
        turn === 4
          ? removeEntry(tx, entry(at, ''))
          : indexEntry(tx, entry(at, `${names[(at + turn) % names.length]} ${names[writer]} till`)),
      )
    }
  })
  await Promise.all(writers)
  await vocabularyIsRight(shop)
})

test('what is learnt in a transaction that fails is forgotten', async () => {
  const shop = await office()
  await shop.write('Papper')
  await refusal(
    shop.act(async (tx) => {
      await indexEntry(tx, {
        tenantId: shop.tenantId,
        kind: 'thing',
        id: freshTenantId(),
        title: 'Kopiator',
        open: true,
      })
      expect((await find(tx, { tenantId: shop.tenantId, query: 'kopiatr', kinds: ['thing'] })).correctedTo).toBe(
        'kopiator',
      )
      throw new Error('no')
    }),
  )
  const found = await shop.act((tx) => find(tx, { tenantId: shop.tenantId, query: 'kopiatr', kinds: ['thing'] }))
  expect(found).toEqual({ entries: [] })
})

test('an entry written twice is one; many can be written at once; one removed is gone', async () => {
  const shop = await office()
  const id = await shop.write('Brandsläckare', { open: false })
  const again = { kind: 'thing', id, title: 'Brandsläckare' }
  await shop.act((tx) =>
    indexEntries(tx, shop.tenantId, [again, { kind: 'thing', id: freshTenantId(), title: 'Brandfilt' }]),
  )
  await shop.act((tx) => indexEntry(tx, { tenantId: shop.tenantId, ...again }))
  expect(await shop.ask('brandsläckare')).toHaveLength(1)
  expect(await shop.ask('brandfilt')).toHaveLength(1)
  await shop.act((tx) => removeEntry(tx, { tenantId: shop.tenantId, kind: 'thing', id }))
  expect(await shop.ask('brandsläckare')).toEqual([])
})

test('kinds, limit and a choice of ids are kept to', async () => {
  const shop = await office()
  const ids = await Promise.all(
    Array.from({ length: 30 }, (_, n) => shop.write(`Möte ${n}`, { open: false, kind: 'case' })),
  )
  await shop.write('Möte för alla')
  expect(await shop.ask('möten', { kinds: ['thing'] })).toEqual(['Möte för alla'])
  expect(await shop.ask('möten', { limit: 7 })).toHaveLength(8)
  expect(await shop.ask('möten', { limit: 7 }), 'many cases do not crowd out the other kind').toContain('Möte för alla')
  expect(await shop.ask('möten', { kinds: [] })).toEqual([])
  expect(await shop.ask('möten', { kinds: ['case', 'case'] })).toHaveLength(30)
  expect((await shop.ask('möten', { kinds: ['case'], among: ids.slice(3, 5) })).sort()).toEqual(['Möte 3', 'Möte 4'])
  expect(await shop.ask('katt', { kinds: ['case'], among: ids })).toEqual([])
})

test('hits with every word come first; the rest is shown only when they are few', () => {
  const ranks = (...list: number[]): { rank: number }[] => list.map((rank) => ({ rank }))
  expect(worthShowing(ranks(1.4, 1.3, 1.2, 0.4))).toEqual(ranks(1.4, 1.3, 1.2))
  expect(worthShowing(ranks(1.4, 0.4, 0.3, 0.1))).toEqual(ranks(1.4, 0.4, 0.3))
  expect(worthShowing([])).toEqual([])
})

const hostile = [
  '',
  ' ',
  "'",
  "''",
  '"',
  '\\',
  "\\'",
  'a:*',
  '!',
  '!!x',
  '& |',
  '(',
  '<->',
  'a & b | !c',
  ':*',
  "'; drop table x; --",
  '\u0000',
  '%',
  '_',
  '\ud800',
  '🖨️ skrivare',
  'x'.repeat(10_000),
  'skrivare '.repeat(2_000),
  "'".repeat(10_000),
  'å'.repeat(500),
  'och '.repeat(500),
  '½ ① ﬁ',
]

test('no query is an error, however it is typed', async () => {
  await here.write('Skrivare')
  for (const query of hostile) await here.ask(query, { typing: query.length % 2 === 0 })
  await here.act((tx) =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), async (query, typing) => {
        await find(tx, { tenantId: here.tenantId, query, kinds: ['thing'], typing })
      }),
      { numRuns: 200 },
    ),
  )
})

test('no text is an error, however it is written', async () => {
  for (const text of hostile)
    await here.write(text, { synonyms: [text, text], body: text, open: text.length % 2 === 0 })
  expect(foldedWord('ﬁnansiering')).toBe('finansiering')
})

test('a search of many entries reads through the indexes, never the table', async () => {
  const clone = await cloneDatabase()
  const shop = await office(clone)
  const scope = scopeOf(shop.tenantId, 'case')
  await shop.act((tx) =>
    sql`insert into platform.search_entry (tenant_id, kind, id, open, tsv)
      select ${shop.tenantId}, 'case', (lpad(to_hex(1700000000000 + i), 12, '0') || '7000' || lpad('8', 16, '0'))::uuid, false,
        concat_ws(' ', ${`'${scope}ord':1A`}::text, case when i % 10 = 0 then ${`'${scope}ten':2B`} end,
          case when i % 1000 = 0 then ${`'${scope}thousand':2B`} end, format(${`'${scope}r%s':3C`}, i / 50))::tsvector
      from generate_series(1, 30000) i`.execute(tx),
  )
  await clone.ownerPool.query('analyze platform.search_entry')
  await shop.act(async (tx) => {
    const counts: Record<string, number> = {}
    for (const query of ['ord', 'ten', 'thousand', 'r77', 'nosuch', 'ten thousand', 'r77 nosuch']) {
      const found = await find(tx, { tenantId: shop.tenantId, query, kinds: ['case'], limit: 1_000_000 })
      counts[query] = found.entries.length
      if (query === 'ten thousand') expect(found.entries.filter(({ rank }) => rank >= 1)).toHaveLength(30)
    }
    // Bounded: of frequent words 500, of all never more than 1,000.
    expect(counts).toMatchObject({ ord: 500, ten: 500, thousand: 30, r77: 50, nosuch: 0, 'r77 nosuch': 50 })
    expect(counts['ten thousand']).toBeGreaterThanOrEqual(500)
    const scans =
      await sql`select seq_scan::integer from pg_stat_xact_user_tables where relname = 'search_entry'`.execute(tx)
    expect(scans.rows).toEqual([{ seq_scan: 0 }])
  })
  await clone.drop()
})
