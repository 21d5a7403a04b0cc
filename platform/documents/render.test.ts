import { afterAll, describe, expect, test } from 'vitest'
import { Refusal } from '#basics/refusal'
import { DOCUMENT_TEMPLATES } from './document.ts'
import type { DocumentContent, DocumentRequest } from './document.ts'
import { PdfProbe } from './pdf-probe.ts'
import { RENDER_LIMITS, renderDocument, stopTypesetting, Typesetter } from './render.ts'

afterAll(stopTypesetting)

const content: DocumentContent = {
  letterhead: {
    municipality: 'Tyresö kommun',
    office: 'Konsult- och servicekontoret',
    kind: 'Ärendeutskrift',
    number: 'TY-2012-00417',
    date: Temporal.PlainDate.from('2012-10-03'),
    note: 'Demonstration',
  },
  title: 'Brandvarnare piper i bibliotekets entré',
  subtitle: 'Felanmälan till vaktmästeriet',
  accent: '#1f5f53',
  facts: [
    { label: 'Beställare', value: 'Bibliotek och kultur' },
    { label: 'Plats', value: 'Bollmora bibliotek' },
  ],
  sections: [
    {
      heading: 'Löftet',
      emphasis: true,
      paragraphs: ['Vi börjar senast onsdag 10 oktober kl. 16.30.'],
      points: ['Inkommet: fredag 5 oktober kl. 14.12', 'Paus: måndag 8 oktober'],
    },
    {
      heading: 'Händelser',
      timeline: [
        {
          at: 'fredag 5 oktober kl. 14.12',
          heading: 'Anna Exempel',
          label: 'meddelande',
          text: 'Den piper.\nHela tiden.',
        },
        { at: 'måndag 8 oktober kl. 08.05', heading: 'Bo Påhittad', label: 'intern anteckning', marked: true },
      ],
    },
    {
      heading: 'Levererat',
      table: {
        caption: 'Levererade volymer',
        columns: [{ title: 'Tjänst', share: 2 }, { title: 'Enhet' }, { title: 'Antal', align: 'end' }],
        rows: [['Byte av batteri', 'timme', '1,5']],
        sum: ['Summa', '', '1,5'],
      },
    },
  ],
}

const request: DocumentRequest = { template: 'case-record', data: content, lang: 'sv' }
const withSection = (text: string): DocumentRequest => ({
  ...request,
  data: { ...content, sections: [{ heading: text, paragraphs: [text] }] },
})

async function probe(wanted: DocumentRequest): Promise<PdfProbe> {
  return new PdfProbe(await renderDocument(wanted))
}

describe.each(DOCUMENT_TEMPLATES)('a document by the template %s', (template) => {
  test('is a tagged PDF/UA-1 with language, title and date', async () => {
    const pdf = await probe({ ...request, template, title: 'TY-2012-00417 Brandvarnare' })
    expect(pdf.isPdf).toBe(true)
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.catalog).toMatch(/\/StructTreeRoot/)
    expect(pdf.catalog).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(pdf.catalog).toMatch(/\/Lang \(sv\)/)
    expect(pdf.catalog).toMatch(/\/DisplayDocTitle true/)
    expect(pdf.metadata).toContain('TY-2012-00417 Brandvarnare')
    expect(pdf.info).toContain('D:20121003')
  })

  test('has headings in steps, facts as a list and tables with a head', async () => {
    const { tags } = await probe({ ...request, template })
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1)
    expect(tags.filter((tag) => tag === 'H2')).toHaveLength(3)
    expect(tags.filter((tag) => tag === 'LI')).toHaveLength(2 + 2 + 2)
    expect(tags.filter((tag) => tag === 'TH')).toHaveLength(3)
    expect(tags.filter((tag) => tag === 'TD')).toHaveLength(6)
    expect(tags).toContain('Caption')
  })

  test('says everything it was given, letterhead first, in the typeface of the screens', async () => {
    const pdf = await probe({ ...request, template })
    const { text } = pdf
    const words = [
      'Tyresö kommun',
      'Konsult- och servicekontoret',
      'Ärendeutskrift',
      'TY-2012-00417',
      '3 oktober 2012',
      content.title,
      'Bibliotek och kultur',
      'Vi börjar senast onsdag 10 oktober kl. 16.30.',
      'Paus: måndag 8 oktober',
      'Den piper.Hela tiden.',
      'intern anteckning',
      'Levererade volymer',
      'Summa',
    ]
    const places = words.map((word) => text.indexOf(word))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(pdf.fontNames.sort()).toEqual(['IBMPlexSans', 'IBMPlexSans-SmBld'])
  })
})

