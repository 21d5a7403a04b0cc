import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attachmentDisposition, cleanFileName, extensionOf, shownName, withExtension } from './file-name.ts'

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom(
      '.',
      ' ',
      '/',
      '\\',
      '\0',
      '\u202e',
      '\u200b',
      'å',
      'e\u0301',
      'x',
      ':',
      '👍',
      '\ud800',
      ';',
      '"',
      '%',
    ),
  }),
)

describe('a clean name', () => {
  test.each([
    ['rapport.pdf', 'rapport.pdf'],
    ['Årsbokslut 2012 – utkast (3).xlsx', 'Årsbokslut 2012 – utkast (3).xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\Skrivbord\\foto.jpg', 'foto.jpg'],
    ['\\\\server\\delad\\a.txt', 'a.txt'],
    ['/', 'fil'],
    ['', 'fil'],
    ['...', 'fil'],
    ['.htaccess', 'htaccess'],
    ['\u200b.htaccess', 'htaccess'],
    ['fak\u202efdp.exe', 'fakfdp.exe'],
    ['a\0.png', 'a.png'],
    ['a\r\nSet-Cookie: x.txt', 'a Set-Cookie_ x.txt'],
    ['rubrik\u2028ny.txt', 'rubrik ny.txt'],
    ['COM1.txt', '_COM1.txt'],
    ['con', '_con'],
    ['nul.', '_nul'],
    ['a<b>:"|?*.txt', 'a_b______.txt'],
    ['  mellan   slag .txt ', 'mellan slag .txt'],
    ['A\u030angstro\u0308m.pdf', 'Ångström.pdf'],
    ['x.txt.', 'x.txt'],
    ['x\ufe0f.txt', 'x.txt'],
  ])('%j becomes %j', (given, clean) => expect(cleanFileName(given)).toBe(clean))

  test('is short in signs and bytes and keeps its extension', () => {
    expect(cleanFileName(`${'å'.repeat(300)}.docx`)).toBe(`${'å'.repeat(115)}.docx`)
    const emoji = cleanFileName(`${'👍'.repeat(300)}.pdf`)
    expect(Buffer.byteLength(emoji)).toBeLessThanOrEqual(240)
    expect(emoji.endsWith('👍.pdf')).toBe(true)
  })

  test('cleaning any text gives one harmless line, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(wild, (given) => {
        const name = cleanFileName(given)
        expect(name).not.toMatch(/[/\\\0-\x1f\x7f<>:"|?*\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]|^[. ]|[. ]$/)
        expect(name.length).toBeGreaterThan(0)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
        expect(cleanFileName(name)).toBe(name)
      }),
    )
  })
})

test('the extension is what stands after the last dot of a name that has something before it', () => {
  expect(['a.PDF', 'a.tar.gz', 'a', 'gitignore', 'a.b c', 'x.jp\u00e9'].map(extensionOf)).toEqual([
    'pdf',
    'gz',
    '',
    '',
    '',
    'jpé',
  ])
  expect(withExtension('foto.heic', 'jpg')).toBe('foto.jpg')
  expect(withExtension('foto', 'jpg')).toBe('foto.jpg')
})

test('a long name is shown with its beginning and end', () => {
  expect(shownName(`${'a'.repeat(100)}.exe`)).toBe(`${'a'.repeat(40)}…${'a'.repeat(11)}.exe`)
})

describe('the header of a download', () => {
  test.each([
    ['rapport.pdf', `attachment; filename="rapport.pdf"; filename*=UTF-8''rapport.pdf`],
    ['Årsmöte 2012.pdf', `attachment; filename="Arsmote 2012.pdf"; filename*=UTF-8''%C3%85rsm%C3%B6te%202012.pdf`],
    ["it's (1)*.txt", `attachment; filename="it's (1)_.txt"; filename*=UTF-8''it%27s%20%281%29_.txt`],
    ['100 %; "x".txt', `attachment; filename="100 __ _x_.txt"; filename*=UTF-8''100%20%25%3B%20_x_.txt`],
    ['a\r\nX-Evil: 1', `attachment; filename="a X-Evil_ 1"; filename*=UTF-8''a%20X-Evil_%201`],
    ['👍.png', `attachment; filename="__.png"; filename*=UTF-8''%F0%9F%91%8D.png`],
  ])('%j', (name, header) => expect(attachmentDisposition(name)).toBe(header))

  test('holds any name in printable ASCII, and the name can be read back', () => {
    fc.assert(
      fc.property(wild, (given) => {
        const header = attachmentDisposition(given)
        const read = /^attachment; filename="([^"\\%;\r\n]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(header)
        expect(read).not.toBeNull()
        expect(decodeURIComponent(read![2]!)).toBe(cleanFileName(given))
        expect(header).toMatch(/^[\x20-\x7e]*$/)
      }),
    )
  })
})
