// Writes what can be found and finds it. The only door to platform.search_entry; who asks gets ids and ranks, and
// decides by its own guarded tables what the viewer sees (SearchKind in kinds.ts).

import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { Tx } from '../db/tx.ts'
import { scopeOf, tsvectorOf, vocabularyWordsOf, type EntryText } from './lexemes.ts'
import { planQuery } from './plan-query.ts'
import { foldedWord } from './swedish-words.ts'
import { Vocabulary, type CountedWord } from './vocabulary.ts'
import { readVocabulary, vocabularyAtHand, vocabularyNow, type HeldVocabulary } from './vocabulary-cache.ts'

export interface EntryToIndex {
  readonly kind: string
  readonly id: Id
  readonly title: string
  /** What people say when they mean it; data of the tenant. */
  readonly synonyms?: readonly string[]
  readonly body?: string
  /** True only when everyone in the tenant may read all of it: then its words complete and correct everyone's queries. */
  readonly open?: boolean
}

export interface FindRequest {
  readonly tenantId: Id
  readonly query: string
  readonly kinds: readonly string[]
  /** Of each kind; 50 unless told. Never above 1,000 in all. */
  readonly limit?: number
  /** Look at these ids only: for a viewer who sees few of many (own cases). The first 5,000 count. */
  readonly among?: readonly Id[]
  /** The last word may be unfinished even if it is a word. */
  readonly typing?: boolean
}

export interface FoundEntry {
  readonly kind: string
  readonly id: Id
  /** 1 and above: every word of the query is there. */
  readonly rank: number
}

export interface Found {
  readonly entries: readonly FoundEntry[]
  /** "Visar även träffar för …": how a misspelt query was also understood. */
  readonly correctedTo?: string
}

/** Below this many hits with every word, those with some of the words are worth showing too. */
const fewHits = 3

type NewEntry = EntryToIndex & { readonly tenantId: Id }

/** Writes or replaces the entry. Called by a job after commit, not in the deed itself (model.md §6). */
export async function indexEntry(tx: Tx, { tenantId, ...entry }: NewEntry): Promise<void> {
  await indexEntries(tx, tenantId, [entry])
}

/** Many at once: for the loader and for building the index anew. An id may stand once. */
export async function indexEntries(tx: Tx, tenantId: Id, entries: readonly EntryToIndex[]): Promise<void> {
  const open = entries.filter((entry) => entry.open)
  const closed = entries.filter((entry) => !entry.open)
  if (open.length > 0) await indexOpen(tx, tenantId, open)
  if (closed.length > 0) await indexClosed(tx, tenantId, closed)
}

export async function removeEntry(
  tx: Tx,
  { tenantId, kind, id }: { tenantId: Id; kind: string; id: Id },
): Promise<void> {
  await takeTurn(tx, tenantId)
  const entry = sql`tenant_id = ${tenantId} and kind = ${kind} and id = ${id}`
  await sql`delete from platform.search_entry where ${entry}`.execute(tx)
}

export async function find(tx: Tx, request: FindRequest): Promise<Found> {
  if (request.kinds.length === 0 || request.query === '') return { entries: [] }
  let held = await vocabularyAtHand(tx, request.tenantId)
  for (let attempt = 0; ; attempt++) {
    const answer = await findBy(tx, request, held)
    if (answer.version === held.version || attempt === 2) return answer.found
    held = await readVocabulary(tx, request.tenantId)
  }
}

/**
 * What is worth showing of what the viewer may see, the best first: those with every word, and when they are few the
 * better half of the rest. Asked after the guarded tables have had their say, so that hidden hits crowd nothing out.
 */
export function worthShowing<Entry extends Pick<FoundEntry, 'rank'>>(seen: readonly Entry[]): Entry[] {
  const every = seen.filter(({ rank }) => rank >= 1)
  if (every.length >= fewHits) return every
  const some = seen.filter(({ rank }) => rank < 1)
  const best = Math.max(0, ...some.map(({ rank }) => rank))
  return [...every, ...some.filter(({ rank }) => rank >= best / 2)]
}

