import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#basics/refusal'
import { toXlsx } from '../spreadsheet/xlsx.ts'
import { ACCEPT_ATTRIBUTE, ACCEPTED_KINDS, sniff } from './sniff.ts'
import { bytesInMemory, readZipDirectory, readZipEntry, ZipFault } from './zip-directory.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')

interface Entry {
  readonly name: string
  readonly content: Uint8Array
  /** Lie about the size in the directory. */
  readonly claimedBytes?: number
}

function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claimedBytes = content.byteLength } of entries) {
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.byteLength, 14)
    common.writeUInt32LE(claimedBytes, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([bytes('PK\u0003\u0004'), common, utf8(name), packed])
    const central = Buffer.alloc(46)
    bytes('PK\u0001\u0002\u0014\0').copy(central)
    common.copy(central, 6)
    central.writeUInt32LE(at, 42)
    directory.push(central, utf8(name))
    locals.push(local)
    at += local.byteLength
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  bytes('PK\u0005\u0006').copy(end)
  end.writeUInt16LE(Math.min(entries.length, 65_535), 8)
  end.writeUInt16LE(Math.min(entries.length, 65_535), 10)
  end.writeUInt32LE(table.byteLength, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, table, end])
}

const office = (main: string, ...more: Entry[]): Buffer =>
  zip([
    {
      name: '[Content_Types].xml',
      content: utf8(`<Types><Override PartName="/x" ContentType="application/${main}"/></Types>`),
    },
    ...more,
  ])
const OPEN = 'vnd.openxmlformats-officedocument'
const docx = office(`${OPEN}.wordprocessingml.document.main+xml`)

