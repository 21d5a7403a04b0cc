// One copy of each tenant's vocabulary per process, thrown away when the database says that its words have changed.
// Bounded in words and in tenants.

import { sql } from 'kysely'
import type { Id } from '#basics/id'
import type { Tx } from '../db/tx.ts'
import { Vocabulary, type CountedWord } from './vocabulary.ts'

export interface HeldVocabulary {
  /** Random and new with each change; empty while the tenant has no words. */
  readonly version: string
  readonly vocabulary: Vocabulary
}

/** The commonest words are kept; a rarer one is still found as typed, but neither completed nor corrected to. */
export const mostWords = 20_000
const mostTenants = 32
const held = new Map<Id, HeldVocabulary>()

/** The copy at hand, perhaps old: who uses it compares its version in the round trip it makes anyway. */
export async function vocabularyAtHand(tx: Tx, tenantId: Id): Promise<HeldVocabulary> {
  return held.get(tenantId) ?? (await readVocabulary(tx, tenantId))
}

/** As the transaction sees it now. */
export async function vocabularyNow(tx: Tx, tenantId: Id): Promise<HeldVocabulary> {
  const known = held.get(tenantId)
  if (known && known.version === (await vocabularyVersion(tx, tenantId)).version) return known
  return readVocabulary(tx, tenantId)
}

export async function readVocabulary(tx: Tx, tenantId: Id): Promise<HeldVocabulary> {
  const { version, entries } = await vocabularyVersion(tx, tenantId)
  const words = await sql<CountedWord>`
    select word, entries from platform.search_word where tenant_id = ${tenantId}
    order by entries desc, word limit ${mostWords}`.execute(tx)
  const fresh = { version, vocabulary: new Vocabulary(words.rows, entries) }
  held.delete(tenantId)
  held.set(tenantId, fresh)
  // A Map keeps the order of insertion: the first is the one read longest ago.
  if (held.size > mostTenants) held.delete(held.keys().next().value!)
  return fresh
}

async function vocabularyVersion(tx: Tx, tenantId: Id): Promise<{ version: string; entries: number }> {
  const found = await sql<{ version: string; entries: number }>`
    select version, entries from platform.search_vocabulary where tenant_id = ${tenantId}`.execute(tx)
  return found.rows[0] ?? { version: '', entries: 0 }
}
