import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#basics/refusal'
import { bytesInMemory, readZipDirectory, readZipEntry } from '../files/zip-directory.ts'
import { protectedText, toCsv, unprotectedText } from './csv.ts'
import type { Cell, Column, Table } from './table.ts'
import { MAX_WORKBOOK_CELLS, toXlsx, workbookText } from './xlsx.ts'

const day = Temporal.PlainDate.from('2012-10-03')
const instant = Temporal.Instant.from('2012-10-03T12:05:30Z')
const columns: readonly Column[] = [
  { key: 'number', title: 'Ärende', kind: 'text' },
  { key: 'count', title: 'Antal', kind: 'number' },
  { key: 'day', title: 'Dag', kind: 'date' },
  { key: 'at', title: 'När', kind: 'instant' },
  { key: 'amount', title: 'Belopp, kr', kind: 'amountOre' },
  { key: 'quantity', title: 'Volym', kind: 'quantity', width: 20 },
]
const rows = [
  { number: 'TY-2012-00417', count: 12.5, day, at: instant, amount: 123_450n, quantity: 1500n },
  { number: '0012', count: -3, day: null, at: undefined, amount: -5n, quantity: -60_000n },
  { number: '', count: 7n, day, at: instant, amount: 0n, quantity: 125n },
]
const table: Table = { title: 'Ärenden 2012', columns, rows }
const oneColumn = (kind: Column['kind'], ...values: Cell[]): Table => ({
  columns: [{ key: 'x', title: 'X', kind }],
  rows: values.map((x) => ({ x })),
})

const FORMULAS = [
  '=1+1',
  '+46 8 578 291 00',
  '-rad ett',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  ' =1+1',
  '"=1+1',
  "'=1+1",
  '\ufeff=1',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("http://x";"y")',
  '";=1+1',
  ';=1',
  '=1\r\n=2',
]

describe('CSV', () => {
  const csvOf = async (wanted: Table): Promise<string> => Buffer.from(await toCsv(wanted)).toString('utf8')

  test('has byte-order mark, semicolons, CRLF, decimal commas, ISO dates and local times', async () => {
    expect(await csvOf(table)).toBe(
      [
        '\ufeffÄrende;Antal;Dag;När;Belopp, kr;Volym',
        'TY-2012-00417;12,5;2012-10-03;2012-10-03 14:05:30;1234,50;1,5',
        '0012;-3;;;-0,05;-60',
        ';7;2012-10-03;2012-10-03 14:05:30;0,00;0,125',
        '',
      ].join('\r\n'),
    )
  })

  test('times are Swedish summer and winter', async () => {
    const at = ['2012-03-25T00:59:59Z', '2012-03-25T01:00:00Z', '2012-10-28T00:30:00Z', '2012-10-28T01:30:00Z']
    const csv = await csvOf(oneColumn('instant', ...at.map((text) => Temporal.Instant.from(text))))
    expect(csv.split('\r\n').slice(1, 5)).toEqual([
      '2012-03-25 01:59:59',
      '2012-03-25 03:00:00',
      '2012-10-28 02:30:00',
      '2012-10-28 02:30:00',
    ])
  })

  test('a number is never quoted, grouped or written with an exponent', async () => {
    const csv = await csvOf(oneColumn('number', -1.5, 1e21, 1e-7, 1234567.25, Number.NaN, Infinity, 10n ** 20n))
    expect(csv.split('\r\n').slice(1, -1)).toEqual([
      '-1,5',
      '1' + '0'.repeat(21),
      '0,0000001',
      '1234567,25',
      '',
      '',
      '1' + '0'.repeat(20),
    ])
  })

  test('amounts and quantities are exact whatever their size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt(), async (value) => {
        const csv = await csvOf({
          columns: [
            { key: 'a', title: 'A', kind: 'amountOre' },
            { key: 'q', title: 'Q', kind: 'quantity' },
          ],
          rows: [{ a: value, q: value }],
        })
        const [, ore, thousandths] = /^\ufeffA;Q\r\n(.+);(.+)\r\n$/.exec(csv)!
        expect(ore).toMatch(/^-?\d+,\d{2}$/)
        expect(BigInt(ore!.replace(',', ''))).toBe(value)
        const [whole, part = ''] = thousandths!.split(',')
        expect(BigInt(`${whole}${part.padEnd(3, '0')}`)).toBe(value)
      }),
    )
  })

  test.each(FORMULAS)('no text runs as a formula: %j', async (text) => {
    const [, field] = /^\ufeffX\r\n([\s\S]*)\r\n$/.exec(await csvOf(oneColumn('text', text)))!
    const stored = field!.startsWith('"') ? field!.slice(1, -1).replaceAll('""', '"') : field!
    expect(stored.startsWith("'") || /^[";]/.test(text)).toBe(true)
    expect(unprotectedText(stored)).toBe(text)
    const [, head] = /^\ufeff([\s\S]*)\r\n$/.exec(
      await csvOf({ columns: [{ key: 'x', title: text, kind: 'text' }], rows: [] }),
    )!
    expect(head).toBe(field)
  })

  test('negative numbers, amounts and quantities stay numbers', async () => {
    expect(await csvOf(oneColumn('number', -7))).toContain('\r\n-7\r\n')
    expect(await csvOf(oneColumn('amountOre', -700n))).toContain('\r\n-7,00\r\n')
    expect(await csvOf(oneColumn('quantity', -700n))).toContain('\r\n-0,7\r\n')
  })

  test('every text survives the way out and in again', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '"', '=', '-', ' ', '\t', '\r', '\n', 'a', ';', '＝', '\ufeff'),
    })
    fc.assert(
      fc.property(text, (given) => {
        expect(unprotectedText(protectedText(given))).toBe(given)
        expect(protectedText(given)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
      { numRuns: 2000 },
    )
  })

  test('delimiters, quotes and line ends stay inside their field', async () => {
    const wanted: Table = {
      columns: [
        { key: 'a', title: 'A;B', kind: 'text' },
        { key: 'b', title: 'C"', kind: 'text' },
      ],
      rows: [
        { a: 'x;y', b: 'rad 1\nrad 2' },
        { a: '"', b: 'x\ry' },
        { a: 'x,y', b: '' },
      ],
    }
    expect(await csvOf(wanted)).toBe('\ufeff"A;B";"C"""\r\n"x;y";"rad 1\nrad 2"\r\n"""";"x\ry"\r\nx,y;\r\n')
  })

  test('a long table is written whole and in order', async () => {
    const many = Array.from({ length: 2500 }, (_, i) => i)
    const lines = (await csvOf(oneColumn('number', ...many))).split('\r\n')
    expect(lines.slice(1, -1)).toEqual(many.map(String))
  })

  test('a value of the wrong kind is a fault of the program', async () => {
    await expect(toCsv(oneColumn('date', '2012-10-03'))).rejects.toThrow('Column x is date and cannot hold a string')
    await expect(toCsv(oneColumn('amountOre', 12.5))).rejects.toThrow(TypeError)
    await expect(toXlsx(oneColumn('number', '12'))).rejects.toThrow(TypeError)
  })
})

