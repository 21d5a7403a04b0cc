// Answers against a form: what is kept, what is dropped and what is refused, in words that say how to mend it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#basics/refusal'
import type { FormField } from './form-fields.ts'
import { checkFields, storedFields } from './form-fields.ts'
import { answerText, askedReferences, checkAnswers } from './form-answers.ts'
import { shownFields } from './form-condition.ts'

const label = (sv: string) => ({ sv, en: sv })
const options = [
  { value: 'ja', label: { sv: 'Ja', en: 'Yes' } },
  { value: 'nej', label: { sv: 'Nej', en: 'No' } },
]
const form: readonly FormField[] = [
  { key: 'vad', kind: 'long_text', label: label('Vad?'), required: true },
  { key: 'flytt', kind: 'choice', label: label('Flytt?'), required: true, options },
  {
    key: 'antal',
    kind: 'number',
    label: label('Antal'),
    required: true,
    unit: label('st'),
    showWhen: { field: 'flytt', is: 'ja' },
  },
  { key: 'timmar', kind: 'number', label: label('Timmar'), required: false, unit: label('tim'), decimals: 2 },
  { key: 'nar', kind: 'date', label: label('När?'), required: false },
  { key: 'till', kind: 'several', label: label('Till'), required: false, options },
  { key: 'belopp', kind: 'amount', label: label('Belopp'), required: false },
  { key: 'skal', kind: 'text', label: label('Skäl'), required: true, showWhen: { field: 'belopp', atLeast: 500 } },
  { key: 'vem', kind: 'person', label: label('Vem?'), required: false },
  { key: 'bild', kind: 'file', label: label('Bild'), required: false },
]
const least = { vad: 'Borra', flytt: 'nej' }
const person = '01939f2e-0000-7000-8000-000000000001'

function problemsOf(sent: Record<string, unknown>, found = {}): Record<string, string> {
  try {
    checkAnswers(form, sent, found)
  } catch (error) {
    if (error instanceof Refusal)
      return Object.fromEntries(error.problems.map((problem) => [problem.field, problem.sv]))
    throw error
  }
  return {}
}

test('answers are kept in one form each, whichever way they were typed', () => {
  const sent = {
    vad: ' Borra\r\nupp ',
    flytt: 'ja',
    antal: ' 12 ',
    timmar: '1,5',
    nar: '30 april 2012',
    till: ['nej', 'ja'],
    belopp: '1 234,50',
    skal: 'Dyrt',
    vem: person,
    bild: person,
  }
  expect(checkAnswers(form, sent, { vem: { id: person, label: 'Bo Ingelström' } })).toEqual({
    vad: 'Borra\nupp',
    flytt: 'ja',
    antal: 12,
    timmar: 1.5,
    nar: '2012-04-30',
    till: ['ja', 'nej'],
    belopp: 123450,
    skal: 'Dyrt',
    vem: { id: person, label: 'Bo Ingelström' },
    bild: [person],
  })
})

test('required means required when shown; what is hidden is dropped, not kept and not asked for', () => {
  expect(problemsOf({})).toEqual({ 'answers.vad': 'Svara på frågan.', 'answers.flytt': 'Välj ett av alternativen.' })
  expect(problemsOf({ ...least, flytt: 'ja' })).toEqual({ 'answers.antal': 'Svara på frågan.' })
  expect(checkAnswers(form, { ...least, antal: '7' }, {})).toEqual(least)
  expect(checkAnswers(form, { ...least, antal: 'strunt' }, {})).toEqual(least)
})

test('a condition on an amount reads kronor, typed or sent in öre', () => {
  expect(problemsOf({ ...least, belopp: '499,99' })).toEqual({})
  expect(problemsOf({ ...least, belopp: 49_999 })).toEqual({})
  expect(problemsOf({ ...least, belopp: '500' })).toHaveProperty(['answers.skal'])
  expect(problemsOf({ ...least, belopp: 50_000 })).toHaveProperty(['answers.skal'])
})

test('TY-068 a date that does not exist is told with what may have been meant, and nothing is changed', () => {
  expect(problemsOf({ ...least, nar: '2012-04-31' })).toEqual({
    'answers.nar': 'Datumet 31 april finns inte. April har 30 dagar. Menade du 2012-04-30?',
  })
  expect(problemsOf({ ...least, nar: 'snart' })['answers.nar']).toContain('år-månad-dag')
})

test('an answer to a question that does not exist is refused by name', () => {
  expect(problemsOf({ ...least, status: 'closed', 'flytt.id': 'x' })).toEqual({
    'answers.status': 'Frågan finns inte i formuläret. Ta bort svaret.',
    'answers.flytt.id': 'Frågan finns inte i formuläret. Ta bort svaret.',
  })
})

