// Where the bytes of files live: under their SHA-256, outside every web root, in a folder that holds nothing a person
// named (trust.md C4, C5). A file is there whole or not at all, whatever is interrupted. Names, types and who may read
// are rows in the database; this room knows none of them.

import { createHash, randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { refuse } from '#basics/refusal'
import { shownName } from './file-name.ts'

/** Bytes that can be looked into anywhere without holding them all. */
export interface FileBytes {
  readonly sizeBytes: number
  /** At most `length` bytes; fewer at the end of the file. */
  read(from: number, length: number): Promise<Uint8Array>
}

export interface StoredFile {
  readonly sha256: string
  readonly sizeBytes: number
}

export interface PutOptions<T> {
  readonly maxBytes: number
  /** As the sender calls it; only for the words of a refusal. */
  readonly name: string
  /** Looks at the whole file before it is stored; what it refuses leaves no trace. */
  readonly inspect: (bytes: FileBytes) => Promise<T>
}

export interface FileStore {
  put<T>(source: AsyncIterable<Uint8Array>, options: PutOptions<T>): Promise<StoredFile & { readonly found: T }>
  /** Undefined when there are no such bytes. */
  open(sha256: string): Promise<{ readonly stream: Readable; readonly sizeBytes: number } | undefined>
  /** Whether the stored bytes still are what their name says; false also when they are gone. */
  verify(sha256: string): Promise<boolean>
  /** Removes what nothing refers to and what was stored before `olderThan`; younger files may belong to a deed under way. */
  sweep(
    referenced: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>,
    olderThan: Temporal.Instant,
  ): Promise<{ readonly removed: number; readonly kept: number }>
}

export function diskFileStore(folder: string): FileStore {
  return new DiskFileStore(folder)
}

const SWEEP_BATCH = 500

class DiskFileStore implements FileStore {
  readonly #folder: string
  readonly #incoming: string

  constructor(folder: string) {
    this.#folder = folder
    this.#incoming = join(folder, 'incoming')
  }

  async put<T>(source: AsyncIterable<Uint8Array>, options: PutOptions<T>): Promise<StoredFile & { readonly found: T }> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 })
    const path = join(this.#incoming, randomUUID())
    const handle = await open(path, 'wx+', 0o600)
    try {
      const { sha256, sizeBytes } = await receive(source, handle, options)
      const found = await options.inspect(bytesOf(handle, sizeBytes))
      await handle.sync()
      await handle.close()
      await this.#settle(path, sha256)
      return { sha256, sizeBytes, found }
    } catch (error) {
      await handle.close().catch(() => undefined)
      await rm(path, { force: true })
      throw error
    }
  }

  async open(sha256: string): Promise<{ readonly stream: Readable; readonly sizeBytes: number } | undefined> {
    const handle = await openExisting(this.#pathOf(sha256))
    if (!handle) return undefined
    const { size } = await handle.stat()
    return { stream: handle.createReadStream(), sizeBytes: size }
  }

  async verify(sha256: string): Promise<boolean> {
    const handle = await openExisting(this.#pathOf(sha256))
    if (!handle) return false
    const hash = createHash('sha256')
    for await (const chunk of handle.createReadStream()) hash.update(chunk as Uint8Array)
    return hash.digest('hex') === sha256
  }

  async sweep(
    referenced: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>,
    olderThan: Temporal.Instant,
  ): Promise<{ readonly removed: number; readonly kept: number }> {
    const before = olderThan.epochMilliseconds
    await this.#clearIncoming(before)
    let removed = 0
    let kept = 0
    const decide = async (batch: readonly string[]): Promise<void> => {
      const wanted = await referenced(batch)
      for (const sha256 of batch) {
        if (!wanted.has(sha256) && (await this.#remove(sha256, before))) removed++
        else kept++
      }
    }
    let batch: string[] = []
    for await (const sha256 of this.#stored()) {
      if (!(await isOlder(this.#pathOf(sha256), before))) {
        kept++
        continue
      }
      batch.push(sha256)
      if (batch.length < SWEEP_BATCH) continue
      await decide(batch)
      batch = []
    }
    await decide(batch)
    return { removed, kept }
  }

  /** Moves a finished file to its place. An equal file there is replaced by it, and thereby made young again. */
  async #settle(path: string, sha256: string): Promise<void> {
    const target = this.#pathOf(sha256)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(path, target)
    // The name is durable only when the folders that hold it are.
    await syncFolder(dirname(target))
    await syncFolder(dirname(dirname(target)))
    await syncFolder(this.#folder)
  }

  /**
   * Takes the file away under another name, looks again, and only then removes it: an equal file that was stored in
   * between is young, and is put back.
   */
  async #remove(sha256: string, before: number): Promise<boolean> {
    const target = this.#pathOf(sha256)
    const aside = join(this.#incoming, `${sha256}.aside`)
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 })
    await rename(target, aside)
    if (await isOlder(aside, before)) {
      await rm(aside, { force: true })
      return true
    }
    await rename(aside, target)
    return false
  }

  /** What an interrupted upload left is thrown away; what an interrupted sweep took aside is put back first. */
  async #clearIncoming(before: number): Promise<void> {
    for (const name of await namesIn(this.#incoming)) {
      const path = join(this.#incoming, name)
      const [sha256 = '', suffix] = name.split('.')
      if (suffix === 'aside' && isSha256(sha256)) await this.#settle(path, sha256)
      else if (await isOlder(path, before)) await rm(path, { force: true })
    }
  }

  async *#stored(): AsyncGenerator<string> {
    for (const first of await namesIn(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(first)) continue
      for (const second of await namesIn(join(this.#folder, first)))
        for (const name of await namesIn(join(this.#folder, first, second))) if (isSha256(name)) yield name
    }
  }

  #pathOf(sha256: string): string {
    if (!isSha256(sha256)) throw new RangeError('A stored file is known by its SHA-256 alone')
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
}

function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

async function receive(
  source: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  { maxBytes, name }: { readonly maxBytes: number; readonly name: string },
): Promise<StoredFile> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const chunk of source) {
    sizeBytes += chunk.byteLength
    // The rest of a file that is too large is read and dropped, so that the sender gets the answer; but not for ever.
    if (sizeBytes > 2 * maxBytes) break
    if (sizeBytes > maxBytes) continue
    hash.update(chunk)
    await handle.writeFile(chunk)
  }
  if (sizeBytes > maxBytes) refuseTooLarge(name, maxBytes)
  if (sizeBytes === 0) refuseEmpty(name)
  return { sha256: hash.digest('hex'), sizeBytes }
}

function bytesOf(handle: FileHandle, sizeBytes: number): FileBytes {
  return {
    sizeBytes,
    async read(from, length) {
      const start = Math.max(0, from)
      const buffer = new Uint8Array(Math.max(0, Math.min(length, sizeBytes - start)))
      let filled = 0
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, start + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
  }
}

async function openExisting(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function isOlder(path: string, before: number): Promise<boolean> {
  return (await stat(path)).mtimeMs < before
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function refuseTooLarge(name: string, maxBytes: number): never {
  const megabytes = Math.floor(maxBytes / 1024 / 1024)
  return refuse({
    code: 'file_too_large',
    status: 413,
    sv: `Filen ”${shownName(name)}” är för stor. Största storlek är ${megabytes} MB. Dela upp den eller minska bilderna.`,
    en: `The file “${shownName(name)}” is too large. The limit is ${megabytes} MB. Split it or make its pictures smaller.`,
  })
}

function refuseEmpty(name: string): never {
  return refuse({
    code: 'file_empty',
    status: 422,
    sv: `Filen ”${shownName(name)}” är tom. Öppna den och se efter att den har sparats, och skicka den igen.`,
    en: `The file “${shownName(name)}” is empty. Open it, check that it was saved, and send it again.`,
  })
}