describe('a workbook', () => {
  const read = async (wanted: Table) => readSheet(Buffer.from(await toXlsx(wanted)), { trim: false })
  async function part(wanted: Table, name: string): Promise<string> {
    const bytes = bytesInMemory(await toXlsx(wanted))
    const entry = (await readZipDirectory(bytes)).find((one) => one.name === name)
    return Buffer.from(await readZipEntry(bytes, entry!, 50_000_000)).toString('utf8')
  }
  const SHEET = 'xl/worksheets/sheet1.xml'

  test('has real numbers, dates and times, and text that stays text', async () => {
    const local = new Date('2012-10-03T14:05:30Z')
    expect(await read(table)).toEqual([
      columns.map((column) => column.title),
      ['TY-2012-00417', 12.5, new Date('2012-10-03'), local, 1234.5, 1.5],
      ['0012', -3, null, null, -0.05, -60],
      [null, 7, new Date('2012-10-03'), local, 0, 0.125],
    ])
  })

  test('has a bold header that stays in view, and columns wide enough', async () => {
    const sheet = await part(table, SHEET)
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map((match) => Number(match[1]))).toEqual([
      15, 10, 12, 17, 14, 20,
    ])
    expect(await part(table, 'xl/styles.xml')).toContain('<b/>')
    expect(await part(table, 'xl/workbook.xml')).toContain('name="Ärenden 2012"')
  })

  test('shows dates, times, kronor and quantities in their form', async () => {
    const styles = await part(table, 'xl/styles.xml')
    for (const format of ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', '#,##0.00', '#,##0.000'])
      expect(styles).toContain(`formatCode="${format}"`)
    expect(await part(oneColumn('quantity', 1000n, 2500n), 'xl/styles.xml')).toContain('formatCode="#,##0.0"')
  })

  test('holds no formula, and every text is what was stored', async () => {
    const wanted = oneColumn('text', ...FORMULAS)
    expect(await part(wanted, SHEET)).not.toContain('<f>')
    const found = (await read(wanted)).slice(1).map(([text]) => text)
    expect(found).toEqual(FORMULAS.map((text) => text.replace(/\r\n?/g, '\n')))
  })

  test('texts that are names of properties of every object are texts like others', async () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']
    const strings = await part(oneColumn('text', ...names), 'xl/sharedStrings.xml')
    const shown = [...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => decoded(match[1]!))
    expect(shown).toEqual(['X', ...names])
    expect(await part(oneColumn('text', ...names), SHEET)).not.toMatch(/native code|object/i)
  })

  test('what looks like an escape of a workbook is shown as it was written', () => {
    for (const text of ['_x0041_', 'a_x000d_b', '_x005F_x0041_', '__x0041__', 'constructor', 'vanlig_text'])
      expect(decoded(workbookText(text))).toBe(text)
    expect(workbookText('a\0b\u0007c\r\nd')).toBe('abc\nd')
    expect(workbookText('x'.repeat(40_000))).toHaveLength(32_767)
  })

  test('emoji and letters from everywhere arrive', async () => {
    const texts = ['👍 tack', 'Čáhppesjávri', '漢字', '<b>&amp;</b> "x"', '  mellanslag  ', 'rad\nrad']
    expect((await read(oneColumn('text', ...texts))).slice(1).map(([text]) => text)).toEqual(texts)
  })

  test('what a workbook cannot hold exactly is written as text: huge amounts, days before 1900-03-01', async () => {
    expect((await read(oneColumn('amountOre', 123_456_789_012_345_678n, 1n)))[1]).toEqual(['1234567890123456,78'])
    const dates = oneColumn('date', Temporal.PlainDate.from('1862-03-21'), Temporal.PlainDate.from('1900-03-01'))
    expect((await read(dates)).slice(1)).toEqual([['1862-03-21'], [new Date('1900-03-01')]])
  })

  test('amounts and quantities read back to the öre and the thousandth', async () => {
    const values = fc.sample(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), 300)
    const sheet = await read({
      columns: [
        { key: 'a', title: 'A', kind: 'amountOre' },
        { key: 'q', title: 'Q', kind: 'quantity' },
      ],
      rows: values.map((value) => ({ a: value, q: value })),
    })
    for (const [index, value] of values.entries()) {
      const [ore, thousandths] = sheet[index + 1]!
      expect(BigInt(Math.round(Number(ore) * 100))).toBe(value)
      expect(BigInt(Math.round(Number(thousandths) * 1000))).toBe(value)
    }
  })

  test('times read back to the second through a whole year', async () => {
    const at = Array.from({ length: 366 }, (_, i) =>
      Temporal.Instant.from('2012-01-01T00:00:01Z').add({ hours: 24 * i, seconds: 61 * i }),
    )
    const sheet = await read(oneColumn('instant', ...at))
    for (const [index, instant] of at.entries()) {
      const local = instant
        .toZonedDateTimeISO('Europe/Stockholm')
        .toPlainDateTime()
        .toString({ smallestUnit: 'second' })
      const found = sheet[index + 1]![0] as unknown as Date
      expect(Math.round(found.getTime() / 1000)).toBe(Date.parse(`${local}Z`) / 1000)
    }
  })

  test('any title gives a name of a sheet', async () => {
    for (const title of ["[Q1]/2012: 'utfall'?", '', '*'.repeat(50), 'Ä'.repeat(50), '\0', "'"])
      expect(await read({ ...oneColumn('number', 1), title })).toEqual([['X'], [1]])
  })

  test('an empty table has its header', async () => {
    expect(await read({ columns, rows: [] })).toEqual([columns.map((column) => column.title)])
  })

  test('a selection too large for a workbook is refused with what to do instead', async () => {
    const wide = Array.from({ length: 1000 }, (_, i) => ({ key: `k${i}`, title: 'x', kind: 'text' as const }))
    const refused: unknown = await toXlsx({
      columns: wide,
      rows: Array.from({ length: MAX_WORKBOOK_CELLS / 1000 }, () => ({})),
    }).catch((reason: unknown) => reason)
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).words.sv).toContain('CSV')
  })

  test('other work goes on while a large workbook is packed', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 2)
    await toXlsx(oneColumn('text', ...Array.from({ length: 20_000 }, (_, i) => `rad ${i}`)))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(20)
  })
})

/** As a spreadsheet program reads it. */
function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