test('every page says which it is of how many, in the language of the document', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [`Rad ${i}`, '1,5'])
  const table = { columns: [{ title: 'Rubrik' }, { title: 'Antal', align: 'end' as const }], rows }
  const data = { ...content, sections: [{ heading: 'Rader', table }] }
  for (const [lang, first] of [
    ['sv', 'Sida 1 av 4'],
    ['en', 'Page 1 of 4'],
  ] as const) {
    const pdf = await probe({ ...request, data, lang })
    expect(pdf.catalog).toContain(`/Lang (${lang})`)
    const pages = pdf.pages()
    expect(pages).toHaveLength(4)
    const furniture = pages.map((page) =>
      page
        .filter((run) => run.artifact)
        .map((run) => run.text)
        .join('|'),
    )
    expect(furniture[0]).toContain(first)
    expect(furniture[3]).toContain(first.replace('1', '4'))
    // The table head comes back on each page but is read aloud once.
    expect(pages.every((page) => page.some((run) => run.text === 'Rubrik'))).toBe(true)
    expect(pdf.text.split('Rubrik')).toHaveLength(2)
  }
})

test('the same request gives the same bytes, also after other documents', async () => {
  const first = await renderDocument(request)
  await renderDocument(withSection('något annat'))
  expect(Buffer.from(await renderDocument(request)).equals(first)).toBe(true)
  const other = new Typesetter()
  expect(Buffer.from(await other.render(request)).equals(first)).toBe(true)
  other.stop()
})