test('wrong kinds are refused one by one, and never by a fault', () => {
  const wrong = {
    vad: 7,
    flytt: 'kanske',
    timmar: '1,234',
    nar: 20120430,
    till: ['ja', 'kanske'],
    belopp: '-5',
    vem: 'Ingen Alls',
    bild: 'c:\\fil',
  }
  expect(Object.keys(problemsOf(wrong)).toSorted()).toEqual(
    ['vad', 'flytt', 'timmar', 'nar', 'till', 'belopp', 'vem', 'bild'].map((key) => `answers.${key}`).toSorted(),
  )
  expect(problemsOf({ ...least, flytt: 'ja', antal: '1,5' })).toEqual({ 'answers.antal': 'Skriv ett heltal.' })
  expect(problemsOf({ ...least, flytt: 'ja', antal: '-1' })).toEqual({ 'answers.antal': 'Ska vara minst 0.' })
  expect(problemsOf({ ...least, belopp: 1.5 })).toHaveProperty(['answers.belopp'])
})

test('whatever is sent, the answer is a refusal or answers of shown fields only', () => {
  const anything = fc.dictionary(
    fc.constantFrom(...form.map((field) => field.key), 'vem.id', '__proto__', 'constructor'),
    fc.anything(),
  )
  fc.assert(
    fc.property(anything, (sent) => {
      try {
        const kept = Object.keys(checkAnswers(form, sent, {}))
        const shown = new Set(shownFields(form, sent).map((field) => field.key))
        // An amount sent as a number is öre, which shownFields alone does not know.
        if (typeof sent['belopp'] !== 'number') expect(kept.every((key) => shown.has(key))).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
})

test('references are asked for by id, or by name when nothing was chosen', () => {
  expect(askedReferences(form, { vem: 'Bo Ingelström' })).toEqual([
    { key: 'vem', kind: 'person', id: null, text: 'Bo Ingelström' },
  ])
  expect(askedReferences(form, { vem: 'Bo', 'vem.id': person })).toEqual([
    { key: 'vem', kind: 'person', id: person, text: 'Bo' },
  ])
  expect(askedReferences(form, { vem: person })).toEqual([{ key: 'vem', kind: 'person', id: person, text: '' }])
  expect(askedReferences(form, { vem: '' })).toEqual([])
  expect(problemsOf({ ...least, vem: person }, { vem: null })).toHaveProperty(['answers.vem'])
})

test('a stored answer is read in words', () => {
  const by = (key: string) => form.find((field) => field.key === key)!
  expect(answerText(by('flytt'), 'ja', 'en')).toBe('Yes')
  expect(answerText(by('till'), ['ja', 'nej'], 'sv')).toBe('Ja, Nej')
  expect(answerText(by('timmar'), 1.5, 'sv')).toBe('1,5 tim')
  expect(answerText(by('belopp'), 123_450, 'sv')).toBe('1\u00a0234,50\u00a0kr')
  expect(answerText(by('nar'), '2012-04-30', 'sv')).toBe('30 april 2012')
  expect(answerText(by('vem'), { id: person, label: 'Bo' }, 'sv')).toBe('Bo')
})

function faultsOf(fields: readonly FormField[]): Record<string, string> {
  try {
    checkFields(fields)
  } catch (error) {
    if (error instanceof Refusal)
      return Object.fromEntries(error.problems.map((problem) => [problem.field, problem.sv]))
    throw error
  }
  return {}
}

test('a form is checked before it becomes a version', () => {
  expect(faultsOf(form)).toEqual({})
  expect(Object.keys(faultsOf([{ ...form[0]!, key: 'Vad' }]))).toEqual(['fields.0.key'])
  expect(Object.keys(faultsOf([{ ...form[0]!, key: 'constructor' }]))).toEqual(['fields.0.key'])
  expect(Object.keys(faultsOf([form[0]!, form[0]!]))).toEqual(['fields.1.key'])
  expect(Object.keys(faultsOf([{ ...form[1]!, options: options.slice(1) }]))).toEqual(['fields.0.options'])
  expect(Object.keys(faultsOf([{ key: 'n', kind: 'number', label: label('N'), required: true }]))).toEqual([
    'fields.0.unit',
  ])
  expect(Object.keys(faultsOf([{ ...form[0]!, label: { sv: 'Vad?', en: ' ' } }]))).toEqual(['fields.0.label.en'])
})

test('a condition asks about a field above, with an option that exists', () => {
  const asking = (showWhen: unknown): readonly FormField[] => [form[1]!, { ...form[0]!, showWhen: showWhen as never }]
  expect(faultsOf(asking({ field: 'flytt', is: 'ja' }))).toEqual({})
  expect(faultsOf(asking({ field: 'vad', filled: true }))['fields.1.showWhen']).toContain('inte står ovanför')
  expect(faultsOf(asking({ field: 'flytt', is: 'kanske' }))['fields.1.showWhen']).toContain('inget svarsalternativ')
  for (const broken of [
    {},
    { field: 'flytt' },
    { all: [] },
    { field: 'flytt', is: 'ja', oneOf: [] },
    { field: 'flytt', atLeast: 3 },
    { not: null },
    'ja',
    { field: 'flytt', is: 7 },
  ])
    expect(faultsOf(asking(broken)), JSON.stringify(broken)).toHaveProperty(['fields.1.showWhen'])
})

test('a stored form may give a unit in one word', () => {
  expect(storedFields([{ key: 'n', kind: 'number', label: label('N'), required: true, unit: 'st' }])[0]?.unit).toEqual({
    sv: 'st',
    en: 'st',
  })
})
