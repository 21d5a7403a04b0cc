// A file from a form or a letter: stored whole, known for what it is, cleanly named, or refused without a trace.

import { sniff } from './sniff.ts'
import type { SniffedFile } from './sniff.ts'
import type { FileStore, StoredFile } from './store.ts'

/** Largest file that is taken; forms and inbound mail state the same. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

export type ReceivedFile = StoredFile & SniffedFile

export async function receiveFile(
  store: FileStore,
  source: AsyncIterable<Uint8Array>,
  givenName: string,
  maxBytes: number = MAX_FILE_BYTES,
): Promise<ReceivedFile> {
  const { found, ...stored } = await store.put(source, {
    maxBytes,
    name: givenName,
    inspect: (bytes) => sniff(bytes, givenName),
  })
  return { ...stored, ...found }
}
