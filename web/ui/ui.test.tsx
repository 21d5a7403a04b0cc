// What the components render: words tied to their fields, names for those who listen, nothing that the strict content
// policy forbids, and the same in both languages.

import { renderToString } from 'preact-render-to-string'
import type { VNode } from 'preact'
import { describe, expect, test } from 'vitest'
import { icons } from './icons.ts'
import {
  AmountField,
  AnyField,
  Bars,
  BulkBar,
  Button,
  ChoiceField,
  Clock,
  Composer,
  DataTable,
  DateField,
  DayStrip,
  Dialog,
  Empty,
  ErrorSummary,
  Figure,
  FileField,
  Form,
  formatFileSize,
  formatNumber,
  formatPercent,
  Icon,
  initials,
  Message,
  MiniStrip,
  NumberField,
  OrgChart,
  Pager,
  Presence,
  Progress,
  Reveal,
  SelectField,
  SuggestionField,
  Tag,
  TextField,
  Timeline,
  uiText,
  Warnings,
  type PromiseDay,
} from './index.ts'

const html = (node: VNode): string => renderToString(node)
/** What a listener hears: no tags, no hidden parts. */
const heard = (node: VNode): string =>
  html(node)
    .replace(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('text from outside', () => {
  test('is escaped wherever it lands', () => {
    const evil = '"><script>alert(1)</script>'
    const pages = [
      html(<Tag tone="ok">{evil}</Tag>),
      html(<TextField lang="sv" name="a" label={evil} value={evil} hint={evil} error={evil} />),
      html(
        <Message lang="sv" kind="in" from={evil} title={evil} at={evil}>
          <p>{evil}</p>
        </Message>,
      ),
      html(<Figure href={evil}>{evil}</Figure>),
      html(
        <Reveal lang="sv" when={{ field: evil, is: evil }} shown>
          {evil}
        </Reveal>,
      ),
      html(<Form hidden={{ version: evil }}>{evil}</Form>),
    ]
    for (const page of pages) expect(page).not.toContain('<script')
  })
})

describe('icon', () => {
  test('beside words is decoration, alone has a hidden name', () => {
    expect(html(<Icon name="bell" />)).toMatch(/^<svg [^>]*aria-hidden="true"/)
    expect(html(<Icon name="bell" label="Notiser" />)).toContain('<span class="sr">Notiser</span>')
  })

  test('every drawing is shapes and nothing else', () => {
    for (const [name, drawing] of Object.entries(icons)) {
      const rest = drawing.replace(/<(path|circle|rect|line|polyline)( [a-z0-9]+="[-\w .,]*")+\/>/gi, '')
      expect(`${name}:${rest}`).toBe(`${name}:`)
    }
  })
})

describe('button', () => {
  test('locked says why beside it and cannot be sent', () => {
    const page = html(
      <Button name="gor" value="stang" locked="Går när underärendet är stängt.">
        Stäng
      </Button>,
    )
    expect(page).toContain('type="button"')
    expect(page).not.toContain('name="gor"')
    expect(page).toContain('aria-disabled="true"')
    const id = /aria-describedby="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(page).toContain(`id="${id}">Går när underärendet är stängt.`)
  })

  test('that opens a dialog does so without script', () => {
    const page = html(<Button opens="lamna">Lämna över</Button>)
    expect(page).toContain('command="show-modal"')
    expect(page).toContain('commandfor="lamna"')
    expect(
      html(
        <Dialog lang="sv" id="lamna" heading="Lämna över">
          .
        </Dialog>,
      ),
    ).toMatch(/<dialog id="lamna"[^>]*aria-labelledby="lamna-h".*method="dialog".*Stäng/s)
  })
})

describe('field', () => {
  test('ties label, hint and error to the input, the error before it', () => {
    const page = html(
      <TextField
        lang="sv"
        name="kst"
        label="Kostnadsställe"
        hint="Fem siffror."
        error="Skriv fem siffror."
        value="4120"
      />,
    )
    expect(page).toContain('<label for="kst">Kostnadsställe</label>')
    expect(page).toMatch(/<input [^>]*id="kst"[^>]*aria-describedby="kst-hint kst-error"[^>]*aria-invalid="true"/)
    expect(page.indexOf('id="kst-error"')).toBeLessThan(page.indexOf('<input'))
    expect(page).toContain('<span class="sr">Fel: </span>Skriv fem siffror.')
  })

  test('locked stays readable and says why', () => {
    const page = html(<TextField lang="sv" name="kund" label="Kund" value="Stab" locked="Följer av din anställning." />)
    expect(page).toMatch(/readonly/i)
    expect(page).toMatch(/aria-describedby="kund-locked"/)
    expect(page).toContain('Följer av din anställning.')
  })

  test('optional is said in words in both languages', () => {
    expect(heard(<TextField lang="sv" name="a" label="Plats" optional />)).toBe('Plats (frivilligt)')
    expect(heard(<TextField lang="en" name="a" label="Place" optional />)).toBe('Place (optional)')
  })

  test('number and amount are text inputs with unit', () => {
    expect(html(<NumberField lang="sv" name="n" label="Tid" unit="tim" decimals />)).toMatch(
      /inputmode="decimal".*<span>tim<\/span>/s,
    )
    expect(html(<AmountField lang="sv" name="n" label="Tak" />)).toContain('<span>kr</span>')
  })

  test('day is ÅÅÅÅ-MM-DD in a text input with a calendar button that has a name', () => {
    const page = html(<DateField lang="sv" name="dag" label="Dag" />)
    expect(page).toContain('ÅÅÅÅ-MM-DD')
    expect(page).toContain('type="text"')
    expect(page).toContain('<span class="sr">Välj dag i kalender</span>')
    expect(html(<DateField lang="en" name="dag" label="Day" />)).toContain('YYYY-MM-DD')
  })

  test('choice is a fieldset with a legend; the error link lands on its first input', () => {
    const options = [
      { value: 'ja', label: 'Ja', opens: <p>mer</p> },
      { value: 'nej', label: 'Nej' },
    ]
    const page = html(
      <ChoiceField lang="sv" name="svar" label="Bråttom?" options={options} value="nej" error="Välj." />,
    )
    expect(page).toMatch(/<fieldset[^>]*aria-describedby="svar-error"/)
    expect(page).toContain('<legend>Bråttom?</legend>')
    expect(page.match(/id="svar"/g)).toHaveLength(1)
    expect(page).toMatch(/value="nej"[^>]*checked/)
    expect(page).toContain('<div class="reveal reveal-if"><p>mer</p></div>')
  })

  test('suggestion is a select when the list is known and a text field when it is searched', () => {
    const options = [{ value: '1', label: 'Stab' }]
    expect(html(<SuggestionField lang="sv" name="e" label="Enhet" options={options} value="1" />)).toMatch(
      /<combo-box><select[^>]*name="e".*<option[^>]* selected/s,
    )
    const searched = html(<SuggestionField lang="sv" name="p" label="Person" source="/p" text="Anna" chosenId="7" />)
    expect(searched).toMatch(/<combo-box data-source="\/p" data-id="7"><input[^>]*name="p"/)
    expect(searched).not.toContain('p.id')
  })

  test('file offers the camera only when asked to', () => {
    expect(html(<FileField lang="sv" name="f" label="Filer" />)).not.toContain('capture')
    expect(html(<FileField lang="sv" name="f" label="Filer" camera />)).toContain('capture="environment"')
  })

  test('a form that is data chooses the field by kind', () => {
    expect(html(<AnyField kind="amount" lang="sv" name="a" label="Tak" />)).toBe(
      html(<AmountField lang="sv" name="a" label="Tak" />),
    )
    expect(html(<AnyField kind="select" lang="sv" name="a" label="Val" options={[]} />)).toBe(
      html(<SelectField lang="sv" name="a" label="Val" options={[]} />),
    )
  })

  test('a condition travels as data, is off where the server found so, and speaks to those without script', () => {
    const when = { field: 'vad', is: 'annat' }
    const page = html(
      <Reveal lang="sv" when={when} shown={false} words="”Vad?” är ”Annat”">
        .
      </Reveal>,
    )
    expect(page).toContain(`data-show-when="${JSON.stringify(when).replaceAll('"', '&quot;')}"`)
    expect(page).toMatch(/data-off/)
    expect(page).toContain('Fyll i om ”Vad?” är ”Annat”.')
    expect(
      html(
        <Reveal lang="sv" when={when} shown>
          .
        </Reveal>,
      ),
    ).not.toMatch(/data-off/)
  })
})

describe('error summary', () => {
  test('counts in words, links to the fields, and is nothing without errors', () => {
    const errors = [
      { field: 'dag', message: 'Datumet finns inte.' },
      { field: 'kst', message: 'Skriv fem siffror.' },
    ]
    expect(heard(<ErrorSummary lang="sv" errors={errors} />)).toMatch(/^Rätta två uppgifter/)
    expect(heard(<ErrorSummary lang="en" errors={errors.slice(0, 1)} />)).toMatch(/^Correct one answer/)
    expect(html(<ErrorSummary lang="sv" errors={errors} />)).toContain('<a href="#dag">Datumet finns inte.</a>')
    expect(html(<ErrorSummary lang="sv" errors={[]} />)).toBe('')
  })
})

describe('the promise', () => {
  const date = (text: string) => Temporal.PlainDate.from(text)
  const days: readonly PromiseDay[] = [
    { date: date('2012-04-04'), kind: 'start' },
    { date: date('2012-04-05'), kind: 'working', number: 1 },
    { date: date('2012-04-06'), kind: 'off', note: 'långfredagen räknas inte' },
    { date: date('2012-04-10'), kind: 'pause' },
    { date: date('2012-04-11'), kind: 'end', number: 2, today: true },
  ]

  test('is heard day by day with whole words', () => {
    expect(heard(<DayStrip lang="sv" label="Löftets dagar" days={days} />)).toBe(
      'onsdag 4 april: start torsdag 5 april: arbetsdag 1 fredag 6 april: långfredagen räknas inte ' +
        'tisdag 10 april: pausad onsdag 11 april: arbetsdag 2, sista dagen, i dag',
    )
    expect(heard(<DayStrip lang="en" label="Days" days={days.slice(0, 2)} />)).toBe(
      'Wednesday 4 April: start Thursday 5 April: working day 1',
    )
  })

  test('longer than ten days is drawn as weeks from its weekday', () => {
    const long = Array.from({ length: 19 }, (_, i) => ({
      date: date('2012-04-05').add({ days: i }),
      kind: 'working' as const,
    }))
    expect(html(<DayStrip lang="sv" label="x" days={long} />)).toContain('<ol class="days weeks from-4"')
  })

  test('on a row is icon, words and a strip of at most five cells', () => {
    expect(html(<MiniStrip used={10} of={20} />).match(/<i/g)).toHaveLength(5)
    expect(html(<MiniStrip used={10} of={20} />).match(/class="on"/g)).toHaveLength(2)
    expect(html(<MiniStrip used={3} of={3} />).match(/class="on"/g)).toHaveLength(3)
    expect(html(<MiniStrip used={0} of={0} />).match(/class="on"/g)).toBeNull()
    expect(
      heard(
        <Clock state="broken" detail="2 tim över" strip={{ used: 3, of: 3 }}>
          Bröts i går 16.45
        </Clock>,
      ),
    ).toBe('Bröts i går 16.45 2 tim över')
  })
})

describe('table', () => {
  interface Row {
    readonly id: string
    readonly name: string
  }
  const rows: readonly Row[] = [
    { id: 'KS-1', name: 'Flytta bord' },
    { id: 'KS-2', name: 'Ny nyckel' },
  ]
  const columns = [
    { head: 'Ärende', rowHead: true, cell: (row: Row) => row.name },
    {
      head: 'Kostnad',
      number: true,
      sum: '10 kr',
      sort: { href: '?o=1', direction: 'descending' as const },
      cell: () => '5 kr',
    },
  ]

  test('is named, scrolls in a frame one can reach, and tells how it is sorted', () => {
    const page = html(<DataTable lang="sv" caption="Ärenden" columns={columns} rows={rows} />)
    expect(page).toMatch(/role="region"[^>]*aria-label="Ärenden"/)
    expect(page).toMatch(/tabindex="0"/i)
    expect(page).toContain('<caption class="sr">Ärenden</caption>')
    expect(page).toMatch(/<th scope="col" class="num" aria-sort="descending"><a href="\?o=1"/)
    expect(page).toContain('<th scope="row">Flytta bord</th>')
  })

  test('sums in a row of its own, and as cards tells each value its heading', () => {
    const page = html(<DataTable lang="sv" caption="x" look="cards" sum columns={columns} rows={rows} />)
    expect(page).toMatch(/<tr class="sum"><th scope="row">Summa<\/th><td class="num" data-l="Kostnad">10 kr<\/td>/)
    expect(page).toContain('<td class="num" data-l="Kostnad">5 kr</td>')
  })

  test('selects rows by name for the form of the bulk bar', () => {
    const select = { name: 'arende', form: 'massa', total: '34', value: (r: Row) => r.id, label: (r: Row) => r.id }
    const page = html(
      <DataTable
        lang="sv"
        caption="x"
        columns={columns}
        rows={rows}
        select={{ ...select, selected: new Set(['KS-2']) }}
      />,
    )
    expect(page).toContain('<span class="sr">Markera KS-1</span>')
    expect(page).toMatch(/name="arende" value="KS-2" checked form="massa"/)
    expect(page).toContain('Markera alla 34')
    expect(page).toContain('id="rad-KS-1"')
    expect(
      html(
        <BulkBar lang="sv" id="massa" action="/m">
          .
        </BulkBar>,
      ),
    ).toMatch(/<form [^>]*id="massa"[^>]*aria-label="Gör med markerade"/)
  })

  test('empty says so instead of rows and has no sum', () => {
    const page = html(
      <DataTable lang="sv" caption="x" sum columns={columns} rows={[]} empty={<Empty title="Inga ärenden" />} />,
    )
    expect(page).toContain('<td colspan="2"><div class="empty">')
    expect(page).not.toContain('class="sum"')
  })

  test('groups count their rows and are left out when they have none', () => {
    const page = html(
      <DataTable
        lang="sv"
        caption="x"
        columns={columns}
        groups={[
          { heading: 'Brutet', tone: 'bad', icon: 'circle-x', count: 2, rows },
          { heading: 'Senare', rows: [] },
        ]}
      />,
    )
    expect(page).toMatch(/<tr class="grp bad"><th colspan="2" scope="rowgroup">.*Brutet/s)
    expect(page).not.toContain('Senare')
  })
})

describe('timeline', () => {
  test('an internal note says that the customer does not see it, in both languages', () => {
    const note = (lang: 'sv' | 'en') =>
      heard(
        <Message lang={lang} kind="inside" from="SE" title="S. Ek" at="i dag">
          <p>.</p>
        </Message>,
      )
    expect(note('sv')).toContain('Intern anteckning syns inte för kunden')
    expect(note('en')).toContain('Internal note not visible to the customer')
    expect(
      heard(
        <Message lang="sv" kind="out" from="DU" title="Du" at="i dag">
          <p>.</p>
        </Message>,
      ),
    ).not.toContain('syns inte')
  })

  test('the composer of a note looks and speaks as one, and keeps another draft', () => {
    const page = html(
      <Composer lang="sv" id="s" action="/s" modes={[]} inside name="text" label="Intern anteckning" draft="1:internt">
        .
      </Composer>,
    )
    expect(page).toContain('class="composer inside"')
    expect(page).toContain('syns inte för kunden')
    expect(page).toContain('data-draft="1:internt"')
  })

  test('is an ordered list with a name; nobody writing takes no room', () => {
    expect(html(<Timeline label="Händelser">.</Timeline>)).toBe('<ol class="tl" aria-label="Händelser">.</ol>')
    expect(html(<Presence lang="sv" topic="case:1" />)).toContain('data-empty')
    expect(html(<Presence lang="sv" topic="case:1" who="S. Ek" />)).toMatch(
      /role="status".*S\. Ek skriver här just nu\./s,
    )
  })
})

test('the pager says what is shown of how many', () => {
  expect(heard(<Pager lang="sv" shown="50" total="10 000+" nextHref="?efter=x" />)).toBe('Visar 50 av 10 000+. Nästa')
  expect(heard(<Pager lang="en" shown="3" total="3" />)).toBe('Showing all 3.')
})

test('long work says step, count, and that the page can be left', () => {
  expect(heard(<Progress lang="sv" id="p" label="Läser rader" done={5} total={10} canLeave />)).toBe(
    'Läser rader 5 av 10 5 av 10 Du kan lämna sidan. Arbetet fortsätter.',
  )
})

test('bars are widths as attributes, within the track, with a tick for the target', () => {
  const page = html(
    <Bars
      items={[
        { label: 'a', value: '4', amount: 4, target: 2 },
        { label: 'b', value: '−1', amount: -1 },
      ]}
    />,
  )
  expect(page).toContain('<rect width="100" height="10"')
  expect(page).toContain('<rect width="0" height="10"')
  expect(page).toContain('<path d="M50 -4v18"')
})

test('stops stand first among warnings', () => {
  const rows = [
    { stops: false, word: 'Läs', title: 'ett' },
    { stops: true, word: 'Stoppar', title: 'två' },
  ]
  expect(heard(<Warnings rows={rows} />)).toBe('Stoppar två Läs ett')
})

test('the organisation is a nested list; deep branches open by name', () => {
  const deep = { id: '3', name: 'Drift norr' }
  const root = {
    id: '0',
    name: 'Kontoret',
    children: [{ id: '1', name: 'Fastighet', children: [{ id: '2', name: 'Drift', children: [deep] }] }],
  }
  const page = html(<OrgChart lang="sv" label="Organisation" root={root} />)
  expect(page).toMatch(/<details class="more"><summary>1 underenhet<span class="sr">, Drift<\/span>/)
  expect(page.match(/<li /g)).toHaveLength(4)
})

test('initials come from first and last name', () => {
  expect(['Astrid Linde', 'DU', 'M. Björk', 'Biståndsbedömare', 'Åsa von Öberg'].map(initials)).toEqual([
    'AL',
    'DU',
    'MB',
    'BI',
    'ÅÖ',
  ])
})

test('figures are written with no-break space, comma and true minus', () => {
  expect(formatNumber(-1234567.5, 'sv', 1)).toBe('−1\u00a0234\u00a0567,5')
  expect(formatPercent(0.698, 'sv')).toBe('69,8\u00a0%')
  expect(formatPercent(0.698, 'en')).toBe('69.8%')
  expect(formatFileSize(1_234_567, 'sv')).toBe('1,2\u00a0MB')
})

test('English has every word Swedish has, and none is empty or left in Swedish', () => {
  const flat = (value: object, path = ''): [string, string][] =>
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null
        ? flat(inner, `${path}${key}.`)
        : [
            [
              path + key,
              typeof inner === 'function' ? (inner as (a: string, b: string) => string)('§', '¤') : String(inner),
            ],
          ],
    )
  const sv = new Map(flat(uiText('sv')))
  const en = new Map(flat(uiText('en')))
  expect([...en.keys()]).toEqual([...sv.keys()])
  const alike = [...sv].filter(([key, words]) => !en.get(key) || en.get(key) === words).map(([key]) => key)
  expect(alike).toEqual(['start', 'demonstration', 'addFilter', 'day.start'])
  expect([...en.values()].filter((words) => /[åäö]/i.test(words))).toEqual([])
})
