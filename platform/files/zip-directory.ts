// Reads the table of contents of a ZIP file, and single entries within a limit counted on what really comes out.
// Nothing is ever unpacked to disk, and the names of entries are only data (trust.md C5, C6).

import { inflateRawSync } from 'node:zlib'
import type { FileBytes } from './store.ts'

export interface ZipEntry {
  readonly name: string
  readonly packedBytes: number
  /** As the archive claims. */
  readonly claimedBytes: number
  readonly method: number
  readonly headerAt: number
}

/** The archive breaks its own rules, or is larger than we look into. */
export class ZipFault extends Error {}

const MAX_ENTRIES = 5_000
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024
const END_BYTES = 22
const MAX_COMMENT_BYTES = 65_535

export async function readZipDirectory(bytes: FileBytes): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, bytes.sizeBytes - END_BYTES - MAX_COMMENT_BYTES)
  const tail = view(await bytes.read(tailAt, END_BYTES + MAX_COMMENT_BYTES))
  let end = tail.byteLength - END_BYTES
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new ZipFault('no end of directory')
  const count = tail.getUint16(end + 10, true)
  const size = tail.getUint32(end + 12, true)
  const at = tail.getUint32(end + 16, true)
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY_BYTES) throw new ZipFault('too many entries')
  if (at + size > tailAt + end) throw new ZipFault('directory outside the file')
  return entriesOf(view(await bytes.read(at, size)), count)
}

function entriesOf(directory: DataView, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50)
      throw new ZipFault('broken directory')
    const nameBytes = directory.getUint16(at + 28, true)
    const rest = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true)
    if (at + 46 + nameBytes > directory.byteLength) throw new ZipFault('broken directory')
    entries.push({
      name: Buffer.from(directory.buffer, directory.byteOffset + at + 46, nameBytes).toString('utf8'),
      packedBytes: directory.getUint32(at + 20, true),
      claimedBytes: directory.getUint32(at + 24, true),
      method: directory.getUint16(at + 10, true),
      headerAt: directory.getUint32(at + 42, true),
    })
    at += 46 + nameBytes + rest
  }
  return entries
}

/** The content of one entry; a fault when it would be larger than `maxBytes`, whatever the archive claims. */
export async function readZipEntry(bytes: FileBytes, entry: ZipEntry, maxBytes: number): Promise<Uint8Array> {
  if (entry.packedBytes > maxBytes) throw new ZipFault('entry too large')
  const header = view(await bytes.read(entry.headerAt, 30))
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw new ZipFault('broken entry')
  const at = entry.headerAt + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  const packed = await bytes.read(at, entry.packedBytes)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new ZipFault('unknown packing')
  try {
    return inflateRawSync(packed, { maxOutputLength: maxBytes })
  } catch {
    throw new ZipFault('entry too large or broken')
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Bytes already in memory. */
export function bytesInMemory(content: Uint8Array): FileBytes {
  return {
    sizeBytes: content.byteLength,
    read: (from, length) => Promise.resolve(content.subarray(Math.max(0, from), Math.max(0, from) + length)),
  }
}