/** One round trip that also says whether the vocabulary it was planned with still holds. */
async function findBy(tx: Tx, request: FindRequest, held: HeldVocabulary): Promise<{ found: Found; version: string }> {
  const plan = planQuery(request.query, held.vocabulary, request.typing)
  if (!plan) return { found: { entries: [] }, version: held.version }
  const queries = `{${plan.terms.map(({ query }) => `"${query}"`).join(',')}}`
  const answer = await sql<{ tenant: Id | null; version: string | null; entries: [string, Id, number][] }>`
    select platform.ctx_tenant() as tenant,
      (select v.version from platform.search_vocabulary v where v.tenant_id = ${request.tenantId}) as version,
      coalesce((select json_agg(json_build_array(f.kind, f.id, f.rank) order by f.rank desc, f.kind, f.id desc)
        from platform.find(${plan.must}::tsquery, ${plan.may}::tsquery, ${queries}::text::tsquery[],
          ${plan.terms.map(({ weight }) => weight)}::real[], ${[...request.kinds]}::text[], ${request.limit ?? 50}::integer,
          ${request.among ? [...request.among] : null}::uuid[]) f), '[]') as entries`.execute(tx)
  const row = answer.rows[0]!
  if (row.tenant !== request.tenantId) throw new Error('search asked for another tenant than the context’s')
  const entries = row.entries.map(([kind, id, rank]) => ({ kind, id, rank }))
  const correctedTo = plan.correctedTo === undefined ? {} : { correctedTo: plan.correctedTo }
  return { found: { entries, ...correctedTo }, version: row.version ?? '' }
}

async function indexClosed(tx: Tx, tenantId: Id, entries: readonly EntryToIndex[]): Promise<void> {
  const only = entries.length === 1 ? entries[0] : undefined
  if (only) return indexOneClosed(tx, tenantId, only, await vocabularyAtHand(tx, tenantId))
  const { vocabulary } = await vocabularyNow(tx, tenantId)
  const kinds = entries.map(({ kind }) => kind)
  const ids = entries.map(({ id }) => id)
  const vectors = entries.map((entry) => vectorOf(tenantId, entry, vocabulary))
  await sql`delete from platform.search_entry e using unnest(${kinds}::text[], ${ids}::uuid[]) as gone(kind, id)
    where e.tenant_id = ${tenantId} and e.kind = gone.kind and e.id = gone.id`.execute(tx)
  await sql`insert into platform.search_entry (tenant_id, kind, id, open, tsv)
    select ${tenantId}, n.kind, n.id, false, n.tsv::tsvector
    from unnest(${kinds}::text[], ${ids}::uuid[], ${vectors}::text[]) as n(kind, id, tsv)`.execute(tx)
}

/** One round trip, and another when the vocabulary at hand was old. */
async function indexOneClosed(tx: Tx, tenantId: Id, entry: EntryToIndex, held: HeldVocabulary): Promise<void> {
  const tsv = vectorOf(tenantId, entry, held.vocabulary)
  const written = await sql<{ version: string | null }>`
    insert into platform.search_entry (tenant_id, kind, id, open, tsv)
    values (${tenantId}, ${entry.kind}, ${entry.id}, false, ${tsv}::tsvector)
    on conflict (tenant_id, kind, id) do update set
      open = false, title = '', synonyms = '{}', body = '', words = '{}', tsv = ${tsv}::tsvector
    returning (select v.version from platform.search_vocabulary v where v.tenant_id = ${tenantId}) as version`.execute(
    tx,
  )
  if ((written.rows[0]?.version ?? '') === held.version) return
  const { vocabulary } = await readVocabulary(tx, tenantId)
  const better = vectorOf(tenantId, entry, vocabulary)
  if (better === tsv) return
  await sql`update platform.search_entry set tsv = ${better}::tsvector
    where tenant_id = ${tenantId} and kind = ${entry.kind} and id = ${entry.id}`.execute(tx)
}