const accepted: readonly (readonly [string, string, Buffer])[] = [
  ['a.png', 'png', bytes('\u0089PNG\r\n\u001a\n\0\0')],
  ['a.jpg', 'jpeg', bytes('\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF')],
  ['a.JPEG', 'jpeg', bytes('\u00ff\u00d8\u00ff\u00e1')],
  ['a.gif', 'gif', bytes('GIF89a\u0001\0')],
  ['a.webp', 'webp', bytes('RIFF\u0001\0\0\0WEBPVP8 ')],
  ['a.heic', 'heic', bytes('\0\0\0\u0018ftypheic\0\0\0\0mif1')],
  ['a.pdf', 'pdf', bytes('%PDF-1.7\n%\u00e2\u00e3')],
  ['a.docx', 'docx', docx],
  ['a.xlsx', 'xlsx', office(`${OPEN}.spreadsheetml.sheet.main+xml`)],
  ['a.pptx', 'pptx', office(`${OPEN}.presentationml.presentation.main+xml`)],
  ['a.svg', 'svg', utf8('<?xml version="1.0"?>\n<!-- ritning -->\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a.txt', 'txt', utf8('Hej, vaktmästaren! < 3 > 2 & så')],
  ['a.txt', 'txt', bytes('V\u00e5r adress: Bollmora \u0093torg\u0094')],
  ['a.txt', 'txt', Buffer.concat([bytes('\u00ff\u00fe'), Buffer.from('Hej på dig', 'utf16le')])],
  ['a.csv', 'csv', utf8('\ufeffNamn;Antal\r\nÅsa;1,5\r\n')],
  ['a.eml', 'eml', utf8('Received: from x\r\nSubject: Hej\r\n\r\n<html>brev</html>')],
]

async function refusalOf(content: Uint8Array, name: string): Promise<Refusal> {
  const error: unknown = await sniff(bytesInMemory(content), name).then(
    (found) => found,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}

describe('what is taken', () => {
  test.each(accepted)('%s is %s', async (name, kind, content) => {
    expect(await sniff(bytesInMemory(content), name)).toMatchObject({ kind, name })
  })

  test('every kind on the list is tried above', () => {
    expect(new Set(accepted.map(([, kind]) => kind))).toEqual(new Set(Object.keys(ACCEPTED_KINDS)))
    expect(ACCEPT_ATTRIBUTE.split(',')).toContain('.heic')
  })

  test('a workbook of our own is one', async () => {
    const workbook = await toXlsx({ columns: [{ key: 'a', title: 'A', kind: 'text' }], rows: [{ a: 'x' }] })
    expect(await sniff(bytesInMemory(workbook), 'export')).toMatchObject({ kind: 'xlsx', name: 'export.xlsx' })
  })

  test('what a browser could run is served as plain bytes, and only pixels count as a picture', async () => {
    for (const [name, kind, content] of accepted) {
      const found = await sniff(bytesInMemory(content), name)
      expect(found.mediaType).not.toMatch(/html|xml$|svg|javascript|rfc822/)
      expect(found.picture).toBe(['png', 'jpeg', 'gif', 'webp'].includes(kind))
    }
  })

  test('a name without extension gets the true one; pictures under another picture’s name are put right', async () => {
    const nameOf = async (name: string, content: Buffer) => (await sniff(bytesInMemory(content), name)).name
    expect(await nameOf('foto', bytes('\u00ff\u00d8\u00ff'))).toBe('foto.jpg')
    expect(await nameOf('IMG_0417.HEIC', bytes('\u00ff\u00d8\u00ff'))).toBe('IMG_0417.jpg')
    expect(await nameOf('avtal v1.2', bytes('%PDF-1.4'))).toBe('avtal v1.2.pdf')
    expect(await nameOf('', utf8('text'))).toBe('fil.txt')
    expect(await nameOf('kopia.pdf.docx', docx)).toBe('kopia.pdf.docx')
  })
})

describe('what is refused, by name and with what to do instead', () => {
  const refused: readonly (readonly [string, string, Buffer])[] = [
    ['virus.exe', 'file_dangerous', bytes('MZ\u0090\0')],
    ['faktura.pdf', 'file_dangerous', bytes('MZ\u0090\0')],
    ['a.txt', 'file_dangerous', bytes('\u007fELF\u0002\u0001')],
    ['a.txt', 'file_dangerous', utf8('#!/bin/sh\nrm -rf /')],
    ['a.txt', 'file_dangerous', bytes('L\0\0\0\u0001\u0014\u0002\0')],
    ['faktura.pdf.lnk', 'file_dangerous', bytes('%PDF-1.7')],
    ['bild\u202egnp.js', 'file_dangerous', utf8('alert(1)')],
    ['x.ps1\u200b', 'file_dangerous', utf8('iex')],
    ['x.bat. ', 'file_dangerous', utf8('del *')],
    [
      'a.txt',
      'file_dangerous',
      utf8(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!$H+H*'].join('-')),
    ],
    ['a.html', 'file_dangerous', utf8('<!DOCTYPE html><script>x</script>')],
    ['a.txt', 'file_dangerous', utf8('\n  <html><body>')],
    ['a.csv', 'file_dangerous', utf8('<script>alert(1)</script>')],
    ['a.txt', 'file_dangerous', Buffer.concat([bytes('\u00ff\u00fe'), Buffer.from('<html>', 'utf16le')])],
    ['a.xhtml', 'file_dangerous', utf8('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">')],
    ['a.xml', 'file_dangerous', utf8('<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>')],
    ['a.docm', 'file_dangerous', office('vnd.ms-word.document.macroEnabled.main+xml')],
    [
      'a.docx',
      'file_dangerous',
      office(`${OPEN}.wordprocessingml.document.main+xml`, { name: 'word/vbaProject.bin', content: utf8('x') }),
    ],
    ['a.zip', 'file_type_not_accepted', zip([{ name: 'a.txt', content: utf8('hej') }])],
    ['a.jar', 'file_dangerous', zip([{ name: 'META-INF/MANIFEST.MF', content: utf8('x') }])],
    ['a.7z', 'file_type_not_accepted', bytes("7z\u00bc\u00af'\u001c")],
    ['a.gz', 'file_type_not_accepted', bytes('\u001f\u008b\u0008')],
    ['a.doc', 'file_type_not_accepted', bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')],
    ['a.docx', 'file_type_not_accepted', bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')],
    ['a.rtf', 'file_type_not_accepted', bytes('{\\rtf1\\ansi')],
    ['a.bmp', 'file_type_not_accepted', bytes('BM\u0001\0')],
    ['a.tif', 'file_type_not_accepted', bytes('II*\0\u0008')],
    ['a.avif', 'file_type_not_accepted', bytes('\0\0\0\u0018ftypavif')],
    ['a.mp4', 'file_type_not_accepted', bytes('\0\0\0\u0018ftypisom')],
    ['a.bin', 'file_type_not_accepted', bytes('\0\u0001\u0002\u0003')],
    ['a.txt', 'file_type_not_accepted', bytes('text\0med nolla')],
    ['a.ics', 'file_type_not_accepted', utf8('BEGIN:VCALENDAR')],
    ['a.eml', 'file_type_not_accepted', utf8('ingen brevhuvud alls')],
    ['a.docx', 'file_broken', docx.subarray(0, docx.length - 30)],
    ['a.docx', 'file_broken', bytes('PK\u0003\u0004 och sedan ingenting')],
    ['a.png', 'file_name_misleading', bytes('%PDF-1.7')],
    ['a.png', 'file_name_misleading', utf8('<svg onload="alert(1)"/>')],
    ['a.pdf', 'file_name_misleading', docx],
    ['a.xlsx', 'file_name_misleading', docx],
  ]
  test.each(refused)('%s: %s', async (name, code, content) => {
    const refusal = await refusalOf(content, name)
    expect(refusal.code).toBe(code)
    expect(refusal.status).toBeGreaterThanOrEqual(413)
    expect(refusal.status).toBeLessThanOrEqual(422)
    // The name is there for the person, without the signs that could have turned it around.
    expect(refusal.words.sv).toMatch(/^Filen ”[^”\u200b\u202e]+” .+\. .+\.$/)
    expect(refusal.words.en).toMatch(/^The file “[^”\u200b\u202e]+” .+\. .+\.$/)
  })

  test('bombs are refused from what their directory says, in an instant', async () => {
    const sheet = `${OPEN}.spreadsheetml.sheet.main+xml`
    const before = performance.now()
    const zeros = { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(60_000_000) }
    expect((await refusalOf(office(sheet, zeros), 'a.xlsx')).code).toBe('file_expands_too_much')
    const liar = { name: 'x', content: utf8('x'), claimedBytes: 300_000_000 }
    expect((await refusalOf(office(sheet, liar), 'a.xlsx')).code).toBe('file_expands_too_much')
    const many = Array.from({ length: 6000 }, (_, i) => ({ name: `x${i}`, content: utf8('') }))
    expect((await refusalOf(office(sheet, ...many), 'a.xlsx')).code).toBe('file_broken')
    const types = { name: '[Content_Types].xml', content: new Uint8Array(5_000_000), claimedBytes: 10 }
    expect((await refusalOf(zip([types]), 'a.xlsx')).code).toBe('file_broken')
    expect(performance.now() - before).toBeLessThan(10_000)
  })

  test('no bytes and no name make it stumble: each is known or refused', async () => {
    const mark = fc.constantFrom('PK\u0003\u0004', '%PDF-', 'RIFF', '<svg', '\u00ff\u00fe', '\u0089PNG\r\n\u001a\n', '')
    await fc.assert(
      fc.asyncProperty(
        mark,
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary' }),
        async (start, rest, name) => {
          const content = Buffer.concat([bytes(start), rest])
          const found: unknown = await sniff(bytesInMemory(content), name).catch((reason: unknown) => reason)
          expect(found instanceof Refusal || typeof found === 'object').toBe(true)
          if (found instanceof Error) expect(found).toBeInstanceOf(Refusal)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a damaged office document is known or refused, never an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(docx.length - 1), fc.nat(255), async (at, value) => {
        const damaged = Buffer.from(docx)
        damaged[at] = value
        const found: unknown = await sniff(bytesInMemory(damaged), 'a.docx').catch((reason: unknown) => reason)
        if (found instanceof Error) expect(found).toBeInstanceOf(Refusal)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('reading a ZIP file', () => {
  const archive = bytesInMemory(
    zip([
      { name: 'a/å.txt', content: utf8('innehåll') },
      { name: '../../b', content: utf8('') },
    ]),
  )

  test('names are data and entries are read within a limit', async () => {
    const [first, second] = await readZipDirectory(archive)
    expect([first!.name, second!.name]).toEqual(['a/å.txt', '../../b'])
    expect(Buffer.from(await readZipEntry(archive, first!, 100)).toString()).toBe('innehåll')
    await expect(readZipEntry(archive, first!, 5)).rejects.toThrow(ZipFault)
  })
})
