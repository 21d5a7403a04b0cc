// The words of the filled database: what cases are called and what is written in them. Titles are put together from few
// parts, so that words are as unevenly common as in a real office; two words are set apart to be searched for.
import type { Id } from '#basics/id'
import { scopeOf, tsvectorOf } from '#platform/search/lexemes'

/** Stands in every tenth case. */
export const commonWord = 'skrivaren'
/** Stands in about eighty cases of the unit seen, however large the database is. */
export const rareWord = 'rödlykta'

const things = [
  ...['Lampan', 'Dörren', 'Kranen', 'Fläkten', 'Projektorn', 'Hissen', 'Tavlan', 'Stolen', 'Bordet', 'Persiennen'],
  ...['Låset', 'Toaletten', 'Värmen', 'Kylen', 'Larmet', 'Skärmen', 'Datorn', 'Telefonen', 'Porten', 'Taket'],
]
const faults = [
  ...['är trasig', 'läcker', 'låter illa', 'fungerar inte', 'har fastnat', 'behöver bytas', 'saknas', 'blinkar'],
  ...['har lossnat', 'ska flyttas', 'är smutsig'],
]
const places = ['matsalen', 'receptionen', 'sal 12', 'arkivet', 'korridoren', 'personalrummet', 'gymnastiksalen']

export interface CaseText {
  readonly title: string
  readonly body: string
}

const text = (n: number, extra: string): CaseText => {
  const [thing = '', fault = '', place = ''] = [
    things[n % things.length],
    faults[n % faults.length],
    places[n % places.length],
  ]
  const subject = extra === '' ? thing : `${thing} vid ${extra}`
  return {
    title: `${subject} i ${place} ${fault}`,
    body: `${subject} i ${place} ${fault} sedan i måndags. Vi har försökt själva men kommer inte vidare. Hör av er innan ni kommer, så möter någon upp vid entrén.`,
  }
}

const range = (length: number): number[] => Array.from({ length }, (_, n) => n)
/** Three hundred ordinary texts, then a hundred with the common word, then twenty with the rare one. */
export const texts: readonly CaseText[] = [
  ...range(300).map((n) => text(n, '')),
  ...range(100).map((n) => text(3 * n + 1, commonWord)),
  ...range(20).map((n) => text(7 * n + 2, rareWord)),
]

/** What the index keeps of each text, in a tenant. */
export function vectorsOf(tenantId: Id): string[] {
  const scope = scopeOf(tenantId, 'case')
  return texts.map(({ title, body }) => tsvectorOf({ title, synonyms: [], body }, scope, () => undefined))
}

export const firstNames = [
  ...['Anna', 'Bo', 'Cilla', 'David', 'Eva', 'Fredrik', 'Greta', 'Hugo', 'Ida', 'Jonas', 'Karin', 'Lars', 'Maja'],
  ...['Nils', 'Olga', 'Per', 'Rut', 'Sven', 'Tove', 'Ulf', 'Vera', 'Yngve', 'Åsa', 'Örjan'],
]
export const lastNames = [
  ...['Alm', 'Berg', 'Dahl', 'Ek', 'Fors', 'Gren', 'Hagman', 'Isaksson', 'Jung', 'Kvist', 'Lind', 'Malm', 'Norr'],
  ...['Oskarsson', 'Palm', 'Rosén', 'Sjö', 'Tall', 'Udd', 'Vik', 'Wall', 'Åberg', 'Öman', 'Sten', 'Lund', 'Holm'],
  ...['Strand', 'Backe', 'Kulle'],
]

/** The lexeme each name becomes, for the index of people. */
export function nameLexemes(tenantId: Id, names: readonly string[]): string[] {
  const scope = scopeOf(tenantId, 'person')
  return names.map((name) => {
    const vector = tsvectorOf({ title: name, synonyms: [], body: '' }, scope, () => undefined)
    return vector.slice(0, vector.lastIndexOf(':'))
  })
}
