// The forty plots: enough variants, no text that cannot be told, and every turn a case can take is shown by some plot.
import { describe, expect, test } from 'vitest'
import { forms } from './catalogue.ts'
import { chanceFrom } from './chance.ts'
import { pauseReasons } from './pause-reasons.ts'
import type { Act, AnswerSpec, Plot, Step } from './plot-shape.ts'
import { fitting, spokenDay, tell, topicsOf } from './plot-text.ts'
import { casesPerPlot, plots } from './plots.ts'
import { requestTypes } from './request-types.ts'
import { setScene } from './tell-scene.ts'

function stepsOf(plot: Plot): readonly Step[] {
  return plot.steps.flatMap((step) => [step, ...(step.birth?.steps ?? [])])
}

function textsOf(plot: Plot): readonly string[] {
  const births = plot.steps.flatMap((step) => (step.birth ? [...step.birth.subjects, ...step.birth.openings] : []))
  const echo = plot.echo === null ? [] : [...plot.echo.subjects, ...plot.echo.openings, ...plot.echo.mergeTexts]
  return [
    ...plot.subjects,
    ...plot.openings,
    ...births,
    ...echo,
    ...stepsOf(plot).flatMap((step) => step.texts ?? []),
    ...Object.values(plot.answers).flatMap(writtenIn),
  ]
}

function writtenIn(spec: AnswerSpec): readonly string[] {
  if ('texts' in spec) return spec.texts
  return 'byTopic' in spec ? [...Object.values(spec.byTopic), spec.otherwise].flatMap(writtenIn) : []
}

describe('the list', () => {
  test('forty plots, 1,400 cases about the houses and 500 others', () => {
    expect(plots).toHaveLength(40)
    expect(new Set(plots.map((plot) => plot.key)).size).toBe(40)
    expect(Object.keys(casesPerPlot).toSorted()).toEqual(plots.map((plot) => plot.key).toSorted())
    const counts = Map.groupBy(plots, (plot) => plot.unit === 'fastighet')
    const sum = (rows: readonly Plot[] | undefined): number =>
      (rows ?? []).reduce((total, plot) => total + (casesPerPlot[plot.key] ?? 0), 0)
    expect([counts.get(true)?.length, sum(counts.get(true)), sum(counts.get(false))]).toEqual([24, 1400, 500])
  })

  test('each plot has at least three openings and three variants of every answer', () => {
    for (const plot of plots) {
      expect(plot.openings.length, plot.key).toBeGreaterThanOrEqual(3)
      expect(plot.subjects.length, plot.key).toBeGreaterThanOrEqual(3)
      for (const step of stepsOf(plot))
        if (step.texts) expect(step.texts.length, `${plot.key} ${step.act}`).toBeGreaterThanOrEqual(3)
    }
  })

  test('every turn is shown by some plot', () => {
    const acts = new Set(plots.flatMap(stepsOf).map((step) => step.act))
    const wanted: readonly Act[] = [
      'assign',
      'take',
      'start',
      'reply',
      'note',
      'pause',
      'resume',
      'hand_over',
      'prioritise',
      'approve',
      'reject',
      'deliver',
      'confirm',
      'rate',
      'complain',
      'reopen',
      'withdraw',
      'split',
      'turn_into_wish',
    ]
    for (const act of wanted) expect(acts, act).toContain(act)
    expect(plots.some((plot) => plot.echo !== null)).toBe(true)
    expect(plots.some((plot) => plot.late)).toBe(true)
    expect(plots.some((plot) => plot.outside)).toBe(true)
    const kinds = new Set(plots.map((plot) => plot.kind))
    expect([...kinds].toSorted()).toEqual(['complaint', 'fault', 'order', 'question'])
    const reasons = new Set(plots.flatMap(stepsOf).flatMap((step) => (step.reason ? [step.reason] : [])))
    expect([...reasons].toSorted()).toEqual(pauseReasons.map((reason) => reason.key).toSorted())
  })

  test('request types, answers and paths that plots name exist', () => {
    for (const plot of plots) {
      const type = requestTypes.find((row) => row.key === plot.requestType)
      expect(type?.kind, plot.key).toBe(plot.kind)
      const fields = forms.find((form) => form.key === type?.form)?.fields.map((field) => field.key) ?? []
      for (const key of Object.keys(plot.answers)) expect(fields, `${plot.key} ${key}`).toContain(key)
      const paths = new Set([...Object.keys(plot.paths), ...Object.values(plot.pathByTopic)])
      for (const step of plot.steps) if (step.path) expect(paths, `${plot.key} ${step.path}`).toContain(step.path)
      for (const path of paths)
        expect(plot.steps.some((step) => step.path === path) || plot.paths[path] !== undefined).toBe(true)
    }
  })
})

describe('the texts', () => {
  test('every text of every plot can be told, in Swedish, with nothing left unfilled', () => {
    for (const plot of plots) {
      for (let i = 0; i < 4; i += 1) {
        const chance = chanceFrom(`test/${plot.key}/${i}`)
        const scene = setScene(plot, '2012-03-15', chance)
        const filling = { ...scene.filling, handläggare: 'Alva', kommer: 'på torsdag' }
        for (const text of textsOf(plot)) {
          const told = tell(text, filling, chance)
          expect(told.length, plot.key).toBeGreaterThan(2)
          expect(told, plot.key).not.toMatch(/[[\]{}<>|]| {2}|undefined|\bXX\b|lorem/i)
          expect(told, told).toMatch(/^[\p{Lu}\d]/u)
        }
      }
    }
  })

  test('topics that later texts speak of are topics that an opening has', () => {
    for (const plot of plots) {
      const opened = new Set(plot.openings.flatMap(topicsOf))
      for (const text of textsOf(plot))
        for (const topic of topicsOf(text)) if (topic !== '*') expect(opened, `${plot.key}: ${text}`).toContain(topic)
    }
  })

  test('steps that share a thread have equally many texts, in the same order', () => {
    for (const plot of plots) {
      const threads = Map.groupBy(
        plot.steps.filter((step) => step.thread !== undefined),
        (step) => step.thread,
      )
      for (const [name, steps] of threads)
        expect(new Set(steps.map((step) => step.texts?.length)).size, `${plot.key} ${name}`).toBe(1)
    }
  })

  test('a topic prefers its own words', () => {
    const texts = ['plain', '<a> about a', '<b> about b', '<*> always']
    expect(fitting(texts, 'a')).toEqual(['<a> about a', '<*> always'])
    expect(fitting(texts, 'c')).toEqual(['plain', '<*> always'])
    expect(fitting(['<a> only a'], 'c')).toEqual(['<a> only a'])
  })

  test('days are spoken of as people do', () => {
    const monday = Temporal.Instant.from('2012-04-02T08:00:00+02:00')
    const later = (days: number): Temporal.Instant => monday.add({ hours: 24 * days })
    expect([0, 1, 3, 10].map((days) => spokenDay(monday, later(days)))).toEqual([
      'i dag',
      'i morgon',
      'på torsdag',
      'torsdag 12 april',
    ])
  })
})
