// The figures of a unit: each opens to the same value, each bar to as many rows; findings and periods are pure.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { FormField } from '#catalogue'
import { openScene } from '../../../world/scene.ts'
import type { CastName, Scene } from '../../../world/scene.ts'
import { serveScene } from '../../../world/serve-scene.ts'
import type { ServedScene } from '../../../world/serve-scene.ts'
import { tellHalfAYear } from '../figure-fixtures.ts'
import { recountFigures } from '../figure-jobs.ts'
import { ageFinding, flowFinding, keptFinding, loadFinding } from './load-findings.ts'
import { before, monthsShown, periodChoices, periodName, readPeriod } from './load-period.ts'
import { carriedOver } from './order-values.ts'

const day = Temporal.PlainDate.from.bind(Temporal.PlainDate)

describe('the page of a unit', () => {
  let scene: Scene
  let served: ServedScene
  beforeAll(async () => {
    scene = await openScene()
    await tellHalfAYear(scene)
    served = await serveScene(scene)
  })
  afterAll(() => served.close())

  const page = async (name: CastName, path: string): Promise<string> => {
    const answer = await served.ask(name, { path })
    expect(answer.statusCode, `${name} ${path}`).toBe(200)
    return answer.body.replaceAll('\u00a0', ' ').replaceAll('&amp;', '&')
  }
  const below = (href: string): string => href.slice(`/${scene.tenant.slug}`.length)

  /** Figures on the page: where each leads and what it says. */
  const figuresIn = (html: string) =>
    [...html.matchAll(/<a class="fig" href="([^"]+)"[^>]*>(?:<b>)?([^<]*)/g)].map((match) => ({
      href: below(match[1] ?? ''),
      text: match[2] ?? '',
    }))

  test('every key figure opens to a page that says the same', async () => {
    const html = await page('manager', '/enhetens-siffror?period=2012-09')
    const kpis = html.slice(html.indexOf('class="kpis"'), html.indexOf('class="grid12"'))
    const figures = figuresIn(kpis)
    expect(figures.length).toBeGreaterThanOrEqual(3)
    for (const { href, text } of figures) {
      const opened = await page('manager', href)
      expect(opened, href).toMatch(new RegExp(`: ${text.replaceAll(/[.?*+]/g, '\\$&')}</h`))
    }
  })

  test('HS-350 a bar opens to as many rows as it says', async () => {
    const html = await page('manager', '/enhetens-siffror')
    const bars = html.slice(html.indexOf('id="lage"'), html.indexOf('Periodens siffror'))
    const figures = figuresIn(bars).filter(({ href }) => href.startsWith('/arenden?'))
    expect(figures.length).toBeGreaterThan(5)
    for (const { href, text } of figures) {
      const list = await page('manager', href)
      expect((list.match(/data-row-link/g) ?? []).length, href).toBe(Number(text))
    }
  })

  test('findings stand as titles, with a table behind each chart', async () => {
    const html = await page('manager', '/enhetens-siffror?period=2012-09')
    expect(html).toMatch(/<h2 id="d-start-kept-t">Påbörjat i tid: \d+,\d procentenheter under målet i september/)
    expect(html).toMatch(/<h2 id="d-flode-t">Kön växte: \d+ fler kom in än blev klara på \d månader/)
    expect((html.match(/Visa som tabell/g) ?? []).length).toBeGreaterThanOrEqual(3)
  })

  test('kept values say when they were counted', async () => {
    expect(await page('manager', '/enhetens-siffror')).toContain('räknade nu')
    await recountFigures({ stage: scene.stage, tenant: scene.tenant, actor: await scene.system() })
    expect(await page('manager', '/enhetens-siffror')).toContain('räknade i dag kl. 10.00')
  })

  test('a tertial, another unit, the whole office for who may ask', async () => {
    expect(await page('manager', '/enhetens-siffror?period=2012-T2')).toContain('Tertial 2 2012')
    expect(await page('admin', '/enhetens-siffror?enhet=alla')).toContain('Kontoret för interna tjänster</h1>')
    expect(await page('admin', '/enhetens-siffror?enhet=alla')).toContain('Mest ligger hos')
    expect((await served.ask('manager', { path: '/enhetens-siffror?enhet=alla' })).statusCode).toBe(404)
    expect((await served.ask('manager', { path: `/enhetens-siffror?enhet=${scene.ids.unit['lon']}` })).statusCode).toBe(
      404,
    )
    expect((await served.ask('manager', { path: '/enhetens-siffror?enhet=x' })).statusCode).toBe(404)
    expect((await served.ask('employee', { path: '/enhetens-siffror' })).statusCode).toBe(403)
  })

  test('HS-360 HS-365 moves per customer and faults by category and whose they are', async () => {
    const html = await page('admin', '/enhetens-siffror?enhet=alla&period=2012-09')
    expect(html).toContain('Socialförvaltningen har flyttat mest: 1 beställning')
    expect(html).toMatch(/Fel: flest gäller/)
    expect(html).toContain('Socialnämnden')
  })

  test('complete in English', async () => {
    const answer = await served.ask('manager', {
      path: '/enhetens-siffror',
      headers: { cookie: (await served.cookieOf('manager')).replace('lang=sv', 'lang=en') },
    })
    const main = answer.body.slice(answer.body.indexOf('<main'))
    expect(main).toContain('Started in time')
    expect(main).not.toMatch(/\b(Siffror|ärenden|öppna|Mål|Månad|Visa|Summa|räknade)\b/)
  })
})

