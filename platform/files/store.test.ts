import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal, refuse } from '#basics/refusal'
import { receiveFile, MAX_FILE_BYTES } from './receive.ts'
import { diskFileStore } from './store.ts'
import type { FileStore } from './store.ts'

let folder = ''
let store: FileStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontoret-files-'))
  store = diskFileStore(join(folder, 'files'))
})
afterEach(() => rm(folder, { recursive: true }))

const pathOf = (sha256: string): string => join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const chunks = (...texts: string[]): Readable => Readable.from(texts.map((text) => Buffer.from(text)))
const plain = { maxBytes: 1000, name: 'a.txt', inspect: () => Promise.resolve(undefined) }

async function allFiles(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

async function contentOf(sha256: string): Promise<string | undefined> {
  const found = await store.open(sha256)
  if (!found) return undefined
  const content = Buffer.concat((await found.stream.toArray()) as Buffer[])
  expect(content.byteLength).toBe(found.sizeBytes)
  return content.toString()
}

async function refusalOf(wanted: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await wanted.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}

describe('storing', () => {
  test('bytes lie under their hash in two levels of folders, readable by nobody else', async () => {
    const { sha256, sizeBytes } = await store.put(chunks('hej ', 'du'), plain)
    expect({ sha256, sizeBytes }).toEqual({ sha256: hashOf('hej du'), sizeBytes: 6 })
    const path = pathOf(sha256)
    expect(await readFile(path, 'utf8')).toBe('hej du')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'files'))).mode & 0o777).toBe(0o700)
    expect(await contentOf(sha256)).toBe('hej du')
    expect(await store.verify(sha256)).toBe(true)
  })

  test('the same bytes are kept once, also when many send them at once', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => store.put(chunks('samma'), plain)))
    expect(new Set(many.map((file) => file.sha256)).size).toBe(1)
    expect(await allFiles()).toEqual([hashOf('samma')])
  })

  test('a file may be looked into anywhere before it is stored, and the finding comes back', async () => {
    const { found } = await store.put(chunks('0123', '456789'), {
      ...plain,
      inspect: async (bytes) => [
        bytes.sizeBytes,
        ...(await Promise.all([bytes.read(2, 4), bytes.read(8, 99), bytes.read(50, 9)])).map((part) =>
          Buffer.from(part).toString(),
        ),
      ],
    })
    expect(found).toEqual([10, '2345', '89', ''])
  })

  test('what is refused or breaks off leaves no trace', async () => {
    const refused = store.put(chunks('x'), {
      ...plain,
      inspect: () => refuse({ code: 'no', status: 415, sv: 'nej', en: 'no' }),
    })
    expect((await refusalOf(refused)).code).toBe('no')
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('hal')
      throw new Error('the line broke')
    }
    await expect(store.put(broken(), plain)).rejects.toThrow('the line broke')
    expect(await allFiles()).toEqual([])
  })

  test('a file that is too large or empty is refused by name, and what is left of it is read to its end', async () => {
    const source = chunks('a'.repeat(600), 'b'.repeat(600), 'c')
    const refusal = await refusalOf(store.put(source, { ...plain, name: 'C:\\foton\\stor.png' }))
    expect(refusal).toMatchObject({ code: 'file_too_large', status: 413 })
    expect(refusal.words.sv).toContain('”stor.png”')
    expect(source.readableEnded).toBe(true)
    const empty = await refusalOf(store.put(chunks(), plain))
    expect(empty).toMatchObject({ code: 'file_empty', status: 422 })
    expect(await allFiles()).toEqual([])
  })

  test('an endless sender is cut off', async () => {
    let sent = 0
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent += 100
        yield Buffer.alloc(100)
      }
    }
    await refusalOf(store.put(endless(), plain))
    expect(sent).toBeLessThan(2200)
  })

  test('only a hash leads to a file', async () => {
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`, '..'.repeat(32)])
      await expect(store.open(name)).rejects.toThrow(RangeError)
    expect(await store.open('0'.repeat(64))).toBeUndefined()
  })

  test('receiving stores, sniffs and names in one go', async () => {
    const png = Buffer.from('\u0089PNG\r\n\u001a\n och resten', 'latin1')
    const file = await receiveFile(store, Readable.from([png]), '../../Foto på taket.PNG')
    expect(file).toEqual({
      sha256: createHash('sha256').update(png).digest('hex'),
      sizeBytes: png.byteLength,
      kind: 'png',
      mediaType: 'image/png',
      picture: true,
      name: 'Foto på taket.PNG',
    })
    expect((await refusalOf(receiveFile(store, chunks('MZ program'), 'x.pdf'))).code).toBe('file_dangerous')
    expect(await allFiles()).toEqual([file.sha256])
    expect(MAX_FILE_BYTES).toBe(20 * 1024 * 1024)
  })

  test('a flipped bit is found, and storing the same file again heals it', async () => {
    const { sha256 } = await store.put(chunks('räkenskap'), plain)
    await writeFile(pathOf(sha256), 'räkenskaP')
    expect(await store.verify(sha256)).toBe(false)
    await store.put(chunks('räkenskap'), plain)
    expect(await store.verify(sha256)).toBe(true)
    expect(await store.verify('0'.repeat(64))).toBe(false)
  })
})

describe('sweeping', () => {
  const now = Temporal.Now.instant()
  const anHourAgo = now.subtract({ hours: 1 })
  const noneIsReferenced = () => Promise.resolve(new Set<string>())

  async function makeOld(path: string): Promise<void> {
    const twoHoursAgo = now.subtract({ hours: 2 }).epochMilliseconds / 1000
    await utimes(path, twoHoursAgo, twoHoursAgo)
  }
  async function putOld(text: string): Promise<string> {
    const { sha256 } = await store.put(chunks(text), plain)
    await makeOld(pathOf(sha256))
    return sha256
  }

  test('removes what is old and unreferenced, nothing else', async () => {
    const [kept, gone] = [await putOld('används'), await putOld('används inte')]
    const { sha256: young } = await store.put(chunks('nyss kommen'), plain)
    const asked: string[] = []
    const result = await store.sweep(async (batch) => {
      asked.push(...batch)
      return new Set([kept])
    }, anHourAgo)
    expect(result).toEqual({ removed: 1, kept: 2 })
    expect(asked.sort()).toEqual([kept, gone].sort())
    expect((await allFiles()).sort()).toEqual([kept, young].sort())
  })

  test('asks in batches and finds every file', async () => {
    for (let i = 0; i < 1100; i++) {
      const sha256 = hashOf(String(i))
      await mkdir(join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4)), { recursive: true })
      await writeFile(pathOf(sha256), '')
      await makeOld(pathOf(sha256))
    }
    const sizes: number[] = []
    const result = await store.sweep(async (batch) => {
      sizes.push(batch.length)
      return new Set()
    }, anHourAgo)
    expect(sizes).toEqual([500, 500, 100])
    expect(result).toEqual({ removed: 1100, kept: 0 })
  })

  test('a file sent again while the sweep decides is not lost', async () => {
    const sha256 = await putOld('kommer igen')
    const result = await store.sweep(async () => {
      await store.put(chunks('kommer igen'), plain)
      return new Set()
    }, anHourAgo)
    expect(result).toEqual({ removed: 0, kept: 1 })
    expect(await contentOf(sha256)).toBe('kommer igen')
  })

  test('uploads and sweeps at the same time lose nothing that was just stored', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `fil ${i}`)
    for (const text of texts) await putOld(text)
    const sweeps = Promise.all([store.sweep(noneIsReferenced, anHourAgo), store.put(chunks('annat'), plain)])
    await Promise.all(texts.map((text) => store.put(chunks(text), plain)))
    await sweeps
    for (const text of texts) expect(await contentOf(hashOf(text))).toBe(text)
  })

  test('what an interrupted upload left is thrown away, what an interrupted sweep took aside comes back', async () => {
    const sha256 = await putOld('åt sidan')
    const incoming = join(folder, 'files', 'incoming')
    await writeFile(join(incoming, `${sha256}.aside`), 'åt sidan')
    await rm(pathOf(sha256))
    await writeFile(join(incoming, 'gammal'), 'halv')
    await makeOld(join(incoming, 'gammal'))
    await writeFile(join(incoming, 'ny'), 'halv')
    await store.sweep(async () => new Set([sha256]), anHourAgo)
    expect((await allFiles()).sort()).toEqual([sha256, 'ny'].sort())
    expect(await contentOf(sha256)).toBe('åt sidan')
  })

  test('an empty store is swept in peace', async () => {
    expect(await store.sweep(noneIsReferenced, now)).toEqual({ removed: 0, kept: 0 })
  })
})