function vectorOf(tenantId: Id, entry: EntryToIndex, vocabulary: Vocabulary): string {
  return tsvectorOf(textOf(entry), scopeOf(tenantId, entry.kind), (word) => vocabulary.parts(word))
}

/** New words may be parts of compounds that are indexed already: those entries are taken apart anew. */
async function indexOpen(tx: Tx, tenantId: Id, entries: readonly EntryToIndex[]): Promise<void> {
  await takeTurn(tx, tenantId)
  const { vocabulary: before } = await vocabularyNow(tx, tenantId)
  const texts = entries.map((entry) => ({ ...entry, ...textOf(entry), words: vocabularyWordsOf(textOf(entry)) }))
  const newWords = [...new Set(texts.flatMap(({ words }) => words))].filter((word) => !before.hasWord(foldedWord(word)))
  const after = new Vocabulary(withWords(before, newWords), before.entryCount + entries.length)
  for (const { kind, id, words, ...text } of texts) {
    const tsv = tsvectorOf(text, scopeOf(tenantId, kind), (word) => after.parts(word))
    const { title, body } = text
    const synonyms = [...text.synonyms]
    // Values stand twice: "excluded" may be used only by who may read the columns, and the application may not.
    await sql`insert into platform.search_entry (tenant_id, kind, id, open, title, synonyms, body, words, tsv)
      values (${tenantId}, ${kind}, ${id}, true, ${title}, ${synonyms}, ${body}, ${words}, ${tsv}::tsvector)
      on conflict (tenant_id, kind, id) do update set
        open = true, title = ${title}, synonyms = ${synonyms}, body = ${body}, words = ${words}, tsv = ${tsv}::tsvector`.execute(
      tx,
    )
  }
  const touched = dividedAnew(before, after, newWords)
  if (touched.length === 0) return
  const others = await sql<{ kind: string; id: Id; title: string; synonyms: string[]; body: string }>`
    select * from platform.open_entries(${touched})`.execute(tx)
  for (const other of others.rows) {
    if (entries.some(({ kind, id }) => kind === other.kind && id === other.id)) continue
    const tsv = tsvectorOf(other, scopeOf(tenantId, other.kind), (word) => after.parts(word))
    await sql`update platform.search_entry set tsv = ${tsv}::tsvector
      where tenant_id = ${tenantId} and kind = ${other.kind} and id = ${other.id}`.execute(tx)
  }
}

/** Whoever changes the words of a tenant waits here, before any entry is locked, so that no two wait for each other. */
async function takeTurn(tx: Tx, tenantId: Id): Promise<void> {
  await sql`insert into platform.search_vocabulary as v (tenant_id, version, entries) values (${tenantId}, gen_random_uuid(), 0)
    on conflict (tenant_id) do update set entries = v.entries`.execute(tx)
}

function* withWords(before: Vocabulary, newWords: readonly string[]): Generator<CountedWord> {
  for (const [, counted] of before.words()) yield counted
  for (const word of newWords) yield { word, entries: 1 }
}

/** Known words, as written, that the new words let us take apart otherwise than before. */
function dividedAnew(before: Vocabulary, after: Vocabulary, newWords: readonly string[]): string[] {
  // A part may stand in another form than the new word: its first letters are enough to make a word worth a look.
  const starts = [...new Set(newWords.map((word) => foldedWord(word).slice(0, 4)))].filter((start) => start.length > 2)
  const touched: string[] = []
  for (const [folded, { word }] of before.words()) {
    if (!starts.some((start) => folded.includes(start))) continue
    if (after.parts(word)?.join() !== before.parts(word)?.join()) touched.push(word)
  }
  return touched
}

function textOf(entry: EntryToIndex): EntryText {
  return { title: entry.title, synonyms: entry.synonyms ?? [], body: entry.body ?? '' }
}