test('the archive gets a tagged PDF/A-2a of the same content', async () => {
  const pdf = await probe({ ...request, standard: 'a-2a' })
  expect(pdf.metadata).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(pdf.metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  expect(pdf.text).toBe((await probe(request)).text)
})

describe('hostile text stays text', () => {
  const hostile = [
    '#panic("x") #import "base.typ": * #read("/etc/passwd")',
    '*fet* _kursiv_ `kod` $x^2$ = rubrik / a: b',
    '<etikett> @hänvisning #{ while true {} } //kommentar /* och */',
    '\\ \\u{41} "citat" \'apostrof\' ~ -- --- ...',
    '<script>alert(1)</script> &amp; {{mall}} ${mall} %s',
    '#sys.inputs.content #eval("1+1")',
    '{"content": "injected"}',
  ]
  test.each(hostile)('%s', async (text) => {
    expect((await probe(withSection(text))).text).toContain(text)
  })

  test('in the title, the letterhead, facts, tables and timeline too', async () => {
    const text = '#set page(fill: red) *x* $y$ </dc:title>'
    const pdf = await probe({
      ...request,
      title: text,
      data: {
        letterhead: {
          municipality: text,
          office: text,
          kind: text,
          number: text,
          note: text,
          date: content.letterhead.date,
        },
        title: text,
        subtitle: text,
        accent: 'red) #panic("x',
        facts: [{ label: text, value: text }],
        sections: [
          { heading: text, emphasis: true, paragraphs: [text], points: [text] },
          { heading: text, table: { caption: text, columns: [{ title: text }], rows: [[text]], sum: [text] } },
          { heading: text, timeline: [{ at: text, heading: text, label: text, text, marked: true }] },
        ],
      },
    })
    expect(pdf.metadata).toContain('*x* $y$ &lt;/dc:title&gt;')
    expect(pdf.text.split(text)).toHaveLength(1 + 6 + 2 + 4 + 4 + 5)
  })

  test('control, invisible and misleading characters are left out, line breaks kept', async () => {
    const { text } = await probe(withSection('a\u0000b\u0007c\u202ed\u200be\ufefff\u2066g\r\nh\u2028i\tj'))
    expect(text).toContain('abcdefg')
    expect(text).toContain('hi j')
  })

  test('decomposed letters are joined and look-alikes written plainly', async () => {
    const { text } = await probe(withSection('Ma\u030ans A\u030as, ２０１２, Ａ, 𝐀'))
    expect(text).toContain('Måns Ås, 2012, A, A')
  })

  test('what the typeface lacks is printed as its number, and the document says so', async () => {
    const { text } = await probe(withSection('Tack 👍 漢 مرحبا \ud800'))
    expect(text).toContain('Tack [U+1F44D] [U+6F22] [U+0645]')
    expect(text).toContain('Tecken som typsnittet saknar är utskrivna med sitt nummer')
    expect((await probe(request)).text).not.toContain('Tecken som typsnittet saknar')
  })

  test('the letters of Swedish, its minority languages and neighbours are printed as they are', async () => {
    const letters = 'ÅÄÖ åäö ÉÜ éü Čč Đđ Ŋŋ Šš Ŧŧ Žž Łł Øø Ææ Őő Șș Ğğ İı Ђђ Жж Ωω – — ” ’ • … € ½ × ≤ ≥ − → ✓'
    expect((await probe(withSection(letters))).text).toContain(letters.replaceAll(' ', ' '))
  })

  test('very long words stay on the paper and are whole when copied', async () => {
    const long = 'https://example.org/' + 'abcdefghij'.repeat(25)
    const pdf = await probe({
      ...request,
      data: {
        ...content,
        facts: [{ label: long, value: long }],
        sections: [
          { heading: 'x', table: { columns: [{ title: 'a' }, { title: 'b' }], rows: [[long, long]] } },
          { heading: 'x', timeline: [{ at: long, heading: long, text: long }] },
        ],
      },
    })
    expect(pdf.text.split(long)).toHaveLength(1 + 2 + 2 + 3)
    const rightMargin = 595 - 62
    expect(
      pdf
        .pages()
        .flat()
        .filter((run) => run.x > rightMargin),
    ).toEqual([])
  })
})

describe('limits', () => {
  const refusalOf = (wanted: Promise<unknown>): Promise<string> =>
    wanted.then(
      () => 'no refusal',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    )

  test('a document without end is refused before it is typeset', async () => {
    expect(await refusalOf(renderDocument(withSection('ord '.repeat(200_000))))).toBe('document_too_large')
    const rows = Array.from({ length: 50_000 }, () => [''])
    const sections = [{ heading: 'x', table: { columns: [{ title: 'a' }], rows } }]
    expect(await refusalOf(renderDocument({ ...request, data: { ...content, sections } }))).toBe('document_too_large')
  })

  test('requests are typeset one at a time and in order; too many are refused, the others come', async () => {
    const own = new Typesetter({ ...RENDER_LIMITS, maxWaiting: 3 })
    const done: number[] = []
    const answers = Array.from({ length: 6 }, (_, i) => refusalOf(own.render(request).then(() => done.push(i))))
    expect(await Promise.all(answers)).toEqual([
      'no refusal',
      'no refusal',
      'no refusal',
      'no refusal',
      'documents_busy',
      'documents_busy',
    ])
    expect(done).toEqual([0, 1, 2, 3])
    own.stop()
  })

  test('a document that takes too long is refused, its process ended, and the next one is typeset', async () => {
    const rows = Array.from({ length: 4500 }, (_, i) => [`rad ${i}`, `ord ${i} `.repeat(8)])
    const sections = [{ heading: 'x', table: { columns: [{ title: 'a' }, { title: 'b' }], rows } }]
    const own = new Typesetter({ ...RENDER_LIMITS, timeoutMs: 300 })
    const slow = refusalOf(own.render({ ...request, data: { ...content, sections } }))
    const next = refusalOf(own.render(request))
    const first = own.processId!
    expect(await slow).toBe('document_too_slow')
    expect(await next).toBe('no refusal')
    expect(() => process.kill(first, 0)).toThrow('ESRCH')
    own.stop()
  })

  test('a process that has made its share is replaced, and one that dies fails only its own document', async () => {
    const own = new Typesetter({ ...RENDER_LIMITS, maxDocuments: 2 })
    await own.render(request)
    const first = own.processId!
    await own.render(request)
    expect(own.processId).toBeUndefined()
    const failed = refusalOf(own.render(request))
    const next = refusalOf(own.render(request))
    expect(own.processId).not.toBe(first)
    process.kill(own.processId!, 'SIGKILL')
    expect(await failed).toContain('SIGKILL')
    expect(await next).toBe('no refusal')
    own.stop()
  })

  test('requests do not wait for the typesetting', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await renderDocument(withSection('ord '.repeat(30_000)))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(10)
  })

  test('a row of the wrong width is a fault of the caller, not a crooked table', async () => {
    const sections = [{ heading: 'x', table: { columns: [{ title: 'a' }], rows: [['1', '2']] } }]
    await expect(renderDocument({ ...request, data: { ...content, sections } })).rejects.toThrow('2 cells')
  })
})