describe('what a chart found', () => {
  const months = (...values: number[]) =>
    values.map((value, n) => ({ name: ['juni', 'juli', 'augusti', 'september'][n] ?? '', value }))

  test('promises: under, over, over but not always, always, no target, nothing', () => {
    const say = (values: number[], target: number | null) =>
      keptFinding('Påbörjat i tid', months(...values), target, 'sv').replaceAll('\u00a0', ' ')
    expect(say([97, 92.9], 95)).toBe('Påbörjat i tid: 2,1 procentenheter under målet i juli')
    expect(say([96, 88.2, 91, 97], 95)).toBe('Påbörjat i tid: över målet i september, men bara 88,2 % i juli')
    expect(say([96, 97], 95)).toBe('Påbörjat i tid: målet nått varje månad')
    expect(say([95], 95)).toBe('Påbörjat i tid: över målet i juni')
    expect(say([80, 81], null)).toBe('Påbörjat i tid: 81,0 % i juli')
    expect(say([], 95)).toBe('Påbörjat i tid: inga löften gick ut')
  })

  test('flow, age and load', () => {
    const flow = (...pairs: [number, number][]) =>
      flowFinding(
        pairs.map(([received, done]) => ({ received, done })),
        'sv',
      )
    expect(flow([10, 4], [3, 4])).toBe('Kön växte: 5 fler kom in än blev klara på 2 månader')
    expect(flow([1, 4])).toBe('Kön krympte: 3 fler blev klara än kom in på 1 månad')
    expect(flow([2, 2])).toBe('Lika många blev klara som kom in')
    expect(
      ageFinding(
        [
          { band: '0', count: 3 },
          { band: '15+', count: 2 },
        ],
        'sv',
      ),
    ).toBe('2 av 5 öppna är äldre än en vecka')
    expect(ageFinding([{ band: '3–7', count: 3 }], 'sv')).toBe('Inget öppet ärende är äldre än en vecka')
    expect(ageFinding([], 'sv')).toBe('Inget ärende är öppet')
    expect(
      loadFinding(
        [
          { name: 'A', open: 9 },
          { name: 'B', open: 1 },
        ],
        'people',
        'sv',
      ),
    ).toBe('A har flest: 9 av 10 öppna')
    expect(
      loadFinding(
        [
          { name: 'A', open: 5 },
          { name: 'B', open: 4 },
        ],
        'people',
        'sv',
      ),
    ).toBe('Det öppna ligger jämnt fördelat')
    expect(
      loadFinding(
        [
          { name: 'A', open: 2 },
          { name: '', open: 7 },
        ],
        'people',
        'sv',
      ),
    ).toBe('7 av 9 öppna har ingen ansvarig')
  })
})

describe('periods', () => {
  const today = day('2012-10-03')

  test('the latest month that is over, unless another is asked for; days to come and nonsense give the same', () => {
    for (const asked of [null, '', '2012-13', '2013-01', 'x', '2012-T4', '2012-T0'])
      expect(readPeriod(asked, today).key).toBe('2012-09')
    expect(readPeriod('2012-10', today).key).toBe('2012-10')
    expect(readPeriod('2012-T2', today).period).toEqual({ from: day('2012-05-01'), to: day('2012-09-01') })
    expect(before(readPeriod('2012-T1', today)).key).toBe('2011-T3')
    expect(before(readPeriod('2012-01', today)).key).toBe('2011-12')
    expect(periodName(readPeriod('2012-T3', today), 'sv')).toBe('Tertial 3 2012')
  })

  test('twelve months end with the period, never after the running month', () => {
    expect(
      monthsShown(readPeriod('2012-09', today), today)
        .map(({ from }) => from.toString())
        .at(-1),
    ).toBe('2012-09-01')
    expect(
      monthsShown(readPeriod('2012-T3', today), today)
        .map(({ from }) => from.toString())
        .at(-1),
    ).toBe('2012-10-01')
    fc.assert(
      fc.property(fc.integer({ min: 2011, max: 2012 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const shown = monthsShown(readPeriod(`${year}-${String(month).padStart(2, '0')}`, today), today)
        expect(shown).toHaveLength(12)
      }),
    )
    expect(new Set(periodChoices(today).map((one) => one.key)).size).toBe(periodChoices(today).length)
  })
})

describe('words carried over to another form', () => {
  const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
    key,
    kind,
    label: { sv: key, en: key },
    required: true,
    ...more,
  })

  test('the same question first, then the first of its kind; text that finds no place joins the long text', () => {
    const from = [field('vad', 'long_text'), field('rum', 'text'), field('plats', 'place'), field('antal', 'number')]
    const to = [field('plats', 'place'), field('beskriv', 'long_text'), field('vad', 'choice', { options: [] })]
    const typed = {
      'answers.vad': ['Dörren kärvar'],
      'answers.rum': ['214'],
      'answers.plats': ['Norra'],
      'answers.antal': ['3'],
      text: ['Bråttom'],
    }
    expect(carriedOver(from, to, typed)).toEqual({
      'answers.plats': ['Norra'],
      'answers.beskriv': ['Dörren kärvar\n\n214\n\nBråttom'],
    })
  })

  test('no written word is lost, whatever the forms', () => {
    const kinds = fc.constantFrom('text' as const, 'long_text' as const, 'place' as const)
    const form = fc.uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), kind: kinds }), {
      selector: (one) => one.key,
      maxLength: 4,
    })
    fc.assert(
      fc.property(form, form, (one, other) => {
        const from = one.map(({ key, kind }) => field(key, kind))
        const to = other.map(({ key, kind }) => field(key, kind))
        const typed = Object.fromEntries(from.map(({ key, kind }) => [`answers.${key}`, [`ord-${kind}-${key}`]]))
        const all = Object.values(carriedOver(from, to, typed))
          .flat()
          .join(' ')
        for (const { key, kind } of from) if (kind !== 'place') expect(all).toContain(`ord-${kind}-${key}`)
      }),
    )
  })
})
